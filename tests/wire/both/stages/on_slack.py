"""Slack as a stage: people act on the loopback server."""

import html
import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.slack import emoji as spelt
from adapters.slack.buttons import button_of
from bot.app import platforms
from bot.app.clock import SystemClock
from bot.app.guide import StoredGuide
from bot.app.options import NoVault
from bot.app.turnstile import StoredTurnstile
from bot.config import load
from bot.ids import AccountId, MessageId
from bot.ports import Adapter
from bot.storage.store import Store
from tests.wire.both.parity import NOTHING, TEAM, Answers, Name, Records
from tests.wire.both.stages.behind import Road, at_work, lacking, settled
from tests.wire.slack import answering
from tests.wire.slack.answering import words_of
from tests.wire.slack.server import Channel, LoopbackSlack, Message, User, View, blocks
from tests.wire.slack.server.interactions import Asked
from tests.wire.slack.server.world import Json
from tests.wire.slack.wiring import space

Where = Message | View
_ADDRESS = re.compile(r"https://\S+")


class Slack:
    """A workspace with the four people in it."""

    def __init__(self, server: LoopbackSlack, people: Mapping[Name, User], general: Channel, room: Channel) -> None:
        self._server, self._people, self._general, self._room = server, people, general, room
        self._posted: dict[MessageId, Message] = {}
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
        return answering.account(self._server, self._people[who])

    async def _done(self, deed: Callable[[], object], kind: str, **like: object) -> None:
        async def do() -> None:
            deed()

        await self._road.brings(do, kind, **like)

    async def post(self, who: Name, text: str, *, thread: MessageId | None = None) -> MessageId:
        below = self._posted[thread] if thread else None
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

    async def press(self, who: Name, action: str, answers: Answers | None = None) -> None:
        where, action_id = next(
            (one, element["action_id"])
            for one in self._seen_by(who)
            for _, element in blocks.interactive(one.blocks)
            if button_of(element.get("value") or "")[1].partition(":")[0] == action
        )

        def use() -> Asked:
            return self._server.press(self._people[who], where, action_id)

        await self._ask(who, use, "button_pressed", answers)

    async def _ask(self, who: Name, use: Callable[[], Asked], kind: str, answers: Answers | None) -> None:
        """Ask, fill in what opens, and wait until the answer is there."""
        asked: list[Asked] = []
        if answers is None:
            await self._done(lambda: asked.append(use()), kind, account=self.account(who))
        else:
            view = (await use().answer()).view
            assert view is not None
            filled = {name: value for name, value in answers.items() if value}
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

    def told(self, who: Name) -> str:
        private = [_words(one.blocks) for asked in self._asked[who] for one in asked.answers]
        return "\n".join([*private, *(_words(one.blocks) for one in self._direct(who))])

    def cards(self) -> str:
        return "\n".join(_words(one.blocks) for one in self._server.by_bot(self._room))

    def _direct(self, who: Name) -> list[Message]:
        return self._server.by_bot(self._server.dm(self._people[who]))

    def _seen_by(self, who: Name) -> Iterator[Where]:
        """The cards before somebody, the latest first: answers to them, what was written to them, the team's."""
        for asked in reversed(self._asked[who]):
            for one in reversed(asked.answers):
                if one.view is not None and one.view.open:
                    yield one.view
                elif one.message is not None:
                    yield one.message
        yield from reversed(self._direct(who))
        if who in TEAM:
            yield from reversed(self._server.by_bot(self._room))

    async def live(self, policy: str, mode: str) -> None:
        await self._road.live(policy, mode)

    async def begin(self) -> None:
        await self._road.begin()

    async def records(self) -> Records:
        return await self._road.records()


def _words(found: list[Json]) -> str:
    return words_of(found)


@asynccontextmanager
async def slack(home: Path, database: Path, *, administrator: bool) -> AsyncIterator[Slack]:
    """The bot in a workspace."""
    async with answering.as_asked_for() as server:
        owner = server.owner()
        owner.real_name = owner.display_name = "Odile"
        people: dict[Name, User] = {
            "Odile": owner,
            "Kwame": server.add_user("kwame"),
            "Basile": server.add_user("basile"),
            "Ines": server.add_user("ines"),
        }
        group = server.add_group("moderators", people["Kwame"])
        general = server.add_channel("talk", *people.values())
        room = server.add_channel("team", people["Odile"], people["Kwame"], private=True)
        stage, here = Slack(server, people, general, room), space(server)
        addresses = f'[slack]\napi_url = "{server.api_url.rstrip("/")}"\n'
        path = settled(home, database, here, room.id, group.id, more=addresses)
        environ = {"PALABRE_SLACK_BOT_TOKEN": server.token, "PALABRE_SLACK_APP_TOKEN": server.app_token}
        if administrator:
            environ["PALABRE_SLACK_USER_TOKEN"] = server.user_token(owner, "chat:write").value
        config = load(path, environ)

        def made(guide: StoredGuide, clock: SystemClock, store: Store) -> list[Adapter]:
            return platforms.adapters(config, guide, StoredTurnstile(store, clock), NoVault(), clock)

        async with at_work(config, made, {stage.account(name): name for name in people}) as (road, adapter):
            kinds = ("begin_community", "space_joined")
            await server.connected()
            await road.until(lambda: all(any(a.kind == k for a in road.arrivals) for k in kinds), "the beginning")
            stage.behind(road, lacking(adapter))
            yield stage
        assert not [one for one in server.pings if one.author == server.bot.id]
