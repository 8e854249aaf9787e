"""From a verdict to what is done about it: whoever a measure falls upon is told why before it does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.effects import (
    DeleteMessage,
    Effect,
    PauseInvites,
    PostCard,
    QuarantineMember,
    React,
    ReplyCard,
    SendDirect,
    SetSlowmode,
    TimeOutMember,
)
from bot.events import MessageEdited, MessagePosted
from bot.ids import AccountId, ChannelId, SpaceId, TimerId
from bot.policy import statements
from bot.policy.judgement import Judgement
from bot.policy.kind import Judged
from bot.policy.then import Then
from bot.policy.verdict import Verdict
from bot.views import Bilingual, Locale

SLOW_FOR = timedelta(minutes=10)
"""A channel stays slow until this long after the latest match; then it is as fast as any, whatever it was before."""

_SLOWMODE = "slowmode:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything that a measure is about."""

    event: Judged
    account: AccountId
    judgement: Judgement
    managers: ChannelId | None
    """Where managers are told, if anywhere."""
    locale: Locale
    now: datetime


def effects(scene: Scene) -> tuple[Effect, ...]:
    """What the verdict asks for, in order; where nothing was written, nothing is taken down, marked or answered."""
    verdict = scene.judgement.verdict
    wanted: list[Effect] = []
    if verdict.remind or verdict.falls_on_author:
        card = statements.direct(scene.event, scene.judgement)
        wanted.append(SendDirect(space=scene.event.space, account=scene.account, card=card, locale=scene.locale))
    wanted += _on_author(scene)
    if isinstance(scene.event, MessagePosted | MessageEdited):
        wanted += _where_it_stands(scene, scene.event)
    if verdict.pause_invites:
        wanted.append(PauseInvites(space=scene.event.space, until=scene.now + verdict.pause_invites))
    if verdict.alert and scene.managers is not None:
        card = statements.alert(scene.event, scene.account, scene.judgement)
        wanted.append(PostCard(space=scene.event.space, channel=scene.managers, card=card, locale=scene.locale))
    return tuple(wanted)


def announced(outcomes: Iterable[Then]) -> frozenset[str]:
    """The kinds of effects that `effects` may make of any of these."""
    kinds: set[str] = set()
    for then in outcomes:
        wanted = {
            "send_direct": then.remove or then.remind or then.quarantine or then.timeout is not None,
            "delete_message": then.remove,
            "time_out_member": then.timeout is not None,
            "quarantine_member": then.quarantine,
            "react": then.react is not None,
            "reply_card": then.reply and not then.remove,
            "post_card": then.alert or (then.reply and then.remove),
            "set_slowmode": then.slowmode is not None,
            "pause_invites": then.pause_invites is not None,
        }
        kinds |= {kind for kind, want in wanted.items() if want}
    return frozenset(kinds)


def counters(verdict: Verdict) -> Iterator[str]:
    """What an author's measures are counted under."""
    if verdict.remind or verdict.falls_on_author:
        yield "measure:remind"
    if verdict.remove:
        yield "measure:remove"
    if verdict.timeout:
        yield "measure:timeout"


def whys(judgement: Judgement) -> tuple[Bilingual, ...]:
    """Why the enforced policies exist, none said twice."""
    return statements.whys(judgement)


def slowmode_timer(space: SpaceId, channel: ChannelId) -> TimerId:
    """The deadline at which a channel is let go."""
    return TimerId(f"{_SLOWMODE}{space}|{channel}")


def slowed(timer: TimerId) -> tuple[SpaceId, ChannelId] | None:
    """The channel that such a deadline is about."""
    if not timer.startswith(_SLOWMODE):
        return None
    space, _, channel = timer.removeprefix(_SLOWMODE).partition("|")
    return SpaceId(space), ChannelId(channel)


def _on_author(scene: Scene) -> Iterator[Effect]:
    verdict, space = scene.judgement.verdict, scene.event.space
    if verdict.timeout:
        yield TimeOutMember(space=space, account=scene.account, until=scene.now + verdict.timeout)
    if verdict.quarantine:
        yield QuarantineMember(space=space, account=scene.account)


def _where_it_stands(scene: Scene, event: MessagePosted | MessageEdited) -> Iterator[Effect]:
    verdict, locale = scene.judgement.verdict, scene.locale
    space, channel, message = event.space, event.channel, event.message
    if verdict.remove:
        yield DeleteMessage(space=space, channel=channel, message=message)
    else:
        for emoji in verdict.react:
            yield React(space=space, channel=channel, message=message, emoji=emoji)
    if verdict.reply:
        card = statements.public(scene.judgement)
        if verdict.remove:
            yield PostCard(space=space, channel=channel, card=card, locale=locale)
        else:
            yield ReplyCard(space=space, channel=channel, message=message, card=card, locale=locale)
    if verdict.slowmode:
        yield SetSlowmode(space=space, channel=channel, seconds=int(verdict.slowmode.total_seconds()))
