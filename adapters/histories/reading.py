"""A file of somebody else's books: which kind it is, and what it holds."""

import json
from collections.abc import Mapping
from pathlib import Path

from adapters.histories import books, embeds
from adapters.histories.entries import Read
from adapters.histories.tables import table
from bot.errors import ExportError

_KINDS = "Zeppelin's cases, Red's settings, a list of bans, a channel from DiscordChatExporter, or a table (CSV)"


def read(path: Path, text: str, server: str) -> Read:
    """What a file holds of a server, by its platform's number. Raises ExportError where it is none of these."""
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        return table(text)
    try:
        said = json.loads(text)
    except ValueError as error:
        raise ExportError(f"{path} is no JSON: {error}; looked for {_KINDS}") from None
    if isinstance(said, list):
        return books.bans(said)
    if isinstance(said, Mapping):
        if isinstance(said.get("messages"), list):
            return embeds.logged(said, server)
        if isinstance(said.get("cases"), list):
            return books.zeppelin([one for one in said["cases"] if isinstance(one, Mapping)])
        if isinstance(said.get("bans"), list):
            return books.bans(said["bans"])
        if books.is_red(said):
            return books.red(said, server)
    raise ExportError(f"{path} holds nothing that could be read; looked for {_KINDS}")
