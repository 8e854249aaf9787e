"""Brakes: a policy that falls upon far more people than it ever did is halted until a person lets it go on.

What is counted is people, within an hour of the clock, and only those upon whom something falls: telling the team
harms nobody. Whoever came within a day counts nowhere, so that a raid does not switch off what catches it. The bound
is what the policy's worst day of the last four weeks says, on trial or in force, with what chance may add to it: three
times the square root, as for numbers that come by Poisson's law. For four weeks after a policy was adopted, the worst
day of the past that it was tried on (its backtest) counts as a day of its own: it was not there yet to have one. Ten
people are always allowed, thirty where a policy acts on late news too (`late = "remove"`): such policies are for what
is dangerous while it stands.
"""

import json
import math
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from bot import settings as community
from bot.facts import AccountFact, FactKey, Facts, account_key, counter_key, proposal_key
from bot.ids import AccountId, PolicyId, ProposalId, TimerId, digest
from bot.records import ActionsStopped, Counted, PolicyHit, SettingChanged, TimerArmed
from bot.rooms import Moment, Ruling
from bot.settings import Settings
from bot.team.scene import to_team
from bot.views import Button, Card, Phrase

LEAST, LEAST_PATIENT = 10, 30
"""So many people within an hour never halt a policy; the second number is for those that act on late news."""
_NEW_FOR = timedelta(days=1)
_ONCE_IN = timedelta(days=1)
"""Whoever lets a policy go on has looked: it is not halted again for so long."""
_DAYS = 28
_FALLS = frozenset({"remove", "remind", "timeout", "quarantine"})
_MODES = frozenset({"enforce", "shadow", "observe", "paused"})
_EVERYBODY = "everybody"
_TIMER = "halted:"
_AN_HOUR, _A_DAY = timedelta(hours=1), timedelta(days=1)


def bound(worst: int, least: int = LEAST) -> int:
    """More people than this within an hour are too many, where the worst day had so many."""
    return max(least, math.ceil(worst + 3 * math.sqrt(worst)))


def counts(hit: PolicyHit) -> bool:
    """Whether something falls upon somebody, or would have, had it been in force."""
    return hit.mode in _MODES and bool(_FALLS.intersection(hit.actions))


def is_new(known: AccountFact | None, now: datetime) -> bool:
    """Whether somebody came so lately that they count nowhere."""
    return known is not None and known.joined_at is not None and now - known.joined_at < _NEW_FOR


def needs(hit: PolicyHit, settings: Settings) -> Iterator[FactKey]:
    """Whom it fell upon, and all that was counted."""
    yield account_key(hit.account)
    yield counter_key(_halts(hit.policy), _EVERYBODY)
    yield from needs_when_due(hit.policy, settings)


def ruled(hit: PolicyHit, settings: Settings, facts: Facts, at: Moment, least: int) -> Iterator[Ruling]:
    """It is counted and, where it was one too many, the policy is halted."""
    if is_new(facts.account(hit.account), at.now):
        return
    one_more = partial(_one_more, hit.account, facts, at.now)
    _, counted = one_more(_day(hit.policy), _slot(at.now), _A_DAY)
    if hit.mode == "enforce":
        number, within_hour = one_more(_hour(hit.policy), _EVERYBODY, _AN_HOUR)
        counted += within_hour
        worst = max(_worst(hit.policy, facts, at.now), _worst_before(hit.policy, settings, facts, at.now))
        most = bound(worst, least)
        if within_hour and number > most and not _halted_lately(hit.policy, facts, at.now):
            yield _halt(hit.policy, settings, at)
    if counted:
        yield Ruling(rule="team/counted", records=tuple(counted))


def needs_when_due(policy: PolicyId, settings: Settings) -> Iterator[FactKey]:
    """All that was counted of a policy that was halted a moment ago, and the proposal that it came from."""
    if (proposal := _decided_by(policy, settings)) is not None:
        yield proposal_key(proposal)
    yield counter_key(_hour(policy), _EVERYBODY)
    yield from (counter_key(_day(policy), str(slot)) for slot in range(_DAYS))


def timed(timer: TimerId) -> PolicyId | None:
    """The policy that was halted a moment ago; None where the deadline is about something else."""
    return PolicyId(timer.removeprefix(_TIMER)) if timer.startswith(_TIMER) else None


def told(policy: PolicyId, settings: Settings, facts: Facts, at: Moment) -> Iterator[Ruling]:
    """What waits is given up, and the team reads why.

    An arrival of its own: whatever else came of the message that was one too many is given up with the rest.
    """
    if policy not in settings.paused:
        return
    lately = facts.counter(_hour(policy), _EVERYBODY)
    worst, before = _worst(policy, facts, at.now), _worst_before(policy, settings, facts, at.now)
    since = ("worst", worst) if worst >= before else ("before", before)
    given = (("policy", policy), ("number", lately.value if lately else 0), since)
    said = Phrase("team-halted" if worst >= before else "team-halted-backtest", given)
    card = Card(
        title=Phrase("team-halted-title", (("policy", policy),)),
        body=(said, Phrase("team-halted-next")),
        buttons=(
            Button(id=f"resume:{policy}", label=Phrase("team-button-resume"), style="primary"),
            Button(id=f"policy-shadow:{policy}", label=Phrase("team-button-watch")),
        ),
        tone="alert",
    )
    yield Ruling(
        rule="team/halted",
        why=(said,),
        records=(ActionsStopped(policies=tuple(map(PolicyId, sorted(settings.paused)))),),
        effects=tuple(effect for space in settings.managers for effect in to_team(settings, space, card)),
    )


def _halt(policy: PolicyId, settings: Settings, at: Moment) -> Ruling:
    """From now on it does nothing."""
    paused = sorted(settings.paused | {policy})
    return Ruling(
        rule="team/halting",
        records=(
            SettingChanged(key=community.PAUSED, value=json.dumps(paused), by=None, at=at.now),
            Counted(counter=_halts(policy), of=_EVERYBODY, by=1, at=at.now),
            TimerArmed(timer=TimerId(f"{_TIMER}{policy}"), due_at=at.now),
        ),
    )


def _worst(policy: PolicyId, facts: Facts, now: datetime) -> int:
    """Upon how many it fell on its worst day of the four weeks before today."""
    today = _number(now, _A_DAY)
    days = (facts.counter(_day(policy), str(slot)) for slot in range(_DAYS))
    return max((one.value for one in days if one and 0 < today - _number(one.moved_at, _A_DAY) <= _DAYS), default=0)


def _decided_by(policy: PolicyId, settings: Settings) -> ProposalId | None:
    """The proposal that a policy was adopted by last."""
    number = settings.values.get(community.decided_key(policy))
    return ProposalId(number) if number is not None else None


def _worst_before(policy: PolicyId, settings: Settings, facts: Facts, now: datetime) -> int:
    """What its backtest says of the worst day, as long as its own days do not reach back for four weeks."""
    number = _decided_by(policy, settings)
    proposal = facts.proposal(number) if number is not None else None
    if proposal is None or proposal.backtest is None or now - proposal.since >= _DAYS * _A_DAY:
        return 0
    return proposal.backtest.worst_day


def _halted_lately(policy: PolicyId, facts: Facts, now: datetime) -> bool:
    last = facts.counter(_halts(policy), _EVERYBODY)
    return last is not None and now - last.moved_at < _ONCE_IN


def _one_more(
    account: AccountId, facts: Facts, now: datetime, counter: str, of: str, each: timedelta
) -> tuple[int, list[Counted]]:
    """How many people there are with this one in the present hour or day, and what is written down where it is new."""
    known, number = facts.counter(counter, of), _number(now, each)
    counted = Counted(counter=counter, of=of, by=1, at=now, about=digest(f"{account} {number}"))
    if known is None:
        return 1, [counted]
    if _number(known.moved_at, each) != number:
        return 1, [Counted(counter=counter, of=of, by=-known.value, at=now), counted]
    if any(move.about == counted.about for move in known.recent):
        return known.value, []
    return known.value + 1, [counted]


def _number(moment: datetime, each: timedelta) -> int:
    """Which hour or day it is, counted from the epoch."""
    return int(moment.timestamp() // each.total_seconds())


def _slot(now: datetime) -> str:
    """Days take the place of those of four weeks before."""
    return str(_number(now, _A_DAY) % _DAYS)


def _day(policy: PolicyId) -> str:
    return f"people-day:{policy}"


def _hour(policy: PolicyId) -> str:
    return f"people-hour:{policy}"


def _halts(policy: PolicyId) -> str:
    return f"halted:{policy}"
