"""Packs that nobody can read any more: people's work goes on all the same, and both operator and managers are told."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from structlog.testing import capture_logs

from bot.app.assembly import awaiting
from bot.app.live import Bot
from bot.config.load import Config, load
from bot.effects import PostCard
from bot.events import Event
from bot.pipeline.moments import LiveMoments
from bot.ports import Capabilities, Receive
from bot.storage import overlay, tables
from bot.storage.store import Store
from tests.builders import SPACE, message
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.governed import MODERATOR, TEAM, Asking, cited, incident
from tests.flow.test_dispatch import until
from tests.unit.moderation.playing import words
from tests.unit.policy.packs import policy

ADA, MOD = Asking("ada"), Asking("mod", MODERATOR)
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
    bot.look_seconds = 0.02
    task = asyncio.create_task(bot.run())
    try:
        await until(bot.started.is_set)
        yield chat
    finally:
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


def posted(chat: Chat) -> list[PostCard]:
    return [effect for _, effect in chat.felt if isinstance(effect, PostCard)]
