"""What the word lists of a language say of a word. They are read once, when its first sentence is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from pipctl.language.inflection import adjective_bases, last_parts, noun_bases, unaccented, verb_bases
from pipctl.language.lists import SentenceLanguage, entries
from pipctl.language.numerals import Numerals
from pipctl.language.phrases import PhraseBook, phrase_of
from pipctl.language.words import Token, Word

_WHOLE_WORD = "="
_SUFFIX = "-"
_CLOCK_LENGTHS = (len("8.15"), len("10.15"))
_HOURS, _MINUTES = range(24), range(60)


class VerbPhrase(NamedTuple):
    """A verb with its particle or fixed object: all words after the first stand as written."""

    verb: str
    rest: tuple[str, ...]
    group: str


class Lexicon:
    """The words of a language.

    Attributes:
        language: da or sv.
        words: groups of each function word.
        deadlines: the phrases that say when.
        verb_phrases: by the imperative of their verb, the longest first.
        imperatives: verbs as listed; inside a sentence such a word is mostly a noun.
    """

    def __init__(self, language: SentenceLanguage) -> None:
        self.language = language
        self.words: dict[str, set[str]] = {}
        self.verb_phrases: dict[str, list[VerbPhrase]] = {}
        self.imperatives: set[str] = set()
        self._verbs: dict[str, str] = {}
        self._nouns: dict[str, set[str]] = {}
        self._whole_nouns: dict[str, set[str]] = {}
        self._suffixes: dict[str, str] = {}
        self._qualities: set[str] = set()
        for group, entry in entries(language, "words"):
            self.words.setdefault(entry, set()).add(group)
        for group, entry in entries(language, "verbs"):
            self._add_verb(group, entry)
        for name in ("nouns", "times"):
            for group, entry in entries(language, name):
                self._add_noun(group, entry)
        self._qualities.update(entry for _, entry in entries(language, "qualities"))
        self.numerals = Numerals(entries(language, "numerals"))
        self.deadlines = PhraseBook(phrase_of(*entry) for entry in entries(language, "deadlines"))
        for phrases in self.verb_phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase.rest))

    def _add_verb(self, group: str, entry: str) -> None:
        base, *others = (form.strip() for form in entry.split(","))
        verb, *rest = unaccented(base).split()
        if rest:
            self.verb_phrases.setdefault(verb, []).append(VerbPhrase(verb, tuple(rest), group))
            return
        self.imperatives.add(verb)
        for form in (verb, *others):
            self._verbs.setdefault(form, group)

    def _add_noun(self, group: str, entry: str) -> None:
        if entry.startswith(_SUFFIX):
            self._suffixes[entry.removeprefix(_SUFFIX)] = group
            return
        for form in (one.strip() for one in entry.split(",")):
            whole = entry.startswith(_WHOLE_WORD)
            plain = unaccented(form.removeprefix(_WHOLE_WORD))
            (self._whole_nouns if whole else self._nouns).setdefault(plain, set()).add(group)

    def read(self, tokens: Iterable[Token]) -> tuple[Word, ...]:
        """Look every token up."""
        return tuple(self._word(token) for token in tokens)

    def _word(self, token: Token) -> Word:
        groups = set(self.words.get(token.word, ()))
        value: float | None = None
        if token.kind != "word":
            groups |= _number_groups(token)
            value = self.numerals.digits(token.word) if token.kind in ("number", "year") else None
            return Word(token, frozenset(groups), frozenset(), "", "", "", value)
        if (code := _code(token.word)) is not None:
            groups.add(code)
        if self.numerals.is_ordinal(token.word):
            groups.add("ordinal")
        value = self.numerals.value(token.word)
        if value is not None and "one" not in groups:
            groups.add("number")
        if "hollow" not in groups and "ordinal" not in groups:
            groups.add("word")
        nouns, noun = self._noun(token.word)
        groups |= nouns
        verb, quality = self._verb(token.word), self._quality(token.word)
        return Word(token, frozenset(groups), nouns, noun, verb, quality, value)

    def verb_bases(self, word: str) -> frozenset[str]:
        """Return the imperatives that a word may be a form of."""
        return verb_bases(word, self.language)

    def _verb(self, word: str) -> str:
        bases = verb_bases(word, self.language)
        found = [base for base in bases if base in self._verbs]
        return self._verbs[max(found, key=len)] if found else ""

    def _noun(self, word: str) -> tuple[frozenset[str], str]:
        """Return the groups and the entry of a noun, or of the last part of a compound."""
        bases = sorted(noun_bases(word, self.language), key=len, reverse=True)
        whole: set[str] = set()
        entry = ""
        for base in bases:
            for table in (self._whole_nouns, self._nouns):
                if base in table:
                    whole |= table[base]
                    entry = entry or base
        if whole:
            return frozenset(whole), entry
        return self._last_part(bases)

    def _last_part(self, bases: list[str]) -> tuple[frozenset[str], str]:
        best = ""
        for base in bases:
            part = next((part for part in last_parts(base) if part in self._nouns), "")
            best = part if len(part) > len(best) else best
        if best:
            return frozenset(self._nouns[best]), best
        for suffix, group in self._suffixes.items():
            if any(base.endswith(suffix) for base in bases):
                return frozenset({group}), ""
        return frozenset(), ""

    def _quality(self, word: str) -> str:
        found = adjective_bases(word, self.language) & self._qualities
        return max(found, key=len) if found else ""


def _number_groups(token: Token) -> set[str]:
    groups: set[str] = {token.kind}
    if token.kind == "year":
        groups.add("number")
    if token.kind == "number" and len(token.word) in _CLOCK_LENGTHS and token.word[-3] in ".:":
        hour, minute = token.word[:-3], token.word[-2:]
        if hour.isdigit() and minute.isdigit() and int(hour) in _HOURS and int(minute) in _MINUTES:
            groups.add("clock")
    return groups


def _code(word: str) -> str | None:
    """Tell "v12", "uge12" and "Q3" from other words."""
    letters = word.rstrip("0123456789")
    digits = word[len(letters) :]
    if not digits:
        return None
    if letters in ("u", "v", "uge", "vecka"):
        return "weekcode"
    return "quartercode" if letters in ("q", "k", "h") and len(digits) == 1 else None


@cache
def lexicon(language: SentenceLanguage) -> Lexicon:
    """Return the words of a language; they are read at the first call."""
    return Lexicon(language)
