"""The condition `length`: the message is very long, or very short."""

from typing import Self

from pydantic import Field, StrictInt, model_validator

from bot import documents
from bot.policy.kind import Bench, Context, Kind, Match, Measured, Test
from bot.policy.kinds.prose import message


class Length(Kind):
    """In characters as people wrote them; where both settings are given, both must hold."""

    at_least: StrictInt | None = Field(default=None, ge=1, le=1_000_000)
    at_most: StrictInt | None = Field(default=None, ge=0, le=1_000_000)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise documents.wrong("length says nothing", "give at_least = 2000, or at_most = 3")
        if self.at_least is not None and self.at_most is not None and self.at_most < self.at_least:
            raise documents.wrong("no message is that short and that long", "at_most must not be less than at_least")
        return self

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Compare the text's length."""
        least, most = self.at_least, self.at_most
        evidence = (f"length: at least {least}",) * (least is not None) + (f"length: at most {most}",) * (
            most is not None
        )
        wanted = " ".join((f"≥ {least}",) * (least is not None) + (f"≤ {most}",) * (most is not None))

        def evaluate(context: Context) -> Match | None:
            length = len(context.reading.text.strip())
            holds = (least is None or length >= least) and (most is None or length <= most)
            return Match(evidence=evidence) if holds and message(context) else None

        return Test(evaluate, measure=lambda context: Measured(str(len(context.reading.text.strip())), wanted))
