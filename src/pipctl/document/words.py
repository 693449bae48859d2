"""The words of one language that documents are written with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipctl.model.scalars import Language
from pipctl.store.texts import filled, load_texts


class Words:
    """The labels and sentences of `texts/<language>/document.yaml`, by their address in it.

    `words("goals.source")` is a label, `words("support.until", day=...)` a phrase with its slots filled.

    Args:
        language: of the document.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._texts = load_texts(language, "document")

    def __call__(self, address: str, **values: object) -> str:
        """Return the text at an address, filled with values; `count` chooses between `one` and `many`.

        Raises:
            KeyError: a bug: there is no such text.
        """
        return filled(self._at(address), values)

    def all(self, address: str) -> tuple[str, ...]:
        """Return a list of sentences."""
        return tuple(self._at(address))

    def _at(self, address: str) -> Any:
        found: Any = self._texts
        for key in address.split("."):
            if not isinstance(found, Mapping):
                raise KeyError(address)
            found = found[key]
        return found
