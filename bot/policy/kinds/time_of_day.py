"""The condition `time_of_day`: it is night, or the week-end, where the community lives."""

import re
from datetime import datetime, time
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer, model_validator

from bot import documents
from bot.policy.kind import EVERYTHING, Bench, Context, Kind, Match, Measured, Test

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_WRITTEN = re.compile("([01]?[0-9]|2[0-3]):([0-5][0-9])", re.ASCII)
_DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _clock(written: object) -> time:
    if isinstance(written, time):
        return written.replace(tzinfo=None)
    found = _WRITTEN.fullmatch(written.strip()) if isinstance(written, str) else None
    if found is None:
        raise documents.wrong("this is no time of day", 'write it like "22:00"')
    return time(int(found[1]), int(found[2]))


Clock = Annotated[time, BeforeValidator(_clock), PlainSerializer(lambda clock: f"{clock:%H:%M}", return_type=str)]


class TimeOfDay(Kind):
    """By the platform's time, in the community's time zone."""

    circumstance: ClassVar[bool] = True

    start: Clock | None = Field(default=None, alias="from")
    to: Clock | None = None
    """The first moment that is no longer in it; a night may end on the next day."""
    days: tuple[Day, ...] = ()
    """Empty: every day. A night belongs to the day on which it began."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if (self.start is None) is not (self.to is None):
            raise documents.wrong("half of the time is missing", 'give both, from = "22:00" and to = "07:00"')
        if self.start is None and not self.days:
            raise documents.wrong("time_of_day says nothing", 'give from and to, or days = ["sat", "sun"]')
        if self.start is not None and self.start == self.to:
            raise documents.wrong("this time ends when it begins", "leave both out for the whole day")
        return self

    def compile(self, bench: Bench) -> Test:
        """Read the community's clock."""
        days = frozenset(_DAYS.index(day) for day in self.days) or frozenset(range(7))
        start, end = self.start or time(), self.to
        hours = [f"{start:%H:%M} to {end:%H:%M}"] if end is not None else []
        wanted = ", ".join([*hours, *self.days])
        match = Match(evidence=(f"time_of_day: {wanted}",))

        def here(context: Context) -> datetime:
            return context.event.at.astimezone(bench.zone)

        def evaluate(context: Context) -> Match | None:
            moment = here(context)
            clock, day = moment.time(), moment.weekday()
            if end is None or start < end:
                return match if day in days and start <= clock and (end is None or clock < end) else None
            tonight = clock >= start and day in days
            return match if tonight or (clock < end and (day - 1) % 7 in days) else None

        def measure(context: Context) -> Measured:
            moment = here(context)
            return Measured(f"{moment:%H:%M} {_DAYS[moment.weekday()]}", wanted)

        return Test(evaluate, hears=EVERYTHING, measure=measure)
