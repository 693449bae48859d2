"""The free texts of a plan, and who speaks in each: what TX, EQ, PV, BG01 and SU07 read (rules.md).

Names, ids, links, units, `source` and choices of words are no free texts.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pipctl.lint.rule import Case
from pipctl.store.source import Path

if TYPE_CHECKING:
    from pipctl.language.lists import SentenceLanguage

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
_NOTHING: frozenset[str] = frozenset()
_STEPS = "earlier_steps"
_DUTIES = "responsibilities"
_Written = tuple[Path, str, bool]
_MarkName = Literal["DIGITS", "HOUSE", "MAIL", "NAME", "FOREIGN", "TONE"]


class FreeText(NamedTuple):
    """A text that someone wrote into the plan.

    Attributes:
        path: where it stands.
        text: as data.
        is_employees: whether it is the employee's own words, which nobody else may tone down.
        marks: what it may hold (language/skimming.py); most texts have none and need not be read.
    """

    path: Path
    text: str
    is_employees: bool
    marks: int


@lru_cache(maxsize=1)
def free_texts(case: Case) -> tuple[FreeText, ...]:
    """Return the free texts of the agreement and the record that may hold something, in reading order.

    The rules of one plan ask one after the other, so the texts of the last plan are kept.
    """
    from pipctl.language.skimming import skimmer  # only where texts are read
    from pipctl.language.words import composed

    marks_of = skimmer(language_of(case)).marks
    return tuple(
        [
            FreeText(path, text, is_employees, marks)
            for path, written, is_employees in _written(case)
            if (marks := marks_of(text := written if written.isascii() else composed(written)))
        ]
    )


def texts_marked(case: Case, *marks: _MarkName) -> list[FreeText]:
    """Return the free texts with one of some marks (`skimming.Mark`)."""
    wanted = _bits(marks)
    return [text for text in free_texts(case) if text.marks & wanted]


@cache
def _bits(marks: tuple[_MarkName, ...]) -> int:
    from pipctl.language.skimming import Mark  # only where texts are read

    return sum(getattr(Mark, mark) for mark in marks)


def language_of(case: Case) -> SentenceLanguage:
    """Return the language that words are looked up in; for an English plan that of its country."""
    if case.plan.language != "en":
        return case.plan.language
    return "sv" if case.plan.country == "SE" else "da"


def _written(case: Case) -> list[_Written]:
    found: list[_Written] = []
    for key, value in case.source.data.items():
        if key == "record":
            for index, entry in enumerate(value):
                _add_entry(found, entry, (key, index))
        elif key == _DUTIES:
            _add_all(found, value, (key,), is_employees=False)
        elif isinstance(value, str):
            if key in _SENTENCES:
                found.append(((key,), value, False))
        elif isinstance(value, (dict, list)):
            _add_below(found, value, (key,), _NOTHING, is_employees=False)
    return found


def _add_entry(found: list[_Written], entry: dict[str, Any], path: Path) -> None:
    event = entry.get("event", "")
    is_own = event in _OWN_ENTRIES and entry.get("by") == "employee"
    _add_below(found, entry, path, _CHOSEN_BY_EVENT.get(event, _NOTHING), is_employees=is_own)


def _add_below(
    found: list[_Written], value: Any, path: Path, chosen: frozenset[str], *, is_employees: bool
) -> None:
    """Add the free texts of a mapping or list; every value of every plan passes here, so it is one loop."""
    is_mapping = isinstance(value, dict)
    for key, one in value.items() if is_mapping else enumerate(value):
        kind = type(one)
        if kind is str:
            if key in _SENTENCES and key not in chosen and not _is_name(key, path):
                found.append(((*path, key), one, is_employees or key in _OWN_WORDS))
        elif kind is list and key in _SENTENCES and one and isinstance(one[0], str):
            _add_all(found, one, (*path, key), is_employees=is_employees or key in _OWN_WORDS)
        elif kind is dict or kind is list:
            _add_below(found, one, (*path, key), chosen, is_employees=is_employees)
    if is_mapping and "result" in value and path[-2:-1] == (_STEPS,) and isinstance(value["result"], str):
        found.append(((*path, "result"), value["result"], False))


def _is_name(key: str | int, path: Path) -> bool:
    """Whether a title is that of a person and no sentence."""
    return key == "title" and path[:1] == ("record",)


def _add_all(found: list[_Written], value: Any, path: Path, *, is_employees: bool) -> None:
    if isinstance(value, str):
        found.append((path, value, is_employees))
    elif isinstance(value, (dict, list)):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            if key != "who":
                _add_all(found, one, (*path, key), is_employees=is_employees)
