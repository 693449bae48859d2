"""Refusals → one sentence in the language of the user, with what to do."""

from __future__ import annotations

from pipctl.errors import Refusal
from pipctl.model.scalars import Language
from pipctl.report.text import printable
from pipctl.rules.form import nearest_key
from pipctl.store.configuration import Misconfigured
from pipctl.store.texts import filled, load_texts


def sentence(refusal: Refusal, language: Language) -> str:
    """Return what a refusal says; a value of the user's stands in it as data."""
    template = load_texts(language, "refusals")[refusal.key]
    values = dict(refusal.values)
    if isinstance(refusal, Misconfigured):
        values["problem"] = _problem(refusal, language)
    if refusal.key == "unknown-rule" and "line" in values:
        template = load_texts(language, "refusals")["unknown-rule-configured"]
    return printable(filled(template, values))


def _problem(refusal: Misconfigured, language: Language) -> str:
    """Return what the linter would say of the same slip in a plan."""
    problem, words = refusal.problem, load_texts(language, "rules/form")
    values = dict(problem.values)
    if problem.kind.startswith("yaml:"):
        code, variant = "YM01", problem.kind.removeprefix("yaml:")
        entry = words["YM02"] if variant == "duplicate" else words[code]["variants"][variant]
    elif problem.kind == "unknown-key":
        values["nearest"] = nearest_key(str(values["key"]), values["known"])
        entry = words["SC01"]["variants"]["nearest" if values["nearest"] else "known"]
    elif problem.kind == "missing":
        entry = words["SC03"]
    else:
        entry = words["SC02"]["variants"][problem.kind]
    return f"{filled(entry['message'], values)} {filled(entry.get('help', ''), values)}".strip()
