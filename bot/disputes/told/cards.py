"""The cards on which the team reads of a case; what was written stays hidden until somebody asks for it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Literal

from bot.cases.case import Case, Note
from bot.cases.lines import Evidence
from bot.cases.states import Move
from bot.disputes.told import party_buttons
from bot.effects import Handle
from bot.ids import AccountId, CaseId
from bot.views import Argument, Button, Card, Field, Instant, Passage, Person, Phrase, Place, Reference, Text, Verbatim

_STYLES: dict[str, Literal["primary", "danger"]] = {"claim": "primary", "decide": "danger"}
_ON_THE_CARD: tuple[Move, ...] = ("claim", "invite", "decide", "dismiss", "empanel")
"""What stands below the card of the channel, where it can be done; everything else opens with one press more."""
_LIKELY: tuple[Move, ...] = (*_ON_THE_CARD, "reopen", "refuse")
_GROUPS: Mapping[str, tuple[Move, ...]] = {
    "handing": ("escalate", "assign", "refer", "release", "recuse"),
    "besides": ("ask", "note", "restrain", "merge"),
}
"""What is wanted less often stands behind a button of its own."""
_AT_ONCE, _FIRST = 5, 3
"""So many buttons need no order; where there are more, so many come before those that lead to others."""
_BUTTONS: dict[Move, str] = {"invite": "mediate"}
"""Where a button is not called like its move."""
_OF_A_TALK: dict[Move, str] = {"decide": "", "dismiss": "settle"}
"""Nothing is decided about somebody who wanted to talk: once it is done, it is done."""
_MOST_NOTES = 10
_LATER = frozenset({"new", "kept"})
"""What notes are called that were written once it was closed."""
_SHORT = 16
"""Letters of a hash on a card; the file of a case has all of them."""


def handle(case: CaseId) -> Handle:
    """The name of the card that the team gets first."""
    return Handle(f"case-{case}/card")


def team_card(case: Case, can: Collection[Move]) -> Card:
    """A case as the channel of the team shows it, with what can be done next."""
    return Card(
        title=title(case),
        body=(
            *_notices(case),
            *_standing(case),
            *_held(case),
            *_told(case),
            *_new(case),
            *_hidden(case),
            *_ending(case),
        ),
        fields=tuple(_fields(case)),
        buttons=(*_buttons(case, can, _ON_THE_CARD), *_evidence(case), *_more(case)),
        tone=_tone(case),
    )


def full_card(case: Case, can: Collection[Move]) -> Card:
    """A case with its notes and its links, for one of the team alone, with all that they can do."""
    return Card(
        title=title(case),
        body=(
            *_notices(case),
            *_standing(case),
            *_held(case),
            *_told(case),
            *_new(case),
            *_hidden(case),
            *_agreed(case),
            *_notes(case),
            *_ending(case),
        ),
        fields=(*_fields(case), *_links(case)),
        buttons=_offered(case, can),
        tone=_tone(case),
    )


def group_card(case: Case, can: Collection[Move], group: str) -> Card | None:
    """What is wanted less often, for one of the team who asks for it; None where there is no such group."""
    buttons = _arranged(case, can)[1].get(group)
    return (
        Card(title=title(case), body=(Phrase("case-group", (("group", group),)),), buttons=buttons) if buttons else None
    )


def evidence_card(case: Case) -> Card:
    """What was written, for somebody who asked to read it."""
    body: list[Text] = [Phrase("case-evidence-shown", (("case", case.id),))]
    for one in case.evidence:
        body += _shown(one)
    return Card(title=title(case), body=tuple(body))


def title(case: Case) -> Phrase:
    """Number and kind of a case."""
    given = (("case", case.id), ("kind", case.opening.kind), ("concern", case.opening.concern))
    return Phrase("case-title", given)


def urgent(case: Case) -> bool:
    """Whether somebody may be in danger."""
    return case.opening.concern == "danger" and case.live


def penalties(case: Case) -> Iterator[Phrase]:
    """What was decided upon somebody, in words."""
    for one in case.decision.penalties if case.decision else ():
        count, unit = _length(one.seconds)
        yield Phrase("case-penalty", (("measure", one.name), ("count", count), ("unit", unit)))


def button(case: Case, action: str) -> Button:
    """A button of the team's, about one case."""
    label = Phrase("case-button", (("action", action), ("kind", case.opening.kind)))
    return Button(id=f"case-{action}:{case.id}", label=label, style=_STYLES.get(action, "plain"))


def _tone(case: Case) -> Literal["plain", "notice", "alert"]:
    if urgent(case):
        return "alert"
    return "notice" if case.live and case.state != "decided" else "plain"


def _notices(case: Case) -> Iterator[Text]:
    if urgent(case):
        yield Phrase("case-danger")
    if len(case.reporters) > 1:
        yield Phrase("case-reports", (("number", len(case.reporters)),))


def _standing(case: Case) -> Iterator[Text]:
    """Where it stands, who is on it, and until when."""
    given: list[tuple[str, Argument]] = [("state", case.state)]
    if case.handler is not None and case.live:
        yield Phrase("case-handled", (*given, ("person", Person(case.handler))))
    else:
        yield Phrase("case-stands", tuple(given))
    if case.live and case.due_at is not None and not (urgent(case) and case.state == "open"):
        yield Phrase("case-due", (("state", case.state), ("instant", Instant(case.due_at))))


def _held(case: Case) -> Iterator[Text]:
    """What holds until it is decided, and what waits for another to agree."""
    if case.restrained_until is not None:
        what = "apart" if case.no_contact else "held"
        yield Phrase("case-held", (("what", what), ("instant", Instant(case.restrained_until))))
    if case.pending is not None:
        given = (("person", Person(case.pending.by)), ("instant", Instant(case.pending.until)))
        yield Phrase("case-pending", given)


def _told(case: Case) -> Iterator[Text]:
    """What whoever asked for help said."""
    if case.opening.text and not _said_again(case):
        yield Phrase("case-words", (("kind", case.opening.kind),))
        yield Verbatim(case.opening.text)
    if case.opening.wish:
        yield Phrase("case-wish")
        yield Verbatim(case.opening.wish)


def _said_again(case: Case) -> bool:
    """Whether the reasons of what was decided at once are these very words."""
    return case.opening.kind == "measure" and case.decision is not None and case.decision.reasons == case.opening.text


def _hidden(case: Case) -> Iterator[Text]:
    """That there is something to read, or that there was nothing that could be read."""
    if any(one.text or one.around or one.files for one in case.evidence):
        yield Phrase("case-evidence-hidden")
    elif any(not one.readable for one in case.evidence):
        yield Phrase("case-unreadable")


def _agreed(case: Case) -> Iterator[Text]:
    if case.offers:
        yield Phrase("case-offer", (("version", case.offers[-1].version), ("accepted", len(case.offers[-1].accepted))))
        yield Verbatim(case.offers[-1].text)


def _new(case: Case) -> Iterator[Text]:
    """What has come up since it was closed, and why that was no reason to take it up again."""
    yield from _written(one for one in case.notes if one.kind in _LATER)


def _notes(case: Case) -> Iterator[Text]:
    yield from _written([one for one in case.notes if one.kind not in _LATER][-_MOST_NOTES:])


def _written(notes: Iterable[Note]) -> Iterator[Text]:
    for one in notes:
        yield _noted(one)
        yield Verbatim(one.text)


def _noted(note: Note) -> Phrase:
    given: tuple[tuple[str, Argument], ...] = (("kind", note.kind), ("instant", Instant(note.at)))
    if note.by is None:
        return Phrase("case-note-nobody", given)
    return Phrase("case-note", (*given, ("person", Person(note.by))))


def _ending(case: Case) -> Iterator[Text]:
    decision = case.decision
    if case.outcome is None:
        return
    yield Phrase("case-outcome", (("outcome", case.outcome),))
    if decision is None:
        return
    if decision.by is not None:
        yield Phrase("case-decided-by", (("person", Person(decision.by)), ("instant", Instant(decision.at))))
    if decision.agreed is not None:
        yield Phrase("case-agreed-by", (("person", Person(decision.agreed)),))
    yield from penalties(case)
    if decision.reasons:
        yield Phrase("case-reasons")
        yield Verbatim(decision.reasons)


def _fields(case: Case) -> Iterator[Field]:
    opening = case.opening
    if opening.opener is not None:
        yield _field(f"opener-{_who_opened(case)}", Person(opening.opener))
    if opening.respondent is not None:
        yield _field("respondent", Person(opening.respondent))
    if opening.channel is not None and opening.message is not None:
        yield _field("where", Passage(opening.channel, opening.message))
    elif opening.channel is not None:
        yield _field("where", Place(opening.channel))
    for rule in opening.titles:
        yield Field(label=Phrase("case-field-rule"), value=rule)


def _who_opened(case: Case) -> str:
    return "measure" if case.opening.kind == "measure" else "asked"


def _links(case: Case) -> Iterator[Field]:
    if case.links:
        yield Field(label=Phrase("case-field-links"), value=Verbatim(", ".join(case.links)))


def _field(name: str, reference: Reference) -> Field:
    return Field(label=Phrase(f"case-field-{name}"), value=Phrase("case-reference", (("reference", reference),)))


def _shown(evidence: Evidence) -> list[Text]:
    """One message as it stood, with the ones around it."""
    body: list[Text] = []
    if evidence.channel is not None and evidence.message is not None:
        body.append(Phrase("case-evidence-where", (("passage", Passage(evidence.channel, evidence.message)),)))
    if not evidence.readable:
        body.append(Phrase("case-unreadable"))
    if evidence.text:
        body.append(Verbatim(evidence.text))
    for earlier in evidence.edits:
        body += [Phrase("case-evidence-edit"), Verbatim(earlier)]
    if evidence.files:
        body += [Phrase("case-evidence-files"), *_files(evidence)]
    if evidence.around:
        body.append(Phrase("case-evidence-around"))
        for author, said in groupby(evidence.around, key=lambda one: one.author):
            body += [_by(author), Verbatim("\n".join(one.text for one in said))]
    return body


def _files(evidence: Evidence) -> Iterator[Text]:
    """Their names, each with what is in it once that is known."""
    prints = {one.mark: one for one in evidence.prints}
    for known, named in groupby(evidence.files, key=lambda one: prints.get(one[1])):
        yield Verbatim("\n".join(name for name, _ in named))
        if known is not None and known.sha256:
            yield Phrase("case-evidence-file", (("size", known.size), ("hash", f"{known.sha256[:_SHORT]}…")))
        elif known is not None:
            yield Phrase("case-evidence-file-unread")


def _by(author: AccountId | None) -> Phrase:
    if author is None:
        return Phrase("case-evidence-somebody")
    return Phrase("case-evidence-by", (("person", Person(author)),))


def _offered(case: Case, can: Collection[Move]) -> tuple[Button, ...]:
    """All of them where they are few; otherwise what is likely, and one button for each group of others."""
    first, groups = _arranged(case, can)
    everything = (*first, *(one for group in groups.values() for one in group))
    if len(everything) <= _AT_ONCE:
        return everything
    return (*first, *(_leading(case, name, group) for name, group in groups.items() if group))


def _leading(case: Case, name: str, group: tuple[Button, ...]) -> Button:
    return replace(button(case, name), id=f"case-show:{case.id}:{name}") if group[1:] else group[0]


def _arranged(case: Case, can: Collection[Move]) -> tuple[tuple[Button, ...], dict[str, tuple[Button, ...]]]:
    """The first ones, and the others by group."""
    towards, likely = party_buttons.of_team(case, can), (*_buttons(case, can, _LIKELY), *_evidence(case))
    first = max(0, _FIRST - len(towards))
    groups = {name: tuple(_buttons(case, can, moves)) for name, moves in _GROUPS.items()}
    besides = (*likely[first:], *_ending_what_holds(case, can), *groups["besides"])
    return (*towards, *likely[:first]), {**groups, "besides": besides}


def _buttons(case: Case, can: Collection[Move], wanted: Iterable[Move]) -> Iterator[Button]:
    names = _OF_A_TALK if case.opening.kind == "talk" else _BUTTONS
    for move in wanted:
        if move in can and (name := names.get(move, move)):
            yield button(case, name)


def _evidence(case: Case) -> Iterator[Button]:
    if case.evidence:
        yield button(case, "evidence")


def _more(case: Case) -> Iterator[Button]:
    if case.live:
        yield button(case, "show")


def _ending_what_holds(case: Case, can: Collection[Move]) -> Iterator[Button]:
    if case.restrained_until is not None and "restrain" in can:
        yield button(case, "lift")


def _length(seconds: int | None) -> tuple[int, str]:
    """In the largest unit that it is whole in; no unit where it has no end or is done at once."""
    for unit, size in (("d", 86_400), ("h", 3_600), ("m", 60)):
        if seconds and seconds % size == 0:
            return seconds // size, unit
    return (seconds // 60, "m") if seconds else (0, "none")
