"""The talk behind `pipctl new`: question by question in the plan's language, with the seeds' guidance.

What to think of at each question comes from seed 000 (a plan is never the first step; from, to, by; support)
and seed 004 (the preparation questions). Nothing is written before the last question is answered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from pipctl.actions.destination import Destination
from pipctl.actions.new_plan import (
    Answers,
    GivenGoal,
    GivenIncident,
    GivenStep,
    GivenSupport,
    NewPlan,
    calendar_for,
    last_day_of,
    suggested_start,
)
from pipctl.actions.remarks import findings_in
from pipctl.cli.asking import Talk, own_names
from pipctl.cli.everywhere import Everywhere
from pipctl.cli.replies import Length, read_day, read_length, read_number, read_target, read_text
from pipctl.cli.sketch import show_meetings, show_summary
from pipctl.model.scalars import Country, Language
from pipctl.schedule.workdays import WorkCalendar
from pipctl.store.texts import filled, load_texts

_MOST_GOALS = 5
_VAGUE = ("GO02", "GO03", "GO04")
_OF_GOALS = (*_VAGUE, "GO07", "GO08", "GO09", "GO10")
_HOME: Mapping[Language, Country] = {"da": "DK", "sv": "SE", "en": "DK"}
_USUAL: Mapping[Country, Length] = {"DK": Length(days=90), "SE": Length(weeks=8)}
"""Seed 000: 30 to 90 days; seed 004: six to eight weeks."""


Known = TypeVar("Known")


class Stopped(Exception):
    """The talk ended with the answer that no plan is to be made."""


def interview(answers: Answers, place: Destination, everywhere: Everywhere) -> NewPlan:
    """Ask for all that is not yet answered and return the plan once it has been agreed to.

    Args:
        answers: what the flags and the configuration say; it is not asked again.
        place: where the plan goes.
        everywhere: the day, the language until that of the plan is known, colors.

    Raises:
        Stopped: the plan is not to be made, or not yet.
        KeyboardInterrupt, EOFError: the talk was broken off.
    """
    language = answers.language
    if language is None:
        first = Talk(everywhere.language, everywhere)
        chosen: Any = first.choose("language", own_names(), default=everywhere.language)
        language = chosen
    everywhere.go_on_in(language)
    talk = _Interview(
        Talk(language, everywhere), replace(answers, language=language), place, everywhere.today
    )
    return talk.run()


class _Interview:
    """The questions in order; `answers` grows with each."""

    def __init__(self, talk: Talk, answers: Answers, place: Destination, today: date) -> None:
        self.talk = talk
        self.answers = answers
        self.place = place
        self.today = today
        self.keys: Mapping[str, Any] = load_texts(talk.language, "keys")

    def run(self) -> NewPlan:
        self.talk.say(self.talk.words["opening"])
        if self.answers.country is None:
            countries, default = self.keys["plan"]["country"]["values"], _HOME[self.talk.language]
            self._set(country=self.talk.choose("country", countries, default))
        self._stop_questions()
        self._parties()
        self._period()
        self._meetings()
        self._background()
        self._earlier_steps()
        self._goals()
        self._support()
        self._consequence()
        return self._agreed()

    def _set(self, **answers: Any) -> None:
        self.answers = replace(self.answers, **answers)

    def _fill(
        self, field: str, read: Callable[[str], object] = read_text, *, is_required: bool = False
    ) -> None:
        """Ask for one thing, unless a flag said it."""
        if getattr(self.answers, field) is None:
            ask = self.talk.demand if is_required else self.talk.ask
            self._set(**{field: ask(field, read)})

    def _stop_questions(self) -> None:
        """Ask first what may forbid a plan; of the answer nothing is kept."""
        self.talk.section("stop")
        self.talk.bullets(self.talk.words["stop"])
        if self.talk.agrees("stop", default=None):
            self.talk.say(self.talk.words["stop-advice"], "yellow")
            if not self.talk.agrees("cleared", default=False):
                raise Stopped

    def _parties(self) -> None:
        self.talk.section("parties")
        self._fill("employee", is_required=True)
        self._fill("role")
        self._fill("department")
        self._fill("since", read_day)
        self._fill("manager", is_required=True)
        self._fill("manager_role")
        self._fill("hr")

    def _period(self) -> None:
        self.talk.section("period")
        country: Country = _known(self.answers.country)
        calendar = calendar_for(self.place.configuration.policy, country)
        if self.answers.start is None:
            default = None if self.answers.end else suggested_start(calendar, self.today)
            self._set(start=self.talk.demand("start", self._read_start, default, str(default or "")))
        is_asked = not self.answers.has_length
        if is_asked:
            usual = _USUAL[country]
            unit, count = ("weeks", usual.weeks) if usual.weeks else ("days", usual.days)
            suggestion = filled(load_texts(self.talk.language, "dates")[unit], {"count": count})
            length = self.talk.demand(f"length-{country}", self._read_length, usual, suggestion)
            self._set(**length._asdict())
        while self._remark_on_period(calendar) and is_asked:
            if (other := self.talk.ask("length-again", self._read_length)) is None:
                break
            self._set(**other._asdict())

    def _read_start(self, answer: str) -> date:
        day = read_day(answer)
        if self.answers.has_length:
            last_day_of(day, self.answers.end, self.answers.weeks, self.answers.days)
        return day

    def _read_length(self, answer: str) -> Length:
        length = read_length(answer)
        last_day_of(_known(self.answers.start), *length)
        return length

    def _remark_on_period(self, calendar: WorkCalendar) -> bool:
        """Say what the period holds; whether the linter thinks ill of it."""
        start, end = _known(self.answers.start), self.place.plan(self.answers).last_day
        length = filled(load_texts(self.talk.language, "dates")["days"], {"count": (end - start).days})
        workdays = calendar.working_days_between(start, end)
        self.talk.tell("period", start=start, end=end, days=length, workdays=workdays)
        kick_off = calendar.next_working_day(start)
        if kick_off != start:
            self.talk.tell("start-day-off", "yellow", start=start, day=kick_off)
        return self._remark("period", ("PE",))

    def _meetings(self) -> None:
        rhythms = self.keys["follow_up"]["rhythm"]["values"]
        is_asked = self.answers.chosen_rhythm is None
        if is_asked:
            default = self.place.plan(self.answers).rhythm
            self._set(chosen_rhythm=self.talk.choose("rhythm", rhythms, default))
        show_meetings(self.talk, self.place.plan(self.answers))
        while is_asked and (other := self.talk.choose("rhythm-again", rhythms)):
            self._set(chosen_rhythm=other)
            show_meetings(self.talk, self.place.plan(self.answers))

    def _background(self) -> None:
        self.talk.section("background")
        if not self.answers.category:
            categories = self.keys["background"]["category"]["values"]
            self._set(category=self.talk.choose_several("category", categories))
        self._fill("expected")
        self._fill("actual")
        incidents: list[GivenIncident] = []
        while day := self.talk.ask("incident_date-more" if incidents else "incident_date", read_day):
            if (what := self.talk.ask("incident_what", read_text)) is None:
                break
            effect = self.talk.ask("incident_effect", read_text)
            incidents.append(GivenIncident(what=what, date=day, effect=effect))
        self._set(incidents=tuple(incidents))
        self._fill("causes")
        self._fill("employee_view")

    def _earlier_steps(self) -> None:
        self.talk.section("earlier_steps")
        steps: list[GivenStep] = []
        while day := self.talk.ask("step_date-more" if steps else "step_date", read_day):
            kind: Any = self.talk.choose("step_kind", self.keys["earlier_step"]["kind"]["values"])
            if (what := self.talk.ask("step_what", read_text)) is None:
                break
            result = self.talk.ask("step_result", read_text)
            steps.append(GivenStep(what=what, date=day, kind=kind, result=result))
        self._set(earlier_steps=tuple(steps))
        if steps:
            self._remark("background", ("BG04",))
        else:
            self._fill("no_earlier_steps_because")

    def _goals(self) -> None:
        self.talk.section("goals")
        end = self.place.plan(self.answers).last_day
        while len(goals := self.answers.goals) < _MOST_GOALS:
            name = "goal-more" if goals else "goal"
            if (text := self.talk.ask(name, read_text, number=len(goals) + 1)) is None:
                return
            goal = self._measured(GivenGoal(text=text), end)
            self._set(goals=(*goals, goal))
            while self._remark(f"goals/G{len(goals) + 1}", _OF_GOALS):
                if (again := self.talk.ask("goal_again", read_text)) is None:
                    break
                self._set(goals=(*goals, replace(goal, text=again)))
        self.talk.tell("enough-goals")

    def _measured(self, goal: GivenGoal, end: date) -> GivenGoal:
        """Ask from what, to what, by when."""
        indicator = self.talk.ask("indicator", read_text)
        unit = baseline = target = None
        if indicator is not None:
            unit = self.talk.ask("unit", read_text)
            baseline = self.talk.ask("baseline", read_number)
            target = self.talk.ask("target", read_target)
        due = self.talk.ask("due", read_day, end=end)
        return replace(
            goal,
            indicator=indicator,
            unit=unit,
            baseline=baseline,
            target=target if isinstance(target, Decimal) else None,
            criterion=target if isinstance(target, str) else None,
            due=due,
        )

    def _support(self) -> None:
        self.talk.section("support")
        words = load_texts(self.talk.language, "due")["parties"]
        parties = {word.casefold(): party for party, word in words.items()}
        while True:
            given = self.answers.support
            name = "support-more" if given else "support"
            if (what := self.talk.ask(name, read_text, number=len(given) + 1)) is None:
                return
            named = self.talk.ask("provider", read_text) or ""
            provider = parties.get(named.casefold(), named) or None
            due = self.talk.ask("support_due", read_day)
            self._set(support=(*given, GivenSupport(what=what, provider=provider, due=due)))
            self._remark(f"support/S{len(given) + 1}", ("SU",))

    def _consequence(self) -> None:
        self.talk.section("consequence")
        self._fill("not_met")
        self._fill("met")

    def _remark(self, below: str, only: tuple[str, ...]) -> bool:
        """Say what the linter finds at a place and below; whether it found anything."""
        found = [
            one
            for one in findings_in(
                self.place.plan(self.answers), self.place.configuration.policy, self.today, only
            )
            if f"{one.address}/".startswith(f"{below}/")
        ]
        if found:
            lead = "vague" if any(one.code in _VAGUE for one in found) else "remarks"
            points = dict.fromkeys(f"{one.message} {one.help}".strip() for one in found)
            self.talk.points(self.talk.words["says"][lead], points)
        return bool(found)

    def _agreed(self) -> NewPlan:
        """Show what there is and return it, unless the answer is no."""
        plan = self.place.plan(self.answers)
        show_summary(self.talk, plan, findings_in(plan, self.place.configuration.policy, self.today))
        if not self.talk.agrees("save", default=True):
            raise Stopped
        return plan


def _known(value: Known | None) -> Known:
    """Return what an earlier question has made sure of."""
    if value is None:
        raise AssertionError
    return value
