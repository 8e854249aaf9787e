from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from adapters.web.adapter import WebAdapter
from adapters.web.options import Options
from adapters.web.seeding import Channel, Resident
from adapters.web.world import World
from bot.catalogue.declared import CATALOGUE
from bot.commands import Level
from bot.events import (
    Attachment,
    ChannelCreated,
    Event,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MemberRolesChanged,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ReactionAdded,
    ReactionRemoved,
    Ticked,
)
from bot.ids import EventId, SpaceId, message_id, role_id
from bot.ports import Chronicler
from tests.fakes import FakeClock
from tests.unit.web.worlds import ADA, BOB, GENERAL, MO, OLA, SPACE, TEAM, THEN, FakeGuide, opened

FIRST, SECOND = message_id(GENERAL, "1.1"), message_id(GENERAL, "1.2")
POSTED = MessagePosted(
    id=EventId("1"), space=SPACE, at=THEN, message=FIRST, channel=GENERAL, account=ADA, text="hello :wave:", name="Ada"
)


def seeded(
    folder: Path, *events: Event, people: tuple[Resident, ...] = (), channels: tuple[Channel, ...] = ()
) -> World:
    world = opened(folder)
    adapter = WebAdapter(world, CATALOGUE, FakeGuide(), FakeClock(THEN), Options())
    adapter.seed(events, people=people, channels=channels)
    return world


def test_a_past_is_there_and_nobody_is_told_of_it(tmp_path: Path) -> None:
    answer = replace(POSTED, id=EventId("2"), message=SECOND, account=BOB, name="Bob", thread=FIRST, text="hi")
    reaction = ReactionAdded(
        id=EventId("3"), space=SPACE, at=THEN, message=FIRST, channel=GENERAL, account=BOB, emoji="x"
    )
    state = seeded(tmp_path, POSTED, answer, reaction).state
    assert not state.waiting
    assert [one.text for one in state.lines[GENERAL]] == ["hello :wave:", "hi"]
    assert (state.messages[FIRST].replies, state.messages[FIRST].reactions) == (1, {"x": [BOB]})
    assert (state.people[BOB].name, state.rooms[GENERAL].name) == ("Bob", "general")


def test_what_no_event_tells_is_told_beside_them(tmp_path: Path) -> None:
    people = (
        Resident(account=OLA, name="Ola", roles=(role_id(SPACE, "owner"),), title="Founder", joined_at=THEN),
        Resident(account=MO, name="Mo", bot=True),
    )
    channels = (Channel(channel=TEAM, name="the team", topic="ours", members=(OLA,)),)
    state = seeded(tmp_path, people=people, channels=channels).state
    assert (state.people[OLA].level, state.people[OLA].title) == (Level.OWNER, "Founder")
    assert state.people[MO].bot
    assert (state.rooms[TEAM].topic, state.rooms[TEAM].members) == ("ours", (OLA,))


def test_people_come_and_go_and_change(tmp_path: Path) -> None:
    def at(number: int) -> dict[str, object]:
        return {"id": EventId(f"e{number}"), "space": SPACE, "at": THEN + timedelta(hours=number)}

    helper = role_id(SPACE, "helper")
    past: tuple[Event, ...] = (
        MemberJoined(**at(1), account=ADA, name="Ada", account_created=THEN),  # type: ignore[arg-type]
        MemberRenamed(**at(2), account=ADA, name="Adèle"),  # type: ignore[arg-type]
        MemberRolesChanged(**at(3), account=ADA, roles=(helper,)),  # type: ignore[arg-type]
        MemberLeft(**at(4), account=BOB),  # type: ignore[arg-type]
        ChannelCreated(**at(5), channel=TEAM, name="cellar"),  # type: ignore[arg-type]
        Ticked(**at(6)),  # type: ignore[arg-type]
    )
    state = seeded(tmp_path, *past).state
    ada = state.people[ADA]
    assert (ada.name, ada.roles, ada.account_created, ada.joined_at) == (
        "Adèle",
        (helper,),
        THEN,
        THEN + timedelta(hours=1),
    )
    assert state.people[BOB].gone == "left"
    assert state.rooms[TEAM].name == "cellar"


def test_messages_change_and_what_is_about_unknown_ones_is_left_out(tmp_path: Path) -> None:
    posted = replace(POSTED, attachments=(Attachment(name="a.png", media_type="image/png", size=3),))
    edited = MessageEdited(
        id=EventId("2"), space=SPACE, at=THEN, message=FIRST, channel=GENERAL, account=ADA, text="bye"
    )
    deleted = MessageDeleted(id=EventId("3"), space=SPACE, at=THEN, message=FIRST, channel=GENERAL, by=MO)
    removed = ReactionRemoved(
        id=EventId("4"), space=SPACE, at=THEN, message=FIRST, channel=GENERAL, account=BOB, emoji="x"
    )
    state = seeded(tmp_path, posted, edited, removed, deleted, replace(edited, message=SECOND)).state
    message = state.messages[FIRST]
    assert ([one.text for one in message.wordings], message.deleted) == (["hello :wave:", "bye"], True)
    assert message.files[0].sha256 == ""
    assert SECOND not in state.messages


def test_a_world_is_empty_until_somebody_wrote_in_it(tmp_path: Path) -> None:
    world = opened(tmp_path)
    assert world.empty
    WebAdapter(world, CATALOGUE, FakeGuide(), FakeClock(THEN), Options()).seed([POSTED])
    assert not world.empty


async def test_what_stands_is_told_again_the_youngest_first(tmp_path: Path) -> None:
    gone, edited = message_id(GENERAL, "1.3"), message_id(GENERAL, "1.4")
    later = [
        replace(POSTED, id=EventId(f"{n}"), message=one, at=THEN + timedelta(hours=n), text=f"{n}")
        for n, one in enumerate((SECOND, gone, edited), 1)
    ]
    deleted = MessageDeleted(id=EventId("d"), space=SPACE, at=THEN, message=gone, channel=GENERAL, account=ADA)
    world = opened(tmp_path)
    adapter = WebAdapter(world, CATALOGUE, FakeGuide(), FakeClock(THEN), Options())
    adapter.seed([POSTED, *later, deleted])
    assert isinstance(adapter, Chronicler)
    closed = replace(POSTED, id=EventId("t"), channel=TEAM, message=message_id(TEAM, "1.5"), text="not for everybody")
    adapter.seed([closed], channels=[Channel(channel=TEAM, name="team", members=(ADA,))])
    told = [one async for one in adapter.past(SPACE, THEN, THEN + timedelta(hours=3))]
    assert [(one.text, one.account, one.id) for one in told] == [
        ("1", ADA, "posted:general/1.2"),
        ("hello :wave:", ADA, "posted:general/1.1"),
    ]
    assert (await anext(adapter.past(SPACE, THEN, THEN + timedelta(hours=9)))).text == "3"
    assert [one async for one in adapter.past(SpaceId("web:elsewhere"), THEN, THEN + timedelta(hours=9))] == []
