"""The free texts of a plan, and who speaks in each: what TX, EQ, PV, BG01 and SU07 read (rules.md).

Names, ids, links, units, `source` and choices of words are no free texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pipctl.lint.rule import Case
from pipctl.store.source import Path

_SENTENCES = frozenset(
    [
        "about",
        "actual",
        "adjust",
        "agenda",
        "bring",
        "business_reason",
        "causes",
        "conclusion",
        "consequence",
        "criterion",
        "effect",
        "employee_view",
        "evidence",
        "expected",
        "how",
        "indicator",
        "manager_view",
        "met",
        "no_earlier_steps_because",
        "not_met",
        "note",
        "observed",
        "realistic",
        "reason",
        "reassignment_note",
        "relevance",
        "review_if",
        "shortcomings",
        "summary",
        "text",
        "title",
        "went_well",
        "what",
        "why",
    ]
)
"""Keys whose value is one sentence or more, or a list of such."""
_CHOSEN_BY_EVENT = {"delivered": frozenset(["what"]), "paused": frozenset(["reason"])}
"""Keys that hold a choice of words in the entry of one event."""
_OWN_WORDS = frozenset(["employee_view"])
_OWN_ENTRIES = frozenset(["comment", "declined", "signed"])
"""Events in which the party named under `by` speaks."""
_DUTIES = "responsibilities"


class FreeText(NamedTuple):
    """A text that someone wrote into the plan.

    Attributes:
        path: where it stands.
        text: as data.
        is_employees: whether it is the employee's own words, which nobody else may tone down.
    """

    path: Path
    text: str
    is_employees: bool


def free_texts(case: Case) -> Iterator[FreeText]:
    """Yield every free text of the agreement and the record, in reading order."""
    for key, value in case.source.data.items():
        if key == "record":
            for index, entry in enumerate(value):
                yield from _of_entry(entry, (key, index))
        elif key == _DUTIES:
            yield from _all_texts(value, (key,), is_employees=False)
        elif isinstance(value, str):
            if key in _SENTENCES:
                yield FreeText((key,), value, is_employees=False)
        elif isinstance(value, (dict, list)):
            yield from _below(value, (key,), frozenset(), is_employees=False)


def _of_entry(entry: dict[str, Any], path: Path) -> Iterator[FreeText]:
    event = entry.get("event", "")
    is_own = event in _OWN_ENTRIES and entry.get("by") == "employee"
    yield from _below(entry, path, _CHOSEN_BY_EVENT.get(event, frozenset()), is_employees=is_own)


def _below(value: Any, path: Path, chosen: frozenset[str], *, is_employees: bool) -> Iterator[FreeText]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in items:
        if isinstance(one, str):
            if key in _SENTENCES and key not in chosen and not _is_name(key, path):
                yield FreeText((*path, key), one, is_employees or key in _OWN_WORDS)
        elif key in _SENTENCES and isinstance(one, list) and one and isinstance(one[0], str):
            yield from _all_texts(one, (*path, key), is_employees=is_employees or key in _OWN_WORDS)
        elif isinstance(one, (dict, list)):
            yield from _below(one, (*path, key), chosen, is_employees=is_employees)
    if path[-2:-1] == ("earlier_steps",) and isinstance(value, dict) and isinstance(value.get("result"), str):
        yield FreeText((*path, "result"), value["result"], is_employees=False)


def _is_name(key: str | int, path: Path) -> bool:
    """Whether a title is that of a person and no sentence."""
    return key == "title" and path[:1] == ("record",)


def _all_texts(value: Any, path: Path, *, is_employees: bool) -> Iterator[FreeText]:
    if isinstance(value, str):
        yield FreeText(path, value, is_employees)
    elif isinstance(value, (dict, list)):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            if key != "who":
                yield from _all_texts(one, (*path, key), is_employees=is_employees)
