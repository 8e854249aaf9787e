"""Does a heap of work keep anybody waiting? `python -m benchmarks.cases [cases] [postgresql://…]`

So many open cases with two deadlines each, among as many members: what handling a case asks, and the look
at what is due, each timed in the bot's own process next to the least that a database can be asked.
"""

import json
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import Table, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from benchmarks.measuring import main, table
from bot.cases.case import begun
from bot.cases.lines import Evidence, Line, Opening, Penalty, Quote
from bot.cases.sanctions import Sanction
from bot.facts import FactKey, SanctionFact, case_key, file_key, open_about_key, queue_key, standing_key, team_key
from bot.ids import (
    AccountId,
    CaseId,
    Platform,
    RoleId,
    SanctionId,
    account_id,
    channel_id,
    message_id,
    role_id,
    space_id,
)
from bot.storage import cases, facts, pending, tables
from bot.storage.batch import FIRST_LINK
from bot.storage.casework import FACT_TABLES
from bot.storage.store import Store

MANY, TIMES, LIMIT = 100_000, 15, 50.0
SPACE = space_id("fake", "S1")
CHANNEL = channel_id(SPACE, "C1")
TEAM, EVERYBODY = role_id(SPACE, "mods"), role_id(SPACE, "members")
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
_AT_ONCE = 2_000
_WORDS = "nobody asked for that umbrella, and everybody knows it "

Rows = Iterator[dict[str, object]]
Asked = Callable[[AsyncConnection], Awaitable[object]]


def who(number: int) -> AccountId:
    """One of the members."""
    return account_id(SPACE, f"u{number}")


def _evidence(number: int, many: int) -> Evidence:
    quotes = tuple(
        Quote(message=message_id(CHANNEL, f"{number}-{n}"), author=who((number + n) % many), at=NOW, text=_WORDS * 2)
        for n in range(10)
    )
    message = message_id(CHANNEL, str(number))
    return Evidence(message=message, channel=CHANNEL, author=who(number), text=_WORDS * 4, around=quotes)


def _cases(many: int) -> Rows:
    for number in range(1, many + 1):
        at = NOW - timedelta(minutes=number % 4_000)
        opening = Opening(
            kind="report",
            door="menu",
            space=SPACE,
            concern="danger" if number % 1_000 == 0 else "hurt",
            respondent=who(number % (many // 2)),
            reporter=who((number + 7) % many),
            channel=CHANNEL,
            message=message_id(CHANNEL, str(number)),
            text=_WORDS,
            evidence=_evidence(number, many),
        )
        line = Line(at=at, move="open", state="open", due_at=at + timedelta(days=3), by=None, opening=opening)
        case = begun(CaseId(str(number)), line)
        yield {"partition": 1, "case": case.id, **cases.row(case)}


def _sanctions(many: int) -> Rows:
    for number in range(1, many + 1):
        one = Sanction(
            id=SanctionId(f"{number}-2-1"),
            space=SPACE,
            account=who(number % (many // 2)),
            penalty=Penalty(name="timeout", seconds=3_600),
            by=who(number % 20),
            at=NOW - timedelta(minutes=number),
            reasons=_WORDS,
            case=CaseId(str(number)),
        )
        yield {"partition": 1, "sanction": one.id, **FACT_TABLES["sanction"].to_row(SanctionFact(sanction=one))}


def _accounts(many: int) -> Rows:
    for number in range(many):
        held = [EVERYBODY, TEAM] if number < 20 else [EVERYBODY]
        values = {"partition": 1, "account": who(number), "member": f"member:{number}", "name": f"U{number}"}
        yield {**values, "bot": False, "roles": json.dumps(held), "met_at": NOW, "held": False, "willing": True}


def _roles(many: int) -> Rows:
    for number in range(many):
        for role in (EVERYBODY, TEAM) if number < 20 else (EVERYBODY,):
            yield {"partition": 1, "role": role, "account": who(number)}


def _timers(many: int) -> Rows:
    for number in range(1, many + 1):
        for place, name in enumerate(("case", "case-notice")):
            due_at = NOW - timedelta(seconds=1) if number <= 25 else NOW + timedelta(minutes=number + place)
            yield {"partition": 1, "timer": f"{name}:{number}", "generation": 1, "due_at": due_at}


async def fill(store: Store, many: int, timers: Rows | None = None) -> None:
    """Cases among as many members, with these deadlines or a few that are due."""
    home = {"id": 1, "community": "c", "epoch": 1, "seq": 1, "ruling": 0, "chain": FIRST_LINK, "live": many}
    async with store.writing() as connection:
        await connection.execute(insert(tables.partitions), home)
    for kind, rows in (
        (tables.accounts, _accounts(many)),
        (tables.account_roles, _roles(many)),
        (tables.cases, _cases(many)),
        (tables.sanctions, _sanctions(many)),
        (tables.timers, timers or _timers(many)),
    ):
        await _insert(store, kind, rows)
    async with store.writing() as connection:
        await connection.execute(text("ANALYZE"))


async def _insert(store: Store, kind: Table, rows: Rows) -> None:
    some: list[dict[str, object]] = []
    for row in rows:
        some.append(row)
        if len(some) == _AT_ONCE:
            async with store.writing() as connection:
                await connection.execute(insert(kind), some)
            some = []
    if some:
        async with store.writing() as connection:
            await connection.execute(insert(kind), some)


def _question(*keys: FactKey) -> Asked:
    async def ask(connection: AsyncConnection) -> object:
        return await facts.load(connection, 1, keys)

    return ask


async def _least(connection: AsyncConnection) -> object:
    return await connection.scalar(select(tables.partitions.c.seq))


async def _due(connection: AsyncConnection) -> object:
    found = await facts.upcoming(connection, 1, NOW)
    assert len(found) == 50
    return found, await facts.next_due(connection, 1)


async def _looked(connection: AsyncConnection) -> object:
    return await pending.look(connection, [Platform("fake")], NOW)


def _asked(many: int) -> dict[str, Asked]:
    team = team_key([RoleId(TEAM)], [who(many - 1)])
    return {
        "one row by its number": _least,
        "the queue, fifty of it": _question(queue_key(50)),
        "deadlines: which are due": _due,
        "deadlines: a look at all communities": _looked,
        "one case": _question(case_key(CaseId("500"))),
        "live cases about a message": _question(open_about_key(message_id(CHANNEL, "500"))),
        "live cases about a member": _question(open_about_key(who(500))),
        "the team": _question(team),
        "a member's file": _question(file_key(who(500))),
        "the files of a team of twenty": _question(*(file_key(who(number)) for number in range(20))),
        "what holds a member back": _question(standing_key(who(500))),
    }


async def measure(many: int, address: str | None) -> None:
    """Print every question's milliseconds beside the floor's; whether one of the two that count is slower than 50."""
    with tempfile.TemporaryDirectory() as folder:
        store = await Store.open(address or f"sqlite:///{folder}/palabre.db", create=True)
        try:
            await fill(store, many)
            asked = _asked(many)
            found: dict[str, list[float]] = {name: [] for name in asked}
            for _ in range(TIMES):
                for name, ask in asked.items():
                    async with store.reading() as connection:
                        begun_at = time.perf_counter()
                        await ask(connection)
                        found[name].append(1_000 * (time.perf_counter() - begun_at))
        finally:
            await store.close()
    table(f"questions with {many:,} open cases and as many members", "ms", found, "one row by its number")
    slow = [name for name, times in found.items() if sorted(times)[len(times) // 2] > LIMIT]
    print(f"slower than {LIMIT:.0f} ms: {', '.join(slow) or 'none'}")


if __name__ == "__main__":
    given = sys.argv[1:]
    number = int(given[0]) if given and given[0].isdigit() else MANY
    main(lambda: measure(number, next((one for one in given if "://" in one), None)))
