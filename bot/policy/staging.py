"""A case brought to life: the event that it describes, and everything that would be known by then."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.events import Attachment, MemberJoined, MemberRenamed, MessageEdited, MessagePosted
from bot.facts import (
    AccountFact,
    ActivityFact,
    ChannelFact,
    CounterFact,
    Entered,
    Fact,
    FactKey,
    Facts,
    Heard,
    MemberFact,
    Move,
    Utterance,
    WindowFact,
)
from bot.ids import (
    AccountId,
    ChannelId,
    EventId,
    MemberId,
    SpaceId,
    account_id,
    channel_id,
    message_id,
    native,
    role_id,
    space_id,
)
from bot.policy.case import Before, Case
from bot.policy.kind import Judged
from bot.text import Reading
from bot.text.sketch import sketch

SPACE = space_id("cases", "here")
AUTHOR = account_id(SPACE, "author")
_EVENT = EventId("case")


def event(case: Case) -> Judged:
    """What happens."""
    if case.event == "join":
        created = case.at - case.account_age if case.account_age is not None else None
        return MemberJoined(
            id=_EVENT,
            space=SPACE,
            at=case.at,
            account=AUTHOR,
            name=case.name,
            account_created=created,
            by_bot=case.bot,
        )
    if case.event == "rename":
        return MemberRenamed(id=_EVENT, space=SPACE, at=case.at, account=AUTHOR, name=case.name or "")
    return _edited(case) if case.event == "edit" else _posted(case)


def _posted(case: Case) -> MessagePosted:
    channel = channel_id(SPACE, case.channel)
    return MessagePosted(
        id=_EVENT,
        space=SPACE,
        at=case.at,
        message=message_id(channel, "case"),
        channel=channel,
        account=AUTHOR,
        text=case.text,
        name=case.name,
        roles=None if case.roles is None else tuple(role_id(SPACE, role) for role in case.roles),
        thread=message_id(channel, "thread") if case.thread else None,
        mentions=_mentioned(case),
        mentions_everyone=case.everyone,
        attachments=tuple(Attachment(name=name) for name in case.attachments),
        by_bot=case.bot,
    )


def _edited(case: Case) -> MessageEdited:
    channel = channel_id(SPACE, case.channel)
    return MessageEdited(
        id=_EVENT,
        space=SPACE,
        at=case.at,
        message=message_id(channel, "case"),
        channel=channel,
        account=AUTHOR,
        text=case.text,
        mentions=_mentioned(case),
        mentions_everyone=case.everyone,
        attachments=tuple(Attachment(name=name) for name in case.attachments),
        by_bot=case.bot,
    )


def _mentioned(case: Case) -> tuple[AccountId, ...]:
    return tuple(account_id(SPACE, f"mentioned-{index}") for index in range(case.mentions))


class CaseFacts(Facts):
    """What a case says is known; nothing of it ever changes."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def account(self, account: AccountId) -> AccountFact | None:
        """Who the author is, where the case says anything about that."""
        case = self._case
        if account != AUTHOR or (case.member_for is None and case.account_age is None and case.roles is None):
            return None
        return AccountFact(
            account=AUTHOR,
            member=MemberId("author"),
            met_at=case.at,
            name=case.name,
            bot=case.bot,
            roles=tuple(role_id(SPACE, role) for role in case.roles or ()),
            joined_at=None if case.member_for is None else case.at - case.member_for,
            created_at=None if case.account_age is None else case.at - case.account_age,
        )

    def activity(self, account: AccountId) -> ActivityFact | None:
        """What the author said before."""
        said = tuple(self._said()) if account == AUTHOR else ()
        messages = self._case.messages if self._case.messages is not None else len(said)
        return ActivityFact(account=account, messages=messages, recent=said)

    def channel(self, channel: ChannelId) -> ChannelFact | None:
        """Every channel goes by its own name."""
        return ChannelFact(channel=channel, name=native(channel))

    def counter(self, counter: str, of: str) -> CounterFact | None:  # noqa: ARG002
        """Whatever is counted."""
        times = self._case.times_before
        moments = (self._case.at - timedelta(minutes=number) for number in range(times, 0, -1))
        moves = tuple(Move(moment, f"before:{number}", 1) for number, moment in enumerate(moments))
        return CounterFact(value=times, moved_at=self._case.at, recent=moves) if moves else None

    def member(self, member: MemberId) -> MemberFact | None:
        """The author is nobody else besides."""
        return MemberFact(member=member, accounts=(AUTHOR,))

    def get(self, key: FactKey) -> Fact | None:  # noqa: ARG002
        """Whatever else there may be, a case says nothing of it."""
        return None

    def window(self, space: SpaceId) -> WindowFact | None:
        """What anybody said before, and who joined."""
        heard = (
            Heard(self._ago(one), account_id(SPACE, one.by) if one.by else AUTHOR, _place(one), *_marks(one.text))
            for one in _in_order(self._case)
        )
        entered = (
            Entered(self._case.at - timedelta(seconds=number), account_id(SPACE, f"joined-{number}"))
            for number in range(self._case.joins, 0, -1)
        )
        return WindowFact(space=space, heard=tuple(heard), entered=tuple(entered))

    def create(self, key: FactKey, fact: Fact) -> None:
        """Nothing is added."""

    def put(self, key: FactKey, fact: Fact | None) -> None:  # noqa: ARG002
        """A case is judged, not lived."""
        raise LookupError(key)

    def _said(self) -> Iterator[Utterance]:
        for one in _in_order(self._case):
            if one.by is None:
                yield Utterance(self._ago(one), _place(one), *_marks(one.text))

    def _ago(self, one: Before) -> datetime:
        return self._case.at - timedelta(seconds=one.seconds_ago)


def _in_order(case: Case) -> list[Before]:
    return sorted(case.before, key=lambda one: -one.seconds_ago)


def _place(one: Before) -> ChannelId:
    return channel_id(SPACE, one.channel)


def _marks(text: str) -> tuple[int, int]:
    """By what a text is known again, and by what one that is nearly the same."""
    reading = Reading(text)
    return reading.fingerprint, sketch(reading)
