"""Which characters the fonts in the package cannot show: asked of Typst, which alone knows its fallbacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import typst

_PROBE = '#set document(title: "-")\n#set text(font: "IBM Plex Sans")\n#"\\u{%x}"'
_ASCII_END = 0x7F


def characters_without_glyph(texts: Iterable[str], fonts: typst.Fonts) -> frozenset[str]:
    """Return the characters in texts that a strict PDF/A of ours would be refused for.

    Each is compiled alone: some milliseconds a character, on the way to a refusal only.
    """
    seen = {character for text in texts for character in text if ord(character) > _ASCII_END}
    return frozenset(one for one in seen if not _is_shown(one, fonts))


def _is_shown(character: str, fonts: typst.Fonts) -> bool:
    if unicodedata.combining(character):
        return True  # alone it has nothing to stand on
    try:
        typst.compile((_PROBE % ord(character)).encode(), font_paths=fonts, pdf_standards="a-3a")
    except typst.TypstError:
        return False
    return True
