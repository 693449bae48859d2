"""SU07: help that is promised in words which nobody can be held to."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.lint.rule import Case, Hit, rule
from pipctl.rules.remarks import remarks
from pipctl.store.source import Path

_PROMISING = frozenset(["amended", "check-in", "comment", "extended"])
"""Entries in which help may be promised; the others tell what became of it."""
_TOLD_AFTERWARDS = frozenset(["earlier_steps", "incidents", "results", "went_well"])
"""Keys of the background and of minutes under which help is told of, and not promised."""


@rule("SU07", "vague-support", "warning", reads="T", basis="seed 004")
def vague_support(case: Case) -> Iterator[Hit]:
    """Help is promised as needed or as far as possible, without a day or an amount.

    Nobody can say whether it was given, and the one who needs it most asks last. Under support a start, a due
    date or hours say how much it is; elsewhere the text must. What has been given already, and what the
    employee asks for, is no promise.

    Bad::

        responsibilities:
          employee: Fører log over afvigelser.
          manager: Giver hjælp efter behov.
          hr: Deltager i slutevalueringen.

    Good::

        responsibilities:
          employee: Fører log over afvigelser.
          manager: Giver en times hjælp hver tirsdag.
          hr: Deltager i slutevalueringen.
    """
    for remark in remarks(case, "vague-support", heeds_terms=True):
        if not remark.is_their_side and _is_open_promise(case, remark.path):
            yield Hit(remark.path, words=remark.words)


def _is_open_promise(case: Case, path: Path) -> bool:
    """Whether help is promised at a place, and no key beside it says when or how much."""
    if not _TOLD_AFTERWARDS.isdisjoint(path[1:3]):
        return False
    beside = case.source.value(path[:-1])
    if path[0] == "support":
        return all(beside.get(key) is None for key in ("due", "start", "hours"))
    if path[0] == "record":
        is_dated = "next_steps" in path and beside.get("due") is not None
        return case.source.value(path[:2])["event"] in _PROMISING and not is_dated
    return True


RULES = (vague_support,)
