"""One person with several accounts: ladders and counters read all of them together."""

from datetime import timedelta

import pytest

from bot.facts import AccountFact, CounterFact, Fact, FactKey, MemberFact, Move, account_key, counter_key, member_key
from bot.ids import AccountId, MemberId
from bot.policy import together
from bot.policy.book import Book
from bot.policy.room import PolicyRoom
from bot.records import Counted, PolicyHit
from bot.settings import Overlay
from tests.unit.moderation.playing import Stage, written
from tests.unit.policy.packs import NOW, SAM, pack, policy, posted

ELSEWHERE = AccountId("other:there/sam")
CAT = '{ words = { any = ["cat"] } }'
LADDER = 'ladder = [{ at = 2, within = "30d", then = { remove = true } }]\n'
COUNTER = policy('{ all = [{ words = { any = ["cat"] } }, { counter = { at_least = 1, within = "30d" } }] }')


def moved(*days: int) -> CounterFact:
    moves = tuple(Move(NOW - timedelta(days=one), f"m{one}", 1) for one in days)
    return CounterFact(value=len(moves), moved_at=moves[-1].at, recent=moves)


def known(*accounts: AccountId) -> dict[FactKey, Fact]:
    member = MemberId("sam")
    return {
        account_key(SAM): AccountFact(account=SAM, member=member, met_at=NOW),
        member_key(member): MemberFact(member=member, accounts=accounts),
        counter_key("policy:tests/one", ELSEWHERE): moved(3),
    }


def stage(policies: str, *accounts: AccountId) -> Stage:
    made = Stage(PolicyRoom(Book.compile([pack(policies)]), Overlay(written())), known=known(*accounts))
    made.now = NOW
    return made


def hits(here: Stage) -> list[tuple[str, ...]]:
    rulings = here.play(posted("cat"))
    return [one.actions for ruling in rulings for one in ruling.records if isinstance(one, PolicyHit)]


@pytest.mark.parametrize(("accounts", "follows"), [((SAM,), ("remind",)), ((ELSEWHERE, SAM), ("remove",))])
def test_a_ladder_is_climbed_with_all_accounts_of_a_person(
    accounts: tuple[AccountId, ...], follows: tuple[str, ...]
) -> None:
    assert hits(stage(policy(CAT) + LADDER, *accounts)) == [follows]


def test_a_condition_on_a_counter_counts_all_accounts_of_a_person() -> None:
    assert hits(stage(COUNTER, SAM)) == []
    assert len(hits(stage(COUNTER, SAM, ELSEWHERE))) == 1


def test_what_happens_now_moves_the_counters_of_the_account_alone() -> None:
    rulings = stage(policy(CAT) + LADDER, SAM, ELSEWHERE).play(posted("cat"))
    assert {one.of for ruling in rulings for one in ruling.records if isinstance(one, Counted)} == {SAM}


def test_where_nothing_is_counted_nobody_is_looked_up() -> None:
    here = stage(policy(CAT), SAM, ELSEWHERE)
    (room,) = here.rooms
    here.play(posted("cat"))
    assert {key.kind for key in room.needs(posted("cat"), here.facts)} == {"account", "settings"}


def test_counters_are_added_up_in_the_order_of_time() -> None:
    both = together.counted([moved(9, 1), None, moved(5)])
    assert both is not None
    assert (both.value, both.moved_at) == (3, NOW - timedelta(days=1))
    assert [one.about for one in both.recent] == ["m9", "m5", "m1"]
    assert together.counted([None, None]) is None
