"""What is known without asking: servers, channels and roles by our ids, and what they are called."""

import discord

from adapters.discord.refusals import PAUSE, number, refused
from bot.errors import Unavailable
from bot.ids import ChannelId, SpaceId, native, space_of
from bot.views import Doorway, Holders, Instant, Passage, Person, Place, Reference


def guild_number(space: SpaceId) -> int:
    """Discord's own id of a server."""
    return number(space.replace(":", "/"))


def known_guild(client: discord.Client, space: SpaceId) -> discord.Guild | None:
    """A server as it is known now, if it is."""
    return client.get_guild(guild_number(space))


def guild(client: discord.Client, space: SpaceId) -> discord.Guild:
    """A server as it is known. Raises Refused where the bot is not in it, Unavailable while that is not known yet."""
    found = known_guild(client, space)
    if found is not None and not found.unavailable:
        return found
    if found is None and client.is_ready():
        raise refused("the bot is not in this server", "server")
    raise Unavailable("this server is not at hand yet", PAUSE)


def stands_in(client: discord.Client, space: SpaceId, channel: ChannelId) -> bool:
    """Whether a channel is known to be one of the server's, rather than a direct conversation."""
    found = known_guild(client, space)
    return found is not None and found.get_channel_or_thread(number(channel)) is not None


def thread_of(client: discord.Client, space: SpaceId, message: int) -> discord.Thread | None:
    """The thread that hangs from a message, where one is open."""
    found = known_guild(client, space)
    return None if found is None else found.get_thread(message)


class Names:
    """Names for where no reference can stand; never asks Discord."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    def __call__(self, one: Reference) -> str | None:
        """What something is called, where it is known."""
        match one:
            case Person(account):
                member = self._guild(space_of(account))
                found = member and member.get_member(self._id(native(account)))
                return f"@{found.display_name}" if found else None
            case Holders(role):
                server = self._guild(space_of(role))
                held = server and server.get_role(self._id(native(role)))
                return f"@{held.name}" if held else None
            case Place(channel):
                server = self._guild(space_of(channel))
                place = server and server.get_channel_or_thread(self._id(native(channel)))
                return f"#{place.name}" if place else None
            case Passage() | Instant() | Doorway():
                return None

    def _guild(self, space: SpaceId) -> discord.Guild | None:
        return self._client.get_guild(self._id(space.partition(":")[2]))

    def _id(self, name: str) -> int:
        return int(name) if name.isdecimal() else 0
