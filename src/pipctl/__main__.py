"""The door: `pipctl` and `python -m pipctl`."""

from __future__ import annotations

import gc
import signal
import sys


def main() -> None:
    """Run the command line; `--version` alone answers before anything heavy is loaded."""
    if sys.argv[1:] == ["--version"]:
        from pipctl import __version__

        sys.stdout.write(f"pipctl {__version__}\n")
        return
    # A short run makes many objects and drops few: looking for garbage would cost a tenth of it.
    gc.set_threshold(1_000_000, 50, 50)
    from pipctl.cli.app import run

    if hasattr(signal, "SIGPIPE"):  # `pipctl rules | head` ends as other tools do, without a word
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        status = run(sys.argv[1:])
    except Exception:  # noqa: BLE001 - a bug of ours: its traceback, and status 2 instead of Python's 1
        sys.excepthook(*sys.exc_info())
        status = 2
    sys.exit(status)


if __name__ == "__main__":
    main()
