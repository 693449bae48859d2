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
_EXTENT = ("den", "mån")
_GOES = frozenset(["går", "kan", "passer", "passar"])
_FORTH = ("frem", "fram")
_COMPARING = ("med", "mot", "mod")
"""Before "i dag" these compare: "jämfört med i dag"."""
_SOONER = ("tidligere", "senere", "tidigare", "senare")
"""Before "på måneden" or "i månaden" these make it a part of the month, and no rate."""
_EARLY = ("tid", "tiden")
"""After "før" or "före": too early, and no time that is named."""
_ONLY_BEFORE = ("inden", "innan")
"""Never a verb, unlike "før", which also keeps a log."""
_FINITE = ("r", "s")
_THINGS = frozenset({"thing", "labeled", "metric", "person"})
_HAPPENS = frozenset(
    {"event", "happening", "occasion", "period", "season", "days", "weeks", "parts", "weekday"}
)


def deadlines(words: Sequence[Word], lexicon: Lexicon) -> list[Match]:
    """Return what says when, from left to right.

    The signs are date, period, event, within (some days or weeks), limit (on every case: minutes, hours, a
    time of day), and cadence.
    """
    found = [match for match in lexicon.deadlines.find(words) if not _is_no_time(words, match)]
    starts = [match.first for match in found]
    return [
        _with_clause(words, match, starts, opens=_opens(words, match, found[:place]))
        for place, match in enumerate(found)
    ]


def _opens(words: Sequence[Word], match: Match, earlier: Sequence[Match]) -> bool:
    """Whether nothing but other times stands before it in its clause: "varje måndag före lunch skickar …"."""
    first = match.first
    for one in reversed(earlier):
        if one.after == first:
            first = one.first
    return first == 0 or words[first - 1].token.kind == "stop"


def _with_clause(words: Sequence[Word], match: Match, starts: Sequence[int], *, opens: bool) -> Match:
    """Take in the clause that an event is named by: "inden du kører hjem", "före bokslutet börjar"."""
    first = next((at for at in range(match.first, match.after) if "before" in words[at].groups), None)
    if match.sign != "event" or first is None:
        return match
    stop = next((at for at in range(match.first, len(words)) if words[at].token.kind == "stop"), len(words))
    until = min([stop, *(start for start in starts if start > match.first)])
    is_closed = not opens or (stop < len(words) and words[stop].token.word == ",")
    verbs = [at for at in range(first + 1, until) if _is_finite(words, at)]
    if verbs and is_closed:
        return match._replace(after=until)
    # "Inden messen skal du …": the verb after the event is that of the sentence.
    return match._replace(after=min([match.after, *(at for at in verbs if at > first + 1)]))


def _is_finite(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    is_present = bool(word.verb) and not word.nouns and word.token.word.endswith(_FINITE)
    return is_present or "modal" in word.groups


def _is_no_time(words: Sequence[Word], match: Match) -> bool:
    """Tell what is no deadline: "mere end før", "nå fram till", "før en logbog", "fra før 1990"."""
    last = words[match.after - 1].token.word
    if _is_left_open(words, match):
        return True
    if last == _SPRING_OR_OUR and match.after < len(words) and words[match.after].is_word:
        return not _is_finite(words, match.after)
    before = words[match.first - 1].groups if match.first else frozenset[str]()
    if match.sign == "period" and (_RELATIVE in before or words[match.first].token.word in _COMPARING):
        return True
    is_origin = "from" in words[match.first].groups and words[match.after - 1].token.kind == "year"
    if is_origin and "before" in words[match.first + 1].groups:
        return True
    if match.sign == "cadence":
        return _is_no_cadence(words, match)
    if match.sign != "event":
        return False
    if match.first == 0:
        is_verb = bool(words[0].verb) and words[0].token.word not in _ONLY_BEFORE
        return is_verb and len(words) > 1 and bool(words[1].groups & {"one", "none"})
    if words[match.first + 1].token.word in _EARLY:
        return True
    if words[match.first].token.word in _FORTH and words[match.first - 1].verb:
        return True
    return _RELATIVE in before


def _is_left_open(words: Sequence[Word], match: Match) -> bool:
    """Whether it is "så snart det går", or "i den mån", where Swedish "mån" is an extent and no Monday."""
    before, last = (
        (word.token.word for word in words[match.after - 2 : match.after]) if match.after > 1 else ("", "")
    )
    following = [word.token.word for word in words[match.after : match.after + 1]]
    return (before, last) == _EXTENT or (last == "det" and not _GOES.isdisjoint(following))


def _is_no_cadence(words: Sequence[Word], match: Match) -> bool:
    """Tell what does not say how often: "tidligere på måneden", "på varje pall", "vid alla åtta dörrar"."""
    last = words[match.after - 1]
    if words[match.first - 1].token.word in _SOONER:
        return True
    if words[match.first].token.word == "på" and _is_place(last):
        return True
    return "every" in words[match.after - 2].groups and last.value is not None


def _is_place(word: Word) -> bool:
    """Whether "on every …" says where: "på varje pall", and not "på varje tur"."""
    return bool(word.nouns & _THINGS) and not word.nouns & _HAPPENS


def covered(matches: Sequence[Match]) -> frozenset[int]:
    """Return the places of all words that say when."""
    return frozenset(place for match in matches for place in range(match.first, match.after))
