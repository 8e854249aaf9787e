"""Members decide: a circle that is drawn for a quarrel, and a vote on a rule."""

from datetime import timedelta

from tests.wire.both.parity import NEIGHBOURS, PAIRS, Stage, Story

OPENER, OTHER = PAIRS[3]
HURT = "He answers everything that I write with a joke about me"
REASONS = "The circle was clear."
PROPOSED = {
    "title": "No spoilers",
    "words": "the gardener did it",
    "then": "remind",
    "why": "Let others enjoy the book too.",
}


async def a_circle_of_members_decides_a_quarrel(stage: Stage) -> None:
    await stage.command("Odile", "setup")
    await stage.press("Odile", "setup-team", {"managers_channel": "#team", "profile": "large"})
    for who in NEIGHBOURS:
        for word in ("Hello", "How are you?", "See you tomorrow"):
            await stage.post(who, f"{word}, says {who}")
        await stage.command(who, "circle join")
    await stage.post(OTHER, "Hello everybody")
    await stage.wait(timedelta(days=31))
    await stage.command(OPENER, "dispute", answers={"account": f"@{OTHER}", "what": "hurt", "happened": HURT})
    await stage.press("Kwame", "case-claim")
    await stage.press("Kwame", "case-show")
    await stage.press("Kwame", "case-show", choice="handing")
    await stage.press("Kwame", "case-escalate", {"text": "Too close to call"})
    await stage.press("Odile", "case-empanel")
    assert "A circle decides" in stage.told(OTHER)
    for number, who in enumerate(NEIGHBOURS):
        assert "you have been drawn for a circle" in stage.told(who)
        await stage.press(who, "circle-seat")
        assert HURT in stage.told(who)
        assert OPENER not in stage.told(who)
        await stage.press(who, "ballot", choice="nothing" if number == 0 else "measure")
        assert "only between us" in stage.told(who)
    assert "For a measure" not in stage.told(OTHER), "nobody sees a count before the end"
    await stage.wait(timedelta(hours=73))
    for who in (OPENER, OTHER, *NEIGHBOURS):
        assert "For a measure: 4. No further action: 1." in stage.told(who)
    await stage.press("Odile", "case-claim")
    await stage.press("Odile", "case-decide", {"measure": "warn", "text": REASONS})
    assert REASONS in stage.told(OTHER)
    await stage.command("Odile", "setup")
    await stage.press("Odile", "setup-team", {"managers_channel": "#team", "profile": "small"})
    assert await stage.flaws() == []


async def a_rule_that_a_member_proposed_is_voted_in(stage: Stage) -> None:
    for who in NEIGHBOURS:
        await stage.post(who, "I am still here")
    await stage.command("Odile", "policy rules")
    await stage.press("Odile", "proposal-who", {"who": "members"})
    await stage.command("Esra", "policy propose", answers=PROPOSED)
    await stage.live("chat/proposal-1", "shadow")
    await stage.wait(timedelta(days=3, hours=1))
    for who in ("Aline", "Bruno", "Chiara", "Esra"):
        await stage.press(who, "proposal-vote", choice="for")
    await stage.press("Dawit", "proposal-vote", choice="against")
    await stage.wait(timedelta(days=3, hours=1))
    await stage.wait(timedelta(days=1, hours=1))
    await stage.live("chat/no-spoilers", "enforce")
    await stage.command("Basile", "decisions")
    assert "adopted (4 for, 1 against" in stage.told("Basile")
    await stage.post("Basile", "I say the gardener did it")
    assert PROPOSED["why"] in stage.told("Basile")
    assert (await stage.records()).proposals == {("new", "adopted"): 1}
    assert await stage.flaws() == []


STORIES: tuple[Story, ...] = (
    a_circle_of_members_decides_a_quarrel,
    a_rule_that_a_member_proposed_is_voted_in,
)
"""In this order: the second needs members who have been there for a while."""
