"""What the employer had promised by the closing day and did not keep, as rule OC05 sees it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipctl.lint.rule import Case
from pipctl.model.agreement import Support
from pipctl.model.record import Closed, NotHeld
from pipctl.rules.meetings import Laid, laid
from pipctl.store.source import Path


class Broken(NamedTuple):
    """Promises that were not kept.

    Attributes:
        support: id and place of each measure of support that never came.
        meetings: places of the check-ins that were not held; empty where they are too few to count.
        planned: how many check-ins were due.
    """

    support: tuple[tuple[str, Path], ...]
    meetings: tuple[Path, ...]
    planned: int


def broken_promises(case: Case, closed: Closed) -> Broken:
    """Return what was due before the closing day and not kept."""
    due = [one for one in laid(case) if one.planned.kind != "kick-off" and one.day < closed.date]
    missed = tuple(one.path for one in due if _is_missed(case, one))
    counts = bool(missed) and 100 * len(missed) >= case.limit("missed_check_ins_percent") * len(due)
    return Broken(tuple(_support_that_never_came(case, closed)), missed if counts else (), len(due))


def _support_that_never_came(case: Case, closed: Closed) -> Iterator[tuple[str, Path]]:
    for index, support in enumerate(case.plan.support):
        entries = case.state.support.get(support.id)
        if entries is None:
            if _was_due(case, support, closed):
                yield support.id, ("support", index)
        elif entries[-1][1].result == "withdrawn":
            yield support.id, ("record", entries[-1][0])


def _was_due(case: Case, support: Support, closed: Closed) -> bool:
    """Whether support was due before the closing day; without a day, whether the whole period had passed."""
    day = support.due or support.start
    if day is None:
        return case.state.effective_end <= closed.date
    return case.state.effective(day) < closed.date


def _is_missed(case: Case, one: Laid) -> bool:
    """Whether a meeting was not held, other than by the doing of the employee or the representative."""
    if one.became.held is not None:
        return False
    entry = case.plan.record[one.became.missed[-1]] if one.became.missed else None
    return not (isinstance(entry, NotHeld) and entry.by in ("employee", "representative"))
