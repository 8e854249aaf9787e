"""The routes of the REST API, each named after the section of the documentation that it follows."""

from tests.wire.discord.server.routes import (
    application,
    bans,
    channels,
    commands,
    extras,
    guilds,
    interactions,
    members,
    messages,
    reactions,
    threads,
)

__all__ = [
    "application",
    "bans",
    "channels",
    "commands",
    "extras",
    "guilds",
    "interactions",
    "members",
    "messages",
    "reactions",
    "threads",
]
