"""Who may take what upon whom."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, get_args

import pytest

from bot.cases.lines import PenaltyName
from bot.commands import Level
from bot.ids import SanctionId
from bot.measures.levels import REQUIRES, Side, barred
from tests.unit.measures.made import brief, file, sanction
from tests.unit.moderation.playing import BASILE, INES, KWAME, NOW, ZOE


def side(account: Any, level: Level = Level.MEMBER, **more: Any) -> Side:
    return Side(accounts=more.pop("accounts", (account,)), level=level, **more)


def why(manager: Side, target: Side, name: PenaltyName = "warn") -> str | None:
    said = barred(manager, target, [name], NOW)
    return said.key if said is not None else None


def test_every_measure_takes_a_level() -> None:
    assert set(REQUIRES) == set(get_args(PenaltyName))


@pytest.mark.parametrize("name", get_args(PenaltyName))
@pytest.mark.parametrize("level", [Level.MEMBER, Level.HELPER, Level.MODERATOR, Level.SENIOR, Level.OWNER])
def test_nobody_takes_what_is_above_their_level(name: Any, level: Level) -> None:
    refused = why(side(KWAME, level), side(BASILE), name) is not None
    assert refused == (level < REQUIRES[name])


@pytest.mark.parametrize("theirs", [Level.HELPER, Level.MODERATOR, Level.SENIOR])
def test_nobody_measures_somebody_of_the_same_level_or_above(theirs: Level) -> None:
    said = why(side(KWAME, Level.MODERATOR), side(BASILE, theirs))
    assert said == (None if theirs < Level.MODERATOR else "measure-not-above")


def test_nobody_measures_themselves_with_any_account_nor_a_program() -> None:
    assert why(side(KWAME, Level.SENIOR), side(ZOE, accounts=(ZOE, KWAME))) == "measure-not-oneself"
    assert why(side(KWAME, Level.SENIOR), side(BASILE, bot=True)) == "measure-not-bot"


def test_two_who_were_at_odds_lately_do_not_judge_each_other() -> None:
    quarrel = brief(7, kind="dispute")
    manager = side(KWAME, Level.SENIOR, files=(file(account=KWAME, cases=(quarrel,)),))
    assert why(manager, side(BASILE, files=(file(cases=(quarrel,)),))) == "measure-not-conflict"
    assert why(manager, side(BASILE, files=(file(cases=(brief(8, kind="dispute"),)),))) is None
    old = quarrel._replace(opened_at=NOW - timedelta(days=91))
    settled = side(KWAME, Level.SENIOR, files=(file(account=KWAME, cases=(old,)),))
    assert why(settled, side(BASILE, files=(file(cases=(old,)),))) is None


def test_whom_somebody_measured_lately_cannot_measure_them() -> None:
    upon = replace(sanction(), id=SanctionId("9-2-1"), account=KWAME, by=BASILE)
    manager = side(KWAME, Level.SENIOR, files=(file(upon, account=KWAME),))
    assert why(manager, side(BASILE)) == "measure-not-conflict"
    assert why(manager, side(INES)) is None


def test_whoever_reminded_somebody_may_do_so_again() -> None:
    mine = brief(3, kind="measure")
    manager = side(KWAME, Level.MODERATOR, files=(file(account=KWAME, cases=(mine,)),))
    assert why(manager, side(BASILE, files=(file(sanction(), cases=(mine,)),))) is None
