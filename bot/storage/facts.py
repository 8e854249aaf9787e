"""Facts as rows: one table per kind, loaded in one statement, replaced in one statement."""

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Table, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.facts import (
    SETTINGS_KEY,
    AccountFact,
    ActivityFact,
    CaseFact,
    ChannelFact,
    CounterFact,
    Entered,
    Fact,
    FactKey,
    FactKind,
    Heard,
    IncidentFact,
    LinkCodeFact,
    MemberFact,
    Move,
    ProposalFact,
    SanctionFact,
    StandingFact,
    TimerFact,
    Utterance,
    WindowFact,
)
from bot.ids import AccountId, ChannelId, MemberId, RoleId, SpaceId, TimerId
from bot.storage import cases, decided, electorates, files, matters, overlay, privacy, proposals, tables
from bot.storage.types import microseconds, moment

_KEYS_AT_ONCE = 10_000
_INCIDENT_COLUMNS = (
    "incident",
    "origin",
    "at",
    "space",
    "account",
    "channel",
    "message",
    "reporter",
    "text",
    "reason",
)


@dataclass(frozen=True, slots=True)
class _FactTable:
    table: Table
    key: str
    """The column that, within a partition, names the fact."""
    to_row: Callable[[Any], dict[str, object]]
    from_row: Callable[[Row[Any]], Fact]


def _account_row(fact: AccountFact) -> dict[str, object]:
    return {
        "member": fact.member,
        "name": fact.name,
        "bot": fact.bot,
        "roles": json.dumps(fact.roles),
        "met_at": fact.met_at,
        "joined_at": fact.joined_at,
        "left_at": fact.left_at,
        "held": fact.held,
        "created_at": fact.created_at,
        "locale": fact.locale,
        "willing": fact.willing,
    }


def _account(row: Row[Any]) -> AccountFact:
    return AccountFact(
        account=AccountId(row.account),
        member=MemberId(row.member),
        name=row.name,
        bot=row.bot,
        roles=tuple(RoleId(role) for role in json.loads(row.roles)),
        met_at=row.met_at,
        joined_at=row.joined_at,
        left_at=row.left_at,
        held=row.held,
        created_at=row.created_at,
        locale=row.locale,
        willing=row.willing,
    )


def _activity_row(fact: ActivityFact) -> dict[str, object]:
    return {"messages": fact.messages, "recent": _window_json(fact.recent)}


def _activity(row: Row[Any]) -> ActivityFact:
    recent = tuple(Utterance(moment(at), ChannelId(channel), *marks) for at, channel, *marks in json.loads(row.recent))
    return ActivityFact(account=AccountId(row.account), messages=row.messages, recent=recent)


def _counter_row(fact: CounterFact) -> dict[str, object]:
    recent = [(microseconds(move.at), move.about, move.by) for move in fact.recent]
    return {"value": fact.value, "moved_at": fact.moved_at, "recent": json.dumps(recent, separators=(",", ":"))}


def _counter(row: Row[Any]) -> CounterFact:
    recent = tuple(Move(moment(at), about, by) for at, about, by in json.loads(row.recent))
    return CounterFact(value=row.value, moved_at=row.moved_at, recent=recent)


def _window_json(entries: Iterable[Utterance | Heard | Entered]) -> str:
    """Each entry with its time in microseconds, on which databases agree."""
    return json.dumps([(microseconds(at), *rest) for at, *rest in entries], separators=(",", ":"))


def _window(row: Row[Any]) -> WindowFact:
    heard = (
        Heard(moment(at), AccountId(account), ChannelId(channel), *marks)
        for at, account, channel, *marks in json.loads(row.heard)
    )
    entered = (Entered(moment(at), AccountId(account)) for at, account in json.loads(row.entered))
    return WindowFact(space=SpaceId(row.space), heard=tuple(heard), entered=tuple(entered))


def _incident(row: Row[Any]) -> IncidentFact:
    known = {name: getattr(row, name) for name in _INCIDENT_COLUMNS}
    opened = codec.load_incident({**json.loads(row.details), **known})
    return IncidentFact(opened=opened, state=row.state, by=row.moved_by, moved_at=row.moved_at)


def _incident_row(fact: IncidentFact) -> dict[str, object]:
    details = codec.dump_incident(fact.opened)
    known = {name: getattr(fact.opened, name) for name in _INCIDENT_COLUMNS if name != "incident"}
    rest = {name: value for name, value in details.items() if name not in _INCIDENT_COLUMNS}
    moved = {"state": fact.state, "moved_by": fact.by, "moved_at": fact.moved_at}
    return {**known, "details": json.dumps(rest, separators=(",", ":")), **moved}


def _link_code(row: Row[Any]) -> LinkCodeFact:
    return LinkCodeFact(code=row.code, account=AccountId(row.account), expires_at=row.expires_at)


def _timer(row: Row[Any]) -> TimerFact:
    return TimerFact(timer=TimerId(row.timer), generation=row.generation, due_at=row.due_at)


def _case_row(fact: CaseFact) -> dict[str, object]:
    case, opening = fact.case, fact.case.opening
    return {
        "number": int(case.id),
        "kind": opening.kind,
        "state": case.state,
        "space": opening.space,
        "channel": opening.channel,
        "message": opening.message,
        "incident": opening.incident,
        "opener": opening.opener,
        "respondent": opening.respondent,
        "reporter": opening.reporter,
        "handler": case.handler,
        "urgent": opening.concern == "danger",
        "opened_at": case.opened_at,
        "since": case.since,
        "due_at": case.due_at,
        "outcome": case.outcome,
        "data": codec.dump_case(case),
    }


def _sanction_row(fact: SanctionFact) -> dict[str, object]:
    one = fact.sanction
    return {
        "account": one.account,
        "case": one.case,
        "name": one.penalty.name,
        "by": one.by,
        "at": one.at,
        "until": one.until,
        "on_file_until": one.on_file_until,
        "state": one.state,
        "ended_at": one.ended_at,
        "data": codec.dump_sanctions((one,)),
    }


def _proposal_row(fact: ProposalFact) -> dict[str, object]:
    one = fact.proposal
    return {
        "number": int(one.id),
        "state": one.state,
        "author": one.by,
        "opened_at": one.opened_at,
        "since": one.since,
        "due_at": one.due_at,
        "data": codec.dump_proposal(one),
    }


def _standing(row: Row[Any]) -> StandingFact:
    return StandingFact(account=AccountId(row.account), sanctions=codec.load_sanctions(row.sanctions))


_TABLES: dict[FactKind, _FactTable] = {
    "case": _FactTable(tables.cases, "case", _case_row, lambda row: CaseFact(case=codec.load_case(row.data))),
    "sanction": _FactTable(
        tables.sanctions,
        "sanction",
        _sanction_row,
        lambda row: SanctionFact(sanction=codec.load_sanctions(row.data)[0]),
    ),
    "standing": _FactTable(
        tables.standings, "account", lambda fact: {"sanctions": codec.dump_sanctions(fact.sanctions)}, _standing
    ),
    "proposal": _FactTable(
        tables.proposals,
        "proposal",
        _proposal_row,
        lambda row: ProposalFact(proposal=codec.load_proposal(row.data)),
    ),
    "account": _FactTable(tables.accounts, "account", _account_row, _account),
    "activity": _FactTable(tables.activity, "account", _activity_row, _activity),
    "channel": _FactTable(
        tables.channels,
        "channel",
        lambda fact: {"name": fact.name},
        lambda row: ChannelFact(channel=ChannelId(row.channel), name=row.name),
    ),
    "counter": _FactTable(
        tables.counters,
        "key",
        _counter_row,
        _counter,
    ),
    "incident": _FactTable(tables.incidents, "incident", _incident_row, _incident),
    "link": _FactTable(
        tables.link_codes,
        "code",
        lambda fact: {"account": fact.account, "expires_at": fact.expires_at},
        _link_code,
    ),
    "member": _FactTable(
        tables.members,
        "member",
        lambda fact: {"accounts": json.dumps(fact.accounts)},
        lambda row: MemberFact(
            member=MemberId(row.member), accounts=tuple(AccountId(one) for one in json.loads(row.accounts))
        ),
    ),
    "timer": _FactTable(
        tables.timers,
        "timer",
        lambda fact: {"generation": fact.generation, "due_at": fact.due_at},
        _timer,
    ),
    "window": _FactTable(
        tables.windows,
        "space",
        lambda fact: {"heard": _window_json(fact.heard), "entered": _window_json(fact.entered)},
        _window,
    ),
}


async def _settings(connection: AsyncConnection, partition: int, name: str) -> Fact:  # noqa: ARG001
    return await overlay.load(connection, partition)


_QUESTIONS: Mapping[FactKind, Callable[[AsyncConnection, int, str], Awaitable[Fact | None]]] = {
    "settings": _settings,
    "decisions": decided.about,
    "kept": privacy.kept,
    "matters": matters.about,
    "queue": cases.queue,
    "open_about": cases.open_about,
    "log": cases.log,
    "file": files.about,
    "electorate": electorates.of,
    "team": electorates.team,
    "proposals": proposals.listed,
}
"""Facts that are no single row."""


async def load(connection: AsyncConnection, partition: int, keys: Iterable[FactKey]) -> dict[FactKey, Fact | None]:
    """Each of the keys with its fact, or None where nothing is known; one statement per kind."""
    found: dict[FactKey, Fact | None] = dict.fromkeys(keys)
    for kind, names in _by_kind(found).items():
        if kind in _QUESTIONS:
            found.update({FactKey(kind, name): await _QUESTIONS[kind](connection, partition, name) for name in names})
            continue
        fact_table = _TABLES[kind]
        for start in range(0, len(names), _KEYS_AT_ONCE):
            rows = await connection.execute(
                _SELECT[kind], {"one": partition, "many": names[start : start + _KEYS_AT_ONCE]}
            )
            for row in rows:
                found[FactKey(kind, getattr(row, fact_table.key))] = fact_table.from_row(row)
    return found


async def save(connection: AsyncConnection, partition: int, changed: Mapping[FactKey, Fact | None]) -> None:
    """Replace what changed; None deletes. One statement per kind and verb."""
    for kind, names in _by_kind(changed).items():
        if kind == "settings":
            await overlay.save(connection, partition, changed[SETTINGS_KEY])
            continue
        fact_table = _TABLES[kind]
        rows, gone = [], []
        for name in names:
            fact = changed[FactKey(kind, name)]
            if fact is None:
                gone.append({"one": partition, "many": name})
            else:
                rows.append({"partition": partition, fact_table.key: name, **fact_table.to_row(fact)})
        if rows:
            await connection.execute(_UPSERT[kind, connection.dialect.name], rows)
        if gone:
            await connection.execute(_DELETE[kind], gone)


async def upcoming(connection: AsyncConnection, partition: int, until: datetime) -> list[TimerFact]:
    """The deadlines that come up to a moment, included."""
    timers = tables.timers
    asked = select(timers).where(timers.c.partition == partition, timers.c.due_at <= until)
    return [_timer(row) for row in await connection.execute(asked)]


async def next_due(connection: AsyncConnection, partition: int) -> datetime | None:
    """The next deadline, if there is any."""
    timers = tables.timers
    asked = select(timers.c.due_at).where(timers.c.partition == partition, timers.c.due_at.is_not(None))
    due_at: datetime | None = await connection.scalar(asked.order_by(timers.c.due_at).limit(1))
    return due_at


def _by_kind(keys: Iterable[FactKey]) -> dict[FactKind, list[str]]:
    sorted_out: dict[FactKind, list[str]] = {}
    for kind, name in keys:
        sorted_out.setdefault(kind, []).append(name)
    return sorted_out


_SELECT = {
    kind: select(one.table).where(
        one.table.c.partition == bindparam("one"), one.table.c[one.key].in_(bindparam("many", expanding=True))
    )
    for kind, one in _TABLES.items()
}
_DELETE = {
    kind: delete(one.table).where(one.table.c.partition == bindparam("one"), one.table.c[one.key] == bindparam("many"))
    for kind, one in _TABLES.items()
}


def _build_upsert(fact_table: _FactTable, dialect: str) -> Any:
    insert = (sqlite if dialect == "sqlite" else postgresql).insert(fact_table.table)
    keys = {"partition", fact_table.key}
    replaced = {column.name: insert.excluded[column.name] for column in fact_table.table.c if column.name not in keys}
    return insert.on_conflict_do_update(index_elements=sorted(keys), set_=replaced)


_UPSERT = {
    (kind, dialect): _build_upsert(one, dialect)
    for kind, one in _TABLES.items()
    for dialect in ("sqlite", "postgresql")
}
