"""Every document is fit for the archive and for who cannot see it: PDF/A-3a and PDF/UA-1."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from pipctl.document.pdf import render_pdf
from tests.conformance.verapdf import FLAVOURS, Verdict, validate
from tests.document.making import NOON, composed, composed_file, whole_plan
from tests.plans import EVERY_EXAMPLE, SMALLEST


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    folder = tmp_path_factory.mktemp("documents")
    numbers = count()
    documents = {path.stem: composed_file(path) for path in EVERY_EXAMPLE}
    documents["smallest"] = composed(SMALLEST)
    documents["everything"] = composed(whole_plan(lambda address: f"{address} {'word ' * next(numbers)}"))
    documents["unbroken"] = composed(whole_plan(lambda address: f"{address}{'x' * 90}", language="en"))
    files: list[Path] = []
    for name, document in documents.items():
        file = folder / f"{len(files)}-{name}.pdf"
        file.write_bytes(render_pdf(document, NOON))
        files.append(file)
    return validate(files)


@pytest.mark.needs_java
def test_every_document_keeps_to_both_standards(verdicts: list[Verdict]) -> None:
    assert len(EVERY_EXAMPLE) >= 12
    assert len(verdicts) == (len(EVERY_EXAMPLE) + 3) * len(FLAVOURS)
    failed = {(Path(one.path).name, one.flavour): one.failures for one in verdicts if not one.passed}
    assert failed == {}
    assert min(one.checks for one in verdicts) > 5000
