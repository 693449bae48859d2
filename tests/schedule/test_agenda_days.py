"""When things are due: pauses, moved meetings, extensions, the end."""

from datetime import date

from pipctl.model.state import State
from pipctl.schedule.agenda import KINDS, agenda
from tests.plans import EXAMPLES, plan_of, state_of

D1 = "sha256:" + "1" * 64
D2 = "sha256:" + "2" * 64
PAUSED = EXAMPLES / "norrbacken" / "plans" / "2026-002.yaml"

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


def seen(state: State, *kinds: str) -> list[tuple[str, str, str, bool, int]]:
    """Return day, kind, what, overdue and days of the items of some kinds."""
    items = agenda(state)
    wanted = kinds or KINDS
    return [(str(one.day), one.kind, one.what, one.overdue, one.days) for one in items if one.kind in wanted]


def days(state: State, *kinds: str) -> list[tuple[str, bool]]:
    return [(str(one.day), one.overdue) for one in agenda(state) if one.kind in kinds]


def test_everything_from_the_first_day_of_a_pause_on_moves_with_today_and_nothing_is_late() -> None:
    state = State(plan_of(PAUSED.read_bytes()), date(2026, 4, 1))  # paused on 19 March: 13 days
    assert [one[:3] + one[4:] for one in seen(state)] == [
        ("2026-04-02", "next-step", "Ny tid för handledningen", 1),
        ("2026-04-06", "check-in", "U4", 5),
        ("2026-04-13", "check-in", "U5", 12),
        ("2026-04-13", "step", "G1 Återlämnade beslut i procent av veckans granskade", 12),
        ("2026-04-20", "check-in", "U6", 19),
        ("2026-04-20", "goal", "G2 Ärenden med ifylld checklista när de kommer till granskning", 19),
        (
            "2026-04-23",
            "support",
            "S1 Handledning av en senior handläggare, en timme i veckan på pågående ärenden",
            22,
        ),
        ("2026-04-27", "check-in", "U7", 26),
        ("2026-04-27", "goal", "G1 Återlämnade beslut i procent av veckans granskade", 26),
        ("2026-04-27", "end", "", 26),
        ("2028-04-14", "erasure", "", 744),
    ]
    assert not any(one.overdue for one in agenda(state))


def test_the_day_before_its_pause_that_plan_is_on_its_first_dates() -> None:
    state = State(plan_of(PAUSED.read_bytes()), date(2026, 3, 18))
    assert seen(state)[:2] == [
        ("2026-03-20", "next-step", "Ny tid för handledningen", False, 2),
        ("2026-03-24", "check-in", "U4", False, 6),
    ]


def test_what_was_late_before_the_pause_is_late_again_after_it() -> None:
    paused = SIGNED + "date: 2026-03-18, event: paused"
    assert days(state_of(paused, "2026-03-25", MEETINGS), "check-in") == [
        ("2026-03-16", False),
        ("2026-04-06", False),
    ]
    resumed = paused + "\ndate: 2026-03-25, event: resumed"
    assert days(state_of(resumed, "2026-04-07", MEETINGS), "check-in") == [
        ("2026-03-16", True),
        ("2026-04-06", True),
    ]


def test_a_new_day_moves_only_with_pauses_begun_after_it_was_set() -> None:
    moved = "date: 2026-03-13, event: not-held, check_in: C1, moved_to: 2026-03-20"
    pause = "date: 2026-03-10, event: paused\ndate: 2026-03-12, event: resumed"
    later = "date: 2026-03-17, event: paused\ndate: 2026-03-20, event: resumed"
    before = state_of(f"{SIGNED}{pause}\n{moved}", "2026-03-20", MEETINGS)
    after = state_of(f"{SIGNED}{moved}\n{later}", "2026-03-20", MEETINGS)
    assert days(before, "check-in")[0] == ("2026-03-20", False)
    assert days(after, "check-in")[0] == ("2026-03-23", False)


def test_a_meeting_that_fell_away_is_due_no_more_and_one_moved_twice_on_its_last_day() -> None:
    away = SIGNED + "date: 2026-03-16, event: not-held, check_in: C1"
    assert days(state_of(away, "2026-03-20", MEETINGS), "check-in") == [("2026-03-30", False)]
    twice = SIGNED + (
        "date: 2026-03-16, event: not-held, check_in: C1, moved_to: 2026-03-18\n"
        "date: 2026-03-18, event: not-held, check_in: C1, moved_to: 2026-03-19"
    )
    assert days(state_of(twice, "2026-03-20", MEETINGS), "check-in") == [
        ("2026-03-19", True),
        ("2026-03-30", False),
    ]


def test_an_extension_moves_the_end_and_a_pause_after_it_moves_it_again() -> None:
    assert days(state_of(SIGNED, "2026-04-27"), "end", "outcome") == [("2026-04-27", False)]
    extended = (
        f'{SIGNED}date: 2026-04-20, event: extended, end: 2026-05-20, reason: Mer tid, digest: "{D2}"\n'
    )
    assert days(state_of(extended, "2026-04-28"), "end", "outcome") == [("2026-05-20", False)]
    paused = extended + "date: 2026-05-01, event: paused\ndate: 2026-05-11, event: resumed"
    assert days(state_of(paused, "2026-05-12"), "end", "outcome") == [("2026-05-30", False)]


def test_once_the_end_has_passed_the_outcome_is_due_on_it_until_the_plan_is_closed() -> None:
    assert seen(state_of(SIGNED, "2026-04-27"), "end", "outcome") == [("2026-04-27", "end", "", False, 0)]
    assert seen(state_of(SIGNED, "2026-04-29"), "end", "outcome") == [("2026-04-27", "outcome", "", True, -2)]
    paused = SIGNED + "date: 2026-04-28, event: paused"
    assert seen(state_of(paused, "2026-04-29"), "end", "outcome") == [
        ("2026-04-27", "outcome", "", False, -2)
    ]
    assert agenda(state_of(SIGNED + "date: 2026-04-28, event: closed, result: achieved", "2026-04-29")) == ()
