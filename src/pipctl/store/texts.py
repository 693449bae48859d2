"""The words pipctl says, as data: `texts/<language>/<name>.yaml`, read with our own reader.

A sentence is a template whose slots `{name}` are filled with values as data. Where a number decides the
form, the template is a mapping of `one` and `many`, told apart by the value `count`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from pipctl.model.scalars import Language
from pipctl.store.reader import read


@cache
def load_texts(language: Language, name: str) -> Mapping[str, Any]:
    """Return one file of texts.

    Args:
        language: en, da or sv.
        name: of the file below the language's folder, without ending, such as `rules/period`.

    Raises:
        FileNotFoundError: a bug: the file is not in the package.
        ValueError: a bug: the file is not YAML that our reader takes.
    """
    place = resources.files("pipctl").joinpath("texts", language, f"{name}.yaml")
    source = read(place.name, place.read_bytes())
    if source.faults:
        raise ValueError(language, name, source.faults)
    texts: Mapping[str, Any] = source.data
    return texts


def filled(template: str | Mapping[str, str], values: Mapping[str, object]) -> str:
    """Return a sentence with its slots filled.

    Args:
        template: ours, never a user's: a text, or the forms `one` and `many` of it.
        values: shown with `str`; `count` chooses the form.
    """
    if not isinstance(template, str):
        template = template["one" if values.get("count") == 1 else "many"]
    return template.format_map({key: _shown(value) for key, value in values.items()})


def _shown(value: object) -> str:
    if isinstance(value, (tuple, list)):
        return ", ".join(str(one) for one in value)
    return str(value)
