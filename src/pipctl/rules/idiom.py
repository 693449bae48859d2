"""TX06: whether the texts are in the plan's language."""

from __future__ import annotations

from collections.abc import Iterator

from pipctl.lint.rule import Case, Hit, rule
from pipctl.rules.free_texts import texts_marked


@rule("TX06", "wrong-language", "info", reads="T")
def wrong_language(case: Case) -> Iterator[Hit]:
    """A sentence is in another language than the plan.

    Whoever signs a plan must be able to read all of it, and the other rules on texts read the plan's
    language only. Quotations, names, single loanwords and the employee's own words are left alone.

    Bad::

        background:
          summary: Rapporten skickades inte till kunden förrän efter två veckor.

    Good::

        background:
          summary: Rapporten blev først sendt til kunden efter to uger.
    """
    marked = texts_marked(case, "FOREIGN")
    if case.plan.language == "en" or not marked:
        return
    from pipctl.language.idiom import foreign_words  # only where texts are read

    for path, text, is_employees, _ in marked:
        if not is_employees:
            for start, end, _ in foreign_words(text, case.plan.language):
                yield Hit(path, words=(start, end))


RULES = (wrong_language,)
