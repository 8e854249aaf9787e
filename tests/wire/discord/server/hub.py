"""What every change reaches: the world, the gateway, the audit log, the pings, and the interactions under way."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tests.wire.discord.server import shapes
from tests.wire.discord.server.gateway import Gateway
from tests.wire.discord.server.world import Guild, Json, Member, Message, World, born

if TYPE_CHECKING:
    from tests.wire.discord.server.interactions import Desk


Kind = Literal["user", "role", "everyone", "here", "reply"]


@dataclass(frozen=True, slots=True)
class Ping:
    """One notification that a message caused; `target` is a user, a role, or the guild for everyone and here."""

    kind: Kind
    target: int
    message_id: int
    author_id: int
    silent: bool = False


class Hub:
    """The shared state of one loopback server."""

    desk: "Desk"

    def __init__(self, world: World) -> None:
        self.world = world
        self.gateway = Gateway(world)
        self.pings: list[Ping] = []
        self.files: dict[str, bytes] = {}
        self.base_url = ""

    @property
    def me(self) -> int:
        """The bot's id."""
        return self.world.application.user.id

    def message_guild(self, message: Message) -> Guild | None:
        """The guild that a message stands in."""
        return None if message.guild_id is None else self.world.guilds[message.guild_id]

    def audit(
        self,
        guild: Guild,
        action: int,
        actor: int,
        target: int | None,
        *,
        reason: str | None = None,
        changes: list[Json] | None = None,
        options: Json | None = None,
    ) -> None:
        """Resources › Audit Log: writes an entry and tells it. Deletions of one author's messages are counted up."""
        if action == 72 and options is not None and self._counted(guild, actor, target, options):
            return
        entry: Json = {
            "id": str(self.world.snowflake()),
            "action_type": action,
            "user_id": str(actor),
            "target_id": None if target is None else str(target),
        }
        if reason:
            entry["reason"] = reason
        if changes:
            entry["changes"] = changes
        if options:
            entry["options"] = options
        guild.audit.append(entry)
        self.gateway.emit("GUILD_AUDIT_LOG_ENTRY_CREATE", {**entry, "guild_id": str(guild.id)}, guild)

    def _counted(self, guild: Guild, actor: int, target: int | None, options: Json) -> bool:
        for entry in reversed(guild.audit[-20:]):
            same = entry["action_type"] == 72 and entry["user_id"] == str(actor) and entry["target_id"] == str(target)
            if same and entry["options"]["channel_id"] == options["channel_id"]:
                age = self.world.now() - born(int(entry["id"]))
                if age > 300:
                    return False
                entry["options"]["count"] = str(int(entry["options"]["count"]) + 1)
                return True
        return False

    def member_updated(self, member: Member) -> None:
        """Gateway Events › Guild Member Update."""
        guild = self.world.guilds[member.guild_id]
        data = {"guild_id": str(guild.id), **shapes.member(member)}
        self.gateway.emit("GUILD_MEMBER_UPDATE", data, guild)
