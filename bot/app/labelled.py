"""Messages that people labelled, past the policies: what is caught, what is caught wrongly, and every error by name."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.app import assembly, trying
from bot.app.trying import Choice
from bot.commands import Level
from bot.config import Community, Config
from bot.config.model import Mode
from bot.errors import ExportError
from bot.events import MessagePosted
from bot.ids import CommunityId, EventId, PolicyId, account_id, channel_id, message_id, space_id
from bot.policy.book import Book
from bot.policy.judgement import Hit

INNOCENT = frozenset(("ok", "criticism"))
"""Labels that no policy should match, unless others are named."""
_SPACE = space_id("labelled", "here")
_CHANNEL = channel_id(_SPACE, "general")
_NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)


class Row(BaseModel):
    """One line of the file; whatever else it says is left alone."""

    model_config = ConfigDict(frozen=True)

    text: str
    label: str = Field(min_length=1)
    lang: str = "?"
    id: str = ""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A row that was judged otherwise than its label says."""

    number: int
    """Its line in the file."""
    row: Row
    hits: tuple[Hit, ...]
    """Empty: it should have been matched."""


@dataclass(slots=True)
class Scored:
    """How the policies did."""

    policies: dict[PolicyId, Mode]
    wanted: frozenset[str] = frozenset()
    """The labels that should be matched."""
    rows: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By language and label."""
    matched: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_policy: Counter[tuple[PolicyId, str, str]] = field(default_factory=Counter)
    missed: list[Mistake] = field(default_factory=list)
    wrong: list[Mistake] = field(default_factory=list)

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language in the file."""
        return tuple(sorted({lang for lang, _ in self.rows}))

    def precision(self, lang: str | None = None, policy: PolicyId | None = None) -> float | None:
        """Of what was matched, the share that should have been; None where nothing was matched."""
        counts = self._matched(lang, policy)
        return _share(sum(n for label, n in counts.items() if label in self.wanted), counts.total())

    def recall(self, lang: str | None = None, policy: PolicyId | None = None) -> float | None:
        """Of what should have been matched, the share that was; None where there is none of it."""
        counts = self._matched(lang, policy)
        rows = sum(n for (of, label), n in self.rows.items() if label in self.wanted and lang in (None, of))
        return _share(sum(n for label, n in counts.items() if label in self.wanted), rows)

    def _matched(self, lang: str | None, policy: PolicyId | None) -> Counter[str]:
        counts: Counter[str] = Counter()
        for (of, label), number in self.matched.items():
            if policy is None and lang in (None, of):
                counts[label] += number
        for (name, of, label), number in self.by_policy.items():
            if name == policy and lang in (None, of):
                counts[label] += number
        return counts


def score(config: Config, path: Path, choice: Choice, wanted: frozenset[str] = frozenset()) -> Scored:
    """Judge every row by itself, as if a stranger had written it. Raises ExportError, Complaints.

    `wanted` are the labels that should be matched: all but `INNOCENT`, where none is named.
    """
    book = _book(config, choice)
    scored = Scored(dict(book.modes), wanted)
    for number, row in read(path):
        hits = _judge(book, number, row)
        scored.rows[row.lang, row.label] += 1
        scored.matched[row.lang, row.label] += bool(hits)
        scored.by_policy.update((hit.policy, row.lang, row.label) for hit in hits)
        should = row.label in wanted if wanted else row.label not in INNOCENT
        if should and not hits:
            scored.missed.append(Mistake(number, row, ()))
        if hits and not should:
            scored.wrong.append(Mistake(number, row, hits))
    labels = {label for _, label in scored.rows}
    scored.wanted = wanted or frozenset(labels - INNOCENT)
    return scored


def _book(config: Config, choice: Choice) -> Book:
    config, adjust = trying.adjusted(config, choice)
    settings = next(iter(config.settings.communities.values()), Community(spaces=(_SPACE,)))
    return assembly.open_book(config.policies, CommunityId("labelled"), adjust(settings))


def read(path: Path) -> Iterator[tuple[int, Row]]:
    """The rows of a JSONL file, with their lines. Raises ExportError."""
    number = 0
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, Row.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        problem = f"{'.'.join(map(str, first['loc'])) or 'the line'}: {first['msg']}"
        raise ExportError(f"{path}:{number}: this is no labelled message ({problem}): give it text and label") from None
    except UnicodeDecodeError:
        raise ExportError(f"{path}: this is no text in UTF-8") from None
    except OSError as error:
        raise ExportError(f"{path}: this cannot be read ({error.strerror})") from None


def _judge(book: Book, number: int, row: Row) -> tuple[Hit, ...]:
    event = MessagePosted(
        id=EventId(f"row:{number}"),
        space=_SPACE,
        at=_NOW,
        message=message_id(_CHANNEL, str(number)),
        channel=_CHANNEL,
        account=account_id(_SPACE, str(number)),
        text=row.text,
    )
    return book.judge(event, None, None, Level.MEMBER).hits


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
