"""The condition `lines`: the message is very tall."""

from pydantic import Field, StrictBool, StrictInt

from bot.policy.kind import Bench, Context, Kind, Match, Measured, Test


class Lines(Kind):
    """Empty lines count: they are what makes a wall. Lines of code do not, unless the policy asks."""

    at_least: StrictInt = Field(ge=2, le=10_000)
    in_code: StrictBool = False

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Count line ends."""
        match = Match(evidence=(f"lines: at least {self.at_least}",))

        def count(context: Context) -> int:
            text = context.reading.text
            lines = text.count("\n") + 1
            if self.in_code or lines < self.at_least:
                return lines
            return lines - sum(text.count("\n", start, end) for start, end in context.reading.code)

        def evaluate(context: Context) -> Match | None:
            return match if count(context) >= self.at_least else None

        return Test(evaluate, measure=lambda context: Measured(str(count(context)), f"≥ {self.at_least}"))
