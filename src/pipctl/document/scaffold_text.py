"""The file of a new plan: a template, with every value a YAML scalar and every gap a comment.

The template looks like a plan. Where something is not given, it holds a hint; a line with a hint becomes
a comment, and so does a key that has nothing but such lines below it. To fill a place in, one removes the
`#` and writes in place of the hint.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import takewhile
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipctl.model.scalars import Language
from pipctl.store.emitting import quoted, scalar
from pipctl.store.resources import resource_folder
from pipctl.store.texts import load_texts

_TEMPLATE = "plan.yaml.j2"
_WIDTH = 108
_HEADING_WIDTH = 80
_HINT = "\0"
_FOLDED = "\1"
# Neither mark can stand in a value: a plan may not hold control characters.

_PARENT = re.compile(r" *[a-z_]+:")
"""A key whose value is the lines below it."""

_TRUTH_ELSEWHERE = frozenset({"y", "n", "yes", "no", "on", "off"})
"""Text to us, a truth value to the many programs that read YAML 1.1."""


class _Verbatim:
    """Words of ours, which stand in the file as they are."""

    def __init__(self, text: str) -> None:
        self.text = text


def scaffold_text(language: Language, **values: object) -> str:
    """Return the text of a new plan.

    Args:
        language: of the comments.
        values: what the template speaks of: `plan`, `incidents`, `earlier_steps`, `goals`, `support`,
            `check_ins`, `erase_by`. Text must be free of control characters and line breaks.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(resource_folder("templates") / "new"),
        autoescape=False,  # this is YAML, not HTML: `finalize` writes every value
        undefined=StrictUndefined,
        finalize=_written,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    words = _Words(language)
    environment.filters |= {"given": words.given, "as_is": _Verbatim, "words": _words}
    environment.globals |= {
        "duties": words.texts["responsibilities"],
        "heading": words.heading,
        "hint": words.hint,
        "note": words.note,
        "suggestion": _suggestion,
        "title": words.title,
    }
    rendered = environment.get_template(_TEMPLATE).render(values)
    return "\n".join(_folded(_gaps_as_comments(rendered.rstrip("\n").split("\n")))) + "\n"


class _Words:
    """The guidance in one language: `texts/<language>/scaffold.yaml` and the titles of keys."""

    def __init__(self, language: Language) -> None:
        self.texts: Mapping[str, Any] = load_texts(language, "scaffold")
        self._keys: Mapping[str, Any] = load_texts(language, "keys")["plan"]

    def title(self) -> _Verbatim:
        """Return what the document is called."""
        return _Verbatim(f"# {self._keys['_']['title']}")

    def heading(self, section: str) -> _Verbatim:
        """Return the heading of a section: that of its key, where the section is one key."""
        title = self.texts["headings"].get(section) or self._keys[section]["title"]
        return _Verbatim(f"# ── {title} ".ljust(_HEADING_WIDTH, "─"))

    def note(self, name: str, indent: int = 0) -> _Verbatim:
        """Return guidance as comment lines; those after the first are indented."""
        lead = "# "
        lines = [
            lead + line
            for text in self.texts["notes"][name]
            for line in textwrap.wrap(text, _WIDTH - indent - len(lead), break_long_words=False)
        ]
        return _Verbatim(("\n" + " " * indent).join(lines))

    def hint(self, *place: str) -> _Verbatim:
        """Return what belongs in a place, in angle brackets."""
        text: Any = self.texts["places"]
        for step in place:
            text = text[step]
        return _suggestion(f"<{text}>")

    def given(self, value: object, *place: str) -> object:
        """Return a value, or the hint of its place where there is none."""
        return self.hint(*place) if value is None else value


def _suggestion(value: object) -> _Verbatim:
    """Return something that stands as a comment, to be taken as it is."""
    return _Verbatim(f"{_HINT}{value}")


def _words(values: Sequence[str]) -> _Verbatim | str | None:
    """Return words of the format as a list, one word alone, or None."""
    if len(values) > 1:
        return _Verbatim(f"[{', '.join(values)}]")
    return values[0] if values else None


def _written(value: object) -> str:
    """Write a value: text as a scalar that is read back as itself, our own words as they are."""
    if isinstance(value, _Verbatim):
        return value.text
    if isinstance(value, str):
        if value.casefold() in _TRUTH_ELSEWHERE:
            return quoted(value)
        return f"{_FOLDED}{value}" if _can_be_folded(value) else scalar(value)
    if isinstance(value, (bool, int, Decimal, date)):
        return scalar(value)
    raise TypeError(f"a new plan holds no {type(value).__name__}: {value}")


def _can_be_folded(text: str) -> bool:
    """Whether a text is long and, broken at its spaces and joined again, is the same."""
    return len(text) > _WIDTH and all(text.split(" "))


def _folded(lines: Iterator[str]) -> Iterator[str]:
    """Yield the lines with long texts as blocks of several lines."""
    for line in lines:
        lead, mark, text = line.partition(_FOLDED)
        if not mark:
            yield line
            continue
        indent = len(lead) - len(lead.lstrip(" -")) + 2
        yield f"{lead}>-"
        parts = textwrap.wrap(text, _WIDTH - indent, break_long_words=False, break_on_hyphens=False)
        yield from (" " * indent + part for part in parts)


def _gaps_as_comments(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines with all that is not given commented out, at the column of the outermost gap."""
    gap: int | None = None
    for index, line in enumerate(lines):
        if gap is not None and _indent(line) <= gap:
            gap = None
        column = _indent(line) if gap is None else gap
        if gap is None and not _is_gap(lines, index):
            yield line
            continue
        yield f"{' ' * column}# {line[column:].replace(_HINT, '')}"
        if gap is None and _PARENT.fullmatch(line):
            gap = column


def _is_gap(lines: Sequence[str], index: int) -> bool:
    """Whether a line says nothing: it holds a hint, or has only such lines below it."""
    if not _PARENT.fullmatch(lines[index]):
        return _HINT in lines[index]
    below = takewhile(lambda line: _indent(line) > _indent(lines[index]), lines[index + 1 :])
    said = (line for line in below if not line.lstrip().startswith("#") and not _PARENT.fullmatch(line))
    return all(_HINT in line for line in said)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
