"""Whatever anybody asks for, in whatever order: no room stumbles, the books verify, and every card can be shown."""

import asyncio
import json
import os
import shutil
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from adapters.discord import render as discord
from adapters.discord.words import Words as DiscordWords
from adapters.slack import render as slack
from adapters.slack.spelling import Spelling
from adapters.slack.words import Words as SlackWords
from bot.app.assembly import put_together
from bot.catalogue.declared import CATALOGUE
from bot.config.model import Community
from bot.effects import Effect
from bot.locales import Translator
from bot.pipeline.moments import ReplayedMoments
from bot.policy.book import Book
from bot.storage import audit, questions, tables
from bot.storage.store import Store
from bot.views import Address, Card, Locale
from tests.flow.anything import DISCORD, LEVELS, SLACK, TEAM, Anything
from tests.flow.governed import OURS
from tests.flow.quarrels import TALK
from tests.flow.roads import COMMUNITY, road
from tests.wire.discord.server import limits
from tests.wire.slack.server import blocks

FILE = {
    "spaces": [DISCORD, SLACK],
    "managers_channel": TEAM,
    "levels": {f"{space}/{level}": level for space in (DISCORD, SLACK) for level in LEVELS},
    "observation_days": 0,
    "time_zone": "Europe/Paris",
    "contacts": {
        "town": {
            "kind": "mail",
            "address": "mediation@example.org",
            "who": {"en": "the town", "fr": "la ville"},
        }
    },
}
ENGLISH = DiscordWords(Translator(strict=True))
WRITTEN = SlackWords(Translator(strict=True)).spelt_by(Spelling.of(CATALOGUE))
VOICES: tuple[tuple[Locale, Address], ...] = (("en", "tu"), ("fr", "tu"), ("fr", "vous"))
SEEDS = [int(one) for one in os.environ.get("ANYTHING_SEEDS", "1 2").split()]
STEPS, AT_ONCE = int(os.environ.get("ANYTHING_STEPS", "80")), 4


@pytest.mark.parametrize("seed", SEEDS)
async def test_whatever_is_asked_no_room_stumbles(sqlite_template: Path, tmp_path: Path, seed: int) -> None:
    path = Path(shutil.copy(sqlite_template, tmp_path / "palabre.db"))
    store = await Store.open(f"sqlite:///{path}")
    town = Anything(Random(seed))
    rules = put_together(
        COMMUNITY,
        Community.model_validate(FILE),
        Book.compile([OURS, TALK]),
        ReplayedMoments(),
        doorways=True,
        cannot={"slack": frozenset({"time_out_member", "delete_message", "ban_member"})},  # type: ignore[dict-item]
    ).rules
    try:
        async with road(store, rules, watch=town.watch) as queue:
            await queue.put(town.begin())
        for _ in range(STEPS // AT_ONCE):  # each time a bot that has nothing in memory takes over
            async with road(store, rules, watch=town.watch) as queue:
                for _ in range(AT_ONCE):
                    if arrivals := town.next():
                        await queue.put(arrivals)
        await looked_at(store)
    finally:
        await store.close()
    await asyncio.to_thread(shown, town.effects)


async def looked_at(store: Store) -> None:
    """Nothing was set aside, and the books are what they were."""
    async with store.reading() as connection:
        set_aside = await connection.execute(select(tables.quarantine.c.error, tables.quarantine.c.payload))
        assert [tuple(one) for one in set_aside] == []
        assert [flaw async for flaw in audit.flaws(connection, 1, audit.Seen())] == []
        assert await questions.broken_chain(connection, 1) == []


def shown(effects: list[Effect]) -> None:
    """Every card, in each language and form of address, as both platforms would take it."""
    for effect in effects:
        card = getattr(effect, "card", None)
        if isinstance(card, Card):
            assert all(len(button.id) <= 100 for button in card.buttons)
            for locale, address in VOICES:
                on_discord(discord.dressed(card, ENGLISH.into(locale, address)))
                on_slack(slack.dressed(card, WRITTEN.into(locale, address), SLACK))


def on_discord(one: discord.Dressed) -> None:
    view = one.view()
    payload = {"embeds": [one.embed.to_dict()], "components": view.to_components() if view else []}
    limits.message(payload, [len(content) for _, content in one.files], flags=0)


def on_slack(one: slack.Dressed) -> None:
    blocks.message(json.loads(json.dumps(list(one.blocks))))
