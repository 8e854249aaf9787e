"""Which events need which intent, and which intents need Discord's leave."""

# Topics › Gateway › List of Intents
GUILDS, GUILD_MEMBERS, GUILD_MODERATION, EXPRESSIONS = 1 << 0, 1 << 1, 1 << 2, 1 << 3
INVITES, VOICE, PRESENCES, GUILD_MESSAGES = 1 << 6, 1 << 7, 1 << 8, 1 << 9
GUILD_REACTIONS, GUILD_TYPING, DIRECT_MESSAGES, DIRECT_REACTIONS = 1 << 10, 1 << 11, 1 << 12, 1 << 13
DIRECT_TYPING, MESSAGE_CONTENT, SCHEDULED_EVENTS = 1 << 14, 1 << 15, 1 << 16
AUTOMOD_CONFIGURATION, AUTOMOD_EXECUTION, GUILD_POLLS, DIRECT_POLLS = 1 << 20, 1 << 21, 1 << 24, 1 << 25

PRIVILEGED = GUILD_MEMBERS | PRESENCES | MESSAGE_CONTENT
KNOWN = (1 << 17) - 1 | AUTOMOD_CONFIGURATION | AUTOMOD_EXECUTION | GUILD_POLLS | DIRECT_POLLS

# Event → (intents in a guild, intents in a DM); any one of them is enough, 0 means always sent.
EVENTS: dict[str, tuple[int, int, str]] = {
    "GUILD_CREATE": (GUILDS, 0, "Gateway Events › Guild Create"),
    "GUILD_UPDATE": (GUILDS, 0, "Gateway Events › Guild Update"),
    "GUILD_DELETE": (GUILDS, 0, "Gateway Events › Guild Delete"),
    "GUILD_ROLE_CREATE": (GUILDS, 0, "Gateway Events › Guild Role Create"),
    "GUILD_ROLE_UPDATE": (GUILDS, 0, "Gateway Events › Guild Role Update"),
    "GUILD_ROLE_DELETE": (GUILDS, 0, "Gateway Events › Guild Role Delete"),
    "CHANNEL_CREATE": (GUILDS, 0, "Gateway Events › Channel Create"),
    "CHANNEL_UPDATE": (GUILDS, 0, "Gateway Events › Channel Update"),
    "CHANNEL_DELETE": (GUILDS, 0, "Gateway Events › Channel Delete"),
    "CHANNEL_PINS_UPDATE": (GUILDS, DIRECT_MESSAGES, "Gateway Events › Channel Pins Update"),
    "THREAD_CREATE": (GUILDS, 0, "Gateway Events › Thread Create"),
    "THREAD_UPDATE": (GUILDS, 0, "Gateway Events › Thread Update"),
    "THREAD_DELETE": (GUILDS, 0, "Gateway Events › Thread Delete"),
    "THREAD_LIST_SYNC": (GUILDS, 0, "Gateway Events › Thread List Sync"),
    "THREAD_MEMBERS_UPDATE": (GUILDS | GUILD_MEMBERS, 0, "Gateway Events › Thread Members Update"),
    "GUILD_MEMBER_ADD": (GUILD_MEMBERS, 0, "Gateway Events › Guild Member Add"),
    "GUILD_MEMBER_UPDATE": (GUILD_MEMBERS, 0, "Gateway Events › Guild Member Update"),
    "GUILD_MEMBER_REMOVE": (GUILD_MEMBERS, 0, "Gateway Events › Guild Member Remove"),
    "GUILD_AUDIT_LOG_ENTRY_CREATE": (GUILD_MODERATION, 0, "Gateway Events › Guild Audit Log Entry Create"),
    "GUILD_BAN_ADD": (GUILD_MODERATION, 0, "Gateway Events › Guild Ban Add"),
    "GUILD_BAN_REMOVE": (GUILD_MODERATION, 0, "Gateway Events › Guild Ban Remove"),
    "INVITE_CREATE": (INVITES, 0, "Gateway Events › Invite Create"),
    "INVITE_DELETE": (INVITES, 0, "Gateway Events › Invite Delete"),
    "MESSAGE_CREATE": (GUILD_MESSAGES, DIRECT_MESSAGES, "Gateway Events › Message Create"),
    "MESSAGE_UPDATE": (GUILD_MESSAGES, DIRECT_MESSAGES, "Gateway Events › Message Update"),
    "MESSAGE_DELETE": (GUILD_MESSAGES, DIRECT_MESSAGES, "Gateway Events › Message Delete"),
    "MESSAGE_DELETE_BULK": (GUILD_MESSAGES, 0, "Gateway Events › Message Delete Bulk"),
    "MESSAGE_REACTION_ADD": (GUILD_REACTIONS, DIRECT_REACTIONS, "Gateway Events › Message Reaction Add"),
    "MESSAGE_REACTION_REMOVE": (GUILD_REACTIONS, DIRECT_REACTIONS, "Gateway Events › Message Reaction Remove"),
    "MESSAGE_REACTION_REMOVE_ALL": (GUILD_REACTIONS, DIRECT_REACTIONS, "Gateway Events › Message Reaction Remove All"),
    "MESSAGE_REACTION_REMOVE_EMOJI": (
        GUILD_REACTIONS,
        DIRECT_REACTIONS,
        "Gateway Events › Message Reaction Remove Emoji",
    ),
    "MESSAGE_POLL_VOTE_ADD": (GUILD_POLLS, DIRECT_POLLS, "Gateway Events › Message Poll Vote Add"),
    "MESSAGE_POLL_VOTE_REMOVE": (GUILD_POLLS, DIRECT_POLLS, "Gateway Events › Message Poll Vote Remove"),
    "TYPING_START": (GUILD_TYPING, DIRECT_TYPING, "Gateway Events › Typing Start"),
    "GUILD_SCHEDULED_EVENT_CREATE": (SCHEDULED_EVENTS, 0, "Gateway Events › Guild Scheduled Event Create"),
    "GUILD_SCHEDULED_EVENT_USER_ADD": (SCHEDULED_EVENTS, 0, "Gateway Events › Guild Scheduled Event User Add"),
    "GUILD_SCHEDULED_EVENT_USER_REMOVE": (SCHEDULED_EVENTS, 0, "Gateway Events › Guild Scheduled Event User Remove"),
    "AUTO_MODERATION_ACTION_EXECUTION": (
        AUTOMOD_EXECUTION,
        0,
        "Gateway Events › Auto Moderation Action Execution",
    ),
    "INTERACTION_CREATE": (0, 0, "Gateway Events › Interaction Create"),
    "GUILD_MEMBERS_CHUNK": (0, 0, "Gateway Events › Guild Members Chunk"),
}


def allows(intents: int, event: str, *, in_guild: bool) -> bool:
    """Whether a session that asked for these intents is sent an event; unknown events are always sent."""
    guild, direct, _ = EVENTS.get(event, (0, 0, ""))
    wanted = guild if in_guild else direct
    return not wanted or bool(intents & wanted)
