"""The condition `capitals`: the message shouts."""

from pydantic import Field, StrictInt

from bot.policy.kind import Bench, Context, Kind, Match, Measured, Test
from bot.policy.kinds.prose import prose

_CAPITALS = bytes([*range(0x41, 0x5B), *range(0x80, 0x100)])
"""Large ASCII letters, and whatever belongs to a letter that is not ASCII."""


class Capitals(Kind):
    """Only letters that exist in both sizes count; code and links do not."""

    at_least: StrictInt = Field(default=70, ge=1, le=100)
    """Percent of the letters."""
    letters: StrictInt = Field(default=20, ge=1, le=4000)
    """Messages with fewer letters are never shouted."""

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Count large and small letters."""
        match = Match(evidence=(f"capitals: at least {self.at_least}% of {self.letters} letters or more",))

        def evaluate(context: Context) -> Match | None:
            text = context.reading.text
            if len(text) < self.letters or _most_capitals(text) * 100 < self.at_least * self.letters:
                return None
            large, small = _count(prose(context.reading))
            loud = large + small >= self.letters and large * 100 >= self.at_least * (large + small)
            return match if loud else None

        def measure(context: Context) -> Measured:
            large, small = _count(prose(context.reading))
            share = round(100 * large / (large + small)) if large + small else 0
            return Measured(f"{share}% / {large + small}", f"≥ {self.at_least}% / {self.letters}")

        return Test(evaluate, measure=measure, cost=3)


def _most_capitals(text: str) -> int:
    """No fewer than there are, counted by the machine's own loops: most messages end here."""
    written = text.encode("utf-8", "replace")
    return len(written) - len(written.translate(None, _CAPITALS))


def _count(text: str) -> tuple[int, int]:
    return sum(map(str.isupper, text)), sum(map(str.islower, text))
