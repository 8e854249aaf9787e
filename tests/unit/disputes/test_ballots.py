"""The circle: asked and free, told what happened without names, and alone with their vote."""

from bot.disputes import circle
from bot.disputes.act import Act
from bot.disputes.told import party_acts
from bot.effects import Effect
from bot.ids import AccountId
from bot.views import Card
from tests.unit.disputes.hearing import (
    ADA,
    BEN,
    EVERYBODY,
    INES,
    REPORTERS,
    ZOE,
    Hearing,
    button_ids,
    complete,
    large,
    one_to,
    pressed,
    readers,
)
from tests.unit.moderation.playing import keys, quotes, words


def drawn(**more: object) -> tuple[Hearing, list[Effect]]:
    """A case that a circle is asked about."""
    hearing = Hearing(large(**more))
    hearing.begin()
    hearing.does("claim", INES)
    hearing.does("ask", INES, account=BEN, text="What is your side?")
    hearing.does("answer", BEN, text="She started it.")
    hearing.does("escalate", INES, text="Too close to call.")
    return hearing, hearing.does("empanel", ZOE)


def seats(hearing: Hearing) -> tuple[AccountId, ...]:
    found = hearing.it.circle
    assert found is not None
    return found.seated


def test_those_who_are_drawn_are_asked_and_free_and_the_two_read_who_they_are() -> None:
    hearing, effects = drawn()
    complete(effects)
    jurors = seats(hearing)
    assert readers(effects) == {ADA, BEN, *jurors}
    invitation = one_to(effects, jurors[0])
    assert button_ids(invitation) == ["circle-seat:12", "circle-decline:12"]
    said = words(invitation)
    for expected in ("quarter of an hour", "Nobody sees how you vote", "Not this time", "5 members"):
        assert expected in said
    assert quotes(invitation) == [], "what happened is read by those who come"
    party = one_to(effects, ADA)
    assert [one for one in button_ids(party) if one.startswith("circle-challenge")] == [
        f"circle-challenge:12:1.{place}" for place in range(5)
    ]
    assert len(party.fields) == 5


def test_whoever_comes_reads_what_happened_without_names_and_votes_with_one_press() -> None:
    hearing, _ = drawn()
    juror = seats(hearing)[0]
    effects = hearing.does("seat", juror, choice="come")
    complete(effects)
    assert readers(effects) == {juror}
    card = one_to(effects, juror)
    told = quotes(card)
    assert "Read the manual, genius." in told
    assert "He mocks me whenever I ask something." in told
    assert "She started it." in told
    said = words(card)
    assert "<Person>" not in said
    assert "The other person" in said
    assert "Member A" in said
    assert "Member B" in said
    assert button_ids(card) == [*(f"ballot:12:{one}" for one in circle.CHOICES), "circle-decline:12"]


def test_whoever_does_not_come_is_thanked_and_the_next_one_is_asked() -> None:
    hearing, _ = drawn()
    before = seats(hearing)
    effects = hearing.does("seat", before[0], choice="away")
    complete([one for one in effects if getattr(one, "account", None) != before[0]])
    (fresh,) = set(seats(hearing)) - set(before)
    assert readers(effects) == {before[0], fresh, ADA, BEN}
    assert "No problem" in words(one_to(effects, before[0]))
    assert "circle-seat:12" in button_ids(one_to(effects, fresh))
    assert "The circle has changed" in words(one_to(effects, ADA))


def test_each_side_can_have_one_replaced_and_that_says_nothing_about_them() -> None:
    hearing, _ = drawn()
    before = seats(hearing)
    act = party_acts.acted(pressed("circle-challenge:12:1.1", ADA), hearing.it)
    assert isinstance(act, Act)
    assert act.account == before[1]
    effects = hearing.does("challenge", ADA, account=act.account)
    assert "says nothing about you" in words(one_to(effects, before[1]))
    assert "the one person whom you can have replaced" in words(one_to(effects, ADA))
    assert not [one for one in button_ids(one_to(effects, ADA)) if one.startswith("circle-challenge")]
    assert [one for one in button_ids(one_to(effects, BEN)) if one.startswith("circle-challenge")]
    hearing.refuses("challenge", ADA, account=seats(hearing)[0])


def test_a_button_of_a_circle_that_changed_replaces_nobody() -> None:
    hearing, _ = drawn()
    hearing.does("challenge", ADA, account=seats(hearing)[1])
    again = party_acts.acted(pressed("circle-challenge:12:1.1", BEN), hearing.it)
    assert isinstance(again, Card)
    assert keys(again) == ["party-challenge-gone"]


def test_a_vote_is_confirmed_to_whoever_cast_it_and_to_nobody_else() -> None:
    hearing, _ = drawn()
    juror = seats(hearing)[2]
    effects = hearing.does("ballot", juror, choice="measure")
    complete(effects)
    assert readers(effects) == {juror}
    assert len(effects) == 1
    assert "only between us: for a measure" in words(one_to(effects, juror))
    changed = hearing.does("ballot", juror, choice="abstain")
    assert "you abstain" in words(one_to(changed, juror))
    assert "ballot-retract:12" in button_ids(one_to(changed, juror))
    taken_back = hearing.does("retract", juror)
    complete(taken_back)
    assert readers(taken_back) == {juror}
    assert "does not count" in words(one_to(taken_back, juror))


def test_nobody_else_can_read_anything_of_the_votes_before_the_end() -> None:
    hearing, _ = drawn()
    silent, _ = drawn()
    for juror in seats(hearing)[:4]:
        hearing.does("ballot", juror, choice="measure")
    reminded, other = hearing.reminds(), silent.reminds()
    assert readers(reminded) == set(seats(hearing)[4:])
    assert readers(other) == set(seats(silent))
    assert not {ADA, BEN, INES, ZOE} & readers(reminded)


def test_the_result_is_told_to_all_with_sums_and_without_names() -> None:
    hearing, _ = drawn()
    jurors = seats(hearing)
    for juror in jurors[:3]:
        hearing.does("ballot", juror, choice="measure")
    hearing.does("ballot", jurors[3], choice="nothing")
    effects = hearing.waits()
    complete(effects)
    assert hearing.it.state == "deciding"
    assert readers(effects) == {ADA, BEN, *jurors}
    for account in (ADA, jurors[0]):
        said = words(one_to(effects, account))
        assert "it is for a measure" in said
        assert "For a measure: 3. No further action: 1." in said
        assert "<Person>" not in said


def test_where_too_few_took_part_no_number_says_who_voted_how() -> None:
    hearing, _ = drawn()
    juror = seats(hearing)[0]
    hearing.does("ballot", juror, choice="measure")
    effects = hearing.waits()
    complete(effects)
    for account in (ADA, BEN, juror):
        said = words(one_to(effects, account))
        assert "Too few of the circle took part" in said
        assert "For a measure" not in said
    assert "nothing more is asked of you" in words(one_to(effects, juror))


def test_a_tie_passes_it_on_and_brings_no_measure() -> None:
    hearing, _ = drawn()
    jurors = seats(hearing)
    for juror, choice in zip(jurors, ("measure", "measure", "nothing", "nothing"), strict=False):
        hearing.does("ballot", juror, choice=choice)
    effects = hearing.waits()
    complete(effects)
    assert "A tie never brings a measure" in words(one_to(effects, ADA))
    assert "did not come to a clear answer" in words(one_to(effects, ADA))


def test_what_somebody_reported_is_judged_without_their_words_or_their_evidence() -> None:
    hearing, _ = drawn(kind="report", opener=None, reporter=REPORTERS[0], text="my very own words")
    juror = seats(hearing)[0]
    card = one_to(hearing.does("seat", juror, choice="come"), juror)
    assert "my very own words" not in quotes(card)
    assert "Read the manual, genius." in quotes(card)


def test_votes_never_reach_the_letters_of_anybody_else() -> None:
    hearing, _ = drawn()
    for juror in seats(hearing):
        effects = hearing.does("ballot", juror, choice="talk")
        assert readers(effects) & (set(EVERYBODY) - {juror}) == set()
