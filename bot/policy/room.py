"""The room of policies on the road: it judges what people do, and says why it does what it does."""

from collections.abc import Iterator, Sequence
from functools import partial

from bot import settings as community
from bot.commands import Level, ReportPolicies
from bot.effects import SetSlowmode
from bot.events import Due, MemberJoined, MemberRenamed, MessageEdited, MessagePosted
from bot.facts import SETTINGS_KEY, AccountFact, FactKey, Facts, account_key
from bot.ids import AccountId, IncidentId, PolicyId, RoleId, incident_id
from bot.policy import ladder, lateness, measures, reach, statements, trial
from bot.policy.book import Book
from bot.policy.judgement import Hit, Hold, Judgement, held
from bot.policy.kind import Judged
from bot.records import Counted, PolicyHit, Record, TimerArmed
from bot.rooms import Input, Moment, Ruling, Subject
from bot.settings import Overlay, Settings
from bot.views import Phrase, Place, Text

_NOTHING: frozenset[FactKey] = frozenset()


class PolicyRoom:
    """Judges by one book; a new book means a new room, while the facts stay."""

    name = "policy"
    hears: frozenset[type] = frozenset({MessagePosted, MessageEdited, MemberJoined, MemberRenamed, Due, ReportPolicies})
    keeps: frozenset[type] = frozenset()

    def __init__(self, book: Book, overlay: Overlay) -> None:
        self._book = book
        self._overlay = overlay

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:
        """Whom it is about, and what the policies ask for; nothing for other bots, unless a policy names them."""
        if isinstance(given, ReportPolicies):
            return frozenset({SETTINGS_KEY})
        event = self._judged(given)
        if event is None or event.account is None:
            return _NOTHING
        return frozenset((account_key(event.account), SETTINGS_KEY, *self._book.needs(event, facts)))

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """One ruling for all policies that matched, or none."""
        if isinstance(given, Due):
            return tuple(_slowmode_ends(given))
        if isinstance(given, ReportPolicies):
            return (self._reported(given, self._overlay.of(facts)),)
        event = self._judged(given)
        if event is None or event.account is None:
            return ()
        judgement = self._judge(event, event.account, facts)
        if not judgement.hits and not judgement.spared:
            return ()
        settings = self._overlay.of(facts)
        acting = held(judgement, partial(_hold, settings))
        scene = measures.Scene(
            event=event,
            account=event.account,
            judgement=reach.within(lateness.timely(acting, event, at.now), settings.file.lacks(event.space)),
            incident=_incident(event),
            settings=settings,
            known=facts.account(event.account),
            now=at.now,
        )
        return (_ruling(scene),)

    def touches(self, record: Record) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing: this room keeps no facts."""
        return _NOTHING

    def fold(self, facts: Facts, record: Record) -> None:
        """Nothing: this room keeps no facts."""

    def _judged(self, given: Input) -> Judged | None:
        """The event, where a policy looks at events of its kind; channels are joined without anybody looking."""
        if type(given) not in self._book.hears or not isinstance(given, Judged):
            return None
        if isinstance(given, MemberJoined) and given.channel is not None:
            return None
        return None if getattr(given, "by_bot", False) and not self._book.judges_bots else given

    def _judge(self, event: Judged, author: AccountId, facts: Facts) -> Judgement:
        account = facts.account(author)
        activity = facts.activity(author) if self._book.capacity else None
        return self._book.judge(event, account, activity, self._level(event, account, facts), facts)

    def _reported(self, report: ReportPolicies, settings: Settings) -> Ruling:
        """A card in every channel of managers."""
        card = statements.refused(report.problems)
        told = (community.posted(settings, space, channel, card) for space, channel in settings.managers.items())
        return Ruling(rule="policy/refused", why=card.body, effects=tuple(told))

    def _level(self, event: Judged, account: AccountFact | None, facts: Facts) -> Level:
        """By the author's roles as of this message, or as last known."""
        roles: tuple[RoleId, ...] = () if account is None else account.roles
        if isinstance(event, MessagePosted) and event.roles is not None:
            roles = event.roles
        return self._overlay.of(facts).level(roles, event.account)


def _hold(settings: Settings, policy: PolicyId) -> Hold | None:
    if settings.is_paused(policy):
        return "paused"
    return "observe" if settings.observing_until else None


def _incident(event: Judged) -> IncidentId:
    return incident_id(event.space, event.id)


def _ruling(scene: measures.Scene) -> Ruling:
    judgement, event = scene.judgement, scene.event
    named = judgement.enforced or (*judgement.hits, *judgement.spared)
    return Ruling(
        rule=", ".join(hit.policy for hit in named),
        why=tuple(_done(judgement) if judgement.enforced else _idle(judgement)),
        subject=Subject(
            account=scene.account,
            channel=getattr(event, "channel", None),
            message=getattr(event, "message", None),
            evidence=tuple(dict.fromkeys(word for hit in named for word in hit.evidence)),
        ),
        records=(*_records(scene), *_deadlines(scene)),
        effects=measures.effects(scene),
    )


def _done(judgement: Judgement) -> Iterator[Text]:
    """Why what is done is done, and what is not although policies ask for it."""
    yield from measures.whys(judgement)
    for measure in judgement.withheld:
        yield Phrase("policy-late" if judgement.late else "policy-withheld", (("measure", measure),))
    for measure in judgement.beyond:
        yield Phrase("policy-beyond", (("measure", measure),))


def _idle(judgement: Judgement) -> Iterator[Text]:
    """Why nothing was done."""
    for hit in judgement.hits:
        yield hit.why
        yield Phrase("policy-held", (("policy", hit.policy), ("mode", hit.mode)))
    for hit in judgement.spared:
        for reason in hit.spared_by:
            yield Phrase("policy-spared-because", (("policy", hit.policy), ("reason", reason)))


def _records(scene: measures.Scene) -> Iterator[Record]:
    judgement, event = scene.judgement, scene.event
    for hit in judgement.hits:
        yield _hit(hit, hit.mode, scene)
    for hit in judgement.spared:
        yield _hit(hit, "spared", scene)
    counters = [counter for hit in judgement.hits for counter in hit.counters]
    counters += measures.counters(judgement)
    for counter in dict.fromkeys(counters):
        yield Counted(counter=counter, of=scene.account, by=1, at=event.at, about=ladder.subject(event))
    for hit in judgement.hits:
        if hit.mode == "observe":
            about = trial.passage(scene.channel, scene.message, ladder.subject(event))
            yield trial.counted(hit, about, scene.now)
    if judgement.enforced and (opened := measures.incident(scene)):
        yield opened
    if judgement.enforced and (wanted := measures.case(scene)):
        yield wanted


def _hit(hit: Hit, mode: str, scene: measures.Scene) -> PolicyHit:
    return PolicyHit(
        policy=hit.policy,
        revision=hit.revision,
        mode=mode,
        account=scene.account,
        channel=getattr(scene.event, "channel", None),
        message=getattr(scene.event, "message", None),
        actions=hit.actions,
        spans=hit.spans,
    )


def _deadlines(scene: measures.Scene) -> Iterator[Record]:
    """A slow channel is let go again; every further match puts that off."""
    if scene.judgement.verdict.slowmode and isinstance(scene.event, MessagePosted | MessageEdited):
        timer = measures.slowmode_timer(scene.event.space, scene.event.channel)
        yield TimerArmed(timer=timer, due_at=scene.now + measures.SLOW_FOR)


def _slowmode_ends(due: Due) -> Iterator[Ruling]:
    slowed = measures.slowed(due.timer)
    if slowed is not None:
        space, channel = slowed
        yield Ruling(
            rule="policy/slowmode-ends",
            why=(Phrase("policy-slowmode-ends", (("channel", Place(channel)),)),),
            subject=Subject(channel=channel),
            effects=(SetSlowmode(space=space, channel=channel, seconds=0),),
        )
