"""PR: what has to be in place before the plan is handed over, and before anyone thinks of dismissal."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.lint.rule import Case, Hit, at, rule
from pipctl.model.agreement import Consequence, Prepared
from pipctl.model.record import Closed, Declined, Delivered, Reviewed, Signed


@rule("PR01", "not-prepared", "info", basis="seed 004")
def not_prepared(case: Case) -> Iterator[Hit]:
    """Nothing says that both have worked through the preparation questions.

    The questions make both consider, before anything is written, whether expectations were known, whether
    support was enough, and what the cause may be. The answers stay on paper.

    Bad::

        prepared: {manager: 2026-02-20}

    Good::

        prepared: {manager: 2026-02-20, employee: 2026-02-24}
    """
    prepared = case.plan.prepared or Prepared()
    if not prepared.manager and not prepared.employee:
        yield Hit(("prepared",), "both")
    elif not prepared.manager:
        yield Hit(("prepared", "manager"), "manager")
    elif not prepared.employee:
        yield Hit(("prepared", "employee"), "employee")


@rule("PR02", "consequence-missing", "warning", basis="seed 000, Swedish practice")
def consequence_missing(case: Case) -> Iterator[Hit]:
    """The plan does not say what it may lead to if the goals are not met.

    The employee must know what is at stake; what follows success does not tell. It is stated as a
    possibility: a consequence already decided makes the plan pointless.

    Bad::

        consequence: {met: Planen lukkes.}

    Good::

        consequence:
          met: Planen lukkes.
          not_met: Nås målene ikke, kan det føre til omplacering eller opsigelse.
    """
    if _leaves_consequence_open(case):
        yield at("consequence", "not_met")


@rule("PR03", "warning-status-unclear", "info", basis="Danish practice")
def warning_status_unclear(case: Case) -> Iterator[Hit]:
    """A Danish plan does not say whether it is also a written warning (advarsel).

    A plan does not normally stand in for the written warning that a dismissal usually requires, unless it
    was drawn up as one. Left open, nobody knows what the plan is worth.

    Bad::

        is_warning:

    Good::

        is_warning: false
    """
    if case.plan.country == "DK" and case.plan.is_warning is None:
        yield at("is_warning")


@rule("PR04", "hr-not-involved", "info", basis="seed 000")
def hr_not_involved(case: Case) -> Iterator[Hit]:
    """The plan was handed over or put forward for signing before HR had reviewed it.

    HR checks that the plan is fair while it can still be mended. It fires once the plan was delivered,
    signed or declined without a review by HR on that day or earlier; a workplace without HR says so with
    `hr: none` in `pipctl.yaml`.

    Bad::

        # on 2026-03-03
        record:
          - {date: 2026-03-03, event: delivered, to: employee, what: plan, by: manager}

    Good::

        # on 2026-03-03
        record:
          - {date: 2026-02-24, event: reviewed, by: hr}
          - {date: 2026-03-03, event: delivered, to: employee, what: plan, by: manager}
    """
    entries = case.state.entries
    put_forward = [(entry.date, index) for index, entry in entries if _puts_forward(entry)]
    if case.policy.hr == "none" or not put_forward:
        return
    day, index = min(put_forward)
    reviews = [entry for _, entry in entries if isinstance(entry, Reviewed) and entry.by == "hr"]
    if not any(review.date <= day for review in reviews):
        yield Hit(("record", index), "closed" if case.state.closed else "")


@rule(
    "PR05",
    "representative-not-offered",
    "info",
    basis="seed 000, forvaltningsloven § 8",
    escalates=("warning", "DK, public"),
)
def representative_not_offered(case: Case) -> Iterator[Hit]:
    """Nothing shows that the employee was offered to bring somebody.

    A companion or shop steward gives support and can tell later what was said. Named, offered or declined:
    any of them will do. In the Danish public sector it is a right (forvaltningsloven § 8), and there it is
    a warning.

    Bad::

        representative: {declined: false}

    Good::

        representative: {offered: 2026-02-20}
    """
    one = case.plan.representative
    if one is not None and (one.offered or one.declined):
        return
    if not case.state.holder("representative", case.today):
        is_right = case.plan.country == "DK" and case.sector == "public"
        yield Hit(("representative",), "public" if is_right else "", escalates=is_right)


@rule("PR06", "reassignment-not-considered", "warning", basis="7 § LAS")
def reassignment_not_considered(case: Case) -> Iterator[Hit]:
    """A Swedish plan ended with dismissal considered and says nothing about other work.

    There are no sakliga skäl for a dismissal where the employer can reasonably be asked to give the
    employee other work, so that has to be looked into first.

    Bad::

        # on 2026-06-02
        country: SE
        record:
          - date: 2026-06-02
            event: closed
            result: not-achieved
            next: dismissal-considered

    Good::

        # on 2026-06-02
        country: SE
        record:
          - date: 2026-06-02
            event: closed
            result: not-achieved
            reassignment: considered
            next: dismissal-considered
    """
    for index, closed in _closed_towards_dismissal(case):
        if case.plan.country == "SE" and not closed.reassignment and not closed.reassignment_note:
            yield at("record", index, "reassignment")


@rule(
    "PR07",
    "dismissal-steps",
    "info",
    basis="30 § LAS, 7 § LAS, funktionærloven § 2 b, forvaltningsloven § 19",
)
def dismissal_steps(case: Case) -> Iterator[Hit]:
    """The plan ended with dismissal considered: a reminder of the steps that the law asks for.

    Sweden: underrättelse to the employee two weeks ahead and varsel to the union (30 § LAS), the two-month
    rule (7 § LAS). Denmark: reasonable grounds (funktionærloven § 2 b), and in the public sector
    partshøring before a dismissal; before a warning ask HR. A reminder, not legal advice.

    Bad::

        # on 2026-06-02
        record:
          - {date: 2026-06-02, event: closed, result: not-achieved, next: dismissal-considered}

    Good::

        # on 2026-06-02
        record:
          - {date: 2026-06-02, event: closed, result: not-achieved, next: other}
    """
    for index, _ in _closed_towards_dismissal(case):
        danish = {"private": "denmark-private", "public": "denmark-public"}
        variant = "sweden" if case.plan.country == "SE" else danish.get(case.sector or "", "denmark")
        yield Hit(("record", index, "next"), variant)


@rule("PR08", "incomplete-warning", "warning", basis="Danish practice")
def incomplete_warning(case: Case) -> Iterator[Hit]:
    """A Danish plan stands as a written warning and lacks what makes it one.

    A written warning (advarsel) says which change is expected and what may follow otherwise.

    Bad::

        is_warning: true
        consequence:
          met: Planen lukkes.

    Good::

        is_warning: true
        consequence:
          met: Planen lukkes.
          not_met: Nås målene ikke, kan det føre til opsigelse.
    """
    if case.plan.country != "DK" or not case.plan.is_warning:
        return
    background = case.plan.background
    lacks_expectation = background is None or not background.expected
    lacks_consequence = _leaves_consequence_open(case)
    if lacks_expectation and lacks_consequence:
        yield Hit(("is_warning",), "both")
    elif lacks_expectation:
        yield Hit(("is_warning",), "expected")
    elif lacks_consequence:
        yield Hit(("is_warning",), "consequence")


@rule("PR09", "disciplinary-wording", "info", basis="MBL 62 §")
def disciplinary_wording(case: Case) -> Iterator[Hit]:
    """A Swedish plan calls itself a written warning.

    A handlingsplan is no erinran, and a written warning as a disciplinary measure needs law or a
    collective agreement behind it.

    Bad::

        country: SE
        is_warning: true

    Good::

        country: SE
        is_warning: false
    """
    if case.plan.country == "SE" and case.plan.is_warning:
        yield at("is_warning")


def _leaves_consequence_open(case: Case) -> bool:
    return not (case.plan.consequence or Consequence()).not_met


def _puts_forward(entry: object) -> bool:
    """Whether an entry shows the plan as handed over or laid before a party to sign."""
    return isinstance(entry, (Signed, Declined)) or (isinstance(entry, Delivered) and entry.what == "plan")


def _closed_towards_dismissal(case: Case) -> Iterator[tuple[int, Closed]]:
    for index, entry in case.state.entries:
        if isinstance(entry, Closed) and entry.next == "dismissal-considered":
            yield index, entry


RULES = (
    not_prepared,
    consequence_missing,
    warning_status_unclear,
    hr_not_involved,
    representative_not_offered,
    reassignment_not_considered,
    dismissal_steps,
    incomplete_warning,
    disciplinary_wording,
)
