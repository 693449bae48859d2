"""Findings for a person at a terminal: by file and goal, with the source line and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from pipctl.lint.engine import Run
from pipctl.lint.finding import Finding, NotRun
from pipctl.model.scalars import Language
from pipctl.report.json import summary
from pipctl.store.source import Source, Span
from pipctl.store.texts import filled, load_texts

_COLORS = {"error": "31;1", "warning": "33;1", "info": "36", "path": "1", "dim": "2"}
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST_LINE = 100
_PERSONAL = frozenset(["EQ01", "PV01", "PV02", "PV03", "PV04", "PV07", "PV08", "PV09"])
"""Rules that find what must not be repeated: reports are kept in logs."""
_ONE_GOAL = ("GO02", "GO03", "GO04")
"""What one sentence lacks is told in one breath (rules.md, "Fields before text")."""


class TextReport:
    """Writes a run for a terminal or a log.

    Args:
        language: of the words around the findings.
        colored: whether to write terminal colors.
        source_lines: the sources by path, to show the line at fault; empty shows none.
    """

    def __init__(self, language: Language, *, colored: bool, sources: Mapping[str, Source]) -> None:
        self.words: Mapping[str, Any] = load_texts(language, "report")
        self.colored = colored
        self.sources = sources
        self._personal: dict[tuple[str, int], list[Span]] = {}

    def write(self, run: Run, *, with_summary: bool = True, in_full: bool = False) -> str:
        """Return the report; empty for a quiet run without findings.

        Args:
            run: what was found.
            with_summary: whether to close with what was not run, and the counts.
            in_full: whether to name, each reason on one line, what is not run on any such plan.
        """
        lines: list[str] = []
        for one in run.findings:
            if one.code in _PERSONAL:
                self._personal.setdefault((one.path, one.span.line), []).append(one.span)
        for path, findings in groupby(run.findings, key=lambda one: one.path):
            lines += [self._paint("path", printable(path)), *self._file(list(findings)), ""]
        if with_summary:
            lines += [
                f"{printable(one.path)}: {one.code} {self.words['not-run']}: {one.reason}"
                for one in run.not_run
                if not one.is_usual
            ]
            lines += self._usually_not_run(run) if in_full else ()
            lines.append(self._summary(run))
        return "\n".join(lines) + "\n" if lines else ""

    def write_ignored(self, run: Run) -> str:
        """Return the findings that a comment silenced, each with its place; empty without any."""
        ignored = self.words["ignored"]
        return "".join(
            f"{printable(one.path)}:{one.span.line}:{one.span.column}  {ignored} {one.code} {one.name}\n"
            for one in run.ignored
        )

    def _usually_not_run(self, run: Run) -> Iterator[str]:
        by_reason: dict[str, list[NotRun]] = {}
        for one in run.not_run:
            if one.is_usual:
                by_reason.setdefault(one.reason, []).append(one)
        for reason, those in by_reason.items():
            codes, files = sorted({one.code for one in those}), len({one.path for one in those})
            yield filled(self.words["not-run-in"], {"codes": codes, "count": files, "reason": reason})

    def _file(self, findings: list[Finding]) -> Iterator[str]:
        for goal, those in groupby(findings, key=_goal):
            if goal:
                yield f"  {self._paint('path', filled(self.words['goal'], {'goal': printable(goal)}))}"
            lines = self._findings(those)
            yield from (f"  {line}" for line in lines) if goal else lines

    def _findings(self, findings: Iterable[Finding]) -> Iterator[str]:
        shown: Span | None = None
        for group in _in_one_breath(findings):
            first = group[0]
            place = f"{first.span.line}:{first.span.column}"
            for index, one in enumerate(group):
                lead = place if index == 0 else " " * len(place)
                label = self._paint(one.level, self.words["levels"][one.level])
                yield f"  {lead}  {label} {one.code} {one.name}: {printable(one.message)}"
            if first.span != shown:
                yield from self._source_line(first)
            shown = first.span
            for help_text in dict.fromkeys(one.help for one in group if one.help):
                yield f"      → {printable(help_text)}"

    def _source_line(self, one: Finding) -> Iterator[str]:
        source = self.sources.get(one.path)
        if source is None or not source.text or one.span.line > len(source.lines):
            return
        personal = self._personal.get((one.path, one.span.line), [])
        line, column = _impersonal(source.lines[one.span.line - 1], personal), one.span.column - 1
        start = max(0, column - _LONGEST_LINE // 2) if len(line) > _LONGEST_LINE else 0
        shown = printable(line[start : start + _LONGEST_LINE])
        width = max(1, min(one.span.end_column - one.span.column, len(shown) - (column - start)))
        yield self._paint("dim", f"      {shown}")
        yield self._paint("dim", f"      {' ' * (column - start)}{'^' * width}")

    def _summary(self, run: Run) -> str:
        counts = summary(run)
        parts = [
            filled(self.words["summary"][kind], {"count": count})
            for kind, count in counts.items()
            if kind != "files" and (count or kind == "errors")
        ]
        files = filled(self.words["summary"]["files"], {"count": counts["files"]})
        return (
            f"{files}: {', '.join(parts) if run.findings or run.ignored else self.words['summary']['none']}"
        )

    def _paint(self, kind: str, text: str) -> str:
        return f"\x1b[{_COLORS[kind]}m{text}\x1b[0m" if self.colored else text


def statistics(run: Run) -> str:
    """Return how often each rule found something, most often first."""
    counts: dict[tuple[str, str], int] = {}
    for one in run.findings:
        counts[one.code, one.name] = counts.get((one.code, one.name), 0) + 1
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{count:>5}  {code}  {name}\n" for (code, name), count in rows)


def printable(text: str) -> str:
    """Return a text that cannot steer a terminal: control and direction characters are spelled out."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _impersonal(line: str, personal: Iterable[Span]) -> str:
    """Return a line of a plan without what is personal in it, every letter of that a star."""
    from pipctl.language.identifiers import masked  # only where lines are shown

    for span in personal:
        start, end = span.column - 1, span.end_column - 1 if span.end_line == span.line else len(line)
        line = line[:start] + "".join("*" if one.isalnum() else one for one in line[start:end]) + line[end:]
    return masked(line)


def _goal(finding: Finding) -> str:
    """Return the goal that a finding is about; empty for the rest of the plan."""
    steps = finding.address.split("/")
    return steps[1] if steps[0] == "goals" and len(steps) > 1 else ""


def _in_one_breath(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Yield findings alone, save those on one goal sentence, which belong together."""
    group: list[Finding] = []
    for one in findings:
        joins = group and one.code in _ONE_GOAL and group[-1].code in _ONE_GOAL
        if joins and one.span == group[-1].span:
            group.append(one)
            continue
        if group:
            yield group
        group = [one]
    if group:
        yield group
