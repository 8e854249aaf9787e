"""Where and as what an event arrived: what its own words do not say."""

from dataclasses import dataclass
from datetime import datetime

from adapters.slack.directory import Team
from adapters.slack.payloads import Json, Odd, inner, maybe, moment, stamp, whole
from bot.ids import EventId


@dataclass(frozen=True, slots=True)
class Frame:
    """One event, however often it is delivered."""

    id: str
    """Slack's own id of it, the same in each delivery; empty where Slack does not say."""
    at: datetime

    def named(self, kind: str, part: int = 0) -> EventId:
        """The id of what has no other; `part` tells apart what one event says at once. Raises Odd."""
        if not self.id:
            raise Odd("event_id")
        return EventId(f"{kind}:{self.id}" + (f".{part}" if part else ""))


@dataclass(frozen=True, slots=True)
class Here:
    """All that an event is read with."""

    team: Team
    frame: Frame


def framed(body: Json, now: datetime) -> Frame:
    """What an envelope says of its event; `now` where it does not say when it happened. Raises Odd."""
    event, seconds = inner(body, "event"), whole(body, "event_time")
    if event.get("event_ts") is not None:
        at = moment(stamp(event, "event_ts"))
    else:
        at = moment(str(seconds)) if seconds else now
    return Frame(maybe(body, "event_id"), at)
