import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import Openings, words_before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You are an idiot", ("you", "are", "an")),
        ("T’es vraiment un idiot", ("t'", "es", "vraiment", "un")),
        ("Espèce d'idiot", ("espece", "d'")),
        ("You are right. That idiot", ("that",)),
        ("You are right\nidiot", ()),
        ("@Jean-Luc idiot", ("@jean", "luc")),
        ("idiot", ()),
    ],
)
def test_what_stands_before_a_find_in_its_sentence(text: str, words: tuple[str, ...]) -> None:
    assert words_before(text, text.index("idiot")) == words


@pytest.mark.parametrize(
    ("before", "leads"),
    [
        ("you are", True),
        ("and you are", True),
        ("you are such a", True),
        ("you are not such a", False),
        ("you", False),
        ("are", False),
        ("", False),
    ],
)
def test_only_fillers_may_stand_between_an_opening_and_the_find(before: str, leads: bool) -> None:
    assert Openings(["you are"], ["such", "a"]).lead_to(before.split()) is leads


@pytest.mark.parametrize(("between", "leads"), [(0, True), (2, True), (3, False)])
def test_without_fillers_any_few_words_may_stand_between(between: int, leads: bool) -> None:
    assert Openings(["called me"], gap=2).lead_to(["called", "me", *["x"] * between]) is leads


def test_a_mention_and_an_opened_word_are_openings_too() -> None:
    assert Openings(["@*"]).lead_to(["@sam"])
    assert not Openings(["@*"]).lead_to(["sam"])
    assert Openings(["trait* de"]).lead_to(["de"]) is False
    assert Openings(["traité* de"]).lead_to(["traitees", "de"])


def test_what_holds_no_word_opens_nothing() -> None:
    assert not Openings(["!!!", " "])
    assert not Openings(["!!!"]).lead_to(["you"])


@given(st.text(max_size=400), st.integers(0, 400))
def test_no_text_costs_more_than_its_last_few_words(text: str, start: int) -> None:
    words = words_before(text, start)
    assert sum(map(len, words)) <= 160 * 18
    Openings(["you are", "@*"], ["a"]).lead_to(words)
