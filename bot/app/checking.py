"""Looking over policies before they matter: every pack read, every case run, every setting about them compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.app import assembly, packs
from bot.config import Config
from bot.errors import Complaint, Complaints
from bot.ids import CommunityId
from bot.policy import cases
from bot.policy.cases import CaseResult
from bot.policy.pack import Pack


@dataclass(frozen=True, slots=True)
class CheckedPack:
    """A pack that could be read, and how its cases turned out."""

    place: str
    pack: Pack
    results: tuple[CaseResult, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """All that was looked over."""

    packs: tuple[CheckedPack, ...]
    complaints: tuple[Complaint, ...]

    @property
    def sound(self) -> bool:
        """Whether there is nothing to say."""
        return not self.complaints and all(result.passed for one in self.packs for result in one.results)


def check(config: Config | None, folders: Sequence[Path]) -> Checked:
    """Look over the packs in these folders, or all that the settings can reach."""
    read: list[CheckedPack] = []
    complaints: list[Complaint] = []
    for place in _places(config, folders):
        try:
            pack = packs.read(place)
            read.append(CheckedPack(packs.shown(place), pack, cases.check(pack)))
        except Complaints as error:
            complaints += error.complaints
    if config is not None:
        complaints += _misfits(config)
    return Checked(tuple(read), tuple(dict.fromkeys(complaints)))


def _places(config: Config | None, folders: Sequence[Path]) -> Iterator[Path]:
    """Folders of one pack each; a folder of packs stands for all of them."""
    if config is not None:
        yield from packs.available(config.policies).values()
    for folder in folders:
        inner = [] if (folder / "pack.toml").is_file() else sorted(found.parent for found in folder.glob("*/pack.toml"))
        yield from inner or [folder]


def _misfits(config: Config) -> Iterator[Complaint]:
    for name, community in config.settings.communities.items():
        try:
            assembly.open_book(config.policies, CommunityId(name), community)
        except Complaints as error:
            yield from error.complaints
