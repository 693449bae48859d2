"""What comes up and what is late in many plans."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest

from pipctl.actions.overview import Choice, Overview, overview
from pipctl.store.configuration import load_configuration
from tests.plans import CONTRACT, EVERY_EXAMPLE, EXAMPLES, SMALLEST

APRIL = date(2026, 4, 1)
PAUSED = EXAMPLES / "norrbacken" / "plans" / "2026-002.yaml"
TWO_LATE = EXAMPLES / "nordlys" / "plans" / "2026-018.yaml"


def look(*paths: Path, choice: Choice = Choice(14), today: date = APRIL) -> Overview:  # noqa: B008
    return overview(
        [str(path) for path in paths], load_configuration(None), choice, today=today, language="da"
    )


def kinds(seen: Overview) -> list[tuple[str, str, str]]:
    return [(str(row.day), row.kind, row.who) for row in seen.rows]


def test_rows_bear_the_plan_the_file_and_the_words_of_the_reader() -> None:
    first, second, third = look(CONTRACT).rows
    assert (first.plan, first.path, first.week, first.what) == (
        "2026-014",
        str(CONTRACT),
        15,
        "Gennemgå fem sager",
    )
    assert second.what == "C3 midtvejsevaluering"
    assert third.what == "G1 Tilfredse kunder i egne sager, gennemsnit pr. uge: 76\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    ("within", "last"), [(8, None), (9, "2026-04-10"), (12, "2026-04-10"), (13, "2026-04-14"), (0, None)]
)
def test_within_includes_its_last_day(within: int, last: str | None) -> None:
    rows = look(CONTRACT, choice=Choice(within)).rows
    assert (str(rows[-1].day) if rows else None) == last


def test_all_reaches_to_the_erasure() -> None:
    rows = look(CONTRACT, choice=Choice(None)).rows
    assert len(rows) == 13
    assert rows[-1].kind == "erasure"
    assert rows[-1].what == "Slet planen"


def test_what_is_late_is_listed_however_little_is_asked_for() -> None:
    assert kinds(look(TWO_LATE, choice=Choice(0))) == [
        ("2026-03-23", "signature", "Nanna Overgaard"),
        ("2026-03-23", "signature", "Kim Steffensen"),
    ]


def test_only_overdue_leaves_out_the_rest() -> None:
    everything, late = look(EXAMPLES), look(EXAMPLES, choice=Choice(None, only_overdue=True))
    assert 0 < len(late.rows) < len(everything.rows)
    assert late.rows == tuple(row for row in everything.rows if row.overdue)


def test_rows_come_by_day_and_then_by_plan() -> None:
    rows = look(EXAMPLES, choice=Choice(None)).rows
    order = [(row.day, row.plan) for row in rows]
    # The two others are closed and have no day of erasure.
    assert {path.stem for path in EVERY_EXAMPLE} - {row.plan for row in rows} == {"2026-006", "2026-019"}
    assert order == sorted(order)


@pytest.mark.parametrize(
    "who",
    ["manager", "leder", "Åse Lindqvist", "åse  lindqvist", unicodedata.normalize("NFD", "Åse Lindqvist")],
)
def test_a_person_is_found_by_party_and_by_name(who: str) -> None:
    rows = look(CONTRACT, choice=Choice(None, who=who)).rows
    assert [row.kind for row in rows] == [*["check-in"] * 5, "end", "erasure"]


@pytest.mark.parametrize(
    ("who", "count"), [("hr-02", 1), ("hr", 1), ("HR", 1), ("employee", 5), ("Åse", 0), ("", 0)]
)
def test_a_person_is_found_by_ref_and_never_by_half_a_name(who: str, count: int) -> None:
    assert len(look(CONTRACT, choice=Choice(None, who=who)).rows) == count


def test_a_person_with_name_and_ref_is_found_by_both(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(SMALLEST.replace("{name: Ulf Ek}", "{name: Ulf Ek, ref: m-1}"), encoding="utf-8")
    by_name, by_ref = (look(path, choice=Choice(None, who=who)).rows for who in ("Ulf Ek", "m-1"))
    assert by_name == by_ref
    assert len(by_name) == 2


def test_somebody_outside_the_parties_is_found_by_the_plans_own_words() -> None:
    rows = look(PAUSED, choice=Choice(None, who="en senior handläggare")).rows
    assert [(row.kind, row.party, row.who) for row in rows] == [("support", None, "En senior handläggare")]


def test_a_paused_plan_has_nothing_late_and_says_that_it_is_paused(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    record = (
        "follow_up: {check_ins: [{id: C1, date: 2026-03-16}]}\nrecord:\n"
        f'  - {{date: 2026-03-02, event: signed, by: manager, digest: "sha256:{"1" * 64}"}}\n'
        "  - {date: 2026-03-18, event: paused}\n"
    )
    path.write_text(SMALLEST + record, encoding="utf-8")
    assert look(path).rows == ()
    rows = look(path, choice=Choice(None)).rows
    assert [(row.kind, row.days, row.overdue, row.is_paused) for row in rows] == [
        ("signature", -30, False, True),
        ("check-in", -16, False, True),
        ("end", 40, False, True),
    ]


def test_a_file_that_is_no_plan_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("pipctl: 1\nid: a\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(SMALLEST, encoding="utf-8")
    seen = overview([str(tmp_path)], load_configuration(None), Choice(14), today=APRIL, language="en")
    assert seen.files == 2
    assert {row.plan for row in seen.rows} == {"2026-015"}
    assert [Path(one.source.path).name for one in seen.broken] == ["a.yaml"]
    assert {one.code for one in seen.broken[0].run.findings} == {"SC03"}
