"""The fonts in the package have every letter our documents use, in every style they use."""

from pathlib import Path

import pytest
import typst

FOLDER = Path(__file__).parents[2] / "templates" / "fonts"
STYLES = [("normal", 400), ("italic", 400), ("normal", 600), ("normal", 700)]
# By name where a letter looks like another one.
SIGNS = "\N{EN DASH} ” “ \N{RIGHT SINGLE QUOTATION MARK} … \N{MULTIPLICATION SIGN} ✓ § → • % & / ( ) @ #"
LETTERS = f"abcxyz ABCXYZ 0123456789 æøåÆØÅ äöÄÖ éüÉÜ {SIGNS}"


def fonts() -> typst.Fonts:
    # Without Typst's own fonts: a letter that ours lack must not be lent by another family.
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])


def page(letters: str, style: str, weight: int) -> bytes:
    return f"""
    #set document(title: "Prøve")
    #set text(font: "IBM Plex Sans", style: "{style}", weight: {weight}, lang: "da")
    #"{letters}"
    """.encode()


def test_the_folder_holds_one_family_in_the_styles_that_documents_use() -> None:
    found = fonts().fonts()
    assert len(found) == len(STYLES)
    assert {font.family for font in found} == {"IBM Plex Sans"}
    assert sorted((font.style.lower(), font.weight) for font in found) == sorted(STYLES)


@pytest.mark.parametrize(("style", "weight"), STYLES)
def test_every_letter_is_there(style: str, weight: int) -> None:
    # Strict PDF/A refuses a letter without a glyph, so that compiling is the check.
    document = typst.compile(page(LETTERS, style, weight), font_paths=fonts(), pdf_standards="a-3a")
    assert document.startswith(b"%PDF-")


@pytest.mark.parametrize("shape", "●▲■◆")
def test_status_shapes_are_not_letters_of_this_font(shape: str) -> None:
    # So documents draw them; as text they would be refused, or come from another family.
    with pytest.raises(typst.TypstError, match="could not be displayed"):
        typst.compile(page(shape, "normal", 400), font_paths=fonts(), pdf_standards="a-3a")


def test_the_license_lies_beside_the_fonts() -> None:
    license_text = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert 'Copyright © 2017 IBM Corp. with Reserved Font Name "Plex"' in license_text
    assert "SIL OPEN FONT LICENSE Version 1.1" in license_text
