"""The whole program on the loopback Discord, as `palabre run` and `palabre doctor` start it."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.app import doctor
from bot.app.running import Started, Tell, until_stopped
from bot.config import Config
from bot.config.load import load
from bot.errors import Complaints
from bot.ports import Remark
from tests.wire.discord.server import LoopbackDiscord

pytestmark = pytest.mark.usefixtures("untouched_addresses")
POLICIES = Path(__file__).resolve().parents[3] / "policies"


def settings(discord: LoopbackDiscord, folder: Path, *, more: str = "") -> Path:
    path = folder / "config.toml"
    path.write_text(f'{more}\n[database]\nurl = "sqlite:palabre.db"\n[discord]\napi_url = "{discord.api_url}"\n')
    return path


def shared(discord: LoopbackDiscord, folder: Path, database: str, more: str = "") -> Config:
    given = {**environment(discord), "PALABRE_DATABASE_URL": database}
    return load(settings(discord, folder, more=more), given)


@asynccontextmanager
async def running(discord: LoopbackDiscord, config: Config) -> AsyncIterator[None]:
    """A bot, from when it is there: discord.py leaves a thread behind where it is ended while it connects."""
    sessions = len(discord.gateway.live())
    task = asyncio.create_task(until_stopped(config, Told().tell))
    await discord.wait_for(lambda: task.done() or len(discord.gateway.live()) > sessions)
    assert not task.done(), task.exception()
    await asyncio.sleep(0.3)  # the server does not know when discord.py has read what it was greeted with
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_two_bots_on_one_database_are_one_too_many(
    server: LoopbackDiscord, tmp_path: Path, database: str
) -> None:
    config = shared(server, tmp_path, database)
    async with running(server, config):
        with pytest.raises(Complaints, match="another Palabre runs on this database"):
            await until_stopped(config, Told().tell)
    async with running(server, config):
        pass


def environment(discord: LoopbackDiscord) -> dict[str, str]:
    return {"PALABRE_DISCORD_TOKEN": discord.token}


def unsound(discord: LoopbackDiscord, folder: Path) -> Path:
    """Settings of a community whose only pack cannot be read."""
    shutil.copytree(POLICIES / "starter", folder / "packs" / "starter")
    with (folder / "packs" / "starter" / "pack.toml").open("a") as pack:
        pack.write("\nnonsense = 1\n")
    path = settings(discord, folder, more='policies = ["packs"]')
    with path.open("a") as file:
        file.write('[communities.lime]\nspaces = ["discord:1"]\npacks = ["starter"]\n')
    return path


class Told:
    """What the operator is told."""

    def __init__(self) -> None:
        self.started: list[Started] = []
        self.remarks: list[Remark] = []
        self.tell = Tell(self.started.append, self.remarks.append)


async def test_an_unsound_pack_is_told_before_anything_is_said_to_run(server: LoopbackDiscord, tmp_path: Path) -> None:
    told, config = Told(), load(unsound(server, tmp_path), environment(server))
    with pytest.raises(Complaints, match="nonsense"):
        await until_stopped(config, told.tell)
    assert not told.started


async def test_a_good_start_leaves_a_copy_that_the_next_one_goes_on_with(
    server: LoopbackDiscord, tmp_path: Path
) -> None:
    path = settings(server, tmp_path)
    first = load(path, environment(server))
    async with running(server, first):
        with path.open("a") as file:
            file.write("nonsense = \n")
    second = load(path, environment(server), fall_back=True)
    assert second.held is not None
    assert (second.settings, second.text) == (first.settings, first.text)
    copy = tmp_path / "config.toml.last-good"
    kept = copy.read_text()
    async with running(server, second):
        pass
    assert copy.read_text() == kept


async def test_doctor_looks_at_the_rest_where_a_pack_is_unsound(server: LoopbackDiscord, tmp_path: Path) -> None:
    found = [one async for one in doctor.examine(unsound(server, tmp_path), environment(server))]
    assert [one.what.key for one in found if not one.ok] == ["doctor-policies-wrong"]
    assert found[-1].what.key == "doctor-database-none"


SHARED = "[discord.shards]\ncount = 2\nids = [{}]\n"


async def test_bots_that_share_their_shards_may_share_a_database(
    server: LoopbackDiscord, tmp_path: Path, database: str
) -> None:
    if not database.startswith("postgresql"):
        pytest.skip("a file is one program's")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = (
        shared(server, tmp_path / name, database, SHARED.format(number)) for number, name in enumerate(("one", "two"))
    )
    async with running(server, one), running(server, two):
        for config in (one, shared(server, tmp_path, database)):
            with pytest.raises(Complaints, match="another Palabre runs on this database"):
                await until_stopped(config, Told().tell)
