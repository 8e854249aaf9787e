"""Looking Palabre over: everything that a person may have to see to, each with its next step."""

import os
import shutil
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path

from bot.app import checking, shell
from bot.config import Config, load
from bot.errors import Complaint, Complaints, StorageError, Unavailable
from bot.ids import CommunityId, platform_of
from bot.storage import engine, migrate, oddities, questions
from bot.storage.questions import Trouble
from bot.storage.store import Store
from bot.views import Phrase

_LIBRARIES = ("palabre", "sqlalchemy", "alembic", "pydantic", "aiosqlite", "rich", "typer")
_LEAST_FREE_MIB = 500
_MOST_SHOWN = 5
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    ok: bool
    what: Phrase
    step: Phrase | None = None
    complaints: tuple[Complaint, ...] = ()


async def examine(path: Path | None, environ: Mapping[str, str]) -> AsyncIterator[Finding]:
    """Everything, from the ground up; what stands on something broken is left out."""
    yield _versions()
    try:
        config = load(path, environ, fall_back=True)
    except Complaints as error:
        yield Finding(ok=False, what=Phrase("doctor-settings-wrong"), complaints=error.complaints)
        return
    yield _settings(config)
    yield _policies(config)
    yield _disk(config)
    async for finding in _platforms(config):
        yield finding
    async for finding in _outside(config):
        yield finding
    try:
        async for finding in _database(config):
            yield finding
    except StorageError as error:
        what = Phrase("doctor-database-wrong", (("problem", str(error)),))
        yield Finding(ok=False, what=what, step=Phrase("doctor-database-step"))


def _versions() -> Finding:
    python = ".".join(map(str, sys.version_info[:3]))
    known = ", ".join(f"{name} {metadata.version(name)}" for name in _LIBRARIES)
    return Finding(ok=True, what=Phrase("doctor-versions", (("python", python), ("libraries", known))))


def _settings(config: Config) -> Finding:
    if config.held is not None:
        what = Phrase("doctor-settings-held", (("since", f"{config.held.since:%Y-%m-%d %H:%M} UTC"),))
        return Finding(ok=False, what=what, step=Phrase("doctor-settings-held-step"), complaints=config.held.mistakes)
    if config.source is None:
        return Finding(ok=True, what=Phrase("doctor-settings-usual"))
    number = len(config.settings.communities)
    return Finding(ok=True, what=Phrase("doctor-settings", (("path", str(config.source)), ("communities", number))))


def _policies(config: Config) -> Finding:
    checked = checking.check(config, ())
    failing = sum(not result.passed for one in checked.packs for result in one.results)
    counts = (("packs", len(checked.packs)), ("cases", sum(len(one.results) for one in checked.packs)))
    if checked.sound:
        return Finding(ok=True, what=Phrase("doctor-policies", counts))
    what = Phrase("doctor-policies-wrong", (("failing", failing), ("mistakes", len(checked.complaints))))
    return Finding(ok=False, what=what, step=Phrase("doctor-policies-step"))


def _disk(config: Config) -> Finding:
    file = shell.database_file(config)
    folder = next(place for place in (file or Path.cwd() / "here").absolute().parents if place.is_dir())
    free = shutil.disk_usage(folder).free // _MIB
    said = (("mebibytes", free), ("place", str(folder)))
    if free < _LEAST_FREE_MIB:
        return Finding(ok=False, what=Phrase("doctor-disk-low", said), step=Phrase("doctor-disk-step"))
    if file is not None and not os.access(file if file.exists() else folder, os.W_OK):
        return Finding(ok=False, what=Phrase("doctor-disk-closed", said), step=Phrase("doctor-disk-closed-step"))
    return Finding(ok=True, what=Phrase("doctor-disk", said))


async def _platforms(config: Config) -> AsyncIterator[Finding]:
    """What the bot may do on each; where nobody speaks of a platform, there is nothing to say of it."""
    spaces = [space for one in config.settings.communities.values() for space in one.spaces]
    named = {platform_of(space) for space in spaces}
    if config.secrets.discord_token is not None:
        async for finding in _platform(config, "discord"):
            yield finding
    elif "discord" in named:
        yield Finding(ok=False, what=Phrase("doctor-no-token"), step=Phrase("doctor-no-token-step"))
    if config.secrets.open_slack:
        async for finding in _platform(config, "slack"):
            yield finding
    elif "slack" in named:
        yield Finding(ok=False, what=Phrase("doctor-no-slack"), step=Phrase("doctor-no-slack-step"))


async def _outside(config: Config) -> AsyncIterator[Finding]:
    """Whether those outside can be reached, and find the pages; nothing is said where there is nobody."""
    from bot.app import outside  # noqa: PLC0415 - slow to load, and only needed where something is outside

    if not outside.configured(config):
        return
    try:
        remarks = await outside.examined(config)
    except Complaints as error:
        yield Finding(ok=False, what=Phrase("outside-examined-half"), complaints=error.complaints)
    else:
        for one in remarks:
            yield Finding(ok=one.ok, what=one.what, step=one.step)


async def _platform(config: Config, platform: str) -> AsyncIterator[Finding]:
    from bot.app import platforms  # noqa: PLC0415 - slow to load, and only needed where there is a key

    try:
        remarks = await platforms.examined(config, platform)
    except Unavailable as error:
        what = Phrase("doctor-platform-away", (("platform", platform.capitalize()), ("problem", error.reason)))
        yield Finding(ok=False, what=what, step=Phrase("doctor-platform-away-step"))
    except Complaints as error:
        if own := [one for one in error.complaints if one.place.startswith("PALABRE_") or "slack." in one.place]:
            what = Phrase("doctor-platform-half", (("platform", platform.capitalize()),))
            yield Finding(ok=False, what=what, complaints=tuple(own))
        return  # a pack that is unsound was told already
    else:
        for one in remarks:
            yield Finding(ok=one.ok, what=one.what, step=one.step)


async def _database(config: Config) -> AsyncIterator[Finding]:
    place = ("place", shell.database_shown(config))
    file = shell.database_file(config)
    if file is not None and not file.is_file():
        yield Finding(ok=True, what=Phrase("doctor-database-none", (place,)))
        return
    found = await migrate.revision(engine.parse(config.database.get_secret_value()))
    if found != migrate.newest():
        revision = ("revision", found or "–")
        yield Finding(ok=False, what=Phrase("doctor-revision", (place, revision)), step=Phrase("doctor-revision-step"))
        return
    async with shell.opened(config) as store:
        yield Finding(ok=True, what=Phrase("doctor-database", (place, ("revision", found))))
        for finding in await _puzzled(store):
            yield finding
        for community, partition in (await shell.communities(store)).items():
            for finding in _community(community, *await _look(store, partition)):
                yield finding


async def _puzzled(store: Store) -> list[Finding]:
    """What platforms said that nobody could read: nothing is lost by it but that."""
    async with store.reading() as connection:
        known = await oddities.known(connection)
    return [
        Finding(
            ok=True,
            what=Phrase(
                "doctor-oddity",
                (
                    ("platform", one.platform.capitalize()),
                    ("what", one.what),
                    ("number", one.number),
                    ("at", f"{one.latest_at:%Y-%m-%d %H:%M} UTC"),
                ),
            ),
        )
        for one in known[:_MOST_SHOWN]
    ]


async def _look(store: Store, partition: int) -> tuple[Trouble, int]:
    async with store.reading() as connection:
        return await questions.trouble(connection, partition), await questions.rulings(connection, partition)


def _community(community: CommunityId, trouble: Trouble, rulings: int) -> Iterator[Finding]:
    name = ("community", community)
    if trouble.chain:
        what = Phrase("doctor-chain-broken", (name, ("problem", trouble.chain[0])))
        yield Finding(ok=False, what=what, step=Phrase("doctor-chain-step"))
    else:
        yield Finding(ok=True, what=Phrase("doctor-chain", (name, ("rulings", rulings))))
    yield from (_set_aside(name, *entry) for entry in trouble.quarantined[:_MOST_SHOWN])
    more = ("number", len(trouble.quarantined) - _MOST_SHOWN)
    if more[1] > 0:
        yield Finding(ok=False, what=Phrase("doctor-quarantine-more", (name, more)))
    if trouble.unsure:
        what = Phrase("doctor-unsure", (name, ("number", trouble.unsure)))
        yield Finding(ok=False, what=what, step=Phrase("doctor-unsure-step"))
    if trouble.waiting:
        yield Finding(ok=True, what=Phrase("doctor-waiting", (name, ("number", trouble.waiting))))


def _set_aside(name: tuple[str, str], number: int, room: str, error: str, at: datetime) -> Finding:
    said = (name, ("number", number), ("room", room), ("error", error), ("at", f"{at:%Y-%m-%d %H:%M} UTC"))
    step = Phrase("doctor-quarantine-step", (("number", number),))
    return Finding(ok=False, what=Phrase("doctor-quarantine", said), step=step)
