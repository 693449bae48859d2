from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipctl.actions.new_plan import (
    MOST_DAYS,
    GivenGoal,
    GivenIncident,
    GivenStep,
    GivenSupport,
    NewPlan,
    last_day_of,
)
from pipctl.actions.remarks import findings_in
from pipctl.actions.scaffold import meetings_of, scaffold, unreadable_in
from pipctl.errors import Refusal
from pipctl.model.plan import Plan
from pipctl.model.policy import Policy
from pipctl.model.scalars import Country, Language
from pipctl.model.validation import validate
from pipctl.schedule.workdays import WorkCalendar
from pipctl.store.reader import read
from tests.plans import data_of, plan_of

LANGUAGES: tuple[Language, ...] = ("da", "sv", "en")
COUNTRIES: tuple[Country, ...] = ("DK", "SE")
PLACE = re.compile(r"^( *)# ( *(?:- |- \{)?[a-z_]+:|  +- )", re.MULTILINE)
"""A commented place to fill in: a key or the item of a list, told from prose by its form."""

HARD_TEXTS = (
    'O"Neil: #1 [x]', "no", "NO", "yes", "on", "2026", "2026-03-02", "%", "- led", "? hvad", "! nej", "'",
    '"', "\\", "\\n", "a: b", "a #b", "{x}", "[", "]", ",", "&a", "*a", "|", ">", "~", "null", "true", "1e3",
    "0x1F", "1_000", "12:30", " foran", "bagved ", "a\u00a0b", "👩‍💻", "Ægir Ø. Ågård", "{{ plan.id }}",
    "{% raw %}", "{# x #}", "name:", "…", "#", "pipctl: 1", "<>", "é", "e\u0301", "語", "\U0001f600",
    "x" * 500, "et ord " * 40 + "slut", "dobbelt  mellemrum " * 10 + "x",
)  # fmt: skip


def new_plan(**changes: Any) -> NewPlan:
    known: dict[str, Any] = {
        "id": "2026-001",
        "path": "plans/2026-001.yaml",
        "language": "da",
        "country": "DK",
        "employee": "Søren Æbelø",
        "manager": "Åse Lindqvist",
        "start": date(2026, 3, 3),
        "days": 90,
        **changes,
    }
    known.setdefault("calendar", WorkCalendar(known["country"]))
    if {"weeks", "end"} & changes.keys():
        known["days"] = None
    return NewPlan(**known)


def everything() -> dict[str, Any]:
    """What the talk can collect, all of it."""
    return {
        "role": "Kundekonsulent", "department": "Øst", "since": date(2019, 8, 1),
        "manager_role": "Teamleder", "hr": "Lis Toft", "category": ("results", "quality"),
        "summary": "Svartiden er steget.", "expected": "85 %", "actual": "72 %",
        "incidents": (
            GivenIncident(what="14 af 20 sager kom sent.", date=date(2025, 11, 12), effect="Seks klager."),
            GivenIncident(what="Uden dato"),
        ),
        "earlier_steps": (
            GivenStep(what="Samtale", date=date(2025, 12, 3), kind="feedback", result="Lidt bedre"),
            GivenStep(what="Makker"),
        ),
        "causes": "Vagtplanen", "employee_view": "Enig",
        "goals": (
            GivenGoal(text="Øg kundetilfredsheden", indicator="Tilfredse", unit="%",
                      baseline=Decimal("72.50"), target=Decimal(85), due=date(2026, 6, 1)),
            GivenGoal(text="Bestå prøven", criterion="Prøven er bestået"),
            GivenGoal(text="Fra nul", indicator="Fejl", baseline=Decimal(0), target=Decimal("0.0")),
        ),
        "support": (
            GivenSupport(what="Coaching", kind="coaching", provider="hr", due=date(2026, 4, 1),
                         hours=Decimal(6)),
            GivenSupport(what="Tid"),
        ),
        "met": "Planen lukkes", "not_met": "Det kan føre til omplacering",
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("more", [{}, everything()], ids=["least", "everything"])
def test_the_result_is_a_plan_without_errors(
    language: Language, country: Country, more: dict[str, Any]
) -> None:
    request = new_plan(language=language, country=country, **more)
    plan = plan_of(scaffold(request))
    assert (plan.id, plan.language, plan.country) == ("2026-001", language, country)
    policy, _ = validate({"pipctl": 1}, Policy)
    assert policy is not None
    found = findings_in(request, policy, date(2026, 2, 20))
    assert found
    assert [one for one in found if one.level == "error"] == []


def test_everything_that_was_collected_stands_in_the_plan() -> None:
    data = data_of(scaffold(new_plan(**everything())))
    assert data["employee"] == {
        "name": "Søren Æbelø", "role": "Kundekonsulent", "department": "Øst", "since": "2019-08-01",
    }  # fmt: skip
    assert data["manager"] == {"name": "Åse Lindqvist", "role": "Teamleder"}
    assert data["hr"] == {"name": "Lis Toft"}
    assert data["background"] == {
        "category": ["results", "quality"], "summary": "Svartiden er steget.", "expected": "85 %",
        "actual": "72 %", "causes": "Vagtplanen", "employee_view": "Enig",
        "incidents": [
            {"what": "14 af 20 sager kom sent.", "date": "2025-11-12", "effect": "Seks klager."},
            {"what": "Uden dato"},
        ],
        "earlier_steps": [
            {"what": "Samtale", "date": "2025-12-03", "kind": "feedback", "result": "Lidt bedre"},
            {"what": "Makker"},
        ],
    }  # fmt: skip
    assert data["goals"] == [
        {
            "id": "G1", "text": "Øg kundetilfredsheden", "due": "2026-06-01",
            "measure": {"indicator": "Tilfredse", "unit": "%", "baseline": Decimal("72.50"), "target": 85},
        },
        {"id": "G2", "text": "Bestå prøven", "measure": {"criterion": "Prøven er bestået"}},
        {
            "id": "G3", "text": "Fra nul",
            "measure": {"indicator": "Fejl", "baseline": 0, "target": Decimal("0.0")},
        },
    ]  # fmt: skip
    assert data["support"] == [
        {
            "id": "S1",
            "what": "Coaching",
            "kind": "coaching",
            "provider": "hr",
            "due": "2026-04-01",
            "hours": 6,
        },
        {"id": "S2", "what": "Tid"},
    ]
    assert data["consequence"] == {"met": "Planen lukkes", "not_met": "Det kan føre til omplacering"}
    assert data["period"] == {"start": "2026-03-03", "days": 90}


def test_nothing_that_was_not_given_is_stated_as_a_fact() -> None:
    assert list(data_of(scaffold(new_plan()))) == [
        "pipctl", "id", "language", "country", "employee", "manager", "period", "follow_up",
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", COUNTRIES)
def test_every_place_to_fill_in_is_a_key_of_the_format_where_it_stands(
    language: Language, country: Country
) -> None:
    text = scaffold(new_plan(language=language, country=country))
    places = PLACE.findall(text)
    assert len(places) > 60
    filled_in = PLACE.sub(lambda place: f"{place[1]}{place[2]}", text)
    source = read("plan.yaml", filled_in.encode())
    assert source.faults == ()
    _, problems = validate(source.data, Plan)
    assert {one.kind for one in problems} <= {
        "choice", "day-expected", "number-expected", "count-expected", "percent-range", "interval-expected",
        "truth-expected", "identifier-expected",
    }  # fmt: skip
    assert [one for one in source.data if one not in Plan.__dataclass_fields__] == []
    missing = {
        "employer",
        "hr",
        "background",
        "goals",
        "support",
        "responsibilities",
        "consequence",
        "record",
    }
    assert missing <= source.data.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_as_long_as_one_likes_to_read(language: Language) -> None:
    lines = scaffold(new_plan(language=language)).splitlines()
    assert 100 <= len(lines) <= 160
    assert max(map(len, lines)) <= 120
    assert [line for line in lines if line != line.rstrip()] == []


def test_the_sections_stand_in_the_order_of_the_format() -> None:
    text = scaffold(new_plan(**everything()))
    keys = [line.partition(":")[0] for line in re.findall(r"^(?:# )?[a-z_]+:(?= |$)", text, re.MULTILINE)]
    order = [key.removeprefix("# ") for key in keys]
    known = [one for one in Plan.__dataclass_fields__ if one in order]
    assert len(known) > 15
    assert order == known


def test_a_long_answer_is_folded_and_read_back_as_one_line() -> None:
    long = "Kundetilfredsheden i de sager, der er besvaret, er faldet: #1 [se bilag] " * 4 + "nu."
    text = scaffold(new_plan(summary=long, met=long))
    assert "  summary: >-\n    Kundetilfredsheden" in text
    assert data_of(text)["background"]["summary"] == long
    assert data_of(text)["consequence"]["met"] == long


def test_the_schema_is_the_first_line_and_left_out_where_there_is_none() -> None:
    with_schema = scaffold(new_plan(schema="../schemas/plan.da.schema.json"))
    first = "# yaml-language-server: $schema=../schemas/plan.da.schema.json\n"
    assert with_schema == first + scaffold(new_plan())


def test_an_employer_that_the_repository_knows_is_not_asked_for() -> None:
    assert "# employer:" in scaffold(new_plan())
    assert "employer:" not in scaffold(new_plan(has_configured_employer=True))


def test_only_a_danish_plan_is_asked_whether_it_is_a_warning() -> None:
    assert "# is_warning:" in scaffold(new_plan())
    assert "is_warning" not in scaffold(new_plan(country="SE", language="sv"))


@pytest.mark.parametrize(
    ("country", "end", "suggested"),
    [("DK", date(2026, 6, 1), "2031-05-31"), ("SE", date(2028, 2, 29), "2030-02-28")],
)
def test_a_day_of_erasure_is_suggested(country: Country, end: date, suggested: str) -> None:
    text = scaffold(new_plan(country=country, start=end - timedelta(days=60), end=end))
    assert f"\n# erase_by: {suggested}\n" in text


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_a_hard_text_comes_back_verbatim_wherever_it_stands(text: str) -> None:
    goal = GivenGoal(text=text, indicator=text, unit=text, criterion=text)
    request = new_plan(
        employee=text, manager=text, role=text, hr=text, expected=text, met=text, causes=text,
        incidents=(GivenIncident(what=text, effect=text),), goals=(goal,),
        earlier_steps=(GivenStep(what=text, result=text),), support=(GivenSupport(what=text, provider=text),),
    )  # fmt: skip
    plan = plan_of(scaffold(request))
    background, (read_goal,), (support,) = plan.background, plan.goals, plan.support
    assert background is not None
    assert read_goal.measure is not None
    assert plan.hr is not None
    assert plan.consequence is not None
    read_back = [
        plan.employee.name, plan.employee.role, plan.manager.name, plan.hr.name, background.expected,
        background.causes, background.incidents[0].what, background.incidents[0].effect,
        background.earlier_steps[0].what, background.earlier_steps[0].result, read_goal.text,
        read_goal.measure.indicator, read_goal.measure.unit, read_goal.measure.criterion, support.what,
        support.provider, plan.consequence.met,
    ]  # fmt: skip
    assert read_back == [text.strip()] * 17  # white space around a text is no content


def test_words_that_other_programs_take_for_truth_values_are_quoted() -> None:
    assert 'name: "No"' in scaffold(new_plan(employee="No"))


@pytest.mark.parametrize(
    "character", ["\t", "\n", "\r", "\x00", "\x1b", "\x85", "\u2028", "\u202e", "\u200f", "\ufeff", "\udc80"]
)
def test_a_character_that_no_plan_may_hold_is_refused_and_named(character: str) -> None:
    with pytest.raises(Refusal) as caught:
        scaffold(new_plan(manager=f"Ulf{character}Ek"))
    code = f"U+{ord(character):04X}"
    assert (caught.value.key, caught.value.values) == ("new-unreadable", {"place": "manager", "code": code})
    with pytest.raises(Refusal):
        scaffold(new_plan(goals=(GivenGoal(text=character),)))


texts = (
    st.text(min_size=1, max_size=160)
    .map(str.strip)
    .filter(lambda text: bool(text) and unreadable_in(text) is None)
)
lengths = st.one_of(
    st.builds(lambda days: {"days": days}, st.integers(1, MOST_DAYS)),
    st.builds(lambda weeks: {"weeks": weeks}, st.integers(1, MOST_DAYS // 7)),
    st.builds(lambda days: {"after": days}, st.integers(1, MOST_DAYS)),
)


@given(
    st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True),
    st.tuples(texts, texts, texts, texts),
    st.dates(max_value=date(9990, 1, 1)),
    lengths,
    st.sampled_from(["weekly", "biweekly", "monthly", None]),
    st.sampled_from([(language, country) for language in LANGUAGES for country in COUNTRIES]),
)
def test_whatever_is_given_loads_comes_back_and_is_met_on_working_days(
    plan_id: str,
    given_texts: tuple[str, str, str, str],
    start: date,
    length: dict[str, int],
    rhythm: Any,
    place: tuple[Language, Country],
) -> None:
    employee, role, manager, expected = given_texts
    if "after" in length:
        changes: dict[str, Any] = {"end": start + timedelta(days=length["after"])}
    else:
        changes = dict(length)
    request = new_plan(
        id=plan_id, employee=employee, role=role, manager=manager, expected=expected, start=start,
        chosen_rhythm=rhythm, language=place[0], country=place[1], **changes,
    )  # fmt: skip
    plan = plan_of(scaffold(request))
    assert plan.background is not None
    assert (plan.id, plan.employee.name, plan.employee.role) == (plan_id, employee, role)
    assert (plan.manager.name, plan.background.expected) == (manager, expected)
    assert (plan.period.start, plan.period.last_day) == (start, request.last_day)
    assert [(one.date, one.kind) for one in plan.check_ins] == [tuple(one) for one in meetings_of(request)]
    assert [one.id for one in plan.check_ins] == [f"C{number}" for number in range(len(plan.check_ins))]
    assert [one.date for one in plan.check_ins if request.calendar.is_day_off(one.date)] == []


def test_a_start_on_a_day_off_is_kept_and_the_kick_off_is_on_the_next_working_day() -> None:
    plan = plan_of(scaffold(new_plan(start=date(2026, 4, 2), weeks=8)))
    assert plan.period.start == date(2026, 4, 2)
    assert plan.check_ins[0].date == date(2026, 4, 7)


def test_the_milestones_are_those_of_the_seed() -> None:
    plan = plan_of(scaffold(new_plan()))
    kinds = [(one.kind, (one.date - plan.period.start).days) for one in plan.check_ins]
    assert kinds[:2] == [("kick-off", 0), ("status", 14)]
    assert ("midway", 42) in kinds
    assert kinds[-1] == ("final", 90)


@pytest.mark.parametrize(
    ("weeks", "rhythm"), [(4, "weekly"), (8, "weekly"), (9, "biweekly"), (13, "biweekly")]
)
def test_the_rhythm_that_nobody_chose_follows_the_length(weeks: int, rhythm: str) -> None:
    assert new_plan(weeks=weeks).rhythm == rhythm
    assert new_plan(weeks=weeks, chosen_rhythm="monthly").rhythm == "monthly"


def test_a_period_without_a_working_day_has_no_meetings_and_still_loads() -> None:
    text = scaffold(new_plan(start=date(2026, 3, 7), days=1))
    assert plan_of(text).check_ins == ()
    assert "  # check_ins:\n  #   - {id: C0, date: <dato>, kind: kick-off}\n" in text


@pytest.mark.parametrize(
    ("length", "key"),
    [
        ((date(2026, 3, 2), None, None), "new-end-before-start"),
        ((date(2026, 3, 1), None, None), "new-end-before-start"),
        ((date(2028, 3, 4), None, None), "new-too-long"),
        ((None, 105, None), "new-too-long"),
        ((None, None, 732), "new-too-long"),
        ((None, None, 10**9), "new-too-long"),
    ],
)
def test_an_impossible_length_is_refused(length: Any, key: str) -> None:
    with pytest.raises(Refusal) as caught:
        last_day_of(date(2026, 3, 2), *length)
    assert caught.value.key == key


def test_two_years_are_the_longest_and_the_calendar_has_an_end() -> None:
    assert last_day_of(date(2026, 3, 2), None, None, MOST_DAYS) == date(2028, 3, 2)
    assert last_day_of(date(2026, 3, 2), date(2028, 3, 2), None, None) == date(2028, 3, 2)
    with pytest.raises(Refusal) as caught:
        last_day_of(date(9999, 12, 30), None, 1, None)
    assert caught.value.key == "new-past-the-calendar"
