"""Envelopes as Slack documents them (Events API › Callback field overview), for a workspace that is known."""

from typing import Any

from adapters.slack import inbound
from adapters.slack.directory import Directory, Team, person
from adapters.slack.frame import framed
from bot.events import Event
from tests.builders import MONDAY

Json = dict[str, Any]
HOME, OTHER, ORG = "T1", "T2", "E1"
ME, MY_BOT = "U0", "B0"
ANN, BOB, EVE, ROBOT = "U1", "U2", "U9", "U7"
CHANNEL, QUIET, DIRECT = "C1", "C2", "D1"
STAMP = "1577836800.002768"


def user(native: str, name: str, team: str = HOME, **over: object) -> Json:
    profile = {"display_name": name, "real_name": f"{name} Real"}
    return {"id": native, "team_id": team, "name": name.lower(), "profile": profile, **over}


PEOPLE: tuple[Json, ...] = (
    user(ME, "Palabre", is_bot=True),
    user(ANN, "Ann", is_owner=True, is_admin=True, is_primary_owner=True, locale="fr-FR"),
    user(BOB, "Bob"),
    user(EVE, "Eve", OTHER, is_admin=True),
    user(ROBOT, "News", is_bot=True),
)


def workspace() -> Team:
    """Three people at home, one from elsewhere, two channels and a user group."""
    team = Directory().team(HOME)
    team.me, team.bot, team.name = ME, MY_BOT, "Tea house"
    for one in PEOPLE:
        team.know(one["id"], person(one, HOME))
    team.set_place({"id": CHANNEL, "name": "general", "is_member": True, "created": 1})
    team.set_place({"id": QUIET, "name": "quiet", "is_member": False, "created": 2})
    team.set_group({"id": "S1", "handle": "mods", "users": [BOB]})
    return team


def envelope(event: Json, number: int = 1, **over: object) -> Json:
    granted = {"enterprise_id": None, "team_id": HOME, "user_id": ME, "is_bot": True, "is_enterprise_install": False}
    return {
        "type": "event_callback",
        "team_id": HOME,
        "api_app_id": "A1",
        "event": event,
        "event_id": f"Ev{number}",
        "event_time": 1577836801,
        "authorizations": [granted],
        **over,
    }


def said(text: str = "hello", who: str = ANN, ts: str = STAMP, **more: object) -> Json:
    return {"type": "message", "channel": CHANNEL, "user": who, "text": text, "ts": ts, "event_ts": ts, **more}


def changed(text: str, before: str = "hello", ts: str = "1577836900.000100", **more: object) -> Json:
    now = {"type": "message", "user": ANN, "text": text, "ts": STAMP, "edited": {"user": ANN, "ts": ts}, **more}
    old = {"type": "message", "user": ANN, "text": before, "ts": STAMP}
    wrapper = {"type": "message", "subtype": "message_changed", "channel": CHANNEL, "ts": ts, "event_ts": ts}
    return {**wrapper, "message": now, "previous_message": old}


def deleted(ts: str = "1577836900.000100", **more: object) -> Json:
    old = {"type": "message", "user": ANN, "text": "hello", "ts": STAMP}
    wrapper = {"type": "message", "subtype": "message_deleted", "channel": CHANNEL, "ts": ts, "event_ts": ts}
    return {**wrapper, "deleted_ts": STAMP, "previous_message": old, **more}


def reaction(name: str, kind: str = "reaction_added", who: str = BOB, **more: object) -> Json:
    item = {"type": "message", "channel": CHANNEL, "ts": STAMP}
    return {"type": kind, "user": who, "reaction": name, "item": item, "item_user": ANN, "event_ts": "1.000001", **more}


def moved(kind: str, who: str = BOB, channel: str = CHANNEL, **more: object) -> Json:
    return {"type": kind, "user": who, "channel": channel, "channel_type": "C", "team": HOME, **more}


def regrouped(added: list[str], removed: list[str], group: str = "S1") -> Json:
    told: Json = {"type": "subteam_members_changed", "subteam_id": group, "team_id": HOME}
    return {**told, "added_users": added, "removed_users": removed}


EVERY: dict[str, Json] = {
    "message": said("<@U2> <#C2> <!here> <https://a.example|b>", thread_ts="1577836700.000100", files=[{"name": "a"}]),
    "message from elsewhere": said("hi", EVE, user_team=OTHER, source_team=OTHER, user_profile={"display_name": "Evy"}),
    "message with something shared": said("", attachments=[{"title": "Titre", "text": "Corps", "is_share": True}]),
    "message by a program": said("hi", subtype="bot_message", bot_id="B5", username="RSS", user=None),
    "message_changed": changed("hello again", files=[{"name": "a", "mimetype": "text/plain", "size": 3}]),
    "message_deleted": deleted(),
    "tombstone": changed("gone", subtype="tombstone", user="USLACKBOT"),
    "reaction_added": reaction("+1::skin-tone-3"),
    "reaction_removed": reaction("+1", "reaction_removed"),
    "member_joined_channel": moved("member_joined_channel", inviter=ANN),
    "member_left_channel": moved("member_left_channel"),
    "we joined": moved("member_joined_channel", ME, QUIET),
    "team_join": {"type": "team_join", "user": user("U8", "Zoe")},
    "user_change": {"type": "user_change", "user": user(BOB, "Bobby", is_admin=True)},
    "deactivated": {"type": "user_change", "user": user(BOB, "Bob", deleted=True)},
    "subteam_created": {
        "type": "subteam_created",
        "subteam": {"id": "S2", "handle": "new", "users": [ANN], "date_delete": 0},
    },
    "subteam_updated": {"type": "subteam_updated", "subteam": {"id": "S1", "handle": "mods", "users": [ANN]}},
    "subteam_members_changed": regrouped([ANN], [BOB]),
    "app_home_opened": {"type": "app_home_opened", "user": ANN, "channel": DIRECT, "tab": "home"},
    "channel_created": {
        "type": "channel_created",
        "channel": {"id": "C8", "name": "new", "created": 5, "creator": ANN},
    },
    "channel_rename": {"type": "channel_rename", "channel": {"id": CHANNEL, "name": "main", "created": 1}},
    "group_rename": {"type": "group_rename", "channel": {"id": "C5", "name": "secret", "created": 1}},
    "channel_archive": {"type": "channel_archive", "channel": CHANNEL, "user": ANN},
    "channel_unarchive": {"type": "channel_unarchive", "channel": QUIET, "user": ANN},
    "channel_deleted": {"type": "channel_deleted", "channel": QUIET},
    "app_uninstalled": {"type": "app_uninstalled"},
    "tokens_revoked": {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [ME]}},
}
"""Every kind of event that means something, in every shape that is read."""


class Reading:
    """A workspace that hears one event after another."""

    def __init__(self) -> None:
        self.team = workspace()
        self._number = 0

    def __call__(self, event: Json, **over: object) -> tuple[Event, ...]:
        self._number += 1
        body = envelope(event, self._number, **over)
        found = inbound.events(self.team, body, framed(body, MONDAY))
        inbound.noted(self.team, body, framed(body, MONDAY))
        return found


def read(event: Json, **over: object) -> tuple[Event, ...]:
    """What one event says."""
    return Reading()(event, **over)
