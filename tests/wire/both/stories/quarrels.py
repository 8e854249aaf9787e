"""Two members are at odds: they talk it over and settle it, or somebody decides and somebody else looks afresh."""

from tests.wire.both.parity import PAIRS, Answers, Name, Stage, Story

SETTLING, APPEALING, ANSWERING = PAIRS[:3]
"""Nobody of the team had anything to do with one of them, so that nobody is kept out of what is between them."""
HURT = "He mocks me whenever I ask something"
BROUGHT: Answers = {"what": "hurt", "happened": HURT, "wish": "That he stops"}
SIDE = "She wrote the same to me first"
REASONS = "We do not write like this to each other."
WARNED: Answers = {"measure": "warn", "text": REASONS}
NEW = "Rosa stood beside us and saw it"
AFRESH = "Both wrote it; it was banter."


async def they_agree_to_talk(stage: Stage, opener: Name, other: Name) -> None:
    """From what one of them brought until both said yes."""
    assert "Nothing is decided" in stage.told(opener)
    assert "Your side counts as much" in stage.told(other)
    assert HURT not in stage.told(other)
    await stage.press("Kwame", "case-claim")
    for who in (opener, other):
        assert "Kwame looks after it" in stage.told(who)
    await stage.press(other, "party-answer", {"text": SIDE})
    assert SIDE not in stage.told(opener)
    await stage.press("Kwame", "case-show")
    assert HURT in stage.told("Kwame")
    await stage.press("Kwame", "case-mediate")
    for who in (opener, other):
        assert "never counts against anybody" in stage.told(who)
        await stage.press(who, "party-consent")
    assert "You both said yes" in stage.told(opener)


async def somebody_looks_afresh_and_undoes_it(stage: Stage, opener: Name, other: Name) -> None:
    """From the other look that was asked for until what was decided is gone."""
    assert "somebody who had no part in it looks afresh" in stage.told(other)
    assert "asked for another look" in stage.told(opener)
    assert SIDE not in stage.told(opener)
    await stage.press("Kwame", "appeal-take")
    assert "looks at it afresh" not in stage.told(other), "whoever decided it is not fresh"
    await stage.press("Odile", "appeal-take")
    assert "looks at it afresh" in stage.told(other)
    await stage.press("Odile", "appeal-overturn", {"text": AFRESH})
    assert "our mistake" in stage.told(other)
    assert "We are sorry" in stage.told(other)
    assert AFRESH in stage.told(opener)
    records = await stage.records()
    assert records.sanctions == {("warn", "overturned"): 1}
    assert [state for _, _, state, outcome in records.cases if outcome == "overturned"] == ["closed"]
    assert await stage.flaws() == []


async def a_quarrel_brought_by_menu_is_talked_over_and_settled(stage: Stage) -> None:
    opener, other = SETTLING
    said = await stage.post(other, "Only you could ask that")
    await stage.menu(opener, said, "dispute", BROUGHT)
    await they_agree_to_talk(stage, opener, other)
    await stage.press("Kwame", "mediator-carry", {"to": "respondent", "text": "It made her feel small."})
    assert "It made her feel small." in stage.told(other)
    await stage.press(opener, "party-offer", {"text": "We leave each other's questions alone."})
    assert "We leave each other's questions alone." in stage.told(other)
    await stage.press(other, "party-agree")
    for who in (opener, other):
        await stage.press(who, "party-done")
    records = await stage.records()
    assert records.cases == {("dispute", "menu", "closed", "settled"): 1}
    assert not records.sanctions


async def a_quarrel_brought_by_command_is_decided_and_undone_by_the_button_of_the_letter(stage: Stage) -> None:
    opener, other = APPEALING
    await stage.command(opener, "dispute", answers={"account": f"@{other}", **BROUGHT})
    await they_agree_to_talk(stage, opener, other)
    await stage.press(other, "party-leave")
    assert "counts against nobody" in stage.told(opener)
    await stage.press("Kwame", "case-decide", WARNED)
    for who in (opener, other):
        assert REASONS in stage.told(who)
    await stage.press(other, "case-appeal", {"text": SIDE})
    await somebody_looks_afresh_and_undoes_it(stage, opener, other)


async def a_quarrel_that_a_manager_saw_is_decided_and_undone_by_way_of_situation(stage: Stage) -> None:
    opener, other = ANSWERING
    asked = await stage.post(opener, "When do we meet?")
    said = await stage.post(other, "Read the page for once", answers=asked)
    await stage.react("Kwame", said, "⚖️")
    for who in (opener, other):
        assert "Nothing is decided" in stage.told(who)
    await stage.press("Kwame", "case-decide", WARNED)
    await stage.command(other, "situation")
    assert REASONS in stage.told(other)
    await stage.press(other, "case-appeal", {"text": SIDE})
    await somebody_looks_afresh_and_undoes_it(stage, opener, other)


async def a_quarrel_that_is_over_is_taken_up_again_when_something_new_comes_up(stage: Stage) -> None:
    opener, other = SETTLING
    said = await stage.post(other, "That seat was mine")
    await stage.menu(opener, said, "dispute", BROUGHT)
    await stage.press("Kwame", "case-claim")
    await stage.press("Kwame", "case-dismiss", {"text": "Both were tired."})
    for who in (opener, other):
        await stage.press(who, "party-waive", {"sure": "yes"})
    await stage.press(other, "party-request", {"text": NEW})
    assert NEW in stage.cards()
    assert NEW not in stage.told(opener)
    await stage.press("Kwame", "case-reopen", {"text": NEW})
    assert "You had your part in this already" in stage.told("Kwame")
    await stage.press("Odile", "case-reopen", {"text": "I asked Rosa"})
    assert "You told us that something new had come up" in stage.told(other)
    for who in (opener, other):
        assert "Odile looks after it" in stage.told(who)
    await stage.press("Odile", "case-show")
    assert "I asked Rosa" in stage.told("Odile")
    await stage.press("Odile", "case-dismiss", {"text": AFRESH})
    assert AFRESH in stage.told(opener)
    records = await stage.records()
    assert records.cases == {("dispute", "menu", "decided", "no_further_action"): 1}
    assert await stage.flaws() == []


STORIES: tuple[Story, ...] = (
    a_quarrel_brought_by_menu_is_talked_over_and_settled,
    a_quarrel_brought_by_command_is_decided_and_undone_by_the_button_of_the_letter,
    a_quarrel_that_a_manager_saw_is_decided_and_undone_by_way_of_situation,
    a_quarrel_that_is_over_is_taken_up_again_when_something_new_comes_up,
)
