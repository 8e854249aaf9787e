"""Opcodes and close codes of the gateway."""

# Topics › Opcodes and Status Codes › Gateway Close Event Codes
UNKNOWN_OPCODE, DECODE_ERROR, NOT_AUTHENTICATED, AUTHENTICATION_FAILED = 4001, 4002, 4003, 4004
ALREADY_AUTHENTICATED, INVALID_SEQ, RATE_LIMITED, SESSION_TIMED_OUT, INVALID_SHARD = 4005, 4007, 4008, 4009, 4010
SHARDING_REQUIRED, INVALID_VERSION, INVALID_INTENTS, DISALLOWED_INTENTS = 4011, 4012, 4013, 4014
DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT, MEMBERS = 0, 1, 2, 3, 4, 6, 7, 8
INVALID_SESSION, HELLO, ACK, SOUNDBOARD = 9, 10, 11, 31

# What is spoken besides dispatches: opcode and close code → the section that describes it.
SPOKEN = {
    "op 1 Heartbeat": "Gateway › Sending Heartbeats",
    "op 2 Identify": "Gateway Events › Identify",
    "op 3 Presence Update": "Gateway Events › Update Presence",
    "op 4 Voice State Update": "Gateway Events › Update Voice State",
    "op 6 Resume": "Gateway Events › Resume",
    "op 7 Reconnect": "Gateway Events › Reconnect",
    "op 8 Request Guild Members": "Gateway Events › Request Guild Members",
    "op 9 Invalid Session": "Gateway Events › Invalid Session",
    "op 10 Hello": "Gateway Events › Hello",
    "op 11 Heartbeat ACK": "Gateway › Heartbeat ACK",
    "zlib-stream, zstd-stream": "Gateway › Transport Compression",
    "identify once in five seconds for each key": "Gateway › Sharding › Max Concurrency",
    "120 payloads in 60 seconds": "Gateway › Rate Limiting",
} | dict.fromkeys(
    (f"close {code}" for code in range(4001, 4015) if code != 4006),
    "Opcodes and Status Codes › Gateway Close Event Codes",
)
