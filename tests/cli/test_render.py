from __future__ import annotations

import stat
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import CLEAN, PIPCTL, pipctl
from tests.plans import CONTRACT, SMALLEST

DAY = ("--today", "2026-06-10")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(SMALLEST, encoding="utf-8")
    return path


def test_a_plan_becomes_a_pdf_named_by_its_id(tmp_path: Path, plan: Path) -> None:
    done = pipctl("render", plan, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "Wrote 2026-015-plan.pdf.\n"
    assert (tmp_path / "2026-015-plan.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["2026-015-plan.pdf", "plan.yaml"]


@pytest.mark.parametrize(
    ("arguments", "name", "start"),
    [
        (("--to", "html"), "2026-015-plan.html", b"<!DOCTYPE html>"),
        (("-o", "x.html"), "x.html", b"<!DOCTYPE html>"),
        (("-o", "x.HTM"), "x.HTM", b"<!DOCTYPE html>"),
        (("-o", "x.pdf"), "x.pdf", b"%PDF-"),
        (("-o", "x"), "x", b"%PDF-"),
        (("-o", "x.pdf", "--to", "html"), "x.pdf", b"<!DOCTYPE html>"),
        (("--document", "plan", "--output", "y.pdf"), "y.pdf", b"%PDF-"),
    ],
)
def test_the_format_is_asked_for_or_read_off_the_name(
    tmp_path: Path, plan: Path, arguments: tuple[str, ...], name: str, start: bytes
) -> None:
    done = pipctl("render", plan, *arguments, "-q", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_standard_output_gets_the_same_bytes(tmp_path: Path, form: str) -> None:
    command = [str(PIPCTL), "render", str(CONTRACT), "--to", form, *DAY]
    shown = subprocess.run([*command, "-o", "-"], env=CLEAN, capture_output=True, check=True)
    subprocess.run([*command, "-o", "x"], env=CLEAN, cwd=tmp_path, check=True, capture_output=True)
    assert shown.stdout == (tmp_path / "x").read_bytes()
    assert shown.stderr == b""


def test_a_plan_can_come_from_standard_input() -> None:
    command = [str(PIPCTL), "render", "-", "--to", "html", "-o", "-"]
    done = subprocess.run(command, env=CLEAN, input=SMALLEST.encode(), capture_output=True, check=True)
    assert "Individuell handlingsplan" in done.stdout.decode()


def test_the_language_is_the_plans_and_the_message_the_users(tmp_path: Path, plan: Path) -> None:
    done = pipctl("render", plan, "--to", "html", "--lang", "da", cwd=tmp_path)
    assert done.stderr == "Skrev 2026-015-plan.html.\n"
    assert '<html lang="sv">' in (tmp_path / "2026-015-plan.html").read_text(encoding="utf-8")


def test_the_time_of_making_is_the_last_entrys_day_the_start_or_as_told(tmp_path: Path, plan: Path) -> None:
    def made(path: Path, **env: str) -> bytes:
        done = pipctl("render", path, "-o", "x.pdf", *DAY, cwd=tmp_path, env=env)
        assert done.returncode == 0, done.stderr
        return (tmp_path / "x.pdf").read_bytes()

    assert b"D:20260302000000Z" in made(plan)
    assert b"D:20260601000000Z" in made(CONTRACT)
    assert b"D:20260614213640Z" in made(plan, SOURCE_DATE_EPOCH="1781473000")
    assert made(plan, SOURCE_DATE_EPOCH="1781473000") != made(plan)
    assert made(plan) == made(plan, SOURCE_DATE_EPOCH="")


@pytest.mark.parametrize("written", ["soon", "-1", "1.5", "253402300800", "١٢"])
def test_a_moment_that_is_none_is_refused(tmp_path: Path, plan: Path, written: str) -> None:
    done = pipctl("render", plan, cwd=tmp_path, env={"SOURCE_DATE_EPOCH": written})
    assert done.returncode == 2
    assert done.stderr.startswith(f"pipctl: SOURCE_DATE_EPOCH {written} is no point in time.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--document", "minutes"), "--document minutes: write one of plan."),
        (("--to", "docx"), "--to docx: write one of pdf, html."),
        (("-o", "x.docx"), "-o x.docx: write one of pdf, html."),
        (("-o", "x.md"), "-o x.md: write one of pdf, html."),
    ],
)
def test_what_is_not_built_is_refused_in_one_sentence(
    tmp_path: Path, plan: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = pipctl("render", plan, *arguments, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, f"pipctl: {said}\n")
    assert [file.name for file in tmp_path.iterdir()] == ["plan.yaml"]


def test_an_output_is_replaced_whole_and_keeps_its_mode(tmp_path: Path, plan: Path) -> None:
    output = tmp_path / "x.html"
    output.write_text("old " * 100_000)
    output.chmod(0o640)
    link = tmp_path / "link.html"
    link.symlink_to(output)
    assert pipctl("render", plan, "-o", link).returncode == 0
    assert link.is_symlink()
    assert output.read_bytes().startswith(b"<!DOCTYPE html>")
    assert b"old" not in output.read_bytes()
    assert stat.S_IMODE(output.stat().st_mode) == 0o640
    assert len(list(tmp_path.iterdir())) == 3


def test_what_is_no_file_is_written_to_as_it_stands(plan: Path) -> None:
    done = pipctl("render", plan, "-o", "/dev/null")
    assert done.returncode == 0
    assert Path("/dev/null").is_char_device()


def test_the_plan_itself_is_never_overwritten(plan: Path) -> None:
    done = pipctl("render", plan, "-o", plan.parent / "." / plan.name)
    assert done.returncode == 2
    assert "is the plan itself" in done.stderr
    assert plan.read_text(encoding="utf-8") == SMALLEST


def test_an_output_that_cannot_be_is_refused_in_one_sentence(tmp_path: Path, plan: Path) -> None:
    folder = pipctl("render", plan, "-o", tmp_path)
    missing = pipctl("render", plan, "-o", tmp_path / "away" / "x.pdf")
    for done, said in ((folder, "is a folder"), (missing, "There is no file or folder")):
        assert done.returncode == 2
        assert said in done.stderr
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ('background: {summary: "Bra 😀 jobbat"}', "8:28"),
        ("background:\n  summary: |\n    Rad ett\n    Rad två 😀\nconsequence: x", "11:13"),
        ('background: {summary: "Bra \\U0001F600"}', "8:23"),
        ("goals:\n  - id: G1\n    text: Ett\n  - {id: G2, text: Två 😀}", "11:24"),
    ],
)
def test_a_letter_without_a_glyph_is_refused_with_its_place(
    tmp_path: Path, plan: Path, more: str, place: str
) -> None:
    plan.write_text(f"{SMALLEST}{more}\n", encoding="utf-8")
    done = pipctl("render", "plan.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"pipctl: plan.yaml:{place}: the character “😀” (U+1F600) cannot be shown")
    assert [file.name for file in tmp_path.iterdir()] == ["plan.yaml"]
    assert pipctl("render", "plan.yaml", "--to", "html", cwd=tmp_path).returncode == 0


def test_a_letter_that_is_not_printed_is_no_hindrance(tmp_path: Path, plan: Path) -> None:
    comment = '  - {date: 2026-02-20, event: comment, by: employee, text: "😀"}\n'
    plan.write_text(f"{SMALLEST}record:\n{comment}", encoding="utf-8")
    assert pipctl("render", plan, *DAY, cwd=tmp_path).returncode == 0


def test_a_letter_of_the_policy_is_found_there(tmp_path: Path, plan: Path) -> None:
    (tmp_path / "pipctl.yaml").write_text('pipctl: 1\ndocument:\n  footer: "HR 漢"\n', encoding="utf-8")
    done = pipctl("render", plan, cwd=tmp_path)
    assert done.returncode == 2
    assert "pipctl.yaml:3:15: the character “漢” (U+6F22)" in done.stderr


def test_a_color_that_is_none_is_named_with_its_line(tmp_path: Path, plan: Path) -> None:
    (tmp_path / "pipctl.yaml").write_text("pipctl: 1\ndocument:\n  color: blue\n", encoding="utf-8")
    done = pipctl("render", plan, cwd=tmp_path)
    assert done.returncode == 2
    assert "pipctl.yaml:3: document.color blue is no color." in done.stderr


def test_what_is_no_plan_shows_its_findings(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("pipctl: 1\nid: 2026-001\n", encoding="utf-8")
    done = pipctl("render", broken, cwd=tmp_path)
    assert done.returncode == 2
    assert "SC03" in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["broken.yaml"]
