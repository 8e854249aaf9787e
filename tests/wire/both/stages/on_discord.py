"""Discord as a stage: people act on the loopback server."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from adapters.discord.buttons import button_of
from bot.app import platforms
from bot.app.guide import StoredGuide
from bot.app.options import NoVault
from bot.app.turnstile import StoredTurnstile
from bot.catalogue.declared import CATALOGUE
from bot.config import load
from bot.ids import AccountId, MessageId, SpaceId
from bot.locales import Translator
from bot.ports import Adapter, Clock
from bot.storage.store import Store
from bot.views import Phrase
from tests.wire.both.parity import MEMBERS, NOTHING, TEAM, Answers, Name
from tests.wire.both.stages.behind import Voice, at_work, lacking, settled
from tests.wire.both.stages.road import Staged
from tests.wire.discord import answering
from tests.wire.discord.server import Channel, Guild, LoopbackDiscord, Member, Message, permissions
from tests.wire.discord.server import components as parts
from tests.wire.discord.server.interactions import Asked, Modal
from tests.wire.discord.server.world import PRIVATE_THREAD

MODERATOR = 1 << 40 | 1 << 13 | 1 << 1 | 1 << 2
_TRANSLATOR = Translator()


class Discord(Staged):
    """A server with the four people on it."""

    def __init__(self, server: LoopbackDiscord, guild: Guild, people: dict[Name, Member]) -> None:
        super().__init__()
        self._server, self._guild, self._people = server, guild, people
        self._general, self._room = server.channel(guild), server.channel(guild, "team")
        self._messages: dict[MessageId, Message] = {}
        self._threads: dict[MessageId, Channel] = {}
        self._asked: dict[Name, list[Asked]] = {name: [] for name in people}

    def account(self, who: Name) -> AccountId:
        return answering.account(self._guild, self._people[who])

    async def post(
        self, who: Name, text: str, *, thread: MessageId | None = None, answers: MessageId | None = None
    ) -> MessageId:
        place = self._general if thread is None else self._thread(who, thread)
        above, typed, made = self._messages[answers] if answers else None, self._typed(text), list[Message]()
        await self._done(
            lambda: made.append(self._server.post(self._people[who], place, typed, reply_to=above)),
            "message_posted",
            account=self.account(who),
            text=text,
        )
        known = answering.message(self._guild, made[0])
        self._messages[known] = made[0]
        return known

    def _typed(self, text: str) -> str:
        """As the client sends it."""
        for name, member in self._people.items():
            text = text.replace(f"@{name}", f"<@{member.id}>")
        return text

    def _thread(self, who: Name, below: MessageId) -> Channel:
        if below not in self._threads:
            first = self._messages[below]
            made = self._server.create_thread(self._people[who], self._general, "aside", message=first)
            self._threads[below] = made
        return self._threads[below]

    async def edit(self, who: Name, message: MessageId, text: str) -> None:
        found = self._messages[message]
        await self._done(
            lambda: self._server.edit(self._people[who], found, self._typed(text)), "message_edited", message=message
        )

    async def delete(self, who: Name, message: MessageId) -> None:
        found = self._messages[message]
        await self._done(lambda: self._server.delete(self._people[who], found), "message_deleted", message=message)

    async def react(self, who: Name, message: MessageId, emoji: str) -> None:
        found = self._messages[message]
        await self._done(lambda: self._server.react(self._people[who], found, emoji), "reaction_added", message=message)

    async def unreact(self, who: Name, message: MessageId, emoji: str) -> None:
        found = self._messages[message]
        await self._done(
            lambda: self._server.unreact(self._people[who], found, emoji), "reaction_removed", message=message
        )

    async def command(self, who: Name, command: str, given: Answers = NOTHING, answers: Answers | None = None) -> None:
        def use() -> Asked:
            told = {name: self._meant(value) for name, value in given.items()}
            return self._server.use_command(self._people[who], self._general, command, told)

        await self._ask(who, use, "command_invoked", answers)

    def _meant(self, value: str) -> Any:
        """Somebody or a channel that an answer names, or the answer itself."""
        channels = {"#talk": self._general, "#team": self._room}
        return channels.get(value) or next((who for name, who in self._people.items() if value == f"@{name}"), value)

    async def menu(self, who: Name, message: MessageId, menu: str, answers: Answers | None = None) -> None:
        found = self._messages[message]

        def use() -> Asked:
            entry = CATALOGUE.menu(menu)
            assert entry is not None
            assert isinstance(entry.label, Phrase)
            return self._server.use_menu(self._people[who], found, _TRANSLATOR.say(entry.label.key, {}, "en"))

        await self._ask(who, use, "menu_chosen", answers)

    async def press(self, who: Name, action: str, answers: Answers | None = None, *, choice: str = "") -> None:
        message, custom_id = next(self._buttons(who, action, choice))

        def use() -> Asked:
            return self._server.press(self._people[who], message, custom_id)

        await self._ask(who, use, "button_pressed", answers)

    def _filled(self, modal: Modal, answers: Answers) -> dict[str, Any]:
        fields, meant = modal.fields(), {name: self._meant(value) for name, value in answers.items() if value}
        return {name: value if fields[name]["type"] == parts.TEXT_INPUT else [value] for name, value in meant.items()}

    def _buttons(self, who: Name, action: str, choice: str = "") -> Iterator[tuple[Message, str]]:
        """The buttons with this action before somebody, on the latest card first."""
        for one in self._fresh(self._seen_by(who)):
            for part in parts.walk(one.components):
                button = button_of(part.get("custom_id") or "")[1]
                if button.partition(":")[0] == action and button.endswith(choice):
                    yield one, part["custom_id"]

    async def _ask(self, who: Name, use: Callable[[], Asked], kind: str, answers: Answers | None) -> None:
        """Ask, fill in what opens, and wait until the answer is there."""
        asked: list[Asked] = []
        if answers is None:
            await self._done(lambda: asked.append(use()), kind, account=self.account(who))
        else:
            modal = (await use().answer()).modal
            assert modal is not None
            filled = self._filled(modal, answers)
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
        found = self._messages[message]
        return found.id in self._server.world.channels[found.channel_id].messages

    def here(self, who: Name) -> bool:
        return self._people[who].user.id in self._guild.members

    def may_write(self, who: Name) -> bool:
        held = permissions.in_channel(self._server.world, self._guild, self._general, self._people[who])
        return bool(held & permissions.SEND_MESSAGES)

    async def leave(self, who: Name) -> None:
        await self._done(lambda: self._server.leave(self._people[who]), "member_left", account=self.account(who))

    async def come_back(self, who: Name) -> None:
        def enter() -> None:
            self._people[who] = self._server.join(self._guild, self._people[who].user)

        await self._done(enter, "member_joined", account=self.account(who))

    def offered(self, who: Name, action: str) -> bool:
        return next(self._buttons(who, action), None) is not None

    def _private(self, who: Name) -> list[str]:
        return list(map(self._words, self._own(who)))

    def _posted_to_team(self) -> list[str]:
        return list(map(self._words, self._posted(self._room)))

    def _called(self) -> list[Name]:
        names = {member.user.id: name for name, member in self._people.items()}
        bot = self._server.world.application.user.id
        return [names[one.target] for one in self._server.pings if one.author_id == bot]

    def _advance(self, seconds: float) -> None:
        self._server.advance(seconds)

    def _words(self, message: Message) -> str:
        """A message as people read it."""
        text = _said(message)
        for name, member in self._people.items():
            text = text.replace(f"<@{member.user.id}>", name)
        return text

    def _own(self, who: Name) -> list[Message]:
        private = [one.message for asked in self._asked[who] for one in asked.answers]
        shown = [one for one in private if isinstance(one, Message)]
        threads = (one for one in self._server.world.channels.values() if one.type == PRIVATE_THREAD)
        theirs = [one for one in threads if self._people[who].id in one.state.members]
        places = (self._server.dm(self._people[who]), *theirs)
        return [*shown, *(one for place in places for one in self._server.by_bot(place))]

    def _posted(self, channel: Channel) -> list[Message]:
        """What the bot wrote there for everybody who sees the channel."""
        return [one for one in self._server.by_bot(channel) if not one.ephemeral]

    def _seen_by(self, who: Name) -> Iterator[Message]:
        """The cards before somebody, the latest first: their own, then the team's, then everybody's."""
        team = self._posted(self._room) if who in TEAM else []
        for some in (self._own(who), team, self._posted(self._general)):
            yield from sorted(some, key=lambda one: one.id, reverse=True)


def _said(message: Message) -> str:
    embeds = [
        "\n".join([str(one.get("title", "")), str(one.get("description", "")), str(one.get("fields", ""))])
        for one in message.embeds
    ]
    return "\n".join([message.content, *embeds])


@asynccontextmanager
async def discord(home: Path, database: Path, *, voice: Voice = ("en", "tu")) -> AsyncIterator[Discord]:
    """The bot on a server."""
    async with LoopbackDiscord(identify_window=0.0) as server:
        guild = server.add_guild("The palaver tree", channels=("general", "team"))
        owner = server.owner(guild)
        owner.user.name, owner.user.global_name = "odile", "Odile"
        role = server.add_role(guild, "moderator", MODERATOR, position=1)
        spoken = {"en": "en-US", "fr": "fr"}[voice[0]]
        owner.user.locale = spoken
        people: dict[Name, Member] = {
            "Odile": owner,
            "Kwame": server.add_member(guild, "Kwame", role, locale=spoken),
            **{name: server.add_member(guild, name, locale=spoken) for name in MEMBERS},
        }
        stage, space = Discord(server, guild, people), SpaceId(f"discord:{guild.id}")
        addresses = f'[discord]\napi_url = "{server.api_url}"\ngateway_url = "{server.gateway_url}"\n'
        team = str(server.channel(guild, "team").id)
        path = settled(home, database, space, team, str(role.id), voice=voice, more=addresses)
        config = load(path, {"PALABRE_DISCORD_TOKEN": server.token})

        def made(guide: StoredGuide, clock: Clock, store: Store) -> list[Adapter]:
            return platforms.adapters(config, guide, StoredTurnstile(store, clock), NoVault(), clock)

        async with at_work(config, made, {stage.account(name): name for name in people}) as (road, adapter):
            kinds = ("begin_community", "space_joined")
            await road.until(lambda: all(any(a.kind == k for a in road.arrivals) for k in kinds), "the beginning")
            await road.until(
                lambda: len(server.world.commands) >= len({one.id.split()[0] for one in CATALOGUE.commands})
            )
            stage.behind(road, lacking(adapter))
            yield stage
        assert not server.crashes
        assert not server.unknown
