"""Channels and workspaces: what comes into being, gets another name or goes. Pure."""

from dataclasses import replace

from adapters.slack.directory import Place
from adapters.slack.frame import Here
from adapters.slack.payloads import Json, ident, idents, inner, maybe, record, string
from bot.events import ChannelCreated, SpaceLeft
from bot.ids import EventId, account_id, channel_id


def created(here: Here, event: Json) -> ChannelCreated | None:
    """A channel exists. Raises Odd."""
    channel = record(event, "channel")
    native, creator = ident(channel, "id"), maybe(channel, "creator")
    return _channel(here, f"channel:{native}", native, string(channel, "name"), creator)


def renamed(here: Here, event: Json) -> ChannelCreated | None:
    """A channel is called something else from now on. Raises Odd."""
    channel = record(event, "channel")
    return _channel(here, here.frame.named("channel-renamed"), ident(channel, "id"), string(channel, "name"))


def unarchived(here: Here, event: Json) -> ChannelCreated | None:
    """A channel is back; None where nobody knows what it is called. Raises Odd."""
    native = ident(event, "channel")
    place = here.team.places.get(native)
    if place is None or not place.name:
        return None
    return _channel(here, here.frame.named("channel-back"), native, place.name)


def _channel(here: Here, named: str, native: str, name: str, creator: str = "") -> ChannelCreated | None:
    """None where something was heard of it that happened later."""
    team, known = here.team, here.team.places.get(native)
    if not team.news(native, here.frame.at):
        return None
    return ChannelCreated(
        id=EventId(named),
        space=team.space,
        at=here.frame.at,
        channel=channel_id(team.space, native),
        name=name,
        account=account_id(team.space, creator) if creator else None,
        watched=bool(team.me and creator == team.me) or (known is not None and known.inside),
    )


def removed(here: Here, _event: Json) -> SpaceLeft:
    """We were taken out of a workspace; Slack says it twice, in two ways."""
    team = here.team
    named = EventId(f"space-left:{team.since}") if team.since else here.frame.named("space-left")
    return SpaceLeft(id=named, space=team.space, at=here.frame.at)


def revoked(here: Here, event: Json) -> SpaceLeft | None:
    """The same, where the bot's own token is no good any more; None where it was somebody else's. Raises Odd."""
    return removed(here, event) if idents(inner(event, "tokens"), "bot") else None


def note_place(here: Here, event: Json) -> None:
    """Remember a channel as it is called now. Raises Odd."""
    team, channel = here.team, record(event, "channel")
    native = ident(channel, "id")
    if not team.heard(native, here.frame.at):
        return
    team.set_place(channel)
    if team.me and channel.get("creator") == team.me:
        team.set_inside(native, inside=True)


def note_entered(here: Here, event: Json) -> None:
    """Remember whether we are in a channel. Raises Odd."""
    native = ident(event, "channel")
    if ident(event, "user") == here.team.me and here.team.heard(f"{native}/me", here.frame.at):
        here.team.set_inside(native, inside=event.get("type") == "member_joined_channel")


def note_archived(here: Here, event: Json) -> None:
    """Remember that nobody writes in a channel any more, or that they do again: then we are out of it. Raises Odd."""
    team, native = here.team, ident(event, "channel")
    if team.heard(native, here.frame.at):
        away = event.get("type") in ("channel_archive", "group_archive")
        before = team.places.get(native) or Place("")
        team.places[native] = replace(before, archived=away, inside=before.inside and not away)


def note_gone(here: Here, event: Json) -> None:
    """Forget a channel. Raises Odd."""
    native = ident(event, "channel")
    if here.team.heard(native, here.frame.at):
        here.team.places.pop(native, None)
