"""The seal: the digest of an agreement as written (plan-format.md, "The seal"; RFC 8785)."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

OUTSIDE = frozenset({"record", "hr", "representative", "employer", "prepared", "erase_by"})
"""Top-level keys that the seal leaves out: what may change without touching what was agreed."""

_SAFE_INTEGER = 2**53 - 1
_LEAST_PLAIN = 1e-4
"""From here on Python writes a fraction without an exponent, digit for digit as RFC 8785 does."""


def digest(data: Mapping[str, Any]) -> str:
    """Return the digest of the agreement in a plan's data.

    The data is taken as written: no default filled in, no shorthand unfolded, no `ref` resolved; keys
    without content are left out, so that re-indenting, comments and key order never change the digest.

    Args:
        data: what the reader made of the file, at most 15 significant digits a number.

    Returns:
        `sha256:` and 64 lower-case hexadecimal digits.
    """
    agreement = {key: value for key, value in data.items() if key not in OUTSIDE}
    return "sha256:" + hashlib.sha256(_as_rfc8785(_canonical(agreement))).hexdigest()


def _as_rfc8785(value: Any) -> bytes:
    """Return the JSON of RFC 8785, by the encoder in C wherever that writes the same.

    They differ in very small and very large numbers and in the order of keys beyond ASCII, which plans seldom
    hold; and `lint` takes the digest of every plan that somebody has signed.
    """
    if _is_plain(value):
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return text.encode()
    import rfc8785

    return rfc8785.dumps(value)


def _is_plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(key.isascii() and _is_plain(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return not isinstance(value, float) or (abs(value) >= _LEAST_PLAIN and not value.is_integer())


def _canonical(value: Any) -> Any:
    if isinstance(value, str):
        return _composed(value.strip())
    if isinstance(value, dict):
        pairs = ((_composed(key), _canonical(item)) for key, item in value.items())
        return {key: item for key, item in pairs if not _is_empty(item)}
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    if isinstance(value, Decimal):
        value = int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, int) and abs(value) > _SAFE_INTEGER:
        return float(value)
    return value


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, (str, list, dict)) and not value)
