"""Conditions one by one: what they say of an event, given what is known."""

from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from typing import Any

from bot.events import MemberJoined, MemberRenamed
from bot.facts import (
    SETTINGS_KEY,
    AccountFact,
    ActivityFact,
    CounterFact,
    Entered,
    Fact,
    FactKey,
    Facts,
    Heard,
    Move,
    WindowFact,
    account_key,
    counter_key,
    member_key,
    window_key,
)
from bot.ids import AccountId, EventId
from bot.policy.book import Book
from bot.policy.kind import Judged, Match, Measured, Outcome, Unknown
from bot.text import Reading
from bot.text.sketch import sketch
from tests.unit.policy.packs import GENERAL, NOW, SAM, SPACE, pack, policy


class Known(Facts):
    """Facts from a dictionary; what was not asked for fails, as it does on the road."""

    def __init__(self, facts: Mapping[FactKey, Fact | None]) -> None:
        self._facts = dict(facts)

    def get(self, key: FactKey) -> Fact | None:
        return self._facts.get(key) if key == SETTINGS_KEY else self._facts[key]

    def put(self, key: FactKey, fact: Fact | None) -> None:
        self._facts[key] = fact

    def create(self, key: FactKey, fact: Fact) -> None:
        self._facts[key] = fact


def say(
    when: str,
    event: Judged,
    *facts: tuple[FactKey, Fact],
    account: AccountFact | None = None,
    activity: ActivityFact | None = None,
    zone: tzinfo | None = None,
    blind: bool = False,
    **lists: str,
) -> Outcome:
    """What the only policy of a book says; `blind`: no facts are at hand at all."""
    book = made(when, zone, **lists)
    (page,) = book.pages
    asked: dict[FactKey, Fact | None] = {account_key(SAM): account, **dict.fromkeys(book.needs(event))}
    if account is not None:
        asked[member_key(account.member)] = None
    known = None if blind else Known({**asked, **{key: fact for key, fact in facts if key in asked}})
    context = book.context(event, account, activity, 0, known)  # type: ignore[arg-type]
    if type(event) not in page.test.hears:
        return None
    outcome = page.test.evaluate(context)
    measured = page.test.measure(context) if page.test.measure else None
    if isinstance(measured, Measured):
        assert bool(measured.unknown) is isinstance(outcome, Unknown)
    if isinstance(outcome, Match):
        assert all(0 <= start < end <= len(getattr(event, "text", "")) for start, end in outcome.spans)
    return outcome


def made(when: str, zone: tzinfo | None = None, **lists: str) -> Book:
    zones: dict[str, Any] = {} if zone is None else {"zone": zone}
    return Book.compile([pack(policy(when), **lists)], **zones)


def holds(when: str, event: Judged, *facts: tuple[FactKey, Fact], **more: Any) -> bool:
    outcome = say(when, event, *facts, **more)
    assert not isinstance(outcome, Unknown), outcome
    return outcome is not None


def quoted(when: str, event: Judged, **more: Any) -> list[str]:
    """What of the text was found."""
    outcome = say(when, event, **more)
    text = getattr(event, "text", "")
    return [text[start:end] for start, end in outcome.spans] if isinstance(outcome, Match) else []


def joined(name: str | None = None, *, at: datetime = NOW, age: timedelta | None = None) -> MemberJoined:
    created = at - age if age is not None else None
    return MemberJoined(id=EventId("join"), space=SPACE, at=at, account=SAM, name=name, account_created=created)


def renamed(name: str) -> MemberRenamed:
    return MemberRenamed(id=EventId("rename"), space=SPACE, at=NOW, account=SAM, name=name)


def arrivals(*seconds_ago: float) -> tuple[FactKey, Fact]:
    """That so many different people joined."""
    entered = tuple(
        Entered(NOW - timedelta(seconds=ago), AccountId(f"{SPACE}/n{number}")) for number, ago in enumerate(seconds_ago)
    )
    return window_key(SPACE), WindowFact(space=SPACE, entered=entered)


def heard(*said: tuple[float, str, str]) -> tuple[FactKey, Fact]:
    """What was said, as (seconds before now, by whom, text)."""
    entries = tuple(_heard(ago, who, Reading(text)) for ago, who, text in said)
    return window_key(SPACE), WindowFact(space=SPACE, heard=entries)


def _heard(ago: float, who: str, text: Reading) -> Heard:
    at = NOW - timedelta(seconds=ago)
    return Heard(at, AccountId(f"{SPACE}/{who}"), GENERAL, text.fingerprint, sketch(text))


def counted(counter: str, *days_ago: float) -> tuple[FactKey, Fact]:
    """That a counter of the author's moved."""
    moves = tuple(Move(NOW - timedelta(days=ago), f"m{number}", 1) for number, ago in enumerate(days_ago))
    return counter_key(counter, SAM), CounterFact(value=len(moves), moved_at=NOW, recent=moves)
