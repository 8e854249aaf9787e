"""The team's own day: who wants to talk, what waits, who is away, what is on file, and what anybody may read."""

from tests.wire.both.parity import Stage, Story


async def a_member_talks_with_the_team(stage: Stage) -> None:
    await stage.command("Ines", "managers", {"text": "I would like to help with the summer fair"})
    assert "I would like to help with the summer fair" in stage.cards()
    await stage.press("Kwame", "case-claim")
    assert "Kwame" in stage.told("Ines")
    assert "summer fair" in stage.told("Kwame")
    assert stage.called() == {"Ines"}
    await stage.press("Kwame", "case-settle")
    assert (await stage.records()).cases == {("talk", "command", "decided", "settled"): 1}


async def a_manager_sees_what_waits_and_goes_away(stage: Stage) -> None:
    await stage.post("Odile", "Good morning")
    await stage.command("Ines", "report", {"account": "@Rosa", "reason": "He sends me adverts"})
    await stage.command("Kwame", "queue")
    await stage.press("Kwame", "case-claim")
    await stage.command("Kwame", "away", answers={"until": "3 days", "deputy": "@Odile"})
    assert "Odile stands in" in stage.told("Kwame")
    await stage.command("Odile", "handover")
    assert "Kwame is away" in stage.told("Odile")
    await stage.command("Kwame", "back")
    assert "Welcome back" in stage.told("Kwame")
    await stage.press("Odile", "case-dismiss", {"text": "It was one advert, long ago"})


async def a_manager_reads_what_is_on_file(stage: Stage) -> None:
    await stage.command("Kwame", "warn", {"account": "@Rosa", "reason": "Please stay on topic"})
    await stage.command("Kwame", "history", {"account": "@Rosa"})
    assert "measures so far: 1; on file now: 1" in stage.told("Kwame")
    await stage.command("Kwame", "ladder", {"account": "@Rosa"})


async def anybody_reads_the_figures(stage: Stage) -> None:
    await stage.command("Ines", "transparency")
    assert stage.told("Ines")


LOUD: tuple[Story, ...] = (a_member_talks_with_the_team,)
"""In this one, somebody is called into a conversation that they asked for."""
STORIES: tuple[Story, ...] = (
    a_member_talks_with_the_team,
    a_manager_sees_what_waits_and_goes_away,
    a_manager_reads_what_is_on_file,
    anybody_reads_the_figures,
)
