from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipctl.language.lists import SentenceLanguage
from pipctl.language.sameness import content_of, says_the_same

SAME: list[tuple[SentenceLanguage, str, str]] = [
    ("da", "Besvar alle mails inden for 24 timer", "Alle mails skal besvares inden 24 timer."),
    ("da", "Skriv ugeplan hver uge.", "Hver uge skrives en ugeplan"),
    ("da", "Fakturér 140 timer i april.", "140 timer faktureres i april"),
    ("da", "Hold tre kundemøder om ugen", "Hold 3 kundemøder om ugen"),
    ("sv", "Besvara alla mejl inom 24 timmar", "Alla mejl ska besvaras inom 24 timmar."),
    ("sv", "Skriv en veckorapport varje fredag.", "Veckorapporten skrivs varje fredag"),
]
DIFFERENT: list[tuple[SentenceLanguage, str, str]] = [
    ("da", "Skriv ugeplan hver uge", "Skriv månedsplan hver måned"),
    ("da", "Besvar alle mails inden for 24 timer", "Besvar alle mails inden for 48 timer"),
    ("da", "Øg andelen fra 72 til 85 %", "Øg andelen fra 85 til 72 %"),
    ("da", "Fakturér 140 timer i april", "Fakturér 140 timer i maj"),
    ("da", "Svar på mails", "Svar ikke på mails"),
    ("da", "Hold mindst 3 møder", "Hold højst 3 møder"),
    ("da", "Brug 5 kroner", "Brug 5 % kroner"),
    ("sv", "Skriv veckorapport varje vecka", "Skriv månadsrapport varje månad"),
    ("sv", "Ring tio kunder före den 1 maj", "Ring tio kunder efter den 1 maj"),
    ("sv", "", ""),
]


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_form_and_order_make_no_other_goal(language: SentenceLanguage, one: str, other: str) -> None:
    assert says_the_same(one, other, language)


@pytest.mark.parametrize(("language", "one", "other"), DIFFERENT)
def test_another_thing_amount_or_day_is_another_goal(
    language: SentenceLanguage, one: str, other: str
) -> None:
    assert not says_the_same(one, other, language)


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["da", "sv"]))
def test_it_does_not_matter_which_goal_comes_first(one: str, other: str, language: SentenceLanguage) -> None:
    first = content_of(one, language)
    assert says_the_same(one, one, language) == (len(first.words) + bool(first.amounts) > 1)
    if len(first.words) == 1:
        assert says_the_same(one, other, language) == says_the_same(other, one, language)
