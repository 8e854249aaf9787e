"""What a setting is called that managers make in chat."""

from collections.abc import Mapping

from bot.ids import AccountId, ChannelId, PolicyId, RoleId, SpaceId

LOCALE, ADDRESS, PROFILE, OUTSIDE = "locale", "address", "profile", "outside_contact"
PAUSED, STAGE, UNTIL, BEGAN = "paused", "stage", "observing_until", "observing_since"
HOURS, OUTAGES, ON_CALL, FILE_DAYS, HELP_LINES = "team_hours", "outages", "on_call", "on_file_days", "help_lines"
TWO_FOR_BANS, NAMED_MANAGERS, LADDER = "two_for_bans", "named_managers", "ladder"
PROPOSALS, PROPOSAL_RULES = "proposals", "proposal_rules"
OF_AWAY = "away:"
OF_LEVEL, OF_MANAGERS, OF_ANNOUNCEMENTS, OF_CHANNEL = "level:", "managers_channel:", "announcements:", "channel_locale:"
_MODE, _POLICY, _DECIDED = "mode:", "policy:", "decided:"
IN_CHAT = "chat"
"""The pack of the policies that managers wrote in chat."""
CRITICISM = ("criticism_removed", "all")
"""The counter of critical messages that managers took down, and of what it is: it is public."""
EVERYTHING = "*"
"""Stands for all policies where they are paused."""


def level_key(of: RoleId | AccountId) -> str:
    """The setting of how much a role or a person is trusted with: the name of a level, in small letters."""
    return f"{OF_LEVEL}{of}"


def managers_key(space: SpaceId) -> str:
    """The setting of where the team is told things: a channel."""
    return f"{OF_MANAGERS}{space}"


def announcements_key(space: SpaceId) -> str:
    """The setting of where everybody is told things: a channel."""
    return f"{OF_ANNOUNCEMENTS}{space}"


def channel_key(channel: ChannelId) -> str:
    """The setting of the language of a channel."""
    return f"{OF_CHANNEL}{channel}"


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
    return f"{OF_AWAY}{account}"


def modes(values: Mapping[str, str]) -> dict[str, str]:
    """How far policies go by what was set in chat."""
    return {key.removeprefix(_MODE): value for key, value in values.items() if key.startswith(_MODE)}


def written(values: Mapping[str, str]) -> dict[str, str]:
    """The policies that were written in chat, by name."""
    return {key.removeprefix(_POLICY): value for key, value in values.items() if key.startswith(_POLICY)}


def policy_id(name: str) -> PolicyId:
    """What a policy written in chat is called among all others."""
    return PolicyId(f"{IN_CHAT}/{name}")
