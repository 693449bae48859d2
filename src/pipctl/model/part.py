"""The decorator of every part of a plan: an immutable record that only the validator makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def part(cls: type[T]) -> type[T]:
    """Make a class a part of a plan.

    The parts are dataclasses that Pydantic reads its schemas from. They have no generated methods:
    pydantic-core fills them directly, and generating methods for fifty classes would cost a fifth
    of the time in which `lint` judges a plan.
    """
    return dataclass(init=False, repr=False, eq=False)(cls)


def key_of(field: str) -> str:
    """Return the key in the file for a field: `from_` stands for `from`, a word of Python."""
    return field.removesuffix("_")


class Part:
    """Base of all parts: unknown keys are errors, and keys are named as the contract names them."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid", "alias_generator": key_of}
