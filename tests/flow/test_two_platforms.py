"""A community on two platforms that can do different things: the same policy acts on both, within what each allows."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app.abilities import cannot, objection, shortfalls
from bot.app.assembly import awaiting
from bot.app.live import Bot
from bot.config.load import load
from bot.config.model import Community
from bot.effects import EVERY_KIND, DeleteMessage, Effect, JoinChannel, PostCard, SendDirect, ShowHome
from bot.events import ChannelCreated, Event, HomeOpened
from bot.ids import EventId, Platform, channel_id, space_id
from bot.pipeline.moments import LiveMoments
from bot.policy.edition import Edition, editions
from bot.ports import Capabilities, Receive
from bot.storage import tables
from bot.storage.store import Store
from tests.builders import MONDAY, SPACE, message, someone
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.test_dispatch import until
from tests.unit.moderation.playing import buttons, keys
from tests.unit.policy.packs import pack, policy

SLACK = space_id("slack", "T1")
NOT_THERE = frozenset({"delete_message", "time_out_member", "quarantine_member", "set_slowmode", "pause_invites"})
HEAD = 'id = "ours"\ntitle = { en = "Ours", fr = "Les nôtres" }\n'
CAT = '{ words = { any = ["cat"] } }'
BOTH = f'spaces = ["{SPACE}", "{SLACK}"]'
SETTINGS = f"""
[communities.lime]
{BOTH}
packs = ["ours"]
observation_days = 0
managers_channel = {{ "{SPACE}" = "team", "{SLACK}" = "team" }}
"""


class There(FakeAdapter):
    """A platform where a test says what happens."""

    def __init__(self, platform: str, effects: frozenset[str]) -> None:
        super().__init__()
        self.platform = Platform(platform)
        self.capabilities = Capabilities(effects=effects)
        self._said: asyncio.Queue[Event] = asyncio.Queue()
        self._settled = 0
        self._told = 0

    async def run(self, receive: Receive) -> None:
        while True:
            await receive([await self._said.get()])
            self._settled += 1

    async def tell(self, event: Event, follows: int) -> list[Effect]:
        before, self._told = len(self.felt), self._told + 1
        await self._said.put(event)
        await until(lambda: self._settled == self._told and len(self.felt) >= before + follows)
        await asyncio.sleep(0.1)
        return [effect for _, effect in self.felt[before:]]


@asynccontextmanager
async def running(store: Store, folder: Path, *policies: str) -> AsyncIterator[tuple[There, There]]:
    made = folder / "policies" / "ours"
    made.mkdir(parents=True)
    (made / "pack.toml").write_text(HEAD + "".join(policies), encoding="utf-8")
    (made / "cases.toml").write_text("", encoding="utf-8")
    (folder / "config.toml").write_text(SETTINGS, encoding="utf-8")
    config, clock = load(folder / "config.toml", {}), FakeClock()
    able = There("fake", EVERY_KIND - {"join_channel", "show_home"})
    less = There("slack", EVERY_KIND - NOT_THERE - {"hide_reaction"})
    bot = Bot(config, store, awaiting(config, LiveMoments(clock)), [able, less], clock)
    task = asyncio.create_task(bot.run())
    try:
        await until(bot.started.is_set)
        yield able, less
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_the_same_policy_acts_on_both_within_what_each_allows(store: Store, tmp_path: Path) -> None:
    step = "ladder = [{ at = 2, within = '9d', then = { remove = true, timeout = '1h' } }]\n"
    async with running(store, tmp_path, policy(CAT, then="{ remove = true }") + step) as (able, less):
        await until(lambda: len(less.felt) == 1)
        (notice,) = (effect for _, effect in less.felt)
        assert isinstance(notice, PostCard)
        assert keys(notice.card).count("policy-cannot") == 2
        assert able.felt == []
        done = await able.tell(message("my cat", number=1), 3)
        assert {type(effect) for effect in done} == {SendDirect, DeleteMessage, PostCard}
        asked = await less.tell(message("my cat", number=2, space=SLACK), 2)
        assert {type(effect) for effect in asked} == {SendDirect, PostCard}
        letter = next(effect for effect in asked if isinstance(effect, SendDirect))
        assert keys(letter.card)[0] == "policy-direct-asked"
        again = await less.tell(message("my cat", number=3, space=SLACK), 2)
        card = next(effect for effect in again if isinstance(effect, PostCard)).card
        assert keys(card).count("moderation-beyond") == 2
    async with store.reading() as connection:
        found = select(tables.incidents.c.space, tables.incidents.c.details).order_by(tables.incidents.c.at)
        kept = [(space, json.loads(details)["beyond"]) for space, details in await connection.execute(found)]
    assert kept == [(SPACE, []), (SLACK, ["remove"]), (SLACK, ["remove", "timeout"])]


async def test_a_new_channel_and_a_page_are_answered_where_there_are_such_things(store: Store, tmp_path: Path) -> None:
    async with running(store, tmp_path, policy(CAT)) as (able, less):
        new = channel_id(SLACK, "C2")
        created = ChannelCreated(id=EventId("c"), space=SLACK, at=MONDAY, channel=new, name="new", watched=False)
        (card,) = await less.tell(created, 1)
        assert isinstance(card, PostCard)
        assert buttons(card.card) == ["watch"]
        ada = someone("ada", SLACK)
        await less.tell(message("my cat", number=5, space=SLACK), 2)
        opened = HomeOpened(id=EventId("h"), space=SLACK, at=MONDAY + timedelta(hours=1), account=ada, channel=None)
        (home,) = await less.tell(opened, 1)
        assert isinstance(home, ShowHome)
        assert home.account == ada
        assert "guidance-home-stage" in keys(home.card)
        assert able.felt == []
    async with store.reading() as connection:
        looked = select(tables.events.c.account).where(tables.events.c.kind == "home_opened")
        assert list(await connection.scalars(looked)) == [None]
    assert not [effect for _, effect in less.felt if isinstance(effect, JoinChannel)]


def _editions(*policies: str) -> list[Edition]:
    return list(editions(pack(*policies), {}))


ABLE, LESS = There("fake", EVERY_KIND), There("slack", EVERY_KIND - NOT_THERE)


@pytest.mark.parametrize(
    ("spaces", "then", "refused"),
    [
        ((SPACE, SLACK), '{ slowmode = "30s" }', None),
        ((SLACK,), '{ slowmode = "30s" }', "tests/one: slack cannot set slowmode; choose another action"),
        ((SLACK,), "{ remove = true }", None),
        ((SLACK,), '{ slowmode = "30s", alert = true }', None),
        ((space_id("web", "x"),), '{ slowmode = "30s" }', None),
    ],
)
def test_a_policy_is_refused_only_where_nothing_of_it_could_be_done_on_any_platform(
    spaces: tuple[str, ...], then: str, refused: str | None
) -> None:
    community = Community.model_validate({"spaces": spaces})
    found = objection(community, cannot([ABLE, LESS]))(_editions(policy(CAT, then=then))[0])
    assert found is None if refused is None else refused in str(found)


def test_what_falls_short_is_listed_by_platform_and_action_for_what_is_in_force() -> None:
    both = Community.model_validate({"spaces": (SPACE, SLACK)})
    some = _editions(
        policy(CAT, then="{ remove = true }"),
        policy(CAT, name="two", then='{ remove = true, slowmode = "5s" }'),
        policy(CAT, name="three", then='{ timeout = "1h" }', mode="shadow"),
    )
    found = list(shortfalls(some, both, cannot([ABLE, LESS])))
    assert [(one.platform, one.action, one.policies) for one in found] == [
        ("slack", "remove", ("tests/one", "tests/two")),
        ("slack", "slowmode", ("tests/two",)),
    ]
