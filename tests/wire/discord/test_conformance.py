"""The page that says what the bot uses of Discord says it of this very bot."""

from pathlib import Path

from tests.wire.discord.conformance import USED, page
from tests.wire.discord.server.server import conformance

PAGE = Path(__file__).parents[3] / "docs" / "discord.md"


def test_the_page_is_made_anew_where_something_changed() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.wire.discord.conformance > docs/discord.md"


def test_every_request_is_one_that_the_server_knows() -> None:
    assert {name for kind, name, _ in conformance() if kind == "route"} >= USED
