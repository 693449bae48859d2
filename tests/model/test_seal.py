from __future__ import annotations

import unicodedata

import pytest

from pipctl.model.seal import OUTSIDE, digest
from tests.plans import CONTRACT, SMALLEST, data_of

CONTRACT_TEXT = CONTRACT.read_text(encoding="utf-8")
NOW = "sha256:97f47f9643e5c7b55880be4368c2361dae628e846da287cabdda0fc6da86bc24"
AT_SIGNING = "sha256:4db41fa48f56dd11056c414a7f47e356d0bead2cb4a07fb103522298937c7d93"


def test_the_contract_prints_the_digests_that_come_out() -> None:
    assert digest(data_of(CONTRACT_TEXT)) == NOW
    before = CONTRACT_TEXT.replace("{due: 2026-04-14, t", "{due: 2026-04-07, t")
    before = before.replace("{due: 2026-05-12, target: 80", "{due: 2026-05-05, target: 80")
    assert digest(data_of(before)) == AT_SIGNING


SAME = {
    "comments": SMALLEST.replace("id: 2026-015", "id: 2026-015  # nummer"),
    "key order": "country: SE\n" + SMALLEST.replace("country: SE\n", ""),
    "block style": SMALLEST.replace("{name: Ulf Ek}", "\n  name: Ulf Ek"),
    "quoted date": SMALLEST.replace("2026-03-02", '"2026-03-02"'),
    "line ends": SMALLEST.replace("\n", "\r\n"),
    "number": SMALLEST.replace("weeks: 8", "weeks: 8.0"),
    "white space": SMALLEST.replace("Ulf Ek", '" Ulf Ek "'),
    "unicode form": SMALLEST.replace("Åsa Öberg", unicodedata.normalize("NFD", "Åsa Öberg")),
    "null": SMALLEST + "consequence:\n",
    "empty text": SMALLEST + 'consequence: {met: ""}\n',
    "empty list": SMALLEST + "goals: []\n",
    "empty in a list": SMALLEST.replace("weeks: 8}", "weeks: 8, breaks: []}"),
    **{f"outside {key}": SMALLEST + f"{key}: {{x: 1}}\n" for key in sorted(OUTSIDE)},
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_how_it_is_written_never_changes_the_digest(text: str) -> None:
    assert text != SMALLEST
    assert digest(data_of(text)) == digest(data_of(SMALLEST))


CHANGED = {
    "a name": SMALLEST.replace("Ulf", "Alf"),
    "a ref in place of a name": SMALLEST.replace("name: Ulf Ek", "ref: Ulf Ek"),
    "a shorthand unfolded": SMALLEST + "consequence: {not_met: x}\n",
    "the end in other words": SMALLEST.replace("weeks: 8", "days: 56"),
    "false is not absent": SMALLEST + "is_warning: false\n",
    "zero is not absent": SMALLEST + "x: 0\n",
}


@pytest.mark.parametrize("text", CHANGED.values(), ids=CHANGED)
def test_what_it_says_does(text: str) -> None:
    assert digest(data_of(text)) != digest(data_of(SMALLEST))


def test_the_shorthand_is_sealed_as_written() -> None:
    short, long = SMALLEST + "consequence: x\n", SMALLEST + "consequence: {not_met: x}\n"
    assert digest(data_of(short)) != digest(data_of(long))


def test_large_and_small_numbers_have_one_form() -> None:
    forms = ["x: 100000000000000000000", "x: 1e20", "x: 1.0e+20"]
    assert len({digest(data_of(SMALLEST + form + "\n")) for form in forms}) == 1
