"""The commands, each loaded only when it is called, and the one place where refusals become sentences."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Any, TextIO

from typer import Abort
from typer._click.exceptions import NoArgsIsHelpError, UsageError
from typer.core import TyperGroup
from typer.main import get_command

from pipctl.cli.everywhere import Everywhere, options
from pipctl.cli.sentences import sentence
from pipctl.cli.usage import refusal_of
from pipctl.errors import Refusal

COMMANDS: dict[str, str] = {
    "new": "A new plan, by flags or question by question.",
    "lint": "Find the pitfalls in plans.",
    "rules": "The catalogue of rules.",
    "explain": "One rule, or one key of the file, in full.",
    "render": "The document to sign.",
    "due": "What comes up and what is late.",
    "show": "One plan at a glance.",
    "digest": "The digest of the agreement as it reads now.",
    "schema": "The JSON Schema of the plan file.",
}
"""Command, which is a module of this package, → its line of help; in the order of a plan's life."""

_INTERRUPTED = 130
_OUTPUT_FAILS = frozenset({errno.ENOSPC, errno.EBADF, errno.EIO})
"""Why standard output takes no more: a full disk, a closed or broken stream."""


class LazyGroup(TyperGroup):
    """Loads the module of a command when that command is called; the list of them loads none."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Return the commands in the order of a plan's life."""
        return list(COMMANDS)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - Typer's signature
        """Write the list of commands."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Typer's signature
        """Return one command with the options that stand everywhere added."""
        if cmd_name not in COMMANDS:
            return None
        command = get_command(import_module(f"pipctl.cli.{cmd_name}").app)
        command.name = cmd_name
        command.params.extend(options())
        return command


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status (cli.md, "Exit status")."""
    group = LazyGroup(
        name="pipctl",
        help="Performance improvement plans (forbedringsplan, individuell handlingsplan) as files.",
        params=options(),
        no_args_is_help=True,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    everywhere = Everywhere()
    try:
        _spell_out_what_cannot_be_written()
        status = group.main(list(arguments), prog_name="pipctl", obj=everywhere, standalone_mode=False)
        _demand_standard_output().flush()
    except NoArgsIsHelpError as help_wanted:
        sys.stderr.write(f"{help_wanted.format_message()}\n")
        return 2
    except UsageError as error:
        everywhere.hear_language(arguments)
        return _refuse(refusal_of(error), everywhere)
    except Refusal as refusal:
        return _refuse(refusal, everywhere)
    except OSError as error:
        if error.errno not in _OUTPUT_FAILS:
            raise
        _abandon_output()
        return _refuse(Refusal("cannot-print", reason=error.strerror), everywhere)
    except Abort:
        return _INTERRUPTED
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return status if isinstance(status, int) else 0


def _refuse(refusal: Refusal, everywhere: Everywhere) -> int:
    sys.stderr.write(f"pipctl: {sentence(refusal, everywhere.language)}\n")
    return refusal.status


def _demand_standard_output() -> TextIO:
    """Return standard output, which a shell may have closed."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdout


def _spell_out_what_cannot_be_written() -> None:
    """Let an arrow or a name pass where the terminal or a redirection knows fewer letters than we do."""
    for stream in (_demand_standard_output(), sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(errors="backslashreplace")


def _abandon_output() -> None:
    """Let nothing more be written, so that the interpreter does not fail once more on its way out."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - open until the end
