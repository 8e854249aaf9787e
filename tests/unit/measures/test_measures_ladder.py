"""The next graduated step, where it comes from, and what counts for it."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.lines import Penalty
from bot.cases.rungs import Rule, Rung
from bot.facts import SETTINGS_KEY, SettingsFact
from bot.ids import CaseId, SanctionId
from bot.measures.ladder import next_step, remembered
from bot.settings import LADDER, USUAL_LADDER, Settings
from bot.views import Bilingual
from bot.wording import say
from tests.unit.measures.made import RULE, WORDING, brief, file, sanction
from tests.unit.moderation.playing import NOW, STRICT, ZOE, set_in_chat, written

HOUR, DAY = 3600, 86400
STEPS = (
    Rung(at=1, within=timedelta(days=366), penalties=(Penalty(name="remind"),)),
    Rung(at=2, within=timedelta(days=30), penalties=(Penalty(name="remove"), Penalty(name="timeout", seconds=HOUR))),
)


def settings(*rungs: Rung, **values: str) -> Settings:
    rules = {RULE: Rule(WORDING, Bilingual("Insults", "Insultes"), rungs)}
    fact = set_in_chat(**values)[SETTINGS_KEY] if values else None
    assert fact is None or isinstance(fact, SettingsFact)
    return Settings(replace(written(), rules=rules), fact)


@pytest.mark.parametrize("times", range(6))
def test_without_a_ladder_of_a_policy_the_usual_steps_are_climbed_and_the_last_one_stays(times: int) -> None:
    known = file(*(sanction(number=number) for number in range(1, times + 1)))
    step = next_step([known], settings(), NOW)
    assert step.penalties == (USUAL_LADDER[min(times, 3)],)
    assert (step.time, step.policy, step.within) == (times + 1, None, timedelta(days=90))


def test_the_team_may_have_steps_of_its_own() -> None:
    said = settings(**{LADDER: json.dumps([["remind", None], ["timeout", 600]])})
    assert next_step([], said, NOW).penalties == (Penalty(name="remind"),)
    assert next_step([file(sanction())], said, NOW).penalties == (Penalty(name="timeout", seconds=600),)


def test_about_a_policy_with_a_ladder_its_steps_are_taken_and_only_what_is_about_it_counts() -> None:
    ours = settings(*STEPS)
    about = sanction(policies=((RULE, WORDING),))
    other = sanction(number=2)
    assert next_step([file(other)], ours, NOW, [RULE]).penalties == STEPS[0].penalties
    step = next_step([file(about, other)], ours, NOW, [RULE])
    assert (step.penalties, step.time, step.policy) == (STEPS[1].penalties, 2, RULE)


def test_what_lies_outside_of_the_window_of_a_step_does_not_count_for_it() -> None:
    old = sanction(policies=((RULE, WORDING),), at=NOW - timedelta(days=31))
    assert next_step([file(old)], settings(*STEPS), NOW, [RULE]).penalties == STEPS[0].penalties


def test_a_policy_whose_step_falls_upon_nobody_leaves_it_to_the_usual_steps() -> None:
    silent = Rung(at=1, within=timedelta(days=366), penalties=())
    assert next_step([], settings(silent), NOW, [RULE]).penalties == (USUAL_LADDER[0],)


def test_what_is_on_file_expires_by_the_day_that_was_set_when_it_was_given() -> None:
    long_ago = NOW - timedelta(days=89)
    shorter = settings(on_file_days="30")
    assert len(remembered([file(sanction(at=long_ago))], NOW)) == 1
    assert next_step([file(sanction(at=long_ago))], shorter, NOW).time == 2
    assert remembered([file(sanction(at=NOW - timedelta(days=90)))], NOW) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"state": "overturned"},
        {"state": "lifted"},
        {"state": "failed"},
        {"interim": True},
        {"on_file_until": None},
    ],
)
def test_what_was_a_mistake_or_never_came_about_or_only_held_meanwhile_is_no_step(change: dict[str, object]) -> None:
    assert remembered([file(replace(sanction(), **change))], NOW) == ()  # type: ignore[arg-type]


def test_while_somebody_looks_at_it_afresh_it_does_not_count() -> None:
    assert remembered([file(sanction(), cases=(brief(1, "appealed"),))], NOW) == ()
    assert len(remembered([file(sanction(), cases=(brief(1, "closed"),))], NOW)) == 1


def test_two_measures_of_one_decision_are_one_time() -> None:
    both = file(sanction("remove"), replace(sanction("timeout", seconds=HOUR), id=SanctionId("1-2-2")))
    assert next_step([both], settings(), NOW).time == 2


def test_all_accounts_of_a_person_are_read_together() -> None:
    other = replace(sanction(number=2), account=ZOE, case=CaseId("2"))
    assert next_step([file(sanction()), file(other, account=ZOE)], settings(), NOW).time == 3


@pytest.mark.parametrize("times", range(5))
@pytest.mark.parametrize("policies", [[], [RULE]])
def test_why_a_step_is_offered_is_said_in_both_languages(times: int, policies: list[str]) -> None:
    known = file(*(sanction(number=one, policies=((RULE, WORDING),)) for one in range(1, times + 1)))
    step = next_step([known], settings(*STEPS), NOW, policies)  # type: ignore[arg-type]
    english, french = (say(step.why, locale, STRICT) for locale in ("en", "fr"))
    if times == 1:
        assert "second time" in english
        assert "deuxième fois" in french
    assert ("ours/insults" in english) == bool(policies)
