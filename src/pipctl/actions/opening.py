"""Open one plan for a command: read, validated, folded; or refused with the findings that say why."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pipctl.actions.linting import selection_of
from pipctl.errors import Refusal
from pipctl.lint.engine import Engine, Run
from pipctl.lint.rule import Check, Hit
from pipctl.lint.selection import Selected, Selection, always_runs
from pipctl.model.plan import Plan
from pipctl.model.scalars import Language
from pipctl.model.state import State
from pipctl.model.validation import validate
from pipctl.store.configuration import Configuration
from pipctl.store.files import read_source
from pipctl.store.source import Source

_BROKEN = ("SC04", "SC05")
"""These stop a command where the policy lets them be errors."""
_NOT_YET = "in-the-future"


class Opened(NamedTuple):
    """A plan at hand.

    Attributes:
        source: the file.
        plan: what it says.
        state: how it stands on the day; entries dated later count as not yet there.
    """

    source: Source
    plan: Plan
    state: State


class NotAPlan(Refusal):
    """The file cannot be worked on; `run` holds the findings that say why, `source` the file."""

    def __init__(self, source: Source, run: Run) -> None:
        super().__init__("not-a-plan", path=source.path)
        self.source = source
        self.run = run


def open_plan(path: str, configuration: Configuration, today: date, language: Language) -> Opened:
    """Read a plan and fold its record up to a day.

    An entry of the record dated after today is no fault here: it is not there yet, so that a plan can be
    looked at as it stood.

    Args:
        path: of the file; "-" is standard input.
        configuration: the policy, whose levels for SC04 and SC05 hold.
        today: the day on which the plan is looked at.
        language: of the findings, where there are any.

    Raises:
        Refusal: the file is missing or cannot be read.
        NotAPlan: YM or SC errors; the command line shows them and ends with 2 (cli.md, "Exit status").
    """
    source = read_source(path)
    engine = Engine(_form_only(configuration), configuration.policy, today, language)
    run = engine.run([source], whole_repository=False)
    run.findings = [one for one in run.findings if one.level == "error"]
    plan = None if run.findings or run.crashes else validate(source.data, Plan)[0]
    if plan is None:
        raise NotAPlan(source, run)
    return Opened(source, plan, State(plan, today))


def _form_only(configuration: Configuration) -> Selection:
    judged = selection_of(configuration, _BROKEN)
    rules = (_as_it_stood(one) for one in judged.rules)
    return judged._replace(rules=tuple(rules))


def _as_it_stood(selected: Selected) -> Selected:
    """Return a rule that takes no notice of the future; one that speaks of what is no plan is an error."""
    rule = selected.rule._replace(check=_but_not_yet(selected.rule.check))
    return Selected(rule, "error" if always_runs(rule) else selected.level)


def _but_not_yet(check: Check) -> Check:
    """Return a check without its hits on entries that lie in the future."""
    return lambda subject: (
        one for one in check(subject) if not isinstance(one, Hit) or one.variant != _NOT_YET
    )
