"""Judge plans: which files, by which policy, on which day."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pipctl.errors import Refusal
from pipctl.history.index import Staged, staged_files
from pipctl.lint.engine import Engine, Run
from pipctl.lint.selection import Selection, select
from pipctl.model.scalars import Language
from pipctl.rules.catalogue import RULES
from pipctl.store.configuration import CONFIGURATION_NAME, Configuration, load_configuration
from pipctl.store.files import find_plans, is_plan, read_source
from pipctl.store.reader import read
from pipctl.store.source import Source


class Linted(NamedTuple):
    """A run and the sources it judged, by path."""

    run: Run
    sources: dict[str, Source]


def selection_of(
    configuration: Configuration, only: Sequence[str] = (), without: Sequence[str] = ()
) -> Selection:
    """Choose the rules of a run; a name in the configuration that no rule bears is refused with its line."""
    try:
        return select(RULES, configuration.policy, only=only, without=without)
    except Refusal as refusal:
        place = refusal.values.get("pointer")
        if isinstance(place, tuple) and configuration.source is not None:
            raise configuration.refuse_at(place, refusal) from None
        raise


def lint(
    paths: Sequence[str],
    configuration: Configuration,
    selection: Selection,
    *,
    today: date,
    language: Language,
) -> Linted:
    """Judge the plans that paths name, or the repository's.

    Args:
        paths: files and folders; none means the repository's plans.
        configuration: the policy and where the plans are.
        selection: the rules that run.
        today: the day on which plans are judged.
        language: of the messages.

    Raises:
        Refusal: a path is missing or cannot be read.
    """
    sources: dict[str, Source] = {}

    def read_one_by_one() -> Iterator[Source]:
        """Yield each file once the one before it has been judged: what was just read is at hand."""
        for path in find_plans(paths, configuration):
            sources[path] = read_source(path)
            yield sources[path]

    whole = not paths or any(Path(path).is_dir() for path in paths)
    engine = Engine(selection, configuration.policy, today, language)
    return Linted(engine.run(read_one_by_one(), whole_repository=whole), sources)


def lint_staged(
    paths: Sequence[str],
    configuration: Configuration,
    only: Sequence[str],
    without: Sequence[str],
    *,
    today: date,
    language: Language,
) -> Linted:
    """Judge what the git index holds of added, changed or renamed plans, by the configuration in the index.

    Args:
        paths: only these files or folders, where any are named.
        configuration: found on disk; its content is taken from the index where it is there.
        only: codes, names or families to run.
        without: likewise, left out.
        today: the day on which plans are judged.
        language: of the messages.

    Raises:
        Refusal: this is no git repository, or git cannot be run.
    """
    staged = staged_files(".")
    named = [_as_git_spells(one) for one in paths]
    for written, one in zip(paths, named, strict=True):
        if not Path(written).exists() and not any(_is_among(path, [one]) for path in staged.changed):
            raise Refusal("no-such-file", path=written)
    configuration = _as_staged(staged, configuration)
    sources: dict[str, Source] = {}
    for path in staged.changed:
        if _is_among(path, named) and is_plan(path, staged.content(path) or b"", configuration):
            sources[path] = read(path, staged.content(path) or b"")
    engine = Engine(selection_of(configuration, only, without), configuration.policy, today, language)
    return Linted(engine.run(sources.values(), whole_repository=False), sources)


def _as_staged(staged: Staged, configuration: Configuration) -> Configuration:
    """Return the configuration that the index holds; none where it is only on disk, and not yet git's."""
    path = configuration.source.path if configuration.source is not None else CONFIGURATION_NAME
    held = staged.content(path)
    if held is not None:
        return load_configuration(path, held)
    return load_configuration(None) if staged.is_around(path) else configuration


def _as_git_spells(path: str) -> str:
    """Return a path relative to the folder one stands in, however it was written."""
    return os.path.relpath(os.path.realpath(path), os.path.realpath("."))


def _is_among(path: str, named: Sequence[str]) -> bool:
    return not named or any(path == one or Path(one) in Path(path).parents for one in named)
