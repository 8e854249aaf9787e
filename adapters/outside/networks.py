"""Which machines a call may go to: those of the internet, and never one that only this machine's network can reach."""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from aiohttp.abc import AbstractResolver, ResolveResult

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 addresses in the clothes of IPv6 (RFC 6052)."""


def here(host: str) -> bool:
    """Whether this names the very machine that the program runs on."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def reachable(address: str) -> bool:
    """Whether everybody can reach this address, also by what it carries within it."""
    one = ip_address(address.partition("%")[0])
    return all(each.is_global and not each.is_multicast for each in (one, *_within(one)))


def _within(one: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    if isinstance(one, IPv4Address):
        return ()
    inner = (one.ipv4_mapped, one.sixtofour, *(one.teredo or ()))
    translated = (IPv4Address(int(one) & 0xFFFFFFFF),) if one in _TRANSLATED else ()
    return (*(each for each in inner if each is not None), *translated)


class Forbidden(OSError):
    """A name leads to where no call may go."""


class PublicResolver(AbstractResolver):
    """Looks names up, and gives back only what everybody can reach: the call goes to exactly what was checked."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Raises Forbidden where any of the addresses is one that only this network can reach."""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM)
        addresses = [(kind, str(where[0])) for kind, _, _, _, where in found]
        if not all(reachable(address) for _, address in addresses):
            raise Forbidden(f"{host} leads into a network that is not everybody's")
        return [_resolved(host, port, kind, address) for kind, address in addresses]

    async def close(self) -> None:
        """Nothing is kept open."""


def _resolved(host: str, port: int, kind: int, address: str) -> ResolveResult:
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=address, port=port, family=kind, proto=0, flags=flags)
