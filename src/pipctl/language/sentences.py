"""What a goal sentence says: something to be done, how much of it, and by when.

The three questions are those of SMART that a sentence alone can answer (seed 000); how they are judged is
set down in the README of the corpus. Every answer names the words it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipctl.language.actions import actions
from pipctl.language.completion import completions, unweakened
from pipctl.language.deadlines import covered, deadlines
from pipctl.language.house_terms import HouseTerms, with_terms
from pipctl.language.lexicon import Lexicon, lexicon
from pipctl.language.lists import SentenceLanguage
from pipctl.language.phrases import Match
from pipctl.language.quantities import FIRM, measures
from pipctl.language.vagueness import ABSTRACT, vague_words
from pipctl.language.verb_phrases import verb_at
from pipctl.language.words import Mention, Word, composed, tokens_of

NO_TERMS = HouseTerms()
TOLD = "told"
"""The sign of a goal that no list knows a verb or noun of, but that tells at length what happens."""
_FEWEST_OF_A_STORY = 12
_WORDS_A_VAGUE_ONE = 6


class Reading(NamedTuple):
    """What a goal sentence says.

    Attributes:
        specific: words that name an action, a deliverable or a narrow countable thing.
        measures: words that give an amount, rate, limit, from–to, or a result that is there or not.
        deadlines: words that give a day, period, named event, cadence, or a limit on every case.
        vague: words that leave open what is meant; they need be no fault where the rest is clear.
    """

    specific: tuple[Mention, ...]
    measures: tuple[Mention, ...]
    deadlines: tuple[Mention, ...]
    vague: tuple[Mention, ...]

    @property
    def is_specific(self) -> bool:
        """Whether two people would agree what to look at."""
        return bool(self.specific)

    @property
    def is_measurable(self) -> bool:
        """Whether they would agree if it was reached."""
        return bool(self.measures)

    @property
    def is_time_bound(self) -> bool:
        """Whether they would agree when to look."""
        return bool(self.deadlines)

    @property
    def vague_terms(self) -> tuple[str, ...]:
        """The entries of our word lists that the vague words stand under, to show in a message."""
        named = (mention.sign for mention in self.vague if mention.sign != ABSTRACT)
        return tuple(dict.fromkeys(named))


def read_sentence(text: str, language: SentenceLanguage, terms: HouseTerms = NO_TERMS) -> Reading:
    """Read a goal sentence, or a few of them.

    Args:
        text: as written.
        language: da or sv; English is not read.
        terms: the workplace's own words.

    Returns:
        The answers; offsets count characters of `text`.
    """
    known = lexicon(language)
    text = text if text.isascii() else composed(text)
    words = with_terms(known.read(tokens_of(text)), terms, language)
    times = deadlines(words, known)
    quantities = measures(words, times)
    firm = [match for match in quantities if match.sign in FIRM]
    vague = list(vague_words(words))
    done = actions(words, covered(times), known)
    if not done and _is_told_at_length(words, vague, known):
        done = [Match(0, len(words), TOLD)]
    specific = [*done, *firm]
    quantities = [*unweakened(words, done, quantities), *completions(words, done, times)] if done else firm
    return Reading(
        _mentions(words, specific),
        _mentions(words, quantities),
        _mentions(words, times),
        _mentions(words, vague),
    )


def _is_told_at_length(words: Sequence[Word], vague: Sequence[Match], known: Lexicon) -> bool:
    """Whether a goal tells so much, in words that are not vague, that it can hardly be a wish."""
    if any(verb_at(words, place, known)[0] == "vague" for place, word in enumerate(words) if word.is_word):
        # "Til marts kan vi mærke, at …": long, but what is asked for is only sensed.
        return False
    count = len({word.token.word for word in words if word.is_word})
    return count >= _FEWEST_OF_A_STORY and len(vague) * _WORDS_A_VAGUE_ONE <= count - _FEWEST_OF_A_STORY


def _mentions(words: Sequence[Word], matches: Iterable[Match]) -> tuple[Mention, ...]:
    return tuple(
        Mention(words[one.first].token.start, words[one.after - 1].token.end, one.sign)
        for one in sorted(matches)
    )
