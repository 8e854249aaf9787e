"""The gate: nobody gets a command through who is not trusted with it."""

import pytest

from bot.commands import ForgetAccount, Level
from bot.effects import ReplyPrivately
from bot.events import ButtonPressed, FormSubmitted
from bot.facts import SETTINGS_KEY, AccountFact, Setting, SettingsFact, account_key
from bot.ids import AccountId, EventId, MemberId, RoleId, SpaceId, role_id
from bot.pipeline.facts import FactCache
from bot.pipeline.gate import Gate
from bot.settings import Overlay, Settings, Written, level_key
from bot.views import Phrase
from tests.builders import MONDAY, SPACE, someone

BOSS = role_id(SPACE, "777")


def command(caller: AccountId | None) -> ForgetAccount:
    return ForgetAccount(id=EventId("1"), space=SpaceId(SPACE), at=MONDAY, caller=caller, account=someone("bob"))


def knowing(*roles: RoleId) -> FactCache:
    facts, ada = FactCache(), someone("ada")
    known = AccountFact(account=ada, member=MemberId("m"), met_at=MONDAY, roles=roles)
    facts.learn({account_key(ada): known, SETTINGS_KEY: None})
    return facts


def test_the_operator_needs_no_role() -> None:
    assert Gate(Overlay(Written())).refusal(command(None), FactCache()) is None
    assert Gate(Overlay(Written())).needs(command(None)) == frozenset()


def test_an_owner_is_not_an_operator_and_is_told_so_privately() -> None:
    gate = Gate(Overlay(Written(levels={BOSS: Level.OWNER})))
    assert gate.needs(command(someone("ada"))) == {account_key(someone("ada")), SETTINGS_KEY}
    refusal = gate.refusal(command(someone("ada")), knowing(BOSS))
    assert refusal is not None
    assert refusal.why
    assert isinstance(refusal.effects[0], ReplyPrivately)


def test_a_role_with_the_level_opens_the_gate() -> None:
    assert Gate(Overlay(Written(levels={BOSS: Level.OPERATOR}))).refusal(command(someone("ada")), knowing(BOSS)) is None


@pytest.mark.parametrize(
    ("roles", "level"),
    [
        ((), Level.MEMBER),
        ((role_id(SPACE, "1"),), Level.MEMBER),
        ((role_id(SPACE, "owner"),), Level.OWNER),
        ((role_id(SPACE, "admin"), BOSS), Level.SENIOR),
        ((BOSS,), Level.HELPER),
    ],
)
def test_the_highest_role_counts(roles: tuple[RoleId, ...], level: Level) -> None:
    assert Settings(Written(levels={BOSS: Level.HELPER})).level(roles) is level


def press(button: str, roles: tuple[RoleId, ...] | None = None) -> ButtonPressed:
    return ButtonPressed(
        id=EventId("p"), space=SPACE, at=MONDAY, account=someone("ada"), channel=None, button=button, roles=roles
    )


def test_the_catalogue_says_who_may_press_a_button() -> None:
    gate = Gate(Overlay(Written(levels={BOSS: Level.MODERATOR})))
    assert gate.refusal(press("incident-undo:1"), knowing()) is not None
    assert gate.refusal(press("incident-undo:1"), knowing(BOSS)) is None
    assert gate.refusal(press("incident-ask:1"), knowing()) is None


def test_the_roles_that_come_with_a_request_count_before_those_that_are_remembered() -> None:
    gate = Gate(Overlay(Written(levels={BOSS: Level.MODERATOR})))
    assert gate.refusal(press("incident-undo:1", roles=()), knowing(BOSS)) is not None
    assert gate.refusal(press("incident-undo:1", roles=(BOSS,)), knowing()) is None


def test_what_is_in_no_catalogue_is_refused_and_said() -> None:
    refusal = Gate(Overlay(Written())).refusal(press("launch-rockets"), knowing())
    assert refusal is not None
    assert refusal.why == (Phrase("road-unknown-ask"),)


def test_a_level_that_was_given_in_chat_opens_the_gate_at_once() -> None:
    facts = knowing()
    given = SettingsFact(values={level_key(someone("ada")): Setting("moderator", None, MONDAY)})
    facts.learn({SETTINGS_KEY: given})
    assert Gate(Overlay(Written())).refusal(press("incident-undo:1"), facts) is None


@pytest.mark.parametrize("name", ["owner", "admin"])
def test_nobody_rises_by_what_their_account_is_called(name: str) -> None:
    assert Settings(Written()).level((), someone(name)) is Level.MEMBER


def test_an_answer_is_no_longer_than_its_form_lets_it_be_wherever_it_comes_from() -> None:
    gate = Gate(Overlay(Written()))

    def sent(length: int) -> FormSubmitted:
        values = (("what", "hurt"), ("reason", "x" * length))
        return FormSubmitted(
            id=EventId("f"), space=SPACE, at=MONDAY, account=someone("ada"), channel=None, form="report", values=values
        )

    assert gate.refusal(sent(1000), knowing()) is None
    refusal = gate.refusal(sent(1001), knowing())
    assert refusal is not None
    assert refusal.why == (Phrase("road-too-long", (("most", 1000),)),)
