"""The condition `links`: the message leads to one of these domains, or anywhere at all."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StrictBool

from bot import documents
from bot.policy.kind import Bench, Context, Flaw, Kind, Match, Test
from bot.text import Link, canonical_host, listed

_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_HINT = "write it like example.com, without https:// and without a path"


def _domain(written: str) -> str:
    host = canonical_host(written.strip())
    if not _DOMAIN.fullmatch(host):
        raise documents.wrong(f'"{written}" is no domain', _HINT)
    return host


Domain = Annotated[str, AfterValidator(_domain)]


def entries(text: str) -> list[tuple[int, str]]:
    """What a list file holds, line by line, without comments."""
    lines = ((number, line.partition("#")[0].strip()) for number, line in enumerate(text.splitlines(), 1))
    return [(number, entry) for number, entry in lines if entry]


class Links(Kind):
    """A domain covers all that lies under it. Without any domain, every link counts that is not allowed."""

    domains: tuple[Domain, ...] = ()
    domains_from: str | None = Field(default=None, min_length=1)
    """A file in the folder of the pack, with one domain a line."""
    allow: tuple[Domain, ...] = ()
    """Domains that never count."""
    in_code: StrictBool = False

    def reads(self) -> tuple[str, ...]:
        """The list of domains, where one is named."""
        return () if self.domains_from is None else (self.domains_from,)

    def flaws(self, text: str) -> list[Flaw]:
        """Lines that are no domains."""
        hosts = ((number, entry, canonical_host(entry)) for number, entry in entries(text))
        return [
            Flaw(number, f'"{entry}" is no domain', _HINT)
            for number, entry, host in hosts
            if not _DOMAIN.fullmatch(host)
        ]

    def compile(self, bench: Bench) -> Test:
        """Hold where a link leads to a listed domain."""
        listing = bench.files.get(self.domains_from, "") if self.domains_from else ""
        domains = frozenset({*self.domains, *(canonical_host(entry) for _, entry in entries(listing))})
        allowed = frozenset(self.allow)
        anywhere = not self.domains and self.domains_from is None

        def name(link: Link) -> str | None:
            if allowed and listed(link.host, allowed):
                return None
            if anywhere:
                return "anywhere" if link.explicit else None
            return listed(link.host, domains)

        def evaluate(context: Context) -> Match | None:
            reading = context.reading
            found = [
                (link.span, domain)
                for link in reading.links
                if (domain := name(link)) and (self.in_code or not reading.in_code(link.span))
            ]
            if not found:
                return None
            named = dict.fromkeys(f"links: {domain}" for _, domain in found)
            return Match(tuple(span for span, _ in found), tuple(named))

        return Test(evaluate)
