"""What is to be done: an action, a deliverable or a narrow countable thing, if a sentence names one (GO02).

The verb decides first. Most verbs name an action; a closed set does not: to be and to become, verbs of
direction ("styrk", "öka"), worn verbs ("få", "ta"). After those the noun decides, and of a compound its last
part: "øg kvaliteten" is no action, "nedbring ventetiden" is one, and so is "nedbring fejl i rapporterne".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from pipctl.language.clauses import NOUN_ENDINGS, relative_clauses
from pipctl.language.kinds import NARROW, first_noun, kind_of, kinds
from pipctl.language.lexicon import Lexicon
from pipctl.language.phrases import Match
from pipctl.language.predicates import Predicate, predicates
from pipctl.language.words import Word

STATE = "state"
"""The sign of a verb said of a thing: "kassen stemmer". It holds or it does not."""

_HELD = ("complete", "send", "action", "handle", "light")
"""Groups of verbs that hold of a thing or do not; "antallet falder" holds by degrees."""

_DONE = ("et", "ede", "ad", "at", "ade")
"""Endings of a participle, in either language."""

_TIME = ("tid", "tide")
"""After praise: "i god tid", which praises nobody."""
_OFF = ("af", "av")
_TURNS = ("ned", "ner", "op", "upp")
"""With a figure they say which way it is to go, and not how far."""
_LIES = ("ligger", "hänger", "hænger")
_IN = ("på", "i", "hos", "ved", "vid")
_ENDS = (":", ".", "!", ";")
_LIFTED = ("lyft", "løft")
_BETTER = ("bedre", "bättre")

_Kinds = Sequence[str]


def actions(words: Sequence[Word], times: frozenset[int], lexicon: Lexicon) -> list[Match]:
    """Return the verbs and things that make a sentence specific.

    Args:
        words: of the sentence.
        times: places of words that say when; a meeting named there is no deliverable.
        lexicon: of its language.
    """
    hidden = times | _asides(words) | frozenset(relative_clauses(words, times))
    found = predicates(words, hidden, lexicon)
    if not found:
        return list(_fragment(words, hidden))
    starts = [one.first for one in found if not one.is_governed]
    done: list[Match] = []
    for predicate in found:
        if predicate.is_governed:
            continue
        until = min((start for start in starts if start > predicate.first), default=len(words))
        until = _end_of_clause(words, predicate.after, until)
        sign = _judged(words, hidden, predicate, until)
        if sign and (done or not _takes_up(words, predicate, found)):
            done.append(Match(predicate.first, predicate.after, sign))
    return done


def _takes_up(words: Sequence[Word], predicate: Predicate, found: Sequence[Predicate]) -> bool:
    """Whether a verb only takes up what the one before it left open: "sæt mål og følg dem"."""
    following = words[predicate.after : predicate.after + 1]
    if words[predicate.first - 1].token.word in _ENDS:
        # "Tag ansvar for maskinen: Afkalk den": what is done is said anew.
        return False
    return found[0] is not predicate and any("anaphor" in word.groups for word in following)


def _judged(words: Sequence[Word], hidden: frozenset[int], predicate: Predicate, until: int) -> str:
    """Return the sign of a verb that says what is done; empty for one that does not."""
    said = list(kinds(words, hidden, predicate.first + 1, until))
    fixed = kinds(words, hidden, predicate.after - 1, predicate.after)
    if predicate.after > predicate.first + 1 and fixed == ("broad",):
        # A noun that belongs to the verb ("kom på arbejde") says nothing by itself.
        said.remove("broad")
    subject = () if predicate.is_inverted else predicate.subject
    if predicate.is_result:
        return _result(predicate, said, has_state=True)
    about = words[predicate.after : until]
    is_reflexive = any("reflexive" in one.groups for one in about)
    is_about_oneself = is_reflexive and not set(said) - {"quality", "broad"}
    is_praise = bool(predicate.subject) and "quality" in said and "metric" not in subject
    if is_about_oneself or is_praise:
        return ""
    if predicate.group == "be":
        has_state = any(_is_condition(one) for one in about) or _lies_somewhere(words[predicate.first], about)
        return _result(predicate, said, has_state=has_state)
    lifted = predicate.group == "improve" and words[predicate.first].token.word.startswith(_LIFTED)
    if lifted and (_is_brought_up(about) or first_noun(said) == "thing"):
        return "action"
    if predicate.group in ("light", "handle") and _is_praised_thing(words, hidden, predicate, until):
        return ""
    if not _JUDGES[predicate.group](subject, said) and not _is_plain_though_more(predicate, about, said):
        return ""
    is_held = predicate.group in _HELD and first_noun(predicate.subject) in NARROW
    if is_held:
        return STATE
    return "complete" if predicate.group == "send" else predicate.group


def _is_plain_though_more(predicate: Predicate, about: Sequence[Word], said: _Kinds) -> bool:
    """Whether what is done is plain, and only how well, how often or how early is not.

    "Granska kontrakten noggrannare", "kom tidigare till gruppen"; "better" leaves open what is done as well.
    """
    if any(word.token.word in _BETTER for word in about):
        return False
    if predicate.group in ("complete", "action"):
        manner = any(word.quality and "more" in word.groups for word in about)
        return manner and list(said[:1]) == ["unknown"] and not _any(said, "broad")
    if predicate.group == "light" and _is_moved(about):
        return True
    is_sooner = predicate.group in ("light", "handle") and any("sooner" in word.groups for word in about)
    return is_sooner and _any(said, "person", "unknown", *NARROW) and not _any(said, "broad", "quality")


def _is_brought_up(about: Sequence[Word]) -> bool:
    """Whether something is said where others hear it: "lyft riskerna på byggmötet"."""
    is_clear = kind_of(about[0]) not in ("broad", "quality") if about else False
    return is_clear and any("event" in word.groups for word in about)


def _is_moved(about: Sequence[Word]) -> bool:
    """Whether something that no list knows is put somewhere: "sæt stolene op", "stil cyklerne af"."""
    if len(about) < len(("stolene", "op")) or kind_of(about[0]) != "unknown":
        return False
    is_open = any("lead" not in word.groups for word in about[2:3])
    is_off = about[1].token.word in _OFF and not is_open
    return about[0].token.word.endswith(NOUN_ENDINGS) and ("away" in about[1].groups or is_off)


def _result(predicate: Predicate, said: _Kinds, *, has_state: bool) -> str:
    """Judge what is said to be there: a thing we know, or anything that is in a state we know."""
    subject = predicate.subject
    if not subject:
        is_done = predicate.is_result and _JUDGES[predicate.group]((), said)
        return "complete" if is_done else ""
    noun = first_noun(subject)
    faults = ("quality",) if predicate.is_result else ("quality", "broad")
    is_praised = not predicate.is_inverted and _any(said, *faults)
    if noun in NARROW and not is_praised:
        return STATE
    is_plain = noun != "broad" and "quality" not in subject and not is_praised
    return STATE if has_state and is_plain else ""


def _lies_somewhere(verb: Word, about: Sequence[Word]) -> bool:
    """Whether something can be seen to be in its place: "dagssedlen ligger på kontoret"."""
    following = about[0].token.word if about else ""
    return verb.token.word.startswith(_LIES) and following in _IN


def _is_condition(word: Word) -> bool:
    """Whether a word says what a thing is: "klar", or by its ending the participle of an unknown verb."""
    return "condition" in word.groups or (kind_of(word) == "unknown" and word.token.word.endswith(_DONE))


def _asides(words: Sequence[Word]) -> frozenset[int]:
    """Return the places of "i henhold til aftale", which nobody names, and of "i större utsträckning"."""
    found: set[int] = set()
    for place, word in enumerate(words):
        if "accord" in word.groups:
            found.update(range(place, min(place + 4, _end_of_clause(words, place, len(words)))))
        if place and "extent" in word.nouns and "more" in words[place - 1].groups:
            found.update((place - 1, place))
        if place and word.token.word in _TIME and words[place - 1].quality:
            found.update((place - 1, place))
    return frozenset(found)


def _is_praised_thing(
    words: Sequence[Word], hidden: frozenset[int], predicate: Predicate, until: int
) -> bool:
    """Whether a worn verb is used on a thing that is praised: "få bättre rutiner"."""
    for place in range(predicate.after, until):
        kind = kind_of(words[place])
        if "some" in words[place].groups:
            return False
        if kind and place not in hidden:
            following = kind_of(words[place + 1]) if place + 1 < until else ""
            # "Kom förberedd till mötet" praises who comes, "få bättre rutiner" what there is to be.
            is_more = "more" in words[place].groups and words[place].token.word not in _BETTER
            is_plain = is_more or "one" in words[place - 1].groups
            return kind == "quality" and following not in (("", "metric") if is_plain else ("metric",))
    return False


def _end_of_clause(words: Sequence[Word], first: int, until: int) -> int:
    stops = (place for place in range(first, until) if words[place].token.kind == "stop")
    return next(stops, until)


def _any(found: _Kinds, *sought: str) -> bool:
    return any(kind in sought for kind in found)


def _is_action(subject: _Kinds, said: _Kinds) -> bool:
    every = [*subject, *said]
    noun = first_noun(every)
    if not noun:
        return not _any(every, "quality")
    return noun != "broad" or _any(every, *NARROW)


def _is_sent(subject: _Kinds, said: _Kinds) -> bool:
    # What is sent or published is a text, whatever it is about; "skicka god energi" is praise.
    return _is_action(subject, said) or not _any([*subject, *said], "quality")


def _is_handled(subject: _Kinds, said: _Kinds) -> bool:
    # "Beställningarna delegeras till kollegorna": to whom is no matter.
    noun = first_noun([kind for kind in said if kind != "person"]) or first_noun(subject) or first_noun(said)
    return noun in NARROW or (not noun and _any([*subject, *said], "unknown"))


def _is_thing(subject: _Kinds, said: _Kinds) -> bool:
    # "Giv praktikanten flere vagter": who gets it stands before what is given.
    given = first_noun([kind for kind in said if kind != "person"])
    first = given or first_noun(said), first_noun(subject)
    return "broad" not in first and _any(first, *NARROW)


def _is_narrow(subject: _Kinds, said: _Kinds) -> bool:
    return "metric" in (first_noun(said), first_noun(subject))


def _is_less(subject: _Kinds, said: _Kinds) -> bool:
    return "broad" not in (first_noun(said), first_noun(subject))


def _never(_subject: _Kinds, _said: _Kinds) -> bool:
    return False


_JUDGES: Mapping[str, Callable[[_Kinds, _Kinds], bool]] = {
    "complete": _is_action,
    "send": _is_sent,
    "action": _is_action,
    "handle": _is_handled,
    "light": _is_thing,
    "vague": _never,
    "improve": _is_narrow,
    "up": _is_thing,
    "down": _is_less,
}


def _fragment(words: Sequence[Word], hidden: frozenset[int]) -> Iterator[Match]:
    """A sentence without a verb: "antallet af fejl ned på fem"; praise of the thing makes it a wish."""
    content = [
        (place, kind)
        for place, word in enumerate(words)
        for kind in kinds(words, hidden, place, place + 1)
        if "percent" not in word.groups
    ]
    place, kind = next(((at, kind) for at, kind in content if kind in (*NARROW, "quality", "broad")), (0, ""))
    if kind not in NARROW:
        return
    last, end = content[-1]
    in_a_class = end == "broad" and words[last - 1].token.word == "i"
    if kind != "metric" and last != place and (end == "quality" or in_a_class):
        return
    is_turned = kind == "metric" and any(word.token.word in _TURNS for word in words[place:])
    state = not is_turned and any("condition" in word.groups for word in words[place:])
    yield Match(place, place + 1, STATE if state else kind)
