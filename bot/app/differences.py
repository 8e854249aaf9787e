"""Two sets of packs over one export: which messages are judged differently, from what to what."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from bot.app import trying
from bot.app.decisions import Decision, Line, decisions
from bot.app.replay import Replay, Replayed
from bot.app.trying import Choice
from bot.config import Config
from bot.events import MessagePosted
from bot.ids import EventId
from bot.storage.batch import Ruled


@dataclass(frozen=True, slots=True)
class Answer:
    """What all policies together say of a message; without policies, they say nothing."""

    mode: Literal["", "enforce", "shadow", "spared"] = ""
    """enforce, shadow or spared; empty where nothing matched."""
    policies: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    """Of the policies named."""


@dataclass(frozen=True, slots=True)
class Change:
    """One message and both answers."""

    line: Line
    before: Answer
    after: Answer
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What differs between two runs."""

    first: Replayed
    second: Replayed
    messages: int
    changes: tuple[Change, ...]
    """In order of time."""

    @property
    def kinds(self) -> Counter[tuple[Answer, Answer]]:
        """How often each change from one answer to another came up."""
        return Counter((one.before, one.after) for one in self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What to compare, and on what."""

    first: Path
    """A folder of packs, one pack, or one file."""
    second: Path
    export: Path
    community: str | None = None
    space: str | None = None
    progress: Callable[[int, int], None] | None = None


@dataclass(slots=True)
class _Answers:
    """Keeps what was said of the messages that any policy matched."""

    messages: int = 0
    said: dict[EventId, tuple[Line, Answer, tuple[tuple[int, int], ...]]] = field(default_factory=dict)

    def watch(self, batch: Sequence[Ruled]) -> None:
        for one in batch:
            self.messages += isinstance(one.arrival, MessagePosted) and not one.arrival.by_bot
            for decision in decisions((one,)):
                self.said[EventId(one.arrival.id)] = (decision.line, _answer(decision), decision.spans)


def _answer(decision: Decision) -> Answer:
    hits = [hit for hit in decision.hits if hit.mode == decision.mode]
    actions = () if decision.mode == "spared" else dict.fromkeys(one for hit in hits for one in hit.actions)
    return Answer(decision.mode, tuple(sorted(hit.policy for hit in hits)), tuple(sorted(actions)))


async def compare(config: Config, wanted: Comparison) -> Compared:
    """Run the export past both. Raises ExportError, Complaints."""
    first, one = await _run(config, wanted, wanted.first)
    second, other = await _run(config, wanted, wanted.second)
    return Compared(first=first, second=second, messages=one.messages, changes=tuple(_changes(one, other)))


async def _run(config: Config, wanted: Comparison, packs: Path) -> tuple[Replayed, _Answers]:
    answers = _Answers()
    with _folder(packs) as folder:
        changed, adjust = trying.adjusted(config, Choice(folder=folder, alone=True))
        asked = Replay(
            export=wanted.export,
            community=wanted.community,
            space=wanted.space,
            adjust=adjust,
            progress=wanted.progress,
            watch=answers.watch,
        )
        return await trying.dry_run(replace(changed, policies=changed.policies[:1]), asked), answers


@contextmanager
def _folder(packs: Path) -> Iterator[Path]:
    """The folder that holds the packs; one file alone becomes a pack of its own, with the lists beside it."""
    if not packs.is_file():
        yield packs
        return
    with TemporaryDirectory(prefix="palabre-") as made:
        pack = Path(made) / "pack"
        pack.mkdir()
        for list_file in packs.parent.glob("*.txt"):
            shutil.copy(list_file, pack)
        shutil.copy(packs, pack / "pack.toml")
        yield pack


def _changes(one: _Answers, other: _Answers) -> Iterator[Change]:
    nothing = Answer()
    both = sorted({**other.said, **one.said}.items(), key=lambda entry: entry[1][0].at)
    for event, (line, _, _) in both:
        before = one.said.get(event)
        after = other.said.get(event)
        was, becomes = before[1] if before else nothing, after[1] if after else nothing
        if was != becomes:
            spans = {*(before[2] if before else ()), *(after[2] if after else ())}
            yield Change(line, was, becomes, tuple(sorted(spans)))
