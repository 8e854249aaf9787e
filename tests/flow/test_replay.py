"""The past through the rules: the same whatever the chunks, however often, and wherever it was cut off."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.app.replay import Replay, replay
from bot.config.load import load
from bot.errors import Complaints
from bot.storage import questions, tables
from bot.storage.store import Store
from tests.flow.roads import everything

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "tilleul"
REAL = ROOT.parent / "shared" / "data"


def _config(folder: Path, text: str = "") -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


async def _replayed(folder: Path, *, chunk: int = 1000, batch: int = 1000) -> dict[str, list[tuple[object, ...]]]:
    config = load(_config(folder), {})
    await replay(config, Replay(export=SAMPLE, chunk=chunk, batch=batch))
    return await _stored(folder)


async def _stored(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    store = await Store.open(f"sqlite:///{folder / 'palabre.db'}")
    try:
        found = await everything(store)
        async with store.reading() as connection:
            assert await questions.broken_chain(connection, 1) == []
    finally:
        await store.close()
    del found[tables.policy_revisions.name]  # holds the time at which this machine first used them
    return found


async def test_the_same_export_in_any_chunks_gives_the_same_database(tmp_path: Path) -> None:
    expected = None
    for chunk, batch in ((1000, 1000), (1, 7), (37, 5), (200, 1)):
        folder = tmp_path / f"{chunk}-{batch}"
        folder.mkdir()
        found = await _replayed(folder, chunk=chunk, batch=batch)
        expected = expected or found
        assert found == expected
    assert expected is not None
    assert len(expected["policy_hits"]) >= 5


async def test_a_second_replay_changes_nothing(tmp_path: Path) -> None:
    once = await _replayed(tmp_path)
    again = await replay(load(tmp_path / "config.toml", {}), Replay(export=SAMPLE, chunk=50))
    assert (again.new, again.known) == (0, again.handed)
    assert await _stored(tmp_path) == once


def _start(folder: Path, chunk: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.flow.replaying", str(SAMPLE), str(chunk)],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.timeout(300)
async def test_a_replay_that_is_killed_anywhere_ends_like_one_that_is_not(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    expected = await _replayed(whole)
    dice = random.Random(20260302)
    folder = tmp_path / "killed"
    folder.mkdir()
    _config(folder)
    for chunk in (3, 7, 20):
        process = _start(folder, chunk)
        assert process.stdout is not None
        for _ in range(dice.randrange(1, 25)):
            process.stdout.readline()
        time.sleep(dice.random() * 0.02)  # noqa: ASYNC251 - nothing else runs here
        process.kill()
        process.wait()
        process.stdout.close()
    partly = await _stored(folder)
    assert 0 < len(partly["events"]) < len(expected["events"])
    process = _start(folder, 100)
    process.communicate()
    assert process.returncode == 0
    assert await _stored(folder) == expected


async def test_an_export_goes_to_the_community_that_has_its_space(tmp_path: Path) -> None:
    path = _config(tmp_path, '[communities.lime]\nspaces = ["slack:T0TILLEUL"]\nmodes = {"respect/insults" = "off"}\n')
    result = await replay(load(path, {}), Replay(export=SAMPLE))
    assert result.community == "lime"
    assert not [policy for policy, _ in result.hits if policy == "respect/insults"]


async def test_an_export_of_an_unknown_space_says_what_to_do(tmp_path: Path) -> None:
    path = _config(tmp_path, '[communities.oak]\nspaces = ["slack:TOAK"]\n')
    with pytest.raises(Complaints, match=r"slack:T0TILLEUL, which no community here has.*--community"):
        await replay(load(path, {}), Replay(export=SAMPLE))
    result = await replay(load(path, {}), Replay(export=SAMPLE, community="elm"))
    assert result.community == "elm"


async def test_an_unknown_pack_or_policy_is_named_with_the_nearest(tmp_path: Path) -> None:
    path = _config(tmp_path, '[communities.lime]\nspaces = ["slack:T0TILLEUL"]\npacks = ["startr"]\n')
    with pytest.raises(Complaints, match='no pack "startr"; did you mean "starter"'):
        await replay(load(path, {}), Replay(export=SAMPLE))
    path = _config(tmp_path, '[communities.lime]\nspaces = ["slack:T0TILLEUL"]\nmodes = {"respect/insult" = "off"}\n')
    with pytest.raises(Complaints, match='no policy "respect/insult"; did you mean "respect/insults"'):
        await replay(load(path, {}), Replay(export=SAMPLE))


@pytest.mark.parametrize(("name", "messages"), [("slack_export_elmlang.zip", 7255), ("discord_export.json", 2856)])
async def test_real_exports_are_replayed_whole(tmp_path: Path, name: str, messages: int) -> None:
    if not (REAL / name).exists():
        pytest.skip(f"the real export {name} is not on this machine")
    config = load(_config(tmp_path), {})
    result = await replay(config, Replay(export=REAL / name))
    assert (result.messages, result.new) == (messages, messages + len(result.channels))
    assert result.stumbles == 0
    acted_on = sum(count for (_, mode), count in result.hits.items() if mode == "enforce")
    assert acted_on < messages / 1000
