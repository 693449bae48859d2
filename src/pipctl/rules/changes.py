"""Changes of the agreement as rules DR02 and DR06 see them: who knows of them, and what they took away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from pipctl.lint.rule import Case, Hit
from pipctl.model.record import Amended, Corrected, Declined, Delivered, Extended, Signed
from pipctl.rules.extensions import extensions

Change: TypeAlias = Amended | Extended


class Item(NamedTuple):
    """A goal, a measure of support or a check-in, as an address names it.

    Attributes:
        kind: goal, support or check-in.
        id: its own.
    """

    kind: str
    id: str


def not_agreed(case: Case) -> Iterator[tuple[int, Change]]:
    """Yield the changes that the employee neither agreed to nor was told of."""
    for index, entry in case.state.entries:
        if isinstance(entry, (Amended, Extended)) and "employee" not in entry.agreed_by:
            told = (_is_told(case, entry, index, later) for later, _ in case.state.entries)
            if not any(told):
                yield index, entry


def harder(case: Case, index: int, entry: Change) -> Iterator[Hit]:
    """Yield what a change took from the employee, as far as the file itself shows."""
    if isinstance(entry, Extended):
        if any(one.position == index and one.days < 0 for one in extensions(case)):
            yield Hit(("record", index, "end"), "shortened")
        return
    told: set[Item] = set()
    for place, address in enumerate(entry.changes):
        item = _item(address)
        if item is not None and item.kind != "goal" and item not in told and _took_out(case, index, item):
            told.add(item)
            yield Hit(("record", index, "changes", place), item.kind, {"id": item.id})


def is_weighed(case: Case, index: int, entry: Change) -> bool:
    """Whether the file itself shows that a change made nothing harder.

    It does where the agreement reads as before, and where nothing was changed but goals that are gone.
    """
    if entry.digest == case.state.seal_at(index - 1):
        return True
    addresses = entry.changes if isinstance(entry, Amended) else ()
    items = [_item(address) for address in addresses]
    gone = [one for one in items if one and one.kind == "goal" and _took_out(case, index, one)]
    return bool(items) and len(gone) == len(items)


def _is_told(case: Case, change: Change, index: int, later: int) -> bool:
    """Whether an entry shows that the employee knows of a change: it was handed over, signed or declined."""
    entry = case.plan.record[later]
    is_later = (entry.date, later) > (change.date, index)
    match entry:
        case Delivered(to="employee", what="addendum"):
            return entry.date >= change.date
        case Delivered(to="employee", what="plan"):
            return is_later
        case Signed(by="employee") | Declined(by="employee"):
            return later > index and entry.digest == case.state.seal_at(later)
        case _:
            return False


def _item(address: str) -> Item | None:
    match address.strip("/").split("/"):
        case ["goals", name, *_]:
            return Item("goal", name)
        case ["support", name, *_]:
            return Item("support", name)
        case ["follow_up", "check_ins", name, *_]:
            return Item("check-in", name)
        case _:
            return None


def _took_out(case: Case, index: int, item: Item) -> bool:
    """Whether something that a change names is no longer agreed, and no later change may have done that."""
    plan = case.plan
    agreed = {
        *(Item("goal", one.id) for one in plan.goals),
        *(Item("support", one.id) for one in plan.support),
        *(Item("check-in", one.id) for one in plan.check_ins),
    }
    if item in agreed:
        return False
    return not any(later > index and _may_touch(case, later, item) for later, _ in case.state.entries)


def _may_touch(case: Case, index: int, item: Item) -> bool:
    entry = case.plan.record[index]
    if not isinstance(entry, (Amended, Extended, Corrected)):
        return False
    if entry.digest is None or entry.digest == case.state.seal_at(index - 1):
        return False
    match entry:
        case Amended():
            addresses = entry.changes
        case Corrected():
            addresses = entry.places
        case _:
            return True
    return not addresses or any(_item(address) == item for address in addresses)
