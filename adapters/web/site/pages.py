"""The page itself, the menu of a message and the list of whom one may speak as."""

import json
from dataclasses import dataclass
from urllib.parse import urlencode

from adapters.web import emoji
from adapters.web.ink import Ink
from adapters.web.questions import may_delete, messages
from adapters.web.site.live import Hub, digest
from adapters.web.site.site import Key, Site, fresh
from adapters.web.site.templates import fragment, markup
from adapters.web.state import Message, Person
from bot.commands import Level
from bot.ids import ChannelId, MessageId, native
from bot.views import Locale


@dataclass(frozen=True, slots=True)
class Starter:
    """Something to try at once: an address to go to, or a form to open."""

    key: str
    href: str = ""
    get: str = ""
    newcomer: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """Makes pages of one site."""

    site: Site
    hub: Hub

    def page(self, key: Key, say: str) -> str:
        """The whole page that a window begins with."""
        ink, person = self.site.ink(key.locale), self.site.state.people[key.person]
        self.hub.views.seen.read(key.person, key.channel, self.site.state.numbers)
        view = self.hub.views.view(key)
        regions = {_slot(name): markup(html) for name, html in view.regions.items()}
        return fragment(
            "page.html",
            ink,
            **regions,
            items=markup("".join(html for _, html in view.items)),
            live=self._live(key, digest(view)),
            context=json.dumps({"_channel": key.channel, "_thread": key.thread or ""}),
            key=key,
            person=person,
            room=self.site.state.rooms[key.channel],
            title=self.site.options.title,
            residents=self.site.residents(),
            others=self._others(key),
            starters=self._starters(key, ink),
            say=say,
        )

    def _live(self, key: Key, seen: str) -> str:
        asked = {"channel": key.channel, "thread": key.thread or "", "most": key.most, "seen": seen}
        return f"live?{urlencode(asked)}"

    def _others(self, key: Key) -> dict[Locale, str]:
        """The same page in every language."""
        rest = f"/{native(key.person)}/{native(key.channel)}"
        asked = f"?{urlencode({'thread': native(key.thread)})}" if key.thread else ""
        return {"en": f"/en{rest}{asked}", "fr": f"/fr{rest}{asked}"}

    def _starters(self, key: Key, ink: Ink) -> list[Starter]:
        member = self._member()
        channel = self.site.first_channel(member)
        found = [
            Starter("try-scam", newcomer=True),
            Starter("try-insult", self._saying(key.locale, member, channel, ink.ui("try-insult-text"))),
            Starter("try-critic", self._saying(key.locale, member, channel, ink.ui("try-critic-text"))),
        ]
        if about := self._answerable(key):
            found += [
                Starter(f"try-{menu}", get=f"choose?{urlencode({'menu': menu, 'message': about})}")
                for menu in ("report", "dispute")
                if self.site.catalogue.menu(menu) is not None
            ]
        help_ = self.site.catalogue.command("help")
        if help_:
            words = f"/{help_.name.say(key.locale)}"
            found.append(Starter("try-help", f"{native(key.channel)}?{urlencode({'say': words})}"))
        return found

    def _saying(self, locale: Locale, person: Person, channel: ChannelId, words: str) -> str:
        return f"/{locale}/{native(person.account)}/{native(channel)}?{urlencode({'say': words})}"

    def _member(self) -> Person:
        here = [one for one in self.site.residents() if not one.gone and not fresh(one) and not one.quarantined]
        plain = [one for one in here if one.level == Level.MEMBER and one.timed_out_until is None]
        return next(iter(plain or here or self.site.residents()))

    def _answerable(self, key: Key) -> MessageId | None:
        """The latest message of somebody else that can be brought to the team."""
        shown = messages(self.site.state, key.person, key.channel, key.thread)
        people = (one for one in reversed(shown) if one.author not in (key.person, self.site.state.bot))
        return next((one.id for one in people if not one.deleted and one.text), None)

    def menu(self, person: Person, one: Message, ink: Ink, *, in_thread: bool) -> str:
        """What may be done about a message."""
        own = one.author == person.account
        entries = [entry for entry in self.site.catalogue.menus if entry.level <= person.level]
        return fragment(
            "menu.html",
            ink,
            message=one,
            quick=emoji.QUICK,
            own=own and one.shown is None,
            deletable=may_delete(self.site.state, person.account, one),
            entries=[] if one.author == self.site.state.bot else entries,
            threadable=not in_thread and self.site.state.rooms[one.channel].kind == "channel" and one.thread is None,
        )


def _slot(region: str) -> str:
    """What a region is called in the template of the page, where `self` means something else."""
    return "self_" if region == "self" else region.replace("-", "_")
