"""What a case can say, and how it turns out."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.policy import cases
from bot.policy.book import Book
from bot.policy.case import Case
from bot.policy.cases import CaseResult
from tests.unit.policy.packs import pack, policy

CAT = '{ words = { any = ["cat"] } }'
LADDER = 'ladder = [{ at = 3, within = "30d", then = { timeout = "1h" } }]\n'


def run(policies: str, case: str) -> CaseResult:
    (result,) = cases.check(pack(policies, cases=f"[[case]]\n{case}\n"))
    return result


@pytest.mark.parametrize(
    ("when", "case"),
    [
        ('{ words = { any = ["cat"] }, only_in = { channels = ["trade"] } }', 'channel = "trade"'),
        ('{ words = { any = ["cat"] }, only_in = { threads = true } }', "thread = true"),
        ('{ words = { any = ["cat"] }, only_in = { roles = ["new"] } }', 'roles = ["new"]'),
        ('{ words = { any = ["cat"] }, on = ["edit"] }', 'event = "edit"'),
        ('{ words = { any = ["cat"] }, account_age = { less_than = "2d" } }', 'account_age = "1d"'),
        ('{ words = { any = ["cat"] }, member_for = { less_than = "2d" } }', 'member_for = "1d"'),
        ('{ words = { any = ["cat"] }, seen_messages = { at_least = 3 } }', "messages = 3"),
        ('{ words = { any = ["cat"] }, counter = { at_least = 2, within = "1h" } }', "times_before = 2"),
        ("{ attachments = { at_least = 2 } }", 'attachments = ["a.png", "b.png"]'),
        ('{ joins = { more_than = 5, within = "1m" } }', 'event = "join"\njoins = 5'),
    ],
)
def test_a_case_can_say_everything_that_conditions_ask_about(when: str, case: str) -> None:
    assert run(policy(when), f'text = "cat"\nexpect = ["one"]\n{case}').passed
    assert run(policy(when), 'text = "cat"\nexpect = []').passed


def test_a_case_can_say_what_follows() -> None:
    climbing = policy(CAT) + LADDER
    assert run(climbing, 'text = "cat"\nexpect = ["one"]\nfollows = ["remind"]').passed
    assert run(climbing, 'text = "cat"\nexpect = ["one"]\nfollows = ["timeout"]\ntimes_before = 2').passed
    wrong = run(climbing, 'text = "cat"\nexpect = ["one"]\nfollows = ["timeout"]')
    assert (wrong.passed, wrong.followed, list(wrong.concerns("tests"))) == (False, ("remind",), ["tests/one"])


def test_a_bot_in_a_case_is_judged_like_a_bot() -> None:
    assert run(policy(CAT), 'text = "cat"\nexpect = []\nbot = true').passed
    assert run(policy(CAT, bots=True), 'text = "cat"\nexpect = ["one"]\nbot = true').passed


def test_what_others_said_is_not_what_the_author_said() -> None:
    twice = policy('{ rate = { more_than = 1, within = "10s" } }')
    said = 'text = "x"\nbefore = [{ text = "a", seconds_ago = 1'
    assert run(twice, f'{said} }}]\nexpect = ["one"]').passed
    assert run(twice, f'{said}, by = "somebody" }}]\nexpect = []').passed


_cases = st.fixed_dictionaries(
    {"expect": st.just([])},
    optional={
        "text": st.text(max_size=20),
        "event": st.sampled_from(["post", "edit", "join", "rename"]),
        "name": st.text(max_size=5),
        "roles": st.lists(st.text(min_size=1, max_size=3), max_size=2),
        "bot": st.booleans(),
        "thread": st.booleans(),
        "mentions": st.integers(0, 5),
        "attachments": st.lists(st.text(max_size=8), max_size=3),
        "times_before": st.integers(0, 50),
        "joins": st.integers(0, 20),
        "messages": st.integers(0, 9),
        "before": st.lists(st.builds(dict, text=st.text(max_size=5), seconds_ago=st.integers(0, 90)), max_size=4),
    },
)


@settings(max_examples=50)
@given(_cases)
def test_any_case_comes_to_life(data: dict[str, Any]) -> None:
    everything = pack(policy(CAT) + LADDER, policy('{ joins = { more_than = 5, within = "1m" } }', name="two"))
    book = Book.compile([everything])
    book.judge(*cases.scene(Case.model_validate(data)))
