"""Cases through a database and back: every door, every deadline, and nobody who may not see them."""

import asyncio
import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.disputes.told import cards
from bot.effects import EditCard, HideReaction, SendDirect
from bot.events import Cited
from bot.ids import message_id
from bot.storage.store import Store
from bot.views import Card
from tests.builders import CHANNEL
from tests.flow.governed import TEAM, Asking
from tests.flow.quarrels import ADA, BOB, CEDRIC, EVE, MONA, OTTO, OWEN, Town, quarrel, town
from tests.unit.moderation.playing import buttons, check_words, keys, quotes, words

pytestmark = pytest.mark.story

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def test_whoever_is_harassed_is_not_told_that_the_other_person_is_asked(store: Store) -> None:
    async with town(store) as here:
        await here.dispute(ADA, account=BOB.account, what="harassment")
        assert "asked for their side" not in words(await here.answer(ADA))
        assert "For now, the other person hears nothing of it" in await here.told(ADA)
        assert await here.told(BOB) == ""


async def test_a_report_is_claimed_and_dismissed_and_whoever_reported_hears_that_it_was_looked_at(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.press(MONA, "case-claim:1")
        await here.fill(MONA, "case-dismiss", "1", text="It was a joke between friends")
        case = await here.case()
        assert (case.state, case.outcome, case.opening.kind) == ("decided", "no_further_action", "report")
        assert case.opening.reporter == ADA.account
        assert await here.moves() == ["open", "claim", "dismiss"]
        assert "left it at that" in await here.told(ADA)
        assert "Only the team reads this" in await here.told(ADA)


async def test_the_card_is_one_and_is_reworded_as_the_case_moves(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.press(MONA, "case-claim:1")
        (card,) = await here.channel()
        assert card.binds == cards.handle((await here.case()).id)
        (edited,) = [one for one in await here.effects() if isinstance(one, EditCard)]
        assert edited.channel == TEAM
        assert "is on it" in words(edited.card)


async def test_what_was_written_is_kept_and_hidden_until_somebody_asks(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        (card,) = await here.channel()
        assert "nobody wants you here" not in words(card.card)
        await here.press(MONA, "case-evidence:1")
        shown = words(await here.answer(MONA))
        assert "nobody wants you here" in shown
        assert "Hello everybody" in shown
        (evidence,) = (await here.case()).evidence
        assert evidence.text == quarrel().text
        assert len(evidence.around) == 1


async def test_a_manager_decides_in_one_breath_and_something_was_done(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.fill(MONA, "case-decide", "1", measure="warn", message="goes", text="Words like these hurt")
        case = await here.case()
        assert (case.state, case.outcome, case.handler) == ("decided", "measure", MONA.account)
        assert case.decision is not None
        assert [one.name for one in case.decision.penalties] == ["remove", "warn"]
        assert "something was done" in await here.told(ADA)


@pytest.mark.parametrize("reporter", [ADA, CEDRIC])
async def test_property_19_what_others_read_is_the_same_whoever_reported(store: Store, reporter: Asking) -> None:
    async with town(store) as here:
        await here.report(reporter, quarrel(), reason="It hurts")
        await here.press(MONA, "case-show:1")
        await here.press(MONA, "case-evidence:1")
        await here.fill(MONA, "case-decide", "1", measure="warn", text="Words like these hurt")
        others = [one for one in await here.effects() if getattr(one, "account", None) != reporter.account]
        read = [card for one in others if isinstance(card := getattr(one, "card", None), Card)]
        digest = hashlib.sha256(str(read).encode()).hexdigest()
    assert _READ.setdefault("digest", digest) == digest


_READ: dict[str, str] = {}
"""What others read when the first of them reported."""


@pytest.mark.parametrize("times", [1, 3])
async def test_property_6_a_report_delivered_k_times_is_one_report(store: Store, times: int) -> None:
    async with town(store) as here:
        number, at = here.now()
        form = replace(ADA.send(number, "report", at, what="hurt", reason="It hurts"), cited=quarrel())
        await here.send(*[form] * times)
        assert await here.moves() == ["open"]
        assert len(await here.channel()) == 1


async def test_further_reports_of_a_message_join_and_count_for_nothing(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.report(CEDRIC, quarrel(), reason="I saw it too")
        await here.report(CEDRIC, quarrel(), reason="Once more")
        assert await here.cases() == ["1"]
        case = await here.case()
        assert case.reporters == (ADA.account, CEDRIC.account)
        assert (case.state, case.outcome) == ("open", None)
        assert "told us already" in await here.told(CEDRIC)
        assert "2 people told you" in words([one for one in await here.effects() if isinstance(one, EditCard)][-1].card)


async def test_another_message_of_the_same_person_is_a_case_of_its_own(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.report(ADA, quarrel(number=8))
        assert await here.cases() == ["1", "2"]


async def test_the_same_person_reported_again_within_the_hour_joins(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, account=BOB.account, links="https://example.org/picture.png")
        await here.report(ADA, account=BOB.account, reason="And again")
        assert await here.cases() == ["1"]
        assert "https://example.org/picture.png" in (await here.case()).opening.text


async def test_many_who_came_together_and_speak_up_at_once_are_pointed_out(store: Store) -> None:
    async with town(store) as here:
        for number, who in ((7, ADA), (8, EVE), (9, CEDRIC)):
            await here.report(who, quarrel(number=number), reason="He is terrible")
        assert "within minutes" in "\n".join(words(one.card) for one in await here.channel())


async def test_nobody_floods_the_team_but_danger_always_goes_through(store: Store) -> None:
    async with town(store) as here:
        for number in range(20, 31):
            await here.report(ADA, quarrel(number=number))
        assert len(await here.cases()) == 10
        assert "come back in an hour" in await here.told(ADA)
        await here.report(ADA, quarrel(number=40), what="danger")
        assert len(await here.cases()) == 11


async def test_what_a_further_report_says_is_read_without_its_name(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.report(CEDRIC, quarrel(), reason="I saw it too")
        (told,) = [one for one in (await here.case()).notes if one.text == "I saw it too"]
        assert (told.kind, told.by) == ("told", None)
        await here.press(MONA, "case-show:1")
        shown = await here.answer(MONA)
        assert "Somebody else told of it" in words(shown)
        assert "I saw it too" in quotes(shown)


async def test_danger_is_a_case_of_its_own_beside_a_quarrel_about_the_same_message(store: Store) -> None:
    async with town(store) as here:
        number, at = here.now()
        await here.send(replace(EVE.send(number, "dispute", at, what="hurt", happened="He shouts"), cited=quarrel()))
        await here.report(ADA, quarrel(), what="danger", reason="He does not want to live any more")
        assert await here.cases() == ["1", "2"]
        danger = await here.case("2")
        assert (danger.opening.concern, danger.links) == ("danger", ("1",))
        await here.report(CEDRIC, quarrel(), what="danger")
        assert await here.cases() == ["1", "2"]


async def test_whoever_reports_is_thanked_for_a_report_also_where_it_joins_a_quarrel(store: Store) -> None:
    async with town(store) as here:
        number, at = here.now()
        await here.send(replace(EVE.send(number, "dispute", at, what="hurt", happened="He shouts"), cited=quarrel()))
        await here.report(ADA, quarrel())
        assert (await here.case()).reporters == (ADA.account,)
        told = await here.told(ADA)
        assert "nobody learns that it came from you" in told
        assert "the other person" not in told


async def test_danger_calls_who_is_on_call_by_name_and_shows_where_help_is(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel(), what="danger")
        called = [one for one in await here.channel() if one.mentions]
        assert {one for card in called for one in card.mentions} == {MONA.account, OTTO.account, OWEN.account}
        assert "112" in await here.told(ADA)


async def test_a_complaint_about_one_of_the_team_goes_past_their_channel(store: Store) -> None:
    async with town(store) as here:
        about = replace(quarrel(), author=MONA.account)
        await here.report(ADA, about)
        assert await here.channel() == []
        assert (await here.case()).opening.private
        await here.press(MONA, "case-show:1")
        assert keys(await here.answer(MONA)) == ["case-unknown"]
        await here.command(MONA, "case list")
        assert keys(await here.answer(MONA)) == ["case-list-nothing"]


async def test_whoever_it_concerns_sees_no_case_and_cannot_act_in_it(store: Store) -> None:
    async with town(store) as here:
        await here.report(MONA, quarrel())
        for button in ("case-show:1", "case-claim:1", "case-evidence:1"):
            await here.press(MONA, button)
            assert keys(await here.answer(MONA)) == ["case-unknown"]
        await here.press(MONA, "case-show:99")
        nothing = await here.answer(MONA)
        await here.command(MONA, "case show", case="1")
        assert await here.answer(MONA) == nothing
        assert await here.moves() == ["open"]
        await here.command(OTTO, "case list")
        assert keys(await here.answer(OTTO))[0] == "case-list"


async def test_a_dispute_is_raised_by_command_and_by_menu(store: Store) -> None:
    async with town(store) as here:
        await here.dispute(ADA, account=BOB.account, wish="That he stops")
        case = await here.case()
        assert (case.opening.kind, case.parties) == ("dispute", (ADA.account, BOB.account))
        assert (case.opening.text, case.opening.wish, case.opening.door) == ("He shouts", "That he stops", "command")
        number, at = here.now()
        form = CEDRIC.send(number, "dispute", at, what="hurt", happened="He shouts at me")
        await here.send(replace(form, cited=quarrel(number=9)))
        menu = await here.case("2")
        assert (menu.opening.door, menu.parties) == ("menu", (CEDRIC.account, BOB.account))


@pytest.mark.parametrize("whom", ["", "fake:S1/nobody", "fake:S1/ada"])
async def test_a_dispute_takes_somebody_else_who_is_here(store: Store, whom: str) -> None:
    async with town(store) as here:
        await here.dispute(ADA, account=whom)
        assert await here.cases() == []
        assert "/managers" in await here.told(ADA)


async def test_a_managers_scales_open_a_dispute_between_the_two_and_disappear(store: Store) -> None:
    async with town(store) as here:
        await here.react(MONA, "⚖️", quarrel(answers=ADA.account))
        case = await here.case()
        assert (case.opening.kind, case.opening.door) == ("dispute", "reaction")
        assert case.parties == (ADA.account, BOB.account)
        assert [one.emoji for one in await here.effects() if isinstance(one, HideReaction)] == ["⚖️"]
        await here.react(OTTO, "⚖️", quarrel(answers=ADA.account))
        assert await here.cases() == ["1"]


async def test_where_a_message_answers_nobody_the_scales_bring_it_before_the_team(store: Store) -> None:
    async with town(store) as here:
        await here.react(MONA, "⚖️", quarrel())
        case = await here.case()
        assert (case.opening.kind, case.reporters, case.opening.respondent) == ("report", (), BOB.account)
        await here.press(MONA, "case-claim:1")
        assert (await here.case()).handler == MONA.account


async def test_a_members_reaction_is_an_everyday_one(store: Store) -> None:
    async with town(store) as here:
        await here.react(ADA, "⚖️", quarrel(), roles=())
        await here.react(ADA, "🚨", quarrel(), roles=())
        assert await here.cases() == []
        assert [one for one in await here.effects() if isinstance(one, HideReaction)] == []


@pytest.mark.parametrize(
    ("emoji", "state", "outcome"),
    [("👀", "triage", None), ("✅", "decided", "settled"), ("❌", "decided", "no_further_action")],
)
async def test_reactions_to_the_card_claim_settle_and_dismiss(
    store: Store, emoji: str, state: str, outcome: str | None
) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        (posted,) = await here.channel()
        card = Cited(
            message=message_id(TEAM, "card"),
            channel=TEAM,
            author=None,
            text="",
            buttons=tuple(button.id for button in posted.card.buttons),
        )
        await here.react(MONA, emoji, card)
        case = await here.case()
        assert (case.state, case.outcome) == (state, outcome)


async def test_a_private_conversation_with_the_team_accuses_nobody(store: Store) -> None:
    async with town(store) as here:
        number, at = here.now()
        await here.send(ADA.send(number, "managers", at, text="I am new and a bit lost"))
        assert (await here.case()).opening.kind == "talk"
        await here.press(MONA, "case-claim:1")
        (thread,) = [one for one in await here.effects() if one.kind == "create_private_thread"]
        assert set(thread.members) == {ADA.account, MONA.account}
        assert thread.channel == CHANNEL
        await here.press(MONA, "case-show:1")
        offered = buttons(await here.answer(MONA))
        assert "case-settle" in offered
        assert not {"case-decide", "case-dismiss"} & set(offered)
        await here.press(MONA, "case-settle:1")
        assert "your conversation to be finished" in await here.told(ADA)


async def test_property_7_two_managers_press_at_once_and_the_second_is_told_who_was_faster(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        one, two = (
            replace(who.press(number, "case-claim:1", 500), channel=TEAM) for number, who in ((900, MONA), (901, OTTO))
        )
        await asyncio.gather(here.send(one), here.send(two))
        case = await here.case()
        assert await here.moves() == ["open", "claim"]
        later = OTTO if case.handler == MONA.account else MONA
        assert "faster" in words(await here.answer(later))


async def test_property_5_a_deadline_fires_once_whatever_comes_late(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.wait(23 * HOUR)
        assert await here.moves() == ["open", "remind"]
        await here.wait(2 * HOUR)
        await here.wait(2 * HOUR)
        assert (await here.case()).state == "escalated"
        assert (await here.moves()).count("lapse") == 1


async def test_a_restart_in_between_changes_nothing(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        before = await here.due()
    async with town(store) as again:
        assert await again.due() == before
        again.numbers, again.seconds = 2_000, 2_000
        await again.press(MONA, "case-claim:1")
        assert (await again.case()).state == "triage"
        await again.wait(73 * HOUR)
        assert (await again.case()).state == "escalated"
        assert (await again.moves()).count("lapse") == 1


async def test_silence_alone_passes_a_case_on_and_then_ends_it(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        for _ in range(6):
            await here.wait(15 * DAY)
        case = await here.case()
        assert case.state == "closed"
        assert case.outcome == "no_decision"
        await here.wait(181 * DAY)
        assert (await here.case()).state == "archived"
        assert [name for name in await here.due() if name.startswith("case")] == []


async def test_every_live_case_has_one_deadline(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.press(MONA, "case-claim:1")
        await here.fill(MONA, "case-note", "1", text="Spoke with both")
        case = await here.case()
        assert (await here.due())["case:1"] == case.due_at


async def test_cases_are_merged_and_linked_by_their_numbers(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.report(CEDRIC, quarrel(number=8))
        await here.command(MONA, "case link", case="#1", to="2")
        assert (await here.case()).links == ("2",)
        await here.press(MONA, "case-claim:1")
        await here.command(MONA, "case merge", case="1", into="2")
        assert await here.stumbles() == []
        assert (await here.case()).outcome == "merged"
        assert ADA.account in (await here.case("2")).reporters
        await here.press(OTTO, "case-claim:2")
        await here.fill(OTTO, "case-dismiss", "2", text="Nothing to it")
        assert "left it at that" in await here.told(ADA)


async def test_an_owner_exports_a_case_and_that_is_written_down(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.command(OWEN, "case export", case="1")
        (file,) = (await here.answer(OWEN)).files
        assert ADA.account in file.content
        await here.command(MONA, "case export", case="1")
        assert (await here.answer(MONA)).files == ()


async def test_history_shows_what_stands_about_somebody_and_hides_what_the_asker_may_not_see(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.fill(OTTO, "case-decide", "1", measure="warn", text="Words like these hurt")
        await here.command(MONA, "history", account=BOB.account)
        assert "cases: 1" in words(await here.answer(MONA))
        await here.report(MONA, quarrel(number=9))
        await here.command(MONA, "history", account=BOB.account)
        assert "cases: 1" in words(await here.answer(MONA))
        await here.command(OWEN, "history", account=BOB.account)
        assert "cases: 2" in words(await here.answer(OWEN))


async def test_what_is_assigned_reaches_whom_it_is_given_to(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, quarrel())
        await here.command(MONA, "case assign", case="1", account=OTTO.account)
        assert (await here.case()).handler == OTTO.account
        assert any(isinstance(one, SendDirect) and one.account == OTTO.account for one in await here.effects())


async def test_no_card_shows_the_words_of_the_law(store: Store) -> None:
    async with town(store) as here:
        await _everything(here)
        check_words(await here.effects())


async def _everything(here: Town) -> None:
    await here.report(ADA, quarrel(), what="danger")
    await here.press(MONA, "case-claim:1")
    await here.fill(MONA, "case-note", "1", text="Spoke with both")
    await here.press(MONA, "case-show:1")
    await here.press(MONA, "case-evidence:1")
    await here.fill(MONA, "case-decide", "1", measure="timeout-1d", text="Words like these hurt")
    await here.dispute(ADA, account=BOB.account)
    await here.press(OTTO, "case-claim:2")
    await here.fill(OTTO, "case-ask", "2", text="When was it?")
    await here.press(OTTO, "case-mediate:2")
    await here.fill(OTTO, "case-restrain", "2", what="no_contact", hours="24", text="Let it cool down")
    await here.fill(OTTO, "case-escalate", "2", text="I know both")
    await here.command(OTTO, "case list")
    await here.command(OTTO, "history", account=BOB.account)
    await here.wait(100 * DAY)
