"""The docstring of a rule → summary, reasons, examples; in Danish and Swedish the words come from the texts.

A docstring is written as: one line that says what is found; why that matters; `Bad::` and `Good::`, each
with keys of a plan indented below. The examples are the same in every language.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipctl.lint.rule import Rule, Scope
from pipctl.lint.suppression import cannot_be_ignored
from pipctl.model.scalars import Language
from pipctl.store.keys import ENTRY_KEYS
from pipctl.store.reader import read
from pipctl.store.texts import filled, load_texts

KeyPath = tuple[str, ...]
"""Keys from the top, indexes left out; in the record the event stands above the keys of an entry."""


class Documentation(NamedTuple):
    """What is said of a rule.

    Attributes:
        summary: what is found, one line without a period at its end.
        why: what that costs, by paragraph; empty where the summary says it all.
        bad: top-level keys of a plan in which the rule finds something; empty for rules on form.
        good: the same keys, mended.
    """

    summary: str
    why: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]


def documentation(rule: Rule, language: Language = "en") -> Documentation:
    """Return what is said of a rule in a language."""
    summary, _, rest = rule.doc.strip().partition("\n")
    paragraphs: list[str] = []
    blocks: dict[str, list[str]] = {"Bad::": [], "Good::": []}
    heading = ""
    for paragraph in textwrap.dedent(rest).split("\n\n"):
        if paragraph.strip() in blocks:
            heading = paragraph.strip()
            blocks[heading].append("")
        elif heading and paragraph.lstrip("\n").startswith(" "):
            blocks[heading][-1] += paragraph.strip("\n") + "\n\n"
        elif paragraph.strip():
            heading = ""
            paragraphs.append(" ".join(paragraph.split()))
    if language != "en":
        words = load_texts(language, f"rules/{rule.family}")[rule.code]
        summary, paragraphs = words["summary"], list(filter(None, [words.get("why", "").strip()]))
    bad, good = (tuple(map(_example, blocks[one])) for one in ("Bad::", "Good::"))
    return Documentation(summary.strip().removesuffix("."), tuple(paragraphs), bad, good)


def keys_shown(documented: Documentation) -> frozenset[KeyPath]:
    """Return the keys in which the bad examples of a rule differ from the good ones: what it looks at."""
    pairs = zip(documented.bad, documented.good, strict=False)
    return frozenset(key for bad, good in pairs for key in _differences(_data(bad), _data(good), ()))


def level_in_words(rule: Rule, language: Language) -> str:
    """Return the level of a rule and, where there is one, the higher level and when it holds."""
    words, levels = load_texts(language, "explain"), load_texts(language, "report")["levels"]
    values = {"level": levels[rule.level]}
    if rule.escalation is None:
        return filled(words["rule"]["level"], values)
    when = words["escalations"].get(rule.escalation.when, rule.escalation.when)
    values |= {"higher": levels[rule.escalation.level], "when": when}
    return filled(words["rule"]["escalates"], values)


def basis_in_words(rule: Rule, language: Language) -> str:
    """Return what a rule rests on, the catalogue's short names written out; empty where nothing is named."""
    words, basis = load_texts(language, "explain"), rule.basis
    for short, written_out in words["basis"].items():
        basis = basis.replace(short, written_out)
    return filled(words["rule"]["basis"], {"basis": basis}) if basis else ""


def why_never_ignored(rule: Rule, language: Language) -> str:
    """Return the sentence on a rule that no comment silences; empty where one can."""
    words = load_texts(language, "explain")["rule"]
    if rule.scope in (Scope.SOURCE, Scope.SCHEMA) and rule.level == "error":
        return str(words["form-never"])
    return str(words["ignore-never"]) if cannot_be_ignored(rule.code) else ""


def _example(block: str) -> str:
    return textwrap.dedent(block).rstrip() + "\n"


def _data(example: str) -> Any:
    source = read("example", example.encode())
    return source.data or {}


def _differences(one: Any, other: Any, path: KeyPath) -> Iterator[KeyPath]:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in {**one, **other}:
            if key in one and key in other:
                yield from _differences(one[key], other[key], (*path, key))
            else:
                yield (*path, key)
    elif isinstance(one, list) and isinstance(other, list):
        changed = [item for item in one if item not in other]
        mended = [item for item in other if item not in one]
        if path == ("record",):
            yield from _differing_entries(changed, mended)
        else:
            for first, second in zip(changed, mended, strict=False):
                yield from _differences(first, second, path)
            if len(changed) != len(mended):
                yield path
    elif one != other:
        yield path


def _differing_entries(changed: list[Any], mended: list[Any]) -> Iterator[KeyPath]:
    """Yield what differs between entries of the record, told apart by their event."""
    for event in dict.fromkeys(entry["event"] for entry in (*changed, *mended)):
        one, other = ([entry for entry in side if entry["event"] == event] for side in (changed, mended))
        for path in _differences(one, other, ("record", event)):
            yield ("record", path[-1]) if path[2:] and path[2] in ENTRY_KEYS else path
