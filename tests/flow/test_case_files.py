"""What is in the files of evidence: asked for once, noted in the log, and gone with whoever shared them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.folding import FILES
from bot.effects import EditCard, HashFiles
from bot.events import Attachment, FilesHashed, Fingerprint
from bot.ids import CaseId, EventId, Platform
from bot.storage import audit, case_files
from bot.storage.store import Store
from tests.builders import MONDAY, SPACE, message
from tests.flow.quarrels import ADA, BOB, EVE, MONA, Town, quarrel, town
from tests.flow.test_privacy import forget
from tests.unit.moderation.playing import words

pytestmark = pytest.mark.story

SHOWN = replace(quarrel(), files=(("umbrella.png", "m1"), ("note.txt", "m2")))
HASH = "ab" * 32
READ, LOST = Fingerprint(mark="m1", size=12, sha256=HASH), Fingerprint(mark="m2")


def hashed(*prints: Fingerprint, key: str = "k") -> FilesHashed:
    at = MONDAY + timedelta(minutes=5)
    return FilesHashed(id=EventId(f"hashed:{key}"), space=SPACE, at=at, case=CaseId("1"), prints=prints)


async def wanted(here: Town) -> list[HashFiles]:
    return [one for one in await here.effects() if isinstance(one, HashFiles)]


async def flaws(store: Store) -> list[audit.Flaw]:
    async with store.reading() as connection:
        return [flaw async for flaw in audit.flaws(connection, 1, audit.Seen())]


async def test_the_files_of_a_report_are_hashed_and_the_log_says_so(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, SHOWN)
        (asked,) = await wanted(here)
        assert (asked.message, asked.channel, asked.case) == (SHOWN.message, SHOWN.channel, "1")
        assert asked.marks == ("m1", "m2")
        edits = len([one for one in await here.effects() if isinstance(one, EditCard)])
        await here.send(hashed(READ, LOST))
        (evidence,) = (await here.case()).evidence
        assert (evidence.files, evidence.prints) == (SHOWN.files, (READ, LOST))
        line = (await here.log())[-1]
        assert (line.move, line.choice, line.by, line.text) == ("note", FILES, None, "")
        assert (await here.case()).notes == ()
        assert len([one for one in await here.effects() if isinstance(one, EditCard)]) == edits
        await here.press(MONA, "case-evidence:1")
        shown = words(await here.answer(MONA))
        assert f"umbrella.png\n12 bytes, sha256:{HASH[:16]}…" in shown
        assert "note.txt\nWhat is in this file could not be read." in shown
    assert await flaws(store) == []
    async with store.reading() as connection:
        exported = await case_files.whole(connection, 1, "1", sealed=False)
    assert exported is not None
    assert exported["case"]["evidence"][0]["prints"][0] == {"mark": "m1", "size": 12, "sha256": HASH}


async def test_the_first_look_at_a_file_stays_however_often_it_is_told(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, SHOWN)
        await here.send(hashed(READ, LOST))
        await here.send(hashed(READ, LOST))
        await here.send(hashed(replace(READ, sha256="cd" * 32), key="other"))
        assert await here.moves() == ["open", "note"]
        (evidence,) = (await here.case()).evidence
        assert evidence.prints == (READ, LOST)


async def test_a_further_report_asks_for_nothing_twice(store: Store) -> None:
    async with town(store) as here:
        await here.report(ADA, SHOWN)
        await here.report(EVE, replace(SHOWN, files=(*SHOWN.files, ("third.png", "m3"))))
        assert [one.marks for one in await wanted(here)] == [("m1", "m2"), ("m3",)]
        await here.send(hashed(READ, LOST), hashed(replace(READ, mark="m3"), key="later"))
        first, second = (await here.case()).evidence
        assert [one.mark for one in first.prints] == ["m1", "m2"]
        assert [one.mark for one in second.prints] == ["m1", "m2", "m3"]


async def test_a_case_that_a_policy_opens_asks_for_its_files_too(store: Store) -> None:
    async with town(store) as here:
        spoken = message("a wombat", number=8, by="bob")
        await here.send(replace(spoken, attachments=(Attachment(name="wombat.png", mark="m1"),)))
        (asked,) = await wanted(here)
        assert (asked.message, asked.marks) == (spoken.message, ("m1",))
        await here.press(MONA, "case-evidence:1")
        shown = words(await here.answer(MONA))
        assert "wombat.png" in shown
        assert "could not be read" not in shown


async def test_where_a_platform_cannot_read_files_their_marks_are_what_is_kept(store: Store) -> None:
    async with town(store, cannot={Platform("fake"): frozenset({"hash_files"})}) as here:
        await here.report(ADA, SHOWN)
        assert await wanted(here) == []
        (evidence,) = (await here.case()).evidence
        assert (evidence.files, evidence.prints) == (SHOWN.files, ())


@pytest.mark.parametrize("first", [True, False])
async def test_nothing_of_it_is_left_of_whoever_is_forgotten(store: Store, first: bool) -> None:
    async with town(store) as here:
        await here.report(ADA, SHOWN)
        for one in (hashed(READ), forget(1, BOB.account)) if first else (forget(1, BOB.account), hashed(READ)):
            await here.send(one)
        (evidence,) = (await here.case()).evidence
        assert (evidence.files, evidence.prints, evidence.edits) == ((), (), ())
        assert HASH not in str(await here.log())
    assert await flaws(store) == []
