"""The condition `member_for`: the author came here lately, or long ago."""

from datetime import timedelta
from typing import ClassVar

from bot.events import MemberJoined
from bot.policy.kind import Context
from bot.policy.kinds.ages import Age


class MemberFor(Age):
    """Since the author joined; where nobody saw that, since they were first seen at least."""

    setting: ClassVar[str] = "member_for"
    missing: ClassVar[str] = "membership age"

    def age(self, context: Context) -> tuple[timedelta | None, timedelta]:
        """Since the author's arrival."""
        event, account = context.event, context.account
        if isinstance(event, MemberJoined) and event.channel is None:
            return timedelta(), timedelta()
        if account is not None and account.joined_at is not None:
            return event.at - account.joined_at, timedelta()
        return None, event.at - account.met_at if account else timedelta()
