"""What people read when policies matched: the author first, then the channel."""

from collections.abc import Iterable
from datetime import timedelta

from bot.events import MemberJoined, MemberRenamed, MessageEdited, MessagePosted
from bot.ids import AccountId, IncidentId
from bot.policy.judgement import Judgement
from bot.policy.kind import Judged
from bot.views import Bilingual, Button, Card, Passage, Person, Phrase, Place, Text, Verbatim


def whys(judgement: Judgement) -> tuple[Bilingual, ...]:
    """Why the enforced policies exist, none said twice."""
    return tuple(dict.fromkeys(hit.why for hit in judgement.enforced))


def direct(event: Judged, account: AccountId, incident: IncidentId, judgement: Judgement) -> Card:
    """The statement of reasons, to the author alone; it always names a way to a person."""
    verdict = judgement.verdict
    body: list[Text] = [_opening(event, account, judgement), *whys(judgement)]
    if verdict.timeout:
        body.append(Phrase("policy-direct-timeout", (("minutes", _minutes(verdict.timeout)),)))
    if verdict.quarantine:
        body.append(Phrase("policy-direct-quarantine"))
    if judgement.asks_author and isinstance(event, MessagePosted | MessageEdited):
        body.append(Phrase("policy-direct-where", (("passage", Passage(event.channel, event.message)),)))
    if (verdict.remove or judgement.asks_author) and (words := said(event)):
        body += [Phrase("policy-direct-text"), Verbatim(words)]
    ask = Button(id=f"incident-ask:{incident}", label=Phrase("policy-ask-person"))
    return Card(body=(*body, Phrase("policy-direct-human")), buttons=(ask,), tone="notice")


def public(judgement: Judgement) -> Card:
    """What everybody reads in the channel."""
    opening = "policy-reply-removed" if judgement.verdict.remove else "policy-reply"
    return Card(body=(Phrase(opening), *whys(judgement)))


def refused(problems: Iterable[str]) -> Card:
    """What managers see where a change of policies could not be taken as it is."""
    return Card(
        title=Phrase("policy-refused-title"), body=(Phrase("policy-refused"), *map(Verbatim, problems)), tone="alert"
    )


def said(event: Judged) -> str:
    """What was written; empty where nothing was."""
    return event.text if isinstance(event, MessagePosted | MessageEdited) and event.text.strip() else ""


def _opening(event: Judged, account: AccountId, judgement: Judgement) -> Phrase:
    person = ("person", Person(account))
    if isinstance(event, MemberJoined):
        return Phrase("policy-direct-joined", (person,))
    if isinstance(event, MemberRenamed):
        return Phrase("policy-direct-renamed", (person,))
    where = ("channel", Place(event.channel))
    if judgement.asks_author:
        return Phrase("policy-direct-asked", (person, where))
    return Phrase("policy-direct-removed" if judgement.verdict.remove else "policy-direct-reminder", (person, where))


def _minutes(length: timedelta) -> int:
    return max(1, round(length.total_seconds() / 60))
