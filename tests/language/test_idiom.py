from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipctl.language.idiom import foreign_words
from pipctl.language.lists import SentenceLanguage

FOREIGN: list[tuple[SentenceLanguage, str, str]] = [
    ("da", "Vi går igenom orderlistan tillsammans varje fredag klockan tio.", "sv"),
    ("da", "Rapporten skickades inte till kunden förrän efter två veckor.", "sv"),
    ("da", "You must answer all e-mails from customers within 24 hours.", "en"),
    ("da", "Die offenen Aufträge werden jeden Montag mit dem Meister durchgesehen.", "de"),
    ("da", "Du svarte ikke på noen av epostene fra meg i uke 12.", "nb"),
    ("da", "Wszystkie raporty muszą być gotowe przed końcem tygodnia, ale nie są.", "pl"),
    ("da", "Ви не відповіли на листи клієнтів минулого тижня.", "script"),
    ("sv", "Der mangler underskrift på fire af kontrakterne fra april.", "da"),
    ("sv", "Du afleverede ikke kørebogen til tiden i uge 12.", "da"),
    ("sv", "The report was sent to the wrong customer twice in March.", "en"),
    ("sv", "Kaikki raportit on lähetettävä ennen perjantaita, mutta se ei ole tapahtunut.", "fi"),
    ("sv", "Arbeidet med rapportene ble ikke ferdig før etter møtet.", "nb"),
]
OURS: list[tuple[SentenceLanguage, str]] = [
    ("da", 'Mailen "Thank you for your order" gik ud til 300 danske kunder.'),
    ("da", "Du tyvstartede støbningen, før armeringen var godkendt."),
    ("da", "Deploy uden rollback i to sprint."),
    ("da", "Review af pull requests hver tirsdag."),
    ("da", "Smörgåsbord AB i Malmö fik tilbuddet for sent."),
    ("da", "Kaffen er fra Göteborg."),
    ("da", "Team lead, code review, unit test."),
    ("da", "Feedback, follow-up and coaching."),
    ("da", "Kunden skrev: »Jag har inte fått något svar från er på tre veckor.«"),
    ("da", ""),
    ("sv", 'Den danska kunden bad om en "følgeseddel" på alla kollin, och den saknades på åtta.'),
    ("sv", "Deploy till staging ska ske före varje release."),
    ("sv", "Fem påminnelser och två överenskommelser saknas i akten."),
    ("sv", "I mars var svaret till Søren Kjær försenat."),
    ("sv", "Kampanjen 'Sjukt bra priser' publicerades utan kampanjkod."),
]


@pytest.mark.parametrize(("language", "text", "other"), FOREIGN)
def test_a_sentence_in_another_language_is_found(language: SentenceLanguage, text: str, other: str) -> None:
    assert [(text[one.start : one.end], one.sign) for one in foreign_words(text, language)] == [(text, other)]


@pytest.mark.parametrize(("language", "text"), OURS)
def test_quotations_names_and_loanwords_are_left_alone(language: SentenceLanguage, text: str) -> None:
    assert foreign_words(text, language) == ()


def test_one_foreign_sentence_among_others_is_pointed_at() -> None:
    text = "Du svarede ikke på mails i uge 12. You must answer all of them within a day. Det aftalte vi."
    (found,) = foreign_words(text, "da")
    assert text[found.start : found.end] == "You must answer all of them within a day."


@given(st.text(max_size=200), st.sampled_from(["da", "sv"]))
@example("a" * 5000, "da")
@example("'" * 3000, "sv")
@example("a. " * 3000, "sv")
def test_any_text_can_be_read(text: str, language: SentenceLanguage) -> None:
    found = foreign_words(text, language)
    assert len(found) <= 1
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
