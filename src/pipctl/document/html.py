"""Document → HTML: one file, nothing loaded from elsewhere, no script; escaped by Jinja's autoescape."""

from __future__ import annotations

from functools import cache

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipctl.document.color import readable_on_white
from pipctl.document.content import Document
from pipctl.store.resources import resource_folder

_INK = "#1b2227"


def render_html(document: Document) -> bytes:
    """Return a document as a page that stands alone, for the screen and for the printer."""
    template = _environment().get_template("document.html.j2")
    headline = document.color if readable_on_white(document.color) else _INK
    return template.render(document=document, headline=headline).encode()


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(resource_folder("templates") / "html"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=True,
    )
