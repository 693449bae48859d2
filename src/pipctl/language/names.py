"""Names of people: the commonest first names of Denmark and Sweden, and what surnames end in."""

from __future__ import annotations

from functools import cache

from pipctl.language.lists import SentenceLanguage, entries

_LANGUAGES: tuple[SentenceLanguage, ...] = ("da", "sv")
_ENDING = "-"
_GENITIVE = "s"
_SHORTEST_STEM = 2


class Names:
    """The names of both countries, for people work across the bridge."""

    def __init__(self) -> None:
        self._first: set[str] = set()
        self._surnames: set[str] = set()
        endings: set[str] = set()
        for language in _LANGUAGES:
            for group, line in entries(language, "names"):
                for name in line.split():
                    if group == "first":
                        self._first.add(name)
                    elif name.startswith(_ENDING):
                        endings.add(name.removeprefix(_ENDING))
                    else:
                        self._surnames.add(name)
        self._endings = tuple(endings)

    def is_first(self, word: str) -> bool:
        """Whether a capitalized word is a first name, or its genitive."""
        return any(one in self._first or _of_two(one) in self._first for one in without_genitive(word))

    def is_surname(self, word: str) -> bool:
        """Whether a capitalized word is a surname, or looks like one."""
        last = word.rpartition("-")[2]
        return any(
            one in self._surnames or (one.endswith(self._endings) and len(one) > _SHORTEST_STEM + 1)
            for one in without_genitive(last)
        )


def _of_two(word: str) -> str:
    """Return the first of two names joined by a hyphen: "Anna-Lena"."""
    return word.partition("-")[0]


def without_genitive(word: str) -> tuple[str, ...]:
    """Return a name as written and, where it may be a genitive, without its ending."""
    plain = word.removesuffix("'s").removesuffix("’s")
    if plain != word:
        return (plain,)
    return (word, word.removesuffix(_GENITIVE)) if word.endswith(_GENITIVE) else (word,)


@cache
def names() -> Names:
    """Return the names; they are read at the first call."""
    return Names()
