"""When: dates, weeks, periods, named events, cadences and standing limits (rule GO04).

A bare year in a name ("Strategi 2030") is no time; neither is "løbende", "hurtigst muligt" or "snarast".
The phrases themselves are data, `data/<language>/deadlines.txt`.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipctl.language.lexicon import Lexicon
from pipctl.language.phrases import Match
from pipctl.language.words import Word

_RELATIVE = "than"
"""Words that make "før" or "före" a comparison: better than before."""
_SPRING_OR_OUR = "vår"
"""Swedish for both: "i vår" is a time where no noun follows."""
_FORTH = ("frem", "fram")


def deadlines(words: Sequence[Word], lexicon: Lexicon) -> list[Match]:
    """Return what says when, from left to right.

    The signs are date, period, event, within (some days or weeks), limit (on every case: minutes, hours, a
    time of day), and cadence.
    """
    return [match for match in lexicon.deadlines.find(words) if not _is_no_time(words, match)]


def _is_no_time(words: Sequence[Word], match: Match) -> bool:
    """Tell a comparison ("mere end før"), a particle ("nå fram till") and an imperative from a deadline."""
    last = words[match.after - 1].token.word
    if last == _SPRING_OR_OUR and match.after < len(words) and words[match.after].is_word:
        return True
    if match.sign != "event":
        return False
    if match.first == 0:
        return bool(words[0].verb) and len(words) > 1 and "one" in words[1].groups
    if words[match.first].token.word in _FORTH and words[match.first - 1].verb:
        return True
    return _RELATIVE in words[match.first - 1].groups


def covered(matches: Sequence[Match]) -> frozenset[int]:
    """Return the places of all words that say when."""
    return frozenset(place for match in matches for place in range(match.first, match.after))
