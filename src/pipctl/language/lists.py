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
        name: of the list: words, numerals, deadlines, endings.

    Raises:
        FileNotFoundError: a bug: the list is not in the package.
    """
    yield from parsed(content(language, name))


def common_entries(name: str) -> Iterator[tuple[str, str]]:
    """Yield the entries of a word list for all languages, `data/<name>.txt`, each with its group."""
    place = resources.files("pipctl.language").joinpath("data", f"{name}.txt")
    yield from parsed(place.read_text(encoding="utf-8"))


def parsed(text: str) -> Iterator[tuple[str, str]]:
    """Yield the entries of the text of a word list, each with its group."""
    group = ""
    for line in text.splitlines():
        entry = line.partition("#")[0].strip()
        if entry.startswith("["):
            group = entry.strip("[]")
        elif entry:
            yield group, entry


def inflected(language: SentenceLanguage, name: str) -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield section, group, entry and forms of a generated lexicon (tools/inflect.py).

    Args:
        language: da or sv.
        name: of the lexicon: `goals` or `tone`.

    Raises:
        FileNotFoundError: a bug: the lexicon is not in the package.
    """
    for section, line in parsed(content(language, name)):
        group, entry, forms = line.split("|")
        yield section, group, entry, forms.split(" ")


def content(language: SentenceLanguage, name: str) -> str:
    """Return the text of a word list.

    Raises:
        FileNotFoundError: a bug: the list is not in the package.
    """
    place = resources.files("pipctl.language").joinpath("data", language, f"{name}.txt")
    return place.read_text(encoding="utf-8")
