"""The condition `words`: the message holds one of these words or phrases, and says them rather than quotes them."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StrictBool, StrictInt, StringConstraints, model_validator

from bot import documents
from bot.policy.kind import Bench, Context, Flaw, Kind, Match, Test
from bot.policy.kinds.links import entries
from bot.text import Folding, Openings, Pattern, Span, said, words_before

_HINT = "write words such as cat, cat*, *cat or *cat*"


def _findable(written: str) -> str:
    try:
        Pattern(written)
    except ValueError as error:
        raise documents.wrong(str(error), _HINT) from None
    return written.strip()


Phrase = Annotated[str, AfterValidator(_findable)]


def _opening(written: str) -> str:
    if not Openings([written]):
        raise documents.wrong(f'"{written}" holds no word', 'write words such as "you are", or "@*" for any mention')
    return written.strip()


Opening = Annotated[str, AfterValidator(_opening)]
ListFile = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Words(Kind):
    """Words stand alone unless stars open them; case never matters, accents only where they are `strict`."""

    any: tuple[Phrase, ...] = ()
    any_from: ListFile | None = None
    """A file in the folder of the pack, with one word or phrase a line."""
    allow: tuple[Phrase, ...] = ()
    """Innocent phrases: a word inside one of them does not count."""
    after: tuple[Opening, ...] = ()
    """A word counts only behind one of these, in the same sentence: "you are", "espèce de"; "@*" is any mention."""
    after_from: ListFile | None = None
    """A file with more of these."""
    between: tuple[Opening, ...] = ()
    """The only words that may stand in between; without this, any `gap` words may."""
    not_after: tuple[Opening, ...] = ()
    """A word does not count behind one of these, with at most `gap` words in between: "called me", "traité de"."""
    gap: StrictInt = Field(default=3, ge=0, le=10)
    accents: Literal["loose", "strict"] = "loose"
    folding: Folding = "evasive"
    """Seen through is: case (`exact`), also look-alikes (`folded`), also `1nsult` and `i.n.s.u.l.t` (`evasive`)."""
    in_code: StrictBool = False
    """Whether code counts too; by default, what is quoted as code is not said."""
    in_quotes: StrictBool = False
    """Whether quotations count too: what stands between quotation marks, or behind `>`."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.any and self.any_from is None:
            raise documents.wrong("words names no words", 'give any = ["cat"], or any_from = "words.txt"')
        return self

    def reads(self) -> tuple[str, ...]:
        """The lists that it names."""
        return tuple(name for name in (self.any_from, self.after_from) if name is not None)

    def flaws(self, text: str) -> list[Flaw]:
        """Lines that could never be found."""
        return [Flaw(number, problem, _HINT) for number, entry in entries(text) if (problem := _flaw(entry))]

    def compile(self, bench: Bench) -> Test:
        """Contribute the words to the common search; hold where one of them was found."""
        written = dict.fromkeys((*self.any, *_listed(bench, self.any_from)))
        numbers = {bench.number(self._pattern(one)): one for one in written}
        innocent = [bench.number(self._pattern(one)) for one in self.allow]
        openings = (*self.after, *_listed(bench, self.after_from))
        leading = Openings(openings, self.between, self.gap) if openings else None
        averting = Openings(self.not_after, (), self.gap) if self.not_after else None

        def aimed(text: str, span: Span) -> bool:
            before = words_before(text, span[0])
            return (leading is None or leading.lead_to(before)) and not (averting and averting.lead_to(before))

        def evaluate(context: Context) -> Match | None:
            found = numbers.keys() & context.hits.keys()
            if not found:
                return None
            allowed = [span for number in innocent for span in context.hits.get(number, ())]
            spans: list[Span] = []
            evidence = []
            for number in sorted(found):
                places = context.hits[number]
                if leading or averting:
                    places = [span for span in places if aimed(context.reading.text, span)]
                kept = said(context.reading, places, allowed, in_code=self.in_code, in_quotes=self.in_quotes)
                if kept:
                    spans += kept
                    evidence.append(f"words: {numbers[number]}")
            return Match(tuple(sorted(set(spans))), tuple(evidence)) if spans else None

        return Test(evaluate, frozenset(numbers))

    def _pattern(self, written: str) -> Pattern:
        return Pattern(written, self.accents == "strict", self.folding)


def _flaw(entry: str) -> str:
    try:
        Pattern(entry)
    except ValueError as error:
        return str(error)
    return ""


def _listed(bench: Bench, name: str | None) -> list[str]:
    return [entry for _, entry in entries(bench.files.get(name, ""))] if name else []
