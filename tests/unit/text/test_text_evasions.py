import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import Pattern, Reading, Scanner

CASES: list[dict[str, str]] = tomllib.loads((Path(__file__).parent / "evasions.toml").read_text(encoding="utf-8"))[
    "case"
]
_plain_words = st.text("abcdefghijklmnopqrstuvwxyzéèçœ", min_size=1, max_size=9)


def found(written: str, text: str, *, strict: bool = False) -> list[str]:
    hits = Scanner([Pattern(written, strict)]).scan(Reading(text))
    return [text[start:end] for start, end in hits.get(0, ())]


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 200


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['word']} {case['how']}")
def test_a_disguised_word_is_found_and_its_innocent_twin_is_not(case: dict[str, str]) -> None:
    assert found(case["word"], case["hidden"])
    assert not found(case["word"], case["twin"])


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("scam", "a s.c.a.m, really", ["s.c.a.m"]),
        ("scam", "||s||cam and sccaaammm", ["s||cam", "sccaaammm"]),
        ("asshole", "what an @$$h0le!", ["@$$h0le"]),
        ("salope", "s4l0pe!!", ["s4l0pe"]),
        ("connard*", "c o n n a r d s", ["c o n n a r d"]),
        ("free nitro", "free **n1tro**", ["free **n1tro"]),
        ("free nitro", "free ||n1tro||", ["free ||n1tro"]),
    ],
)
def test_what_was_hidden_is_cited_as_it_was_written(written: str, text: str, expected: list[str]) -> None:
    assert found(written, text) == expected


@pytest.mark.parametrize("text", ["c0nn4rd", "c.o.n.n.a.r.d", "connnaaard", "c**on**nard"])
def test_a_pattern_sees_through_no_more_than_it_says(text: str) -> None:
    for folding, seen in (("exact", False), ("folded", False), ("evasive", True)):
        assert bool(Scanner([Pattern("connard", folding=folding)]).scan(Reading(text))) is seen  # type: ignore[arg-type]
    assert not Scanner([Pattern("connard", folding="exact")]).scan(Reading("сonnard"))
    assert Scanner([Pattern("connard", folding="folded")]).scan(Reading("сonnard"))


def test_strict_accents_hold_in_disguise_too() -> None:
    assert found("péter", "p.e.t.e.r Peteeeer P3t3r", strict=True) == []
    assert found("péter", "p.é.t.e.r pééééter рéter", strict=True) == ["рéter", "p.é.t.e.r", "pééééter"]


@given(st.lists(_plain_words, max_size=8).map(" ".join), _plain_words)
def test_plain_words_are_found_in_disguise_only_where_they_stand_or_are_drawn_out(text: str, word: str) -> None:
    plain = Scanner([Pattern(word, folding="folded")]).scan(Reading(text))
    evasive = Scanner([Pattern(word)]).scan(Reading(text))
    assert set(plain.get(0, ())) <= set(evasive.get(0, ()))
    for start, end in set(evasive.get(0, ())) - set(plain.get(0, ())):
        assert end - start > len(word)


@given(st.text("abc1@$!|*_~ .é🇦\u200bœ", max_size=60), st.text("abcé$ ", min_size=1, max_size=6))
def test_whatever_is_disguised_how_spans_stand_in_the_text(text: str, word: str) -> None:
    try:
        pattern = Pattern(f"*{word}*")
    except ValueError:
        return
    for start, end in Scanner([pattern]).scan(Reading(text)).get(0, ()):
        assert 0 <= start < end <= len(text)
