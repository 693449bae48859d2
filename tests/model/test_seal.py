from __future__ import annotations

import hashlib
import unicodedata
from decimal import Decimal
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

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


TEXTS = (
    st.text(min_size=1, max_size=6).map(lambda one: unicodedata.normalize("NFC", one.strip())).filter(bool)
)
LARGE = 10**18
NUMBERS: st.SearchStrategy[Any] = st.integers() | st.decimals(-LARGE, LARGE, allow_nan=False)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS | st.booleans() | NUMBERS,
    lambda inner: st.lists(inner, min_size=1) | st.dictionaries(TEXTS, inner, min_size=1),
    max_leaves=8,
)


def as_numbers_of_json(value: Any) -> Any:
    """Return a value with every number as JSON has it: a whole number that a double holds, else a double."""
    if isinstance(value, dict):
        return {key: as_numbers_of_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_numbers_of_json(item) for item in value]
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return value
    number = Decimal(value)
    is_whole = number == number.to_integral_value() and abs(number) < Decimal(2) ** 53
    return int(number) if is_whole else float(number)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(TEXTS, VALUES, max_size=4))
def test_the_digest_is_that_of_rfc_8785(data: dict[str, Any]) -> None:
    agreement = {key: as_numbers_of_json(item) for key, item in data.items() if key not in OUTSIDE}
    expected = hashlib.sha256(rfc8785.dumps(agreement)).hexdigest()
    assert digest(data) == f"sha256:{expected}"


@pytest.mark.parametrize(
    "number", ["0.0001", "0.00001", "1e-7", "74.8", "9007199254740992", "1e16", "1e21", "-0"]
)
def test_a_number_at_the_edge_is_written_as_rfc_8785_writes_it(number: str) -> None:
    data = {"x": Decimal(number)}
    expected = hashlib.sha256(rfc8785.dumps(as_numbers_of_json(data))).hexdigest()
    assert digest(data) == f"sha256:{expected}"
