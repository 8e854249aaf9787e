"""What people, user groups and channels are called, as Slack last said; every workspace knows its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from adapters.slack.payloads import EPOCH, Json, ident, idents, inner, maybe, said, stamp, whole
from bot.ids import RoleId, SpaceId, role_id, space_id
from bot.views import Locale

SLACKBOT = "USLACKBOT"
OWNER, ADMIN = "owner", "admin"
_MOST_PEOPLE = 200_000
_MOST_ASKED = 20
_LOCALES: Mapping[str, Locale] = {"en": "en", "fr": "fr"}


@dataclass(frozen=True, slots=True)
class Person:
    """An account, as far as it matters here."""

    name: str
    titles: tuple[str, ...] = ()
    """What Slack itself calls them: `owner`, `admin`."""
    bot: bool = False
    stranger: bool = False
    """At home in another workspace, met in a shared channel: nothing that they are there counts here."""
    gone: bool = False
    primary: bool = False
    """The one to whom the workspace belongs."""
    locale: Locale | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A channel."""

    name: str
    inside: bool = False
    """The bot is in it."""
    created: int = 0
    """In seconds since 1970."""
    archived: bool = False
    private: bool = False
    """Only whoever was let in reads it."""


@dataclass(slots=True)
class Team:
    """One workspace."""

    native: str
    space: SpaceId
    me: str = ""
    """The bot's own account."""
    bot: str = ""
    """What its messages are signed with."""
    name: str = ""
    since: str = ""
    """Tells this stay from an earlier or a later one."""
    filled: datetime = EPOCH
    """When everybody and everything was last looked at."""
    people: dict[str, Person] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    handles: dict[str, str] = field(default_factory=dict)
    """What user groups are called in messages."""
    members: dict[str, frozenset[str]] = field(default_factory=dict)
    """Who is in which user group."""
    names: dict[str, str] = field(default_factory=dict)
    """What people are called in messages."""
    _heard: dict[str, datetime] = field(default_factory=dict)
    """When what was last heard of somebody or something had happened: Slack may tell earlier things later."""

    def news(self, of: str, at: datetime) -> bool:
        """Whether nothing that happened later was heard of this."""
        return at >= self._heard.get(of, EPOCH)

    def heard(self, of: str, at: datetime) -> bool:
        """The same, and remember it."""
        if not self.news(of, at):
            return False
        if len(self._heard) >= _MOST_PEOPLE:
            self._heard.clear()
        self._heard[of] = at
        return True

    def heard_of(self, of: str) -> bool:
        """Whether anything was heard of this."""
        return of in self._heard

    @property
    def owner(self) -> str | None:
        """To whom it belongs: one among its owners, or the only one; None where that is not known."""
        owners = [native for native, one in self.people.items() if OWNER in one.titles and not one.gone]
        first = (native for native in owners if self.people[native].primary)
        return next(first, owners[0] if len(owners) == 1 else None)

    def unknown(self, natives: Iterable[str]) -> tuple[str, ...]:
        """Those of them of whom nothing is known, as many as may be asked for at once."""
        return tuple(dict.fromkeys(one for one in natives if one and one not in self.people))[:_MOST_ASKED]

    def know(self, native: str, person: Person) -> None:
        """Somebody is as this says; their language is kept where it is not said."""
        before = self.people.get(native)
        if before is None and len(self.people) >= _MOST_PEOPLE:
            self.people.clear()
            self.names.clear()
        if before is not None and person.locale is None:
            person = replace(person, locale=before.locale)
        self.people[native] = person
        self.names[native] = person.name

    def groups_of(self, native: str) -> frozenset[str]:
        """The user groups that somebody is in."""
        return frozenset(group for group, members in self.members.items() if native in members)

    def roles(
        self, native: str, person: Person | None = None, groups: Iterable[str] | None = None
    ) -> tuple[RoleId, ...] | None:
        """Somebody's roles, or what they will be with other titles or groups; None where nobody is known by this id."""
        person = person or self.people.get(native)
        if person is None:
            return None
        if person.stranger:
            return ()
        worn = sorted(self.groups_of(native) if groups is None else groups)
        return tuple(role_id(self.space, one) for one in (*worn, *person.titles))

    def set_group(self, group: Json) -> None:
        """A user group is as this says; one that was switched off has nobody in it."""
        native = ident(group, "id")
        self.handles[native] = said(group, "handle") or self.handles.get(native, "")
        members = members_of(group)
        if members is not None:
            self.members[native] = members

    def set_place(self, channel: Json) -> None:
        """A channel is as this says."""
        native = ident(channel, "id")
        before = self.places.get(native)
        inside = channel.get("is_member")
        self.places[native] = Place(
            said(channel, "name") or (before.name if before else ""),
            inside=inside is True or (inside is None and before is not None and before.inside),
            created=whole(channel, "created") or (before.created if before else 0),
            archived=channel.get("is_archived") is True,
            private=channel.get("is_private", before is not None and before.private) is True,
        )

    def set_inside(self, channel: str, *, inside: bool) -> None:
        """The bot came into a channel, or is out of it."""
        before = self.places.get(channel) or Place("")
        self.places[channel] = replace(before, inside=inside)


class Directory:
    """Every workspace that this process holds."""

    def __init__(self) -> None:
        self.teams: dict[str, Team] = {}

    def team(self, native: str) -> Team:
        """A workspace; an empty one where nothing is known of it yet."""
        found = self.teams.get(native)
        if found is None:
            found = self.teams[native] = Team(native, space_id("slack", native))
        return found

    def forget(self, native: str) -> None:
        """The bot is no longer there."""
        self.teams.pop(native, None)


def person(user: Json, home: str) -> Person:
    """Read what Slack tells of an account to a workspace. Raises Odd."""
    stranger = _stranger(user, home)
    owner = user.get("is_owner") is True or user.get("is_primary_owner") is True
    titles = (*((OWNER,) if owner else ()), *((ADMIN,) if user.get("is_admin") is True else ()))
    profile = {key: value for key, value in inner(user, "profile").items() if value}
    return Person(
        called({**user, **profile}),
        () if stranger else titles,
        bot=user.get("is_bot") is True or user.get("id") == SLACKBOT,
        stranger=stranger,
        gone=user.get("deleted") is True,
        primary=user.get("is_primary_owner") is True and not stranger,
        locale=_LOCALES.get(said(user, "locale")[:2]),
    )


def called(profile: Json) -> str:
    """The name that people see beside a message. Raises Odd."""
    return next((name for key in ("display_name", "real_name", "name") if (name := said(profile, key))), "")


def members_of(group: Json) -> frozenset[str] | None:
    """Who is in a user group; None where it is not said. Raises Odd."""
    if whole(group, "date_delete"):
        return frozenset()
    return frozenset(idents(group, "users")) if "users" in group else None


def _stranger(user: Json, home: str) -> bool:
    """Within an organisation people belong to several workspaces, and one of them is named."""
    team = maybe(user, "team_id")
    return team not in ("", home) and home not in idents(inner(user, "enterprise_user"), "teams")


def reacted_to(item: Json) -> tuple[str, str] | None:
    """The message below which a reaction stands; None where it is a file. Raises Odd."""
    if item.get("type") != "message":
        return None
    return ident(item, "channel"), stamp(item, "ts")
