"""Discord as a stage: people act on the loopback server."""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from adapters.discord.buttons import button_of
from bot.app import platforms
from bot.app.clock import SystemClock
from bot.app.guide import StoredGuide
from bot.app.options import NoVault
from bot.app.turnstile import StoredTurnstile
from bot.catalogue.declared import CATALOGUE
from bot.config import load
from bot.ids import AccountId, MessageId, SpaceId
from bot.ports import Adapter
from bot.storage.store import Store
from tests.wire.both.parity import NOTHING, TEAM, Answers, Name, Records
from tests.wire.both.stages.behind import Road, at_work, lacking, settled
from tests.wire.discord import answering
from tests.wire.discord.server import Channel, Guild, LoopbackDiscord, Member, Message
from tests.wire.discord.server import components as parts
from tests.wire.discord.server.interactions import Asked, Modal

MODERATOR = 1 << 40 | 1 << 13 | 1 << 1 | 1 << 2
_MENUS = {"report": "Report", "explain": "Explain this decision"}


class Discord:
    """A server with the four people on it."""

    def __init__(self, server: LoopbackDiscord, guild: Guild, people: Mapping[Name, Member]) -> None:
        self._server, self._guild, self._people = server, guild, people
        self._general, self._room = server.channel(guild), server.channel(guild, "team")
        self._posted: dict[MessageId, Message] = {}
        self._threads: dict[MessageId, Channel] = {}
        self._asked: dict[Name, list[Asked]] = {name: [] for name in people}
        self._road: Road
        self._lacks: frozenset[str] = frozenset()

    def behind(self, road: Road, lacks: frozenset[str]) -> None:
        """From now on the bot is there."""
        self._road, self._lacks = road, lacks

    @property
    def lacks(self) -> frozenset[str]:
        return self._lacks

    def account(self, who: Name) -> AccountId:
        return answering.account(self._guild, self._people[who])

    async def _done(self, deed: Callable[[], object], kind: str, **like: object) -> None:
        async def do() -> None:
            deed()

        await self._road.brings(do, kind, **like)

    async def post(self, who: Name, text: str, *, thread: MessageId | None = None) -> MessageId:
        place = self._general if thread is None else self._thread(who, thread)
        made: list[Message] = []
        await self._done(
            lambda: made.append(self._server.post(self._people[who], place, self._typed(text))),
            "message_posted",
            account=self.account(who),
            text=text,
        )
        known = answering.message(self._guild, made[0])
        self._posted[known] = made[0]
        return known

    def _typed(self, text: str) -> str:
        """As the client sends it."""
        for name, member in self._people.items():
            text = text.replace(f"@{name}", f"<@{member.id}>")
        return text

    def _thread(self, who: Name, below: MessageId) -> Channel:
        if below not in self._threads:
            first = self._posted[below]
            made = self._server.create_thread(self._people[who], self._general, "aside", message=first)
            self._threads[below] = made
        return self._threads[below]

    async def edit(self, who: Name, message: MessageId, text: str) -> None:
        found = self._posted[message]
        await self._done(
            lambda: self._server.edit(self._people[who], found, self._typed(text)), "message_edited", message=message
        )

    async def delete(self, who: Name, message: MessageId) -> None:
        found = self._posted[message]
        await self._done(lambda: self._server.delete(self._people[who], found), "message_deleted", message=message)

    async def react(self, who: Name, message: MessageId, emoji: str) -> None:
        found = self._posted[message]
        await self._done(lambda: self._server.react(self._people[who], found, emoji), "reaction_added", message=message)

    async def unreact(self, who: Name, message: MessageId, emoji: str) -> None:
        found = self._posted[message]
        await self._done(
            lambda: self._server.unreact(self._people[who], found, emoji), "reaction_removed", message=message
        )

    async def command(self, who: Name, command: str, given: Answers = NOTHING, answers: Answers | None = None) -> None:
        def use() -> Asked:
            meant = {f"@{name}": member for name, member in self._people.items()}
            told = {name: meant.get(value, value) for name, value in given.items()}
            return self._server.use_command(self._people[who], self._general, command, told)

        await self._ask(who, use, "command_invoked", answers)

    async def menu(self, who: Name, message: MessageId, menu: str, answers: Answers | None = None) -> None:
        found = self._posted[message]

        def use() -> Asked:
            return self._server.use_menu(self._people[who], found, _MENUS[menu])

        await self._ask(who, use, "menu_chosen", answers)

    async def press(self, who: Name, action: str, answers: Answers | None = None) -> None:
        message, custom_id = next(
            (one, part["custom_id"])
            for one in self._seen_by(who)
            for part in parts.walk(one.components)
            if button_of(part.get("custom_id") or "")[1].partition(":")[0] == action
        )

        def use() -> Asked:
            return self._server.press(self._people[who], message, custom_id)

        await self._ask(who, use, "button_pressed", answers)

    async def _ask(self, who: Name, use: Callable[[], Asked], kind: str, answers: Answers | None) -> None:
        """Ask, fill in what opens, and wait until the answer is there."""
        asked: list[Asked] = []
        if answers is None:
            await self._done(lambda: asked.append(use()), kind, account=self.account(who))
        else:
            modal = (await use().answer()).modal
            assert modal is not None
            filled = _filled(modal, answers)
            await self._done(
                lambda: asked.append(self._server.submit(self._people[who], modal, filled)),
                "form_submitted",
                account=self.account(who),
            )
        self._asked[who] += asked
        await asked[0].answer()

    async def rename(self, who: Name, name: str) -> None:
        await self._done(
            lambda: self._server.nick(self._people[who], name), "member_renamed", account=self.account(who)
        )

    def stands(self, message: MessageId) -> bool:
        found = self._posted[message]
        return found.id in self._server.world.channels[found.channel_id].messages

    def told(self, who: Name) -> str:
        return "\n".join(map(_said, self._own(who)))

    def cards(self) -> str:
        return "\n".join(map(_said, self._server.by_bot(self._room)))

    def _own(self, who: Name) -> list[Message]:
        private = [one.message for asked in self._asked[who] for one in asked.answers]
        shown = [one for one in private if isinstance(one, Message)]
        return [*shown, *self._server.by_bot(self._server.dm(self._people[who]))]

    def _seen_by(self, who: Name) -> Iterator[Message]:
        """The cards before somebody, the latest first: their own, then the team's."""
        team = self._server.by_bot(self._room) if who in TEAM else []
        for some in (self._own(who), team):
            yield from sorted(some, key=lambda one: one.id, reverse=True)

    async def live(self, policy: str, mode: str) -> None:
        await self._road.live(policy, mode)

    async def begin(self) -> None:
        await self._road.begin()

    async def records(self) -> Records:
        return await self._road.records()


def _said(message: Message) -> str:
    embeds = [
        "\n".join([str(one.get("title", "")), str(one.get("description", "")), str(one.get("fields", ""))])
        for one in message.embeds
    ]
    return "\n".join([message.content, *embeds])


def _filled(modal: Modal, answers: Answers) -> dict[str, Any]:
    fields = modal.fields()
    return {
        name: value if fields[name]["type"] == parts.TEXT_INPUT else [value] for name, value in answers.items() if value
    }


@asynccontextmanager
async def discord(home: Path, database: Path) -> AsyncIterator[Discord]:
    """The bot on a server."""
    async with LoopbackDiscord(identify_window=0.0) as server:
        guild = server.add_guild("The palaver tree", channels=("general", "team"))
        owner = server.owner(guild)
        owner.user.name, owner.user.global_name = "odile", "Odile"
        role = server.add_role(guild, "moderator", MODERATOR, position=1)
        people: dict[Name, Member] = {
            "Odile": owner,
            "Kwame": server.add_member(guild, "Kwame", role),
            "Basile": server.add_member(guild, "Basile"),
            "Ines": server.add_member(guild, "Ines"),
        }
        stage, space = Discord(server, guild, people), SpaceId(f"discord:{guild.id}")
        addresses = f'[discord]\napi_url = "{server.api_url}"\ngateway_url = "{server.gateway_url}"\n'
        team = str(server.channel(guild, "team").id)
        path = settled(home, database, space, team, str(role.id), more=addresses)
        config = load(path, {"PALABRE_DISCORD_TOKEN": server.token})

        def made(guide: StoredGuide, clock: SystemClock, store: Store) -> list[Adapter]:
            return platforms.adapters(config, guide, StoredTurnstile(store, clock), NoVault(), clock)

        async with at_work(config, made, {stage.account(name): name for name in people}) as (road, adapter):
            kinds = ("begin_community", "space_joined")
            await road.until(lambda: all(any(a.kind == k for a in road.arrivals) for k in kinds), "the beginning")
            await road.until(
                lambda: len(server.world.commands) >= len({one.id.split()[0] for one in CATALOGUE.commands})
            )
            stage.behind(road, lacking(adapter))
            yield stage
        assert not [one for one in server.pings if one.author_id == server.world.application.user.id]
        assert not server.crashes
        assert not server.unknown
