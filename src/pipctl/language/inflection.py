"""The base forms that a written word may come from.

A base form is found by taking endings away, not by a dictionary: the endings of Danish and Swedish are few,
and what is left over need only be one of the words that the lexicon lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipctl.language.lists import SentenceLanguage, entries

_SHORTEST_STEM = 2
_SHORTEST_PART = 3
_LONGEST_WORD = 40
"""A longer run of letters is no word of a sentence, and its parts need not be sought."""
_VOWELS = frozenset("aeiouyæøåäö")


@cache
def _endings(language: SentenceLanguage, kind: str) -> tuple[str, ...]:
    return tuple(entry for group, entry in entries(language, "endings") if group == kind)


def _without(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    yield word
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            stem = word[: -len(ending)]
            yield stem
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def unaccented(word: str) -> str:
    """Take the accent of "opdatér" or "idé" away, which half of all writers leave out."""
    return word.replace("é", "e").replace("á", "a")


def noun_bases(word: str, language: SentenceLanguage) -> frozenset[str]:
    """Return what a noun may be listed under: kunderne → kunde, klockor → klocka, cyklen → cykel."""
    plain = unaccented(word)
    bases = {
        base for base in _without(plain, _endings(language, "noun")) if _may_end_so(base, plain, language)
    }
    # Before an ending -el, -en and -er lose their e: cyklen, nycklar.
    bases |= {
        f"{one[:-1]}e{one[-1]}" for one in tuple(bases) if one[-1] in "lnr" and one[-2:-1] not in _VOWELS
    }
    if language == "sv":
        bases |= {base + "a" for base in tuple(bases) if word.startswith((base + "or", base + "an"))}
    return frozenset(bases | {base + "e" for base in bases if not base.endswith("e")})


def _may_end_so(base: str, word: str, language: SentenceLanguage) -> bool:
    """Whether the ending fits the base: -t, -n and -r follow a vowel, -n in Swedish also -l and -r."""
    ending = word[len(base) :]
    if ending not in ("t", "n", "r") or base[-1] in _VOWELS:
        return True
    return language == "sv" and ending == "n" and base[-1] in "lr"


def adjective_bases(word: str, language: SentenceLanguage) -> frozenset[str]:
    """Return the forms that an adjective or adverb may be listed under: tydeligere → tydelig."""
    return frozenset(_without(unaccented(word), _endings(language, "adjective")))


def verb_bases(word: str, language: SentenceLanguage) -> frozenset[str]:
    """Return the imperatives that a verb may come from: opretter → opret, fakturerar → fakturera."""
    return frozenset(_without(unaccented(word), _endings(language, "verb")))


def last_parts(base: str) -> Iterator[str]:
    """Yield a word and its ends, the longest first: the last part says what a compound is."""
    yield base
    if len(base) <= _LONGEST_WORD:
        for cut in range(_SHORTEST_PART, len(base) - _SHORTEST_PART + 1):
            yield base[cut:]
