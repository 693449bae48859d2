"""The inflected lexicon answers form by form, and knows the genitives that it does not list."""

from __future__ import annotations

from pipctl.language.listed_forms import Entry, ListedForms, listed_forms

NOUNS = """\
thing|dør|dør døren døre
labeled|dør|dør døren
broad|=ansvar|ansvar
broad|-hed|-hed -heden
thing|mån|mån"""
VERBS = "light|tag|tag tage tager\nvague|tag ansvar|tag"


def test_a_form_has_the_entries_it_is_listed_under_in_their_order() -> None:
    nouns = ListedForms(NOUNS, has_genitives=True)
    assert nouns.of("døren") == [Entry("thing", "dør"), Entry("labeled", "dør")]
    assert nouns.of("døre") == [Entry("thing", "dør")]
    assert nouns.of("port") == []


def test_any_noun_may_take_an_s_but_a_short_word_is_rather_a_name() -> None:
    nouns = ListedForms(NOUNS, has_genitives=True)
    assert "dørens" in nouns
    assert not nouns.is_listed("dørens")
    assert nouns.of("dørens") == nouns.of("døren")
    assert "måns" not in nouns
    assert "tagers" not in ListedForms(VERBS, has_genitives=False)


def test_no_compound_ends_in_a_whole_word() -> None:
    (entry,) = ListedForms(NOUNS, has_genitives=True).of("ansvar")
    assert entry.is_whole_word
    assert entry.word == "ansvar"


def test_an_ending_tells_the_group_of_a_word_that_is_not_listed() -> None:
    nouns = ListedForms(NOUNS, has_genitives=True)
    assert nouns.suffix_group("venligheden") == "broad"
    assert nouns.suffix_group("porten") == ""


def test_phrases_stand_under_their_verb() -> None:
    verbs = ListedForms(VERBS, has_genitives=False)
    assert verbs.phrases("tag") == [Entry("vague", "tag ansvar")]
    assert verbs.phrases("giv") == []


def test_the_lexicons_have_nouns_verbs_and_qualities() -> None:
    nouns, verbs, qualities = listed_forms("sv")
    assert "kundens" in nouns
    assert "levererar" in verbs
    assert "tydligare" in qualities
