"""What the word lists of a language say of a word. They are read once, when its first sentence is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from pipctl.language.inflection import endings, unaccented
from pipctl.language.lists import SentenceLanguage, entries, inflected
from pipctl.language.numerals import Numerals
from pipctl.language.phrases import PhraseBook, phrase_of
from pipctl.language.words import Token, Word

_WHOLE_WORD = "="
_SUFFIX = "-"
_SHORTEST_PART = 3
_SHORTEST_VERB = 5
_TIMES = frozenset({"event", "occasion", "season", "period", "end"})
"""Groups that a compound has from its last part, whatever else it is listed as: "afdelingsmøde"."""
_CONCRETE = ("complete", "action")
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
        verb_phrases: by the imperative of their verb, the longest first.
        imperatives: verbs as listed; inside a sentence such a word is mostly a noun.
    """

    def __init__(self, language: SentenceLanguage) -> None:
        self.language = language
        self.words: dict[str, set[str]] = {}
        self.verb_phrases: dict[str, list[VerbPhrase]] = {}
        self.imperatives: set[str] = set()
        self._verbs: dict[str, str] = {}
        self._finite: set[str] = set()
        self._verb_entries: dict[str, set[str]] = {}
        self._nouns: dict[str, Noun] = {}
        self._last_parts: dict[str, Noun] = {}
        self._suffixes: dict[str, str] = {}
        self._qualities: dict[str, str] = {}
        self._known: dict[str, Word] = {}
        for group, entry in entries(language, "words"):
            self.words.setdefault(entry, set()).add(group)
        for section, group, entry, forms in inflected(language, "goals"):
            if section == "verbs":
                self._add_verb(group, entry, forms)
            elif section == "qualities":
                self._qualities.update(dict.fromkeys(forms, entry))
            elif entry.startswith(_SUFFIX):
                self._suffixes.update(dict.fromkeys((form.removeprefix(_SUFFIX) for form in forms), group))
            else:
                self._add_noun(group, entry, forms)
        self.numerals = Numerals(entries(language, "numerals"))
        self.deadlines = PhraseBook(phrase_of(*entry) for entry in entries(language, "deadlines"))
        for phrases in self.verb_phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase.rest))

    def _add_verb(self, group: str, entry: str, forms: list[str]) -> None:
        verb, *rest = entry.split()
        if rest:
            for form in forms:
                self._verb_entries.setdefault(form, set()).add(verb)
            self.verb_phrases.setdefault(verb, []).append(VerbPhrase(verb, tuple(rest), group))
            return
        self.imperatives.add(verb)
        infinitives = {verb + joint + ending for joint in ("", verb[-1]) for ending in "ae"}
        for form in forms:
            self._verb_entries.setdefault(form, set()).add(verb)
            self._verbs.setdefault(form, group)
            # Neither imperative, infinitive, present nor passive; the past tense counts as a participle.
            if form == verb or form in infinitives or form.endswith(("r", "s")):
                self._finite.add(form)

    def _add_noun(self, group: str, written: str, forms: list[str]) -> None:
        entry = written.removeprefix(_WHOLE_WORD)
        alone = Noun(frozenset({group}), entry)
        tables = (self._nouns,) if written.startswith(_WHOLE_WORD) else (self._nouns, self._last_parts)
        for written_form in forms:
            form = written_form.removeprefix(_WHOLE_WORD)
            for table in tables:
                known = table.get(form)
                if known is None:
                    table[form] = alone
                else:
                    table[form] = Noun(known.groups | {group}, max(known.entry, entry, key=len))

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
        own = self._nouns.get(plain)
        verb_form = plain if plain in self._verbs else self._without_particle(plain)
        verb, quality = self._verbs.get(verb_form, ""), self._qualities.get(plain, "")
        noun = own or (NO_NOUN if verb else self._of_last_part(plain))
        groups |= noun.groups | (self._of_last_part(plain).groups & _TIMES if own else frozenset())
        if verb_form in self._verbs and verb_form not in self._finite and not own:
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
                if len(rest) >= _SHORTEST_VERB and self._verbs.get(rest) in _CONCRETE:
                    return rest
        return word

    def verb_bases(self, word: str) -> frozenset[str]:
        """Return the imperatives that a word may be a form of."""
        return frozenset(self._verb_entries.get(unaccented(word), ()))

    def _of_last_part(self, word: str) -> Noun:
        """Return what is known of a compound: its last part says what it is."""
        if len(word) <= _LONGEST_WORD:
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
                noun = self._last_parts.get(word[cut:])
                if noun is not None and len(noun.entry) >= _SHORTEST_PART:
                    return noun
        for suffix, group in self._suffixes.items():
            if word.endswith(suffix):
                return Noun(frozenset({group}), "")
        return NO_NOUN


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
