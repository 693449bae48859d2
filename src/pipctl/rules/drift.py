"""DR: the agreement is what was signed, and changes to it were agreed on or at least told."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.lint.rule import Case, Hit, Scope, Unjudged, rule
from pipctl.model.record import Amended, Corrected, Declined, Extended, Signed
from pipctl.rules.changes import harder, is_weighed, not_agreed


@rule("DR01", "changed-after-signing", "error", reads="SG", basis="seed 000")
def changed_after_signing(case: Case) -> Iterator[Hit]:
    """The agreement is not the one that was sealed, or a signature stands under another one.

    A signature is worth what it stands under. The agreement may be changed, but openly: the record says
    what, when and why. Layout, comments and the order of keys are no change, and neither are the record,
    HR, the representative, the employer, the preparation and the day of erasure.

    Bad::

        # on 2026-03-04
        record:
          - date: 2026-03-03
            event: signed
            by: manager
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"

    Good::

        # on 2026-03-04
        record:
          - date: 2026-03-03
            event: signed
            by: manager
            digest: "sha256:97f47f9643e5c7b55880be4368c2361dae628e846da287cabdda0fc6da86bc24"
    """
    state = case.state
    if not state.is_sealed:
        return
    for index, entry in state.entries:
        if isinstance(entry, (Signed, Declined)) and entry.digest != state.seal_at(index):
            yield Hit(("record", index), "signature")
    if case.digest != state.seal:
        yield Hit(("record", state.seals[-1].position), "closed" if state.closed else "agreement")


@rule("DR02", "amendment-not-agreed", "warning", basis="seed 000")
def amendment_not_agreed(case: Case) -> Iterator[Hit]:
    """The agreement was changed or extended, and the employee neither agreed nor was told.

    A change counts for the employee from the day they know of it. Agreed is `agreed_by`, or a signature
    for the agreement as changed; told is that the addendum or the plan was delivered on that day or later,
    or that the employee declined to sign the change.

    Bad::

        # on 2026-04-10
        record:
          - date: 2026-03-03
            event: declined
            by: employee
            digest: "sha256:97f47f9643e5c7b55880be4368c2361dae628e846da287cabdda0fc6da86bc24"
          - date: 2026-04-08
            event: amended
            reason: Ny ugerapport
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"

    Good::

        # on 2026-04-10
        record:
          - date: 2026-03-03
            event: declined
            by: employee
            digest: "sha256:97f47f9643e5c7b55880be4368c2361dae628e846da287cabdda0fc6da86bc24"
          - date: 2026-04-08
            event: amended
            reason: Ny ugerapport
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"
          - {date: 2026-04-09, event: delivered, to: employee, what: addendum}
    """
    for index, entry in not_agreed(case):
        yield Hit(("record", index, "agreed_by"), "amended" if isinstance(entry, Amended) else "extended")


@rule("DR03", "amendment-without-reason", "error", basis="seed 000")
def amendment_without_reason(case: Case) -> Iterator[Hit]:
    """An amendment, an extension or a correction gives no reason.

    Whoever changes what was agreed has to say why; without a reason nobody can judge whether it was fair.

    Bad::

        # on 2026-04-10
        record:
          - date: 2026-03-03
            event: declined
            by: employee
            digest: "sha256:97f47f9643e5c7b55880be4368c2361dae628e846da287cabdda0fc6da86bc24"
          - date: 2026-04-08
            event: amended
            agreed_by: [employee, manager]
            reason: ""
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"

    Good::

        # on 2026-04-10
        record:
          - date: 2026-03-03
            event: declined
            by: employee
            digest: "sha256:97f47f9643e5c7b55880be4368c2361dae628e846da287cabdda0fc6da86bc24"
          - date: 2026-04-08
            event: amended
            agreed_by: [employee, manager]
            reason: Telefonsystemet var nede i uge 12.
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"
    """
    for index, entry in case.state.entries:
        if isinstance(entry, (Amended, Extended, Corrected)) and not entry.reason.strip():
            yield Hit(("record", index, "reason"), entry.event)


@rule("DR04", "record-rewritten", "error", scope=Scope.HISTORY, reads="G", basis="seed 000")
def record_rewritten(_history: object) -> Iterator[Hit]:
    """A past entry of the record was changed or removed, and nothing says that it was corrected.

    The record is evidence because it only grows. A mistake is put right by a `corrected` entry that names
    the place and the reason. Whether an entry once read otherwise is judged from the git history; the rule
    is named as not run until that is read.
    """
    yield from ()


@rule("DR05", "committed-late", "info", scope=Scope.HISTORY, reads="G", limits={"committed_late_days": 30})
def committed_late(_history: object) -> Iterator[Hit]:
    """An entry is dated over 30 days before its commit, and nothing says when it was written down.

    What is written down long afterwards is a memory; `recorded` says so openly. When an entry came into the
    file is judged from the git history; the rule is named as not run until that is read.
    """
    yield from ()


@rule("DR06", "harder-without-consent", "error", reads="SG", basis="seed 000")
def harder_without_consent(case: Case) -> Iterator[Hit | Unjudged]:
    """A change made the plan harder for the employee, who neither agreed to it nor was told.

    Demands that move while someone is working towards them are a known sign of misuse. What the file itself
    shows is found: an extension that ends the plan earlier, support or a check-in that a change took out of
    the agreement. Whether another change is harder takes the text as it was signed: then the rule is named
    as not run.

    Bad::

        # on 2026-04-10
        record:
          - date: 2026-03-03
            event: declined
            by: employee
            digest: "sha256:97f47f9643e5c7b55880be4368c2361dae628e846da287cabdda0fc6da86bc24"
          - date: 2026-04-08
            event: amended
            reason: Kurset er aflyst.
            changes: [support/S3]
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"

    Good::

        # on 2026-04-10
        record:
          - date: 2026-03-03
            event: declined
            by: employee
            digest: "sha256:97f47f9643e5c7b55880be4368c2361dae628e846da287cabdda0fc6da86bc24"
          - date: 2026-04-08
            event: amended
            reason: Kurset er aflyst.
            agreed_by: [employee, manager]
            changes: [support/S3]
            digest: "sha256:0000000000000000000000000000000000000000000000000000000000000000"
    """
    is_open = False
    for index, entry in not_agreed(case):
        hits = tuple(harder(case, index, entry))
        yield from hits
        is_open = is_open or (not hits and not is_weighed(case, index, entry))
    if is_open:
        yield Unjudged("sealed-text")


RULES = (
    changed_after_signing,
    amendment_not_agreed,
    amendment_without_reason,
    record_rewritten,
    committed_late,
    harder_without_consent,
)
