"""The book: all policies compiled together, so that one search per message serves them all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from bot.commands import Level
from bot.errors import Complaint, Complaints
from bot.facts import AccountFact, ActivityFact
from bot.ids import PolicyId, RevisionId
from bot.policy import verdict
from bot.policy.judgement import SILENCE, Hit, Judgement
from bot.policy.kind import Bench, Context, Match, Message, Test
from bot.policy.pack import Mode, Pack, Policy, Revision, Then, revision
from bot.text import Reading, Scanner


@dataclass(frozen=True, slots=True)
class Page:
    """One policy, ready to run."""

    rank: int
    id: PolicyId
    revision: RevisionId
    mode: Mode
    policy: Policy
    test: Test


class Book:
    """Judges messages. It never changes: a new wording or a new mode makes a new book."""

    def __init__(self, pages: Sequence[Page], scanner: Scanner, revisions: Sequence[Revision]) -> None:
        self._pages = tuple(pages)
        self._scanner = scanner
        self.revisions = tuple(revisions)
        """Every policy as it is worded now, those that are off included."""
        self._always = tuple(page.rank for page in pages if page.test.wakes is None)
        self._woken: dict[int, list[int]] = {}
        for page in pages:
            for number in page.test.wakes or ():
                self._woken.setdefault(number, []).append(page.rank)

    @classmethod
    def compile(cls, packs: Iterable[Pack], modes: Mapping[PolicyId, Mode] | None = None) -> Self:
        """Make one book of all packs; `modes` overlays what the packs say. Raises Complaints on packs of one name."""
        bound = tuple(packs)
        _check_names(bound)
        patterns = Bench()
        pages: list[Page] = []
        revisions: list[Revision] = []
        for pack in bound:
            bench = Bench(patterns.patterns, pack.files)
            for policy in pack.policies:
                wording = revision(pack, policy)
                revisions.append(wording)
                mode = (modes or {}).get(wording.policy, policy.mode)
                if mode != "off":
                    test = policy.when.compile(bench)
                    pages.append(Page(len(pages), wording.policy, wording.id, mode, policy, test))
        return cls(pages, Scanner(list(patterns.patterns)), revisions)

    @property
    def horizon(self) -> timedelta:
        """The longest window that any policy looks back over."""
        return max((page.test.horizon for page in self._pages), default=timedelta())

    @property
    def capacity(self) -> int:
        """The most earlier messages of one author that any policy looks at."""
        return max((page.test.capacity for page in self._pages), default=0)

    @property
    def modes(self) -> Mapping[PolicyId, Mode]:
        """The policies that run, and how."""
        return {page.id: page.mode for page in self._pages}

    @property
    def judges_bots(self) -> bool:
        """Whether any policy looks at what other bots write."""
        return any(page.policy.bots for page in self._pages)

    @property
    def wants(self) -> Mapping[PolicyId, frozenset[str]]:
        """For each policy that runs, the kinds of effects that it may ask for."""
        return {page.id: _effects(page.policy.then) for page in self._pages}

    @property
    def effects_used(self) -> frozenset[str]:
        """The kinds of effects that any policy that runs may ask for, in shadow too."""
        return frozenset[str]().union(*self.wants.values())

    def judge(
        self, event: Message, account: AccountFact | None, activity: ActivityFact | None, level: Level
    ) -> Judgement:
        """Say what the policies say of a message; `activity` is the author's from before it."""
        reading = Reading(event.text)
        found = self._scanner.scan(reading)
        ranks: Iterable[int] = self._always
        if found:
            ranks = sorted({*ranks, *(rank for number in found for rank in self._woken.get(number, ()))})
        context = Context(event, reading, found, account, activity, level)
        bot = event.by_bot or (account is not None and account.bot)
        matched = [
            (page, match)
            for page in map(self._pages.__getitem__, ranks)
            if (not bot or page.policy.bots) and (match := page.test.evaluate(context)) is not None
        ]
        return _judgement(matched, context) if matched else SILENCE


def _judgement(matched: Sequence[tuple[Page, Match]], context: Context) -> Judgement:
    hits: list[Hit] = []
    spared: list[Hit] = []
    merged = verdict.NOTHING
    for page, match in matched:
        reasons = page.policy.unless.spares(context)
        (spared if reasons else hits).append(_hit(page, match, reasons))
        if not reasons and page.mode == "enforce":
            merged = verdict.union(merged, verdict.asked(verdict.Cause(page.rank, page.id), page.policy.then))
    return Judgement(hits=tuple(hits), spared=tuple(spared), verdict=merged)


def _hit(page: Page, match: Match, spared_by: tuple[str, ...]) -> Hit:
    return Hit(
        policy=page.id,
        revision=page.revision,
        mode=page.mode,
        title=page.policy.title.text,
        why=page.policy.why.text,
        actions=page.policy.then.actions,
        match=match,
        spared_by=spared_by,
    )


def _effects(then: Then) -> frozenset[str]:
    """See `bot.policy.measures` for how these come about."""
    kinds = {
        "send_direct": then.remove or then.remind or then.timeout is not None,
        "delete_message": then.remove,
        "time_out_member": then.timeout is not None,
        "reply_card": then.reply and not then.remove,
        "post_card": then.alert or (then.reply and then.remove),
    }
    return frozenset(kind for kind, wanted in kinds.items() if wanted)


def _check_names(packs: Sequence[Pack]) -> None:
    names = [pack.id for pack in packs]
    twice = dict.fromkeys(name for name in names if names.count(name) > 1)
    if twice:
        raise Complaints(Complaint(name, "two packs have this id", "give one of them another") for name in twice)
