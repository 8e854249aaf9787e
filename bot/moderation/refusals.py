"""What platforms would not do is told to the team: what it was, why, and that it was not done; once an hour at most.

Where it is the team's own channel that takes nothing, it is told to whoever chose that channel.
"""

from collections.abc import Iterator
from datetime import timedelta

from bot import settings as community
from bot.commands import Level
from bot.effects import Effect
from bot.events import EffectRefused
from bot.facts import AccountFact, CounterFact, FactKey, Facts, account_key, counter_key
from bot.ids import OUTSIDE, AccountId, SpaceId, digest, platform_of
from bot.measures.scene import noted
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
        "tell_outside",
    }
)
_CARDS = frozenset({"post_card", "reply_card", "edit_card", "upload_file"})
_ON_MESSAGES = frozenset({"delete_message", "hide_reaction", "react", "edit_card", "reply_card"})
"""Where a message is gone already, nobody misses what was to be done to it."""
_SEALED = frozenset({"hide_reaction"})
"""Where whom it is about is whoever reported."""
_TOO_LATE = "it came too late to be worth doing"
"""What the outbox says of it."""
_QUIET_FOR = timedelta(hours=1)
_OF_CASES = "case "
"""What letters about cases are noted as: whoever handles the case hears that they did not arrive."""


def may_matter(refusal: EffectRefused) -> bool:
    """Whether anybody has to know, as far as that can be told without knowing where the team reads.

    Of letters only those that say why something was done: that a reporter cannot be reached would tell who reported.
    What is about a measure upon somebody is told by the room of measures.
    """
    if refusal.wanted == "send_direct" and (not refusal.note or refusal.note.startswith(_OF_CASES)):
        return False
    if refusal.wanted in ("reply_privately", "show_home", "hash_files") or refusal.reason == _TOO_LATE:
        return False
    if noted(refusal.note) is not None:
        return False
    if refusal.wanted in _CARDS and refusal.channel is None:
        return False
    if refusal.because is not None and refusal.because.key.endswith("-gone") and refusal.wanted in _ON_MESSAGES:
        return False
    return refusal.because is not None or refusal.wanted in _MATTERS


def needs(refusal: EffectRefused, settings: Settings | None) -> Iterator[FactKey]:
    """How often it was refused, whom it was about and, once the settings are known, who hears in the team's stead."""
    yield counter_key(_refused(refusal), _where(refusal))
    yield counter_key(_told(refusal), _where(refusal))
    if refusal.account is not None:
        yield account_key(refusal.account)
    if settings is not None and _unread(refusal, settings):
        yield from _choosers(refusal, settings)


def shown(refusal: EffectRefused, settings: Settings, facts: Facts, at: Moment) -> Iterator[Ruling]:
    """A card for the team of that space; where it is no one space, or nobody's, for all of them."""
    where = _where(refusal)
    whom = facts.account(refusal.account) if refusal.account and refusal.wanted not in _SEALED else None
    last = facts.counter(_told(refusal), where)
    untold = _value(facts.counter(_refused(refusal), where)) - _value(last)
    effects = tuple(_effects(refusal, settings, facts, _card(refusal, settings, whom, untold)))
    if not effects:
        return
    counted = Counted(counter=_refused(refusal), of=where, by=1, at=at.now, about=refusal.effect)
    if last is not None and at.now - last.moved_at < _QUIET_FOR:
        yield Ruling(rule="moderation/refused", records=(counted,))
        return
    told = Counted(counter=_told(refusal), of=where, by=untold + 1, at=at.now)
    yield Ruling(
        rule="moderation/refused",
        subject=Subject(account=whom.account if whom else None, channel=refusal.channel),
        records=(counted, told),
        effects=effects,
    )


def _effects(refusal: EffectRefused, settings: Settings, facts: Facts, card: Card) -> Iterator[Effect]:
    if _unread(refusal, settings):
        for key in _choosers(refusal, settings) if refusal.wanted == "post_card" else ():
            yield from community.letter(settings, facts.account(AccountId(key.key)), card)
        return
    for space, channel in settings.managers.items():
        if _where(refusal) in (space, refusal.space) or platform_of(_where(refusal)) == OUTSIDE:
            yield community.posted(settings, space, channel, card)


def _unread(refusal: EffectRefused, settings: Settings) -> bool:
    """Whether it is the team itself that could not be told something."""
    return refusal.wanted in _CARDS and refusal.channel in settings.managers.values()


def _choosers(refusal: EffectRefused, settings: Settings) -> list[FactKey]:
    """Who chose the team's channel; where that was in the file, those who are trusted by name."""
    values = settings.fact.values
    chosen = (
        values.get(community.managers_key(one)) for one, there in settings.managers.items() if there == refusal.channel
    )
    by = {one.by for one in chosen if one is not None and one.by is not None}
    return [account_key(one) for one in sorted(by)] or sorted(_named(settings))


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
    cause = "\n".join((because.key if because else "", *words))
    return f"{refusal.wanted}:{digest(cause)}"


def _value(counter: CounterFact | None) -> int:
    return counter.value if counter else 0


def _card(refusal: EffectRefused, settings: Settings, whom: AccountFact | None, untold: int) -> Card:
    """People are named only while they are known: somebody forgotten is not brought back by a late answer.

    Whoever reported is never named.
    """
    unnamed = refusal.account is not None and whom is None
    body: list[Text] = [_consequence(refusal, settings)]
    if untold:
        body.append(Phrase("moderation-refused-more", (("number", untold),)))
    fields = []
    if whom is not None:
        fields.append(_field("moderation-refused-whom", Person(whom.account)))
    if refusal.channel is not None:
        fields.append(_field("moderation-refused-where", Place(refusal.channel)))
    because = refusal.because
    naming = because is not None and any(isinstance(given, Person) for _, given in because.arguments)
    why = None if unnamed and (naming or refusal.wanted not in _SEALED) else because
    return Card(
        title=Phrase("moderation-refused-title", (("wanted", refusal.wanted),)),
        body=tuple(body),
        fields=(*fields, Field(label=Phrase("moderation-refused-why"), value=why or Verbatim(refusal.reason))),
        tone="alert",
    )


def _consequence(refusal: EffectRefused, settings: Settings) -> Phrase:
    if _unread(refusal, settings):
        return Phrase("moderation-refused-team")
    return Phrase("moderation-refused-letter" if refusal.wanted == "send_direct" else "moderation-refused")


def _field(label: str, reference: Reference) -> Field:
    return Field(label=Phrase(label), value=Phrase("moderation-hand-reference", (("reference", reference),)))


def _named(settings: Settings) -> frozenset[FactKey]:
    """Those who may be people trusted by name with what is not for the team's channel."""
    return frozenset(account_key(AccountId(name)) for name, level in settings.levels.items() if level >= Level.SENIOR)
