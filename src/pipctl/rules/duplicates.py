"""GO12: two goals that say the same."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.lint.rule import Case, Hit, rule
from pipctl.model.goals import Goal


@rule("GO12", "duplicate-goals", "warning", reads="T")
def duplicate_goals(case: Case) -> Iterator[Hit]:
    """Two goals say the same.

    What is missed once then counts twice. Two goals are the same when they use the same words, in any form
    and order, and the same amounts, and neither the indicator nor the target of their measures differs.

    Bad::

        goals:
          - {id: G1, text: Besvar alle mails inden for 24 timer., due: 2026-06-01}
          - {id: G2, text: Alle mails skal besvares inden 24 timer., due: 2026-06-01}

    Good::

        goals:
          - {id: G1, text: Besvar alle mails inden for 24 timer., due: 2026-06-01}
          - {id: G2, text: Besvar alle opkald inden for 2 timer., due: 2026-06-01}
    """
    goals = case.plan.goals
    language = case.plan.language
    if language == "en" or not goals[1:]:
        return
    from pipctl.language.sameness import says_the_same  # only where goals are compared

    for index, goal in enumerate(goals):
        for earlier in range(index):
            if not _told_apart(goals[earlier], goal) and says_the_same(
                goals[earlier].text, goal.text, language
            ):
                values = {"id": goal.id, "other": goals[earlier].id}
                yield Hit(("goals", index, "text"), values=values, related=(("goals", earlier, "text"),))
                break


def _told_apart(one: Goal, other: Goal) -> bool:
    """Whether what is measured, or how much of it, differs."""
    if one.measure is None or other.measure is None:
        return False
    pairs = (
        (one.measure.indicator, other.measure.indicator),
        (one.measure.target, other.measure.target),
        (one.measure.criterion, other.measure.criterion),
    )
    return any(first is not None and second is not None and first != second for first, second in pairs)


RULES = (duplicate_goals,)
