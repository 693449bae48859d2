"""What is generated is what would be generated now."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

from tools.generate import ROOT, generated, stale, write

FILES = [path for path, _ in generated()]


def test_the_generated_files_are_current() -> None:
    assert len([path for path in FILES if not path.startswith("docs/rules/")]) == 11
    assert len(set(FILES)) == len(FILES)
    assert stale() == []


def test_the_schemas_end_with_a_line_and_need_no_network() -> None:
    schemas = [content for path, content in generated() if path.startswith("schemas/")]
    assert len(schemas) == 6
    for content in schemas:
        schema = json.loads(content)
        assert content.endswith("}\n")
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert "$id" not in schema
        Draft202012Validator.check_schema(schema)


def test_what_is_out_of_date_is_named_and_written_anew(tmp_path: Path) -> None:
    for path in FILES:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    assert stale(tmp_path) == []

    (tmp_path / "schemas" / "plan.da.schema.json").unlink()
    with (tmp_path / "src/pipctl/model/core.json").open("a", encoding="utf-8") as core:
        core.write("\n")
    assert stale(tmp_path) == ["src/pipctl/model/core.json", "schemas/plan.da.schema.json"]

    write(tmp_path)
    assert stale(tmp_path) == []


def test_the_check_passes_on_the_command_line() -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "tools.generate", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stderr) == (0, "")


def test_an_unknown_argument_is_refused() -> None:
    wrong = subprocess.run(
        [sys.executable, "-m", "tools.generate", "--chekc"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (wrong.returncode, wrong.stderr) == (2, "usage: generate.py [--check]\n")
