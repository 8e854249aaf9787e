"""What Slack's answers mean: never (`Refused`, with plain words and the next step) or not now (`Unavailable`).

Nothing is tried again by us: the road does that, after as long as Slack asks for.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.effects import Effect
from bot.errors import Refused, Unavailable
from bot.ids import AccountId, ChannelId
from bot.views import Argument, Person, Phrase, Place

ERRORS: Final = (SlackClientError, aiohttp.ClientError, OSError, TimeoutError)
"""All that a call may end with."""
PAUSE = timedelta(seconds=30)
LIMITED = 429

NOT_NOW = frozenset({"ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable"}) | {
    *("request_timeout", "team_added_to_org", "access_limited_temporarily")
}
TOKEN = frozenset({"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"})
_PLACE = {
    "not_in_channel": "not-in",
    "channel_not_found": "not-in",
    "is_archived": "archived",
    "is_inactive": "archived",
    "channel_is_archived": "archived",
    "restricted_action_read_only_channel": "read-only",
    "restricted_action_thread_only_channel": "read-only",
    "cant_kick_from_general": "general",
}
"""What is told with the name of the channel that it is about, where that is known."""
_PERSON = {
    "user_not_found": "nobody",
    "users_not_found": "nobody",
    "user_disabled": "nobody",
    "user_not_visible": "nobody",
    "cannot_dm_bot": "bot",
    "messages_tab_disabled": "messages-tab",
}
"""What is told with the name of whom it is about, where that is known."""
_REASONS = {
    "cant_delete_message": "delete",
    "cant_update_message": "update",
    "edit_window_closed": "edit-window",
    "message_not_found": "gone",
    "cant_kick_self": "self",
    "restricted_action": "restricted",
    "not_authorized": "restricted",
    "no_permission": "restricted",
    "ekm_access_denied": "restricted",
    "team_access_not_granted": "restricted",
    "invalid_name": "emoji",
    "no_reaction": "gone",
    "too_many_emoji": "reactions",
    "too_many_reactions": "reactions",
    "method_not_supported_for_channel_type": "kind",
    "not_enabled": "home",
    "msg_too_long": "long",
    "msg_blocks_too_long": "long",
    "file_upload_size_restricted": "file",
    "storage_limit_reached": "storage",
    "cannot_find_service": "token",
}


def answered(error: BaseException) -> tuple[str, int, Mapping[str, Any], Mapping[str, str]]:
    """What Slack said: its code, the HTTP status, the body and the headers; nothing of it where it said nothing."""
    if not isinstance(error, SlackApiError):
        return "", 0, {}, {}
    response: Any = error.response
    status: Any = getattr(response, "status_code", None) or getattr(response, "status", None) or 0
    data = getattr(response, "data", None)
    body = data if isinstance(data, dict) else {}
    return str(body.get("error") or ""), int(status), body, getattr(response, "headers", None) or {}


def code(error: BaseException) -> str:
    """Slack's own name for what went wrong; empty where it has none."""
    return answered(error)[0]


def certain(error: BaseException) -> bool:
    """Whether Slack surely did not do what it was asked: it said so itself."""
    name, status, _, _ = answered(error)
    return status == LIMITED or (bool(name) and name not in NOT_NOW and status < 500)


def passing(error: BaseException) -> bool:
    """Whether the same may go well later, without anybody doing anything about it."""
    name, status, _, _ = answered(error)
    return status == LIMITED or status >= 500 or not name or name in NOT_NOW


def translated(error: BaseException, effect: Effect) -> Refused | Unavailable:
    """What an answer means for an effect."""
    name, status, body, headers = answered(error)
    if status == LIMITED or name in ("ratelimited", "rate_limited"):
        return Unavailable("Slack asks for patience", patience(headers))
    if not name and 400 <= status < 500:
        return refused(f"Slack answered {status}", "other", code=str(status))
    if status >= 500 or name in NOT_NOW or not name:
        return Unavailable(f"Slack cannot be reached or is in trouble: {name or status or type(error).__name__}", PAUSE)
    return _refusal(name, body, effect)


def patience(headers: Mapping[str, str]) -> timedelta:
    """How long Slack asks to wait."""
    said = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    return timedelta(seconds=int(said)) if said.isdecimal() else PAUSE


def _refusal(name: str, body: Mapping[str, Any], effect: Effect) -> Refused:
    if name == "missing_scope":
        return refused(f"the scope {body.get('needed')} is missing", "scope", scope=str(body.get("needed") or ""))
    if name in TOKEN:
        return refused(f"Slack does not take the token any more: {name}", "token")
    channel, account = getattr(effect, "channel", None), getattr(effect, "account", None)
    if name in _PLACE and isinstance(channel, str):
        return refused(name, _PLACE[name], place=Place(ChannelId(channel)))
    if name in _PERSON and isinstance(account, str):
        return refused(name, f"{_PERSON[name]}-person", person=Person(AccountId(account)))
    for known, key in (
        (name in _REASONS, _REASONS.get(name, "")),
        (name in _PLACE, "channel"),
        (name in _PERSON, "member"),
    ):
        if known:
            return refused(name, key)
    return refused(f"Slack answered {name}", "other", code=name)


def refused(reason: str, key: str, **arguments: Argument) -> Refused:
    """A refusal in words for the log, and in those of `slack-refused-…` for managers."""
    return Refused(reason, Phrase(f"slack-refused-{key}", tuple(arguments.items())))


def impossible(effect: Effect) -> Refused:
    """Slack lets no app do this, and what can be done instead."""
    return refused(f"Slack lets no app do this: {effect.kind}", "impossible", effect=effect.kind)
