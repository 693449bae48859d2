"""What YAML takes from a text without a word: after ` #`, after a comma in brackets, after a point.

Read from the places of the source, because the data no longer holds what was lost. Only what can hardly be
meant as written is found: a comment is `# ` with a space, a list may have short items, and a number with
three decimals is rare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipctl.lint.rule import Hit
from pipctl.model.validation import accepted_values, known_keys
from pipctl.store.source import Path, Place, Source

TEXT_KEYS = frozenset(
    [
        "about",
        "actual",
        "adjust",
        "author",
        "business_reason",
        "causes",
        "conclusion",
        "consequence",
        "criterion",
        "dashboard",
        "department",
        "document",
        "effect",
        "employee_view",
        "evidence",
        "expected",
        "file",
        "how",
        "indicator",
        "manager_view",
        "met",
        "name",
        "no_earlier_steps_because",
        "not_met",
        "note",
        "observed",
        "place",
        "provider",
        "realistic",
        "reason",
        "reassignment_note",
        "ref",
        "relevance",
        "result",
        "review_if",
        "role",
        "shortcomings",
        "source",
        "summary",
        "text",
        "title",
        "unit",
        "went_well",
        "what",
        "who",
        "why",
        "witness",
    ]
)
"""Keys whose value is a text; some of them stand elsewhere for a choice of words."""

DUTIES = frozenset(("employee", "hr", "manager"))
"""Keys whose value is a list of texts below `responsibilities`, and something else elsewhere."""

TEXT_LIST_KEYS = DUTIES | frozenset(("agenda", "bring", "changes", "places", "present", "references"))
"""Keys whose value is a list of texts, or one text."""

NUMBER_KEYS = frozenset(
    ["baseline", "days", "hours", "influence", "minutes", "priority", "standard", "target", "value", "weeks"]
)
"""Keys whose value is a number."""

_LISTS_OF_SENTENCES = DUTIES | {"agenda", "bring", "references"}
"""Lists of texts that are neither addresses nor names."""

_THREE_DECIMALS = re.compile(r"\.[0-9]{3}(?![0-9])")
_AFTER_HASH = re.compile(r"\s+#(?![\s#])(?!pipctl:)(?=.)")
_AFTER_SPACED_HASH = re.compile(r"\s+#\s+(?!pipctl:)\S")
_UNFINISHED = re.compile(r"(?:[,(]|\b(?:nr|no)\.|\b(?:nr|nummer|og|och|and|eller|or|samt))$", re.IGNORECASE)
_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")
_DIGITS = re.compile(r"[0-9]+")
_CONNECTING = re.compile(
    r"(?:and|at|att|but|der|där|eftersom|eller|fordi|hvis|hvor|men|när|når|och|og|om|or|samt|som|så)\s"
)
_LEAST_WORDS = 2


def lost_texts(source: Source) -> Iterator[Hit]:
    """Yield what a file has most likely lost, each at the value or item that is left of it."""
    if " #" not in source.text and _THREE_DECIMALS.search(source.text) is None:
        # Most files: only lists in brackets and keys without a value can have lost anything.
        for path in [path for path, place in source.places() if place.style == "["]:
            yield from _divided(source, path)
        for path in source.empty:
            yield from _divided(source, path)
        return
    for path, place in source.places():
        yield from _divided(source, path)
        if not place.style:
            yield from _cut_off(source, path, place)
            yield from _shrunk(path, source.text[place.start : place.end])


def _divided(source: Source, path: Path) -> Iterator[Hit]:
    """Find what a comma has divided: a sentence in [...], a value in {...}."""
    place = source.place(path)
    if place is None:
        return
    if place.style == "[" and path and path[-1] in _LISTS_OF_SENTENCES:
        yield from _split_in_list(source, path)
    elif not place.style and place.start == place.end:
        yield from _split_in_braces(source, path)


def _cut_off(source: Source, path: Path, place: Place) -> Iterator[Hit]:
    """Find the rest of a text behind a ` #` that was hardly meant as a comment."""
    line, column = source.position(place.end)
    rest = source.lines[line - 1][column - 1 :]
    value = " ".join(source.text[place.start : place.end].split())
    is_cut = _AFTER_HASH.match(rest) or (_UNFINISHED.search(value) and _AFTER_SPACED_HASH.match(rest))
    if is_cut and _takes_text(path) and value not in accepted_values(_location(source, path)):
        yield Hit(path, "comment", on_key=not value)


def _shrunk(path: Path, written: str) -> Iterator[Hit]:
    """Find a number whose point was meant to divide thousands."""
    if _key(path) in NUMBER_KEYS and _THOUSANDS.fullmatch(written):
        yield Hit(path, "thousands", {"found": written, "whole": written.replace(".", "")})


def _split_in_list(source: Source, path: Path) -> Iterator[Hit]:
    """Find the first comma in [...] that divides a sentence: what follows begins in lower case."""
    items = source.value(path) if _takes_text(path) else None
    if not isinstance(items, list) or not items:
        return
    is_list_in_lower_case = _begins_lower(items[0])
    for index, (previous, item) in enumerate(pairwise(items), start=1):
        if _is_plain(source, (*path, index - 1)) and _is_plain(source, (*path, index)):
            goes_on = _begins_lower(item) and (not is_list_in_lower_case or _CONNECTING.match(item))
            if goes_on and len(str(previous).split()) >= _LEAST_WORDS:
                yield Hit((*path, index), "list")
                return


def _split_in_braces(source: Source, path: Path) -> Iterator[Hit]:
    """Find the rest of a value that a comma in {...} has made a key without a value."""
    parent = path[:-1]
    around = source.place(parent)
    if around is None or around.style != "{":
        return
    siblings = [other for other, _ in source.places() if other and other[:-1] == parent]
    before = siblings[siblings.index(path) - 1] if path != siblings[0] else path
    place = source.place(before)
    if place is None or not place.is_single or place.start == place.end:
        return
    key, written = str(path[-1]), source.text[place.start : place.end]
    if key in known_keys(_location(source, parent)):
        return
    if _DIGITS.fullmatch(key) and _DIGITS.fullmatch(written):
        yield Hit(before, "number", {"point": f"{written}.{key}"})
    else:
        yield Hit(before, "braces")


def _takes_text(path: Path) -> bool:
    key = _key(path)
    if key in DUTIES:
        return path[0] == "responsibilities"
    return key in TEXT_LIST_KEYS or (key in TEXT_KEYS and key == path[-1])


def _key(path: Path) -> str:
    """Return the key that a value stands under, its own or that of its list."""
    return next((step for step in reversed(path[-2:]) if isinstance(step, str)), "")


def _location(source: Source, path: Path) -> Path:
    """Return a path as the model names it: in the record, the word of the event stands behind the index."""
    event = source.value((*path[:2], "event")) if path[0] == "record" else None
    return (*path[:2], event, *path[2:]) if isinstance(event, str) else path


def _begins_lower(item: object) -> bool:
    return isinstance(item, str) and item[:1].islower()


def _is_plain(source: Source, path: Path) -> bool:
    place = source.place(path)
    return place is not None and not place.style
