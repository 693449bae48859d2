"""The door: `pipctl` and `python -m pipctl`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line; `--version` alone answers before anything heavy is loaded."""
    if sys.argv[1:] == ["--version"]:
        from pipctl import __version__

        sys.stdout.write(f"pipctl {__version__}\n")
        return
    # A short run makes many objects and drops few: looking for garbage would cost a tenth of it.
    gc.set_threshold(100_000, 50, 50)
    from pipctl.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
