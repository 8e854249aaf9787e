"""The condition `language`: the message is in another language than the ones that are spoken here."""

from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StrictInt, model_validator

from bot import documents
from bot.policy.kind import Bench, Context, Kind, Match, Measured, Outcome, Test, Unknown
from bot.policy.kinds.prose import prose
from bot.text import languages


def _spoken(code: str) -> str:
    if not languages.available():
        raise documents.wrong(
            "languages cannot be told here", 'install palabre with its extra "language", or take this condition out'
        )
    known = languages.known()
    if code not in known:
        raise documents.wrong(
            f'"{code}" is no language that can be told',
            documents.nearest(code, known) or 'write codes such as "en", "fr"',
        )
    return code


Code = Annotated[str, AfterValidator(_spoken)]


class Language(Kind):
    """Told by statistics, on this machine alone. Short texts are never judged: nobody can tell their language."""

    any: tuple[Code, ...] = ()
    """Messages in one of these count."""
    other_than: tuple[Code, ...] = ()
    """Messages in any other language count."""
    at_least: StrictInt = Field(default=40, ge=20, le=4000)
    """Letters; code, links and figures aside."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if bool(self.any) is bool(self.other_than):
            raise documents.wrong("language says nothing", 'give either any = ["de"], or other_than = ["en", "fr"]')
        return self

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Ask which language it is, where there is enough of it."""
        codes: Sequence[str] = self.any or self.other_than
        wanted = ", ".join(codes) if self.any else "≠ " + ", ".join(codes)
        match = Match(evidence=(f"language: {'' if self.any else 'other than '}{', '.join(codes)}",))
        unknown = Unknown(("language",))

        def evaluate(context: Context) -> Outcome:
            text = context.reading.text
            if len(text) < self.at_least or sum(map(str.isalpha, text := prose(context.reading))) < self.at_least:
                return None
            told = languages.tell(text)
            if told is None:
                return unknown
            return match if (told in codes) is bool(self.any) else None

        def measure(context: Context) -> Measured:
            told = languages.tell(prose(context.reading))
            return Measured(told, wanted) if told else Measured("", wanted, unknown.missing[0])

        return Test(evaluate, measure=measure, cost=300)
