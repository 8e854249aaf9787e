"""The sandbox as a program: opened, closed, opened again, and never twice at the same time."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import select

from bot.app import sandbox
from bot.app.sandbox import SPACE, Wanted
from bot.errors import Complaints
from bot.storage import tables
from bot.storage.store import Store

SCAM = "Free nitro for everyone, claim it here: https://free-nitro.example/claim"


@asynccontextmanager
async def opened(folder: Path, *, fresh: bool = False) -> AsyncIterator[httpx2.AsyncClient]:
    """Somebody who visits it."""
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    running = asyncio.create_task(sandbox.serve(Wanted(folder=folder, port=0, fresh=fresh, ready=ready.set_result)))
    try:
        waiting: set[asyncio.Future[Any]] = {running, ready}
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            await running
        async with httpx2.AsyncClient(base_url=ready.result(), headers={"origin": ready.result()}) as visitor:
            yield visitor
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def said(visitor: httpx2.AsyncClient, text: str) -> None:
    fields = {"_channel": f"{SPACE}/C0GENERAL1", "text": text}
    answer = await visitor.post("/en/U0YUKI0001/do/post", data=fields, headers={"hx-request": "true"})
    assert answer.is_success, answer.text


async def panel_holds(visitor: httpx2.AsyncClient, words: str) -> str:
    """The page, once the bot has seen something."""
    async with asyncio.timeout(10):
        while words not in (page := await shown(visitor)).partition('id="sightings"')[2]:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    return page


async def shown(visitor: httpx2.AsyncClient) -> str:
    return (await visitor.get("/en/U0YUKI0001/C0GENERAL1")).text


async def incidents(folder: Path) -> int:
    store = await Store.open(f"sqlite:///{folder / 'palabre.db'}")
    async with store.reading() as connection:
        found = len((await connection.execute(select(tables.incidents.c.incident))).all())
    await store.close()
    return found


async def test_its_past_is_lived_through_once_and_it_goes_on_where_it_was(tmp_path: Path) -> None:
    async with opened(tmp_path) as visitor:
        assert "Belle photo, belle bande" in await shown(visitor)
        await said(visitor, "Here before the night.")
        await panel_holds(visitor, "Here before the night.")
    first = await incidents(tmp_path)
    assert first > 3
    async with opened(tmp_path) as visitor:
        assert "Here before the night." in await shown(visitor)
    assert await incidents(tmp_path) == first
    async with opened(tmp_path, fresh=True) as visitor:
        assert "Here before the night." not in await shown(visitor)


async def test_what_is_said_there_is_judged_by_the_whole_bot(tmp_path: Path) -> None:
    async with opened(tmp_path) as visitor:
        await said(visitor, SCAM)
        assert "a known way to steal accounts or money" in await panel_holds(visitor, "took the message down")


async def test_two_programs_never_share_a_folder(tmp_path: Path) -> None:
    async with opened(tmp_path):
        with pytest.raises(Complaints, match="this sandbox is open already"):
            async with opened(tmp_path):
                pass


async def test_an_address_that_is_taken_is_named_with_what_to_do(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        wanted = Wanted(folder=tmp_path, port=taken.getsockname()[1], ready=print)
        with pytest.raises(
            Complaints, match=r"port \d+: Address already in use; close what uses it, or choose another"
        ):
            await sandbox.serve(wanted)


async def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(Complaints, match="this folder cannot be written"):
        await sandbox.serve(Wanted(folder=tmp_path / "file" / "in", port=0, ready=print))
