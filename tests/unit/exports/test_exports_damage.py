import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.exports import Export, open_export
from adapters.exports.streaming import JsonStream
from adapters.exports.tally import Tally
from bot.errors import ExportError
from bot.events import Event
from tests.unit.exports.making import DAY, discord_file, posts, said, slack, slack_folder, texts, wrote, zipped


def read_until_damage(export: Export) -> tuple[list[Event], str]:
    events: list[Event] = []
    try:
        for event in export.events():
            events.append(event)  # noqa: PERF402
    except ExportError as damage:
        return events, str(damage)
    pytest.fail("nothing was told")


@pytest.mark.parametrize("cut", [1, 10, 60])
def test_all_before_a_cut_is_read_and_the_error_says_where(tmp_path: Path, cut: int) -> None:
    whole = json.dumps([wrote(f"{n}.0") for n in range(1, 501)]).encode()
    export = open_export(slack_folder(tmp_path, {f"general/{DAY}": whole[:-cut]}))
    events, told = read_until_damage(export)
    assert len(events) in {499, 500}
    assert f"general/{DAY}" in told
    assert "at byte" in told
    assert f"after {len(events)} messages" in told


def test_nonsense_in_the_middle_is_told_without_reading_to_the_end(tmp_path: Path) -> None:
    before, after = (json.dumps([wrote(f"{n}.0") for n in range(500)])[1:-1].encode() for _ in range(2))
    export = open_export(slack_folder(tmp_path, {f"general/{DAY}": b"[" + before + b", nope, " + after * 20 + b"]"}))
    events, told = read_until_damage(export)
    assert len(events) == 500
    assert f"at byte {len(before) + 3}, after 500 messages" in told
    assert export.read < export.size / 2


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    _, told = read_until_damage(open_export(slack_folder(tmp_path, {f"general/{DAY}": b""})))
    assert "ends too early" in told


def test_a_discord_file_cut_short_gives_what_it_has(tmp_path: Path) -> None:
    file = discord_file(tmp_path / "a.json", *(said(str(n), "2020-01-01T12:00:00+00:00") for n in range(9)))
    file.write_bytes(file.read_bytes()[:-80])
    events, told = read_until_damage(open_export(file))
    assert len(events) == 8
    assert "a.json" in told


def test_a_zip_cut_short_is_told_with_the_next_step(tmp_path: Path) -> None:
    folder = slack_folder(tmp_path / "out", {f"general/{DAY}": [wrote("1.0")]})
    archive = zipped(folder, tmp_path / "all.zip")
    archive.write_bytes(archive.read_bytes()[:-40])
    with pytest.raises(ExportError, match=r"all\.zip.*cut short or damaged; copy or download"):
        open_export(archive)


def test_a_zip_damaged_inside_gives_what_came_before(tmp_path: Path) -> None:
    days = {"general/2020-01-01.json": [wrote("1.0")], "general/2020-01-02.json": [wrote("2.0", "x" * 2000)]}
    archive = tmp_path / "all.zip"
    folder = slack_folder(tmp_path / "out", days)
    with zipfile.ZipFile(archive, "w") as stored:
        for file in sorted(folder.rglob("*.json")):
            stored.write(file, file.relative_to(folder).as_posix())
    archive.write_bytes(archive.read_bytes().replace(b"xxxxx", b"xxyxx", 1))
    events, told = read_until_damage(open_export(archive))
    assert texts(events) == ["hello"]
    assert "2020-01-02.json" in told


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "holds no JSON file"),
        ({"a.json": "[1, 2]"}, "is no export; looked for a Slack export"),
        ({"a.json": '{"guild": {}}'}, "DiscordChatExporter"),
        ({"users.json": "[]", "channels.json": "[]"}, "is no export"),
        ({"a.json": '{"guild": '}, "ends too early"),
    ],
)
def test_what_is_no_export_is_refused_with_what_was_sought(tmp_path: Path, files: dict[str, str], told: str) -> None:
    for name, content in files.items():
        (tmp_path / name).write_text(content)
    with pytest.raises(ExportError, match=told):
        open_export(tmp_path)


def test_a_file_of_another_kind_is_refused_with_what_was_looked_for(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("{ hello")
    with pytest.raises(ExportError, match="looked for"):
        open_export(tmp_path / "notes.txt")


def test_a_missing_path_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no such file or folder"):
        open_export(tmp_path / "nowhere")


@pytest.mark.parametrize("space", ["discord:1", "T1", "slack:", "slack:T1/C1"])
def test_a_space_of_the_wrong_shape_is_refused(tmp_path: Path, space: str) -> None:
    slack(tmp_path, wrote("1.0"))
    with pytest.raises(ExportError, match="written slack:ID"):
        open_export(tmp_path, space=space)


def test_what_is_no_text_is_replaced_and_counted(tmp_path: Path) -> None:
    raw = rb'[{"user":"U1","ts":"1.0","text":"a\u0000b"},{"user":"U1","ts":"2.0","text":"\udc00c\ud800"},'
    raw += b'{"user":"U1","ts":"3.0","text":"\xff\xed\xa0\x80"},{"user":"U1","ts":"4.0","text":"'
    raw += rb'\ud83d\ude00", "huge": ' + b"9" * 400 + b"}]"
    export = open_export(slack_folder(tmp_path, {f"general/{DAY}": b"\xef\xbb\xbf" + raw}))
    assert texts(export.events()) == ["a\ufffdb", "\ufffdc\ufffd", "\ufffd" * 4, "😀"]
    assert export.oddities == {"text with characters that do not exist": 3}


def test_a_reading_that_is_left_early_closes_its_files(tmp_path: Path) -> None:
    big = [wrote(f"{n}.0", "x" * 1000) for n in range(600)]
    folder = slack_folder(tmp_path / "out", {f"general/{DAY}": big, f"random/{DAY}": big})
    for path in (folder, zipped(folder, tmp_path / "all.zip")):
        events = open_export(path).events()
        assert posts([next(events)])
        events.close()


class Dripping:
    """A file that gives few bytes at a time."""

    def __init__(self, content: bytes, step: int) -> None:
        self._content, self._step = content, step

    def read(self, _: int) -> bytes:
        given, self._content = self._content[: self._step], self._content[self._step :]
        return given


JsonValues = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.lists(JsonValues, max_size=6), st.integers(1, 40), st.booleans(), st.sampled_from([None, 1]))
def test_however_a_file_is_cut_into_reads_its_items_are_the_same(
    values: list[object], step: int, ascii_only: bool, indent: int | None
) -> None:
    content = json.dumps(values, ensure_ascii=ascii_only, indent=indent).encode("utf-8", "surrogatepass")
    stream = JsonStream(Dripping(content, step), "a.json", Tally())  # type: ignore[arg-type]
    assert list(stream.items()) == json.loads(content.decode("utf-8", "surrogateescape"))
