"""The settings that hold: what the file says, and over that what managers set in chat."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import cached_property
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.cases.lines import Penalty
from bot.cases.states import Profile
from bot.commands import Level
from bot.facts import Facts, SettingsFact, loaded
from bot.hours import Calendar, Outage
from bot.ids import AccountId, ChannelId, PolicyId, RoleId, SpaceId, native
from bot.proposals import Rules, Who
from bot.settings.file import Contact, Written
from bot.settings.keys import (
    ADDRESS,
    EVERYTHING,
    FILE_DAYS,
    HELP_LINES,
    HOURS,
    LADDER,
    LOCALE,
    NAMED_MANAGERS,
    OF_ANNOUNCEMENTS,
    OF_AWAY,
    OF_CHANNEL,
    OF_LEVEL,
    OF_MANAGERS,
    ON_CALL,
    OUTAGES,
    OUTSIDE,
    PAUSED,
    PROFILE,
    PROPOSAL_RULES,
    PROPOSALS,
    STAGE,
    TWO_FOR_BANS,
    UNTIL,
)
from bot.views import Address, Locale

# What a workspace says of the people who run it; platforms number their roles, so that these names are free.
_BUILT_IN = {"owner": Level.OWNER, "admin": Level.SENIOR}
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
        for key, value in self._under(OF_AWAY):
            said = json.loads(value)
            deputy = AccountId(said["deputy"]) if said.get("deputy") else None
            found[AccountId(key.removeprefix(OF_AWAY))] = Away(datetime.fromisoformat(said["until"]), deputy)
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
        return dict(sorted({**self.file.managers_channel, **self._channels(OF_MANAGERS)}.items()))

    @cached_property
    def announcements(self) -> dict[SpaceId, ChannelId]:
        """Where everybody is told things, by space."""
        return self._channels(OF_ANNOUNCEMENTS)

    @cached_property
    def channel_locales(self) -> dict[ChannelId, Locale]:
        """The channels that have a language of their own."""
        chosen = ((key.removeprefix(OF_CHANNEL), _locale(value)) for key, value in self._under(OF_CHANNEL))
        return {ChannelId(channel): locale for channel, locale in chosen if locale}

    @cached_property
    def levels(self) -> dict[str, Level]:
        """By role or account: what the file says, and what was set in chat."""
        chosen = {
            key.removeprefix(OF_LEVEL): Level[value.upper()]
            for key, value in self._under(OF_LEVEL)
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


def _locale(said: str | None) -> Locale | None:
    return "fr" if said == "fr" else "en" if said == "en" else None
