"""Ordinary talk among developers is left alone: all shipped packs, as they are shipped, over months of it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.app import packs
from bot.app.replay import Replay, replay
from bot.config.load import load
from bot.records import PolicyHit
from bot.storage.batch import Ruled

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
EXPORTS = (
    "slack_export_elmlang.zip",
    "slack_export_pythondev.zip",
    "discord_export.json",
    "fixtures_real/slack-export-viewer_testarchive.zip",
)
ONE_IN = 1000
ONCE = 1
"""The smallest export holds fewer than a thousand messages."""


@pytest.mark.parametrize("export", EXPORTS)
async def test_fewer_than_one_message_in_a_thousand_is_acted_on(tmp_path: Path, export: str) -> None:
    if not (DATA / export).exists():
        pytest.skip(f"real exports are not part of the project: no {export}")
    acted: set[str] = set()

    def watch(batch: Sequence[Ruled]) -> None:
        for one in batch:
            for record in one.records:
                if isinstance(record, PolicyHit) and record.mode == "enforce":
                    acted.add(str(record.message))

    config = load(None, {"PALABRE_DATABASE_URL": f"sqlite:{tmp_path / 'palabre.db'}"})
    every = tuple(sorted(packs.available(())))
    result = await replay(config, Replay(export=DATA / export, packs=every, watch=watch))
    assert result.stumbles == 0
    assert len(acted) <= max(ONCE, (result.messages - 1) // ONE_IN)
