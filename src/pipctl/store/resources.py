"""Folders that stand beside the package: templates, schemas.

In a checkout and an editable install they are top-level folders of the project; a wheel carries them inside
the package under a name with an underscore (pyproject.toml, force-include).
"""

from __future__ import annotations

from pathlib import Path

import pipctl
from pipctl.errors import Refusal


def resource_folder(name: str) -> Path:
    """Return a folder that belongs to pipctl.

    Args:
        name: `templates` or `schemas`.

    Raises:
        Refusal: neither place has it; the installation is not whole.
    """
    package = Path(pipctl.__file__).parent
    inside = package / f"_{name}"
    beside = package.parents[1] / name
    # A folder of that name beside an installed package would be somebody else's.
    is_checkout = package.parent.name == "src"
    for folder in (inside, beside) if is_checkout else (inside,):
        if folder.is_dir():
            return folder
    raise Refusal("resource-missing", name=name)
