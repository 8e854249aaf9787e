import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import Reading, Regex, Scanner, regex_flaws


def found(written: str, text: str, *, case: bool = False) -> list[str]:
    hits = Scanner([Regex(written, case)]).scan(Reading(text))
    return [text[start:end] for start, end in hits.get(0, ())]


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        (r"bla\d{2,4}", "bla18 BLA1234 bla1", ["bla18", "BLA1234"]),
        (r"\bété\b", "un été, l'été, étés, hété", ["été", "été"]),
        (r"\bcat\b", "cat écat caté cat", ["cat", "cat"]),
        (r"within [0-9]+ ?(?:h|hours)\b", "within 3 hours, within 3 h", ["within 3 hours", "within 3 h"]),
        (r"conn\w+", "connаrd", ["connаrd"]),
        (r"nitro\s+(free|gratuit)", "NITRO  Gratuit", ["NITRO  Gratuit"]),
        (r"a|\bb", "ab b", ["a", "b"]),
        (r"^only$", "only", ["only"]),
        (r"[\]x]+", "]x]", ["]x]"]),
        (r"\Q(?=\E", "so (?= it", ["(?="]),
    ],
)
def test_a_regex_finds_what_a_reader_of_it_expects(written: str, text: str, expected: list[str]) -> None:
    assert found(written, text) == expected


def test_capitals_matter_only_where_they_are_asked_to() -> None:
    assert found("TOKEN", "token") == ["token"]
    assert found("TOKEN", "token", case=True) == []


@pytest.mark.parametrize(
    ("written", "problem", "hint"),
    [
        (r"(?=a)b", "looks ahead", "second condition"),
        (r"(?!a)b", "looks ahead", "none"),
        (r"(?<=a)b", "looks behind", "second condition"),
        (r"(?<!a)b", "looks behind", "none"),
        (r"(a)\1", "refers back", "alternatives"),
        (r"(?P<n>a)(?P=n)", "refers back", "alternatives"),
        (r"(?>a)b", "atomic", "(?:"),
        (r"a{1,5000}", "1,000 times", "{1,1000}"),
        (r"(a{100}){100}", "1,000 times", "{1,1000}"),
        (r"a++", "two repetitions", "keep one"),
        (r"a*", "nothing stands", "a+"),
        (r"\b", "nothing stands", "a+"),
        (r"(|a)", "nothing stands", "a+"),
        (r"\pL{500,900}", "too large", "smaller"),
        (r".{0,900}a.{0,900}b", "too large", "smaller"),
        (r"(a", "never closed", "close each"),
        (r"a)", "never opened", "write \\)"),
        (r"[a", "never closed", "close it"),
        (r"*a", "nothing to repeat", "\\*"),
        ("a\\", "single backslash", "\\\\"),
        (r"a\Z", "\\Z", "\\z"),
        (r"\u00e9", "\\u", "\\x{e9}"),
        ("a\ud800", "", ""),
        ("", "empty", "what to look for"),
        ("x" * 3000, "longer than", "list"),
    ],
)
def test_a_regex_that_cannot_be_bounded_is_refused_with_the_way_out(written: str, problem: str, hint: str) -> None:
    (flaw, *_) = regex_flaws(written)
    assert problem in flaw.problem
    assert hint in flaw.hint
    with pytest.raises(ValueError):
        Regex(written)


@given(st.one_of(st.text(max_size=30), st.text(r"ab()[]{}|*+?\^$.-,:=<!1é", max_size=30)))
def test_any_text_is_a_regex_or_has_a_flaw(written: str) -> None:
    if not regex_flaws(written):
        for start, end in Scanner([Regex(written)]).scan(Reading("a é b1 (a) aab")).get(0, ()):
            assert start < end


@given(st.one_of(st.text(max_size=40), st.text("abcéœ \ud800ﬁa\u0301", max_size=40)))
def test_spans_of_regexes_stand_in_the_original(text: str) -> None:
    scanner = Scanner([Regex(r"[a-c]+"), Regex(r"fi|oe"), Regex(r"\b\pL+\b")])
    for spans in scanner.scan(Reading(text)).values():
        for start, end in spans:
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "written",
    [r"(a+)+$", r"(a|aa)+$", r"([a-zA-Z]+)*x", r"(.*a){20}b", r"(x+x+)+y", r"(a|a?)+b", r"^(a+)+b", r"(\w+\s?)+@"],
)
def test_what_chokes_other_engines_is_read_once(written: str) -> None:
    scanner = Scanner([Regex(written)])
    assert isinstance(dict(scanner.scan(Reading("a" * 100_000 + "!"))), dict)


def test_many_regexes_are_told_apart_light_and_heavy_ones() -> None:
    light = [Regex(rf"word{number}x+") for number in range(150)]
    heavy = [Regex(rf"heavy{number}[a-z]{{200,300}}!") for number in range(5)]
    text = "word7xx and heavy3" + "a" * 250 + "!"
    hits = Scanner([*light, *heavy]).scan(Reading(text))
    assert {text[span[0] : span[1]][:6] for spans in hits.values() for span in spans} == {"word7x", "heavy3"}
    assert set(hits) == {7, 153}
