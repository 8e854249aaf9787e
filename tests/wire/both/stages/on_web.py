"""The sandbox as a stage: people act by its deeds."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.web import changes
from adapters.web.adapter import WebAdapter
from adapters.web.directory import Directory
from adapters.web.ink import Ink
from adapters.web.options import Options
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
from bot.settings import DOORS
from bot.views import Card
from tests.wire.both.parity import NOTHING, PEOPLE, TEAM, Answers, Name, Records
from tests.wire.both.stages.behind import Road, at_work, lacking, settled

SPACE = space_id("web", "tree")
GENERAL, ROOM = channel_id(SPACE, "general"), channel_id(SPACE, "team")
ACCOUNT = {name: account_id(SPACE, name.lower()) for name in PEOPLE}
_ROLES = {"Odile": (role_id(SPACE, "owner"),), "Kwame": (role_id(SPACE, "moderator"),)}
_TRANSLATOR = Translator()


class Sandbox:
    """The sandbox, without its pages."""

    def __init__(self, site: Site, road: Road, lacks: frozenset[str]) -> None:
        self._site, self._road, self._lacks = site, road, lacks

    @property
    def lacks(self) -> frozenset[str]:
        return self._lacks

    def _deeds(self, who: Name, thread: MessageId | None = None) -> Deeds:
        return Deeds(self._site, self._site.state.people[ACCOUNT[who]], "en", GENERAL, thread)

    async def _done(self, deed: Callable[[], None], kind: str, **like: object) -> None:
        async def do() -> None:
            deed()

        await self._road.brings(do, kind, space=SPACE, **like)

    async def post(self, who: Name, text: str, *, thread: MessageId | None = None) -> MessageId:
        await self._done(lambda: self._deeds(who, thread).post(text), "message_posted", account=ACCOUNT[who], text=text)
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
        meant = {f"@{name}": account for name, account in ACCOUNT.items()}
        told = tuple((name, meant.get(value, value)) for name, value in given.items())
        await self._done(lambda: self._deeds(who).command(command, told), "command_invoked", account=ACCOUNT[who])

    async def menu(self, who: Name, message: MessageId, menu: str, answers: Answers | None = None) -> None:
        entry = CATALOGUE.menu(menu)
        assert entry is not None
        if answers is not None:
            assert entry.form is not None
            await self._submit(who, entry.form, answers, cited=message)
            return
        await self._done(lambda: self._deeds(who).choose(menu, message), "menu_chosen", account=ACCOUNT[who])

    async def press(self, who: Name, action: str, answers: Answers | None = None) -> None:
        message, button = next(
            (one.id, button.id)
            for one in self._seen_by(who)
            for button in (one.shown.card.buttons if one.shown else ())
            if button.id.partition(":")[0] == action
        )
        entry = CATALOGUE.action(button)
        if answers is not None:
            assert entry is not None
            assert entry.form is not None
            await self._submit(who, entry.form, answers, about=button.partition(":")[2])
            return
        await self._done(lambda: self._deeds(who).press(message, button), "button_pressed", account=ACCOUNT[who])

    async def _submit(
        self, who: Name, form: str, answers: Answers, *, about: str = "", cited: MessageId | None = None
    ) -> None:
        entry = CATALOGUE.form(form)
        assert entry is not None
        values = {one.id: answers.get(one.id, "") for one in entry.form.questions}
        await self._done(
            lambda: self._deeds(who).submit(form, values, about, cited), "form_submitted", account=ACCOUNT[who]
        )

    async def rename(self, who: Name, name: str) -> None:
        await self._done(lambda: self._deeds(who).rename(name), "member_renamed", account=ACCOUNT[who])

    def stands(self, message: MessageId) -> bool:
        return not self._site.state.messages[message].deleted

    def told(self, who: Name) -> str:
        return "\n".join(self._said(one) for one in self._seen_by(who) if one.channel != ROOM)

    def cards(self) -> str:
        return "\n".join(self._said(one) for one in self._site.state.lines[ROOM])

    def _seen_by(self, who: Name) -> Iterator[Message]:
        """The cards before somebody, the latest first: their own, then the team's."""
        state = self._site.state
        own = [one for one in state.messages.values() if one.only_for == ACCOUNT[who]]
        own += state.lines.get(state.direct(ACCOUNT[who]), [])
        team = state.lines.get(ROOM, []) if who in TEAM else []
        for some in (own, team):
            yield from sorted(some, key=lambda one: one.number, reverse=True)

    def _said(self, message: Message) -> str:
        if message.shown is None:
            return message.text
        shown = message.shown
        return words(shown.card, Ink(_TRANSLATOR, Directory.of(self._site.state), "UTC", shown.locale, shown.address))

    async def live(self, policy: str, mode: str) -> None:
        await self._road.live(policy, mode)

    async def begin(self) -> None:
        await self._road.begin()

    async def records(self) -> Records:
        return await self._road.records()


def words(card: Card, ink: Ink) -> str:
    """A card as plain lines."""
    title = [card.title] if card.title else []
    fields = [text for one in card.fields for text in (one.label, one.value)]
    return "\n".join(ink.line(text) for text in (*title, *card.body, *fields))


@asynccontextmanager
async def sandbox(home: Path, database: Path) -> AsyncIterator[Sandbox]:
    """The bot in a world of its own."""
    config = load(settled(home, database, SPACE, ROOM, "moderator"), {})
    world = World.open(home, SPACE)
    for name in PEOPLE:
        now = SystemClock().now()
        roles = _ROLES.get(name, ())
        world.commit(changes.PersonAdded(at=now, account=ACCOUNT[name], name=name, roles=roles))
    now = SystemClock().now()
    world.commit(changes.ChannelAdded(at=now, channel=GENERAL, name="general"))
    world.commit(changes.ChannelAdded(at=now, channel=ROOM, name="team", members=tuple(ACCOUNT[one] for one in TEAM)))
    sites: list[Site] = []

    def made(guide: StoredGuide, clock: SystemClock, _: object) -> list[WebAdapter]:
        options = Options(port=0, zone="UTC", doors=frozenset(DOORS))
        sites.append(Site(world, CATALOGUE, guide, clock, options))
        return [WebAdapter(world, CATALOGUE, guide, clock, options)]

    try:
        async with at_work(config, made, {account: name for name, account in ACCOUNT.items()}) as (road, adapter):
            await road.until(lambda: any(one.kind == "begin_community" for one in road.arrivals), "the beginning")
            yield Sandbox(sites[0], road, lacking(adapter))
    finally:
        world.close()
