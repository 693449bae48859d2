"""What stands in a plan document, and in which order: the forms of the two countries (seeds 000 and 004)."""

from __future__ import annotations

from datetime import date

import pytest

from pipctl.document.content import Document
from pipctl.document.html import render_html
from pipctl.document.pdf import render_pdf
from tests.document.making import NOON, composed, composed_file, dense, html_text, pdf_text, places_in
from tests.plans import CONTRACT, EXAMPLES, SMALLEST

APRIL = date(2026, 4, 1)
SWEDISH = EXAMPLES / "norrbacken" / "plans" / "2026-001.yaml"
PAUSED = EXAMPLES / "norrbacken" / "plans" / "2026-002.yaml"
DANISH_ORDER = (
    "Parter",
    "Baggrund og nuværende situation",
    "Konkrete og målbare mål (KPI’er)",
    "Forventede adfærdsændringer",
    "Tidsramme og milepæle",
    "Støttetiltag",
    "Ansvar og roller",
    "Dokumentation",
    "Løbende opfølgning og evaluering",
    "Konsekvens",
    "Medarbejderens bemærkninger",
    "Underskrifter",
    "Underskriften bekræfter, at planen er gennemgået og modtaget.",
    "Lederens underskrift",
    "Medarbejderens underskrift",
)
SWEDISH_ORDER = (
    "Individuell handlingsplan",
    "Medarbetarens namn",
    "Medarbetarens roll",
    "Chefens namn",
    "Chefens roll",
    "Datum för start",
    "Period handlingsplan",
    "Datum uppföljning",
    "Bakgrund/Nuläge",
    "Mål/Resultatkrav",
    "Genomförande",
    "Hur målen ska uppnås",
    "Stöd",
    "Ansvar",
    "Uppföljning",
    "Detaljer kring uppföljning och handlingsplanens period",
    "Signaturer",
    "Underskriften bekräftar att planen har gåtts igenom",
    "Datum",
    "Chefens underskrift",
    "Medarbetarens underskrift",
)
ENGLISH_ORDER = (
    "Performance improvement plan",
    "Parties",
    "Background and current situation",
    "Specific and measurable goals",
    "Expected changes in behavior",
    "Time frame and milestones",
    "Responsibilities",
    "Follow-up and evaluation",
    "Consequences",
    "Signatures",
    "Manager’s signature",
)


def both(document: Document) -> tuple[str, str]:
    """Return what the PDF and the page show, white space as one space."""
    pdf, page = pdf_text(render_pdf(document, NOON)), html_text(render_html(document))
    return " ".join(pdf.split()), " ".join(page.split())


@pytest.mark.needs_poppler
def test_a_danish_plan_has_the_seven_core_elements_in_order() -> None:
    for shown in both(composed_file(CONTRACT)):
        assert len(list(places_in(shown, *DANISH_ORDER))) == 15


@pytest.mark.needs_poppler
@pytest.mark.parametrize("is_filled", [True, False], ids=["filled in", "blank"])
def test_a_swedish_plan_is_the_form(is_filled: bool) -> None:
    document = composed_file(SWEDISH, APRIL) if is_filled else composed(SMALLEST)
    for shown in both(document):
        assert len(list(places_in(shown, *SWEDISH_ORDER))) == 21


@pytest.mark.needs_poppler
def test_an_english_plan_has_what_both_forms_hold() -> None:
    document = composed(CONTRACT.read_text(encoding="utf-8").replace("language: da", "language: en"))
    for shown in both(document):
        assert len(list(places_in(shown, *ENGLISH_ORDER))) == 11


@pytest.mark.needs_poppler
def test_a_danish_plan_says_all_that_was_agreed() -> None:
    wanted = (
        "Søren Æbelø", "Kundekonsulent", "Kundecenter Øst", "Nordlys Energi A/S", "1. august 2019",
        "Åse Lindqvist", "Teamleder", "hr-02", "Tilbudt den 20. februar 2026",
        "Kundetilfredsheden i de sager, Søren har haft", "Mindst 85 % tilfredse kunder",
        "12. november 2025", "14 af 20 stikprøvesager", "Svartiden faldt til 27 timer",
        "Vagtplanen lagde telefonvagt oven i tiden", "Søren er enig i tallene",
        "Øg kundetilfredsheden fra 72 % til 85 %", "Prioritet 1", "november 2025 – januar 2026",
        "mindst 85 %", "14. april 2026 uge 16", "Ugerapport fra sagssystemet", "hver uge, opgøres af lederen",
        "Ugentlig gennemgang af fem sager", "Tre kolleger nåede samme niveau", "0 forslag",
        "mindst 1 forslag", "3. marts 2026 – 1. juni 2026 (90 dage)", "Dag 0", "Dag 14", "Dag 90", "uge 23",
        "Seks timers coaching", "Coaching, 6 timer", "10. marts – 1. maj 2026", "Følger svarskabelonerne",
        "Der holdes statusmøde hver anden uge.", "tirsdag den 17. marts 2026", "kl. 10:00, 30 min.",
        "Dagsorden: Ugens tal, Hindringer", "torsdag den 16. april 2026", "oprindelig dato: 14. april 2026",
        "Planen lukkes, og samtalen handler igen om udvikling.", "Nås målene ikke",
        "Planen er ikke en skriftlig advarsel.", "opbevares til og med den 31. maj 2031",
        "Planen er udfærdiget i to eksemplarer", "Sted og dato", "Navn med blokbogstaver",
        "Kontrolsum 97f47f9643e5c7b5",
    )  # fmt: skip
    for shown in both(composed_file(CONTRACT)):
        missing = [one for one in wanted if dense(one) not in dense(shown)]
        assert missing == []


@pytest.mark.needs_poppler
def test_every_follow_up_and_the_final_one_stand_in_the_head_of_the_swedish_form() -> None:
    for shown in both(composed_file(SWEDISH, APRIL)):
        head = shown[: shown.index("Bakgrund/Nuläge")]
        march = "9 mars 2026, 16 mars 2026, 23 mars 2026, 30 mars 2026"
        days = f"{march}, 7 april 2026, 13 april 2026, 20 april 2026"
        assert f"Datum uppföljning {days} Slutlig uppföljning: 27 april 2026" in head
        assert "2 mars 2026 – 27 april 2026 (8 veckor)" in head


@pytest.mark.needs_poppler
def test_a_pause_moves_the_dates_and_both_are_told() -> None:
    for shown in both(composed_file(PAUSED, APRIL)):
        assert "24 februari 2026 – 27 april 2026 (avtalat slutdatum: 14 april 2026)" in shown
        assert "måndag den 6 april 2026 ursprungligt datum: 24 mars 2026" in shown


@pytest.mark.needs_poppler
def test_pages_are_counted() -> None:
    shown = pdf_text(render_pdf(composed_file(CONTRACT), NOON))
    pages = shown.count("\f")
    assert pages > 3
    assert [f"Side {page} af {pages}" in shown for page in range(1, pages + 1)] == [True] * pages


@pytest.mark.needs_poppler
def test_places_to_sign_are_never_on_two_pages() -> None:
    text = CONTRACT.read_text(encoding="utf-8")
    for lines in range(0, 48, 3):
        filler = "".join(f"\n      Linje {number}" for number in range(lines))
        moved = text.replace(
            "  employee_view: Søren er enig i tallene og peger på vagtplanen.",
            f"  employee_view: |\n      Søren er enig i tallene.{filler}",
        )
        pages = pdf_text(render_pdf(composed(moved), NOON)).split("\f")
        signed = [page for page in pages if "underskrift\n" in page]
        assert len(signed) == 1
        assert "Underskrifter\n" in signed[0]
        assert signed[0].count("Navn med blokbogstaver") == 3
