"""Facts as rows: one table per kind, loaded in one statement, replaced in one statement."""

import json
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.facts import (
    ASKED,
    SETTINGS_KEY,
    AccountFact,
    ActivityFact,
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
    TimerFact,
    Utterance,
    WindowFact,
)
from bot.ids import AccountId, ChannelId, MemberId, RoleId, SpaceId, TimerId
from bot.storage import (
    cases,
    crowds,
    decided,
    electorates,
    figures,
    files,
    holders,
    matters,
    overlay,
    policies,
    privacy,
    proposals,
    pseudonyms,
    tables,
)
from bot.storage.casework import FACT_TABLES
from bot.storage.fact_table import FactTable
from bot.storage.pseudonyms import NO_KEYS, Keys
from bot.storage.types import microseconds, moment, storable

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
        "was": _until_json(fact.was),
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
        was=tuple((MemberId(member), moment(until)) for member, until in json.loads(row.was)),
    )


def _until_json(entries: Iterable[tuple[str, datetime]]) -> str:
    return json.dumps([(name, microseconds(until)) for name, until in entries], separators=(",", ":"))


def _member(row: Row[Any]) -> MemberFact:
    return MemberFact(
        member=MemberId(row.member),
        accounts=tuple(AccountId(one) for one in json.loads(row.accounts)),
        former=tuple((AccountId(account), moment(until)) for account, until in json.loads(row.former)),
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


_TABLES: dict[FactKind, FactTable] = {
    **FACT_TABLES,
    "account": FactTable(tables.accounts, "account", _account_row, _account),
    "activity": FactTable(tables.activity, "account", _activity_row, _activity),
    "channel": FactTable(
        tables.channels,
        "channel",
        lambda fact: {"name": fact.name},
        lambda row: ChannelFact(channel=ChannelId(row.channel), name=row.name),
    ),
    "counter": FactTable(
        tables.counters,
        "key",
        _counter_row,
        _counter,
    ),
    "incident": FactTable(tables.incidents, "incident", _incident_row, _incident),
    "link": FactTable(
        tables.link_codes,
        "code",
        lambda fact: {"account": fact.account, "expires_at": fact.expires_at},
        _link_code,
    ),
    "member": FactTable(
        tables.members,
        "member",
        lambda fact: {"accounts": json.dumps(fact.accounts), "former": _until_json(fact.former)},
        _member,
    ),
    "timer": FactTable(
        tables.timers,
        "timer",
        lambda fact: {"generation": fact.generation, "due_at": fact.due_at},
        _timer,
    ),
    "window": FactTable(
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
    "electorate": electorates.of,
    "figures": figures.within,
    "team": electorates.team,
    "proposals": proposals.listed,
    "tried": proposals.tried,
    "activations": proposals.activations,
    "crowd": crowds.came,
    "done": crowds.done,
    "holds": crowds.holding,
    "unfelt": crowds.unfelt,
}
"""Facts that are no single row."""
_MANY_QUESTIONS: Mapping[FactKind, Callable[[AsyncConnection, int, Collection[str]], Awaitable[Mapping[str, Fact]]]] = {
    "file": files.about,
    "wording": policies.worded,
}
"""The same, where several are answered together."""


async def load(
    connection: AsyncConnection, partition: int, keys: Iterable[FactKey], known_by: Keys = NO_KEYS
) -> dict[FactKey, Fact | None]:
    """Each of the keys with its fact, or None where nothing is known; one statement per kind.

    `known_by` finds what holds back somebody who was forgotten and is here again.
    """
    found: dict[FactKey, Fact | None] = dict.fromkeys(keys)
    for kind, names in _by_kind(key for key in found if storable(key.key)).items():
        if kind in _QUESTIONS:
            found.update({FactKey(kind, name): await _QUESTIONS[kind](connection, partition, name) for name in names})
            continue
        if kind in _MANY_QUESTIONS:
            answers = await _MANY_QUESTIONS[kind](connection, partition, names)
            found.update({FactKey(kind, name): answer for name, answer in answers.items()})
            continue
        fact_table = _TABLES[kind]
        for start in range(0, len(names), _KEYS_AT_ONCE):
            some = names[start : start + _KEYS_AT_ONCE]
            if kind == "standing":
                found.update(await pseudonyms.standings(connection, partition, some, known_by))
                continue
            rows = await connection.execute(fact_table.asked, {"one": partition, "many": some})
            for row in rows:
                found[FactKey(kind, getattr(row, fact_table.key))] = fact_table.from_row(row)
    return found


async def save(connection: AsyncConnection, partition: int, changed: Mapping[FactKey, Fact | None]) -> None:
    """Replace what changed; None deletes. One statement per kind and verb; questions are answered from rows alone."""
    for kind, names in _by_kind(changed).items():
        if kind == "settings":
            await overlay.save(connection, partition, changed[SETTINGS_KEY])
            continue
        if kind in ASKED:
            continue
        fact_table, known, gone = _TABLES[kind], dict[str, Fact](), list[str]()
        for name in names:
            fact = changed[FactKey(kind, name)]
            if fact is None:
                gone.append(name)
            else:
                known[name] = fact
        if kind == "case":
            await cases.count(connection, partition, {**known, **dict.fromkeys(gone)})
        if known:
            rows = [
                {"partition": partition, fact_table.key: name, **fact_table.to_row(fact)}
                for name, fact in known.items()
            ]
            await connection.execute(fact_table.replacing(connection.dialect.name), rows)
        if gone:
            await connection.execute(fact_table.gone, [{"one": partition, "many": name} for name in gone])
        if kind == "account":
            met = (fact for fact in known.values() if isinstance(fact, AccountFact))
            await holders.save(connection, partition, met, gone)


async def upcoming(
    connection: AsyncConnection, partition: int, until: datetime, most: int | None = None
) -> list[TimerFact]:
    """The deadlines that come up to a moment, included, in order of time; at most so many of them."""
    timers = tables.timers
    asked = select(timers).where(timers.c.partition == partition, timers.c.due_at <= until)
    return [_timer(row) for row in await connection.execute(asked.order_by(timers.c.due_at).limit(most))]


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
