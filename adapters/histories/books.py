"""The books of Zeppelin and Red, and lists of bans, all of them JSON."""

from collections.abc import Iterator, Mapping
from typing import Any

from adapters.histories.entries import Entry, Read, action, person, snowflake, time

Json = Mapping[str, Any]

_ZEPPELIN = dict(enumerate(("ban", "unban", "note", "warn", "kick", "mute", "unmute", "deleted", "softban"), 1))
"""Numbers that its cases give to what was done."""


def zeppelin(cases: list[Json]) -> Read:
    """What its dashboard exports: cases with notes, of which the first says why."""
    found = Read("zeppelin")
    for case in cases:
        number, kept = case.get("type"), case.get("notes")
        kind = _ZEPPELIN.get(number, "") if isinstance(number, int) else ""
        if case.get("is_hidden") or kind == "deleted":
            found.left_out["hidden"] += 1
            continue
        listed = kept if isinstance(kept, list) else []
        notes = [str(note.get("body") or "") for note in listed if isinstance(note, Mapping)]
        found.add(
            action(kind),
            person(case.get("user_id")),
            time(case.get("created_at")),
            key=f"zeppelin {case.get('case_number')} {case.get('user_id')} {case.get('created_at')}",
            by=person(case.get("pp_id")) or person(case.get("mod_id")),
            reasons="\n".join(filter(None, notes)),
        )
    return found


def is_red(said: Any) -> bool:
    """Whether anything in it is a case, or a list of warnings, as Red keeps them."""
    return any(True for _ in _red_cases(said)) or any(True for _ in _red_warnings(said))


def red(said: Any, server: str) -> Read:
    """What Red keeps of its mod log and of warnings, wherever in its settings files that stands."""
    found = Read("red")
    for number, case in _red_cases(said):
        if str(case.get("guild") or server) != server:
            found.left_out["elsewhere"] += 1
            continue
        found.add(
            action(str(case.get("action_type", ""))),
            person(case.get("user")),
            time(case.get("created_at")),
            key=f"red {case.get('case_number', number)} {case.get('user')} {case.get('created_at')}",
            by=person(case.get("moderator")),
            reasons=str(case.get("reason") or ""),
            until=time(case.get("until")),
        )
    for guild, user, number, warning in _red_warnings(said):
        if guild != server:
            found.left_out["elsewhere"] += 1
            continue
        by, why = person(warning.get("mod")), str(warning.get("description") or "")
        found.add("warn", person(user), snowflake(number), key=f"red warning {number}", by=by, reasons=why)
    return found


def _red_cases(said: Any, name: str = "") -> Iterator[tuple[str, Json]]:
    if isinstance(said, Mapping):
        if "action_type" in said and "user" in said:
            yield name, said
            return
        for key, one in said.items():
            yield from _red_cases(one, str(key))
    elif isinstance(said, list):
        for one in said:
            yield from _red_cases(one)


def _red_warnings(said: Any) -> Iterator[tuple[str, str, str, Json]]:
    """By server, member and the message that asked for it."""
    if not isinstance(said, Mapping):
        return
    members = said.get("MEMBER")
    for guild, users in members.items() if isinstance(members, Mapping) else ():
        for user, kept in users.items() if isinstance(users, Mapping) else ():
            warnings = kept.get("warnings") if isinstance(kept, Mapping) else None
            for number, one in warnings.items() if isinstance(warnings, Mapping) else ():
                if isinstance(one, Mapping):
                    yield str(guild), str(user), str(number), one
    for one in said.values():
        yield from _red_warnings(one)


def bans(listed: list[Any]) -> Read:
    """Who is banned: as Discord lists them, or just by their ids. When that was, such a list does not say."""
    found = Read("bans")
    for one in listed:
        said = one if isinstance(one, Mapping) else {"id": one}
        banned = said.get("user")
        user = person(banned.get("id") if isinstance(banned, Mapping) else said.get("user_id", said.get("id", banned)))
        if user is None:
            found.left_out["nobody"] += 1
            continue
        why = str(said.get("reason") or "")
        found.entries.append(Entry(key=f"ban {user}", user=user, name="ban", at=None, reasons=why, in_force=True))
    return found
