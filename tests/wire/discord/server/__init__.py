"""A Discord on loopback that refuses what Discord refuses; real discord.py talks to it over HTTP and websockets."""

from tests.wire.discord.server.errors import ApiError, ImpossibleError
from tests.wire.discord.server.interactions import Answer, Asked, Modal
from tests.wire.discord.server.server import TOKEN, Flood, LoopbackDiscord, conformance
from tests.wire.discord.server.world import Channel, Guild, Member, Message, Overwrite, Role, User

__all__ = [
    "TOKEN",
    "Answer",
    "ApiError",
    "Asked",
    "Channel",
    "Flood",
    "Guild",
    "ImpossibleError",
    "LoopbackDiscord",
    "Member",
    "Message",
    "Modal",
    "Overwrite",
    "Role",
    "User",
    "conformance",
]
