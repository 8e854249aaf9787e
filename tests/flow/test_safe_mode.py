"""Packs and settings that nobody can read any more: people's work goes on, and both operator and managers are told."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.app import holding
from bot.app.adoption import adopting
from bot.app.assembly import awaiting
from bot.app.live import Bot
from bot.config import copies
from bot.config.load import Config, load
from bot.effects import DeleteMessage, PostCard
from bot.events import Event, SpaceJoined
from bot.ids import CommunityId, EventId, PolicyId, SpaceId, role_id
from bot.pipeline.moments import LiveMoments
from bot.ports import Capabilities, Receive
from bot.storage import overlay, policies, tables
from bot.storage.store import Store
from bot.views import Locale
from tests.builders import MONDAY, SPACE, message
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.governed import MODERATOR, TEAM, Asking, cited, incident
from tests.flow.shells import Shell
from tests.flow.test_dispatch import until
from tests.unit.moderation.playing import words
from tests.unit.policy.packs import policy

ADA, MOD, BOSS = Asking("ada"), Asking("mod", MODERATOR), Asking("boss", role_id(SPACE, "owner"))
CAT = policy('{ words = { any = ["cat"] } }', name="cats", then="{ remove = true }")
KINDS = (
    "send_direct",
    "delete_message",
    "post_card",
    "edit_card",
    "reply_privately",
    "time_out_member",
    "lift_timeout",
)


class Chat(FakeAdapter):
    """A platform where a test says what happens."""

    def __init__(self) -> None:
        super().__init__()
        self.capabilities = Capabilities(effects=frozenset(KINDS))
        self.receive: Receive | None = None

    async def run(self, receive: Receive) -> None:
        self.receive = receive
        await asyncio.Event().wait()

    async def hear(self, *events: Event) -> None:
        await until(lambda: self.receive is not None)
        assert self.receive is not None
        for event in events:
            await self.receive([event])


def config(folder: Path, packs: Sequence[str]) -> Config:
    named = ", ".join(f'"{one}"' for one in packs)
    (folder / "config.toml").write_text(
        f'[communities.lime]\nspaces = ["{SPACE}"]\npacks = [{named}]\nobservation_days = 0\n'
        f'managers_channel = {{ "{SPACE}" = "{TEAM.rpartition("/")[2]}" }}\n'
        f'levels = {{ "{MODERATOR}" = "moderator" }}\n',
        encoding="utf-8",
    )
    return load(folder / "config.toml", {})


def pack(folder: Path, name: str, text: str) -> None:
    (folder / "policies" / name).mkdir(parents=True, exist_ok=True)
    head = f'id = "{name}"\ntitle = {{ en = "Ours", fr = "Les nôtres" }}\n'
    (folder / "policies" / name / "pack.toml").write_text(head + text, encoding="utf-8")
    (folder / "policies" / name / "cases.toml").write_text("", encoding="utf-8")


@asynccontextmanager
async def running(made: Config, store: Store) -> AsyncIterator[Chat]:
    clock, chat = FakeClock(), Chat()
    bot = Bot(made, store, awaiting(made, LiveMoments(clock)), [chat], clock)
    bot.look_seconds, bot.adopt = 0.02, adopting(made, clock)
    tasks = [asyncio.create_task(one) for one in (bot.run(), holding.remind(bot, made, clock))]
    try:
        await until(bot.started.is_set)
        await holding.keep(made, clock)
        yield chat
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def test_with_broken_packs_cases_pauses_and_undoing_go_on(store: Store, tmp_path: Path) -> None:
    pack(tmp_path, "ours", CAT)
    bad = message("a cat", number=1, by="bob")
    async with running(config(tmp_path, ["ours"]), store) as chat:
        await chat.hear(bad)
        await until(lambda: "delete_message" in [effect.kind for _, effect in chat.felt])
    pack(tmp_path, "ours", "[[policies]]\nid = ")
    pack(tmp_path, "theirs", "this is no TOML at all")
    with capture_logs() as logs:
        async with running(config(tmp_path, ["ours", "theirs"]), store) as chat:
            await until(lambda: any("theirs" in words(one.card) for one in posted(chat)))
            report = replace(ADA.send(10, "report", what="hurt", reason="It hurts"), cited=cited(bad))
            await chat.hear(message("a cat once more", number=11, by="bob"), report)
            await chat.hear(MOD.press(12, f"incident-undo:{incident(bad)}"), MOD.press(13, "case-claim:1"))
            await chat.hear(MOD.command(14, "pause"), MOD.command(15, "queue"))
            async with store.reading() as connection:
                states = dict(
                    (await connection.execute(select(tables.incidents.c.incident, tables.incidents.c.state))).all()
                )
                cases = list(await connection.scalars(select(tables.cases.c.state)))
                fact = await overlay.load(connection, 1)
    assert len(states) == 2, "what was live in its last wording still acts"
    assert states[incident(bad)] == "undone"
    assert cases == ["triage"]
    assert "paused" in fact.values
    assert [one for one in logs if one["event"] == "policy refused" and "theirs" in one["problem"]]


def broken(folder: Path) -> Config:
    (folder / "config.toml").write_text("[communities.lime]\nspaces = \n", encoding="utf-8")
    return load(folder / "config.toml", {}, fall_back=True)


async def test_with_broken_settings_everything_acts_as_before_and_nothing_new_does(
    store: Store, tmp_path: Path
) -> None:
    pack(tmp_path, "ours", CAT)
    async with running(config(tmp_path, ["ours"]), store) as chat:
        await chat.hear(message("a cat", number=1, by="bob"))
    dogs = policy('{ words = { any = ["dog"] } }', name="dogs", then="{ remove = true }")
    pack(tmp_path, "ours", CAT + dogs)
    stranger = SpaceJoined(id=EventId("space:9"), space=SpaceId("discord:9"), at=MONDAY, name="New", owner=None)
    for start in range(2):
        async with running(broken(tmp_path), store) as chat:
            await chat.hear(
                message("a cat", number=10 + start, by="bob"), message("a dog", number=20 + start, by="bob")
            )
            await chat.hear(stranger, message("a cat", number=30 + start, by="eve", space=stranger.space))
            await until(lambda: "delete_message" in [effect.kind for _, effect in chat.felt])
            if start == 0:
                await until(lambda: {"config.toml:2", "ours/dogs"} <= told_of(chat))
            else:
                assert not told_of(chat), "once a day, however often it starts"
    async with store.reading() as connection:
        hits = (await connection.execute(select(tables.policy_hits.c.policy, tables.policy_hits.c.mode))).all()
        spaces = list(await connection.scalars(select(tables.spaces.c.space)))
    assert set(map(tuple, hits)) == {("ours/cats", "enforce"), ("ours/dogs", "shadow")}
    assert stranger.space not in spaces, "the mended file may give it to a community"
    async with running(config(tmp_path, ["ours"]), store) as chat:
        await chat.hear(message("a dog", number=40, by="bob"))
        await until(lambda: "delete_message" in [effect.kind for _, effect in chat.felt])


async def test_nobody_reads_what_the_file_says_of_another_community(store: Store, tmp_path: Path) -> None:
    made = config(tmp_path, [])
    path, sound = tmp_path / "config.toml", f'{made.text}[communities.plum]\nspaces = ["fake:S9"]\n'
    copies.keep(path, sound, MONDAY)
    path.write_text(f'{sound}locale = "plums only"\n', encoding="utf-8")
    async with running(load(path, {}, fall_back=True), store) as chat:
        await until(lambda: bool(posted(chat)))
        (card,) = (one.card for one in posted(chat))
    assert "mistakes" in words(card)
    assert "plums only" not in words(card)


async def test_what_was_switched_on_in_chat_goes_on_as_it_was_worded_then(store: Store, tmp_path: Path) -> None:
    pack(tmp_path, "ours", CAT.replace('"enforce"', '"shadow"'))
    async with running(config(tmp_path, ["ours"]), store) as chat:
        await chat.hear(BOSS.press(1, "policy-enforce:ours/cats"))
        await until_live(store, "ours/cats")
    pack(tmp_path, "ours", CAT.replace('"cat"', '"dog"').replace('"enforce"', '"shadow"'))
    async with running(broken(tmp_path), store) as chat:
        await chat.hear(message("a dog", number=10, by="bob"), message("a cat", number=11, by="bob"))
        await until(lambda: "delete_message" in [effect.kind for _, effect in chat.felt])
        gone = [one.message for _, one in chat.felt if isinstance(one, DeleteMessage)]
        assert gone == [message("", number=11).message]
        await chat.hear(BOSS.press(12, "policy-shadow:ours/cats"))
        await until_live(store, "ours/cats", "shadow")


async def until_live(store: Store, policy_: str, mode: str = "enforce") -> None:
    async with asyncio.timeout(10):
        while True:
            async with store.reading() as connection:
                if (await policies.standing(connection, CommunityId("lime")))[PolicyId(policy_)][1] == mode:
                    return
            await asyncio.sleep(0.02)


def told_of(chat: Chat) -> set[str]:
    cards = " ".join(words(one.card) for one in posted(chat))
    return {one for one in ("config.toml:2", "ours/dogs") if one in cards}


def posted(chat: Chat) -> list[PostCard]:
    return [effect for _, effect in chat.felt if isinstance(effect, PostCard)]


# --- the shell


def unsound_settings(folder: Path) -> None:
    copies.keep(folder / "config.toml", "", datetime(2026, 11, 26, 9, 30, tzinfo=UTC))
    (folder / "config.toml").write_text('[retention]\nactivty_days = 3\n[communities.lime]\nspaces = ["lime"]\n')


@pytest.mark.parametrize(("locale", "words"), [("en", "Safe mode: the settings of"), ("fr", "Mode sans échec")])
def test_a_start_with_unsound_settings_names_every_line_and_the_copy(
    shell: Shell, tmp_path: Path, locale: Locale, words: str
) -> None:
    unsound_settings(tmp_path)
    told = shell("run", locale=locale)
    assert told.code == 3, "there is no key to any platform"
    assert "config.toml:2: unknown setting" in told.words
    assert "config.toml:4:" in told.words
    assert words in told.words
    assert "2026-11-26 09:30 UTC" in told.words


def test_whoever_wants_it_strict_starts_with_sound_settings_only(shell: Shell, tmp_path: Path) -> None:
    unsound_settings(tmp_path)
    told = shell("run", "--strict")
    assert told.code == 3
    assert "config.toml:2: unknown setting" in told.words
    assert "2026-11-26" not in told.words
    assert "no platform" not in told.words


def test_doctor_finds_the_mistakes_and_health_asks_the_database_of_the_copy(shell: Shell, tmp_path: Path) -> None:
    assert shell("db", "upgrade").code == 0
    unsound_settings(tmp_path)
    told = shell("doctor")
    assert told.code == 1
    assert "those of 2026-11-26 09:30 UTC" in told.words
    assert "config.toml:2: unknown setting" in told.words
    assert "The database palabre.db answers" in told.words
    assert json.loads(shell("doctor", "--json").out)["findings"][1]["key"] == "doctor-settings-held"
    assert shell("health").out == "healthy\n"
    assert shell("stats").code == 3
