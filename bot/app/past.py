"""The sample community's past as the sandbox shows it: moved up to yesterday, with a team and a room of its own."""

import html
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from adapters.exports.adapter import ExportAdapter
from adapters.exports.opening import open_export
from adapters.web.seeding import Channel, Resident
from bot import codec
from bot.app import demo
from bot.commands import Wish
from bot.events import ChannelCreated, Event, MessagePosted
from bot.ids import AccountId, EventId, RoleId, SpaceId, account_id, channel_id, role_id

TEAM = "C0TEAM0001"
_LEVELS = {
    "U0ODILE001": "owner",
    "U0KWAME001": "senior",
    "U0SOLENE01": "moderator",
    "U0TOMASZ01": "moderator",
    "U0INES0001": "helper",
}
_TIMES = ("at", "edited_at", "account_created")
_TEAM_TOPIC = "Ce que le bot a fait, et ce qu'il demande. What the bot did, and what it asks."
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Past:
    """Everything that happened, and to whom."""

    events: tuple[Event, ...]
    people: tuple[Resident, ...]
    channels: tuple[Channel, ...]


async def read(space: SpaceId, now: datetime) -> Past:
    """The sample, so many days later that it ends within the last day. Raises ExportError."""
    folder = demo.sample()
    export = open_export(folder)
    events: list[Event] = []

    async def keep(some: Sequence[Event]) -> None:
        events.extend(_settled(one, export.space, space) for one in some)

    await ExportAdapter(export).run(keep)
    later = (now - max(one.at for one in events)) // _DAY * _DAY
    people = tuple(_people(folder, space))
    roles = {one.account: one.roles for one in people}
    channels = tuple(_channels(folder, space))
    moved = tuple(_moved(one, later, roles) for one in events)
    created = tuple(_created(one, space, moved[0].at) for one in channels if one.members is not None)
    return Past((*created, *moved), people, channels)


def _settled(event: Event, there: SpaceId, here: SpaceId) -> Event:
    """The same in another space: every id names its own."""
    settled = codec.load_arrival(codec.dump_arrival(event).replace(f'"{there}', f'"{here}'))
    assert not isinstance(settled, Wish)  # noqa: S101 - it was an event before
    return settled


def _created(one: Channel, space: SpaceId, at: datetime) -> Event:
    return ChannelCreated(id=EventId(f"created:{one.channel}"), space=space, at=at, channel=one.channel, name=one.name)


def _moved(event: Event, later: timedelta, roles: Mapping[AccountId, tuple[RoleId, ...]]) -> Event:
    times = {name: at + later for name in _TIMES if isinstance(at := getattr(event, name, None), datetime)}
    moved: Event = replace(event, **times)  # type: ignore[arg-type]
    if isinstance(moved, MessagePosted):
        return replace(moved, roles=roles.get(moved.account, ()))
    return moved


def _people(folder: Path, space: SpaceId) -> Iterator[Resident]:
    for entry in json.loads((folder / "users.json").read_text(encoding="utf-8")):
        if entry["id"] == "USLACKBOT":
            continue
        profile, level = entry["profile"], _LEVELS.get(entry["id"])
        yield Resident(
            account=account_id(space, entry["id"]),
            name=profile["display_name"],
            roles=(role_id(space, level),) if level else (),
            title=profile.get("title", ""),
            bot=entry["is_bot"],
        )


def _channels(folder: Path, space: SpaceId) -> Iterator[Channel]:
    for entry in json.loads((folder / "channels.json").read_text(encoding="utf-8")):
        yield Channel(
            channel=channel_id(space, entry["id"]), name=entry["name"], topic=html.unescape(entry["purpose"]["value"])
        )
    team = tuple(account_id(space, one) for one in _LEVELS)
    yield Channel(channel=channel_id(space, TEAM), name="équipe-team", topic=_TEAM_TOPIC, members=team)
