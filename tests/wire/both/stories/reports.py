"""Something is brought before the team, is looked at by a person, and whoever told of it hears what became of it."""

from tests.wire.both.parity import Answers, Stage, Story

REASONS = "Words like these drive people away."
DECIDED: Answers = {"measure": "warn", "message": "goes", "text": REASONS}


async def a_member_reports_a_message_and_a_manager_takes_and_closes_it(stage: Stage) -> None:
    said = await stage.post("Basile", "Nobody asked you, Ines")
    await stage.menu("Ines", said, "report", {"what": "hurt", "reason": "It hurts"})
    assert "It hurts" in stage.cards()
    await stage.press("Kwame", "case-claim")
    await stage.press("Odile", "case-evidence")
    assert "Nobody asked you, Ines" in stage.told("Odile")
    await stage.press("Kwame", "case-dismiss", {"text": "They have made it up since"})
    assert "looked at" in stage.told("Ines")


async def a_manager_takes_down_what_was_reported_or_asks_its_author_to(stage: Stage) -> None:
    said = await stage.post("Basile", "Ines lives in Mill Lane 3")
    await stage.menu("Ines", said, "report", {"what": "danger"})
    decided = {"measure": "nothing", "message": "goes", "text": "Addresses are private"}
    await stage.press("Kwame", "case-decide", decided)
    assert stage.stands(said) == ("delete_message" in stage.lacks)


async def a_manager_reports_with_a_reaction_and_a_member_reacts_alike(stage: Stage) -> None:
    said = await stage.post("Basile", "Go away, Ines")
    await stage.react("Ines", said, "🚨")
    await stage.react("Kwame", said, "🚨")
    await stage.press("Odile", "case-evidence")
    assert "Go away, Ines" in stage.told("Odile")


async def a_member_reports_somebody_by_command(stage: Stage) -> None:
    await stage.command("Ines", "report", {"account": "@Basile", "reason": "He follows me around"})
    assert "He follows me around" in stage.cards()
    await stage.command("Ines", "report", answers={"what": "spam", "reason": "Somebody advertises"})
    await stage.press("Kwame", "case-dismiss", {"text": "Nothing to see"})


async def what_was_reported_by_menu_is_decided_and_each_hears_what_is_theirs(stage: Stage) -> None:
    said = await stage.post("Basile", "Nobody wants you here, clown")
    await stage.menu("Ines", said, "report", {"what": "harassment", "reason": "Again and again"})
    assert "Again and again" in stage.cards()
    assert "Nobody wants you here" not in stage.cards(), "it is shown to whoever asks for it"
    await stage.press("Kwame", "case-claim")
    await stage.press("Kwame", "case-decide", DECIDED)
    assert stage.stands(said) == ("delete_message" in stage.lacks)
    assert REASONS in stage.told("Basile")
    assert stage.offered("Basile", "case-appeal")
    assert "Ines" not in stage.told("Basile")
    assert "Again and again" not in stage.told("Basile")
    assert "something was done" in stage.told("Ines")


async def what_was_reported_by_command_is_decided(stage: Stage) -> None:
    await stage.command("Ines", "report", {"account": "@Paul", "reason": "He mocks me wherever I write"})
    await stage.press("Kwame", "case-claim")
    await stage.press("Kwame", "case-decide", {"measure": "warn", "text": REASONS})
    assert REASONS in stage.told("Paul")
    assert "mocks" not in stage.told("Paul")
    assert "something was done" in stage.told("Ines")


async def what_a_manager_saw_is_decided_by_another(stage: Stage) -> None:
    said = await stage.post("Basile", "Shut up, all of you")
    await stage.react("Kwame", said, "🚨")
    await stage.press("Odile", "case-claim")
    await stage.press("Odile", "case-decide", DECIDED)
    assert stage.stands(said) == ("delete_message" in stage.lacks)
    assert REASONS in stage.told("Basile")
    assert "something was done" in stage.told("Kwame")


async def a_report_about_one_of_the_team_stays_out_of_its_channel(stage: Stage) -> None:
    about = "Kwame answers nobody but his friends"
    await stage.post("Odile", "Good morning")
    await stage.command("Chiara", "report", {"account": "@Kwame", "reason": about})
    assert stage.cards() == ""
    assert about in stage.told("Odile")
    await stage.command("Kwame", "case list")
    await stage.command("Kwame", "history", {"account": "@Kwame"})
    assert about not in stage.told("Kwame")
    await stage.press("Odile", "case-claim")
    await stage.press("Odile", "case-dismiss", {"text": "We talked it over"})
    assert stage.cards() == ""
    assert "looked at" in stage.told("Chiara")


async def somebody_in_danger_reaches_whoever_is_on_call(stage: Stage) -> None:
    await stage.command("Odile", "oncall")
    await stage.press("Odile", "oncall-set", {"first": "@Kwame"})
    await stage.command("Ines", "report", answers={"what": "danger", "reason": "She writes that she will jump"})
    assert "112" in stage.told("Ines")
    assert stage.called() == {"Kwame"}
    await stage.press("Kwame", "case-claim")
    await stage.press("Kwame", "case-dismiss", {"text": "She is with her sister now"})


LOUD: tuple[Story, ...] = (
    a_manager_takes_down_what_was_reported_or_asks_its_author_to,
    somebody_in_danger_reaches_whoever_is_on_call,
)
"""In these, somebody may be in danger."""
STORIES: tuple[Story, ...] = (
    a_member_reports_somebody_by_command,
    a_member_reports_a_message_and_a_manager_takes_and_closes_it,
    a_manager_takes_down_what_was_reported_or_asks_its_author_to,
    a_manager_reports_with_a_reaction_and_a_member_reacts_alike,
    what_was_reported_by_menu_is_decided_and_each_hears_what_is_theirs,
    what_was_reported_by_command_is_decided,
    what_a_manager_saw_is_decided_by_another,
    a_report_about_one_of_the_team_stays_out_of_its_channel,
    somebody_in_danger_reaches_whoever_is_on_call,
)
