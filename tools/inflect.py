"""Inflected lexicons: the base forms in `tools/lexicons` → every form that a sentence may write.

A word list names base forms only. Which forms each has is worked out here, ahead of time, so that reading a
sentence is looking words up: the endings of the language give the candidates, and simplemma's dictionary
tells which of them are words. What the dictionary has never seen keeps all its candidates, for a form too
many is seldom another word.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import cache
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from pipctl.language.inflection import adjective_bases, endings, noun_bases, unaccented, verb_bases
from pipctl.language.lists import SentenceLanguage, parsed

FOLDER = Path(__file__).parent / "lexicons"
_VOWELS = "aeiouyæøåäö"
_NOUN_ENDINGS = {
    "da": ("ene", "enes", "erne", "ernes", "ets", "ens", "eren", "eres"),
    "sv": ("en", "ens", "arna", "arnas", "erna", "ernas", "orna", "ornas", "ets", "or"),
}
"""Endings that a verb never has, though the dictionary may file the noun under the verb."""
_PARTICIPLES = ("ande", "ende", "andes", "endes")
"""Present participles are adjectives: "de kommande veckorna"."""

_DEFINITE = ("en", "ens", "et", "ets")
_DEFINITE_AFTER_VOWEL = ("n", "ns", "t", "ts", *_DEFINITE)
_SHORTEST_PART = 3

_HEADING = "# Generated from tools/lexicons by tools/inflect.py: make generate. Group, entry, forms.\n"


class Vocabulary:
    """The words of a language that a dictionary knows, with their lemmas."""

    def __init__(self, language: SentenceLanguage) -> None:
        self.lemmas: dict[str, str] = {}
        self.forms: dict[str, set[str]] = {}
        for written, lemma in DefaultDictionaryFactory().get_dictionary(language).items():
            form, base = unaccented(_text(written)), unaccented(_text(lemma))
            if form.isalpha() and form == form.lower():
                self.lemmas.setdefault(form, base)
                self.forms.setdefault(base, set()).add(form)

    def admits(self, form: str, bases: Iterable[str], kind: str) -> bool:
        """Whether a candidate is a word of one of these lemmas; but for verbs, one of its own."""
        own = {form} if kind != "verb" else set()
        return form in self.lemmas and self.lemmas[form] in {*bases, *own}


def _text(word: str | bytes) -> str:
    return word.decode() if isinstance(word, bytes) else word


@cache
def vocabulary(language: SentenceLanguage) -> Vocabulary:
    """Return the dictionary of a language; it takes a second to unpack."""
    return Vocabulary(language)


def _stems(base: str) -> Iterator[str]:
    yield base
    if base[-1] not in _VOWELS:
        yield base + base[-1]
    if base[-1] in "ae":
        yield base[:-1]
    if len(base) > len("xel") and base[-2] == "e" and base[-1] in "lnr":
        yield base[:-2] + base[-1]
        if base[-3] == base[-4]:
            yield base[:-3] + base[-1]


def _candidates(base: str, language: SentenceLanguage, kind: str) -> Iterator[str]:
    for stem in _stems(base):
        yield from (stem + ending for ending in endings(language, kind))


def noun_forms(base: str, language: SentenceLanguage) -> list[str]:
    """Return the forms of a noun, itself first."""
    return _forms(base, language, "noun", (base,), frozenset())


def adjective_forms(base: str, language: SentenceLanguage) -> list[str]:
    """Return the forms of an adjective, itself first."""
    return _forms(base, language, "adjective", (base,), frozenset())


def verb_forms(imperative: str, language: SentenceLanguage) -> list[str]:
    """Return the forms of a verb, its imperative first; strong verbs are the dictionary's to know."""
    known = vocabulary(language)
    doubled = imperative + imperative[-1]
    ending = "e" if language == "da" else "a"
    lemmas = [
        lemma
        for lemma in (imperative, imperative + ending, doubled + ending)
        if lemma in known.forms and lemma[-1] in _VOWELS
    ]
    found = _forms(imperative, language, "verb", lemmas, frozenset(lemmas))
    unsuited = (*_NOUN_ENDINGS[language], *_PARTICIPLES)
    kept = [
        form
        for form in found
        if form in (imperative, *lemmas) or not (form.endswith(unsuited) or form == imperative[:-1])
    ]
    infinitives = [lemma for lemma in lemmas if lemma.endswith(ending)]
    if not infinitives and imperative[-1] not in _VOWELS:
        # The dictionary has some verbs as nouns or adjectives only.
        infinitives = [imperative + ending]
    for infinitive in infinitives:
        kept.extend((infinitive, *_regular(infinitive, imperative)))
    return list(dict.fromkeys(kept))


def _regular(infinitive: str, imperative: str) -> Iterator[str]:
    """Yield the forms that every verb has; the dictionary has often not seen them, the passive above all."""
    yield f"{infinitive}s"
    if infinitive.endswith("e"):
        yield f"{infinitive}r"
    elif infinitive == imperative:
        yield from (infinitive + ending for ending in ("r", "t", "d", "ts", "de"))
    elif not infinitive.startswith(imperative + "j"):
        yield f"{imperative}s"


_BASES = {"noun": noun_bases, "adjective": adjective_bases, "verb": verb_bases}


def _forms(
    base: str, language: SentenceLanguage, kind: str, lemmas: Iterable[str], more: frozenset[str]
) -> list[str]:
    known = vocabulary(language)
    candidates = {form for form in _candidates(base, language, kind) if base in _BASES[kind](form, language)}
    if any(lemma in known.forms for lemma in lemmas):
        candidates = {
            form for form in candidates if known.admits(form, lemmas, kind) or _is_definite(form, base)
        }
        listed = {form for lemma in lemmas for form in known.forms.get(lemma, ())}
        candidates |= {form for form in listed if more or base in _BASES[kind](form, language)}
    elif kind == "noun" and (part := _known_part(base, known)):
        start = base.removesuffix(part)
        candidates = {start + form for form in noun_forms(part, language)}
    return [base, *sorted(candidates - {base})]


def _is_definite(form: str, base: str) -> bool:
    """Whether it is "the …", which the dictionary often files under another word: "påsken", "listen"."""
    return form.removeprefix(base) in (_DEFINITE_AFTER_VOWEL if base[-1] in _VOWELS else _DEFINITE)


def _known_part(base: str, known: Vocabulary) -> str:
    """Return the last part of a compound that the dictionary knows as a lemma, the longest."""
    parts = (base[cut:] for cut in range(_SHORTEST_PART, len(base) - _SHORTEST_PART + 1))
    return next((part for part in parts if known.lemmas.get(part) == part), "")


_NOUNS = ("nouns", "times")
_KINDS = {"nouns": "noun", "times": "noun", "verbs": "verb", "qualities": "adjective"}


def inflected(language: SentenceLanguage, name: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield group, entry and forms of every entry of a source list.

    Args:
        language: da or sv.
        name: `nouns`, `times`, `verbs` and `qualities` hold one kind of word each; in `tone` the group says
            it, as in `insult.noun`, and a group that does not holds words as they are written.
    """
    inflected_verbs: set[str] = set()
    for written_group, written in source_entries(language, name):
        group, _, kind = written_group.partition(".")
        base, *irregular = (unaccented(form.strip()) for form in written.split(","))
        own = base.split(maxsplit=1)[0]
        # A verb with many particles is inflected once for all of them.
        is_repeated = own != base and own in inflected_verbs
        inflected_verbs.add(own)
        forms = [own] if is_repeated else _inflected(base, language, _KINDS.get(name, kind))
        listed = dict.fromkeys([*forms, *(form.split(maxsplit=1)[0] for form in irregular)])
        yield (
            group,
            base,
            [form for form in listed if name not in _NOUNS or not _is_genitive(form, base, listed)],
        )


def _is_genitive(form: str, base: str, forms: Container[str]) -> bool:
    """Whether a form is another one with -s; those of nouns are found without being listed."""
    return form != base and form.endswith("s") and form[:-1] in forms


def _inflected(base: str, language: SentenceLanguage, kind: str) -> list[str]:
    if kind == "verb":
        return verb_forms(base.split(maxsplit=1)[0], language)
    if kind == "adjective":
        return adjective_forms(base, language)
    if kind != "noun":
        return [base]
    if base.startswith("-"):
        return [base, *(base + ending for ending in endings(language, "noun"))]
    return noun_forms(base.removeprefix("="), language)


def source_entries(language: SentenceLanguage, name: str) -> Iterator[tuple[str, str]]:
    """Yield group and entry of a hand-written list."""
    yield from parsed((FOLDER / language / f"{name}.txt").read_text(encoding="utf-8"))


@cache
def lexicon_text(language: SentenceLanguage, names: tuple[str, ...]) -> str:
    """Return the content of a generated lexicon, a section a source list."""
    lines = [_HEADING]
    for name in names:
        lines.append(f"\n[{name}]\n")
        for group, base, forms in inflected(language, name):
            lines.append(f"{group}|{base}|{' '.join(forms)}\n")
    return "".join(lines)
