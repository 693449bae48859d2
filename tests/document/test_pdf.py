from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from pipctl.document.pdf import NoGlyph, render_pdf
from tests.document.making import NOON, composed, composed_file, pdf_text
from tests.plans import CONTRACT, SMALLEST

PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from tests.document.making import NOON, composed_file
from pipctl.document.pdf import render_pdf
sys.stdout.buffer.write(render_pdf(composed_file(Path(sys.argv[1])), NOON))
"""
ROOT = Path(__file__).parents[2]


def made_elsewhere(seed: str, zone: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PROGRAM, str(CONTRACT)]
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


def test_two_processes_make_the_same_bytes() -> None:
    one, other = made_elsewhere("1", "Europe/Copenhagen"), made_elsewhere("2", "Pacific/Auckland")
    assert len(one) > 50_000
    assert one == other
    assert one == render_pdf(composed_file(CONTRACT), NOON)


def test_only_the_moment_tells_two_makings_apart() -> None:
    document = composed_file(CONTRACT)
    assert render_pdf(document, NOON) == render_pdf(document, NOON)
    assert render_pdf(document, NOON) != render_pdf(document, NOON + 1)


def test_the_file_says_what_it_is_and_nobodys_name() -> None:
    with pikepdf.open(io.BytesIO(render_pdf(composed_file(CONTRACT), NOON))) as file:
        assert str(file.docinfo["/Title"]) == "Forbedringsplan (PIP) Plan 2026-014"
        assert str(file.Root.Lang) == "da-DK"
        assert bool(file.Root.MarkInfo.Marked)
        metadata = str(file.Root.Metadata.read_bytes())
    assert "Søren" not in metadata
    assert "/Author" not in file.docinfo if file.docinfo else True


@pytest.mark.parametrize("moment", [0, NOON, 253402300799])
def test_any_moment_can_be_given(moment: int) -> None:
    assert render_pdf(composed(SMALLEST), moment).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("text", "character"), [("Godt 😀 gået", "😀"), ("ok 漢字", "漢"), ("\ue000", "\ue000")]
)
def test_a_letter_that_no_font_has_is_named(text: str, character: str) -> None:
    document = composed(f'{SMALLEST}background: {{summary: "{text}"}}\n')
    with pytest.raises(NoGlyph) as missing:
        render_pdf(document, NOON)
    assert missing.value.character == character
    assert missing.value.text == text


def test_what_people_write_in_europe_can_be_shown() -> None:
    text = "Łódź Čeština Ísland Ελλάδα Київ ≥ ≤ → ✓ € § ½ ‰ “x” „y“ «z» – — … ● ■ e\u0301"
    assert render_pdf(composed(f'{SMALLEST}background: {{summary: "{text}"}}\n'), NOON).startswith(b"%PDF-")


@pytest.mark.needs_poppler
@pytest.mark.parametrize("place", ["what", "effect"])
def test_a_cell_taller_than_a_page_loses_nothing(place: str) -> None:
    lines = "\n".join(f"        L{number:03}" for number in range(150))
    text = f"{SMALLEST}background:\n  incidents:\n    - {place}: |\n{lines}\n"
    shown = pdf_text(render_pdf(composed(text), NOON))
    assert [number for number in range(150) if f"L{number:03}" not in shown] == []


@pytest.mark.needs_poppler
@pytest.mark.parametrize("key", ["how", "text"])
def test_a_goal_longer_than_a_page_loses_nothing(key: str) -> None:
    words = " ".join(f"ord{number:04}" for number in range(1500))
    other = "text: Mål, " if key != "text" else ""
    text = (
        SMALLEST.replace("language: sv", "language: da") + f'goals: [{{id: G1, {other}{key}: "{words}"}}]\n'
    )
    shown = pdf_text(render_pdf(composed(text), NOON))
    assert [number for number in range(1500) if f"ord{number:04}" not in shown] == []


def test_the_bookmarks_are_the_headings() -> None:
    with (
        pikepdf.open(io.BytesIO(render_pdf(composed_file(CONTRACT), NOON))) as file,
        file.open_outline() as outline,
    ):
        (title,) = outline.root
        names = [item.title for item in title.children]
        assert title.title == "Forbedringsplan (PIP)"
        assert names[2:4] == ["1 Konkrete og målbare mål (KPI’er)", "2 Forventede adfærdsændringer"]
        assert [item.title for item in title.children[2].children] == [
            "G1 Prioritet 1 Øg kundetilfredsheden fra 72 % til 85 % senest den 1. juni 2026."
        ]
