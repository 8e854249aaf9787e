"""Somebody who is forgotten leaves the books of cases: no name, no word; but what still holds them back goes on."""

from datetime import timedelta
from itertools import count
from typing import Any

from sqlalchemy import select

from bot.cases.sanctions import Sanction
from bot.commands import HoldAccount, ReleaseAccount
from bot.facts import ProposalFact, case_key, file_key, sanction_key, standing_key
from bot.ids import AccountId, CaseId, EventId, SanctionId, is_forgotten, own_space
from bot.proposals import Change, Proposal
from bot.storage import engine, pseudonyms, tables
from bot.storage.casework import FACT_TABLES
from bot.storage.pseudonyms import Keys
from bot.storage.retention import Retention, sweep
from bot.storage.store import Store
from tests.builders import MONDAY, SPACE, message
from tests.flow.casebooks import (
    ADA,
    BOB,
    JURORS,
    MODERATOR,
    OTHER,
    OVERHEARD,
    REASONS,
    THEIRS,
    WORDS,
    Clerk,
    archived,
    dictated,
    line,
    quarrel,
    voting,
)
from tests.flow.roads import COMMUNITY, everything, road, rules
from tests.flow.test_casebooks import flaws, loaded, written
from tests.flow.test_privacy import forget, told, traces

HELLO = "good morning"
_NUMBERS = count(500)


async def met(store: Store, *names: AccountId) -> None:
    """Everybody has said something, so that they can ask to be forgotten."""
    said = [message(HELLO, number=next(_NUMBERS), by=one.rpartition("/")[2]) for one in names]
    async with road(store, rules(Clerk(), simulate=told)) as queue:
        await queue.put(said)


async def forgotten(store: Store, *names: AccountId) -> None:
    async with road(store, rules(Clerk(), simulate=told)) as queue:
        for one in names:
            await queue.put([forget(next(_NUMBERS), one)])


async def test_whoever_asked_for_help_leaves_no_name_and_no_word(store: Store) -> None:
    await met(store, ADA)
    await written(store, quarrel())
    await forgotten(store, ADA)
    found = await everything(store)
    assert traces(found, ADA, "<@ada>", WORDS, "keeps away from my umbrella") == []
    assert traces(found, THEIRS, OVERHEARD, REASONS)
    case = (await loaded(store, case_key(CaseId("1")))).case
    assert is_forgotten(case.opening.opener)
    assert case.opening.respondent == BOB
    assert await flaws(store) == []


async def test_no_key_is_made_where_nothing_holds_anybody(store: Store) -> None:
    await met(store, ADA)
    await written(store, quarrel())
    await forgotten(store, ADA)
    assert (await everything(store))["keys"] == []


async def test_who_reported_is_gone_and_the_case_goes_on(store: Store) -> None:
    await met(store, ADA)
    await written(store, quarrel(kind="report"))
    await forgotten(store, ADA)
    assert traces(await everything(store), ADA, WORDS) == []
    more = line(70, "note", "decided", by=MODERATOR, text="it goes on")
    await written(store, [dictated(70, "1", more, after=70)])
    assert (await loaded(store, case_key(CaseId("1")))).case.lines == 6
    assert await flaws(store) == []


async def test_what_they_wrote_beside_others_goes(store: Store) -> None:
    await met(store, OTHER, MODERATOR)
    await written(store, quarrel())
    await forgotten(store, OTHER, MODERATOR)
    found = await everything(store)
    assert traces(found, OTHER, OVERHEARD, MODERATOR, REASONS, "umbrella club") == []
    assert traces(found, WORDS, THEIRS)
    assert await flaws(store) == []


async def test_a_measure_goes_on_under_a_keyed_name_and_is_known_again_on_return(store: Store) -> None:
    await met(store, BOB)
    await written(store, quarrel())
    await forgotten(store, BOB)
    found = await everything(store)
    assert traces(found, BOB, THEIRS, "nobody likes your hat", "umbrella.png", "poets") == []
    (kept,) = found["standings"]
    assert is_forgotten(AccountId(kept[1]))
    key = SanctionId("1-3-1")
    assert is_forgotten((await loaded(store, sanction_key(key))).sanction.account)
    held = await _standing(store, BOB)
    assert [(one.id, one.account, one.quote) for one in held] == [(key, BOB, "")]
    assert await _standing(store, ADA) == ()
    await met(store, BOB)
    assert (await loaded(store, sanction_key(key))).sanction.account == BOB
    assert [row[1] for row in (await everything(store))["standings"]] == [BOB]
    assert await flaws(store) == []


async def test_once_it_is_over_nobody_can_be_found_by_any_key(store: Store) -> None:
    await met(store, BOB)
    await written(store, quarrel())
    await forgotten(store, BOB)
    (keyed,) = (row[1] for row in (await everything(store))["standings"])
    await sweep(store, 1, MONDAY + timedelta(days=2), Retention())
    assert [row[1] for row in (await everything(store))["standings"]] == [keyed]
    await sweep(store, 1, MONDAY + timedelta(days=4), Retention())
    found = await everything(store)
    assert found["standings"] == []
    assert traces({"sanctions": found["sanctions"]}, keyed) == []
    assert await _standing(store, BOB) == ()


async def test_a_case_about_them_that_is_not_over_is_theirs_again_on_return(store: Store) -> None:
    await met(store, BOB)
    await written(store, quarrel())
    await forgotten(store, BOB)
    case = (await loaded(store, case_key(CaseId("1")))).case
    assert is_forgotten(case.opening.respondent)
    assert case.state == "decided"
    await met(store, BOB)
    case = (await loaded(store, case_key(CaseId("1")))).case
    assert case.opening.respondent == BOB
    assert case.opening.evidence.text == ""
    assert [one.case for one in (await loaded(store, file_key(BOB))).cases] == ["1"]
    assert await flaws(store) == []


async def test_a_case_that_is_over_is_nobodys_on_return(store: Store) -> None:
    await met(store, BOB)
    await written(store, [*quarrel(), archived()[0]])
    await forgotten(store, BOB)
    await met(store, BOB)
    case = (await loaded(store, case_key(CaseId("1")))).case
    assert is_forgotten(case.opening.respondent)
    assert traces(await everything(store), THEIRS) == []
    assert await flaws(store) == []


async def test_two_who_are_forgotten_one_after_the_other_break_no_chain(store: Store) -> None:
    await met(store, ADA, BOB)
    await written(store, quarrel())
    await forgotten(store, ADA, BOB)
    assert traces(await everything(store), ADA, BOB, WORDS, THEIRS) == []
    redactions = tables.case_redactions
    async with store.reading() as connection:
        twice = [row for row in await connection.execute(select(redactions.c.number)) if row[0] == 1]
    assert len(twice) == 2
    assert await flaws(store) == []


async def test_a_juror_is_forgotten_while_the_circle_votes(store: Store) -> None:
    await met(store, JURORS[0])
    await written(store, voting())
    await forgotten(store, JURORS[0])
    case = (await loaded(store, case_key(CaseId("2")))).case
    assert traces(await everything(store), JURORS[0]) == []
    assert [choice for _, choice in case.circle.ballots] == ["measure", "talk"]
    assert await flaws(store) == []


async def test_under_legal_hold_nothing_of_theirs_goes(store: Store) -> None:
    """Neither by being forgotten nor with the case, until the hold is released."""
    shared: dict[str, Any] = {"space": own_space(COMMUNITY), "at": MONDAY, "caller": None, "account": BOB}
    await met(store, BOB)
    await written(store, quarrel())
    async with road(store, rules(Clerk(), simulate=told)) as queue:
        await queue.put([HoldAccount(id=EventId("ask:1"), reason="letter", **shared)])
        await queue.put([forget(2, BOB)])
        for one in archived():
            await queue.put([one])
    await sweep(store, 1, MONDAY + timedelta(days=400), Retention())
    found = await everything(store)
    assert traces({"details": found["case_details"]}, THEIRS, WORDS, REASONS)
    assert await flaws(store) == []
    async with road(store, rules(Clerk(), simulate=told)) as queue:
        await queue.put([ReleaseAccount(id=EventId("ask:3"), **shared)])
    await sweep(store, 1, MONDAY + timedelta(days=400), Retention())
    found = await everything(store)
    assert found["case_details"] == []
    assert traces(found, "umbrella") == []
    assert await flaws(store) == []


async def test_keys_of_the_environment_name_them_and_earlier_ones_find_them(database: str) -> None:
    address = engine.parse(database)
    first = Store(address, known_by=Keys.derived(["one"]))
    await met(first, BOB)
    await written(first, quarrel())
    await forgotten(first, BOB)
    async with first.reading() as connection:
        assert (await connection.execute(select(tables.keys))).all() == []
    await first.close()
    second = Store(address)
    async with second.reading() as connection:
        for keys, known in ((["two", "one"], True), (["two"], False)):
            found = await pseudonyms.standings(connection, 1, [BOB], Keys.derived(keys))
            assert bool(found) is known
    await second.close()


async def test_a_proposal_stays_without_whoever_made_it(store: Store) -> None:
    proposal = Proposal(
        id="1",  # type: ignore[arg-type]
        space=SPACE,
        kind="new",
        title="Umbrellas",
        body=WORDS,
        by=ADA,
        opened_at=MONDAY,
        since=MONDAY,
        changes=(Change(at=MONDAY, state="discussion", by=ADA, why=WORDS),),
    )
    await met(store, ADA)
    row = FACT_TABLES["proposal"].to_row(ProposalFact(proposal=proposal))
    async with store.writing() as connection:
        await connection.execute(tables.proposals.insert(), {"partition": 1, "proposal": "1", **row})
    await forgotten(store, ADA)
    found = await everything(store)
    assert traces(found, ADA, WORDS) == []
    assert "Umbrellas" in str(found["proposals"])


async def _standing(store: Store, account: AccountId) -> tuple[Sanction, ...]:
    found = await loaded(store, standing_key(account))
    return found.sanctions if found else ()
