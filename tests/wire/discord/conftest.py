"""A loopback Discord for each test, and discord.py pointed at it."""

from collections.abc import AsyncIterator, Iterator

import discord
import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.wire.discord.server import LoopbackDiscord


@pytest.fixture
def untouched_addresses() -> Iterator[None]:
    """discord.py's own addresses, put back after a test that changes them."""
    base, gateway, asset = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY, discord.Asset.BASE
    yield
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY, discord.Asset.BASE = base, gateway, asset


@pytest.fixture
async def server() -> AsyncIterator[LoopbackDiscord]:
    """A Discord with nothing on it; identifying twice is allowed at once, so that tests need not wait."""
    async with LoopbackDiscord(identify_window=0.0) as running:
        yield running
        assert not running.unknown, f"unknown routes were asked for: {running.unknown}"
        assert not running.crashes, f"the server stumbled: {running.crashes}"


@pytest.fixture
def pointed(server: LoopbackDiscord, untouched_addresses: None) -> LoopbackDiscord:
    """The server, with discord.py's addresses set to it."""
    point(server)
    return server


def point(server: LoopbackDiscord) -> None:
    """Sets discord.py's addresses to a server's."""
    point_at(server.api_url, server.gateway_url)


def point_at(api_url: str, gateway_url: str) -> None:
    """Sets discord.py's addresses."""
    Route.BASE = api_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)
    discord.Asset.BASE = api_url.partition("/api")[0]
