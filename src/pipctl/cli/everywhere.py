"""What every command takes: the day, the language, the configuration, colors, how much is said."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, Literal

from pydantic_core import PydanticCustomError
from typer.core import TyperOption

from pipctl import __version__
from pipctl.errors import Refusal
from pipctl.model.scalars import Language, read_day
from pipctl.store.configuration import Configuration, find_configuration, load_configuration

Color = Literal["auto", "always", "never"]
_LANGUAGES: dict[str, Language] = {"en": "en", "da": "da", "sv": "sv"}


class Everywhere:
    """The options that stand everywhere, before or after the command.

    Attributes:
        written: the options as given, by name.
        configuration: set by the command once it knows its first path.
    """

    def __init__(self) -> None:
        self.written: dict[str, Any] = {}
        self.configuration: Configuration | None = None

    def configure(self, paths: Sequence[str] = ()) -> Configuration:
        """Find and read the configuration: the one named, else the nearest upwards from the first path."""
        named = self.written.get("config")
        if named is None:
            start = next((path for path in paths if path != "-"), ".")
            named = find_configuration(start)
        self.configuration = load_configuration(named)
        return self.configuration

    @property
    def today(self) -> date:
        """The day on which plans are judged: `--today`, else `PIPCTL_TODAY`, else the clock."""
        if (written := self.written.get("today")) is not None:
            return day_from(written, "--today")
        if written := os.environ.get("PIPCTL_TODAY"):
            return day_from(written, "PIPCTL_TODAY")
        return date.today()  # noqa: DTZ011 - the user's own day

    def hear_language(self, arguments: Sequence[str]) -> None:
        """Take `--lang` from a command line that could not be understood."""
        for option, written in pairwise(arguments):
            if option == "--lang" and written in _LANGUAGES:
                self.written["lang"] = written

    def go_on_in(self, language: Language) -> None:
        """Say what follows in the language of a talk, unless `--lang` names another."""
        self.written.setdefault("lang", language)

    @property
    def language(self) -> Language:
        """The language of messages: `--lang`, else the configuration's, else the locale's; C is English."""
        if written := self.written.get("lang"):
            return _LANGUAGES[written]
        if self.configuration is not None and self.configuration.policy.language is not None:
            return self.configuration.policy.language
        for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
            if value := os.environ.get(variable):
                return _LANGUAGES.get(value[:2].casefold(), "en")
        return "en"

    @property
    def is_quiet(self) -> bool:
        """Whether only results are wanted."""
        return bool(self.written.get("quiet"))

    @property
    def is_verbose(self) -> bool:
        """Whether details are wanted, such as ignored findings."""
        return bool(self.written.get("verbose"))

    def is_colored(self, stream: Any = None) -> bool:
        """Whether a stream is written with colors (no-color.org, FORCE_COLOR)."""
        color: Color = self.written.get("color") or "auto"
        if color != "auto":
            return color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return bool((stream or sys.stdout).isatty()) and os.environ.get("TERM") != "dumb"


def day_from(written: str, option: str) -> date:
    """Return the day that an option names.

    Raises:
        Refusal: it is no ISO date, or no such day exists.
    """
    try:
        return read_day(written)
    except PydanticCustomError:
        raise Refusal("no-such-day", option=option, written=written) from None


def options() -> list[TyperOption]:
    """Return the options, made anew for each command that bears them."""
    return [
        _option(["--today"], "The day to judge on, as 2026-03-02; default the clock.", metavar="DATE"),
        _option(["--lang"], "Language of messages: en, da or sv.", metavar="LANG", check=_known_language),
        _option(["--config"], "The configuration; default the nearest pipctl.yaml.", metavar="FILE"),
        _option(["--color"], "Colors: auto, always or never.", metavar="WHEN", check=_known_color),
        _option(["--quiet", "-q"], "Only results.", is_flag=True),
        _option(["--verbose", "-v"], "Details too.", is_flag=True),
        _option(["--version"], "Show the version and leave.", is_flag=True, check=_show_version),
    ]


def _option(
    names: list[str],
    help_line: str,
    *,
    metavar: str | None = None,
    is_flag: bool = False,
    check: Callable[[Any], None] | None = None,
) -> TyperOption:
    key = names[0].removeprefix("--")

    def remember(context: Any, _parameter: Any, value: Any) -> None:
        if value is not None and value is not False:
            if check is not None:
                check(value)
            context.find_root().obj.written[key] = value

    return TyperOption(
        param_decls=names,
        help=help_line,
        metavar=metavar,
        is_flag=is_flag,
        expose_value=False,
        callback=remember,
        is_eager=True,
    )


def _known_language(value: str) -> None:
    if value not in _LANGUAGES:
        raise Refusal("no-such-language", written=value)


def _known_color(value: str) -> None:
    if value not in ("auto", "always", "never"):
        raise Refusal("no-such-color", written=value)


def _show_version(_value: Any) -> None:
    sys.stdout.write(f"pipctl {__version__}\n")
    raise SystemExit(0)
