"""What channels, threads and roles are called and may do, as the gateway or the API last said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from adapters.discord.payloads import Json, Odd, inner, maybe, records, said, snowflake, whole
from bot.ids import MessageId, RoleId, SpaceId, role_id, space_id

ADMINISTRATOR = 1 << 3
MANAGE_GUILD = 1 << 5
FORUMS = frozenset({15, 16})
THREADS = frozenset({10, 11, 12})
PUBLIC_THREADS = frozenset({10, 11})
READABLE = frozenset({0, 2, 5, 13})
"""Kinds of channels in which people write: text, voice, announcements, stages."""
_MOST_MEMBERS = 100_000
_MOST_SETS = 1_000
_HALF = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Place:
    """A channel or a thread."""

    name: str
    kind: int
    parent: str | None = None
    last: str | None = None
    """The latest message when it was last described."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role, as far as it matters here."""

    name: str
    permissions: int
    bot: str | None = None
    """The bot that it was made for."""


@dataclass(slots=True)
class Guild:
    """One server."""

    native: str
    space: SpaceId
    name: str = ""
    owner: str = ""
    roles: dict[str, Role] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    bots: set[str] = field(default_factory=set)
    """Bots that were heard of otherwise than by a role of their own."""
    ranks: dict[tuple[str, ...], tuple[RoleId, ...]] = field(default_factory=dict)
    """What sets of roles mean: few are worn by many."""

    def kind_of(self, channel: str | None) -> int | None:
        """Of which kind a channel is; None where it is unknown."""
        place = self.places.get(channel) if channel else None
        return None if place is None else place.kind

    def hung(self, thread: str) -> MessageId | None:
        """The message that a thread hangs from: it bears the thread's own number, in the channel above.

        Posts of a forum hang from nothing. Threads that were opened without a message cannot be told from others.
        """
        place = self.places.get(thread)
        if place is None or place.kind not in PUBLIC_THREADS or self.kind_of(place.parent) not in READABLE:
            return None
        return MessageId(f"{self.space}/{place.parent}/{thread}")

    def worn(self, user: str, natives: tuple[str, ...]) -> tuple[RoleId, ...]:
        """Somebody's roles, and with them `owner` and `admin` where they hold what these stand for."""
        known = self.ranks.get(natives)
        if known is None:
            if len(self.ranks) >= _MOST_SETS:
                self.ranks.clear()
            known = self.ranks[natives] = self._ranked(natives)
        if user != self.owner or not self.owner:
            return known
        titles = (role_id(self.space, "owner"), role_id(self.space, "admin"))
        return tuple(dict.fromkeys((*known, *titles)))

    def held(self, natives: tuple[str, ...]) -> int:
        """What roles allow together with what everybody may."""
        found = 0
        for native in (self.native, *natives):
            found |= self.roles[native].permissions if native in self.roles else 0
        return found

    def _ranked(self, natives: tuple[str, ...]) -> tuple[RoleId, ...]:
        held, titles = self.held(natives), []
        if held & ADMINISTRATOR:
            titles.append("owner")
        if held & (ADMINISTRATOR | MANAGE_GUILD):
            titles.append("admin")
        return tuple(role_id(self.space, native) for native in (*natives, *titles))

    def is_bot(self, user: str) -> bool:
        """Whether an account is known to be a bot's."""
        return user in self.bots or any(role.bot == user for role in self.roles.values())


class Directory:
    """Every server that this process sees. What Discord says is put in before anything is read with it."""

    def __init__(self) -> None:
        self.me = ""
        """The bot's own account."""
        self.guilds: dict[str, Guild] = {}
        self.rules: dict[str, str] = {}
        """The names of Discord's own rules, where somebody looked them up."""
        self._members: dict[int, int] = {}

    def guild(self, native: str) -> Guild:
        """A server; an empty one where nothing is known of it yet."""
        found = self.guilds.get(native)
        if found is None:
            found = self.guilds[native] = Guild(native, space_id("discord", native))
        return found

    def describe(self, data: Json) -> Guild:
        """A server is as this says: all of it, or only its name, owner and roles."""
        guild = self.guild(snowflake(data, "id"))
        guild.name = said(data, "name") or guild.name
        guild.owner = maybe(data, "owner_id") or guild.owner
        if "roles" in data:
            self.set_roles(guild, records(data, "roles"))
        if "channels" in data:
            guild.places.clear()
            self.set_places(guild, records(data, "channels"))
            self.set_places(guild, records(data, "threads"))
        return guild

    def set_roles(self, guild: Guild, roles: Iterable[Json]) -> None:
        """These are all the roles of a server."""
        guild.roles = {snowflake(one, "id"): _role(one) for one in roles}
        guild.ranks.clear()

    def set_places(self, guild: Guild, places: Iterable[Json]) -> None:
        """A server has these channels or threads, among others."""
        for one in places:
            guild.places[snowflake(one, "id")] = _place(one)

    def forget(self, native: str) -> None:
        """The bot is no longer there."""
        self.guilds.pop(native, None)

    def role(self, data: Json) -> None:
        """A role is new or was changed."""
        guild, role = self.guild(snowflake(data, "guild_id")), inner(data, "role")
        guild.roles[snowflake(role, "id")] = _role(role)
        guild.ranks.clear()

    def role_gone(self, data: Json) -> None:
        """A role was deleted."""
        guild = self.guild(snowflake(data, "guild_id"))
        guild.roles.pop(snowflake(data, "role_id"), None)
        guild.ranks.clear()

    def place(self, data: Json) -> None:
        """A channel or a thread is new or was changed; a thread that sleeps is forgotten until it wakes."""
        guild, native = self.guild(snowflake(data, "guild_id")), snowflake(data, "id")
        if inner(data, "thread_metadata").get("archived") is True:
            guild.places.pop(native, None)
        else:
            guild.places[native] = _place(data)

    def place_gone(self, data: Json) -> None:
        """A channel or a thread was deleted, and the threads below it with it."""
        guild, native = self.guild(snowflake(data, "guild_id")), snowflake(data, "id")
        for gone in [name for name, place in guild.places.items() if native in (name, place.parent)]:
            del guild.places[gone]

    def threads(self, data: Json) -> None:
        """These threads can be seen now."""
        self.set_places(self.guild(snowflake(data, "guild_id")), records(data, "threads"))

    def changes(self, guild: str, user: str, name: str, roles: Sequence[str]) -> tuple[bool, bool]:
        """Whether somebody's name and whether their roles differ from what was last heard; both where nothing was.

        Two halves of one number are kept for each, no words: a hundred thousand people take some 15 MB.
        """
        key, now = hash((guild, user)), _print(name, roles)
        before = self._members.get(key)
        self._note(key, now)
        return (True, True) if before is None else (before >> 32 != now >> 32, (before ^ now) & _HALF != 0)

    def met(self, guild: str, user: str, name: str, roles: Sequence[str]) -> None:
        """Somebody is called so and has these roles, as they wrote; what was told as a change is not overwritten."""
        key = hash((guild, user))
        if key not in self._members:
            self._note(key, _print(name, roles))

    def _note(self, key: int, now: int) -> None:
        if key not in self._members and len(self._members) >= _MOST_MEMBERS:
            self._members.clear()
        self._members[key] = now

    def gone(self, guild: str, user: str) -> None:
        """Somebody left."""
        self._members.pop(hash((guild, user)), None)


def _print(name: str, roles: Sequence[str]) -> int:
    return (hash(name) & _HALF) << 32 | hash(tuple(sorted(roles))) & _HALF


def _place(data: Json) -> Place:
    if "type" not in data:
        raise Odd("type")
    return Place(said(data, "name"), whole(data, "type"), maybe(data, "parent_id"), maybe(data, "last_message_id"))


def _role(data: Json) -> Role:
    permissions = said(data, "permissions") or "0"
    if not (permissions.isascii() and permissions.isdigit()):
        raise Odd("permissions")
    return Role(said(data, "name"), int(permissions), maybe(inner(data, "tags"), "bot_id"))
