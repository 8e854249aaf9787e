"""What cards and forms look like as HTML, kept as text: a change of the renderer shows as a difference to read.

`SNAPSHOTS=keep python -m pytest tests/unit/web/test_web_snapshots.py` keeps what is rendered now.
"""

import os
from pathlib import Path

import pytest

from adapters.web.filling import Filling, Lists, form
from adapters.web.render import card
from adapters.web.state import Shown
from bot.catalogue.declared import CATALOGUE
from bot.ids import MessageId, role_id
from bot.views import (
    Bilingual,
    Button,
    Card,
    Document,
    Field,
    Holders,
    Instant,
    Locale,
    Passage,
    Person,
    Phrase,
    Place,
    Verbatim,
)
from tests.unit.web.worlds import ADA, GENERAL, SPACE, TEAM, THEN, ink, peopled

KEPT = Path(__file__).parent / "snapshots"
MESSAGE = MessageId(f"{GENERAL}/1.2")
CARDS = {
    "statement": Card(
        tone="notice",
        body=(
            Phrase("policy-direct-removed", (("person", Person(ADA)), ("channel", Place(GENERAL)))),
            Bilingual("Links to gifts <b>steal</b> accounts.", "Les liens vers des cadeaux <b>volent</b> des comptes."),
            Phrase("policy-direct-text"),
            Verbatim("Free *nitro* @Ada <script>\nhttps://x.example", ((0, 12),)),
        ),
        buttons=(Button(id="incident-ask:1", label=Phrase("policy-ask-person")),),
    ),
    "references": Card(
        title=Bilingual("Everything", "Tout"),
        body=(
            Phrase(
                "moderation-card-person-place-passage",
                (("person", Person(ADA)), ("place", Place(GENERAL)), ("passage", Passage(GENERAL, MESSAGE))),
            ),
            Phrase(
                "governing-set-level",
                (
                    ("whom", Holders(role_id(SPACE, "moderator"))),
                    ("value", "moderator"),
                    ("by", "person"),
                    ("person", Person(ADA)),
                    ("instant", Instant(THEN)),
                ),
            ),
        ),
        fields=(
            Field(label=Bilingual("Short", "Court"), value=Verbatim("one")),
            Field(label=Bilingual("Long", "Long"), value=Verbatim("a line that goes on and on, " * 4)),
        ),
        files=(Document(name="case.toml", media_type="application/toml", content="x = 1"),),
        buttons=(
            Button(id="incident-right:1", label=Bilingual("Right", "Juste"), style="primary"),
            Button(id="incident-undo:1", label=Bilingual("Wrong", "Faux"), style="danger"),
        ),
    ),
    "few-fields": Card(
        tone="alert",
        body=(),
        fields=(
            Field(label=Bilingual("One", "Un"), value=Bilingual("1", "1")),
            Field(label=Bilingual("Two", "Deux"), value=Bilingual("2", "2")),
        ),
    ),
}
LISTS = Lists(
    accounts=((str(ADA), "Ada"),),
    channels=((str(GENERAL), "#general"), (str(TEAM), "#team")),
    roles=((str(role_id(SPACE, "moderator")), "moderator"),),
)


def as_kept(name: str, rendered: str) -> None:
    """The same as what was kept, one tag on each line so that a difference can be read."""
    text = str(rendered).replace("><", ">\n<") + "\n"
    kept = KEPT / f"{name}.html"
    if os.environ.get("SNAPSHOTS") == "keep":
        KEPT.mkdir(exist_ok=True)
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("locale", ["en", "fr"])
@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_rendered_as_it_was_last_looked_at(tmp_path: Path, name: str, locale: Locale) -> None:
    as_kept(f"card-{name}-{locale}", card(Shown(CARDS[name], locale, "tu"), MESSAGE, ink(peopled(tmp_path), locale)))


@pytest.mark.parametrize("locale", ["en", "fr"])
@pytest.mark.parametrize("name", [entry.id for entry in CATALOGUE.forms])
def test_a_form_is_rendered_as_it_was_last_looked_at(tmp_path: Path, name: str, locale: Locale) -> None:
    entry = CATALOGUE.form(name)
    assert entry is not None
    filling = Filling({"form": name, "channel": str(GENERAL)}, {})
    as_kept(f"form-{name}-{locale}", form(entry.form, ink(peopled(tmp_path), locale), LISTS, filling))
