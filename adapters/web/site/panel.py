"""What the bot saw, told to whoever looks on: newest first, with what it did and what it deliberately did not do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from adapters.web import outbound
from adapters.web.html import tag
from adapters.web.ink import Ink
from adapters.web.site.site import Site
from adapters.web.site.templates import fragment, markup
from adapters.web.state import Message
from adapters.web.text import marked, plain
from bot.sightings import Delivered, Finding, Said, Sighting
from bot.views import Person, Phrase, Place, Reference

BOOKKEEPING = frozenset({"ticked", "effect_delivered", "effect_refused", "due", "begin_community", "channel_created"})
"""Shown only where something was said of it."""
KINDS = frozenset(
    {
        "message_posted",
        "message_edited",
        "message_deleted",
        "reaction_added",
        "reaction_removed",
        "member_joined",
        "member_left",
        "member_renamed",
        "member_roles_changed",
        "thread_created",
        "file_shared",
        "command_invoked",
        "menu_chosen",
        "button_pressed",
        "form_submitted",
        "due",
        "effect_refused",
    }
)
MODES = frozenset({"enforce", "shadow", "spared", "observe", "paused"})
ACTIONS = frozenset({"remove", "remind", "reply", "alert", "timeout", "quarantine", "kick", "ban", "slowmode", "react"})
REASONS = {outbound.CLOSED: "closed", outbound.GONE: "gone"}
LONGEST = 600
"""Characters of a message that the panel shows."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One sighting, ready to be shown."""

    sighting: Sighting
    who: Markup | None
    where: Markup | None
    did: str
    words: Markup | None
    findings: tuple[dict[str, object], ...]
    said: tuple[Markup, ...]
    delivered: tuple[dict[str, object], ...]

    @property
    def quiet(self) -> bool:
        """Nothing came of it, and nothing had to."""
        return not (self.findings or self.said or self.delivered)


def render(site: Site, ink: Ink) -> str:
    """The list, as it stands in every window of one language."""
    entries = [_entry(site, ink, one) for one in site.sightings if _worth_showing(one)]
    groups = [(quiet, list(group)) for quiet, group in groupby(entries, key=lambda one: one.quiet)]
    return fragment("panel.html", ink, groups=groups)


def _worth_showing(one: Sighting) -> bool:
    return one.kind not in BOOKKEEPING or any(said.why for said in one.said)


def _entry(site: Site, ink: Ink, one: Sighting) -> Entry:
    message = site.state.messages.get(one.message) if one.message else None
    return Entry(
        sighting=one,
        who=tag("bdi", ink.person(one.account)) if one.account else None,
        where=_where(site, ink, one),
        did=ink.ui(f"did-{one.kind}" if one.kind in KINDS else "did-other"),
        words=_words(one, message),
        findings=tuple(_finding(found, ink) for found in sorted(one.findings, key=_acted_first)),
        said=tuple(_why(one.said, ink)),
        delivered=tuple(_delivered(one, ink) for one in one.delivered),
    )


def _where(site: Site, ink: Ink, one: Sighting) -> Markup | None:
    room = site.state.rooms.get(one.channel) if one.channel else None
    if room is None:
        return None
    if room.kind == "channel":
        return tag("bdi", f"#{room.name}")
    return tag("span", ink.ui("to-bot" if room.kind == "direct" else "conversation"))


def _words(one: Sighting, message: Message | None) -> Markup | None:
    """What it said then: a later wording is none of that judgement's business."""
    if message is None or one.kind not in ("message_posted", "message_edited"):
        return None
    judged = message.wordings[0]
    if one.kind == "message_edited":
        judged = next((said for said in message.wordings if said.at == one.at), message.wordings[-1])
    spans = tuple(span for finding in one.findings for span in finding.spans)
    cut = judged.text[:LONGEST]
    shown = marked(cut, spans) if spans else plain(cut)
    return shown + "…" if len(judged.text) > LONGEST else shown


def _acted_first(one: Finding) -> bool:
    return one.mode != "enforce"


def _finding(one: Finding, ink: Ink) -> dict[str, object]:
    mode = one.mode if one.mode in MODES else "other"
    named = (ink.ui(f"action-{name}") if name in ACTIONS else name for name in one.actions)
    return {
        "title": one.title.say(ink.locale),
        "policy": one.policy,
        "mode": mode,
        "words": ink.ui(f"mode-{mode}"),
        "actions": list(named),
    }


def _why(said: Sequence[Said], ink: Ink) -> Iterator[Markup]:
    lines = dict.fromkeys(text for one in said for text in one.why)
    return (markup(str(ink.words(text))) for text in lines)


def _delivered(one: Delivered, ink: Ink) -> dict[str, object]:
    given: tuple[tuple[str, str | Reference], ...] = (
        ("who", Person(one.account) if one.account else "?"),
        ("where", Place(one.channel) if one.channel else ink.ui("conversation")),
    )
    return {
        "words": ink.words(Phrase(f"web-effect-{one.kind}", given)),
        "state": one.state,
        "told": ink.ui(f"state-{one.state}"),
        "reason": ink.ui(f"reason-{REASONS[one.reason]}") if one.reason in REASONS else one.reason,
    }
