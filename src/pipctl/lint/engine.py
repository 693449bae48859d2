"""The run: sources → findings, with whatever could not be judged said."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from pipctl.lint.finding import Finding, NotRun, Related, address_of, fingerprint_of, pointer_to
from pipctl.lint.rule import Case, Check, Hit, Reading, Rule, Scope, Unjudged
from pipctl.lint.selection import Selected, Selection, names_of
from pipctl.lint.suppression import Ignored, Suppression, cannot_be_ignored, suppressions_in
from pipctl.model.plan import Plan
from pipctl.model.policy import Level, Policy
from pipctl.model.scalars import Language
from pipctl.model.state import State
from pipctl.model.validation import validate
from pipctl.store.source import Path, Source, Span
from pipctl.store.texts import filled, load_texts


class Crash(NamedTuple):
    """A rule that raised: what IN01 is given. The trace goes to standard error, never into a finding."""

    code: str
    error: str
    trace: str


class Judged(NamedTuple):
    """A file that is a plan, kept for rules on the whole repository."""

    source: Source
    case: Case


@dataclass(slots=True)
class Run:
    """What a run has found so far.

    Attributes:
        findings: sorted by path, line, column, code once the run is over.
        not_run: rules that could not judge something.
        ignored: findings silenced by a comment.
        files: files judged.
        crashes: rules that raised; any makes the exit status 2.
    """

    findings: list[Finding] = field(default_factory=list)
    not_run: list[NotRun] = field(default_factory=list)
    ignored: list[Finding] = field(default_factory=list)
    files: int = 0
    crashes: list[Crash] = field(default_factory=list)


class Engine:
    """Judges files by a selection of rules.

    Args:
        selection: the rules, levels and limits.
        policy: what the workplace has decided.
        today: the day on which plans are judged.
        language: of the messages.
    """

    def __init__(self, selection: Selection, policy: Policy, today: date, language: Language) -> None:
        self.selection = selection
        self.policy = policy
        self.today = today
        self.language = language
        self._by_scope: dict[Scope, list[Selected]] = {scope: [] for scope in Scope}
        for selected in selection.rules:
            self._by_scope[selected.rule.scope].append(selected)
        self._checks = {
            scope: [(selected.rule.check, selected) for selected in those]
            for scope, those in self._by_scope.items()
        }

    def run(self, sources: Iterable[Source], *, whole_repository: bool) -> Run:
        """Judge files one by one and, where all plans are at hand, the repository."""
        run = Run()
        repository: list[_File] = []
        for source in sources:
            run.files += 1
            file = _File(self, source, run)
            self._judge(file, run)
            if whole_repository and file.case is not None:
                source.release()  # few of what is found in the repository needs more of a file than its plan
                repository.append(file)
            else:
                file.judge_suppressions(self._names(without=Scope.REPOSITORY))
        if repository:
            self._judge_repository(repository)
        run.findings.sort(key=_place)
        run.ignored.sort(key=_place)
        return run

    def _judge(self, file: _File, run: Run) -> None:
        source = file.source
        file.judge(Scope.SOURCE, Reading(source, ()))
        if source.faults:
            run.not_run.append(NotRun(source.path, "*", self.reason(Unjudged("not-yaml"))))
            return
        plan, problems = validate(source.data, Plan, source.empty)
        if plan is None:
            file.judge(Scope.SCHEMA, Reading(source, problems))
            run.not_run.append(NotRun(source.path, "*", self.reason(Unjudged("not-a-plan"))))
            return
        file.case = Case(source, plan, State(plan, self.today), self.policy, self.selection.limits)
        if plan.language == "en":
            for rule, _ in self._by_scope[Scope.PLAN]:
                if "T" in rule.reads:
                    file.tell(rule, Unjudged("english-text"))
        file.judge(Scope.PLAN, file.case)
        if plan.record:
            for rule, _ in self._by_scope[Scope.HISTORY]:
                file.tell(rule, Unjudged("history"))

    def _judge_repository(self, files: list[_File]) -> None:
        plans = [Judged(file.source, file.case) for file in files if file.case is not None]
        by_path = {file.source.path: file for file in files}
        for selected in self._by_scope[Scope.REPOSITORY]:
            found: list[Hit | Unjudged] = []
            try:
                found.extend(selected.rule.check(plans))
            except Exception as error:  # noqa: BLE001 - likewise
                files[0].crashed(selected.rule, error)
            for said in found:
                by_path[said.file or files[0].source.path].report(selected, said)
        names = self._names()
        for file in files:
            file.judge_suppressions(names)

    def _names(self, *, without: Scope | None = None) -> frozenset[str]:
        """Return what the rules of this run may be called in an ignore comment."""
        rules = (selected.rule for selected in self.selection.rules)
        return frozenset(name for rule in rules if rule.scope is not without for name in names_of(rule))

    def reason(self, unjudged: Unjudged) -> str:
        """Return why something could not be judged, in words."""
        return filled(load_texts(self.language, "engine")["not_run"][unjudged.reason], unjudged.values)

    def checks_of(self, scope: Scope) -> Sequence[tuple[Check, Selected]]:
        """Return the functions of the selected rules that look at one kind of thing."""
        return self._checks[scope]

    def texts_of(self, rule: Rule) -> Mapping[str, Any]:
        """Return the messages of a rule."""
        texts: Mapping[str, Any] = load_texts(self.language, f"rules/{rule.family}")[rule.code]
        return texts


class _File:
    """One file under judgement: its suppressions, the ordinals of its fingerprints, its place in the run."""

    def __init__(self, engine: Engine, source: Source, run: Run) -> None:
        self.engine = engine
        self.source = source
        self.run = run
        self.case: Case | None = None
        self.suppressions: tuple[Suppression, ...] = () if source.faults else suppressions_in(source)
        self._ordinals: dict[tuple[str, str], int] = {}

    def judge(self, scope: Scope, subject: object) -> None:
        found: list[Hit | Unjudged] = []
        # More than a hundred rules for every plan, nearly all of which find nothing: no call is made in vain.
        for check, selected in self.engine.checks_of(scope):
            try:
                found.extend(check(subject))
            except Exception as error:  # noqa: BLE001 - whatever a rule does, the others still run
                self.crashed(selected.rule, error)
            if found:
                for said in found:
                    self.report(selected, said)
                found.clear()

    def crashed(self, rule: Rule, error: Exception) -> None:
        """Remember that a rule raised; the run goes on."""
        crash = Crash(rule.code, type(error).__name__, "".join(traceback.format_exception(error)))
        self.run.crashes.append(crash)
        for check, selected in self.engine.checks_of(Scope.CRASH):
            for said in check(crash):
                self.report(selected, said)

    def judge_suppressions(self, judged: frozenset[str]) -> None:
        """Say which comments silenced nothing, once every rule of the run has spoken."""
        if self.suppressions and self.case is not None:
            self.judge(Scope.SUPPRESSION, Ignored(self.suppressions, self.engine.selection.known, judged))

    def tell(self, rule: Rule, unjudged: Unjudged) -> None:
        """Name a rule as not run on this file."""
        is_usual = rule.scope in (Scope.HISTORY, Scope.REPOSITORY)
        self.run.not_run.append(NotRun(self.source.path, rule.code, self.engine.reason(unjudged), is_usual))

    def report(self, selected: Selected, hit: Hit | Unjudged) -> None:
        rule = selected.rule
        if isinstance(hit, Unjudged):
            self.tell(rule, hit)
            return
        finding = self._finding(rule, self._level(selected, hit), hit)
        if not cannot_be_ignored(rule.code):
            covering = [one for one in self.suppressions if one.covers(names_of(rule), hit.path)]
            if covering:
                self.run.ignored.append(finding)
                return
        self.run.findings.append(finding)

    @staticmethod
    def _level(selected: Selected, hit: Hit) -> Level:
        if selected.level is not None:
            return selected.level
        if hit.level is not None:
            return hit.level
        escalation = selected.rule.escalation
        return escalation.level if escalation is not None and hit.escalates else selected.rule.level

    def _finding(self, rule: Rule, level: Level, hit: Hit) -> Finding:
        source, texts = self.source, self.engine.texts_of(rule)
        words = texts["variants"][hit.variant] if hit.variant else texts
        plan_id = self.case.plan.id if self.case is not None else None
        address = address_of(hit.path, source.data)
        ordinal = self._ordinals.get((rule.code, address), 0)
        self._ordinals[rule.code, address] = ordinal + 1
        return Finding(
            code=rule.code,
            name=rule.name,
            level=level,
            message=filled(words["message"], hit.values),
            help=filled(words.get("help") or texts.get("help", ""), hit.values),
            path=source.path,
            span=_span(source, hit),
            pointer=pointer_to(source.existing(hit.path)),
            address=address,
            plan=plan_id,
            related=tuple(self._related(hit)),
            fix=hit.fix,
            fingerprint=fingerprint_of(rule.code, plan_id, address, ordinal),
            basis=rule.basis,
        )

    def _related(self, hit: Hit) -> Iterator[Related]:
        if hit.related_span is not None:
            yield Related(self.source.path, hit.related_span, "")
        for path in hit.related:
            existing: Path = self.source.existing(path)
            yield Related(self.source.path, self.source.span(path), pointer_to(existing))


def _span(source: Source, hit: Hit) -> Span:
    if hit.words is not None:
        return source.words_span(hit.path, *hit.words)
    return hit.span or source.span(hit.path, on_key=hit.on_key)


def _place(finding: Finding) -> tuple[str, int, int, str]:
    return (finding.path, finding.span.line, finding.span.column, finding.code)
