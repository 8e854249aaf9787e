"""The last part of a page's address: what it is for, and a signature without which it is worth nothing.

Everything stands in it (community, purpose, case, line of the log, whose, until when, for which reader), so that
nothing has to be kept and an address can be made again. It is written in small letters and the figures 2 to 7 alone:
chats show it as it is, and nothing in it is a format.
"""

import base64
import binascii
import hmac
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import get_args

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.ids import AccountId, CaseId, SpaceId
from bot.views import Address, Doorway, Locale

LONGEST = 1200
"""Characters; what is longer was not made here."""
_SEAL = 32
_WRITTEN = re.compile("[a-z2-7]+")
_PURPOSES = ("appeal", "answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """What an address says, once its signature was found to be good."""

    space: SpaceId
    door: Doorway
    locale: Locale = "en"
    address: Address = "vous"


class Signer:
    """Writes and reads passes; each purpose has a key of its own, made from the program's."""

    def __init__(self, keys: Sequence[str]) -> None:
        """The first one signs, each of them is good. Raises ValueError where there is none."""
        if not keys:
            raise ValueError("nothing can be signed without a key")
        self._keys = [{purpose: _derived(key, purpose) for purpose in (*_PURPOSES, "form")} for key in keys]

    def written(self, given: Pass) -> str:
        """The same pass gives the same token."""
        door = given.door
        said = [given.space, door.purpose, door.case, door.number, int(door.until.timestamp()), door.account or ""]
        payload = json.dumps([*said, given.locale, given.address], separators=(",", ":")).encode()
        seal = hmac.digest(self._keys[0][door.purpose], payload, "sha256")
        return base64.b32encode(seal + payload).decode().rstrip("=").lower()

    def read(self, token: str, purpose: str) -> Pass | None:
        """None where it was not made here, was changed, or is for something else; whatever its day."""
        raw = _bytes(token)
        if raw is None or purpose not in _PURPOSES:
            return None
        seal, payload = raw[:_SEAL], raw[_SEAL:]
        good = [hmac.compare_digest(hmac.digest(key[purpose], payload, "sha256"), seal) for key in self._keys]
        return _pass(payload, purpose) if any(good) else None

    def form(self, token: str) -> str:
        """What a form shows to have come from the page of this token."""
        return hmac.digest(self._keys[0]["form"], token.encode(), "sha256").hex()

    def formed(self, token: str, shown: str) -> bool:
        """Whether a form came from the page of this token."""
        good = [hmac.digest(key["form"], token.encode(), "sha256").hex() for key in self._keys]
        return any([hmac.compare_digest(one.encode(), shown.encode()) for one in good])  # noqa: C419 - each takes its time


def _derived(key: str, purpose: str) -> bytes:
    """HKDF with SHA-256; each purpose stands in it, so that what is signed for one is worth nothing for another."""
    info = f"palabre doorway {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(key.encode())


def _bytes(token: str) -> bytes | None:
    if len(token) > LONGEST or not _WRITTEN.fullmatch(token):
        return None
    try:
        raw = base64.b32decode(token.upper() + "=" * (-len(token) % 8))
    except binascii.Error:
        return None
    same = base64.b32encode(raw).decode().rstrip("=").lower() == token
    return raw if same and len(raw) > _SEAL else None


def _pass(payload: bytes, purpose: str) -> Pass:
    space, said, case, number, until, account, locale, address = json.loads(payload)
    if said != purpose or locale not in get_args(Locale):
        raise ValueError("a pass of another kind was signed with this key")
    door = Doorway(
        purpose=said,
        case=CaseId(case),
        until=datetime.fromtimestamp(until, UTC),
        account=AccountId(account) if account else None,
        number=number,
    )
    return Pass(space=SpaceId(space), door=door, locale=locale, address=address)
