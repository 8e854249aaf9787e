from collections import Counter
from pathlib import Path

import pytest

from adapters.exports import Export, open_export

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"


def opened(name: str) -> Export:
    if not (DATA / name).exists():
        pytest.skip(f"real exports are not part of the project: no {name}")
    return open_export(DATA / name)


@pytest.mark.parametrize(
    ("name", "messages", "threads"),
    [
        ("slack_export_elmlang.zip", 7255, 233),
        ("slack_export_pythondev.zip", 14787, 491),
        ("discord_export.json", 2856, 0),
    ],
)
def test_a_real_export_is_read_whole_in_order_and_understood(name: str, messages: int, threads: int) -> None:
    export = opened(name)
    events = list(export.events())
    assert Counter(event.kind for event in events) == {"message_posted": messages}
    order = [(event.at, getattr(event, "channel", ""), event.id) for event in events]
    assert order == sorted(order)
    assert len({event.id for event in events}) == messages
    assert len({getattr(event, "thread", None) for event in events} - {None}) == threads
    assert not export.oddities
    assert export.read == export.size


def test_a_real_export_with_bots_and_joins_is_read() -> None:
    export = opened("fixtures_real/slack-export-viewer_testarchive.zip")
    kinds = Counter(event.kind for event in export.events())
    assert kinds == {"message_posted": 147, "member_joined": 8, "reaction_added": 1}
    assert export.ignored == {"bot_add": 3}
    assert not export.oddities
