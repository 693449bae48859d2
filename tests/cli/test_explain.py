from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipctl.actions.explaining import Explained, explain, place_of
from pipctl.cli.explain import Explanation
from pipctl.errors import Refusal
from pipctl.lint.rule import Rule
from pipctl.lint.suppression import cannot_be_ignored
from pipctl.model.scalars import Language
from pipctl.rules.catalogue import RULES
from pipctl.store.keys import every_key
from pipctl.store.texts import load_texts
from tests.cli.running import pipctl

LANGUAGES: tuple[Language, ...] = ("en", "da", "sv")
FOREIGN = re.compile(r"\b(seed|practice|case|misuse|and|sealed|days|after|the|law|confidentiality)\b")
PERIOD_TOO_SHORT = """\
PE01 period-too-short
The period is under 30 days.

Level: warning; error under 14 days

Why
  Less than 30 days seldom gives a real chance to change a habit, and a deadline
  made artificially short is a known sign that the dismissal has been decided.
  Under 14 days it is an error.

Not like this
    period: {start: 2026-03-02, weeks: 3}

But like this
    period: {start: 2026-03-02, weeks: 8}

Limits
  Other numbers can be set in pipctl.yaml; these hold otherwise:
    limits:
      period_least_days: 30
      period_error_days: 14

To ignore it in one place
  Write this at the end of the line or alone on the line above, with your
  reason. It holds for what begins there and everything below it:
    # pipctl: ignore[PE01] the reason

Basis: guide to improvement plans (source 000)
"""
SECTOR = """\
employer.sector: Sector
Whether the employer is private or public; public employers have further duties,
such as the right to a companion in Denmark.

Value: one of the words below
May be left out.

The words
  private  private employer
  public   state, region, municipality or another public body
"""


def told(*arguments: str | Path) -> str:
    done = pipctl("explain", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("name", ["PE01", "pe01", "period-too-short"])
def test_a_rule_is_explained_in_full(name: str) -> None:
    assert told(name) == PERIOD_TOO_SHORT


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_in_every_language(rule: Rule, language: Language) -> None:

    lines = list(Explanation(language).lines(explain(rule.code, language)))
    assert lines[0] == f"{rule.code} {rule.name}"
    level = next(line for line in lines if line.startswith(("Level: ", "Niveau: ", "Nivå: ")))
    assert level.split()[1].rstrip(";,") == load_texts(language, "report")["levels"][rule.level]
    assert all(f"      {name}: {value}" in lines for name, value in rule.limits.items())
    ignores = any(line.startswith(f"    # pipctl: ignore[{rule.code}] ") for line in lines)
    assert ignores is not cannot_be_ignored(rule.code)
    if language != "en":
        # What the catalogue says in English, when a level rises and what a rule rests on, is translated.
        said = [line for line in lines if line.startswith(("Niveau", "Nivå", "Grund"))]
        assert [line for line in said if FOREIGN.search(line)] == []


@pytest.mark.parametrize(
    ("language", "note"),
    [("sv", "Exemplen är skrivna på danska."), ("en", "The examples are written in Danish.")],
)
def test_danish_examples_of_a_rule_on_words_are_called_so(language: Language, note: str) -> None:
    assert note in told("TX06", "--lang", language)
    assert note not in told("PE01", "--lang", language)
    assert "skrevet på dansk" not in told("TX06", "--lang", "da")


def test_a_key_that_holds_text_is_not_said_to_have_keys() -> None:
    assert "Value: text\n" in told("goals.text")
    assert "Value: the keys below" not in told("support.what")


def test_every_escalation_is_named_in_every_language() -> None:
    conditions = {rule.escalation.when for rule in RULES if rule.escalation}
    assert conditions
    for language in LANGUAGES:
        assert conditions <= set(load_texts(language, "explain")["escalations"])


def test_a_key_is_explained_with_the_words_it_takes() -> None:
    assert told("sector").startswith(SECTOR)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("target", ["goals.measure.target", "goals.steps.target"]),
        ("measure.target", ["goals.measure.target"]),
        ("goals.measure.target", ["goals.measure.target"]),
        ("check-in.present", ["check-in.present"]),
        ("record.check-in.present", ["check-in.present"]),
        ("record.date", ["record.date"]),
        ("WEEKS", ["period.weeks"]),
        ("support", ["support", "support", "support.support"]),
    ],
)
def test_a_key_is_found_by_as_much_of_its_place_as_is_given(name: str, places: list[str]) -> None:
    explained = explain(name, "en")
    assert explained.rule is None
    assert [place for one in explained.keys for place in one.places] == places


def test_places_of_which_the_same_is_said_stand_together() -> None:
    assert "employee.name, manager.name, hr.name: Name\n" in told("name")


def test_a_key_tells_its_value_its_need_and_the_rules_that_look_at_it() -> None:
    weeks = told("period.weeks", "--lang", "da")
    assert "Værdi: helt tal, 1 eller derover\n" in weeks
    assert "Én af disse skal udfyldes: end, weeks, days.\n" in weeks
    assert "  PE01  period-too-short\n" in weeks
    assert "Måste fyllas i.\n" in told("signed.digest", "--lang", "sv")
    assert "Value: text, or a list of several\n" in told("check-in.present")
    assert "Value: text, or the keys below\n" in told("consequence")


def test_a_key_that_holds_others_lists_them() -> None:
    goals = told("goals.steps")
    assert "In it (* is required)\n  due*     Due date\n  target*  Target at the milestone\n" in goals


def test_an_event_is_explained_like_a_key() -> None:
    signed = told("signed")
    assert signed.startswith("signed (event of the record): Signed\n")
    assert "  by*      Signed by\n" in signed
    assert "pipctl explain record" in signed


def test_a_rule_goes_before_a_key_of_the_same_name_and_mentions_it() -> None:

    both = Explained(explain("PE01", "en").rule, explain("weeks", "en").keys)
    lines = list(Explanation("en").lines(both))
    assert lines[0] == "PE01 period-too-short"
    assert lines[-1] == "There is a key of that name as well: pipctl explain period.weeks"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_explained_in_every_language(language: Language) -> None:

    keys = list(every_key(language))
    assert len(keys) > 200
    explanation = Explanation(language)
    for key in {place_of(key): key for key in keys if key.kind != "event"}.values():
        lines = list(explanation.lines(explain(place_of(key), language)))
        assert any(key.title in line for line in lines)
        assert max(map(len, lines)) <= 80


def test_an_unknown_name_is_refused_with_the_nearest() -> None:
    done = pipctl("explain", "taget")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pipctl explain target" in done.stderr
    done = pipctl("explain", "period-to-short", "--lang", "sv")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Menade du period-too-short?" in done.stderr


def test_a_name_like_nothing_is_refused_with_where_to_look() -> None:
    done = pipctl("explain", "xyzzy", "--lang", "da")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pipctl rules" in done.stderr
    with pytest.raises(Refusal, match="unknown-topic"):
        explain("", "en")


def test_the_name_asked_for_cannot_steer_the_terminal() -> None:
    done = pipctl("explain", "\x1b[31mx")
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
