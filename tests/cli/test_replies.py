from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pipctl.cli.asking import Misunderstood
from pipctl.cli.replies import Length, read_day, read_length, read_number, read_target, read_text


@pytest.mark.parametrize(
    ("answer", "number"),
    [
        ("72", "72"), ("72,5", "72.5"), ("72.50", "72.50"), ("-3", "-3"), ("85 %", "85"), ("85%", "85"),
        ("15 pct.", "15"), ("15 procent", "15"), ("12 500", "12500"), ("1\u00a0250\u00a0000", "1250000"),
        ("1 000,5", "1000.5"), ("0,125", "0.125"), ("1000", "1000"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_people_here_write_it(answer: str, number: str) -> None:
    assert str(read_number(answer)) == number


@pytest.mark.parametrize("answer", ["ti", "72 til 85", "1,2,3", "12 50", "1e3", "٣", "72 kr", "1" * 16, "-"])
def test_what_is_no_number_is_asked_again(answer: str) -> None:
    with pytest.raises(Misunderstood) as caught:
        read_number(answer)
    assert caught.value.key == "number"


@pytest.mark.parametrize(
    ("answer", "whole", "decimal"),
    [("1.000", "1000", "1,0"), ("1,250", "1250", "1,25"), ("-12.345", "-12345", "-12,345")],
)
def test_a_number_that_could_be_two_is_asked_again(answer: str, whole: str, decimal: str) -> None:
    with pytest.raises(Misunderstood) as caught:
        read_number(answer)
    assert caught.value.key == "number-thousands"
    assert caught.value.values == {"written": answer, "whole": whole, "decimal": decimal}


def test_a_target_is_a_number_or_a_criterion() -> None:
    assert read_target("85 %") == Decimal(85)
    assert read_target("Prøven er bestået") == "Prøven er bestået"
    with pytest.raises(Misunderstood):
        read_target("85 til 90")


@pytest.mark.parametrize(
    ("answer", "length"),
    [
        ("8 uger", Length(weeks=8)), ("8u", Length(weeks=8)), ("1 uge", Length(weeks=1)),
        ("8 VECKOR", Length(weeks=8)), ("6 v.", Length(weeks=6)), ("8 weeks", Length(weeks=8)),
        ("90 dage", Length(days=90)), ("90d", Length(days=90)), ("60 dagar", Length(days=60)),
        ("1 day", Length(days=1)), ("2026-06-01", Length(end=date(2026, 6, 1))),
    ],
)  # fmt: skip
def test_a_length_is_read_in_any_of_the_languages(answer: str, length: Length) -> None:
    assert read_length(answer) == length


@pytest.mark.parametrize("answer", ["90", "0 uger", "0 dage", "længe", "8 måneder", "u", "-8 uger"])
def test_a_length_without_a_unit_is_asked_again(answer: str) -> None:
    with pytest.raises(Misunderstood) as caught:
        read_length(answer)
    assert caught.value.key == "length"


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("1.6.2026", "day-other-order"), ("1/6-2026", "day-other-order"), ("2026-02-30", "day-impossible"),
        ("31.2.2026", "day"), ("2026-06-01 10:00", "day"), ("i morgen", "day"),
    ],
)  # fmt: skip
def test_a_day_is_taken_in_the_form_of_the_file_only(answer: str, key: str) -> None:
    for read in (read_day, read_length):
        if answer[0].isdigit():
            with pytest.raises(Misunderstood) as caught:
                read(answer)
            assert caught.value.key == key
    assert read_day(" 2026-06-01 ") == date(2026, 6, 1)


def test_a_text_that_no_plan_can_hold_is_asked_again() -> None:
    assert read_text('Søren "S" #1') == 'Søren "S" #1'
    with pytest.raises(Misunderstood) as caught:
        read_text("a\u202eb")
    assert caught.value.values == {"code": "U+202E"}
