"""From a verdict to what is done about it: whoever a measure falls upon is told why before it does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.effects import DeleteMessage, Effect, PostCard, ReplyCard, SendDirect, TimeOutMember
from bot.ids import AccountId, ChannelId
from bot.policy.judgement import Judgement
from bot.policy.kind import Message
from bot.views import Bilingual, Card, Locale, Phrase, Text, Verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything that a measure is about."""

    event: Message
    account: AccountId
    judgement: Judgement
    managers: ChannelId | None
    """Where managers are told, if anywhere."""
    locale: Locale
    now: datetime


def effects(scene: Scene) -> tuple[Effect, ...]:
    """What the verdict asks for, in order. `Book.wants` announces the kinds."""
    return tuple(_effects(scene))


def whys(judgement: Judgement) -> tuple[Bilingual, ...]:
    """Why the enforced policies exist, none said twice."""
    return tuple(dict.fromkeys(hit.why for hit in judgement.enforced))


def _effects(scene: Scene) -> Iterator[Effect]:
    event, verdict, locale = scene.event, scene.judgement.verdict, scene.locale
    space, channel = event.space, event.channel
    if verdict.remind or verdict.remove or verdict.timeout:
        yield SendDirect(space=space, account=scene.account, card=_statement(scene), locale=locale)
    if verdict.timeout:
        yield TimeOutMember(space=space, account=scene.account, until=scene.now + verdict.timeout)
    if verdict.remove:
        yield DeleteMessage(space=space, channel=channel, message=event.message)
    if verdict.reply and verdict.remove:
        yield PostCard(space=space, channel=channel, card=_public(scene), locale=locale)
    elif verdict.reply:
        yield ReplyCard(space=space, channel=channel, message=event.message, card=_public(scene), locale=locale)
    if verdict.alert and scene.managers is not None:
        yield PostCard(space=space, channel=scene.managers, card=_alert(scene), locale=locale)


def _statement(scene: Scene) -> Card:
    """The statement of reasons, to the author alone."""
    event, verdict = scene.event, scene.judgement.verdict
    opening = "policy-direct-removed" if verdict.remove else "policy-direct-reminder"
    body: list[Text] = [Phrase(opening, (("channel", event.channel),)), *whys(scene.judgement)]
    if verdict.timeout:
        body.append(Phrase("policy-direct-timeout", (("minutes", _minutes(verdict.timeout)),)))
    if verdict.remove and event.text.strip():
        body += [Phrase("policy-direct-text"), Verbatim(event.text)]
    return Card(body=(*body, Phrase("policy-direct-human")))


def _public(scene: Scene) -> Card:
    opening = "policy-reply-removed" if scene.judgement.verdict.remove else "policy-reply"
    return Card(body=(Phrase(opening), *whys(scene.judgement)))


def _alert(scene: Scene) -> Card:
    """What managers see; the text only where they could no longer read it themselves."""
    event, verdict = scene.event, scene.judgement.verdict
    body: list[Text] = [Phrase("policy-alert-who", (("account", scene.account), ("channel", event.channel)))]
    for hit in scene.judgement.enforced:
        body += [hit.title, *map(Verbatim, hit.evidence)]
    if verdict.remind or verdict.remove or verdict.timeout:
        body.append(Phrase("policy-alert-told"))
    if verdict.timeout:
        body.append(Phrase("policy-alert-timeout", (("minutes", _minutes(verdict.timeout)),)))
    if verdict.remove:
        body += [Phrase("policy-alert-removed"), *([Verbatim(event.text)] if event.text.strip() else [])]
    return Card(title=Phrase("policy-alert-title"), body=tuple(body))


def _minutes(length: timedelta) -> int:
    return max(1, round(length.total_seconds() / 60))
