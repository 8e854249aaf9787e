"""Slack as a stage: people act on the loopback server."""

import html
import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.slack import emoji as spelt
from adapters.slack.buttons import button_of
from bot.app import platforms
from bot.app.guide import StoredGuide
from bot.app.options import NoVault
from bot.app.turnstile import StoredTurnstile
from bot.config import load
from bot.ids import AccountId, MessageId
from bot.ports import Adapter, Clock
from bot.storage.store import Store
from tests.wire.both.parity import MEMBERS, NOTHING, TEAM, Answers, Name
from tests.wire.both.stages.behind import Voice, at_work, lacking, settled
from tests.wire.both.stages.road import Staged
from tests.wire.slack import answering
from tests.wire.slack.answering import words_of
from tests.wire.slack.server import Channel, LoopbackSlack, Message, User, View, blocks
from tests.wire.slack.server.interactions import Asked
from tests.wire.slack.server.world import Json
from tests.wire.slack.wiring import space

Where = Message | View
_ADDRESS = re.compile(r"https://\S+")


class Slack(Staged):
    """A workspace with the four people in it."""

    def __init__(self, server: LoopbackSlack, people: Mapping[Name, User], general: Channel, room: Channel) -> None:
        super().__init__()
        self._server, self._people, self._general, self._room = server, people, general, room
        self._posted: dict[MessageId, Message] = {}
        self._asked: dict[Name, list[Asked]] = {name: [] for name in people}

    def account(self, who: Name) -> AccountId:
        return answering.account(self._server, self._people[who])

    async def post(
        self, who: Name, text: str, *, thread: MessageId | None = None, answers: MessageId | None = None
    ) -> MessageId:
        above = thread or answers
        below = self._posted[above] if above else None
        made: list[Message] = []
        await self._done(
            lambda: made.append(self._server.post(self._people[who], self._general, self._typed(text), thread=below)),
            "message_posted",
            account=self.account(who),
            text=text,
        )
        known = answering.message_of(self._server, made[0])
        self._posted[known] = made[0]
        return known

    def _typed(self, text: str) -> str:
        """As the client sends it: escaped, with people by their ids and addresses in brackets."""
        text = _ADDRESS.sub(r"<\g<0>>", html.escape(text, quote=False))
        for name, user in self._people.items():
            text = text.replace(f"@{name}", f"<@{user.id}>")
        return text

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
        await self._done(
            lambda: self._server.react(self._people[who], found, spelt.named(emoji)), "reaction_added", message=message
        )

    async def unreact(self, who: Name, message: MessageId, emoji: str) -> None:
        found = self._posted[message]
        await self._done(
            lambda: self._server.unreact(self._people[who], found, spelt.named(emoji)),
            "reaction_removed",
            message=message,
        )

    async def command(self, who: Name, command: str, given: Answers = NOTHING, answers: Answers | None = None) -> None:
        def use() -> Asked:
            typed = self._typed(" ".join([command, *given.values()]))
            return self._server.slash(self._people[who], self._general, "/palabre", typed)

        await self._ask(who, use, "command_invoked", answers)

    async def menu(self, who: Name, message: MessageId, menu: str, answers: Answers | None = None) -> None:
        found = self._posted[message]

        def use() -> Asked:
            return self._server.shortcut(self._people[who], found, f"menu:{menu}")

        await self._ask(who, use, "menu_chosen", answers)

    async def press(self, who: Name, action: str, answers: Answers | None = None, *, choice: str = "") -> None:
        where, action_id = next(self._buttons(who, action, choice))

        def use() -> Asked:
            return self._server.press(self._people[who], where, action_id)

        await self._ask(who, use, "button_pressed", answers)

    def _buttons(self, who: Name, action: str, choice: str = "") -> Iterator[tuple[Where, str]]:
        """The buttons with this action before somebody, on the latest card first."""
        for one in self._fresh(self._seen_by(who)):
            for _, element in blocks.interactive(one.blocks):
                button = button_of(element.get("value") or "")[1]
                if button.partition(":")[0] == action and button.endswith(choice):
                    yield one, element["action_id"]

    def offered(self, who: Name, action: str) -> bool:
        return next(self._buttons(who, action), None) is not None

    def _meant(self, value: str) -> str:
        """Somebody or a channel that an answer names, or the answer itself."""
        channels = {"#talk": self._general.id, "#team": self._room.id}
        return channels.get(value) or next((who.id for name, who in self._people.items() if value == f"@{name}"), value)

    async def _ask(self, who: Name, use: Callable[[], Asked], kind: str, answers: Answers | None) -> None:
        """Ask, fill in what opens, and wait until the answer is there."""
        asked: list[Asked] = []
        if answers is None:
            await self._done(lambda: asked.append(use()), kind, account=self.account(who))
        else:
            view = (await use().answer()).view
            assert view is not None
            filled = {name: self._meant(value) for name, value in answers.items() if value}
            await self._done(
                lambda: asked.append(self._server.submit(self._people[who], view, filled)),
                "form_submitted",
                account=self.account(who),
            )
        self._asked[who] += asked
        await asked[0].answer()

    async def rename(self, who: Name, name: str) -> None:
        await self._done(
            lambda: self._server.rename_user(self._people[who], display_name=name),
            "member_renamed",
            account=self.account(who),
        )

    def stands(self, message: MessageId) -> bool:
        found = self._posted[message]
        return found.ts in self._server.world.channels[found.channel_id].messages

    def here(self, who: Name) -> bool:
        return not self._people[who].deleted

    def may_write(self, who: Name) -> bool:
        return self._people[who].id in self._general.members

    async def leave(self, who: Name) -> None:
        await self._done(lambda: self._server.deactivate(self._people[who]), "member_left", account=self.account(who))

    async def come_back(self, who: Name) -> None:
        def enter() -> None:
            user = self._server.activate(self._people[who])
            self._general.members[user.id] = self._server.world.now()

        await self._done(enter, "member_joined", account=self.account(who))

    def _private(self, who: Name) -> list[str]:
        answers = [self._words(one.blocks) for asked in self._asked[who] for one in asked.answers]
        return [*answers, *(self._words(one.blocks) for one in self._direct(who))]

    def _posted_to_team(self) -> list[str]:
        return [self._words(one.blocks) for one in self._server.by_bot(self._room)]

    def _called(self) -> list[Name]:
        names = {user.id: name for name, user in self._people.items()}
        return [names[one.target] for one in self._server.pings if one.author == self._server.bot.id]

    def _advance(self, seconds: float) -> None:
        self._server.advance(seconds)

    def _words(self, found: list[Json]) -> str:
        """Blocks as people read them."""
        text = words_of(found)
        for name, user in self._people.items():
            text = text.replace(f"<@{user.id}>", name)
        return text

    def _direct(self, who: Name) -> list[Message]:
        """What was written to them, with what was written to them and the team alone."""
        user = self._people[who]
        private = (one for one in self._server.world.channels.values() if one.kind in ("mpim", "private"))
        theirs = [one for one in private if user.id in one.members and one is not self._room]
        return [one for channel in (self._server.dm(user), *theirs) for one in self._server.by_bot(channel)]

    def _seen_by(self, who: Name) -> Iterator[Where]:
        """The cards before somebody, the latest first: answers, what was written to them, the team's, everybody's."""
        for asked in reversed(self._asked[who]):
            for one in reversed(asked.answers):
                if one.view is not None and one.view.open:
                    yield one.view
                elif one.message is not None:
                    yield one.message
        yield from reversed(self._direct(who))
        if who in TEAM:
            yield from reversed(self._server.by_bot(self._room))
        yield from reversed(self._server.by_bot(self._general))


@asynccontextmanager
async def slack(
    home: Path, database: Path, *, administrator: bool, voice: Voice = ("en", "tu")
) -> AsyncIterator[Slack]:
    """The bot in a workspace."""
    async with answering.as_asked_for() as server:
        owner = server.owner()
        owner.real_name = owner.display_name = "Odile"
        spoken = {"en": "en-US", "fr": "fr-FR"}[voice[0]]
        owner.locale = spoken
        people: dict[Name, User] = {
            "Odile": owner,
            **{name: server.add_user(name.lower(), locale=spoken) for name in ("Kwame", *MEMBERS)},
        }
        group = server.add_group("moderators", people["Kwame"])
        general = server.add_channel("talk", *people.values())
        room = server.add_channel("team", people["Odile"], people["Kwame"], private=True)
        stage, here = Slack(server, people, general, room), space(server)
        addresses = f'[slack]\napi_url = "{server.api_url.rstrip("/")}"\n'
        path = settled(home, database, here, room.id, group.id, voice=voice, more=addresses)
        environ = {"PALABRE_SLACK_BOT_TOKEN": server.token, "PALABRE_SLACK_APP_TOKEN": server.app_token}
        if administrator:
            environ["PALABRE_SLACK_USER_TOKEN"] = server.user_token(owner, "chat:write").value
        config = load(path, environ)

        def made(guide: StoredGuide, clock: Clock, store: Store) -> list[Adapter]:
            return platforms.adapters(config, guide, StoredTurnstile(store, clock), NoVault(), clock)

        async with at_work(config, made, {stage.account(name): name for name in people}) as (road, adapter):
            kinds = ("begin_community", "space_joined")
            await server.connected()
            await road.until(lambda: all(any(a.kind == k for a in road.arrivals) for k in kinds), "the beginning")
            stage.behind(road, lacking(adapter))
            yield stage
