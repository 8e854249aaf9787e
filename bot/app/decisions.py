"""What policies decided, with the words that they decided on: taken from the road as it goes, kept in memory only."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.effects import Effect
from bot.events import MemberJoined, MemberRenamed, MessageEdited, MessagePosted, ReactionAdded
from bot.ids import AccountId, ChannelId, MessageId, PolicyId
from bot.records import PolicyHit
from bot.storage.batch import Ruled
from bot.views import Text

Furthest = Literal["enforce", "shadow", "spared"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Something that somebody wrote."""

    message: MessageId
    channel: ChannelId
    """Both are empty where somebody joined or goes by a new name."""
    account: AccountId
    name: str | None
    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the policies said of one line."""

    line: Line
    hits: tuple[PolicyHit, ...]
    why: tuple[Text, ...]
    effects: tuple[Effect, ...]
    evidence: tuple[str, ...] = ()
    """The policies' own words and figures that decided."""

    @property
    def mode(self) -> Furthest:
        """The furthest that any of its policies went."""
        modes = {hit.mode for hit in self.hits}
        return "enforce" if "enforce" in modes else "shadow" if "shadow" in modes else "spared"

    @property
    def policies(self) -> tuple[PolicyId, ...]:
        """Those that went as far as the decision goes."""
        return tuple(hit.policy for hit in self.hits if hit.mode == self.mode)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where they matched."""
        return tuple(sorted({span for hit in self.hits if hit.mode == self.mode for span in hit.spans}))


def decisions(batch: Sequence[Ruled]) -> Iterator[Decision]:
    """Every decision of policies in a batch."""
    for one in batch:
        hits = tuple(record for record in one.records if isinstance(record, PolicyHit))
        line = (spoken(one) or _came(one)) if hits else None
        if line is not None:
            said = [ruling for room, ruling in one.rulings if room == "policy"]
            why = tuple(text for ruling in said for text in ruling.why)
            evidence = tuple(word for ruling in said if ruling.subject for word in ruling.subject.evidence)
            effects = tuple(enqueued.effect for enqueued in one.effects)
            yield Decision(line=line, hits=hits, why=why, effects=effects, evidence=evidence)


def spoken(one: Ruled) -> Line | None:
    """The words that arrived, if words did."""
    given = one.arrival
    if not isinstance(given, MessagePosted | MessageEdited) or given.account is None:
        return None
    name = given.name if isinstance(given, MessagePosted) else None
    return Line(
        message=given.message,
        channel=given.channel,
        account=given.account,
        name=name,
        at=given.at,
        text=given.text,
    )


def _came(one: Ruled) -> Line | None:
    """Somebody joined, or goes by a new name: the name stands where words would."""
    given = one.arrival
    if not isinstance(given, MemberJoined | MemberRenamed):
        return None
    return Line(
        message=MessageId(""),
        channel=ChannelId(""),
        account=given.account,
        name=given.name,
        at=given.at,
        text=given.name or "",
    )


@dataclass(slots=True)
class Samples:
    """Shown every batch of a replay, it keeps who was there and a handful of decisions."""

    each: int = 2
    """At most so many of one policy in one mode."""
    people: set[AccountId] = field(default_factory=set)
    bots: set[AccountId] = field(default_factory=set)
    channels: set[ChannelId] = field(default_factory=set)
    messages: int = 0
    """By people, not by bots."""
    reactions: int = 0
    kept: list[Decision] = field(default_factory=list)
    _seen: Counter[tuple[PolicyId, str]] = field(default_factory=Counter)

    def watch(self, batch: Sequence[Ruled]) -> None:
        """Look at a batch."""
        for one in batch:
            given = one.arrival
            if isinstance(given, MessagePosted):
                (self.bots if given.by_bot else self.people).add(given.account)
                self.messages += not given.by_bot
                self.channels.add(given.channel)
            self.reactions += isinstance(given, ReactionAdded)
        for decision in decisions(batch):
            kind = decision.policies[0], decision.mode
            self._seen[kind] += 1
            if self._seen[kind] <= self.each:
                self.kept.append(decision)

    def best(self, most: int) -> list[Decision]:
        """At most so many, first one of every policy and mode, in order of time."""
        first: dict[tuple[PolicyId, str], Decision] = {}
        for one in self.kept:
            first.setdefault((one.policies[0], one.mode), one)
        rest = [one for one in self.kept if one not in first.values()]
        return sorted([*first.values(), *rest][:most], key=lambda one: one.line.at)
