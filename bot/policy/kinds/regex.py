"""The condition `regex`: the message holds a form that words cannot say."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool

from bot import documents
from bot.policy.kind import Bench, Context, Kind, Match, Test
from bot.text import Regex, Span, regex_flaws, said


def sound(written: str) -> str:
    """Refuse what RE2 cannot do. Raises ValueError with the next step."""
    flaws = regex_flaws(written)
    if flaws:
        raise documents.wrong(f'"{written[:60]}": {flaws[0].problem}', flaws[0].hint)
    return written


Written = Annotated[str, AfterValidator(sound)]


class Regexes(Kind):
    """In the syntax of RE2, which reads every text once; `\\b` at either end is the edge of a word in any script."""

    any: tuple[Written, ...] = Field(min_length=1)
    allow: tuple[Written, ...] = ()
    """What is found within one of these does not count."""
    case: StrictBool = False
    """Whether capitals matter."""
    folding: Literal["exact", "folded"] = "folded"
    """`exact` reads the text as it was written; `folded` also without accents, look-alikes and the invisible."""
    in_code: StrictBool = False
    in_quotes: StrictBool = True

    def compile(self, bench: Bench) -> Test:
        """Contribute the regexes to the common search; hold where one of them was found."""
        numbers = {bench.number(Regex(one, self.case, self.folding)): one for one in self.any}
        innocent = [bench.number(Regex(one, self.case, self.folding)) for one in self.allow]

        def evaluate(context: Context) -> Match | None:
            found = sorted(numbers.keys() & context.hits.keys())
            if not found:
                return None
            allowed = [span for number in innocent for span in context.hits.get(number, ())]
            spans: list[Span] = []
            evidence: list[str] = []
            for number in found:
                counted = said(
                    context.reading, context.hits[number], allowed, in_code=self.in_code, in_quotes=self.in_quotes
                )
                spans += counted
                evidence += [f"regex: {numbers[number]}"] * bool(counted)
            return Match(tuple(sorted(set(spans))), tuple(evidence)) if spans else None

        return Test(evaluate, frozenset(numbers))
