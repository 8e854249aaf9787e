"""Who and what is called how: finds people and channels by the names that are written in texts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from adapters.web.state import State
from bot.ids import AccountId, ChannelId

EVERYONE = frozenset({"everyone", "channel", "here", "tous"})


@dataclass(frozen=True, slots=True)
class Directory:
    """Names of one moment."""

    people: Mapping[AccountId, str]
    channels: Mapping[ChannelId, str]
    by_name: Mapping[str, AccountId]
    """By name in small letters; of two people with one name, the one who was known first."""
    by_channel: Mapping[str, ChannelId]
    pattern: re.Pattern[str]
    """Finds `@name` and `#name`, the longest name that fits."""

    @classmethod
    def of(cls, state: State) -> "Directory":
        """The names that hold now."""
        people = {one.account: one.name for one in state.people.values()}
        channels = {one.channel: one.name for one in state.rooms.values() if one.kind == "channel"}
        by_name: dict[str, AccountId] = {}
        for account, name in people.items():
            by_name.setdefault(name.casefold(), account)
        by_channel = {name.casefold(): channel for channel, name in channels.items()}
        return cls(people, channels, by_name, by_channel, _pattern(people.values(), channels.values()))

    def person(self, name: str) -> AccountId | None:
        """Whose name it is, written with or without its sign."""
        return self.by_name.get(name.strip().removeprefix("@").casefold())

    def channel(self, name: str) -> ChannelId | None:
        """Which channel's name it is, written with or without its sign."""
        return self.by_channel.get(name.strip().removeprefix("#").casefold())

    def mentions(self, text: str) -> tuple[AccountId, ...]:
        """Everybody who is mentioned, once each, in order."""
        found = (self.person(match["person"]) for match in self.pattern.finditer(text) if match["person"])
        return tuple(dict.fromkeys(one for one in found if one is not None))

    def everyone(self, text: str) -> bool:
        """Whether all of a channel are called at once."""
        return any(match["all"] for match in self.pattern.finditer(text))


def _pattern(people: Iterable[str], channels: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w@])@(?P<person>{_any(people)})(?!\w)|(?<![\w&#/])\#(?P<channel>{_any(channels)})(?![\w-])"
        rf"|(?<![\w@])@(?P<all>{_any(EVERYONE)})(?!\w)",
        re.IGNORECASE,
    )


def _any(names: Iterable[str]) -> str:
    written = sorted({one for one in names if one}, key=len, reverse=True)
    return "|".join(map(re.escape, written)) or r"(?!)"
