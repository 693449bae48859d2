"""Rule cases as data: `tests/rules/cases/<CODE>.yaml`.

A case gives some top-level keys of a plan; the other keys come from a sound plan in the same language and
stand behind them, so that line 1 of the file is line 1 of the case. What the whole catalogue then finds
must be exactly what the case says, code by code, with line and column.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from pipctl.lint.engine import Engine, Run
from pipctl.lint.selection import select
from pipctl.model.policy import Policy
from pipctl.model.scalars import Language
from pipctl.model.validation import validate
from pipctl.rules.catalogue import RULES
from pipctl.store.reader import read

FOLDER = Path(__file__).parent / "cases"
BEFORE_THE_START = "2026-02-25"


@dataclass(frozen=True)
class RuleCase:
    """One entry of a case file.

    Attributes:
        code: the rule that the file is about.
        name: what is special about this case.
        plan: top-level keys as text, or a whole file where `whole`.
        finds: what is found, as `CODE line:column`, with `!level` where it is not the default level.
        today: the day of judgement.
        policy: the policy as data.
        base: `da` or `sv`, the sound plan that the rest comes from.
        whole: whether the text is the whole file.
        without: top-level keys that the sound plan does not contribute.
        only: judge by these rules alone, where a change must set off others too.
        encoding: of the bytes, where they are to be no UTF-8.
        padded_to: bytes that the file is filled up to, by a comment.
    """

    code: str
    name: str
    plan: str
    finds: tuple[str, ...]
    today: date
    policy: dict[str, Any]
    base: str
    whole: bool
    without: tuple[str, ...]
    only: tuple[str, ...]
    encoding: str = "utf-8"
    padded_to: int = 0

    @property
    def text(self) -> str:
        """The file that is judged."""
        if self.whole:
            return self.plan
        given = {line.split(":")[0] for line in self.plan.splitlines() if line[:1].isalpha()}
        rest = [part for key, part in sound_parts(self.base).items() if key not in given | set(self.without)]
        return self.plan.rstrip("\n") + "\n" + "".join(rest)

    def run(self, language: Language = "en") -> Run:
        """Judge the file by the whole catalogue."""
        policy, problems = validate({"pipctl": 1, **self.policy}, Policy)
        assert policy is not None, problems
        engine = Engine(select(RULES, policy, only=self.only), policy, self.today, language)
        content = self.text.encode(self.encoding)
        content += b"#" * (self.padded_to - len(content))
        return engine.run([read("plan.yaml", content)], whole_repository=False)


@cache
def sound_parts(base: str) -> dict[str, str]:
    """Return the top-level keys of a sound plan, each with its text."""
    parts: dict[str, str] = {}
    key = ""
    for line in (FOLDER.parent / f"sound.{base}.yaml").read_text(encoding="utf-8").splitlines(keepends=True):
        if line[:1].isalpha():
            key = line.split(":")[0]
        if key:
            parts[key] = parts.get(key, "") + line
    return parts


def load_cases() -> list[RuleCase]:
    """Return every case of every file, in order."""
    files = sorted(FOLDER.glob("*.yaml"))
    return [
        _case(file.stem, entry) for file in files for entry in YAML(typ="safe").load(file.read_text("utf-8"))
    ]


def _case(code: str, entry: dict[str, Any]) -> RuleCase:
    return RuleCase(
        code=code,
        name=entry["name"],
        plan=entry["plan"],
        finds=tuple(entry.get("finds", ())),
        today=date.fromisoformat(str(entry.get("today", BEFORE_THE_START))),
        policy=entry.get("policy", {}),
        base=entry.get("base", "da"),
        whole=entry.get("whole", False),
        without=tuple(entry.get("without", ())),
        only=tuple(entry.get("only", ())),
        encoding=entry.get("encoding", "utf-8"),
        padded_to=entry.get("padded_to", 0),
    )


def found_by(run: Run) -> tuple[str, ...]:
    """Return what a run found, in the form that a case says it in."""
    levels = {one.code: one.level for one in RULES}
    return tuple(
        f"{one.code} {one.span.line}:{one.span.column}"
        + ("" if one.level == levels[one.code] else f" !{one.level}")
        for one in run.findings
    )
