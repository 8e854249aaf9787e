import resource
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.web import changes
from adapters.web.journal import BrokenJournal
from adapters.web.site.site import Site
from adapters.web.state import State
from tests.unit.web.worlds import ADA, BOB, GENERAL, SPACE, THEN, as_, clock, last, opened, peopled, sited, written


def everything(state: State) -> object:
    return (
        state.people,
        state.rooms,
        state.messages,
        state.lines,
        state.performed,
        state.asked,
        state.waiting,
        state.invites_paused_until,
        state.numbers,
        state.names,
        state.moved,
    )


def test_a_world_is_all_there_again_after_a_restart(tmp_path: Path) -> None:
    site = sited(tmp_path)
    message = written(site, "Bonjour @Bob Ross\nça va ?")
    as_(site, BOB).react(message, "👍")
    as_(site, ADA).edit(message, "Bonsoir")
    as_(site, ADA).command("help", ())
    site.world.close()
    assert everything(opened(tmp_path).state) == everything(site.state)


def test_what_a_crash_tore_off_never_happened(tmp_path: Path) -> None:
    world = peopled(tmp_path)
    whole = everything(world.state)
    world.close()
    path = tmp_path / "world.jsonl"
    with path.open("ab") as file:
        file.write(b'[{"at":"2026-03-02T09:00:00+00:00","channel":"web:til')
    again = opened(tmp_path)
    assert everything(again.state) == whole
    again.commit(changes.Renamed(at=THEN, account=ADA, name="Adèle"))
    again.close()
    assert opened(tmp_path).state.people[ADA].name == "Adèle"


def test_a_broken_line_in_the_middle_is_named_with_its_file_and_number(tmp_path: Path) -> None:
    peopled(tmp_path).close()
    path = tmp_path / "world.jsonl"
    lines = path.read_bytes().splitlines()
    lines[2] = b'[{"kind":"renamed"}]'
    path.write_bytes(b"\n".join(lines) + b"\n")
    with pytest.raises(BrokenJournal, match=r"world\.jsonl:3: .*start anew"):
        opened(tmp_path)


def test_a_fresh_world_forgets_the_old_one(tmp_path: Path) -> None:
    peopled(tmp_path).close()
    assert list(opened(tmp_path, fresh=True).state.people) == [f"{SPACE}/palabre"]


def test_a_file_is_kept_under_its_own_hash_and_nothing_else_is_found(tmp_path: Path) -> None:
    journal = peopled(tmp_path).journal
    name = journal.keep(b"hello")
    assert journal.kept(name) == b"hello"
    assert journal.kept("../world.jsonl") is None
    assert journal.kept("0" * 64) is None


def test_lone_surrogates_and_nul_come_through_the_journal(tmp_path: Path) -> None:
    site = sited(tmp_path)
    written(site, "a\ud800\x00b")
    site.world.close()
    again = opened(tmp_path)
    assert again.state.lines[GENERAL][-1].text == "a\ud800\x00b"


TEXTS = st.text(min_size=1, max_size=30).filter(lambda text: text.strip())
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("post"), TEXTS),
        st.tuples(st.just("edit"), TEXTS),
        st.tuples(st.just("react"), st.sampled_from(["👍", "❤️", ":tea:"])),
        st.tuples(st.just("delete"), st.just("")),
        st.tuples(st.just("reply"), TEXTS),
    ),
    max_size=12,
)


def do(site: Site, deed: str, text: str) -> None:
    standing = [one for one in site.state.lines[GENERAL] if not one.deleted and one.author == ADA]
    clock(site).move(timedelta(seconds=1))
    if deed == "post" or not standing:
        as_(site, ADA).post(text or "x")
    elif deed == "edit":
        as_(site, ADA).edit(standing[0].id, text)
    elif deed == "react":
        as_(site, BOB).react(standing[-1].id, text)
    elif deed == "delete":
        as_(site, ADA).delete(standing[-1].id)
    else:
        as_(site, BOB, thread=standing[0].thread or standing[0].id).post(text)


@settings(max_examples=30)
@given(deeds=DEEDS)
def test_replaying_the_journal_gives_an_equal_world(
    deeds: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("world")
    site = sited(folder)
    for deed, text in deeds:
        do(site, deed, text)
    site.world.close()
    assert everything(opened(folder).state) == everything(site.state)


def test_messages_stand_in_the_order_of_time_whenever_they_came_to_be_known(tmp_path: Path) -> None:
    site = sited(tmp_path)
    now = written(site, "now")
    earlier = changes.Posted(
        at=THEN - timedelta(days=1),
        message=f"{GENERAL}/1.1",  # type: ignore[arg-type]
        channel=GENERAL,
        account=BOB,
        text="yesterday",
    )
    site.world.commit(earlier)
    assert [one.text for one in site.state.lines[GENERAL]] == ["yesterday", "now"]
    assert last(site) == now


def test_ids_of_messages_grow_and_never_come_twice(tmp_path: Path) -> None:
    site = sited(tmp_path)
    names = [written(site, f"{n}") for n in range(5)]
    assert names == sorted(set(names))


def test_a_disk_that_fills_up_leaves_whole_lines_and_nothing_that_was_not_told(tmp_path: Path) -> None:
    world = peopled(tmp_path)
    whole = everything(world.state)
    size = (tmp_path / "world.jsonl").stat().st_size
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 10, before[1]))
    try:
        with pytest.raises(OSError, match="No space"):
            world.commit(changes.Renamed(at=THEN, account=ADA, name="Lost"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert everything(world.state) == whole
    world.commit(changes.Renamed(at=THEN, account=BOB, name="Bobby"))
    world.close()
    again = opened(tmp_path).state
    assert (again.people[ADA].name, again.people[BOB].name) == ("Ada", "Bobby")


def test_a_fresh_world_keeps_no_files_of_the_old_one(tmp_path: Path) -> None:
    world = peopled(tmp_path)
    name = world.journal.keep(b"somebody's holiday")
    world.close()
    assert opened(tmp_path, fresh=True).journal.kept(name) is None


def test_a_file_that_a_crash_cut_short_is_written_anew(tmp_path: Path) -> None:
    world = peopled(tmp_path)
    name = world.journal.keep(b"hello")
    assert [one.name for one in (tmp_path / "files").iterdir()] == [name]
    (tmp_path / "files" / name).write_bytes(b"he")
    world.journal.keep(b"hello")
    assert world.journal.kept(name) == b"hello"


def test_what_is_asked_after_the_journal_was_cut_off_is_new_to_the_core(tmp_path: Path) -> None:
    site = sited(tmp_path)
    before = len((tmp_path / "world.jsonl").read_bytes())
    as_(site, ADA).command("help", ())
    (lost,) = site.state.waiting
    site.world.close()
    with (tmp_path / "world.jsonl").open("r+b") as file:
        file.truncate(before)
    again = Site(opened(tmp_path), site.catalogue, site.guide, site.clock, site.options)
    clock(again).move(timedelta(seconds=1))
    as_(again, ADA).command("help", ())
    assert lost not in again.state.waiting
