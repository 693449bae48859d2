"""Document → PDF: Jinja writes Typst, Typst writes a file that is both PDF/A-3a and PDF/UA-1.

A user's words enter the Typst source only as string literals, written by `finalize`: whatever a template
does, they cannot become markup. The filters that could undo this are gone from the environment.
"""

from __future__ import annotations

import unicodedata
from functools import cache

import typst
from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from pipctl.document.color import readable_on_white
from pipctl.document.content import Document, texts_of
from pipctl.document.glyphs import characters_without_glyph
from pipctl.store.resources import resource_folder

STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]
_UNSAFE_FILTERS = ("safe", "e", "escape", "forceescape", "tojson", "urlize", "xmlattr", "striptags")
_LINE = 80
"""Letters on a full line."""
_ESCAPED = frozenset(("Cc", "Cf", "Zl", "Zp"))


class NoGlyph(Exception):
    """The document holds a character that no font in the package can show.

    Attributes:
        character: the first such character in reading order.
        text: the text it stands in.
    """

    def __init__(self, character: str, text: str) -> None:
        super().__init__(f"U+{ord(character):04X}")
        self.character = character
        self.text = text


def render_pdf(document: Document, timestamp: int) -> bytes:
    """Return a document as a tagged PDF for the archive, the same bytes for the same input.

    Args:
        document: what it says.
        timestamp: seconds since 1970 that the file gives as its time of making.

    Raises:
        NoGlyph: a character cannot be shown; strict PDF/A allows no placeholder.
    """
    source = typst_source(document).encode()
    try:
        return typst.compile(source, font_paths=_fonts(), pdf_standards=STANDARDS, timestamp=timestamp)
    except typst.TypstError:
        missing = characters_without_glyph(texts_of(document), _fonts())
        for text in texts_of(document):
            for character in text:
                if character in missing:
                    raise NoGlyph(character, text) from None
        raise


def typst_source(document: Document) -> str:
    """Return a document as Typst markup."""
    template = _environment().get_template("document.typ.j2")
    return template.render(
        document=document,
        region=document.country.lower(),
        is_readable=readable_on_white(document.color),
    )


def literal(value: object) -> Markup:
    """Return a value as a Typst expression: a string literal, `none` or a truth value.

    Markup is what the templates themselves have written, and passes.
    """
    if isinstance(value, Markup):
        return value
    if value is None or isinstance(value, bool):
        return _expression({None: "none", True: "true", False: "false"}[value])
    letters = []
    for character in str(value):
        if character in '"\\':
            letters.append("\\" + character)
        elif unicodedata.category(character) in _ESCAPED:
            letters.append(f"\\u{{{ord(character):x}}}")
        else:
            letters.append(character)
    return _expression(f'"{"".join(letters)}"')


def _expression(typst_code: str) -> Markup:
    """Mark what this module has written itself as Typst, to be taken as it stands."""
    return Markup(typst_code)  # noqa: S704 - no user's word gets here but as a literal


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(resource_folder("templates") / "typst"),
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=True,
        finalize=literal,
    )
    for name in _UNSAFE_FILTERS:
        environment.filters.pop(name, None)
    environment.filters["whole"] = _whole
    environment.filters["letters"] = _letters
    return environment


def _whole(value: int) -> Markup:
    """Write a number of ours as a number, not as a text."""
    return _expression(f"{value:d}")


def _letters(content: object) -> int:
    """Count the letters of a block, a line break as a line, which say whether it fits on a page."""
    return sum(len(text) + _LINE * text.count("\n") for text in texts_of(content))


@cache
def _fonts() -> typst.Fonts:
    folder = resource_folder("templates") / "fonts"
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])
