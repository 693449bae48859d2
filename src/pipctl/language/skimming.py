"""What a text may hold, told at a glance: most texts hold nothing that any rule on wording looks for.

Every word is judged once and remembered; what is left of a text without the words known to be plain is little
or nothing. Only a text with a mark is read by the readers of that mark.
"""

from __future__ import annotations

import re
from functools import cache

from pipctl.language.idiom import is_telling_of_another
from pipctl.language.lists import SentenceLanguage
from pipctl.language.tone_lexicon import tone_lexicon

_MOST_REMEMBERED = 200_000
_MAIL = re.compile(r"@")
_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile(r"\W*[A-ZÆØÅÄÖÉÜ][^\W\d_A-ZÆØÅÄÖ]")


_POINTS = ".,:;()"


class Mark:
    """Why a text has to be read, as bits.

    Attributes:
        NUMBER: it holds a digit: an identity number, a telephone, a house.
        MAIL: it holds an @.
        NAME: a word behind the first begins with a capital.
        FOREIGN: a word, letter or script is another language's.
        TONE: a word may tell of a person judged, a ground, an illness, a promise.
    """

    # Plain numbers: an IntFlag costs ten times as much, for each word of each text.
    NUMBER = 1
    MAIL = 2
    NAME = 4
    FOREIGN = 8
    TONE = 16


class Skimmer:
    """Judges the words of a language, each once.

    Args:
        language: da or sv.
    """

    def __init__(self, language: SentenceLanguage) -> None:
        self.language = language
        self._plain: set[str] = set()
        self._known: dict[str, int] = {}
        self._tone = tone_lexicon(language)

    def marks(self, text: str) -> int:
        """Return the marks of a text, or-ed; 0 for most."""
        written = text.split()
        if not written:
            return 0
        found = 0
        for word in set(written) - self._plain:
            known = self._known.get(word)
            found |= self._judged(word) if known is None else known
        if found & Mark.NAME and not any(
            self._known[word] & Mark.NAME for word in written[1:] if word in self._known
        ):
            found &= ~Mark.NAME
        if found & Mark.TONE and self._tone.is_silent(text):
            found &= ~Mark.TONE
        return found

    def _judged(self, word: str) -> int:
        if len(self._known) + len(self._plain) > _MOST_REMEMBERED:
            self._known.clear()
            self._plain.clear()
        if word.strip(_POINTS).isdigit():
            # Numbers never end; they are not worth remembering.
            return Mark.NUMBER
        found = 0
        if _DIGIT.search(word):
            found |= Mark.NUMBER
        if _MAIL.search(word):
            found |= Mark.MAIL
        if _CAPITAL.match(word):
            found |= Mark.NAME
        if is_telling_of_another(word, self.language):
            found |= Mark.FOREIGN
        if self._tone.is_telling(word):
            found |= Mark.TONE
        if found:
            self._known[word] = found
        else:
            self._plain.add(word)
        return found


@cache
def skimmer(language: SentenceLanguage) -> Skimmer:
    """Return the skimmer of a language; it lives as long as the process."""
    return Skimmer(language)
