"""What commands answer to other programs with `--json`: the one place where these shapes are written down.

Every answer names its shape in `schema`. Within a shape fields may be added; a field that goes or changes its meaning
makes the next number. `docs/json.md` is made from this file.
"""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.views import Bilingual

ModeName = Literal["off", "shadow", "enforce"]
Share = float | None
"""Between 0 and 1; null where there is nothing to take a share of."""


class Shape(BaseModel):
    """What all of them share."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Words(Shape):
    """Words for people, in both languages."""

    en: str
    fr: str

    @classmethod
    def of(cls, text: Bilingual) -> "Words":
        """From what a pack says."""
        return cls(en=text.en, fr=text.fr)


class Span(Shape):
    """A part of a text: characters from `start` up to, and without, `end`."""

    start: int
    end: int


# --- policy list, policy show


class PolicyLine(Shape):
    """A policy of a pack."""

    policy: str = Field(description="Its name, as `pack/policy`.")
    pack: str
    place: str = Field(description="The folder of its pack.")
    mode: ModeName = Field(description="As the pack has it, or as the settings of the community overlay it.")
    used: bool = Field(description="Whether the community has its pack.")
    revision: str = Field(description="The name of this wording, made of its content.")
    title: Words
    why: Words
    actions: list[str] = Field(description="What follows where it is enforced.")


class PolicyList(Shape):
    """`palabre policy list --json`."""

    schema_: Literal["palabre.policies/1"] = Field("palabre.policies/1", alias="schema")
    community: str | None
    policies: list[PolicyLine]


class PolicyShown(Shape):
    """`palabre policy show ID --json`."""

    schema_: Literal["palabre.policy/1"] = Field("palabre.policy/1", alias="schema")
    policy: PolicyLine
    says: dict[str, object] = Field(description="The policy as the file has it, without what equals its default.")
    cases: list["CaseLine"] = Field(description="The cases that expect it.")


# --- policy check, policy test


class CaseLine(Shape):
    """A case of a pack."""

    number: int = Field(description="Counted from 1, in the order of `cases.toml`.")
    text: str
    expect: list[str]
    passed: bool
    missing: list[str] = Field(description="Policies that should have matched.")
    unexpected: list[str] = Field(description="Policies that should not have.")
    followed: list[str] | None = Field(description="What follows, where it is not what the case says.")


class PackLine(Shape):
    """A pack that could be read."""

    pack: str
    place: str
    policies: int
    cases: int
    failed: list[CaseLine]


class Mistake(Shape):
    """Something wrong in a file, with the next step."""

    place: str
    problem: str
    hint: str


class Check(Shape):
    """`palabre policy check --json`."""

    schema_: Literal["palabre.check/1"] = Field("palabre.check/1", alias="schema")
    sound: bool
    packs: list[PackLine]
    mistakes: list[Mistake]


class MutationLine(Shape):
    """A part of a pack that was left out for once."""

    part: str = Field(description="The policy, or the setting within it, as `pack/policy when.any.0.words`.")
    whole: bool = Field(description="Whether a whole policy was left out.")
    noticed_by: list[int] = Field(description="The cases that failed without it; empty: none would notice.")


class TestedPack(Shape):
    """A pack with all its cases."""

    pack: str
    place: str
    cases: list[CaseLine]
    mutations: list[MutationLine] | None = Field(description="null unless `--mutate` was given.")


class Tested(Shape):
    """`palabre policy test --json`."""

    schema_: Literal["palabre.test/1"] = Field("palabre.test/1", alias="schema")
    passed: bool
    packs: list[TestedPack]
    mistakes: list[Mistake]


# --- policy explain


class Condition(Shape):
    """One condition of a policy, or several under `all`, `any` or `none`."""

    name: str
    state: Literal["held", "not", "unknown"]
    wanted: str = Field(description="What it looks for, in the file's own words.")
    found: str = Field(description="The figure that decided, where it counts or measures something.")
    missing: list[str] = Field(description="What would have to be known, where it is not.")
    spans: list[Span] = Field(description="Where it matched in the text.")
    evidence: list[str] = Field(description="The policy's own words that were found.")
    parts: list["Condition"]


class ExplainedPolicy(Shape):
    """What one policy says of the message."""

    policy: str
    revision: str
    mode: ModeName
    title: Words
    why: Words
    outcome: Literal["acts", "trial", "spared", "unknown", "silent", "bot", "elsewhere"] = Field(
        description="`acts`; `trial`: it would act if it were on; `spared`: it matched and spared the author; "
        "`unknown`: it could not know; `silent`; `bot`: it does not look at bots; `elsewhere`: other events only."
    )
    actions: list[str] = Field(description="What it asks for, or would.")
    time: int = Field(description="How often it has happened within its ladder's window, this time included.")
    spared_by: list[str] = Field(description="The settings of `unless` that spared the author.")
    spans: list[Span]
    conditions: list[Condition]


class Explanation(Shape):
    """`palabre policy explain --json`."""

    schema_: Literal["palabre.explanation/1"] = Field("palabre.explanation/1", alias="schema")
    text: str
    actions: list[str] = Field(description="What would follow from all policies together.")
    withheld: list[str] = Field(description="What would follow, were the author not an owner.")
    causes: list[str] = Field(description="The policies that ask for it.")
    policies: list[ExplainedPolicy]
    off: list[str] = Field(description="Policies that are switched off.")


# --- policy backtest, replay


class Sample(Shape):
    """One message and what was decided."""

    at: datetime
    channel: str = Field(description="Empty where somebody joined or goes by a new name; the text is then the name.")
    author: str
    text: str
    spans: list[Span]
    mode: Literal["enforce", "shadow", "spared"]
    policies: list[str]
    actions: list[str]
    evidence: list[str] = Field(description="The policies' own words and figures that decided, never the member's.")


class PolicyTally(Shape):
    """What one policy did."""

    policy: str
    title: Words
    mode: ModeName
    matched: int = Field(description="Messages that it hit, whether it acted or was on trial.")
    per_thousand: float = Field(description="Of those, for every thousand messages by people.")
    spared: int = Field(description="Messages that it matched while it spared the author.")
    people: int
    actions: dict[str, int] = Field(description="What it asked for, and how often.")
    weeks: list[int] = Field(description="`matched`, week by week; see `weeks` of the answer.")


class Week(Shape):
    """Seven days from a Monday on, in the community's time zone."""

    start: date
    messages: int
    acted: int
    trial: int


class Backtest(Shape):
    """`palabre policy backtest EXPORT --json`."""

    schema_: Literal["palabre.backtest/1"] = Field("palabre.backtest/1", alias="schema")
    export: str
    community: str
    time_zone: str
    since: datetime | None
    until: datetime | None
    messages: int = Field(description="By people, not by bots.")
    people: int
    bots: int
    acted: int = Field(description="Messages on which some policy acted.")
    acted_per_thousand: float
    trial: int = Field(description="Messages that only policies on trial hit.")
    spared: int = Field(description="Messages that were matched while their author was spared.")
    people_hit: int = Field(description="Authors of messages that were acted on, or hit on trial.")
    trusted_hit: int = Field(description="Those of them whom the team trusts with moderating.")
    trusted_share: Share
    policies: list[PolicyTally]
    effects: dict[str, int] = Field(description="What would have been asked of the platform, by kind.")
    weeks: list[Week]
    samples: list[Sample]
    stumbles: int = Field(description="Events that a rule stumbled over.")


class ReplayAnswer(Shape):
    """`palabre replay EXPORT --json`."""

    schema_: Literal["palabre.replay/1"] = Field("palabre.replay/1", alias="schema")
    export: str
    community: str
    since: datetime | None
    until: datetime | None
    events: int = Field(description="Events that the export held.")
    new: int = Field(description="Events that were not known from an earlier run; all other counts are of these.")
    messages: int = Field(description="By people, not by bots.")
    people: int
    bots: int
    channels: int
    reactions: int
    policies: dict[str, ModeName] = Field(description="The policies that looked, with their modes.")
    hits: list["PolicyCount"]
    effects: dict[str, int] = Field(description="By kind; recorded, never sent.")
    samples: list[Sample]
    stumbles: int
    oddities: dict[str, int] = Field(description="What was not understood, and left out.")
    ignored: dict[str, int] = Field(description="Messages of the platform's own that are no events for us.")


# --- a labelled file


class LabelScore(Shape):
    """The rows of one label in one language."""

    lang: str
    label: str
    wanted: bool = Field(description="Whether such rows should be matched.")
    rows: int
    matched: int
    recall: Share = Field(description="Of the rows, the share that was matched; where `wanted` is false, the error.")


class LanguageScore(Shape):
    """All rows of one language, or of all (`*`)."""

    lang: str
    rows: int
    precision: Share = Field(description="Of what was matched, the share that should have been.")
    recall: Share = Field(description="Of what should have been matched, the share that was.")


class PolicyScore(Shape):
    """What one policy matched."""

    policy: str
    mode: ModeName
    matched: int
    precision: Share
    recall: Share
    labels: dict[str, int] = Field(description="What it matched, by label.")


class LabelledError(Shape):
    """A row that was judged otherwise than its label says."""

    line: int
    lang: str
    label: str
    text: str
    policies: list[str] = Field(description="What matched; empty: it was missed.")
    spans: list[Span]


class Score(Shape):
    """`palabre policy backtest FILE.jsonl --json`."""

    schema_: Literal["palabre.score/1"] = Field("palabre.score/1", alias="schema")
    file: str
    rows: int
    labels: list[str] = Field(description="The labels that should be matched.")
    languages: list[LanguageScore]
    by_label: list[LabelScore]
    policies: list[PolicyScore]
    wrong: int = Field(description="Rows that were matched and should not have been.")
    missed: int
    errors: list[LabelledError] = Field(description="As many as `--errors` asks for: first what was matched wrongly.")


# --- policy diff


class AnswerShape(Shape):
    """What all policies together say of a message."""

    mode: Literal["", "enforce", "shadow", "spared"] = Field(description="Empty: nothing matched.")
    policies: list[str]
    actions: list[str]


class ChangeKind(Shape):
    """A change, and how often it came up."""

    number: int
    before: AnswerShape
    after: AnswerShape


class ChangeLine(Shape):
    """A message that is judged differently."""

    at: datetime
    channel: str
    author: str
    text: str
    spans: list[Span]
    before: AnswerShape
    after: AnswerShape


class Difference(Shape):
    """`palabre policy diff A B EXPORT --json`."""

    schema_: Literal["palabre.difference/1"] = Field("palabre.difference/1", alias="schema")
    export: str
    first: str
    second: str
    messages: int
    changed: int
    kinds: list[ChangeKind] = Field(description="Most frequent first.")
    samples: list[ChangeLine] = Field(description="As many of each kind as `--samples` asks for.")


# --- policy new


class Written(Shape):
    """`palabre policy new --json`."""

    schema_: Literal["palabre.new/1"] = Field("palabre.new/1", alias="schema")
    policy: str
    files: list[str]
    written: bool = Field(description="False: the examples and the conditions disagree, and nothing was written.")
    cases: list[CaseLine]


# --- stats, doctor


class Count(Shape):
    """How many of what."""

    name: str
    number: int


class PolicyCount(Shape):
    """How often a policy matched, by how far it went."""

    policy: str
    mode: Literal["enforce", "shadow", "spared", "observe", "paused"]
    number: int


class EffectCount(Shape):
    """What was wanted of platforms."""

    kind: str
    state: str
    number: int


class StatsAnswer(Shape):
    """`palabre stats --json`."""

    schema_: Literal["palabre.stats/1"] = Field("palabre.stats/1", alias="schema")
    community: str
    since: datetime | None
    until: datetime | None
    messages: int = Field(description="By people, not by bots.")
    by_bots: int
    people: int
    reactions: int
    joins: int
    channels: list[Count] = Field(description="Messages by channel, busiest first.")
    policies: list[PolicyCount]
    effects: list[EffectCount]


class Figure(Shape):
    """One figure, as everybody may read it."""

    section: str
    name: str
    value: str = Field(description='"<5" for a small one, "*" for one that would give a small one away.')


class TransparencyAnswer(Shape):
    """`palabre transparency --json`."""

    schema_: Literal["palabre.transparency/1"] = Field("palabre.transparency/1", alias="schema")
    community: str
    period: str
    since: datetime
    until: datetime = Field(description="Not part of the period any more.")
    figures: list[Figure]


class FindingLine(Shape):
    """One thing that was looked at."""

    ok: bool
    key: str = Field(description="Names the finding, in whatever language its words are.")
    what: str = Field(description="In the language of the shell.")
    step: str | None = Field(description="What to do about it.")
    mistakes: list[Mistake]


class DoctorAnswer(Shape):
    """`palabre doctor --json`."""

    schema_: Literal["palabre.doctor/1"] = Field("palabre.doctor/1", alias="schema")
    well: bool
    findings: list[FindingLine]


ALL: tuple[type[Shape], ...] = (
    PolicyList,
    PolicyShown,
    Check,
    Tested,
    Explanation,
    Backtest,
    Score,
    Difference,
    Written,
    ReplayAnswer,
    StatsAnswer,
    TransparencyAnswer,
    DoctorAnswer,
)
"""Every answer, in the order of the reference."""
