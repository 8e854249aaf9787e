"""The unit of work: what one batch reads and writes between BEGIN and COMMIT."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.commands import Wish
from bot.errors import Fenced, StorageError
from bot.events import EffectDelivered, EffectRefused
from bot.facts import Fact, FactKey, TimerFact
from bot.ids import AccountId, CommunityId, EventId, SpaceId
from bot.ports import Arrival
from bot.records import AccountForgotten, AccountMet, ActionsStopped
from bot.storage import case_log, facts, forgetting, outbox, privacy, purging, rows, tables
from bot.storage.batch import FIRST_LINK, Home, Ruled
from bot.storage.case_log import Marks
from bot.storage.forgetting import Left
from bot.storage.pseudonyms import NO_KEYS, Keys

_IDS_AT_ONCE = 5_000
_SIGHTED = select(tables.events.c.event_id).where(
    tables.events.c.space == bindparam("space_number"),
    tables.events.c.event_id.in_(bindparam("ids", expanding=True)),
)
_ADVANCE = (
    update(tables.partitions)
    .where(tables.partitions.c.id == bindparam("partition_id"), tables.partitions.c.epoch == bindparam("seen"))
    .values(
        epoch=tables.partitions.c.epoch + 1,
        seq=bindparam("new_seq"),
        ruling=bindparam("new_ruling"),
        chain=bindparam("new_chain"),
    )
)
_EPOCH = select(tables.partitions.c.epoch).where(tables.partitions.c.id == bindparam("partition_id")).with_for_update()
_NEXT_PARTITION = select(func.coalesce(func.max(tables.partitions.c.id), 0) + 1)
_NEXT_SPACE = select(func.coalesce(func.max(tables.spaces.c.id), 0) + 1)
_INBOX_PREFIX = "inbox:"


def inbox_event_id(number: int) -> EventId:
    """The id under which a command from the inbox arrives."""
    return EventId(f"{_INBOX_PREFIX}{number}")


class Unit:
    """One open transaction of one community. Everything raises our errors only, see `engine.translated`."""

    def __init__(self, connection: AsyncConnection, known_by: Keys = NO_KEYS) -> None:
        """`known_by` are the environment's keys, under which somebody who was forgotten is found again."""
        self._connection = connection
        self._known_by = known_by

    async def home(self, community: CommunityId) -> Home:
        """Where the community stands; its row is made where it has none."""
        partitions = tables.partitions
        asked = select(partitions).where(partitions.c.community == community).with_for_update()
        row = (await self._connection.execute(asked)).first()
        if row is None:
            number = (await self._connection.execute(_NEXT_PARTITION)).scalar_one()
            start = {"id": number, "community": community, "epoch": 0, "seq": 0, "ruling": 0, "chain": FIRST_LINK}
            made = await self._connection.execute(insert(partitions).returning(partitions), start)
            row = made.one()
        known = select(tables.spaces.c.space, tables.spaces.c.id).where(tables.spaces.c.partition == row.id)
        numbers = {SpaceId(space): number for space, number in await self._connection.execute(known)}
        return Home(row.id, community, row.epoch, row.seq, row.ruling, row.chain, numbers)

    async def reserve(self, home: Home) -> None:
        """Let no other writer begin a batch before this one ends. Raises Fenced where one was faster.

        On SQLite the transaction itself excludes other writers, and the fence at its end is enough.
        """
        if self._connection.dialect.name == "sqlite":
            return
        epoch = await self._connection.scalar(_EPOCH, {"partition_id": home.partition})
        if epoch != home.epoch:
            raise Fenced(f"another writer moved {home.community} on")

    async def settle_spaces(self, home: Home, spaces: Iterable[SpaceId]) -> None:
        """Number the spaces that are new, in this order.

        Raises StorageError where one belongs to another community, and Fenced where another writer was first.
        """
        for space in [one for one in dict.fromkeys(spaces) if one not in home.spaces]:
            asked = select(tables.spaces.c.partition).where(tables.spaces.c.space == space)
            owner = await self._connection.scalar(asked)
            if owner == home.partition:
                raise Fenced(f"another writer has numbered the space {space}")
            if owner is not None:
                raise StorageError(f"the space {space} already belongs to another community in this database")
            number = (await self._connection.execute(_NEXT_SPACE)).scalar_one()
            row = {"id": number, "partition": home.partition, "space": space}
            await self._connection.execute(insert(tables.spaces), row)
            home.spaces[space] = number

    async def sighted(self, home: Home, arrivals: Iterable[Arrival]) -> set[tuple[SpaceId, EventId]]:
        """Which of these were seen in an earlier batch."""
        by_space: dict[SpaceId, list[EventId]] = {}
        for arrival in arrivals:
            by_space.setdefault(arrival.space, []).append(arrival.id)
        found: set[tuple[SpaceId, EventId]] = set()
        for space, ids in by_space.items():
            for start in range(0, len(ids), _IDS_AT_ONCE):
                asked = {"space_number": home.spaces[space], "ids": ids[start : start + _IDS_AT_ONCE]}
                found.update((space, EventId(one)) for one in await self._connection.scalars(_SIGHTED, asked))
        return found

    async def load(self, home: Home, keys: Iterable[FactKey]) -> dict[FactKey, Fact | None]:
        """What is known under these keys."""
        return await facts.load(self._connection, home.partition, keys, self._known_by)

    async def upcoming(self, home: Home, until: datetime, most: int | None) -> list[TimerFact]:
        """The deadlines that come up to a moment, included; at most so many of them, the earliest."""
        return await facts.upcoming(self._connection, home.partition, until, most)

    async def next_due(self, home: Home) -> datetime | None:
        """The next deadline, if there is any."""
        return await facts.next_due(self._connection, home.partition)

    async def quarantined(self, home: Home, entry: int) -> tuple[Arrival, str, int] | None:
        """An entry of the quarantine that still waits: the arrival, the room that stumbled, and the seed it had."""
        table = tables.quarantine
        asked = select(table).where(
            table.c.partition == home.partition, table.c.id == entry, table.c.released_at.is_(None)
        )
        row = (await self._connection.execute(asked)).first()
        return None if row is None else (codec.load_arrival(row.payload), row.room, row.seed)

    async def save(self, home: Home, batch: Sequence[Ruled], changed: Mapping[FactKey, Fact | None]) -> Home:
        """Write a batch, move the community on and return where it stands. Raises Fenced where it had moved already."""
        await facts.save(self._connection, home.partition, changed)
        marks = await case_log.write(self._connection, home, batch)
        left = await self._forget(home, batch, marks)
        anchors = {seq: case_log.anchor(some) for seq, some in marks.items() if some}
        links, details, chain = rows.rulings(home, batch, anchors)
        for table, values in (
            (tables.events, rows.events(home, batch)),
            (tables.rulings, links),
            (tables.ruling_details, details),
            (tables.policy_hits, rows.policy_hits(home, batch)),
            (tables.outbox, rows.outbox(home, batch)),
            (tables.handles, rows.handles_bound(home, batch)),
            (tables.quarantine, rows.quarantine(home, batch)),
        ):
            if values:
                await self._connection.execute(insert(table), values)
        await purging.after(self._connection, home, batch)
        await self._settle(home, batch)
        for seq, account, kept in left:
            await privacy.erase(self._connection, home.partition, account, seq, kept)
        return await self._advance(home, home.after(seq=batch[-1].seq, ruling=home.ruling + len(links), chain=chain))

    async def _forget(self, home: Home, batch: Sequence[Ruled], marks: Marks) -> list[tuple[int, AccountId, Left]]:
        """Take whoever is forgotten out of the books of cases, and give back what is still theirs to whoever is met."""
        left: list[tuple[int, AccountId, Left]] = []
        for one in batch:
            for record in one.records:
                if isinstance(record, AccountForgotten):
                    kept = await forgetting.forget(
                        self._connection, home.partition, record.account, one.seq, one.moment.now, self._known_by
                    )
                    marks.setdefault(one.seq, []).extend(kept.marks)
                    left.append((one.seq, record.account, kept))
        met = {record.account: seq for seq, record in rows.records_of(batch, AccountMet)}
        if met:
            back = await forgetting.recognise(self._connection, home.partition, met, self._known_by)
            for seq, found in back.items():
                marks.setdefault(seq, []).extend(found)
        return left

    async def _settle(self, home: Home, batch: Sequence[Ruled]) -> None:
        """Close what the batch answers: commands of the inbox, reported effects, quarantine; and erase."""
        for one in batch:
            arrival = one.arrival
            if isinstance(arrival, Wish) and arrival.id.startswith(_INBOX_PREFIX):
                done = {"done_at": one.moment.now, "payload": ""}
                number = int(arrival.id.removeprefix(_INBOX_PREFIX))
                await self._connection.execute(update(tables.inbox).where(tables.inbox.c.id == number).values(done))
            if isinstance(arrival, EffectDelivered | EffectRefused) and not getattr(arrival, "simulated", False):
                key = tables.outbox.c.key == arrival.effect
                await self._connection.execute(
                    update(tables.outbox).where(key).values(reported=True, **privacy.emptied())
                )
            if one.releases is not None:
                entry = tables.quarantine.c.id == one.releases
                await self._connection.execute(
                    update(tables.quarantine).where(entry).values(released_at=one.moment.now)
                )
            for stopped in (record for record in one.records if isinstance(record, ActionsStopped)):
                await outbox.stop(self._connection, home.partition, stopped.policies, one.moment.now)

    async def _advance(self, home: Home, after: Home) -> Home:
        moved = await self._connection.execute(
            _ADVANCE,
            {
                "partition_id": home.partition,
                "seen": home.epoch,
                "new_seq": after.seq,
                "new_ruling": after.ruling,
                "new_chain": after.chain,
            },
        )
        if moved.rowcount != 1:
            raise Fenced(f"another writer moved {home.community} on")
        return after
