"""An identity number is found and repeated nowhere: in no message, no report, in no language."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipctl.lint.engine import Engine
from pipctl.lint.selection import select
from pipctl.model.policy import Policy
from pipctl.model.scalars import Language
from pipctl.model.validation import validate
from pipctl.report.json import report_json
from pipctl.report.text import TextReport
from pipctl.rules.catalogue import RULES
from pipctl.store.reader import read
from pipctl.store.texts import load_texts
from tests.rules.cases import sound_parts

PLAN = "".join(text for key, text in sound_parts("da").items() if key != "background")
FORMS = ("010190-1234", "0101901234", "010190 1234", "01.01.90-1234", "19670919-9530", "701063-2391")
LANGUAGES: tuple[Language, ...] = ("en", "da", "sv")
KEYS = ("summary", "actual", "employee_view", "causes")


def reports(text: str, key: str, language: Language) -> tuple[str, str, str]:
    """Return what a run says, as text and as JSON, and its messages alone."""
    policy, _ = validate({"pipctl": 1}, Policy)
    assert policy is not None
    content = f"background:\n  {key}: {json.dumps(text, ensure_ascii=False)}\n{PLAN}".encode()
    source = read("plan.yaml", content)
    run = Engine(select(RULES, policy), policy, date(2026, 2, 25), language).run(
        [source], whole_repository=False
    )
    assert not run.crashes, run.crashes[0].trace
    assert any(one.code == "PV01" for one in run.findings)
    shown = TextReport(language, colored=False, sources={"plan.yaml": source}).write(run)
    found = json.loads(report_json(run))
    for one in found["findings"]:
        del one["fingerprint"]  # a hash, whose digits are nobody's
    return shown, json.dumps(found), "".join(one.message + one.help for one in run.findings)


@given(
    st.sampled_from(FORMS), st.sampled_from(LANGUAGES), st.sampled_from(KEYS), st.sampled_from(["", "x. "])
)
@settings(max_examples=60, deadline=None)
def test_no_part_of_a_number_is_shown(number: str, language: Language, key: str, before: str) -> None:
    text = f"{before}Medarbejderens cpr-nummer er {number} i bogholderiet."
    for report in reports(text, key, language):
        for part in re.findall(r"\d{4,}", number):
            assert part not in report
        assert number not in report


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_is_still_shown(language: Language) -> None:
    shown, _, _ = reports("Medarbejderens cpr-nummer er 010190-1234 i bogholderiet.", "summary", language)
    assert "Medarbejderens cpr-nummer er ******-**** i bogholderiet." in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_of_the_family_has_a_slot(language: Language) -> None:
    texts = json.dumps(dict(load_texts(language, "rules/identifiers")), ensure_ascii=False, default=dict)
    assert "PV01" in texts
    assert re.search(r"\{[a-z]+\}", texts) is None
