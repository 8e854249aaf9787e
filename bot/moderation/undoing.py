"""Undoing an incident: what it did is lifted, and whatever counted it forgets it.

What somebody is kept from for another reason too stays as that other reason has it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.cases.sanctions import Sanction, runs
from bot.effects import Effect, LiftTimeout, PauseInvites, ReleaseMember, SetSlowmode, TimeOutMember
from bot.facts import FactKey, Facts, IncidentFact, holds_key, incident_key, loaded, standing_key
from bot.ids import AccountId
from bot.records import IncidentOpened, Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Others:
    """What else holds somebody back at this moment."""

    incidents: tuple[IncidentOpened, ...] = ()
    sanctions: tuple[Sanction, ...] = ()

    def timeout(self, now: datetime) -> datetime | None:
        """Until when they could not write all the same; None where they could."""
        ends = [one.until for opened in self.incidents for one in opened.measures if one.name == "timeout"]
        ends += [one.until for one in self.sanctions if one.penalty.name == "timeout" and runs(one, now)]
        return max((end for end in ends if end is not None and end > now), default=None)

    def quarantine(self, now: datetime) -> bool:
        """Whether they would be in quarantine all the same."""
        names = {one.name for opened in self.incidents for one in opened.measures}
        return "quarantine" in names or any(
            one.penalty.name == "quarantine" and runs(one, now) for one in self.sanctions
        )


NOTHING_ELSE = Others()


def needs(account: AccountId, facts: Facts) -> Iterator[FactKey]:
    """What holds an account back, as far as it is known by now."""
    yield standing_key(account)
    yield holds_key(account)
    holds = loaded(facts.holds, account)
    yield from map(incident_key, holds.incidents if holds else ())


def others(opened: IncidentOpened, facts: Facts) -> Others:
    """What holds whom it is about back besides."""
    if opened.account is None:
        return NOTHING_ELSE
    holds, standing = facts.holds(opened.account), facts.standing(opened.account)
    known = (facts.incident(one) for one in (holds.incidents if holds else ()) if one != opened.incident)
    return Others(
        incidents=tuple(_still(known)),
        sanctions=standing.sanctions if standing else (),
    )


def lifted(opened: IncidentOpened, besides: Others, now: datetime) -> Iterator[Effect]:
    """What ends now instead of by itself."""
    for one in opened.measures:
        if one.until is None or one.until > now:
            yield from _lifted(one, opened, besides, now)


def _still(known: Iterable[IncidentFact | None]) -> Iterator[IncidentOpened]:
    """Those that nobody undid, nor gave up."""
    yield from (fact.opened for fact in known if fact is not None and fact.state not in ("undone", "given_up"))


def _lifted(one: Measure, opened: IncidentOpened, besides: Others, now: datetime) -> Iterator[Effect]:
    space, account, channel, note = opened.space, opened.account, opened.channel, ", ".join(opened.policies)
    if one.name == "timeout" and one.until is not None and account is not None:
        until = besides.timeout(now)
        if until is None:
            yield LiftTimeout(space=space, account=account, note=note)
        elif until < one.until:
            yield TimeOutMember(space=space, account=account, until=until, note=note)
    elif one.name == "quarantine" and account is not None:
        if not besides.quarantine(now):
            yield ReleaseMember(space=space, account=account, note=note)
    elif one.name == "slowmode" and channel is not None:
        yield SetSlowmode(space=space, channel=channel, seconds=0, note=note)
    elif one.name == "pause_invites":
        yield PauseInvites(space=space, until=None, note=note)
