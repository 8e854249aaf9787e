"""Why a connection could not begin or came to its end, in plain words and with the next step."""

from datetime import timedelta

from adapters.slack.refusals import ERRORS, NOT_NOW, TOKEN, answered, patience
from bot.errors import Complaint, Complaints, PalabreError, Unavailable

PORTAL = "https://api.slack.com/apps"
BOT_TOKEN = Complaint(
    place="PALABRE_SLACK_BOT_TOKEN",
    problem="Slack does not know this token",
    hint=f"copy it anew from {PORTAL}, your app, page OAuth & Permissions, Bot User OAuth Token",
)
APP_TOKEN = Complaint(
    place="PALABRE_SLACK_APP_TOKEN",
    problem="Slack opens no socket with this token",
    hint=f"make one with the scope connections:write at {PORTAL}, your app, page Basic Information, and see that "
    "Socket Mode is on",
)
GONE = TOKEN | {"org_login_required", "user_removed_from_team", "team_access_not_granted"}
"""What Slack answers where the bot is no longer let in."""
_SOCKETLESS = TOKEN | {"not_allowed_token_type", "missing_scope", "no_permission", "forbidden_team", "not_enabled"}
_SOON = timedelta(seconds=5)


def not_entered(error: BaseException) -> PalabreError:
    """Why the one token does not let us in."""
    return Complaints([BOT_TOKEN]) if answered(error)[0] in GONE else ended(error)


def no_socket(error: BaseException) -> PalabreError:
    """Why there is no socket."""
    return Complaints([APP_TOKEN]) if answered(error)[0] in _SOCKETLESS else ended(error)


def ended(error: BaseException) -> PalabreError:
    """Why Slack did not answer."""
    name, status, _, headers = answered(error)
    if status == 429 or name in ("ratelimited", "rate_limited"):
        return Unavailable("Slack asks for patience", patience(headers))
    if name and name not in NOT_NOW:
        return Unavailable(f"Slack answered {name}", _SOON)
    return Unavailable(f"Slack cannot be reached or understood: {status or type(error).__name__}", _SOON)


def is_limit(error: BaseException) -> timedelta | None:
    """How long Slack asks to wait; None where it is something else that went wrong."""
    name, status, _, headers = answered(error)
    return patience(headers) if status == 429 or name in ("ratelimited", "rate_limited") else None


__all__ = ["APP_TOKEN", "BOT_TOKEN", "ERRORS", "GONE", "PORTAL", "ended", "is_limit", "no_socket", "not_entered"]
