"""A process that keeps the books of cases, and ends itself in the middle of it where it is told to."""

import asyncio
import os
import sys
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

from bot.ports import Arrival
from bot.storage.store import Store
from tests.flow.casebooks import Clerk, archived, counted, quarrel, voting
from tests.flow.roads import road, rules
from tests.flow.test_privacy import told


def arrivals() -> list[Arrival]:
    """A quarrel that is archived, one that goes on, and a circle that is counted."""
    return [*quarrel(), *voting(), counted(), *quarrel("3", first=60, after=60), *archived("1")]


def die_at(statement: int) -> None:
    """End the process at once when the database is told something for so many times, a commit included."""
    steps = count(1)

    def step(*_: object) -> None:
        if next(steps) == statement:
            os._exit(9)

    event.listen(Engine, "before_cursor_execute", step)
    event.listen(Engine, "commit", step)


async def main(database: Path, statement: int) -> None:
    store = await Store.open(f"sqlite:///{database}")
    if statement:
        die_at(statement)
    async with road(store, rules(Clerk(), simulate=told)) as queue:
        for arrival in arrivals():
            await queue.put([arrival])
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
