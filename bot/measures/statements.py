"""What whoever a measure falls upon reads: the statement of reasons first, and later what became of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bot.cases.lines import Penalty
from bot.cases.sanctions import Sanction
from bot.ids import CaseId
from bot.measures import durations, force
from bot.measures.ladder import NextStep
from bot.measures.scene import Scene
from bot.views import Argument, Button, Card, Doorway, Holders, Instant, Passage, Person, Phrase, Place, Text, Verbatim

_LEAVES = frozenset({"kick", "ban"})
_FOUND_BY_PROGRAM = frozenset({"policy", "incident"})
_WORDING = 8
"""So many letters of a wording's name tell it from others."""


def statement(together: Sequence[Sanction], scene: Scene, following: NextStep | None = None) -> Card:
    """The statement of reasons for everything that was decided at once; it always names a way to a person."""
    first = together[0]
    body = [
        _opening(first, scene),
        *(what(one, scene) for one in together),
        *_facts(first),
        *_rules(first, scene),
        *_reasons(first, scene),
        *_on_file(together, following),
        *_answering(together, scene),
        Phrase("measure-human"),
    ]
    return Card(body=tuple(body), buttons=tuple(_doors(first, scene)), tone="notice")


def again(running: Sequence[Sanction], scene: Scene) -> Card:
    """Somebody came back: what was decided still holds."""
    return _still(running, "measure-again", scene)


def shared(running: Sequence[Sanction], scene: Scene) -> Card:
    """An account was linked: what holds another one of theirs holds this one."""
    return _still(running, "measure-shared", scene)


def _still(running: Sequence[Sanction], key: str, scene: Scene) -> Card:
    first = running[0]
    body = [
        Phrase(key, (("person", Person(first.account)),)),
        *(what(one, scene) for one in running),
        *_reasons(first, scene),
        *_answering(running, scene),
        Phrase("measure-human"),
    ]
    return Card(body=tuple(body), buttons=tuple(_doors(first, scene)), tone="notice")


def ended(sanction: Sanction) -> Card:
    """It is over, as it was said."""
    return Card(body=(Phrase("measure-ended", _named(sanction)), Phrase("measure-ended-welcome")), tone="good")


def lifted(sanctions: Iterable[Sanction], reason: str) -> Card:
    """Somebody ended it early, and said why where they did it here."""
    why: tuple[Text, ...] = (Phrase("measure-lifted-why"), Verbatim(reason)) if reason else ()
    return Card(body=(*(Phrase("measure-lifted", _named(one)) for one in sanctions), *why), tone="good")


def failed(sanction: Sanction) -> Card:
    """What the statement said did not come about."""
    return Card(body=(Phrase("measure-failed", _named(sanction)),), tone="good")


def what(sanction: Sanction, scene: Scene) -> Phrase:
    """One measure with its scope and its end, or what is done in its place where the platform cannot do it."""
    if force.beyond(sanction, scene.settings.file.lacks(sanction.space)):
        return _in_its_place(sanction)
    given: list[tuple[str, Argument]] = [("measure", sanction.penalty.name)]
    kind = "measure-what"
    if (place := force.left(sanction)) is not None and sanction.penalty.name in ("remove", "remove_from_channel"):
        kind += "-place"
        given.append(("place", Place(place)))
    if sanction.penalty.role is not None:
        kind += "-role"
        given.append(("role", Holders(sanction.penalty.role)))
    if sanction.until is not None:
        kind += "-until"
        given.append(("until", Instant(sanction.until)))
    return Phrase(kind, tuple(given))


def _in_its_place(sanction: Sanction) -> Phrase:
    name = sanction.penalty.name
    if name == "remove" and sanction.channel is not None and sanction.message is not None:
        return Phrase("measure-beyond-remove", (("passage", Passage(sanction.channel, sanction.message)),))
    if sanction.until is not None:
        return Phrase("measure-beyond-until", (("measure", name), ("until", Instant(sanction.until))))
    return Phrase("measure-beyond", (("measure", name),))


def _opening(sanction: Sanction, scene: Scene) -> Phrase:
    actor = scene.actor(sanction)
    given: tuple[tuple[str, Argument], ...] = (("person", Person(sanction.account)),)
    if sanction.interim:
        return Phrase("measure-opening-interim", given)
    if isinstance(actor, str):
        hand = "hand" if scene.by_hand(sanction) else "bot"
        return Phrase("measure-opening", (*given, ("by", actor), ("how", hand)))
    key = "measure-opening-named-hand" if scene.by_hand(sanction) else "measure-opening-named"
    return Phrase(key, (*given, ("manager", actor)))


def _facts(sanction: Sanction) -> Iterator[Text]:
    if sanction.channel is not None and sanction.message is not None and sanction.penalty.name != "remove":
        yield Phrase("measure-about", (("passage", Passage(sanction.channel, sanction.message)),))
    if sanction.quote:
        yield Phrase("measure-quote")
        yield Verbatim(sanction.quote)


def _rules(sanction: Sanction, scene: Scene) -> Iterator[Text]:
    """Each by its title and the wording that governs: the one that held, or a milder one that came since."""
    if not sanction.policies:
        yield Phrase("measure-no-rule")
        return
    yield Phrase("measure-rules", (("number", len(sanction.policies)),))
    yield from sanction.titles
    case = scene.case(sanction)
    then = dict(case.opening.policies) if case is not None else {}
    for policy, revision in sanction.policies:
        key = "measure-rule" if then.get(policy, revision) == revision else "measure-rule-since"
        yield Phrase(key, (("policy", policy), ("wording", revision[:_WORDING])))


def _reasons(sanction: Sanction, scene: Scene) -> Iterator[Text]:
    case = scene.case(sanction)
    if case is not None and case.opening.door in _FOUND_BY_PROGRAM:
        yield Phrase("measure-found-by-program")
    if sanction.reasons:
        yield Phrase("measure-reasons", (("by", "program" if sanction.by is None else "person"),))
        yield Verbatim(sanction.reasons)
    elif not sanction.policies:
        yield Phrase("measure-no-reasons")


def _on_file(together: Sequence[Sanction], following: NextStep | None) -> Iterator[Text]:
    """Until when it is remembered, and what would come next."""
    until = max((one.on_file_until for one in together if one.on_file_until is not None), default=None)
    if until is None:
        return
    yield Phrase("measure-on-file", (("until", Instant(until)),))
    if following is not None and not any(one.penalty.name in _LEAVES for one in together):
        for one in following.penalties:
            if not any(_lasts_as_long(taken.penalty, one) for taken in together):
                yield following_step(one.name, one.seconds)


def _lasts_as_long(taken: Penalty, other: Penalty) -> bool:
    """Whether the other one would be nothing more than this one was."""
    if taken.name != other.name or other.seconds is None:
        return False
    return taken.seconds is None or taken.seconds >= other.seconds


def following_step(name: str, seconds: int | None) -> Phrase:
    """What would come next, and for how long."""
    if seconds is None:
        return Phrase("measure-next", (("measure", name),))
    return Phrase("measure-next-for", (("measure", name), *durations.spoken_seconds(seconds)))


def _answering(together: Sequence[Sanction], scene: Scene) -> Iterator[Text]:
    """How and until when to answer back, also for whoever has to leave."""
    first = together[0]
    if first.interim:
        yield Phrase("measure-interim", (("until", Instant(first.until or scene.at.now)),))
        return
    if first.case is None or first.appeal_until is None or first.appeal_until <= scene.at.now:
        yield Phrase("measure-final")
        return
    yield Phrase("measure-appeal", (("until", Instant(first.appeal_until)),))
    if any(one.penalty.name in _LEAVES for one in together) and scene.settings.doorways:
        yield Phrase("measure-door", (("door", door(first, first.case, first.appeal_until)),))


def door(sanction: Sanction, case: CaseId, until: datetime) -> Doorway:
    """The page on which somebody answers back who is not here any more; its address is put in when it is sent."""
    return Doorway("appeal", case, until, account=sanction.account, number=decided_in(sanction))


def decided_in(sanction: Sanction) -> int:
    """The line of the case that decided it; 0 where its name does not say."""
    _, _, after = sanction.id.partition("-")
    line, _, _ = after.partition("-")
    return int(line) if line.isdecimal() else 0


def _doors(sanction: Sanction, scene: Scene) -> Iterator[Button]:
    until = sanction.appeal_until
    if sanction.case is not None and not sanction.interim and until is not None and until > scene.at.now:
        yield Button(id=f"case-appeal:{sanction.case}", label=Phrase("measure-button-appeal"), style="primary")


def _named(sanction: Sanction) -> tuple[tuple[str, Argument], ...]:
    return (("measure", sanction.penalty.name), ("person", Person(sanction.account)))
