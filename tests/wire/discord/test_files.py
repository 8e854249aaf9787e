"""Files of messages over Discord's own wire: what is in them, and what is never followed, waited for or kept."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import aiohttp
import pytest
from aiohttp.test_utils import TestServer
from aiohttp.web import Application, Request, Response

from adapters.discord.asking import files_of
from adapters.discord.fetching import Fetching
from bot import fingerprints
from bot.effects import HashFiles
from bot.events import FilesHashed, Fingerprint
from bot.ids import CaseId, EffectKey
from tests.wire.discord import answering
from tests.wire.discord.answering import Bot
from tests.wire.discord.server import Channel, Guild, LoopbackDiscord, Member, Message

PHOTO, NOTE = b"\x89PNG" + bytes(300_000), b"see you at five"


@dataclass
class Scene:
    """A server with somebody in it who shares files, and the bot."""

    server: LoopbackDiscord
    bot: Bot
    guild: Guild
    general: Channel
    ada: Member

    def share(self, *files: tuple[str, bytes]) -> Message:
        return self.server.post(self.ada, self.general, "look", files=files)

    def effect(self, message: Message) -> HashFiles:
        return HashFiles(
            space=answering.space(self.guild),
            channel=answering.channel(self.guild, self.general),
            message=answering.message(self.guild, message),
            case=CaseId("7"),
            marks=marks(message),
        )

    async def prints(self, message: Message) -> tuple[Fingerprint, ...]:
        (told,) = (await self.bot.apply(self.effect(message), "key")).tells
        assert isinstance(told, FilesHashed)
        assert (told.id, told.case, told.space) == ("hashed:key", "7", answering.space(self.guild))
        assert [one.mark for one in told.prints] == list(marks(message))
        return told.prints


def marks(message: Message) -> tuple[str, ...]:
    return tuple(mark for _, mark in files_of({"attachments": message.attachments}))


def path(message: Message, number: int = 0) -> str:
    return "/" + str(message.attachments[number]["url"]).partition("://")[2].partition("/")[2]


@pytest.fixture
async def scene(pointed: LoopbackDiscord) -> AsyncIterator[Scene]:
    guild = pointed.add_guild("Tilleul", channels=("general", "team"))
    ada = pointed.add_member(guild, "ada")
    async with answering.bot(pointed) as bot:
        yield Scene(pointed, bot, guild, pointed.channel(guild), ada)


async def test_what_is_in_files_is_told_by_a_hash_of_their_bytes(scene: Scene) -> None:
    message = scene.share(("photo.png", PHOTO), ("note.txt", NOTE))
    found = await scene.prints(message)
    assert [(one.size, one.sha256) for one in found] == [
        (len(content), hashlib.sha256(content).hexdigest()) for content in (PHOTO, NOTE)
    ]
    for _, headers in scene.server.fetched:
        assert headers["Accept-Encoding"] == "identity"
        assert not {"Authorization", "Cookie"} & set(headers)


async def test_of_a_message_that_is_gone_nothing_is_read_and_nobody_is_alarmed(scene: Scene) -> None:
    message = scene.share(("note.txt", NOTE))
    scene.server.delete(scene.ada, message)
    (found,) = await scene.prints(message)
    assert (found.size, found.sha256) == (0, "")
    assert scene.server.fetched == []


async def test_a_file_that_is_gone_leaves_the_others(scene: Scene) -> None:
    message = scene.share(("gone.png", PHOTO), ("note.txt", NOTE))
    del scene.server.hub.files[path(message)]
    assert [bool(one.sha256) for one in await scene.prints(message)] == [False, True]


async def test_nobody_is_followed_to_another_host(scene: Scene) -> None:
    seen: list[str] = []

    async def elsewhere(request: Request) -> Response:
        seen.append(request.path)
        return Response(body=NOTE)

    app = Application()
    app.router.add_get("/{any:.*}", elsewhere)
    async with TestServer(app) as other:
        led, named = scene.share(("note.txt", NOTE)), scene.share(("note.txt", NOTE))
        scene.server.astray[path(led)] = str(other.make_url("/note.txt"))
        assert [one.sha256 for one in await scene.prints(led)] == [""]
        for address in (str(other.make_url("/x")), f"http://{scene.server.hub.base_url[7:]}@127.0.0.1:{other.port}/x"):
            named.attachments[0]["url"] = address
            assert [one.sha256 for one in await scene.prints(named)] == [""]
    assert seen == []


async def test_what_is_too_big_is_not_even_asked_for(scene: Scene) -> None:
    message = scene.share(("film.mp4", NOTE))
    message.attachments[0]["size"] = fingerprints.MOST_BYTES + 1
    assert [one.sha256 for one in await scene.prints(message)] == [""]
    assert scene.server.fetched == []


async def test_what_is_bigger_than_it_says_is_not_read_to_its_end(scene: Scene) -> None:
    message = scene.share(("note.txt", NOTE))
    scene.server.hub.files[path(message)] = NOTE + b"!"
    assert [one.sha256 for one in await scene.prints(message)] == [""]


async def test_a_file_that_stalls_is_left(scene: Scene) -> None:
    message = scene.share(("note.txt", NOTE), ("photo.png", PHOTO))
    scene.server.stalling.add(path(message))
    patience = aiohttp.ClientTimeout(total=5, sock_read=0.1)
    places = (scene.server.hub.base_url,)
    fetching = Fetching(scene.bot.client, places, lambda: datetime.now(UTC), patience)
    (told,) = (await fetching.hashed(scene.effect(message), EffectKey("key"))).tells
    assert isinstance(told, FilesHashed)
    assert [bool(one.sha256) for one in told.prints] == [False, True]
