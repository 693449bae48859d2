"""What stands beside the package is found in a checkout and in a wheel."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pipctl.errors import Refusal
from pipctl.store.resources import resource_folder, schema_name

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the content of the wheel that this checkout becomes."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder / "content")
    return folder / "content"


@pytest.mark.parametrize("name", ["schemas", "templates"])
def test_a_checkout_has_them_at_the_top(name: str) -> None:
    assert resource_folder(name) == ROOT / name


@pytest.mark.parametrize("name", ["schemas", "templates"])
def test_a_wheel_has_them_inside_the_package(wheel: Path, name: str) -> None:
    program = f"""
from pipctl.store import resources
print(resources.__file__)
print(resources.resource_folder({name!r}))
"""
    told = subprocess.run(
        [sys.executable, "-c", program],
        cwd=wheel.parent,
        env={**os.environ, "PYTHONPATH": str(wheel)},
        capture_output=True,
        text=True,
        check=True,
    )
    module, folder = map(Path, told.stdout.splitlines())
    assert module == wheel / "pipctl" / "store" / "resources.py"
    assert folder == wheel / "pipctl" / f"_{name}"
    files = [file.relative_to(folder) for file in folder.rglob("*") if file.is_file()]
    assert len(files) > 4
    for file in files:
        assert (folder / file).read_bytes() == (ROOT / name / file).read_bytes()


def test_a_folder_that_is_missing_is_refused() -> None:
    with pytest.raises(Refusal, match="resource-missing") as refused:
        resource_folder("nowhere")
    assert refused.value.values == {"name": "nowhere"}


def test_a_schema_bears_its_language_save_in_english() -> None:
    assert schema_name("plan", "en") == "plan.schema.json"
    assert schema_name("pipctl", "sv") == "pipctl.sv.schema.json"
