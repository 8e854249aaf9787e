"""The address at which somebody invites the bot to their server, asking for exactly what it needs there."""

import base64

from adapters.discord.permissions import invite_url
from bot.app.assembly import ALWAYS, open_book
from bot.config import Community, Config
from bot.ids import CommunityId, SpaceId


def discord(config: Config, application: int | None) -> str | None:
    """None where neither the token nor the caller says which application. Raises Complaints where a pack is unsound."""
    token = config.secrets.discord_token
    number = application or (_application(token.get_secret_value()) if token else None)
    return None if number is None else invite_url(number, wanted(config))


def wanted(config: Config) -> frozenset[str]:
    """The kinds of effects that any community may want; of the packs that come with the program where none is named."""
    settings = config.settings.communities or {"usual": Community(spaces=(SpaceId("discord:0"),))}
    books = (open_book(config.policies, CommunityId(name), one) for name, one in settings.items())
    return ALWAYS.union(*(book.effects_used for book in books))


def _application(token: str) -> int | None:
    """A token begins with its application's id (Discord's documentation: Reference › Authentication)."""
    first = token.partition(".")[0]
    try:
        number = base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)).decode("ascii")
    except ValueError:  # not in base64, or no ASCII before or after
        return None
    return int(number) if number.isdecimal() else None
