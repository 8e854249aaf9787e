"""Which wording of a rule governs: that of the facts, unless today's is milder."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.lines import Penalty, PenaltyName
from bot.cases.rungs import Rule, Rung
from bot.facts import Fact, FactKey, FileFact, WordingFact, wording_key
from bot.ids import IncidentId, PolicyId, RevisionId
from bot.locales import LOCALES
from bot.measures import penalties, wordings
from bot.measures.ladder import next_step
from bot.measures.wordings import Governed
from bot.pipeline.facts import FactCache
from bot.records import IncidentOpened, Measure
from bot.settings import Settings
from bot.views import Bilingual, Phrase
from bot.wording import say
from tests.unit.measures.made import RULE, file, sanction
from tests.unit.moderation.playing import BASILE, NOW, SPACE, STRICT, written

OTHER = PolicyId("ours/spam")
HELD, TODAY = RevisionId("held-then"), RevisionId("today")
REMIND, WARN, REMOVE = (Penalty(name=name) for name in ("remind", "warn", "remove"))
HOUR, DAY = (Penalty(name="timeout", seconds=seconds) for seconds in (3600, 86400))
TITLE = Bilingual("Insults", "Insultes")


def rung(*steps: Penalty, at: int = 1) -> Rung:
    return Rung(at=at, within=timedelta(days=366), penalties=steps)


def rule(revision: RevisionId, *rungs: Rung) -> Rule:
    return Rule(revision, TITLE, rungs)


def judged(then: dict[PolicyId, Rule | None], today: dict[PolicyId, Rule], files: Sequence[FileFact] = ()) -> Governed:
    """What governs a matter about rules that were pinned as they read then; None: nobody kept that wording."""
    settings = Settings(replace(written(), rules=today))
    pins = tuple((policy, one.revision if one else HELD) for policy, one in then.items())
    kept: dict[FactKey, Fact | None] = {
        wording_key(revision): WordingFact(rule=one) if (one := then[policy]) else None for policy, revision in pins
    }
    facts = FactCache()
    facts.learn({key: kept[key] for key in wordings.needs(pins, settings)})
    return wordings.governed(pins, files, settings, facts, NOW)


def alone(then: Rung | None, today: Rung | None) -> Governed:
    """One rule, then and today; None: it is not in force today."""
    now = {RULE: rule(TODAY, today)} if today is not None else {}
    return judged({RULE: rule(HELD, *([then] if then else []))}, now)


def keys(found: Governed) -> list[str]:
    return [one.key for one in found.said]


def words(found: Governed, locale: str = "en") -> str:
    return " ".join(say(one, locale, STRICT) for one in found.said)  # type: ignore[arg-type]


def taken(found: Governed) -> tuple[Penalty, ...]:
    assert found.step is not None
    return found.step.penalties


def test_a_rule_that_still_reads_as_it_did_governs_and_nothing_is_said_of_it() -> None:
    same = rule(TODAY, rung(HOUR))
    found = judged({RULE: same}, {RULE: same})
    assert (taken(found), found.pins, found.said) == ((HOUR,), ((RULE, TODAY),), ())


def test_without_any_rule_the_usual_step_comes_next() -> None:
    found = judged({}, {})
    assert (taken(found), found.pins, found.said) == ((WARN,), (), ())


def test_the_wording_that_held_then_governs_where_today_is_harsher() -> None:
    found = alone(rung(REMIND), rung(REMOVE, HOUR))
    assert (taken(found), found.pins) == ((REMIND,), ((RULE, HELD),))
    assert words(found) == (
        "The rule has changed since: then a reminder, today a timeout for an hour with the message taken down. "
        "The milder one counts: as it was then."
    )
    assert "alors un rappel, aujourd'hui un silence d'une heure avec retrait du message" in words(found, "fr")


def test_todays_governs_where_it_is_milder() -> None:
    found = alone(rung(DAY), rung(HOUR))
    assert (taken(found), found.pins) == ((HOUR,), ((RULE, TODAY),))
    assert words(found).endswith(
        "then a timeout for a day, today a timeout for an hour. The milder one counts: today's."
    )


def test_where_neither_is_milder_the_one_that_held_then_governs() -> None:
    found = alone(rung(WARN), rung(REMOVE))
    assert (taken(found), found.pins) == ((WARN,), ((RULE, HELD),))
    assert words(found).endswith("Neither is milder, so the rule counts as it was then.")
    found = alone(rung(WARN), rung(WARN))
    assert (found.pins, keys(found)) == (((RULE, HELD),), ["measure-changed-same"])


def test_a_wording_without_steps_leads_to_the_usual_ones() -> None:
    found = alone(None, rung(HOUR))
    assert (taken(found), found.pins) == ((WARN,), ((RULE, HELD),))


def test_no_measure_rests_on_a_rule_that_is_not_in_force_today() -> None:
    found = alone(rung(DAY), None)
    assert (found.step, found.pins, keys(found)) == (None, (), ["measure-rules-gone"])


def test_of_several_rules_those_that_are_in_force_remain() -> None:
    same = rule(TODAY, rung(HOUR))
    found = judged({RULE: rule(HELD, rung(DAY)), OTHER: same}, {OTHER: same})
    assert (taken(found), found.pins) == ((HOUR,), ((OTHER, TODAY),))
    assert words(found) == "ours/insults isn't in force any more, so no measure can rest on it."


def test_where_nobody_kept_the_wording_todays_governs_and_that_is_said() -> None:
    found = judged({RULE: None}, {RULE: rule(TODAY, rung(DAY))})
    assert (taken(found), found.pins, keys(found)) == ((DAY,), ((RULE, TODAY),), ["measure-wording-lost"])


def test_only_what_reads_otherwise_today_is_asked_for() -> None:
    settings = Settings(replace(written(), rules={RULE: rule(TODAY), OTHER: rule(TODAY)}))
    pins = ((RULE, TODAY), (OTHER, HELD), (PolicyId("gone/gone"), HELD))
    assert list(wordings.needs(pins, settings)) == [wording_key(HELD)]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", get_args(PenaltyName))
@pytest.mark.parametrize("seconds", [None, 45, 60, 7200, 86_400, 3 * 86_400])
def test_every_step_has_words(locale: str, name: PenaltyName, seconds: int | None) -> None:
    found = alone(rung(Penalty(name=name, seconds=seconds)), rung(Penalty(name="remind", seconds=1)))
    assert "{" not in words(found, locale)


STEPS = st.lists(
    st.builds(
        Penalty,
        name=st.sampled_from(get_args(PenaltyName)),
        seconds=st.sampled_from([None, 60, 3600, 86_400]),
    ),
    max_size=3,
).map(tuple)
LADDERS = st.lists(
    st.builds(
        Rung, at=st.integers(1, 4), within=st.sampled_from([timedelta(hours=1), timedelta(days=60)]), penalties=STEPS
    ),
    max_size=3,
).map(lambda found: tuple(sorted(found, key=lambda one: one.at)))
FILES = st.lists(st.tuples(st.integers(0, 40), st.sampled_from([(), (RULE,), (OTHER,), (RULE, OTHER)])), max_size=5)


@given(st.lists(LADDERS, min_size=2, max_size=2), st.lists(LADDERS, min_size=2, max_size=2), FILES)
def test_property_16_what_governs_is_never_harsher_than_what_either_wording_leads_to(
    then: list[tuple[Rung, ...]], today: list[tuple[Rung, ...]], earlier: list[tuple[int, tuple[PolicyId, ...]]]
) -> None:
    known = file(
        *(
            sanction(number=number, at=NOW - timedelta(days=days), policies=tuple((one, HELD) for one in about))
            for number, (days, about) in enumerate(earlier, 1)
        )
    )
    before, after = (
        {
            policy: rule(RevisionId(f"{name}-{policy}"), *ladder)
            for policy, ladder in zip((RULE, OTHER), both, strict=True)
        }
        for name, both in (("then", then), ("today", today))
    )
    found = judged({**before}, after, [known])
    settings = Settings(written())
    own = [next_step([known], settings, NOW, (RULE, OTHER), rules).penalties for rules in (before, after)]
    assert not any(penalties.milder(one, taken(found)) for one in own)
    held = found.pins == tuple((policy, one.revision) for policy, one in before.items())
    assert taken(found) == own[0 if held else 1]
    assert held == (not penalties.milder(own[1], own[0]))
    if penalties.harsher(own[0], own[1]) and not penalties.harsher(own[1], own[0]):
        assert taken(found) == own[1]


def opened(*measures: str, origin: str = "policy") -> IncidentOpened:
    return IncidentOpened(
        incident=IncidentId("i1"),
        origin=origin,  # type: ignore[arg-type]
        at=NOW,
        space=SPACE,
        account=BASILE,
        policies=(RULE,),
        measures=tuple(Measure(name=one) for one in measures),
    )


@pytest.mark.parametrize(
    ("done", "today", "said"),
    [
        (opened("remove"), {"alert"}, True),
        (opened("remove"), None, True),
        (opened("ask"), {"alert"}, True),
        (opened("ask"), {"remove"}, False),
        (opened("remove", "timeout"), {"remove"}, False),
        (opened(), {"alert"}, False),
        (opened("remove", origin="hand"), None, False),
    ],
)
def test_whoever_looks_again_hears_where_nothing_of_it_would_be_done_today(
    done: IncidentOpened, today: set[str] | None, said: bool
) -> None:
    rules = {} if today is None else {RULE: Rule(TODAY, TITLE, acts=frozenset(today))}
    found = tuple(wordings.outdated(done, Settings(replace(written(), rules=rules))))
    assert found == ((Phrase("measure-changed-nothing"),) if said else ())
