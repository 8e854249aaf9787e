"""The gate: nobody gets a command through who is not trusted with it."""

import pytest

from bot.commands import ForgetAccount, Level
from bot.effects import ReplyPrivately
from bot.facts import AccountFact, account_key
from bot.ids import AccountId, EventId, MemberId, RoleId, SpaceId, role_id
from bot.members.authority import RoleLevels
from bot.pipeline.facts import FactCache
from bot.pipeline.gate import Gate
from tests.builders import MONDAY, SPACE, someone

BOSS = role_id(SPACE, "777")


def command(caller: AccountId | None) -> ForgetAccount:
    return ForgetAccount(id=EventId("1"), space=SpaceId(SPACE), at=MONDAY, caller=caller, account=someone("bob"))


def knowing(*roles: RoleId) -> FactCache:
    facts, ada = FactCache(), someone("ada")
    known = AccountFact(account=ada, member=MemberId("m"), met_at=MONDAY, roles=roles)
    facts.learn({account_key(ada): known})
    return facts


def test_the_operator_needs_no_role() -> None:
    assert Gate(RoleLevels({})).refusal(command(None), FactCache()) is None
    assert Gate(RoleLevels({})).needs(command(None)) == frozenset()


def test_an_owner_is_not_an_operator_and_is_told_so_privately() -> None:
    gate = Gate(RoleLevels({BOSS: Level.OWNER}))
    assert gate.needs(command(someone("ada"))) == {account_key(someone("ada"))}
    refusal = gate.refusal(command(someone("ada")), knowing(BOSS))
    assert refusal is not None
    assert refusal.why
    assert isinstance(refusal.effects[0], ReplyPrivately)


def test_a_role_with_the_level_opens_the_gate() -> None:
    assert Gate(RoleLevels({BOSS: Level.OPERATOR})).refusal(command(someone("ada")), knowing(BOSS)) is None


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
    assert RoleLevels({BOSS: Level.HELPER}).level(roles) is level
