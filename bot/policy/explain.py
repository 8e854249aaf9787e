"""Why each policy says what it says of one message: every condition with what it found, held or not.

The conditions are the compiled ones that judge real messages, taken one by one; what a policy as a whole says is asked
of its own test, never put together a second time here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.policy.book import Book, Page
from bot.policy.kind import Bench, Context, Kind, Match, Unknown
from bot.policy.when import When
from bot.text import Span

State = Literal["held", "not", "unknown"]
Ending = Literal["acts", "trial", "spared", "unknown", "silent", "bot", "elsewhere"]
"""It acts; it would act if it were on; it matched and spared the author; it could not know; it has nothing to say;
it does not look at bots, or at events of this kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One condition, or several under `all`, `any` or `none`."""

    name: str
    """As the file writes it."""
    state: State
    wanted: str = ""
    """What it looks for, in the file's own words and figures."""
    found: str = ""
    """The figure that decided, where it counts or measures something."""
    missing: tuple[str, ...] = ()
    """What would have to be known, where it is not."""
    spans: tuple[Span, ...] = ()
    evidence: tuple[str, ...] = ()
    """The rule's own words that were found."""
    parts: tuple["Step", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What one policy says of the message, and from what that follows."""

    page: Page
    ending: Ending
    steps: tuple[Step, ...]
    match: Match | None
    spared_by: tuple[str, ...] = ()


def explain(book: Book, context: Context) -> tuple[Explained, ...]:
    """Every policy that runs, in the order of the book."""
    return tuple(_page(page, context) for page in book.pages)


def _page(page: Page, context: Context) -> Explained:
    steps = tuple(_steps(page.policy.when, page.bench, context))
    bot = getattr(context.event, "by_bot", False) or (context.account is not None and context.account.bot)
    heard = type(context.event) in page.test.hears
    said = page.test.evaluate(context) if heard else None
    match = said if isinstance(said, Match) else None
    spared_by = page.policy.unless.spares(context) if match else ()
    ending: Ending = "unknown" if isinstance(said, Unknown) else "silent" if heard else "elsewhere"
    if match is not None:
        ending = "spared" if spared_by else "acts" if page.mode == "enforce" else "trial"
    if bot and not page.policy.bots:
        ending = "bot"
    return Explained(page=page, ending=ending, steps=steps, match=match, spared_by=spared_by)


def _steps(when: When, bench: Bench, context: Context) -> Iterator[Step]:
    for name, value in when:
        if isinstance(value, Kind):
            yield _leaf(name, value, bench, context)
        elif name in _COMBINED and value:
            parts = tuple(_branch(part, bench, context) for part in value)
            yield Step(name=name, state=_COMBINED[name](parts), parts=parts)


def _branch(when: When, bench: Bench, context: Context) -> Step:
    """One table under `all`, `any` or `none`: itself, where it holds one condition, else all of them together."""
    steps = tuple(_steps(when, bench, context))
    return steps[0] if len(steps) == 1 else Step(name="all", state=_every(steps), parts=steps)


def _leaf(name: str, kind: Kind, bench: Bench, context: Context) -> Step:
    test = kind.compile(bench)
    heard = type(context.event) in test.hears
    outcome = test.evaluate(context) if heard else None
    measured = test.measure(context) if test.measure and heard else None
    held, unknown = isinstance(outcome, Match), isinstance(outcome, Unknown)
    return Step(
        name=name,
        state="held" if held else "unknown" if unknown else "not",
        wanted=measured.wanted if measured and measured.wanted else wording(kind),
        found=measured.found if measured else "",
        missing=outcome.missing if isinstance(outcome, Unknown) else (),
        spans=outcome.spans if isinstance(outcome, Match) else (),
        evidence=outcome.evidence if isinstance(outcome, Match) else (),
    )


def _every(steps: tuple[Step, ...]) -> State:
    states = {step.state for step in steps}
    return "not" if "not" in states else "unknown" if "unknown" in states else "held"


def _either(steps: tuple[Step, ...]) -> State:
    states = {step.state for step in steps}
    return "held" if "held" in states else "unknown" if "unknown" in states else "not"


def _neither(steps: tuple[Step, ...]) -> State:
    opposite: dict[State, State] = {"held": "not", "not": "held", "unknown": "unknown"}
    return opposite[_either(steps)]


_COMBINED = {"all": _every, "any": _either, "none": _neither}
_MOST_WORDS = 6


def wording(kind: Kind) -> str:
    """A condition on one line, as the file has it; long lists are cut."""
    settings = kind.model_dump(mode="json", exclude_defaults=True)
    return ", ".join(f"{name} = {written(value)}" for name, value in settings.items())


def written(value: object) -> str:
    """A setting as a file has it, long lists cut."""
    if isinstance(value, list):
        shown = ", ".join(written(one) for one in value[:_MOST_WORDS])
        return f"[{shown}{f', … ({len(value)})' if len(value) > _MOST_WORDS else ''}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {written(one)}" for name, one in value.items()) + " }"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
