"""The condition `words`: the message holds one of these words or phrases."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool

from bot import documents
from bot.policy.kind import Bench, Context, Kind, Match, Test
from bot.text import Pattern


def _findable(written: str) -> str:
    try:
        Pattern(written)
    except ValueError as error:
        raise documents.wrong(str(error), "write words such as cat, cat*, *cat or *cat*") from None
    return written.strip()


class Words(Kind):
    """Words stand alone unless stars open them; case never matters, accents only where they are `strict`."""

    any: tuple[Annotated[str, AfterValidator(_findable)], ...] = Field(min_length=1)
    accents: Literal["loose", "strict"] = "loose"
    in_code: StrictBool = False
    """Whether code counts too; by default, what is quoted as code is not said."""

    def compile(self, bench: Bench) -> Test:
        """Contribute the words to the common search; hold where one of them was found."""
        strict = self.accents == "strict"
        numbers = {bench.number(Pattern(written, strict)): written for written in self.any}

        def evaluate(context: Context) -> Match | None:
            reading = context.reading
            spans, evidence = [], []
            for number in sorted(numbers.keys() & context.hits.keys()):
                said = [span for span in context.hits[number] if self.in_code or not reading.in_code(span)]
                if said:
                    spans += said
                    evidence.append(f"words: {numbers[number]}")
            return Match(tuple(sorted(set(spans))), tuple(evidence)) if spans else None

        return Test(evaluate, frozenset(numbers))
