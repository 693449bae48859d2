"""One plan on one page of a terminal: words and shapes first, color besides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from shlex import quote
from typing import Any

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from pipctl.actions.glance import Glance, GoalGlance, SupportGlance, rounded
from pipctl.actions.overview import what_of
from pipctl.cli.everywhere import Everywhere
from pipctl.cli.tables import console_for, plain_table, shown, write_table
from pipctl.document.formats import Formats
from pipctl.model.goals import Goal
from pipctl.schedule.agenda import Item
from pipctl.store.texts import filled, load_texts

_SHAPES = {
    "green": ("✓", "green"),
    "amber": ("!", "yellow"),
    "red": ("✕", "red"),
    "yes": ("✓", "green"),
    "no": ("–", ""),
    "objected": ("!", "yellow"),
    "held": ("✓", "green"),
    "missed": ("✕", "red"),
    "unrecorded": ("!", "yellow"),
    "planned": ("○", ""),
    "delivered": ("✓", "green"),
    "partly": ("!", "yellow"),
    "declined": ("–", ""),
    "withdrawn": ("✕", "red"),
    "told": ("✓", ""),
    "late": ("!", "yellow"),
    "promised": ("○", ""),
    "unjudged": ("○", ""),
}
"""What stands before a word, and its color."""
_NARROWEST_GOAL = 30
_WIDEST_GOAL = 60
_GAP = 2


def write_glance(seen: Glance, everywhere: Everywhere, path: str) -> None:
    """Print one plan in the language of the reader."""
    console = console_for(everywhere)
    page = _Page(seen, everywhere, console.width)
    write_table(console, *page.head(), *page.goals(), *page.meetings(), *page.support(), *page.outlook(path))


class _Page:
    """The parts of the page, each with the blank line above it."""

    def __init__(self, seen: Glance, everywhere: Everywhere, width: int) -> None:
        self.seen = seen
        self.width = width
        self.words: Mapping[str, Any] = load_texts(everywhere.language, "show")
        self.due: Mapping[str, Any] = load_texts(everywhere.language, "due")
        self.formats = Formats(everywhere.language)

    def head(self) -> Iterator[Any]:
        state, words = self.seen.state, self.words
        plan = state.plan
        yield shown(f"{plan.id} · {words['phases'][state.phase]}", "bold")
        lines = [
            (words["parties"][party], ", ".join(filter(None, (who, title))))
            for party, who, title in self.seen.parties
        ]
        start, end = plan.period.start, state.effective_end
        values = {
            "start": self._day(start),
            "end": self._day(end),
            "days": self.formats.days((end - start).days),
        }
        lines.append((words["period"], filled(words["span"], values)))
        if end != plan.period.last_day:
            lines.append(("", filled(words["at-first"], {"day": self._day(plan.period.last_day)})))
        if state.closed is not None:
            closed = {"day": self._day(state.closed.date), "result": words["results"][state.closed.result]}
            lines.append((words["closed"], filled(words["closed-as"], closed)))
        yield self._pairs(lines)

    def goals(self) -> Iterator[Any]:
        yield from self._title("goals")
        if not self.seen.goals:
            yield shown(self.words["no-goals"])
            return
        rows = self.words["rows"]
        label = max(cell_len(text) for text in rows.values())
        room = self.width - label - _GAP
        abreast = max(1, min(len(self.seen.goals), room // (_NARROWEST_GOAL + _GAP)))
        wide = min(_WIDEST_GOAL, room // abreast - _GAP)
        for first in range(0, len(self.seen.goals), abreast):
            band = self.seen.goals[first : first + abreast]
            table = _columns([label, *([wide] * len(band))])
            table.add_row("", *(shown(one.goal.id, "bold") for one in band))
            columns = [self._goal(one) for one in band]
            for key, heading in rows.items():
                table.add_row(shown(heading, "dim"), *(column[key] for column in columns))
            yield from ([""] if first else [])
            yield table

    def meetings(self) -> Iterator[Any]:
        yield from self._title("check-ins")
        if not self.seen.check_ins:
            yield shown(self.words["no-check-ins"])
            return
        held = [fate for _, fate in self.seen.check_ins]
        counts = {key: held.count(key) for key in ("held", "missed", "unrecorded", "planned")}
        yield shown(filled(self.words["check-ins"], {**counts, "all": len(held)}))
        table = plain_table()
        table.show_header = False
        for meeting, fate in sorted(self.seen.check_ins, key=lambda one: one[0].day):
            said = self._shape(fate, self.words["fates"][fate])
            if meeting.is_moved and fate != "missed":
                said.append(f" ({filled(self.words['moved'], {'day': meeting.planned.date})})")
            kind = self.due["meetings"][meeting.planned.kind]
            table.add_row(shown(meeting.planned.id), shown(self._day(meeting.day)), shown(kind), said)
        yield table

    def support(self) -> Iterator[Any]:
        yield from self._title("support")
        if not self.seen.support:
            yield shown(self.words["no-support"])
            return
        table = plain_table()
        table.show_header = False
        for one in self.seen.support:
            day = one.day.isoformat() if one.day else "–"
            who = self._provider(one)
            table.add_row(
                shown(one.support.id), shown(one.support.what), shown(who), shown(day), self._fate(one)
            )
        yield table

    def outlook(self, path: str) -> Iterator[Any]:
        yield ""
        late = sum(item.overdue for item in self.seen.items)
        coming = self._item(self.seen.next) if self.seen.next else self.words["nothing-next"]
        lines = [(self.words["next"], coming)]
        if late:
            lines.append(
                (self.words["late"], filled(self.words["late-see"], {"count": late, "path": quote(path)}))
            )
        yield self._pairs(lines)

    def _goal(self, one: GoalGlance) -> dict[str, Text]:
        words, goal = self.words, one.goal
        measured, path, now = one.measured, rounded(one.path), rounded(one.path_today)
        unit = goal.measure.unit if goal.measure else None
        latest = one.latest.observed if one.latest and one.latest.observed else "–"
        if measured is not None and measured.value is not None:
            values = {"value": self.formats.quantity(measured.value, unit), "day": measured.day}
            latest = filled(words["latest"], values)
            if path is not None:
                latest = filled(
                    words["against"], {"latest": latest, "path": self.formats.quantity(path, unit)}
                )
        light = one.latest.light if one.latest else None
        relevance = "yes" if goal.relevance else "no"
        return {
            "specific": shown(goal.text),
            "measurable": shown(self._measure(goal)),
            "accepted": self._shape(one.accepted, words["accepted"][one.accepted]),
            "relevant": self._shape(relevance, words["relevant"][relevance]),
            "time-bound": shown(self._day(one.due) if one.due else "–"),
            "status": self._shape(light or "unjudged", words["lights"][light or "unjudged"]),
            "latest": shown(latest),
            "path": shown(self.formats.quantity(now, unit) if now is not None else "–"),
        }

    def _measure(self, goal: Goal) -> str:
        measure = goal.measure
        if measure is None:
            return "–"
        way = measure.criterion or ""
        if measure.target is not None:
            way = f"→ {self.formats.quantity(measure.target, measure.unit)}"
            if measure.baseline is not None:
                way = f"{self.formats.quantity(measure.baseline, measure.unit)} {way}"
        return ": ".join(filter(None, (measure.indicator, way))) or "–"

    def _provider(self, one: SupportGlance) -> str:
        provider = one.support.provider or "–"
        if provider not in self.words["parties"]:
            return provider
        return (
            self.seen.state.holder(provider, one.day or self.seen.state.today)
            or self.words["parties"][provider]
        )

    def _fate(self, one: SupportGlance) -> Text:
        key = one.result or ("told" if one.has_entry else "late" if one.is_late else "promised")
        return self._shape(key, self.words["support-fates"][key])

    def _item(self, item: Item) -> str:
        what = what_of(item, self.due, self.formats)
        soon = "today" if item.days == 0 else "ahead"
        when = filled(self.due["when"][soon], {"count": item.days})
        values = {
            "day": self._day(item.day),
            "when": when,
            "kind": self.due["kinds"][item.kind],
            "what": what,
        }
        return filled(self.words["next-item"], values)

    def _title(self, key: str) -> Sequence[Any]:
        return ["", shown(self.words["titles"][key], "bold underline")]

    def _day(self, day: date) -> str:
        week = filled(self.due["week"], {"week": day.isocalendar().week})
        return f"{day.isoformat()} ({week})"

    def _pairs(self, lines: Sequence[tuple[str, str]]) -> Table:
        label = max(cell_len(text) for text, _ in lines)
        table = _columns([label, self.width - label - _GAP])
        for heading, text in lines:
            table.add_row(shown(heading, "dim"), shown(text))
        return table

    @staticmethod
    def _shape(key: str, word: str) -> Text:
        shape, style = _SHAPES[key]
        return shown(f"{shape} {word}", style)


def _columns(widths: Sequence[int]) -> Table:
    table = plain_table(padding=_GAP)
    table.show_header = False
    for width in widths:
        table.add_column(width=width, overflow="fold")
    return table
