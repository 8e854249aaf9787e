"""`/situation`: where somebody's own situations stand and all that they can do, whatever became of the letters."""

from collections.abc import Iterator

from bot.cases.case import Case
from bot.cases.states import LIVE
from bot.disputes.scene import Scene
from bot.disputes.told import ballots, cards, letter_frame, party_buttons, party_roles
from bot.disputes.told.letter_frame import Letter
from bot.errors import RuleError
from bot.events import Asked, CommandInvoked
from bot.facts import Brief, FactKey, Facts, accounts_of, case_key, file_key, loaded, person_keys, queue_key
from bot.ids import AccountId, CaseId
from bot.views import Argument, Button, Card, Field, Instant, Phrase, Text, Verbatim

_MOST = 10
_MOST_WORDS, _LONGEST = 3, 200
"""Of somebody's own words, how many are shown besides those that they began with, and how much of each."""
_QUEUE = 100
"""So many of the most pressing cases are looked through for a circle that somebody sits in."""


def needs(asked: Asked, facts: Facts) -> Iterator[FactKey]:
    """Who asks, with all of their accounts, what stands about them, and the cases themselves."""
    yield from person_keys(asked.account, facts)
    yield queue_key(_QUEUE)
    accounts = loaded(accounts_of, asked.account, facts)
    if accounts is None:
        return
    yield from map(file_key, accounts)
    yield from map(case_key, _candidates(asked, accounts, facts))
    for case in _theirs(asked, accounts, facts):
        for account in people(case):
            yield from person_keys(account, facts)


def shown(asked: Asked, scene: Scene) -> Card:
    """One of their situations, or a list of them."""
    accounts = accounts_of(asked.account, scene.facts)
    found = tuple(_theirs(asked, accounts, scene.facts))
    if not (wanted := _wanted(asked)):
        return standing(found[0], _as(found[0], accounts), scene) if len(found) == 1 else _list(found)
    case = next((one for one in found if one.id == wanted), None)
    return _unknown() if case is None else standing(case, _as(case, accounts), scene)


def one(asked: Asked, case: Case, scene: Scene) -> Card:
    """One situation, for whoever presses its button; to anybody else there is none."""
    accounts = accounts_of(asked.account, scene.facts)
    account = _as(case, accounts)
    return standing(case, account, scene) if account in _concerned(case) else _unknown()


def standing(case: Case, account: AccountId, scene: Scene) -> Card:
    """Where one situation stands, for one of those whom it concerns."""
    if party_roles.sits(case, account):
        says: tuple[Text, ...] = (*ballots.summary(case), *ballots.ballot(case, account))
        return letter_frame.card(Letter(to=account, says=says), case, scene)
    can = Phrase("party-standing-can" if party_buttons.offered(case, account) else "party-standing-none")
    return letter_frame.card(Letter(to=account, says=(*_story(case, account, scene), can)), case, scene)


def people(case: Case) -> frozenset[AccountId]:
    """Everybody whom letters about a case may go to or name."""
    circle = case.circle.drawn if case.circle is not None else ()
    hands = (case.handler, case.decision.by if case.decision else None, case.appeal.taken_by if case.appeal else None)
    return frozenset((*case.parties, *circle, *(one for one in hands if one is not None)))


def _story(case: Case, account: AccountId, scene: Scene) -> Iterator[Text]:
    """What has happened so far, as far as it is theirs to read."""
    if not (case.opening.kind == "report" and account == case.opening.respondent):  # it can betray who reported it
        yield Phrase("party-standing-began", (("instant", Instant(case.opened_at)),))
    if case.handler is not None and case.live:
        yield Phrase("party-standing-handler", (letter_frame.handled(case, scene),))
    yield from _own_words(case, account)
    for note in case.notes[-3:]:
        if note.kind in ("question", "carried") and note.to in (account, None) and case.live:
            key = "party-standing-question" if note.kind == "question" else "party-carried"
            if note.to == account or account == party_roles.asker(case):
                yield Phrase(key, (letter_frame.handled(case, scene),))
                yield Verbatim(note.text)
    if case.offers and case.state in ("mediation", "settled"):
        latest = case.offers[-1]
        agreed = Phrase("party-standing-agreed")
        open_still = Phrase("party-standing-offer", (("version", latest.version),))
        yield agreed if case.state == "settled" else open_still
        yield Verbatim(latest.text)
    if case.invited and case.state == "triage" and party_roles.other(case, account):
        yield Phrase("party-invite-free")
    yield from _held(case)
    yield from _decided(case, account)


def _own_words(case: Case, account: AccountId) -> Iterator[Text]:
    """What they wrote themselves, shortened: how they began, and the latest that they said since."""
    said = [case.opening.text, case.opening.wish] if account == party_roles.asker(case) else []
    since = [note.text for note in case.notes if note.by == account]
    since += [case.appeal.text] if case.appeal is not None and case.appeal.by == account else []
    shown = [one for one in (*said, *since[-_MOST_WORDS:]) if one]
    if shown:
        yield Phrase("party-standing-own")
        yield from (Verbatim(one if len(one) <= _LONGEST else f"{one[:_LONGEST]}…") for one in shown)


def _held(case: Case) -> Iterator[Text]:
    if case.no_contact and case.restrained_until is not None:
        yield Phrase("party-restrained", (("instant", Instant(case.restrained_until)),))


def _decided(case: Case, account: AccountId) -> Iterator[Text]:
    """What was decided, for whom it falls upon alone, and why."""
    if case.decision is not None and case.decision.reasons and case.word in ("decided", "finished"):
        yield Phrase("party-standing-reasons")
        if account == party_roles.affected(case):
            yield from cards.penalties(case)
        yield Verbatim(case.decision.reasons)
    if case.appeal is not None and case.appeal.result and case.appeal.reasons:
        yield Phrase("party-standing-afresh")
        yield Verbatim(case.appeal.reasons)


def _unknown() -> Card:
    return Card(body=(Phrase("party-own-unknown"),))


def _list(found: tuple[Case, ...]) -> Card:
    if not found:
        return Card(title=Phrase("party-own-title"), body=(Phrase("party-own-none"),))
    return Card(
        title=Phrase("party-own-title"),
        body=(Phrase("party-own-more"), Phrase("party-foot")),
        fields=tuple(_line(one) for one in found),
        buttons=tuple(_button(one) for one in found),
    )


def _line(case: Case) -> Field:
    given: tuple[tuple[str, Argument], ...] = (("word", case.word),)
    if case.due_at is not None and case.live:
        value = Phrase("party-own-until", (*given, ("instant", Instant(case.due_at))))
    else:
        value = Phrase("party-own-word", given)
    return Field(label=Phrase("party-own-line", (("case", case.id),)), value=value)


def _button(case: Case) -> Button:
    return Button(id=f"situation:{case.id}", label=Phrase("party-button-show", (("case", case.id),)))


def _wanted(asked: Asked) -> CaseId:
    """The number that they name; empty where they name none."""
    said = dict(asked.arguments).get("case", "") if isinstance(asked, CommandInvoked) else ""
    return CaseId(said.strip().lstrip("#").strip())


def _candidates(asked: Asked, accounts: tuple[AccountId, ...], facts: Facts) -> Iterator[CaseId]:
    """The cases in which they are a party, and those in which a circle is asked now."""
    briefs: list[Brief] = []
    try:
        for account in accounts:
            known = facts.file(account)
            briefs += known.cases[:_MOST] if known else ()
        queue = facts.queue(_QUEUE)
    except RuleError:
        return
    briefs += [one for one in queue.briefs if one.state == "voting"] if queue else ()
    yield from dict.fromkeys(one.case for one in briefs)
    if wanted := _wanted(asked):
        yield wanted


def _theirs(asked: Asked, accounts: tuple[AccountId, ...], facts: Facts) -> Iterator[Case]:
    """Those that they know of or are asked to decide, live ones first; nothing that was not loaded yet."""
    found: dict[CaseId, Case] = {}
    for one in _candidates(asked, accounts, facts):
        case = loaded(facts.case, one)
        if case is not None and _as(case, accounts) in _concerned(case):
            found[case.id] = case
    yield from sorted(found.values(), key=lambda case: (case.state not in LIVE, -case.opened_at.timestamp()))


def _concerned(case: Case) -> tuple[AccountId, ...]:
    circle = party_roles.circle(case)
    return (*party_roles.audience(case), *(circle.seated if circle is not None else ()))


def _as(case: Case, accounts: tuple[AccountId, ...]) -> AccountId:
    """Which of their accounts the case knows."""
    return next((one for one in accounts if one in _concerned(case)), accounts[0])
