from pathlib import Path

import pytest

from bot.commands import Level
from bot.errors import Complaint
from bot.ids import PolicyId
from bot.policy import life
from bot.policy.book import Book
from bot.policy.edition import Edition, editions, restored
from bot.policy.life import Decided, Source, Standing
from bot.policy.load import load_pack
from bot.policy.pack import Mode, Pack, Revision
from tests.unit.policy.packs import pack, policy, posted

CAT, DOG = '{ words = { any = ["cat"] } }', '{ words = { any = ["dog"] } }'
ONE = PolicyId("tests/one")
HOLDS = '[[case]]\ntext = "cat"\nexpect = ["one"]\n'
FAILS = '[[case]]\ntext = "bird"\nexpect = ["one"]\n'
PACKS = sorted(file.parent for file in (Path(__file__).parents[3] / "policies").glob("*/pack.toml"))


def decide(
    *sources: Pack | Complaint,
    last: Decided | None = None,
    modes: dict[PolicyId, Mode] | None = None,
    against: Complaint | None = None,
) -> Decided:
    found = [Source("tests", None, (one,)) if isinstance(one, Complaint) else Source(one.id, one) for one in sources]
    return life.decide(found, modes or {}, last.standings if last else {}, lambda edition: against)


def live(decided: Decided) -> dict[str, str]:
    return {one.id: one.mode for one in decided.editions}


def finds(decided: Decided, text: str) -> list[str]:
    book = Book.bind(decided.editions)
    return [hit.mode for hit in book.judge(posted(text), None, None, Level.MEMBER).hits]


BROKEN = Complaint("policies/tests/pack.toml:3", 'unknown setting "wrods"', 'did you mean "words"?')


def test_a_policy_that_says_nothing_about_its_mode_starts_in_shadow() -> None:
    silent = policy(CAT).replace('mode = "enforce"\n', "")
    assert live(decide(pack(silent))) == {"tests/one": "shadow"}


def test_to_write_enforce_is_to_activate_in_the_pack_as_in_the_settings() -> None:
    assert live(decide(pack(policy(CAT), cases=HOLDS))) == {"tests/one": "enforce"}
    assert live(decide(pack(policy(CAT, mode="shadow")), modes={ONE: "enforce"})) == {"tests/one": "enforce"}
    assert live(decide(pack(policy(CAT)), modes={ONE: "off"})) == {"tests/one": "off"}


def test_a_new_policy_that_fails_a_case_of_its_own_runs_on_trial_only() -> None:
    decided = decide(pack(policy(CAT), policy(DOG, name="two"), cases=HOLDS + FAILS + FAILS))
    assert live(decided) == {"tests/one": "shadow", "tests/two": "enforce"}
    assert [str(one) for one in decided.complaints] == [
        "tests/one: it is not activated as it stands now, since cases 2, 3 fail; see palabre policy check"
    ]


def test_what_was_enforced_stays_as_it_was_while_its_new_wording_fails_a_case() -> None:
    first = decide(pack(policy(CAT), cases=HOLDS))
    second = decide(pack(policy(DOG), cases=HOLDS), last=first)
    assert second.standings == first.standings
    assert (finds(second, "cat"), finds(second, "dog")) == (["enforce"], [])
    third = decide(pack(policy(DOG), cases=HOLDS.replace("cat", "dog")), last=second)
    assert (finds(third, "cat"), finds(third, "dog")) == ([], ["enforce"])
    assert third.complaints == ()


def test_a_policy_on_trial_may_fail_its_cases() -> None:
    decided = decide(pack(policy(CAT, mode="shadow"), cases=FAILS))
    assert (live(decided), decided.complaints) == ({"tests/one": "shadow"}, ())


def test_a_case_about_what_follows_counts_too() -> None:
    wrong = HOLDS + 'follows = ["remove"]\n'
    assert live(decide(pack(policy(CAT), cases=wrong))) == {"tests/one": "shadow"}
    assert live(decide(pack(policy(CAT, then="{ remove = true }"), cases=wrong))) == {"tests/one": "enforce"}


def test_a_pack_that_cannot_be_read_stays_live_as_it_was_last() -> None:
    first = decide(pack(policy(CAT), policy(DOG, name="two", mode="shadow")), pack(policy(CAT), name="other"))
    second = decide(BROKEN, pack(policy(DOG), name="other"), last=first)
    assert live(second) == live(first)
    assert second.complaints == (BROKEN,)
    assert second.standings[ONE] == first.standings[ONE]
    assert second.standings[PolicyId("other/one")] != first.standings[PolicyId("other/one")]


def test_a_pack_that_never_could_be_read_has_nothing_live() -> None:
    assert decide(BROKEN).editions == ()


def test_a_policy_that_is_gone_from_its_pack_is_gone() -> None:
    first = decide(pack(policy(CAT), policy(DOG, name="two")))
    assert live(decide(pack(policy(CAT)), last=first)) == {"tests/one": "enforce"}


def test_another_reason_against_it_keeps_a_policy_from_being_enforced() -> None:
    reason = Complaint(ONE, "fake cannot time out member")
    decided = decide(pack(policy(CAT)), against=reason)
    assert (live(decided), decided.complaints) == ({"tests/one": "shadow"}, (reason,))


def test_a_pack_that_names_a_brand_guards_it_from_the_other_packs() -> None:
    brand = 'id = "brand"\ntitle = { en = "a", fr = "b" }\nbrand = ["Cat"]\n' + policy(DOG)
    named = load_pack({"pack.toml": brand}, "policies/brand")
    decided = decide(pack(policy(CAT, then="{ remove = true }")), named)
    assert live(decided)["tests/one"] == "shadow"
    assert "critique stays" in decided.complaints[0].problem


def test_two_packs_of_one_name_leave_everything_as_it_was() -> None:
    first = decide(pack(policy(CAT)))
    second = decide(pack(policy(DOG)), pack(policy(DOG)), last=first)
    assert second.standings == first.standings
    assert [one.problem for one in second.complaints] == ["two packs have this id"]


def test_a_wording_that_this_version_does_not_understand_is_not_brought_back() -> None:
    name = decide(pack(policy(CAT))).standings[ONE].revision.id
    for canonical in ("{}", '{"says": []}', '{"says": {"sentiment": "bad"}, "files": {}}', "no JSON"):
        old = Revision(name, ONE, canonical)
        assert restored(old, "enforce") is None
        decided = life.decide([Source("tests", None, (BROKEN,))], {}, {ONE: Standing(old, "enforce")}, _fine)
        assert decided.editions == ()


def _fine(edition: Edition) -> Complaint | None:
    return None


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_every_shipped_wording_comes_back_as_it_was(folder: Path) -> None:
    files = {
        file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.suffix in (".toml", ".txt")
    }
    read = load_pack(files, folder.name)
    for one in editions(read, {}):
        again = restored(one.revision, one.mode)
        assert again is not None
        assert again.policy == one.policy
        (same,) = editions(Pack(read.id, read.title, (again.policy,), files=again.files), {})
        assert same.revision == one.revision
