"""The people of a workspace, as users.json tells of them."""

from dataclasses import dataclass

from adapters.exports.fields import Json, record, string
from adapters.exports.tally import Tally
from bot.ids import RoleId, SpaceId, role_id

SLACKBOT = "USLACKBOT"


@dataclass(frozen=True, slots=True)
class Person:
    """What users.json says about somebody."""

    name: str | None
    roles: tuple[RoleId, ...]
    bot: bool


def person(entry: Json, space: SpaceId, tally: Tally) -> Person:
    """Read one entry of users.json."""
    owner = entry.get("is_owner") is True or entry.get("is_primary_owner") is True
    roles = [role_id(space, "owner")] if owner else []
    roles += [role_id(space, "admin")] if entry.get("is_admin") is True else []
    name = called({**entry, **_non_empty(record(entry.get("profile")))})
    bot = entry.get("is_bot") is True or entry.get("id") == SLACKBOT
    return Person(tally.clean(name) or None, tuple(roles), bot)


def called(profile: Json) -> str:
    """The name that people see beside a message."""
    keys = ("display_name", "real_name", "name")
    return next((name for key in keys if (name := string(profile.get(key)))), "")


def _non_empty(profile: Json) -> Json:
    return {key: value for key, value in profile.items() if value}
