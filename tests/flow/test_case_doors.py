"""The other doors to a case: policies, automatic decisions, reactions taken back, and reports of before cases."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.disputes.told import cards
from bot.effects import EditCard, PostCard, SendDirect
from bot.events import MemberLeft, MemberRolesChanged, ReactionRemoved
from bot.ids import EventId, IncidentId, Platform
from bot.policy.book import Book
from bot.records import IncidentOpened
from bot.storage import tables
from bot.storage.store import Store
from tests.builders import CHANNEL, MONDAY, SPACE, message
from tests.flow.governed import TEAM, incident
from tests.flow.quarrels import ADA, BOB, CEDRIC, MONA, OTTO, OWEN, TALK, Town, quarrel, town
from tests.unit.moderation.playing import keys, words

pytestmark = pytest.mark.story

STANDING = {Platform("fake"): frozenset({"hide_reaction"})}
CAT = replace(message("my cat", number=60, by="bob"), at=MONDAY + timedelta(seconds=60))


async def states(store: Store) -> list[tuple[str, str | None]]:
    async with store.reading() as connection:
        rows = await connection.execute(select(tables.incidents.c.state, tables.incidents.c.moved_by))
        return [(state, by) for state, by in rows]


async def test_a_policy_brings_a_message_before_the_team_with_the_wording_that_holds(store: Store) -> None:
    said = replace(message("what a wombat", number=50, by="bob"), at=MONDAY + timedelta(seconds=50))
    async with town(store) as here:
        await here.send(said)
        case = await here.case()
        revision = next(one for one in Book.compile([TALK]).revisions)
        assert (case.opening.kind, case.opening.door) == ("report", "policy")
        assert case.opening.policies == ((revision.policy, revision.id),)
        assert case.opening.respondent == BOB.account
        assert case.evidence[0].text == "what a wombat"
        (posted,) = await here.channel()
        assert posted.binds == cards.handle(case.id)
        await here.report(ADA, quarrel(number=50, text=said.text))
        assert await here.cases() == ["1"]


async def _asked(here: Town) -> IncidentId:
    await here.send(CAT)
    name = incident(CAT)
    number, at = here.now()
    await here.send(BOB.press(number, f"incident-ask:{name}", at))
    return name


async def test_asking_a_person_opens_a_case_with_a_deadline(store: Store) -> None:
    async with town(store) as here:
        name = await _asked(here)
        case = await here.case()
        assert (case.opening.kind, case.opening.incident, case.opening.opener) == ("review", name, BOB.account)
        assert case.opening.policies
        assert (await here.due())["case:1"] == case.due_at


@pytest.mark.parametrize(
    ("button", "outcome"), [("incident-right", "no_further_action"), ("incident-undo", "overturned")]
)
async def test_the_case_ends_with_what_is_said_of_the_incident(store: Store, button: str, outcome: str) -> None:
    async with town(store) as here:
        name = await _asked(here)
        await here.press(MONA, f"{button}:{name}")
        case = await here.case()
        assert (case.state, case.outcome, case.handler) == ("decided", outcome, MONA.account)


async def test_the_incident_follows_what_is_decided_in_its_case(store: Store) -> None:
    async with town(store) as here:
        await _asked(here)
        await here.press(MONA, "case-claim:1")
        await here.fill(MONA, "case-dismiss", "1", text="The rule is plain")
        assert await states(store) == [("confirmed", MONA.account)]


async def test_asking_once_more_is_asking_for_fresh_eyes(store: Store) -> None:
    async with town(store) as here:
        name = await _asked(here)
        await here.press(MONA, f"incident-right:{name}")
        number, at = here.now()
        await here.send(BOB.press(number, f"incident-ask:{name}", at))
        assert (await here.case()).state == "appealed"


async def _unreact(here: Town, after: float = 20, emoji: str = "🚨", by: str = MONA.account) -> None:
    number, at = here.now(timedelta(seconds=after))
    await here.send(
        ReactionRemoved(
            id=EventId(f"removed:{number}"),
            space=SPACE,
            at=MONDAY + timedelta(seconds=at),
            message=quarrel().message,
            channel=CHANNEL,
            account=MONA.account if by == MONA.account else OTTO.account,
            emoji=emoji,
        )
    )


async def test_where_reactions_stay_a_report_is_taken_back_with_its_reaction(store: Store) -> None:
    async with town(store, cannot=STANDING) as here:
        await here.react(MONA, "🚨", quarrel())
        await _unreact(here)
        case = await here.case()
        assert (case.state, case.outcome) == ("closed", "withdrawn")
        edited = [one for one in await here.effects() if isinstance(one, EditCard)]
        assert "It was taken back." in words(edited[-1].card)
        await here.react(OTTO, "🚨", quarrel())
        assert await here.cases() == ["1", "2"]


@pytest.mark.parametrize(("after", "emoji", "by"), [(70, "🚨", "mona"), (20, "👍", "mona"), (20, "🚨", "otto")])
async def test_too_late_another_emoji_or_by_somebody_else_it_means_nothing(
    store: Store, after: float, emoji: str, by: str
) -> None:
    async with town(store, cannot=STANDING) as here:
        await here.react(MONA, "🚨", quarrel())
        await _unreact(here, after, emoji, MONA.account if by == "mona" else OTTO.account)
        assert (await here.case()).state == "open"


async def test_what_somebody_took_up_is_not_taken_back_any_more(store: Store) -> None:
    async with town(store, cannot=STANDING) as here:
        await here.react(MONA, "🚨", quarrel())
        await here.press(OTTO, "case-claim:1")
        await _unreact(here)
        assert (await here.case()).state == "triage"


async def test_where_reactions_are_hidden_the_removal_is_the_bots_own(store: Store) -> None:
    async with town(store) as here:
        await here.react(MONA, "🚨", quarrel())
        await _unreact(here)
        assert (await here.case()).state == "open"


async def test_a_report_of_before_becomes_a_case_when_somebody_presses_its_card(store: Store) -> None:
    old = IncidentOpened(
        incident=IncidentId("report-old"),
        origin="report",
        at=MONDAY,
        space=SPACE,
        account=BOB.account,
        channel=CHANNEL,
        message=quarrel().message,
        text="nobody wants you here",
        reporter=ADA.account,
        reason="It hurts",
        concern="hurt",
    )
    async with town(store):
        pass
    async with store.writing() as connection:
        partition = await connection.scalar(select(tables.partitions.c.id))
        await connection.execute(tables.incidents.insert().values(partition=partition, **_row(old)))
    async with town(store) as again:
        await again.press(MONA, "report-take:report-old")
        case = await again.case()
        assert (case.handler, case.opening.reporter, case.opening.text) == (MONA.account, ADA.account, "It hurts")
        assert keys(await again.answer(MONA)) == ["case-from-report-taken", "case-button"]
        assert await states(store) == [("taken", MONA.account)]
        await again.press(OTTO, "report-close:report-old")
        assert await again.cases() == ["1"]


def _row(old: IncidentOpened) -> dict[str, object]:
    return {
        "incident": old.incident,
        "origin": old.origin,
        "at": old.at,
        "space": old.space,
        "account": old.account,
        "channel": old.channel,
        "message": old.message,
        "reporter": old.reporter,
        "reason": old.reason,
        "text": old.text,
        "state": "standing",
        "details": '{"concern": "hurt"}',
    }


async def test_who_is_on_call_is_called_alone_at_any_hour(store: Store) -> None:
    async with town(store) as here:
        await here.fill(OWEN, "oncall", "", first=OTTO.account, second=MONA.account)
        await here.report(ADA, quarrel(), what="danger")
        assert [one.mentions for one in await here.channel() if one.mentions] == [(OTTO.account,)]


@pytest.mark.parametrize("gone", ["left", "no longer of the team"])
async def test_whoever_is_not_there_any_more_is_not_called_in_place_of_somebody_who_is(store: Store, gone: str) -> None:
    async with town(store) as here:
        await here.fill(OWEN, "oncall", "", first=OTTO.account, second=MONA.account)
        _, at = here.now()
        moment, name = MONDAY + timedelta(seconds=at), EventId("gone")
        if gone == "left":
            await here.send(MemberLeft(id=name, space=SPACE, at=moment, account=OTTO.account))
        else:
            await here.send(MemberRolesChanged(id=name, space=SPACE, at=moment, account=OTTO.account, roles=()))
        await here.report(ADA, quarrel(), what="danger")
        assert [one.mentions for one in await here.channel() if one.mentions] == [(MONA.account,)]


async def test_nothing_of_a_complaint_about_a_manager_reaches_a_conflicted_one(store: Store) -> None:
    async with town(store) as here:
        await here.report(CEDRIC, replace(quarrel(), author=OTTO.account))
        to_team = [one for one in await here.effects() if isinstance(one, PostCard) and one.channel == TEAM]
        to_otto = [one for one in await here.effects() if isinstance(one, SendDirect) and one.account == OTTO.account]
        assert (to_team, to_otto) == ([], [])
