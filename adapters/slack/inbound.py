"""What Slack says, in the shapes that it documents, as events: one table from its names to our readers. Pure."""

from collections.abc import Callable, Mapping

from adapters.slack import inbound_members as members
from adapters.slack import inbound_messages as messages
from adapters.slack import inbound_places as places
from adapters.slack.directory import Team
from adapters.slack.frame import Frame, Here
from adapters.slack.inbound_text import mentioned
from adapters.slack.payloads import Json, Odd, inner, maybe, record
from bot.events import Event, MessagePosted

_Said = Event | tuple[Event, ...] | None
_READERS: Mapping[str, Callable[[Here, Json], _Said]] = {
    "message": messages.heard,
    "reaction_added": messages.reacted,
    "reaction_removed": messages.unreacted,
    "member_joined_channel": members.came,
    "member_left_channel": members.went,
    "team_join": members.joined,
    "user_change": members.changed,
    "subteam_created": members.group_told,
    "subteam_updated": members.group_told,
    "subteam_members_changed": members.regrouped,
    "app_home_opened": members.home_opened,
    "channel_created": places.created,
    "channel_rename": places.renamed,
    "group_rename": places.renamed,
    "channel_unarchive": places.unarchived,
    "group_unarchive": places.unarchived,
    "app_uninstalled": places.removed,
    "tokens_revoked": places.revoked,
}
_NOTES: Mapping[str, Callable[[Here, Json], None]] = {
    "team_join": members.note_person,
    "user_change": members.note_person,
    "subteam_created": members.note_group,
    "subteam_updated": members.note_group,
    "subteam_members_changed": members.note_members,
    "member_joined_channel": places.note_entered,
    "member_left_channel": places.note_entered,
    "channel_created": places.note_place,
    "channel_rename": places.note_place,
    "group_rename": places.note_place,
    "channel_archive": places.note_archived,
    "group_archive": places.note_archived,
    "channel_unarchive": places.note_archived,
    "group_unarchive": places.note_archived,
    "channel_deleted": places.note_gone,
    "group_deleted": places.note_gone,
}
KINDS = frozenset(_READERS) | frozenset(_NOTES) | {"app_mention"}
"""The kinds of events that mean something."""
_OF_PEOPLE = frozenset(
    ("message", "app_mention", "app_home_opened", "reaction_added", "member_joined_channel", "member_left_channel")
)
"""Those that say who they are about by nothing but an id."""


def kind_of(body: Json) -> str:
    """Which event an envelope holds; `event` where it is one that nobody reads. Raises Odd."""
    kind = record(body, "event").get("type")
    return kind if isinstance(kind, str) and kind in KINDS else "event"


def events(team: Team, body: Json, frame: Frame) -> tuple[Event, ...]:
    """What an envelope says; nothing is remembered of it. Raises Odd, and whatever oddities cause."""
    event = record(body, "event")
    read = _READERS.get(kind_of(body))
    found = read(Here(team, frame), event) if read else None
    if found is None:
        return ()
    return found if isinstance(found, tuple) else (found,)


def noted(team: Team, body: Json, frame: Frame) -> None:
    """Remember what an envelope says; only once it is handed over, as it may be delivered again. Raises Odd."""
    event = record(body, "event")
    if note := _NOTES.get(kind_of(body)):
        note(Here(team, frame), event)


def message(team: Team, channel: str, entry: Json) -> MessagePosted | None:
    """What a message says that was read from the API: exactly what would have been told. Raises Odd."""
    if (entry.get("subtype") or "") not in messages.SPOKEN:
        return None
    return messages.posted(team, entry, channel)


def strangers(team: Team, body: Json) -> tuple[str, ...]:
    """Whom an event is about and whom it names, without those who are known. Raises Odd."""
    event = record(body, "event")
    kind = kind_of(body)
    if kind.startswith("subteam_"):
        return members.unknown(team, event)
    if kind not in _OF_PEOPLE:
        return ()
    return unknown(team, inner(event, "message") or event)


def unknown(team: Team, entry: Json) -> tuple[str, ...]:
    """Who wrote something and whom it names, without those who are known. Raises Odd."""
    text = entry.get("text")
    named = [maybe(entry, "user"), *(mentioned(text) if isinstance(text, str) else ())]
    return team.unknown(named)


def places_unseen(team: Team, body: Json) -> tuple[str, ...]:
    """Channels that an event is about and whose names are needed and not known. Raises Odd."""
    event, kind = record(body, "event"), kind_of(body)
    entered = kind == "member_joined_channel" and bool(team.me) and event.get("user") == team.me
    if not entered and kind not in ("channel_unarchive", "group_unarchive"):
        return ()
    native = maybe(event, "channel")
    place = team.places.get(native)
    return () if not native or (place and place.name) else (native,)


def home(body: Json, held: Callable[[str], bool]) -> tuple[str, str]:
    """The workspace of ours that an envelope is for, and its organisation; `held` says which ones are. Raises Odd.

    In shared channels the envelope may name another workspace first: the authorization is the one that is ours.
    """
    team, enterprise = maybe(body, "team_id"), maybe(body, "enterprise_id")
    found, wide = body.get("authorizations"), ""
    for one in (one for one in (found if isinstance(found, list) else ()) if isinstance(one, dict)):
        place, org = maybe(one, "team_id"), maybe(one, "enterprise_id")
        if one.get("is_enterprise_install") is True:
            place, wide = place or maybe(body, "context_team_id") or team, org or wide
        if place and (held(place) or wide):
            return place, org
    if not team:
        raise Odd("team_id")
    return team, enterprise
