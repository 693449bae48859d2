"""What pipctl refuses to do, each refusal with its own exit status and sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar


class Refusal(Exception):
    """Something the user asked for that pipctl will not or cannot do.

    The sentence stands in the texts under `key` and is filled with `values` in the language of the user,
    so that no layer below the command line needs to know it. Every other exception is a bug and keeps
    its traceback.

    Attributes:
        key: name of the sentence in `texts/<language>/refusals.yaml`.
        status: exit status of the process, as `pipctl --help` documents it.
        values: what the sentence is filled with; data, never a format string.
    """

    status: ClassVar[int] = 2

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values: Mapping[str, object] = values
