"""What a command says of a file that is no plan: the findings, on standard error."""

from __future__ import annotations

import sys

from pipctl.actions.opening import NotAPlan, Opened, open_plan
from pipctl.cli.everywhere import Everywhere


def open_named(path: str, everywhere: Everywhere) -> Opened:
    """Open the plan that a command was given; configures from its path.

    Raises:
        Refusal: the file is missing or cannot be read.
        NotAPlan: YM or SC errors; the findings have then been written to standard error.
    """
    configuration = everywhere.configure([path])
    try:
        return open_plan(path, configuration, everywhere.today, everywhere.language)
    except NotAPlan as broken:
        write_findings(broken, everywhere)
        raise


def write_findings(broken: NotAPlan, everywhere: Everywhere) -> None:
    """Write what keeps a file from being a plan to standard error."""
    from pipctl.report.text import TextReport  # only where something is wrong

    for crash in broken.run.crashes:
        sys.stderr.write(crash.trace)
    sources = {broken.source.path: broken.source}
    report = TextReport(everywhere.language, colored=everywhere.is_colored(sys.stderr), sources=sources)
    sys.stderr.write(report.write(broken.run, with_summary=False))
