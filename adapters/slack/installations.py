"""Where the bot was installed, with the tokens that it was given: kept in the vault, never anywhere else."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.options import Installing
from adapters.slack.payloads import Json, Odd, ident, inner, maybe, record, said, string, whole
from bot.ports import Vault

_BEGINNING = "slack/installation/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """One consent: of a workspace, or of an organisation for all of its workspaces."""

    team: str
    """Empty where it is an organisation's."""
    enterprise: str = ""
    name: str = ""
    bot: str
    """The bot's own account."""
    installer: str = ""
    since: str
    """Tells this consent from an earlier or a later one."""
    token: str = field(repr=False)
    refresh: str = field(default="", repr=False)
    """Empty where the token is good for ever."""
    expires: datetime | None = None
    user_token: str = field(default="", repr=False)
    """Of whoever consented, where they let the bot do more than bots may."""

    @property
    def key(self) -> str:
        """The workspace or the organisation."""
        return self.team or self.enterprise


async def exchanged(client: AsyncWebClient, given: Installing, **what: str) -> Json:
    """What Slack gives for a code, or for a token of refreshing. Raises what slack_sdk raises, and Odd.

    slack_sdk's own method for this uses what aiohttp is about to remove.
    """
    asked = {"client_id": given.client_id, "client_secret": given.client_secret, **what}
    answer = await client.api_call("oauth.v2.access", data=asked)
    return record({"answer": answer.data}, "answer")


def granted(answer: Json, now: datetime) -> Installation:
    """What `oauth.v2.access` gave. Raises Odd."""
    team, enterprise, user = inner(answer, "team"), inner(answer, "enterprise"), inner(answer, "authed_user")
    wide = answer.get("is_enterprise_install") is True
    owner = enterprise if wide else team
    return Installation(
        team="" if wide else ident(team, "id"),
        enterprise=ident(enterprise, "id") if wide else maybe(enterprise, "id"),
        name=said(owner, "name"),
        bot=ident(answer, "bot_user_id"),
        installer=maybe(user, "id"),
        since=secrets.token_hex(8),
        token=string(answer, "access_token"),
        refresh=said(answer, "refresh_token"),
        expires=_expiry(answer, now),
        user_token=said(user, "access_token"),
    )


def _expiry(answer: Json, now: datetime) -> datetime | None:
    seconds = whole(answer, "expires_in")
    return now + timedelta(seconds=seconds) if seconds else None


def renewed(before: Installation, answer: Json, now: datetime) -> Installation:
    """The same with the tokens of a refreshing answer. Raises Odd."""
    return Installation(
        team=before.team,
        enterprise=before.enterprise,
        name=before.name,
        bot=before.bot,
        installer=before.installer,
        since=before.since,
        token=string(answer, "access_token"),
        refresh=said(answer, "refresh_token") or before.refresh,
        expires=_expiry(answer, now),
        user_token=before.user_token,
    )


class Installations:
    """All that the vault keeps of them."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    async def keep(self, one: Installation) -> None:
        """From now on, in place of an earlier consent."""
        written = {
            "team": one.team,
            "enterprise": one.enterprise,
            "name": one.name,
            "bot": one.bot,
            "installer": one.installer,
            "since": one.since,
            "token": one.token,
            "refresh": one.refresh,
            "expires": int(one.expires.timestamp()) if one.expires else 0,
            "user_token": one.user_token,
        }
        await self._vault.keep(_BEGINNING + one.key, json.dumps(written))

    async def of(self, key: str) -> Installation | None:
        """What a workspace or an organisation consented to. Raises Odd, and Refused where it cannot be unsealed."""
        sealed = await self._vault.open(_BEGINNING + key) if key else None
        return None if sealed is None else _read(sealed)

    async def keys(self) -> Sequence[str]:
        """Every workspace and organisation."""
        return [name.removeprefix(_BEGINNING) for name in await self._vault.names(_BEGINNING)]

    async def drop(self, key: str) -> None:
        """Nothing is known of it any more."""
        await self._vault.drop(_BEGINNING + key)


def _read(text: str) -> Installation:
    try:
        data = record({"installation": json.loads(text)}, "installation")
    except ValueError:
        raise Odd("installation") from None
    expires = whole(data, "expires")
    return Installation(
        team=maybe(data, "team"),
        enterprise=maybe(data, "enterprise"),
        name=said(data, "name"),
        bot=ident(data, "bot"),
        installer=maybe(data, "installer"),
        since=said(data, "since"),
        token=string(data, "token"),
        refresh=said(data, "refresh"),
        expires=datetime.fromtimestamp(expires, UTC) if expires else None,
        user_token=said(data, "user_token"),
    )
