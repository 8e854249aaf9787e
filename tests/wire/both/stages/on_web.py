"""The sandbox as a stage: people act by its deeds."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.web import changes
from adapters.web.adapter import WebAdapter
from adapters.web.directory import Directory
from adapters.web.ink import Ink
from adapters.web.options import Options
from adapters.web.questions import why_silent
from adapters.web.site.deeds import Deeds
from adapters.web.site.site import Site
from adapters.web.state import Message
from adapters.web.world import World
from bot.app.clock import SystemClock
from bot.app.guide import StoredGuide
from bot.catalogue.declared import CATALOGUE
from bot.config import load
from bot.ids import MessageId, account_id, channel_id, role_id, space_id
from bot.locales import Translator
from bot.ports import Clock
from bot.settings import DOORS
from bot.views import Card
from tests.wire.both.parity import NOTHING, PEOPLE, TEAM, Answers, Name
from tests.wire.both.stages.behind import Voice, at_work, lacking, settled
from tests.wire.both.stages.road import Staged

SPACE = space_id("web", "tree")
GENERAL, ROOM = channel_id(SPACE, "general"), channel_id(SPACE, "team")
ACCOUNT = {name: account_id(SPACE, name.lower()) for name in PEOPLE}
_ROLES = {"Odile": (role_id(SPACE, "owner"),), "Kwame": (role_id(SPACE, "moderator"),)}
_TRANSLATOR = Translator()


class Sandbox(Staged):
    """The sandbox, without its pages."""

    def __init__(self, site: Site, voice: Voice) -> None:
        super().__init__()
        self._site, self._voice = site, voice

    def _deeds(self, who: Name, thread: MessageId | None = None) -> Deeds:
        return Deeds(self._site, self._site.state.people[ACCOUNT[who]], self._voice[0], GENERAL, thread)

    async def post(
        self, who: Name, text: str, *, thread: MessageId | None = None, answers: MessageId | None = None
    ) -> MessageId:
        deeds = self._deeds(who, thread or answers)
        await self._done(lambda: deeds.post(text), "message_posted", account=ACCOUNT[who], text=text)
        return next(one.id for one in reversed(self._site.state.lines[GENERAL]) if one.author == ACCOUNT[who])

    async def edit(self, who: Name, message: MessageId, text: str) -> None:
        await self._done(lambda: self._deeds(who).edit(message, text), "message_edited", message=message)

    async def delete(self, who: Name, message: MessageId) -> None:
        await self._done(lambda: self._deeds(who).delete(message), "message_deleted", message=message)

    async def react(self, who: Name, message: MessageId, emoji: str) -> None:
        await self._done(lambda: self._deeds(who).react(message, emoji), "reaction_added", message=message)

    async def unreact(self, who: Name, message: MessageId, emoji: str) -> None:
        await self._done(lambda: self._deeds(who).react(message, emoji), "reaction_removed", message=message)

    async def command(self, who: Name, command: str, given: Answers = NOTHING, answers: Answers | None = None) -> None:
        entry = CATALOGUE.command(command)
        assert entry is not None
        if answers is not None:
            assert entry.form is not None
            await self._submit(who, entry.form, answers)
            return
        told = tuple((name, _meant(value)) for name, value in given.items())
        await self._done(lambda: self._deeds(who).command(command, told), "command_invoked", account=ACCOUNT[who])

    async def menu(self, who: Name, message: MessageId, menu: str, answers: Answers | None = None) -> None:
        entry = CATALOGUE.menu(menu)
        assert entry is not None
        if answers is not None:
            assert entry.form is not None
            await self._submit(who, entry.form, answers, cited=message)
            return
        await self._done(lambda: self._deeds(who).choose(menu, message), "menu_chosen", account=ACCOUNT[who])

    async def press(self, who: Name, action: str, answers: Answers | None = None, *, choice: str = "") -> None:
        message, button = next(self._buttons(who, action, choice))
        entry = CATALOGUE.action(button)
        if answers is not None:
            assert entry is not None
            assert entry.form is not None
            await self._submit(who, entry.form, answers, about=button.partition(":")[2])
            return
        await self._done(lambda: self._deeds(who).press(message.id, button), "button_pressed", account=ACCOUNT[who])

    def _buttons(self, who: Name, action: str, choice: str = "") -> Iterator[tuple[Message, str]]:
        """The buttons with this action before somebody, on the latest card first."""
        for one in self._fresh(self._seen_by(who)):
            for button in one.shown.card.buttons if one.shown else ():
                if button.id.partition(":")[0] == action and button.id.endswith(choice):
                    yield one, button.id

    def offered(self, who: Name, action: str) -> bool:
        return next(self._buttons(who, action), None) is not None

    async def _submit(
        self, who: Name, form: str, answers: Answers, *, about: str = "", cited: MessageId | None = None
    ) -> None:
        entry = CATALOGUE.form(form)
        assert entry is not None
        values = {one.id: _meant(answers.get(one.id, "")) for one in entry.form.questions}
        await self._done(
            lambda: self._deeds(who).submit(form, values, about, cited), "form_submitted", account=ACCOUNT[who]
        )

    async def rename(self, who: Name, name: str) -> None:
        await self._done(lambda: self._deeds(who).rename(name), "member_renamed", account=ACCOUNT[who])

    def stands(self, message: MessageId) -> bool:
        return not self._site.state.messages[message].deleted

    def here(self, who: Name) -> bool:
        return not self._site.state.people[ACCOUNT[who]].gone

    def may_write(self, who: Name) -> bool:
        state = self._site.state
        return why_silent(state, ACCOUNT[who], state.rooms[GENERAL], self._site.now()) is None

    async def leave(self, who: Name) -> None:
        await self._done(lambda: self._deeds(who).leave(), "member_left", account=ACCOUNT[who])

    async def come_back(self, who: Name) -> None:
        await self._done(lambda: self._deeds(who).come_back(), "member_joined", account=ACCOUNT[who])

    def _private(self, who: Name) -> list[str]:
        return [self._said(one) for one in self._own(who)]

    def _posted_to_team(self) -> list[str]:
        return [self._said(one) for one in self._site.state.lines[ROOM]]

    def _called(self) -> list[Name]:
        names = {account: name for name, account in ACCOUNT.items()}
        posted = (one for one in self._site.state.messages.values() if one.shown is not None)
        return [names[account] for one in posted for account in one.called]

    def _advance(self, seconds: float) -> None:
        """It has the bot's clock."""

    def _own(self, who: Name) -> list[Message]:
        state = self._site.state
        own = [one for one in state.messages.values() if one.only_for == ACCOUNT[who]]
        private = (one for one in state.rooms.values() if one.kind == "private" and ACCOUNT[who] in (one.members or ()))
        places = (state.direct(ACCOUNT[who]), *(one.channel for one in private))
        return own + [one for place in places for one in state.lines.get(place, [])]

    def _seen_by(self, who: Name) -> Iterator[Message]:
        """The cards before somebody, the latest first: their own, then the team's, then everybody's."""
        team = self._site.state.lines.get(ROOM, []) if who in TEAM else []
        for some in (self._own(who), team, self._site.state.lines.get(GENERAL, [])):
            yield from sorted(some, key=lambda one: one.number, reverse=True)

    def _said(self, message: Message) -> str:
        if message.shown is None:
            return message.text
        shown = message.shown
        return words(shown.card, Ink(_TRANSLATOR, Directory.of(self._site.state), "UTC", shown.locale, shown.address))


def _meant(value: str) -> str:
    """Somebody or a channel that an answer names, or the answer itself."""
    channels = {"#talk": GENERAL, "#team": ROOM}
    return channels.get(value) or next((one for name, one in ACCOUNT.items() if value == f"@{name}"), value)


def words(card: Card, ink: Ink) -> str:
    """A card as plain lines."""
    title = [card.title] if card.title else []
    fields = [text for one in card.fields for text in (one.label, one.value)]
    return "\n".join(ink.line(text) for text in (*title, *card.body, *fields))


@asynccontextmanager
async def sandbox(home: Path, database: Path, *, voice: Voice = ("en", "tu")) -> AsyncIterator[Sandbox]:
    """The bot in a world of its own."""
    config = load(settled(home, database, SPACE, ROOM, "moderator", voice=voice), {})
    world = World.open(home, SPACE)
    for name in PEOPLE:
        now = SystemClock().now()
        roles = _ROLES.get(name, ())
        world.commit(changes.PersonAdded(at=now, account=ACCOUNT[name], name=name, roles=roles, locale=voice[0]))
    now = SystemClock().now()
    world.commit(changes.ChannelAdded(at=now, channel=GENERAL, name="general"))
    world.commit(changes.ChannelAdded(at=now, channel=ROOM, name="team", members=tuple(ACCOUNT[one] for one in TEAM)))
    sites: list[Site] = []

    def made(guide: StoredGuide, clock: Clock, _: object) -> list[WebAdapter]:
        options = Options(port=0, zone="UTC", doors=frozenset(DOORS))
        sites.append(Site(world, CATALOGUE, guide, clock, options))
        return [WebAdapter(world, CATALOGUE, guide, clock, options)]

    try:
        async with at_work(config, made, {account: name for name, account in ACCOUNT.items()}) as (road, adapter):
            await road.until(lambda: any(one.kind == "begin_community" for one in road.arrivals), "the beginning")
            stage = Sandbox(sites[0], voice)
            stage.behind(road, lacking(adapter))
            yield stage
    finally:
        world.close()
