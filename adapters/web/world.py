"""A world that remembers: its state, the journal under it, and whoever wants to know that something changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from adapters.web import changes
from adapters.web.changes import AnyChange
from adapters.web.journal import Journal
from adapters.web.state import BOT, State
from bot.ids import ChannelId, MessageId, SpaceId, account_id, message_id


@dataclass(frozen=True, slots=True)
class Name:
    """What the next things to come into being are called."""

    state: State

    def message(self, channel: ChannelId, at: datetime, later: int = 0) -> MessageId:
        """A message's id: its second and a number that never comes twice in this world."""
        return message_id(channel, f"{int(at.timestamp())}.{self.number + later:06d}")

    @property
    def number(self) -> int:
        """A number that nothing had before."""
        return self.state.numbers + 1


class World:
    """The one place where this platform's truth is: changes go through `commit`, and only through it."""

    def __init__(self, space: SpaceId, journal: Journal) -> None:
        self.space = space
        self.journal = journal
        self.state = State(space)
        self.state.fold_all(journal.steps)
        journal.steps.clear()
        self._listeners: list[Callable[[], None]] = []
        if self.state.bot not in self.state.people:
            beginning = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
            self.commit(changes.PersonAdded(at=beginning, account=account_id(space, BOT), name="Palabre", bot=True))

    @classmethod
    def open(cls, folder: Path, space: SpaceId, *, fresh: bool = False) -> Self:
        """Open the world that lies in a folder, or begin one. Raises BrokenJournal."""
        return cls(space, Journal.open(folder, fresh=fresh))

    @property
    def name(self) -> Name:
        """Names for what comes into being next."""
        return Name(self.state)

    @property
    def empty(self) -> bool:
        """Nobody has ever written here: it waits to be seeded."""
        return not self.state.messages

    def listen(self, listener: Callable[[], None]) -> None:
        """Call this after every step."""
        self._listeners.append(listener)

    def commit(self, *step: AnyChange) -> None:
        """Make changes so that belong together: written down first, then folded, then told."""
        self.commit_all(step)

    def commit_all(self, step: Sequence[AnyChange]) -> None:
        """As `commit`, for a step that is at hand as a whole."""
        if not step:
            return
        self.journal.append(step)
        for change in step:
            self.state.fold(change)
        for listener in self._listeners:
            listener()

    def close(self) -> None:
        """Let the journal go."""
        self.journal.close()
