"""Who takes part in a plan: employer, employee, manager, HR partner, representative."""

from __future__ import annotations

from typing import Literal

from pydantic_core import PydanticCustomError

from pipctl.model.part import Part, part
from pipctl.model.scalars import Day, Text, Truth


@part
class Employer(Part):
    """The workplace; what is left out comes from `pipctl.yaml`."""

    name: Text | None = None
    sector: Literal["private", "public"] | None = None


@part
class Person(Part):
    """A party by name, or by `ref`, a key of the people file (plan-format.md)."""

    name: Text | None = None
    ref: Text | None = None
    role: Text | None = None
    department: Text | None = None
    since: Day | None = None

    def __post_init__(self) -> None:
        if not self.name and not self.ref:
            raise PydanticCustomError("missing", "", {"key": "name"})

    @property
    def shown(self) -> str:
        """The name, or the `ref` as it stands where there is no people file."""
        return self.name or self.ref or ""


@part
class Representative(Part):
    """A companion or shop steward, the day one was offered, or that one was declined."""

    name: Text | None = None
    ref: Text | None = None
    role: Text | None = None
    department: Text | None = None
    since: Day | None = None
    offered: Day | None = None
    declined: Truth | None = None

    @property
    def shown(self) -> str:
        """The name, or the `ref` as it stands; empty while nobody is named."""
        return self.name or self.ref or ""
