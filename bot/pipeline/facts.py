"""Facts in memory: the most recently used ones, with enough of their past to undo an event or a batch."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping

from bot.errors import RuleError
from bot.facts import (
    FLEETING,
    Fact,
    FactKey,
    Facts,
)


class _Nothing:
    """What stood under a key before a fact was created there."""


_NOTHING = _Nothing()


class FactCache(Facts):
    """Holds what was loaded; within a batch it also knows what changed, and within an event what it changed from.

    About 300 bytes a fact; more than `limit` of them are kept only while a batch needs them.
    """

    def __init__(self, limit: int = 50_000) -> None:
        self._limit = limit
        self._known: OrderedDict[FactKey, Fact | None] = OrderedDict()
        self._changed: dict[FactKey, None] = {}
        self._fleeting: set[FactKey] = set()
        self._journal: list[tuple[FactKey, Fact | _Nothing | None]] = []

    def missing(self, keys: Iterable[FactKey]) -> set[FactKey]:
        """Which of these are not loaded; the others count as just used."""
        absent = set()
        for key in keys:
            if key in self._known:
                self._known.move_to_end(key)
            else:
                absent.add(key)
        return absent

    def learn(self, found: Mapping[FactKey, Fact | None]) -> None:
        """Take in what the database holds."""
        self._known.update(found)
        self._fleeting.update(key for key in found if key.kind in FLEETING)

    def put(self, key: FactKey, fact: Fact | None) -> None:
        """Change a fact. Raises RuleError where it was not asked for."""
        self._journal.append((key, self.get(key)))
        self._known[key] = fact
        self._changed[key] = None

    def create(self, key: FactKey, fact: Fact) -> None:
        """Add a fact that cannot be in the database."""
        self._journal.append((key, _NOTHING))
        self._known[key] = fact
        self._changed[key] = None
        if key.kind in FLEETING:
            self._fleeting.add(key)

    def mark(self) -> int:
        """A point to come back to with `undo`."""
        return len(self._journal)

    def undo(self, mark: int) -> None:
        """Take back every change since a mark."""
        while len(self._journal) > mark:
            key, old = self._journal.pop()
            if isinstance(old, _Nothing):
                del self._known[key]
            else:
                self._known[key] = old

    def changed(self) -> dict[FactKey, Fact | None]:
        """What the batch changed, as it is now."""
        return {key: self._known[key] for key in self._changed if key in self._known}

    def settle(self) -> None:
        """The batch is committed: forget how to undo it, and what was not used for longest."""
        self._changed.clear()
        self._journal.clear()
        for key in self._fleeting:
            self._known.pop(key, None)
        self._fleeting.clear()
        while len(self._known) > self._limit:
            self._known.popitem(last=False)

    def clear(self) -> None:
        """The batch is lost, or somebody else wrote: know nothing."""
        self._known.clear()
        self._changed.clear()
        self._fleeting.clear()
        self._journal.clear()

    def get(self, key: FactKey) -> Fact | None:
        """What is known under a key. Raises RuleError where it was not asked for."""
        try:
            return self._known[key]
        except KeyError:
            raise RuleError(f"the fact {key.kind} {key.key} was not asked for") from None
