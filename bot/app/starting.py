"""The first file of settings, from the commented example that comes with the program."""

from pathlib import Path

from bot.errors import Complaint, Complaints

_PLACES = (Path(__file__).parents[2] / "config.example.toml", Path(__file__).parents[1] / "config.example.toml")


def write_settings(path: Path) -> Path | None:
    """Write the example to `path`, or into it where it is a folder; None where a file stands there already.

    Raises Complaints.
    """
    target = path / "config.toml" if path.is_dir() else path
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(_example())
    except FileExistsError:
        return None
    except OSError as error:
        raise Complaints([Complaint(str(target), f"this cannot be written ({error.strerror})", _STEP)]) from None
    return target


def write_anew(target: Path, text: str) -> None:
    """Write a file that nobody edits by hand, in place of what an earlier version wrote. Raises Complaints."""
    try:
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        hint = "go to a folder that you may write to, and try again"
        raise Complaints([Complaint(str(target), f"this cannot be written ({error.strerror})", hint)]) from None


_STEP = "name another place, such as palabre init settings/config.toml in a folder that exists"


def _example() -> str:
    for place in _PLACES:
        if place.is_file():
            return place.read_text(encoding="utf-8")
    hint = "install Palabre again, or take the file from the project's page"
    raise Complaints([Complaint("config.example.toml", "it is missing from this installation", hint)])
