"""The pages in `docs/rules` say what the rules say, and nothing in them is taken for markup by accident."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipctl.lint.documentation import documentation
from pipctl.lint.rule import Rule, Scope
from pipctl.rules.catalogue import RULES
from tools.reference import FAMILIES, FOLDER, _page, as_cell, as_prose, reference_pages

ROOT = Path(__file__).parents[1]
PAGES = dict(reference_pages())
INDEX = PAGES[f"{FOLDER}/README.md"]


def page(code: str) -> str:
    return PAGES[f"{FOLDER}/{code}.md"]


def example_rule(doc: str, **fields: object) -> Rule:
    (rule,) = (one for one in RULES if one.code == "PE01")

    def check(_case: object) -> tuple[()]:
        return ()

    check.__doc__ = doc
    return rule._replace(check=check, **fields)  # type: ignore[arg-type]


def test_there_is_a_page_for_every_rule_and_no_other() -> None:
    written = {str(path.relative_to(ROOT).as_posix()) for path in (ROOT / FOLDER).iterdir()}
    assert written == set(PAGES)
    assert len(PAGES) == len(RULES) + 1


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_says_all_that_is_known_of_a_rule(rule: Rule) -> None:
    lines = page(rule.code).splitlines()
    assert lines[0] == f"# {rule.code} {rule.name}"
    assert f"- Level: {rule.level}" in page(rule.code)
    assert any(line.startswith("- Reads: ") for line in lines)
    assert ("- Basis: " in page(rule.code)) == bool(rule.basis)
    assert all(f"  {name}: {value}" in lines for name, value in rule.limits.items())
    for example in (*documentation(rule).bad, *documentation(rule).good):
        assert f"```yaml\n{example}```\n" in page(rule.code)
    assert "## Ignoring it in one place" in lines
    assert "## Dansk" in lines
    assert "## Svenska" in lines


def test_a_page_tells_what_can_be_set_and_ignored() -> None:
    assert "- Level: warning; error under 14 days" in page("PE01")
    assert "- Basis: guide to improvement plans (source 000)" in page("PE01")
    assert "# pipctl: ignore[PE01] the reason" in page("PE01")
    assert "It cannot be ignored: a file with this fault is no plan." in page("SC01")
    assert "- Reads: fields, free text" in page("GO02")
    assert "**Perioden er under 30 dage.**" in page("PE01")
    assert "names the day on which the plan is judged" in page("GO06")


def test_the_index_lists_every_rule_under_its_family() -> None:
    rows = [line for line in INDEX.splitlines() if line.startswith("| [")]
    assert [row[3:7] for row in rows] == [rule.code for rule in RULES]
    assert all(row.replace(r"\|", "").count("|") == 6 for row in rows)
    assert f"## {FAMILIES['PE']} (PE)" in INDEX
    assert (
        "| [PE01](PE01.md) | period-too-short | warning → error | S | The period is under 30 days |" in INDEX
    )


def test_the_index_covers_every_family_of_the_catalogue() -> None:
    assert {rule.code[:2] for rule in RULES} <= set(FAMILIES)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("a | b", r"a \| b"),
        ("2 * 3 _x_ <b> [y]", r"2 \* 3 \_x\_ \<b\> \[y\]"),
        ("`a_b | c` | d_e", r"`a_b | c` \| d\_e"),
        ("Fase #1", "Fase #1"),
    ],
)
def test_text_is_text(text: str, prose: str) -> None:
    assert as_prose(text) == prose


def test_a_bar_in_a_cell_is_no_border_even_in_a_code_span() -> None:
    assert as_cell("a | `b | c`\n d") == r"a \| `b \| c` d"


def test_a_line_that_happens_to_begin_with_a_sign_is_no_list_and_no_heading() -> None:
    doc = "Found.\n\n    " + "x" * 119 + " # no heading " + "x" * 106 + " 1. juni\n\n    - no item.\n"
    lines = list(_page(example_rule(doc)))
    assert any(line.startswith(r"\# no heading") for line in lines)
    assert any(line.startswith(r"1\. juni") for line in lines)
    assert r"\- no item." in lines


def test_earlier_names_and_history_are_named() -> None:
    lines = list(_page(example_rule("Found.", aliases=("too-short",), reads="SG", scope=Scope.PLAN)))
    assert "- Earlier names: too-short" in lines
    assert "- Reads: fields, the history in git" in lines
