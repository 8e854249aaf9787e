"""Finding out what an export is by looking into it, never by what it is called."""

from pathlib import Path

from adapters.exports.discord import heads, open_discord
from adapters.exports.export import Export
from adapters.exports.files import files_at
from adapters.exports.slack import open_slack, root_of
from adapters.exports.tally import Tally
from bot.errors import ExportError
from bot.ids import SpaceId, platform_of

LOOKED_FOR = (
    "looked for a Slack export (a folder or ZIP with users.json, channels.json and CHANNEL/YYYY-MM-DD.json)"
    " and for DiscordChatExporter's JSON (files that begin with guild, channel and messages)"
)


def open_export(path: Path, *, space: str | None = None) -> Export:
    """Open what lies there, as the export of `space` where one is given. Raises ExportError."""
    files = files_at(path)
    if not files.sizes:
        raise ExportError(f"{path}: holds no JSON file; {LOOKED_FOR}")
    root = root_of(files)
    if root is not None:
        return open_slack(files, root, _named(space, "slack"))
    tally = Tally()
    try:
        found = heads(files, tally)
    except ExportError:
        if path.is_file() and path.suffix.lower() not in {".json", ".zip"}:
            raise ExportError(f"{path}: is no export; {LOOKED_FOR}") from None
        raise
    if not found:
        raise ExportError(f"{path}: is no export; {LOOKED_FOR}")
    return open_discord(files, found, tally, _named(space, "discord"))


def _named(space: str | None, platform: str) -> SpaceId | None:
    if space is None:
        return None
    named = SpaceId(space)
    if platform_of(named) != platform or space == f"{platform}:" or "/" in space or ":" not in space:
        raise ExportError(f"this is an export from {platform}: its space is written {platform}:ID, not {space}")
    return named
