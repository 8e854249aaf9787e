import asyncio
import re
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from html import unescape
from pathlib import Path

import httpx2
import pytest

from adapters.web import limits
from adapters.web.adapter import WebAdapter
from adapters.web.options import Options
from adapters.web.world import World
from bot.catalogue.declared import CATALOGUE
from bot.effects import PostCard
from bot.errors import Unavailable
from bot.events import Event, MessagePosted
from bot.ids import ChannelId, EffectKey
from bot.views import Bilingual, Button, Card
from tests.fakes import FakeClock
from tests.unit.web.worlds import (
    ADA,
    GENERAL,
    SPACE,
    THEN,
    FakeGuide,
    FakeMachine,
    card,
    closing_worlds,
    opened,
    peopled,
)

SAME = {"sec-fetch-site": "same-origin", "hx-request": "true"}
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


class Served:
    """A sandbox that is being served, and all that the core was told."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.heard: list[Event] = []
        self.guide = FakeGuide()
        self.clock = FakeClock(THEN)
        self.ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        options = Options(port=0, zone="UTC", on_ready=self.ready.set_result)
        self.machine = FakeMachine(self.clock)
        self.adapter = WebAdapter(world, CATALOGUE, self.guide, self.clock, options, self.machine)

    async def receive(self, events: Sequence[Event]) -> None:
        self.heard += events

    async def post(self, client: httpx2.AsyncClient, deed: str, /, **fields: str) -> httpx2.Response:
        given = {"_channel": GENERAL, **fields}
        return await client.post(f"/en/ada/do/{deed}", data=given, headers=SAME)

    async def settle(self) -> None:
        for _ in range(200):
            if not self.world.state.waiting:
                return
            await asyncio.sleep(0.005)


@asynccontextmanager
async def serving(world: World) -> AsyncIterator[tuple[Served, httpx2.AsyncClient]]:
    served = Served(world)
    running = asyncio.create_task(served.adapter.run(served.receive))
    await asyncio.wait_for(served.ready, 10)
    try:
        async with httpx2.AsyncClient(base_url=served.ready.result(), timeout=10) as client:
            yield served, client
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[tuple[Served, httpx2.AsyncClient]]:
    with closing_worlds():
        async with serving(peopled(tmp_path)) as found:
            yield found


Site = tuple[Served, httpx2.AsyncClient]


async def test_the_door_leads_to_a_member_in_the_language_of_the_browser(site: Site) -> None:
    _, client = site
    for asked, locale in (("fr-CA,fr;q=0.9,en;q=0.8", "fr"), ("en-GB,fr;q=0.5", "en"), ("de", "en")):
        answer = await client.get("/", headers={"accept-language": asked})
        assert answer.headers["location"] == f"/{locale}/ada/general"
        page = await client.get(answer.headers["location"])
        assert f'<html lang="{locale}">' in page.text


async def test_every_answer_tells_browsers_what_this_site_never_does(site: Site) -> None:
    _, client = site
    for path in ("/", "/en/ada/general", "/static/app.js", "/en/nobody/general", "/nowhere", "/files/x/y"):
        headers = (await client.get(path)).headers
        assert "default-src 'none'; script-src 'self'; style-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("localhost:8420", 200),
        ("[::1]:1", 200),
        ("evil.example", 421),
        ("evil.example:8420", 421),
        ("192.168.0.1", 421),
        ("", 421),
    ],
)
async def test_a_name_that_is_not_ours_is_not_answered_to(site: Site, host: str, status: int) -> None:
    _, client = site
    assert (await client.get("/en/ada/general", headers={"host": host})).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "same-origin", "origin": "null"}, 303),
        ({"origin": "OWN"}, 303),
        ({"origin": "null", "hx-request": "true"}, 204),
        ({"origin": "http://evil.example", "hx-request": "true"}, 403),
        ({"sec-fetch-site": "cross-site", "hx-request": "true"}, 403),
        ({}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"sec-fetch-site": "same-origin", "origin": "http://evil.example"}, 403),
    ],
)
async def test_what_another_site_sends_does_nothing(site: Site, headers: dict[str, str], status: int) -> None:
    served, client = site
    given = {name: str(client.base_url).rstrip("/") if value == "OWN" else value for name, value in headers.items()}
    answer = await client.post("/en/ada/do/post", data={"text": "hi", "_channel": GENERAL}, headers=given)
    assert answer.status_code == status
    assert len(served.world.state.lines[GENERAL]) == (status != 403)


async def test_a_message_reaches_the_core_and_is_acknowledged(site: Site) -> None:
    served, client = site
    assert (await served.post(client, "post", text="hello @Mo")).status_code == 204
    await served.settle()
    (event,) = served.heard
    assert isinstance(event, MessagePosted)
    assert event.text == "hello @Mo"
    assert not served.world.state.waiting


async def test_what_was_never_acknowledged_is_handed_over_again_after_a_restart(tmp_path: Path) -> None:
    with closing_worlds():
        async with serving(peopled(tmp_path)) as (served, client):

            async def broken(events: Sequence[Event]) -> None:
                await asyncio.Event().wait()

            served.receive = broken  # type: ignore[method-assign]
        world = opened(tmp_path)
        assert not world.state.waiting
        world.close()
    with closing_worlds():
        world = opened(tmp_path)
        stuck = Served(world)
        hanging = asyncio.Event()

        async def hang(events: Sequence[Event]) -> None:
            hanging.set()
            await asyncio.Event().wait()

        running = asyncio.create_task(stuck.adapter.run(hang))
        async with httpx2.AsyncClient(base_url=await stuck.ready) as client:
            await stuck.post(client, "post", text="do not lose me")
            await hanging.wait()
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
    with closing_worlds():
        async with serving(opened(tmp_path)) as (served, _):
            await served.settle()
            assert [event.text for event in served.heard if isinstance(event, MessagePosted)] == ["do not lose me"]


async def test_a_port_that_is_taken_is_told_in_one_sentence(tmp_path: Path) -> None:
    with closing_worlds(), socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        options = Options(port=port)
        adapter = WebAdapter(peopled(tmp_path), CATALOGUE, FakeGuide(), FakeClock(THEN), options)

        async def receive(events: Sequence[Event]) -> None:
            """Never called."""

        with pytest.raises(Unavailable, match=f"port {port}: Address already in use"):
            await adapter.run(receive)


def live(html: str) -> str:
    found = re.search(r'hx-sse:connect="([^"]+)"', html)
    assert found
    return unescape(found[1])


async def read_until(lines: AsyncIterator[str], wanted: str) -> str:
    async with asyncio.timeout(5):
        async for line in lines:
            if wanted in line:
                return line
    raise AssertionError(wanted)


async def test_two_windows_see_the_same_world(site: Site) -> None:
    served, client = site
    ada, mo = [await client.get(f"/en/{name}/general") for name in ("ada", "mo")]
    async with (
        client.stream("GET", f"/en/ada/{live(ada.text)}") as one,
        client.stream("GET", f"/fr/mo/{live(mo.text)}") as other,
    ):
        assert one.headers["content-type"].startswith("text/event-stream")
        ours, theirs = one.aiter_lines(), other.aiter_lines()
        await read_until(ours, "welcome")
        await read_until(theirs, "welcome")
        await served.post(client, "post", text="<script>alert(1)</script>")
        for lines in (ours, theirs):
            assert "<script>" not in await read_until(lines, "&lt;script&gt;")


async def test_a_window_that_comes_again_is_told_what_it_missed(site: Site) -> None:
    served, client = site
    page = await client.get("/en/mo/general")
    await served.post(client, "post", text="while you were away")
    async with client.stream("GET", f"/en/mo/{live(page.text)}") as stream:
        await read_until(stream.aiter_lines(), "while you were away")


async def test_windows_end_within_a_second_when_the_sandbox_does(tmp_path: Path) -> None:
    with closing_worlds():
        served = Served(peopled(tmp_path))
        running = asyncio.create_task(served.adapter.run(served.receive))
        async with httpx2.AsyncClient(base_url=await served.ready, timeout=10) as client:
            page = await client.get("/en/mo/general")
            async with client.stream("GET", f"/en/mo/{live(page.text)}") as stream:
                lines = stream.aiter_lines()
                await read_until(lines, "welcome")
                began = asyncio.get_running_loop().time()
                running.cancel()
                with suppress(asyncio.CancelledError):
                    await running
                assert asyncio.get_running_loop().time() - began < 1


async def test_there_are_only_so_many_windows(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    _, client = site
    monkeypatch.setattr(limits, "WINDOWS", 1)
    page = await client.get("/en/mo/general")
    async with client.stream("GET", f"/en/mo/{live(page.text)}") as stream:
        await read_until(stream.aiter_lines(), "welcome")
        answer = await client.get(f"/en/mo/{live(page.text)}")
        assert (answer.status_code, answer.text) == (
            503,
            "Too many windows are open. Close some, then load this page again.",
        )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": ""}, "There is nothing to send yet."),
        ({"text": "x" * 100_000}, "Your message has 100,000 characters; at most 4,000 fit."),
        ({"text": "🌿" * 10_000}, "Your message has 10,000 characters"),
        ({"text": "hi", "_channel": f"{SPACE}/team"}, "You do not see that channel."),
        ({"text": "/helpp <b>"}, "Did you mean /help?"),
        ({"text": "/settings <b>now</b>"}, "“&lt;b&gt;now&lt;/b&gt;”"),
    ],
)
async def test_what_cannot_be_sent_is_answered_with_a_sentence(site: Site, fields: dict[str, str], said: str) -> None:
    served, client = site
    answer = await served.post(client, "post", **fields)
    assert answer.status_code == 422
    assert 'hx-target="#said"' in answer.text
    assert said in answer.text
    assert "<b>" not in answer.text


async def test_a_request_that_is_too_big_is_not_read(site: Site) -> None:
    _, client = site
    files = {"file": ("big.bin", b"\0" * (limits.BODY + 1))}
    answer = await client.post("/en/ada/do/post", data={"_channel": GENERAL}, files=files, headers=SAME)
    assert answer.status_code == 413

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(200):
            yield b"x" * 65536

    with suppress(httpx2.HTTPError):
        answer = await client.post(
            "/en/ada/do/post", content=endless(), headers={**SAME, "content-type": "application/x-www-form-urlencoded"}
        )
        assert answer.status_code == 413


async def test_a_file_that_is_too_big_is_refused_with_a_sentence(site: Site) -> None:
    _, client = site
    files = {"file": ("big.bin", b"\0" * (limits.FILE + 1))}
    answer = await client.post("/en/ada/do/post", data={"_channel": GENERAL}, files=files, headers=SAME)
    assert "This file is too big: at most 5 MiB." in answer.text


@pytest.mark.parametrize(
    ("name", "content", "inline"),
    [
        ("cat.png", PNG, True),
        ("cat.html", PNG, True),
        ("cat.png", b"<script>alert(1)</script>", False),
        ("cat.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", False),
        ('"<b>.txt', b"hello", False),
    ],
)
async def test_only_pictures_are_shown_and_everything_else_is_downloaded(
    site: Site, name: str, content: bytes, inline: bool
) -> None:
    _, client = site
    files = {"file": (name, content, "image/png")}
    answer = await client.post("/en/ada/do/post", data={"_channel": GENERAL, "text": ""}, files=files, headers=SAME)
    assert answer.status_code == 204
    page = (await client.get("/en/ada/general")).text
    assert ("<img" in page) == inline
    found = re.search(r'href="(/files/[^"]+)"', page)
    assert found
    fetched = await client.get(found[1])
    assert fetched.content == content
    assert fetched.headers["x-content-type-options"] == "nosniff"
    assert fetched.headers["content-type"] == ("image/png" if inline else "application/octet-stream")
    assert fetched.headers.get("content-disposition", "").startswith("attachment") != inline


async def test_the_page_survives_whatever_people_are_called_and_write(site: Site) -> None:
    served, client = site
    await served.post(client, "submit", _form="web-rename", name='"><img src=x onerror=alert(1)>')
    await served.post(client, "post", text="<img src=x onerror=alert(1)> \u202e javascript:alert(1)")
    page = (await client.get("/en/ada/general?say=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")).text
    assert "<img" not in page
    assert page.count("<script") == page.count('<script src="/static/')


async def test_a_form_is_opened_filled_in_wrongly_and_sent(site: Site) -> None:
    served, client = site
    opened_form = await served.post(client, "post", text="/report @Mo")
    assert opened_form.status_code == 200
    assert f'<option value="{SPACE}/mo" selected>Mo</option>' in opened_form.text
    wrong = await served.post(client, "submit", _form="report", account="web:nobody", reason="because")
    assert "Please choose one of the list." in wrong.text
    assert "Please fill this in." in wrong.text
    assert "because" in wrong.text
    sent = await served.post(client, "submit", _form="report", what="spam", account=f"{SPACE}/mo", reason="because")
    assert sent.status_code == 204
    await served.settle()
    assert [event.kind for event in served.heard] == ["form_submitted"]


async def test_a_button_that_opens_a_form_brings_its_subject_and_its_answers(site: Site) -> None:
    served, client = site
    buttons = (
        Button(id="setup-voice:me", label=Bilingual("Voice", "Voix"), prefill=(("locale", "fr"),)),
        Button(id="resume:x", label=Bilingual("Resume", "Reprendre")),
    )
    effect = PostCard(space=SPACE, channel=GENERAL, card=Card(body=(), buttons=buttons), locale="en")
    made = str((await served.adapter.apply(effect, key=EffectKey("k"))).made)
    form = await served.post(client, "press", message=made, button="setup-voice:me")
    assert 'name="_about" value="me"' in form.text
    assert re.search(r'value="fr"[^>]* checked', form.text)
    assert (await served.post(client, "press", message=made, button="resume:x")).status_code == 204
    assert (await served.post(client, "press", message=made, button="forged:x")).status_code == 404
    await served.settle()
    assert [event.kind for event in served.heard] == ["button_pressed"]


async def test_somebody_new_arrives_and_their_window_opens(site: Site) -> None:
    served, client = site
    answer = await served.post(client, "submit", _form="web-newcomer", name="Zoé", age="new")
    assert re.fullmatch(r"/en/new-\d+/general", answer.headers["hx-redirect"])
    scam = await served.post(client, "scam")
    page = await client.get(scam.headers["hx-redirect"])
    assert "https://free-nitro.example/claim</textarea>" in page.text
    assert sum(one.name == "Zoé" for one in served.world.state.people.values()) == 1


async def test_completing_knows_commands_policies_people_and_emoji(site: Site) -> None:
    _, client = site

    async def offered(text: str, by: str = "ada", locale: str = "en") -> list[str]:
        html = (await client.get(f"/{locale}/{by}/complete", params={"text": text})).text
        return [unescape(one) for one in re.findall(r'data-insert="([^"]*)"', html)]

    assert "/help " in await offered("/")
    assert await offered("/pol", "ada") == ["/policy list ", "/policy show "]
    assert "/policy explain " in await offered("/pol", "mo")
    assert await offered("/regles v", locale="fr") == ["/règles voir "]
    assert await offered("/policy show st") == ["starter/scams "]
    assert await offered("/report @b") == ["@Bob Ross "]
    assert await offered("hi @m") == ["@Mo "]
    assert await offered("see #gen") == ["#general "]
    assert await offered("tea :her") == ["🌿 "]
    assert await offered("nothing") == []


async def test_time_moves_on_and_the_world_remembers(site: Site) -> None:
    served, client = site
    assert (await served.post(client, "forward", by="day")).status_code == 204
    assert served.world.state.moved == 86400
    answer = await served.post(client, "forward", by="deadline")
    assert "there is no deadline to go to" in answer.text


async def test_an_address_where_nobody_is_leads_back_to_the_beginning(site: Site) -> None:
    _, client = site
    for path in ("/en/nobody/general", "/xx/ada/general", "/en/palabre/general", "/fr/ada/do/nothing"):
        answer = await client.get(path)
        assert answer.status_code in (404, 405, 307)
    assert (await client.get("/en/ada/team")).headers["location"] == "/en/ada/general"
    assert "Il n'y a rien ici" in unescape((await client.get("/fr/nobody/x")).text)


async def test_what_is_gone_is_answered_with_a_sentence_and_a_window_on_it_is_sent_elsewhere(site: Site) -> None:
    served, client = site
    answer = await served.post(client, "delete", message="web:tilleul/general/1.1")
    assert answer.status_code == 404
    assert answer.text.startswith('<hx-partial hx-target="#said"')
    for path in ("/en/ada/live?channel=web:tilleul/team", "/en/nobody/live?channel=web:tilleul/general"):
        assert (await client.get(path)).text.startswith("event: palabre-moved")


async def test_whoever_left_is_offered_to_come_back(site: Site) -> None:
    served, client = site
    assert (await served.post(client, "leave")).status_code == 204
    page = await client.get("/en/ada", follow_redirects=True)
    assert page.url.path == "/en/ada/direct-ada"
    assert "You have left this community." in page.text
    assert (await served.post(client, "return")).status_code == 204
    assert (await client.get("/en/ada/general")).status_code == 200


async def test_two_hundred_windows_are_told_of_a_message_without_delay(site: Site) -> None:
    served, client = site
    names = [await served.post(client, "submit", _form="web-newcomer", name=f"P{n}", age="old") for n in range(40)]
    for n in range(80):
        await served.post(client, "post", text=f"message {n}")
    hub = served.adapter._hub
    keys = [answer.headers["hx-redirect"].split("/")[2] for answer in names] * 5

    async def watch(name: str, counted: asyncio.Semaphore) -> None:
        page = await client.get(f"/en/{name}/general")
        async with client.stream("GET", f"/en/{name}/{live(page.text)}") as stream:
            lines = stream.aiter_lines()
            await read_until(lines, "welcome")
            counted.release()
            await read_until(lines, "to all of you")

    limits_ = httpx2.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx2.AsyncClient(base_url=client.base_url, timeout=30, limits=limits_) as many:
        client = many
        counted = asyncio.Semaphore(0)
        watching = [asyncio.create_task(watch(name, counted)) for name in keys]
        for _ in keys:
            await counted.acquire()
        assert not hub.full
        began = asyncio.get_running_loop().time()
        await served.adapter.apply(
            PostCard(space=SPACE, channel=ChannelId(GENERAL), card=card("to all of you"), locale="en"),
            key=EffectKey("all"),
        )
        await asyncio.gather(*watching)
        assert asyncio.get_running_loop().time() - began < 5
    assert ADA in served.world.state.people
