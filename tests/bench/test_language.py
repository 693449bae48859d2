"""`bench/language` from the command line, on a small corpus, as its users start it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench import scorecard
from bench.judged import plan_around
from bench.labeled import WRITTEN, Kind, Sentence, Written
from pipctl.store.reader import read
from tests.cli.running import CLEAN, pipctl

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "bench" / "language"

GOALS: list[dict[str, Any]] = [
    {
        "id": "x-da-1",
        "lang": "da",
        "text": "Bliv bedre.",
        "missing": ["specific", "measurable", "time-bound"],
    },
    {"id": "x-da-2", "lang": "da", "text": 'Skriv to "referater" hver uge: # kort.', "missing": []},
    {"id": "x-da-3", "lang": "da", "text": "Aflever rapporten den 3. maj 2026.", "missing": ["specific"]},
    {
        "id": "x-sv-1",
        "lang": "sv",
        "text": "Bli bättre.",
        "missing": ["specific", "measurable", "time-bound"],
    },
    {"id": "x-sv-2", "lang": "sv", "text": "Bli bättre.", "missing": []},
]
TEXTS: list[dict[str, Any]] = [
    {"id": "y-da-1", "lang": "da", "text": "Du er doven.", "flags": ["personal-attack"]},
    {"id": "y-da-2", "lang": "da", "text": "Rapporten var for sent på den den 4. maj.", "flags": []},
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, entries in (("goals-dev.jsonl", GOALS), ("texts-dev.jsonl", TEXTS)):
        content = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in entries)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def run(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(PROGRAM), *map(str, arguments)], cwd=cwd, env=CLEAN, capture_output=True, text=True, check=False
    )


def measured(*arguments: str | Path) -> dict[str, Any]:
    done = run(*arguments, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    read_back: dict[str, Any] = json.loads(done.stdout)
    return read_back


def test_the_figures_of_a_small_corpus(corpus: Path) -> None:
    data = measured("--corpus", corpus)
    assert list(data) == ["version", "corpus", "sentences", "scores", "not_judged", "anchors"]
    assert data["sentences"] == {
        "goals": {"da": {"n": 3, "clean": 1}, "sv": {"n": 2, "clean": 1}},
        "texts": {"da": {"n": 2, "clean": 1}, "sv": {"n": 0, "clean": 0}},
    }
    scores = {(one["rule"], one["language"], one["kind"]): one for one in data["scores"]}
    vague = scores["GO02", "sv", "goals"]
    assert (vague["n"], vague["found"], vague["right"], vague["missed"], vague["clean_flagged"]) == (
        1,
        2,
        1,
        0,
        1,
    )
    assert vague["precision"]["value"] == 0.5
    assert vague["recall"] == {"value": 1.0, "low": 0.2065, "high": 1.0}
    assert scores["GO02", "da", "goals"]["missed"] == 1
    assert scores["GO04", "da", "goals"]["f1"]["value"] == 1.0
    assert ("all", "da", "goals") in scores
    assert {one["rule"] for one in data["not_judged"]} >= {"TX05", "SU07"}


def test_the_table_is_80_columns_wide_and_says_what_it_is(corpus: Path) -> None:
    done = run("--corpus", "corpus", cwd=corpus.parent)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "Corpus: corpus"
    assert max(map(len, lines)) <= 80
    assert [line for line in lines if line != line.rstrip()] == []
    assert "Danish goals: 3 sentences, 1 of them clean" in lines
    assert "GO02    1      2      1       0      1         0.50        1.00        0.67" in lines
    said = " ".join(done.stdout.split())
    assert "Not labeled in this corpus: TX02 absolute" in said
    assert "P 0.59 R 0.82 (Femmer et al. 2017); P 0.89 R 0.89 (Paska 2023)" in said


def test_what_is_promised_and_missed_is_said(corpus: Path, tmp_path: Path) -> None:
    said = " ".join(run("--corpus", corpus).stdout.split())
    assert "Below that: Danish GO02" in said
    assert "Swedish GO02 precision 0.500" in said
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "texts-x.jsonl").write_text(json.dumps(TEXTS[0], ensure_ascii=False), encoding="utf-8")
    assert "All of that is kept." in run("--corpus", kept).stdout


def test_a_share_of_nothing_is_a_dash(tmp_path: Path) -> None:
    (tmp_path / "goals-x.jsonl").write_text(
        json.dumps(GOALS[1] | {"missing": ["specific"]}), encoding="utf-8"
    )
    done = run("--corpus", tmp_path)
    assert "GO02    1      0      0       1      0            –        0.00           –" in done.stdout


def test_errors_names_the_sentences(corpus: Path) -> None:
    done = run("--corpus", corpus, "--errors")
    assert "GO02 specific missed: x-da-3\n  Aflever rapporten den 3. maj 2026.\n" in done.stdout
    assert "GO02 specific wrongly found: x-sv-2\n  Bli bättre.\n" in done.stdout
    errors = measured("--corpus", corpus, "--errors")["errors"]
    assert {
        "rule": "GO02",
        "label": "specific",
        "mistake": "missed",
        "id": "x-da-3",
        "language": "da",
        "text": "Aflever rapporten den 3. maj 2026.",
        "place": f"{corpus}/goals-dev.jsonl:3",
    } in errors


def test_the_own_corpus_is_measured_by_its_parts() -> None:
    data = measured("--set", "tuning")
    assert data["corpus"] == "bench/corpus, the two thirds for tuning"
    assert {one["language"] for one in data["scores"]} == set(WRITTEN)


def test_the_part_set_aside_is_what_is_measured_unless_another_is_asked_for(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "goals-dev.jsonl").rename(corpus / "goals-held.jsonl")
    (corpus / "texts-dev.jsonl").rename(corpus / "texts-tuning.jsonl")
    monkeypatch.setattr(scorecard, "OWN_CORPUS", corpus)
    assert scorecard.main(["--errors"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("Corpus: bench/corpus, the third set aside\n")
    assert "Danish goals" in shown.out
    assert "TX01" not in shown.out
    assert "Do not tune by them" in shown.err


LINE = json.dumps(GOALS[0])
BROKEN = {
    "no JSON": ("goals", LINE + "\n{", "goals-x.jsonl:2: this line is no JSON"),
    "a list": ("goals", "[]", "goals-x.jsonl:1: a line holds one object"),
    "no text": ("goals", '{"id": "a", "lang": "da"}', "goals-x.jsonl:1: text is missing"),
    "another language": ("goals", LINE.replace('"da"', '"no"'), "goals-x.jsonl:1: lang is da or sv, not no"),
    "no labels": ("texts", LINE, "texts-x.jsonl:1: flags is missing"),
    "labels that are no list": (
        "texts",
        '{"id": "a", "lang": "da", "text": "x", "flags": "absolute"}',
        "flags",
    ),
    "an unknown flag": (
        "texts",
        '\n{"id": "a", "lang": "da", "text": "x", "flags": ["rude"]}',
        "texts-x.jsonl:2: no rule is known for rude; known are personal-attack",
    ),
    "a character no plan may hold": (
        "goals",
        LINE.replace("bedre", "\N{RIGHT-TO-LEFT OVERRIDE}"),
        "goals-x.jsonl:1: this text cannot stand in a plan",
    ),
    "no sentence at all": ("texts", "\n", "hold no sentence"),
}


@pytest.mark.parametrize(("kind", "content", "says"), BROKEN.values(), ids=BROKEN)
def test_a_broken_corpus_is_one_sentence_with_file_and_line(
    tmp_path: Path, kind: Kind, content: str, says: str
) -> None:
    (tmp_path / f"{kind}-x.jsonl").write_text(content, encoding="utf-8")
    done = run("--corpus", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert done.stderr.startswith("bench/language: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--corpus", "nowhere"), "nowhere: there is no such folder"),
        (("--corpus", "."), "no goals-*.jsonl and no texts-*.jsonl"),
        (("--nonsense",), "--nonsense"),
        (("--format", "xml"), "xml"),
        (("--corpus", ".", "--set", "tuning"), "does not go with --corpus"),
    ],
)
def test_wrong_use_is_one_sentence_and_status_2(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_file_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "goals-x.jsonl").write_bytes(b"\xe6")
    assert "goals-x.jsonl: this is not UTF-8" in run("--corpus", tmp_path).stderr


def test_a_rule_that_crashes_is_said_with_the_sentence(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pipctl.rules.goals._reading", lambda *_: 1 / 0)
    assert scorecard.main(["--corpus", str(corpus)]) == 2
    assert "goals-dev.jsonl:1: GO02 crashed" in capsys.readouterr().err


def test_without_an_environment_it_says_how_to_make_one(tmp_path: Path) -> None:
    (tmp_path / "bench").mkdir()
    program = shutil.copy(PROGRAM, tmp_path / "bench" / "language")
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "make .venv/.ready" in done.stderr
    assert done.stderr.count("\n") == 1


def sentence(kind: Kind, language: Written, text: str) -> Sentence:
    return Sentence(kind, "x", language, text, frozenset(), "x")


@pytest.mark.parametrize("language", WRITTEN)
def test_the_plan_around_a_sentence_is_sound(language: Written) -> None:
    base = ROOT / "bench" / "bases" / f"{language}.yaml"
    done = pipctl("lint", base, "--today", "2026-02-25", "--fail-on", "info")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize("text", ['Skriv "to" linjer: # én.', "a\\1 \\g<0>", "- {x: y}", "Først.\nSå."])
def test_a_sentence_stands_in_the_plan_as_it_is(language: Written, text: str) -> None:
    goals = read("x", plan_around(sentence("goals", language, text)).encode())
    texts = read("x", plan_around(sentence("texts", language, text)).encode())
    assert goals.faults == texts.faults == ()
    assert goals.data["goals"] == [{"id": "G1", "text": text}]
    assert texts.data["background"]["summary"] == text
    assert texts.data["goals"][0]["measure"]["target"] == 97
    assert "record" in goals.data
