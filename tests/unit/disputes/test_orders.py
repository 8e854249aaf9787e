"""What each line of a case orders upon a person, and what it takes back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.cases import folding
from bot.cases.case import Case
from bot.cases.lines import Evidence, Line, Opening, Penalty
from bot.cases.rungs import Rule
from bot.disputes import orders
from bot.disputes.act import Step
from bot.disputes.scene import Scene
from bot.facts import SETTINGS_KEY, SettingsFact
from bot.ids import CaseId, PolicyId, RevisionId, message_id
from bot.pipeline.facts import FactCache
from bot.records import Record, SanctionOrdered, SanctionsRevoked
from bot.rooms import Moment
from bot.settings import Settings
from bot.views import Bilingual
from tests.unit.moderation.playing import BASILE, GENERAL, INES, KWAME, NOW, SPACE, ZOE, set_in_chat, written

RULE, OTHER = PolicyId("ours/insults"), PolicyId("ours/spam")
HELD, TODAY = RevisionId("held-then"), RevisionId("today")
MESSAGE = message_id(GENERAL, "7")
TIMEOUT, WARN, BAN = Penalty(name="timeout", seconds=3600), Penalty(name="warn"), Penalty(name="ban")


def scene(**values: str) -> Scene:
    rules = {OTHER: Rule(TODAY, Bilingual("Spam", "Pourriel"))}
    fact = set_in_chat(**values)[SETTINGS_KEY]
    assert isinstance(fact, SettingsFact)
    settings = Settings(replace(written(), rules=rules), fact)
    return Scene(settings=settings, facts=FactCache(), at=Moment(NOW, 1))


class Log:
    """A case whose log is written line by line, and what each of them orders."""

    def __init__(self, **more: Any) -> None:
        evidence = Evidence(message=MESSAGE, channel=GENERAL, author=BASILE, text="you fool")
        usual: dict[str, Any] = {
            "kind": "report",
            "door": "menu",
            "space": SPACE,
            "respondent": BASILE,
            "policies": ((RULE, HELD),),
            "titles": (Bilingual("Insults", "Insultes"),),
            "evidence": evidence,
        }
        self.case: Case | None = None
        self.scene = scene(on_file_days="30")
        self.at = NOW
        self.write("open", "open", opening=Opening(**{**usual, **more}), by=INES)

    def write(self, move: Any, state: Any, **more: Any) -> list[Record]:
        self.at += timedelta(minutes=1)
        due_at = self.at + timedelta(days=14)
        line = Line(move=move, state=state, **{"by": KWAME, "at": self.at, "due_at": due_at, **more})
        after = folding.after(self.case, CaseId("12"), line)
        step, self.case = Step(self.case, line, after), after
        return list(orders.records(step, self.scene))

    def decided(self, *penalties: Penalty, **more: Any) -> list[Record]:
        given = {"outcome": "measure", "text": "three times now", "penalties": penalties, **more}
        return self.write("decide", "decided", **given)

    def appealed(self) -> None:
        self.write("appeal", "appealed", by=BASILE, text="it was a joke")


def ordered(records: list[Record]) -> list[SanctionOrdered]:
    return [one for one in records if isinstance(one, SanctionOrdered)]


def revoked(records: list[Record]) -> list[SanctionsRevoked]:
    return [one for one in records if isinstance(one, SanctionsRevoked)]


def test_a_decision_orders_each_of_its_measures_under_a_name_of_its_own() -> None:
    log = Log()
    first, second = (one.sanction for one in ordered(log.decided(WARN, TIMEOUT)))
    assert [first.id, second.id] == ["12-2-1", "12-2-2"]
    assert (first.account, first.by, first.case, first.reasons) == (BASILE, KWAME, "12", "three times now")
    assert (first.penalty, first.until) == (WARN, None)
    assert (second.penalty, second.until) == (TIMEOUT, log.at + timedelta(hours=1))
    assert first.appeal_until == log.at + timedelta(days=14)


def test_it_is_remembered_by_the_rule_that_holds_when_it_is_given() -> None:
    log = Log()
    (given,) = ordered(log.decided(WARN))
    assert given.sanction.on_file_until == log.at + timedelta(days=30)


def test_the_wording_that_a_line_rests_on_is_pinned_with_its_title() -> None:
    (given,) = ordered(Log().decided(WARN, policies=((RULE, HELD),)))
    assert given.sanction.policies == ((RULE, HELD),)
    assert given.sanction.titles == (Bilingual("Insults", "Insultes"),)
    (both,) = ordered(Log().decided(WARN, policies=((OTHER, TODAY), (RULE, HELD))))
    assert both.sanction.titles == (Bilingual("Spam", "Pourriel"), Bilingual("Insults", "Insultes"))
    (neither,) = ordered(Log().decided(WARN))
    assert (neither.sanction.policies, neither.sanction.titles) == ((), ())
    (other,) = ordered(Log().decided(WARN, policies=((OTHER, TODAY),)))
    assert other.sanction.policies == ((OTHER, TODAY),)
    assert other.sanction.titles == (Bilingual("Spam", "Pourriel"),)


def test_they_read_their_own_words_and_nobody_elses() -> None:
    (given,) = ordered(Log().decided(WARN))
    assert (given.sanction.quote, given.sanction.message) == ("you fool", MESSAGE)
    others = Evidence(message=MESSAGE, channel=GENERAL, author=ZOE, text="what Zoe wrote")
    (given,) = ordered(Log(evidence=others).decided(WARN))
    assert (given.sanction.quote, given.sanction.message) == ("", None)


def test_what_holds_meanwhile_ends_within_72_hours_counts_nowhere_and_is_lifted_once_it_is_decided() -> None:
    log = Log()
    (held,) = ordered(log.write("restrain", "open", penalties=(Penalty(name="timeout", seconds=999_999),), text="calm"))
    assert held.sanction.interim
    assert held.sanction.until == log.at + timedelta(hours=72)
    assert (held.sanction.on_file_until, held.sanction.appeal_until) == (None, None)
    said = log.decided(WARN)
    (lifted,) = revoked(said)
    assert (lifted.interim, lifted.state) == (True, "lifted")
    assert said.index(lifted) < said.index(ordered(said)[0])
    assert revoked(log.write("note", "decided", text="so it was")) == []


@pytest.mark.parametrize(
    ("move", "state", "outcome"),
    [("dismiss", "decided", "no_further_action"), ("withdraw", "closed", "withdrawn"), ("merge", "closed", "merged")],
)
def test_what_held_meanwhile_goes_however_it_ends(move: str, state: str, outcome: str) -> None:
    log = Log()
    log.write("restrain", "open", penalties=(TIMEOUT,), text="calm")
    said = log.write(move, state, outcome=outcome)
    assert [(one.interim, one.state) for one in revoked(said)] == [(True, "lifted")]
    assert ordered(said) == []


def test_another_restraint_takes_the_place_of_the_first_one() -> None:
    log = Log()
    log.write("restrain", "open", penalties=(TIMEOUT,), text="calm")
    said = log.write("restrain", "open", penalties=(Penalty(name="quarantine"),), text="calmer")
    assert [one.interim for one in revoked(said)] == [True]
    assert [one.sanction.penalty.name for one in ordered(said)] == ["quarantine"]
    lifted = log.write("restrain", "open", choice="lift")
    assert (len(revoked(lifted)), ordered(lifted)) == (1, [])


def test_overturning_erases_all_of_it() -> None:
    log = Log()
    log.decided(WARN, TIMEOUT)
    log.appealed()
    said = log.write("overturn", "closed", outcome="overturned", text="a misreading", by=ZOE)
    assert said == [SanctionsRevoked(case=CaseId("12"), sanctions=(), state="overturned", by=ZOE, at=log.at)]


def test_softening_erases_the_old_one_and_orders_the_new_one_without_a_second_appeal() -> None:
    log = Log()
    log.decided(BAN, policies=((RULE, HELD),))
    log.appealed()
    rests = {"penalties": (TIMEOUT,), "policies": ((RULE, TODAY),)}
    said = log.write("soften", "closed", outcome="measure", text="milder", by=ZOE, **rests)
    assert log.case is not None
    assert log.case.decision is not None
    assert (log.case.decision.penalties, log.case.decision.policies) == ((TIMEOUT,), ((RULE, TODAY),))
    gone, given = said
    assert isinstance(gone, SanctionsRevoked)
    assert gone.state == "overturned"
    assert isinstance(given, SanctionOrdered)
    assert (given.sanction.id, given.sanction.appeal_until) == ("12-4-1", None)


@pytest.mark.parametrize(("move", "state"), [("uphold", "closed"), ("waive", "closed"), ("lapse", "closed")])
def test_what_stays_as_it_is_orders_nothing(move: str, state: str) -> None:
    log = Log()
    log.decided(WARN)
    log.appealed()
    assert log.write(move, state, outcome="measure", text="it stays") == []


def test_where_nobody_looks_at_an_appeal_all_is_lifted_but_a_ban_which_waits_once_more() -> None:
    log = Log()
    log.decided(TIMEOUT)
    log.appealed()
    (lifted,) = revoked(log.write("lapse", "closed", outcome="no_decision", by=None))
    assert (lifted.state, lifted.sparing) == ("lifted", ())
    log = Log()
    log.decided(BAN, TIMEOUT)
    log.appealed()
    (lifted,) = revoked(log.write("lapse", "appealed", by=None))
    assert (lifted.state, lifted.sparing) == ("lifted", ("ban",))
    assert log.write("lapse", "closed", by=None) == []


def test_a_deadline_that_only_moves_orders_nothing() -> None:
    log = Log()
    log.decided(BAN)
    log.appealed()
    assert log.write("lapse", "appealed", by=None, choice=folding.OUTAGE) == []


def test_what_is_decided_anew_takes_the_place_of_what_was_decided_before() -> None:
    log = Log()
    log.decided(TIMEOUT)
    log.appealed()
    assert log.write("remit", "escalated", text="look once more", by=ZOE) == []
    said = log.decided(WARN)
    assert [one.state for one in revoked(said)] == ["overturned"]
    assert [one.sanction.id for one in ordered(said)] == ["12-5-1"]


def test_no_decision_lifts_what_was_decided_before() -> None:
    log = Log()
    log.decided(TIMEOUT)
    log.appealed()
    log.write("remit", "escalated", text="look once more", by=ZOE)
    said = log.write("lapse", "decided", outcome="no_decision", by=None)
    assert [one.state for one in revoked(said)] == ["lifted"]


def test_imported_history_orders_nothing() -> None:
    assert Log(door="import").decided(BAN) == []


def test_nobody_is_measured_where_nobody_is_blamed() -> None:
    assert Log(respondent=None).decided(WARN) == []
