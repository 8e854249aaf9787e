"""The whole bot behind a stage, with one adapter, and the settings and policies that all stages share."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from bot.app.assembly import awaiting
from bot.app.clock import SystemClock
from bot.app.guide import StoredGuide
from bot.app.live import Bot
from bot.config import Config
from bot.effects import EVERY_KIND
from bot.ids import AccountId, CommunityId, SpaceId
from bot.pipeline.moments import LiveMoments
from bot.ports import Adapter, Arrival
from bot.storage import tables
from bot.storage.batch import Ruled
from bot.storage.store import Store
from tests.wire.both.parity import HEARD, Name, Records

COMMUNITY = CommunityId("tree")
_SECONDS = 10.0


@dataclass
class Road:
    """The whole bot behind a stage: what arrived at it, and what became of that."""

    store: Store
    names: Mapping[AccountId, Name]
    arrivals: list[Arrival] = field(default_factory=list)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _since: tuple[int, int, int] = (0, 0, 0)
    _old: frozenset[str] = frozenset()

    def watch(self, batch: Sequence[Ruled]) -> None:
        """Is shown every batch once it is committed."""
        self.arrivals += [one.arrival for one in batch]
        self._news.set()

    async def brings(self, deed: Callable[[], Awaitable[None]], kind: str, **like: object) -> None:
        """Do something, and wait until it has arrived and all that follows from it is done."""
        before = self._count(kind, like)
        await deed()
        await self.until(lambda: self._count(kind, like) > before, f"{kind} {like}")
        await self.rest()

    def _count(self, kind: str, like: Mapping[str, object]) -> int:
        return sum(
            getattr(one, "kind", "") == kind and all(getattr(one, name) == value for name, value in like.items())
            for one in self.arrivals
        )

    async def until(self, holds: Callable[[], bool], what: str = "") -> None:
        """Wait until something holds, looked at after every batch and every few milliseconds."""
        try:
            async with asyncio.timeout(_SECONDS):
                while not holds():
                    self._news.clear()
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._news.wait(), 0.01)
        except TimeoutError:
            kinds = Counter(str(getattr(one, "kind", type(one).__name__)) for one in self.arrivals)
            raise AssertionError(f"it never came: {what}; what came: {dict(kinds)}") from None

    async def rest(self) -> None:
        """Wait until no effect is on its way any more, and each outcome is known."""
        under_way = select(func.count()).where(tables.outbox.c.reported.is_(False))
        async with asyncio.timeout(_SECONDS):
            while await self._number(under_way):  # noqa: ASYNC110 - a row
                await asyncio.sleep(0.01)

    async def begin(self) -> None:
        """What comes from now on belongs to the story."""
        await self.rest()
        counted = (tables.events.c.seq, tables.rulings.c.number, tables.outbox.c.id)
        events, rulings, effects = [await self._number(select(func.coalesce(func.max(one), 0))) for one in counted]
        self._since = events, rulings, effects
        async with self.store.reading() as connection:
            self._old = frozenset((await connection.execute(select(tables.incidents.c.incident))).scalars())

    async def live(self, policy: str, mode: str) -> None:
        """Wait until a policy is in this mode."""
        column = tables.policy_activations.c
        latest = select(column.mode).where(column.policy == policy).order_by(column.number.desc()).limit(1)
        async with asyncio.timeout(_SECONDS):
            while True:
                async with self.store.reading() as connection:
                    if (await connection.execute(latest)).scalar_one_or_none() == mode:
                        break
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)  # the book is handed over right after the commit

    async def _number(self, asked: object) -> int:
        async with self.store.reading() as connection:
            return int((await connection.execute(asked)).scalar_one())  # type: ignore[call-overload]

    async def records(self) -> Records:
        """What was written down since `begin`; settings and people as they stand."""
        await self.rest()
        events, rulings, effects = self._since
        hit, case, ruled, setting = tables.policy_hits.c, tables.incidents.c, tables.rulings.c, tables.settings.c
        out, account = tables.outbox.c, tables.accounts.c
        async with self.store.reading() as connection:
            hits = await connection.execute(select(hit.policy, hit.mode, hit.actions).where(hit.seq > events))
            cases = await connection.execute(select(case.incident, case.origin, case.state, case.details))
            rules = await connection.execute(select(ruled.room, ruled.rule).where(ruled.number > rulings))
            set_ = await connection.execute(select(setting.key, setting.value, setting.author))
            kinds = await connection.execute(select(out.kind, out.state).where(out.id > effects))
            people = await connection.execute(
                select(account.account, account.name, account.locale).where(account.bot.is_(False))
            )
            event = tables.events.c
            told = await connection.execute(select(event.kind).where(event.seq > events, event.kind.in_(HEARD)))
            return Records(
                Counter((one, mode, tuple(sorted(json.loads(actions)))) for one, mode, actions in hits),
                Counter(
                    (origin, state, *_measured(said)) for one, origin, state, said in cases if one not in self._old
                ),
                Counter((room, rule) for room, rule in rules),
                Counter((key, _timeless(key, value), self._name(author)) for key, value, author in set_),
                Counter((kind, state) for kind, state in kinds),
                Counter((name or "", locale or "") for who, name, locale in people if who in self.names),
                Counter(told.scalars()),
            )

    def _name(self, account: str | None) -> str:
        return self.names.get(AccountId(account), "somebody else") if account else "nobody"


def _measured(written: str) -> tuple[tuple[str, ...], str]:
    details = json.loads(written)
    return tuple(sorted(one["name"] for one in details.get("measures", ()))), details.get("concern", "")


def _timeless(key: str, value: str) -> str:
    return "a moment" if key.startswith("observing_") else value


@asynccontextmanager
async def at_work(
    config: Config,
    adapters: Callable[[StoredGuide, SystemClock, Store], Sequence[Adapter]],
    names: Mapping[AccountId, Name],
) -> AsyncIterator[tuple[Road, Adapter]]:
    """The whole bot with one adapter, from its start to its end."""
    store, clock = await Store.open(config.database.get_secret_value()), SystemClock()
    guide = StoredGuide(store, {})
    (adapter,) = adapters(guide, clock, store)
    road = Road(store, names)
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


def settled(home: Path, database: Path, space: SpaceId, team: str, moderator: str, *, more: str = "") -> Path:
    """The settings of a stage, with the policies of all of them beside."""
    pack = home / "policies" / "palaver"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text(POLICIES, encoding="utf-8")
    (pack / "cases.toml").write_text("", encoding="utf-8")
    path = home / "config.toml"
    path.write_text(
        f'{more}\n[database]\nurl = "sqlite:{database}"\n'
        f'[communities.{COMMUNITY}]\nspaces = ["{space}"]\nlocale = "en"\npacks = ["palaver"]\n'
        f'observation_days = 0\nmanagers_channel = {{ "{space}" = "{team}" }}\n'
        f'[communities.{COMMUNITY}.levels]\n"{space}/{moderator}" = "moderator"\n',
        encoding="utf-8",
    )
    return path


def lacking(adapter: Adapter) -> frozenset[str]:
    """What an adapter says that it cannot do."""
    return EVERY_KIND - adapter.capabilities.effects
