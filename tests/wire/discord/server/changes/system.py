"""Messages that Discord itself writes into channels, in somebody's name: pins, threads, newcomers."""

from tests.wire.discord.server.hub import Hub
from tests.wire.discord.server.world import Channel, Guild, Json, Message, User

PINNED, JOINED, THREAD_CREATED, THREAD_STARTER = 6, 7, 18, 21


def write(
    hub: Hub,
    guild: Guild | None,
    channel: Channel,
    author: User,
    kind: int,
    *,
    text: str = "",
    about: Json | None = None,
) -> Message:
    """Resources › Message › Message Types: a system message, which only its type tells from somebody's own words."""
    made = Message(hub.world.snowflake(), channel.id, channel.guild_id, author, text, type=kind)
    made.reference = about
    channel.messages[made.id] = made
    channel.last_message_id = made.id
    hub.gateway.emit_message("MESSAGE_CREATE", made, guild, channel)
    return made
