"""Serves a loopback Slack: prints its addresses as one line of JSON, then runs until it is stopped."""

import argparse
import asyncio
import contextlib
import json
import signal
import sys

from tests.wire.slack.server.server import LoopbackSlack


async def serve(options: argparse.Namespace) -> None:
    """Builds one workspace of the wanted size and serves it."""
    server = LoopbackSlack(
        port=options.port,
        deadline=options.deadline,
        retries=tuple(one * options.scale for one in (0.0, 60.0, 300.0)),
        commands=options.command or ["/palabre"],
    )
    channels = [server.add_channel(f"channel-{number}", server.owner()) for number in range(options.channels)]
    for channel in channels[:1]:
        server.crowd(options.members, channel=channel)
    server.limits.enforced = options.limits
    async with server:
        if options.url:
            server.point(options.url)
        addresses = {
            "api_url": server.api_url,
            "control_url": server.base_url + "/_control",
            "authorize_url": server.base_url + "/oauth/v2/authorize",
            "token": server.token,
            "app_token": server.app_token,
            "signing_secret": server.app.signing_secret,
            "client_id": server.app.client_id,
            "client_secret": server.app.client_secret,
            "team": server.team.id,
            "bot": server.bot.id,
            "owner": server.owner().id,
            "channels": {one.name: one.id for one in [server.general(), *channels]},
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
    parser.add_argument("--channels", type=int, default=1)
    parser.add_argument("--members", type=int, default=10, help="members of the first channel")
    parser.add_argument("--url", default="", help="HTTP mode: where events, commands and interactions go")
    parser.add_argument("--command", action="append", help="a slash command of the app; /palabre if none is given")
    parser.add_argument("--deadline", type=float, default=3.0, help="seconds to acknowledge in")
    parser.add_argument("--scale", type=float, default=1.0, help="of the waits between retries")
    parser.add_argument("--limits", action="store_true", help="enforce rate limits")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
