"""Policies that change while the bot runs: what is live, what is refused, and what is written down about it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app.assembly import awaiting
from bot.app.live import Bot
from bot.config.load import Config, load
from bot.effects import PostCard
from bot.errors import Complaints
from bot.events import Event
from bot.ids import PolicyId, RevisionId
from bot.pipeline.moments import LiveMoments
from bot.ports import Capabilities, Receive
from bot.storage import policies, tables
from bot.storage.store import Store
from bot.views import Phrase, Verbatim
from tests.builders import SPACE, message
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.test_dispatch import until
from tests.unit.policy.packs import policy

pytestmark = pytest.mark.story

ONE = PolicyId("ours/one")
HEAD = 'id = "ours"\ntitle = { en = "Ours", fr = "Les nôtres" }\n'
CAT, DOG = '{ words = { any = ["cat"] } }', '{ words = { any = ["dog"] } }'
HOLDS = '[[case]]\ntext = "cat"\nexpect = ["one"]\n'


class Chat(FakeAdapter):
    """A platform where a test says what happens."""

    def __init__(self, first: int = 0) -> None:
        super().__init__()
        self._first = first
        self.capabilities = Capabilities(effects=frozenset({"send_direct", "delete_message", "post_card"}))
        self._said: asyncio.Queue[Event] = asyncio.Queue()
        self._number = 0
        self.settled = 0

    async def run(self, receive: Receive) -> None:
        while True:
            await receive([await self._said.get()])
            self.settled += 1

    async def say(self, text: str, *follows: str) -> None:
        """Say something new, and expect what follows from it."""
        self._number += 1
        before = len(self.felt)
        await self._said.put(message(text, number=self._first + self._number))
        await until(lambda: self.settled == self._number)
        await until(lambda: len(self.felt) >= before + len(follows))
        await asyncio.sleep(0 if follows else 0.1)
        assert [effect.kind for _, effect in self.felt[before:]] == list(follows)


class Here:
    """A folder of packs, and settings that name one of them."""

    def __init__(self, folder: Path, *, managers: bool = False) -> None:
        self._pack = folder / "policies" / "ours"
        self._pack.mkdir(parents=True)
        self.pack = self._pack / "pack.toml"
        settings = folder / "config.toml"
        team = f'managers_channel = {{ "{SPACE}" = "team" }}\n' * managers
        lime = f'[communities.lime]\nspaces = ["{SPACE}"]\npacks = ["ours"]\nobservation_days = 0\n'
        settings.write_text(lime + team, encoding="utf-8")
        self.config: Config = load(settings, {})

    def write(self, *policies_: str, cases: str = "") -> None:
        (self._pack / "cases.toml").write_text(cases, encoding="utf-8")
        self.pack.write_text(HEAD + "".join(policies_), encoding="utf-8")


@pytest.fixture
def here(tmp_path: Path) -> Here:
    return Here(tmp_path)


@asynccontextmanager
async def running(here: Here, store: Store, first: int = 0) -> AsyncIterator[Chat]:
    """The bot at work; `first` numbers its messages apart from those of an earlier run."""
    clock, chat = FakeClock(), Chat(first)
    bot = Bot(here.config, store, awaiting(here.config, LiveMoments(clock)), [chat], clock)
    bot.look_seconds = 0.02
    task = asyncio.create_task(bot.run())
    try:
        yield chat
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def activations(store: Store, count: int) -> list[tuple[PolicyId, RevisionId, str]]:
    """Everything that was ever live, once so much of it is written down and what rules by it had time to follow."""
    async with asyncio.timeout(10):
        while True:
            async with store.reading() as connection:
                found = [(one.policy, one.revision, one.mode) for one in await policies.history(connection, "lime")]
            if len(found) >= count:
                await asyncio.sleep(0.3)
                return found
            await asyncio.sleep(0.02)


async def test_a_policy_is_changed_without_a_restart_and_every_decision_names_its_wording(
    store: Store, here: Here
) -> None:
    here.write(policy(CAT), cases=HOLDS)
    async with running(here, store) as chat:
        await chat.say("cat", "send_direct")
        here.write(policy(DOG, then="{ remove = true }"))
        (first, second) = await activations(store, 2)
        await chat.say("cat")
        await chat.say("dog", "send_direct", "delete_message")
    async with store.reading() as connection:
        hits = list(await connection.execute(select(tables.policy_hits.c.revision).order_by("seq")))
        revisions = tables.policy_revisions
        asked = select(revisions.c.revision, revisions.c.parent, revisions.c.author).order_by(
            revisions.c.parent.is_not(None)
        )
        kept = [tuple(row) for row in await connection.execute(asked)]
    assert [revision for (revision,) in hits] == [first[1], second[1]]
    assert kept == [(first[1], None, "file"), (second[1], first[1], "file")]


async def test_a_broken_file_is_refused_while_the_last_good_wording_stays_live(store: Store, here: Here) -> None:
    here.write(policy(CAT))
    async with running(here, store) as chat:
        await chat.say("cat", "send_direct")
        here.write(policy(CAT).replace("words", "wrods"))
        await asyncio.sleep(0.3)
        await chat.say("another cat", "send_direct")
        here.write(policy(DOG))
        await activations(store, 2)
        await chat.say("dog", "send_direct")


async def test_managers_are_told_once_of_what_was_refused(store: Store, tmp_path: Path) -> None:
    here = Here(tmp_path, managers=True)
    here.write(policy(CAT))
    async with running(here, store) as chat:
        await activations(store, 1)
        here.write(policy(CAT).replace("words", "wrods"))
        await until(lambda: len(chat.felt) == 1)
        ((_, told),) = chat.felt
        assert isinstance(told, PostCard)
        assert told.channel == f"{SPACE}/team"
        assert Verbatim(f'{here.pack}:8: unknown setting "wrods"; did you mean "words"?') in told.card.body
    async with running(here, store) as chat:
        await asyncio.sleep(0.3)
        assert chat.felt == []


async def test_a_broken_file_does_not_keep_the_bot_from_starting_again(store: Store, here: Here) -> None:
    here.write(policy(CAT))
    async with running(here, store) as chat:
        await chat.say("cat", "send_direct")
    here.write("this is no TOML")
    async with running(here, store, first=100) as chat:
        await chat.say("cat", "send_direct")
    assert len(await activations(store, 1)) == 1


async def test_a_pack_that_never_could_be_read_is_said_at_the_start(store: Store, here: Here) -> None:
    here.write(policy(CAT).replace("words", "wrods"))
    clock = FakeClock()
    bot = Bot(here.config, store, awaiting(here.config, LiveMoments(clock)), [Chat()], clock)
    with pytest.raises(Complaints, match='unknown setting "wrods"; did you mean "words"'):
        await bot.run()


async def test_activation_is_refused_while_a_case_fails(store: Store, here: Here) -> None:
    here.write(policy(CAT, mode="shadow"), cases=HOLDS.replace("cat", "bird"))
    async with running(here, store) as chat:
        await chat.say("cat")
        here.write(policy(CAT), cases=HOLDS.replace("cat", "bird"))
        await asyncio.sleep(0.3)
        await chat.say("cat")
        here.write(policy(CAT), cases=HOLDS)
        assert [mode for _, _, mode in await activations(store, 2)] == ["shadow", "enforce"]
        await chat.say("cat", "send_direct")


async def test_what_a_platform_cannot_do_is_not_activated_while_the_bot_runs(store: Store, here: Here) -> None:
    here.write(policy(CAT))
    async with running(here, store) as chat:
        await chat.say("cat", "send_direct")
        here.write(policy(CAT, then='{ slowmode = "30s" }'))
        await asyncio.sleep(0.3)
        await chat.say("cat", "send_direct")
    assert len(await activations(store, 1)) == 1


async def test_what_a_platform_can_do_in_part_is_activated_and_managers_read_once_what_comes_instead(
    store: Store, tmp_path: Path
) -> None:
    here = Here(tmp_path, managers=True)
    here.write(policy(CAT, then='{ remind = true, timeout = "1h", slowmode = "30s" }'))
    async with running(here, store) as chat:
        await until(lambda: len(chat.felt) == 1)
        ((_, told),) = chat.felt
        assert isinstance(told, PostCard)
        assert told.card.body == (
            Phrase("governing-limits"),
            Phrase("policy-cannot", (("action", "timeout"), ("policies", "ours/one"))),
            Phrase("policy-instead", (("action", "timeout"),)),
            Phrase("policy-cannot", (("action", "slowmode"), ("policies", "ours/one"))),
            Phrase("policy-instead", (("action", "slowmode"),)),
        )
        await chat.say("cat", "send_direct", "post_card")
    async with running(here, store, first=100) as chat:
        await asyncio.sleep(0.3)
        assert chat.felt == []


async def test_a_policy_that_leaves_its_pack_is_written_down_as_off(store: Store, here: Here) -> None:
    here.write(policy(CAT), policy(DOG, name="two"))
    async with running(here, store):
        await activations(store, 2)
        here.write(policy(CAT))
        last = (await activations(store, 3))[-1]
        assert (last[0], last[2]) == ("ours/two", "off")


async def test_starting_again_writes_nothing_down_that_stands_there_already(store: Store, here: Here) -> None:
    here.write(policy(CAT))
    for _ in range(2):
        async with running(here, store):
            await activations(store, 1)
            await asyncio.sleep(0.1)
    assert len(await activations(store, 1)) == 1
