"""What the operator asks for from a shell: commands go through the same inbox and the same rules as everybody's."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app.assembly import assemble
from bot.app.clock import SystemClock
from bot.cases.case import Case
from bot.commands import Command
from bot.config import Community, Config
from bot.errors import StorageUnavailable
from bot.facts import CaseFact, case_key
from bot.ids import AccountId, CaseId, CommunityId, EventId, own_space
from bot.pipeline.moments import LiveMoments
from bot.pipeline.partition import Partition, Patience
from bot.pipeline.queue import LocalQueue
from bot.rooms import Ruling
from bot.storage import engine, facts, inbox, privacy, questions
from bot.storage.batch import Ruled
from bot.storage.store import Store
from bot.storage.unit import inbox_event_id

NOT_DONE = frozenset(("privacy-unknown", "privacy-held", "road-quarantine-unknown", "road-quarantine-again"))
"""Answers that say why nothing was done."""
_PATIENCE_SECONDS = 10.0


def database_file(config: Config) -> Path | None:
    """Where a SQLite database is; None on a server."""
    address = engine.parse(config.database.get_secret_value())
    return Path(address.database) if address.get_backend_name() == "sqlite" and address.database else None


def database_shown(config: Config) -> str:
    """Where the database is, without its password."""
    file = database_file(config)
    if file is None:
        return engine.parse(config.database.get_secret_value()).render_as_string(hide_password=True)
    here = Path.cwd()
    return str(file.relative_to(here) if file.is_relative_to(here) else file)


def require_database(config: Config) -> None:
    """Raises StorageUnavailable where a SQLite database is missing: looking at it would make an empty one."""
    file = database_file(config)
    if file is not None and not file.is_file():
        raise StorageUnavailable(f"there is no database at {database_shown(config)} yet: a replay makes one")


@asynccontextmanager
async def opened(config: Config) -> AsyncIterator[Store]:
    """The database that is there. Raises SchemaError, StorageUnavailable."""
    require_database(config)
    store = await Store.open(config.database.get_secret_value(), keys=config.keys)
    try:
        yield store
    finally:
        await store.close()


async def communities(store: Store) -> dict[CommunityId, int]:
    """Every community in the database, with the number of its partition."""
    async with store.reading() as connection:
        return dict(await questions.communities(connection))


async def accounts(store: Store, partition: int, wanted: str) -> list[tuple[AccountId, str | None]]:
    """Accounts by id, by the platform's own id or by name; an exact id is meant alone."""
    async with store.reading() as connection:
        found = await privacy.find(connection, partition, wanted)
    exact = [one for one in found if one[0] == wanted]
    return exact or found


async def case(store: Store, partition: int, number: str) -> Case | None:
    """A case as it stands; None where there is none."""
    key = case_key(CaseId(number))
    async with store.reading() as connection:
        found = (await facts.load(connection, partition, [key]))[key]
    return found.case if isinstance(found, CaseFact) else None


async def obey(config: Config, store: Store, community: CommunityId, command: Command) -> Sequence[Ruling] | None:
    """Leave a command in the inbox and rule on what waits there; None where a running bot was faster.

    A bot that runs meanwhile and this process are fenced from each other: nothing is ruled on twice.
    """
    async with store.writing() as connection:
        number = await inbox.ask(connection, community, command, SystemClock().now())
    async with store.reading() as connection:
        waiting = await inbox.waiting(connection, community)
    ruled = {one.arrival.id: one for one in await _drive(config, store, community, waiting)}
    mine = ruled.get(inbox_event_id(number))
    return None if mine is None else [ruling for _, ruling in mine.rulings]


def settings_of(config: Config, community: CommunityId) -> Community:
    """A community's settings; the usual ones where it came from an export and was never written down."""
    return config.settings.communities.get(community) or Community(spaces=(own_space(community),))


async def _drive(config: Config, store: Store, community: CommunityId, commands: Sequence[Command]) -> list[Ruled]:
    assembly = assemble(config, community, settings_of(config, community), LiveMoments(SystemClock()))
    ruled: list[Ruled] = []
    queue = LocalQueue()
    patience = Patience(seconds=_PATIENCE_SECONDS)
    partition = Partition(community, store, queue, assembly.rules, patience, ruled.extend)
    road = asyncio.create_task(partition.run())
    try:
        await queue.put(commands)
    finally:
        road.cancel()
        await asyncio.gather(road, return_exceptions=True)
    return ruled


def command(make: Callable[..., Command], community: CommunityId) -> Command:
    """A command of the operator's; the inbox gives it its number."""
    return make(id=EventId("shell"), space=own_space(community), at=SystemClock().now(), caller=None)
