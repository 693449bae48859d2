"""Options that take one word of a few."""

from __future__ import annotations

from pipctl.errors import Refusal


def one_of(option: str, written: str, accepted: tuple[str, ...]) -> None:
    """Refuse a word that an option does not take.

    Raises:
        Refusal: with the words that it takes.
    """
    if written not in accepted:
        raise Refusal("no-such-choice", option=option, written=written, accepted=accepted)
