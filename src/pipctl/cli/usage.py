"""Words of a command line that Typer cannot place → a sentence in the language of the user."""

from __future__ import annotations

# Typer ships its own Click; nothing public names these errors. The pin in pyproject.toml guards it.
from typer._click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption, UsageError

from pipctl.errors import Refusal


def refusal_of(error: UsageError) -> Refusal:
    """Return the refusal that says what a usage error means and where help is."""
    command = error.ctx.command_path if error.ctx is not None else "pipctl"
    if isinstance(error, NoSuchOption):
        return Refusal("usage-no-such-option", written=error.option_name, command=command)
    if isinstance(error, BadOptionUsage):
        return Refusal("usage-option-alone", written=error.option_name, command=command)
    if isinstance(error, MissingParameter) and error.param is not None:
        missing = error.param.metavar or error.param.name or ""
        return Refusal("usage-missing", missing=missing, command=command)
    if error.message.startswith("No such command"):
        return Refusal("usage-no-such-command", written=error.message.split("'")[1])
    return Refusal("usage-too-much", command=command)
