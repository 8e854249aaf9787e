import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import Reading, canonical_host, listed


def hosts(text: str) -> list[str]:
    return [link.host for link in Reading(text).links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://Evil.COM/a?b#c", ["evil.com"]),
        ("see https://evil.com.", ["evil.com"]),
        ("[here](https://evil.com) and <https://b.example>", ["evil.com", "b.example"]),
        ("https://good.com@evil.com:8080/x", ["evil.com"]),
        ("https:\\\\evil.com\\@good.com", ["evil.com"]),
        ("**https://evil.com**", ["evil.com"]),
        ("https://a.example/x,https://b.example", ["a.example", "b.example"]),
        ("https://a.example/?to=https://b.example", ["a.example", "b.example"]),
        ("https://bücher.example and https://xn--bcher-kva.example", ["bücher.example", "bücher.example"]),
        ("https://ｅｖｉｌ。ｃｏｍ", ["evil.com"]),
        ("https://ev%69l.com", ["evil.com"]),
        ("https://ev\u200bil.com", ["evil.com"]),
        ("https://xn--\u00e9.example", ["xn--é.example"]),
        ("evil.com/x", ["evil.com"]),
        ("write to me@evil.com", []),
        ("well... e.g. this, v1.2 and so on.", []),
        ("nothing here", []),
    ],
)
def test_links_are_found_as_browsers_would_follow_them(text: str, expected: list[str]) -> None:
    assert hosts(text) == expected


def test_what_only_looks_like_a_host_is_told_apart() -> None:
    assert [link.explicit for link in Reading("main.py https://a.example").links] == [False, True]


def test_a_domain_covers_what_lies_under_it_and_nothing_else() -> None:
    domains = {"evil.com"}
    assert listed("evil.com", domains) == "evil.com"
    assert listed("a.b.evil.com", domains) == "evil.com"
    assert listed("evil.com.br", domains) is None
    assert listed("notevil.com", domains) is None


@given(st.text())
def test_any_text_has_a_host_or_none(text: str) -> None:
    assert isinstance(canonical_host(text), str)


@given(st.one_of(st.text(), st.text("htps:/.@a b-éж。\\%`<>[]()\u200b")))
def test_spans_of_links_stand_in_the_text(text: str) -> None:
    for link in Reading(text).links:
        assert 0 <= link.span[0] < link.span[1] <= len(text)


def test_long_texts_are_searched_in_no_time() -> None:
    for text in ("a." * 20_000, "a" * 40_000 + ".", "https://" * 5_000, ".-" * 20_000, "`" * 3 + "`a``" * 10_000):
        reading = Reading(text)
        assert isinstance(reading.links, tuple)
        assert isinstance(reading.code, tuple)
