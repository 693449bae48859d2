"""Documents for tests, and what a reader gets out of them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from pipctl.document.composing import compose_plan
from pipctl.document.content import Document
from pipctl.model.policy import Policy
from pipctl.model.seal import digest
from pipctl.model.state import State
from pipctl.model.validation import validate
from tests.plans import data_of, plan_of

TODAY = date(2026, 6, 10)
NOON = 1_780_000_000
"""Some moment, for files whose time of making does not matter."""


def composed(text: str | bytes, today: date = TODAY, policy: Mapping[str, object] | None = None) -> Document:
    """Return the document of a plan as it stands on a day."""
    read, problems = validate({"pipctl": 1, **(policy or {})}, Policy)
    assert read is not None, problems
    return compose_plan(State(plan_of(text), today), read, digest(data_of(text)))


def composed_file(path: Path, today: date = TODAY) -> Document:
    """Return the document of an example plan, with the policy of its repository."""
    policy = data_of((path.parents[1] / "pipctl.yaml").read_bytes())
    return composed(path.read_bytes(), today, policy)


def pdf_text(pdf: bytes) -> str:
    """Return the text of a PDF in reading order, as poppler reads it."""
    command = ["pdftotext", "-raw", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def html_text(page: bytes) -> str:
    """Return what a page shows."""
    return "".join(Shown(page).texts)


def dense(text: str) -> str:
    """Return a text without what lines and columns add to it: white space and hyphens."""
    return re.sub(r"[\s\u00ad-]+", "", text)


class Shown(HTMLParser):
    """Reads a page: the elements in order with their attributes, and the text outside `head`."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._is_head = False
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._is_head = tag == "head" or (self._is_head and tag != "body")

    def handle_data(self, data: str) -> None:
        if not self._is_head:
            self.texts.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def whole_plan(text: Callable[[str], str], **keys: str) -> str:
    """Return a plan, as JSON, that has every key whose value is a text a person writes.

    Args:
        text: what stands at an address such as `goals/text`; called once an address.
        keys: language and country, where they are to be others.
    """

    def person(party: str) -> dict[str, Any]:
        return {key: text(f"{party}/{key}") for key in ("name", "role", "department")}

    def goal(number: int, kind: str) -> dict[str, Any]:
        own = ("text", "how", "relevance", "realistic")
        measured = ("indicator", "unit", "source", "review_if", "dashboard")
        return {
            "id": f"G{number}",
            "kind": kind,
            **{key: text(f"goals/{number}/{key}") for key in own},
            "measure": {
                **{key: text(f"goals/{number}/measure/{key}") for key in measured},
                "criterion": text(f"goals/{number}/measure/criterion"),
                "target": 5,
            },
        }

    told = ("summary", "expected", "actual", "no_earlier_steps_because", "causes", "employee_view")
    background: dict[str, Any] = {key: text(f"background/{key}") for key in (*told, "business_reason")}
    background["incidents"] = [{key: text(f"incidents/{key}") for key in ("what", "effect")}]
    background["earlier_steps"] = [{key: text(f"earlier_steps/{key}") for key in ("what", "result")}]
    background["references"] = [text("references")]
    meeting = {"id": "C1", "date": "2026-03-10", "place": text("check_ins/place")}
    return json.dumps(
        {
            "pipctl": 1, "id": "2026-014", "language": "da", "country": "DK", **keys,
            "employer": {"name": text("employer/name")},
            **{party: person(party) for party in ("employee", "manager", "hr", "representative")},
            "period": {"start": "2026-03-03", "days": 90},
            "background": background,
            "goals": [goal(1, "result"), goal(2, "behavior")],
            "support": [{"id": "S1", "what": text("support/what"), "provider": text("support/provider")}],
            "responsibilities": {
                **{party: [text(f"duties/{party}")] for party in ("employee", "manager", "hr")},
                "others": [{"who": text("others/who"), "what": text("others/what")}],
            },
            "follow_up": {
                "how": text("follow_up/how"),
                "check_ins": [{**meeting, "agenda": [text("agenda")], "bring": [text("bring")]}],
            },
            "consequence": {key: text(f"consequence/{key}") for key in ("met", "not_met")},
            "attachments": [{"id": "B1", "title": text("attachments/title"), "file": text("file")}],
        },
        ensure_ascii=False,
        indent=1,
    )  # fmt: skip


def places_in(text: str, *wanted: str) -> Iterator[int]:
    """Yield where each wanted text begins, looking for each only behind the one before."""
    at = 0
    for one in wanted:
        at = text.find(one, at)
        assert at >= 0, f"{one!r} is missing, or stands before the one that should come first"
        yield at
        at += len(one)
