"""Writes the files that are made from others; `--check` only says which are out of date.

Run by `make generate`. A file that is not listed in `generated` is written by hand.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipctl.model.compilation import compiled
from pipctl.model.scalars import Language
from pipctl.model.schema import plan_schema, policy_schema
from pipctl.store.resources import schema_name
from pipctl.store.texts import load_texts
from tools.inflect import lexicon_text
from tools.reference import reference_pages
from tools.tone import tone_text

ROOT = Path(__file__).parents[1]
LEXICONS = {"goals": ("nouns", "times", "verbs", "qualities")}
LANGUAGES: tuple[Language, ...] = ("en", "da", "sv")


def generated() -> Iterator[tuple[str, str]]:
    """Yield the path, from the project's folder, and the content of every generated file."""
    yield "src/pipctl/model/core.json", compiled()
    for language in LANGUAGES:
        mistakes = load_texts(language, "rules/form")["SC02"]["variants"]
        plan = plan_schema(language, load_texts(language, "keys"), mistakes)
        policy = policy_schema(load_texts(language, "policy"), mistakes)
        yield f"schemas/{schema_name('plan', language)}", _json(plan)
        yield f"schemas/{schema_name('pipctl', language)}", _json(policy)
        if language != "en":
            for name, lists in LEXICONS.items():
                yield f"src/pipctl/language/data/{language}/{name}.txt", lexicon_text(language, lists)
            yield f"src/pipctl/language/data/{language}/tone.json", tone_text(language)
    yield from reference_pages()


def stale(root: Path = ROOT) -> list[str]:
    """Return the generated files that do not hold what they would be written with."""
    return [path for path, content in generated() if _content(root / path) != content.encode()]


def write(root: Path = ROOT) -> None:
    """Write the generated files that have changed."""
    contents = dict(generated())
    for path in stale(root):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(contents[path].encode())


def main(arguments: Sequence[str]) -> int:
    """Write, or with `--check` name what is out of date and return 1."""
    if list(arguments) == ["--check"]:
        outdated = stale()
        sys.stderr.writelines(f"{path} is out of date; run: make generate\n" for path in outdated)
        return int(bool(outdated))
    if arguments:
        sys.stderr.write("usage: generate.py [--check]\n")
        return 2
    write()
    return 0


def _json(schema: Mapping[str, Any]) -> str:
    """Return the text of a schema; its keys stay in the order of the contract, which editors show."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
