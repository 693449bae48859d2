"""Folders that stand beside the package: templates, schemas.

In a checkout and an editable install they are top-level folders of the project; a wheel carries them inside
the package under a name with an underscore (pyproject.toml, force-include).
"""

from __future__ import annotations

from pathlib import Path

import pipctl
from pipctl.errors import Refusal
from pipctl.model.scalars import Language


def resource_folder(name: str) -> Path:
    """Return a folder that belongs to pipctl.

    Args:
        name: `templates` or `schemas`.

    Raises:
        Refusal: it is in neither place: the installation is not whole.
    """
    package = Path(pipctl.__file__).parent
    inside = package / f"_{name}"
    if inside.is_dir():
        return inside
    # Beside an installed package, a folder of that name would be somebody else's.
    beside = package.parents[1] / name
    if package.parent.name == "src" and beside.is_dir():
        return beside
    raise Refusal("resource-missing", name=name)


def schema_name(subject: str, language: Language) -> str:
    """Return the file name of a JSON Schema.

    Args:
        subject: `plan`, or `pipctl` for `pipctl.yaml`.
        language: of its descriptions; English bears no mark.
    """
    return f"{subject}.schema.json" if language == "en" else f"{subject}.{language}.schema.json"
