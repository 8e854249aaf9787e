from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import Level
from bot.policy.book import Book
from bot.policy.cases import check
from bot.policy.load import load_pack
from tests.unit.policy.packs import pack, policy, posted

STARTER = Path(__file__).parents[3] / "policies" / "starter"
CAT = '{ words = { any = ["cat"] } }'

_fragments = [
    "free nitro",
    "https://a.example",
    "CONNARD",
    "`",
    "```",
    "enculé",
    "\ud800",
    "discord.gg",
    "\u0301",
    "\n",
]


@pytest.fixture(scope="module")
def book() -> Book:
    files = {file.name: file.read_text(encoding="utf-8") for file in STARTER.iterdir() if file.is_file()}
    return Book.compile([load_pack(files, "policies/starter")])


@given(st.lists(st.text(max_size=4) | st.sampled_from(_fragments), max_size=12).map(" ".join))
def test_whatever_is_written_is_judged_and_cited_where_it_stands(book: Book, text: str) -> None:
    judgement = book.judge(posted(text), None, None, Level.MEMBER)
    for hit in judgement.hits:
        assert all(0 <= start < end <= len(text) for start, end in hit.spans)


def test_a_case_that_fails_names_what_is_missing_and_what_is_too_much() -> None:
    cases = """
    [[case]]
    text = "cat"
    expect = ["two"]
    [[case]]
    text = "cat"
    expect = ["one"]
    """
    made = pack(policy(CAT), policy('{ words = { any = ["dog"] } }', name="two"), cases=cases)
    first, second = check(made)
    assert (first.number, first.passed, first.missing, first.unexpected) == (1, False, ("tests/two",), ("tests/one",))
    assert second.passed


def test_a_policy_that_is_off_matches_nothing_and_one_in_shadow_does() -> None:
    cases = '[[case]]\ntext = "cat"\nexpect = ["two"]\n'
    made = pack(policy(CAT, mode="off"), policy(CAT, name="two", mode="shadow"), cases=cases)
    assert all(result.passed for result in check(made))


def test_a_case_can_say_what_was_said_before_by_whom_and_to_whom() -> None:
    cases = """
    [[case]]
    text = "x"
    before = [{ text = "b", seconds_ago = 1 }, { text = "a", seconds_ago = 2.5 }]
    expect = ["rate"]
    [[case]]
    text = "x"
    mentions = 2
    everyone = true
    expect = ["both"]
    [[case]]
    text = "x"
    mentions = 2
    everyone = true
    author_level = "helper"
    expect = []
    """
    both = policy("{ mentions = { at_least = 2, everyone = true } }", name="both", unless='{ level = "helper" }')
    made = pack(policy('{ rate = { more_than = 2, within = "5s" } }', name="rate"), both, cases=cases)
    assert [result.passed for result in check(made)] == [True, True, True]
