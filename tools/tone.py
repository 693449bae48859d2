"""The lexicon of tone as the program reads it: forms, ends of compounds, and turns of phrase.

Made from `tone.txt` and `phrasings.txt` in `tools/lexicons`. A turn of phrase is filed under the part of it
that is met with least often, so that few texts have to be searched for it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from pipctl.language.lists import SentenceLanguage
from pipctl.language.phrases import Part, phrase_of
from pipctl.language.tone_lexicon import COMPOUNDED, STARTING
from tools.inflect import inflected, source_entries

_WHOLE_WORD = "="
_SHORTEST_WORD = 2
"""Words of two letters are met with in every text."""
_ONCE, _SELDOM, _OFTEN, _IN_ANY_TEXT = 1, 4, 100, 1000
_GENERIC = frozenset(["name", "number", "own", "somebody", "firm", "help", "neg", "staff", "cause", "harm"])
_COMMON = frozenset(
    ["small", "degree", "be", "you", "they", "us", "own", "neg", "modal", "can", "body", "get", "got", "good"]
)


def tone_text(language: SentenceLanguage) -> str:
    """Return the content of `data/<language>/tone.json`."""
    words: dict[str, set[str]] = {}
    ends: dict[str, set[str]] = {}
    for group, entry, forms in inflected(language, "tone"):
        for form in forms:
            words.setdefault(form.removeprefix(_WHOLE_WORD), set()).add(group)
        if group in COMPOUNDED and not entry.startswith(_WHOLE_WORD):
            for form in forms:
                ends.setdefault(form, set()).add(group)
    turns = list(source_entries(language, "phrasings"))
    by_word: dict[str, list[int]] = {}
    by_group: dict[str, list[int]] = {}
    for number, (sign, pattern) in enumerate(turns):
        telling = _telling(phrase_of(sign, pattern).parts, words)
        for word in sorted(telling.words):
            by_word.setdefault(word, []).append(number)
        for group in sorted(telling.groups):
            by_group.setdefault(group, []).append(number)
    content = {
        "words": _joined(words),
        "ends": _joined(ends),
        "turns": turns,
        "by_word": dict(sorted(by_word.items())),
        "by_group": dict(sorted(by_group.items())),
    }
    # One entry a line, so that a change shows as the lines that it changes.
    return json.dumps(content, ensure_ascii=False, indent=0) + "\n"


def _joined(groups: Mapping[str, set[str]]) -> dict[str, str]:
    return {form: " ".join(sorted(groups[form])) for form in sorted(groups)}


def _telling(parts: tuple[Part, ...], words: Mapping[str, set[str]]) -> Part:
    needed = (part for part in parts if not part.may_lack and "any" not in part.groups)
    return min(needed, key=lambda part: sum(_weight(one, words) for one in (*part.words, *part.groups)))


def _weight(word: str, words: Mapping[str, set[str]]) -> int:
    """Return roughly how often a word, or a word of a group, is met with; only the order matters."""
    groups = words.get(word, set())
    if word in _GENERIC or "everywhere" in groups:
        return _IN_ANY_TEXT
    if word in STARTING:
        return _SELDOM
    return _OFTEN if len(word) <= _SHORTEST_WORD or not _COMMON.isdisjoint(groups) else _ONCE
