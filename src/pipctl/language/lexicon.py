"""What the word lists of a language say of a word. They are read once, when its first sentence is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from pipctl.language.inflection import endings, unaccented
from pipctl.language.listed_forms import listed_forms
from pipctl.language.lists import SentenceLanguage, entries
from pipctl.language.numerals import Numerals
from pipctl.language.phrases import PhraseBook, phrase_of
from pipctl.language.words import Token, Word

_SHORTEST_PART = 3
_SHORT_HEADS = ("el", "by", "is", "it", "tv", "øl", "öl", "ur", "ny")
"""Words of two letters that compounds begin with: "elskema"."""
_SHORTEST_VERB = 5
_TIMES = frozenset({"event", "occasion", "season", "period", "end"})
"""Groups that a compound has from its last part, whatever else it is listed as: "afdelingsmøde"."""
_CONCRETE = ("complete", "send", "action")
"""Groups of verbs that mean much the same with a particle at their head."""
_LONGEST_WORD = 40
"""A longer run of letters is no word of a sentence, and its parts need not be sought."""
_CLOCK_LENGTHS = (len("8.15"), len("10.15"))
_HOURS, _MINUTES = range(24), range(60)


class Noun(NamedTuple):
    """What the lists say of a noun: its groups, and the entry that it stands under."""

    groups: frozenset[str]
    entry: str


NO_NOUN = Noun(frozenset(), "")


class VerbPhrase(NamedTuple):
    """A verb with its particle or fixed object: all words after the first stand as written."""

    verb: str
    rest: tuple[str, ...]
    group: str


class Lexicon:
    """The words of a language that goals are made of.

    Attributes:
        language: da or sv.
        words: groups of each function word.
        deadlines: the phrases that say when.
    """

    def __init__(self, language: SentenceLanguage) -> None:
        self.language = language
        self.words: dict[str, set[str]] = {}
        self._nouns, self._verbs, self._qualities = listed_forms(language)
        self._verb_phrases: dict[str, tuple[VerbPhrase, ...]] = {}
        self._known: dict[str, Word] = {}
        for group, entry in entries(language, "words"):
            self.words.setdefault(entry, set()).add(group)
        self.numerals = Numerals(entries(language, "numerals"))
        self.deadlines = PhraseBook(phrase_of(*entry) for entry in entries(language, "deadlines"))

    def verb_phrases(self, verb: str) -> tuple[VerbPhrase, ...]:
        """Return the phrases with a verb, by its imperative; the longest first."""
        known = self._verb_phrases.get(verb)
        if known is None:
            found = (
                VerbPhrase(verb, tuple(one.word.split()[1:]), one.group) for one in self._verbs.phrases(verb)
            )
            known = self._verb_phrases[verb] = tuple(sorted(found, key=lambda phrase: -len(phrase.rest)))
        return known

    def is_imperative(self, word: str) -> bool:
        """Whether a verb is listed so; inside a sentence such a word is mostly a noun."""
        return any(one.word == word for one in self._verbs.of(word))

    def _verb(self, form: str) -> tuple[str, bool]:
        """Return the group of a verb, and whether the form is only a participle (or past tense)."""
        found = [one for one in self._verbs.of(form) if " " not in one.word]
        if not found:
            return "", False
        return found[0].group, not any(_is_finite(form, one.word) for one in found)

    def _noun(self, form: str, *, ends_a_compound: bool = False) -> Noun:
        found = [one for one in self._nouns.of(form) if not (ends_a_compound and one.is_whole_word)]
        if not found:
            return NO_NOUN
        return Noun(frozenset(one.group for one in found), max((one.word for one in found), key=len))

    def read(self, tokens: Iterable[Token]) -> tuple[Word, ...]:
        """Look every token up."""
        return tuple(self._word(token) for token in tokens)

    def _word(self, token: Token) -> Word:
        if token.kind == "word":
            known = self._known.get(token.word)
            if known is None:
                known = self._known[token.word] = self._looked_up(token)
            return known._replace(token=token)
        groups = set(self.words.get(token.word, ())) | _number_groups(token)
        value = self.numerals.digits(token.word) if token.kind in ("number", "year") else None
        return Word(token, frozenset(groups), frozenset(), "", "", "", value)

    def _looked_up(self, token: Token) -> Word:
        groups = set(self.words.get(token.word, ()))
        if (code := _code(token.word)) is not None:
            groups.add(code)
        if self.numerals.is_ordinal(token.word):
            groups.add("ordinal")
        value = self.numerals.value(token.word)
        if value is not None and "one" not in groups:
            groups.add("number")
        if "hollow" not in groups and "ordinal" not in groups:
            groups.add("word")
        plain = unaccented(token.word)
        # "Svaras" is a verb and no genitive of "svar".
        is_passive = plain in self._verbs and not self._nouns.is_listed(plain)
        own = NO_NOUN if is_passive else self._noun(plain)
        verb, is_participle = self._verb(plain if plain in self._verbs else self._without_particle(plain))
        quality = next((one.word for one in self._qualities.of(plain)[-1:]), "")
        noun = NO_NOUN if verb else self._of_last_part(plain)
        if own.groups:
            noun = own
            groups |= own.groups | (self._of_last_part(plain).groups & _TIMES)
        groups |= noun.groups
        if is_participle and not own.groups:
            groups.add("participle")
        if not noun.groups and not verb and plain.endswith(endings(self.language, "comparative")):
            groups.add("more")
        return Word(token, frozenset(groups), noun.groups, noun.entry, verb, quality, value)

    def _without_particle(self, word: str) -> str:
        """Return the verb in "opmuret" or "uppackad"; the word itself where there is none."""
        for particle in endings(self.language, "particle"):
            if not word.startswith(particle):
                continue
            # Swedish writes two of three equal letters: upp + packad → uppackad.
            for rest in (word[len(particle) :], word[len(particle) - 1 :]):
                if len(rest) >= _SHORTEST_VERB and self._verb(rest)[0] in _CONCRETE:
                    return rest
        return word

    def verb_bases(self, word: str) -> frozenset[str]:
        """Return the imperatives that a word may be a form of."""
        return frozenset(one.word.split()[0] for one in self._verbs.of(unaccented(word)))

    def _of_last_part(self, word: str) -> Noun:
        """Return what is known of a compound: its last part says what it is."""
        if len(word) <= _LONGEST_WORD:
            shortest = len("el") if word.startswith(_SHORT_HEADS) else _SHORTEST_PART
            for cut in range(shortest, len(word) - _SHORTEST_PART + 1):
                if (part := word[cut:]) in self._nouns:
                    noun = self._noun(part, ends_a_compound=True)
                    if len(noun.entry) >= _SHORTEST_PART:
                        return noun
        suffix = self._nouns.suffix_group(word)
        return Noun(frozenset({suffix}), "") if suffix else NO_NOUN


def _is_finite(form: str, verb: str) -> bool:
    """Whether a form is an imperative, infinitive, present tense or passive."""
    return form.endswith(("r", "s")) or form in (
        verb,
        *(verb + end for end in (*"ae", verb[-1] + "a", verb[-1] + "e")),
    )


def _number_groups(token: Token) -> set[str]:
    groups: set[str] = {token.kind}
    if token.kind == "year":
        groups.add("number")
    if token.kind == "ordinal" and ":" in token.word:
        groups.add("nth")
    if token.kind == "number" and len(token.word) in _CLOCK_LENGTHS and token.word[-3] in ".:":
        hour, minute = token.word[:-3], token.word[-2:]
        if hour.isdigit() and minute.isdigit() and int(hour) in _HOURS and int(minute) in _MINUTES:
            groups.add("clock")
            if token.word[-3] == ":" or (len(hour) == len("07") and (hour[0] == "0" or minute == "00")):
                groups.add("timeofday")
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
