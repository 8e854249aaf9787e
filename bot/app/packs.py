"""Packs from their folders: the operator's own first, then those that are shipped."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.documents import nearest
from bot.errors import Complaint, Complaints
from bot.policy.load import load_pack
from bot.policy.pack import Pack

SHIPPED = Path(__file__).parents[2] / "policies"
_LARGEST_BYTES = 64 * 1024 * 1024


def available(folders: Iterable[Path]) -> dict[str, Path]:
    """Every pack by the name of its folder; where two have one name, the operator's own wins."""
    found: dict[str, Path] = {}
    for folder in (*folders, SHIPPED):
        for pack in sorted(folder.glob("*/pack.toml")):
            found.setdefault(pack.parent.name, pack.parent)
    return found


def load(folders: Iterable[Path], names: Iterable[str]) -> tuple[Pack, ...]:
    """Read packs by name. Raises Complaints with everything that is wrong with any of them."""
    known = available(folders)
    packs: list[Pack] = []
    complaints: list[Complaint] = []
    for name in names:
        if name not in known:
            hint = nearest(name, known) or f"there are: {', '.join(sorted(known)) or 'none'}"
            complaints.append(Complaint("packs", f'there is no pack "{name}"', hint))
            continue
        try:
            packs.append(read(known[name]))
        except Complaints as error:
            complaints += error.complaints
    if complaints:
        raise Complaints(complaints)
    return tuple(packs)


def read(folder: Path) -> Pack:
    """Read the pack in a folder. Raises Complaints."""
    return load_pack(texts(folder), shown(folder))


def texts(folder: Path) -> Mapping[str, str]:
    """What the files of a pack's folder hold, by their names. Raises Complaints."""
    try:
        return dict(_files(folder))
    except OSError as error:
        raise Complaints([Complaint(shown(folder), f"this cannot be read ({error.strerror})")]) from None


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    if not folder.is_dir():
        raise Complaints([Complaint(shown(folder), "there is no such folder", "name a folder that holds pack.toml")])
    for path in sorted(folder.iterdir()):
        if not path.is_file() or path.suffix not in {".toml", ".txt"}:
            continue
        if path.stat().st_size > _LARGEST_BYTES:
            raise Complaints([Complaint(shown(path), "this file is larger than 64 MiB", "split it")])
        try:
            yield path.name, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise Complaints([Complaint(shown(path), "this is no text in UTF-8", "save it as UTF-8")]) from None
        except OSError as error:
            raise Complaints([Complaint(shown(path), f"this cannot be read ({error.strerror})")]) from None


def shown(path: Path) -> str:
    """The path as short as it can be said from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
