"""Letters to a program: a signed call that says what a letter would, and may come twice without being felt twice."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime, timedelta

import aiohttp
from yarl import URL

from adapters.outside.letters import Letter
from adapters.outside.networks import Forbidden, PublicResolver, here, reachable
from adapters.outside.options import Hook
from bot.effects import TellOutside
from bot.errors import Refused, Unavailable
from bot.ids import EffectKey
from bot.views import Phrase

SIGNATURE, TIMESTAMP, KEY = "X-Palabre-Signature", "X-Palabre-Timestamp", "Idempotency-Key"
_TIMEOUT = aiohttp.ClientTimeout(total=20)
_AGAIN = timedelta(minutes=5)
_LATEST = timedelta(hours=1)
_BUSY = frozenset({408, 425, 429})


def body(effect: TellOutside, letter: Letter) -> bytes:
    """JSON, the same for the same effect."""
    community = effect.space.partition(":")[2]
    until = letter.answer_until.isoformat() if letter.answer_until else None
    said = {
        "kind": "letter",
        "community": community,
        "contact": effect.contact,
        "case": effect.case,
        "locale": effect.locale,
        "title": letter.subject,
        "text": letter.text,
        "answer_url": letter.answer_url,
        "answer_until": until,
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def headers(content: bytes, secret: str, key: EffectKey, now: datetime) -> Mapping[str, str]:
    """Over the moment and the body: whoever takes what is older than five minutes is to blame themselves."""
    moment = str(int(now.timestamp()))
    signature = hmac.new(secret.encode(), f"{moment}.".encode() + content, hashlib.sha256).hexdigest()
    return {
        "Content-Type": "application/json; charset=utf-8",
        TIMESTAMP: moment,
        SIGNATURE: f"v1={signature}",
        KEY: hashlib.sha256(key.encode()).hexdigest(),
        "User-Agent": "Palabre",
    }


async def call(hook: Hook, content: bytes, head: Mapping[str, str]) -> None:
    """Hand it over. Raises Refused and Unavailable."""
    resolver = _resolver(hook.url)
    try:
        async with (
            aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(resolver=resolver, use_dns_cache=False), timeout=_TIMEOUT
            ) as session,
            session.post(hook.url, data=content, headers=head, allow_redirects=False) as answer,
        ):
            _judge(answer.status, answer.headers)
    except Forbidden as error:
        raise _inside() from error
    except aiohttp.ClientConnectorError as error:
        if isinstance(error.os_error, Forbidden):
            raise _inside() from error
        raise Unavailable(f"the address cannot be reached: {error}", _AGAIN) from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        raise Unavailable(f"the address does not answer: {type(error).__name__}", _AGAIN) from error


def _resolver(url: str) -> PublicResolver | None:
    """What looks the name up; None on this very machine. Raises Refused for an address that is not everybody's.

    The host is read as the call will read it, and what looks like a number of the network is never looked up.
    """
    parsed = URL(url)
    host = parsed.raw_host or ""
    if here(host):
        return None
    numeric = ":" in host or host.replace(".", "").isdigit()
    try:
        outside = parsed.scheme == "https" and (not numeric or reachable(host))
    except ValueError:
        outside = False
    if not outside:
        raise _inside()
    return PublicResolver()


def _inside() -> Refused:
    return Refused("the address leads into a network that is not everybody's", Phrase("outside-refused-network"))


def _judge(status: int, head: Mapping[str, str]) -> None:
    """2xx: it was taken. Nobody is sent on to anywhere else: the address that was agreed on is the one."""
    if 200 <= status < 300:
        return
    if status in _BUSY or status >= 500:
        raise Unavailable(f"the address answers {status}", _pause(head.get("Retry-After", "")))
    raise Refused(f"the address answers {status}", Phrase("outside-refused-call", (("status", str(status)),)))


def _pause(said: str) -> timedelta:
    return min(timedelta(seconds=int(said)), _LATEST) if said.isdecimal() and len(said) < 8 else _AGAIN
