"""What could stand where somebody is typing: commands and what they take, names, emoji."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from adapters.web import emoji, limits
from adapters.web.command_line import CommandLine, Mistake, bare
from adapters.web.ink import Ink
from adapters.web.site.site import Site
from adapters.web.state import Person
from bot.catalogue.entries import Parameter

MOST = 8
"""Names and emoji at once; commands are shown all, for whoever looks what there is."""
_SIGN = re.compile(r"(?:^|[\s(])([@#:])([^\s@#:]*)$")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to choose: what it puts in, from which place of the text on, and what it is called.

    A place is told to browsers as they count: an emoji is two.
    """

    insert: str
    begins: int
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Completing:
    """Completes what one person types in one language."""

    site: Site
    person: Person
    ink: Ink

    async def offers(self, text: str) -> Sequence[Offer]:
        """The best ones for what stands before the caret; none for what could not be sent anyway."""
        if len(text) > limits.TEXT:
            return []
        offers = await self._command(text) if text.startswith("/") else list(self._signs(text))[:MOST]
        return [replace(one, begins=_units(text[: one.begins])) for one in offers]

    def _signs(self, text: str) -> Iterator[Offer]:
        found = _SIGN.search(text)
        if found is None:
            return
        sign, begun, at = found[1], bare(found[2]), found.start(1)
        if sign == "@":
            yield from self._people(begun, at, "@")
        elif sign == "#":
            for name in self.site.directory.channels.values():
                if bare(name).startswith(begun):
                    yield Offer(f"#{name} ", at, f"#{name}")
        elif len(begun) > 1:
            yield from (Offer(f"{char} ", at, f"{char} {name}") for name, char in emoji.beginning(begun))

    def _people(self, begun: str, at: int, sign: str) -> Iterator[Offer]:
        for one in sorted(self.site.state.people.values(), key=lambda one: bare(one.name)):
            if not one.gone and not one.bot and bare(one.name).startswith(begun):
                yield Offer(f"{sign}{one.name} ", at, f"{sign}{one.name}", one.title)

    async def _command(self, text: str) -> list[Offer]:
        line = CommandLine(self.site.catalogue, self.site.directory, self.ink)
        try:
            command, rest = line.command(text)
        except Mistake:
            return list(self._names(text))
        if not rest:
            return list(self._names(text))
        words = rest.split()
        done = len(words) - (0 if rest[-1].isspace() else 1)
        begun = "" if rest[-1].isspace() else words[-1]
        if done >= len(command.parameters):
            return []
        return await self._parameter(command.parameters[done], begun, len(text) - len(begun))

    def _names(self, text: str) -> Iterator[Offer]:
        begun = bare(text[1:].strip())
        for command in self.site.catalogue.visible(self.person.level):
            name = command.name.say(self.ink.locale)
            if any(bare(one).startswith(begun) for one in (command.id, command.name.en, command.name.fr)):
                yield Offer(f"/{name} ", 0, f"/{name}", self.ink.line(command.help))

    async def _parameter(self, one: Parameter, begun: str, at: int) -> list[Offer]:
        match one.kind:
            case "account":
                return list(self._people(bare(begun.lstrip("@")), at, "@"))[:MOST]
            case "channel":
                return [replace(one, begins=at) for one in self._signs(f"#{begun.lstrip('#')}")]
            case "choice":
                known = [(value, self.ink.line(label)) for value, label in one.choices]
                return [Offer(f"{value} ", at, value, label) for value, label in known if value.startswith(bare(begun))]
            case "policy":
                found = await self.site.guide.suggest(self.site.world.space, "policy", begun, self.ink.locale)
                return [Offer(f"{value} ", at, value, label) for value, label in found[:MOST]]
            case _:
                return []


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
