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
from bot.commands import Level
from bot.effects import PostCard
from bot.errors import StorageError, Unavailable
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
        ({"text": f"/xyz {'b' * 3_900}"}, f"There is no command /xyz {'b' * 76}…."),
        ({"text": f"/settings {'b ' * 1_900}"}, "…”"),
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
    assert "This file is too big: at most 5 MB." in answer.text


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
    assert {"/policy list ", "/policy show "} <= set(await offered("/pol", "ada"))
    assert "/policy explain " not in await offered("/pol", "ada")
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


async def test_numbers_that_are_none_are_not_read_as_numbers(site: Site) -> None:
    served, client = site
    await served.adapter.apply(PostCard(space=SPACE, channel=GENERAL, card=card(), locale="en"), key=EffectKey("k"))
    shown = served.world.state.lines[GENERAL][-1].id
    for number in ("²", "9" * 5_000):
        assert (await client.get("/en/ada/general", params={"most": number})).status_code == 200
        assert (await client.get("/en/ada/document", params={"message": shown, "file": number})).status_code == 404


async def test_a_body_without_a_length_is_measured_while_it_comes(site: Site) -> None:
    _, client = site
    reader, writer = await asyncio.open_connection(client.base_url.host, client.base_url.port)
    head = "POST /en/ada/do/post HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\n"
    writer.write(
        f"{head}content-type: application/x-www-form-urlencoded\r\ntransfer-encoding: chunked\r\n\r\n".encode()
    )
    writer.write(b"%x\r\n" % (limits.BODY + 1) + b"x" * (limits.BODY + 1) + b"\r\n0\r\n\r\n")
    assert b" 413 " in await asyncio.wait_for(reader.readline(), 5)
    writer.close()


@pytest.mark.parametrize("deed", ["post", "react"])
async def test_letters_that_no_text_can_hold_are_replaced_before_anybody_sees_them(site: Site, deed: str) -> None:
    served, client = site
    await served.post(client, "post", text="hello")
    parts = {"_channel": GENERAL, "message": served.world.state.lines[GENERAL][-1].id, "text": "a\\ud800b"}
    parts["emoji"] = "\\ud800"
    written = [
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in parts.items()
    ]
    headers = {**SAME, "content-type": "multipart/form-data; boundary=x; charset=unicode_escape"}
    await client.post(f"/en/ada/do/{deed}", content="".join([*written, "--x--\r\n"]).encode(), headers=headers)
    assert (await client.get("/en/ada/general")).status_code == 200
    assert "\ud800" not in repr(served.world.state.messages)


@pytest.mark.parametrize("channel", [f"{SPACE}/nowhere", f"{SPACE}/team"])
async def test_nobody_asks_from_where_they_are_not(site: Site, channel: str) -> None:
    served, client = site
    answer = await served.post(client, "submit", _form="report", _channel=channel, what="spam", reason="because")
    assert "You do not see that channel." in answer.text
    assert not served.heard


async def test_an_answer_stands_in_the_thread_of_its_own_channel_whatever_is_sent(site: Site) -> None:
    served, client = site
    await served.post(client, "post", text="above")
    (above,) = served.world.state.lines[GENERAL]
    direct = served.world.state.direct(ADA)
    await served.post(client, "post", text="elsewhere", _channel=direct, _thread=above.id)
    await served.post(client, "post", text="below", _thread=above.id)
    below = served.world.state.lines[GENERAL][-1]
    await served.post(client, "post", text="further below", _thread=below.id)
    threads = {one.text: one.thread for one in served.world.state.messages.values()}
    assert threads == {"above": None, "elsewhere": None, "below": above.id, "further below": above.id}


async def test_what_was_deleted_is_not_offered_to_be_reworded(site: Site) -> None:
    served, client = site
    await served.post(client, "post", text="a secret")
    (message,) = served.world.state.lines[GENERAL]
    asked = {"name": "web-edit", "message": message.id}
    assert "a secret" in (await client.get("/en/ada/form", params=asked)).text
    assert (await client.get("/en/mo/form", params=asked)).status_code == 404
    await served.post(client, "delete", message=message.id)
    assert "a secret" not in (await client.get("/en/ada/form", params=asked)).text


async def test_a_database_that_is_away_is_told_in_a_sentence(site: Site) -> None:
    served, client = site
    served.guide.broken = StorageError("locked")
    for path in ("weeks", "complete?text=/policy show st"):
        answer = await client.get(f"/en/ada/{path}", headers={"hx-request": "true"})
        assert answer.status_code == 503
        assert "Try again in a moment." in answer.text
    assert (await client.get("/en/ada/general")).status_code == 200


async def test_a_form_about_a_message_that_is_gone_says_so_in_the_form(site: Site) -> None:
    served, client = site
    answer = await served.post(client, "submit", _form="report", _cited="web:x/1", what="spam", reason="because")
    assert answer.status_code == 200
    assert '<p id="q-what-wrong" class="wrong">That message is gone already.</p>' in unescape(answer.text)


async def test_completing_counts_letters_as_browsers_do_and_a_long_text_to_its_end(site: Site) -> None:
    _, client = site

    async def begins(text: str) -> list[str]:
        html = (await client.get("/en/ada/complete", params={"text": text})).text
        return re.findall(r'data-begins="(\d+)"', html)

    assert await begins("🎉🎉 hi @m") == ["8"]
    assert await begins("x" * 600 + " @m") == ["601"]
    assert await begins("x" * 396 + " @m" + "x" * 10 + " @b") == ["410"]
    assert await begins("x" * 5_000 + " @m") == []


async def test_a_page_of_another_site_cannot_make_this_one_work(site: Site) -> None:
    _, client = site
    page = await client.get("/en/ada/general", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"})
    assert page.status_code == 200
    inside = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    assert (await client.get(f"/en/ada/{live(page.text)}", headers=inside)).status_code == 403


async def test_an_adapter_that_is_started_again_serves_at_the_same_address(tmp_path: Path) -> None:
    with closing_worlds():
        served = Served(peopled(tmp_path))
        for said in ("hello", "here again"):
            running = asyncio.create_task(served.adapter.run(served.receive))
            address = await served.ready
            async with httpx2.AsyncClient(base_url=address, timeout=10) as client:
                page = await _patiently(client, "/en/mo/general")
                async with client.stream("GET", f"/en/mo/{live(page.text)}") as stream:
                    lines = stream.aiter_lines()
                    await read_until(lines, "welcome")
                    await served.post(client, "post", text=said)
                    await read_until(lines, said)
            await served.settle()
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running
        assert [event.text for event in served.heard if isinstance(event, MessagePosted)] == ["hello", "here again"]


async def _patiently(client: httpx2.AsyncClient, path: str) -> httpx2.Response:
    for _ in range(200):
        with suppress(httpx2.ConnectError):
            return await client.get(path)
        await asyncio.sleep(0.02)
    raise AssertionError(path)


async def test_an_event_that_can_never_be_taken_does_not_hold_up_the_others(tmp_path: Path) -> None:
    with closing_worlds():
        served = Served(peopled(tmp_path))

        async def receive(events: Sequence[Event]) -> None:
            if any(isinstance(event, MessagePosted) and event.text == "poison" for event in events):
                raise ValueError(events)
            await served.receive(events)

        running = asyncio.create_task(served.adapter.run(receive))
        async with httpx2.AsyncClient(base_url=await served.ready, timeout=10) as client:
            await asyncio.gather(*(served.post(client, "post", text=text) for text in ("one", "poison", "two")))
        await served.settle()
        assert {event.text for event in served.heard if isinstance(event, MessagePosted)} == {"one", "two"}
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def test_commands_are_offered_all_and_the_longest_list_of_names_is_cut(site: Site) -> None:
    served, client = site
    for n in range(20):
        await served.post(client, "submit", _form="web-newcomer", name=f"Pat {n}", age="old")

    async def offered(text: str) -> int:
        return (await client.get("/en/ola/complete", params={"text": text})).text.count("<li ")

    assert await offered("/") == len(list(CATALOGUE.visible(Level.OWNER))) > 8
    assert await offered("hi @p") == await offered("/report @p") == 8


async def test_scripts_are_asked_for_again_only_where_they_changed(site: Site) -> None:
    _, client = site
    first = await client.get("/static/app.js")
    assert first.headers["cache-control"] == "no-cache"
    again = await client.get("/static/app.js", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert (await client.get("/en/ada/general")).headers["cache-control"] == "no-store"


async def test_windows_stay_open_while_the_core_cannot_take_what_happens(tmp_path: Path) -> None:
    with closing_worlds():
        served = Served(peopled(tmp_path))
        served.adapter.patience = 0.02
        refusals = iter([StorageError("away"), StorageError("still away")])

        async def receive(events: Sequence[Event]) -> None:
            if error := next(refusals, None):
                raise error
            await served.receive(events)

        running = asyncio.create_task(served.adapter.run(receive))
        async with httpx2.AsyncClient(base_url=await served.ready, timeout=10) as client:
            page = await client.get("/en/mo/general")
            async with client.stream("GET", f"/en/mo/{live(page.text)}") as stream:
                lines = stream.aiter_lines()
                await served.post(client, "post", text="one")
                await served.settle()
                await served.post(client, "post", text="two")
                await read_until(lines, "two")
        await served.settle()
        assert [event.text for event in served.heard if isinstance(event, MessagePosted)] == ["one", "two"]
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("::1", "[::1]")])  # noqa: S104
async def test_the_address_that_is_told_can_be_visited(tmp_path: Path, host: str, shown: str) -> None:
    with closing_worlds():
        ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        options = Options(host=host, port=0, on_ready=ready.set_result)
        adapter = WebAdapter(peopled(tmp_path), CATALOGUE, FakeGuide(), FakeClock(THEN), options)
        try:
            adapter.open_door()
        except Unavailable:
            pytest.skip("this machine has no such address")
        running = asyncio.create_task(adapter.run(Served(adapter._world).receive))
        address = await ready
        assert address.startswith(f"http://{shown}:")
        async with httpx2.AsyncClient(base_url=address, timeout=10) as client:
            assert (await client.get("/en/mo/general")).status_code == 200
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
