"""Joining one's accounts with a code: it works once, for ten minutes, and only for whoever has it."""

import itertools
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.counters import CountersRoom
from bot.effects import Effect, ReplyPrivately, SendDirect
from bot.events import CommandInvoked
from bot.facts import FactKey, account_key, kin_keys, kin_of, member_key
from bot.ids import AccountId, MemberId, Platform, account_id, space_id, space_of
from bot.members import codes, requests
from bot.members.linking import LinkingRoom
from bot.members.room import MembersRoom, Window
from bot.records import AccountForgotten, AccountMet, AccountMoved, LinkCodeGiven, LinkCodeUsed
from bot.rooms import Moment, Ruling
from bot.settings import Overlay
from tests.unit.moderation.playing import (
    BASILE,
    INES,
    KWAME,
    NOW,
    SPACE,
    Stage,
    all_of,
    check_words,
    command,
    keys,
    only,
    words,
    written,
)

SLACK = space_id("slack", "T1")
ZELDA, ADA = account_id(SLACK, "U-zelda"), account_id(SLACK, "U-ada")
PEOPLE = (BASILE, INES, ZELDA, ADA)


class Chance(Stage):
    """Seeds that differ each time."""

    def _ask(self, room: Any, given: Any) -> Any:
        if type(given) in room.hears:
            for _ in range(8):
                self._load(room.needs(given, self.facts))
            yield from room.rule(given, self.facts, Moment(self.now, self.seed))

    seed = 0

    def play(self, given: Any, after: timedelta = timedelta()) -> list[Ruling]:
        self.seed += 1
        return super().play(given, after)


def stage(**more: Any) -> Chance:
    overlay = Overlay(written(**more))
    here = Chance(MembersRoom(Window(timedelta(), 1), len, overlay), LinkingRoom(overlay), CountersRoom())
    here.stored = {}
    for account in PEOPLE:
        here.play(ask("help", account))
    return here


def ask(name: str, by: AccountId, **arguments: str) -> CommandInvoked:
    asked = replace(command(name, by), arguments=tuple(arguments.items()))
    return replace(asked, space=space_of(by), name=by.rpartition("-")[2], channel=None)


def effects(rulings: list[Ruling]) -> list[Effect]:
    return [effect for ruling in rulings for effect in ruling.effects]


def records(rulings: list[Ruling], kind: type) -> list[Any]:
    return [record for ruling in rulings for record in ruling.records if isinstance(record, kind)]


def said(rulings: list[Ruling]) -> list[str]:
    return keys(only(effects(rulings), ReplyPrivately).card)


def code(here: Chance, by: AccountId) -> str:
    card = only(effects(here.play(ask("link", by))), ReplyPrivately).card
    return str(dict(card.body[0].arguments)["code"])  # type: ignore[union-attr]


def member(here: Stage, account: AccountId) -> MemberId:
    known = here.facts.account(account)
    assert known is not None
    return known.member


def people(here: Stage, accounts: tuple[AccountId, ...] = PEOPLE) -> set[frozenset[AccountId]]:
    """Who is one person with whom; the lists of members agree with what accounts say."""
    grouped: dict[MemberId, set[AccountId]] = {}
    for account in accounts:
        grouped.setdefault(member(here, account), set()).add(account)
    for name, some in grouped.items():
        here._load(frozenset({member_key(name)}))
        known = here.facts.member(name)
        assert known is not None
        assert set(known.accounts) == some
    return set(map(frozenset, grouped.values()))


ALONE = {frozenset({one}) for one in PEOPLE}


def test_a_code_is_told_to_whoever_asks_and_only_its_hash_is_written_down() -> None:
    rulings = stage().play(ask("link", BASILE))
    answer = only(effects(rulings), ReplyPrivately)
    assert answer.expires_at == NOW + codes.VALID_FOR
    told = dict(answer.card.body[0].arguments)["code"]  # type: ignore[union-attr]
    assert len(str(told)) == codes.LENGTH
    assert set(str(told)) <= set(codes.ALPHABET)
    assert not set("0O1IL") & set(codes.ALPHABET)
    (given_,) = records(rulings, LinkCodeGiven)
    assert given_.account == BASILE
    assert str(told) not in str(records(rulings, object))
    check_words(effects(rulings))


@pytest.mark.parametrize("written_down", [str.lower, lambda it: f" {it[:4]}-{it[4:]} ", " ".join])
def test_the_other_account_tells_it_however_it_was_written_down(written_down: Any) -> None:
    here = stage()
    rulings = here.play(ask("link", ZELDA, code=written_down(code(here, BASILE))))
    assert said(rulings) == ["members-link-done", "members-link-levels"]
    assert people(here) == {frozenset({BASILE, ZELDA}), frozenset({INES}), frozenset({ADA})}
    assert records(rulings, LinkCodeUsed)
    notice = only(effects(rulings), SendDirect)
    assert (notice.account, notice.space) == (BASILE, SPACE)
    assert "An account on Slack was joined" in words(notice.card)
    check_words(effects(rulings))


def test_a_code_works_once() -> None:
    here = stage()
    told = code(here, BASILE)
    here.play(ask("link", ZELDA, code=told))
    assert said(here.play(ask("link", ADA, code=told))) == ["members-link-wrong"]
    assert frozenset({ADA}) in people(here)


def test_unknown_used_and_old_codes_get_the_same_answer() -> None:
    here = stage()
    told, old = code(here, BASILE), code(here, INES)
    here.play(ask("link", ZELDA, code=told))
    answers = [only(effects(here.play(ask("link", ADA, code=one))), ReplyPrivately).card for one in ("ABCDEFGH", told)]
    here.now += codes.VALID_FOR
    answers.append(only(effects(here.play(ask("link", ADA, code=old))), ReplyPrivately).card)
    assert answers[0] == answers[1] == answers[2]


def test_a_code_is_good_until_just_before_its_time() -> None:
    here = stage()
    told = code(here, BASILE)
    here.now += codes.VALID_FOR - timedelta(seconds=1)
    assert said(here.play(ask("link", ZELDA, code=told)))[0] == "members-link-done"


def test_the_account_that_asked_cannot_tell_its_own_code_and_has_not_used_it_up() -> None:
    here = stage()
    told = code(here, BASILE)
    assert said(here.play(ask("link", BASILE, code=told))) == ["members-link-same"]
    assert said(here.play(ask("link", ZELDA, code=told)))[0] == "members-link-done"


def test_what_is_joined_already_is_said_to_be() -> None:
    here = stage()
    here.play(ask("link", ZELDA, code=code(here, BASILE)))
    assert said(here.play(ask("link", BASILE, code=code(here, ZELDA)))) == ["members-link-already"]


def test_after_five_slips_somebody_waits_and_others_do_not() -> None:
    here = stage()
    told = code(here, BASILE)
    for _ in range(5):
        assert said(here.play(ask("link", ZELDA, code="ABCDEFGH"))) == ["members-link-wrong"]
    assert said(here.play(ask("link", ZELDA, code=told))) == ["members-link-often"]
    assert said(here.play(ask("link", ADA, code=told)))[0] == "members-link-done"
    here.now += codes.VALID_FOR
    assert said(here.play(ask("link", ZELDA, code=code(here, INES))))[0] == "members-link-done"


def test_nobody_asks_for_more_than_five_codes_in_ten_minutes() -> None:
    here = stage()
    assert len({code(here, BASILE) for _ in range(5)}) == 5
    assert said(here.play(ask("link", BASILE))) == ["members-link-often"]


def test_whoever_joins_others_brings_all_their_accounts() -> None:
    here = stage()
    here.play(ask("link", ADA, code=code(here, ZELDA)))
    here.play(ask("link", ADA, code=code(here, BASILE)))
    assert people(here) == {frozenset({BASILE, ZELDA, ADA}), frozenset({INES})}


def test_an_account_is_a_person_of_its_own_again_when_it_asks_for_that() -> None:
    here = stage()
    here.play(ask("link", ZELDA, code=code(here, BASILE)))
    assert said(here.play(ask("unlink", BASILE))) == ["members-unlink-done", "members-link-levels"]
    assert people(here) == ALONE
    assert said(here.play(ask("unlink", BASILE))) == ["members-unlink-alone"]


def test_whoever_was_never_met_is_met_by_it_and_can_be_joined_at_once() -> None:
    here, stranger = stage(), account_id(SLACK, "U-new")
    rulings = here.play(ask("link", stranger, code=code(here, BASILE)))
    assert records(rulings, AccountMet)
    assert member(here, stranger) == member(here, BASILE)
    other = account_id(SLACK, "U-other")
    assert said(here.play(ask("unlink", other))) == ["members-unlink-alone"]


def test_levels_do_not_come_along() -> None:
    here = stage()
    here.play(ask("link", ZELDA, code=code(here, BASILE)))
    accounts = [here.facts.account(one) for one in (BASILE, ZELDA)]
    assert [one.roles for one in accounts if one] == [(), ()]


def test_the_code_of_somebody_who_was_forgotten_is_worth_nothing() -> None:
    here = stage()
    told = code(here, BASILE)
    here.fold([AccountForgotten(account=BASILE, member=member(here, BASILE))])
    assert said(here.play(ask("link", ZELDA, code=told))) == ["members-link-wrong"]


def test_where_a_platform_has_no_way_to_somebody_they_are_not_written_to() -> None:
    here = stage(cannot={Platform("web"): frozenset({"send_direct"})})
    assert all_of(effects(here.play(ask("link", ZELDA, code=code(here, BASILE)))), SendDirect) == []


def test_what_is_needed_ends_with_the_person_and_whose_code_it_is() -> None:
    here = stage()
    asked = ask("link", ZELDA, code=code(here, BASILE))
    here.play(asked)
    wanted: frozenset[FactKey] = here.rooms[1].needs(asked, here.facts)
    assert {account_key(ZELDA), member_key(member(here, ZELDA))} <= wanted
    assert here.rooms[1].needs(command("help", KWAME), here.facts) == frozenset()


def test_the_same_moment_gives_the_same_code_and_another_gives_another() -> None:
    here, there = Moment(NOW, 7), Moment(NOW, 8)
    assert codes.fresh(BASILE, here) == codes.fresh(BASILE, here)
    assert len({codes.fresh(one, at) for one in PEOPLE for at in (here, there)}) == 8


def kin(here: Chance, account: AccountId, since: timedelta) -> set[AccountId]:
    known: frozenset[FactKey] = frozenset()
    while (wanted := frozenset(kin_keys(account, here.facts))) != known:
        here._load(wanted)
        known = wanted
    return set(kin_of(account, here.facts, here.now - since))


@given(
    steps=st.lists(
        st.tuples(st.sampled_from(PEOPLE), st.sampled_from((*PEOPLE, None)), st.integers(0, 100)), max_size=12
    )
)
def test_who_was_linked_within_the_time_is_known_to_have_been_from_either_side(
    steps: list[tuple[AccountId, AccountId | None, int]],
) -> None:
    """Whatever was linked and parted since, and however often."""
    here, until, window = stage(), dict[frozenset[AccountId], datetime](), timedelta(days=90)
    for account, other, days in steps:
        here.now += timedelta(days=days)
        own = next(group for group in people(here) if account in group)
        if other is None:
            own, into = frozenset({account}), MemberId(f"alone-{here.seed}")
            here.seed += 1
        else:
            into = member(here, other)
        before = {one: group for group in people(here) for one in group}
        if into != member(here, account):
            previous = member(here, account)
            moved = [AccountMoved(account=one, member=into, previous=previous, at=here.now) for one in own]
            here.fold(moved)
        after = {one: group for group in people(here) for one in group}
        near = {one: kin(here, one, window) for one in PEOPLE}
        for one, two in itertools.permutations(PEOPLE, 2):
            if two in before[one] and two not in after[one]:
                until[frozenset((one, two))] = here.now
            together = two in after[one] or here.now - until.get(frozenset((one, two)), NOW - 2 * window) < window
            assert not together or near[one] >= after[two], "whoever has that account by now is the same person"
            assert (two in near[one]) == (one in near[two])


def test_whoever_is_forgotten_is_nobodys_former_account() -> None:
    here = stage()
    here.play(ask("link", ZELDA, code=code(here, BASILE)))
    here.play(ask("unlink", ZELDA))
    assert kin(here, BASILE, timedelta(days=90)) == kin(here, ZELDA, timedelta(days=90)) == {BASILE, ZELDA}
    assert kin(here, BASILE, timedelta()) == {BASILE}
    known = here.facts.account(ZELDA)
    assert known is not None
    here.fold([requests.forgetting(known)])
    assert kin(here, BASILE, timedelta(days=90)) == {BASILE}


moves = st.lists(
    st.tuples(st.sampled_from(["ask", "tell", "guess", "part"]), st.sampled_from(PEOPLE), st.integers(0, 3)),
    max_size=14,
)


@given(moves=moves)
def test_nobody_is_ever_joined_without_a_code_that_they_told(
    moves: list[tuple[str, AccountId, int]],
) -> None:
    here, out, groups = stage(), dict[AccountId, str](), {one: {one} for one in PEOPLE}
    for doing, who, number in moves:
        here.now += timedelta(minutes=11 if number == 3 else 1)
        whose = PEOPLE[number]
        if doing == "ask":
            rulings = here.play(ask("link", who))
            if records(rulings, LinkCodeGiven):
                body = only(effects(rulings), ReplyPrivately).card.body[0]
                out[who] = str(dict(body.arguments)["code"])  # type: ignore[union-attr]
        elif doing == "part":
            here.play(ask("unlink", who))
            groups[who].discard(who)
            groups[who] = {who}
        else:
            told = "ABCDEFGH" if doing == "guess" else out.get(whose, "ABCDEFGH")
            if records(here.play(ask("link", who, code=told)), LinkCodeUsed):
                assert doing == "tell"
                assert out.pop(whose) == told
                both = groups[who] | groups[whose]
                groups.update(dict.fromkeys(both, both))
        assert people(here) == set(map(frozenset, groups.values()))
