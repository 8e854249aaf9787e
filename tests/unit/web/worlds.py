"""A small world to do things in, and a guide that has seen what it is told."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from adapters.web import changes
from adapters.web.directory import Directory
from adapters.web.ink import Ink
from adapters.web.options import Options
from adapters.web.site.deeds import Deeds
from adapters.web.site.site import Site
from adapters.web.world import World
from bot.catalogue.declared import CATALOGUE
from bot.ids import ChannelId, EffectKey, MessageId, SpaceId, account_id, channel_id, role_id, space_id
from bot.locales import Translator
from bot.sightings import Day, Sighting
from bot.views import Bilingual, Card, Locale
from tests.fakes import FakeClock

SPACE = space_id("web", "tilleul")
GENERAL = channel_id(SPACE, "general")
TEAM = channel_id(SPACE, "team")
ADA, OLA, MO, BOB = (account_id(SPACE, name) for name in ("ada", "ola", "mo", "bob"))
THEN = datetime(2026, 3, 2, 9, tzinfo=UTC)
KEY = EffectKey("1.0.0")


class FakeGuide:
    """Has seen what it is told, and knows two policies."""

    def __init__(self) -> None:
        self.seen: list[Sighting] = []
        self.asked = 0
        self.broken: Exception | None = None
        """Raised at every question."""

    def _ask(self) -> None:
        if self.broken is not None:
            raise self.broken

    async def suggest(self, space: SpaceId, kind: str, begun: str, locale: Locale) -> Sequence[tuple[str, str]]:
        self._ask()
        known = (("starter/scams", "Scams"), ("respect/insults", "Insults"))
        return [one for one in known if one[0].startswith(begun)]

    async def days(self, space: SpaceId, since: date, until: date) -> Sequence[Day]:
        self._ask()
        return [Day(day=since, messages=3, acted=1), Day(day=until, messages=2, noticed=1)]

    async def sightings(self, space: SpaceId, most: int) -> Sequence[Sighting]:
        self.asked += 1
        self._ask()
        return self.seen[:most]

    async def newest(self, space: SpaceId) -> Mapping[ChannelId, MessageId]:
        return {}

    async def gaps(self, space: SpaceId) -> Mapping[ChannelId, str]:
        return {}

    async def note_gaps(self, space: SpaceId, after: Mapping[ChannelId, str], now: datetime) -> None:
        pass

    async def close_gaps(self, space: SpaceId, channels: Collection[ChannelId]) -> None:
        pass


class FakeMachine:
    """Moves a fake clock on."""

    def __init__(self, clock: FakeClock, due: datetime | None = None) -> None:
        self._clock, self._due = clock, due
        self.moved = timedelta()

    async def move(self, by: timedelta) -> None:
        self.moved += by
        self._clock.move(by)

    async def next_deadline(self) -> datetime | None:
        return self._due


_opened: list[World] = []


@contextmanager
def closing_worlds() -> Iterator[None]:
    """Close every world that was opened within."""
    yield
    while _opened:
        _opened.pop().close()


def opened(folder: Path, *, fresh: bool = False) -> World:
    """A world that is closed once the test is over."""
    _opened.append(World.open(folder, SPACE, fresh=fresh))
    return _opened[-1]


def peopled(folder: Path) -> World:
    """A member, another, a moderator and an owner, with an open channel and the team's own."""
    world = opened(folder)
    roles = {ADA: (), BOB: (), MO: (role_id(SPACE, "moderator"),), OLA: (role_id(SPACE, "owner"),)}
    for account, name in ((ADA, "Ada"), (BOB, "Bob Ross"), (MO, "Mo"), (OLA, "Ola")):
        world.commit(changes.PersonAdded(at=THEN, account=account, name=name, roles=roles[account]))
    world.commit(changes.ChannelAdded(at=THEN, channel=GENERAL, name="general"))
    world.commit(changes.ChannelAdded(at=THEN, channel=TEAM, name="team", members=(MO, OLA)))
    return world


def sited(folder: Path) -> Site:
    """The world with all that stands around it."""
    world = peopled(folder)
    return Site(
        world,
        CATALOGUE,
        FakeGuide(),
        FakeClock(THEN),
        Options(zone="UTC", doors=frozenset("🚨⚖")),
        translator=Translator(strict=True),
    )


def clock(site: Site) -> FakeClock:
    assert isinstance(site.clock, FakeClock)
    return site.clock


def guide(site: Site) -> FakeGuide:
    assert isinstance(site.guide, FakeGuide)
    return site.guide


def as_(site: Site, account: str, channel: ChannelId = GENERAL, thread: MessageId | None = None) -> Deeds:
    """Whatever one person does."""
    return Deeds(site, site.state.people[account], "en", channel, thread)  # type: ignore[index]


def last(site: Site, channel: ChannelId = GENERAL) -> MessageId:
    """The message that was posted last."""
    return site.state.lines[channel][-1].id


def written(site: Site, text: str, by: str = ADA) -> MessageId:
    """A message that stands there now."""
    as_(site, by).post(text)
    return last(site)


def ink(world: World, locale: Locale = "en") -> Ink:
    return Ink(Translator(strict=True), Directory.of(world.state), "UTC", locale)


def card(words: str = "Hello") -> Card:
    return Card(body=(Bilingual(words, words),))
