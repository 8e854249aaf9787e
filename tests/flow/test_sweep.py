"""Much is due at once: it is loaded together, and what comes of it is what one deadline after the other gives."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.events import Ticked
from bot.ids import EventId, own_space
from bot.pipeline.moments import ReplayedMoments
from bot.storage import facts
from bot.storage.store import Store
from tests.builders import MONDAY, message
from tests.flow.governed import MODERATOR, Asking, cited, governed
from tests.flow.roads import COMMUNITY, everything, road

_NAMES = ("bea", "cem", "dot", "eli", "fay", "gus")


class Moments(ReplayedMoments):
    def __init__(self, most_due: int) -> None:
        self.most_due = most_due  # type: ignore[assignment]


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that the database is asked meanwhile."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def swept(store: Store, most_due: int) -> tuple[int, int]:
    """Several people report each other, and nobody of the team does anything.

    How often cases were looked up meanwhile, and in how many looks at what is due.
    """
    made = governed()
    made.moments = Moments(most_due)
    async with road(store, made) as queue:
        await queue.put([replace(message("hello", number=n, by=f"mod{n}"), roles=(MODERATOR,)) for n in range(1, 4)])
        for number, name in enumerate(_NAMES, 10):
            spoken = message("nobody wants you here", number=number, by=name, after=number)
            await queue.put([spoken])
            report = Asking(_NAMES[number % 6]).send(number + 100, "report", what="hurt", reason="It hurts")
            await queue.put([replace(report, cited=cited(spoken))])
        number, at = 0, MONDAY + timedelta(days=9)
        with counted() as asked:
            while await _due(store, at):
                await queue.put([Ticked(id=EventId(f"tick:{number}"), space=own_space(COMMUNITY), at=at)])
                number += 1
    return sum("FROM cases" in one for one in asked), number


async def _due(store: Store, at: datetime) -> bool:
    async with store.reading() as connection:
        next_due = await facts.next_due(connection, 1)
    return next_due is not None and next_due <= at


async def test_deadlines_taken_together_give_what_each_gives_alone_and_ask_the_database_less(
    store: Store, sqlite_template: Path, tmp_path: Path
) -> None:
    other = await Store.open(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'other.db')}")
    try:
        alone, together = await swept(other, 1), await swept(store, 50)
        left = await everything(store)
        assert left == await everything(other)
    finally:
        await other.close()
    assert len(left["case_log"]) > 2 * len(_NAMES), "each was opened, and time did something with it more than once"
    assert not left["quarantine"]
    (one, looks), (many, look) = alone, together
    assert (look, many) == (1, one // looks), "all of them ask as often as each did"
