"""What tests need from the machine, and what a skip is worth.

On a contributor's machine a test that needs a missing program is skipped and says which. In CI, where
everything is installed, a skip of any kind is a failure: a check that was not run must not look like one that
passed.
"""

import os
import shutil
from collections.abc import Callable, Generator

import pytest

from tests.conformance import language_server, verapdf


def _program_missing(package: str, *names: str) -> Callable[[], str | None]:
    def reason() -> str | None:
        if any(shutil.which(name) for name in names):
            return None
        return f"no {' or '.join(names)} on the path: install {package}"

    return reason


_NEEDS = {
    "needs_java": verapdf.missing,
    "needs_browser": _program_missing("chromium", "chromium", "chromium-browser"),
    "needs_node": language_server.missing,
    "needs_poppler": _program_missing("poppler-utils", "pdftotext"),
}


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, before any fixture is made, a test whose program is not on this machine."""
    for marker, missing in _NEEDS.items():
        if item.get_closest_marker(marker) is not None:
            reason = missing()
            if reason is not None:
                pytest.skip(f"{marker}: {reason}")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one in CI; an expected failure stays what it is."""
    report = yield
    if not hasattr(report, "wasxfail"):
        _refuse_skip_in_ci(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a module skipped as a whole into an error in CI."""
    report = yield
    _refuse_skip_in_ci(report)
    return report


def _refuse_skip_in_ci(report: pytest.TestReport | pytest.CollectReport) -> None:
    if os.environ.get("CI") == "true" and report.skipped:
        # A skip's representation is its file, its line and "Skipped: reason".
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longreprtext
        report.outcome = "failed"
        report.longrepr = f"CI runs every test, and this one was skipped. {reason}"
