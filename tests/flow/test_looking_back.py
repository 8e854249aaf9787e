"""Proposals get their backtest from what a platform tells of its past, beside what is live; numbers are kept."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

import pytest
from sqlalchemy import MetaData, select

from bot.app.assembly import awaiting
from bot.app.live import Bot
from bot.app.looking_back import Bounds, LookingBack
from bot.config.load import Config, load
from bot.effects import EditCard, PostCard
from bot.errors import Refused, Unavailable
from bot.events import FormSubmitted, MessagePosted
from bot.ids import SpaceId, account_id, channel_id
from bot.pipeline.moments import LiveMoments
from bot.proposals import Proposal
from bot.storage.store import Store
from tests.builders import MONDAY, SPACE, message
from tests.fakes import FakeClock
from tests.flow.test_chat_management import ADA, CAT, HEAD, TEAM, Platform
from tests.flow.test_dispatch import until
from tests.flow.test_lawmaking import stored
from tests.unit.lawmaking.assembly import ANSWERS
from tests.unit.moderation.playing import words

pytestmark = pytest.mark.story

DAY = timedelta(days=1)
QUICK = Bounds(every_seconds=0.02, again_seconds=0.05)
SPOILER = "so the butler did it"


class Remembering(Platform):
    """A platform that can be asked for its past, the youngest first."""

    def __init__(self, clock: FakeClock, *messages: MessagePosted) -> None:
        super().__init__(clock)
        self.messages = sorted(messages, key=lambda one: one.at, reverse=True)
        self.asked: list[tuple[datetime, datetime]] = []
        self.wrong: list[Exception] = []
        self.stops_at: int | None = None
        """After so many it falls silent."""
        self.silent = asyncio.Event()

    async def past(self, space: SpaceId, since: datetime, until: datetime) -> AsyncGenerator[MessagePosted, None]:
        assert space == SPACE
        self.asked.append((since, until))
        if self.wrong:
            raise self.wrong.pop()
        for number, one in enumerate(self.messages):
            if number == self.stops_at:
                self.silent.set()
                await asyncio.Event().wait()
            if since <= one.at < until:
                yield one


def said(words_: str, days: float, by: str, number: int) -> MessagePosted:
    return replace(message(words_, number=number, by=by), at=MONDAY - days * DAY)


PAST = (
    said(SPOILER, 40, "ben", 901),
    said("who did it?", 20, "ben", 902),
    *(said(SPOILER, 10 + number / 100, f"p{number}", 910 + number) for number in range(6)),
    said(SPOILER, 10, "p0", 950),
    said("good morning", 3, "cleo", 951),
    replace(said(SPOILER, 2, "helper-bot", 952), by_bot=True),
)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    pack = tmp_path / "policies" / "ours"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text(HEAD + CAT.replace('mode = "enforce"', 'mode = "shadow"'), encoding="utf-8")
    settings = tmp_path / "config.toml"
    settings.write_text(
        f'[communities.lime]\nspaces = ["{SPACE}"]\npacks = ["ours"]\nobservation_days = 0\n'
        f'managers_channel = {{ "{SPACE}" = "team" }}\n',
        encoding="utf-8",
    )
    return load(settings, {})


@asynccontextmanager
async def looking(config: Config, store: Store, platform: Platform, bounds: Bounds = QUICK) -> AsyncIterator[Platform]:
    clock = platform._clock
    bot = Bot(config, store, awaiting(config, LiveMoments(clock)), [platform], clock)
    back = LookingBack(bot, [platform], store, clock, bounds)
    running, looking_back = tasks = [asyncio.create_task(one) for one in (bot.run(), back.run())]
    try:
        await bot.started.wait()
        yield platform
        assert not any(one.done() for one in tasks)
    finally:
        looking_back.cancel()
        bot.end()
        await asyncio.gather(running, looking_back, return_exceptions=True)


async def tried(store: Store) -> Proposal:
    """The proposal, once it has its backtest."""
    async with asyncio.timeout(20):
        while (found := await stored(store)).backtest is None:  # noqa: ASYNC110 - it happens in a database
            await asyncio.sleep(0.02)
        return found


async def propose(platform: Platform) -> None:
    await platform.send("proposal-new", by=ADA, owner=False, **ANSWERS)


async def everything_stored(store: Store) -> str:
    tables = MetaData()
    async with store.reading() as connection:
        await connection.run_sync(tables.reflect)
        rows = [await connection.execute(select(table)) for table in tables.tables.values()]
    return str([row for one in rows for row in one.all()])


async def test_a_proposal_is_tried_on_what_was_written_before_and_numbers_are_all_that_stays(
    config: Config, store: Store
) -> None:
    async with looking(config, store, Remembering(FakeClock(), *PAST)) as platform:
        await propose(platform)
        proposal = await tried(store)
        found = proposal.backtest
        assert found is not None
        assert (found.read, found.matched, found.people) == (9, 7, 6)
        assert (found.worst_day, found.worst_hour) == (6, 4)
        assert (found.since, found.until) == (proposal.opened_at - 30 * DAY, proposal.opened_at)
        await until(lambda: any(isinstance(one, EditCard) for _, one in platform.felt))
        (edited,) = [one for _, one in platform.felt if isinstance(one, EditCard)]
        assert "it would have matched 7 of 9 messages, by 6 people" in words(edited.card)
        (told,) = [one for _, one in platform.felt if isinstance(one, PostCard) and one.channel == TEAM]
        assert "Some of what it would have matched" in words(told.card)
        kept = await everything_stored(store)
        assert "so the butler" not in kept
        assert "/p3" not in kept
        assert "ben" not in kept


async def test_whoever_the_policy_spares_today_is_spared_in_the_past(config: Config, store: Store) -> None:
    async with looking(config, store, Remembering(FakeClock())) as platform:
        assert isinstance(platform, Remembering)
        await platform.say("hello", by="p1")
        await platform.command("settings level", account="p1", level="helper")
        platform.messages = [said(SPOILER, 1, "p1", 991), said(SPOILER, 1, "p2", 992)]
        await platform.tell(replace(message("hi", number=77, by="p1"), roles=("fake:S1/admin",)))  # type: ignore[arg-type]
        await propose(platform)
        found = (await tried(store)).backtest
        assert found is not None
        assert (found.read, found.matched) == (2, 1)


async def test_a_bot_that_ended_while_it_read_reads_again_and_says_it_once(config: Config, store: Store) -> None:
    clock = FakeClock()
    platform = Remembering(clock, *PAST)
    platform.stops_at = 4
    async with looking(config, store, platform):
        await propose(platform)
        await platform.silent.wait()
    assert (await stored(store)).backtest is None
    again = Remembering(clock, *PAST)
    async with looking(config, store, again):
        await tried(store)
        await until(lambda: any(isinstance(one, EditCard) for _, one in again.felt))
    assert platform.asked == again.asked
    async with looking(config, store, third := Remembering(clock, *PAST)):
        await asyncio.sleep(0.1)
    felt = [one for _, one in (*again.felt, *third.felt) if isinstance(one, EditCard)]
    assert (len(felt), third.asked) == (1, [])


async def test_a_platform_that_is_away_is_asked_again(config: Config, store: Store) -> None:
    platform = Remembering(FakeClock(), *PAST)
    platform.wrong = [TypeError("an answer that is none"), Unavailable("away", timedelta())]
    async with looking(config, store, platform):
        await propose(platform)
        assert (await tried(store)).backtest is not None
    assert len(platform.asked) == 3


@pytest.mark.parametrize("silent", [True, False])
async def test_where_no_past_can_be_read_that_is_said(config: Config, store: Store, silent: bool) -> None:
    platform = Platform(FakeClock()) if silent else Remembering(FakeClock(), *PAST)
    if isinstance(platform, Remembering):
        platform.wrong = [Refused("the bot is not there")]
    async with looking(config, store, platform):
        await propose(platform)
        found = (await tried(store)).backtest
        assert found is not None
        assert found.read == 0
        await until(lambda: any(isinstance(one, EditCard) for _, one in platform.felt))
    (edited,) = [one for _, one in platform.felt if isinstance(one, EditCard)]
    assert "No past could be read here" in words(edited.card)


@pytest.mark.parametrize("bounds", [replace(QUICK, messages=4), replace(QUICK, seconds=0.1)])
async def test_what_there_was_no_time_or_room_for_is_not_claimed(config: Config, store: Store, bounds: Bounds) -> None:
    platform = Remembering(FakeClock(), *PAST)
    platform.stops_at = 4
    async with looking(config, store, platform, bounds):
        await propose(platform)
        found = (await tried(store)).backtest
        assert found is not None
        assert (found.read, found.matched) == (3, 2)
        assert found.since == platform.messages[3].at


async def test_a_policy_that_is_to_act_is_tried_as_it_is_worded(config: Config, store: Store) -> None:
    past = [said("my cat", 2 + number / 10, f"p{number}", 970 + number) for number in range(7)]
    async with looking(config, store, Remembering(FakeClock(), *past)) as platform:
        await platform.command("settings mode", policy="ours/one", mode="shadow")
        await platform.command("policy propose-mode", policy="ours/one", mode="enforce", why="It is time.")
        found = (await tried(store)).backtest
        assert found is not None
        assert (found.matched, found.people) == (7, 7)


async def test_what_is_live_does_not_wait_for_the_past(config: Config, store: Store) -> None:
    past = [
        said("good morning to all of you, " * 8, 1 + number / 1000, f"p{number % 90}", number) for number in range(1500)
    ]
    async with looking(config, store, Remembering(FakeClock(), *past), replace(QUICK, every_seconds=0.1)) as platform:
        await propose(platform)
        waits: list[float] = []
        while (await stored(store)).backtest is None:
            begun = perf_counter()
            await platform_say(platform, len(waits))
            waits.append(perf_counter() - begun)
        assert len(waits) > 3
        assert sorted(waits)[len(waits) // 2] < 0.5


async def platform_say(platform: Platform, number: int) -> None:
    """Somebody writes while the past is judged."""
    heard = platform._heard
    platform._told += 1
    await platform._said.put(message("a word", number=10_000 + number, by="zoe"))
    await until(lambda: platform._heard > heard)


class Elsewhere(Remembering):
    """Two spaces without a past."""

    async def past(self, space: SpaceId, since: datetime, until: datetime) -> AsyncGenerator[MessagePosted, None]:
        self.spaces.append(space)
        return
        yield

    def __init__(self, clock: FakeClock) -> None:
        super().__init__(clock)
        self.spaces: list[SpaceId] = []


async def test_many_proposals_of_one_community_hold_no_other_up(config: Config, store: Store) -> None:
    assert config.source is not None
    other = SpaceId("fake:S9")
    theirs = config.text.replace("lime", "plum").replace(SPACE, other)
    config.source.write_text(config.text + theirs, encoding="utf-8")
    both, clock = load(config.source, {}), FakeClock()
    platform = Elsewhere(clock)
    bot = Bot(both, store, awaiting(both, LiveMoments(clock)), [platform], clock)
    back = LookingBack(bot, [platform], store, clock, QUICK)
    tasks = [asyncio.create_task(bot.run())]
    try:
        await bot.started.wait()
        for _ in range(2):
            await propose(platform)
        mine = FormSubmitted(**platform._ask(ADA, owner=False), form="proposal-new", values=tuple(ANSWERS.items()))
        by = account_id(other, "U-ada")
        await platform.tell(replace(mine, space=other, channel=channel_id(other, "general"), account=by))
        tasks.append(asyncio.create_task(back.run()))
        await until(lambda: len(platform.spaces) == 3)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    assert platform.spaces == [SPACE, other, SPACE]
