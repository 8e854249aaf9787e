"""Who a request speaks as, where, and in which language: all of it stands in its address and its fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from starlette.requests import Request

from adapters.web import limits
from adapters.web.ink import Ink
from adapters.web.questions import sees
from adapters.web.site.deeds import Deeds
from adapters.web.site.site import Key, Site
from adapters.web.state import Message, Person
from bot.ids import ChannelId, MessageId, account_id, channel_id, message_id
from bot.views import Locale

LOCALES: tuple[Locale, ...] = get_args(Locale)


class Lost(Exception):
    """Nobody and nothing is at that address."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request by one person."""

    site: Site
    person: Person
    locale: Locale

    @classmethod
    def of(cls, site: Site, request: Request) -> "Visit":
        """Whoever the address says. Raises Lost."""
        locale = next((one for one in LOCALES if one == request.path_params["locale"]), None)
        person = site.state.people.get(account_id(site.world.space, request.path_params["person"]))
        if locale is None or person is None or person.bot:
            raise Lost
        return cls(site, person, locale)

    @property
    def ink(self) -> Ink:
        """What writes in their language."""
        return self.site.ink(self.locale)

    def key(self, channel: str, asked: Mapping[str, str]) -> Key | None:
        """The place that an address names; None where this person sees no such place."""
        named = channel_id(self.site.world.space, channel)
        room = self.site.state.rooms.get(named)
        if room is None or not sees(self.person, room):
            return None
        thread = self._thread(named, asked.get("thread", ""))
        return Key(self.locale, self.person.account, named, thread, self._most(named, asked))

    def _thread(self, channel: ChannelId, asked: str) -> MessageId | None:
        return self._hung(channel, message_id(channel, asked)) if asked else None

    def _hung(self, channel: ChannelId, named: MessageId) -> MessageId | None:
        """The message that a thread hangs from, also where one further down in it is named."""
        found = self.site.state.messages.get(named)
        return (found.thread or found.id) if found is not None and found.channel == channel else None

    def _most(self, channel: ChannelId, asked: Mapping[str, str]) -> int:
        """As many messages as were asked for, or as it takes to reach the one that was pointed at."""
        most = int(asked["most"]) if asked.get("most", "").isdecimal() and len(asked["most"]) < 6 else limits.SHOWN
        pointed = self.site.state.messages.get(message_id(channel, asked.get("at", "")))
        if pointed is not None:
            line = self.site.state.lines[channel]
            most = max(most, len(line) - line.index(pointed) + 5)
        return min(max(most, limits.SHOWN), limits.MOST_SHOWN)

    def message(self, asked: Mapping[str, str], name: str = "message") -> Message:
        """A message that this person can read. Raises Lost."""
        found = self.site.state.messages.get(MessageId(asked.get(name, "")))
        if found is None or found.only_for not in (None, self.person.account):
            raise Lost
        if not sees(self.person, self.site.state.rooms[found.channel]):
            raise Lost
        return found

    def deeds(self, asked: Mapping[str, str]) -> Deeds:
        """What they do from where their window is."""
        channel = ChannelId(asked.get("_channel", "")) or self.site.first_channel(self.person)
        thread = self._hung(channel, MessageId(asked.get("_thread", "")))
        return Deeds(self.site, self.person, self.locale, channel, thread)
