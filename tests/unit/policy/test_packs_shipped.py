"""The packs that come with Palabre: each does what its cases say, and its cases would notice a missing rule."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import mutating
from bot.errors import Complaints
from bot.policy import cases
from bot.policy.load import load_pack
from bot.policy.pack import Pack
from bot.policy.then import TALK

POLICIES = Path(__file__).parents[3] / "policies"
NAMES = ("brand", "newcomers", "respect", "starter")
ENFORCED = {
    "brand/impostor",
    "newcomers/name-of-the-team",
    "newcomers/name-with-link",
    "respect/attacks",
    "respect/contempt",
    "respect/insults",
    "respect/insults-aimed",
    "respect/slurs",
    "respect/threats",
    "starter/flood",
    "starter/hacked-account",
    "starter/lookalike-links",
    "starter/mention-storm",
    "starter/raid",
    "starter/scam-links",
    "starter/secrets",
    "starter/spam",
}
"""What is certain enough for the first day, or shows something to the team and to nobody else."""


def _texts(name: str) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in (POLICIES / name).iterdir() if file.is_file()}


@pytest.fixture(scope="module")
def shipped() -> dict[str, Pack]:
    return {name: load_pack(_texts(name), f"policies/{name}") for name in NAMES}


def test_these_are_all_the_packs_there_are() -> None:
    assert sorted(path.parent.name for path in POLICIES.glob("*/pack.toml")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_does_what_its_cases_say(shipped: dict[str, Pack], name: str) -> None:
    results = cases.check(shipped[name])
    assert len(results) >= 30
    assert [(result.case.text, result.missing, result.unexpected) for result in results if not result.passed] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_third_of_the_cases_says_what_must_be_left_alone(shipped: dict[str, Pack], name: str) -> None:
    alone = [case for case in shipped[name].cases if not case.expect]
    assert len(alone) * 3 >= len(shipped[name].cases)


@pytest.mark.parametrize("name", NAMES)
def test_a_case_fails_for_every_rule_that_is_left_out(shipped: dict[str, Pack], name: str) -> None:
    pack = shipped[name]
    for policy in pack.policies:
        others = tuple(one for one in pack.policies if one is not policy)
        results = cases.check(replace(pack, policies=others))
        assert pack.name(policy) in {missing for result in results for missing in result.missing}, policy.id


@pytest.mark.parametrize("name", NAMES)
def test_a_case_fails_for_every_part_of_a_rule_that_is_left_out(shipped: dict[str, Pack], name: str) -> None:
    assert [one.part for one in mutating.mutate(shipped[name]) if not one.noticed_by] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_is_expected_by_a_case(shipped: dict[str, Pack], name: str) -> None:
    pack = shipped[name]
    assert {expected for case in pack.cases for expected in case.expect} == {policy.id for policy in pack.policies}


def test_only_what_is_certain_is_enforced_from_the_first_day(shipped: dict[str, Pack]) -> None:
    enforced = {pack.name(one) for pack in shipped.values() for one in pack.policies if one.mode == "enforce"}
    assert enforced == ENFORCED


def test_nothing_forceful_ever_meets_a_newcomer_or_a_critic(shipped: dict[str, Pack]) -> None:
    for name in ("newcomers", "brand"):
        for policy in shipped[name].policies:
            assert all(set(outcome.actions) <= TALK for outcome in policy.outcomes)


@pytest.mark.parametrize("then", ["{ remove = true }", '{ timeout = "1h" }', "{ alert = true, remove = true }"])
def test_a_rule_of_the_brand_pack_that_silences_its_name_is_refused(then: str) -> None:
    texts = _texts("brand")
    rule = f"""
[[policies]]
id = "not-our-name"
title = {{ en = "Our name", fr = "Notre nom" }}
why = {{ en = "No.", fr = "Non." }}
when = {{ words = {{ any = ["Tilleul"] }} }}
then = {then}
"""
    with pytest.raises(Complaints):
        load_pack({**texts, "pack.toml": texts["pack.toml"] + rule}, "policies/brand")


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_said_in_both_languages_and_in_none_it_shouts(shipped: dict[str, Pack], name: str) -> None:
    for policy in shipped[name].policies:
        for said in (policy.title.text, policy.why.text):
            assert said.en != said.fr or policy.id in {"insults"}
            assert "!" not in said.en + said.fr


@pytest.mark.parametrize("name", NAMES)
def test_french_texts_suit_tu_and_vous_and_have_their_narrow_spaces(shipped: dict[str, Pack], name: str) -> None:
    for policy in shipped[name].policies:
        said = policy.why.fr
        assert not re.search(r"\b(?:tu|te|toi|ton|ta|tes|vous|votre|vos)\b", said, re.IGNORECASE), policy.id
        assert not re.search(r"[^\u202f][;:!?»]", said), policy.id
