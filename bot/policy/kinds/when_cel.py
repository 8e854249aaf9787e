"""The condition `when_cel`: an expression in CEL, for what no other condition can say.

It sees figures and circumstances, never the text, and it only narrows what other conditions match: so it cannot be used
to get around the criticism guard.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator

from bot import documents
from bot.events import MessageEdited
from bot.facts import Lookback, Memory
from bot.policy.kind import Bench, Context, Kind, Match, Measured, Outcome, Test, Unknown
from bot.policy.kinds.prose import message

_LONGEST = 1000
_LOCAL = re.compile(r"\.(?:all|exists|exists_one|map|filter)\(\s*([A-Za-z_]\w{0,60})\s*,")
_DAY = 86400.0
_FAILS = (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError)
"""What evaluating can raise, by what an expression does wrong."""

_SEES: Mapping[str, tuple[object, Callable[[Context], object]]] = {
    "length": (12, lambda context: len(context.reading.text)),
    "lines": (1, lambda context: context.reading.text.count("\n") + 1),
    "links": (["example.org"], lambda context: [link.host for link in context.reading.links]),
    "mentions": (0, lambda context: len(getattr(context.event, "mentions", ()))),
    "attachments": (["picture.png"], lambda context: [one.name for one in getattr(context.event, "attachments", ())]),
    "edited": (False, lambda context: isinstance(context.event, MessageEdited)),
    "channel": ("C1", lambda context: getattr(context.event, "channel", "").rpartition("/")[2]),
    "level": (0, lambda context: int(context.level)),
    "messages": (3, lambda context: None if context.activity is None else context.activity.messages),
    "account_days": (2.5, lambda context: _days(context, "created_at")),
    "member_days": (2.5, lambda context: _days(context, "joined_at")),
}
"""What an expression may name: an example of it, by which its use is checked, and where it comes from."""


def _days(context: Context, since: str) -> float | None:
    moment = getattr(context.account, since, None)
    return None if moment is None else (context.event.at - moment).total_seconds() / _DAY


def _cel() -> Any:
    try:
        import cel  # noqa: PLC0415 - an extra, and slow to load
    except ModuleNotFoundError:
        hint = 'install palabre with its extra "cel", or say it with other conditions'
        raise documents.wrong("CEL is not understood here", hint) from None
    return cel


@lru_cache(maxsize=256)
def _program(expression: str) -> Any:
    return _cel().compile(expression)


def _names(expression: str) -> list[str]:
    """What an expression names, apart from what it names itself while it goes through a list."""
    local = set(_LOCAL.findall(expression))
    return [name for name in _program(expression).variables() if name not in local]


def _checked(expression: str) -> str:
    if len(expression) > _LONGEST:
        raise documents.wrong("this expression is too long", f"at most {_LONGEST} characters")
    cel = _cel()
    try:
        names = _names(expression)
    except ValueError as error:
        raise documents.wrong("this is no expression in CEL", str(error).partition("\n")[0][:200]) from None
    for name in names:
        if name not in _SEES:
            hint = documents.nearest(name, _SEES) or f"there are: {', '.join(_SEES)}"
            raise documents.wrong(f'an expression cannot see "{name}"', hint)
    try:
        answer = _program(expression).execute(cel.Context(variables={name: _SEES[name][0] for name in names}))
    except _FAILS as error:
        raise documents.wrong("this expression cannot be worked out", str(error).partition(".")[0][:200]) from None
    if not isinstance(answer, bool):
        raise documents.wrong("an expression must be true or false", "compare it with something: length > 100")
    return expression


class WhenCel(Kind):
    """Written as `when_cel = "mentions > 3 && member_days < 1.0"`; whole numbers and others are not compared."""

    circumstance: ClassVar[bool] = True

    expression: Annotated[str, AfterValidator(_checked)]
    """Of what can be named, numbers of days have a point, all other numbers have none."""

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Work it out on what is known; where something that it names is not, nobody can say."""
        program, cel, names = _program(self.expression), _cel(), _names(self.expression)
        match = Match(evidence=(f"when_cel: {self.expression}",))

        def evaluate(context: Context) -> Outcome:
            if message(context) is None:
                return None
            seen = {name: _SEES[name][1](context) for name in names}
            missing = tuple(name.replace("_", " ") for name, value in seen.items() if value is None)
            if missing:
                return Unknown(missing)
            return match if _true(program, cel.Context(variables=seen)) else None

        def measure(context: Context) -> Measured:
            seen = {name: _SEES[name][1](context) for name in names}
            return Measured(", ".join(f"{name} = {value}" for name, value in seen.items()), self.expression)

        return Test(evaluate, memory=Memory(activity=Lookback(capacity=1)), measure=measure, cost=5)


def _true(program: Any, seen: Any) -> bool:
    """What cannot be worked out for this message, such as the first of no links, does not hold."""
    try:
        return program.execute(seen) is True
    except _FAILS:
        return False


def spelled_out(given: object) -> object:
    """Let people write the expression alone."""
    return {"expression": given} if isinstance(given, str) else given
