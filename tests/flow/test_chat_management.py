"""A manager without a shell: set up, paused, undone and looked into from the chat alone, on a bot that runs."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import select

from bot.app.assembly import awaiting
from bot.app.guide import StoredGuide
from bot.app.live import Bot
from bot.config.load import Config, load
from bot.effects import (
    DeleteMessage,
    EditCard,
    Effect,
    PostCard,
    ReplyPrivately,
    SendDirect,
)
from bot.events import ButtonPressed, Cited, CommandInvoked, Event, FormSubmitted, MenuChosen
from bot.ids import AccountId, CommunityId, EventId, role_id
from bot.pipeline.moments import LiveMoments
from bot.ports import Capabilities, Receive
from bot.storage import questions, tables
from bot.storage.store import Store
from bot.views import Card, Phrase
from tests.builders import CHANNEL, MONDAY, SPACE, message, someone
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.test_dispatch import until
from tests.unit.policy.packs import policy

pytestmark = pytest.mark.story

COMMUNITY = CommunityId("lime")
TEAM = f"{SPACE}/team"
BOSS, ADA = someone("boss"), someone("ada")
HEAD = 'id = "ours"\ntitle = { en = "Ours", fr = "Les nôtres" }\n'
CAT = policy('{ words = { any = ["cat"] } }', then="{ remove = true }")
EVERY_KIND = frozenset(str(kind.__dataclass_fields__["kind"].default) for kind in Effect.__args__)


class Platform(FakeAdapter):
    """A platform on which a test speaks, presses and sends forms."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__()
        self.capabilities = Capabilities(effects=EVERY_KIND)
        self._clock = clock
        self._said: asyncio.Queue[Event] = asyncio.Queue()
        self.numbers = count(1)
        """Of what happens: another run of the same community begins with others."""
        self._told = 0
        self._heard = 0

    async def run(self, receive: Receive) -> None:
        while True:
            event = await self._said.get()
            await receive([event])
            self._heard += 1

    async def tell(self, event: Event) -> list[Effect]:
        """Let something happen, and wait until all that follows was felt."""
        before = len(self.felt)
        self._told += 1
        await self._said.put(event)
        await until(lambda: self._heard == self._told)
        quiet, seen = 0, -1
        while quiet < 5:
            quiet, seen = (quiet + 1, seen) if len(self.felt) == seen else (0, len(self.felt))
            await asyncio.sleep(0.03)
        return [effect for _, effect in self.felt[before:]]

    async def say(self, text: str, by: str = "ada") -> list[Effect]:
        number = next(self.numbers)
        return await self.tell(replace(message(text, number=number, by=by), at=self._clock.now()))

    def _ask(self, by: AccountId, owner: bool) -> dict[str, Any]:
        roles = (role_id(SPACE, "owner"),) if owner else ()
        number = next(self.numbers)
        return {"id": EventId(f"ask:{number}"), "space": SPACE, "at": self._clock.now(), "account": by,
                "channel": CHANNEL, "roles": roles}  # fmt: skip

    async def command(self, name: str, by: AccountId = BOSS, owner: bool = True, **arguments: str) -> list[Effect]:
        asked = CommandInvoked(**self._ask(by, owner), command=name, arguments=tuple(arguments.items()))
        return await self.tell(asked)

    async def press(self, button: str, by: AccountId = BOSS, owner: bool = True) -> list[Effect]:
        return await self.tell(ButtonPressed(**self._ask(by, owner), button=button))

    async def send(self, form: str, by: AccountId = BOSS, owner: bool = True, **values: str) -> list[Effect]:
        return await self.tell(FormSubmitted(**self._ask(by, owner), form=form, values=tuple(values.items())))

    async def choose(self, menu: str, text: str, number: int, by: AccountId = ADA) -> list[Effect]:
        cited = Cited(message=message(text, number=number).message, channel=CHANNEL, author=ADA, text=text)
        return await self.tell(MenuChosen(**self._ask(by, owner=False), menu=menu, cited=cited))


@pytest.fixture
def config(tmp_path: Any) -> Config:
    pack = tmp_path / "policies" / "ours"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text(HEAD + CAT, encoding="utf-8")
    settings = tmp_path / "config.toml"
    settings.write_text(
        f'[communities.lime]\nspaces = ["{SPACE}"]\npacks = ["ours"]\nobservation_days = 0\n'
        f'managers_channel = {{ "{SPACE}" = "team" }}\n',
        encoding="utf-8",
    )
    return load(settings, {})


@asynccontextmanager
async def running(config: Config, store: Store, clock: FakeClock | None = None) -> AsyncIterator[tuple[Platform, Bot]]:
    clock = clock or FakeClock()
    platform = Platform(clock)
    bot = Bot(config, store, awaiting(config, LiveMoments(clock)), [platform], clock)
    bot.look_seconds = 0.05
    task = asyncio.create_task(bot.run())
    try:
        yield platform, bot
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def cards(effects: list[Effect], kind: type = PostCard) -> list[Card]:
    return [effect.card for effect in effects if isinstance(effect, kind) and hasattr(effect, "card")]


def button(effects: list[Effect], action: str) -> str:
    """The id of the button that does this, on any card among them."""
    found: list[str] = [one.id for effect in effects for one in getattr(getattr(effect, "card", None), "buttons", ())]
    return next(one for one in found if one.partition(":")[0] == action)


async def test_a_removal_is_shown_to_managers_and_undone_with_one_press(config: Config, store: Store) -> None:
    async with running(config, store) as (platform, _):
        felt = await platform.say("my cat")
        assert [type(one) for one in felt if not isinstance(one, PostCard)] == [SendDirect, DeleteMessage]
        (shown,) = [one for one in felt if isinstance(one, PostCard)]
        assert shown.channel == TEAM
        undone = await platform.press(button(felt, "incident-undo"))
        (apology,) = cards(undone, SendDirect)
        assert "my cat" in str(apology.body)
        (case,) = [file for card in cards(undone, ReplyPrivately) for file in card.files]
        assert 'text = "my cat"' in case.content
        assert [type(one) for one in undone if isinstance(one, EditCard)] == [EditCard]
        again = await platform.press(button(felt, "incident-undo"))
        assert {type(one) for one in again} <= {ReplyPrivately, EditCard}
    async with store.reading() as connection:
        (row,) = (await connection.execute(select(tables.incidents))).all()
        counters = {one.key: one.value for one in await connection.execute(select(tables.counters))}
    assert (row.state, row.moved_by, row.account) == ("undone", BOSS, ADA)
    assert {value for key, value in counters.items() if key.endswith(f"|{ADA}")} == {0}


async def test_a_member_asks_for_a_person_and_only_the_author_may(config: Config, store: Store) -> None:
    async with running(config, store) as (platform, _):
        felt = await platform.say("my cat")
        ask = button(felt, "incident-ask")
        assert not cards(await platform.press(ask, by=someone("eve"), owner=False))
        (told,) = cards(await platform.press(ask, by=ADA, owner=False))
        assert "incident-undo" in str(told.buttons)


async def test_members_cannot_press_what_is_for_managers(config: Config, store: Store) -> None:
    async with running(config, store) as (platform, _):
        undo = button(await platform.say("my cat"), "incident-undo")
        (refused,) = await platform.press(undo, by=ADA, owner=False)
        assert isinstance(refused, ReplyPrivately)
        assert refused.card.body == (Phrase("road-not-allowed", (("level", "moderator"),)),)


async def test_a_pause_stops_what_is_done_and_what_still_waits(config: Config, store: Store) -> None:
    async with running(config, store) as (platform, _):
        platform.hang.clear()  # the first effect never ends, so that what follows it in its lane must wait
        await platform.say("my cat")
        await platform.say("another cat")
        await platform.command("pause")
        async with store.reading() as connection:
            outbox = tables.outbox
            acted = select(tables.policy_hits.c.seq)
            asked = select(outbox.c.kind, outbox.c.state, outbox.c.reason).where(outbox.c.seq.in_(acted))
            states = {(state, reason) for _, state, reason in await connection.execute(asked) if state != "sending"}
        assert ("refused", "a manager paused it") in states
        assert not [state for state, _ in states if state == "pending"]
        platform.hang.set()
        assert not [one for one in await platform.say("cat again") if isinstance(one, DeleteMessage | SendDirect)]
        await platform.command("resume")
        assert [one for one in await platform.say("cat at last") if isinstance(one, DeleteMessage)]


async def test_a_policy_written_in_chat_is_on_trial_then_switched_on(config: Config, store: Store) -> None:
    async with running(config, store) as (platform, _):
        written = await platform.send(
            "policy-new", title="Dogs", words="dog\nhound", then="remove", why_en="No dogs.", why_fr=""
        )
        enforce = button(written, "policy-enforce")
        assert enforce == "policy-enforce:chat/dogs"
        await _live(store, "chat/dogs", "shadow")
        assert not [one for one in await platform.say("a dog") if isinstance(one, DeleteMessage)]
        await platform.press(enforce)
        await _live(store, "chat/dogs", "enforce")
        assert [one for one in await platform.say("a hound") if isinstance(one, DeleteMessage)]
        await platform.press("policy-off:chat/dogs")
        await _live(store, "chat/dogs", "off")
        assert not await platform.say("one more dog")


async def _live(store: Store, policy_: str, mode: str) -> None:
    activations = tables.policy_activations
    asked = select(activations.c.mode).where(activations.c.policy == policy_).order_by(activations.c.number.desc())
    async with asyncio.timeout(10):
        while True:
            async with store.reading() as connection:
                if await connection.scalar(asked.limit(1)) == mode:
                    await asyncio.sleep(0.2)
                    return
            await asyncio.sleep(0.02)


async def test_the_first_days_only_look_on_and_end_with_an_announcement(config: Config, store: Store) -> None:
    clock = FakeClock()
    async with running(config, store, clock) as (platform, bot):
        begun = await platform.send("setup-begin", stage="observing", announcements=CHANNEL)
        assert cards(begun, ReplyPrivately)
        assert not [one for one in await platform.say("my cat") if isinstance(one, DeleteMessage | SendDirect)]
        before = len(platform.felt)
        clock.move(timedelta(days=1))
        await bot.tick()
        await until(lambda: len(platform.felt) > before)
        daily = [effect for _, effect in platform.felt[before:]]
        assert "policy-observed-one" in str(cards(daily)[0].fields)
        clock.move(timedelta(days=6))
        await bot.tick()
        await until(lambda: any("announcement-post" in str(card.buttons) for card in cards(_felt(platform))))
        posted = await platform.press("announcement-post")
        assert [one.channel for one in posted if isinstance(one, PostCard)] == [CHANNEL]
        assert [one for one in await platform.say("my cat, again") if isinstance(one, DeleteMessage)]


def _felt(platform: Platform) -> list[Effect]:
    return [effect for _, effect in platform.felt]


async def test_a_community_that_begins_is_only_looked_at_for_a_week(
    config: Config, store: Store, tmp_path: Any
) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text(settings.read_text().replace("observation_days = 0\n", ""), encoding="utf-8")
    async with running(load(settings, {}), store) as (platform, _):
        await until(lambda: bool(platform.felt))
        assert not [one for one in await platform.say("my cat") if isinstance(one, DeleteMessage | SendDirect)]


async def test_a_decision_is_explained_to_its_author_and_to_nobody_else(config: Config, store: Store) -> None:
    async with running(config, store) as (platform, _):
        await platform.say("my cat")
        (mine,) = cards(await platform.choose("explain", "my cat", 1), ReplyPrivately)
        assert Phrase("policy-decided-by", (("policy", "ours/one"), ("mode", "enforce"))) in mine.body
        (theirs,) = cards(await platform.choose("explain", "my cat", 1, by=someone("eve")), ReplyPrivately)
        assert theirs.body == (Phrase("policy-decided-others"),)


async def test_whoever_asks_is_shown_what_is_kept_and_is_forgotten_when_they_say_so(
    config: Config, store: Store
) -> None:
    async with running(config, store) as (platform, _):
        await platform.say("my cat")
        (exported,) = cards(await platform.command("privacy export", by=ADA, owner=False), ReplyPrivately)
        found = json.loads(exported.files[0].content)
        assert found["incidents"][0]["text"] == "my cat"
        assert "reporter" not in found["incidents"][0]
        await platform.send("privacy-forget", by=ADA, owner=False, sure="yes")
    async with store.reading() as connection:
        for table in (tables.accounts, tables.incidents, tables.activity):
            rows = (await connection.execute(select(table).where(table.c.account == ADA))).all()
            assert not rows, table.name


async def test_the_panel_tells_what_was_seen_and_what_was_left_alone(config: Config, store: Store) -> None:
    async with running(config, store) as (platform, _):
        await platform.say("my cat")
        await platform.say("good morning")
        guide = StoredGuide(store, {SPACE: COMMUNITY})
        latest = await guide.sightings(SPACE, 10)
        quiet, acted = [one for one in latest if one.kind == "message_posted"]
        assert (quiet.findings, quiet.said) == ((), ())
        (finding,) = acted.findings
        assert (finding.policy, finding.title.en, finding.mode) == ("ours/one", "Title of one", "enforce")
        assert finding.spans == ((3, 6),)
        assert {one.kind: one.state for one in acted.delivered}["delete_message"] == "done"
        suggested = await guide.suggest(SPACE, "policy", "one", "en")
        assert [value for value, _ in suggested] == ["ours/one"]


async def test_settings_are_rows_with_their_author_and_come_through_a_restart(config: Config, store: Store) -> None:
    async with running(config, store) as (platform, _):
        await platform.send("setup-voice", locale="fr", address="vous")
    async with store.reading() as connection:
        rows = {one.key: (one.value, one.author) for one in await connection.execute(select(tables.settings))}
        assert (rows["locale"], rows["address"]) == (("fr", BOSS), ("vous", BOSS))
        assert await questions.communities(connection)
    async with running(config, store) as (platform, _):
        (statement,) = [one for one in await platform.say("my cat", by="bob") if isinstance(one, SendDirect)]
        assert (statement.locale, statement.address) == ("fr", "vous")


async def test_days_tell_what_was_said_and_what_came_of_it(config: Config, store: Store) -> None:
    async with running(config, store) as (platform, _):
        for text in ("my cat", "good morning", "and good night"):
            await platform.say(text)
        await platform.command("pause")
        await platform.say("a paused cat")
        guide, today = StoredGuide(store, {SPACE: COMMUNITY}), MONDAY.date()
        before, now = await guide.days(SPACE, today - timedelta(days=1), today)
    assert (before.messages, before.acted, before.noticed) == (0, 0, 0)
    assert (now.day, now.messages, now.acted, now.noticed) == (today, 4, 1, 1)


async def test_two_rules_of_ones_own_that_share_a_word_both_act(config: Config, store: Store) -> None:
    async with running(config, store) as (platform, _):
        for title, words in (("Dogs", "dog"), ("Pets", "dog\nhamster")):
            written = await platform.send("policy-new", title=title, words=words, then="remove", why_en="No pets.")
            await platform.press(button(written, "policy-enforce"))
        await _live(store, "chat/dogs", "enforce")
        await _live(store, "chat/pets", "enforce")


async def test_a_damaged_rule_of_ones_own_neither_stops_the_program_nor_the_other_rules(
    config: Config, store: Store
) -> None:
    async with running(config, store) as (platform, _):
        await platform.send("policy-new", title="Dogs", words="dog", then="remove", why_en="No dogs.")
        await platform.press("policy-enforce:chat/dogs")
        await _live(store, "chat/dogs", "enforce")
    async with store.writing() as connection:
        damaged = {"partition": 1, "key": "policy:owls", "value": "{", "author": None, "at": MONDAY}
        gone = {"partition": 1, "key": "mode:chat/gone", "value": "enforce", "author": None, "at": MONDAY}
        await connection.execute(tables.settings.insert(), [damaged, gone])
    async with running(config, store) as (platform, _):
        platform.numbers = count(100)
        await until(lambda: "chat/owls" in str(_felt(platform)))
        assert [one for one in await platform.say("a dog", by="bob") if isinstance(one, DeleteMessage)]
        await platform.press("policy-off:chat/dogs")
        await _live(store, "chat/dogs", "off")
        assert str(_felt(platform)).count("policy-refused-title") == 1


async def test_a_folder_that_takes_the_name_of_the_rules_written_here_changes_neither(
    config: Config, store: Store, tmp_path: Any
) -> None:
    async with running(config, store) as (platform, _):
        await platform.send("policy-new", title="Dogs", words="dog", then="remove", why_en="No dogs.")
        await platform.press("policy-enforce:chat/dogs")
        await _live(store, "chat/dogs", "enforce")
    folder = tmp_path / "policies" / "chat"
    folder.mkdir()
    (folder / "pack.toml").write_text(HEAD.replace('"ours"', '"chat"') + CAT.replace('"one"', '"two"'))
    settings = tmp_path / "config.toml"
    settings.write_text(settings.read_text().replace('packs = ["ours"]', 'packs = ["ours", "chat"]'))
    async with running(load(settings, {}), store) as (platform, _):
        await until(lambda: "two packs have this id" in str(_felt(platform)))
        assert [one for one in await platform.say("a dog", by="bob") if isinstance(one, DeleteMessage)]


async def test_what_there_is_not_cannot_be_paused_but_what_was_just_written_can(config: Config, store: Store) -> None:
    async with running(config, store) as (platform, _):
        (refused,) = cards(await platform.command("pause", policy="ours/on"), ReplyPrivately)
        assert refused.body == (Phrase("governing-wrong-policy"),)
        assert cards(await platform.press("policy-off:ours/on"), ReplyPrivately) == [refused]
        await platform.send("policy-new", title="Dogs", words="dog", then="remove", why_en="No dogs.")
        paused, *_ = cards(await platform.command("pause", policy="chat/dogs"), ReplyPrivately)
        assert paused.body[0] == Phrase("governing-paused", (("what", "policy"), ("policy", "chat/dogs")))
        paused, *_ = cards(await platform.command("pause", policy="ours/one"), ReplyPrivately)
        assert paused.body[0] == Phrase("governing-paused", (("what", "policy"), ("policy", "ours/one")))


async def test_days_that_nobody_was_there_are_not_told_one_by_one(config: Config, store: Store) -> None:
    clock = FakeClock()
    async with running(config, store, clock) as (platform, bot):
        await platform.send("setup-begin", stage="observing", announcements=CHANNEL)
        before = len(platform.felt)
        clock.move(timedelta(days=5))
        await bot.tick()
        await until(lambda: len(platform.felt) > before)
        await asyncio.sleep(0.3)
        assert [card.title for card in cards(_felt(platform)[before:])] == [Phrase("policy-observed-title")]
