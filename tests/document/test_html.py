from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from pipctl.document.color import contrast, readable_on_white
from pipctl.document.composing import DEFAULT_COLOR
from pipctl.document.html import render_html
from tests.document.making import Shown, composed, composed_file
from tests.plans import CONTRACT, EVERY_EXAMPLE, SMALLEST

VOID = {"meta", "br", "hr", "link", "img", "input"}


def page_of(path: Path) -> Shown:
    return Shown(render_html(composed_file(path)))


def test_a_page_loads_nothing_and_runs_nothing() -> None:
    page = page_of(CONTRACT)
    (policy,) = [one for one in page.named("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in page.elements}
    named = {name for _, attributes in page.elements for name in attributes}
    assert not {"src", "href", "style"} & named
    assert not any(name.startswith("on") for name in named)
    assert b"url(" not in render_html(composed_file(CONTRACT))
    assert b"@import" not in render_html(composed_file(CONTRACT))


@pytest.mark.parametrize("path", EVERY_EXAMPLE, ids=lambda path: path.stem)
def test_a_page_can_be_read_without_seeing_it(path: Path) -> None:
    page = page_of(path)
    assert page.named("html")[0]["lang"] in {"da", "sv"}
    tables = len(page.named("table"))
    assert tables > 1
    assert len(page.named("caption")) == tables
    cells = page.named("th")
    assert len(cells) > 4
    assert all(cell.get("scope") == "col" for cell in cells)
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", EVERY_EXAMPLE, ids=lambda path: path.stem)
def test_every_element_is_closed(path: Path) -> None:
    text = render_html(composed_file(path)).decode()
    body = re.sub(r"<style>.*?</style>|<!DOCTYPE html>", "", text, flags=re.DOTALL)
    open_elements: list[str] = []
    for closing, tag in re.findall(r"<(/?)([a-z][a-z0-9]*)", body):
        if closing:
            assert open_elements.pop() == tag
        elif tag not in VOID:
            open_elements.append(tag)
    assert open_elements == []


def test_the_page_has_print_and_dark_looks() -> None:
    style = render_html(composed(SMALLEST)).decode()
    assert "@media print" in style
    assert "prefers-color-scheme: dark" in style
    assert "color-scheme: light dark" in style


def test_colors_can_be_read() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert readable_on_white(DEFAULT_COLOR)
    assert not readable_on_white("#ffcc00")
    # The pairs of style.css.j2: ink and quiet text on the page and on tinted ground, by day and by night.
    for text, ground in (
        ("#1b2227", "#ffffff"), ("#56636c", "#ffffff"), ("#1b2227", "#eef3f5"), ("#56636c", "#eef3f5"),
        ("#dde4e8", "#14191c"), ("#9fadb6", "#14191c"), ("#dde4e8", "#20292e"), ("#e8eef1", "#14191c"),
    ):  # fmt: skip
        assert contrast(text, ground) >= 4.5
        style = (Path(__file__).parents[2] / "templates" / "html" / "style.css.j2").read_text(
            encoding="utf-8"
        )
        assert text in style
        assert ground in style or ground == "#ffffff"


def test_a_color_too_light_to_read_is_left_to_lines() -> None:
    page = render_html(composed(SMALLEST, policy={"document": {"color": "#ffcc00"}})).decode()
    assert "--accent: #ffcc00" in page
    assert "--headline: #1b2227" in page
