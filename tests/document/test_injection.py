"""A user's words are letters in every format: no markup, no code, no template, no path."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.exceptions import SecurityError, TemplateAssertionError, UndefinedError
from markupsafe import Markup

from pipctl.document import pdf
from pipctl.document.html import render_html
from pipctl.document.pdf import literal, render_pdf, typst_source
from pipctl.store.resources import resource_folder
from tests.document.making import NOON, Shown, composed, dense, html_text, pdf_text, whole_plan

ATTACKS = (
    '#panic("x")',
    '#import "@preview/cetz:0.3.0": *',
    '#read("/etc/passwd")',
    "$x^2 / sum$",
    "*fed* _kursiv_ `kode`",
    "= Overskrift",
    '"); #eval("1+1"); ("',
    "\\u{41} \\\\ \\#",
    "<% for x in y %><# x #>",
    "<< 7*7 >> {{ 7*7 }} {% if 1 %}",
    "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>",
    "@kilde <mærke> // note /* x */",
    "~ --- ... 'enkelt' \"dobbelt\" &amp; &#x41;",
    "[#x] ]) } #let y = 1;",
    "%s {0} {name} {plan.id} $HOME ../../etc/passwd",
    "- punkt + tal / led: 1. 2)",
)
FONTS = typst.Fonts(include_system_fonts=False)
NASTY = st.text(
    st.sampled_from("#$*_@<>{}[]()\"\\;:/`~'=+-&%,.!?| \n\r\u2028\u00ad\u200bæøåÆØÅäöéß…»x1"), max_size=60
)


class Attacker:
    """Gives every place of a plan an attack and a mark of its own, and remembers which."""

    def __init__(self) -> None:
        self.given: dict[str, str] = {}

    def __call__(self, address: str) -> str:
        assert address not in self.given
        text = f"{ATTACKS[len(self.given) % len(ATTACKS)]} m{len(self.given):03}n"
        self.given[address] = text
        return text


@pytest.fixture(scope="module", params=["da", "sv", "en"])
def attacked(request: pytest.FixtureRequest) -> tuple[str, dict[str, str]]:
    attacker = Attacker()
    text = whole_plan(attacker, language=request.param)
    assert len(attacker.given) > 50
    return text, attacker.given


@pytest.mark.needs_poppler
def test_attacks_in_every_field_come_back_letter_by_letter_in_pdf(
    attacked: tuple[str, dict[str, str]],
) -> None:
    text, given_texts = attacked
    shown = dense(pdf_text(render_pdf(composed(text), NOON)))
    assert [place for place, attack in given_texts.items() if dense(attack) not in shown] == []


def test_attacks_in_every_field_come_back_letter_by_letter_in_html(
    attacked: tuple[str, dict[str, str]],
) -> None:
    text, given_texts = attacked
    page = render_html(composed(text))
    shown = html_text(page)
    assert [place for place, attack in given_texts.items() if attack not in shown] == []
    assert not {"script", "img", "a", "link", "iframe", "form", "input"} & {
        tag for tag, _ in Shown(page).elements
    }


def test_the_policy_is_data_too() -> None:
    look = {"title": ATTACKS[0], "footer": ATTACKS[10], "clauses": [ATTACKS[6]]}
    document = composed(whole_plan(lambda address: address), policy={"document": look})
    assert render_pdf(document, NOON).startswith(b"%PDF-")
    shown = html_text(render_html(document))
    assert all(attack in shown for attack in (ATTACKS[0], ATTACKS[10], ATTACKS[6]))


@settings(max_examples=400, deadline=None)
@given(NASTY)
def test_any_text_is_the_same_text_to_typst(text: str) -> None:
    source = f"#metadata({literal(text)}) <it>"
    assert json.loads(typst.query(source.encode(), "<it>", field="value", font_paths=FONTS)) == [text]


@settings(max_examples=60, deadline=None)
@given(NASTY.map(lambda text: text.replace("\u2028", "")))  # refused by the reader, long before
def test_no_text_changes_the_structure_of_a_document(text: str) -> None:
    attacked = elements(whole_plan(lambda _: f"x{text}y"))
    assert attacked["heading"] > 10
    assert attacked == plain_elements()


@cache
def plain_elements() -> dict[str, int]:
    return elements(whole_plan(lambda _: "xy"))


def elements(plan: str) -> dict[str, int]:
    """Count what a Typst document is made of."""
    kinds = ("heading", "table", "list", "link", "raw", "math.equation", "ref", "footnote", "strong", "emph")
    counted = "".join(f'"{kind}": query({kind}).len(), ' for kind in kinds)
    source = f"{typst_source(composed(plan))}\n#context [#metadata(({counted})) <counted>]"
    counts: dict[str, int] = json.loads(
        typst.query(source.encode(), "<counted>", field="value", font_paths=FONTS)
    )[0]
    return counts


@pytest.mark.parametrize(
    ("template", "refusal"),
    [
        ("<< text|safe >>", TemplateAssertionError),
        ("<< text|tojson >>", TemplateAssertionError),
        ("<< text.__class__ >>", SecurityError),
        ("<< text.__class__.__mro__ >>", SecurityError),
        ("<< missing >>", UndefinedError),
        ("<< text.missing >>", UndefinedError),
        ("<< items.append(text) >>", SecurityError),
    ],
)
def test_a_template_cannot_make_markup_of_a_text(template: str, refusal: type[Exception]) -> None:
    environment: Any = getattr(pdf, "_environment")()  # noqa: B009 - the real one, not one like it
    with pytest.raises(refusal):
        environment.from_string(template).render(text="#panic()", items=[])


def test_numbers_and_nothing_are_expressions_too() -> None:
    assert literal(None) == Markup("none")
    assert literal(True) == Markup("true")
    assert literal(3) == Markup('"3"')
    assert literal('a"b\\\n\u202e') == Markup('"a\\"b\\\\\\u{a}\\u{202e}"')


def test_templates_import_nothing_from_a_network() -> None:
    folder = resource_folder("templates") / "typst"
    templates = sorted(folder.glob("*.j2"))
    assert len(templates) >= 3
    for template in templates:
        assert not re.search(r"#(import|include)\b", template.read_text(encoding="utf-8"))
