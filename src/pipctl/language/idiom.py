"""In which language a text is written: found where a sentence is clearly not in the plan's.

Danish, Swedish and Norwegian share half of their short words, so only words, letters and endings count that
one of two languages has and the other has not. A tie, a quotation, a name and a single loanword say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from pipctl.language.lists import SentenceLanguage, common_entries
from pipctl.language.words import Mention

_FEWEST_WORDS = 5
_LEAST, _LEAST_OF_DISTANT = 2, 3
"""Telling words that a Nordic or English sentence must have, and one in another language."""
_SIGNS = ".,;:!?()\"'”“»«-–…"
_CLEAR = 3
"""Times as many of them as of the plan's own."""
_NEIGHBORS = frozenset({"da", "sv", "nb", "en", "de"})

_ALIEN: Mapping[SentenceLanguage, re.Pattern[str]] = {
    "da": re.compile(r"[^\x00-\xa0æøåÆØÅéÉ–’“”»«§·°½]"),
    "sv": re.compile(r"[^\x00-\xa0äöåÄÖÅéÉ–’“”»«§·°½]"),
}
"""Signs that a text in the language does not hold by itself."""


class _Patterns(NamedTuple):
    """What a text that may be foreign is taken apart with; few texts need it."""

    word: re.Pattern[str]
    quoted: re.Pattern[str]
    sentence: re.Pattern[str]
    other_script: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        word=re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*"),
        quoted=re.compile(
            r"\"[^\"]*\"|“[^”]*”|”[^”]*”|»[^«]*«|«[^»]*»|„[^“”]*[“”]|(?<!\w)['’\u2018][^'’]*['’](?!\w)"
        ),
        sentence=re.compile(r".+?(?:[.!?]+(?=\s+[^\W\d_a-zæøåäö])|\n\s*|$)", re.DOTALL),
        other_script=re.compile(r"[\u0370-\u1eff\u2c00-\ua7ff\uac00-\ud7ff]+"),
    )


@cache
def _forms(language: SentenceLanguage) -> re.Pattern[str]:
    """Return the letters and endings that a language has not, and its neighbors have."""
    if language == "sv":
        return re.compile(
            r"\w*[æø]\w*|\w{3,}(?:ede|erne|hed|heden|else|elsen|elser|skab|skaber)|\w+dt|\w+kk[eio]\w*"
        )
    return re.compile(
        r"\w*[äö]\w*|\w{3,}(?:orna|arna|ades|ade|het|heten|ningar|skap|liga|iska)|\w+ck[aoå]\w*"
    )


class _Evidence(NamedTuple):
    """What tells one language from the plan's: its words that the plan's has not, and the other way round."""

    theirs: frozenset[str]
    ours: frozenset[str]
    least: int


def foreign_words(text: str, language: SentenceLanguage) -> tuple[Mention, ...]:
    """Find the first sentence that is in another language than the plan's.

    Args:
        text: of any length.
        language: of the plan.

    Returns:
        None or one mention: the sentence, with the sign of its language (ISO 639), or `script` where not even
        the letters are the plan's.
    """
    if _seems_ours(text, language):
        return ()
    plain = _patterns().quoted.sub(lambda match: " " * len(match.group()), text)
    for start, end in (*_sentences(plain), (0, len(plain))):
        sign = _foreign(plain[start:end], language)
        if sign:
            visible = text[start:end].strip()
            at = text.index(visible, start)
            return (Mention(at, at + len(visible), sign),)
    return ()


def is_telling_of_another(word: str, language: SentenceLanguage) -> bool:
    """Whether a word may show that its text is in another language: by itself, a letter, its script.

    Args:
        word: without blanks, as it stands in the text.
        language: of the plan.
    """
    plain = word.lower().strip(_SIGNS)
    is_theirs = plain in _others(language) or _forms(language).fullmatch(plain) is not None
    return is_theirs or _ALIEN[language].search(word) is not None


def _seems_ours(text: str, language: SentenceLanguage) -> bool:
    """Whether a first look suffices: no word of it stands only in the lists of other languages."""
    words = set(text.lower().split())
    return len(words) < _FEWEST_WORDS or (
        not _ALIEN[language].search(text)
        and words.isdisjoint(_others(language))
        and not words.isdisjoint(_ours(language))
    )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for match in _patterns().sentence.finditer(text):
        yield match.span()


def _foreign(sentence: str, language: SentenceLanguage) -> str:
    """Return the language of a sentence where it is clearly not the plan's; else nothing."""
    words = [match.group() for match in _patterns().word.finditer(sentence)]
    if len(words) < _FEWEST_WORDS:
        return ""
    if len(_patterns().other_script.findall(sentence)) > len(words) // 2:
        return "script"
    lower = {word for word in words[1:] if word[0].islower()} | {words[0].lower()}
    forms = {word for word in lower if _forms(language).fullmatch(word)}
    best, margin = "", 0
    for other, evidence in _evidence(language).items():
        theirs = lower & evidence.theirs
        if other in _NEIGHBORS and other != "en":
            theirs |= forms
        ours = len(lower & evidence.ours)
        if len(theirs) >= max(evidence.least, _CLEAR * ours) and len(theirs) - ours > margin:
            best, margin = other, len(theirs) - ours
    return best


@cache
def _words() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group, line in common_entries("idioms"):
        found.setdefault(group, set()).update(line.split())
    return {group: frozenset(words) for group, words in found.items()}


@cache
def _evidence(language: SentenceLanguage) -> Mapping[str, _Evidence]:
    ours = _words()[language]
    return {
        other: _Evidence(words - ours, ours - words, _LEAST if other in _NEIGHBORS else _LEAST_OF_DISTANT)
        for other, words in _words().items()
        if other != language
    }


@cache
def _ours(language: SentenceLanguage) -> frozenset[str]:
    return _words()[language]


@cache
def _others(language: SentenceLanguage) -> frozenset[str]:
    return frozenset().union(*(words for words in _words().values())) - _words()[language]
