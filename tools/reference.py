"""Rules → `docs/rules`: a page a rule, and an index by family.

Everything stands in the rules and their texts already; here it is only laid out. Run by `make generate`.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from itertools import groupby

from pipctl.lint.documentation import basis_in_words, documentation, level_in_words, why_never_ignored
from pipctl.lint.rule import Rule
from pipctl.model.scalars import Language
from pipctl.rules.catalogue import RULES
from pipctl.store.texts import load_texts

FOLDER = "docs/rules"
FAMILIES: Mapping[str, str] = {
    "YM": "YAML",
    "SC": "Format of the plan",
    "IG": "Ignore comments",
    "IN": "pipctl itself",
    "BG": "Background",
    "PR": "Preparation and fair process",
    "GO": "Goals",
    "KP": "Measures",
    "PE": "Period",
    "CH": "Check-ins",
    "SU": "Support",
    "RS": "Responsibilities",
    "SG": "Signatures",
    "DR": "Changes after signing",
    "OC": "Outcome",
    "TX": "Tone",
    "EQ": "Equal treatment",
    "PV": "Privacy",
    "XP": "Across plans",
}
READS: Mapping[str, str] = {"S": "fields", "T": "free text", "G": "the history in git"}
TRANSLATED: tuple[tuple[Language, str], ...] = (("da", "Dansk"), ("sv", "Svenska"))
WIDTH = 120

_CODE_SPAN = re.compile(r"(`[^`]*`)")
_MARKUP = re.compile(r"[\\*_<>\[\]|]")
_HEADING_OR_LIST = re.compile(r"([#+=-]|\d+[.)](?=\s|$))")
"""What would be a heading or a list item where it happens to begin a line."""


def reference_pages() -> Iterator[tuple[str, str]]:
    """Yield the path, from the project's folder, and the content of every page."""
    yield f"{FOLDER}/README.md", "\n".join(_index()) + "\n"
    for rule in RULES:
        yield f"{FOLDER}/{rule.code}.md", "\n".join(_page(rule)) + "\n"


def as_prose(text: str) -> str:
    """Return a text in which nothing is markup but code spans, which our own words have on purpose."""
    parts = _CODE_SPAN.split(text)
    return "".join(part if place % 2 else _MARKUP.sub(r"\\\g<0>", part) for place, part in enumerate(parts))


def as_cell(text: str) -> str:
    """Return a text for a table: one line, and a bar in it, even in a code span, is no border."""
    prose = as_prose(" ".join(text.split()))
    return "".join(
        part.replace("|", r"\|") if place % 2 else part for place, part in enumerate(_CODE_SPAN.split(prose))
    )


def _index() -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield from _paragraph(
        "Everything that `pipctl lint` looks for. The level can be set in `pipctl.yaml` under `rules`, a "
        "limit under `limits`; `pipctl explain CODE` shows the same pages at the terminal, in English, "
        "Danish or Swedish. Reads: S fields, T free text, G the history in git."
    )
    for family, rules in groupby(RULES, key=lambda rule: rule.code[:2]):
        yield from ("", f"## {FAMILIES[family]} ({family})", "")
        yield "| code | name | level | reads | finds |"
        yield "|---|---|---|---|---|"
        for rule in rules:
            link = f"[{rule.code}]({rule.code}.md)"
            cells = (rule.name, _level_cell(rule), rule.reads, documentation(rule).summary)
            yield f"| {link} | {' | '.join(map(as_cell, cells))} |"


def _level_cell(rule: Rule) -> str:
    return rule.level if rule.escalation is None else f"{rule.level} → {rule.escalation.level}"


def _page(rule: Rule) -> Iterator[str]:
    said, words = documentation(rule), load_texts("en", "explain")["rule"]
    yield f"# {rule.code} {rule.name}"
    yield ""
    yield from _paragraph(f"{as_prose(said.summary)}.")
    yield ""
    yield f"- {level_in_words(rule, 'en')}"
    yield f"- Reads: {', '.join(READS[sign] for sign in rule.reads)}"
    if basis := basis_in_words(rule, "en"):
        yield f"- {as_prose(basis)}"
    if rule.aliases:
        yield f"- Earlier names: {', '.join(rule.aliases)}"
    yield from _why(words["why"], said.why)
    for heading, examples in ((words["bad"], said.bad), (words["good"], said.good)):
        if examples:
            yield from ("", f"## {heading}")
        for example in examples:
            yield from ("", "```yaml", *example.rstrip().split("\n"), "```")
    if any(one.startswith("# on ") for one in (*said.bad, *said.good)):
        yield from ("", "The comment on the first line names the day on which the plan is judged.")
    if rule.limits:
        yield from ("", f"## {words['limits']}", "", words["limits-help"], "", "```yaml", "limits:")
        yield from (f"  {name}: {value}" for name, value in rule.limits.items())
        yield "```"
    yield from _ignoring(rule)
    for language, name in TRANSLATED:
        translated = documentation(rule, language)
        yield from ("", f"## {name}", "")
        yield from _paragraph(f"**{as_prose(translated.summary)}.**")
        for paragraph in translated.why:
            yield ""
            yield from _paragraph(as_prose(paragraph))
    yield from ("", "[All rules](README.md)")


def _why(heading: str, paragraphs: tuple[str, ...]) -> Iterator[str]:
    if paragraphs:
        yield from ("", f"## {heading}")
    for paragraph in paragraphs:
        yield ""
        yield from _paragraph(as_prose(paragraph))


def _ignoring(rule: Rule) -> Iterator[str]:
    words = load_texts("en", "explain")["rule"]
    yield from ("", "## Ignoring it in one place", "")
    if never := why_never_ignored(rule, "en"):
        yield never
    else:
        yield from _paragraph(words["ignore-help"])
        yield from ("", "```yaml", f"# pipctl: ignore[{rule.code}] {words['ignore-reason']}", "```")


def _paragraph(text: str) -> list[str]:
    lines = textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    return [_at_line_start(line) for line in lines]


def _at_line_start(line: str) -> str:
    """Return a line whose first sign is text: a number keeps its point by a backslash before it."""
    first = _HEADING_OR_LIST.match(line)
    return line if first is None else f"{first[0][:-1]}\\{first[0][-1]}{line[first.end() :]}"
