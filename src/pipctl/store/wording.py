"""Where the words of a value stand in the file, however the value is written.

Quoting, folding and indentation change only white space and escapes: the n-th visible character of a value
is the n-th visible character, or escape, of what is written.
"""

from __future__ import annotations

import re

_WRITTEN = {
    "": re.compile(r"\S"),
    "'": re.compile(r"''|\S"),
    '"': re.compile(r"\\x..|\\u....|\\U.{8}|\\\S|[^\s\\]"),
    "|": re.compile(r"\S"),
    ">": re.compile(r"\S"),
}
"""One visible character as each style writes it; an escaped blank or line end is none."""
_INVISIBLE = frozenset(
    [
        r"\n",
        r"\t",
        r"\r",
        r"\v",
        r"\f",
        r"\_",
        r"\x20",
        r"\x09",
        r"\x0a",
        r"\xa0",
        r"\u00a0",
        r"\u2009",
        r"\u202f",
    ]
)
_BLOCK_HEADER = re.compile(r"[|>][^\n\r]*")
_QUOTES = frozenset("\"'")


def written_span(written: str, style: str, value: str, start: int, end: int) -> tuple[int, int] | None:
    """Return which stretch of a written value stands for some words of it.

    Args:
        written: the value as it stands in the file, quotation marks or block header included.
        style: of the value: empty, a quotation mark, `|` or `>`.
        value: what the reader made of it.
        start: offset in `value` of the first character of the words.
        end: offset behind the last.

    Returns:
        Offsets into `written`; None where nothing visible lies between `start` and `end`.
    """
    first = _visible(value[:start])
    last = first + _visible(value[start:end]) - 1
    if last < first:
        return None
    header = _BLOCK_HEADER.match(written)
    at = header.end() if style in ("|", ">") and header else 1 if style in _QUOTES else 0
    spans: list[tuple[int, int]] = []
    for found in _WRITTEN[style].finditer(written, at):
        if found.group() not in _INVISIBLE:
            spans.append(found.span())
            if len(spans) > last:
                return spans[first][0], spans[last][1]
    return None


def _visible(text: str) -> int:
    return len("".join(text.split()))
