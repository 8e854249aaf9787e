"""What happens every day: policies act, people ask, managers look."""

from tests.wire.both.parity import SCAM, Stage, Story


async def a_scam_is_removed_its_author_asks_for_a_person_and_a_manager_undoes_it(stage: Stage) -> None:
    scam = await stage.post("Basile", SCAM)
    assert stage.stands(scam) == ("delete_message" in stage.lacks)
    assert "This is how accounts are stolen." in stage.told("Basile")
    await stage.press("Basile", "incident-ask")
    await stage.press("Kwame", "incident-undo")


async def an_insult_in_a_thread_is_reminded_of_and_a_manager_agrees(stage: Stage) -> None:
    first = await stage.post("Ines", "Where do we meet?")
    insult = await stage.post("Basile", "Learn to read, moron", thread=first)
    assert stage.stands(insult)
    assert "Words like this hurt." in stage.told("Basile")
    await stage.press("Kwame", "incident-right")


async def a_member_shouts_may_not_write_for_a_while_and_a_manager_undoes_it(stage: Stage) -> None:
    await stage.post("Basile", "hush now")
    await stage.press("Odile", "incident-undo")
    await stage.post("Basile", "Thank you")


async def an_everyday_reaction_is_taken_back_and_its_message_too(stage: Stage) -> None:
    said = await stage.post("Basile", "Cake for everybody")
    await stage.react("Ines", said, "🎉")
    await stage.unreact("Ines", said, "🎉")
    await stage.delete("Basile", said)
    assert not stage.stands(said)


async def everything_is_paused_and_resumed(stage: Stage) -> None:
    await stage.command("Kwame", "pause")
    assert stage.stands(await stage.post("Basile", SCAM))
    await stage.command("Kwame", "resume")
    assert stage.stands(await stage.post("Basile", SCAM)) == ("delete_message" in stage.lacks)


async def one_policy_is_paused_and_resumed_by_its_button(stage: Stage) -> None:
    await stage.command("Kwame", "pause", {"policy": "palaver/insults"})
    await stage.post("Basile", "moron")
    await stage.press("Kwame", "resume")
    await stage.post("Basile", "moron again")


async def a_member_chooses_a_language(stage: Stage) -> None:
    await stage.command("Basile", "language", {"language": "fr"})
    await stage.post("Basile", "moron")
    assert "De tels mots blessent." in stage.told("Basile")
    await stage.command("Basile", "language", {"language": "auto"})


async def a_member_reads_what_is_kept_and_is_forgotten(stage: Stage) -> None:
    await stage.post("Ines", "Remember me")
    await stage.command("Ines", "privacy show")
    await stage.command("Ines", "privacy forget", answers={"sure": "no"})
    await stage.command("Ines", "privacy forget", answers={"sure": "yes"})


async def a_member_reads_a_policy_and_what_was_decided(stage: Stage) -> None:
    await stage.command("Basile", "policy list")
    await stage.command("Basile", "policy show", {"policy": "palaver/insults"})
    assert "Words like this hurt." in stage.told("Basile")
    await stage.command("Basile", "policy show", {"policy": "palaver/nothing"})
    insult = await stage.post("Basile", "moron")
    await stage.menu("Basile", insult, "explain")
    await stage.menu("Ines", insult, "explain")


async def a_policy_is_written_in_chat_and_enforced(stage: Stage) -> None:
    written = {"title": "Spoilers", "words": "the butler did it", "then": "remind", "why_en": "Let others find out."}
    await stage.command("Basile", "policy list")
    await stage.command("Odile", "policy new", answers=written)
    await stage.live("chat/spoilers", "shadow")
    await stage.post("Basile", "I say the butler did it")
    await stage.command("Odile", "policy show", {"policy": "chat/spoilers"})
    await stage.press("Odile", "policy-enforce")
    await stage.live("chat/spoilers", "enforce")
    await stage.post("Basile", "And the butler did it again")
    assert "Let others find out." in stage.told("Basile")
    await stage.command("Odile", "policy show", {"policy": "chat/spoilers"})
    await stage.press("Odile", "policy-off")
    await stage.live("chat/spoilers", "off")


async def the_first_days_are_only_looked_on(stage: Stage) -> None:
    await stage.command("Basile", "policy list")
    await stage.command("Odile", "setup")
    await stage.press("Odile", "setup-begin", {"stage": "observing"})
    assert stage.stands(await stage.post("Basile", SCAM))
    await stage.command("Odile", "setup")
    await stage.press("Odile", "setup-begin", {"stage": "acting"})
    assert stage.stands(await stage.post("Basile", SCAM)) == ("delete_message" in stage.lacks)


async def a_message_is_edited_into_a_scam(stage: Stage) -> None:
    said = await stage.post("Basile", "Something nice")
    await stage.edit("Basile", said, "Something nicer")
    await stage.edit("Basile", said, SCAM)
    assert stage.stands(said) == ("delete_message" in stage.lacks)


async def somebody_takes_another_name(stage: Stage) -> None:
    await stage.post("Ines", "I have news")
    await stage.rename("Ines", "Support Team")
    assert "Nobody here is called Support." in stage.cards()
    await stage.rename("Ines", "Ines")


async def what_people_write_is_read_as_they_see_it(stage: Stage) -> None:
    await stage.post("Basile", "a < b && b > c, says @Kwame: https://example.org/?a=1&b=2 *really* 🎉")
    await stage.post("Basile", "> You moron\nWho wrote this?")
    await stage.post("Basile", "`moron` is what the code says")
    await stage.post("Basile", "@Ines\nyou *moron* &amp; friend")


async def members_ask_for_help_and_managers_look_at_settings(stage: Stage) -> None:
    await stage.command("Basile", "help")
    await stage.command("Basile", "help", {"command": "pause"})
    await stage.command("Odile", "settings")
    await stage.command("Odile", "policy explain", {"text": "free nitro for all"})
    await stage.command("Ines", "privacy export")


async def accounts_are_linked_and_parted(stage: Stage) -> None:
    await stage.command("Ines", "link")
    await stage.command("Ines", "link", {"code": "AAAAAAAA"})
    await stage.command("Ines", "unlink")


async def a_manager_presses_what_a_faster_one_has_settled(stage: Stage) -> None:
    await stage.post("Basile", "moron")
    await stage.react("Kwame", await stage.post("Ines", "What was that?"), "🚨")
    await stage.press("Odile", "case-dismiss", {"text": "A harmless question"})
    await stage.press("Kwame", "incident-right")
    await stage.press("Basile", "incident-ask")


async def nobody_judges_what_is_about_themselves(stage: Stage) -> None:
    await stage.post("Kwame", "moron")
    await stage.press("Kwame", "incident-right")
    await stage.press("Odile", "incident-undo")


async def an_owner_is_told_and_nothing_forceful_falls_on_them(stage: Stage) -> None:
    await stage.post("Odile", "hush")
    await stage.press("Kwame", "incident-undo")


STORIES: tuple[Story, ...] = (
    what_people_write_is_read_as_they_see_it,
    members_ask_for_help_and_managers_look_at_settings,
    accounts_are_linked_and_parted,
    a_manager_presses_what_a_faster_one_has_settled,
    nobody_judges_what_is_about_themselves,
    an_owner_is_told_and_nothing_forceful_falls_on_them,
    a_scam_is_removed_its_author_asks_for_a_person_and_a_manager_undoes_it,
    an_insult_in_a_thread_is_reminded_of_and_a_manager_agrees,
    a_member_shouts_may_not_write_for_a_while_and_a_manager_undoes_it,
    an_everyday_reaction_is_taken_back_and_its_message_too,
    everything_is_paused_and_resumed,
    one_policy_is_paused_and_resumed_by_its_button,
    a_member_chooses_a_language,
    a_member_reads_what_is_kept_and_is_forgotten,
    a_member_reads_a_policy_and_what_was_decided,
    a_policy_is_written_in_chat_and_enforced,
    the_first_days_are_only_looked_on,
    a_message_is_edited_into_a_scam,
    somebody_takes_another_name,
)
