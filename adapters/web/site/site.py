"""Everything that a page is made from, at hand in one place."""

from dataclasses import dataclass, field
from datetime import datetime

from adapters.web.directory import Directory
from adapters.web.ink import Ink
from adapters.web.options import Options, TimeMachine
from adapters.web.questions import visible
from adapters.web.state import Person, State
from adapters.web.world import World
from bot.catalogue.catalogue import Catalogue
from bot.commands import Level
from bot.ids import AccountId, ChannelId, MessageId
from bot.locales import Translator
from bot.ports import Clock, Guide
from bot.sightings import Sighting
from bot.views import Locale


@dataclass(frozen=True, slots=True)
class Key:
    """What a window shows: whoever shows the same shares all that is rendered."""

    locale: Locale
    person: AccountId
    channel: ChannelId
    thread: MessageId | None = None
    most: int = 80
    """How many messages it goes back."""


@dataclass
class Site:
    """The world with all that stands around it."""

    world: World
    catalogue: Catalogue
    guide: Guide
    clock: Clock
    options: Options
    machine: TimeMachine | None = None
    translator: Translator = field(default_factory=Translator)
    sightings: tuple[Sighting, ...] = ()
    """What the bot saw last, as the guide told it last."""
    _names: tuple[int, Directory] | None = None

    @property
    def state(self) -> State:
        """The world as it stands."""
        return self.world.state

    @property
    def directory(self) -> Directory:
        """Names as they hold now."""
        if self._names is None or self._names[0] != self.state.names:
            self._names = (self.state.names, Directory.of(self.state))
        return self._names[1]

    def now(self) -> datetime:
        """The present of this world."""
        return self.clock.now()

    def ink(self, locale: Locale) -> Ink:
        """What writes in a language."""
        return Ink(self.translator, self.directory, self.options.zone, locale)

    def residents(self) -> list[Person]:
        """Everybody one may speak as: newcomers first, then the team, then all others as they came."""
        people = [one for one in self.state.people.values() if not one.bot]
        return sorted(people, key=lambda one: (not fresh(one), -one.level, one.arrival * (-1 if fresh(one) else 1)))

    def first_person(self) -> Person | None:
        """Who one is at first."""
        chosen = self.options.person and self.state.people.get(self.options.person)
        here = [one for one in self.residents() if not one.gone and not fresh(one)] or self.residents()
        return chosen or next((one for one in here if one.level == Level.MEMBER), next(iter(here), None))

    def first_channel(self, person: Person) -> ChannelId:
        """Where one is at first."""
        rooms = [room.channel for room in visible(self.state, person.account)]
        if self.options.channel in rooms:
            return self.options.channel
        return rooms[0] if rooms else self.state.direct(person.account)


def fresh(person: Person) -> bool:
    """Whether somebody arrived in this sandbox itself."""
    return person.account.rpartition("/")[2].startswith("new-")
