import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import Pattern, Reading, Scanner, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> he said that\nand I say this", ["> he said that"]),
        (">>> all\nof\nit", [">>> all\nof\nit"]),
        ("il a dit « tais-toi » hier", ["« tais-toi »"]),
        ("she said “no way” and “never”", ["“no way”", "“never”"]),
        ('he wrote "you lot" to me', ['"you lot"']),
        ('a 5" pipe and a 6" pipe', []),
        (">:( grr", []),
        ("a > b and c > d", []),
        ("plain", []),
    ],
)
def test_quotations_are_told_apart(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in Reading(text).quoted] == expected


def test_only_what_was_said_counts() -> None:
    text = 'idiot `idiot` "idiot" the idiot of Dostoevsky'
    reading = Reading(text)
    hits = Scanner([Pattern("idiot"), Pattern("idiot of Dostoevsky")]).scan(reading)
    assert said(reading, hits[0], hits[1]) == ((0, 5), (15, 20))
    assert said(reading, hits[0], hits[1], in_quotes=False) == ((0, 5),)
    assert said(reading, hits[0], in_code=True) == ((0, 5), (7, 12), (15, 20), (26, 31))


def test_many_innocent_finds_hide_no_other() -> None:
    text = "`idiot` " * 40 + "idiot"
    reading = Reading(text)
    assert said(reading, Scanner([Pattern("idiot")]).scan(reading)[0]) == ((320, 325),)


@given(st.text('ab>«»“”"\n :&gt;', max_size=80))
def test_quotations_stand_in_the_text_in_order(text: str) -> None:
    spans = Reading(text).quoted
    assert list(spans) == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
