"""Plan and state → document: the one door to the composers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pipctl.document.content import Block, Document, Running
from pipctl.document.danish import danish
from pipctl.document.english import english
from pipctl.document.formats import Formats
from pipctl.document.parties import employer_of
from pipctl.document.subject import Subject
from pipctl.document.swedish import swedish
from pipctl.document.words import Words
from pipctl.errors import Refusal
from pipctl.model.policy import Policy
from pipctl.model.scalars import Language
from pipctl.model.state import State

DEFAULT_COLOR = "#17506b"
SHOWN_OF_A_DIGEST = 16
"""Hexadecimal digits of a digest that a person can compare by eye."""

_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_COMPOSERS: Mapping[Language, Callable[[Subject], tuple[Block, ...]]] = {
    "da": danish,
    "sv": swedish,
    "en": english,
}


def compose_plan(state: State, policy: Policy, digest: str) -> Document:
    """Return the plan as a document, in the plan's language.

    Args:
        state: the plan and what the record has made of it.
        policy: of the workplace: title, color, footer and clauses of its documents.
        digest: of the agreement as it reads now, `sha256:` and 64 hexadecimal digits.

    Raises:
        Refusal: `document.color` is no color.
    """
    plan = state.plan
    subject = Subject(plan, state, policy, digest, Words(plan.language), Formats(plan.language))
    title = policy.document.title if policy.document else None
    span = f"{subject.formats.day(plan.period.start)} – {subject.formats.day(state.effective_end)}"
    return Document(
        title=_set(title) or subject.words("title"),
        subtitle=subject.words("subtitle", id=plan.id, span=span),
        language=plan.language,
        country=plan.country,
        mark=_mark(subject),
        color=_color(policy),
        running=_running(subject),
        blocks=_COMPOSERS[plan.language](subject),
    )


def _mark(subject: Subject) -> str:
    """Return why this text is not what was signed; empty when it is."""
    if not subject.state.is_sealed:
        return subject.words("mark.draft")
    return "" if subject.state.seal == subject.digest else subject.words("mark.changed")


def _running(subject: Subject) -> Running:
    words, footer = subject.words, subject.policy.document.footer if subject.policy.document else None
    before, rest = words("running.page", page="\0", pages="\1").split("\0")
    between, after = rest.split("\1")
    own = (employer_of(subject), words("running.confidential"))
    digest = subject.digest.removeprefix("sha256:")[:SHOWN_OF_A_DIGEST]
    return Running(
        top_left=" · ".join(one for one in own if one),
        top_right=words("running.plan", id=subject.plan.id),
        bottom_left=_set(footer),
        bottom_middle=words("running.digest", digest=digest),
        page=(before, between, after),
    )


def _color(policy: Policy) -> str:
    written = _set(policy.document.color) if policy.document else ""
    if written and not _COLOR.fullmatch(written):
        raise Refusal("no-such-accent", written=written)
    return written.lower() or DEFAULT_COLOR


def _set(text: str | None) -> str:
    return (text or "").strip()
