"""What the operator decides: a file for the settings, the environment for the secrets, read once and never changed."""

from bot.config.load import Config, Held, load
from bot.config.model import Community, Database, Logging, Retention, Settings
from bot.config.secrets import VARIABLES, Secrets

__all__ = [
    "VARIABLES",
    "Community",
    "Config",
    "Database",
    "Held",
    "Logging",
    "Retention",
    "Secrets",
    "Settings",
    "load",
]
