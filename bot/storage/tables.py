"""Every table, and for each what it keeps and for how long.

Append-only tables (see `APPEND_ONLY`) hold neither names nor text: what says whom a ruling was about stands in
`ruling_details`, which can be erased; the chain of hashes covers a salted hash of it.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.storage.types import PlainText, UtcTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself only in a column of type INTEGER; PostgreSQL needs more than 32 bits.
_Serial = BigInteger().with_variant(Integer(), "sqlite")
_HEARD = text("kind = 'message_posted' AND channel IS NOT NULL AND message IS NOT NULL")

partitions = Table(
    "partitions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("community", PlainText, nullable=False, unique=True),
    Column("epoch", BigInteger, nullable=False, comment="moved on by every batch: the fence between writers"),
    Column("seq", BigInteger, nullable=False, comment="the last arrival's number"),
    Column("ruling", BigInteger, nullable=False, comment="the last ruling's number"),
    Column("chain", String(64), nullable=False, comment="the last ruling's hash"),
    Column("live", Integer, nullable=False, server_default=text("0"), comment="how many cases somebody has to act in"),
)

spaces = Table(
    "spaces",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("partition", Integer, nullable=False),
    Column("space", PlainText, nullable=False, unique=True),
)

events = Table(
    "events",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("space", Integer, nullable=False),
    Column("event_id", PlainText, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("at", UtcTime, nullable=False, comment="the platform's time"),
    Column("ruled_at", UtcTime, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("account", PlainText, comment="until it is rolled up or forgotten, like channel and message"),
    Column("channel", PlainText),
    Column("message", PlainText),
    UniqueConstraint("space", "event_id"),
    Index(None, "partition", "at"),
    Index("ix_events_heard", "space", "channel", "seq", sqlite_where=_HEARD, postgresql_where=_HEARD),
    sqlite_with_rowid=False,
)

activity_daily = Table(
    "activity_daily",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("day", Date, primary_key=True, comment="in UTC"),
    Column("kind", String(32), primary_key=True),
    Column("channel", PlainText, primary_key=True, comment="empty where there was none"),
    Column("account", PlainText, primary_key=True, comment="empty where there was none"),
    Column("count", BigInteger, nullable=False),
)

accounts = Table(
    "accounts",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("account", PlainText, primary_key=True),
    Column("member", PlainText, nullable=False),
    Column("name", PlainText),
    Column("bot", Boolean, nullable=False),
    Column("roles", Text, nullable=False, comment="JSON list"),
    Column("met_at", UtcTime, nullable=False),
    Column("joined_at", UtcTime),
    Column("left_at", UtcTime),
    Column("held", Boolean, nullable=False, comment="under legal hold"),
    Column("created_at", UtcTime, comment="when the platform made it"),
    Column("locale", String(8), comment="the language that the person chose"),
    Column("willing", Boolean, nullable=False, server_default=text("false"), comment="to be drawn for circles"),
    Column("was", Text, nullable=False, server_default=text("'[]'"), comment="JSON list: members, and until when"),
)

account_roles = Table(
    "account_roles",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("role", PlainText, primary_key=True),
    Column("account", PlainText, primary_key=True),
    Index(None, "partition", "account"),
)

members = Table(
    "members",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("member", PlainText, primary_key=True),
    Column("accounts", Text, nullable=False, comment="JSON list"),
    Column("former", Text, nullable=False, server_default=text("'[]'"), comment="JSON list: accounts, and until when"),
)

link_codes = Table(
    "link_codes",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("code", String(64), primary_key=True, comment="its hash"),
    Column("account", PlainText, nullable=False, comment="who asked for it"),
    Column("expires_at", UtcTime, nullable=False),
)

channels = Table(
    "channels",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("channel", PlainText, primary_key=True),
    Column("name", PlainText, nullable=False),
)

activity = Table(
    "activity",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("account", PlainText, primary_key=True),
    Column("messages", BigInteger, nullable=False),
    Column("recent", Text, nullable=False, comment="JSON list of [microseconds, channel, fingerprint, sketch]"),
)

windows = Table(
    "windows",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("space", PlainText, primary_key=True),
    Column("heard", Text, nullable=False, comment="JSON list of [microseconds, account, channel, fingerprint, sketch]"),
    Column("entered", Text, nullable=False, comment="JSON list of [microseconds, account]"),
)

counters = Table(
    "counters",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("key", PlainText, primary_key=True, comment="counter|of"),
    Column("value", BigInteger, nullable=False),
    Column("moved_at", UtcTime, nullable=False),
    Column("recent", Text, nullable=False, comment="JSON list of [microseconds, about, by]"),
)

timers = Table(
    "timers",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("timer", PlainText, primary_key=True),
    Column("generation", BigInteger, nullable=False),
    Column("due_at", UtcTime, comment="null once fired or cancelled"),
    Index(None, "partition", "due_at"),
)

settings = Table(
    "settings",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("key", PlainText, primary_key=True),
    Column("value", Text, nullable=False),
    Column("author", PlainText, comment="who set it in chat; null for the program and its operator"),
    Column("at", UtcTime, nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("incident", String(64), primary_key=True),
    Column("origin", String(16), nullable=False, comment="policy or report"),
    Column("at", UtcTime, nullable=False),
    Column("space", PlainText, nullable=False),
    Column("account", PlainText, comment="whom it is about"),
    Column("channel", PlainText),
    Column("message", PlainText),
    Column("reporter", PlainText, comment="sealed: no card shows it"),
    Column("text", PlainText, nullable=False, comment="what was written; emptied after a while"),
    Column("reason", PlainText, nullable=False, comment="the reporter's words; emptied after a while"),
    Column("details", Text, nullable=False, comment="JSON: policies, why, measures and what they moved"),
    Column("state", String(16), nullable=False, comment="standing, confirmed, undone, talking, asked or closed"),
    Column("moved_by", PlainText),
    Column("moved_at", UtcTime),
    Index(None, "partition", "account"),
)

cases = Table(
    "cases",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("case", String(32), primary_key=True, comment="its number"),
    Column("number", BigInteger, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("space", PlainText, nullable=False),
    Column("channel", PlainText, comment="like message, incident and people: until it is archived or forgotten"),
    Column("message", PlainText),
    Column("incident", String(64)),
    Column("opener", PlainText),
    Column("respondent", PlainText),
    Column("reporter", PlainText, comment="sealed: no card shows it"),
    Column("handler", PlainText),
    Column("rank", Integer, comment="0 where somebody may be in danger, 1 otherwise; null once nobody has to act"),
    Column("private", Boolean, nullable=False, comment="about one of the team"),
    Column("people", Text, nullable=False, comment="JSON list: everybody who had a part in it"),
    Column("opened_at", UtcTime, nullable=False),
    Column("since", UtcTime, nullable=False),
    Column("due_at", UtcTime, comment="null once archived"),
    Column("presses_at", UtcTime, comment="the deadline, some hours earlier where many told of it: for lists alone"),
    Column("outcome", String(32)),
    Column("data", Text, nullable=False, comment="JSON: the case as its log folds into"),
    Index(None, "partition", "rank", "presses_at", "number"),
    *(
        Index(
            f"ix_cases_partition_{name}",
            "partition",
            name,
            sqlite_where=text(f"{name} IS NOT NULL"),
            postgresql_where=text(f"{name} IS NOT NULL"),
        )
        for name in ("respondent", "opener", "reporter", "message", "incident")
    ),
)

case_log = Table(
    "case_log",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("case", String(32), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False, comment="counted from 1 in each case"),
    Column("seq", BigInteger, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("move", String(16), nullable=False),
    Column("state", String(16), nullable=False, comment="where the case stands afterwards"),
    Column("due_at", UtcTime),
    Column("details_hash", String(64), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

case_details = Table(
    "case_details",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("case", String(32), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("salt", String(32), nullable=False),
    Column("line", Text, nullable=False, comment="JSON: who, whom, words; erased when the case is archived"),
)

case_redactions = Table(
    "case_redactions",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("case", String(32), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False, comment="of the arrival that asked for it"),
    Column("details_hash", String(64), nullable=False, comment="of what is left without whoever was forgotten"),
)

sanctions = Table(
    "sanctions",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("sanction", String(64), primary_key=True),
    Column("account", PlainText, comment="until it is over and forgotten"),
    Column("case", String(32)),
    Column("name", String(32), nullable=False),
    Column("by", PlainText),
    Column("at", UtcTime, nullable=False),
    Column("until", UtcTime, comment="when it ends by itself"),
    Column("on_file_until", UtcTime, comment="until when ladders remember it"),
    Column("state", String(16), nullable=False),
    Column("ended_at", UtcTime),
    Column("data", Text, nullable=False, comment="JSON"),
    Index(None, "partition", "account"),
    Index(None, "partition", "by", "at"),
    Index(None, "partition", "case"),
)

standings = Table(
    "standings",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("account", PlainText, primary_key=True, comment="once forgotten, a keyed hash, until the last measure ends"),
    Column("sanctions", Text, nullable=False, comment="JSON: what holds them back now"),
)

proposals = Table(
    "proposals",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("proposal", String(32), primary_key=True, comment="its number"),
    Column("number", BigInteger, nullable=False),
    Column("state", String(16), nullable=False),
    Column("author", PlainText, comment="until forgotten"),
    Column("opened_at", UtcTime, nullable=False),
    Column("since", UtcTime, nullable=False),
    Column("due_at", UtcTime),
    Column("data", Text, nullable=False, comment="JSON"),
)

heartbeats = Table(
    "heartbeats",
    metadata,
    Column("community", PlainText, primary_key=True),
    Column("at", UtcTime, nullable=False, comment="when a bot was last at work for it"),
)

rulings = Table(
    "rulings",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("room", String(64), nullable=False),
    Column("rule", Text, nullable=False),
    Column("details_hash", String(64), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("log", String(64), comment="a hash of the lines that its arrival added to the logs of cases"),
    Index(None, "partition", "seq"),
)

ruling_details = Table(
    "ruling_details",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("salt", String(32), nullable=False),
    Column("account", PlainText),
    Column("channel", PlainText),
    Column("message", PlainText),
    Column("why", Text, nullable=False, comment="JSON"),
    Column("evidence", Text, nullable=False, comment="JSON list"),
    Index(None, "partition", "account"),
)

policy_revisions = Table(
    "policy_revisions",
    metadata,
    Column("revision", String(64), primary_key=True),
    Column("policy", PlainText, nullable=False),
    Column("content", Text, nullable=False, comment="canonical JSON"),
    Column("first_used_at", UtcTime, nullable=False),
    Column("parent", String(64), comment="the wording that it followed where it was first used; null for the first"),
    Column("author", PlainText, nullable=False, comment="who brought it: file, or a reference to an account"),
)

policy_activations = Table(
    "policy_activations",
    metadata,
    Column("community", PlainText, primary_key=True),
    Column("policy", PlainText, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False, comment="counted from 1 for each policy"),
    Column("revision", String(64), nullable=False),
    Column("mode", String(16), nullable=False, comment="off, shadow or enforce"),
    Column("at", UtcTime, nullable=False),
    Column("author", PlainText, nullable=False, comment="who set it: file, or a reference to an account"),
)

policy_hits = Table(
    "policy_hits",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("policy", PlainText, primary_key=True),
    Column("revision", String(64), nullable=False),
    Column("mode", String(16), nullable=False),
    Column("actions", Text, nullable=False, comment="JSON list"),
    Column("spans", Text, nullable=False, comment="JSON list of [start, end]"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", _Serial, primary_key=True),
    Column("partition", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("key", String(64), nullable=False, unique=True, comment="the effect's idempotency key"),
    Column("platform", String(32), nullable=False),
    Column("lane", PlainText, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("account", PlainText, comment="whom it is about, until forgotten"),
    Column("payload", Text, nullable=False, comment="JSON; emptied after a while"),
    Column("idempotent", Boolean, nullable=False),
    Column("binds", PlainText),
    Column("uses", Text, nullable=False, comment="JSON list of handles"),
    Column("state", String(8), nullable=False, comment="pending, sending, done, refused or unsure"),
    Column("attempts", Integer, nullable=False),
    Column("not_before", UtcTime),
    Column("expires_at", UtcTime),
    Column("made", PlainText),
    Column("simulated", Boolean, nullable=False),
    Column("reason", PlainText),
    Column("settled_at", UtcTime),
    Column("reported", Boolean, nullable=False, comment="its outcome came back to the road"),
    Index(None, "state", "id"),
    Index(
        "ix_outbox_unsettled_lane",
        "partition",
        "lane",
        "id",
        sqlite_where=text("state IN ('pending', 'sending')"),
        postgresql_where=text("state IN ('pending', 'sending')"),
    ),
    sqlite_autoincrement=True,
)

handles = Table(
    "handles",
    metadata,
    Column("partition", Integer, primary_key=True),
    Column("handle", PlainText, primary_key=True),
    Column("made", PlainText, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", _Serial, primary_key=True),
    Column("community", PlainText, nullable=False),
    Column("payload", Text, nullable=False, comment="JSON; emptied once done"),
    Column("asked_at", UtcTime, nullable=False),
    Column("done_at", UtcTime),
    sqlite_autoincrement=True,
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", _Serial, primary_key=True),
    Column("partition", Integer, nullable=False),
    Column("space", PlainText, nullable=False),
    Column("event_id", PlainText, nullable=False),
    Column("account", PlainText),
    Column("room", String(64), nullable=False, comment="the room that stumbled; * for the whole event"),
    Column("payload", Text, nullable=False, comment="the event as ASCII JSON"),
    Column("seed", BigInteger, nullable=False),
    Column("error", PlainText, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("released_at", UtcTime),
    sqlite_autoincrement=True,
)

turns = Table(
    "turns",
    metadata,
    Column("gate", PlainText, primary_key=True),
    Column("free_at", UtcTime, nullable=False, comment="when the next one may go through"),
)

oddities = Table(
    "oddities",
    metadata,
    Column("platform", String(32), primary_key=True),
    Column("what", PlainText, primary_key=True, comment="kind and field; never a value"),
    Column("number", BigInteger, nullable=False),
    Column("first_at", UtcTime, nullable=False),
    Column("latest_at", UtcTime, nullable=False),
)

sealed = Table(
    "sealed",
    metadata,
    Column("name", PlainText, primary_key=True),
    Column("secret", Text, nullable=False, comment="sealed with a key that only the environment holds"),
    Column("at", UtcTime, nullable=False),
    Column("until", UtcTime, comment="gone from then on"),
)

keys = Table(
    "keys",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("key", String(64), nullable=False, comment="random; made where the environment has none"),
)

gaps = Table(
    "gaps",
    metadata,
    Column("space", PlainText, primary_key=True),
    Column("channel", PlainText, primary_key=True),
    Column("after", PlainText, nullable=False, comment="as its platform counts messages"),
    Column("noticed_at", UtcTime, nullable=False),
)

APPEND_ONLY = ("rulings", "policy_hits", "policy_revisions", "policy_activations", "case_log", "case_redactions")
