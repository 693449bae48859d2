"""Every module fits in a head: at most 300 lines, and a function at most 50."""

from __future__ import annotations

import ast
from pathlib import Path

SOURCES = sorted((Path(__file__).parents[1] / "src").rglob("*.py"))
LONGEST_MODULE = 300
LONGEST_FUNCTION = 50


def test_no_module_is_longer_than_a_head_is_wide() -> None:
    assert len(SOURCES) > 100
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    found = []
    functions = 0
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                functions += 1
                documentation = ast.get_docstring(node, clean=False) or ""
                code = (node.end_lineno or node.lineno) - node.lineno + 1 - len(documentation.splitlines())
                if code > LONGEST_FUNCTION:
                    found.append((path.name, node.name, code))
    assert functions > 500
    assert found == []
