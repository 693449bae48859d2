from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipctl.language.events import dated_events
from pipctl.language.lists import SentenceLanguage

EVENTS: list[tuple[SentenceLanguage, str, str]] = [
    ("da", "Den 12. november 2025 blev 14 af 20 sager besvaret for sent.", "12. november"),
    ("da", "I uge 46 udeblev du fra to vagter.", "uge 46"),
    ("da", "Du afleverede rapporten fire dage for sent i januar.", "januar"),
    ("da", "Fejlen er set før. 2025-11-12 sendte du tilbuddet til en forkert kunde.", "2025-11-12"),
    ("da", "Tre kunder klagede den 3/2 over svartiden.", "3/2"),
    ("sv", "Den 12 november 2025 besvarades 14 av 20 ärenden för sent.", "12 november"),
    ("sv", "Vecka 46 uteblev du från två pass.", "Vecka 46"),
    ("sv", "Du lämnade rapporten fyra dagar för sent i januari.", "januari"),
    ("sv", "Tre kunder klagade den 3/2 på svarstiden.", "3/2"),
]
NO_EVENTS: list[tuple[SentenceLanguage, str]] = [
    ("da", "72 % tilfredse kunder i januar 2026."),
    ("da", "72 % tilfredse kunder i november, december og januar."),
    ("da", "Kundetilfredsheden er faldet fra 81 % til 72 % siden november 2025."),
    ("da", "Svartiden steg i uge 12."),
    ("da", "Svartiden blev målt til 30 timer i januar."),
    ("da", "Du afleverede rapporten for sent."),
    ("da", "Kvaliteten er for lav i begge måneder."),
    ("da", ""),
    ("sv", "72 % nöjda kunder i januari 2026."),
    ("sv", "Kundnöjdheten har sjunkit från 81 % till 72 % sedan november 2025."),
    ("sv", "Svarstiden ökade vecka 12."),
    ("sv", "Du lämnade rapporten för sent."),
]


@pytest.mark.parametrize(("language", "text", "when"), EVENTS)
def test_what_happened_at_a_time_is_an_event(language: SentenceLanguage, text: str, when: str) -> None:
    assert [text[one.start : one.end] for one in dated_events(text, language)] == [when]


@pytest.mark.parametrize(("language", "text"), NO_EVENTS)
def test_a_state_a_trend_and_an_undated_event_are_none(language: SentenceLanguage, text: str) -> None:
    assert dated_events(text, language) == ()


@given(st.text(max_size=200), st.sampled_from(["da", "sv"]))
def test_any_text_can_be_read(text: str, language: SentenceLanguage) -> None:
    for one in dated_events(text, language):
        assert 0 <= one.start < one.end <= len(text)
