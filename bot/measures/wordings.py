"""Which wording of a rule governs: the one that held at the facts, unless today's leads to something milder.

A rule that is not in force today (deleted, off or on trial) is milder than anything: no measure rests on it. A pause
only keeps the bot from acting by itself; what is paused is in force. The wording of then is asked for where it reads
otherwise today; where nobody kept it, today's governs, and that is said.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.cases.lines import Penalty
from bot.cases.rungs import Rule
from bot.facts import FactKey, Facts, FileFact, wording_key
from bot.ids import PolicyId, RevisionId
from bot.measures import durations, penalties
from bot.measures.ladder import NextStep, next_step
from bot.records import IncidentOpened
from bot.settings import Settings
from bot.views import Argument, Phrase

Pins = tuple[tuple[PolicyId, RevisionId], ...]
"""Rules, each in one of its wordings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Governed:
    """What a matter about some rules comes to."""

    pins: Pins
    """Those that a measure may rest on, in the wordings that govern."""
    step: NextStep | None
    """What comes next by these; None: none of the rules is in force, so that a measure needs another ground."""
    said: tuple[Phrase, ...] = ()
    """For the team: what has changed since, which wording governs, and why."""


def needs(pins: Iterable[tuple[PolicyId, RevisionId]], settings: Settings) -> Iterator[FactKey]:
    """The wordings that are not today's."""
    for policy, revision in pins:
        rule = settings.file.rules.get(policy)
        if rule is not None and rule.revision != revision:
            yield wording_key(revision)


def governed(pins: Pins, files: Iterable[FileFact], settings: Settings, facts: Facts, now: datetime) -> Governed:
    """What governs a matter about these rules, as they were worded at the facts, for whoever has these files."""
    today = {policy: settings.file.rules[policy] for policy, _ in pins if policy in settings.file.rules}
    if pins and not today:
        return Governed(pins=(), step=None, said=(Phrase("measure-rules-gone"),))
    held = {policy: _held(today[policy], revision, facts) for policy, revision in pins if policy in today}
    then = {policy: rule or today[policy] for policy, rule in held.items()}
    known = tuple(files)
    before, after = (next_step(known, settings, now, tuple(rules), rules) for rules in (then, today))
    milder = penalties.milder(after.penalties, before.penalties)
    said = [Phrase("measure-rule-gone", (("policy", policy),)) for policy, _ in pins if policy not in today]
    said += [Phrase("measure-wording-lost", (("policy", policy),)) for policy, rule in held.items() if rule is None]
    if then != today:
        said.append(_changed(before, after))
    return Governed(
        pins=tuple((policy, rule.revision) for policy, rule in (today if milder else then).items()),
        step=after if milder else before,
        said=tuple(said),
    )


def outdated(opened: IncidentOpened, settings: Settings) -> Iterator[Phrase]:
    """For whoever looks again at what was done without a person: that today nothing of it would be done."""
    done = {"remove" if one.name == "ask" else one.name for one in opened.measures}
    rules = settings.file.rules
    today = {name for policy in opened.policies if policy in rules for name in rules[policy].acts}
    if opened.origin == "policy" and done and done.isdisjoint(today):
        yield Phrase("measure-changed-nothing")


def _held(today: Rule, revision: RevisionId, facts: Facts) -> Rule | None:
    """As it was worded; None where that cannot be found."""
    return today if today.revision == revision else facts.wording(revision)


def _changed(before: NextStep, after: NextStep) -> Phrase:
    """What both wordings lead to, and which of them governs."""
    if before.penalties == after.penalties:
        return Phrase("measure-changed-same")
    if penalties.milder(after.penalties, before.penalties):
        governs = "today"
    else:
        governs = "then" if penalties.milder(before.penalties, after.penalties) else "neither"
    told = (*_told("then", before.penalties), *_told("today", after.penalties))
    return Phrase("measure-changed", (("governs", governs), *told))


def _told(when: str, step: tuple[Penalty, ...]) -> Iterator[tuple[str, Argument]]:
    """The heaviest of a step, how long, and whether a message goes besides."""
    heaviest = max(step, key=penalties.severity)
    given = durations.spoken_seconds(heaviest.seconds) if heaviest.seconds is not None else (("count", 0), ("unit", ""))
    yield when, heaviest.name
    yield from ((f"{when}_{name}", value) for name, value in given)
    goes = heaviest.name != "remove" and any(one.name == "remove" for one in step)
    yield f"{when}_goes", "yes" if goes else "no"
