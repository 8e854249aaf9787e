"""The next graduated step: what is offered to whoever decides, and why; they may always decide otherwise.

Where the matter is about a policy that has a ladder of its own, its steps are taken, and only what is on file about
that policy counts, however it was worded then. Otherwise the steps come from the settings (`Settings.ladder`), and
everything on file counts. What is on file stays there until the day that was set when it was given
(`Sanction.on_file_until`), whatever is set since.
While somebody looks at it afresh it does not count.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cases.lines import Penalty
from bot.cases.rungs import Rule
from bot.cases.sanctions import Sanction, counts
from bot.facts import FileFact
from bot.ids import PolicyId
from bot.settings import Settings
from bot.views import Argument, Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """A step, and where it comes from."""

    penalties: tuple[Penalty, ...]
    time: int
    """Which time it is, this one included."""
    within: timedelta
    policy: PolicyId | None = None
    """Whose ladder it is; None where it is the team's own."""

    @property
    def why(self) -> Phrase:
        """For the team: which time it is, within how long, and whose steps these are."""
        given: tuple[tuple[str, Argument], ...] = (("time", self.time), ("days", max(self.within.days, 1)))
        if self.policy is None:
            return Phrase("measure-step-usual", given)
        return Phrase("measure-step-policy", (*given, ("policy", self.policy)))


def next_step(
    files: Iterable[FileFact],
    settings: Settings,
    now: datetime,
    policies: Sequence[PolicyId] = (),
    rules: Mapping[PolicyId, Rule] | None = None,
) -> NextStep:
    """What comes next for somebody, all of whose accounts' files these are, in a matter about these policies.

    `rules` are the wordings by which it is worked out: today's where none are given.
    """
    earlier, worded = remembered(files, now), settings.file.rules if rules is None else rules
    for policy in policies:
        if (found := _on_its_ladder(policy, earlier, worded.get(policy), now)) is not None:
            return found
    time = len(earlier) + 1
    step = settings.ladder[min(time, len(settings.ladder)) - 1]
    return NextStep(penalties=(step,), time=time, within=settings.on_file)


def remembered(files: Iterable[FileFact], now: datetime) -> tuple[Sanction, ...]:
    """What is on file now, the latest first: of each decision one measure, so that a decision counts once."""
    known = tuple(files)
    afresh = {brief.case for file in known for brief in file.cases if brief.state == "appealed"}
    found = [one for file in known for one in file.sanctions if counts(one, now) and one.case not in afresh]
    found.sort(key=lambda one: (one.at, one.id), reverse=True)
    return tuple({one.case or one.id: one for one in reversed(found)}.values())[::-1]


def _on_its_ladder(policy: PolicyId, earlier: Sequence[Sanction], rule: Rule | None, now: datetime) -> NextStep | None:
    """None where it has no ladder, or where its step falls upon nobody."""
    about = [one for one in earlier if any(named == policy for named, _ in one.policies)]
    for rung in reversed(rule.ladder if rule else ()):
        time = sum(1 for one in about if one.at > now - rung.within) + 1
        if time >= rung.at:
            step = NextStep(penalties=rung.penalties, time=time, within=rung.within, policy=policy)
            return step if rung.penalties else None
    return None
