"""BG: what the plan rests on: events, the gap, what was tried before, the employee's side."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.lint.rule import Case, Hit, at, rule
from pipctl.model.agreement import Background, EarlierStep
from pipctl.model.record import Comment, Meeting

_STEPS = ("background", "earlier_steps")


@rule("BG01", "background-without-incidents", "warning", reads="ST", basis="seed 004 §1")
def background_without_incidents(case: Case) -> Iterator[Hit]:
    """The background names no dated, concrete event.

    An event with its day can be recognized by the employee and checked by others; without one the plan
    rests on an impression. It may stand under `incidents` or be told under `summary` or `actual`.

    Bad::

        background:
          incidents:
            - what: 14 af 20 stikprøvesager blev besvaret efter mere end 24 timer.

    Good::

        background:
          incidents:
            - date: 2025-11-12
              what: 14 af 20 stikprøvesager blev besvaret efter mere end 24 timer.
    """
    background = _background(case)
    incidents = background.incidents
    if any(incident.date and incident.what for incident in incidents):
        return
    if not any(_tells_event(case, text) for text in (background.summary, background.actual) if text):
        yield Hit(("background", "incidents"), "incomplete" if incidents else "none")


@rule("BG02", "gap-not-stated", "warning", basis="seed 004")
def gap_not_stated(case: Case) -> Iterator[Hit]:
    """What is expected or what was achieved is missing.

    The gap tells how large the problem is. Where one side of it is missing, nobody can say later whether
    it has become smaller.

    Bad::

        background:
          actual: 72 % tilfredse kunder i januar 2026.

    Good::

        background:
          expected: Mindst 85 % tilfredse kunder.
          actual: 72 % tilfredse kunder i januar 2026.
    """
    background = _background(case)
    if not background.expected and not background.actual:
        yield Hit(("background", "expected"), "both")
    elif not background.expected:
        yield Hit(("background", "expected"), "expected")
    elif not background.actual:
        yield Hit(("background", "actual"), "actual")


@rule(
    "BG03",
    "no-earlier-steps",
    "warning",
    basis="seed 000",
    escalates=("error", "sealed"),
)
def no_earlier_steps(case: Case) -> Iterator[Hit]:
    """No feedback, talk or warning came first, and nothing says why not.

    A plan is never the first reaction; it follows ordinary feedback and support that did not suffice. A
    step counts once it says what kind it was or what was done. Once a party has signed or declined to
    sign it is an error.

    Bad::

        background:
          expected: Mindst 85 % tilfredse kunder.
          actual: 72 % tilfredse kunder i januar 2026.

    Good::

        background:
          expected: Mindst 85 % tilfredse kunder.
          actual: 72 % tilfredse kunder i januar 2026.
          no_earlier_steps_because: Fejlen i afregningen blev fundet ved revisionen den 20. februar 2026.
    """
    background = _background(case)
    if not background.no_earlier_steps_because and not _said(background.earlier_steps):
        yield Hit(_STEPS, escalates=case.state.is_sealed)


@rule("BG04", "sudden-plan", "warning", basis="seed 000, misuse", limits={"sudden_plan_days": 14})
def sudden_plan(case: Case) -> Iterator[Hit]:
    """The first earlier step came under 14 days before the start, or it was the only one.

    A plan that comes out of the blue is a known sign that the dismissal has been decided. A single step
    suffices where it was a written warning. A reason under
    `no_earlier_steps_because` answers the question.

    Bad::

        background:
          earlier_steps:
            - {date: 2026-02-23, kind: feedback, what: Samtale om svartid., result: Ingen ændring.}
            - {date: 2026-02-25, kind: coaching, what: Gennemgang af ti sager., result: Ingen ændring.}

    Good::

        background:
          earlier_steps:
            - {date: 2025-12-03, kind: feedback, what: Samtale om svartid., result: Ingen ændring.}
            - {date: 2026-01-14, kind: coaching, what: Gennemgang af ti sager., result: Ingen ændring.}
    """
    background, start = _background(case), case.plan.period.start
    steps = background.earlier_steps
    if background.no_earlier_steps_because or not _said(steps):
        return
    dated = sorted((step.date, index) for index, step in enumerate(steps) if step.date)
    if not dated:
        yield Hit(_STEPS, "undated")
        return
    first, place = dated[0]
    if (start - first).days < (least := case.limit("sudden_plan_days")):
        yield Hit((*_STEPS, place, "date"), "late", {"day": first, "least": least})
    elif (
        sum(step.date is None or step.date < start for step in steps) == 1 and steps[place].kind != "warning"
    ):
        yield Hit((*_STEPS, place), "single")


@rule("BG05", "earlier-step-without-result", "warning", basis="seed 004 §1")
def earlier_step_without_result(case: Case) -> Iterator[Hit]:
    """An earlier step does not say what came of it.

    What was tried, and what it led to, tells which support is right now.

    Bad::

        background:
          earlier_steps:
            - {date: 2025-12-03, kind: feedback, what: Samtale om svartid.}

    Good::

        background:
          earlier_steps:
            - {date: 2025-12-03, kind: feedback, what: Samtale om svartid., result: Ingen ændring.}
    """
    for index, step in enumerate(_background(case).earlier_steps):
        if not step.result:
            yield at(*_STEPS, index, "result")


@rule("BG06", "one-sided", "info", basis="seed 004, seed 001")
def one_sided(case: Case) -> Iterator[Hit]:
    """Neither the employee's view nor causes at work are described, and the employee has not commented.

    Whoever was heard is readier to change, and the cause may lie in the work itself. A comment by the
    employee in the record counts, and so does the employee's view at a meeting.

    Bad::

        background:
          expected: Mindst 85 % tilfredse kunder.
          actual: 72 % tilfredse kunder i januar 2026.

    Good::

        background:
          expected: Mindst 85 % tilfredse kunder.
          actual: 72 % tilfredse kunder i januar 2026.
          employee_view: Jeg er enig i tallene og peger på vagtplanen.
    """
    background = _background(case)
    if not background.employee_view and not background.causes and not _employee_has_spoken(case):
        yield at("background", "employee_view")


def _background(case: Case) -> Background:
    return case.plan.background or Background()


def _tells_event(case: Case, text: str) -> bool:
    language = case.plan.language
    if language == "en":
        return False
    from pipctl.language.events import dated_events  # only where the fields hold no event

    return bool(dated_events(text, language))


def _said(steps: tuple[EarlierStep, ...]) -> bool:
    """Whether any step says what it was."""
    return any(step.kind or step.what for step in steps)


def _employee_has_spoken(case: Case) -> bool:
    return any(
        (isinstance(entry, Comment) and entry.by == "employee")
        or (isinstance(entry, Meeting) and bool(entry.employee_view))
        for _, entry in case.state.entries
    )


RULES = (
    background_without_incidents,
    gap_not_stated,
    no_earlier_steps,
    sudden_plan,
    earlier_step_without_result,
    one_sided,
)
