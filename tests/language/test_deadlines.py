from __future__ import annotations

import pytest

from pipctl.language.deadlines import covered, deadlines
from pipctl.language.lexicon import lexicon
from pipctl.language.lists import SentenceLanguage
from pipctl.language.phrases import Match
from pipctl.language.words import tokens_of

DANISH = {
    "den 1. marts": "date",
    "inden 2026-06-01": "date",
    "senest 3/4": "date",
    "senest tirsdag den 3. marts 2026": "date",
    "i uge 12-14": "date",
    "senest uge12": "date",
    "i 4. kvartal": "date",
    "i Q3": "date",
    "i 2027": "date",
    "i sprint 6 og 7": "date",
    "inden sommerferien": "period",
    "i hele perioden": "period",
    "i løbet af foråret": "period",
    "i denne uge": "period",
    "inden planen slutter": "event",
    "ved planens udløb": "event",
    "på næste teammøde": "event",
    "inden for 90 dage": "within",
    "over de næste otte uger": "within",
    "om tre måneder": "within",
    "inden for fire timer": "limit",
    "senest kl. 8.30": "limit",
    "samme dag": "limit",
    "hver tirsdag": "cadence",
    "hver anden uge": "cadence",
    "ved hvert besøg": "cadence",
    "pr. måned": "cadence",
    "om ugen": "cadence",
    "dagligt": "cadence",
    "efter hver ny kunde": "cadence",
    "morgen og aften": "cadence",
    "alle ugens dage": "cadence",
    "mandag til fredag": "cadence",
    "ved vagtens begyndelse": "cadence",
    "pr. vagt": "cadence",
    "til påske": "period",
    "til januarudsalget": "event",
    "ved halvårsskiftet": "period",
    "ved vagtskifte": "event",
    "ved de næste tre besøg": "event",
    "senest to uger i forvejen": "limit",
    "senest den tredje dag efter mødet": "limit",
    "i mere end 14 dage": "limit",
    "kl. 07.30": "limit",
    "i kvartal 4": "date",
    "i resten af 2027": "date",
    "næste uge": "within",
    "når der er gået en måned": "within",
    "når måneden er omme": "period",
}
SWEDISH = {
    "den 1 mars": "date",
    "senast vecka 12": "date",
    "före 2026-06-01": "date",
    "senast v. 12": "date",
    "under fjärde kvartalet": "date",
    "under 2027": "date",
    "före semestern": "period",
    "under hela planperioden": "period",
    "från och med nästa vecka": "period",
    "innan planen löper ut": "event",
    "vid planens slut": "event",
    "på nästa avstämning": "event",
    "inom åtta veckor": "within",
    "de närmaste tre månaderna": "within",
    "inom 24 timmar": "limit",
    "senast klockan 8.30": "limit",
    "samma dag": "limit",
    "varje morgon": "cadence",
    "var tredje vecka": "cadence",
    "varannan fredag": "cadence",
    "vid varje besök": "cadence",
    "per dygn": "cadence",
    "i veckan": "cadence",
    "veckovis": "cadence",
    "morgon och kväll": "cadence",
    "alla vardagar": "cadence",
    "måndag till fredag": "cadence",
    "var 21:a dag": "cadence",
    "vid passets slut": "cadence",
    "till allhelgona": "period",
    "vid halvtidsseminariet": "event",
    "vid skiftbyte": "event",
    "minst fyra veckor i förväg": "limit",
    "senast fjärde bankdagen efter beslut": "limit",
    "05.00": "limit",
    "under kvartal 4": "date",
    "under resten av 2027": "date",
    "nästa vecka": "within",
}
NO_TIME = {
    "da": [
        "Understøt Strategi 2030.",
        "Hold Vision 2028 levende.",
        "Ring 24/7 til kunderne.",
        "Gør det løbende.",
        "Gør det hurtigst muligt.",
        "Gør det bedre end før.",
        "Arbejd inden for dit område.",
        "Løft det til næste niveau.",
        "Følg 5-årsplanen.",
        "Hold fredagsmøder.",
        "Tag den daglige drift.",
        "Nå frem til borgerne.",
        "Gør noget i hverdagen.",
        "Luk hver anden sag.",
        "Hold alle møder korte.",
        "Gå ikke hjem før tid.",
    ],
    "sv": [
        "Stöd Strategi 2030.",
        "Gör det löpande.",
        "Gör det så snart som möjligt.",
        "Gör det bättre än före allt.",
        "Arbeta inom ditt område.",
        "Lyft det till nästa nivå.",
        "Jobba i vår grupp.",
        "Sköt det dagliga arbetet.",
        "Nå fram till brukarna.",
        "Inför en rutin.",
        "Stäng vartannat ärende.",
        "Minska kön jämfört med i dag.",
        "Gå inte hem före tiden.",
    ],
}


def times_in(text: str, language: SentenceLanguage) -> list[Match]:
    known = lexicon(language)
    return deadlines(known.read(tokens_of(text)), known)


@pytest.mark.parametrize(("phrase", "sign"), DANISH.items())
def test_a_danish_time_is_known_for_what_it_is(phrase: str, sign: str) -> None:
    assert [match.sign for match in times_in(f"Ring til kunden {phrase}.", "da")] == [sign]


@pytest.mark.parametrize(("phrase", "sign"), SWEDISH.items())
def test_a_swedish_time_is_known_for_what_it_is(phrase: str, sign: str) -> None:
    assert [match.sign for match in times_in(f"Ring kunden {phrase}.", "sv")] == [sign]


@pytest.mark.parametrize("text", NO_TIME["da"])
def test_what_sounds_like_a_time_in_danish_and_is_none(text: str) -> None:
    assert times_in(text, "da") == []


@pytest.mark.parametrize("text", NO_TIME["sv"])
def test_what_sounds_like_a_time_in_swedish_and_is_none(text: str) -> None:
    assert times_in(text, "sv") == []


def test_in_spring_is_a_time_where_no_noun_follows() -> None:
    assert [match.sign for match in times_in("Ring kunden i vår.", "sv")] == ["date"]


def test_the_words_of_all_times_are_covered() -> None:
    times = times_in("Ring hver fredag inden jul.", "da")
    assert [match.sign for match in times] == ["cadence", "period"]
    assert covered(times) == {1, 2, 3, 4}
