"""What comes up and what is late in many plans (cli.md, "pipctl due")."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from pipctl.actions.opening import NotAPlan, Opened, open_plan
from pipctl.document.formats import Formats
from pipctl.model.scalars import Language
from pipctl.model.state import State
from pipctl.report.agenda import Row
from pipctl.schedule.agenda import Item, agenda, names_held
from pipctl.store.configuration import Configuration
from pipctl.store.files import find_plans
from pipctl.store.texts import load_texts


class Choice(NamedTuple):
    """What of the agenda is wanted.

    Attributes:
        within: days from today, the last one included; None for everything there is.
        only_overdue: nothing but what is late.
        who: a name, a ref, or a party by the word in the file or in the user's language.
    """

    within: int | None
    only_overdue: bool = False
    who: str | None = None


class Overview(NamedTuple):
    """The agenda of many plans.

    Attributes:
        rows: by day, then plan.
        broken: the files that are no plans, each with its findings.
        files: how many files were looked at.
    """

    rows: tuple[Row, ...]
    broken: tuple[NotAPlan, ...]
    files: int


def overview(
    paths: Sequence[str], configuration: Configuration, choice: Choice, *, today: date, language: Language
) -> Overview:
    """Gather what is due in the plans that paths name, or in the repository's.

    A file that is no plan stops nothing: its findings come along, and the other plans are listed.

    Args:
        paths: files and folders; none means the repository's plans.
        configuration: the policy and where the plans are.
        choice: which rows are wanted; what is late is always wanted.
        today: the day that is looked at.
        language: of the words that are not the plan's.

    Raises:
        Refusal: a path is missing or cannot be read.
    """
    words, formats = load_texts(language, "due"), Formats(language)
    rows: list[Row] = []
    broken: list[NotAPlan] = []
    found = find_plans(paths, configuration)
    for path in found:
        try:
            opened = open_plan(path, configuration, today, language)
        except NotAPlan as refusal:
            broken.append(refusal)
        else:
            rows += _rows(opened, choice, words, formats)
    rows.sort(key=lambda row: (row.day, row.plan, row.path))
    return Overview(tuple(rows), tuple(broken), len(found))


def _rows(opened: Opened, choice: Choice, words: Any, formats: Formats) -> Iterator[Row]:
    for item in agenda(opened.state):
        if _is_wanted(item, choice) and _is_for(item, opened.state, choice.who, words["parties"]):
            yield Row(
                day=item.day,
                days=item.days,
                kind=item.kind,
                plan=opened.plan.id,
                path=opened.source.path,
                party=item.party,
                who=item.who,
                what=what_of(item, words, formats),
                overdue=item.overdue,
                is_paused=opened.state.stage == "paused",
            )


def what_of(item: Item, words: Any, formats: Formats) -> str:
    """Return what an item says, with our words where the plan has none.

    Args:
        item: of the agenda.
        words: the texts `due`.
        formats: how numbers are written.
    """
    if item.target is not None:
        return f"{item.what}: {formats.quantity(item.target, item.unit)}"
    if item.meeting is not None:
        return f"{item.what} {words['meetings'][item.meeting]}"
    return item.what or str(words["what"][item.kind])


def _is_wanted(item: Item, choice: Choice) -> bool:
    if item.overdue or choice.only_overdue:
        return item.overdue
    return choice.within is None or 0 <= item.days <= choice.within


def _is_for(item: Item, state: State, who: str | None, parties: dict[str, str]) -> bool:
    if who is None:
        return True
    names = {item.who}
    if item.party is not None:
        names |= {item.party, parties[item.party], *names_held(state, item.party, item.day)}
    return _folded(who) in {_folded(name) for name in names if name}


def _folded(name: str) -> str:
    """Return a name for comparison: composed or decomposed, upper or lower case, it is the same name."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
