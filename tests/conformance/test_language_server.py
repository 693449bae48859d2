"""An editor with the YAML language server shows, checks and completes a plan with our schemas, in Danish."""

import shutil
from collections.abc import Iterator

import pytest

from tests.conformance.language_server import ROOT, LanguageServer, installed

pytestmark = pytest.mark.needs_node

HEADING = "# yaml-language-server: $schema=schemas/plan.da.schema.json\n"
SOUND = HEADING + (ROOT / "tests" / "rules" / "sound.da.yaml").read_text("utf-8")
MISTAKEN = f"""{HEADING}pipctl: 1
id: 2026-014
language: da
country: Danmark
employee: {{name: Søren Æbelø}}
manager: {{navn: Åse Lindqvist}}
period:
  start: 2026-03-03
  weeks: 8
  days: 56
goals:
  - id: G1
    text: Besvar alle sager inden for 24 timer.
    kind: resultat
    due: 1.6.2026
    measure: {{target: "72,5"}}
record:
  - {{date: 2026-03-03, event: underskrevet}}
  - {{date: 2026-03-03, event: comment, by: employee, tekst: Enig.}}
  - date: 2026-03-17
    event: check-in
    results:
      - {{goal: G1, value: 74, status: green}}
mål: []
"""
UNFINISHED = f"""{HEADING}pipctl: 1
goals:
  - id: G1
    kind:{" "}
record:
  - date: 2026-03-03
    event: signed
    x
  - event:{" "}
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    try:
        program = installed()
    except OSError as error:
        pytest.skip(f"npm could not install the language server: {error}")
    workspace = tmp_path_factory.mktemp("plans")
    shutil.copytree(ROOT / "schemas", workspace / "schemas")
    with LanguageServer(program, workspace) as running:
        yield running


def place(text: str, sought: str) -> tuple[int, int]:
    """Return line and column, from 0, of the only place where a text stands."""
    assert text.count(sought) == 1, sought
    before = text[: text.index(sought)]
    return before.count("\n"), len(before) - (before.rfind("\n") + 1)


def test_nothing_is_reported_about_a_sound_plan(server: LanguageServer) -> None:
    assert server.open("sound.yaml", SOUND) == []


def test_a_key_is_explained_in_danish(server: LanguageServer) -> None:
    server.open("sound.yaml", SOUND)
    line, _ = place(SOUND, "\ngoals:")
    shown = server.hover("sound.yaml", line + 1, 2)
    assert shown.startswith("#### Mål\n\nDet, medarbejderen skal nå i perioden.")


def test_a_word_is_explained_beside_the_others_it_could_be(server: LanguageServer) -> None:
    server.open("sound.yaml", SOUND)
    line, column = place(SOUND, "reviewed")
    shown = server.hover("sound.yaml", line, column)
    assert shown.startswith("#### Hvad der er sket")
    assert "* `reviewed`: HR har gennemgået planen" in shown
    assert "* `closed`: planen er afsluttet" in shown


def test_a_person_is_explained_by_the_part_played_in_the_plan(server: LanguageServer) -> None:
    server.open("sound.yaml", SOUND)
    line, _ = place(SOUND, "\nhr:")
    assert server.hover("sound.yaml", line + 1, 1).startswith("#### HR-kontakt")


def test_each_mistake_is_reported_once_where_it_stands(server: LanguageServer) -> None:
    reported = server.open("mistaken.yaml", MISTAKEN)
    found = {}
    for one in reported:
        start, end = one["range"]["start"], one["range"]["end"]
        line = MISTAKEN.split("\n")[start["line"]]
        found[line[start["character"] : end["character"]]] = one["message"]
    wrong = (
        "Danmark",
        "navn",
        "8",
        "56",
        "resultat",
        "1.6.2026",
        '"72,5"',
        "underskrevet",
        "tekst",
        "green",
        "mål",
    )
    assert set(wrong) <= set(found)
    assert "DK, SE" in found["Danmark"]
    assert "result, behavior, learning" in found["resultat"]
    assert "Her skal stå en dato" in found["1.6.2026"]
    assert "check-in" in found["underskrevet"]
    # What remains is the key that stands for a misspelled one: name for navn, text for tekst.
    assert len(reported) == len(wrong) + 2


def test_keys_are_proposed_with_their_meaning(server: LanguageServer) -> None:
    server.open("unfinished.yaml", UNFINISHED)
    line, column = place(UNFINISHED, "    x\n")
    proposed = server.complete("unfinished.yaml", line, column + 5)
    assert proposed["digest"].startswith("Kontrolsummen")
    assert "accepts" in proposed
    assert "moved_to" not in proposed


@pytest.mark.parametrize(
    ("sought", "word", "meaning"),
    [
        ("    kind: ", "behavior", "måden, arbejdet udføres på"),
        ("  - event: ", "paused", "Planen står stille"),
    ],
)
def test_words_are_proposed_with_their_meaning(
    server: LanguageServer, sought: str, word: str, meaning: str
) -> None:
    server.open("unfinished.yaml", UNFINISHED)
    line, column = place(UNFINISHED, sought)
    proposed = server.complete("unfinished.yaml", line, column + len(sought))
    assert proposed[word].startswith(meaning)
