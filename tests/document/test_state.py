"""A document follows the state of its plan: draft, sealed, changed since; and who held a role when."""

from __future__ import annotations

import pytest

from pipctl.document.content import (
    Bullets,
    Card,
    Cell,
    Document,
    Fact,
    Facts,
    Heading,
    Note,
    Paragraph,
    Ruled,
    Signatures,
    Table,
    texts_of,
)
from pipctl.errors import Refusal
from pipctl.model.seal import digest
from tests.document.making import composed, composed_file
from tests.plans import CONTRACT, SMALLEST, data_of

DANISH = SMALLEST.replace("language: sv", "language: da").replace("country: SE", "country: DK")


def sealed(text: str, more: str = "") -> str:
    """Return a plan that both have signed, with more entries, one a line."""
    seal = digest(data_of(text))
    signed = "".join(
        f'  - {{date: 2026-03-02, event: signed, by: {party}, digest: "{seal}"}}\n'
        for party in ("manager", "employee")
    )
    entries = "".join(f"  - {{{line.strip()}}}\n" for line in more.strip().splitlines() if line.strip())
    return f"{text}record:\n{signed}{entries}"


def facts(document: Document) -> dict[str, tuple[str, ...]]:
    return {
        fact.label: fact.values
        for block in document.blocks
        if isinstance(block, Facts)
        for fact in block.facts
    }


def table(document: Document, caption: str) -> Table:
    return next(one for one in document.blocks if isinstance(one, Table) and one.caption == caption)


def test_an_unsigned_plan_is_a_draft() -> None:
    assert composed(DANISH).mark == "Udkast"
    assert composed(SMALLEST).mark == "Utkast"
    assert composed(DANISH.replace("language: da", "language: en")).mark == "Draft"


def test_a_sealed_plan_has_no_mark_and_its_digest() -> None:
    document = composed_file(CONTRACT)
    assert document.mark == ""
    assert document.running.bottom_middle == "Kontrolsum 97f47f9643e5c7b5"


def test_a_text_that_is_not_the_signed_one_says_so() -> None:
    changed = sealed(DANISH).replace("weeks: 8", "weeks: 9")
    assert composed(changed).mark == "Ændret siden underskriften"


def test_a_blank_plan_has_room_for_everything() -> None:
    document = composed(DANISH)
    kinds = [type(block) for block in document.blocks]
    assert kinds.count(Ruled) == 3
    assert sum(one.blank_rows for one in document.blocks if isinstance(one, Table)) >= 16
    assert facts(document)["Konsekvens, hvis målene ikke nås"] == ()
    assert facts(document)["Er planen også en skriftlig advarsel?"] == ()


def test_a_sealed_plan_has_no_open_places_but_the_employees() -> None:
    document = composed(sealed(DANISH))
    assert [block.label for block in document.blocks if isinstance(block, Ruled)] == [
        "Plads til medarbejderens egne ord"
    ]
    assert not any(one.blank_rows for one in document.blocks if isinstance(one, Table))
    assert facts(document)["Konsekvens, hvis målene ikke nås"] == ("Ikke udfyldt",)
    assert "Er planen også en skriftlig advarsel?" not in facts(document)
    assert list(texts_of(document)).count("Ikke udfyldt") > 5


@pytest.mark.parametrize(
    ("written", "country", "told"),
    [
        ("is_warning: true", "DK", ["Planen gælder samtidig som en skriftlig advarsel."]),
        ("is_warning: false", "DK", ["Planen er ikke en skriftlig advarsel."]),
        ("", "DK", []),
        ("is_warning: true", "SE", []),
    ],
)
def test_whether_it_is_a_warning_is_a_danish_question(written: str, country: str, told: list[str]) -> None:
    text = DANISH.replace("country: DK", f"country: {country}") + f"{written}\n"
    assert [block.text for block in composed(text).blocks if isinstance(block, Note)] == told


def test_a_draft_is_with_whoever_holds_the_role_now() -> None:
    change = "date: 2026-02-20, event: party, role: manager, name: Per Dam, title: Chef"
    rows = table(composed(f"{DANISH}record:\n  - {{{change}}}\n"), "Planens parter").rows
    assert rows[1] == (Cell("Nærmeste leder"), Cell("Per Dam"), Cell("Chef"))


def test_a_sealed_plan_keeps_who_signed_and_tells_who_came_after() -> None:
    text = sealed(DANISH, "date: 2026-03-20, event: party, role: manager, name: Per Dam, title: Chef")
    document = composed(text)
    told = Cell("Ulf Ek", "fra den 20. marts 2026: Per Dam, Chef")
    assert table(document, "Planens parter").rows[1] == (Cell("Nærmeste leder"), told, Cell(""))
    (signatures,) = (block for block in document.blocks if isinstance(block, Signatures))
    assert [(box.label, box.name) for box in signatures.boxes] == [
        ("Lederens underskrift", "Ulf Ek"),
        ("Medarbejderens underskrift", "Åsa Öberg"),
    ]


def test_whoever_came_later_signs_nothing_that_was_signed_before() -> None:
    text = sealed(DANISH, "date: 2026-03-20, event: party, role: hr, ref: hr-7")
    document = composed(text)
    assert Cell("hr-7") in [row[1] for row in table(document, "Planens parter").rows]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{offered: 2026-02-20}", "Tilbudt den 20. februar 2026"),
        ("{declined: true}", "Ikke ønsket"),
        ("{offered: 2026-02-20, declined: true}", "Tilbudt den 20. februar 2026, ikke ønsket"),
        ("{ref: tr-1}", "tr-1"),
    ],
)
def test_a_companion_is_named_offered_or_not_wanted(written: str, told: str) -> None:
    document = composed(f"{DANISH}representative: {written}\n")
    assert table(document, "Planens parter").rows[-1][1].text == told


def test_an_extension_moves_the_end() -> None:
    text = sealed(DANISH)
    seal = digest(data_of(text))
    text += (
        f'  - {{date: 2026-04-20, event: extended, end: 2026-06-01, reason: Fremgang, digest: "{seal}"}}\n'
    )
    told = ("2. marts 2026 – 1. juni 2026 (aftalt slutdato: 27. april 2026)",)
    assert facts(composed(text))["Planperiode"] == told


def test_milestones_are_numbered_by_days_without_pauses() -> None:
    text = sealed(
        DANISH
        + "follow_up: {check_ins: [{id: C1, date: 2026-03-16}, {id: C2, date: 2026-03-30, kind: midway}]}\n",
        "date: 2026-03-20, event: paused\ndate: 2026-03-27, event: resumed\n"
        "date: 2026-04-06, event: not-held, check_in: C2, moved_to: 2026-04-08",
    )
    rows = table(composed(text), "Milepæle i datoorden").rows
    assert [(row[0].text, row[1].text) for row in rows] == [
        ("Dag 0", "2. marts 2026"),
        ("Dag 14", "16. marts 2026"),
        ("Dag 30", "8. april 2026"),
        ("Dag 56", "4. maj 2026"),
    ]


def test_many_steps_stand_below_each_other() -> None:
    steps = ", ".join(f"{{due: 2026-03-{day:02}, target: {day}}}" for day in range(3, 9))
    goal = f"{{id: G1, text: A, due: 2026-04-20, measure: {{baseline: 1, target: 9}}, steps: [{steps}]}}"
    document = composed(f"{DANISH}goals:\n  - {goal}\n")
    (card,) = (block for block in document.blocks if isinstance(block, Card))
    way = next(block for block in card.blocks if isinstance(block, Table))
    assert len(way.rows) == 8
    assert way.header == ("Milepæl", "Dato", "Målværdi")


def test_the_workplace_says_how_its_documents_look() -> None:
    look = {
        "title": "Udviklingsforløb",
        "color": "#7A1F5C",
        "footer": "HR, afd. 4",
        "clauses": ["Se HR-håndbogen."],
    }
    document = composed(DANISH, policy={"document": look, "employer": {"name": "Kyst A/S"}})
    assert document.title == "Udviklingsforløb"
    assert document.color == "#7a1f5c"
    assert document.running.bottom_left == "HR, afd. 4"
    assert document.running.top_left == "Kyst A/S · Fortroligt"
    assert Paragraph("Se HR-håndbogen.") in document.blocks
    assert facts(document)["Arbejdsgiver"] == ("Kyst A/S",)
    assert facts(composed(f"{DANISH}employer: {{name: Fjord}}\n", policy={"employer": {"name": "Kyst"}}))[
        "Arbejdsgiver"
    ] == ("Fjord",)


@pytest.mark.parametrize("color", ["red", "#fff", "#12345g", "17506b"])
def test_a_color_that_is_none_is_refused(color: str) -> None:
    with pytest.raises(Refusal, match="no-such-accent"):
        composed(DANISH, policy={"document": {"color": color}})


def test_without_hr_the_form_asks_for_none() -> None:
    labels = [row[0].text for row in table(composed(DANISH, policy={"hr": "none"}), "Planens parter").rows]
    assert "HR-kontakt" not in labels
    assert "HR-kontakt" in [row[0].text for row in table(composed(DANISH), "Planens parter").rows]


def test_what_is_prepared_kept_and_attached_is_documented() -> None:
    more = f"""\
prepared: {{manager: 2026-02-20}}
erase_by: 2031-01-01
attachments: [{{id: B1, title: Rapport, file: rapport.pdf, sha256: {"0a" * 32}}}]
"""
    document = composed(DANISH + more)
    told = [text for block in document.blocks if isinstance(block, Bullets) for text in block.items]
    assert "Forberedelsesspørgsmålene er gennemgået af lederen den 20. februar 2026." in told
    assert "Planen opbevares til og med den 1. januar 2031 og slettes derefter." in told
    assert table(document, "Bilag").rows == (
        (Cell("B1"), Cell("Rapport"), Cell("rapport.pdf", f"SHA-256 {'0a' * 32}")),
    )


def test_headings_step_down_one_level_at_a_time() -> None:
    headings = [block for block in composed_file(CONTRACT).blocks if isinstance(block, Heading)]
    assert len(headings) > 12
    assert headings[0].level == 2
    assert [one.number for one in headings if one.number] == ["1", "2", "3", "4", "5", "6", "7"]


def test_facts_with_several_points_keep_them_apart() -> None:
    document = composed(
        f"{DANISH}responsibilities: {{employee: [Ét, To], others: [{{who: Anna, what: Tre}}]}}\n"
    )
    found = [fact for block in document.blocks if isinstance(block, Facts) for fact in block.facts]
    assert Fact("Medarbejder", ("Ét", "To"), "Åsa Öberg") in found
    assert Fact("Anna", ("Tre",)) in found
