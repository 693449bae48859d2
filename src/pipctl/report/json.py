"""Findings as JSON, version 1 of the contract (cli.md, "pipctl lint")."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from pipctl.lint.engine import Run
from pipctl.lint.finding import Finding, Related
from pipctl.store.source import Span


def report_json(run: Run) -> str:
    """Return the whole report; names of fields are the contract's and never translated."""
    report = {
        "version": 1,
        "findings": [_finding(one) for one in run.findings],
        "not_run": [{"path": one.path, "code": one.code, "reason": one.reason} for one in run.not_run],
        "summary": summary(run),
    }
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "backslashreplace").decode()  # a file name need not be UTF-8


def summary(run: Run) -> dict[str, int]:
    """Return how many files and findings of each level there were."""
    levels = Counter(one.level for one in run.findings)
    return {
        "files": run.files,
        "errors": levels["error"],
        "warnings": levels["warning"],
        "info": levels["info"],
        "ignored": len(run.ignored),
    }


def _finding(one: Finding) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in one._asdict().items():
        if name == "span":
            fields.update(_span(one.span))
        else:
            fields[name] = value
    fields["related"] = [_related(other) for other in one.related]
    return fields


def _related(one: Related) -> dict[str, Any]:
    return {"path": one.path, **_span(one.span), "pointer": one.pointer}


def _span(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
