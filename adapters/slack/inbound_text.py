"""Words: Slack's own markup turned into what people see, files, and by whom something was written. Pure.

Its `<...>` are always markup, as a typed `<` is written `&lt;`. Slack's exports are read in the same way elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from adapters.slack.directory import SLACKBOT, Person, Team, called
from adapters.slack.payloads import Json, inner, maybe, records, said, whole
from bot.events import Attachment
from bot.ids import file_mark

_MARKUP = re.compile(r"<([^<>]*)>")
_EVERYONE = frozenset({"here", "channel", "everyone", "group"})
_UNSEEN = ("mailto:", "tel:")
_SCHEMES = ("https://", "http://", *_UNSEEN)
_NOT_A_WORD = re.compile(r"\W+")


@dataclass(slots=True)
class Words:
    """A text as people read it, and whom it calls."""

    text: str
    mentions: list[str] = field(default_factory=list)
    """Native account ids, each once, in order."""
    everyone: bool = False


def words(team: Team, entry: Json) -> Words:
    """What a message says; where it says nothing itself, what is shared in it. Raises Odd."""
    text = said(entry, "text")
    if not text:
        text = "\n".join(part for shared in records(entry, "attachments") for part in _shared(shared))
    return decoded(text, team)


def decoded(text: str, team: Team) -> Words:
    """Turn one text into words."""
    if "<" not in text:
        return Words(unescaped(text))
    found = Words("")

    def seen(match: re.Match[str]) -> str:
        target, _, label = match[1].partition("|")
        sign, rest = target[:1], target[1:]
        if sign == "@":
            return _person(found, rest, label, team)
        if sign == "#":
            place = team.places.get(rest)
            return "#" + (label or (place.name if place else "") or rest).removeprefix("#")
        if sign == "!":
            return _special(found, rest, label, team)
        return _link(target, label)

    found.text = unescaped(_MARKUP.sub(seen, text))
    return found


def mentioned(text: str) -> Iterator[str]:
    """The accounts that a text names, as Slack calls them."""
    return (match[1][1:].partition("|")[0] for match in _MARKUP.finditer(text) if match[1].startswith("@"))


def _person(found: Words, native: str, label: str, team: Team) -> str:
    if native and native not in found.mentions:
        found.mentions.append(native)
    return "@" + (team.names.get(native) or label or native).removeprefix("@")


def _special(found: Words, command: str, label: str, team: Team) -> str:
    name, _, argument = command.partition("^")
    if name in _EVERYONE:
        found.everyone = True
        return f"@{name}"
    if name == "subteam":
        return "@" + (label or team.handles.get(argument) or argument).removeprefix("@")
    return label or f"@{name}"


def _link(url: str, label: str) -> str:
    """The address stays visible, as what a link says and where it leads are two things."""
    bare = next((url.removeprefix(scheme) for scheme in _SCHEMES if url.startswith(scheme)), url)
    shown = bare if url.startswith(_UNSEEN) else url
    return shown if label.rstrip("/") in {"", url.rstrip("/"), bare.rstrip("/")} else f"{label} ({shown})"


def unescaped(text: str) -> str:
    """The text without Slack's three escapes."""
    if "&" not in text:
        return text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _shared(attachment: Json) -> Iterator[str]:
    yield from (part for key in ("pretext", "title") if (part := said(attachment, key)))
    if body := said(attachment, "text") or said(attachment, "fallback"):
        yield body


def files(entry: Json) -> tuple[Attachment, ...]:
    """What hangs from a message. Raises Odd."""
    if "files" not in entry and "file" not in entry:
        return ()
    found = [*records(entry, "files"), *([inner(entry, "file")] if entry.get("file") else [])]
    return tuple(
        Attachment(
            name=said(file, "name") or said(file, "title") or "file",
            media_type=said(file, "mimetype"),
            size=whole(file, "size"),
            mark=mark_of(file),
        )
        for file in found
    )


def mark_of(file: Json) -> str:
    """What tells a file from every other; nothing where Slack gives it no id. Raises Odd."""
    native = said(file, "id")
    return file_mark(native, whole(file, "size"), said(file, "mimetype")) if native else ""


def author(entry: Json) -> str:
    """Who wrote: an account, or whatever an integration is signed with; empty where Slack does not say. Raises Odd."""
    user, bot = maybe(entry, "user"), maybe(entry, "bot_id")
    found = (bot or user) if entry.get("subtype") == "bot_message" else user
    found = found or maybe(inner(entry, "comment"), "user") or bot
    return found or _NOT_A_WORD.sub("-", said(entry, "username")).strip("-").lower()


def name_of(entry: Json, native: str, known: Person | None) -> str | None:
    """What the author was called at that moment. Raises Odd."""
    if native == entry.get("user") and (name := called(inner(entry, "user_profile"))):
        return name
    if known and known.name:
        return known.name
    return said(entry, "username") or said(inner(entry, "bot_profile"), "name") or None


def by_bot(entry: Json, native: str, known: Person | None) -> bool:
    """An application may write in the name of a person: that stays the person's word."""
    if entry.get("subtype") == "bot_message" or native == SLACKBOT:
        return True
    return known.bot if known else bool(maybe(entry, "bot_id"))
