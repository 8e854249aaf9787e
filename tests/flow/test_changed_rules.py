"""A rule that changes, or goes, between what was written and what is decided of it: the milder wording counts."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.effects import EditCard
from bot.facts import WordingFact, wording_key
from bot.ids import PolicyId, RevisionId
from bot.policy.book import Book
from bot.policy.pack import Pack
from bot.storage import facts
from bot.storage.store import Store
from bot.views import Card
from tests.builders import MONDAY, message
from tests.flow.governed import OURS
from tests.flow.quarrels import BOB, MONA, TALK, Town, town
from tests.unit.moderation.playing import words
from tests.unit.policy.packs import pack, policy

pytestmark = pytest.mark.story

SAID = replace(message("what a wombat", number=50, by="bob"), at=MONDAY + timedelta(seconds=50))
AGAIN = 'ladder = [{ at = 2, within = "30d", then = { timeout = "1d" } }]\n'


def wombats(then: str) -> Pack:
    """A rule with steps of its own that brings what it matches before the team."""
    rule = policy('{ words = { any = ["wombat"] } }', name="wombats", then=f"{{ open_case = true, {then} = true }}")
    return pack(rule + AGAIN, name="talk")


MILD, HARSH = wombats("remind"), wombats("quarantine")
UNREADABLE = RevisionId("unreadable")
RULE = PolicyId("talk/wombats")


def revision(of: Pack) -> RevisionId:
    (found,) = Book.compile([of]).revisions
    return found.id


async def kept(store: Store, *packs: Pack) -> None:
    """As a bot does that reads its packs."""
    books = [one for each in packs for one in Book.compile([each]).revisions]
    await store.remember_revisions([(one.id, one.policy, one.canonical) for one in books], MONDAY)


async def written_under(store: Store, before: Pack) -> None:
    """Bob's message comes while the rule reads so, and this wording is kept."""
    await kept(store, before)
    async with town(store, packs=(OURS, before)) as here:
        await here.send(SAID)
        assert (await here.case()).opening.policies == ((RULE, revision(before)),)


async def shown(here: Town) -> Card:
    """What whoever decides reads."""
    await here.press(MONA, "case-claim:1")
    await here.press(MONA, "case-show:1")
    return await here.answer(MONA)


@pytest.mark.parametrize(("before", "after"), [(MILD, HARSH), (HARSH, MILD)])
async def test_the_milder_wording_counts_whichever_way_a_rule_has_changed(
    store: Store, before: Pack, after: Pack
) -> None:
    await written_under(store, before)
    async with town(store, packs=(OURS, after)) as here:
        card = await shown(here)
        assert "The rule has changed since" in words(card)
        assert next(one for one in card.buttons if one.id == "case-decide:1").prefill == (("measure", "remind"),)
        cards = [one.card for one in await here.effects() if isinstance(one, EditCard)]
        assert "The rule has changed since" in words(cards[-1])
        await here.fill(MONA, "case-decide", "1", measure="remind", policy=RULE)
        assert (await here.log())[-1].policies == ((RULE, revision(MILD)),)
        which = "which held then" if before is MILD else "which came later"
        assert f"{RULE}, in the wording {revision(MILD)[:8]}, {which}" in await here.told(BOB)


async def test_a_rule_that_is_gone_carries_no_measure_but_reasons_of_ones_own_do(store: Store) -> None:
    await written_under(store, MILD)
    async with town(store, packs=(OURS,)) as here:
        card = await shown(here)
        assert "isn't in force any more" in words(card)
        await here.fill(MONA, "case-decide", "1", measure="warn")
        assert "name another rule" in words(await here.answer(MONA))
        assert (await here.moves())[-1] == "claim"
        await here.fill(MONA, "case-decide", "1", measure="warn", text="You were asked to stop.")
        assert (await here.log())[-1].policies == ()
        assert "It rests on no single rule" in await here.told(BOB)


async def test_wordings_are_loaded_in_one_statement_and_what_nobody_kept_or_understands_is_none(store: Store) -> None:
    packs = (MILD, HARSH, TALK)
    await kept(store, *packs)
    await store.remember_revisions([(UNREADABLE, RULE, '{"policy": "talk/wombats"}')], MONDAY)
    keys = [wording_key(one) for one in (*map(revision, packs), UNREADABLE, RevisionId("never"))]
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    async with store.reading() as connection:
        event.listen(connection.sync_connection, "before_cursor_execute", note)
        found = await facts.load(connection, 1, keys)
        event.remove(connection.sync_connection, "before_cursor_execute", note)
    assert len([one for one in asked if "policy_revisions" in one]) == 1
    rules = [one.rule for key in keys[:3] if isinstance(one := found[key], WordingFact)]
    assert [one.revision for one in rules] == list(map(revision, packs))
    assert [len(one.ladder) for one in rules] == [2, 2, 0]
    assert rules[0].acts == {"open_case", "remind", "timeout"}
    assert [found[key] for key in keys[3:]] == [None, None]
