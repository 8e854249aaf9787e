"""One person, several accounts: what was counted on any of them counts on all of them."""

from collections.abc import Iterable, Iterator

from bot.facts import CounterFact, FactKey, Facts, accounts_of, counter_key, loaded, person_keys
from bot.ids import AccountId


def keys(author: AccountId, counters: Iterable[str], facts: Facts | None) -> Iterator[FactKey]:
    """What to load so that these counters can be read together, as far as that is known yet."""
    names = tuple(counters)
    if not names:
        return
    yield from (counter_key(name, author) for name in names)
    if facts is None:
        return
    yield from person_keys(author, facts)
    yield from (counter_key(name, one) for one in loaded(accounts_of, author, facts) or () for name in names)


def counted(found: Iterable[CounterFact | None]) -> CounterFact | None:
    """Several counters as one; None where none of them ever moved."""
    moved = [one for one in found if one is not None]
    if len(moved) < 2:
        return moved[0] if moved else None
    return CounterFact(
        value=sum(one.value for one in moved),
        moved_at=max(one.moved_at for one in moved),
        recent=tuple(sorted(move for one in moved for move in one.recent)),
    )
