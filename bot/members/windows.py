"""The room that remembers what happened lately in a space, whoever it was, as far as policies look back on it.

It keeps one fact for each space, and is left out where no policy asks for any: then it costs nothing.
"""

from collections.abc import Sequence
from typing import TypeVar

from bot.facts import Entered, FactKey, Facts, Heard, Lookback, Memory, WindowFact, window_key
from bot.ids import space_of
from bot.records import AccountForgotten, MembershipChanged, Record, Spoke
from bot.rooms import Input, Moment, Ruling

One = TypeVar("One", bound=Heard | Entered)


class WindowsRoom:
    """Folds messages and arrivals into windows; has no rules of its own."""

    name = "windows"
    hears: frozenset[type] = frozenset()

    def __init__(self, memory: Memory) -> None:
        self._heard = memory.heard
        self._entered = memory.entered
        kept = [Spoke] * bool(memory.heard.capacity) + [MembershipChanged] * bool(memory.entered.capacity)
        self.keeps: frozenset[type] = frozenset({AccountForgotten, *kept})

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing."""
        return frozenset()

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:  # noqa: ARG002
        """Nothing."""
        return ()

    def touches(self, record: Record) -> frozenset[FactKey]:
        """The window of the account's space."""
        if isinstance(record, Spoke | MembershipChanged | AccountForgotten):
            return frozenset({window_key(space_of(record.account))})
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        """Add what happened, or take somebody out."""
        if not isinstance(record, Spoke | MembershipChanged | AccountForgotten):
            return
        space = space_of(record.account)
        known = facts.window(space) or WindowFact(space=space)
        changed = self._after(known, record)
        if changed != known:
            facts.put(window_key(space), changed if changed.heard or changed.entered else None)

    def _after(self, known: WindowFact, record: Spoke | MembershipChanged | AccountForgotten) -> WindowFact:
        heard, entered = known.heard, known.entered
        if isinstance(record, AccountForgotten):
            heard = tuple(one for one in heard if one.account != record.account)
            entered = tuple(one for one in entered if one.account != record.account)
        elif isinstance(record, Spoke):
            said = Heard(record.at, record.account, record.channel, record.fingerprint, record.sketch)
            heard = _with(heard, said, self._heard)
        elif record.present:
            entered = _with(entered, Entered(record.at, record.account), self._entered)
        return WindowFact(space=known.space, heard=heard, entered=entered)


def _with(window: tuple[One, ...], one: One, look: Lookback) -> tuple[One, ...]:
    """The window with one more at its end, and without what has become too old or too much at its beginning."""
    since = one.at - look.horizon
    kept = window[max(0, len(window) + 1 - look.capacity) :]
    young = next((index for index, earlier in enumerate(kept) if earlier.at > since), len(kept))
    return (*kept[young:], one)
