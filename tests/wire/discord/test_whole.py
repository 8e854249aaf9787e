"""What managers and members see of the whole bot on Discord, when things go as they do."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.wire.discord.server import LoopbackDiscord
from tests.wire.discord.server.world import Message
from tests.wire.discord.whole import SCAM, Place, running


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    async with LoopbackDiscord(identify_window=0.0) as server:
        yield Place.on(server)
        assert server.pings == []
        assert not server.crashes


def said(message: Message) -> str:
    return str(message.embeds)


def who(message: Message) -> set[int]:
    """Whoever reacted to it, and can still be seen to have."""
    return {one for reaction in message.reactions.values() for one in reaction.users}


async def test_a_manager_s_reaction_to_an_old_message_brings_it_to_the_team_and_is_hidden(
    place: Place, tmp_path: Path
) -> None:
    old = place.server.post(place.basile, place.general, "Nobody likes you, Inès, go away")
    async with running(place, tmp_path):
        place.server.react(place.kwame, old, "🚨")
        card = await place.card("Case 1: somebody tells you something")
        assert "Nobody likes you" not in said(card), "it is shown to whoever asks for it"
        await place.server.wait_for(lambda: not who(old))
        place.server.react(place.kwame, old, "🚨")
        place.server.react(place.basile, old, "🚨")
        await place.server.wait_for(lambda: who(old) == {place.basile.id})
        place.server.react(place.odile, card, "👀")
        await place.server.wait_for(lambda: "is on it" in said(card))
    assert place.titles() == ["Case 1: somebody tells you something"]


async def test_what_was_still_to_be_done_is_done_after_a_restart(place: Place, tmp_path: Path) -> None:
    place.server.slow("DELETE", "/channels/{channel}/messages/{message}", 60.0)
    async with running(place, tmp_path, grace=0.5):
        scam = place.server.post(place.basile, place.general, SCAM)
        await place.card("A message was taken down")
    assert scam.id in place.general.messages
    place.server.faults.clear()
    async with running(place, tmp_path):
        await place.gone(scam)
    assert place.titles().count("A message was taken down") == 1
    assert len(place.server.by_bot(place.server.dm(place.basile))) == 1


async def test_what_was_written_while_the_bot_was_away_is_reported_and_only_traps_go(
    place: Place, tmp_path: Path
) -> None:
    async with running(place, tmp_path):
        first = place.server.post(place.basile, place.general, "good evening")
        await place.server.wait_for(lambda: first.id in place.general.messages)
        seen = place.server.post(place.basile, place.general, SCAM)
        await place.gone(seen)
    scam = place.server.post(place.basile, place.general, f"{SCAM}?again")
    insult = place.server.post(place.basile, place.general, "You are an idiot, @Kwame, shut up you moron")
    async with running(place, tmp_path, later=timedelta(hours=1)):
        await place.gone(scam)
        await place.server.wait_for(lambda: any("late" in said(one) for one in place.cards()))
    assert insult.id in place.general.messages
    assert place.guild.members[place.basile.id].timeout_until is None


async def test_what_a_moderator_does_by_hand_is_a_case_that_the_team_reads(place: Place, tmp_path: Path) -> None:
    async with running(place, tmp_path):
        place.server.time_out(place.kwame, place.basile, 600, "enough for today")
        card = await place.card("Case 1: a measure")
    assert f"<@{place.basile.id}>" in said(card)
    assert "enough for today" in said(card)


async def test_what_discord_refuses_is_told_to_the_team(place: Place, tmp_path: Path) -> None:
    place.server.overwrite(place.general, place.guild.members[place.server.world.application.user.id], deny=1 << 13)
    async with running(place, tmp_path):
        scam = place.server.post(place.basile, place.general, SCAM)
        await place.server.wait_for(lambda: any("Manage Messages" in said(one) for one in place.cards()), 10.0)
    assert scam.id in place.general.messages


async def test_a_server_that_the_bot_is_thrown_out_of_and_let_in_again_goes_on(place: Place, tmp_path: Path) -> None:
    async with running(place, tmp_path):
        place.server.kick(place.odile, place.guild.members[place.server.world.application.user.id])
        place.server.invite_bot(place.guild)
        scam = place.server.post(place.basile, place.general, SCAM)
        await place.gone(scam)


async def test_a_raid_neither_floods_the_team_nor_holds_up_what_matters(place: Place, tmp_path: Path) -> None:
    async with running(place, tmp_path):
        await place.server.joins(place.guild, 2_000).send()
        scam = place.server.post(place.basile, place.general, SCAM)
        await place.server.wait_for(lambda: scam.id not in place.general.messages, 30.0)
        card = await place.card("Something for you to look at")
        await place.server.wait_for(lambda: "at least 1,024 more" in said(card), 30.0)
    assert len(place.cards()) <= 3
