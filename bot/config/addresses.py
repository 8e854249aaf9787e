"""Addresses of services to which the program sends a secret: only over a line that nobody listens to."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.documents import nearest, wrong


def sound(given: str, schemes: tuple[str, str]) -> str:
    """Accept an address by its secure scheme, or on this very machine by its open one. Raises ValueError."""
    secure, open_one = schemes
    try:
        parts = urlsplit(given)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if not host:
        raise wrong("this is no address", f'write it like "{secure}://example.org"')
    if parts.username or parts.password or parts.query or parts.fragment:
        raise wrong("an address here has no name, password, question or place in it", "leave the path, at most")
    if parts.scheme == secure or (parts.scheme == open_one and here(host)):
        return given.rstrip("/")
    if parts.scheme == open_one:
        raise wrong(f"{open_one}:// would send the token for everybody to read", f"write {secure}://")
    raise wrong(f'"{parts.scheme}" is not understood here', nearest(parts.scheme, schemes) or f"write {secure}://")


def here(host: str) -> bool:
    """Whether this names the very machine that the program runs on."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
