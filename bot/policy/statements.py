"""What people read when policies matched: the author first, the channel, the managers."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from bot.events import MemberJoined, MemberRenamed, MessageEdited, MessagePosted
from bot.ids import AccountId
from bot.policy.judgement import Judgement
from bot.policy.kind import Judged
from bot.views import Bilingual, Card, Phrase, Text, Verbatim


def whys(judgement: Judgement) -> tuple[Bilingual, ...]:
    """Why the enforced policies exist, none said twice."""
    return tuple(dict.fromkeys(hit.why for hit in judgement.enforced))


def direct(event: Judged, judgement: Judgement) -> Card:
    """The statement of reasons, to the author alone."""
    verdict = judgement.verdict
    body: list[Text] = [_opening(event, removed=verdict.remove), *whys(judgement)]
    if verdict.timeout:
        body.append(Phrase("policy-direct-timeout", (("minutes", _minutes(verdict.timeout)),)))
    if verdict.quarantine:
        body.append(Phrase("policy-direct-quarantine"))
    if verdict.remove and (said := _said(event)):
        body += [Phrase("policy-direct-text"), Verbatim(said)]
    return Card(body=(*body, Phrase("policy-direct-human")))


def public(judgement: Judgement) -> Card:
    """What everybody reads in the channel."""
    opening = "policy-reply-removed" if judgement.verdict.remove else "policy-reply"
    return Card(body=(Phrase(opening), *whys(judgement)))


def alert(event: Judged, account: AccountId, judgement: Judgement) -> Card:
    """What managers see; the text only where they could no longer read it themselves."""
    verdict = judgement.verdict
    body: list[Text] = [_who(event, account)]
    for hit in judgement.enforced:
        body += [hit.title, *map(Verbatim, hit.evidence)]
    if verdict.remind or verdict.falls_on_author:
        body.append(Phrase("policy-alert-told"))
    body += _measures(judgement)
    if verdict.remove and isinstance(event, MessagePosted | MessageEdited):
        said = _said(event)
        body += [Phrase("policy-alert-removed"), *([Verbatim(said)] if said else [])]
    return Card(title=Phrase("policy-alert-title"), body=tuple(body))


def refused(problems: Iterable[str]) -> Card:
    """What managers see where a change of policies could not be taken as it is."""
    return Card(title=Phrase("policy-refused-title"), body=(Phrase("policy-refused"), *map(Verbatim, problems)))


def _opening(event: Judged, *, removed: bool) -> Phrase:
    if isinstance(event, MemberJoined):
        return Phrase("policy-direct-joined")
    if isinstance(event, MemberRenamed):
        return Phrase("policy-direct-renamed")
    return Phrase("policy-direct-removed" if removed else "policy-direct-reminder", (("channel", event.channel),))


def _who(event: Judged, account: AccountId) -> Phrase:
    if isinstance(event, MemberJoined):
        return Phrase("policy-alert-joined", (("account", account),))
    if isinstance(event, MemberRenamed):
        return Phrase("policy-alert-renamed", (("account", account),))
    return Phrase("policy-alert-who", (("account", account), ("channel", event.channel)))


def _measures(judgement: Judgement) -> Iterator[Text]:
    verdict = judgement.verdict
    if verdict.timeout:
        yield Phrase("policy-alert-timeout", (("minutes", _minutes(verdict.timeout)),))
    if verdict.quarantine:
        yield Phrase("policy-alert-quarantine")
    if verdict.slowmode:
        yield Phrase("policy-alert-slowmode", (("seconds", int(verdict.slowmode.total_seconds())),))
    if verdict.pause_invites:
        yield Phrase("policy-alert-invites", (("minutes", _minutes(verdict.pause_invites)),))
    if judgement.withheld:
        yield Phrase("policy-withheld", (("measures", ", ".join(judgement.withheld)),))


def _said(event: Judged) -> str:
    return event.text if isinstance(event, MessagePosted | MessageEdited) and event.text.strip() else ""


def _minutes(length: timedelta) -> int:
    return max(1, round(length.total_seconds() / 60))
