"""Whether a color can carry text (WCAG 2.2, contrast minimum)."""

from __future__ import annotations

_ENOUGH = 4.5
"""Contrast of small text to its ground (WCAG 2.2, success criterion 1.4.3)."""


def readable_on_white(color: str) -> bool:
    """Whether text in a color, `#rrggbb`, can be read on white."""
    return contrast(color, "#ffffff") >= _ENOUGH


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, `#rrggbb`, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
