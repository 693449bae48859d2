"""What a rule finds and why, and what belongs under a key of the plan file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pipctl.errors import Refusal
from pipctl.lint.documentation import Documentation, KeyPath, documentation, keys_shown
from pipctl.lint.rule import Rule
from pipctl.lint.selection import find, names_of
from pipctl.model.scalars import Language
from pipctl.rules.catalogue import RULES
from pipctl.store.keys import Key, every_key


class DocumentedRule(NamedTuple):
    """A rule and what is said of it."""

    rule: Rule
    said: Documentation


class DocumentedKey(NamedTuple):
    """A key and where it stands.

    Attributes:
        key: what is said of it.
        places: every place where just this is said, dotted, such as `goals.measure.target`.
        rules: those whose examples show that they look at it.
    """

    key: Key
    places: tuple[str, ...]
    rules: tuple[Rule, ...]


class Explained(NamedTuple):
    """The answer to one question: a rule, or the places of a key; both where both bear the name."""

    rule: DocumentedRule | None
    keys: tuple[DocumentedKey, ...]


def documented_rules(language: Language) -> tuple[DocumentedRule, ...]:
    """Return every rule, in the order of the catalogue."""
    return tuple(DocumentedRule(rule, documentation(rule, language)) for rule in RULES)


def explain(topic: str, language: Language) -> Explained:
    """Explain a rule or a key.

    Args:
        topic: a code, a name, or a key alone or with keys above it: `target`, `measure.target`; in the
            record the event stands above: `check-in.present`. Upper and lower case are the same.
        language: of the words.

    Raises:
        Refusal: nothing bears that name; it names the nearest that does.
    """
    rule = find(RULES, topic)
    keys = tuple(every_key(language))
    found = [key for key in keys if _is_meant(key, topic)]
    if rule is None and not found:
        raise _unknown(topic, keys)
    documented = DocumentedRule(rule, documentation(rule, language)) if rule else None
    return Explained(documented, tuple(_documented(found)))


def place_of(key: Key) -> str:
    """Return the keys down to one, with dots between them; an event says itself that it is in the record."""
    is_in_event = key.kind == "event" or len(key.path) > len(("record", "date"))
    return ".".join(key.path[1:] if key.path[0] == "record" and is_in_event else key.path)


def _is_meant(key: Key, topic: str) -> bool:
    sought = topic.casefold().split(".")
    return [step.casefold() for step in key.path[-len(sought) :]] == sought


def _documented(found: Iterable[Key]) -> Iterator[DocumentedKey]:
    """Yield the keys found, those of which the same is said together."""
    alike: dict[Key, list[Key]] = {}
    for key in found:
        alike.setdefault(key._replace(path=(), inside=()), []).append(key)
    for keys in alike.values():
        paths = [key.path for key in keys]
        rules = tuple(
            rule for rule, looked_at in _looked_at() if any(_is_at(one, paths) for one in looked_at)
        )
        yield DocumentedKey(keys[0], tuple(map(place_of, keys)), rules)


@cache
def _looked_at() -> tuple[tuple[Rule, frozenset[KeyPath]], ...]:
    return tuple((rule, keys_shown(documentation(rule))) for rule in RULES)


def _is_at(looked_at: KeyPath, paths: Iterable[KeyPath]) -> bool:
    """Whether a key that a rule looks at is one of some keys or stands below one."""
    return any(looked_at[: len(path)] == path for path in paths)


def _unknown(topic: str, keys: Iterable[Key]) -> Refusal:
    from difflib import get_close_matches  # only for a slip

    names = {name.casefold(): name for rule in RULES for name in names_of(rule)}
    names |= {name: name for key in keys for name in (key.path[-1], place_of(key))}
    near = get_close_matches(topic.casefold(), names, n=1, cutoff=0.6)
    if near:
        return Refusal("unknown-topic-nearest", name=topic, nearest=names[near[0]])
    return Refusal("unknown-topic", name=topic)
