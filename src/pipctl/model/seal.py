"""The seal: the digest of an agreement as written (plan-format.md, "The seal"; RFC 8785)."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

OUTSIDE = frozenset({"record", "hr", "representative", "employer", "prepared", "erase_by"})
"""Top-level keys that the seal leaves out: what may change without touching what was agreed."""

_SAFE_INTEGER = 2**53 - 1


def digest(data: Mapping[str, Any]) -> str:
    """Return the digest of the agreement in a plan's data.

    The data is taken as written: no default filled in, no shorthand unfolded, no `ref` resolved; keys
    without content are left out, so that re-indenting, comments and key order never change the digest.

    Args:
        data: what the reader made of the file, at most 15 significant digits a number.

    Returns:
        `sha256:` and 64 lower-case hexadecimal digits.
    """
    import rfc8785  # most runs compute no digest

    agreement = {key: value for key, value in data.items() if key not in OUTSIDE}
    return "sha256:" + hashlib.sha256(rfc8785.dumps(_canonical(agreement))).hexdigest()


def _canonical(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.strip())
    if isinstance(value, Mapping):
        pairs = ((unicodedata.normalize("NFC", key), _canonical(item)) for key, item in value.items())
        return {key: item for key, item in pairs if not _is_empty(item)}
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    if isinstance(value, Decimal):
        value = int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, int) and abs(value) > _SAFE_INTEGER:
        return float(value)
    return value


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, (str, list, dict)) and not value)
