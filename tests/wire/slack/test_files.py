"""Files of messages over Slack's own wire: what is in them, and where neither the bot nor its token ever goes."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import aiohttp
import pytest
from aiohttp.test_utils import TestServer
from aiohttp.web import Application, Request, Response

from adapters.slack.citing import files_of
from adapters.slack.fetching import Fetching
from adapters.slack.outbound import kinds
from bot import fingerprints
from bot.effects import HashFiles
from bot.events import FilesHashed, Fingerprint
from bot.ids import CaseId, EffectKey
from tests.wire.slack import answering
from tests.wire.slack.answering import Bot
from tests.wire.slack.server import Channel, LoopbackSlack, Message, User, shapes
from tests.wire.slack.wiring import options, space

NOTE, PHOTO = b"see you at five", b"\x89PNG" + bytes(300_000)


@dataclass
class Scene:
    """A channel with Ada, who shares files, and the bot in it."""

    server: LoopbackSlack
    bot: Bot
    channel: Channel
    ada: User

    def share(self, content: bytes = NOTE, thread: Message | None = None) -> Message:
        return self.server.share_file(self.ada, self.channel, "note.txt", content, "look", thread=thread)

    def effect(self, message: Message) -> HashFiles:
        told = shapes.message(self.server.world, message)
        return HashFiles(
            space=space(self.server),
            channel=answering.channel_of(self.server, self.channel),
            message=answering.message_of(self.server, message),
            case=CaseId("7"),
            marks=tuple(mark for _, mark in files_of(told)),
        )

    async def print(self, message: Message, effect: HashFiles | None = None) -> Fingerprint:
        effect = effect or self.effect(message)
        (told,) = (await self.bot.apply(effect, "key")).tells
        assert isinstance(told, FilesHashed)
        assert (told.id, told.case, told.space) == ("hashed:key", "7", space(self.server))
        assert [one.mark for one in told.prints] == list(effect.marks)
        return told.prints[0]


@pytest.fixture
async def scene(server: LoopbackSlack, ada: User, channel: Channel) -> AsyncIterator[Scene]:
    async with answering.bot(server) as bot:
        yield Scene(server, bot, channel, ada)


async def test_what_is_in_a_file_is_told_by_a_hash_of_its_bytes(scene: Scene) -> None:
    for content, thread in ((PHOTO, None), (NOTE, scene.share())):
        found = await scene.print(scene.share(content, thread))
        assert (found.size, found.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert {token for _, token in scene.server.fetched} == {scene.server.token}


async def test_without_the_scope_the_page_that_slack_leads_to_is_not_taken_for_the_file(scene: Scene) -> None:
    scene.server.world.tokens[scene.server.token].scopes.discard("files:read")
    assert (await scene.print(scene.share())).sha256 == ""
    assert len(scene.server.fetched) == 1


async def test_of_what_is_gone_nothing_is_read_and_nobody_is_alarmed(scene: Scene) -> None:
    message, other = scene.share(), scene.share()
    effect, another = scene.effect(message), scene.effect(other)
    scene.server.delete(scene.ada, message)
    assert (await scene.print(message, effect)).sha256 == ""
    scene.server.world.files[other.files[0]].deleted = True
    assert (await scene.print(other, another)).sha256 == ""
    assert scene.server.fetched == []


async def test_neither_the_bot_nor_its_token_goes_to_another_host(scene: Scene) -> None:
    seen: list[str] = []

    async def elsewhere(request: Request) -> Response:
        seen.append(request.headers.get("Authorization", ""))
        return Response(body=NOTE)

    app = Application()
    app.router.add_get("/{any:.*}", elsewhere)
    async with TestServer(app) as other:
        message = scene.share()
        scene.server.astray[message.files[0]] = str(other.make_url("/note.txt"))
        assert (await scene.print(message)).sha256 == ""
        scene.server.world.files_url = str(other.make_url("")).rstrip("/")
        assert (await scene.print(scene.share())).sha256 == ""
    assert seen == []


async def test_what_is_too_big_is_not_even_asked_for_and_what_is_bigger_than_said_not_taken(scene: Scene) -> None:
    message, grown = scene.share(), scene.share()
    scene.server.world.files[message.files[0]].length = fingerprints.MOST_BYTES + 1
    assert (await scene.print(message)).sha256 == ""
    assert scene.server.fetched == []
    scene.server.world.files[grown.files[0]].content = NOTE + b"!"
    assert (await scene.print(grown)).sha256 == ""


async def test_a_file_that_stalls_is_left(scene: Scene) -> None:
    message = scene.share()
    scene.server.stalling.add(message.files[0])
    patience = aiohttp.ClientTimeout(total=5, sock_read=0.1)
    workspaces, place = scene.bot.wired.listening.workspaces, scene.server.base_url
    fetching = Fetching(workspaces, place, lambda: datetime.now(UTC), patience)
    (told,) = (await fetching.hashed(scene.effect(message), EffectKey("key"))).tells
    assert isinstance(told, FilesHashed)
    assert [one.sha256 for one in told.prints] == [""]


async def test_files_are_read_only_where_the_operator_wants_it(server: LoopbackSlack) -> None:
    assert "hash_files" not in kinds(options(server))
    assert "hash_files" in kinds(options(server, reads_files=True))
