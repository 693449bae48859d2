from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import pipctl

SCHEMAS = Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ((), "plan.schema.json"),
        (("--lang", "en"), "plan.schema.json"),
        (("--lang", "da"), "plan.da.schema.json"),
        (("--lang", "sv"), "plan.sv.schema.json"),
    ],
)
def test_the_stored_schema_is_printed_as_it_is(arguments: tuple[str, ...], name: str) -> None:
    done = pipctl("schema", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (SCHEMAS / name).read_text("utf-8")


def test_the_language_is_that_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "pipctl.yaml").write_text("language: sv\n", encoding="utf-8")
    assert pipctl("schema", cwd=tmp_path).stdout == (SCHEMAS / "plan.sv.schema.json").read_text("utf-8")
