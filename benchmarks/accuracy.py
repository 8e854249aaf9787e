"""How often are the shipped packs right? `python -m benchmarks.accuracy [--errors LABEL]`

Judges every labelled row by all shipped packs, as if a member had written it with nothing known of them before. A row
is found for a label when a policy of that label matches, in whatever mode. Rows fall into two halves by a hash of their
text: `open` is the half that whoever writes policies may read, `sealed` is never looked at. Rows that people labelled,
rows with weak labels and synthetic ones stand apart: only the first say much.

Templates leak between the halves where a corpus was made of them (hatecheck, the synthetic scams).
"""

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.measuring import REAL
from bot.app import packs
from bot.commands import Level
from bot.events import MessagePosted
from bot.ids import EventId, account_id, channel_id, message_id, space_id
from bot.policy.book import Book

LABELLED = REAL / "moderation_labelled.jsonl"
LOOKS_FOR = {
    "scam": ("starter/scam-links", "starter/scam-stories", "starter/lookalike-links"),
    "spam": ("starter/spam", "starter/scam-links", "starter/scam-stories", "starter/repeated-text"),
    "offensive": ("respect/",),
    "hate": ("respect/",),
}
"""The policies that are meant for a label; a name that ends in a slash stands for a whole pack. Insult and hate share
theirs: which of the two a sentence is, rules cannot tell, and both want the same answer."""
MEANT = {label: group for group in (("offensive", "hate"), ("scam", "spam")) for label in group}
"""The labels with which a find is no mistake."""
HARMLESS = ("ok", "criticism")

_SPACE = space_id("bench", "here")
_CHANNEL = channel_id(_SPACE, "general")


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled text, and the policies that matched it."""

    text: str
    label: str
    lang: str
    source: str
    quality: str
    half: str
    hits: tuple[str, ...]
    acted: bool

    def found(self, label: str) -> bool:
        """Whether a policy that looks for this label matched."""
        return any(hit.startswith(one) for hit in self.hits for one in LOOKS_FOR[label])


def half(text: str) -> str:
    """Where a text belongs, for good."""
    return "sealed" if hashlib.sha256(text.encode()).digest()[0] % 2 else "open"


def quality(row: dict[str, object]) -> str:
    return "synthetic" if row["synthetic"] else "weak" if row["weak"] else "human"


def judged(path: Path, book: Book) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        judgement = book.judge(_event(row["text"]), None, None, Level.MEMBER)
        yield Row(
            text=row["text"],
            label=row["label"],
            lang=row["lang"],
            source=row["source"],
            quality=quality(row),
            half=half(row["text"]),
            hits=tuple(str(hit.policy) for hit in judgement.hits),
            acted=bool(judgement.enforced),
        )


def _event(text: str) -> MessagePosted:
    names = {word for word in text.split() if word.startswith("@") and len(word) > 1}
    return MessagePosted(
        id=EventId("row"),
        space=_SPACE,
        at=datetime(2026, 1, 5, 12, tzinfo=UTC),
        message=message_id(_CHANNEL, "row"),
        channel=_CHANNEL,
        account=account_id(_SPACE, "author"),
        text=text,
        mentions=tuple(account_id(_SPACE, name) for name in sorted(names - {"@everyone", "@here"})),
        mentions_everyone=not names.isdisjoint({"@everyone", "@here"}),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", metavar="LABEL", help="list what went wrong with this label, in the open half only")
    parser.add_argument("--lang", default="", help="only this language")
    wanted = parser.parse_args()
    rows = list(judged(LABELLED, Book.compile(packs.load((), sorted(packs.available(()))))))
    if wanted.errors:
        _errors([row for row in rows if row.half == "open" and row.lang.startswith(wanted.lang)], wanted.errors)
        return
    console = Console(width=110)
    console.print(_found(rows))
    console.print(_spared(rows))


def _found(rows: Sequence[Row]) -> Table:
    table = Table(title="What is looked for", caption="precision: of what was found in rows of this language and half")
    for heading in ("label", "lang", "labelled by", "rows", "recall open", "recall sealed"):
        table.add_column(heading, justify="right")
    table.add_column("precision open", justify="right")
    table.add_column("precision sealed", justify="right")
    for label in LOOKS_FOR:
        for lang in ("en", "fr"):
            mine = [row for row in rows if row.lang == lang]
            for kind in ("human", "weak", "synthetic"):
                some = [row for row in mine if row.label == label and row.quality == kind]
                if some:
                    figures = [_recall(some, label, half) for half in ("open", "sealed")]
                    figures += [_precision(mine, label, half, kind) for half in ("open", "sealed")]
                    table.add_row(label, lang, kind, str(len(some)), *figures)
    return table


def _recall(rows: Sequence[Row], label: str, half: str) -> str:
    some = [row for row in rows if row.half == half]
    return _share(sum(row.found(label) for row in some), len(some))


def _precision(rows: Sequence[Row], label: str, half: str, kind: str) -> str:
    found = [row for row in rows if row.half == half and row.quality == kind and row.found(label)]
    return _share(sum(row.label in MEANT[label] for row in found), len(found))


def _spared(rows: Sequence[Row]) -> Table:
    table = Table(title="What must be left alone")
    for heading in ("label", "lang", "labelled by", "rows", "matched open", "matched sealed", "acted on"):
        table.add_column(heading, justify="right")
    for label in HARMLESS:
        for lang in ("en", "fr"):
            for kind in ("human", "weak", "synthetic"):
                some = [row for row in rows if (row.label, row.lang, row.quality) == (label, lang, kind)]
                if some:
                    halves = [[row for row in some if row.half == half] for half in ("open", "sealed")]
                    shares = [_share(sum(map(_touched, one)), len(one)) for one in halves]
                    acted = _share(sum(row.acted for row in some), len(some))
                    table.add_row(label, lang, kind, str(len(some)), *shares, acted)
    return table


def _touched(row: Row) -> bool:
    """What brings criticism to the team and does nothing else is meant to match it."""
    return any(not hit.startswith("brand/") for hit in row.hits)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%} ({part}/{whole})" if whole else "-"


def _errors(rows: Sequence[Row], label: str) -> None:
    console = Console(width=200, highlight=False, markup=False)
    for row in rows:
        if label in LOOKS_FOR and row.label == label and not row.found(label):
            console.print("MISSED", row.source, "|", row.text[:170].replace("\n", " "))
    for row in rows:
        wrong = row.label == label and row.hits if label in HARMLESS else _wrong(row, label)
        if wrong:
            console.print("WRONG ", row.label, row.source, *row.hits, "|", row.text[:170].replace("\n", " "))


def _wrong(row: Row, label: str) -> bool:
    return row.found(label) and row.label not in MEANT[label]


if __name__ == "__main__":
    main()
