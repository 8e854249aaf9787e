"""The same stories on every platform: what is written down of them is the same, within what each platform can do."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio

from bot.storage.store import Store
from tests.wire.both.parity import Name, Records, Stage, Story
from tests.wire.both.stages.behind import Voice
from tests.wire.both.stages.on_discord import discord
from tests.wire.both.stages.on_slack import slack
from tests.wire.both.stages.on_web import sandbox
from tests.wire.both.stories import assembly, everyday, in_french, measures, quarrels, reports, team

STORIES: tuple[Story, ...] = (
    *everyday.STORIES,
    *reports.STORIES,
    *quarrels.STORIES,
    *team.STORIES,
    *measures.STORIES,
    *assembly.STORIES,
)
PLATFORMS: dict[str, Callable[..., AbstractAsyncContextManager[Stage]]] = {
    "sandbox": sandbox,
    "discord": discord,
    "slack": partial(slack, administrator=False),
    "slack with a token": partial(slack, administrator=True),
}
LOUD = (*reports.LOUD, *team.LOUD)
"""In no other story is anybody made to look up."""
Stages = dict[str, Stage]


@asynccontextmanager
async def begun(home: Path, voice: Voice) -> AsyncIterator[Stages]:
    """All platforms, begun once; each story is measured by what it adds."""
    empty = home / "empty.db"
    await (await Store.open(f"sqlite:///{empty}", create=True)).close()
    async with AsyncExitStack() as stack:
        found: Stages = {}
        for number, (name, opened) in enumerate(PLATFORMS.items()):
            database = Path(shutil.copy(empty, home / f"{number}.db"))
            found[name] = await stack.enter_async_context(opened(home / str(number), database, voice=voice))
        yield found


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stages(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stages]:
    async with begun(tmp_path_factory.mktemp("parity"), ("en", "tu")) as found:
        yield found


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def polite(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stages]:
    async with begun(tmp_path_factory.mktemp("polite"), ("fr", "vous")) as found:
        yield found


async def tell(story: Story, stages: Stages) -> None:
    """Tell a story on all platforms at once, and compare what is left of it."""

    async def told(stage: Stage) -> tuple[Records, frozenset[Name]]:
        await stage.begin()
        await story(stage)
        return await stage.records(), stage.called()

    async with asyncio.TaskGroup() as telling:
        tasks = {name: telling.create_task(told(stage)) for name, stage in stages.items()}
    whole, called = tasks["sandbox"].result()
    assert not called or story in LOUD
    for name, stage in stages.items():
        records, heard = tasks[name].result()
        assert (name, records.unlike(whole.within(stage.lacks))) == (name, {})
        assert (name, heard) == (name, called)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
async def test_every_platform_writes_down_the_same_of(story: Story, stages: Stages) -> None:
    await tell(story, stages)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("story", in_french.STORIES, ids=lambda story: story.__name__)
async def test_every_platform_speaks_french_politely_when(story: Story, polite: Stages) -> None:
    await tell(story, polite)
