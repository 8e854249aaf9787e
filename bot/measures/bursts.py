"""What one of the team does to one person by hand within ten minutes is one matter, with everything that was done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from bot.cases.lines import Penalty, PenaltyName
from bot.cases.sanctions import Sanction
from bot.events import ActionTaken
from bot.facts import CounterFact, FactKey, Facts, counter_key, loaded, sanction_key
from bot.ids import AccountId, SanctionId, digest
from bot.measures import force
from bot.measures.scene import Scene, around, siblings, timer
from bot.records import Counted, Record, SanctionTaken, TimerArmed
from bot.rooms import Ruling, Subject
from bot.views import Phrase

WITHIN = timedelta(minutes=10)
_COUNTER = "by-hand"
"""Of whom upon whom; what it moved for is the first measure of each burst."""
_MEASURES: dict[str, PenaltyName] = {"remove": "remove", "timeout": "timeout", "kick": "kick", "ban": "ban"}


def penalty(action: ActionTaken) -> Penalty | None:
    """The measure that it is; None where it is none, or nobody's."""
    name = _MEASURES.get(action.action)
    if name is None or action.account is None or action.by is None or action.by_bot:
        return None
    seconds = int((action.until - action.at).total_seconds()) if action.until is not None else None
    return Penalty(name=name, seconds=seconds, channel=action.channel, message=action.message)


def key(action: ActionTaken) -> FactKey:
    """What tells whether it belongs to a burst."""
    return counter_key(_COUNTER, _pair(action.by, action.account))


def current(action: ActionTaken, facts: Facts) -> SanctionId | None:
    """The first measure of the burst that it belongs to; None where it begins one."""
    known = facts.counter(_COUNTER, _pair(action.by, action.account))
    return _latest(known, action)


def begun(sanction: Sanction) -> Iterator[Record]:
    """A burst begins with this one."""
    pair = _pair(sanction.by, sanction.account)
    yield Counted(counter=_COUNTER, of=pair, by=1, at=sanction.at, about=sanction.id)


def needs(action: ActionTaken, facts: Facts) -> Iterator[FactKey]:
    """The burst, and what belongs to it already."""
    yield key(action)
    first = loaded(current, action, facts)
    if first is not None:
        yield from map(sanction_key, siblings(first))
        if (known := loaded(facts.sanction, first)) is not None:
            yield from around(known, facts)


def continued(action: ActionTaken, scene: Scene) -> Iterator[Ruling]:
    """One more of a burst: written down beside the others, where it is anything more than they are."""
    done, first = penalty(action), current(action, scene.facts)
    begin = scene.facts.sanction(first) if first is not None else None
    if done is None or begin is None:
        return
    together = scene.together(begin)
    same = next((one for one in together if one.penalty.name == done.name), None)
    if same is not None and (action.until is None or action.until == same.until):
        return
    number = len(together) + 1
    name = same.id if same is not None else siblings(begin.id)[number - 1]
    more = replace(
        begin, id=name, penalty=done, at=action.at, until=action.until, channel=action.channel, message=action.message
    )
    look = force.next_look(more, scene.at.now)
    yield Ruling(
        rule="measures/by-hand",
        why=(Phrase("measure-why", (("measure", done.name), ("by", "person"))),),
        subject=Subject(account=more.account, channel=more.channel, message=more.message),
        records=(
            SanctionTaken(sanction=more),
            *((TimerArmed(timer=timer(more.id), due_at=look),) if look is not None else ()),
        ),
    )


def _pair(by: AccountId | None, upon: AccountId | None) -> str:
    """Who upon whom, by a name from which nobody reads either: both can be forgotten."""
    return digest(f"{by} {upon}", 16)


def _latest(known: CounterFact | None, action: ActionTaken) -> SanctionId | None:
    recent = [one for one in (known.recent if known else ()) if timedelta() <= action.at - one.at <= WITHIN]
    return SanctionId(recent[-1].about) if recent else None
