"""What somebody outside the team reads: no name, no word of whoever reported, and all that it takes to judge."""

from collections.abc import Iterator

from bot.cases.case import Case
from bot.cases.lines import Line
from bot.settings import Contact
from bot.views import Argument, Card, Doorway, Field, Instant, Phrase, Text, Verbatim

_OWN_WORDS = frozenset({"dispute", "talk", "review"})
"""In these whoever opened it is a party and spoke for themselves; a report is sealed, with every word of it."""


def letter(case: Case, line: Line, contact: Contact, *, doorways: bool) -> Card:
    """What is asked, until when, how to answer, and what is known."""
    body: list[Text] = [Phrase("outside-letter-intro", (("why", _why(case, line)), *_community(contact)))]
    if line.text:
        body += [Phrase("outside-letter-asks"), Verbatim(line.text)]
    body += [Phrase("outside-letter-wanted", (("kind", _kind(case)),)), *_answering(case, line, doorways=doorways)]
    body.append(Phrase("outside-letter-names"))
    return Card(title=_title("outside-letter-title", case, contact), body=tuple(body), fields=tuple(_known(case)))


def over(case: Case, contact: Contact) -> Card:
    """Nothing more is asked of them."""
    return Card(title=_title("outside-letter-title", case, contact), body=(Phrase("outside-letter-over"),))


def _title(key: str, case: Case, contact: Contact) -> Phrase:
    return Phrase(key, (("case", case.id), *_community(contact)))


def _community(contact: Contact) -> tuple[tuple[str, Argument], ...]:
    return (("community", contact.space.partition(":")[2]),)


def _why(case: Case, line: Line) -> str:
    """Who turns to them: the team, or the rules, where nobody is left who may decide."""
    return "asked" if line.by is not None else "appeal" if case.state == "appealed" else "nobody"


def _kind(case: Case) -> str:
    return "appeal" if case.state == "appealed" else "case"


def _answering(case: Case, line: Line, *, doorways: bool) -> Iterator[Text]:
    if line.until is None:
        yield Phrase("outside-letter-anytime")
        return
    when: tuple[str, Argument] = ("instant", Instant(line.until))
    if not doorways:
        yield Phrase("outside-letter-by", (when,))
        return
    door = Doorway(purpose="answer", case=case.id, until=line.until, number=case.lines)
    yield Phrase("outside-letter-door", (when, ("door", door)))


def _known(case: Case) -> Iterator[Field]:
    opening, appeal, decision = case.opening, case.appeal, case.decision
    about = Phrase("outside-concern", (("concern", opening.concern),))
    yield Field(label=Phrase("outside-field-about"), value=about)
    for title in opening.titles:
        yield Field(label=Phrase("outside-field-rule"), value=title)
    for evidence in case.evidence:
        if evidence.text and evidence.by is None:
            yield _quoted("message", evidence.text)
    if opening.kind in _OWN_WORDS:
        yield from (_quoted(name, words) for name, words in (("opener", opening.text), ("wish", opening.wish)) if words)
    for note in case.notes:
        if note.kind in ("answer", "new") and note.by in case.parties:
            yield _quoted("opener-answer" if note.by == opening.opener else "respondent-answer", note.text)
    if decision is not None and decision.reasons:
        yield _quoted("decision", decision.reasons)
    for penalty in decision.penalties if decision is not None else ():
        measure = Phrase("outside-measure", (("measure", penalty.name),))
        yield Field(label=Phrase("outside-field-measure"), value=measure)
    if appeal is not None and appeal.text:
        yield _quoted("appeal", appeal.text)


def _quoted(name: str, words: str) -> Field:
    return Field(label=Phrase("outside-field", (("field", name),)), value=Verbatim(words))
