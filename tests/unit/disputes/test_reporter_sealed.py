"""Property 19: what respondent, circle and team read of the letters is the same, byte for byte, whoever reported."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from bot import codec
from bot.cases.case import Case
from bot.cases.folding import NO_CONTACT
from bot.cases.states import Concern
from bot.disputes.told import parties, party_standing
from bot.ids import AccountId
from tests.unit.disputes.hearing import (
    BEN,
    INES,
    KWAME,
    REMINDER,
    REPORTERS,
    ZOE,
    Hearing,
    evidence,
    large,
    personal,
)
from tests.unit.moderation.playing import words

CONCERNS: tuple[Concern, ...] = ("hurt", "harassment", "threat", "sexual", "minor", "danger", "other")


def told(reporters: list[AccountId], concern: Concern, *, spoken: str) -> list[str]:
    """Everything that letters say in a case that these people reported, from the first word to the last."""
    report = large(kind="report", opener=None, reporter=reporters[0], concern=concern, text=spoken)
    hearing = Hearing(report)
    effects = hearing.begin()
    for other in reporters[1:]:
        effects += hearing.does("join", other, evidence=evidence(), text="me too")
    effects += hearing.does("claim", INES)
    effects += hearing.does("ask", INES, account=BEN, text="What happened?")
    effects += hearing.does("answer", BEN, text="A joke.")
    effects += hearing.does("restrain", INES, choice=NO_CONTACT, text="Until it is clear.")
    effects += hearing.does("escalate", INES, text="Too close to call.")
    effects += hearing.does("empanel", ZOE)
    circle = hearing.it.circle
    assert circle is not None
    for juror in circle.seated:
        effects += hearing.does("seat", juror, choice="come")
        effects += hearing.does("ballot", juror, choice="measure")
    effects += hearing.waits()
    effects += hearing.does("claim", ZOE)
    effects += hearing.does("decide", ZOE, text="The circle said so.", outcome="measure", penalties=REMINDER)
    effects += hearing.does("appeal", BEN, text="Unheard.")
    effects += hearing.does("take", KWAME)
    effects += hearing.does("overturn", KWAME, text="It was a joke.")
    seen = [codec.dump_effect(one) for one in effects if getattr(one, "account", None) not in reporters]
    assert not [one for one in effects if getattr(one, "account", None) in reporters and one.kind == "send_direct"]
    return seen + list(_standing(hearing, hearing.it)) + [words(card, "fr") for _, card in personal(effects)]


def _standing(hearing: Hearing, case: Case) -> Iterator[str]:
    yield words(party_standing.standing(case, BEN, hearing.scene(BEN)))
    yield repr(sorted(parties.people(case)))


BASE = {concern: told([REPORTERS[0]], concern, spoken="He is mean.") for concern in CONCERNS}


@settings(max_examples=40)
@given(st.sampled_from(REPORTERS), st.sampled_from(CONCERNS), st.text(min_size=1, max_size=40))
def test_19_letters_are_byte_identical_whoever_reported_and_whatever_they_wrote(
    reporter: AccountId, concern: Concern, spoken: str
) -> None:
    assert told([reporter], concern, spoken=spoken) == BASE[concern]


@settings(max_examples=20)
@given(st.permutations(REPORTERS), st.integers(min_value=2, max_value=4))
def test_19_letters_do_not_tell_who_joined_a_report(order: list[AccountId], many: int) -> None:
    assert told(order[:many], "hurt", spoken="x") == told(list(REPORTERS[:many]), "hurt", spoken="x")


def test_19_the_comparison_sees_what_it_shall_see() -> None:
    assert told([REPORTERS[0]], "hurt", spoken="x") != told(list(REPORTERS[:2]), "hurt", spoken="x")
    assert len(BASE["hurt"]) > 20
    assert any("Read the manual" in one for one in BASE["hurt"])
