"""The condition `seen_messages`: the author has written little here, or much."""

from typing import ClassVar, Self

from pydantic import Field, StrictInt, model_validator

from bot import documents
from bot.facts import Lookback, Memory
from bot.policy.kind import EVERYTHING, Bench, Context, Kind, Match, Measured, Outcome, Test, Unknown


class SeenMessages(Kind):
    """Messages by the author that were seen here before this one. Where both bounds are given, both must hold."""

    circumstance: ClassVar[bool] = True

    fewer_than: StrictInt | None = Field(default=None, ge=1, le=1_000_000)
    at_least: StrictInt | None = Field(default=None, ge=1, le=1_000_000)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.fewer_than is None and self.at_least is None:
            raise documents.wrong("seen_messages says nothing", "give fewer_than = 5, or at_least = 100")
        if self.fewer_than is not None and self.at_least is not None and self.fewer_than <= self.at_least:
            raise documents.wrong("no number lies between these", "fewer_than must be more than at_least")
        return self

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Compare the count that is kept of the author."""
        under, least = self.fewer_than, self.at_least
        words = [f"fewer than {under}"] * bool(under) + [f"at least {least}"] * bool(least)
        match, unknown = Match(evidence=(f"seen_messages: {', '.join(words)}",)), Unknown(("earlier messages",))
        wanted = " ".join([f"< {under}"] * bool(under) + [f"≥ {least}"] * bool(least))

        def evaluate(context: Context) -> Outcome:
            seen = _seen(context)
            if seen is None:
                return unknown
            return match if (under is None or seen < under) and (least is None or seen >= least) else None

        def measure(context: Context) -> Measured:
            seen = _seen(context)
            return Measured("", wanted, unknown.missing[0]) if seen is None else Measured(str(seen), wanted)

        return Test(evaluate, hears=EVERYTHING, memory=Memory(activity=Lookback(capacity=1)), measure=measure)


def _seen(context: Context) -> int | None:
    """Nobody counted where no facts are at hand; where they are, somebody without any has written nothing."""
    if context.activity is not None:
        return context.activity.messages
    return None if context.facts is None else 0
