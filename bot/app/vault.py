"""Secrets that adapters are given while they run (tokens, one-time states), sealed with a key of the environment's."""

import json
from collections.abc import Sequence
from datetime import datetime

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from pydantic import SecretStr

from bot.errors import Complaint, Complaints, Refused
from bot.ports import Clock
from bot.storage import sealed
from bot.storage.store import Store

VARIABLE = "PALABRE_VAULT_KEY"
_COMMAND = "python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'"


class StoredVault:
    """Rows that open only with the key; a secret is sealed together with its name, so that none can be moved."""

    def __init__(self, store: Store, key: SecretStr | None, clock: Clock) -> None:
        """`key` may be several, with commas between them: the first one seals, each of them opens.

        Raises Complaints where there is none, or where one is no key.
        """
        self._store = store
        self._clock = clock
        self._keys = MultiFernet([Fernet(one) for one in keys(key)])

    async def keep(self, name: str, secret: str, until: datetime | None = None) -> None:
        """See `bot.ports.Vault`."""
        closed = self._keys.encrypt(json.dumps([name, secret]).encode()).decode()
        async with self._store.claiming() as connection:
            await sealed.keep(connection, name, closed, self._clock.now(), until)

    async def open(self, name: str) -> str | None:
        """See `bot.ports.Vault`."""
        async with self._store.reading() as connection:
            return self._opened(name, await sealed.look(connection, name, self._clock.now()))

    async def take(self, name: str) -> str | None:
        """See `bot.ports.Vault`; what cannot be opened stays where it is."""
        async with self._store.claiming() as connection:
            return self._opened(name, await sealed.take(connection, name, self._clock.now()))

    async def drop(self, name: str) -> None:
        """See `bot.ports.Vault`."""
        async with self._store.claiming() as connection:
            await sealed.drop(connection, name)

    async def names(self, beginning: str) -> Sequence[str]:
        """See `bot.ports.Vault`."""
        async with self._store.reading() as connection:
            return await sealed.names(connection, beginning, self._clock.now())

    def _opened(self, name: str, closed: str | None) -> str | None:
        if closed is None:
            return None
        try:
            kept, secret = json.loads(self._keys.decrypt(closed))
        except InvalidToken:
            hint = f"add the earlier key to {VARIABLE}, after the new one and a comma"
            raise Refused(f"what is kept as {name} was sealed with another key: {hint}") from None
        if kept != name:
            raise Refused(f"what is kept as {name} was sealed as {kept}: somebody moved it, so it is not used")
        return str(secret)


def keys(given: SecretStr | None) -> tuple[str, ...]:
    """The keys of the environment, the newest first. Raises Complaints where there is none, or where one is no key."""
    said = given.get_secret_value() if given else ""
    written = tuple(one for one in (part.strip() for part in said.split(",")) if one)
    if not written:
        raise Complaints([Complaint(VARIABLE, "there is no key to seal or sign with", f"make one: {_COMMAND}")])
    try:
        for one in written:
            Fernet(one)
    except ValueError:
        raise Complaints([Complaint(VARIABLE, "this is no key", f"make one: {_COMMAND}")]) from None
    return written
