"""The first days: policies look on, and managers read once a day what they would have done."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.facts import Facts, Move
from bot.ids import ChannelId, MessageId, PolicyId, TimerId
from bot.policy.book import Book, Page
from bot.policy.judgement import Hit
from bot.records import Counted
from bot.settings import Settings
from bot.views import Card, Field, Passage, Phrase, Text

TIMER = TimerId("observation")
EVERYBODY = "everybody"
DAY = timedelta(days=1)
"""How long what a card tells of lies back; later than that it is no news any more."""
_MOST_SHOWN = 3
_SPLIT = " "


def counter(policy: PolicyId) -> str:
    """Where it is counted what a policy would have done."""
    return f"observed:{policy}"


def counted(hit: Hit, about: str, at: datetime) -> Counted:
    """A policy would have acted."""
    return Counted(counter=counter(hit.policy), of=EVERYBODY, by=1, at=at, about=about)


def passage(channel: ChannelId | None, message: MessageId | None, otherwise: str) -> str:
    """What a count is about: a message, with the place where it stands."""
    return f"{channel}{_SPLIT}{message}" if channel and message else otherwise


def summary(book: Book, facts: Facts, settings: Settings, now: datetime) -> Card:
    """What the last day would have brought."""
    fields = tuple(_fields(book, facts, now))
    until = settings.observing_until
    left = max(0, round((until - now) / DAY)) if until else 0
    opening = Phrase("policy-observed" if fields else "policy-observed-nothing")
    closing: list[Text] = [Phrase("policy-observed-left", (("days", left),))] if left else []
    return Card(title=Phrase("policy-observed-title"), body=(opening, *closing), fields=fields, tone="notice")


def _fields(book: Book, facts: Facts, now: datetime) -> Iterator[Field]:
    for page in book.pages:
        fact = facts.counter(counter(page.id), EVERYBODY)
        moves = [move for move in fact.recent if now - DAY <= move.at < now] if fact else []
        if moves:
            yield Field(label=page.policy.title.text, value=_value(page, moves))


def _value(page: Page, moves: list[Move]) -> Phrase:
    shown = [_shown(move) for move in moves if _SPLIT in move.about][-_MOST_SHOWN:]
    places = tuple((f"place{number}", one) for number, one in enumerate(shown, 1))
    key = ("policy-observed-times", "policy-observed-one", "policy-observed-two", "policy-observed-three")[len(shown)]
    return Phrase(key, (("times", len(moves)), ("policy", page.id), *places))


def _shown(move: Move) -> Passage:
    channel, _, message = move.about.partition(_SPLIT)
    return Passage(ChannelId(channel), MessageId(message))
