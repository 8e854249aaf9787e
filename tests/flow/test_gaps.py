"""Where adapters keep their place: the latest message of each channel, and what is still to be read."""

from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select, text

from bot.app.guide import StoredGuide
from bot.ids import ChannelId, SpaceId, channel_id
from bot.storage import activity, gaps, tables
from bot.storage.store import Store
from tests.builders import MONDAY, SPACE

GENERAL, GARDEN = channel_id(SPACE, "general"), channel_id(SPACE, "garden")
LATER = MONDAY + timedelta(hours=1)


async def test_a_gap_stays_marked_where_it_began_until_it_is_read(store: Store) -> None:
    guide = StoredGuide(store, {})
    elsewhere = SpaceId("discord:elsewhere")
    await guide.note_gaps(SPACE, {GENERAL: "5"}, MONDAY)
    await guide.note_gaps(elsewhere, {GENERAL: "7"}, MONDAY)
    await guide.note_gaps(SPACE, {GENERAL: "9", GARDEN: "3"}, LATER)
    assert await guide.gaps(SPACE) == {GENERAL: "5", GARDEN: "3"}
    await guide.close_gaps(SPACE, [GENERAL])
    assert await guide.gaps(SPACE) == {GARDEN: "3"}
    assert await guide.gaps(elsewhere) == {GENERAL: "7"}


async def test_thousands_of_channels_are_marked_and_read_together(store: Store) -> None:
    guide = StoredGuide(store, {})
    many = {channel_id(SPACE, f"{number}"): f"{number}" for number in range(3_000)}
    await guide.note_gaps(SPACE, many, MONDAY)
    assert await guide.gaps(SPACE) == many
    await guide.close_gaps(SPACE, list(many))
    assert await guide.gaps(SPACE) == {}


async def test_what_nobody_could_read_for_long_is_given_up(store: Store) -> None:
    guide = StoredGuide(store, {})
    await guide.note_gaps(SPACE, {GENERAL: "5"}, MONDAY)
    await guide.note_gaps(SPACE, {GARDEN: "6"}, LATER)
    async with store.writing() as connection:
        await gaps.prune(connection, LATER)
    assert await guide.gaps(SPACE) == {GARDEN: "6"}


def _row(number: int, channel: ChannelId | None, kind: str = "message_posted", space: int = 1) -> dict[str, object]:
    return {
        "partition": 1,
        "seq": number,
        "space": space,
        "event_id": f"{number}",
        "kind": kind,
        "at": MONDAY,
        "ruled_at": MONDAY,
        "seed": 0,
        "account": None,
        "channel": channel,
        "message": f"m{number}" if channel else None,
    }


async def _filled(store: Store, rows: list[dict[str, object]]) -> None:
    async with store.writing() as connection:
        await connection.execute(insert(tables.spaces), {"id": 1, "partition": 1, "space": SPACE})
        await connection.execute(insert(tables.spaces), {"id": 2, "partition": 1, "space": "discord:elsewhere"})
        await connection.execute(insert(tables.events), rows)


async def test_the_latest_message_of_each_channel_of_a_space_is_found(store: Store) -> None:
    await _filled(
        store,
        [
            _row(1, GENERAL),
            _row(2, GARDEN),
            _row(3, GENERAL),
            _row(4, GENERAL, "message_edited"),
            _row(5, None),
            _row(6, channel_id(SPACE, "other"), space=2),
            {**_row(7, GARDEN), "message": None},
        ],
    )
    async with store.reading() as connection:
        assert await activity.newest(connection, SPACE) == {GENERAL: "m3", GARDEN: "m2"}
        assert await activity.newest(connection, SpaceId("discord:nowhere")) == {}


async def test_to_find_it_no_table_is_gone_through(store: Store) -> None:
    """However many messages there are, and however few channels: an index is gone along."""
    names = [channel_id(SPACE, f"{number}") for number in range(20)]
    await _filled(store, [_row(number, names[number % 20]) for number in range(1, 20_001)])
    if store.url.get_backend_name() == "sqlite":
        asked = activity.asked(1).compile(
            dialect=store._reader.dialect, compile_kwargs={"literal_binds": True, "render_postcompile": True}
        )
        async with store.reading() as connection:
            plan = [row[3] for row in await connection.execute(text(f"EXPLAIN QUERY PLAN {asked}"))]
        used = [step for step in plan if "events" in step]
        assert used
        assert all("SEARCH" in step and "ix_events_heard" in step for step in used), plan
        return
    async with store.writing() as connection:
        await connection.execute(text("ANALYZE events"))
    async with store.reading() as connection:
        asked = activity.asked(1).compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
        plan = [row[0] for row in await connection.execute(text(f"EXPLAIN {asked}"))]
        whole = await connection.scalar(select(func.count()).select_from(tables.events))
    assert whole == 20_000
    assert not [step for step in plan if "Seq Scan on events" in step], plan
    assert [step for step in plan if "ix_events_heard" in step], plan


@pytest.mark.parametrize("channels", [1, 500])
async def test_many_channels_are_found_like_few(store: Store, channels: int) -> None:
    names = [channel_id(SPACE, f"{number}") for number in range(channels)]
    await _filled(store, [_row(number, names[number % channels]) for number in range(1, 1_001)])
    async with store.reading() as connection:
        found = await activity.newest(connection, SPACE)
    assert len(found) == channels
    assert found[names[0]] == "m1000"
