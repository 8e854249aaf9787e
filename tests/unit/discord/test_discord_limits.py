import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.limits import cut, fitted, sentence, size

WORDS = st.text(st.sampled_from("ab é.\n👩\u200d🇫🇷👍\U0001f3fde\u0301") | st.characters(), max_size=120)


@given(WORDS, st.integers(1, 60))
def test_what_is_cut_fits_and_is_a_beginning(text: str, most: int) -> None:
    kept = cut(text, most)
    assert size(kept) <= most
    assert kept == text or (kept.endswith("…") and text.startswith(kept[:-1]))


def test_a_text_is_cut_between_words() -> None:
    assert cut("one two three", 10) == "one two…"
    assert cut("one two three", 13) == "one two three"
    assert cut("one two", 4) == "one…"
    assert cut("incomprehensible", 8) == "incompr…"


@pytest.mark.parametrize("sign", ["👩‍👩‍👧", "👍🏽", "🇫🇷", "é".encode().decode(), "e\u0301", "🏴\U000e0067\U000e007f"])
def test_no_sign_that_people_see_as_one_is_torn(sign: str) -> None:
    text = sign * 12
    for most in range(2, size(text)):
        kept = cut(text, most)[:-1]
        assert kept == sign * (len(kept) // len(sign)), most


def test_no_text_is_cut_before_a_mark_that_belongs_to_its_letter() -> None:
    for most in range(2, 20):
        kept = cut("a\u0301b\u0308c\u0327" * 5, most)
        assert not kept[:-1] or unicodedata.category(kept[-2]) == "Mn"


@given(WORDS, st.integers(2, 80))
def test_what_grows_when_it_is_dressed_fits_all_the_same(text: str, most: int) -> None:
    assert size(fitted(text, most, lambda raw: raw.replace("a", "\\a"))) <= most


def test_as_much_as_fits_is_kept() -> None:
    assert fitted("aaaa aaaa", 9, lambda raw: raw.replace("a", "\\a")) == "\\a\\a\\a\\a…"


def test_a_hint_ends_with_a_sentence_where_one_fits() -> None:
    assert sentence("It watches. It does nothing else.", 15) == "It watches."
    assert sentence("It watches", 15) == "It watches"
    assert sentence("It watches everything. Always.", 15) == "It watches…"
