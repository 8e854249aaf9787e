"""What policies would have done with months of real conversation, to whom, and why; nothing else comes of it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import trying
from bot.app.assembly import written
from bot.app.bygone import Bygone
from bot.app.decisions import Decision, decisions
from bot.app.replay import Replay, Replayed
from bot.app.trying import Choice
from bot.commands import Level
from bot.config import Config
from bot.events import MessagePosted
from bot.ids import AccountId, PolicyId, RoleId
from bot.records import AccountChanged, AccountMet, PolicyHit, Record
from bot.settings import Settings
from bot.storage.batch import Ruled

_TRUSTED = Level.MODERATOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """What to try, and on what."""

    export: Path | Bygone
    choice: Choice = field(default_factory=Choice)
    community: str | None = None
    space: str | None = None
    samples: int = 3
    """At most so many of each policy in each mode."""
    progress: Callable[[int, int], None] | None = None


@dataclass(slots=True)
class Tally:
    """What one policy did."""

    hits: Counter[str] = field(default_factory=Counter)
    """By mode: enforce, shadow or spared."""
    actions: Counter[str] = field(default_factory=Counter)
    """What it asked for, where the author was not spared."""
    people: set[AccountId] = field(default_factory=set)
    """Whom it hit and did not spare."""
    at: list[datetime] = field(default_factory=list)
    samples: list[Decision] = field(default_factory=list)

    @property
    def matched(self) -> int:
        """How often it would have gone as far as it may."""
        return self.hits["enforce"] + self.hits["shadow"]


@dataclass(slots=True)
class Findings:
    """Shown every batch, it counts; of the words it keeps the samples only."""

    samples: int = 3
    messages: int = 0
    """By people, edits not counted."""
    spoke_at: list[datetime] = field(default_factory=list)
    decided: Counter[str] = field(default_factory=Counter)
    """Messages by how far the furthest of their policies went."""
    acted_at: list[datetime] = field(default_factory=list)
    tried_at: list[datetime] = field(default_factory=list)
    people: set[AccountId] = field(default_factory=set)
    hit: set[AccountId] = field(default_factory=set)
    """Whom any policy hit and did not spare."""
    bots: set[AccountId] = field(default_factory=set)
    tallies: dict[PolicyId, Tally] = field(default_factory=lambda: defaultdict(Tally))
    _roles: dict[AccountId, tuple[RoleId, ...]] = field(default_factory=dict)

    def watch(self, batch: Sequence[Ruled]) -> None:
        """Look at a batch."""
        for one in batch:
            given = one.arrival
            if isinstance(given, MessagePosted):
                (self.bots if given.by_bot else self.people).add(given.account)
                if not given.by_bot:
                    self.messages += 1
                    self.spoke_at.append(given.at)
            for record in one.records:
                self._note(record)
        for decision in decisions(batch):
            self._decided(decision)

    def trusted(self, settings: Settings) -> frozenset[AccountId]:
        """Those among the people that were hit whom the team trusts with moderating."""
        return frozenset(one for one in self.hit if settings.level(self._roles.get(one, ())) >= _TRUSTED)

    def _note(self, record: Record) -> None:
        if isinstance(record, AccountMet | AccountChanged) and record.roles is not None:
            self._roles[record.account] = record.roles

    def _decided(self, decision: Decision) -> None:
        self.decided[decision.mode] += 1
        at, account = decision.line.at, decision.line.account
        if decision.mode != "spared":
            self.hit.add(account)
            (self.acted_at if decision.mode == "enforce" else self.tried_at).append(at)
        for hit in decision.hits:
            self._tally(self.tallies[hit.policy], hit, decision)

    def _tally(self, tally: Tally, hit: PolicyHit, decision: Decision) -> None:
        tally.hits[hit.mode] += 1
        if hit.mode != "spared":
            tally.people.add(hit.account)
            tally.actions.update(hit.actions)
            tally.at.append(decision.line.at)
        if tally.hits[hit.mode] <= self.samples:
            tally.samples.append(decision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtested:
    """What came of it."""

    replayed: Replayed
    findings: Findings
    trusted: frozenset[AccountId]

    @property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays of every week from the first message to the last, as the community's time zone has them."""
        first, last = self.replayed.since, self.replayed.until
        if first is None or last is None:
            return ()
        start, end = self.monday(first), self.monday(last)
        return tuple(start + timedelta(weeks=number) for number in range((end - start).days // 7 + 1))

    def by_week(self, moments: Sequence[datetime]) -> tuple[int, ...]:
        """How many fall into each of the weeks."""
        counted = Counter(map(self.monday, moments))
        return tuple(counted[week] for week in self.weeks)

    def monday(self, moment: datetime) -> date:
        """The first day of a moment's week."""
        day = moment.astimezone(ZoneInfo(self.replayed.settings.time_zone)).date()
        return day - timedelta(days=day.weekday())


async def backtest(config: Config, wanted: Backtest) -> Backtested:
    """Run an export past the policies on the road that live messages take. Raises ExportError, Complaints."""
    config, adjust = trying.adjusted(config, wanted.choice)
    findings = Findings(wanted.samples)
    asked = Replay(
        export=wanted.export,
        community=wanted.community,
        space=wanted.space,
        adjust=adjust,
        progress=wanted.progress,
        watch=findings.watch,
    )
    replayed = await trying.dry_run(config, asked)
    settings = Settings(written(replayed.settings))
    return Backtested(replayed=replayed, findings=findings, trusted=findings.trusted(settings))
