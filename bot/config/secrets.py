"""What only the environment may hold, and how its names are checked."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ConfigDict, SecretStr

from bot.config import databases
from bot.documents import nearest
from bot.errors import Complaint

PREFIX = "PALABRE_"
_LEVELS = ("debug", "info", "warning", "error")


class Secrets(BaseModel):
    """Printed, each of these is a row of stars."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    database_url: SecretStr | None = None
    discord_token: SecretStr | None = None
    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_client_id: SecretStr | None = None
    slack_client_secret: SecretStr | None = None
    slack_user_token: SecretStr | None = None
    vault_key: SecretStr | None = None
    smtp_user: SecretStr | None = None
    smtp_password: SecretStr | None = None
    webhook_secret: SecretStr | None = None

    @property
    def open_slack(self) -> bool:
        """Whether there is any key to Slack."""
        return any((self.slack_bot_token, self.slack_app_token, self.slack_signing_secret, self.slack_client_id))


VARIABLES = (
    PREFIX + "CONFIG",
    PREFIX + "LOG_LEVEL",
    *(PREFIX + name.upper() for name in Secrets.model_fields),
)
"""Every variable of the environment that Palabre listens to."""


def complaints(environ: Mapping[str, str]) -> Iterator[Complaint]:
    """Everything that is wrong with the environment; values are never repeated, for they may be secret."""
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in VARIABLES:
            hint = nearest(name.removeprefix(PREFIX), [known.removeprefix(PREFIX) for known in VARIABLES])
            yield Complaint(name, "unknown variable", hint.replace('"', f'"{PREFIX}', 1))
    level = environ.get(PREFIX + "LOG_LEVEL", "")
    if level and level.lower() not in _LEVELS:
        yield Complaint(PREFIX + "LOG_LEVEL", "it must be one of " + ", ".join(_LEVELS), nearest(level, _LEVELS))
    try:
        databases.sound(environ.get(PREFIX + "DATABASE_URL") or "palabre.db")
    except ValueError as error:
        yield Complaint(PREFIX + "DATABASE_URL", *error.args)


def gather(environ: Mapping[str, str]) -> Secrets:
    """Take the secrets out of an environment; an empty variable counts as none."""
    given = {name: environ.get(PREFIX + name.upper()) for name in Secrets.model_fields}
    return Secrets.model_validate({name: value for name, value in given.items() if value})
