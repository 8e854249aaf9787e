"""The whole bot behind a stage, with one adapter, and the settings and policies that all stages share."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app.assembly import awaiting
from bot.app.clock import LapsingClock
from bot.app.guide import StoredGuide
from bot.app.live import Bot
from bot.config import Config
from bot.effects import EVERY_KIND
from bot.ids import AccountId, CommunityId, SpaceId
from bot.pipeline.moments import LiveMoments
from bot.ports import Adapter, Clock
from bot.storage.store import Store
from bot.views import Address, Locale
from tests.wire.both.parity import Name
from tests.wire.both.stages.road import Road

COMMUNITY = CommunityId("tree")
Voice = tuple[Locale, Address]
"""The language that a community speaks, and how people are spoken to."""


@asynccontextmanager
async def at_work(
    config: Config,
    adapters: Callable[[StoredGuide, Clock, Store], Sequence[Adapter]],
    names: Mapping[AccountId, Name],
) -> AsyncIterator[tuple[Road, Adapter]]:
    """The whole bot with one adapter, from its start to its end."""
    store, clock = await Store.open(config.database.get_secret_value()), LapsingClock()
    guide = StoredGuide(store, {})
    (adapter,) = adapters(guide, clock, store)
    road = Road(store, clock, names)
    bot = Bot(config, store, awaiting(config, LiveMoments(clock)), [adapter], clock, road.watch)
    guide.homes = bot.homes
    running = asyncio.create_task(bot.run(grace_seconds=1))
    try:
        await bot.started.wait()
        yield road, adapter
    finally:
        bot.end()
        await running
        await store.close()


POLICIES = """
id = "palaver"
title = { en = "Palaver", fr = "Palabre" }

[[policies]]
id = "scams"
title = { en = "Scams", fr = "Arnaques" }
why = { en = "This is how accounts are stolen.", fr = "C'est ainsi qu'on vole des comptes." }
mode = "enforce"
unless = { level = "helper" }
when = { words = { any = ["free nitro"] } }
then = { remove = true, alert = true }

[[policies]]
id = "insults"
title = { en = "Insults", fr = "Insultes" }
why = { en = "Words like this hurt.", fr = "De tels mots blessent." }
mode = "enforce"
when = { words = { any = ["moron"] } }
then = { remind = true, alert = true }

[[policies]]
id = "quiet"
title = { en = "Shouting", fr = "Cris" }
why = { en = "Shouting is tiring.", fr = "Les cris fatiguent." }
mode = "enforce"
when = { words = { any = ["hush"] } }
then = { timeout = "10m", alert = true }

[[policies]]
id = "names"
title = { en = "Names", fr = "Noms" }
why = { en = "Nobody here is called Support.", fr = "Personne ne s'appelle Support ici." }
mode = "enforce"
when = { name = { any = ["support team"] } }
then = { alert = true }
"""


def settled(
    home: Path, database: Path, space: SpaceId, team: str, moderator: str, *, voice: Voice, more: str = ""
) -> Path:
    """The settings of a stage, with the policies of all of them beside."""
    locale, address = voice
    pack = home / "policies" / "palaver"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text(POLICIES, encoding="utf-8")
    (pack / "cases.toml").write_text("", encoding="utf-8")
    path = home / "config.toml"
    path.write_text(
        f'{more}\n[database]\nurl = "sqlite:{database}"\n'
        f'[communities.{COMMUNITY}]\nspaces = ["{space}"]\nlocale = "{locale}"\naddress = "{address}"\n'
        f'packs = ["palaver"]\nobservation_days = 0\nmanagers_channel = {{ "{space}" = "{team}" }}\n'
        f'[communities.{COMMUNITY}.levels]\n"{space}/{moderator}" = "moderator"\n',
        encoding="utf-8",
    )
    return path


def lacking(adapter: Adapter) -> frozenset[str]:
    """What an adapter says that it cannot do."""
    return EVERY_KIND - adapter.capabilities.effects
