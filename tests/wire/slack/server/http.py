"""HTTP mode: signed requests to the app's own addresses, the challenge at the beginning, and requests sent again."""

import asyncio
import hashlib
import hmac
import json
import time
from typing import Any, Literal
from urllib.parse import urlencode

import aiohttp

from tests.wire.slack.server.delivery import Delivery, Outbox
from tests.wire.slack.server.world import Json, World

Signature = Literal["good", "bad", "old", "none"]
OLD = 6 * 60
# HTTP mode, by section of the documentation.
SPOKEN = {
    "url_verification": "Events API › URL verification handshake",
    "signature v0": "Verifying requests from Slack",
    "X-Slack-Retry-Num, X-Slack-Retry-Reason": "Events API › Retries",
    "X-Slack-No-Retry": "Events API › Turning retries off",
    "slash command form": "Implementing slash commands › Preparing your app to receive commands",
    "interaction payload form": "Handling user interaction › Preparing your app to handle interactions",
}


class Webhooks:
    """What the server sends over HTTP, and how it signs it."""

    def __init__(self, world: World, outbox: Outbox) -> None:
        self.world = world
        self.outbox = outbox
        self.events_url = ""
        self.commands_url = ""
        self.interactivity_url = ""
        self.signature: Signature = "good"
        self.statuses: list[int] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None

    def point(self, url: str) -> None:
        """One address for everything."""
        self.events_url = self.commands_url = self.interactivity_url = url

    def signed(self, body: str) -> dict[str, str]:
        """The headers that prove where a request comes from, or fail to."""
        if self.signature == "none":
            return {}
        at = int(time.time()) - (OLD if self.signature == "old" else 0)
        secret = self.world.app.signing_secret.encode()
        digest = hmac.new(secret, f"v0:{at}:{body}".encode(), hashlib.sha256).hexdigest()
        if self.signature == "bad":
            digest = digest[::-1]
        return {"X-Slack-Request-Timestamp": str(at), "X-Slack-Signature": f"v0={digest}"}

    def send(self, delivery: Delivery) -> None:
        """Begins a request and comes back at once."""
        task = asyncio.create_task(self._deliver(delivery))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, delivery: Delivery) -> None:
        url, kind, body = self._encoded(delivery)
        headers = {"Content-Type": kind, "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)"}
        if delivery.attempt:
            headers |= {"X-Slack-Retry-Num": str(delivery.attempt), "X-Slack-Retry-Reason": delivery.reason}
        try:
            async with asyncio.timeout(self.outbox.deadline):
                status, answer, stop = await self.request(url, body, headers)
        except TimeoutError:
            self.outbox.fail(delivery, "http_timeout")
        except aiohttp.ClientError:
            self.outbox.fail(delivery, "connection_failed")
        else:
            if 200 <= status < 300:
                self.outbox.acknowledge(delivery, answer)
            else:
                self.outbox.fail(delivery, "http_error", final=stop)

    def _encoded(self, delivery: Delivery) -> tuple[str, str, str]:
        form = "application/x-www-form-urlencoded"
        if delivery.kind == "events_api":
            return self.events_url, "application/json", json.dumps(delivery.payload)
        if delivery.kind == "slash_commands":
            return self.commands_url, form, urlencode(delivery.payload)
        return self.interactivity_url, form, urlencode({"payload": json.dumps(delivery.payload)})

    async def request(self, url: str, body: str, headers: dict[str, str]) -> tuple[int, Any, bool]:
        """One signed POST: status, answer (JSON where it says so), and whether retries are not wanted."""
        if self._session is None:
            self._session = aiohttp.ClientSession()
        sent = headers | self.signed(body)
        async with self._session.post(url, data=body.encode(), headers=sent, allow_redirects=False) as response:
            text = await response.text()
            self.statuses.append(response.status)
            answer: Any = text
            if text and response.content_type == "application/json":
                answer = json.loads(text)
            return response.status, answer, response.headers.get("X-Slack-No-Retry") == "1"

    async def verify(self) -> bool:
        """The handshake that Slack makes before it accepts an address: the challenge has to come back."""
        challenge = hashlib.sha256(str(time.time()).encode()).hexdigest()[:24]
        body: Json = {"token": self.world.app.verification_token, "challenge": challenge, "type": "url_verification"}
        encoded = json.dumps(body)
        status, answer, _ = await self.request(self.events_url, encoded, {"Content-Type": "application/json"})
        returned = answer.get("challenge") if isinstance(answer, dict) else answer
        return status == 200 and returned == challenge

    async def settle(self) -> None:
        """Waits until no request is under way."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def close(self) -> None:
        """Gives up what is under way."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
