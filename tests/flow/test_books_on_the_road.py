"""The books of cases under the rooms of a whole community."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot import codec
from bot.commands import ForgetAccount
from bot.events import MemberJoined, MemberRolesChanged, ReactionAdded
from bot.facts import FactKey, ProposalFact, SanctionFact, TeamFact, team_key
from bot.ids import EventId, ProposalId, RoleId, SanctionId, is_forgotten, own_space
from bot.proposals import Proposal
from bot.storage import audit, facts, tables
from bot.storage.casework import FACT_TABLES
from bot.storage.retention import Retention, sweep
from bot.storage.store import Store
from tests.builders import CHANNEL, MONDAY, SPACE
from tests.flow.casebooks import THEIRS, sanction
from tests.flow.governed import MODERATOR, Asking
from tests.flow.quarrels import ADA, BOB, HERE, MONA, OTTO, Town, quarrel, town
from tests.flow.roads import COMMUNITY, everything
from tests.flow.test_privacy import traces

pytestmark = pytest.mark.story


async def _whole(store: Store) -> bool:
    async with store.reading() as connection:
        return [flaw async for flaw in audit.flaws(connection, 1, audit.Seen())] == []


def _alarm(here: Town, who: Asking) -> ReactionAdded:
    number, at = here.now()
    cited = quarrel()
    return ReactionAdded(
        id=EventId(f"reacted:{number}"),
        space=SPACE,
        at=MONDAY + timedelta(seconds=at),
        message=cited.message,
        channel=CHANNEL,
        account=who.account,
        emoji="🚨",
        roles=(MODERATOR,),
        cited=cited,
    )


async def test_two_of_the_team_who_react_in_one_batch_make_one_case(store: Store) -> None:
    async with town(store) as here:
        await here.queue.put([_alarm(here, MONA), _alarm(here, OTTO)])
        assert await here.stumbles() == []
        assert await here.cases() == ["1"]
        assert set((await here.case()).reporters) == {MONA.account, OTTO.account}
    assert await _whole(store)


def _forget(number: int, who: Asking, here: Town) -> ForgetAccount:
    return ForgetAccount(
        id=EventId(f"forget:{number}"),
        space=own_space(COMMUNITY),
        at=MONDAY + timedelta(seconds=here.now()[1]),
        caller=None,
        account=who.account,
    )


async def test_whoever_is_forgotten_leaves_a_case_that_goes_on_to_its_end(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        assert traces(await everything(store), ADA.account, "It hurts")
        await here.send(_forget(1, ADA, here))
        found = await everything(store)
        assert traces(found, ADA.account, "It hurts") == []
        assert await here.stumbles() == []
        await here.press(MONA, "case-claim:1")
        await here.press(MONA, "case-dismiss:1")
        await here.fill(MONA, "case-dismiss", "1", reasons="Nobody was named")
        assert await here.stumbles() == []
        await here.wait(timedelta(days=30))
        await here.wait(timedelta(days=200))
        assert await here.stumbles() == []
        assert (await here.case()).state == "archived"
    found = await everything(store)
    assert found["case_details"] == []
    assert traces({name: rows for name, rows in found.items() if name != "events"}, "nobody wants you here") == []
    assert await _whole(store)


async def test_silence_archives_a_case_and_nothing_of_its_content_stays(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel(text="the purple umbrella is ugly"), reason="I like my umbrella")
        before = traces(await everything(store), "umbrella")
        assert {"cases", "case_details", "outbox"} <= {table for table, _ in before}
        for _ in range(12):
            await here.wait(timedelta(days=60))
        assert await here.stumbles() == []
        assert (await here.case()).state == "archived"
    assert traces(await everything(store), "umbrella") == []
    assert await _whole(store)


async def test_nobody_escapes_a_pause_by_being_forgotten(store: Store) -> None:
    """It goes on under a keyed name, and is theirs again once they are met."""
    until = MONDAY + timedelta(days=30)
    one = sanction("9", BOB.account, until=until, on_file_until=None, id=SanctionId("9-3-1"))
    async with town(store) as here:
        row = FACT_TABLES["sanction"].to_row(SanctionFact(sanction=one))
        async with store.writing() as connection:
            await connection.execute(tables.sanctions.insert(), {"partition": 1, "sanction": one.id, **row})
            held = {"partition": 1, "account": BOB.account, "sanctions": codec.dump_sanctions((one,))}
            await connection.execute(tables.standings.insert(), held)
        await here.send(_forget(1, BOB, here))
        (kept,) = (await everything(store))["standings"]
        assert is_forgotten(kept[1])
        assert traces(await everything(store), BOB.account, THEIRS) == []
        number, at = here.now(timedelta(hours=1))
        back = MemberJoined(
            id=EventId(f"joined:{number}"),
            space=SPACE,
            at=MONDAY + timedelta(seconds=at),
            account=BOB.account,
            name="Bob",
        )
        await here.send(back)
        assert await here.stumbles() == []
        effects = await here.effects()
        assert any(effect.kind == "time_out_member" and effect.account == BOB.account for effect in effects)
        assert [row[1] for row in (await everything(store))["standings"]] == [BOB.account]


async def test_a_team_is_found_by_its_roles_whoever_changed_them(store: Store) -> None:
    key = team_key([RoleId(MODERATOR)], [ADA.account])
    eva = HERE[2]
    async with town(store) as here:
        assert await _team(store, key) == {ADA.account, MONA.account}
        number, _ = here.now()
        promoted = MemberRolesChanged(
            id=EventId(f"roles:{number}"), space=SPACE, at=MONDAY, account=eva.account, roles=(RoleId(MODERATOR),)
        )
        await here.send(promoted)
        assert await _team(store, key) == {ADA.account, MONA.account, eva.account}
        await here.send(replace(promoted, id=EventId("roles:none"), roles=()))
        await here.send(_forget(1, MONA, here))
        assert await _team(store, key) == {ADA.account}


async def test_what_people_wrote_goes_with_its_time_also_from_measures_and_votes(store: Store) -> None:
    async with town(store) as here:
        one = sanction("9", BOB.account, "warn", hours=None, id=SanctionId("9-3-1"))
        other = replace(one, id=SanctionId("import-1"), imported=True, case=None)
        proposal = Proposal(
            id=ProposalId("1"),
            space=SPACE,
            kind="new",
            title="Umbrellas",
            body="because",
            opened_at=MONDAY,
            since=MONDAY,
            state="adopted",
            electorate=((ADA.account,),),
            votes=((ADA.account, "for"),),
        )
        async with store.writing() as connection:
            for each in (one, other):
                row = FACT_TABLES["sanction"].to_row(SanctionFact(sanction=each))
                await connection.execute(tables.sanctions.insert(), {"partition": 1, "sanction": each.id, **row})
        assert await here.stumbles() == []
    async with store.writing() as connection:
        row = FACT_TABLES["proposal"].to_row(ProposalFact(proposal=proposal))
        await connection.execute(tables.proposals.insert(), {"partition": 1, "proposal": "1", **row})
    await sweep(store, 1, MONDAY + timedelta(days=100), Retention())
    assert len(traces(await everything(store), THEIRS)) == 2
    await sweep(store, 1, MONDAY + timedelta(days=181), Retention())
    found = await everything(store)
    assert traces(found, THEIRS) == []
    assert traces({"proposals": found["proposals"]}, ADA.account) == []
    assert "because" in str(found["proposals"])


async def _team(store: Store, key: FactKey) -> set[str]:
    async with store.reading() as connection:
        found = (await facts.load(connection, 1, [key]))[key]
    assert isinstance(found, TeamFact)
    return {one.account for one in found.managers}
