"""What adapters are told: settings from the file, secrets from the environment, and what is missing among them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from pydantic import SecretStr

from adapters.discord.options import FILE_URLS, Shards
from adapters.discord.options import Options as DiscordOptions
from adapters.slack.options import Http, Installing, Socket
from adapters.slack.options import Options as SlackOptions
from bot.config import Config
from bot.errors import Complaint, Complaints, Refused
from bot.settings import DOORS, plain_emoji

_STEP = "palabre init slack says how to get it"


def discord(config: Config) -> DiscordOptions:
    """What the settings and the environment say of Discord; without a token it is empty."""
    said = config.settings.discord
    return DiscordOptions(
        token=_plain(config.secrets.discord_token),
        api_url=said.api_url,
        gateway_url=said.gateway_url or None,
        file_urls=(said.files_url,) if said.files_url else FILE_URLS,
        shards=Shards(said.shards.count, said.shards.ids) if said.shards.count else None,
        catch_up=timedelta(hours=said.catch_up_hours),
        doors=_doors(config),
        openers=_openers(config),
        quarantine_roles=said.quarantine_roles,
    )


def installing(config: Config) -> bool:
    """Whether other workspaces install the bot."""
    return config.secrets.slack_client_id is not None


def slack(config: Config) -> SlackOptions:
    """What the settings and the environment say of Slack. Raises Complaints for all that is missing."""
    said, known = config.settings.slack, config.secrets
    if missing := list(_missing(config)):
        raise Complaints(missing)
    way: Socket | Http = Socket(_plain(known.slack_app_token))
    if said.mode == "http":
        way = Http(_plain(known.slack_signing_secret), said.http.host, said.http.port, said.http.path)
    client = _plain(known.slack_client_id)
    by_others = Installing(client, _plain(known.slack_client_secret), said.http.public_url) if client else None
    return SlackOptions(
        way=way,
        bot_token=_plain(known.slack_bot_token) or None,
        user_token=_plain(known.slack_user_token) or None,
        installing=by_others,
        api_url=said.api_url,
        files_url=said.files_url,
        reads_files=said.reads_files,
        catch_up=timedelta(hours=said.catch_up_hours),
        throttled=said.history == "throttled",
        doors=_doors(config),
        openers=_openers(config),
    )


def _missing(config: Config) -> Sequence[Complaint]:
    said, known, found = config.settings.slack, config.secrets, list[Complaint]()
    if said.mode == "socket" and known.slack_app_token is None:
        found.append(Complaint("PALABRE_SLACK_APP_TOKEN", "the bot goes to Slack, and has no key to its door", _STEP))
    if said.mode == "http" and known.slack_signing_secret is None:
        problem = "Slack comes to the bot, which could not tell it from a stranger"
        found.append(Complaint("PALABRE_SLACK_SIGNING_SECRET", problem, _STEP))
    if known.slack_bot_token is None and known.slack_client_id is None:
        found.append(Complaint("PALABRE_SLACK_BOT_TOKEN", "there is no workspace that the bot may enter", _STEP))
    if known.slack_bot_token is not None and known.slack_client_id is not None:
        problem = "with the token of one workspace, none that installs the bot is entered"
        hint = "leave it out, or leave PALABRE_SLACK_CLIENT_ID out"
        found.append(Complaint("PALABRE_SLACK_BOT_TOKEN", problem, hint))
    if known.slack_client_id is not None:
        for name, value in (("CLIENT_SECRET", known.slack_client_secret), ("VAULT_KEY", known.vault_key)):
            if value is None:
                variable = "PALABRE_VAULT_KEY" if name == "VAULT_KEY" else f"PALABRE_SLACK_{name}"
                found.append(Complaint(variable, "other workspaces cannot install the bot without it", _STEP))
        if said.mode != "http" or not said.http.public_url:
            place = f"{config.source or 'config.toml'}: slack.http.public_url"
            hint = 'set slack.mode = "http" and the address under which the world finds the bot'
            found.append(Complaint(place, "other workspaces cannot find the bot", hint))
    return found


class NoVault:
    """Keeps nothing: no secret is handed out while the bot runs."""

    async def keep(self, name: str, secret: str, until: datetime | None = None) -> None:  # noqa: ARG002
        """Raises Refused."""
        raise Refused("set PALABRE_VAULT_KEY, so that what is handed out can be kept safely")

    async def open(self, name: str) -> str | None:  # noqa: ARG002
        """Nothing."""
        return None

    async def take(self, name: str) -> str | None:  # noqa: ARG002
        """Nothing."""
        return None

    async def drop(self, name: str) -> None:
        """There is nothing to drop."""

    async def names(self, beginning: str) -> Sequence[str]:  # noqa: ARG002
        """None."""
        return ()


def _doors(config: Config) -> frozenset[str]:
    named = (one for community in config.settings.communities.values() for one in community.reactions)
    return frozenset(map(plain_emoji, (*DOORS, *named)))


def _openers(config: Config) -> frozenset[str]:
    """Those that open something in any of the communities."""
    said = (one.reactions for one in config.settings.communities.values())
    pairs = (pair for one in (DOORS, *said) for pair in one.items())
    return frozenset(plain_emoji(emoji) for emoji, door in pairs if door in ("report", "dispute"))


def _plain(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""
