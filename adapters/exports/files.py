"""A folder, a ZIP or a single file, all the same: names with sizes, and a way to open them."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.errors import ExportError

Opener = Callable[[str], IO[bytes]]

DAMAGE = (OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error)
"""What reading a damaged or encrypted file raises."""
WHOLE = 256 * 1024
"""Files up to this many bytes are read at once and closed, so that a day of a thousand channels holds no file open."""


@dataclass(frozen=True, slots=True)
class Files:
    """What an export consists of, by name with forward slashes, with sizes in bytes."""

    path: Path
    sizes: Mapping[str, int]
    inner: Mapping[str, str] | None = None
    """The names as the ZIP itself writes them; None outside a ZIP."""

    @contextmanager
    def opened(self) -> Iterator[Opener]:
        """A way to open files by name, good for as long as the context lasts."""
        if self.inner is None:
            yield self._open_plain
            return
        with _archive(self.path) as archive:
            yield lambda name: self._open_zipped(archive, name)

    def _open_plain(self, name: str) -> IO[bytes]:
        path = self.path / name if self.path.is_dir() else self.path
        with damage_told(name):
            return _small(path.open("rb"), self.sizes[name])

    def _open_zipped(self, archive: zipfile.ZipFile, name: str) -> IO[bytes]:
        with damage_told(f"{self.path.name}/{name}"):
            return _small(archive.open((self.inner or {})[name]), self.sizes[name])


def files_at(path: Path) -> Files:
    """Find out what lies there. Raises ExportError."""
    if not path.exists():
        raise ExportError(f"{path}: there is no such file or folder")
    with damage_told(str(path)):
        if path.is_dir():
            return Files(path, _walk(path))
        with path.open("rb") as file:
            zipped = file.read(2) == b"PK" or path.suffix.lower() == ".zip"
        return _zipped(path) if zipped else Files(path, {path.name: path.stat().st_size})


@contextmanager
def damage_told(name: str) -> Iterator[None]:
    """Turn what the file system or the ZIP has to say into an ExportError that names the file."""
    try:
        yield
    except DAMAGE as damage:
        raise ExportError(f"{name}: cannot be read ({damage}); copy or download the export again") from damage


def _walk(folder: Path) -> dict[str, int]:
    found = (file for file in folder.rglob("*.json") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.stat().st_size for file in sorted(found)}


def _zipped(path: Path) -> Files:
    with _archive(path) as archive:
        members = [member for member in archive.infolist() if member.filename.endswith(".json")]
    named = {_utf8(member): member for member in members if not member.filename.startswith("__MACOSX/")}
    sizes = {name: member.file_size for name, member in sorted(named.items())}
    return Files(path, sizes, {name: member.filename for name, member in named.items()})


def _archive(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile as damage:
        raise ExportError(f"{path}: this ZIP is cut short or damaged; copy or download the export again") from damage


def _utf8(member: zipfile.ZipInfo) -> str:
    """The name of a member: many tools write UTF-8 without saying so, which zipfile then takes for code page 437."""
    says_utf8 = 0x800
    if member.flag_bits & says_utf8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode()
    except UnicodeError:
        return member.filename


def _small(file: IO[bytes], size: int) -> IO[bytes]:
    if size > WHOLE:
        return file
    with file:
        return io.BytesIO(file.read())
