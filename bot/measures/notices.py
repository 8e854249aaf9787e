"""What the team reads of measures: what was done, what was not, what waits for a second person."""

from collections.abc import Iterable, Iterator, Sequence

from bot.cases.lines import Penalty
from bot.cases.sanctions import Sanction
from bot.ids import AccountId
from bot.measures import durations, force
from bot.measures.scene import Scene
from bot.views import Argument, Button, Card, Field, Instant, Person, Phrase, Place, Text, Verbatim


def said(text: Text, *more: Text) -> Card:
    """A few words."""
    return Card(body=(text, *more))


def done(together: Sequence[Sanction], scene: Scene) -> Card:
    """What whoever took it is told: what comes of it, that the reasons go first, and under which number it stands."""
    first = together[0]
    lacks = scene.settings.file.lacks(first.space)
    body = [_done(one, lacks) for one in together]
    body.append(Phrase("measure-untellable" if "send_direct" in lacks else "measure-told-first"))
    if first.case is not None:
        body.append(Phrase("measure-case", (("case", first.case),)))
    return Card(body=tuple(body))


def beyond(missing: Sequence[Sanction]) -> Card:
    """What the platform cannot do, and one of the team can by hand."""
    return Card(
        title=Phrase("measure-team-beyond-title"),
        body=(*(_step(one) for one in missing), Phrase("measure-team-beyond")),
        fields=tuple(_fields(missing[0])),
        tone="alert",
    )


def failed(sanction: Sanction, why: Text) -> Card:
    """The platform would not do it."""
    return Card(
        title=Phrase("measure-team-failed-title"),
        body=(_step(sanction), Phrase("measure-team-failed")),
        fields=(*_fields(sanction), Field(label=Phrase("measure-field-why"), value=why)),
        tone="alert",
    )


def away(sanction: Sanction) -> Card:
    """They left before it could be done."""
    return Card(
        title=Phrase("measure-team-away-title"),
        body=(_step(sanction), Phrase("measure-team-away")),
        fields=tuple(_fields(sanction)),
        buttons=tuple(_lift(sanction)),
    )


def lifted(sanction: Sanction, by: AccountId | None, reason: str) -> Card:
    """Whoever decided it reads that somebody else has ended it early, and why."""
    who: Argument = Person(by) if by is not None else "somebody"
    said = Phrase("measure-lifted-told", (("known", "no" if by is None else "yes"), ("manager", who)))
    why: tuple[Text, ...] = (Phrase("measure-lifted-why"), Verbatim(reason)) if reason else ()
    return Card(body=(said, _step(sanction), *why), fields=tuple(_fields(sanction)))


def nameless(sanction: Sanction) -> Card:
    """The time of a ban is over, and nobody knows any more whose it was."""
    number = (Phrase("measure-case", (("case", sanction.case),)),) if sanction.case else ()
    return Card(title=Phrase("measure-nameless-title"), body=(Phrase("measure-nameless"), *number))


def untold(sanction: Sanction, *, elsewhere: bool) -> Card:
    """They take no direct messages: where they can read it instead."""
    said_there = "measure-untold-elsewhere" if elsewhere else "measure-untold-kept"
    return Card(
        title=Phrase("measure-untold-title"),
        body=(Phrase(said_there), *([] if elsewhere else [Phrase("measure-untold-please")])),
        fields=tuple(_fields(sanction)),
        tone="alert",
    )


def returned(running: Sequence[Sanction], joined: Person, lacks: frozenset[str], *, linked: bool = False) -> Card:
    """Somebody came back, or another account of theirs is here: what holds was applied again as far as it can be."""
    again = [one for one in running if not force.beyond(one, lacks)]
    by_hand = [one for one in running if force.beyond(one, lacks)]
    body: list[Text] = []
    how = "linked" if linked else "returned"
    for key, some in ((f"measure-{how}", again), (f"measure-{how}-beyond", by_hand)):
        body += [Phrase(key, (("person", joined),)), *map(_step, some)] if some else []
    return Card(
        title=Phrase(f"measure-{how}-title"),
        body=tuple(body),
        fields=tuple(_fields(running[0])),
        buttons=tuple(button for one in running for button in _lift(one)),
    )


def explain(together: Sequence[Sanction]) -> Card:
    """Whoever acted by hand is asked why."""
    first = together[0]
    fill = (("reason", first.reasons),) if first.reasons else ()
    ask = Button(
        id=f"measure-explain:{first.id}", label=Phrase("measure-button-explain"), style="primary", prefill=fill
    )
    return Card(
        body=(Phrase("measure-explain", (("person", Person(first.account)),)), *(_step(one) for one in together)),
        buttons=(ask,),
    )


def sure(wanted: Sanction, why: Phrase, until: Instant) -> Card:
    """Whoever wants something heavy or unusual is asked whether they are sure."""
    return Card(
        body=(
            Phrase("measure-sure", (("person", Person(wanted.account)), ("until", until))),
            _step(wanted),
            why,
            Phrase("measure-sure-reason"),
            Verbatim(wanted.reasons),
        ),
        buttons=(
            Button(id=f"measure-confirm:{wanted.id}", label=Phrase("measure-button-confirm"), style="danger"),
            Button(id=f"measure-cancel:{wanted.id}", label=Phrase("measure-button-cancel")),
        ),
    )


def second(wanted: Sanction, why: Phrase, until: Instant) -> Card:
    """Another senior is asked to agree."""
    said, presses = (_step(wanted), why), (f"measure-second:{wanted.id}", f"measure-cancel:{wanted.id}")
    return agreeing(said, wanted.reasons, tuple(_fields(wanted)), until, presses)


def agreeing(
    said: tuple[Text, ...], reasons: str, fields: tuple[Field, ...], until: Instant, presses: tuple[str, str]
) -> Card:
    """What somebody wants and why, with a button for who agrees and one for who does not."""
    yes, no = presses
    return Card(
        title=Phrase("measure-second-title"),
        body=(
            *said,
            Phrase("measure-sure-reason"),
            Verbatim(reasons),
            Phrase("measure-second-until", (("until", until),)),
        ),
        fields=fields,
        buttons=(
            Button(id=yes, label=Phrase("measure-button-second"), style="danger"),
            Button(id=no, label=Phrase("measure-button-cancel")),
        ),
        tone="alert",
    )


def hurried(manager: Person) -> Card:
    """Somebody of the team acts far above their usual pace."""
    return Card(
        title=Phrase("measure-pace-title"),
        body=(Phrase("measure-pace-alarm", (("manager", manager),)),),
        tone="alert",
    )


def _done(sanction: Sanction, lacks: frozenset[str]) -> Phrase:
    if force.beyond(sanction, lacks) and sanction.penalty.name not in ("remind", "warn"):
        return Phrase("measure-done-beyond", _named(sanction))
    return _step(sanction)


def upon(person: AccountId, penalty: Penalty) -> Phrase:
    """One measure in a line, with its length where it has one."""
    given: tuple[tuple[str, Argument], ...] = (("measure", penalty.name), ("person", Person(person)))
    if penalty.seconds is None:
        return Phrase("measure-step", given)
    return Phrase("measure-step-for", (*given, *durations.spoken_seconds(penalty.seconds)))


def _step(sanction: Sanction) -> Phrase:
    """One measure in a line, with its end where that is known."""
    if sanction.until is not None:
        return Phrase("measure-step-until", (*_named(sanction), ("until", Instant(sanction.until))))
    return upon(sanction.account, sanction.penalty)


def _fields(sanction: Sanction) -> Iterator[Field]:
    yield _field("whom", Person(sanction.account))
    if sanction.by is not None:
        yield _field("by", Person(sanction.by))
    if sanction.channel is not None:
        yield _field("where", Place(sanction.channel))
    if sanction.case is not None:
        yield Field(label=Phrase("measure-field-case"), value=Phrase("measure-case", (("case", sanction.case),)))


def _field(name: str, reference: Person | Place) -> Field:
    labels = {"whom": "measure-field-whom", "by": "measure-field-by", "where": "measure-field-where"}
    return Field(label=Phrase(labels[name]), value=Phrase("measure-reference", (("reference", reference),)))


def _lift(sanction: Sanction) -> Iterable[Button]:
    yield Button(id=f"sanction-lift:{sanction.id}", label=Phrase("measure-button-lift"))


def _named(sanction: Sanction) -> tuple[tuple[str, Argument], ...]:
    return (("measure", sanction.penalty.name), ("person", Person(sanction.account)))
