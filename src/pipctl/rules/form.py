"""YM, SC, IG and IN: whether a file is a plan at all, and whether its ignore comments hold.

These rules read what the reader, the validator and the state found; they decide nothing themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipctl.lint.engine import Crash
from pipctl.lint.rule import Case, Hit, Reading, Scope, rule
from pipctl.lint.suppression import Ignored, cannot_be_ignored
from pipctl.model.record import Closed, Event, Extended, Meeting, NotHeld, Signed, SupportGiven
from pipctl.model.validation import Path
from pipctl.rules.text_lost import lost_texts

_LONGEST_SHOWN = 24
"""Characters of a value that a message repeats: longer than any number, date or key."""


@rule("YM01", "invalid-yaml", "error", scope=Scope.SOURCE)
def invalid_yaml(reading: Reading) -> Iterator[Hit]:
    """The file is not YAML that pipctl reads.

    A plan that two programs read differently proves nothing. What is ambiguous in YAML (anchors, tags,
    tabs, a second document) is refused, with the usual slips explained.
    """
    for fault in reading.source.faults:
        if fault.kind != "duplicate":
            yield Hit(variant=fault.kind, values=fault.values, span=fault.span)


@rule("YM02", "duplicate-key", "error", scope=Scope.SOURCE)
def duplicate_key(reading: Reading) -> Iterator[Hit]:
    """A key stands twice in one place.

    Most programs keep the last one without a word, so nobody can say which was agreed.
    """
    for fault in reading.source.faults:
        if fault.kind == "duplicate":
            yield Hit(values=fault.values, span=fault.span, related_span=fault.related)


@rule("YM03", "text-lost", "warning", scope=Scope.SOURCE)
def text_lost(reading: Reading) -> Iterator[Hit]:
    """YAML has taken part of a text or number without a word.

    What follows ` #` is a comment, a comma in brackets divides a sentence, and `1.000` is one. The file is
    valid, so nobody notices that less was signed than was written.

    Bad::

        consequence:
          met: Planen lukkes.
          not_met: Punkt #1 og #2 i personalepolitikken gælder.

    Good::

        consequence:
          met: Planen lukkes.
          not_met: "Punkt #1 og #2 i personalepolitikken gælder."
    """
    if not reading.source.faults:
        yield from lost_texts(reading.source)


def _shown(written: str) -> str:
    """Return a short value or key as it stands; of what may tell of somebody only that there is more."""
    from pipctl.language.identifiers import masked  # only where something is wrong

    is_more = len(written) > _LONGEST_SHOWN or " " in written or "\n" in written
    first = (written.split() or [""])[0][:_LONGEST_SHOWN].lstrip("{[")
    return masked(f"{first} …" if is_more else written)


@rule("SC01", "unknown-key", "error", scope=Scope.SCHEMA)
def unknown_key(reading: Reading) -> Iterator[Hit]:
    """A key that the format does not know.

    A misspelled key is a promise that no document shows and no reminder follows up.
    """
    for problem in reading.problems:
        if problem.kind == "unknown-key":
            key, known = str(problem.values["key"]), problem.values["known"]
            nearest = nearest_key(key, known)
            values = {"key": _shown(key), "nearest": nearest, "known": known}
            variant = "nearest" if nearest else "known"
            yield Hit(problem.path, variant, values, on_key=True)


@rule("SC02", "wrong-value", "error", scope=Scope.SCHEMA)
def wrong_value(reading: Reading) -> Iterator[Hit]:
    """A value of the wrong kind: a date, number, choice or list that the format does not accept.

    Dates, numbers and choices are written so that they can be understood in one way only.
    """
    for problem in reading.problems:
        if problem.kind not in ("unknown-key", "missing"):
            place = reading.source.place(problem.path)
            values = dict(problem.values)
            if problem.kind == "text-unquoted" and place is not None:
                values["found"] = _shown(reading.source.text[place.start : place.end])  # 007 stays 007
            yield Hit(problem.path, problem.kind, values)


@rule("SC03", "missing-key", "error", scope=Scope.SCHEMA)
def missing_key(reading: Reading) -> Iterator[Hit]:
    """A key without which the file is no plan.

    There are few of them; what else is missing is the matter of the other rules.
    """
    for problem in reading.problems:
        if problem.kind == "missing":
            yield Hit((*problem.path, str(problem.values["key"])), values=problem.values)


@rule("SC04", "unknown-reference", "error")
def unknown_reference(case: Case) -> Iterator[Hit]:
    """An id that nothing bears, or that stands twice.

    A result for a goal that does not exist counts for nothing; two goals with one id cannot be told apart.

    Bad::

        support:
          - {id: S1, what: Seks timers coaching, goals: [G3]}

    Good::

        support:
          - {id: S1, what: Seks timers coaching, goals: [G1]}
    """
    known: dict[str, list[str]] = {}
    for kind, items, path in _identified(case):
        ids = known[kind] = [item.id for item in items]
        if len(set(ids)) == len(ids):
            continue
        seen: dict[str, int] = {}
        for index, name in enumerate(ids):
            if name in seen:
                first = (*path, seen[name], "id")
                yield Hit((*path, index, "id"), "twice", {"kind": kind, "id": name}, related=(first,))
            seen.setdefault(name, index)
    for kind, named, place in _references(case):
        if named not in known[kind]:
            yield Hit(place, kind, {"id": named, "known": known[kind] or "–"})


@rule("SC05", "broken-record", "error")
def broken_record(case: Case) -> Iterator[Hit]:
    """An entry that may not stand where it stands.

    The record is evidence only while it is in order: nothing dated ahead, nothing after the closing, no
    meeting held twice.

    Bad::

        record:
          - {date: 2026-03-02, event: reviewed, by: hr}

    Good::

        record:
          - {date: 2026-02-24, event: reviewed, by: hr}
    """
    for breach in case.state.breaches:
        where = "recorded" if case.plan.record[breach.position].recorded else "date"
        key = {"out-of-order": where, "in-the-future": "date", "resumed-too-early": "date"}
        key |= {"held-twice": "check_in", "held-already": "check_in"}
        yield Hit(("record", breach.position, key.get(breach.kind, "event")), breach.kind, breach.values)


@rule("IG01", "ignore-without-reason", "warning", scope=Scope.SUPPRESSION)
def ignore_without_reason(ignored: Ignored) -> Iterator[Hit]:
    """An ignore comment that does not say why; it ignores nothing.

    Without a reason nobody can see later whether the exception was right.
    """
    for one in ignored.suppressions:
        if not one.reason:
            yield Hit(one.path, span=one.span)


@rule("IG02", "ignore-unused", "warning", scope=Scope.SUPPRESSION)
def ignore_unused(ignored: Ignored) -> Iterator[Hit]:
    """An ignore comment that silences nothing, or names no rule.

    Left standing it would silence the next thing that goes wrong in its place.
    """
    for one in ignored.suppressions:
        for name in one.names:
            if name not in ignored.known:
                yield Hit(one.path, "unknown", {"name": name}, span=one.span)
            elif cannot_be_ignored(name):
                yield Hit(one.path, "never", {"name": name}, span=one.span)
            elif one.reason and name not in one.used and name in ignored.judged:
                yield Hit(one.path, "unused", {"name": name}, span=one.span)
        if not one.names:
            yield Hit(one.path, "empty", span=one.span)


@rule("IN01", "rule-crashed", "error", scope=Scope.CRASH)
def rule_crashed(crash: Crash) -> Iterator[Hit]:
    """A rule failed by a mistake of pipctl's own; the others went on, and the exit status is 2.

    A rule that did not run must not look like one that found nothing.
    """
    yield Hit(values={"rule": crash.code, "error": crash.error})


def nearest_key(key: str, known: object) -> str:
    """Return the known key that was most likely meant; empty when none is near."""
    from difflib import get_close_matches  # only for a file with a mistake

    candidates = [str(one) for one in known] if isinstance(known, tuple) else []
    near = get_close_matches(key.casefold().replace("-", "_"), candidates, n=1, cutoff=0.6)
    return near[0] if near else ""


def _identified(case: Case) -> Iterator[tuple[str, tuple[Any, ...], Path]]:
    yield "goal", case.plan.goals, ("goals",)
    yield "support", case.plan.support, ("support",)
    yield "check-in", case.plan.check_ins, ("follow_up", "check_ins")
    yield "attachment", case.plan.attachments, ("attachments",)


def _references(case: Case) -> Iterator[tuple[str, str, Path]]:
    """Yield every id that points at something else: its kind, the id, its place."""
    for index, goal in enumerate(case.plan.goals):
        if goal.measure and goal.measure.balanced_by:
            yield "goal", goal.measure.balanced_by, ("goals", index, "measure", "balanced_by")
    for index, support in enumerate(case.plan.support):
        for place, goal_id in enumerate(support.goals):
            yield "goal", goal_id, ("support", index, "goals", place)
    for index, entry in enumerate(case.plan.record):
        for kind, named, path in _references_of(entry):
            yield kind, named, ("record", index, *path)


def _references_of(entry: Event) -> Iterator[tuple[str, str, Path]]:
    match entry:
        case Meeting():
            if entry.check_in is not None:
                yield "check-in", entry.check_in, ("check_in",)
            yield from (("goal", one.goal, ("results", n, "goal")) for n, one in enumerate(entry.results))
        case NotHeld():
            yield "check-in", entry.check_in, ("check_in",)
        case SupportGiven():
            yield "support", entry.support, ("support",)
        case Signed():
            yield from (("goal", one, ("accepts", n)) for n, one in enumerate(entry.accepts))
            yield from (("goal", one.goal, ("objects", n, "goal")) for n, one in enumerate(entry.objects))
        case Extended():
            yield from (("goal", one.goal, ("goals", n, "goal")) for n, one in enumerate(entry.goals))
        case Closed():
            yield from (("goal", one.goal, ("goals", n, "goal")) for n, one in enumerate(entry.goals))
        case _:
            pass


RULES = (
    invalid_yaml,
    duplicate_key,
    text_lost,
    unknown_key,
    wrong_value,
    missing_key,
    unknown_reference,
    broken_record,
    ignore_without_reason,
    ignore_unused,
    rule_crashed,
)
