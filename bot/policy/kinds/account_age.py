"""The condition `account_age`: the author's account is new on the platform, or old."""

from datetime import timedelta
from typing import ClassVar

from bot.events import MemberJoined, MessagePosted
from bot.policy.kind import Context
from bot.policy.kinds.ages import Age


class AccountAge(Age):
    """By what the platform says of the account; an account is at least as old as it has been known here."""

    setting: ClassVar[str] = "account_age"
    missing: ClassVar[str] = "account age"

    def age(self, context: Context) -> tuple[timedelta | None, timedelta]:
        """Since the account was made."""
        event, account = context.event, context.account
        told = event.account_created if isinstance(event, MessagePosted | MemberJoined) else None
        created = told or (account.created_at if account else None)
        if created is not None:
            return event.at - created, timedelta()
        return None, event.at - account.met_at if account else timedelta()
