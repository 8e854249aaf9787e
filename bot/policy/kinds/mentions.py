"""The condition `mentions`: the message calls many people, or everyone."""

from typing import Self

from pydantic import Field, StrictBool, StrictInt, model_validator

from bot import documents
from bot.policy.kind import Bench, Context, Kind, Match, Test


class Mentions(Kind):
    """Where both settings are given, both must hold."""

    at_least: StrictInt | None = Field(default=None, ge=1)
    """Different people, the author aside."""
    everyone: StrictBool = False

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.at_least is None and not self.everyone:
            raise documents.wrong("mentions says nothing", "give at_least = 5, or everyone = true")
        return self

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Count what the platform recognised as mentions."""
        least = self.at_least or 0
        evidence = (f"mentions: at least {least}",) * bool(least) + ("mentions: everyone",) * self.everyone

        def evaluate(context: Context) -> Match | None:
            event = context.event
            if self.everyone and not event.mentions_everyone:
                return None
            if len(event.mentions) < least or len({*event.mentions} - {event.account}) < least:
                return None
            return Match(evidence=evidence)

        return Test(evaluate)
