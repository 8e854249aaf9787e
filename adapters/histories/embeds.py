"""What old bots posted in a log channel, read from an export of that channel: their embeds, each bot in its own way.

Most say in a heading what was done (`[WARN] name`, `Case 12 | Ban | name`, `mute | case 3`), and the rest in fields or
lines that begin with a label (`**Offender:**`). Whatever says neither what nor to whom is counted, not guessed.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from adapters.histories.entries import Read, action, length, person, time

Json = Mapping[str, Any]

_WHOM = ("user", "member", "offender", "target", "banned user", "muted user", "warned user")
_BY = ("moderator", "responsible moderator", "mod", "staff", "responsible", "issued by", "by")
_REASON = ("reason",)
_LENGTH = ("length", "duration", "expires")
_LABEL = re.compile(r"^\W*([A-Za-z ]{2,24}?)\W*:\W*(.+)$")
_LABELLED = re.compile(r"id:?\s*(\d{15,21})", re.IGNORECASE)


def logged(said: Json, server: str) -> Read:
    """Every embed of a bot's in an export of one channel."""
    found = Read("embeds")
    guild = said.get("guild")
    elsewhere = isinstance(guild, Mapping) and str(guild.get("id", server)) != server
    for message in _maps(said.get("messages")):
        author = message.get("author")
        if not isinstance(author, Mapping) or author.get("isBot") is not True:
            continue
        for place, embed in enumerate(_maps(message.get("embeds"))):
            if elsewhere:
                found.left_out["elsewhere"] += 1
            else:
                _add(found, message, embed, place)
    return found


def _add(found: Read, message: Json, embed: Json, place: int) -> None:
    by_label, at = dict(_labelled(embed)), time(message.get("timestamp"))
    lasting = length(_first(by_label, _LENGTH))
    found.add(
        action(_heading(embed)),
        person(_first(by_label, _WHOM)) or _in_footer(embed),
        at,
        key=f"embed {message.get('id')} {place}",
        by=person(_first(by_label, _BY)),
        reasons=_first(by_label, _REASON),
        until=at + lasting if at and lasting else None,
    )


def _heading(embed: Json) -> str:
    """What stands over it, by whatever name; the first line of its text where nothing does."""
    author = embed.get("author")
    parts = [str(author.get("name") or "") if isinstance(author, Mapping) else "", str(embed.get("title") or "")]
    said = " ".join(filter(None, parts))
    first = str(embed.get("description") or "").partition("\n")[0]
    return said if action(said) != "unknown" else first if ":" not in first else said


def _labelled(embed: Json) -> Iterator[tuple[str, str]]:
    for line in str(embed.get("description") or "").splitlines():
        if label := _LABEL.match(line):
            yield label[1].strip().lower(), label[2].strip()
    for field in _maps(embed.get("fields")):
        yield str(field.get("name") or "").strip(" *:").lower(), str(field.get("value") or "").strip()


def _in_footer(embed: Json) -> str | None:
    footer = embed.get("footer")
    said = str(footer.get("text") or "") if isinstance(footer, Mapping) else ""
    label = _LABELLED.search(said)
    return label[1] if label else None


def _first(by_label: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((by_label[name] for name in names if by_label.get(name)), "")


def _maps(value: Any) -> list[Json]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
