"""The pages, as browsers and others visit them."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from html import unescape

import aiohttp
import pytest

from adapters.outside.adapter import OutsideAdapter
from adapters.outside.options import Options, Pages
from bot.errors import Complaints, StorageUnavailable, Unavailable
from bot.ports import Standing
from tests.wire.outside.keeping import ANA, LIME, House

WORDS = "I was asleep <b>then</b>.\r\nSomebody else\u202e wrote it."


@dataclass
class Visit:
    """One answer."""

    status: int
    text: str
    headers: dict[str, str]

    @property
    def form(self) -> str:
        """What the form of the page shows to be of that page."""
        found = re.search('name="form" value="([0-9a-f]{64})"', self.text)
        assert found is not None
        return found[1]

    @property
    def said(self) -> str:
        return unescape(re.sub("<[^>]*>", " ", self.text))


class Browser:
    """Visits pages, and follows where they lead."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def look(self, address: str, **headers: str) -> Visit:
        async with self._session.get(address, headers=headers) as answer:
            return Visit(answer.status, await answer.text(), dict(answer.headers))

    async def send(self, address: str, values: dict[str, str], **headers: str) -> Visit:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self._session.post(address, data=values, headers=named) as answer:
            return Visit(answer.status, await answer.text(), dict(answer.headers))

    async def write(self, address: str, text: str = WORDS, **more: str) -> Visit:
        """As people do: look first, then send the form."""
        return await self.send(address, {"form": (await self.look(address)).form, "text": text, **more})


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with House().open() as opened:
        yield opened


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with aiohttp.ClientSession() as session:
        yield Browser(session)


async def test_somebody_asks_for_a_fresh_look(house: House, browser: Browser) -> None:
    seen = await browser.write(house.address())
    assert (seen.status, "Your words have arrived" in seen.said) == (200, True)
    (used,) = house.heard
    assert (used.purpose, used.case, used.whose, used.number, used.space) == ("appeal", "12", ANA, 5, LIME)
    assert used.text == "I was asleep <b>then</b>.\nSomebody else\N{REPLACEMENT CHARACTER} wrote it."
    assert used.at == house.clock.now()


async def test_somebody_answers_from_outside_and_chooses(house: House, browser: Browser) -> None:
    house.stands = Standing(word="decided", open=True, choices=("uphold", "overturn"))
    address = house.address("answer", locale="fr", address="vous")
    page = await browser.look(address)
    assert [one in page.said for one in ("Elle doit tenir", "C'était une erreur", "L'équipe de lime")] == [True] * 3
    assert 'lang="fr"' in page.text
    seen = await browser.write(address, choice="overturn")
    assert "Merci, votre réponse est arrivée" in seen.said
    assert [(one.purpose, one.whose, one.choice) for one in house.heard] == [("answer", None, "overturn")]


@pytest.mark.parametrize("choice", ["ban", "words", ""])
async def test_nothing_can_be_chosen_that_is_not_offered(house: House, browser: Browser, choice: str) -> None:
    await browser.write(house.address("answer"), choice=choice)
    assert [one.choice for one in house.heard] == [""]


async def test_a_look_changes_nothing(house: House, browser: Browser) -> None:
    for _ in range(3):
        assert "Ask for a fresh look" in (await browser.look(house.address())).said
    assert house.heard == []


async def test_a_second_use_says_kindly_that_it_was_used(house: House, browser: Browser) -> None:
    form = (await browser.look(house.address())).form
    await browser.write(house.address())
    again = await browser.send(house.address(), {"form": form, "text": "once more"})
    assert (again.status, len(house.heard)) == (200, 1)
    assert "This page has done its work" in again.said


async def test_the_page_says_later_how_it_stands(house: House, browser: Browser) -> None:
    house.stands = Standing(word="decided", used=True)
    seen = (await browser.look(house.address())).said
    assert re.search(r"Your situation stands:\s+decided", seen)
    assert "Somebody is looking at it afresh" in seen
    house.stands = Standing(word="finished", used=True, result="overturn", reasons="We <mixed> you up.")
    page = await browser.look(house.address(locale="fr", address="vous"))
    assert "Vous avez bien fait de demander" in page.said
    assert "We &lt;mixed&gt; you up." in page.text


@pytest.mark.parametrize(("address", "word"), [("tu", "ta situation"), ("vous", "votre situation")])
async def test_french_speaks_to_people_as_the_letter_did(
    house: House, browser: Browser, address: str, word: str
) -> None:
    house.stands = Standing(word="talked_over", used=True)
    seen = (await browser.look(house.address(locale="fr", address=address))).said  # type: ignore[arg-type]
    assert word in seen
    assert "en discussion" in seen


async def test_what_cannot_be_used_any_more_says_so(house: House, browser: Browser) -> None:
    house.stands = Standing(word="finished")
    seen = await browser.look(house.address())
    assert (seen.status, "Nothing can be written here any more" in seen.said) == (200, True)
    house.stands = None
    assert (await browser.look(house.address())).status == 410


async def test_a_day_is_a_day(house: House, browser: Browser) -> None:
    address = house.address(days=1)
    form = (await browser.look(address)).form
    house.clock.move(timedelta(days=1))
    assert (await browser.look(address)).status == 410
    assert (await browser.send(address, {"form": form, "text": "late"})).status == 410
    assert house.heard == []


async def test_what_is_no_address_of_ours_leads_nowhere(house: House, browser: Browser) -> None:
    good = house.address()
    swapped = good.replace("/appeal/", "/answer/")
    for wrong in (good[:-1], good[:-1] + ("a" if good[-1] != "a" else "b"), swapped, f"{house.url}/", f"{house.url}/x"):
        seen = await browser.look(wrong)
        assert (seen.status, "There is no such page" in seen.said) == (404, True)
    assert "Cette page n'existe pas" in (await browser.look(swapped, **{"Accept-Language": "fr-CA,en;q=0.5"})).said


async def test_a_form_of_another_page_is_not_taken(house: House, browser: Browser) -> None:
    other = (await browser.look(house.address(days=3))).form
    for form in (other, "", "0" * 64):
        assert (await browser.send(house.address(), {"form": form, "text": "hello"})).status == 403
    assert house.heard == []


@pytest.mark.parametrize(
    "headers", [{"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"}, {"Origin": "https://evil.example"}]
)
async def test_what_another_site_sends_is_not_taken(house: House, browser: Browser, headers: dict[str, str]) -> None:
    form = (await browser.look(house.address())).form
    assert (await browser.send(house.address(), {"form": form, "text": "hello"}, **headers)).status == 403
    assert house.heard == []


async def test_what_browsers_say_of_our_own_page_is_taken(house: House, browser: Browser) -> None:
    form = (await browser.look(house.address())).form
    values = {"form": form, "text": "hello"}
    await browser.send(house.address(), values, Origin="null", Sec_Fetch_Site="same-origin")
    house.stands = Standing(word="decided", open=True)
    await browser.send(house.address(), values, Origin="https://bot.example")
    assert len(house.heard) == 2


@pytest.mark.parametrize("text", ["", "  \r\n ", "x" * 4001])
async def test_too_little_and_too_much_is_asked_for_anew(house: House, browser: Browser, text: str) -> None:
    seen = await browser.write(house.address(), text)
    assert (seen.status, house.heard) == (422, [])
    assert 'role="alert"' in seen.text
    assert text.strip() in seen.text


async def test_far_too_much_is_not_even_read(house: House, browser: Browser) -> None:
    form = (await browser.look(house.address())).form
    seen = await browser.send(house.address(), {"form": form, "text": "x" * 100_000})
    assert (seen.status, "too much at once" in seen.said) == (413, True)


@pytest.mark.parametrize(
    "trouble", [Unavailable("nobody is at home", timedelta(seconds=5)), StorageUnavailable("full")]
)
async def test_words_are_not_lost_while_nothing_can_be_taken(
    house: House, browser: Browser, trouble: Unavailable | StorageUnavailable
) -> None:
    house.trouble = trouble
    seen = await browser.write(house.address(), "do not lose <me>")
    assert (seen.status, "do not lose &lt;me&gt;</textarea>" in seen.text) == (503, True)
    house.trouble = None
    assert (await browser.send(house.address(), {"form": seen.form, "text": "do not lose <me>"})).status == 200
    assert len(house.heard) == 1


async def test_the_same_words_are_the_same_event(house: House, browser: Browser) -> None:
    await browser.write(house.address(), "one")
    for text in ("one", "two"):
        house.stands = Standing(word="decided", open=True)
        await browser.write(house.address(), text)
    first, second, third = (one.id for one in house.heard)
    assert first == second != third


async def test_nobody_sends_all_the_time(house: House, browser: Browser) -> None:
    answers = []
    for _ in range(8):
        house.stands = Standing(word="decided", open=True)
        answers.append((await browser.write(house.address())).status)
    assert answers == [200] * 6 + [429] * 2
    assert len(house.heard) == 6


async def test_nobody_looks_all_the_time_and_others_are_not_kept_out(house: House, browser: Browser) -> None:
    first = {"X-Forwarded-For": "1.1.1.1, 9.9.9.9"}
    answers = [(await browser.look(house.address(), **first)).status for _ in range(70)]
    assert answers[0] == 200
    assert answers[-1] == 429
    assert (await browser.look(house.address(), **{"X-Forwarded-For": "9.9.9.9, 2.2.2.2"})).status == 200


async def test_every_answer_lets_nothing_in_and_nothing_out(house: House, browser: Browser) -> None:
    for address in (house.address(), f"{house.url}/x", f"{house.url}/well"):
        head = (await browser.look(address)).headers
        assert "default-src 'none'" in head["Content-Security-Policy"]
        assert "form-action 'self'" in head["Content-Security-Policy"]
        assert head["Referrer-Policy"] == "no-referrer"
        assert head["Cache-Control"] == "no-store"
        assert "noindex" in head["X-Robots-Tag"]
        assert head["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in head


async def test_a_page_needs_no_script_and_loads_nothing(house: House, browser: Browser) -> None:
    text = (await browser.look(house.address())).text
    assert not re.search("<script|<link|<img|src=|@import|url\\(", text)


async def test_no_other_method_does_anything(house: House) -> None:
    async with aiohttp.ClientSession() as session, session.put(house.address(), data=b"x") as answer:
        assert answer.status == 405
    assert house.heard == []


async def test_the_address_can_be_tried(house: House, browser: Browser) -> None:
    assert (await browser.look(f"{house.url}/well")).text == "palabre pages"


async def test_pages_that_are_about_to_open_are_not_called_away() -> None:
    house = House()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    pages = Pages(public_url=f"http://127.0.0.1:{port}", keys=("key",), port=port)
    adapter = OutsideAdapter(Options(pages=pages), house, house.clock)
    asked = asyncio.create_task(adapter.examine({}))
    await asyncio.sleep(0)
    running = asyncio.create_task(adapter.run(house.receive))
    try:
        assert [one.ok for one in await asked] == [True]
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def test_where_there_are_no_pages_there_is_nothing_to_hear() -> None:
    await OutsideAdapter(Options(), House(), House().clock).run(House().receive)


async def test_an_address_that_is_taken_is_told(house: House) -> None:
    with pytest.raises(Complaints, match="cannot be listened at"):
        async with House(port=house.port).open():
            pass
