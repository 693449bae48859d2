"""Asking at a terminal: a question, what to think of, an answer, and if need be why it will not do.

Everything that is said goes to standard error. What is typed or stands in a plan is text, never markup.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from rich.padding import Padding
from rich.text import Text

from pipctl.cli.everywhere import Everywhere
from pipctl.cli.sentences import sentence
from pipctl.cli.tables import console_for, plain_table, shown
from pipctl.errors import Refusal
from pipctl.model.scalars import Language
from pipctl.report.text import printable
from pipctl.store.texts import filled, load_texts

# Where it is there, it lets people move within their answer; Windows has its own.
with suppress(ImportError):
    import readline

    # What was answered is nobody's business later in the talk.
    readline.set_auto_history(False)

Answer = TypeVar("Answer")

_PROMPT = "> "
_WIDEST = 100


class Misunderstood(Exception):
    """An answer that will not do; `key` names the sentence that says why.

    Attributes:
        key: in `misunderstood` of `texts/<language>/interview.yaml`.
        values: what the sentence is filled with.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values: Mapping[str, object] = values


class Talk:
    """A talk in one language.

    Args:
        language: of everything that is said.
        everywhere: whether there are colors.
    """

    def __init__(self, language: Language, everywhere: Everywhere) -> None:
        self.language = language
        self.words: Mapping[str, Any] = load_texts(language, "interview")
        self.console = console_for(everywhere, sys.stderr)
        self.console.width = min(self.console.width, _WIDEST)

    def section(self, name: str) -> None:
        """Begin a new part of the talk."""
        title = f"── {self.words['sections'][name]} "
        self.console.print()
        self.console.print(Text(title.ljust(min(self.console.width, 80), "─"), style="cyan"))

    def say(self, text: str, style: str = "", indent: int = 0) -> None:
        """Say something of ours, in which values may stand."""
        self.console.print(Padding(Text(printable(text), style=style), (0, 0, 0, indent)))

    def tell(self, name: str, style: str = "", **values: object) -> None:
        """Say the sentence of a name."""
        self.say(filled(self.words["says"][name], values), style)

    def points(self, lead: str, points: Iterable[str]) -> None:
        """Say what there is to see to, each on a line of its own."""
        self.say(lead, "yellow")
        self.bullets(points)

    def bullets(self, points: Iterable[str]) -> None:
        """Say several things, each on a line of its own."""
        table = plain_table("", "", padding=1)
        table.show_header = False
        for point in points:
            table.add_row(shown("  ·"), shown(point))
        self.console.print(table)

    def ask(
        self,
        name: str,
        read: Callable[[str], Answer],
        default: Answer | None = None,
        suggestion: str = "",
        **values: object,
    ) -> Answer | None:
        """Ask until the answer will do.

        Args:
            name: of the question.
            read: makes of the answer what is wanted, or raises Misunderstood or a Refusal.
            default: what Enter stands for.
            suggestion: how the default is shown.
            values: what the question is filled with.

        Returns:
            What was read, or the default, or None where the question was passed over.
        """
        self._pose(name, values)
        return self._answer(read, default, suggestion, is_required=False)

    def demand(
        self,
        name: str,
        read: Callable[[str], Answer],
        default: Answer | None = None,
        suggestion: str = "",
        **values: object,
    ) -> Answer:
        """Ask what a plan cannot be without."""
        self._pose(name, values)
        answer = self._answer(read, default, suggestion, is_required=True)
        if answer is None:
            raise AssertionError(name)
        return answer

    def agrees(self, name: str, *, default: bool | None) -> bool:
        """Ask for yes or no; without a default the question must be answered."""
        self._pose(name, {})
        either = f"{self.words['yes']}/{self.words['no']}"
        suggestion: str = either if default is None else self.words["yes" if default else "no"]
        return bool(self._answer(read_yes_no, default, suggestion, is_required=True))

    def choose(self, name: str, choices: Mapping[str, str], default: str | None = None) -> str | None:
        """Ask for one of a few words of the format, each shown with what it means."""
        several = self._choose(name, choices, default, is_several=False)
        return several[0] if several else None

    def choose_several(self, name: str, choices: Mapping[str, str]) -> tuple[str, ...]:
        """Ask for one or more of a few words."""
        return self._choose(name, choices, None, is_several=True)

    def _choose(
        self, name: str, choices: Mapping[str, str], default: str | None, *, is_several: bool
    ) -> tuple[str, ...]:
        self._pose(name, {})
        for number, meaning in enumerate(choices.values(), start=1):
            self.say(f"{number}  {meaning}", indent=2)
        self.say(self.words["choose-several" if is_several else "choose"], "dim", indent=2)
        words = tuple(choices)
        suggestion = str(words.index(default) + 1) if default else ""
        read = _reader_of_choice(choices, is_several=is_several)
        return self._answer(read, (default,) if default else None, suggestion, is_required=False) or ()

    def _pose(self, name: str, values: Mapping[str, object]) -> None:
        question: Mapping[str, Any] = self.words["questions"][name]
        self.console.print()
        self.say(filled(question["ask"], values), "bold")
        guide = question.get("guide", [])
        for line in [guide] if isinstance(guide, str) else guide:
            self.say(filled(line, values), "dim", indent=2)

    def _answer(
        self, read: Callable[[str], Answer], default: Answer | None, suggestion: str, *, is_required: bool
    ) -> Answer | None:
        while True:
            try:
                line = self._line(suggestion)
                if line:
                    return read(line)
            except Misunderstood as why:
                self._explain(why)
            except Refusal as refusal:
                self.say(sentence(refusal, self.language), "yellow")
            else:
                if default is not None or not is_required:
                    return default
                # The answer to yes or no need not be for the plan: some are asked only to stop in time.
                self._explain(Misunderstood("yes-no" if read is read_yes_no else "required"))

    def _explain(self, why: Misunderstood) -> None:
        self.say(filled(self.words["misunderstood"][why.key], why.values), "yellow")

    def _line(self, suggestion: str) -> str:
        prompt = f"[{suggestion}] {_PROMPT}" if suggestion else _PROMPT
        try:
            if sys.stdout.isatty():
                return input(prompt).strip()
            # Standard output is the plan: nothing else may get into it.
            sys.stderr.write(prompt)
            sys.stderr.flush()
            return input().strip()
        except UnicodeDecodeError:
            raise Misunderstood("unreadable", code="?") from None


def read_yes_no(answer: str) -> bool:
    """Read yes or no in any of the languages."""
    word = answer.casefold()
    if word in ("j", "ja", "y", "yes"):
        return True
    if word in ("n", "nej", "no"):
        return False
    raise Misunderstood("yes-no")


def _reader_of_choice(choices: Mapping[str, str], *, is_several: bool) -> Callable[[str], tuple[str, ...]]:
    """Return what reads a choice by its number, its word in the file or its meaning."""
    known = {str(number): word for number, word in enumerate(choices, start=1)}
    known |= {meaning.casefold(): word for word, meaning in choices.items()}
    known |= {word.casefold(): word for word in choices}

    def read(answer: str) -> tuple[str, ...]:
        parts = answer.replace(",", " ").split() if is_several else [answer]
        if not parts or any(part.casefold() not in known for part in parts):
            raise Misunderstood("choice", most=len(choices))
        return tuple(dict.fromkeys(known[part.casefold()] for part in parts))

    return read


def own_names() -> dict[str, str]:
    """Return each language of a plan by its own name."""
    languages: tuple[Language, ...] = ("da", "sv", "en")
    return {one: load_texts(one, "keys")["plan"]["language"]["values"][one] for one in languages}
