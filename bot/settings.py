"""A community's settings as they hold now: what its file says, and over that what managers set in chat."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from bot.cases.lines import Penalty
from bot.cases.rungs import Rule
from bot.cases.states import Profile
from bot.commands import Level
from bot.effects import EditCard, Handle, PostCard, ReplyPrivately, SendDirect
from bot.events import Ask
from bot.facts import AccountFact, Facts, SettingsFact, loaded
from bot.hours import Calendar, Outage
from bot.ids import (
    AccountId,
    ChannelId,
    MessageId,
    Platform,
    PolicyId,
    RoleId,
    SpaceId,
    native,
    platform_of,
    space_of,
)
from bot.proposals import Rules, Who
from bot.records import ToAnswer
from bot.views import Address, Bilingual, Card, Locale

# What a workspace says of the people who run it; platforms number their roles, so that these names are free.
_BUILT_IN = {"owner": Level.OWNER, "admin": Level.SENIOR}

LOCALE, ADDRESS, PROFILE, OUTSIDE = "locale", "address", "profile", "outside_contact"
PAUSED, STAGE, UNTIL, BEGAN = "paused", "stage", "observing_until", "observing_since"
HOURS, OUTAGES, ON_CALL, FILE_DAYS, HELP_LINES = "team_hours", "outages", "on_call", "on_file_days", "help_lines"
TWO_FOR_BANS, NAMED_MANAGERS, LADDER = "two_for_bans", "named_managers", "ladder"
PROPOSALS, PROPOSAL_RULES = "proposals", "proposal_rules"
_AWAY = "away:"
_LEVEL, _MANAGERS, _ANNOUNCEMENTS, _CHANNEL = "level:", "managers_channel:", "announcements:", "channel_locale:"
_MODE, _POLICY, _DECIDED = "mode:", "policy:", "decided:"
IN_CHAT = "chat"
"""The pack of the policies that managers wrote in chat."""
CRITICISM = ("criticism_removed", "all")
"""The counter of critical messages that managers took down, and of what it is: it is public."""
EVERYTHING = "*"
"""Stands for all policies where they are paused."""


def level_key(of: RoleId | AccountId) -> str:
    """The setting of how much a role or a person is trusted with: the name of a level, in small letters."""
    return f"{_LEVEL}{of}"


def managers_key(space: SpaceId) -> str:
    """The setting of where the team is told things: a channel."""
    return f"{_MANAGERS}{space}"


def announcements_key(space: SpaceId) -> str:
    """The setting of where everybody is told things: a channel."""
    return f"{_ANNOUNCEMENTS}{space}"


def channel_key(channel: ChannelId) -> str:
    """The setting of the language of a channel."""
    return f"{_CHANNEL}{channel}"


def mode_key(policy: PolicyId) -> str:
    """The setting of how far a policy goes: off, shadow or enforce."""
    return f"{_MODE}{policy}"


def policy_key(name: str) -> str:
    """The setting that holds a policy written in chat, as the JSON of a pack's `policies` entry and its cases."""
    return f"{_POLICY}{name}"


def decided_key(policy: PolicyId) -> str:
    """The setting of which proposal a policy stands on: its number, written down together with the policy's mode."""
    return f"{_DECIDED}{policy}"


def away_key(account: AccountId) -> str:
    """The setting of one of the team who is not there: until when and who stands in, as JSON."""
    return f"{_AWAY}{account}"


def modes(values: Mapping[str, str]) -> dict[str, str]:
    """How far policies go by what was set in chat."""
    return {key.removeprefix(_MODE): value for key, value in values.items() if key.startswith(_MODE)}


def written(values: Mapping[str, str]) -> dict[str, str]:
    """The policies that were written in chat, by name."""
    return {key.removeprefix(_POLICY): value for key, value in values.items() if key.startswith(_POLICY)}


def policy_id(name: str) -> PolicyId:
    """What a policy written in chat is called among all others."""
    return PolicyId(f"{IN_CHAT}/{name}")


Door = Literal["report", "dispute", "take", "settle", "dismiss"]
"""What a manager can mean by a reaction: the first two on anybody's message, the others on cards of the team's own."""
DOORS: Mapping[str, Door] = {"🚨": "report", "⚖": "dispute", "👀": "take", "✅": "settle", "❌": "dismiss"}


def plain_emoji(emoji: str) -> str:
    """Without the sign that only says how to draw it."""
    return emoji.replace("\N{VARIATION SELECTOR-16}", "")


USUAL_LADDER: tuple[Penalty, ...] = (
    Penalty(name="warn"),
    Penalty(name="timeout", seconds=3600),
    Penalty(name="timeout", seconds=86400),
    Penalty(name="ban"),
)
"""What is offered the first time, the second time and so on, where neither a policy nor the team says otherwise."""


class Away(NamedTuple):
    """Somebody of the team is not there."""

    until: datetime
    deputy: AccountId | None


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


class Settings:
    """What holds, given what was set in chat. Ask for a new one whenever the fact may have changed."""

    def __init__(self, file: Written, fact: SettingsFact | None = None) -> None:
        self.file = file
        self.values: Mapping[str, str] = {key: one.value for key, one in fact.values.items()} if fact else {}
        self.fact = fact or SettingsFact(values={})

    @cached_property
    def locale(self) -> Locale:
        """The language that the bot speaks where nobody in particular is spoken to."""
        return _locale(self.values.get(LOCALE)) or self.file.locale

    @cached_property
    def address(self) -> Address:
        """How French speaks to people."""
        said = self.values.get(ADDRESS)
        return "vous" if said == "vous" else "tu" if said == "tu" else self.file.address

    @property
    def profile(self) -> Profile:
        """`small` or `large`: how much procedure the team can carry."""
        return "large" if self.values.get(PROFILE) == "large" else "small"

    @cached_property
    def calendar(self) -> Calendar:
        """When the team is there; always where it never said."""
        said, zone = self.values.get(HOURS), ZoneInfo(self.file.time_zone)
        return Calendar.read(said, zone) if said else Calendar(zone=zone)

    @cached_property
    def outages(self) -> tuple[Outage, ...]:
        """When no bot was at work lately, the earliest first."""
        said = json.loads(self.values.get(OUTAGES, "[]"))
        return tuple(Outage(datetime.fromisoformat(since), datetime.fromisoformat(until)) for since, until in said)

    @cached_property
    def away(self) -> dict[AccountId, Away]:
        """Those of the team who said that they are not there, whether or not that is over."""
        found: dict[AccountId, Away] = {}
        for key, value in self._under(_AWAY):
            said = json.loads(value)
            deputy = AccountId(said["deputy"]) if said.get("deputy") else None
            found[AccountId(key.removeprefix(_AWAY))] = Away(datetime.fromisoformat(said["until"]), deputy)
        return found

    @cached_property
    def on_call(self) -> tuple[AccountId, ...]:
        """Who is asked when it cannot wait, in this order."""
        return tuple(AccountId(one) for one in json.loads(self.values.get(ON_CALL, "[]")))

    @property
    def on_file(self) -> timedelta:
        """For how long a reminder counts."""
        return timedelta(days=int(self.values.get(FILE_DAYS, "90")))

    @cached_property
    def ladder(self) -> tuple[Penalty, ...]:
        """What is offered the first time, the second time and so on, where no policy has a ladder of its own."""
        said = json.loads(self.values.get(LADDER, "[]"))
        return tuple(Penalty(name=name, seconds=seconds) for name, seconds in said) or USUAL_LADDER

    @property
    def help_lines(self) -> str:
        """Where somebody in danger finds help, in the managers' own words; empty where nobody wrote any."""
        return self.values.get(HELP_LINES, "")

    @property
    def two_for_bans(self) -> bool:
        """Whether a ban takes a second person."""
        return self.values.get(TWO_FOR_BANS) == "yes"

    @property
    def named_managers(self) -> bool:
        """Whether members read who of the team acted; otherwise they read "the team"."""
        return self.values.get(NAMED_MANAGERS, "yes") == "yes"

    @property
    def proposals(self) -> Who:
        """Whether members may propose policies, and who decides about them."""
        said = self.values.get(PROPOSALS)
        return "off" if said == "off" else "members" if said == "members" else "managers"

    @cached_property
    def proposal_rules(self) -> Rules:
        """How proposals that are opened from now on are decided."""
        said = self.values.get(PROPOSAL_RULES)
        return Rules.read(said) if said else Rules()

    @property
    def outside_contact(self) -> str:
        """Whom to turn to outside the team, in the managers' own words; empty where nobody was named."""
        return self.values.get(OUTSIDE, "")

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Those outside the team to whom the bot can write."""
        return self.file.contacts

    def contact(self, name: str = "") -> Contact | None:
        """Who is called so; without a name the first one. None where there is nobody."""
        return next((one for one in self.contacts if not name or one.name == name), None)

    @property
    def somebody_outside(self) -> bool:
        """Whether there is anybody outside the team to turn to, be it only in the managers' own words."""
        return bool(self.contacts or self.outside_contact)

    @property
    def doorways(self) -> bool:
        """Whether a `Doorway` gets an address: where it does not, no text may promise one."""
        return self.file.doorways

    @cached_property
    def managers(self) -> dict[SpaceId, ChannelId]:
        """Where the team is told things, by space."""
        return dict(sorted({**self.file.managers_channel, **self._channels(_MANAGERS)}.items()))

    @cached_property
    def announcements(self) -> dict[SpaceId, ChannelId]:
        """Where everybody is told things, by space."""
        return self._channels(_ANNOUNCEMENTS)

    @cached_property
    def channel_locales(self) -> dict[ChannelId, Locale]:
        """The channels that have a language of their own."""
        chosen = ((key.removeprefix(_CHANNEL), _locale(value)) for key, value in self._under(_CHANNEL))
        return {ChannelId(channel): locale for channel, locale in chosen if locale}

    @cached_property
    def levels(self) -> dict[str, Level]:
        """By role or account: what the file says, and what was set in chat."""
        chosen = {
            key.removeprefix(_LEVEL): Level[value.upper()]
            for key, value in self._under(_LEVEL)
            if value.upper() in Level.__members__
        }
        return {**{str(role): level for role, level in self.file.levels.items()}, **chosen}

    @cached_property
    def paused(self) -> frozenset[str]:
        """The policies that are paused; `*` for all of them."""
        return frozenset(json.loads(self.values.get(PAUSED, "[]")))

    @cached_property
    def observing_until(self) -> datetime | None:
        """Until when policies are only looked at; None where they act."""
        said = self.values.get(UNTIL)
        return datetime.fromisoformat(said) if said and self.values.get(STAGE) == "observing" else None

    @property
    def begun(self) -> bool:
        """Whether the community was ever begun: observed first, or made to act at once."""
        return STAGE in self.values

    def level(self, roles: tuple[RoleId, ...], account: AccountId | None = None) -> Level:
        """The highest level that any of these roles, or the person's own name, gives."""
        known = self.levels
        own = known.get(account, Level.MEMBER) if account else Level.MEMBER
        return max([own, *(known.get(one, _BUILT_IN.get(native(one), Level.MEMBER)) for one in roles)])

    def spoken_in(self, channel: ChannelId | None) -> Locale:
        """The language of a channel."""
        return self.locale if channel is None else self.channel_locales.get(channel, self.locale)

    def is_paused(self, policy: PolicyId) -> bool:
        """Whether a policy may not act now."""
        return bool(self.paused & {EVERYTHING, policy})

    def _under(self, prefix: str) -> Iterator[tuple[str, str]]:
        return ((key, value) for key, value in self.values.items() if key.startswith(prefix))

    def _channels(self, prefix: str) -> dict[SpaceId, ChannelId]:
        return {SpaceId(key.removeprefix(prefix)): ChannelId(value) for key, value in self._under(prefix)}


class Overlay:
    """Gives the settings that hold, and works them out anew only where something was set since."""

    def __init__(self, file: Written) -> None:
        self.file = file
        self._fact: SettingsFact | None = None
        self._settings = Settings(file)

    def of(self, facts: Facts) -> Settings:
        """The settings that hold. Raises RuleError where `SETTINGS_KEY` was not asked for."""
        fact = facts.settings()
        if fact is not self._fact:
            self._fact, self._settings = fact, Settings(self.file, fact)
        return self._settings

    def so_far(self, facts: Facts) -> Settings | None:
        """The settings that hold; None where they are still to be loaded."""
        return loaded(self.of, facts)


def posted(
    settings: Settings,
    space: SpaceId,
    channel: ChannelId,
    card: Card,
    *,
    binds: Handle | None = None,
    mentions: tuple[AccountId, ...] = (),
) -> PostCard:
    """A card in a channel, in the language that is spoken there."""
    locale = settings.spoken_in(channel)
    return PostCard(
        space=space,
        channel=channel,
        card=card,
        locale=locale,
        address=settings.address,
        binds=binds,
        mentions=mentions,
    )


def reworded(
    settings: Settings,
    space: SpaceId,
    channel: ChannelId,
    message: MessageId | Handle,
    card: Card,
    *,
    expires_at: datetime | None = None,
) -> EditCard:
    """A card of ours in a channel, as it reads now."""
    return EditCard(
        space=space,
        channel=channel,
        message=message,
        card=card,
        locale=settings.spoken_in(channel),
        address=settings.address,
        expires_at=expires_at,
    )


def direct(
    settings: Settings,
    to: AccountId,
    known: AccountFact | None,
    card: Card,
    *,
    hint: Locale | None = None,
    note: str = "",
) -> SendDirect:
    """A word to somebody alone, in their language, whoever they are and wherever they went."""
    locale = language(settings, known, hint)
    return SendDirect(space=space_of(to), account=to, card=card, locale=locale, address=settings.address, note=note)


def letter(settings: Settings, to: AccountFact | None, card: Card, *, note: str = "") -> tuple[SendDirect, ...]:
    """A word to somebody alone; nothing where they are unknown, forgotten, gone or a program."""
    if to is None or to.bot or to.left_at is not None:
        return ()
    return (direct(settings, to.account, to, card, note=note),)


def language(
    settings: Settings, known: AccountFact | None, hint: Locale | None, channel: ChannelId | None = None
) -> Locale:
    """The language to speak to a person in: what they chose, what they use the platform in, what is spoken there."""
    chosen = known.locale if known else None
    return chosen or hint or settings.spoken_in(channel)


def trusted(settings: Settings, ask: Ask, known: AccountFact | None) -> Level:
    """How much whoever asks is trusted with: by the roles that the platform tells of, or else those last seen."""
    roles = ask.roles if ask.roles is not None else known.roles if known else ()
    return settings.level(roles, ask.account)


def answer(settings: Settings, ask: Ask, known: AccountFact | None, card: Card) -> ReplyPrivately:
    """A card for whoever asked, in their language, that nobody else sees."""
    locale = language(settings, known, ask.locale, ask.channel)
    return ReplyPrivately(
        space=ask.space, to=ask.id, account=ask.account, card=card, locale=locale, address=settings.address
    )


def answer_later(settings: Settings, waiting: ToAnswer, known: AccountFact | None, card: Card) -> ReplyPrivately:
    """A card for whoever asked in another round, in their language, that nobody else sees."""
    locale = language(settings, known, waiting.locale)
    return ReplyPrivately(
        space=waiting.space,
        to=waiting.event,
        account=waiting.account,
        card=card,
        locale=locale,
        address=settings.address,
    )


def _locale(said: str | None) -> Locale | None:
    return "fr" if said == "fr" else "en" if said == "en" else None
