"""Random people make random moves, with whichever of their accounts, at random times; now and then nobody acts at all.

The properties are those that hold for every case whatever anybody does, each named by its number.
"""

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot import codec
from bot.cases.case import Case
from bot.cases.folding import after
from bot.cases.lines import Line, Penalty
from bot.cases.states import Concern, Kind, Move, Profile, State
from bot.disputes import machine
from bot.disputes.moving.ready import NEVER_TALKED_OVER
from bot.disputes.table import ESCALATIONS, OFFERS, QUESTIONS, RESTRAINT, TABLE
from bot.hours import ALWAYS
from bot.ids import AccountId
from bot.measures import penalties
from tests.unit.disputes.casework import (
    BEN_TOO,
    CASE,
    ELECTORS,
    TEAM,
    WARN,
    WEEKDAYS,
    Play,
    opening,
)
from tests.unit.disputes.crowd import KINDS, LEADS, MOVES, PARTY_MOVES, PEOPLE, STATES, WEIGHTS, content

DISPUTES: tuple[Kind, ...] = ("dispute",) * 12
"""Most cases are disputes: they go furthest."""
seen: set[tuple[State, Move, State]] = set()
"""Every way that the random cases went, for the test that they went all of them."""


class Cases(RuleBasedStateMachine):
    """One case in the hands of people who do whatever comes to their minds."""

    play: Play
    worst: tuple[Penalty, ...] | None = None

    @initialize(seed=st.integers(0, 10**9))
    def begin(self, seed: int) -> None:
        """Any kind of case in any kind of team; half of them are further on already."""
        dice = Random(seed)
        kind: Kind = dice.choice((*KINDS, *DISPUTES))
        concern: Concern = dice.choice(("hurt", "hurt", "hurt", "spam", "harassment", "minor"))
        profile: Profile = dice.choice(("small", "large"))
        self.play = Play(
            profile=profile,
            calendar=dice.choice((ALWAYS, WEEKDAYS)),
            outside=dice.choice((True, False)),
            two=dice.choice((True, False)),
            team=dice.choice((TEAM, TEAM[1:4])),
            electors=ELECTORS if profile == "large" else (),
        )
        said = {"penalties": (WARN,), "text": "So it is."} if kind == "measure" else {}
        self.play.open(opening(kind, concern), **said)
        rarely: tuple[State, ...] = ("waiting", "mediation", "settled")
        for move, by, words in LEADS.get(dice.choice((*STATES, *rarely, *rarely)), ()):
            self.move(move, by, {"text": "So it is.", **words})

    @property
    def case(self) -> Case:
        return self.play.known

    def people(self) -> tuple[AccountId, ...]:
        return (*PEOPLE, *(self.case.circle.seated if self.case.circle else ()))

    def move(self, move: Move, by: AccountId | None, said: dict[str, Any]) -> None:
        before, logged = self.play.known, len(self.play.log)
        self.play.attempt(move, by, **said)
        case = before
        for line in self.play.log[logged:]:
            then = after(case, CASE, line)
            check_line(case, line, then)
            check_two(case, line, self.play)
            seen.add((case.state, line.move, line.state))
            case = then

    @precondition(lambda self: self.case.state != "archived")
    @rule(seed=st.integers(0, 10**9), number=st.integers(5, 20))
    def people_do_what_they_can(self, seed: int, number: int) -> None:
        """Whatever is possible at all, so that cases go somewhere."""
        dice = Random(seed)
        for _ in range(number):
            self.play.wait(timedelta(minutes=dice.randrange(600)))
            if dice.random() < 0.05:
                self.nobody_does_anything(patient=0)
            ways: dict[Move, list[AccountId | None]] = {}
            for by in (*self.people(), None):
                for move in machine.possible(self.case, self.play.given(by)):
                    ways.setdefault(move, []).append(by)
            if ways and (self.case.state != "closed" or dice.random() < 0.5):
                moves = sorted(ways)
                move = dice.choices(moves, [WEIGHTS.get(one, 4) for one in moves])[0]
                self.move(move, dice.choice(ways[move]), content(move, self.play, dice.choice))

    @rule(seed=st.integers(0, 10**9))
    def people_do_anything(self, seed: int) -> None:
        """Whatever it is, and whoever: mostly refused."""
        dice = Random(seed)
        for _ in range(5):
            move = dice.choice(MOVES)
            self.move(move, dice.choice((*self.people(), None)), content(move, self.play, dice.choice))

    @precondition(lambda self: self.case.state != "archived")
    @rule(patient=st.integers(0, 3))
    def nobody_does_anything(self, patient: int) -> None:
        """Until the deadline; not too often, or little else would ever happen."""
        if patient or self.case.due_at is None:
            return
        self.play.now = max(self.play.now, self.case.due_at)
        self.move("lapse", None, {})

    @precondition(lambda self: self.case.state == "triage")
    @rule()
    def both_are_asked_to_talk(self) -> None:
        self.move("invite", self.case.handler, {})
        for party in self.case.parties:
            self.move("consent", party, {})

    @precondition(lambda self: self.case.state == "mediation")
    @rule()
    def they_agree(self) -> None:
        self.move("offer", self.case.handler, {"text": "Peace."})
        for party in self.case.parties:
            self.move("agree", party, {"choice": str(len(self.case.offers))})

    @precondition(lambda self: self.case.state == "voting")
    @rule(choice=st.sampled_from(("measure", "nothing", "talk")))
    def a_circle_agrees(self, choice: str) -> None:
        assert self.case.circle is not None
        for juror in self.case.circle.seated:
            self.move("ballot", juror, {"choice": choice})
        self.play.now = max(self.play.now, self.case.due_at or self.play.now)
        self.move("lapse", None, {})

    @invariant()
    def property_04_exactly_one_deadline_while_somebody_must_act(self) -> None:
        assert (self.case.due_at is None) == (self.case.state == "archived")

    @invariant()
    def property_11_one_live_ballot_of_each_who_is_seated(self) -> None:
        circle = self.case.circle
        voters = [juror for juror, _ in circle.ballots] if circle else []
        assert len(voters) == len(set(voters))
        assert circle is None or set(voters) <= set(circle.seated)

    @invariant()
    def property_20_consent_stands_as_long_as_they_talk(self) -> None:
        case = self.case
        if case.state == "mediation":
            assert case.consents == set(case.parties)
            assert len(case.parties) == 2
            assert case.opening.concern not in NEVER_TALKED_OVER
        if case.state == "settled":
            assert case.offers[-1].accepted == set(case.parties)

    @invariant()
    def property_16_the_rules_that_held_at_the_facts_stay_pinned(self) -> None:
        assert self.case.state == "archived" or self.case.opening == replace(
            self.play.log[0].opening or self.case.opening, profile=self.play.profile
        )

    @invariant()
    def nothing_goes_on_for_ever(self) -> None:
        case = self.case
        assert case.escalations <= ESCALATIONS
        assert case.questions <= QUESTIONS
        assert len(case.offers) <= OFFERS
        if case.restrained_since and case.restrained_until:
            assert case.restrained_until <= case.restrained_since + RESTRAINT

    def teardown(self) -> None:
        if hasattr(self, "play"):
            check_replay(self.play)
            check_silence(self.play)


def check_replay(play: Play) -> None:
    """The log gives the case, also from what is kept of it."""
    case: Case | None = None
    for line in play.log:
        case = after(case, CASE, codec.load_line(codec.dump_line(line)))
    assert case == play.known


def check_line(before: Case, line: Line, then: Case) -> None:
    """What holds for every line."""
    check_the_table(before, line)
    check_who_acts(before, line)
    check_reasons(before, line)
    if before.state == "appealed" and then.state == "closed" and before.decision and then.decision:
        assert not penalties.harsher(then.decision.penalties, before.decision.penalties)
        if before.appeal and before.appeal.by != before.opening.respondent and before.opening.kind != "review":
            assert then.outcome == before.outcome
    sent_back = before.appeal is not None and before.appeal.result == "remit"
    if line.move == "decide" and sent_back and before.decision and before.appeal:
        own = before.appeal.by == before.opening.respondent
        assert not (own and penalties.harsher(line.penalties, before.decision.penalties))


def check_the_table(before: Case, line: Line) -> None:
    """Every line leads where the table says."""
    row = TABLE[before.state]
    to = set(row.silence) | {before.state} if line.by is None else set()
    if line.move in row.ways:
        to |= set(row.ways[line.move].to)
    assert line.state in to, (before.state, line.move, line.state)


def check_who_acts(before: Case, line: Line) -> None:
    """Nobody concerned handles it, and nobody who had a part in it looks afresh."""
    if line.by is not None and line.move not in PARTY_MOVES:
        assert line.by not in {*before.parties, *before.reporters, BEN_TOO}, line
    if line.move in ("claim", "take", "decide") and before.state in ("escalated", "deciding"):
        agreed = before.decision.agreed if before.decision else None
        assert line.by not in {*before.deciders, agreed}
    if line.move in ("withdraw", "merge"):
        assert before.decision is None or not before.decision.penalties
    if line.move in ("reopen", "refuse"):
        had_a_part = {*before.hands, *before.handlers, *before.earlier, *before.deciders}
        assert had_a_part.isdisjoint({line.by, line.account})
    if line.move == "request":
        assert line.by not in {note.by for note in before.notes if note.kind == "new"}
    if line.move in ("take", "uphold", "soften", "overturn", "remit") and before.state == "appealed" and line.by:
        taken_by = before.appeal.taken_by if before.appeal else None
        fresh = line.by == taken_by or line.by not in {*before.hands, *before.handlers}
        looks_again = line.choice == "second_look" or line.by in before.second_looks
        assert fresh or (looks_again and before.opening.profile == "small")


def check_reasons(before: Case, line: Line) -> None:
    """Nothing is felt without a word of why."""
    if line.penalties and before.opening.door not in ("hand", "import"):
        assert line.text.strip() or line.policies, line


def check_two(before: Case, line: Line, play: Play) -> None:
    """Nobody bans alone where it takes two, and nobody agrees with themselves."""
    waits = before.pending
    if line.move == "second" and line.choice == "yes":
        assert waits is not None
        assert line.by != waits.by
    if play.two and line.by is not None and line.move in ("decide", "restrain") and penalties.bans(line.penalties):
        assert waits is not None
        assert waits.agreed not in (None, line.by)
        assert waits.penalties == line.penalties


def check_silence(play: Play) -> None:
    """Silence alone leads to the end."""
    quiet = play.copy()
    for _ in range(40):
        if quiet.state == "archived":
            return
        before = quiet.known.due_at
        assert before is not None
        quiet.now = max(quiet.now, before)
        quiet.do("lapse", None)
    raise AssertionError(f"still {quiet.state}: {[line.move for line in quiet.log]}")


RANDOM = settings(
    max_examples=100,
    phases=(Phase.generate, Phase.shrink),
    stateful_step_count=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def test_property_01_02_04_08_09_11_14_18_20_hold_whatever_people_do() -> None:
    """And the cases have been everywhere: in every state, by every move, and along most ways of the table."""
    seen.clear()
    for seed in range(120):
        lived = Cases()
        lived.begin(seed)
        for more in range(3):
            lived.people_do_what_they_can(seed * 3 + more, 15)
        lived.teardown()
    run_state_machine_as_test(Cases, settings=RANDOM)
    assert {state for _, _, state in seen} == set(STATES)
    assert sorted(set(MOVES) - {move for _, move, _ in seen} - {"open"}) == []
    wanted = {(state, move) for state, row in TABLE.items() for move in row.ways}
    assert len(wanted & {(state, move) for state, move, _ in seen}) > len(wanted) * 3 / 4
