"""The ids of a repository's plans: which are used, and which is the next one free."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipctl.errors import Refusal
from pipctl.store.configuration import Configuration
from pipctl.store.files import find_plans, read_source
from pipctl.store.writing import is_taken

_ENDINGS = (".yaml", ".yml")
_DIGITS = 3
_ID_LINE = re.compile(r"^id:[ ]*[\"']?([A-Za-z0-9][A-Za-z0-9._-]*)", re.MULTILINE)


def used_ids(configuration: Configuration, folder: str) -> dict[str, str]:
    """Return the ids in use, each with the path of its plan.

    Looked through are the repository's plans and the folder that the new plan goes to. Without a
    configuration there is no telling how far a repository reaches, so only that folder counts. A plan
    that is no YAML at the moment keeps its id.

    Args:
        configuration: where the plans are.
        folder: of the new plan; need not exist.

    Raises:
        Refusal: a plan of the repository may not be read.
    """
    used: dict[str, str] = {}
    for path in find_plans((), configuration) if configuration.source is not None else ():
        if (plan_id := _id_in(path)) is not None:
            used.setdefault(plan_id, path)
    for path, plan_id in _ids_beside(folder):
        used.setdefault(plan_id, path)
    return used


def next_free_id(year: int, used: Mapping[str, str], folder: str) -> str:
    """Return the next id of a year, `2026-014` after `2026-013`; gaps are not filled.

    An id whose file would go where another file is already is passed over.

    Args:
        year: in which the plan starts.
        used: from `used_ids`.
        folder: that the plan would go to.
    """
    pattern = re.compile(rf"{year:04d}-([0-9]{{{_DIGITS},}})")
    number = max((int(found[1]) for one in used if (found := pattern.fullmatch(one))), default=0) + 1
    while is_taken(str(Path(folder) / f"{year:04d}-{number:0{_DIGITS}d}.yaml")):
        number += 1
    return f"{year:04d}-{number:0{_DIGITS}d}"


def _ids_beside(folder: str) -> Iterator[tuple[str, str]]:
    """Yield path and id of the plans in one folder, passing over what cannot be read."""
    try:
        files = sorted(Path(folder).iterdir())
    except OSError:  # not there yet; whether it may be written to shows when it is
        return
    for file in files:
        if file.suffix in _ENDINGS and not file.name.startswith(".") and file.is_file():
            try:
                plan_id = _id_in(str(file))
            except Refusal:
                continue
            if plan_id is not None:
                yield str(file), plan_id


def _id_in(path: str) -> str | None:
    source = read_source(path)
    if source.faults:
        found = _ID_LINE.search(source.text)
        return found[1] if found else None
    value = source.data.get("id") if "pipctl" in source.data else None
    return str(value) if value is not None else None
