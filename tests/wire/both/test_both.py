"""One community on a Discord server and a Slack workspace, in one process: one history, and the same rules on both."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.app import databases, platforms
from bot.app.assembly import awaiting
from bot.app.clock import SystemClock
from bot.app.guide import StoredGuide
from bot.app.live import Bot
from bot.app.turnstile import StoredTurnstile
from bot.config import load
from bot.pipeline.moments import LiveMoments
from bot.storage import tables
from bot.storage.store import Store
from tests.wire.discord.server import LoopbackDiscord
from tests.wire.slack.server import LoopbackSlack

SCAM = "Free nitro for everyone, claim it here: https://free-nitro.example/claim"


@dataclass
class Both:
    """Two servers, and the same few people on both."""

    discord: LoopbackDiscord
    slack: LoopbackSlack
    guild: Any
    team: Any
    ada_there: Any
    ada_here: Any
    talk: Any

    def settings(self) -> str:
        guild, workspace = f"discord:{self.guild.id}", f"slack:{self.slack.team.id}"
        return (
            f'[discord]\napi_url = "{self.discord.api_url}"\n[slack]\napi_url = "{self.slack.api_url.rstrip("/")}"\n'
            f'[communities.tree]\nspaces = ["{guild}", "{workspace}"]\nobservation_days = 0\n'
            f'managers_channel = {{ "{guild}" = "{self.team.id}" }}\n'
        )


@asynccontextmanager
async def running(both: Both, home: Path, *, administrator: str | None = None) -> AsyncIterator[Store]:
    path = home / "config.toml"
    path.write_text(both.settings())
    environ = {
        "PALABRE_DISCORD_TOKEN": both.discord.token,
        "PALABRE_SLACK_BOT_TOKEN": both.slack.token,
        "PALABRE_SLACK_APP_TOKEN": both.slack.app_token,
    }
    if administrator:
        environ["PALABRE_SLACK_USER_TOKEN"] = administrator
    config = load(path, environ)
    await databases.upgrade(config)
    store, clock = await Store.open(config.database.get_secret_value()), SystemClock()
    guide = StoredGuide(store, {})
    vault = platforms.vault(config, store, clock)
    adapters = platforms.adapters(config, guide, StoredTurnstile(store, clock), vault, clock)
    bot = Bot(config, store, awaiting(config, LiveMoments(clock)), adapters, clock)
    guide.homes = bot.homes
    task = asyncio.create_task(bot.run(grace_seconds=5))
    try:
        await both.discord.connected()
        await both.slack.connected(1)
        yield store
    finally:
        bot.end()
        await task
        await store.close()


@pytest.fixture
async def both() -> AsyncIterator[Both]:
    async with LoopbackDiscord(identify_window=0.0) as discord, LoopbackSlack() as slack:
        guild = discord.add_guild("The palaver tree")
        team = discord.add_channel(guild, "team")
        ada_there = discord.add_member(guild, "Ada")
        ada_here = slack.add_user("ada")
        talk = slack.add_channel("talk", ada_here)
        yield Both(discord, slack, guild, team, ada_there, ada_here, talk)
        assert discord.pings == []
        assert slack.pings == []
        assert not slack.unknown


async def test_the_same_rule_acts_on_both_as_far_as_each_lets_it(both: Both, tmp_path: Path) -> None:
    async with running(both, tmp_path):
        general = both.discord.channel(both.guild, "general")
        there = both.discord.post(both.ada_there, general, SCAM)
        here = both.slack.post(both.ada_here, both.talk, SCAM)
        await both.discord.wait_for(lambda: there.id not in general.messages, 10.0)
        await both.slack.wait_for(lambda: bool(both.slack.by_bot(both.slack.dm(both.ada_here))), 10.0)
        statement = str(both.slack.by_bot(both.slack.dm(both.ada_here))[0].blocks)
    assert here.ts in both.talk.messages, "the bot has no administrator's token there, and does not pretend"
    assert "I took" not in statement


async def test_two_accounts_that_are_linked_have_one_history(both: Both, tmp_path: Path) -> None:
    async with running(both, tmp_path) as store:
        general = both.discord.channel(both.guild, "general")
        both.discord.post(both.ada_there, general, "hello from there")
        await both.discord.wait_for(lambda: bool(both.discord.world.commands), 10.0)
        card = await both.discord.use_command(both.ada_there, general, "link").answer()
        code = re.search(r"\b[A-Z0-9]{8}\b", str(card.embeds))
        assert code is not None, card.embeds
        answer = await both.slack.slash(both.ada_here, both.talk, "/palabre", f"link {code[0]}").answer()
        assert answer.kind == "ephemeral"
        async with asyncio.timeout(10):
            while (found := await _people(store)) and (len(found), len(set(found.values()))) != (2, 1):  # noqa: ASYNC110 - a row
                await asyncio.sleep(0.05)
    assert {name.partition(":")[0] for name in found} == {"discord", "slack"}


async def _people(store: Store) -> dict[str, str]:
    """Whose each account is, of those who said anything: Discord alone tells whom a server belongs to."""
    async with store.reading() as connection:
        asked = select(tables.accounts.c.account, tables.accounts.c.member)
        rows = await connection.execute(asked.where(~tables.accounts.c.bot, tables.accounts.c.name.is_not(None)))
        return dict[str, str](rows.all())
