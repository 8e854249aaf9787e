"""What measures fold into: each by itself, and for each account what holds it back."""

from dataclasses import replace

from bot.cases.sanctions import Sanction, runs
from bot.facts import FactKey, Facts, SanctionFact, StandingFact, sanction_key, standing_key
from bot.ids import AccountId, SanctionId
from bot.records import Record, SanctionDropped, SanctionMoved, SanctionOrdered, SanctionProposed, SanctionTaken

KEEPS: frozenset[type] = frozenset({SanctionProposed, SanctionDropped, SanctionOrdered, SanctionTaken, SanctionMoved})
_NOTHING: frozenset[FactKey] = frozenset()


def touches(record: Record) -> frozenset[FactKey]:
    """The measure, and what holds whom it falls upon."""
    match record:
        case SanctionProposed(sanction=sanction) | SanctionOrdered(sanction=sanction):
            return frozenset({sanction_key(sanction.id)})
        case SanctionTaken(sanction=sanction):
            return frozenset({sanction_key(sanction.id), standing_key(sanction.account)})
        case SanctionMoved(sanction=name, account=account):
            return frozenset({sanction_key(name), standing_key(account)})
        case SanctionDropped(sanction=name):
            return frozenset({sanction_key(name)})
        case _:
            return _NOTHING


def fold(facts: Facts, record: Record) -> None:
    """What is ordered is known by its name; it holds from when it is taken, until it moves on."""
    match record:
        case SanctionProposed(sanction=sanction):
            facts.put(sanction_key(sanction.id), SanctionFact(sanction=sanction))
        case SanctionOrdered(sanction=sanction):
            if facts.sanction(sanction.id) is None:
                facts.put(sanction_key(sanction.id), SanctionFact(sanction=sanction))
        case SanctionTaken(sanction=sanction):
            facts.put(sanction_key(sanction.id), SanctionFact(sanction=sanction))
            _hold(facts, sanction.account, sanction.id, sanction if runs(sanction, sanction.at) else None)
        case SanctionMoved():
            known = facts.sanction(record.sanction)
            if known is not None:
                moved = replace(known, state=record.state, ended_at=record.at)
                facts.put(sanction_key(record.sanction), SanctionFact(sanction=moved))
            _hold(facts, record.account, record.sanction, None)
        case SanctionDropped(sanction=name):
            if facts.sanction(name) is not None:
                facts.put(sanction_key(name), None)
        case _:
            return


def _hold(facts: Facts, account: AccountId, name: SanctionId, sanction: Sanction | None) -> None:
    """Replace one of those that hold somebody, or take it away; nothing is kept of whom nothing holds."""
    known = facts.standing(account)
    before = known.sanctions if known else ()
    others = tuple(one for one in before if one.id != name)
    after = others if sanction is None else (*others, sanction)
    if after:
        facts.put(standing_key(account), StandingFact(account=account, sanctions=after))
    elif known is not None:
        facts.put(standing_key(account), None)
