"""Cases where two things meet: wishes in one breath, words that change later, a team in which nobody is left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.cases.lines import Opening
from bot.effects import PostCard
from bot.events import MessageDeleted, MessageEdited, MessagePosted
from bot.facts import FactKey, Facts, matters_key
from bot.ids import AccountId, EventId, Platform
from bot.records import CaseWanted, Record
from bot.rooms import Input, Moment, Ruling
from bot.storage import facts, tables
from bot.storage.store import Store
from tests.builders import CHANNEL, MONDAY, SPACE, message
from tests.flow.governed import TEAM, Asking
from tests.flow.quarrels import ADA, BOB, CEDRIC, EVE, MONA, OTTO, OWEN, Town, quarrel, town
from tests.unit.moderation.playing import buttons, quotes, words

pytestmark = pytest.mark.story

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
HOUSE = {"house": {"kind": "channel", "address": f"{SPACE}/club", "who": {"en": "the house", "fr": "la maison"}}}
STANDING = {Platform("fake"): frozenset({"hide_reaction"})}


@dataclass(frozen=True)
class Wishing:
    """Asks for two cases in one breath."""

    about: tuple[AccountId, ...]
    name: str = "wishing"
    hears: frozenset[type] = frozenset({MessagePosted})
    keeps: frozenset[type] = frozenset()

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        return frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        if not isinstance(given, MessagePosted) or given.text != "now":
            return ()
        openings = (Opening(kind="report", door="policy", space=SPACE, respondent=one) for one in self.about)
        return tuple(Ruling(rule="w", records=(CaseWanted(opening=one, at=at.now),)) for one in openings)

    def touches(self, record: Record) -> frozenset[FactKey]:
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None: ...


async def test_two_cases_in_one_breath_have_a_number_each(store: Store) -> None:
    async with town(store, also=(Wishing((BOB.account, EVE.account)),)) as here:
        await here.send(replace(message("now", number=50, by="ada"), at=MONDAY + timedelta(seconds=50)))
        assert await here.cases() == ["1", "2"]
        assert [(await here.case(one)).opening.respondent for one in ("1", "2")] == [BOB.account, EVE.account]
        await here.report(ADA, quarrel())
        assert await here.cases() == ["1", "2", "3"]


async def reword(here: Town, text: str, number: int = 7) -> None:
    name, at = here.now()
    cited = quarrel(number=number)
    await here.send(
        MessageEdited(
            id=EventId(f"edited:{name}"),
            space=SPACE,
            at=MONDAY + timedelta(seconds=at),
            message=cited.message,
            channel=CHANNEL,
            account=BOB.account,
            text=text,
        )
    )


async def delete(here: Town, number: int = 7) -> None:
    name, at = here.now()
    gone = MessageDeleted(
        id=EventId(f"deleted:{name}"),
        space=SPACE,
        at=MONDAY + timedelta(seconds=at),
        message=quarrel(number=number).message,
        channel=CHANNEL,
    )
    await here.send(gone)


async def test_what_is_reworded_or_gone_later_is_noted_and_the_first_wording_stays(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await reword(here, "I never said that")
        await reword(here, "I never said that")
        await reword(here, "somebody else's", number=60)
        await delete(here)
        await delete(here)
        case = await here.case()
        assert await here.moves() == ["open", "note", "note"]
        (kept,) = case.evidence
        assert (kept.text, kept.edits) == (quarrel().text, ("I never said that",))
        assert [line.by for line in await here.log()] == [None, None, None]
        await here.press(MONA, "case-evidence:1")
        assert {quarrel().text, "I never said that"} <= set(quotes(await here.answer(MONA)))
        await here.press(MONA, "case-show:1")
        assert any("is gone from where it stood" in one for one in quotes(await here.answer(MONA)))


async def test_what_the_team_takes_down_itself_is_not_noted(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.fill(MONA, "case-decide", "1", measure="warn", message="goes", text="It hurts")
        before = await here.moves()
        await delete(here)
        assert await here.moves() == before


async def test_messages_without_a_case_are_left_alone(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.fill(OTTO, "case-dismiss", "1", text="Settled")
        await here.wait(40 * DAY)
        before = await here.moves()
        await reword(here, "later still")
        assert await here.moves() == before
        assert (await here.case()).state == "closed"


async def test_the_two_may_write_to_each_other_again_before_the_time_is_over(store: Store) -> None:
    async with town(store) as here:
        await here.dispute(ADA, account=BOB.account)
        await here.press(MONA, "case-claim:1")
        await here.press(MONA, "case-show:1:besides")
        assert "case-lift" not in buttons(await here.answer(MONA))
        await here.fill(MONA, "case-restrain", "1", what="no_contact", hours="24", text="Let it rest")
        await here.press(MONA, "case-show:1")
        assert "the two leave each other alone" in words(await here.answer(MONA))
        await here.press(MONA, "case-show:1:besides")
        assert "case-lift" in buttons(await here.answer(MONA))
        await here.press(MONA, "case-lift:1")
        assert "holds no more" in words(await here.answer(MONA))
        case = await here.case()
        assert (case.no_contact, case.restrained_until) == (False, None)
        await here.press(MONA, "case-lift:1")
        assert "Nothing holds in case 1 any more" in words(await here.answer(MONA))
        assert (await here.moves())[-2:] == ["restrain", "restrain"]


async def test_where_no_time_is_chosen_it_holds_for_a_day(store: Store) -> None:
    async with town(store) as here:
        await here.dispute(ADA, account=BOB.account)
        await here.press(MONA, "case-claim:1")
        await here.fill(MONA, "case-restrain", "1", what="no_contact", hours="", text="Let it rest")
        case = await here.case()
        assert case.restrained_until == MONDAY + timedelta(seconds=here.seconds) + DAY


@pytest.mark.parametrize("hours", ["a:b", "9" * 400, "-1", "\N{SUPERSCRIPT TWO}"])
async def test_a_time_that_the_form_does_not_offer_holds_nobody(store: Store, hours: str) -> None:
    async with town(store) as here:
        await here.dispute(ADA, account=BOB.account)
        await here.press(MONA, "case-claim:1")
        await here.fill(MONA, "case-restrain", "1", what="no_contact", hours=hours, text="Let it rest")
        assert (await here.case()).restrained_until is None


@pytest.mark.parametrize("number", ["\0", "\ud800", "1\0", "\N{SUPERSCRIPT TWO}"])
async def test_a_number_that_no_database_holds_is_no_cases(store: Store, number: str) -> None:
    async with town(store) as here:
        await here.dispute(ADA, account=BOB.account)
        await here.command(OTTO, "case show", case=number)
        assert "no such" in words(await here.answer(OTTO)).lower()
        await here.fill(OTTO, "case-note", number, text="Where is it?")
        await here.press(OTTO, f"proposal-show:{number}")


async def test_what_many_tell_comes_up_sooner_and_no_deadline_moves(store: Store) -> None:
    many = [Asking(name) for name in ("n1", "n2", "n3", "n4", "n5", "n6", "n7")]
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.wait(timedelta(minutes=100))
        await here.report(CEDRIC, quarrel(number=8))
        due = (await here.case("2")).due_at
        read = ""
        for one, first in ((many[0], 1), (many[1], 2)):
            await here.report(one, quarrel(number=8))
            await here.command(MONA, "queue")
            read = words(await here.answer(MONA))
            assert (read.index("Case 1") < read.index("Case 2")) is (first == 1)
        assert "3 people told of it" in read
        for one in many[2:]:
            await here.report(one, quarrel(number=8))
        assert (await here.case("2")).due_at == due
        async with store.reading() as connection:
            asked = select(tables.cases.c.presses_at).where(tables.cases.c.case == "2")
            assert due is not None
            assert await connection.scalar(asked) == due - 5 * HOUR


async def test_danger_still_comes_first_whatever_many_tell(store: Store) -> None:
    async with town(store) as here:
        for one in (ADA, CEDRIC, EVE):
            await here.report(one, quarrel())
        await here.report(ADA, quarrel(number=8), what="danger")
        await here.command(MONA, "queue")
        read = words(await here.answer(MONA))
        assert read.index("Case 2") < read.index("Case 1")


async def test_who_may_look_again_sees_it_then_and_no_sooner(store: Store) -> None:
    """Otto decided; Owen and Mona reported or noted, so that nobody fresh is left."""
    async with town(store) as here:
        await here.report(OWEN, quarrel())
        await here.fill(OTTO, "case-decide", "1", measure="ban", text="Enough")
        await here.fill(BOB, "appeal", "1", text="I was asleep")
        assert (await here.case()).state == "appealed"
        for page in ("queue", "case list"):
            await here.command(OTTO, page)
            assert "Case 1" not in words(await here.answer(OTTO))
        await here.press(OTTO, "case-show:1")
        assert "I know of no such case" in words(await here.answer(OTTO))
        await here.wait(49 * HOUR)
        for page in ("queue", "case list"):
            await here.command(OTTO, page)
            assert "Case 1" in words(await here.answer(OTTO))
            await here.command(OWEN, page)
            assert "Case 1" not in words(await here.answer(OWEN))
        await here.press(OTTO, "case-show:1")
        assert "appeal-take" in buttons(await here.answer(OTTO))
        await here.press(OTTO, "appeal-take:1")
        assert (await here.log())[-1].choice == "second_look"


@pytest.mark.parametrize("contacts", [True, False])
async def test_what_nobody_inside_may_look_at_goes_outside_at_once_or_the_truth_is_told(
    store: Store, contacts: bool
) -> None:
    async with town(store, contacts=HOUSE if contacts else {}) as here:
        await here.report(OWEN, account=OTTO.account)
        case = await here.case()
        assert case.opening.private
        told = await here.told(OWEN)
        posted = [one for one in await here.effects() if isinstance(one, PostCard)]
        assert not [one for one in posted if one.channel == TEAM]
        assert not await here.told(OTTO)
        if contacts:
            assert (case.state, case.referral is not None) == ("escalated", True)
            assert [one.channel for one in posted] == [f"{SPACE}/club"]
            assert "I have asked the house at once" in told
        else:
            assert case.state == "open"
            assert "nobody has read it yet" in told


async def test_what_somebody_inside_may_look_at_stays_inside(store: Store) -> None:
    async with town(store, contacts=HOUSE) as here:
        await here.report(ADA, account=OTTO.account)
        assert (await here.case()).state == "open"
        assert "only those who answer for the community read it" in await here.told(ADA)


async def test_where_reactions_stay_whoever_made_one_learns_that_others_see_it(store: Store) -> None:
    async with town(store, cannot=STANDING) as here:
        await here.react(MONA, "🚨", quarrel())
        assert "Others can see your reaction" in await here.told(MONA)
        await here.report(CEDRIC, quarrel(number=9))
        await here.react(OTTO, "⚖", quarrel(number=10, answers=ADA.account))
        assert "Others can see your reaction" not in await here.told(OTTO), "it takes nothing back"
        assert "Others can see your reaction" not in await here.told(CEDRIC)


async def test_where_reactions_are_hidden_nothing_is_said_of_them(store: Store) -> None:
    async with town(store) as here:
        await here.react(MONA, "🚨", quarrel())
        assert "Thank you" in await here.told(MONA)
        assert "Others can see your reaction" not in await here.told(MONA)


async def situations(store: Store, who: Asking) -> list[tuple[str, str, str, bool]]:
    async with store.reading() as connection:
        found = await facts.load(connection, 1, [matters_key(who.account)])
    (fact,) = found.values()
    assert fact is not None
    return [(one.case, one.part, one.word, one.due_at is not None) for one in fact.situations]  # type: ignore[union-attr]


async def test_people_find_what_concerns_them_and_nothing_betrays_who_reported(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.report(CEDRIC, quarrel())
        await here.dispute(EVE, account=BOB.account)
        assert await situations(store, ADA) == [("1", "reported", "received", False)]
        assert await situations(store, CEDRIC) == [("1", "reported", "received", False)]
        assert await situations(store, EVE) == [("2", "asked", "received", True)]
        assert await situations(store, BOB) == [("2", "about", "received", True)], "not that somebody reported him"
        assert await situations(store, MONA) == []
        await here.fill(MONA, "case-decide", "1", measure="warn", text="It hurts")
        assert ("1", "about", "decided", True) in await situations(store, BOB)
        await here.wait(15 * DAY)
        assert await situations(store, ADA) == [("1", "reported", "decided", False)]
        assert ("1", "about", "finished", False) in await situations(store, BOB)
