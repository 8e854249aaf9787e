from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from adapters.exports import ExportAdapter, open_export
from bot.effects import BanMember, CreatePrivateThread, Effect, Handle, PostCard, SendDirect
from bot.errors import ExportError
from bot.events import ChannelCreated, Event
from bot.ids import AccountId, ChannelId, EffectKey, SpaceId
from bot.ports import Adapter, Receipt
from bot.views import Card, Verbatim
from tests.unit.exports.making import DAY, slack, slack_folder, wrote

SPACE = SpaceId("slack:T1")
KEY = EffectKey("posted:C1/1.0#0")
CARD = Card(body=(Verbatim("hello"),))


class Listener:
    def __init__(self) -> None:
        self.chunks: list[list[Event]] = []

    async def __call__(self, events: Sequence[Event]) -> None:
        self.chunks.append(list(events))


async def heard(adapter: Adapter) -> list[list[Event]]:
    listener = Listener()
    await adapter.run(listener)
    return listener.chunks


@pytest.mark.parametrize("chunk", [1, 3, 7, 1000])
async def test_the_events_are_the_same_whatever_the_chunks(tmp_path: Path, chunk: int) -> None:
    export = slack(tmp_path, *(wrote(f"{n}.0") for n in range(1, 8)))
    chunks = await heard(ExportAdapter(export, chunk=chunk))
    named, *rest = [event for events in chunks for event in events]
    assert isinstance(named, ChannelCreated)
    assert (named.name, named.at) == ("general", rest[0].at)
    assert rest == list(export.events())
    assert all(len(events) == chunk for events in chunks[:-1])
    assert 0 < len(chunks[-1]) <= chunk


async def test_what_came_before_a_damage_is_handed_over_before_the_error(tmp_path: Path) -> None:
    raw = b'[{"user":"U1","ts":"1.0","text":"a"},{"user":"U1","ts":"2.0","text":"b"},{"us'
    adapter = ExportAdapter(open_export(slack_folder(tmp_path, {f"general/{DAY}": raw})))
    listener = Listener()
    with pytest.raises(ExportError, match="after 2 messages"):
        await adapter.run(listener)
    assert [len(events) for events in listener.chunks] == [3]


async def test_a_listener_that_fails_ends_the_reading(tmp_path: Path) -> None:
    async def fail(events: Sequence[Event]) -> None:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await ExportAdapter(slack(tmp_path, wrote("1.0"), wrote("2.0")), chunk=1).run(fail)


def test_every_effect_can_be_played(tmp_path: Path) -> None:
    adapter = ExportAdapter(slack(tmp_path, wrote("1.0")))
    assert adapter.platform == "slack"
    assert len(adapter.capabilities.effects) == len(get_args(Effect))
    assert {"post_card", "ban_member", "upload_file"} <= adapter.capabilities.effects
    assert adapter.capabilities.simulated
    assert not adapter.capabilities.reads_back


async def test_a_played_effect_makes_the_same_thing_each_time(tmp_path: Path) -> None:
    adapter = ExportAdapter(slack(tmp_path, wrote("1.0")))
    card = PostCard(space=SPACE, channel=ChannelId("slack:T1/C1"), card=CARD, locale="en")
    first, again = await adapter.apply(card, key=KEY), await adapter.apply(card, key=KEY)
    assert first == again
    assert first.made is not None
    assert first.made.startswith("slack:T1/C1/simulated-")
    assert first.made != (await adapter.apply(card, key=EffectKey("other"))).made
    assert first.simulated


async def test_each_kind_of_effect_makes_what_it_would_make(tmp_path: Path) -> None:
    adapter = ExportAdapter(slack(tmp_path, wrote("1.0")))
    ann = AccountId("slack:T1/U1")
    thread = CreatePrivateThread(space=SPACE, channel=ChannelId("slack:T1/C1"), name="case", members=(ann,))
    made = (await adapter.apply(thread, key=KEY)).made or ""
    assert made.startswith("slack:T1/simulated-")
    direct = await adapter.apply(SendDirect(space=SPACE, account=ann, card=CARD, locale="fr"), key=KEY)
    assert (direct.made or "").startswith("slack:T1/direct-U1/simulated-")
    loose = PostCard(space=SPACE, channel=Handle("case-1/room"), card=CARD, locale="en")
    assert ((await adapter.apply(loose, key=KEY)).made or "").startswith("slack:T1/case-1-room/simulated-")
    assert await adapter.apply(BanMember(space=SPACE, account=ann), key=KEY) == Receipt(simulated=True)
    assert await adapter.recall(thread, key=KEY) is None


def test_a_chunk_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one"):
        ExportAdapter(slack(tmp_path, wrote("1.0")), chunk=0)


def test_times_stay_exact_to_the_microsecond(tmp_path: Path) -> None:
    [event] = slack(tmp_path, wrote("1405894322.002769")).events()
    assert event.at == datetime(2014, 7, 20, 22, 12, 2, 2769, UTC)


async def test_conversations_named_after_people_are_not_named(tmp_path: Path) -> None:
    folder = slack_folder(tmp_path, {f"mpdm-ada--bob-1/{DAY}": [wrote("1.0")]})
    (folder / "channels.json").write_text('[{"id": "G7", "name": "mpdm-ada--bob-1"}]')
    chunks = await heard(ExportAdapter(open_export(folder)))
    assert [event.kind for events in chunks for event in events] == ["message_posted"]
