"""The examples of the manager's guide: every one is loaded, and does what its cases beside it say."""

import re
import tomllib
from pathlib import Path

import pytest

from bot.policy.cases import check
from bot.policy.load import load_pack
from bot.policy.pack import Pack

GUIDE = (Path(__file__).parents[3] / "docs" / "policies.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```toml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
HEAD = 'id = "guide"\ntitle = { en = "Guide", fr = "Guide" }\n'
EXAMPLES = list(zip(BLOCKS[::2], BLOCKS[1::2], strict=True))


def _read(policies: str, cases: str) -> Pack:
    whole = policies if "title" in tomllib.loads(policies) else HEAD + policies
    return load_pack({"pack.toml": whole, "cases.toml": cases}, "docs/policies.md")


def test_the_guide_shows_a_rule_for_each_of_ten_needs_and_one_from_nothing() -> None:
    assert len(EXAMPLES) == 11
    assert len(re.findall(r"^### \d+\. ", GUIDE.partition("## Ten common needs")[2], re.MULTILINE)) == 10


@pytest.mark.parametrize(("policies", "cases"), EXAMPLES, ids=[_read(*one).policies[0].id for one in EXAMPLES])
def test_an_example_of_the_guide_does_what_it_says(policies: str, cases: str) -> None:
    pack = _read(policies, cases)
    assert [result for result in check(pack) if not result.passed] == []
    matching = [case for case in pack.cases if case.expect]
    assert matching
    assert len(matching) < len(pack.cases)


@pytest.mark.parametrize(("policies", "cases"), EXAMPLES, ids=[_read(*one).policies[0].id for one in EXAMPLES])
def test_an_example_of_the_guide_begins_on_trial(policies: str, cases: str) -> None:
    assert {policy.mode for policy in _read(policies, cases).policies} == {"shadow"}


def test_the_crypto_rule_warns_then_removes_then_pauses_and_spares_regulars() -> None:
    (policy,) = _read(*EXAMPLES[0]).policies
    assert policy.then.actions == ("remind",)
    assert [(step.at, step.then.actions) for step in policy.ladder] == [
        (2, ("remove", "alert")),
        (3, ("remove", "alert", "timeout")),
    ]
    assert policy.unless.member_for is not None
