"""Where a new plan goes: its file, its id, and what its repository adds to it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

from pipctl.actions.new_plan import Answers, NewPlan, calendar_for
from pipctl.actions.plan_ids import next_free_id, used_ids
from pipctl.errors import Refusal
from pipctl.model.scalars import Language
from pipctl.store.configuration import Configuration
from pipctl.store.writing import demand_writable, is_taken

NOWHERE = "-"
"""The file that is none: standard output."""


class Destination(NamedTuple):
    """Where a new plan goes, checked before anything is asked, so that no answer is lost to it.

    Attributes:
        file: as named; None for `<id>.yaml` in the folder, "-" for standard output.
        folder: of the file.
        plan_id: as asked for; None for the next free one.
        used: ids of other plans, each with the path of its plan.
        configuration: of the repository.
    """

    file: str | None
    folder: str
    plan_id: str | None
    used: Mapping[str, str]
    configuration: Configuration

    def plan(self, answers: Answers) -> NewPlan:
        """Return the new plan that answers make up, with its id, its path and what the repository adds.

        Args:
            answers: language, country, employee, manager, start and length among them.
        """
        if answers.language is None or answers.country is None or answers.start is None:
            raise ValueError(answers)
        plan_id = self.plan_id or next_free_id(answers.start.year, self.used, self.folder)
        path = self.file or str(Path(self.folder) / f"{plan_id}.yaml")
        known: dict[str, Any] = {one.name: getattr(answers, one.name) for one in fields(Answers)}
        employer = self.configuration.policy.employer
        return NewPlan(
            **known,
            id=plan_id,
            path=path,
            calendar=calendar_for(self.configuration.policy, answers.country),
            schema=_schema_seen_from(path, answers.language),
            has_configured_employer=employer is not None and employer.name is not None,
        )


def destination(file: str | None, plan_id: str | None, configuration: Configuration) -> Destination:
    """Return where a new plan goes; without a file into the first folder of plans.

    Raises:
        Refusal: the file exists, nothing may be written there, or another plan has the id.
    """
    if file is None or file == NOWHERE:
        folder = str(Path(configuration.root) / (configuration.policy.plans or ("plans",))[0])
    else:
        folder = str(Path(file).parent)
    used = used_ids(configuration, folder)
    if plan_id is not None and plan_id in used:
        raise Refusal("new-id-used", id=plan_id, path=used[plan_id])
    if file != NOWHERE:
        path = str(Path(folder) / f"{plan_id}.yaml") if file is None and plan_id is not None else file
        if path is not None and is_taken(path):
            raise Refusal("file-exists", path=path)
        demand_writable(folder)
    return Destination(file, folder, plan_id, used, configuration)


def _schema_seen_from(path: str, language: Language) -> str | None:
    """Return the path from a plan to the JSON Schema of its repository, for editors.

    None where no folder `schemas` upwards, as far as the repository reaches, holds the schema.
    """
    if path == NOWHERE:
        return None
    folder = Path(path).absolute().parent
    for level in (folder, *folder.parents):
        # The English one bears no language in its name.
        for name in (f"plan.{language}.schema.json", "plan.schema.json"):
            if (schema := level / "schemas" / name).is_file():
                return Path(os.path.relpath(schema, folder)).as_posix()
        if (level / ".git").exists():
            break
    return None
