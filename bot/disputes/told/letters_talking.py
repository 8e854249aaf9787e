"""Letters around talking it through: an invitation that each answers alone, words carried, offers, an agreement."""

from collections.abc import Iterator

from bot.cases.case import Case
from bot.disputes.scene import Scene
from bot.disputes.told import party_buttons, party_roles
from bot.disputes.told.letter_frame import Letter, Telling
from bot.ids import AccountId, space_of
from bot.views import Argument, Person, Phrase, Text, Verbatim


def invited(telling: Telling) -> Iterator[Letter]:
    """Would they talk it through? Each answers alone."""
    case = telling.case
    if case.state != "triage":
        yield from consented(telling)
        return
    for account in telling.people:
        given: tuple[tuple[str, Argument], ...] = (("you", Person(account)), *_other(case, account))
        yield Letter(
            to=account,
            says=(Phrase("party-invite", (*given, telling.handler)), Phrase("party-invite-free")),
            tone="notice",
        )


def consented(telling: Telling) -> Iterator[Letter]:
    """It begins once both have said yes; until then nobody hears who did."""
    case = telling.case
    if case.state != "mediation" or (telling.before is not None and telling.before.state == "mediation"):
        return
    for account in telling.people:
        given: tuple[tuple[str, Argument], ...] = (*_other(case, account), telling.handler)
        yield Letter(to=account, says=(Phrase("party-talks", given), Phrase("party-talks-how")), tone="good")


def declined(telling: Telling) -> Iterator[Letter]:
    """One of them would rather not; what the other reads does not say who."""
    for account in telling.others:
        yield Letter(to=account, says=(Phrase("party-no-talks", (telling.handler,)),))


def offered(telling: Telling) -> Iterator[Letter]:
    """A version to agree on, for whoever did not propose it."""
    case = telling.case
    if not case.offers:
        return
    latest, left = case.offers[-1], party_buttons.offers_left(case)
    by = "other" if latest.by in telling.people else "handler"
    for account in (one for one in telling.people if one != latest.by):
        given: tuple[tuple[str, Argument], ...] = (("by", by), ("version", latest.version), telling.handler)
        says: tuple[Text, ...] = (
            Phrase("party-offered", given),
            Verbatim(latest.text),
            Phrase("party-offered-how"),
            Phrase("party-offered-left", (("left", left),)),
        )
        yield Letter(to=account, says=says, tone="notice")


def agreed(telling: Telling) -> Iterator[Letter]:
    """Both have said yes to the same words."""
    if telling.case.state != "settled":
        return
    for account in telling.people:
        yield Letter(to=account, says=(*agreement(telling.case), Phrase("party-settled-how")), tone="good")


def agreement(case: Case, key: str = "party-settled") -> tuple[Text, ...]:
    """The words that both said yes to."""
    return (Phrase(key), Verbatim(case.offers[-1].text)) if case.offers else ()


def carried(telling: Telling) -> Iterator[Letter]:
    """Words of one that the mediator brings to the other."""
    if telling.line.account is not None:
        says = (Phrase("party-carried", (telling.handler,)), Verbatim(telling.line.text))
        yield Letter(to=telling.line.account, says=says, tone="notice")


def shared(telling: Telling) -> Iterator[Letter]:
    """A conversation of the three, once both have asked for it."""
    case = telling.case
    if not both_share(case):
        return
    opened = may_share(case, telling.scene)
    yield from telling.to_all(
        Phrase("party-share-open") if opened else Phrase("party-share-cannot", (telling.handler,))
    )


def both_share(case: Case) -> bool:
    """Whether both of the two want a conversation of the three."""
    people = party_roles.audience(case)
    return len(people) == 2 and case.shares >= set(people) and case.state == "mediation"


def may_share(case: Case, scene: Scene) -> bool:
    """Whether it can be opened: in one space, on a platform that has such conversations, at a place to open it in."""
    space = case.opening.space
    people = (*party_roles.audience(case), *((case.handler,) if case.handler else ()))
    here = all(space_of(one) == space for one in people) and case.handler is not None
    return here and case.opening.channel is not None and "create_private_thread" not in scene.settings.file.lacks(space)


def left(telling: Telling) -> Iterator[Letter]:
    """Somebody has stopped; what the other reads holds it against nobody."""
    for account in telling.others:
        yield Letter(to=account, says=(Phrase("party-left-other", (telling.handler,)),))


def done(telling: Telling) -> Iterator[Letter]:
    """Both say that it was kept."""
    if telling.case.state == "closed":
        talking = telling.before is not None and telling.before.state == "mediation"
        for account in telling.people:
            yield Letter(to=account, says=(Phrase("party-both-settled" if talking else "party-kept"),), tone="good")


def breached(telling: Telling) -> Iterator[Letter]:
    """One of them says that it was not kept."""
    yield from (Letter(to=one, says=(Phrase("party-breach-other"),)) for one in telling.others)


def _other(case: Case, account: AccountId) -> tuple[tuple[str, Argument], ...]:
    found = party_roles.other(case, account)
    return (("other", Person(found)),) if found is not None else ()
