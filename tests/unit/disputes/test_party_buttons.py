"""Every button that anybody is shown does something, for whoever is shown it."""

from collections.abc import Iterator

import pytest

from bot.cases.lines import Penalty
from bot.cases.states import Move
from bot.catalogue.declared import CATALOGUE
from bot.commands import Level
from bot.disputes.act import Act
from bot.disputes.told import letters, parties, party_acts, party_buttons
from bot.events import ButtonPressed, FormSubmitted
from bot.ids import AccountId, EventId
from bot.views import Card
from tests.unit.disputes.hearing import ADA, BEN, INES, JURORS, REMINDER, ZOE, Hearing, large, opening, pressed
from tests.unit.moderation.playing import NOW, SPACE, keys

MOVES: dict[str, Move] = {
    "party-consent": "consent",
    "party-decline": "decline",
    "party-offer": "offer",
    "party-agree": "agree",
    "party-leave": "leave",
    "party-share": "share",
    "party-answer": "answer",
    "party-done": "done",
    "party-breach": "breach",
    "party-higher": "escalate",
    "case-appeal": "appeal",
    "party-waive": "waive",
    "party-withdraw": "withdraw",
    "party-survey": "survey",
    "party-request": "request",
    "circle-seat": "seat",
    "circle-decline": "seat",
    "circle-challenge": "challenge",
    "ballot": "ballot",
    "ballot-retract": "retract",
    "mediator-carry": "carry",
    "appeal-take": "take",
    "appeal-uphold": "uphold",
    "appeal-soften": "soften",
    "appeal-overturn": "overturn",
    "appeal-remit": "remit",
    "case-recuse": "recuse",
}


def sent(form: str, by: AccountId, **values: str) -> FormSubmitted:
    return FormSubmitted(
        id=EventId("sent"),
        space=SPACE,
        at=NOW,
        account=by,
        channel=None,
        form=form,
        values=tuple(values.items()),
        about="12",
    )


def a_long_story() -> Iterator[Hearing]:
    """A case in the profile `large` that comes through every state, as it stands each time."""
    hearing = Hearing(large())
    hearing.begin()
    yield hearing
    for move, by, more in (
        ("claim", INES, {}),
        ("ask", INES, {"text": "Since when?"}),
        ("answer", ADA, {"text": "Since spring."}),
        ("invite", INES, {}),
        ("consent", ADA, {}),
        ("consent", BEN, {}),
        ("share", ADA, {}),
        ("offer", ADA, {"text": "No jokes."}),
        ("agree", BEN, {"choice": "1"}),
        ("done", ADA, {}),
        ("breach", BEN, {"text": "She did."}),
        ("escalate", INES, {"text": "No way on."}),
        ("empanel", ZOE, {}),
    ):
        hearing.does(move, by, **more)  # type: ignore[arg-type]
        yield hearing
    circle = hearing.it.circle
    assert circle is not None
    hearing.does("seat", circle.seated[0], choice="come")
    yield hearing
    for juror in circle.seated:
        hearing.does("ballot", juror, choice="measure")
    yield hearing
    hearing.waits()
    hearing.does("claim", ZOE)
    yield hearing
    hearing.does("decide", ZOE, text="The circle said so.", outcome="measure", penalties=REMINDER)
    yield hearing
    hearing.does("waive", ADA)
    yield hearing
    hearing.does("appeal", BEN, text="Unheard.")
    yield hearing
    hearing.waits()
    yield hearing
    hearing.does("survey", ADA, choice="yes/no")
    yield hearing
    hearing.does("request", BEN, text="Somebody else saw it.")
    yield hearing


def test_everybody_is_offered_what_they_can_do_and_nothing_else() -> None:
    states = set()
    for hearing in a_long_story():
        states.add(hearing.it.state)
        for account in (ADA, BEN, *JURORS):
            offered = {MOVES[one.id.partition(":")[0]] for one in party_buttons.offered(hearing.it, account)}
            possible = hearing.can(account)
            assert offered <= possible, (hearing.it.state, account, offered - possible)
            missing = possible - offered - {"note", "join"}
            later = {"ballot"} if "seat" in offered else {"consent", "decline", "seat", "answer"}
            assert missing <= later, (hearing.it.state, account, missing)
    assert states >= {"open", "triage", "waiting", "mediation", "settled", "escalated", "voting", "deciding", "decided"}
    assert states >= {"appealed", "closed"}


def test_after_a_week_of_talking_more_can_be_done() -> None:
    hearing = Hearing(opening())
    hearing.begin()
    for move, by in (("claim", INES), ("invite", INES), ("consent", ADA), ("consent", BEN)):
        hearing.does(move, by)  # type: ignore[arg-type]
    assert not {"party-done:12", "party-higher:12"} & {one.id for one in party_buttons.offered(hearing.it, ADA)}
    hearing.waits()
    offered = {MOVES[one.id.partition(":")[0]] for one in party_buttons.offered(hearing.it, ADA)}
    assert {"done", "escalate"} <= offered <= hearing.can(ADA)


def test_somebody_who_said_rather_not_can_think_again_and_nobody_else_learns_of_it() -> None:
    hearing = Hearing(opening())
    hearing.begin()
    hearing.does("claim", INES)
    hearing.does("invite", INES)
    hearing.does("decline", ADA)
    assert "party-consent:12" in {one.id for one in party_buttons.offered(hearing.it, ADA)}
    assert "party-consent:12" not in {one.id for one in party_buttons.offered(hearing.it, BEN)}
    hearing.does("consent", ADA)
    assert "party-consent:12" in {one.id for one in party_buttons.offered(hearing.it, BEN)}


def test_the_team_is_offered_what_it_can_do_towards_the_parties() -> None:
    seen: set[str] = set()
    for hearing in a_long_story():
        for account in (INES, ZOE):
            shown = party_buttons.of_team(hearing.it, hearing.can(account))
            seen |= {one.id.partition(":")[0] for one in shown}
            assert {MOVES[one.id.partition(":")[0]] for one in shown} <= hearing.can(account)
    assert {"mediator-carry", "party-offer", "party-leave"} <= seen


@pytest.mark.parametrize("action", sorted(MOVES))
def test_every_button_is_declared_and_means_its_move(action: str) -> None:
    entry = CATALOGUE.action(action)
    assert entry is not None
    hearing = Hearing(large())
    hearing.begin()
    for move, by in (("claim", INES), ("escalate", INES), ("empanel", ZOE)):
        hearing.does(move, by)  # type: ignore[arg-type]
    if entry.form is None:
        more = {"party-agree": ":2", "ballot": ":talk", "circle-challenge": ":1.0"}.get(action, "")
        assert action in parties.ACTIONS
        said = parties.acted(pressed(f"{action}:12{more}", ADA), hearing.it, hearing.scene(ADA))
    else:
        filled = {"text": "words", "sure": "yes", "fair": "yes", "clear": "no", "to": "opener", "what": "timeout-1h"}
        assert entry.form in parties.FORMS
        said = parties.acted(sent(entry.form, ADA, **filled), hearing.it, hearing.scene(ADA))
    assert isinstance(said, Act)
    assert said.move == MOVES[action]
    assert said.by == ADA


def test_a_yes_belongs_to_the_version_on_its_button() -> None:
    hearing = Hearing(opening())
    hearing.begin()
    said = party_acts.acted(pressed("party-agree:12:2", ADA), hearing.it)
    assert isinstance(said, Act)
    assert said.choice == "2"


def test_words_are_carried_to_whom_they_are_for() -> None:
    hearing = Hearing(opening())
    hearing.begin()
    for to, whom in (("opener", ADA), ("respondent", BEN)):
        said = party_acts.acted(sent("mediator-carry", INES, to=to, text="She felt small."), hearing.it)
        assert isinstance(said, Act)
        assert (said.account, said.text) == (whom, "She felt small.")


@pytest.mark.parametrize("form", ["party-waive", "party-withdraw"])
def test_whoever_is_not_sure_changes_nothing(form: str) -> None:
    hearing = Hearing(opening())
    hearing.begin()
    said = party_acts.acted(sent(form, ADA, sure="no"), hearing.it)
    assert isinstance(said, Card)
    assert keys(said) == ["party-not-sure"]


def test_nonsense_on_a_button_changes_nothing() -> None:
    hearing = Hearing(opening())
    hearing.begin()
    for asked in (
        pressed("ballot:12:hang-them", ADA),
        pressed("ballot:12", ADA),
        pressed("circle-challenge:12:9.9", ADA),
        pressed("circle-challenge:12:x", ADA),
        sent("party-survey", ADA, fair="perhaps", clear="yes"),
        sent("appeal-soften", INES, what="ban", text="no"),
        sent("appeal-soften", INES, what="kick-1h", text="no"),
    ):
        if isinstance(asked, ButtonPressed) or asked.form != "appeal-soften" or dict(asked.values)["what"] != "ban":
            assert isinstance(party_acts.acted(asked, hearing.it), Card), asked


def test_something_milder_has_its_name_and_its_length() -> None:
    hearing = Hearing(opening())
    hearing.begin()
    said = party_acts.acted(sent("appeal-soften", INES, what="timeout-3d", text="A week is too long."), hearing.it)
    assert isinstance(said, Act)
    assert said.penalties == (Penalty(name="timeout", seconds=3 * 86_400),)


def test_what_is_for_the_team_is_for_nobody_else() -> None:
    for action in ("take", "uphold", "soften", "overturn", "remit"):
        entry = CATALOGUE.action(f"appeal-{action}")
        assert entry is not None
        assert entry.level > Level.MEMBER


def test_every_move_of_the_parties_has_a_writer_or_an_answer() -> None:
    silent = {"survey", "ballot", "retract", "request"}
    assert set(MOVES.values()) - set(letters.WRITERS) == silent
