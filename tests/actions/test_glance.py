"""One plan at a glance: the goals against their path, what was promised, what is next."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from pipctl.actions.glance import Glance, glance, rounded
from pipctl.actions.opening import open_plan
from pipctl.store.configuration import load_configuration
from tests.plans import CONTRACT, EXAMPLES, SMALLEST

D1 = "sha256:" + "1" * 64
D2 = "sha256:" + "2" * 64
COUNTED = """
goals:
  - {id: G1, text: Svara., due: 2026-04-27, measure: {baseline: 10, target: 66}}
  - {id: G2, text: Lyssna.}
"""


def look(path: Path, today: str, policy: str = "pipctl: 1") -> Glance:
    configuration = load_configuration("pipctl.yaml", policy.encode())
    return glance(open_plan(str(path), configuration, date.fromisoformat(today), "en"), configuration)


def written(tmp_path: Path, record: str, today: str, more: str = COUNTED) -> Glance:
    lines = "".join(f"  - {{{line.strip()}}}\n" for line in record.strip().splitlines())
    path = tmp_path / "plan.yaml"
    path.write_text(f"{SMALLEST}{more}" + (f"record:\n{lines}" if lines else ""), encoding="utf-8")
    return look(path, today)


def test_the_contracts_vector_of_the_path_is_exact() -> None:
    # Before the amendment the first step was on 7 April; the file reads 14 April.
    first = look(CONTRACT, "2026-03-17").goals[0]
    assert first.latest is not None
    assert (first.latest.light, first.latest.value) == ("green", Decimal(74))
    assert first.path == 72 + Fraction(4 * 14, 42)


def test_a_path_is_rounded_to_two_decimals_and_a_round_one_stays_round() -> None:
    assert rounded(Fraction(368, 5)) == Decimal("73.6")
    assert rounded(Fraction(224, 3)) == Decimal("74.67")
    assert rounded(Fraction(75)) == 75
    assert rounded(None) is None


def test_without_a_result_the_path_is_todays(tmp_path: Path) -> None:
    one, two = written(tmp_path, "", "2026-03-30").goals
    assert one.latest is None
    assert one.measured is None
    assert one.path == one.path_today == Fraction(38)
    assert two.due is None
    assert two.path is None


def test_with_a_result_the_path_is_that_of_its_day(tmp_path: Path) -> None:
    record = "date: 2026-03-16, event: check-in, results: [{goal: G1, value: 20}, {goal: G2, status: amber}]"
    one, two = written(tmp_path, record, "2026-03-30").goals
    assert one.measured is not None
    assert two.latest is not None
    assert (one.measured.value, one.measured.light) == (Decimal(20), "amber")
    assert (one.path, one.path_today) == (Fraction(24), Fraction(38))
    assert (two.latest.light, two.measured) == ("amber", None)


def test_the_latest_result_is_that_of_the_latest_meeting_and_words_do_not_replace_the_number(
    tmp_path: Path,
) -> None:
    record = """
    date: 2026-03-16, event: check-in, results: [{goal: G1, value: 24}]
    date: 2026-03-23, event: check-in, results: [{goal: G1, observed: Lugnare samtal}]
    date: 2026-03-09, recorded: 2026-03-24, event: check-in, results: [{goal: G1, value: 5}]
    """
    (one, _) = written(tmp_path, record, "2026-03-30").goals
    assert one.latest is not None
    assert one.measured is not None
    assert (one.latest.observed, one.latest.light) == ("Lugnare samtal", None)
    assert (one.measured.value, one.path) == (Decimal(24), Fraction(24))


def test_what_the_employee_said_of_each_goal_counts_for_the_sealed_text_only(tmp_path: Path) -> None:
    def accepted(record: str) -> list[str]:
        return [one.accepted for one in written(tmp_path, record, "2026-03-30").goals]

    assert accepted("") == ["no", "no"]
    said = (
        f'date: 2026-03-02, event: signed, by: employee, digest: "{D1}", accepts: G1, objects: [{{goal: G2}}]'
    )
    assert accepted(said) == ["yes", "objected"]
    assert accepted(said.replace("employee", "manager")) == ["no", "no"]
    sealed_otherwise = f'date: 2026-03-01, event: signed, by: manager, digest: "{D2}"\n'
    assert accepted(sealed_otherwise + said) == ["no", "no"]
    again = said + f'\ndate: 2026-03-03, event: signed, by: employee, digest: "{D1}", accepts: [G1, G2]'
    assert accepted(again) == ["yes", "yes"]


def test_meetings_and_support_and_what_became_of_them(tmp_path: Path) -> None:
    more = """
follow_up:
  check_ins:
    - {id: C1, date: 2026-03-09}
    - {id: C2, date: 2026-03-16}
    - {id: C3, date: 2026-03-23}
    - {id: C4, date: 2026-03-30}
    - {id: C5, date: 2026-03-12}
support:
  - {id: S1, what: Handledning, due: 2026-03-20}
  - {id: S2, what: Kurs, due: 2026-03-20}
  - {id: S3, what: Mentor}
  - {id: S4, what: Tid, start: 2026-03-30}
"""
    record = """
    date: 2026-03-09, event: check-in, check_in: C1
    date: 2026-03-16, event: not-held, check_in: C2
    date: 2026-03-17, event: not-held, check_in: C5, moved_to: 2026-04-02
    date: 2026-03-18, event: support, support: S1, result: partly
    date: 2026-03-20, event: support, support: S1, result: delivered
    date: 2026-03-20, event: support, support: S3
    """
    seen = written(tmp_path, record, "2026-03-30", more)
    assert [(one.planned.id, fate) for one, fate in seen.check_ins] == [
        ("C1", "held"),
        ("C2", "missed"),
        ("C3", "unrecorded"),
        ("C4", "planned"),
        ("C5", "planned"),
    ]
    assert [(one.result, one.has_entry, one.is_late, str(one.day)) for one in seen.support] == [
        ("delivered", True, False, "2026-03-20"),
        (None, False, True, "2026-03-20"),
        (None, True, False, "None"),
        (None, False, False, "2026-03-30"),
    ]


def test_next_is_the_first_thing_that_is_not_late() -> None:
    late = look(EXAMPLES / "nordlys" / "plans" / "2026-020.yaml", "2026-04-01")
    assert late.items[0].overdue
    assert late.next is not None
    assert (str(late.next.day), late.next.kind) == ("2026-04-02", "check-in")


def test_nothing_is_next_once_all_is_done(tmp_path: Path) -> None:
    assert written(tmp_path, "date: 2026-03-20, event: closed, result: stopped", "2026-03-30").next is None


def test_who_holds_a_role_today_and_by_which_title(tmp_path: Path) -> None:
    more = "hr: {name: Ida Öst, role: HR-partner}\nrepresentative: {offered: 2026-02-20}\n"
    record = """
    date: 2026-03-10, event: party, role: hr, title: HR-chef
    date: 2026-03-12, event: party, role: manager, ref: m-2
    date: 2026-03-14, event: party, role: representative, name: Bo Alm, title: Skyddsombud
    """
    assert written(tmp_path, record, "2026-03-09", more).parties[2] == ("hr", "Ida Öst", "HR-partner")
    assert written(tmp_path, record, "2026-03-30", more).parties == (
        ("employee", "Åsa Öberg", ""),
        ("manager", "m-2", ""),
        ("hr", "Ida Öst", "HR-chef"),
        ("representative", "Bo Alm", "Skyddsombud"),
    )
