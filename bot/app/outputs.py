"""Files that were asked for by name: written whole, or not at all."""

from pathlib import Path
from tempfile import NamedTemporaryFile

from bot.errors import Complaint, Complaints


def write(file: Path, text: str) -> None:
    """Put a text in place of whatever stands there. Raises Complaints where that cannot be done."""
    mode = file.stat().st_mode & 0o777 if file.exists() else 0o644
    try:
        with NamedTemporaryFile("w", encoding="utf-8", errors="replace", dir=file.parent, delete=False) as made:
            made.write(text)
        Path(made.name).chmod(mode)
        Path(made.name).replace(file)
    except OSError as error:
        problem = f"this cannot be written ({error.strerror})"
        raise Complaints([Complaint(str(file), problem, "name another place")]) from None
