"""The condition `mentions`: the message calls many people, or everyone."""

from typing import Self

from pydantic import Field, StrictBool, StrictInt, model_validator

from bot import documents
from bot.policy.kind import Bench, Context, Kind, Match, Measured, Message, Test
from bot.policy.kinds.prose import message


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
            event = message(context)
            if event is None or (self.everyone and not event.mentions_everyone):
                return None
            return Match(evidence=evidence) if _mentioned(event, least) >= least else None

        def measure(context: Context) -> Measured | None:
            event = message(context)
            if event is None:
                return None
            everyone = "@everyone" if event.mentions_everyone else ""
            found = f"{_mentioned(event)} {everyone}".strip() if least else everyone or "0"
            return Measured(found, " ".join([f"≥ {least}"] * bool(least) + ["@everyone"] * self.everyone))

        return Test(evaluate, measure=measure)


def _mentioned(event: Message, least: int = 0) -> int:
    """Different people, the author aside; too short a list is not looked through."""
    return 0 if len(event.mentions) < least else len({*event.mentions} - {event.account})
