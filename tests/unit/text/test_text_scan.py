import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.text import Pattern, Reading, Scanner, letters


def found(written: str, text: str, *, strict: bool = False) -> list[str]:
    hits = Scanner([Pattern(written, strict)]).scan(Reading(text))
    return [text[start:end] for start, end in hits.get(0, ())]


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("cat", "A Cat, a CAT's tail", ["Cat", "CAT"]),
        ("cat", "concatenate cats bobcat", []),
        ("cat*", "cats and bobcats", ["cat"]),
        ("*cat", "bobcat concatenate", ["cat"]),
        ("*cat*", "bobcats concatenate", ["cat", "cat"]),
        ("enculé", "c'est l'enculé d'hier", ["enculé"]),
        ("enculé", "c’est l’Enculé", ["Enculé"]),
        ("cul", "éculé, calcul, culé", []),
        ("cul", "e\u0301cule\u0301, cule\u0301", []),
        ("cul", "mon cul!", ["cul"]),
        ("connard", "_connard_ **connard**", ["connard", "connard"]),
        ("été", "L'ETE et l'e\u0301te\u0301", ["ETE", "e\u0301te\u0301"]),
        ("free nitro", "FREE \n  Nitro!", ["FREE \n  Nitro"]),
        ("free nitro", "free nitrogen, carefree nitro, freenitro", []),
        ("free nitro for all", "so: free nitro  for all, free nitro for you", ["free nitro  for all"]),
        ("t'es con", "T’es con", ["T’es con"]),
        ("nitro*", "ｎｉｔｒｏｓ", ["ｎｉｔｒｏ"]),
        ("connard", "с\u200bо\u200bnnаrd", ["с\u200bо\u200bnnаrd"]),
        ("$$$", "win$$$now", ["$$$"]),
        ("groß", "GROSS, groß", ["GROSS", "groß"]),
    ],
)
def test_a_pattern_is_found_where_a_reader_sees_it(written: str, text: str, expected: list[str]) -> None:
    assert sorted(found(written, text)) == sorted(expected)


def test_strict_accents_keep_peter_apart() -> None:
    assert found("péter", "Peter Pan", strict=True) == []
    assert found("péter", "il va PÉTER, pe\u0301ter", strict=True) == ["PÉTER", "pe\u0301ter"]
    assert found("péter", "Peter Pan") == ["Peter"]


def test_patterns_are_told_apart_by_their_numbers() -> None:
    scanner = Scanner([Pattern("cat"), Pattern("*at"), Pattern("dog"), Pattern("cat", strict=True)])
    assert set(scanner.scan(Reading("cat"))) == {0, 1, 3}


def test_without_patterns_nothing_is_found() -> None:
    assert Scanner([]).scan(Reading("anything")) == {}


@pytest.mark.parametrize("written", ["", " ", "*", "**", "c*t", "***", "\u200b"])
def test_a_pattern_that_could_never_be_found_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"nothing to look for|star inside"):
        Pattern(written)


_alphabet = "abcéßœес한ﬁ…\u200b\u0301İ -'’"
_any = st.one_of(st.text(max_size=12), st.text(_alphabet, max_size=12))


def made(written: str, *, strict: bool = False) -> Pattern:
    try:
        return Pattern(written, strict)
    except ValueError:
        assume(False)
        raise


@given(_any, _any, _any, st.booleans())
@example("", "ß", "", False)
@example("\u200b", "cat", "\u200b", False)
def test_folding_never_loses_a_raw_match(before: str, word: str, after: str, strict: bool) -> None:
    word = "".join(word.replace("*", "").split())
    assume(word and not letters.continues(word[0]))
    assume(not after or not letters.continues(after[0]))
    hits = Scanner([made(f"*{word}*", strict=strict)]).scan(Reading(before + word + after))
    assert 0 in hits


@given(_any, _any, _any)
def test_every_span_slices_the_original_to_what_matched(before: str, word: str, after: str) -> None:
    pattern = made(f"*{word.strip('*')}*")
    text = before + word + after
    for start, end in Scanner([pattern]).scan(Reading(text)).get(0, ()):
        part = Reading(text[start:end])
        squeezed = [" ".join(view.text.split()) for view in (part.folded, part.stripped)]
        core = Reading(pattern.core)
        wanted = [" ".join(view.text.split()) for view in (core.folded, core.stripped)]
        assert wanted[0] in squeezed[0] or wanted[1] in squeezed[1]
