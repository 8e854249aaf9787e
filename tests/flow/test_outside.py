"""A complaint carried higher, from the press of a button to the mail, the page, and the line in the log; and back."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import select

from adapters.outside.adapter import OutsideAdapter
from bot import config as configuration
from bot.app import doctor, doorways, outside
from bot.app.assembly import assemble, put_together
from bot.app.live import Bot
from bot.config import Community, Config
from bot.dispatch import Dispatcher
from bot.effects import Effect, PostCard, SendDirect, TellOutside
from bot.errors import Complaints, Unavailable
from bot.events import DoorUsed
from bot.ids import OUTSIDE, CaseId, CommunityId, EventId, Platform, outside_space
from bot.pipeline.moments import LiveMoments, ReplayedMoments
from bot.pipeline.partition import Partition
from bot.pipeline.queue import LocalQueue
from bot.policy.book import Book
from bot.ports import Adapter
from bot.storage import tables
from bot.storage.store import Store
from bot.views import Card, Doorway, Phrase
from tests.builders import MONDAY, SPACE
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.governed import OURS, TEAM, community
from tests.flow.quarrels import ADA, BOB, LEVELS, MONA, OTTO, OWEN, Town, arrivals, quarrel
from tests.flow.roads import COMMUNITY
from tests.flow.test_live import Talking
from tests.unit.moderation.playing import words
from tests.wire.outside.servers import Post

pytestmark = pytest.mark.story

VAULT_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
ENVIRON = {"PALABRE_VAULT_KEY": VAULT_KEY, "PALABRE_WEBHOOK_SECRET": "shared"}
PUBLIC = "https://bot.example"
FILE = """
[outside.pages]
port = 0
public_url = "{public}"
[outside.smtp]
host = "127.0.0.1"
port = {port}
sender = "Palabre <bot@example.org>"
security = "none"
[communities.test]
spaces = ["{space}"]
[communities.test.contacts.federation]
kind = "mail"
address = "jo@example.org"
locale = "fr"
[communities.test.contacts.federation.who]
en = "the federation"
fr = "la fédération"
"""
CASE = CaseId("1")
_FORM = re.compile('name="form" value="([0-9a-f]+)"')


@dataclass
class Beyond:
    """The town, whoever takes its mail, and its pages."""

    town: Town
    post: Post
    adapter: OutsideAdapter
    config: Config

    async def letter(self, number: int = 1) -> str:
        """The text of a mail, once it is there."""
        await until(lambda: len(self.post.letters) >= number)
        text = self.post.letters[number - 1].get_body(("plain",))
        assert text is not None
        return str(text.get_content())

    async def look(self, address: str) -> str:
        async with aiohttp.ClientSession() as session, session.get(self._here(address)) as answer:
            return await answer.text()

    async def write(self, address: str, text: str, **more: str) -> str:
        """What a visitor reads who sends the form of a page."""
        form = _FORM.search(await self.look(address))
        assert form is not None, await self.look(address)
        async with (
            aiohttp.ClientSession() as session,
            session.post(self._here(address), data={"form": form[1], "text": text, **more}) as answer,
        ):
            return await answer.text()

    def _here(self, address: str) -> str:
        """Without whatever stands in front in the world."""
        return address.replace(PUBLIC, f"http://127.0.0.1:{self.adapter.port}")

    def appeal(self, number: int) -> str:
        """The address that goes out in a letter to Bob for a line of the log of case 1."""
        door = Doorway(
            purpose="appeal", case=CASE, until=MONDAY + timedelta(days=14), account=BOB.account, number=number
        )
        card = Card(body=(Phrase("outside-letter-door", (("instant", "x"), ("door", door))),))
        letter = SendDirect(space=SPACE, account=BOB.account, card=card, locale="en")
        finished = doorways.finishing(self.config, COMMUNITY)(letter)
        assert isinstance(finished, SendDirect)
        (text,) = finished.card.body
        assert isinstance(text, Phrase)
        (url,) = [one.url for _, one in text.arguments if isinstance(one, Doorway)]
        return url


async def until(true: Callable[[], bool]) -> None:
    """Wait until it is so; a test that waits in vain says where."""
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 - others make it so
            await asyncio.sleep(0.01)


def settings(folder: Path, port: int, public: str = PUBLIC) -> Config:
    path = folder / "config.toml"
    path.write_text(FILE.format(public=public, port=port, space=SPACE), encoding="utf-8")
    return configuration.load(path, ENVIRON)


@asynccontextmanager
async def running(store: Store, folder: Path) -> AsyncIterator[Beyond]:
    async with Post().open() as post:
        config, clock, queue = settings(folder, post.port), FakeClock(MONDAY + timedelta(hours=1)), LocalQueue()
        (adapter,) = outside.adapters(config, store, clock)
        made = community(levels=LEVELS, contacts=config.settings.communities["test"].contacts)
        rules = put_together(COMMUNITY, made, Book.compile([OURS]), ReplayedMoments(), doorways=True).rules
        platforms: dict[Platform, Adapter] = {Platform("fake"): FakeAdapter(), OUTSIDE: adapter}
        finish = doorways.finishing(config, COMMUNITY)
        dispatcher = Dispatcher(COMMUNITY, store, queue, platforms, clock, finish=finish)
        partition = Partition(COMMUNITY, store, queue, rules, watch=lambda batch: dispatcher.wake())
        doing: list[Awaitable[None]] = [partition.run(), dispatcher.run(poll_seconds=0.02), adapter.run(queue.put)]
        tasks = [asyncio.ensure_future(one) for one in doing]
        try:
            await queue.put(arrivals())
            await until(lambda: bool(adapter.port))
            yield Beyond(Town(store, queue), post, adapter, config)
        finally:
            for task in tasks:
                task.cancel()
            for task in tasks:
                with suppress(asyncio.CancelledError):
                    await task


async def test_whoever_has_a_case_at_hand_is_offered_to_ask_somebody_outside(store: Store, tmp_path: Path) -> None:
    async with running(store, tmp_path) as there:
        await there.town.report(ADA, quarrel())
        await there.town.press(MONA, "case-claim:1")
        await there.town.press(MONA, "case-show:1:handing")
        assert "case-refer:1" in [one.id for one in (await there.town.answer(MONA)).buttons]


async def referred(there: Beyond) -> str:
    """A case goes to somebody outside, and they have a letter; the address of its page."""
    await there.town.report(ADA, quarrel())
    await there.town.press(MONA, "case-claim:1")
    await there.town.fill(MONA, "case-refer", "1", text="Was this a joke between friends?", contact="")
    found = re.search(r"https://bot\.example/answer/[a-z2-7]+", await there.letter())
    assert found is not None
    return found[0]


async def test_a_case_is_carried_higher_and_the_answer_comes_by_a_page(store: Store, tmp_path: Path) -> None:
    async with running(store, tmp_path) as there:
        address = await referred(there)
        letter = await there.letter()
        assert "Was this a joke between friends?" in letter
        assert quarrel().text in letter
        assert not [one for one in (ADA.account, "Ada", "It hurts") if one in letter], "who reported is sealed"
        case = await there.town.case()
        assert (case.state, case.referral is not None and case.referral.answer) == ("escalated", "")
        read = await there.write(address, "C'était une insulte.", choice="words")
        assert "votre réponse est arrivée" in read
        answered = await there.town.case()
        assert answered.referral is not None
        assert answered.referral.answer == "C'était une insulte."
        line = (await there.town.log())[-1]
        assert (line.move, line.by, line.account) == ("respond", None, None)
        told = [words(one.card) for one in await there.town.channel()]
        assert any("C'était une insulte." in one for one in told)
        assert "a fait son travail" in await there.look(address)


async def test_what_is_said_twice_on_a_page_is_said_once(store: Store, tmp_path: Path) -> None:
    async with running(store, tmp_path) as there:
        address = await referred(there)
        form = _FORM.search(await there.look(address))
        assert form is not None
        values = {"form": form[1], "text": "Once."}
        async with aiohttp.ClientSession() as session:
            sends = [session.post(there._here(address), data=values) for _ in range(4)]
            answers = await asyncio.gather(*sends)
            assert {one.status for one in answers} == {200}
        assert (await there.town.moves()).count("respond") == 1


async def test_an_answer_that_came_by_mail_is_noted_with_a_command(store: Store, tmp_path: Path) -> None:
    async with running(store, tmp_path) as there:
        address = await referred(there)
        await there.town.command(OTTO, "case answer", case="1", text="They wrote: leave it.")
        case = await there.town.case()
        assert case.referral is not None
        assert case.referral.answer == "They wrote: leave it."
        assert "a fait son travail" in await there.look(address)


async def test_whoever_was_put_out_appeals_by_a_page_and_sees_later_how_it_stands(store: Store, tmp_path: Path) -> None:
    async with running(store, tmp_path) as there:
        town = there.town
        await town.report(ADA, quarrel())
        await town.fill(OTTO, "case-decide", "1", measure="ban", text="Go away")
        case = await town.case()
        assert (case.state, case.outcome) == ("decided", "measure")
        address = there.appeal(case.lines)
        assert "Your words have arrived" in await there.write(address, "I was asleep.")
        case = await town.case()
        assert case.state == "appealed"
        assert case.appeal is not None
        assert (case.appeal.by, case.appeal.text) == (BOB.account, "I was asleep.")
        assert "Somebody is looking at it afresh" in await there.look(address)
        await town.press(OWEN, "appeal-take:1")
        await town.fill(OWEN, "appeal-overturn", "1", text="It was his brother.")
        page = await there.look(address)
        assert (await town.case()).outcome == "overturned"
        assert [one for one in ("You were right to ask", "It was his brother.", "finished") if one not in page] == []


async def test_a_letter_that_cannot_go_out_is_told_to_the_team(store: Store, tmp_path: Path) -> None:
    async with running(store, tmp_path) as there:
        there.post.answers["RCPT"] = b"550 no such mailbox"
        await there.town.report(ADA, quarrel())
        await there.town.press(MONA, "case-claim:1")
        await there.town.fill(MONA, "case-refer", "1", text="Was it?", contact="")
        async with asyncio.timeout(10):
            while not await _told(there, "550"):  # noqa: ASYNC110 - others make it so
                await asyncio.sleep(0.05)


async def _told(there: Beyond, said: str) -> bool:
    return any(said in words(one.card) for one in await there.town.channel())


def test_an_address_goes_into_what_goes_out_and_nothing_else_changes(tmp_path: Path) -> None:
    config = settings(tmp_path, 25)
    finish = doorways.finishing(config, CommunityId("test"))
    door = Doorway(purpose="answer", case=CASE, until=MONDAY, number=2)
    card = Card(body=(Phrase("outside-letter-door", (("instant", "x"), ("door", door))),))
    told = TellOutside(space=outside_space(COMMUNITY), contact="federation", card=card, locale="fr")
    finished = finish(told)
    assert finished == finish(told), "the same effect gives the same address"
    assert isinstance(finished, TellOutside)
    (text,) = finished.card.body
    assert isinstance(text, Phrase)
    assert dict(text.arguments)["instant"] == "x"
    url = str(getattr(dict(text.arguments)["door"], "url", ""))
    assert re.fullmatch(r"https://bot\.example/answer/[a-z2-7]+", url)
    plain = PostCard(space=SPACE, channel=TEAM, card=Card(body=(Phrase("outside-form"),)), locale="en")
    assert finish(plain) == plain


def test_without_pages_everything_goes_out_as_it_is(tmp_path: Path) -> None:
    config = settings(tmp_path, 25, public="")
    door = Doorway(purpose="answer", case=CASE, until=MONDAY, number=2)
    card = Card(body=(Phrase("outside-letter-door", (("instant", "x"), ("door", door))),))
    told: Effect = TellOutside(space=outside_space(COMMUNITY), contact="federation", card=card, locale="fr")
    assert doorways.finishing(config, COMMUNITY)(told) == told


@pytest.mark.parametrize(
    ("environ", "line", "complaint"),
    [
        ({}, "", "PALABRE_VAULT_KEY: there is no key to seal or sign with"),
        ({"PALABRE_VAULT_KEY": "short"}, "", "PALABRE_VAULT_KEY: this is no key"),
        (ENVIRON, "host", "no server takes mail to them"),
        ({**ENVIRON, "PALABRE_SMTP_USER": "bot"}, "", "a user and a password belong together"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, environ: dict[str, str], line: str, complaint: str) -> None:
    text = FILE.format(public=PUBLIC, port=25, space=SPACE)
    kept = [one for one in text.splitlines() if not line or not one.startswith(f"{line} =")]
    path = tmp_path / "config.toml"
    path.write_text("\n".join(kept), encoding="utf-8")
    with pytest.raises(Complaints, match=re.escape(complaint)):
        outside.options(configuration.load(path, environ))


async def findings(path: Path, environ: dict[str, str]) -> dict[str, bool]:
    """What the doctor says of those outside."""
    found = [one async for one in doctor.examine(path, environ) if one.what.key.startswith("outside-")]
    return {one.what.key.removeprefix("outside-examined-"): one.ok for one in found}


async def test_the_doctor_looks_whether_letters_go_out_and_pages_are_found(store: Store, tmp_path: Path) -> None:
    async with running(store, tmp_path) as there:
        public = f"http://127.0.0.1:{there.adapter.port}"
        settings(tmp_path, there.post.port, public)
        assert await findings(tmp_path / "config.toml", ENVIRON) == {"mail": True, "pages": True}
        assert "mail FROM" not in str(there.post.heard)
    assert await findings(tmp_path / "config.toml", ENVIRON) == {"mail-away": False, "pages-away": False}
    assert await findings(tmp_path / "config.toml", {}) == {"half": False}


async def test_the_doctor_knows_an_unsafe_server_and_a_wrong_password(tmp_path: Path) -> None:
    async with Post(login=("bot", "hush")).open() as post:
        settings(tmp_path, post.port, public="")
        path, environ = tmp_path / "config.toml", {"PALABRE_SMTP_USER": "bot", "PALABRE_SMTP_PASSWORD": "wrong"}
        assert await findings(path, environ) == {"password": False}
        path.write_text(path.read_text().replace('"none"', '"starttls"'), encoding="utf-8")
        assert await findings(path, environ) == {"safety": False}


async def test_where_nobody_is_outside_the_doctor_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f'[communities.test]\nspaces = ["{SPACE}"]\n', encoding="utf-8")
    assert await findings(path, {}) == {}


def written(community_id: str) -> DoorUsed:
    """What a page hands over."""
    return DoorUsed(
        id=EventId("door:1"),
        space=outside_space(CommunityId(community_id)),
        at=MONDAY,
        purpose="answer",
        case=CASE,
        whose=None,
        number=2,
        text="words",
    )


async def test_what_is_written_on_a_page_reaches_the_road_of_its_community_alone(store: Store) -> None:
    config, clock = configuration.load(None, {}), FakeClock()
    settings = Community(spaces=(SPACE,), observation_days=0)
    assembly = assemble(config, COMMUNITY, settings, LiveMoments(clock))
    bot = Bot(config, store, [assembly], [Talking([])], clock)
    running = asyncio.create_task(bot.run())
    try:
        await bot.started.wait()
        await bot.receive([written(COMMUNITY)])
        async with store.reading() as connection:
            seen = await connection.scalar(select(tables.events.c.kind).where(tables.events.c.event_id == "door:1"))
        assert seen == "door_used"
        with pytest.raises(Unavailable, match="nobody is at home"):
            await bot.receive([written("nowhere")])
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
