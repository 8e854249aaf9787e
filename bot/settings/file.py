"""What a community's file says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from bot.cases.rungs import Rule
from bot.commands import Level
from bot.ids import ChannelId, Platform, PolicyId, RoleId, SpaceId, platform_of
from bot.views import Address, Bilingual, Locale

Door = Literal["report", "dispute", "take", "settle", "dismiss"]
"""What a manager can mean by a reaction: the first two on anybody's message, the others on cards of the team's own."""
DOORS: Mapping[str, Door] = {"🚨": "report", "⚖": "dispute", "👀": "take", "✅": "settle", "❌": "dismiss"}


def plain_emoji(emoji: str) -> str:
    """Without the sign that only says how to draw it."""
    return emoji.replace("\N{VARIATION SELECTOR-16}", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody outside the team who can be asked, as the file names them."""

    name: str
    who: Bilingual
    """In plain words: "the mediation service of the town"."""
    space: SpaceId
    """Where letters to them are wanted."""
    locale: Locale = "en"
    channel: ChannelId | None = None
    """Where they read, if that is a channel of the community's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What the file says."""

    spaces: tuple[SpaceId, ...] = ()
    locale: Locale = "en"
    address: Address = "tu"
    time_zone: str = "UTC"
    managers_channel: Mapping[SpaceId, ChannelId] = field(default_factory=dict)
    levels: Mapping[RoleId, Level] = field(default_factory=dict)
    observation: timedelta = timedelta(days=7)
    """For how long a community that begins is only looked at."""
    doors: Mapping[str, Door] = field(default_factory=lambda: dict(DOORS))
    """What a manager's reaction means, by emoji."""
    contacts: tuple[Contact, ...] = ()
    """Whom a complaint can be carried to, in the order of the file: the first one where nobody else is meant."""
    doorways: bool = False
    """Whether there are pages of the bot's own, so that a `Doorway` gets an address."""
    brand: tuple[str, ...] = ()
    """What the community's makers and their products are called, as its packs say."""
    rules: Mapping[PolicyId, Rule] = field(default_factory=dict)
    """The policies that act, in today's wordings: those that are on trial or off are not in force."""
    cannot: Mapping[Platform, frozenset[str]] = field(default_factory=dict)
    """The kinds of effects that a platform cannot carry out at all, for those of which that is known."""

    def lacks(self, space: SpaceId) -> frozenset[str]:
        """The kinds of effects that cannot be carried out in a space."""
        return self.cannot.get(platform_of(space), frozenset())

    def joins(self, space: SpaceId) -> bool:
        """Whether the bot sees only the channels that it is in, and can go there by itself."""
        lacks = self.cannot.get(platform_of(space))
        return lacks is not None and "join_channel" not in lacks


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDays:
    """For how many days things are kept, as people are told."""

    activity: int = 90
    """Who wrote when and where."""
    evidence: int = 180
    """What measures rest on."""
    outbox_text: int = 30
    """What the bot itself wrote."""
