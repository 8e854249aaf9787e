"""Who may do what: base permissions, overwrites, the owner, administrators, timeouts, and the order of roles."""

from tests.wire.discord.server.errors import ApiError
from tests.wire.discord.server.world import PRIVATE_THREAD, Channel, Guild, Member, World

# Topics › Permissions › Bitwise Permission Flags
CREATE_INSTANT_INVITE = 1 << 0
KICK_MEMBERS = 1 << 1
BAN_MEMBERS = 1 << 2
ADMINISTRATOR = 1 << 3
MANAGE_CHANNELS = 1 << 4
MANAGE_GUILD = 1 << 5
ADD_REACTIONS = 1 << 6
VIEW_AUDIT_LOG = 1 << 7
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
MANAGE_MESSAGES = 1 << 13
EMBED_LINKS = 1 << 14
ATTACH_FILES = 1 << 15
READ_MESSAGE_HISTORY = 1 << 16
MENTION_EVERYONE = 1 << 17
USE_EXTERNAL_EMOJIS = 1 << 18
CHANGE_NICKNAME = 1 << 26
MANAGE_NICKNAMES = 1 << 27
MANAGE_ROLES = 1 << 28
MANAGE_WEBHOOKS = 1 << 29
USE_APPLICATION_COMMANDS = 1 << 31
MANAGE_THREADS = 1 << 34
CREATE_PUBLIC_THREADS = 1 << 35
CREATE_PRIVATE_THREADS = 1 << 36
SEND_MESSAGES_IN_THREADS = 1 << 38
MODERATE_MEMBERS = 1 << 40
SEND_POLLS = 1 << 49
PIN_MESSAGES = 1 << 51
BYPASS_SLOWMODE = 1 << 52
ALL = (1 << 53) - 1

EVERYBODY = (
    CREATE_INSTANT_INVITE
    | ADD_REACTIONS
    | VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | CHANGE_NICKNAME
    | USE_APPLICATION_COMMANDS
    | USE_EXTERNAL_EMOJIS
    | CREATE_PUBLIC_THREADS
    | CREATE_PRIVATE_THREADS
    | SEND_MESSAGES_IN_THREADS
    | SEND_POLLS
)
MODERATOR = (
    KICK_MEMBERS
    | BAN_MEMBERS
    | MANAGE_MESSAGES
    | MODERATE_MEMBERS
    | MANAGE_NICKNAMES
    | MANAGE_THREADS
    | VIEW_AUDIT_LOG
    | PIN_MESSAGES
)
BOT = MODERATOR | MANAGE_ROLES | MANAGE_CHANNELS | MANAGE_GUILD | MENTION_EVERYONE | BYPASS_SLOWMODE
WHILE_TIMED_OUT = VIEW_CHANNEL | READ_MESSAGE_HISTORY


def base(guild: Guild, member: Member) -> int:
    """Permissions in the guild as a whole, without any channel."""
    if member.id == guild.owner_id:
        return ALL
    found = guild.roles[guild.id].permissions
    for role in member.roles:
        found |= guild.roles[role].permissions
    return ALL if found & ADMINISTRATOR else found


def timed_out(member: Member, now: float) -> bool:
    """Whether a member is to be silent for now."""
    return member.timeout_until is not None and member.timeout_until > now


def in_guild(world: World, guild: Guild, member: Member) -> int:
    """Base permissions, with what a timeout takes away."""
    found = base(guild, member)
    if found & ADMINISTRATOR or not timed_out(member, world.now()):
        return found
    return found & WHILE_TIMED_OUT


def in_channel(world: World, guild: Guild, channel: Channel, member: Member) -> int:
    """Permissions in one channel; a thread has its parent's."""
    found = base(guild, member)
    if found & ADMINISTRATOR:
        return ALL
    overwrites = world.parent(channel).overwrites
    if everybody := overwrites.get(guild.id):
        found = found & ~everybody.deny | everybody.allow
    allow = deny = 0
    for role in member.roles:
        if one := overwrites.get(role):
            allow, deny = allow | one.allow, deny | one.deny
    found = found & ~deny | allow
    if own := overwrites.get(member.id):
        found = found & ~own.deny | own.allow
    if not found & VIEW_CHANNEL:
        return 0
    if timed_out(member, world.now()):
        found &= WHILE_TIMED_OUT
    return found


def sees(world: World, guild: Guild, channel: Channel, member: Member) -> bool:
    """Whether a channel is there for a member; private threads are for those in them and who manages threads."""
    held = in_channel(world, guild, channel, member)
    if not held & VIEW_CHANNEL:
        return False
    if channel.type == PRIVATE_THREAD:
        return member.id in channel.state.members or bool(held & MANAGE_THREADS)
    return True


def rank(guild: Guild, member: Member) -> tuple[int, int]:
    """A member's highest role, greater for higher; of two at one position the older is higher."""
    found = [(guild.roles[one].position, -one) for one in member.roles]
    return max(found, default=(0, 0))


def above(guild: Guild, member: Member) -> bool:
    """Whether nobody stands over a member."""
    return member.id == guild.owner_id


def outranks(guild: Guild, actor: Member, target: Member) -> bool:
    """Whether one member may kick, ban, time out or rename another."""
    if above(guild, target):
        return False
    return above(guild, actor) or rank(guild, actor)[0] > rank(guild, target)[0]


def manages_role(guild: Guild, actor: Member, role_id: int) -> bool:
    """Whether a role stands below the highest one of whoever gives or takes it."""
    role = guild.roles[role_id]
    if role.managed or role.id == guild.id:
        return False
    return above(guild, actor) or rank(guild, actor) > (role.position, -role.id)


def need(held: int, wanted: int) -> None:
    """Refuses whoever lacks a permission."""
    if held & wanted != wanted:
        raise ApiError(50013)


def need_view(world: World, guild: Guild, channel: Channel, member: Member) -> int:
    """Permissions in a channel that a member sees; who does not see it is told so and no more."""
    if not sees(world, guild, channel, member):
        raise ApiError(50001)
    return in_channel(world, guild, channel, member)
