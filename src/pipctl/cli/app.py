"""The commands, each loaded only when it is called, and the one place where refusals become sentences."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from pipctl.cli.everywhere import Everywhere, options
from pipctl.cli.sentences import sentence
from pipctl.errors import Refusal

COMMANDS: dict[str, tuple[str, str]] = {
    "new": ("new", "A new plan, by flags or question by question."),
    "lint": ("lint", "Find the pitfalls in plans."),
    "rules": ("rules", "The catalogue of rules."),
    "explain": ("explain", "One rule, or one key of the file, in full."),
    "render": ("render", "The document to sign."),
    "due": ("due", "What comes up and what is late."),
    "show": ("show", "One plan at a glance."),
    "digest": ("digest", "The digest of the agreement as it reads now."),
    "schema": ("schema", "The JSON Schema of the plan file."),
}
"""Command → module in this package and its one line of help."""

INTERRUPTED = 130


class LazyGroup(TyperGroup):
    """Loads the module of a command when that command is called; `--help` loads none."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """Return the commands in the order of a plan's life."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return one command with the options that stand everywhere added."""
        if cmd_name not in COMMANDS:
            return None
        module, help_line = COMMANDS[cmd_name]
        if ctx.invoked_subcommand is None and "--help" in sys.argv[1:2]:
            return _described(cmd_name, help_line)
        command = get_command(import_module(f"pipctl.cli.{module}").app)
        command.name = cmd_name
        command.params.extend(options())
        return command


def _described(name: str, help_line: str) -> Any:
    """Return a command that is only listed."""
    listed = typer.Typer(rich_markup_mode=None, add_completion=False)
    listed.command(name, help=help_line)(lambda: None)
    return get_command(listed)


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
        group.main(list(arguments), prog_name="pipctl", obj=everywhere)
    except Refusal as refusal:
        sys.stderr.write(f"pipctl: {sentence(refusal, everywhere.language)}\n")
        return refusal.status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except Exception:  # noqa: BLE001 - a bug of ours: its traceback, and status 2 instead of Python's 1
        sys.excepthook(*sys.exc_info())
        return 2
    return 0
