"""Labeled sentences: JSON lines → sentences, every fault of a file said with its line.

A corpus is a folder of `goals-*.jsonl` and `texts-*.jsonl`; `bench/corpus/README.md` says what stands in
them. The project's own is divided by a hash of the id: what is set aside is never looked at in tuning.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

Kind = Literal["goals", "texts"]
Written = Literal["da", "sv"]

KINDS: tuple[Kind, ...] = ("goals", "texts")
WRITTEN: tuple[Written, ...] = ("da", "sv")
OWN_CORPUS = Path(__file__).parent / "corpus"
_SHARES = 3
_SHARE_SET_ASIDE = 2

RULE_OF: Mapping[Kind, Mapping[str, str]] = {
    "goals": {"specific": "GO02", "measurable": "GO03", "time-bound": "GO04"},
    "texts": {
        "personal-attack": "TX01",
        "absolute": "TX02",
        "business-reasons": "TX03",
        "predetermined": "TX04",
        "hearsay": "TX05",
        "wrong-language": "TX06",
        "protected-characteristic": "EQ01",
        "national-id": "PV01",
        "health-data": "PV02",
        "special-category": "PV03",
        "private-matters": "PV04",
        "contact-data": "PV07",
        "criminal-allegation": "PV08",
        "third-person": "PV09",
        "vague-support": "SU07",
    },
}
"""What a sentence may be labeled with → the rule that must find it, in the order of the catalogue."""

LABELS_KEY: Mapping[Kind, str] = {"goals": "missing", "texts": "flags"}


class Unusable(Exception):
    """Something that cannot be measured with; its only argument is the sentence that says why."""


class Sentence(NamedTuple):
    """One labeled sentence.

    Attributes:
        labels: what is missing in a goal or wrong in a text; empty means clean.
        place: file and line, as the user named the folder.
    """

    kind: Kind
    id: str
    language: Written
    text: str
    labels: frozenset[str]
    place: str


def is_set_aside(identifier: str) -> bool:
    """Whether the sentence of an id belongs to the third that is kept for the printed figures."""
    digest = hashlib.sha256(f"v1{identifier}".encode()).hexdigest()
    return int(digest, 16) % _SHARES == _SHARE_SET_ASIDE


def read_corpus(folder: Path, part: str = "*") -> list[Sentence]:
    """Return the sentences of a folder in the order of its files.

    Args:
        folder: as the user named it.
        part: which files, `held` or `tuning` of the project's own corpus; all of them otherwise.

    Raises:
        Unusable: no such folder, none of the files in it, or a line that is no labeled sentence.
    """
    if not folder.is_dir():
        raise Unusable(f"{folder}: there is no such folder")
    files = [(kind, file) for kind in KINDS for file in sorted(folder.glob(f"{kind}-{part}.jsonl"))]
    if not files:
        raise Unusable(f"{folder}: no goals-{part}.jsonl and no texts-{part}.jsonl in it")
    found = [sentence for kind, file in files for sentence in _sentences(kind, file)]
    if not found:
        raise Unusable(f"{folder}: its files hold no sentence")
    return found


def _sentences(kind: Kind, file: Path) -> Iterator[Sentence]:
    try:
        content = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Unusable(f"{file}: this is not UTF-8") from None
    except OSError as error:
        raise Unusable(f"{file}: cannot be read: {error.strerror}") from None
    # Unlike splitlines: a sentence may hold a line separator of Unicode, a line of JSON only ends with \n.
    for number, line in enumerate(content.split("\n"), start=1):
        if line.strip():
            yield _sentence(kind, line, f"{file}:{number}")


def _sentence(kind: Kind, line: str, place: str) -> Sentence:
    try:
        entry: Any = json.loads(line)
    except (ValueError, RecursionError):
        raise Unusable(f"{place}: this line is no JSON") from None
    if not isinstance(entry, dict):
        raise Unusable(f"{place}: a line holds one object in braces")
    for key in ("id", "lang", "text"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise Unusable(f"{place}: {key} is missing or is no text")
    if entry["lang"] not in WRITTEN:
        raise Unusable(f"{place}: lang is da or sv, not {entry['lang']}")
    labels_key = LABELS_KEY[kind]
    labels = entry.get(labels_key)
    if not isinstance(labels, list) or not all(isinstance(label, str) for label in labels):
        raise Unusable(f"{place}: {labels_key} is missing or is no list of words")
    for label in labels:
        if label not in RULE_OF[kind]:
            raise Unusable(f"{place}: no rule is known for {label}; known are {', '.join(RULE_OF[kind])}")
    return Sentence(kind, entry["id"], entry["lang"], entry["text"], frozenset(labels), place)
