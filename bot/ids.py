"""Names of things: opaque strings that carry where they come from, so that two platforms never collide.

A space is `slack:T024BE7LD`, an account in it `slack:T024BE7LD/U023BECGF`, a channel `slack:T024BE7LD/C024BE7LR`,
a message `slack:T024BE7LD/C024BE7LR/1405894322.002768`. Only adapters take them apart.
"""

import hashlib
from typing import NewType

Platform = NewType("Platform", str)
CommunityId = NewType("CommunityId", str)
SpaceId = NewType("SpaceId", str)
AccountId = NewType("AccountId", str)
MemberId = NewType("MemberId", str)
ChannelId = NewType("ChannelId", str)
MessageId = NewType("MessageId", str)
RoleId = NewType("RoleId", str)
EventId = NewType("EventId", str)
EffectKey = NewType("EffectKey", str)
PolicyId = NewType("PolicyId", str)
RevisionId = NewType("RevisionId", str)
TimerId = NewType("TimerId", str)
IncidentId = NewType("IncidentId", str)
CaseId = NewType("CaseId", str)
SanctionId = NewType("SanctionId", str)
ProposalId = NewType("ProposalId", str)


FORGOTTEN = "forgotten-"
"""How the names begin that stand for whoever asked to be forgotten."""
OUTSIDE = Platform("outside")
"""Where mails, signed calls and pages of the bot's own belong."""


def space_id(platform: str, native: str) -> SpaceId:
    """Name a space: a Discord guild, a Slack workspace, an export of either."""
    return SpaceId(f"{platform}:{native}")


def own_space(community: CommunityId) -> SpaceId:
    """The space of what no platform reports: deadlines, answers to effects, commands from the shell."""
    return SpaceId(f"palabre:{community}")


def outside_space(community: CommunityId) -> SpaceId:
    """Where a community speaks with people who are on none of its platforms."""
    return SpaceId(f"{OUTSIDE}:{community}")


def account_id(space: SpaceId, native: str) -> AccountId:
    """Name an account as one space knows it."""
    return AccountId(f"{space}/{native}")


def forgotten_id(space: SpaceId, mark: str) -> AccountId:
    """Name somebody who asked to be forgotten; no platform knows this name."""
    return AccountId(f"{space}/{FORGOTTEN}{mark}")


def is_forgotten(account: AccountId) -> bool:
    """Whether this is all that is left of an account: nothing can be done to it on any platform."""
    return native(account).startswith(FORGOTTEN)


def channel_id(space: SpaceId, native: str) -> ChannelId:
    """Name a channel, or a thread on platforms where threads are channels."""
    return ChannelId(f"{space}/{native}")


def message_id(channel: ChannelId, native: str) -> MessageId:
    """Name a message within its channel."""
    return MessageId(f"{channel}/{native}")


def role_id(space: SpaceId, native: str) -> RoleId:
    """Name a role or a user group of a space."""
    return RoleId(f"{space}/{native}")


def digest(words: str, size: int = 8) -> str:
    """A name made of words, in which nobody reads them; always the same, `size` bytes in hexadecimal."""
    return hashlib.blake2b(words.encode("utf-8", "backslashreplace"), digest_size=size).hexdigest()


def incident_id(space: SpaceId, event: EventId) -> IncidentId:
    """Name what policies did about something that happened: the same whenever it is ruled on again."""
    return IncidentId(digest(f"{space} {event}", 6))


def file_mark(native: str, size: int = 0, media_type: str = "") -> str:
    """Tells a file of a platform from every other, and one that was put in its place: no hash of what is in it.

    It is made of all by which the platform itself names the file. What is in it is hashed apart (`events.Fingerprint`).
    """
    return digest(f"{native} {size} {media_type}", 16)


def platform_of(space: SpaceId) -> Platform:
    """The platform that a space belongs to."""
    return Platform(space.partition(":")[0])


def space_of(name: AccountId | ChannelId | RoleId) -> SpaceId:
    """The space that something belongs to."""
    return SpaceId(name.partition("/")[0])


def native(name: AccountId | ChannelId | MessageId | RoleId) -> str:
    """What the platform itself calls this thing."""
    return name.rpartition("/")[2]
