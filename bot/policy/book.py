"""The book: all policies compiled together, so that one search per message serves them all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta, tzinfo
from functools import reduce
from typing import Self

from bot.commands import Level
from bot.errors import Complaint, Complaints
from bot.events import MessageEdited, MessagePosted
from bot.facts import AccountFact, ActivityFact, FactKey, Facts, Memory, accounts_of, activity_key
from bot.ids import AccountId, PolicyId, RevisionId
from bot.policy import judgement, measures, together, verdict
from bot.policy.edition import Edition, editions
from bot.policy.judgement import SILENCE, Hit, Judgement
from bot.policy.kind import EVERYTHING, Bench, Context, Judged, Match, Outcome, Test
from bot.policy.ladder import Ladder
from bot.policy.pack import Mode, Pack, Policy, Revision
from bot.text import Reading, Scanner, read

_NO_WORDS = Reading("")


@dataclass(frozen=True, slots=True)
class Page:
    """One policy, ready to run."""

    rank: int
    id: PolicyId
    revision: RevisionId
    mode: Mode
    policy: Policy
    test: Test
    ladder: Ladder
    bench: Bench
    """Where it was made ready: its conditions, taken one by one, are made ready there too."""


Asked = tuple[Page, Callable[[Context], Outcome]]
"""A policy, and what to ask it."""
_MOST_COMBINED = 1024


class Book:
    """Judges messages. It never changes: a new wording or a new mode makes a new book."""

    def __init__(self, pages: Sequence[Page], scanner: Scanner, revisions: Sequence[Revision]) -> None:
        self.pages = tuple(pages)
        """The policies that run, in order."""
        self._scanner = scanner
        self.revisions = tuple(revisions)
        """Every policy as it is worded now, those that are off included."""
        self._always = {
            kind: tuple(
                (page, page.test.evaluate) for page in pages if page.test.wakes is None and kind in page.test.hears
            )
            for kind in EVERYTHING
        }
        self._combined: dict[tuple[type, frozenset[int]], Sequence[Asked]] = {}
        self._woken: dict[int, list[int]] = {}
        for page in pages:
            for number in page.test.wakes or ():
                self._woken.setdefault(number, []).append(page.rank)
        self._needs = tuple(dict.fromkeys(page.test.needs for page in pages if page.test.needs))
        ladders = (page.ladder.counter for page in pages if page.policy.ladder)
        self._counters = tuple(
            dict.fromkeys((*ladders, *(one for page in pages for one in sorted(page.test.counters))))
        )
        self.memory = reduce(Memory.union, (page.test.memory for page in pages), Memory())
        """How far back any policy looks."""
        self.judges_bots = any(page.policy.bots for page in pages)
        """Whether any policy looks at what other bots write."""
        self.hears = frozenset(kind for page in pages for kind in page.test.hears)
        """The kinds of events that any policy looks at."""

    @classmethod
    def compile(cls, packs: Iterable[Pack], modes: Mapping[PolicyId, Mode] | None = None, zone: tzinfo = UTC) -> Self:
        """Make one book of all packs; `modes` overlays what the packs say. Raises Complaints on packs of one name.

        Clocks are read in `zone`.
        """
        bound = tuple(packs)
        _check_names(bound)
        return cls.bind((one for pack in bound for one in editions(pack, modes or {})), zone)

    @classmethod
    def bind(cls, made_of: Iterable[Edition], zone: tzinfo = UTC) -> Self:
        """Make one book of policies from wherever they come."""
        patterns = Bench().patterns
        pages: list[Page] = []
        revisions: list[Revision] = []
        for one in made_of:
            revisions.append(one.revision)
            if one.mode != "off":
                pack, _, name = one.id.partition("/")
                pages.append(_page(len(pages), one, Bench(patterns, one.files, pack, name, zone)))
        return cls(pages, Scanner(list(patterns)), revisions)

    @property
    def horizon(self) -> timedelta:
        """The longest window that any policy looks back over."""
        return self.memory.activity.horizon

    @property
    def capacity(self) -> int:
        """The most earlier messages of one author that any policy looks at."""
        return self.memory.activity.capacity

    @property
    def modes(self) -> Mapping[PolicyId, Mode]:
        """The policies that run, and how."""
        return {page.id: page.mode for page in self.pages}

    @property
    def wants(self) -> Mapping[PolicyId, frozenset[str]]:
        """For each policy that runs, the kinds of effects that it may ask for."""
        return {page.id: measures.announced(page.policy.outcomes) for page in self.pages}

    @property
    def effects_used(self) -> frozenset[str]:
        """The kinds of effects that any policy that runs may ask for, in shadow too."""
        return frozenset[str]().union(*self.wants.values())

    def needs(self, event: Judged, facts: Facts | None = None) -> Iterator[FactKey]:
        """The facts that the policies which run ask for, as far as they are known by now."""
        author = event.account
        if author is None:
            return
        if self.capacity:
            yield activity_key(author)
        for needs in self._needs:
            yield from needs(event)
        yield from together.keys(author, self._counters, facts)

    def context(
        self,
        event: Judged,
        account: AccountFact | None,
        activity: ActivityFact | None,
        level: Level,
        facts: Facts | None = None,
    ) -> Context:
        """What every condition is given to look at; `activity` is the author's from before the message."""
        accounts = self._accounts(event, facts)
        if not isinstance(event, MessagePosted | MessageEdited):
            return Context(event, _NO_WORDS, {}, account, activity, level, facts, accounts)
        reading = read(event.text)
        return Context(event, reading, self._scanner.scan(reading), account, activity, level, facts, accounts)

    def judge(
        self,
        event: Judged,
        account: AccountFact | None,
        activity: ActivityFact | None,
        level: Level,
        facts: Facts | None = None,
    ) -> Judgement:
        """Say what the policies say of a message; without `facts`, whatever would need them stays unknown."""
        context = self.context(event, account, activity, level, facts)
        bot = getattr(event, "by_bot", False) or (account is not None and account.bot)
        matched: list[tuple[Page, Match]] = []
        unknown: list[tuple[PolicyId, tuple[str, ...]]] = []
        for page, evaluate in self._awake(context):
            if bot and not page.policy.bots:
                continue
            outcome = evaluate(context)
            if outcome is None:
                continue
            if isinstance(outcome, Match):
                matched.append((page, outcome))
            else:
                unknown.append((page.id, outcome.missing))
        if not matched:
            return Judgement(unknown=tuple(unknown)) if unknown else SILENCE
        return _judgement(matched, context, tuple(unknown))

    def _accounts(self, event: Judged, facts: Facts | None) -> tuple[AccountId, ...]:
        if not self._counters or facts is None or event.account is None:
            return ()
        return accounts_of(event.account, facts)

    def _awake(self, context: Context) -> Sequence[Asked]:
        """The policies that may match: those that look at everything, and those whose words were found."""
        kind = type(context.event)
        always = self._always.get(kind, ())
        if not context.hits:
            return always
        woken = frozenset([rank for number in context.hits for rank in self._woken.get(number, ())])
        return self._together(kind, woken) if woken else always

    def _together(self, kind: type, woken: frozenset[int]) -> Sequence[Asked]:
        """In the order of the book; the same few combinations come again and again."""
        known = self._combined.get((kind, woken))
        if known is None:
            ranks = sorted(woken | {page.rank for page, _ in self._always.get(kind, ())})
            awake = (self.pages[rank] for rank in ranks)
            known = tuple((page, page.test.evaluate) for page in awake if kind in page.test.hears)
            if len(self._combined) < _MOST_COMBINED:
                self._combined[kind, woken] = known
        return known


def _page(rank: int, one: Edition, bench: Bench) -> Page:
    test = one.policy.when.compile(bench)
    ladder = Ladder(one.id, one.policy, one.mode)
    return Page(rank, one.id, one.revision.id, one.mode, one.policy, test, ladder, bench)


def _judgement(
    matched: Sequence[tuple[Page, Match]], context: Context, unknown: tuple[tuple[PolicyId, tuple[str, ...]], ...]
) -> Judgement:
    hits: list[Hit] = []
    spared: list[Hit] = []
    for page, match in matched:
        reasons = page.policy.unless.spares(context)
        then, time = page.ladder.stands(context)
        hit = Hit(
            policy=page.id,
            revision=page.revision,
            mode=page.mode,
            title=page.policy.title.text,
            why=page.policy.why.text,
            actions=then.actions,
            counters=page.ladder.counters,
            time=time,
            match=match,
            spared_by=reasons,
            asks=verdict.asked(verdict.Cause(page.rank, page.id), then),
            late=page.policy.late,
        )
        (spared if reasons else hits).append(hit)
    return judgement.judged(hits, spared, unknown, owner=context.level >= Level.OWNER)


def _check_names(packs: Sequence[Pack]) -> None:
    names = [pack.id for pack in packs]
    twice = dict.fromkeys(name for name in names if names.count(name) > 1)
    if twice:
        raise Complaints(Complaint(name, "two packs have this id", "give one of them another") for name in twice)
