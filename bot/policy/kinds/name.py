"""The condition `name`: somebody goes by a name that holds one of these words or forms."""

from functools import lru_cache
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, StrictBool, model_validator

from bot import documents
from bot.events import MemberJoined, MemberRenamed, MessagePosted
from bot.policy.kind import EVERYTHING, Bench, Context, Kind, Match, Outcome, Test, Unknown
from bot.policy.kinds.regex import sound
from bot.text import Pattern, Reading, Regex, Scanner


def _findable(written: str) -> str:
    try:
        Pattern(written)
    except ValueError as error:
        raise documents.wrong(str(error), "write words such as cat, cat*, *cat or *cat*") from None
    return written.strip()


class Name(Kind):
    """Judged when somebody joins, is renamed, or writes under a name that was not seen before."""

    any: tuple[Annotated[str, AfterValidator(_findable)], ...] = ()
    """Words, with stars as in `words`; case, accents and disguises do not hide them."""
    regex: tuple[Annotated[str, AfterValidator(sound)], ...] = ()
    accents: Literal["loose", "strict"] = "loose"
    always: StrictBool = False
    """At every message, whether or not the name is new."""

    circumstance: ClassVar[bool] = False

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.any and not self.regex:
            raise documents.wrong("name says nothing", 'give any = ["admin*"], or regex = [...]')
        return self

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Search names apart from messages; a name that was searched lately is remembered."""
        words = [Pattern(written, strict=self.accents == "strict") for written in self.any]
        regexes = [Regex(written) for written in self.regex]
        scanner = Scanner([*words, *regexes])
        written = (*self.any, *self.regex)

        @lru_cache(maxsize=1024)
        def search(name: str) -> Match | None:
            found = scanner.scan(Reading(name))
            return Match(evidence=tuple(f"name: {written[number]}" for number in sorted(found))) if found else None

        def evaluate(context: Context) -> Outcome:
            name = _name(context)
            if name is None:
                return Unknown(("name",))
            if not self.always and _is_known(context, name):
                return None
            return search(name)

        return Test(evaluate, hears=EVERYTHING, cost=2)


def _name(context: Context) -> str | None:
    event, account = context.event, context.account
    told = event.name if isinstance(event, MessagePosted | MemberJoined | MemberRenamed) else None
    return told or (account.name if account else None)


def _is_known(context: Context, name: str) -> bool:
    """A message under the name that the account goes by already."""
    event, account = context.event, context.account
    if isinstance(event, MemberJoined | MemberRenamed):
        return False
    return account is not None and account.name == name
