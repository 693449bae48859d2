"""Is the judge awake? A file known to be good passes, files known to be bad fail for the reason we know."""

from pathlib import Path

import pytest
import typst

from tests.conformance import verapdf
from tests.conformance.verapdf import Verdict, validate

FONTS = Path(__file__).parents[2] / "templates" / "fonts"

PAGE = """
#set document(title: "Forbedringsplan")
#set text(font: "IBM Plex Sans", lang: "da", region: "dk")
= Forbedringsplan
Målet er nået, når færre end *2 %* af sagerne _kommer igen_.
#table(columns: 3, table.header[Uge][Mål][Nået], ..range(90).map(n => [Værdi #n]))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # The space and the letters are part of the test: Java must find the file under any locale.
    folder = tmp_path_factory.mktemp("Anna Kjærgård")
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    page = PAGE.encode()
    (folder / "good.pdf").write_bytes(typst.compile(page, font_paths=fonts, pdf_standards=["a-3a", "ua-1"]))
    (folder / "plain.pdf").write_bytes(typst.compile(page, font_paths=fonts, pdf_tags=False))
    (folder / "no letters.pdf").write_bytes(b"%PDF-1.7\nnothing else\n")
    return folder


@pytest.fixture(scope="module")
def verdicts(folder: Path) -> dict[tuple[str, str], Verdict]:
    names = ("good.pdf", "plain.pdf", "no letters.pdf", "absent.pdf")
    found = validate([folder / name for name in names])
    assert [(verdict.path.name, verdict.flavour) for verdict in found] == [
        (name, flavour) for name in names for flavour in ("3a", "ua1")
    ]
    return {(verdict.path.name, verdict.flavour): verdict for verdict in found}


@pytest.mark.needs_java
@pytest.mark.parametrize("flavour", verapdf.FLAVOURS)
def test_a_document_made_to_both_standards_passes_both(
    verdicts: dict[tuple[str, str], Verdict], flavour: str
) -> None:
    good = verdicts["good.pdf", flavour]
    assert good.failures == ()
    assert good.passed
    assert good.checks > 1000


@pytest.mark.needs_java
@pytest.mark.parametrize(
    ("flavour", "clause"),
    [
        ("3a", "6.6.4-1 "),  # does not say that it is PDF/A
        ("3a", "6.7.3.3-1 "),  # has no structure tree
        ("ua1", "5-1 "),  # does not say that it is PDF/UA
        ("ua1", "7.1-11 "),  # has no structure tree
    ],
)
def test_an_untagged_document_without_a_standard_fails_both(
    verdicts: dict[tuple[str, str], Verdict], flavour: str, clause: str
) -> None:
    plain = verdicts["plain.pdf", flavour]
    assert not plain.passed
    assert any(failure.startswith(clause) for failure in plain.failures), plain.failures


@pytest.mark.needs_java
@pytest.mark.parametrize("name", ["no letters.pdf", "absent.pdf"])
def test_a_file_that_is_no_pdf_is_not_passed(verdicts: dict[tuple[str, str], Verdict], name: str) -> None:
    for flavour in verapdf.FLAVOURS:
        verdict = verdicts[name, flavour]
        assert not verdict.passed
        assert verdict.checks == 0
        assert verdict.failures[0].startswith("unreadable: ")


@pytest.mark.needs_java
def test_an_unknown_flavour_is_an_error_and_no_verdict(folder: Path) -> None:
    with pytest.raises(verapdf.VeraPdfError, match="knows no flavour 3x"):
        validate([folder / "good.pdf"], flavours=["3x"])


def test_nothing_to_validate_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to validate"):
        validate([])
    with pytest.raises(ValueError, match="nothing to validate"):
        validate([Path("good.pdf")], flavours=[])


def test_a_machine_without_java_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert verapdf.missing() == "no Java compiler on the path: install default-jdk-headless"
    with pytest.raises(verapdf.VeraPdfError, match="install default-jdk-headless"):
        validate([tmp_path / "good.pdf"])
