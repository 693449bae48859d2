"""A verb with the particle or fixed words that belong to it: "tag den op", "kom lidt ud over rampen"."""

from __future__ import annotations

from collections.abc import Sequence

from pipctl.language.lexicon import Lexicon
from pipctl.language.words import Word

LONGEST_GAP = 2
"""Words between a verb and its particle: "tag den op"."""
_IN_A_TURN = frozenset({"degree", "pronoun", "stop"})
"""Words that may stand within a fixed turn of phrase."""


def verb_at(words: Sequence[Word], place: int, lexicon: Lexicon) -> tuple[str, int]:
    """Return the group of a verb, with its particle where it has one, and the place after it."""
    word = words[place]
    following = words[place + 1 : place + 2 + LONGEST_GAP]
    near = {one.token.word for one in following} | {one.noun for one in following}
    for base in lexicon.verb_bases(word.token.word):
        for phrase in lexicon.verb_phrases(base):
            if phrase.rest[0] not in near:
                continue
            after = _after_rest(words, place + 1, phrase.rest, LONGEST_GAP)
            # A turn of phrase stands together, but for "lidt" and who is told: "kom lidt ud over rampen".
            gap = words[place + 1 : after - len(phrase.rest)]
            if after and (phrase.group != "vague" or all(word.groups & _IN_A_TURN for word in gap)):
                is_praised = any(word.quality and not word.nouns for word in gap[-1:])
                return "vague" if is_praised else phrase.group, after
    return word.verb, place + 1


def _after_rest(words: Sequence[Word], place: int, rest: tuple[str, ...], longest_gap: int) -> int:
    """Return the place after the fixed words that go with a verb; 0 where they do not follow."""
    for gap in range(longest_gap + 1):
        start = place + gap
        ahead = words[start : start + len(rest)]
        if len(ahead) == len(rest) and all(_is(word, fixed) for word, fixed in zip(ahead, rest, strict=True)):
            return start + len(rest)
        # Danish parts "mærke, at" by a comma.
        is_parted = rest[0] == "at" and start < len(words) and words[start].token.word == ","
        if start >= len(words) or not (words[start].is_word or is_parted):
            return 0
    return 0


def _is(word: Word, fixed: str) -> bool:
    return fixed in (word.token.word, word.noun)
