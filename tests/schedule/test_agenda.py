"""What is due in one plan: vectors by hand, from the contract's example and from small plans."""

from datetime import date

import pytest

from pipctl.model.state import State
from pipctl.schedule.agenda import KINDS, Item, agenda, names_held
from tests.plans import CONTRACT, plan_of, state_of

D1 = "sha256:" + "1" * 64
D2 = "sha256:" + "2" * 64

SIGNED = f"""
date: 2026-03-02, event: signed, by: manager, digest: "{D1}"
date: 2026-03-02, event: signed, by: employee, digest: "{D1}"
"""
MEETINGS = """
follow_up:
  check_ins:
    - {id: C1, date: 2026-03-16}
    - {id: C2, date: 2026-03-30, kind: midway}
"""
GOAL = """
goals:
  - id: G1
    text: Svara inom ett dygn.
    due: 2026-04-13
    steps: [{due: 2026-03-23, target: 12.50}]
"""
SUPPORT = """
support:
  - {id: S1, what: Handledning, provider: manager, due: 2026-03-20}
  - {id: S2, what: Kurs, provider: Kursföretaget, start: 2026-03-25}
  - {id: S3, what: Stöd vid behov}
"""


def contract(today: str) -> State:
    return State(plan_of(CONTRACT.read_bytes()), date.fromisoformat(today))


def seen(state: State, *kinds: str) -> list[tuple[str, str, str, bool, int]]:
    """Return day, kind, what, overdue and days of the items of some kinds."""
    items = agenda(state)
    wanted = kinds or KINDS
    return [(str(one.day), one.kind, one.what, one.overdue, one.days) for one in items if one.kind in wanted]


def days(state: State, *kinds: str) -> list[tuple[str, bool]]:
    return [(str(one.day), one.overdue) for one in agenda(state) if one.kind in kinds]


def test_the_contracts_example_in_april_by_hand() -> None:
    employee, manager = ("employee", "Søren Æbelø"), ("manager", "Åse Lindqvist")
    rate, proposals = (
        "G1 Tilfredse kunder i egne sager, gennemsnit pr. uge",
        "G2 Løsningsforslag pr. teammøde",
    )
    expected = [
        ("2026-04-10", "next-step", *employee, "Gennemgå fem sager", 9),
        ("2026-04-14", "check-in", *manager, "C3", 13),
        ("2026-04-14", "step", *employee, rate, 13),
        ("2026-04-28", "check-in", *manager, "C4", 27),
        ("2026-05-01", "support", "hr", "hr-02", "S1 Seks timers coaching i skriftlig kundekontakt", 30),
        ("2026-05-12", "check-in", *manager, "C5", 41),
        ("2026-05-12", "step", *employee, rate, 41),
        ("2026-05-26", "check-in", *manager, "C6", 55),
        ("2026-06-01", "check-in", *manager, "C7", 61),
        ("2026-06-01", "goal", *employee, rate, 61),
        ("2026-06-01", "goal", *employee, proposals, 61),
        ("2026-06-01", "end", *manager, "", 61),
        ("2031-05-31", "erasure", *manager, "", 1886),
    ]
    items = agenda(contract("2026-04-01"))
    assert [(str(one.day), *one[1:5], one.days) for one in items] == expected
    assert not any(one.overdue for one in items)
    assert [one.meeting for one in items if one.kind == "check-in"] == ["midway", *["status"] * 3, "final"]
    assert [(str(one.target), one.unit) for one in items if one.kind == "step"] == [("76", "%"), ("80", "%")]


def test_a_moved_meeting_is_due_on_its_new_day_and_what_it_was_to_show_is_late() -> None:
    state = contract("2026-04-15")
    assert seen(state)[:4] == [
        ("2026-04-10", "next-step", "Gennemgå fem sager", True, -5),
        ("2026-04-14", "step", "G1 Tilfredse kunder i egne sager, gennemsnit pr. uge", True, -1),
        ("2026-04-16", "check-in", "C3", False, 1),
        ("2026-04-28", "check-in", "C4", False, 13),
    ]


def test_one_meeting_settles_the_meeting_the_step_and_the_earlier_next_step() -> None:
    items = seen(contract("2026-04-16"))
    assert items[0] == ("2026-04-28", "check-in", "C4", False, 12)
    assert items[1] == ("2026-04-28", "next-step", "Ny stikprøve", False, 12)


@pytest.mark.parametrize(
    ("today", "overdue", "left"),
    [("2031-05-31", False, 0), ("2031-06-01", True, -1), ("2026-06-10", False, 1816)],
)
def test_of_a_closed_plan_only_the_erasure_is_left(today: str, overdue: bool, left: int) -> None:
    assert seen(contract(today)) == [("2031-05-31", "erasure", "", overdue, left)]


def test_a_closed_plan_without_a_day_of_erasure_has_nothing_left() -> None:
    closed = "date: 2026-03-05, event: closed, result: stopped"
    assert agenda(state_of(SIGNED + closed, "2026-06-01", MEETINGS + GOAL)) == ()


def test_a_goal_and_a_step_need_a_result_on_or_after_their_day() -> None:
    def with_result_on(day: str) -> list[tuple[str, str, bool]]:
        result = f"date: {day}, event: check-in, results: [{{goal: G1, observed: Bra}}]"
        items = agenda(state_of(SIGNED + result, "2026-04-14", GOAL))
        return [(str(one.day), one.kind, one.overdue) for one in items if one.kind in ("goal", "step")]

    assert with_result_on("2026-03-22") == [("2026-03-23", "step", True), ("2026-04-13", "goal", True)]
    assert with_result_on("2026-03-23") == [("2026-04-13", "goal", True)]
    assert with_result_on("2026-04-13") == []


def test_a_result_for_another_goal_settles_nothing() -> None:
    other = GOAL + "  - {id: G2, text: Lär känna systemet., due: 2026-04-13}\n"
    result = "date: 2026-04-13, event: check-in, results: [{goal: G2, status: green}]"
    assert seen(state_of(SIGNED + result, "2026-04-13", other), "goal", "step") == [
        ("2026-03-23", "step", "G1 Svara inom ett dygn.", True, -21),
        ("2026-04-13", "goal", "G1 Svara inom ett dygn.", False, 0),
    ]


def test_support_is_due_on_its_day_else_when_it_starts_and_any_entry_settles_it() -> None:
    state = state_of(SIGNED, "2026-03-21", SUPPORT)
    items = [one for one in agenda(state) if one.kind == "support"]
    assert [(str(one.day), one.party, one.who, one.what, one.overdue) for one in items] == [
        ("2026-03-20", "manager", "Ulf Ek", "S1 Handledning", True),
        ("2026-03-25", None, "Kursföretaget", "S2 Kurs", False),
    ]
    bare = SIGNED + "date: 2026-03-20, event: support, support: S1"
    assert days(state_of(bare, "2026-03-21", SUPPORT), "support") == [("2026-03-25", False)]


@pytest.mark.parametrize(
    ("entry", "waiting"),
    [
        (f'event: signed, by: employee, digest: "{D1}"', ["manager"]),
        (f'event: declined, by: manager, digest: "{D1}"', ["employee"]),
        ("event: delivered, to: manager, what: plan", ["employee"]),
        ("event: delivered, to: employee, what: draft", ["employee", "manager"]),
        (f'event: signed, by: hr, digest: "{D1}"', ["employee", "manager"]),
    ],
)
def test_a_party_that_has_not_answered_has_a_row_on_the_start(entry: str, waiting: list[str]) -> None:
    items = agenda(state_of(f"date: 2026-03-01, {entry}", "2026-03-03"))
    rows = [one for one in items if one.kind == "signature"]
    assert [one.party for one in rows] == waiting
    assert {(str(one.day), one.overdue, one.days) for one in rows} == {("2026-03-02", True, -1)}


def test_a_signature_on_another_text_than_the_sealed_one_is_none() -> None:
    entries = (
        f'date: 2026-03-01, event: signed, by: manager, digest: "{D1}"\n'
        f'date: 2026-03-01, event: signed, by: employee, digest: "{D2}"'
    )
    assert [one.party for one in agenda(state_of(entries, "2026-03-02")) if one.kind == "signature"] == [
        "employee"
    ]


def test_a_next_step_waits_for_a_later_meeting_wherever_that_was() -> None:
    first = (
        SIGNED + "date: 2026-03-16, event: check-in, check_in: C1, "
        "next_steps: [{what: Ring kunden, who: employee, due: 2026-03-20}, "
        "{what: Boka rum, due: 2026-03-25}, {what: Tänk}]\n"
    )
    assert seen(state_of(first, "2026-03-23", MEETINGS), "next-step") == [
        ("2026-03-20", "next-step", "Ring kunden", True, -3),
        ("2026-03-25", "next-step", "Boka rum", False, 2),
    ]
    outside = first + "date: 2026-03-18, event: check-in"
    assert seen(state_of(outside, "2026-03-23", MEETINGS), "next-step") == []


def test_a_meeting_written_down_late_is_not_the_latest_for_that() -> None:
    entries = SIGNED + (
        "date: 2026-03-30, event: check-in, check_in: C2, next_steps: [{what: Nytt, due: 2026-04-02}]\n"
        "date: 2026-03-16, recorded: 2026-03-31, event: check-in, check_in: C1, "
        "next_steps: [{what: Gammalt, due: 2026-03-20}]"
    )
    assert seen(state_of(entries, "2026-04-01", MEETINGS), "next-step") == [
        ("2026-04-02", "next-step", "Nytt", False, 1)
    ]


def test_a_next_step_moves_with_a_pause_begun_after_it() -> None:
    entries = SIGNED + (
        "date: 2026-03-16, event: check-in, check_in: C1, next_steps: [{what: Ring, due: 2026-03-20}]\n"
        "date: 2026-03-18, event: paused\ndate: 2026-03-28, event: resumed"
    )
    assert days(state_of(entries, "2026-03-29", MEETINGS), "next-step") == [("2026-03-30", False)]


def test_who_is_who_holds_the_role_on_the_day() -> None:
    change = SIGNED + "date: 2026-03-20, event: party, role: manager, name: Åke Ny, ref: m-7"
    state = state_of(change, "2026-03-21", MEETINGS)
    assert [(str(one.day), one.who) for one in agenda(state) if one.kind == "check-in"] == [
        ("2026-03-16", "Ulf Ek"),
        ("2026-03-30", "Åke Ny"),
    ]
    assert names_held(state, "manager", date(2026, 3, 19)) == {"Ulf Ek"}
    assert names_held(state, "manager", date(2026, 3, 20)) == {"Åke Ny", "m-7"}
    assert names_held(state, "representative", date(2026, 3, 20)) == frozenset()


def test_a_party_that_nobody_holds_is_still_the_party() -> None:
    (item,) = (
        one
        for one in agenda(
            state_of("", "2026-03-01", "support: [{id: S1, what: Samtal, provider: hr, due: 2026-03-09}]\n")
        )
        if one.kind == "support"
    )
    assert (item.party, item.who) == ("hr", "")


def test_texts_stand_on_one_line() -> None:
    block = "    provider: |\n      En\n      kollega\n    what: |\n      Först\n      sedan\n"
    more = f"support:\n  - id: S1\n    due: 2026-03-09\n{block}"
    item = next(one for one in agenda(state_of("", "2026-03-01", more)) if one.kind == "support")
    assert (item.what, item.who) == ("S1 Först sedan", "En kollega")


def test_every_day_of_every_kind_comes_in_order() -> None:
    state = state_of("", "2026-03-30", MEETINGS + GOAL + SUPPORT + "erase_by: 2026-03-30\n")
    order = [(one.day, KINDS.index(one.kind)) for one in agenda(state)]
    assert len(order) == 10
    assert order == sorted(order)
    today = [one for one in agenda(state) if one.days == 0]
    assert [(one.kind, one.overdue) for one in today] == [("check-in", False), ("erasure", False)]
    assert isinstance(today[0], Item)


def test_an_entry_that_lies_ahead_is_not_there_yet() -> None:
    assert seen(contract("2026-03-02"), "signature") == [
        ("2026-03-03", "signature", "", False, 1),
        ("2026-03-03", "signature", "", False, 1),
    ]
