"""Models → `core.json`, the ready-made core schema that `model/validation.py` starts from.

Run by `make generate`; a test holds the stored file to what this makes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import pydantic_core
from pydantic import TypeAdapter

from pipctl.model.plan import Plan
from pipctl.model.policy import Policy

_LEFT_OUT = frozenset({"metadata", "serialization", "computed_fields", "init", "frozen"})
_ADDRESS = re.compile(r":[0-9]+$")


def compiled() -> str:
    """Return the stored form: JSON in which classes and functions stand by name."""
    schemas = {model.__name__: _by_name(dict(TypeAdapter(model).core_schema)) for model in (Plan, Policy)}
    stored = {"pydantic_core": pydantic_core.__version__, "schemas": schemas}
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def _by_name(node: Any) -> Any:
    if isinstance(node, Mapping):
        if node.get("type") == "nullable":  # a key without a value is left out before validation
            return _by_name(node["schema"])
        return {key: _by_name(value) for key, value in node.items() if key not in _LEFT_OUT}
    if isinstance(node, list):
        return [_by_name(value) for value in node]
    if isinstance(node, tuple):
        return {"$tuple": [_by_name(value) for value in node]}
    if isinstance(node, str):
        return _ADDRESS.sub("", node)  # Pydantic tells classes of one name apart by their address
    if callable(node):
        return {"$is": f"{node.__module__}:{node.__qualname__}"}
    return node
