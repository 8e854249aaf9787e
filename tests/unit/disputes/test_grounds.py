"""What a measure in a case may rest on, and what whoever decides reads of it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.cases.case import Appeal, Case, Decision
from bot.cases.lines import Evidence, Opening, Penalty
from bot.cases.rungs import Rule, Rung
from bot.disputes import grounds
from bot.disputes.act import Act
from bot.disputes.desk import offering
from bot.disputes.doors import naming
from bot.disputes.scene import Scene
from bot.facts import (
    Fact,
    FactKey,
    FileFact,
    IncidentFact,
    MemberFact,
    WordingFact,
    account_key,
    file_key,
    incident_key,
    member_key,
    wording_key,
)
from bot.ids import CaseId, IncidentId, MemberId, PolicyId, RevisionId
from bot.measures.wordings import Pins
from bot.pipeline.facts import FactCache
from bot.records import IncidentOpened, Measure
from bot.rooms import Moment
from bot.settings import Settings
from bot.views import Bilingual, Button, Card, Verbatim
from tests.unit.measures.made import file, sanction
from tests.unit.moderation.playing import BASILE, KWAME, NOW, SPACE, ZOE, keys, somebody, written

RULE, OTHER = PolicyId("ours/insults"), PolicyId("ours/spam")
HELD, TODAY = RevisionId("held-then"), RevisionId("today")
WARN, REMIND, BAN = (Penalty(name=name) for name in ("warn", "remind", "ban"))
DAY = Penalty(name="timeout", seconds=86_400)
MEMBER = MemberId("m-basile")
PINS: Pins = ((RULE, HELD),)


def rule(revision: RevisionId, *steps: Penalty) -> Rule:
    ladder = (
        Rung(at=1, within=timedelta(days=30), penalties=steps),
        Rung(at=2, within=timedelta(days=30), penalties=(BAN,)),
    )
    return Rule(revision, Bilingual("Insults", "Insultes"), ladder)


def scene(*today: Rule, then: Rule | None = None, on_file: FileFact | None = None, **known: Fact) -> Scene:
    """A rule as it reads today, where it is in force, and as it read at the facts."""
    facts = FactCache()
    learned: dict[FactKey, Fact | None] = {
        account_key(BASILE): somebody(BASILE, member=MEMBER),
        member_key(MEMBER): MemberFact(member=MEMBER, accounts=(BASILE,)),
        file_key(BASILE): on_file or file(),
        wording_key(HELD): WordingFact(rule=then) if then else None,
        incident_key(IncidentId("i1")): known.get("incident"),
    }
    facts.learn(learned)
    rules = {RULE: today[0], OTHER: rule(TODAY, WARN)} if today else {OTHER: rule(TODAY, WARN)}
    return Scene(settings=Settings(replace(written(), rules=rules)), facts=facts, at=Moment(NOW, 1))


def case(**more: Any) -> Case:
    opening = {"kind": "report", "door": "policy", "space": SPACE, "respondent": BASILE, "policies": PINS}
    opening |= more.pop("opening", {})
    usual: dict[str, Any] = {"id": CaseId("12"), "state": "triage", "since": NOW, "opened_at": NOW, "due_at": None}
    return Case(**{**usual, "opening": Opening(**opening), **more})  # type: ignore[arg-type]


def decide(*penalties: Penalty, text: str = "", policies: Pins = ()) -> Act:
    return Act(move="decide", by=KWAME, penalties=penalties, text=text, policies=policies)


def resting(act: Act, here: Scene, about: Case | None = None) -> Pins:
    return grounds.rested(act, about or case(), here).policies


@pytest.mark.parametrize(("then", "today", "governs"), [(REMIND, DAY, HELD), (DAY, REMIND, TODAY), (WARN, WARN, HELD)])
def test_a_decision_rests_on_the_wording_that_governs(then: Penalty, today: Penalty, governs: RevisionId) -> None:
    here = scene(rule(TODAY, today), then=rule(HELD, then))
    assert resting(decide(BAN), here) == ((RULE, governs),)
    assert resting(decide(BAN, policies=((RULE, TODAY),)), here) == ((RULE, governs),)
    assert naming.policies("", case(), (BAN,), here) == ((RULE, governs),)


def test_another_rule_that_is_named_counts_as_it_is_today() -> None:
    here = scene(rule(TODAY, WARN), then=rule(HELD, WARN))
    assert resting(decide(BAN, policies=((OTHER, TODAY),)), here) == ((OTHER, TODAY),)


def test_on_a_rule_that_is_in_force_no_more_nothing_rests_but_on_another_one_or_on_reasons_it_may() -> None:
    here = scene()
    assert resting(decide(WARN, policies=PINS), here) == ()
    assert grounds.gone(case(), here.settings)
    assert not grounds.gone(case(opening={"policies": ()}), here.settings)
    assert not grounds.gone(case(opening={"policies": (*PINS, (OTHER, HELD))}), here.settings)
    assert resting(decide(WARN, text="three times now"), here) == ()
    assert resting(decide(WARN, policies=((OTHER, TODAY),)), here) == ((OTHER, TODAY),)
    assert resting(decide(text="it was nothing"), here) == ()


def test_criticism_needs_a_rule_that_is_in_force() -> None:
    about = case(evidence=(Evidence(author=BASILE, text="the moderators are idiots"),))
    refused = naming.policies("", about, (WARN,), scene())
    assert isinstance(refused, Card)
    assert keys(refused) == ["proposal-name-the-rule"]
    assert naming.policies(OTHER, about, (WARN,), scene()) == ((OTHER, TODAY),)
    assert naming.policies("", about, (WARN,), scene(rule(HELD, WARN))) == PINS


def test_a_case_about_no_rule_is_left_as_it_is() -> None:
    about = case(opening={"policies": ()})
    assert grounds.rested(decide(WARN), about, scene()) == decide(WARN)


def test_what_the_same_case_brought_before_is_no_earlier_time() -> None:
    before = sanction(number=12, policies=PINS)
    here = scene(rule(HELD, WARN), on_file=file(before))
    step = grounds.governed(case(), here).step
    assert step is not None
    assert (step.penalties, step.time) == ((WARN,), 1)
    here = scene(rule(HELD, WARN), on_file=file(replace(before, case=CaseId("3"))))
    step = grounds.governed(case(), here).step
    assert step is not None
    assert (step.penalties, step.time) == ((BAN,), 2)


def appealed(policies: Pins) -> Case:
    decision = Decision(at=NOW, by=KWAME, outcome="measure", reasons="", penalties=(BAN,), policies=policies)
    return case(state="appealed", decision=decision, appeal=Appeal(at=NOW, by=BASILE, text="", taken_by=ZOE))


def test_what_is_made_milder_on_appeal_rests_on_what_was_decided_where_that_is_still_in_force() -> None:
    soften = Act(move="soften", by=ZOE, penalties=(WARN,), text="milder")
    here = scene(rule(TODAY, WARN), then=rule(HELD, DAY))
    assert resting(soften, here, appealed(((OTHER, TODAY),))) == ((OTHER, TODAY),)
    assert resting(soften, here, appealed(PINS)) == ((RULE, TODAY),)
    assert resting(soften, scene(), appealed(PINS)) == ()


NOTHING = Card(body=())
BUTTON = Button(id="case-decide:12", label=Verbatim("Decide"))


def test_whoever_decides_reads_what_changed_and_the_step_of_the_wording_that_governs() -> None:
    here = scene(rule(TODAY, DAY), then=rule(HELD, REMIND))
    shown = offering.with_step(Card(body=(), buttons=(BUTTON,)), case(), here)
    assert keys(shown) == ["measure-changed", "measure-offered", "measure-step", "measure-step-policy"]
    assert shown.buttons[0].prefill == (("measure", "remind"),)


def test_of_a_rule_that_is_gone_no_step_is_offered() -> None:
    shown = offering.with_step(Card(body=(), buttons=(BUTTON,)), case(), scene())
    assert keys(shown) == ["measure-rules-gone"]
    assert shown.buttons == (BUTTON,)


def test_whoever_cannot_decide_reads_nothing_of_it_but_on_appeal_whoever_looks_afresh_does() -> None:
    here = scene(rule(TODAY, WARN), then=rule(HELD, DAY))
    assert offering.with_step(NOTHING, case(), here) == NOTHING
    assert keys(offering.with_step(NOTHING, appealed(PINS), here)) == ["measure-changed"]


@pytest.mark.parametrize(("done", "said"), [("remove", ["measure-changed-nothing"]), ("", [])])
def test_whoever_looks_at_what_was_done_without_a_person_reads_where_today_nothing_would_be(
    done: str, said: list[str]
) -> None:
    opened = IncidentOpened(
        incident=IncidentId("i1"),
        origin="policy",
        at=NOW,
        space=SPACE,
        account=BASILE,
        policies=(RULE,),
        measures=(Measure(name=done),) if done else (),
    )
    about = {"kind": "review", "door": "incident", "opener": BASILE, "respondent": None, "incident": IncidentId("i1")}
    here = scene(incident=IncidentFact(opened=opened))
    assert keys(offering.with_step(NOTHING, case(opening=about), here)) == said
