from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipctl.language.lists import SentenceLanguage
from pipctl.language.naming import third_persons

OTHERS: list[tuple[SentenceLanguage, str, str]] = [
    ("da", "Borgeren Inger fik ikke sin medicin.", "Inger"),
    ("da", "Eleven Oliver Krogh stod alene i 25 minutter.", "Oliver Krogh"),
    ("da", "Hr. Petersen på stue 4 fik først sit bad kl. 14.", "Hr. Petersen"),
    ("da", "Du glemte fru Holm i venteværelset.", "fru Holm"),
    ("da", "Frk. Nguyen ventede i en time.", "Frk. Nguyen"),
    ("da", "Kunden Thomas Juhl Andersen ventede 40 minutter.", "Thomas Juhl Andersen"),
    ("da", "Du råbte ad din kollega Anja Thorup foran køen.", "Anja Thorup"),
    ("da", "Du afbrød kollegaen, Mehmet Yilmaz, tre gange.", "Mehmet Yilmaz"),
    ("da", "En borger ved navn Gudrun Holm klagede.", "Gudrun Holm"),
    ("da", "Beboeren Wazhma fik forkert kost.", "Wazhma"),
    ("da", "Patientens datter Lone ringede to gange.", "Lone"),
    ("da", "Du sagde til Fatima Nordin, at hun skulle tie stille.", "Fatima Nordin"),
    ("da", "Medarbejderen svarede ikke Karen Holm i tre uger.", "Karen Holm"),
    ("da", "Folkeskoleeleven Noah faldt.", "Noah"),
    ("da", "Gæsten på værelse 214, Hans Krogh, fik forkert nøgle.", "Hans Krogh"),
    ("da", "Inger Holm, en borger på 84 år, fik ikke sin medicin.", "Inger Holm"),
    ("da", "Familien Hansen fik den forkerte sofa.", "Hansen"),
    ("da", "Sagen om Mikkel Thomsen lå urørt i tre uger.", "Mikkel Thomsen"),
    ("sv", "Enligt klagomålet från Mariam Haddad ringde hon fyra gånger.", "Mariam Haddad"),
    ("sv", "Herr Nyström på Ekgården fick ingen frukost.", "Herr Nyström"),
    ("sv", "Patienten Ove Lindqvist fick vänta 50 minuter.", "Ove Lindqvist"),
    ("sv", "Du skrek åt kollegan Maria.", "Maria"),
    ("sv", "Brukaren Zdravko fick ingen lunch.", "Zdravko"),
    ("sv", "Du lämnade ut journalen till Per Ekström.", "Per Ekström"),
    ("sv", "En elev som heter Oliver blev kvar.", "Oliver"),
    ("sv", "Kunden Anna-Lena Berg väntade.", "Anna-Lena Berg"),
    ("sv", "Elevens pappa Yusuf Ali ringde.", "Yusuf Ali"),
    ("sv", "Doktor Lindgren väntade på provsvaren.", "Doktor Lindgren"),
]
NOBODY: list[tuple[SentenceLanguage, str]] = [
    ("da", "Hanne er din mentor og sidder på lokal 214."),
    ("da", "Karen Holm er din mentor fra uge 10."),
    ("da", "Du får coaching af Karen Holm hver tirsdag."),
    ("da", "Karen Holm møder ofte for sent."),
    ("da", "Medarbejderen Karen Holm mødte for sent."),
    ("da", "Kunden Nordlys Energi fik svar efter fem dage."),
    ("da", "Kunden Mærsk opsagde aftalen."),
    ("da", "Kunden Lars Larsen Group opsagde aftalen."),
    ("da", "Borgeren på Solvej fik besøg mandag."),
    ("da", "Kunderne i Aarhus og Odense ventede."),
    ("da", "Butikken på Karen Blixens Vej åbnede sent."),
    ("da", 'Du læser "Omgivet af idioter" af Thomas Erikson.'),
    ("da", "HR Service Fyn svarer inden for to dage."),
    ("da", "Patienten fik Panodil kl. 8."),
    ("da", "Team Nord har 12 sager i Excel."),
    ("da", "Din leder Åse Lindqvist holder møderne."),
    ("da", "Familieafdelingen har 11 underretninger."),
    ("da", "Karen Holm glemte to kunder i uge 12."),
    ("da", "Den kunde, Mette talte med, fik svar."),
    ("da", "Fru Hansens Konditori er lukket om mandagen."),
    ("da", "Patient Safety-kurset er den 3. maj."),
    ("da", "Du læser Peter Druckers bog om ledelse."),
    ("da", "KUNDEN LARS HOLM VENTEDE."),
    ("sv", "Arbetsledaren Göran hörde själv samtalet."),
    ("sv", "Att Emil är sen beror på bussen."),
    ("sv", "Kunden Norrbacken Arena fick offerten."),
    ("sv", "Handledaren Anna Lindqvist följer dig."),
    ("sv", "Boendet på Ekgården har 12 platser."),
    ("sv", "Patienterna i Malmö fick vänta."),
    ("sv", "Kollegorna i Umeå använder Teams."),
    ("sv", "Du får stöd av Per Ekström varje fredag."),
]


@pytest.mark.parametrize(("language", "text", "found"), OTHERS)
def test_whoever_is_named_with_a_role_or_title_is_found(
    language: SentenceLanguage, text: str, found: str
) -> None:
    assert [text[one.start : one.end] for one in third_persons(text, language)] == [found]


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_helpers_companies_places_and_books_are_nobody(language: SentenceLanguage, text: str) -> None:
    assert third_persons(text, language) == ()


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("Din kollega Åse hjalp dig.", 0),
        ("Din kollega Lindqvist hjalp dig.", 0),
        ("Din kollega Åse Lindqvist hjalp dig.", 0),
        ("Fru Lindqvists notater mangler.", 0),
        ("Din kollega Åse Holm hjalp dig.", 1),
        ("Eleven Åsa hjalp dig.", 1),
    ],
)
def test_the_plans_own_people_are_known_by_one_name_or_both(text: str, finds: int) -> None:
    assert len(third_persons(text, "da", frozenset({"åse", "lindqvist"}))) == finds


@given(st.text(max_size=200), st.sampled_from(["da", "sv"]))
@example("Anna " * 500, "da")
@example("kunden, " * 500 + "Anna", "sv")
def test_any_text_can_be_read(text: str, language: SentenceLanguage) -> None:
    for one in third_persons(text, language):
        assert 0 <= one.start < one.end <= len(text)
        assert one.sign in {"title", "role", "name"}
