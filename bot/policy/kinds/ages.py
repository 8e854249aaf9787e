"""What conditions on ages share: two bounds, and answers that stay honest where an age is known in part only."""

from datetime import timedelta
from typing import ClassVar, Self

from pydantic import model_validator

from bot import documents
from bot.policy.durations import Duration, show
from bot.policy.kind import EVERYTHING, Bench, Context, Kind, Match, Measured, Outcome, Test, Unknown


class Age(Kind):
    """Where both bounds are given, both must hold."""

    circumstance: ClassVar[bool] = True
    setting: ClassVar[str] = "age"
    missing: ClassVar[str] = "age"
    """What is not known where the age is not."""

    less_than: Duration | None = None
    at_least: Duration | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.less_than is None and self.at_least is None:
            raise documents.wrong(f"{self.setting} says nothing", 'give less_than = "7d", or at_least = "30d"')
        if self.less_than is not None and self.at_least is not None and self.less_than <= self.at_least:
            raise documents.wrong("no age lies between these", "less_than must be more than at_least")
        return self

    def age(self, context: Context) -> tuple[timedelta | None, timedelta]:
        """The age where it is known, and the least that it can be."""
        raise NotImplementedError

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Compare, as far as the age is known."""
        under, least = self.less_than, self.at_least
        words, signs = self._wanted()
        match = Match(evidence=(f"{self.setting}: {', '.join(words)}",))
        unknown = Unknown((self.missing,))
        wanted = " ".join(signs)

        def evaluate(context: Context) -> Outcome:
            age, floor = self.age(context)
            if age is not None:
                return match if (under is None or age < under) and (least is None or age >= least) else None
            if under is not None and floor >= under:
                return None
            return match if under is None and least is not None and floor >= least else unknown

        def measure(context: Context) -> Measured:
            age, floor = self.age(context)
            if age is None and isinstance(evaluate(context), Unknown):
                return Measured("", wanted, self.missing)
            return Measured(f"{'' if age is not None else '≥ '}{_rounded(floor if age is None else age)}", wanted)

        return Test(evaluate, hears=EVERYTHING, measure=measure)

    def _wanted(self) -> tuple[list[str], list[str]]:
        words, signs = [], []
        if self.less_than is not None:
            words.append(f"less than {show(self.less_than)}")
            signs.append(f"< {show(self.less_than)}")
        if self.at_least is not None:
            words.append(f"at least {show(self.at_least)}")
            signs.append(f"≥ {show(self.at_least)}")
        return words, signs


def _rounded(age: timedelta) -> str:
    seconds = max(0, int(age.total_seconds()))
    size, unit = next(
        ((size, unit) for size, unit in ((86400, "d"), (3600, "h"), (60, "m")) if seconds >= size), (1, "s")
    )
    return f"{seconds // size}{unit}"
