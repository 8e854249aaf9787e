"""Serves a loopback Discord: prints its addresses as one line of JSON, then runs until it is stopped."""

import argparse
import asyncio
import contextlib
import json
import signal
import sys

from tests.wire.discord.server.server import TOKEN, LoopbackDiscord


async def serve(options: argparse.Namespace) -> None:
    """Builds one guild of the wanted size and serves it."""
    server = LoopbackDiscord(
        port=options.port,
        token=options.token,
        shards=options.shards,
        max_concurrency=options.max_concurrency,
        identify_window=options.identify_window,
    )
    guilds = [server.add_guild(f"guild-{number}") for number in range(options.guilds)]
    if guilds:
        server.crowd(guilds[0], options.members)
    server.limits.enforced = options.limits
    async with server:
        addresses = {
            "api_url": server.api_url,
            "gateway_url": server.gateway_url,
            "control_url": server.hub.base_url + "/_control",
            "token": server.token,
            "guilds": [
                {"id": str(one.id), "channels": {each.name: str(each.id) for each in one.channels.values()}}
                for one in guilds
            ],
        }
        sys.stdout.write(json.dumps(addresses) + "\n")
        sys.stdout.flush()
        stopped = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
        await stopped.wait()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--guilds", type=int, default=1)
    parser.add_argument("--members", type=int, default=10, help="members of the first guild")
    parser.add_argument("--shards", type=int, default=1, help="what /gateway/bot recommends")
    parser.add_argument("--max-concurrency", type=int, default=1)
    parser.add_argument("--identify-window", type=float, default=5.0)
    parser.add_argument("--limits", action="store_true", help="enforce rate limits")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
