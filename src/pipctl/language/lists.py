"""The word lists that come with the package, `data/<language>/<name>.txt`.

One entry a line, `#` begins a comment, `[group]` a group of entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import Literal, TypeAlias

SentenceLanguage: TypeAlias = Literal["da", "sv"]


def entries(language: SentenceLanguage, name: str) -> Iterator[tuple[str, str]]:
    """Yield the entries of a word list, each with its group.

    Args:
        language: da or sv.
        name: of the list: words, verbs, nouns, times, qualities, numerals, deadlines, endings.

    Raises:
        FileNotFoundError: a bug: the list is not in the package.
    """
    place = resources.files("pipctl.language").joinpath("data", language, f"{name}.txt")
    group = ""
    for line in place.read_text(encoding="utf-8").splitlines():
        entry = line.partition("#")[0].strip()
        if entry.startswith("["):
            group = entry.strip("[]")
        elif entry:
            yield group, entry
