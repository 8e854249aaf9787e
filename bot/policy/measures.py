"""From a verdict to what is done about it: whoever a measure falls upon is told why before it does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.cases.lines import Evidence, Opening
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
from bot.facts import AccountFact
from bot.ids import AccountId, ChannelId, IncidentId, MessageId, SpaceId, TimerId
from bot.policy import ladder, statements
from bot.policy.judgement import Judgement
from bot.policy.kind import Judged
from bot.policy.then import Then
from bot.records import CaseWanted, IncidentOpened, Measure
from bot.settings import Settings, language
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
    incident: IncidentId
    """The name under which managers look at it."""
    settings: Settings
    known: AccountFact | None
    now: datetime

    @property
    def channel(self) -> ChannelId | None:
        """Where it was written, if it was."""
        return self.event.channel if isinstance(self.event, MessagePosted | MessageEdited) else None

    @property
    def message(self) -> MessageId | None:
        """What was written, if it was."""
        return self.event.message if isinstance(self.event, MessagePosted | MessageEdited) else None

    @property
    def theirs(self) -> Locale:
        """The language of whoever it is about."""
        hint = self.event.locale if isinstance(self.event, MessagePosted) else None
        return language(self.settings, self.known, hint, self.channel)


def effects(scene: Scene) -> tuple[Effect, ...]:
    """What the verdict asks for, in order; where nothing was written, nothing is taken down, marked or answered."""
    verdict = scene.judgement.verdict
    wanted: list[Effect] = []
    if scene.judgement.tells_author:
        card = statements.direct(scene.event, scene.account, scene.incident, scene.judgement)
        wanted.append(
            SendDirect(
                space=scene.event.space,
                account=scene.account,
                card=card,
                locale=scene.theirs,
                address=scene.settings.address,
            )
        )
    wanted += _on_author(scene)
    if isinstance(scene.event, MessagePosted | MessageEdited):
        wanted += _where_it_stands(scene, scene.event)
    if verdict.pause_invites:
        wanted.append(PauseInvites(space=scene.event.space, until=scene.now + verdict.pause_invites))
    note = ", ".join(verdict.policies)
    return tuple(replace(one, note=note) for one in wanted)


def incident(scene: Scene) -> IncidentOpened | None:
    """What managers can look at and undo; nothing where a message was only marked."""
    judgement, event = scene.judgement, scene.event
    done = tuple(_done(scene))
    if not done:
        return None
    enforced = judgement.enforced
    return IncidentOpened(
        incident=scene.incident,
        origin="policy",
        at=event.at,
        space=event.space,
        account=scene.account,
        channel=scene.channel,
        message=scene.message,
        policies=tuple(hit.policy for hit in enforced),
        revisions=tuple(hit.revision for hit in enforced),
        titles=tuple(hit.title for hit in enforced),
        why=tuple(hit.why for hit in enforced),
        evidence=tuple(dict.fromkeys(word for hit in enforced for word in hit.evidence)),
        spans=tuple(sorted({span for hit in enforced for span in hit.spans})),
        measures=done,
        withheld=judgement.withheld,
        beyond=judgement.beyond,
        learned_at=scene.now if judgement.late else None,
        counters=tuple(dict.fromkeys((*(one for hit in enforced for one in hit.counters), *counters(judgement)))),
        about=ladder.subject(event),
        text=statements.said(event),
        locale=scene.theirs,
    )


def case(scene: Scene) -> CaseWanted | None:
    """What people are asked to look at, with the wordings that hold now; nothing where no policy asks for it."""
    judgement, event = scene.judgement, scene.event
    if not judgement.verdict.open_case:
        return None
    asking = [hit for hit in judgement.enforced if hit.asks.open_case]
    evidence = Evidence(
        message=scene.message,
        channel=scene.channel,
        author=scene.account,
        text=statements.said(event),
        files=tuple((one.name, one.mark) for one in getattr(event, "attachments", ())),
        roles=scene.known.roles if scene.known else (),
    )
    opening = Opening(
        kind="report",
        door="policy",
        space=event.space,
        respondent=scene.account,
        channel=scene.channel,
        message=scene.message,
        policies=tuple((hit.policy, hit.revision) for hit in asking),
        titles=tuple(hit.title for hit in asking),
        evidence=evidence,
        locale=scene.theirs,
    )
    return CaseWanted(opening=opening, at=scene.now)


def _done(scene: Scene) -> Iterator[Measure]:
    """What the verdict asks for, but for marks on the message."""
    verdict = scene.judgement.verdict
    if verdict.remove:
        yield Measure(name="remove")
    if verdict.timeout:
        yield Measure(name="timeout", until=scene.now + verdict.timeout)
    if verdict.quarantine:
        yield Measure(name="quarantine")
    if scene.judgement.tells_author:
        yield Measure(name="remind")
    if scene.judgement.asks_author and scene.message is not None:
        yield Measure(name="ask")
    if verdict.reply:
        yield Measure(name="reply")
    if verdict.slowmode:
        yield Measure(name="slowmode", until=scene.now + SLOW_FOR, seconds=int(verdict.slowmode.total_seconds()))
    if verdict.pause_invites:
        yield Measure(name="pause_invites", until=scene.now + verdict.pause_invites)
    if verdict.alert:
        yield Measure(name="alert")


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
            "post_card": not {"react"}.issuperset(then.actions),
            "set_slowmode": then.slowmode is not None,
            "pause_invites": then.pause_invites is not None,
        }
        kinds |= {kind for kind, want in wanted.items() if want}
    return frozenset(kinds)


def counters(judgement: Judgement) -> Iterator[str]:
    """What an author's measures are counted under; what was learned of late counts nowhere."""
    verdict = judgement.verdict
    if judgement.late:
        return
    if judgement.tells_author:
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
    verdict, locale, address = scene.judgement.verdict, scene.settings.spoken_in(event.channel), scene.settings.address
    space, channel, message = event.space, event.channel, event.message
    if verdict.remove:
        yield DeleteMessage(space=space, channel=channel, message=message)
    else:
        for emoji in verdict.react:
            yield React(space=space, channel=channel, message=message, emoji=emoji)
    if verdict.reply:
        card = statements.public(scene.judgement)
        if verdict.remove:
            yield PostCard(space=space, channel=channel, card=card, locale=locale, address=address)
        else:
            yield ReplyCard(space=space, channel=channel, message=message, card=card, locale=locale, address=address)
    if verdict.slowmode:
        yield SetSlowmode(space=space, channel=channel, seconds=int(verdict.slowmode.total_seconds()))
