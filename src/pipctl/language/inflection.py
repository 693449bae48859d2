"""The base forms that a written word may come from, by the endings of Danish and Swedish.

Our own lexicons are inflected ahead of time with these rules (tools/inflect.py); when a sentence is read,
only the words that a workplace has added are still traced back to their base.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pipctl.language.lists import SentenceLanguage, entries

_SHORTEST_STEM = 2
_VOWELS = frozenset("aeiouyæøåäö")


@cache
def endings(language: SentenceLanguage, kind: str) -> tuple[str, ...]:
    """Return the endings of a kind of word: noun, adjective or verb; the longest first."""
    return tuple(entry for group, entry in entries(language, "endings") if group == kind)


def _without(word: str, ends: tuple[str, ...]) -> Iterator[str]:
    yield word
    for ending in ends:
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
        base for base in _without(plain, endings(language, "noun")) if _may_end_so(base, plain, language)
    }
    bases |= _with_its_e(bases)
    if language == "sv":
        bases |= {base + "a" for base in tuple(bases) if word.startswith((base + "or", base + "an"))}
    return frozenset(bases | {base + "e" for base in bases if not base.endswith("e")})


def _with_its_e(bases: Iterable[str]) -> frozenset[str]:
    """Return the bases with the e that -el, -en and -er lose before an ending: cyklen, nycklar, dovne."""
    return frozenset(
        f"{one[:-1]}e{one[-1]}" for one in bases if one[-1] in "lnr" and one[-2:-1] not in _VOWELS
    )


def _may_end_so(base: str, word: str, language: SentenceLanguage) -> bool:
    """Whether the ending fits the base: -t, -n and -r follow a vowel, -n in Swedish also -l and -r."""
    ending = word[len(base) :]
    if ending not in ("t", "n", "r") or base[-1] in _VOWELS:
        return True
    return language == "sv" and ending == "n" and base[-1] in "lr"


def adjective_bases(word: str, language: SentenceLanguage) -> frozenset[str]:
    """Return the forms that an adjective or adverb may be listed under: tydeligere → tydelig."""
    bases = frozenset(_without(unaccented(word), endings(language, "adjective")))
    return bases | _with_its_e(bases)


def verb_bases(word: str, language: SentenceLanguage) -> frozenset[str]:
    """Return the imperatives that a verb may come from: opretter → opret, fakturerar → fakturera."""
    return frozenset(_without(unaccented(word), endings(language, "verb")))
