"""The gateway: sessions over websockets, who is sent which event, and connections that go wrong on demand."""

import asyncio
import secrets
import time

from aiohttp import web

from tests.wire.discord.server import connections, intents, permissions, shapes
from tests.wire.discord.server.opcodes import (
    AUTHENTICATION_FAILED,
    DECODE_ERROR,
    DISALLOWED_INTENTS,
    HELLO,
    INVALID_INTENTS,
    INVALID_SEQ,
    INVALID_SESSION,
    INVALID_SHARD,
    INVALID_VERSION,
    RECONNECT,
    SESSION_TIMED_OUT,
    SHARDING_REQUIRED,
)
from tests.wire.discord.server.session import Session, Wire, compressions, encode
from tests.wire.discord.server.world import Channel, Guild, Json, Message, World


class Gateway:
    """Keeps the sessions and hands events to those that may have them."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.url = ""
        self.sessions: dict[str, Session] = {}
        self.wires: set[Wire] = set()
        self.heartbeat_interval = 41.25
        self.max_concurrency = 1
        self.identify_window = 5.0
        self.acknowledging = True
        self.requires_sharding = False
        self.recommended_shards = 1
        self.starts = 1000
        self.identifies: list[Json] = []
        self.resumes: list[Json] = []
        self.presences: list[Json] = []
        self.member_requests: list[Json] = []
        self.closes: list[int] = []
        self._identified: dict[int, float] = {}

    # What goes out

    def emit(
        self,
        event: str,
        data: Json,
        guild: Guild | None = None,
        channel: Channel | None = None,
        *,
        bare: Json | None = None,
    ) -> None:
        """Sends an event to every session of the guild's shard that asked for it and whose bot may know of it.

        `bare` is what sessions get that did not ask for message content.
        """
        if guild is not None and (guild.unavailable or not self._may_know(event, guild, channel)):
            return
        versions: dict[bool, str] = {}
        for session in self._listening(guild):
            if not self._wants(session, event, data, guild):
                continue
            whole = bare is None or bool(session.intents & intents.MESSAGE_CONTENT)
            if whole not in versions:
                versions[whole] = encode(data if whole else bare)
            session.dispatch(event, versions[whole])

    def emit_message(self, event: str, message: Message, guild: Guild | None, channel: Channel) -> None:
        """Sends a message, without its content to whoever did not ask for content."""
        shown = shapes.message_event(self.world, message)
        bare = None if self._exempt(message) else shapes.without_content(shown)
        self.emit(event, shown, guild, channel, bare=bare)

    def guild_arrived(self, guild: Guild) -> None:
        """Sends a guild that the bot has come into or that is back after an outage."""
        for session in self._listening(guild):
            if session.intents & intents.GUILDS:
                self._show_guild(session, guild)

    def _show_guild(self, session: Session, guild: Guild) -> None:
        everybody = bool(session.intents & intents.PRESENCES)
        session.dispatch("GUILD_CREATE", encode(shapes.guild_create(self.world, guild, everybody=everybody)))

    def raw(self, event: str, data: object, guild: Guild | None = None) -> None:
        """Sends whatever a test wants, well formed or not, to the guild's shard."""
        for session in self._listening(guild):
            session.dispatch(event, encode(data))

    def _listening(self, guild: Guild | None) -> list[Session]:
        guild_id = None if guild is None else guild.id
        return [one for one in self.sessions.values() if one.covers(guild_id)]

    def _wants(self, session: Session, event: str, data: Json, guild: Guild | None) -> bool:
        if event == "GUILD_MEMBER_UPDATE" and data["user"]["id"] == str(self.world.application.user.id):
            return True
        if event == "THREAD_MEMBERS_UPDATE" and not session.intents & intents.GUILD_MEMBERS:
            me = str(self.world.application.user.id)
            touched = [one["user_id"] for one in data.get("added_members", [])] + data.get("removed_member_ids", [])
            return me in touched and bool(session.intents & intents.GUILDS)
        return intents.allows(session.intents, event, in_guild=guild is not None)

    def _may_know(self, event: str, guild: Guild, channel: Channel | None) -> bool:
        me = guild.members.get(self.world.application.user.id)
        if me is None:
            return event == "GUILD_DELETE"
        if event == "GUILD_AUDIT_LOG_ENTRY_CREATE":
            return bool(permissions.base(guild, me) & permissions.VIEW_AUDIT_LOG)
        if event == "AUTO_MODERATION_ACTION_EXECUTION":
            return bool(permissions.base(guild, me) & permissions.MANAGE_GUILD)
        return channel is None or permissions.sees(self.world, guild, channel, me)

    def _exempt(self, message: Message) -> bool:
        me = self.world.application.user
        return message.guild_id is None or message.author is me or me in message.mentions

    # What goes wrong

    def live(self, shard: int | None = None) -> list[Session]:
        """Sessions that are connected, of one shard or of all."""
        found = (one for one in self.sessions.values() if one.wire is not None and not one.wire.closed)
        return [one for one in found if shard is None or one.shard == shard]

    def reconnect(self, shard: int | None = None) -> None:
        """Asks clients to reconnect and resume (op 7)."""
        for session in self.live(shard):
            if session.wire is not None:
                session.wire.send(RECONNECT, None)

    def invalidate(self, *, resumable: bool, shard: int | None = None) -> None:
        """Tells clients that their session is invalid (op 9); forgets it unless it may be resumed."""
        for session in self.live(shard):
            if session.wire is not None:
                session.wire.send(INVALID_SESSION, resumable)
            if not resumable:
                self.sessions.pop(session.id, None)

    def close(self, code: int, shard: int | None = None) -> None:
        """Closes connections with a code; 4007 and 4009 end the session too."""
        for session in self.live(shard):
            if session.wire is not None:
                session.wire.close(code)
            if code in {INVALID_SEQ, SESSION_TIMED_OUT}:
                self.sessions.pop(session.id, None)

    def cut(self, shard: int | None = None) -> None:
        """Drops connections without a word; the sessions go on and can be resumed."""
        for session in self.live(shard):
            wire, session.wire = session.wire, None
            if wire is not None:
                wire.cut()

    def forget(self) -> None:
        """Forgets every session, so that none can be resumed."""
        self.sessions.clear()

    async def drained(self) -> None:
        """Waits until everything that was queued is on its way."""
        for wire in list(self.wires):
            await wire.drained()

    # What comes in

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One websocket from HELLO to its end."""
        socket = web.WebSocketResponse(max_msg_size=4096 * 4, compress=False)
        await socket.prepare(request)
        compress = request.query.get("compress")
        wire = Wire(request, socket, compress)
        connection = connections.Connection(self, wire)
        writer = asyncio.create_task(wire.write())
        self.wires.add(wire)
        try:
            if request.query.get("v") not in {"9", "10"}:
                wire.close(INVALID_VERSION)
            elif request.query.get("encoding", "json") != "json" or compress not in {None, *compressions()}:
                wire.close(DECODE_ERROR)
            else:
                wire.send(HELLO, {"heartbeat_interval": int(self.heartbeat_interval * 1000), "_trace": []})
            await connection.read()
        finally:
            self.wires.discard(wire)
            wire.closed = True
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)
            connection.ended(socket.close_code)
        return socket

    def too_soon(self, shard: int) -> bool:
        """Whether a shard of the same rate limit key has identified within the last seconds."""
        key = shard % self.max_concurrency
        last = self._identified.get(key)
        now = time.monotonic()
        if last is not None and now - last < self.identify_window:
            return True
        self._identified[key] = now
        return False

    def identify_refused(self, data: Json) -> int | None:
        """The close code for an IDENTIFY that is refused."""
        if data.get("token") != self.world.application.token:
            return AUTHENTICATION_FAILED
        wanted = data.get("intents")
        if not isinstance(wanted, int) or wanted & ~intents.KNOWN:
            return INVALID_INTENTS
        if wanted & intents.PRIVILEGED & ~self.world.application.privileged:
            return DISALLOWED_INTENTS
        shard = data.get("shard", [0, 1])
        if not (isinstance(shard, list) and len(shard) == 2 and 0 <= shard[0] < shard[1]):
            return INVALID_SHARD
        if self.requires_sharding and shard[1] == 1:
            return SHARDING_REQUIRED
        return None

    def begin(self, data: Json, wire: Wire) -> Session:
        """A new session: READY, then every guild of its shard."""
        shard, shards = data.get("shard", [0, 1])
        session = Session(secrets.token_hex(16), shard, shards, data["intents"], wire)
        self.sessions[session.id] = session
        guilds = [one for one in self.world.guilds.values() if session.covers(one.id) and self._inside(one)]
        application = self.world.application
        ready = {
            "v": 10,
            "user": shapes.user(application.user) | {"verified": True, "mfa_enabled": False, "flags": 0},
            "guilds": [{"id": str(one.id), "unavailable": True} for one in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.url,
            "application": {"id": str(application.id), "flags": flags(application.privileged)},
            "private_channels": [],
            "relationships": [],
            "user_settings": {},
            "_trace": [],
        }
        if "shard" in data:
            ready["shard"] = [shard, shards]
        session.dispatch("READY", encode(ready))
        if session.intents & intents.GUILDS:
            for one in guilds:
                if not one.unavailable:
                    self._show_guild(session, one)
        return session

    def _inside(self, guild: Guild) -> bool:
        return self.world.application.user.id in guild.members


def flags(privileged: int) -> int:
    """Application flags that tell which privileged intents a small application was granted."""
    found = 1 << 23
    for intent, limited in ((intents.PRESENCES, 13), (intents.GUILD_MEMBERS, 15), (intents.MESSAGE_CONTENT, 19)):
        found |= (1 << limited) if privileged & intent else 0
    return found
