"""The inflected lexicon of goal words, `data/<language>/goals.txt`, looked up form by form.

A run reads a few sentences, and they need a few hundred of its twenty thousand forms. So the file is only cut
up when it is read; what an entry says is worked out when a word asks for it.
"""

from __future__ import annotations

from typing import NamedTuple

from pipctl.language.lists import SentenceLanguage, content

_WHOLE_WORD = "="
_SUFFIX = "-"
_SHORTEST_GENITIVE = 5
"""Shorter words are rather names: Måns is no "mån"."""


class Entry(NamedTuple):
    """An entry of a word list: its group, and what is written there."""

    group: str
    written: str

    @property
    def word(self) -> str:
        """The base form; of a verb with its particle the whole."""
        return self.written.removeprefix(_WHOLE_WORD)

    @property
    def is_whole_word(self) -> bool:
        """Whether no compound ends in it: "=ansvar"."""
        return self.written.startswith(_WHOLE_WORD)


class ListedForms:
    """The entries that the forms of one section belong to.

    Args:
        text: lines of group, entry and forms, as tools/inflect.py writes them.
        has_genitives: any form may take an -s, as nouns do.
    """

    def __init__(self, text: str, *, has_genitives: bool) -> None:
        self._has_genitives = has_genitives
        self._lines: dict[str, str] = {}
        self._suffixes: dict[str, str] = {}
        self._phrases: dict[str, list[Entry]] = {}
        lines = self._lines
        for line in text.split("\n"):
            head, _, forms = line.rpartition("|")
            if " " in head:
                group, _, phrase = head.partition("|")
                self._phrases.setdefault(phrase.partition(" ")[0], []).append(Entry(group, phrase))
            elif f"|{_SUFFIX}" in head:
                group = head.partition("|")[0]
                self._suffixes.update((form.removeprefix(_SUFFIX), group) for form in forms.split(" "))
                continue
            for form in forms.split(" "):
                known = lines.setdefault(form, head)
                if known is not head:
                    lines[form] = f"{known}\n{head}"

    def __contains__(self, form: str) -> bool:
        return form in self._lines or (self._is_genitive(form) and form[:-1] in self._lines)

    def _is_genitive(self, form: str) -> bool:
        return self._has_genitives and len(form) >= _SHORTEST_GENITIVE and form[-1] == "s"

    def is_listed(self, form: str) -> bool:
        """Whether a form is there as it stands, and not by an -s."""
        return form in self._lines

    def of(self, form: str) -> list[Entry]:
        """Return the entries of a form, in the order of the list."""
        found = self._lines.get(form)
        if found is None and self._is_genitive(form):
            found = self._lines.get(form[:-1])
        return [Entry(*line.split("|")) for line in found.split("\n")] if found else []

    def phrases(self, verb: str) -> list[Entry]:
        """Return the entries of several words that begin with a verb."""
        return self._phrases.get(verb, [])

    def suffix_group(self, word: str) -> str:
        """Return the group of the ending of a word: "-hed", "-het"; empty for none."""
        return next((group for suffix, group in self._suffixes.items() if word.endswith(suffix)), "")


def listed_forms(language: SentenceLanguage) -> tuple[ListedForms, ListedForms, ListedForms]:
    """Return the nouns (and words of time), the verbs, and the qualities of a language."""
    sections: dict[str, str] = {}
    for section in content(language, "goals").split("\n[")[1:]:
        name, _, lines = section.partition("]\n")
        sections[name] = lines.strip("\n")
    nouns = ListedForms(f"{sections['nouns']}\n{sections['times']}", has_genitives=True)
    verbs = ListedForms(sections["verbs"], has_genitives=False)
    return nouns, verbs, ListedForms(sections["qualities"], has_genitives=False)
