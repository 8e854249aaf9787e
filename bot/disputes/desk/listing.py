"""Cases to read: all that are open, one with its notes, what stands about a person, and one as a file.

What somebody may not see is left out as if it were not there, and nothing counts it.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.cases.case import Case
from bot.cases.sanctions import Sanction, counts
from bot.disputes import advancing, who
from bot.disputes.desk import pressing
from bot.disputes.scene import Scene
from bot.disputes.told import cards
from bot.events import Asked, CommandInvoked
from bot.facts import Brief, FactKey, Facts, FileFact, accounts_of, case_key, file_key, loaded, log_key, queue_key
from bot.ids import AccountId, CaseId
from bot.settings import Settings
from bot.views import Argument, Card, Document, Field, Instant, Person, Phrase, Text

COMMANDS = frozenset({"case list", "case export", "history"})
_LOOKED_THROUGH = 60
_SHOWN = 15
_SANCTIONS = 10


def needs(asked: CommandInvoked, facts: Facts, settings: Settings | None) -> Iterator[FactKey]:
    """What a command wants to read, and what says whether it may be."""
    yield from who.person_and_file(asked.account, facts)
    if settings is not None:
        yield from who.team_and_files(settings, facts)
        yield from who.confidant_keys(settings, facts)
    match asked.command:
        case "case list":
            yield queue_key(_LOOKED_THROUGH)
            yield from _seen_by_briefs(_queue(facts), facts)
        case "history" if (whom := pressing.named(asked)) is not None:
            yield from who.person_and_file(whom, facts)
            yield from _seen_by_briefs([brief for file in _files(whom, facts) for brief in file.cases], facts)
        case "case export":
            case = pressing.case_of(asked)
            yield case_key(case)
            yield log_key(case)
            yield from _people(case, facts)
        case _:
            return


def listed(asked: CommandInvoked, scene: Scene) -> Card:
    """What is open, the most pressing first."""
    visible = [case for brief in _queue(scene.facts) if (case := _visible(brief.case, asked.account, scene))]
    if dict(asked.arguments).get("which") == "mine":
        own = set(accounts_of(asked.account, scene.facts))
        visible = [case for case in visible if case.handler in own]
    if not visible:
        return Card(body=(Phrase("case-list-nothing"),))
    body: list[Text] = [Phrase("case-list", (("number", len(visible)),))]
    if len(visible) > _SHOWN:
        body.append(Phrase("case-list-more", (("number", len(visible) - _SHOWN),)))
    return Card(body=tuple(body), fields=tuple(_field(case) for case in visible[:_SHOWN]))


def history(asked: CommandInvoked, scene: Scene) -> Card:
    """What stands about somebody: measures, what is still on file, situations, and how often policies acted."""
    whom = pressing.named(asked)
    files = list(_files(whom, scene.facts)) if whom is not None else []
    known = whom is not None and scene.person(whom) is not None
    if whom is None or not (known or any(file.sanctions or file.cases for file in files)):
        return Card(body=(Phrase("case-nobody"),))
    apart = {one.case for file in files for one in file.cases if one.private and not _sees(one, asked, scene)}
    known_of = (one for file in files for one in file.sanctions if one.case not in apart)
    sanctions = sorted(known_of, key=lambda one: one.at, reverse=True)
    told = {brief.case for file in files for brief in file.cases}
    cases = [case for one in sorted(told, key=_order) if (case := _visible(one, asked.account, scene))]
    standing = [one for one in sanctions if one.state not in ("proposed", "overturned")]
    given: tuple[tuple[str, Argument], ...] = (
        ("person", Person(whom)),
        ("measures", len(standing)),
        ("file", sum(counts(one, scene.at.now) for one in standing)),
        ("cases", len(cases)),
        ("incidents", sum(file.incidents for file in files)),
    )
    return Card(
        title=Phrase("case-history-title", (("person", Person(whom)),)),
        body=(Phrase("case-history", given), *_measures(standing[:_SANCTIONS], scene.at.now)),
        fields=tuple(_field(case) for case in cases[:_SHOWN]),
    )


def export(asked: CommandInvoked, scene: Scene) -> Card:
    """One case as a file: all of it, sealed fields too, so that reading it is written down."""
    case = _visible(pressing.case_of(asked), asked.account, scene)
    log = scene.facts.log(case.id) if case is not None else None
    if case is None or log is None:
        return Card(body=(Phrase("case-unknown"),))
    content = {"case": case.id, "state": case.state, "log": [asdict(line) if line else None for line in log.lines]}
    file = Document(name=f"case-{case.id}.json", media_type="application/json", content=_json(content))
    return Card(body=(Phrase("case-exported", (("case", case.id),)),), files=(file,))


def visible(case: Case | None, account: AccountId, scene: Scene) -> Case | None:
    """The case, where somebody may see it."""
    if case is None or advancing.hidden(case, account, scene):
        return None
    return case


def _sees(brief: Brief, asked: CommandInvoked, scene: Scene) -> bool:
    return _visible(brief.case, asked.account, scene) is not None


def _visible(case: CaseId, account: AccountId, scene: Scene) -> Case | None:
    return visible(scene.facts.case(case), account, scene)


def _queue(facts: Facts) -> tuple[Brief, ...]:
    known = loaded(facts.queue, _LOOKED_THROUGH)
    return known.briefs if known else ()


def _files(account: AccountId, facts: Facts) -> Iterator[FileFact]:
    found = (loaded(facts.file, one) for one in loaded(accounts_of, account, facts) or ())
    yield from (one for one in found if one is not None)


def _seen_by_briefs(briefs: list[Brief] | tuple[Brief, ...], facts: Facts) -> Iterator[FactKey]:
    for brief in briefs:
        yield case_key(brief.case)
        yield from _people(brief.case, facts)


def _people(case: CaseId, facts: Facts) -> Iterator[FactKey]:
    """The parties with what stands about them: it may speak against whoever asks."""
    known = loaded(facts.case, case)
    for account in known.parties if known else ():
        yield from who.person_and_file(account, facts)
        yield file_key(account)


def _field(case: Case) -> Field:
    given: list[tuple[str, Argument]] = [("state", case.state)]
    if case.handler is not None and case.live:
        given.append(("person", Person(case.handler)))
    if case.live and case.due_at is not None:
        given.append(("instant", Instant(case.due_at)))
    key = "-".join(("case-listed", *(name for name, _ in given[1:])))
    return Field(label=cards.title(case), value=Phrase(key, tuple(given)))


def _measures(sanctions: list[Sanction], now: datetime) -> Iterator[Phrase]:
    for one in sanctions:
        kept = one.on_file_until if counts(one, now) else None
        given: tuple[tuple[str, Argument], ...] = (("measure", one.penalty.name), ("instant", Instant(one.at)))
        if kept is None:
            yield Phrase("case-history-measure", (*given, ("state", one.state)))
        else:
            yield Phrase("case-history-on-file", (*given, ("until", Instant(kept))))


def _order(case: CaseId) -> tuple[int, str]:
    return (-int(case), case) if case.isdigit() else (0, case)


def _json(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else str(value)


def is_listing(asked: Asked) -> bool:
    """Whether somebody wants to read, and nothing moves."""
    return isinstance(asked, CommandInvoked) and asked.command in COMMANDS
