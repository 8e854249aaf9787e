"""The methods of the Web API by family; importing them declares them."""

from tests.wire.slack.server.methods import (
    admin,
    apps,
    chat,
    conversations,
    files,
    membership,
    reactions,
    users,
    views,
)

__all__ = ["admin", "apps", "chat", "conversations", "files", "membership", "reactions", "users", "views"]
