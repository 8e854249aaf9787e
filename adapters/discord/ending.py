"""Why a connection could not begin or came to its end, in plain words and with the next step."""

from datetime import timedelta

import discord

from bot.errors import Complaint, Complaints, PalabreError, Unavailable

PORTAL = "https://discord.com/developers/applications"
_SOON = timedelta(seconds=5)
_TOKEN = Complaint(
    place="PALABRE_DISCORD_TOKEN",
    problem="Discord does not know this token",
    hint=f"copy it anew from {PORTAL}, page Bot, button Reset Token",
)
_INTENTS = Complaint(
    place=f"{PORTAL}, page Bot",
    problem="Discord does not grant this bot what it asks for",
    hint="tick Server Members Intent and Message Content Intent there and save",
)
_SHARDS = Complaint(
    place="config.toml, discord.shards",
    problem="Discord does not accept these shards",
    hint="each id must be smaller than the count, and the count the same in every process",
)
_CLOSED = {
    4004: _TOKEN,
    4010: _SHARDS,
    4011: Complaint(
        place="config.toml, discord.shards",
        problem="this bot is in too many servers for one connection",
        hint="leave discord.shards out, so that as many are opened as Discord recommends",
    ),
    4014: _INTENTS,
}


def not_entered(error: Exception) -> PalabreError:
    """Why logging in failed."""
    if isinstance(error, discord.LoginFailure):
        return Complaints([_TOKEN])
    return ended(error)


def ended(error: Exception) -> PalabreError:
    """Why the connection ended; for codes that say that this program is wrong, the code itself."""
    if isinstance(error, discord.PrivilegedIntentsRequired):
        return Complaints([_INTENTS])
    if isinstance(error, discord.ConnectionClosed):
        if error.code in _CLOSED:
            return Complaints([_CLOSED[error.code]])
        return Unavailable(f"Discord closed the connection with {error.code}", _SOON)
    if isinstance(error, discord.HTTPException):
        return Unavailable(f"Discord answered {error.status}", _SOON)
    if isinstance(error, discord.RateLimited):
        return Unavailable("Discord asks for patience", timedelta(seconds=error.retry_after))
    return Unavailable(f"Discord cannot be reached or understood: {type(error).__name__}", _SOON)
