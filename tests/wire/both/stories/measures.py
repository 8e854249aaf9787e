"""Managers take measures by themselves, say why, and what a platform cannot do is told to them."""

from datetime import timedelta

from tests.wire.both.parity import Stage, Story

BY_HAND = "One of you can."


async def a_manager_warns(stage: Stage) -> None:
    await stage.command("Kwame", "warn", {"account": "@Said", "reason": "Please let others finish"})
    assert "Please let others finish" in stage.told("Said")
    assert stage.offered("Said", "case-appeal")
    assert "They are told first" in stage.told("Kwame")


async def a_manager_lets_somebody_only_read_until_the_time_is_over(stage: Stage) -> None:
    beyond = "time_out_member" in stage.lacks
    await stage.post("Basile", "AND NOW LISTEN")
    await stage.command("Kwame", "timeout", {"account": "@Basile", "reason": "2 h shouting"})
    assert "shouting" in stage.told("Basile")
    assert stage.may_write("Basile") == beyond
    assert (BY_HAND in stage.cards()) == beyond
    assert ("On this platform I cannot" in stage.told("Kwame")) == beyond
    await stage.wait(timedelta(hours=3))
    assert stage.may_write("Basile")
    assert (await stage.records()).sanctions == {("timeout", "ended"): 1}


async def leaving_and_coming_back_ends_nothing(stage: Stage) -> None:
    beyond = "time_out_member" in stage.lacks
    await stage.post("Basile", "Hello again")
    await stage.command("Kwame", "timeout", answers={"account": "@Basile", "length": "20 h", "reason": "Insults"})
    await stage.leave("Basile")
    await stage.come_back("Basile")
    assert stage.may_write("Basile") == beyond
    await stage.command("Kwame", "lift", {"account": "@Basile", "reason": "He has calmed down"})
    assert stage.may_write("Basile")


async def somebody_is_asked_to_leave(stage: Stage) -> None:
    beyond = "kick_member" in stage.lacks
    await stage.post("Paul", "Buy my course")
    await stage.command("Odile", "kick", answers={"account": "@Paul", "reason": "Advertising after three words"})
    assert "Are you sure?" in stage.told("Odile")
    assert stage.here("Paul")
    await stage.press("Odile", "measure-confirm")
    assert "Advertising after three words" in stage.told("Paul")
    assert stage.here("Paul") == beyond
    assert (BY_HAND in stage.cards()) == beyond
    if not beyond:
        await stage.come_back("Paul")


async def somebody_has_to_stay_away_and_is_let_in_again(stage: Stage) -> None:
    beyond = "ban_member" in stage.lacks
    told = {"account": "@Said", "length": "2 days", "reason": "Threats in private messages"}
    await stage.post("Said", "You will see")
    await stage.command("Odile", "ban", answers=told)
    await stage.press("Odile", "measure-cancel")
    assert stage.here("Said")
    await stage.command("Odile", "ban", answers=told)
    await stage.press("Odile", "measure-confirm")
    assert "Threats in private messages" in stage.told("Said")
    assert stage.here("Said") == beyond
    await stage.wait(timedelta(days=3))
    if not beyond:
        await stage.come_back("Said")
    assert stage.may_write("Said")
    assert (await stage.records()).sanctions == {("ban", "ended"): 1}


STORIES: tuple[Story, ...] = (
    a_manager_warns,
    a_manager_lets_somebody_only_read_until_the_time_is_over,
    leaving_and_coming_back_ends_nothing,
    somebody_is_asked_to_leave,
    somebody_has_to_stay_away_and_is_let_in_again,
)
