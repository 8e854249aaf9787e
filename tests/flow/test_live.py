"""The whole bot in one process, with a platform of our own: an event in, a measure out, its answer back."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import structlog
from sqlalchemy import select

from bot.app.adoption import adopting
from bot.app.assembly import Assembly, assemble, awaiting, put_together
from bot.app.live import Bot
from bot.commands import ForgetAccount
from bot.config.load import load
from bot.config.model import Community
from bot.effects import DeleteMessage, SendDirect
from bot.errors import Complaints, Unavailable
from bot.events import CommandInvoked, Event, SpaceJoined
from bot.ids import CommunityId, EventId, own_space, space_id
from bot.pipeline.moments import LiveMoments
from bot.policy.book import Book
from bot.ports import Capabilities, Receive
from bot.storage import inbox, tables
from bot.storage.store import Store
from bot.views import Phrase
from tests.builders import MONDAY, SPACE, message, someone
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.test_dispatch import states, until

pytestmark = pytest.mark.story

COMMUNITY = CommunityId("lime")
OTHER = space_id("fake", "S2")
SCAM = "Free nitro for everyone, claim it here: https://free-nitro.example/claim"


class Talking(FakeAdapter):
    """A platform where things happen."""

    def __init__(self, script: Sequence[Sequence[Event]], *, failures: int = 0) -> None:
        super().__init__()
        self.capabilities = Capabilities(
            effects=frozenset({"send_direct", "delete_message", "time_out_member", "post_card", "reply_card"})
        )
        self.script = script
        self.failures = failures
        self.acknowledged = 0

    async def run(self, receive: Receive) -> None:
        if self.failures:
            self.failures -= 1
            raise ConnectionError("the gateway hung up")
        for events in self.script:
            await receive(events)
            self.acknowledged += len(events)


def _bot(store: Store, adapter: FakeAdapter, clock: FakeClock) -> Bot:
    config = load(None, {})
    assembly = assemble(config, COMMUNITY, Community(spaces=(SPACE,), observation_days=0), LiveMoments(clock))
    return Bot(config, store, [assembly], [adapter], clock)


async def test_a_scam_is_taken_down_and_its_author_told_why(store: Store) -> None:
    adapter = Talking([[message("hello", number=1)], [message(SCAM, number=2)]], failures=1)
    running = asyncio.create_task(_bot(store, adapter, FakeClock()).run())
    await until(lambda: len(adapter.felt) == 2)
    command = ForgetAccount(
        id=EventId("asked"), space=own_space(COMMUNITY), at=MONDAY, caller=None, account=someone("ada")
    )
    async with store.writing() as connection:
        await inbox.ask(connection, COMMUNITY, command, MONDAY + timedelta(hours=1))
    async with asyncio.timeout(10):
        while await _is_known(store):  # noqa: ASYNC110 - another process would not tell us either
            await asyncio.sleep(0.02)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    told, deleted = (effect for _, effect in adapter.felt)
    assert isinstance(told, SendDirect)
    assert isinstance(deleted, DeleteMessage)
    assert deleted.message == message(SCAM, number=2).message
    assert adapter.acknowledged == 2


async def _is_known(store: Store) -> bool:
    async with store.reading() as connection:
        return await connection.scalar(select(tables.accounts.c.account)) is not None


async def test_a_policy_that_a_platform_cannot_carry_out_is_said_before_anything_runs(store: Store) -> None:
    adapter = FakeAdapter()
    with pytest.raises(Complaints, match="starter/scam-links: fake cannot delete message"):
        _bot(store, adapter, FakeClock())


class Stubborn(Talking):
    """A platform that fails at the very moment at which it is to end."""

    async def run(self, receive: Receive) -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            raise ConnectionError("the road is gone") from None


async def test_an_adapter_that_fails_while_the_bot_ends_does_not_keep_it_running(store: Store) -> None:
    running = asyncio.create_task(_bot(store, Stubborn([]), FakeClock()).run())
    await asyncio.sleep(0.1)
    running.cancel()
    done, _ = await asyncio.wait({running}, timeout=5)
    assert done


class Broken(Talking):
    """A platform that fails whenever it is started."""

    def __init__(self) -> None:
        super().__init__([])
        self.starts: list[float] = []

    async def run(self, receive: Receive) -> None:
        self.starts.append(asyncio.get_running_loop().time())
        raise ConnectionError("nobody answers")


async def test_a_platform_that_stays_away_is_tried_ever_more_seldom(store: Store) -> None:
    adapter = Broken()
    bot = _bot(store, adapter, FakeClock())
    bot.pause_seconds = (0.01, 0.04)
    running = asyncio.create_task(bot.run())
    await until(lambda: len(adapter.starts) == 8)
    bot.end()
    await running
    pauses = [later - earlier for earlier, later in pairwise(adapter.starts)]
    assert all(pause >= 0.04 for pause in pauses[2:])


def _stranger() -> SpaceJoined:
    return SpaceJoined(
        id=EventId("space:1"), space=OTHER, at=MONDAY, name="The other place", owner=someone("odile", OTHER)
    )


async def test_a_space_that_no_community_has_becomes_one_where_the_operator_lets_it(store: Store) -> None:
    adapter, clock = Talking([[_stranger()], [message(SCAM, number=2, space=OTHER)]]), FakeClock()
    bot = _bot(store, adapter, clock)

    def adopt(joined: SpaceJoined, owner: CommunityId | None) -> Assembly | None:
        settings = Community(spaces=(joined.space,), observation_days=0)
        return assemble(load(None, {}), CommunityId("other"), settings, LiveMoments(clock))

    bot.adopt = adopt
    running = asyncio.create_task(bot.run())
    await until(lambda: len(adapter.felt) == 3)
    bot.end()
    await running
    greeting = next(effect for _, effect in adapter.felt if effect.account == someone("odile", OTHER))  # type: ignore[union-attr]
    assert isinstance(greeting, SendDirect)
    assert greeting.card.title == Phrase("governing-greeting-title")
    assert [effect.kind for _, effect in adapter.felt if effect is not greeting] == ["send_direct", "delete_message"]
    assert bot.homes == {SPACE: COMMUNITY, OTHER: CommunityId("other")}


async def test_what_comes_from_a_space_while_it_is_taken_in_is_not_lost(store: Store) -> None:
    adapter, clock = Talking([]), FakeClock()
    bot = _bot(store, adapter, clock)

    def adopt(joined: SpaceJoined, owner: CommunityId | None) -> Assembly | None:
        settings = Community(spaces=(joined.space,), observation_days=0)
        return assemble(load(None, {}), CommunityId("other"), settings, LiveMoments(clock))

    bot.adopt = adopt
    running = asyncio.create_task(bot.run())
    await bot.started.wait()
    await asyncio.gather(bot.receive([_stranger()]), bot.receive([message(SCAM, number=2, space=OTHER)]))
    await until(lambda: any(isinstance(effect, DeleteMessage) for _, effect in adapter.felt))
    bot.end()
    await running


async def test_a_space_that_no_community_has_is_left_alone_otherwise(store: Store) -> None:
    adapter = Talking([[_stranger()], [message(SCAM, number=2, space=OTHER)], [message(SCAM, number=3)]])
    bot = _bot(store, adapter, FakeClock())
    running = asyncio.create_task(bot.run())
    await until(lambda: len(adapter.felt) == 2)
    bot.end()
    await running
    assert {effect.space for _, effect in adapter.felt} == {SPACE}


async def test_a_space_whose_policies_cannot_be_read_is_left_alone_and_the_line_is_named(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "starter").mkdir()
    (tmp_path / "starter" / "pack.toml").write_text("nonsense = 1\n")
    clock, adapter = FakeClock(), Talking([[_stranger(), message("hello", number=1)]])
    config = replace(load(None, {}), policies=(tmp_path,))
    bot = Bot(config, store, awaiting(config, LiveMoments(clock)), [adapter], clock)
    bot.adopt = lambda joined, owner: put_together(
        CommunityId("other"),
        Community(spaces=(joined.space,), packs=("starter",)),
        Book.compile([]),
        LiveMoments(clock),
    )
    with structlog.testing.capture_logs() as logged:
        running = asyncio.create_task(bot.run())
        await until(lambda: adapter.acknowledged == 2)
        bot.end()
        await running
    (said,) = [one for one in logged if one["log_level"] == "error"]
    assert said["space"] == OTHER
    assert "pack.toml:1: unknown setting" in said["error"]


async def test_a_space_that_was_another_communitys_is_told_before_anything_runs(store: Store) -> None:
    adapter = Talking([[message("hello", number=1)]])
    first = _bot(store, adapter, FakeClock())
    running = asyncio.create_task(first.run())
    await until(lambda: adapter.acknowledged == 1)
    first.end()
    await running
    config, clock = load(None, {}), FakeClock()
    renamed = assemble(config, CommunityId("lemon"), Community(spaces=(SPACE,)), LiveMoments(clock))
    with pytest.raises(Complaints, match=r"communities.lemon.spaces: fake:S1 is lime in this database; call .* lime"):
        await Bot(config, store, [renamed], [adapter], clock).run()


async def test_a_space_that_no_community_names_any_more_goes_on_with_what_it_was(store: Store) -> None:
    before, clock = Talking([[message("hello", number=1)]]), FakeClock()
    first = _bot(store, before, clock)
    running = asyncio.create_task(first.run())
    await until(lambda: before.acknowledged == 1)
    first.end()
    await running
    joined = SpaceJoined(id=EventId("space:1"), space=SPACE, at=MONDAY, name="Lime", owner=None)
    after = Talking([[joined], [message(SCAM, number=2)]])
    again = Bot(load(None, {}), store, [], [after], clock)
    again.adopt = adopting(load(None, {}), clock)
    running = asyncio.create_task(again.run())
    await until(lambda: after.acknowledged == 2)
    again.end()
    await running
    assert again.homes == {SPACE: COMMUNITY}


async def test_whoever_asks_where_nobody_is_at_home_is_not_left_waiting(store: Store) -> None:
    bot = _bot(store, Talking([]), FakeClock())
    asked = CommandInvoked(
        id=EventId("a"), space=OTHER, at=MONDAY, account=someone("ada", OTHER), channel=None, command="help"
    )
    with pytest.raises(Unavailable):
        await bot.receive([asked])


async def test_a_space_that_is_left_alone_is_named_in_the_log_once(store: Store) -> None:
    adapter = Talking([[message("hello", number=number, space=OTHER)] for number in range(3)])
    bot = _bot(store, adapter, FakeClock())
    with structlog.testing.capture_logs() as logged:
        running = asyncio.create_task(bot.run())
        await until(lambda: adapter.acknowledged == 3)
        bot.end()
        await running
    assert [one["space"] for one in logged if one["event"] == "unknown space"] == [OTHER]


async def test_what_is_on_its_way_is_still_done_before_the_bot_ends(store: Store) -> None:
    adapter = Talking([[message(SCAM, number=number) for number in range(1, 6)]])
    adapter.pause = 0.05
    bot = _bot(store, adapter, FakeClock())
    running = asyncio.create_task(bot.run())
    await until(lambda: adapter.acknowledged == 5)
    bot.end()
    await running
    assert len([effect for _, effect in adapter.felt if isinstance(effect, DeleteMessage)]) == 5
    assert {state for state, _ in await states(store)} == {"done"}


async def test_a_platform_that_never_answers_does_not_keep_the_bot_from_ending(store: Store) -> None:
    adapter = Talking([[message(SCAM)]])
    adapter.hang.clear()
    bot = _bot(store, adapter, FakeClock())
    running = asyncio.create_task(bot.run(grace_seconds=0.2))
    await until(lambda: bool(adapter.felt))
    bot.end()
    async with asyncio.timeout(5):
        await running


class Late(Talking):
    """A platform that still hands over what it had heard when it is to end."""

    async def run(self, receive: Receive) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await super().run(receive)


async def test_what_a_platform_had_heard_by_the_end_is_still_taken(store: Store) -> None:
    adapter = Late([[message("hello", number=number)] for number in range(1, 4)])
    bot = _bot(store, adapter, FakeClock())
    running = asyncio.create_task(bot.run())
    await bot.started.wait()
    bot.end()
    async with asyncio.timeout(5):
        await running
    assert adapter.acknowledged == 3


async def test_a_space_that_is_joined_at_the_very_end_does_not_keep_the_bot_running(store: Store) -> None:
    clock = FakeClock()
    bot = _bot(store, Late([[_stranger()]]), clock)
    bot.adopt = lambda joined, owner: assemble(
        load(None, {}), CommunityId("other"), Community(spaces=(joined.space,)), LiveMoments(clock)
    )
    running = asyncio.create_task(bot.run())
    await bot.started.wait()
    bot.end()
    async with asyncio.timeout(5):
        await running
    assert OTHER in bot.homes
