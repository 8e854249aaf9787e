"""Events with only what a test cares about."""

from datetime import UTC, datetime, timedelta

from bot.events import MessagePosted
from bot.ids import AccountId, SpaceId, account_id, channel_id, message_id, space_id

SPACE = space_id("fake", "S1")
CHANNEL = channel_id(SPACE, "C1")
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def someone(name: str, space: SpaceId = SPACE) -> AccountId:
    return account_id(space, name)


def message(
    text: str, *, number: int = 1, by: str = "ada", after: float = 0.0, space: SpaceId = SPACE
) -> MessagePosted:
    channel = channel_id(space, "C1")
    return MessagePosted(
        id=f"posted:{number}",  # type: ignore[arg-type]
        space=space,
        at=MONDAY + timedelta(seconds=after or number),
        message=message_id(channel, str(number)),
        channel=channel,
        account=someone(by, space),
        name=by.title(),
        text=text,
    )
