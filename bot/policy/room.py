"""The room of policies on the road: it judges what people write, and says why it does what it does."""

from collections.abc import Iterator, Mapping, Sequence

from bot.events import MessageEdited, MessagePosted
from bot.facts import AccountFact, Authority, FactKey, Facts, account_key, activity_key
from bot.ids import AccountId, ChannelId, RoleId, SpaceId
from bot.policy import measures
from bot.policy.book import Book
from bot.policy.judgement import Hit, Judgement
from bot.policy.kind import Message
from bot.records import Counted, PolicyHit, Record
from bot.rooms import Input, Moment, Ruling, Subject
from bot.views import Locale, Phrase, Text


class PolicyRoom:
    """Judges messages by one book; a new book means a new room."""

    name = "policy"
    hears: frozenset[type] = frozenset({MessagePosted, MessageEdited})
    keeps: frozenset[type] = frozenset()

    def __init__(
        self, book: Book, authority: Authority, managers_channel: Mapping[SpaceId, ChannelId], locale: Locale
    ) -> None:
        self._book = book
        self._authority = authority
        self._managers = managers_channel
        self._locale: Locale = locale
        self._judges_bots = book.judges_bots

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:  # noqa: ARG002
        """Who wrote, and what they wrote lately; nothing for other bots, unless a policy names them."""
        if not isinstance(given, MessagePosted | MessageEdited) or given.account is None:
            return frozenset()
        if given.by_bot and not self._judges_bots:
            return frozenset()
        return frozenset((account_key(given.account), activity_key(given.account)))

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """One ruling for all policies that matched, or none."""
        if not isinstance(given, MessagePosted | MessageEdited) or given.account is None:
            return ()
        account = facts.account(given.account)
        level = self._authority.level(_roles(given, account))
        judgement = self._book.judge(given, account, facts.activity(given.account), level)
        if not judgement.hits and not judgement.spared:
            return ()
        scene = measures.Scene(
            event=given,
            account=given.account,
            judgement=judgement,
            managers=self._managers.get(given.space),
            locale=self._locale,
            now=at.now,
        )
        return (_ruling(scene),)

    def touches(self, record: Record) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing: this room keeps no facts."""
        return frozenset()

    def fold(self, facts: Facts, record: Record) -> None:
        """Nothing: this room keeps no facts."""


def _roles(event: Message, account: AccountFact | None) -> tuple[RoleId, ...]:
    """The author's roles as of this message, or as last known."""
    if isinstance(event, MessagePosted) and event.roles is not None:
        return event.roles
    return () if account is None else account.roles


def _ruling(scene: measures.Scene) -> Ruling:
    judgement = scene.judgement
    named = judgement.enforced or (*judgement.hits, *judgement.spared)
    event = scene.event
    return Ruling(
        rule=", ".join(hit.policy for hit in named),
        why=measures.whys(judgement) if judgement.enforced else tuple(_idle(judgement)),
        subject=Subject(
            account=scene.account,
            channel=event.channel,
            message=event.message,
            evidence=tuple(dict.fromkeys(word for hit in named for word in hit.evidence)),
        ),
        records=tuple(_records(judgement, event, scene.account)),
        effects=measures.effects(scene),
    )


def _idle(judgement: Judgement) -> Iterator[Text]:
    """Why nothing was done."""
    for hit in judgement.hits:
        yield hit.why
        yield Phrase("policy-shadow-would-have", (("policy", hit.policy),))
    for hit in judgement.spared:
        for reason in hit.spared_by:
            yield Phrase("policy-spared-because", (("policy", hit.policy), ("reason", reason)))


def _records(judgement: Judgement, event: Message, account: AccountId) -> Iterator[Record]:
    for hit in judgement.hits:
        yield _hit(hit, hit.mode, event, account)
    for hit in judgement.spared:
        yield _hit(hit, "spared", event, account)
    for hit in judgement.enforced:
        yield Counted(counter=f"policy:{hit.policy}", of=account, by=1, at=event.at)


def _hit(hit: Hit, mode: str, event: Message, account: AccountId) -> PolicyHit:
    return PolicyHit(
        policy=hit.policy,
        revision=hit.revision,
        mode=mode,
        account=account,
        channel=event.channel,
        message=event.message,
        actions=hit.actions,
        spans=hit.spans,
    )
