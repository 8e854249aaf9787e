import json
import tracemalloc
from pathlib import Path

from adapters.exports import open_export
from tests.unit.exports.making import DAY, slack_folder, wrote

MEGABYTE = 1_000_000


def test_a_file_of_one_endless_line_is_read_in_flat_memory(tmp_path: Path) -> None:
    folder = slack_folder(tmp_path, {f"general/{DAY}": []})
    block = ",".join(json.dumps(wrote(f"{n}.000000", "words " * 150)) for n in range(1000)).encode()
    with (folder / "general" / DAY).open("wb") as file:
        file.write(b"[" + block)
        for _ in range(32):
            file.write(b"," + block)
        file.write(b"]")
    export = open_export(folder)
    assert export.size > 30 * MEGABYTE
    tracemalloc.start()
    try:
        count = sum(1 for _ in export.events())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 33_000
    assert export.read == export.size
    assert peak < 15 * MEGABYTE


def test_many_days_and_channels_are_read_in_flat_memory(tmp_path: Path) -> None:
    days = {
        f"{channel}/2020-01-{day:02}.json": [
            wrote(f"{1_577_836_800 + (day - 1) * 86_400 + n}.0", "words " * 50) for n in range(200)
        ]
        for channel in ("general", "random")
        for day in range(1, 29)
    }
    export = open_export(slack_folder(tmp_path, days))
    del days
    tracemalloc.start()
    try:
        count = sum(1 for _ in export.events())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 2 * 28 * 200
    assert peak < 3 * MEGABYTE
