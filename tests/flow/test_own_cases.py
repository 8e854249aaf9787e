"""What somebody is shown and given of the cases that concern them: theirs, and nothing of anybody else's."""

import json
from typing import Any

import pytest

from bot.ids import AccountId
from bot.storage import privacy
from bot.storage.store import Store
from tests.flow.casebooks import ADA, BOB, JURORS, MODERATOR, REASONS, THEIRS, WORDS, quarrel, voting
from tests.flow.test_casebooks import written

pytestmark = pytest.mark.story


async def given(store: Store, account: AccountId) -> dict[str, Any]:
    async with store.reading() as connection:
        kept = await privacy.kept(connection, 1, account)
        exported = await privacy.export(connection, 1, account)
    assert json.loads(json.dumps(exported.get("cases"), default=str)) == json.loads(kept.export).get("cases")
    found: dict[str, Any] = json.loads(kept.export)
    return found


async def test_whoever_asked_reads_what_they_wrote_and_what_was_decided(store: Store) -> None:
    await written(store, quarrel())
    found = await given(store, ADA)
    (case,) = found["cases"]
    assert (case["part"], case["stands"]) == ("asked", "decided")
    assert WORDS in [one["text"] for one in case["wrote"]]
    assert case["decision"]["reasons"] == REASONS
    said = json.dumps(found["cases"])
    for others in (THEIRS, "umbrella club", MODERATOR, "umbrella.png"):
        assert others not in said


async def test_whom_it_is_about_reads_the_decision_and_not_who_spoke_of_them(store: Store) -> None:
    await written(store, quarrel(kind="report"))
    found = await given(store, BOB)
    (case,) = found["cases"]
    assert case["part"] == "about"
    assert [one["text"] for one in case.pop("wrote")] == [THEIRS, f"{ADA} began: <@ada> took my umbrella"]
    said = json.dumps([case, found["sanctions"]])
    assert REASONS in said
    for sealed in (ADA, WORDS, MODERATOR, "umbrella club", "reporter"):
        assert sealed not in said
    assert "opened_at" not in case, "when it was reported can betray who reported it"


async def test_a_report_of_which_nothing_came_yet_is_not_told_to_whom_it_is_about(store: Store) -> None:
    await written(store, quarrel(kind="report")[:3])
    assert "cases" not in await given(store, BOB)
    (case,) = (await given(store, ADA))["cases"]
    assert case["part"] == "reported"


async def test_the_team_reads_what_it_decided_without_whom(store: Store) -> None:
    await written(store, quarrel())
    found = await given(store, MODERATOR)
    assert [one["name"] for one in found["imposed"]] == ["timeout"]
    assert BOB not in json.dumps(found["imposed"])
    assert "cases" not in found


async def test_a_ballot_is_in_nobodys_export(store: Store) -> None:
    await written(store, voting())
    for account in (*JURORS, ADA, BOB):
        found = await given(store, account)
        assert "measure" not in json.dumps(found)
    assert (await given(store, JURORS[0]))["circles"] == [{"case": "2", "seated": True}]
