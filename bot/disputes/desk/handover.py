"""What whoever takes over reads: what is open, what happened lately, what is promised, and what is due soon."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.cases.case import Case
from bot.disputes import who
from bot.disputes.desk import queue
from bot.disputes.scene import Scene
from bot.disputes.told import cards
from bot.events import CommandInvoked
from bot.ids import AccountId
from bot.views import Button, Card, Field, Instant, Person, Phrase, Text

_LATELY = timedelta(days=3)
_SOON = timedelta(days=3)
_MOST = 8
_NOBODY = frozenset[AccountId]()
"""Nobody is left out of those who can be called."""


def card(asked: CommandInvoked, scene: Scene) -> Card:
    """The page, as it is for whoever asks; it begins with who is there."""
    seen = queue.visible(asked.account, scene)
    return Card(
        title=Phrase("team-handover-title"),
        body=(*_open(seen), *_there(scene)),
        fields=tuple(_fields(seen, scene)),
        buttons=(Button(id="team-queue", label=Phrase("team-button-queue", (("action", "again"), ("case", "")))),),
    )


def _open(seen: Sequence[Case]) -> Iterator[Text]:
    free = sum(1 for one in seen if one.handler is None)
    danger = sum(1 for one in seen if cards.urgent(one))
    yield Phrase("team-handover", (("number", len(seen)), ("free", free), ("danger", danger)))


def _there(scene: Scene) -> Iterator[Text]:
    """Who is away, and until when; and who is called."""
    now = scene.at.now
    for account, away in sorted(scene.settings.away.items()):
        if away.until > now:
            yield Phrase("team-handover-away", (("person", Person(account)), ("instant", Instant(away.until))))
    called = who.on_call(scene.settings, scene.facts, now, _NOBODY.__contains__)
    if called is not None:
        yield Phrase("team-handover-called", (("person", Person(called)),))


def _fields(seen: Sequence[Case], scene: Scene) -> Iterator[Field]:
    now = scene.at.now
    soon = [one for one in seen if one.due_at is not None and one.due_at - now <= _SOON]
    promised = [one for one in seen if one.state in ("settled", "waiting", "mediation") or one.restrained_until]
    lately = [one for one in seen if now - one.since <= _LATELY]
    held = [one for one in seen if _is_held(one, scene)]
    for what, some in (("soon", soon), ("promised", promised), ("lately", lately), ("held", held)):
        if some:
            label = Phrase("team-handover-head", (("what", what), ("number", len(some))))
            yield Field(label=label, value=Phrase(f"team-handover-{what}"))
            for one in some[:_MOST]:
                yield Field(label=cards.title(one), value=_line(what, one))


def _is_held(case: Case, scene: Scene) -> bool:
    """Whether the law keeps anything of it from being erased."""
    people = (scene.person(one) for one in case.parties)
    return any(one is not None and one.held for one in people)


def _line(what: str, case: Case) -> Phrase:
    if what == "soon" and case.due_at is not None:
        return Phrase("team-handover-due", (("state", case.state), ("instant", Instant(case.due_at))))
    if what == "promised":
        until = case.restrained_until or case.due_at or case.since
        held = "yes" if case.restrained_until else "no"
        return Phrase("team-handover-promise", (("state", case.state), ("held", held), ("instant", Instant(until))))
    return Phrase("team-handover-since", (("state", case.state), ("instant", Instant(case.since))))
