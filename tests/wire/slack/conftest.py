"""A loopback Slack for each test, and slack-bolt pointed at it."""

import contextlib
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.wire.slack.server import Channel, LoopbackSlack, User


@pytest.fixture
async def server() -> AsyncIterator[LoopbackSlack]:
    """A Slack with an app and a workspace; retries come soon, so that tests need not wait."""
    async with LoopbackSlack(retries=(0.0, 0.05, 0.1)) as running:
        yield running
        assert not running.unknown, f"unknown methods were called: {running.unknown}"
        assert not running.crashes, f"the server stumbled: {running.crashes}"
        assert not running.violations, f"the app broke the protocol of sockets: {running.violations}"


@pytest.fixture
def ada(server: LoopbackSlack) -> User:
    """A member."""
    return server.add_user("ada")


@pytest.fixture
def channel(server: LoopbackSlack, ada: User) -> Channel:
    """A public channel with Ada, the owner and the bot in it."""
    return server.add_channel("help", ada, server.owner())


@pytest.fixture
def client(server: LoopbackSlack) -> AsyncWebClient:
    """slack_sdk with the bot's token."""
    return AsyncWebClient(token=server.token, base_url=server.api_url)


@pytest.fixture
def app(server: LoopbackSlack, client: AsyncWebClient) -> AsyncApp:
    """Bolt with the bot's token."""
    return AsyncApp(client=client, signing_secret=server.app.signing_secret)


@contextlib.asynccontextmanager
async def in_socket_mode(app: AsyncApp, server: LoopbackSlack) -> AsyncIterator[AsyncSocketModeHandler]:
    """Bolt in Socket Mode, connected."""
    handler = AsyncSocketModeHandler(app, server.app_token, ping_interval=0.5)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        await server.connected()
        yield handler
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


@contextlib.asynccontextmanager
async def in_http_mode(app: AsyncApp, server: LoopbackSlack) -> AsyncIterator[str]:
    """Bolt behind its own aiohttp application, with the server pointed at it."""
    runner = web.AppRunner(app.web_app(), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    server.point(url)
    try:
        yield url
    finally:
        await server.webhooks.settle()
        await runner.cleanup()
