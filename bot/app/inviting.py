"""How the bot is invited: an address for Discord, an app's manifest for Slack, asking for exactly what it needs."""

import base64
import json

from adapters.discord.permissions import invite_url
from adapters.slack.manifest import manifest
from adapters.slack.options import Http, Socket
from adapters.slack.words import Words
from bot.app.assembly import ALWAYS, open_book
from bot.catalogue.declared import CATALOGUE
from bot.config import Community, Config
from bot.errors import Complaint, Complaints
from bot.ids import CommunityId, SpaceId
from bot.views import Locale


def discord(config: Config, application: int | None) -> str | None:
    """None where neither the token nor the caller says which application. Raises Complaints where a pack is unsound."""
    token = config.secrets.discord_token
    number = application or (_application(token.get_secret_value()) if token else None)
    return None if number is None else invite_url(number, wanted(config))


def slack(config: Config, locale: Locale) -> str:
    """The app's manifest, as Slack takes it, for the way that the settings choose.

    Raises Complaints where Slack is to come to the bot and nothing says where.
    """
    said = config.settings.slack
    if said.mode == "http" and not said.http.public_url:
        place = f"{config.source or 'config.toml'}: slack.http.public_url"
        hint = f"set the address under which the world finds {said.http.host}:{said.http.port}"
        raise Complaints([Complaint(place, "Slack would not know where to come to", hint)])
    way = Socket("") if said.mode == "socket" else Http("", said.http.host, said.http.port, said.http.path)
    made = manifest(
        CATALOGUE,
        way,
        said.http.public_url or None,
        words=Words().into(locale),
        reading_files=said.reads_files,
        installable=config.secrets.slack_client_id is not None,
    )
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def slack_page(config: Config) -> str | None:
    """Where whoever manages a workspace installs the bot there; None where there is one by its token."""
    said = config.settings.slack.http
    installable = config.secrets.slack_client_id is not None
    return f"{said.public_url.rstrip('/')}{said.path.rstrip('/')}/install" if installable else None


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
