"""What waits for the team: the most pressing first, who has it and until when; and how much each of them carries.

Whoever may not act in a case does not see that it is there: it is in no list, and no number counts it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.cases.case import Case
from bot.disputes import advancing, who
from bot.disputes.scene import Scene
from bot.disputes.told import cards
from bot.events import CommandInvoked
from bot.facts import FactKey, Facts, accounts_of, case_key, done_key, loaded, queue_key
from bot.ids import AccountId, CaseId
from bot.settings import Settings
from bot.views import Argument, Button, Card, Field, Instant, Person, Phrase, Text

LOOKED_THROUGH = 100
"""So many of the most pressing ones are looked at."""
_SHOWN = 12
_LATELY = timedelta(days=28)
_DAY = timedelta(days=1)


def needs(asked: CommandInvoked, facts: Facts, settings: Settings | None) -> Iterator[FactKey]:
    """The most pressing cases, and all that says whether whoever asks may see them."""
    yield from who.person_and_file(asked.account, facts)
    yield queue_key(LOOKED_THROUGH)
    yield done_key(_lately(asked))
    for case in _loaded(facts):
        yield from who.around(case, facts)
    yield from _keys(facts)
    if settings is not None:
        yield from who.team_and_files(settings, facts)
        yield from who.confidant_keys(settings, facts)
        yield from who.callable_keys(settings, facts)


def visible(asked_by: AccountId, scene: Scene) -> tuple[Case, ...]:
    """Those of the most pressing cases that somebody may see, in that order."""
    return tuple(one for one in _loaded(scene.facts) if not advancing.hidden(one, asked_by, scene))


def card(asked: CommandInvoked, scene: Scene) -> Card:
    """The queue as it is for whoever asks."""
    seen = visible(asked.account, scene)
    return Card(
        title=Phrase("team-queue-title"),
        body=tuple(_body(seen, scene)),
        fields=(*(_waiting(one, scene.at.now) for one in seen[:_SHOWN]), *_loads(seen, asked, scene)),
        buttons=tuple(_buttons(seen, asked.account, scene)),
        tone="notice" if seen else "good",
    )


def _body(seen: Sequence[Case], scene: Scene) -> Iterator[Text]:
    if not seen:
        yield Phrase("team-queue-nothing")
        return
    known = scene.facts.queue(LOOKED_THROUGH)
    more = known is not None and known.live > LOOKED_THROUGH
    free = sum(1 for one in seen if one.handler is None)
    yield Phrase("team-queue", (("number", len(seen)), ("free", free), ("more", "yes" if more else "no")))
    if len(seen) > _SHOWN:
        yield Phrase("team-queue-rest", (("number", len(seen) - _SHOWN),))


def _waiting(case: Case, now: datetime) -> Field:
    """Since when it waits, where it stands, who has it and until when."""
    days, hours = divmod(max(now - case.opened_at, timedelta()), _DAY)
    age: tuple[tuple[str, Argument], ...] = (
        ("state", case.state),
        ("days", days),
        ("hours", int(hours.total_seconds() // 3600)),
        ("urgent", "yes" if cards.urgent(case) else "no"),
        ("reports", len(case.reporters)),
    )
    key = "team-queue-free"
    if case.handler is not None:
        key, age = "team-queue-taken", (*age, ("person", Person(case.handler)))
    if case.due_at is not None:
        key, age = f"{key}-until", (*age, ("instant", Instant(case.due_at)))
    return Field(label=cards.title(case), value=Phrase(key, age))


def _loads(seen: Sequence[Case], asked: CommandInvoked, scene: Scene) -> Iterator[Field]:
    """What each of the team carries, in the order of their names' ids: it is no ranking."""
    done = scene.facts.done(_lately(asked))
    held = Counter(one.handler for one in seen if one.handler is not None)
    people = sorted({one.account for one in who.managers(scene.settings, scene.facts)} | set(held))
    lines = [
        (account, held[account], done.done.get(account, 0) if done else 0)
        for account in people
        if held[account] or (done and account in done.done)
    ]
    for account, now_open, ended in lines:
        yield Field(
            label=Phrase("team-load", (("person", Person(account)),)),
            value=Phrase("team-load-value", (("open", now_open), ("done", ended))),
        )


def _buttons(seen: Sequence[Case], asked_by: AccountId, scene: Scene) -> Iterator[Button]:
    """The first ones that are free, to take; and the same once more, as it is by then."""
    mine = set(accounts_of(asked_by, scene.facts))
    for case in [one for one in seen if one.handler is None or one.handler in mine][:3]:
        action = "claim" if case.state == "open" else "show"
        label = Phrase("team-button-queue", (("action", action), ("case", case.id)))
        yield Button(id=f"case-{action}:{case.id}", label=label, style="primary" if action == "claim" else "plain")
    yield Button(id="team-queue", label=Phrase("team-button-queue", (("action", "again"), ("case", ""))))


def _lately(asked: CommandInvoked) -> datetime:
    return asked.at - _LATELY


def _loaded(facts: Facts) -> Iterator[Case]:
    """The cases themselves, as far as they are known by now."""
    for key in _keys(facts):
        case = loaded(facts.case, CaseId(key.key))
        if case is not None and case.live:
            yield case


def _keys(facts: Facts) -> Iterator[FactKey]:
    known = loaded(facts.queue, LOOKED_THROUGH)
    yield from (case_key(one.case) for one in (known.briefs if known else ()))
