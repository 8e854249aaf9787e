"""Measures through the whole road: reasons first, each once, for as long as was said, and as if never where wrong."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.commands import LinkAccounts
from bot.ids import EventId, own_space
from bot.measures.force import FORCE
from bot.storage import tables
from bot.storage.store import Store
from bot.views import Card
from tests.builders import CHANNEL, MONDAY, message
from tests.flow.governed import TEAM, Asking, cited
from tests.flow.measures import (
    BOB,
    CLEO,
    HELPING,
    LEADING,
    MAX,
    MODERATING,
    SAM,
    SECONDING,
    Platformed,
    by_hand,
    case_log,
    joined,
    keys,
    met,
    sanctions,
    team,
    until,
)
from tests.flow.roads import COMMUNITY

pytestmark = pytest.mark.story

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BOBBING = Asking("bob", channel=None)


async def outbox(store: Store) -> list[Any]:
    """Everything that was ever wanted, in order."""
    async with store.reading() as connection:
        return list((await connection.execute(select(tables.outbox).order_by(tables.outbox.c.id))).all())


async def states(store: Store) -> dict[str, str]:
    return {one.id: one.state for one in await sanctions(store)}


def letters(platform: Platformed, account: str = BOB) -> list[list[str]]:
    """The messages of every letter to somebody."""
    return [list(keys(one)) for one in platform.felt if one.kind == "send_direct" and one.account == account]


async def chosen(store: Store, key: str, value: str) -> None:
    """A setting, as if it had been left in chat before."""
    async with store.unit() as unit:
        row = {"partition": 1, "key": key, "value": value, "author": None, "at": MONDAY}
        await unit._connection.execute(tables.settings.insert().values(row))


async def test_a_timeout_is_stated_first_then_felt_then_over(store: Store) -> None:
    platform = Platformed()
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([MODERATING.command(20, "timeout", account=BOB, reason="2 h called somebody names")])
        assert platform.kinds() == ["send_direct", "time_out_member"]
        assert platform.kinds(MAX) == ["reply_privately"]
        await until(queue, timedelta(hours=3))
        assert platform.kinds() == ["send_direct", "time_out_member", "send_direct"]
    assert await states(store) == {"1-2-1": "ended"}
    assert await case_log(store) == [("1", "open", "open"), ("1", "decide", "decided")]


@pytest.mark.parametrize("profile", ["small", "large"])
async def test_property_14_no_force_waits_in_the_outbox_without_its_statement(store: Store, profile: str) -> None:
    platform = Platformed()
    asked = [
        MODERATING.command(20, "timeout", account=BOB, reason="2 h names"),
        MODERATING.command(21, "quarantine", account=CLEO, reason="1 h names"),
        HELPING.command(22, "warn", account=BOB, reason="names"),
        LEADING.command(23, "kick", account=CLEO, reason="names"),
        LEADING.command(24, "ban", account=BOB, reason="names"),
    ]
    async with team(store, platform) as queue:
        await met(queue)
    await chosen(store, "profile", profile)
    async with team(store, platform) as queue:
        for one in asked:
            await queue.put([one])
        for number, effect in enumerate([one for one in platform.felt if one.kind == "reply_privately"], 30):
            for button in effect.card.buttons:
                if button.id.startswith("measure-confirm"):
                    await queue.put([LEADING.press(number, button.id)])
        await until(queue, timedelta(days=29))
    rows = await outbox(store)
    told: set[str] = set()
    forced = 0
    for row in rows:
        wanted = json.loads(row.payload)
        if row.kind == "send_direct" and "measure-reasons" in str(wanted):
            told.add(wanted["account"])
        if row.kind in FORCE:
            forced += 1
            assert wanted["account"] in told, row.kind
    assert forced == 4


async def test_a_ban_ends_by_itself_after_a_restart_and_once(store: Store) -> None:
    platform = Platformed()
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([LEADING.command(20, "ban", account=BOB, reason="2 days threats")])
        assert platform.kinds() == []
        button = next(one for one in platform.felt[-1].card.buttons if one.id.startswith("measure-confirm"))
        await queue.put([LEADING.press(21, button.id)])
        assert platform.kinds() == ["send_direct", "ban_member"]
        await queue.put([LEADING.press(22, button.id)])
    again = Platformed()
    async with team(store, again) as queue:
        await until(queue, 3 * DAY)
        await until(queue, 4 * DAY)
    assert again.kinds() == ["unban_member", "send_direct"]
    assert await states(store) == {"1-2-1": "ended"}


async def test_a_proposal_is_not_on_file_and_nothing_is_left_of_it(store: Store) -> None:
    platform = Platformed()
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([LEADING.command(20, "ban", account=BOB, reason="threats")])
        assert [one.state for one in await sanctions(store)] == ["proposed"]
        await queue.put([HELPING.command(21, "ladder", account=BOB)])
        assert "measure-step-usual" in list(keys(platform.felt[-1]))
        assert any(("time", 1) in text.arguments for text in platform.felt[-1].card.body)
        await until(queue, HOUR)
    assert await sanctions(store) == []
    assert platform.kinds() == []


async def test_whoever_takes_no_letters_is_told_below_the_channel_and_the_team_hears_so(store: Store) -> None:
    platform = Platformed(closed=frozenset({BOB}))
    said = message("you fool", number=7, by="bob")
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([said])
        form = MODERATING.send(20, "measure-remove", reason="an insult")
        await queue.put([replace(form, cited=cited(said))])
    kinds = [one.kind for one in platform.felt]
    assert "delete_message" in kinds
    thread = next(one for one in platform.felt if one.kind == "create_private_thread")
    assert (thread.channel, thread.members) == (CHANNEL, (BOB,))
    told = [list(keys(one)) for one in platform.felt if one.kind == "post_card"]
    assert any("measure-appeal" in one for one in told)
    assert any("measure-untold-elsewhere" in one for one in told)
    assert any("measure-untold-elsewhere" in one for one in letters(platform, MAX))


async def test_what_the_platform_will_not_do_is_no_measure(store: Store) -> None:
    platform = Platformed(refuses=frozenset({"time_out_member"}))
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([MODERATING.command(20, "timeout", account=BOB, reason="2 h names")])
        await queue.put([joined(30)])
    assert await states(store) == {"1-2-1": "failed"}
    assert letters(platform)[-1] == ["measure-failed"]
    team_cards = [list(keys(one)) for one in platform.felt if one.kind == "post_card"]
    assert [one for one in team_cards if "measure-team-failed" in one]
    assert not [one for one in team_cards if "moderation-refused" in str(one)]


async def test_leaving_and_another_account_are_no_way_out(store: Store) -> None:
    platform = Platformed()
    link = LinkAccounts(
        id=EventId("link"),
        space=own_space(COMMUNITY),
        at=MONDAY + timedelta(seconds=30),
        caller=None,
        account=CLEO,
        to=BOB,
    )
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([MODERATING.command(20, "timeout", account=BOB, reason="1 day names")])
        await queue.put([link])
        assert platform.kinds(CLEO) == ["send_direct", "time_out_member"]
    again = Platformed()
    async with team(store, again) as queue:
        await queue.put([joined(40)])
        await queue.put([joined(41, CLEO, after=2 * HOUR)])
        await queue.put([joined(42, after=3 * HOUR)])
        assert again.kinds() == ["send_direct", "time_out_member", "time_out_member"]
        assert again.kinds(CLEO) == ["time_out_member"]
        await until(queue, 2 * DAY)
    found = await sanctions(store)
    assert {(one.account, one.state, one.on_file_until is None) for one in found} == {
        (BOB, "ended", False),
        (CLEO, "ended", True),
    }


async def test_what_one_manager_does_by_hand_to_one_person_is_one_case_with_all_of_it(store: Store) -> None:
    platform = Platformed()
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([by_hand(number, "remove", 20 + number, reason="") for number in range(3)])
        await queue.put([by_hand(5, "ban", 120, reason="raider", channel=None)])
        assert letters(platform) == []
        asked = next(one for one in platform.felt if one.kind == "send_direct" and one.account == MAX)
        button = asked.card.buttons[0]
        assert button.id == "measure-explain:1-2-1"
        given = MODERATING.send(130, "measure-explain", reason="posted the same scam three times")
        await queue.put([replace(given, about="1-2-1")])
        await queue.put([replace(given, id=EventId("again"), about="1-2-1")])
        assert "measure-explained-already" in list(keys(platform.felt[-1]))
        await until(queue, 2 * DAY)
    assert await case_log(store) == [("1", "open", "open"), ("1", "decide", "decided")]
    assert {one.id: (one.penalty.name, one.reasons) for one in await sanctions(store)} == {
        "1-2-1": ("remove", "posted the same scam three times"),
        "1-2-2": ("ban", "posted the same scam three times"),
    }
    (letter,) = letters(platform)
    assert letter[0] == "measure-opening-named-hand"
    assert letter.count("measure-what") == 1
    assert "measure-appeal" in letter
    assert not FORCE & {one.kind for one in platform.felt}


async def test_nobody_gives_the_reasons_for_what_was_done_to_themselves(store: Store) -> None:
    platform = Platformed()
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([by_hand(5, "timeout", 120, account=MAX, by=SAM, until=MONDAY + DAY)])
        own = MODERATING.send(130, "measure-explain", reason="for no reason at all")
        await queue.put([replace(own, about="1-2-1")])
        assert list(keys(platform.felt[-1])) == ["measure-not-oneself"]
    assert "for no reason at all" not in {one.reasons for one in await sanctions(store)}


async def test_who_did_what_to_whom_by_hand_is_no_name_in_a_counter(store: Store) -> None:
    platform = Platformed()
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([by_hand(5, "ban", 120, reason="raider", channel=None)])
    async with store.reading() as connection:
        counted = list(await connection.scalars(select(tables.counters.c.key)))
    (burst,) = [one for one in counted if one.startswith("by-hand|")]
    assert BOB not in burst
    assert MAX not in burst


async def test_whoever_says_nothing_about_what_they_did_by_hand_leaves_nobody_without_a_word(store: Store) -> None:
    platform = Platformed()
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([by_hand(1, "timeout", 20, until=MONDAY + HOUR, reason="for colleagues only")])
        await until(queue, 2 * DAY)
    told = letters(platform)
    assert len(told) == 2
    assert "measure-no-reasons" in told[1]
    assert "for colleagues only" not in str([one for one in platform.felt if getattr(one, "account", None) == BOB])


async def test_letting_somebody_go_by_hand_ends_it_and_nothing_comes_back(store: Store) -> None:
    platform = Platformed()
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([MODERATING.command(20, "timeout", account=BOB, reason="1 day names")])
        await queue.put([by_hand(1, "lift_timeout", 30)])
        await queue.put([joined(40)])
        await until(queue, 2 * DAY)
    assert platform.kinds() == ["send_direct", "time_out_member", "send_direct"]
    assert await states(store) == {"1-2-1": "lifted"}


async def test_property_17_an_appeal_that_is_won_lifts_it_and_the_ladder_forgets(store: Store) -> None:
    platform = Platformed()
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([MODERATING.command(20, "timeout", account=BOB, reason="1 day names")])
        appeal = replace(BOBBING.send(30, "appeal", text="it was a joke"), about="1")
        await queue.put([appeal])
        await queue.put([LEADING.press(40, "appeal-take:1")])
        overturn = replace(LEADING.send(50, "appeal-overturn", text="it was a joke indeed"), about="1")
        await queue.put([overturn])
        assert (await case_log(store))[-1] == ("1", "overturn", "closed")
        assert platform.kinds().count("lift_timeout") == 1
        await queue.put([joined(60)])
        await until(queue, 2 * DAY)
        await queue.put([HELPING.command(200_000, "ladder", account=BOB)])
        assert any(("time", 1) in getattr(text, "arguments", ()) for text in platform.felt[-1].card.body)
    assert platform.kinds().count("time_out_member") == 1
    assert await states(store) == {"1-2-1": "overturned"}
    async with store.reading() as connection:
        counters = tables.counters
        value = await connection.scalar(select(counters.c.value).where(counters.c.key == f"measure:timeout|{BOB}"))
    assert value == 0


async def test_whoever_decides_a_case_is_offered_the_next_step_and_why(store: Store) -> None:
    platform = Platformed()
    said = message("you fool", number=7, by="bob")
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([LEADING.command(20, "warn", account=BOB, reason="names")])
        await queue.put([said])
        await queue.put([Asking("cleo").report(30, said, "this hurts")])
        await queue.put([MODERATING.press(40, "case-claim:2")])
        await queue.put([MODERATING.press(41, "case-show:2")])
    shown = platform.felt[-1]
    assert shown.kind == "reply_privately"
    told = list(keys(shown))
    assert told[-3:] == ["measure-offered", "measure-step-for", "measure-step-usual"]
    assert ("time", 2) in shown.card.body[-1].arguments
    decide = next(one for one in shown.card.buttons if one.id == "case-decide:2")
    assert decide.prefill == (("measure", "timeout-1h"),)


async def test_a_ban_takes_two_where_the_community_says_so(store: Store) -> None:
    platform = Platformed()
    async with team(store, platform) as queue:
        await met(queue)
    await chosen(store, "two_for_bans", "yes")
    async with team(store, platform) as queue:
        await queue.put([LEADING.command(20, "ban", account=BOB, reason="threats")])
        card = next(one for one in platform.felt if one.kind == "post_card" and one.channel == TEAM)
        button = next(one for one in card.card.buttons if one.id.startswith("measure-second"))
        await queue.put([LEADING.press(21, button.id)])
        assert platform.kinds() == []
        await queue.put([SECONDING.press(22, button.id)])
        assert platform.kinds() == ["send_direct", "ban_member"]
    assert await case_log(store) == [
        ("1", "open", "open"),
        ("1", "propose", "open"),
        ("1", "second", "open"),
        ("1", "decide", "decided"),
    ]


async def test_on_a_platform_that_cannot_do_it_nobody_claims_that_it_was_done(store: Store) -> None:
    platform = Platformed()
    async with team(store, platform, cannot=frozenset({"time_out_member"})) as queue:
        await met(queue)
        await queue.put([MODERATING.command(20, "timeout", account=BOB, reason="2 h names")])
        await until(queue, 3 * HOUR)
    assert platform.kinds() == ["send_direct", "send_direct"]
    assert "measure-beyond-until" in letters(platform)[0]
    assert any("measure-team-beyond" in list(keys(one)) for one in platform.felt if one.kind == "post_card")


async def test_a_ban_takes_two_also_where_it_is_decided_in_a_case(store: Store) -> None:
    platform = Platformed()
    said = message("I know where you live", number=7, by="bob")
    async with team(store, platform) as queue:
        await met(queue)
        await queue.put([said])
        await queue.put([Asking("cleo").report(30, said, "this is a threat")])
    await chosen(store, "two_for_bans", "yes")
    async with team(store, platform) as queue:
        decided = LEADING.send(40, "case-decide", measure="ban", text="threats")
        await queue.put([replace(decided, about="1")])
        assert "measure-two-for-bans" in keys(platform.felt[-1])
        assert platform.kinds() == []
        milder = LEADING.send(41, "case-decide", measure="timeout-1d", text="threats")
        await queue.put([replace(milder, about="1")])
    assert "ban_member" not in platform.kinds()
    assert "time_out_member" in platform.kinds()


async def test_somebody_far_above_their_pace_needs_another_also_in_cases(store: Store) -> None:
    platform = Platformed()
    async with team(store, platform) as queue:
        await met(queue)
        for number in range(5):
            at = 20 + 2 * number
            await queue.put([LEADING.command(at, "timeout", account=CLEO, reason=f"{number + 1} h names")])
            asked = [one.id for felt in platform.felt for one in getattr(felt, "card", Card(body=())).buttons]
            sure = [one for one in asked if one.startswith("measure-confirm")]
            await queue.put([LEADING.press(at + 1, one) for one in sure[-1:]])
        said = message("I know where you live", number=7, by="bob")
        await queue.put([said])
        await queue.put([Asking("eve").report(50, said, "this is a threat")])
        assert [one[1] for one in await case_log(store)].count("open") == 6
        decided = LEADING.send(60, "case-decide", measure="ban", text="threats")
        await queue.put([replace(decided, about="6")])
        assert "measure-two-for-pace" in keys(platform.felt[-1])
    assert "ban_member" not in platform.kinds()
