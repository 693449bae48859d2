"""What a document says, before it is PDF or HTML: blocks of text in the document's language.

Content is data. Every text in it is shown letter by letter; no format reads a user's words as markup.
An empty text where a form has a field means: room to fill in by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import ClassVar, Literal, TypeAlias

from pipctl.model.scalars import Country, Language


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 begins a section, level 3 a part of one. The title of the document is level 1."""

    kind: ClassVar = "heading"
    text: str
    level: Literal[2, 3] = 2
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; quiet text is a remark or a clause."""

    kind: ClassVar = "paragraph"
    text: str
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says: one text, several points, or nothing, which is room to write in.

    Attributes:
        label: what is told.
        values: the points; a single one is a plain text.
        detail: a remark to the label, such as the name of who holds a role.
    """

    label: str
    values: tuple[str, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values.

    `list` has the label beside the value, `form` too with a line under each as on a printed form, `roomy`
    is a form whose empty fields have room for sentences, and `row` has up to four short facts beside each
    other, label above value.
    """

    kind: ClassVar = "facts"
    facts: tuple[Fact, ...]
    look: Literal["list", "form", "roomy", "row"] = "list"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, with an explanation in small letters below it."""

    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells below a header.

    Attributes:
        caption: what the table holds, for who cannot see it.
        header: one text a column.
        rows: as many cells each as the header.
        weights: relative widths; 0 is as narrow as the longest cell.
        blank_rows: empty rows to write in.
        look: `path` has one row, the way from baseline to target.
    """

    kind: ClassVar = "table"
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    weights: tuple[int, ...]
    blank_rows: int = 0
    look: Literal["rows", "path"] = "rows"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    kind: ClassVar = "bullets"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """Lines to write on, below a label."""

    kind: ClassVar = "ruled"
    lines: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence that nobody may overlook."""

    kind: ClassVar = "note"
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One goal: its id, its words, a remark at the side, and what belongs to it."""

    kind: ClassVar = "card"
    label: str
    title: str
    aside: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """One place to sign: fields above the line, whose line it is, and the name in print."""

    fields: tuple[str, ...]
    label: str
    print_label: str
    name: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """What is signed under, and the places to sign, side by side; never on two pages."""

    kind: ClassVar = "signatures"
    clauses: tuple[str, ...]
    boxes: tuple[Signature, ...]


Block: TypeAlias = Heading | Paragraph | Facts | Table | Bullets | Ruled | Note | Card | Signatures


@dataclass(frozen=True, slots=True)
class Running:
    """What stands at the edges of every page.

    Attributes:
        top_left, top_right, bottom_left, bottom_middle: texts.
        page: what stands before, between and after the number of the page and that of all pages.
    """

    top_left: str
    top_right: str
    bottom_left: str
    bottom_middle: str
    page: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    Attributes:
        title: its name.
        subtitle: what it is about, below the title.
        language: of every text in it that is ours, and as a rule of the others.
        country: which variant of the language.
        mark: why it is not the document to rely on, such as Udkast; empty for one that is.
        color: `#rrggbb`, the one accent.
        running: header and footer.
        blocks: everything in order.
    """

    title: str
    subtitle: str
    language: Language
    country: Country
    mark: str
    color: str
    running: Running
    blocks: tuple[Block, ...]


def texts_of(content: object) -> Iterator[str]:
    """Yield every text of a document or of a part of it, in reading order."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, tuple):
        for one in content:
            yield from texts_of(one)
    elif is_dataclass(content):
        for field in fields(content):
            yield from texts_of(getattr(content, field.name))
