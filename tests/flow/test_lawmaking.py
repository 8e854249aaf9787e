"""Policies made together, through a database and back: tried while they are talked over, voted on, and in force."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import codec
from bot.config.load import Config, load
from bot.effects import EditCard, Effect, PostCard, ReplyCard, ReplyPrivately, SendDirect
from bot.events import FormSubmitted, MemberJoined
from bot.ids import EventId, PolicyId
from bot.proposals import Proposal
from bot.storage import policies, tables
from bot.storage.store import Store
from tests.builders import CHANNEL, MONDAY, SPACE, message, someone
from tests.fakes import FakeClock
from tests.flow.quarrels import ADA, BOB, CEDRIC, EVE, MONA, OWEN, Town, quarrel, town
from tests.flow.test_chat_management import BOSS, CAT, COMMUNITY, HEAD, Platform, running
from tests.flow.test_dispatch import until
from tests.unit.lawmaking.assembly import ANSWERS
from tests.unit.moderation.playing import check_words, keys, words

pytestmark = pytest.mark.story

DAY = timedelta(days=1)
CODE = re.compile(r"\b[A-Z0-9]{4}-?[A-Z0-9]{4}\b")
VOTERS = (ADA, BOB, EVE, CEDRIC, MONA)
CRITICAL = "The mods are a joke and nobody listens"


async def stored(store: Store, number: str = "1") -> Proposal:
    async with store.reading() as connection:
        proposals = tables.proposals
        data = await connection.scalar(select(proposals.c.data).where(proposals.c.proposal == number))
    assert data is not None
    return codec.load_proposal(data)


async def settings(store: Store) -> dict[str, str]:
    async with store.reading() as connection:
        rows = await connection.execute(select(tables.settings.c.key, tables.settings.c.value))
        return {row.key: row.value for row in rows}


async def members_decide(here: Town) -> None:
    """An owner leaves it to votes."""
    number, at = here.now()
    await here.send(OWEN.send(number, "proposal-who", at, who="members"))


@asynccontextmanager
async def voting(store: Store) -> AsyncIterator[Town]:
    """A vote that was opened after talking."""
    async with town(store) as here:
        await members_decide(here)
        await here.fill(ADA, "proposal-new", "", **ANSWERS)
        await here.wait(3 * DAY)
        yield here


async def test_a_community_votes_a_policy_in_and_reads_how(store: Store) -> None:
    async with voting(store) as here:
        opened = await stored(store)
        assert (opened.state, opened.electors) == ("voting", 7)
        for voter in VOTERS[:4]:
            await here.press(voter, "proposal-vote:1:for")
        await here.press(MONA, "proposal-vote:1:against")
        await here.press(EVE, "proposal-vote:1:abstain")
        await here.wait(3 * DAY)
        await here.wait(DAY)
        proposal = await stored(store)
        assert [one.state for one in proposal.changes] == ["discussion", "voting", "cooling", "adopted"]
        sums = (proposal.votes_for, proposal.votes_against, proposal.abstained)
        assert (sums, proposal.votes, proposal.electorate) == ((3, 1, 1), (), ())
        held = await settings(store)
        assert held["mode:chat/no-spoilers"] == "enforce"
        assert not [key for key in held if key.startswith("policy:proposal-")]
        await here.command(CEDRIC, "decisions")
        said = words(await here.answer(CEDRIC))
        assert "adopted (3 for, 1 against, 1 abstained, of 7)" in said
        assert not [timer for timer in await here.due() if timer.startswith("proposal:")]
        assert "Adopted by vote" in await here.told(ADA)


async def test_nobody_reads_who_voted_how_nor_any_number_before_the_close(store: Store) -> None:
    async with voting(store) as here:
        await here.press(BOB, "proposal-vote:1:against")
        before = len(await here.effects())
        await here.press(EVE, "proposal-vote:1:for")
        told = (await here.effects())[before:]
        assert [type(one) for one in told] == [ReplyPrivately]
        await here.press(CEDRIC, "proposal-show:1")
        assert "proposal-sums" not in keys(await here.answer(CEDRIC))
        assert "You have not voted yet" in words(await here.answer(CEDRIC))
        check_words(await here.effects())


async def test_a_vote_that_is_delivered_again_and_again_is_one_vote(store: Store) -> None:
    async with voting(store) as here:
        number, at = here.now()
        press = replace(BOB.press(number, "proposal-vote:1:for", at), channel=CHANNEL)
        for _ in range(3):
            await here.send(press)
        assert (await stored(store)).votes == ((BOB.account, "for"),)
        effects = [one for one in await here.effects() if isinstance(one, ReplyPrivately) and one.to == press.id]
        assert len(effects) == 1


async def test_a_proposal_comes_through_a_restart_and_its_deadline_comes_once(store: Store) -> None:
    async with voting(store) as here:
        for voter in VOTERS:
            await here.press(voter, "proposal-vote:1:for")
        numbers, seconds = here.numbers, here.seconds
    async with town(store) as again:
        again.numbers, again.seconds = numbers, seconds
        await again.wait(3 * DAY)
        await again.wait(timedelta(seconds=1))
        proposal = await stored(store)
        assert [one.state for one in proposal.changes] == ["discussion", "voting", "cooling"]
        vetoes = [one for one in await again.channel() if "This passed" in words(one.card)]
        assert len(vetoes) == 1


async def test_linked_accounts_vote_once(store: Store) -> None:
    async with town(store) as here:
        await here.command(ADA, "link")
        code = CODE.search(words(await here.answer(ADA)))
        assert code is not None
        await here.command(BOB, "link", code=code[0])
        await members_decide(here)
        await here.fill(EVE, "proposal-new", "", **ANSWERS)
        await here.wait(3 * DAY)
        proposal = await stored(store)
        assert proposal.electors == 6
        assert (ADA.account, BOB.account) in proposal.electorate
        await here.press(ADA, "proposal-vote:1:for")
        await here.press(BOB, "proposal-vote:1:against")
        assert (await stored(store)).votes == ((ADA.account, "against"),)


async def test_whatever_a_draft_was_opened_from_it_is_a_proposal_of_its_own(store: Store) -> None:
    async with town(store) as here:
        await members_decide(here)
        await here.fill(ADA, "proposal-new", "7", **ANSWERS)
        assert (await stored(store)).by == ADA.account


async def test_who_is_held_back_by_a_measure_or_came_lately_has_no_vote(store: Store) -> None:
    async with town(store) as here:
        late = MemberJoined(id=EventId("joined:new"), space=SPACE, at=MONDAY, account=someone("newcomer"), name="New")
        await here.send(late, message("hi", number=90, by="newcomer", after=90))
        await here.command(MONA, "timeout", account=BOB.account, reason="shouting", length="20 days")
        confirm, *_ = (await here.answer(MONA)).buttons
        await here.press(MONA, confirm.id)
        await members_decide(here)
        await here.fill(ADA, "proposal-new", "", **ANSWERS)
        await here.wait(3 * DAY)
        able = {account for person in (await stored(store)).electorate for account in person}
        assert BOB.account not in able
        assert someone("newcomer") not in able
        assert ADA.account in able


async def test_criticism_is_taken_down_only_with_a_rule_and_everybody_reads_how_often(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel(text=CRITICAL))
        decided = {"measure": "nothing", "message": "goes", "text": "This is not how we talk"}
        await here.fill(MONA, "case-decide", "1", **decided)
        assert "Criticism stays here" in words(await here.answer(MONA))
        assert (await here.case()).state == "open"
        await here.fill(MONA, "case-decide", "1", **decided, policy="ours/nothing")
        assert "no rule called “ours/nothing”" in words(await here.answer(MONA))
        await here.fill(MONA, "case-decide", "1", **decided, policy="ours/dogs")
        case = await here.case()
        assert case.state == "decided"
        assert case.decision is not None
        assert [policy for policy, _ in case.decision.policies] == ["ours/dogs"]
        await here.command(EVE, "decisions")
        assert "took down: one, naming the rule" in words(await here.answer(EVE))


async def test_what_speaks_ill_of_nobody_of_the_team_is_decided_without_a_rule(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.fill(MONA, "case-decide", "1", measure="warn", message="goes", text="Words like these hurt")
        assert (await here.case()).state == "decided"
        await here.command(EVE, "decisions")
        assert "took down: none" in words(await here.answer(EVE))


@pytest.mark.parametrize("named", [False, True])
async def test_a_measure_from_a_messages_own_menu_names_a_rule_where_it_is_criticism(store: Store, named: bool) -> None:
    async with town(store) as here:
        number, at = here.now()
        sent = MONA.send(number, "measure-remove", at, reason="Not here", policy="ours/dogs" if named else "")
        await here.send(replace(sent, cited=quarrel(text=CRITICAL)))
        refused = "Criticism stays here" in words(await here.answer(MONA))
        assert refused is not named


@pytest.fixture
def config(tmp_path: Path) -> Config:
    pack = tmp_path / "policies" / "ours"
    pack.mkdir(parents=True)
    brand = 'brand = ["Tilleul"]\n'
    (pack / "pack.toml").write_text(HEAD + brand + CAT, encoding="utf-8")
    path = tmp_path / "config.toml"
    path.write_text(
        f'[communities.lime]\nspaces = ["{SPACE}"]\npacks = ["ours"]\nobservation_days = 0\n'
        f'managers_channel = {{ "{SPACE}" = "team" }}\n',
        encoding="utf-8",
    )
    return load(path, {})


async def live_in(store: Store, policy: str, mode: str) -> None:
    """Wait until a policy is live in a mode."""
    for _ in range(200):
        async with store.reading() as connection:
            standing = await policies.standing(connection, COMMUNITY)
        found = standing.get(PolicyId(policy))
        if found and found[1] == mode:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"{policy} never came into {mode}")


async def test_what_a_proposal_would_have_done_is_counted_while_people_talk_and_then_it_acts(
    config: Config, store: Store
) -> None:
    clock = FakeClock()
    async with running(config, store, clock) as (platform, bot):
        await platform.say("hello")
        shown = await platform.send("proposal-new", owner=False, by=someone("ada"), **ANSWERS)
        (posted,) = [one for one in shown if isinstance(one, PostCard)]
        assert posted.channel == CHANNEL
        await until(lambda: any(isinstance(one, ReplyCard) for _, one in platform.felt))
        await live_in(store, "chat/proposal-1", "shadow")
        for number, name in enumerate(("bob", "cleo", "dan", "eve", "fay", "fay")):
            clock.move(timedelta(minutes=1 + number))
            felt = await platform.say("and then the butler did it", by=name)
            assert felt == []
        clock.move(3 * DAY)
        told = await _ticked(platform, bot)
        (edited,) = [one for one in told if isinstance(one, EditCard)]
        assert "it would have matched 6 times, with 5 people" in words(edited.card)
        await live_in(store, "chat/proposal-1", "off")
        await _reasoned(platform, "proposal-adopt", "1", "We wanted it")
        await live_in(store, "chat/no-spoilers", "enforce")
        clock.move(timedelta(minutes=1))
        reminded = [one for one in await platform.say("the butler did it", by="bob") if isinstance(one, SendDirect)]
        assert [one.account for one in reminded] == [someone("bob")]
        (answer,) = await platform.command("decisions", by=someone("cleo"), owner=False)
        assert isinstance(answer, ReplyPrivately)
        said = words(answer.card)
    assert 'Proposal 1, a new rule, "No spoilers": adopted' in said
    assert 'lets the rule "No spoilers" act' not in said
    assert 'Whoever runs the bot lets the rule "Title of one" act' in said
    async with store.reading() as connection:
        activated = await policies.history(connection, COMMUNITY, PolicyId("chat/no-spoilers"))
    assert [(one.mode, one.author, one.revision) for one in activated] == [
        ("enforce", "proposal:1", (await stored(store)).revision)
    ]


async def test_what_would_silence_whoever_names_the_brand_is_refused_before_anybody_reads_it(
    config: Config, store: Store
) -> None:
    async with running(config, store) as (platform, _):
        answers = {**ANSWERS, "words": "Tilleul", "then": "remove", "spare": ""}
        (refused,) = await platform.send("proposal-new", owner=False, by=someone("ada"), **answers)
    assert isinstance(refused, ReplyPrivately)
    assert "Criticism stays here" in words(refused.card)


async def test_a_managers_switch_is_read_by_everybody_without_a_name(config: Config, store: Store) -> None:
    async with running(config, store) as (platform, _):
        await platform.say("hello")
        await platform.press("policy-shadow:ours/one")
        await live_in(store, "ours/one", "shadow")
        (answer,) = await platform.command("decisions", by=someone("cleo"), owner=False)
    assert isinstance(answer, ReplyPrivately)
    assert 'The team puts the rule "Title of one" on trial' in words(answer.card)
    async with store.reading() as connection:
        activated = await policies.history(connection, COMMUNITY, PolicyId("ours/one"))
    assert [(one.mode, one.author) for one in activated] == [("enforce", "file"), ("shadow", "chat")]


async def _ticked(platform: Platform, bot: object) -> list[Effect]:
    before = len(platform.felt)
    await bot.tick()  # type: ignore[attr-defined]
    for _ in range(20):
        await asyncio.sleep(0.03)
    return [effect for _, effect in platform.felt[before:]]


async def _reasoned(platform: Platform, form: str, about: str, why: str) -> list[Effect]:
    asked = FormSubmitted(**platform._ask(BOSS, owner=True), form=form, values=(("why", why),), about=about)
    return await platform.tell(asked)
