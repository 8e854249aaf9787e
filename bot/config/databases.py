"""How people write where the database is, and the one way in which the rest of the program reads it."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from bot.documents import nearest, wrong

_KINDS = ("sqlite", "postgresql")


def sound(address: str) -> str:
    """Accept a path, `sqlite:PATH` or `postgresql://host/name`. Raises ValueError, without repeating the address."""
    if not address.strip():
        raise wrong("the database address is empty", 'write a file such as "palabre.db"')
    kind, colon, rest = address.partition(":")
    if not colon or len(kind) == 1:  # a path, perhaps with a drive
        return address
    if kind not in _KINDS:
        hint = nearest(kind, _KINDS) or 'write "sqlite:palabre.db" or "postgresql://host/name"'
        what = f'"{kind}"' if kind.isalpha() and rest.startswith("//") else "this"
        raise wrong(f"{what} is no database that Palabre knows", hint)
    if kind == "sqlite" and not rest.strip("/"):
        raise wrong("the database address names no file", 'write "sqlite:palabre.db"')
    if kind == "postgresql" and not (rest.startswith("//") and rest.rpartition("/")[2]):
        raise wrong("the database address names no database", 'write "postgresql://host/name"')
    return address


def without_password(address: str) -> str:
    """Accept a sound address that a file may hold. Raises ValueError, without repeating the address."""
    kind, _, _ = address.partition("://")
    if kind.partition(":")[0] != "sqlite" and _password(address):
        hint = "take it out and set the whole address as PALABRE_DATABASE_URL in the environment"
        raise wrong("a password does not belong in this file", hint)
    return sound(address)


def _password(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.password) or "password" in parse_qs(parts.query)
    except ValueError:
        raise wrong("the database address cannot be read", 'write "postgresql://host/name"') from None


def resolved(address: str, home: Path) -> str:
    """One spelling, `sqlite:////an/absolute/path` or `postgresql://…`; paths are counted from the file's folder."""
    if address.startswith("postgresql:"):
        return address
    path = address.removeprefix("sqlite:")
    path = path.removeprefix("///") if path.startswith("///") else path
    return f"sqlite:///{(home / path).absolute()}"
