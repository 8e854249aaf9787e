"""Trying policies out: other packs, other modes, and a database that is gone afterwards."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from bot import documents
from bot.app import packs
from bot.app.replay import Replay, Replayed, replay
from bot.config import Community, Config
from bot.config.model import Mode
from bot.errors import Complaint, Complaints
from bot.ids import PolicyId

_SPLIT = "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which policies to try, and how far they may go."""

    folder: Path | None = None
    """A pack, or a folder of packs, to use before all others."""
    only: tuple[PolicyId, ...] = ()
    """All others are off; none named: all of the community's."""
    on: bool = False
    """As if those on trial had been switched on."""
    alone: bool = False
    """The packs of the folder, and none of the community's."""


def with_folder(config: Config, folder: Path) -> tuple[Config, tuple[str, ...]]:
    """The settings with this folder of packs before all others, and its packs; a pack stands for itself alone.

    Raises Complaints.
    """
    home = folder.absolute()
    names = tuple(sorted(path.parent.name for path in home.glob("*/pack.toml")))
    if (home / "pack.toml").is_file():
        home, names = home.parent, (home.name,)
    if not names:
        hint = "name a folder that holds a folder with pack.toml"
        raise Complaints([Complaint(str(folder), "there is no pack here", hint)])
    return replace(config, policies=(home, *config.policies)), names


def adjusted(config: Config, choice: Choice) -> tuple[Config, Callable[[Community], Community]]:
    """The settings, and what a run changes in those of its community. Raises Complaints, also when called."""
    names: tuple[str, ...] = ()
    if choice.folder is not None:
        config, names = with_folder(config, choice.folder)
    named = dict.fromkeys(policy.partition(_SPLIT)[0] for policy in choice.only)
    known = packs.available(config.policies)

    def adjust(community: Community) -> Community:
        wanted = (*names,) if choice.alone else (*community.packs, *names)
        wanted = tuple(dict.fromkeys((*wanted, *(name for name in named if name in known))))
        modes = _modes(config, wanted, community.modes, choice)
        return community.model_copy(update={"packs": wanted, "modes": modes})

    return config, adjust


def _modes(
    config: Config, names: Iterable[str], overlay: Mapping[PolicyId, Mode], choice: Choice
) -> dict[PolicyId, Mode]:
    loaded = packs.load(config.policies, names)
    modes: dict[PolicyId, Mode] = {
        pack.name(policy): overlay.get(pack.name(policy), policy.mode) for pack in loaded for policy in pack.policies
    }
    unknown = [policy for policy in choice.only if policy not in modes]
    if unknown:
        raise Complaints(
            Complaint("--policy", f'there is no policy "{policy}"', documents.nearest(policy, modes))
            for policy in unknown
        )
    stray: dict[PolicyId, Mode] = (
        {} if choice.alone else {policy: mode for policy, mode in overlay.items() if policy not in modes}
    )
    if choice.only:
        modes = {policy: _tried(mode) if policy in choice.only else "off" for policy, mode in modes.items()}
    if choice.on:
        modes = {policy: "enforce" if mode == "shadow" else mode for policy, mode in modes.items()}
    return {**stray, **modes}


def _tried(mode: Mode) -> Mode:
    """A policy that was asked for by name is tried, though it be off."""
    return "shadow" if mode == "off" else mode


async def dry_run(config: Config, wanted: Replay) -> Replayed:
    """Replay into a database of its own that is gone afterwards: nothing else is read or written.

    Raises what a replay raises.
    """
    with TemporaryDirectory(prefix="palabre-") as folder:
        database = SecretStr(f"sqlite:///{folder}/dry-run.db")
        return await replay(replace(config, database=database), wanted)
