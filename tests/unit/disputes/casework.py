"""People around cases, and a way to play moves on them as the road does: act, lines, case."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.cases.case import Case
from bot.cases.folding import after
from bot.cases.lines import Line, Opening, Penalty
from bot.cases.states import Concern, Door, Kind, Move, Profile
from bot.commands import Level
from bot.disputes import machine
from bot.disputes.act import Act, Given, Refusal
from bot.disputes.table import TABLE
from bot.facts import Elector
from bot.hours import ALWAYS, Calendar, Outage
from bot.ids import AccountId, CaseId, MemberId, SpaceId
from bot.measures import conflicts, together
from bot.views import Phrase

SPACE = SpaceId("web:demo")
CASE = CaseId("12")
NOW = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
"""A Monday."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def person(name: str) -> AccountId:
    return AccountId(f"{SPACE}/{name}")


ADA, BEN, CLEO, DEE, BEN_TOO = map(person, ("ada", "ben", "cleo", "dee", "ben-too"))
"""Who asks for help; the other person; two who report; the other person's other account."""
HAL, MO, MIA, SAM, SUE, OZ = TEAM = tuple(map(person, ("hal", "mo", "mia", "sam", "sue", "oz")))
"""A helper, two moderators, two seniors, an owner."""
LEVELS = {
    HAL: Level.HELPER,
    MO: Level.MODERATOR,
    MIA: Level.MODERATOR,
    SAM: Level.SENIOR,
    SUE: Level.SENIOR,
    OZ: Level.OWNER,
}
LINKED = {BEN: (BEN, BEN_TOO), BEN_TOO: (BEN, BEN_TOO)}
ELECTORS = tuple(
    Elector(
        account=person(f"juror{number:02}"),
        member=MemberId(f"juror{number:02}"),
        member_since=NOW - 90 * DAY,
        messages=40,
        willing=True,
        party=False,
        sanctioned_at=None,
    )
    for number in range(30)
)
WEEKDAYS = Calendar(
    zone=ZoneInfo("Europe/Paris"),
    days=frozenset(range(5)),
    opens=datetime(2027, 1, 1, 9).time(),  # noqa: DTZ001 - an hour of the day
    closes=datetime(2027, 1, 1, 18).time(),  # noqa: DTZ001
)

REMIND, WARN, BAN = (Penalty(name="remind"), Penalty(name="warn"), Penalty(name="ban"))
TIMEOUT = Penalty(name="timeout", seconds=86_400)
HOURS_OFF = Penalty(name="timeout", seconds=3_600)


def opening(kind: Kind = "dispute", concern: Concern = "hurt", door: Door = "command") -> Opening:
    """How a case of each kind begins."""
    opener = {"dispute": ADA, "talk": ADA, "review": ADA, "measure": SAM}.get(kind)
    respondent = BEN if kind in ("dispute", "measure", "report") else None
    reporter = CLEO if kind == "report" else None
    return Opening(
        kind=kind, door=door, space=SPACE, concern=concern, opener=opener, respondent=respondent, reporter=reporter
    )


@dataclass
class Play:
    """A case, its log, the time, and who is there."""

    profile: Profile = "small"
    calendar: Calendar = ALWAYS
    outside: bool = False
    two: bool = False
    """Whether a ban takes two here."""
    team: Sequence[AccountId] = TEAM
    electors: Sequence[Elector] = ELECTORS
    now: datetime = NOW
    outages: Sequence[Outage] = ()
    seed: int = 7
    log: list[Line] = field(default_factory=list)
    case: Case | None = None
    there: tuple[int, tuple[AccountId, ...]] = (-1, ())
    """Those of the team who could take the case, as of so many lines."""

    @property
    def state(self) -> str:
        return self.known.state

    @property
    def known(self) -> Case:
        assert self.case is not None
        return self.case

    def given(self, by: AccountId | None = None) -> Given:
        """As the room fills it in."""
        accounts = LINKED.get(by, (by,)) if by else ()
        return Given(
            now=self.now,
            seed=self.seed,
            profile=self.profile,
            calendar=self.calendar,
            outages=self.outages,
            level=max((LEVELS.get(one, Level.MEMBER) for one in accounts), default=Level.MEMBER),
            accounts=accounts,
            conflict=self.conflict(accounts),
            managers=self.managers(),
            electors=self.electors,
            outside=self.outside,
            takes_two={"ban": together.FOR_BANS} if self.two else {},
        )

    def conflict(self, accounts: Sequence[AccountId]) -> Phrase | None:
        if self.case is None or not accounts:
            return None
        stage = conflicts.stage_of(self.case.state)
        return conflicts.barred(self.case, accounts, (), self.now, stage=stage)

    def managers(self) -> tuple[AccountId, ...]:
        if self.there[0] != len(self.log):
            self.there = len(self.log), self._managers()
        return self.there[1]

    def _managers(self) -> tuple[AccountId, ...]:
        if self.case is None:
            return ()
        case, level = self.case, TABLE[self.case.state].level
        stage = conflicts.wanted_for(case.state)
        return tuple(
            one
            for one in self.team
            if LEVELS[one] >= level and conflicts.barred(case, (one,), (), self.now, stage=stage) is None
        )

    def open(self, what: Opening, **said: object) -> "Play":
        by = what.opener or what.reporter
        return self.do("open", by, opening=what, **said)

    def do(self, move: Move, by: AccountId | None, **said: object) -> "Play":
        """A move that is made."""
        refused = self.attempt(move, by, **said)
        assert refused is None, f"{move} in {self.state}: {refused}"
        return self

    def attempt(self, move: Move, by: AccountId | None, **said: object) -> str | None:
        """A move that may be refused; the key of why."""
        act = Act(move=move, by=by, **said)  # type: ignore[arg-type]
        advanced = machine.advance(self.case, act, self.given(by))
        if isinstance(advanced, Refusal):
            return advanced.why.key.removeprefix("machine-").removeprefix("refused-")
        for line in advanced:
            self.log.append(line)
            self.case = after(self.case, CASE, line)
        return None

    def wait(self, lasting: timedelta) -> "Play":
        self.now += lasting
        return self

    def silence(self, times: int = 1) -> "Play":
        """Nobody acts until the deadline, so many times."""
        for _ in range(times):
            assert self.known.due_at is not None
            self.now = self.known.due_at
            self.do("lapse", None)
        return self

    def copy(self) -> "Play":
        return replace(self, log=list(self.log))


def triage(play: Play | None = None, what: Opening | None = None, by: AccountId = MO) -> Play:
    """A case that somebody has taken up."""
    return (play or Play()).open(what or opening()).do("claim", by)


def mediation(play: Play | None = None) -> Play:
    """Two who talk it over."""
    played = triage(play).do("invite", MO)
    return played.do("consent", ADA).do("consent", BEN)


def voting(play: Play | None = None) -> Play:
    """A circle that was just drawn."""
    return triage(play or Play(profile="large")).do("escalate", MO).do("empanel", SAM)


def decided(penalty: Penalty = TIMEOUT, play: Play | None = None) -> Play:
    """A measure between two people, decided after it was passed on."""
    played = triage(play).do("escalate", MO).do("claim", SAM)
    return played.do("decide", SAM, text="It hurt.", penalties=(penalty,))
