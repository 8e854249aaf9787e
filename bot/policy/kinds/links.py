"""The condition `links`: the message leads to one of these domains, to one that passes for another, or anywhere."""

import re
from collections.abc import Callable, Collection
from typing import Annotated

from pydantic import AfterValidator, Field, StrictBool

from bot import documents
from bot.policy.kind import Bench, Context, Flaw, Kind, Match, Test
from bot.text import Link, LookAlikes, canonical_host, listed

_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_HINT = "write it like example.com, without https:// and without a path"
_MOST_SPANS = 16

Name = Callable[[Link], str | None]
"""By which of the rule's own words a link counts, if it does."""


def _domain(written: str) -> str:
    host = canonical_host(written.strip())
    if not _DOMAIN.fullmatch(host):
        raise documents.wrong(f'"{written}" is no domain', _HINT)
    return host


Domain = Annotated[str, AfterValidator(_domain)]
ListFile = Annotated[str, Field(min_length=1)]


def entries(text: str) -> list[tuple[int, str]]:
    """What a list file holds, line by line, without comments."""
    lines = ((number, line.partition("#")[0].strip()) for number, line in enumerate(text.splitlines(), 1))
    return [(number, entry) for number, entry in lines if entry]


class Links(Kind):
    """A domain covers all that lies under it. Where nothing says which links count, all do that are not allowed."""

    domains: tuple[Domain, ...] = ()
    domains_from: ListFile | None = None
    """A file in the folder of the pack, with one domain a line; tens of thousands of lines cost no more than a few."""
    lookalikes_of: tuple[Domain, ...] = ()
    """Domains that pass for one of these count: by letters that look alike, or by one letter more, less or other."""
    shorteners: StrictBool = False
    """Addresses that hide where they lead count."""
    allow: tuple[Domain, ...] = ()
    """Domains that never count."""
    allow_from: ListFile | None = None
    """More of these, in a file."""
    mended: StrictBool = False
    """Links that were broken for readers to mend count too: `hxxps://`, `example[.]com`."""
    in_code: StrictBool = False

    def reads(self) -> tuple[str, ...]:
        """The lists of domains that are named."""
        return tuple(name for name in (self.domains_from, self.allow_from) if name is not None)

    def flaws(self, text: str) -> list[Flaw]:
        """Lines that are no domains."""
        hosts = ((number, entry, canonical_host(entry)) for number, entry in entries(text))
        return [
            Flaw(number, f'"{entry}" is no domain', _HINT)
            for number, entry, host in hosts
            if not _DOMAIN.fullmatch(host)
        ]

    def compile(self, bench: Bench) -> Test:
        """Hold where a link counts."""
        name = self._name(bench)
        allowed = _all(bench, self.allow, self.allow_from)

        def counts(link: Link) -> str | None:
            return None if allowed and listed(link.host, allowed) else name(link)

        def evaluate(context: Context) -> Match | None:
            reading = context.reading
            links = (*reading.links, *reading.hidden_links) if self.mended else reading.links
            found = [
                (link.span, word)
                for link in links
                if (word := counts(link)) and (self.in_code or not reading.in_code(link.span))
            ]
            if not found:
                return None
            named = dict.fromkeys(f"links: {word}" for _, word in found)
            return Match(tuple(sorted({span for span, _ in found})[:_MOST_SPANS]), tuple(named)[:_MOST_SPANS])

        return Test(evaluate, cost=2)

    def _name(self, bench: Bench) -> Name:
        domains = _all(bench, self.domains, self.domains_from)
        ways: list[Name] = []
        if self.domains or self.domains_from is not None:
            ways.append(lambda link: listed(link.host, domains))
        if self.lookalikes_of:
            ways.append(_passing_for(LookAlikes(self.lookalikes_of)))
        if self.shorteners:
            ways.append(lambda link: "shortener" if link.shortener else None)
        if not ways:
            return lambda link: "anywhere" if link.explicit else None
        if len(ways) == 1:
            return ways[0]
        return lambda link: next((word for way in ways if (word := way(link))), None)


def _passing_for(lookalikes: LookAlikes) -> Name:
    def name(link: Link) -> str | None:
        meant = lookalikes.of(link.host)
        return f"passes for {meant}" if meant else None

    return name


def _all(bench: Bench, written: Collection[str], file: str | None) -> frozenset[str]:
    listing = bench.files.get(file, "") if file else ""
    return frozenset({*written, *(canonical_host(entry) for _, entry in entries(listing))})
