"""How much an account is trusted with, by its roles."""

from collections.abc import Mapping

from bot.commands import Level
from bot.ids import RoleId, native

# What an export says of people who ran the workspace; platforms number their roles, so that these names are free.
_BUILT_IN = {"owner": Level.OWNER, "admin": Level.SENIOR}


class RoleLevels:
    """Levels as the operator's configuration gives them to roles."""

    def __init__(self, levels: Mapping[RoleId, Level]) -> None:
        self._levels = dict(levels)

    def level(self, roles: tuple[RoleId, ...]) -> Level:
        """The highest level that any of these roles gives."""
        return max((self._of(role) for role in roles), default=Level.MEMBER)

    def _of(self, role: RoleId) -> Level:
        return self._levels.get(role) or _BUILT_IN.get(native(role), Level.MEMBER)
