"""What platforms would not do is told to the team: what it was, why, and that it was not done; once an hour at most."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta

from bot.effects import PostCard
from bot.events import EffectRefused
from bot.facts import AccountFact, CounterFact, FactKey, Facts, account_key, counter_key
from bot.ids import SpaceId
from bot.records import Counted
from bot.rooms import Moment, Ruling, Subject
from bot.settings import Settings
from bot.views import Card, Field, Person, Phrase, Place, Reference, Text, Verbatim

_MATTERS = frozenset(
    {
        "delete_message",
        "time_out_member",
        "lift_timeout",
        "kick_member",
        "ban_member",
        "unban_member",
        "add_role",
        "remove_role",
        "quarantine_member",
        "release_member",
        "set_slowmode",
        "lock_channel",
        "pause_invites",
        "pause_direct_messages",
        "hide_reaction",
        "create_private_thread",
        "join_channel",
        "send_direct",
        "post_card",
    }
)
_CARDS = frozenset({"post_card", "reply_card", "edit_card", "upload_file"})
_ON_MESSAGES = frozenset({"delete_message", "hide_reaction", "react", "edit_card", "reply_card"})
"""Where a message is gone already, nobody misses what was to be done to it."""
_TOO_LATE = "it came too late to be worth doing"
"""What the outbox says of it."""
_QUIET_FOR = timedelta(hours=1)


def may_matter(refusal: EffectRefused) -> bool:
    """Whether anybody has to know, as far as that can be told without knowing where the team reads.

    Of letters only those that say why something was done: that a reporter cannot be reached would tell who reported.
    """
    if refusal.wanted == "send_direct" and not refusal.note:
        return False
    if refusal.wanted in ("reply_privately", "show_home") or refusal.reason == _TOO_LATE:
        return False
    if refusal.wanted in _CARDS and refusal.channel is None:
        return False
    if refusal.because is not None and refusal.because.key.endswith("-gone") and refusal.wanted in _ON_MESSAGES:
        return False
    return refusal.because is not None or refusal.wanted in _MATTERS


def needs(refusal: EffectRefused) -> Iterator[FactKey]:
    """How often it was refused, and whom it was about."""
    yield counter_key(_refused(refusal), _where(refusal))
    yield counter_key(_told(refusal), _where(refusal))
    if refusal.account is not None:
        yield account_key(refusal.account)


def shown(refusal: EffectRefused, settings: Settings, facts: Facts, at: Moment) -> Iterator[Ruling]:
    """A card for the team of that space; where it is no one space, for all of them."""
    where = _where(refusal)
    channels = {space: one for space, one in settings.managers.items() if where in (space, refusal.space)}
    about_cards = refusal.wanted in _CARDS and refusal.channel in settings.managers.values()
    if not channels or about_cards:
        return
    counted = Counted(counter=_refused(refusal), of=where, by=1, at=at.now, about=refusal.effect)
    last = facts.counter(_told(refusal), where)
    if last is not None and at.now - last.moved_at < _QUIET_FOR:
        yield Ruling(rule="moderation/refused", records=(counted,))
        return
    untold = _value(facts.counter(_refused(refusal), where)) - _value(last)
    told = Counted(counter=_told(refusal), of=where, by=untold + 1, at=at.now)
    whom = facts.account(refusal.account) if refusal.account else None
    card = _card(refusal, whom, untold)
    yield Ruling(
        rule="moderation/refused",
        subject=Subject(account=whom.account if whom else None, channel=refusal.channel),
        records=(counted, told),
        effects=tuple(
            PostCard(
                space=space, channel=channel, card=card, locale=settings.spoken_in(channel), address=settings.address
            )
            for space, channel in channels.items()
        ),
    )


def _where(refusal: EffectRefused) -> SpaceId:
    """The space of what it was about; the community's own where that was not noted yet."""
    return refusal.where or refusal.space


def _refused(refusal: EffectRefused) -> str:
    return f"refused:{_kind(refusal)}"


def _told(refusal: EffectRefused) -> str:
    """How many of them the team knows about; it moved last when the last card was posted."""
    return f"refused-told:{_kind(refusal)}"


def _kind(refusal: EffectRefused) -> str:
    """The same for refusals that a person would fix in one go, whomever and wherever they are about."""
    because = refusal.because
    words = [one for _, one in because.arguments if isinstance(one, str)] if because else [refusal.reason]
    cause = "\n".join((because.key if because else "", *words)).encode("utf-8", "backslashreplace")
    return f"{refusal.wanted}:{hashlib.blake2b(cause, digest_size=8).hexdigest()}"


def _value(counter: CounterFact | None) -> int:
    return counter.value if counter else 0


def _card(refusal: EffectRefused, whom: AccountFact | None, untold: int) -> Card:
    """People are named only while they are known: somebody forgotten is not brought back by a late answer."""
    forgotten = refusal.account is not None and whom is None
    letter = refusal.wanted == "send_direct"
    body: list[Text] = [Phrase("moderation-refused-letter" if letter else "moderation-refused")]
    if untold:
        body.append(Phrase("moderation-refused-more", (("number", untold),)))
    fields = []
    if whom is not None:
        fields.append(_field("moderation-refused-whom", Person(whom.account)))
    if refusal.channel is not None:
        fields.append(_field("moderation-refused-where", Place(refusal.channel)))
    why = None if forgotten else refusal.because
    return Card(
        title=Phrase("moderation-refused-title", (("wanted", refusal.wanted),)),
        body=tuple(body),
        fields=(*fields, Field(label=Phrase("moderation-refused-why"), value=why or Verbatim(refusal.reason))),
        tone="alert",
    )


def _field(label: str, reference: Reference) -> Field:
    return Field(label=Phrase(label), value=Phrase("moderation-hand-reference", (("reference", reference),)))
