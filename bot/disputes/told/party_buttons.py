"""What each of those whom a case concerns can do now, as buttons: the same in every letter and in `/situation`."""

from collections.abc import Callable, Collection, Iterator, Mapping

from bot.cases.case import Case
from bot.cases.states import Move, State
from bot.disputes.moving import ready
from bot.disputes.table import OFFERS
from bot.disputes.told import ballots, party_roles
from bot.ids import AccountId
from bot.views import Argument, Button, Phrase

_RESULTS: tuple[Move, ...] = ("uphold", "soften", "overturn", "remit")
_BEFORE_DECISION = frozenset({"open", "triage", "waiting", "mediation", "settled", "escalated", "voting", "deciding"})


def offered(case: Case, account: AccountId) -> tuple[Button, ...]:
    """All that somebody can do now; nothing for whoever has no part in it."""
    if party_roles.sits(case, account):
        return tuple(ballots.buttons(case, account))
    if account in party_roles.audience(case):
        return tuple(_party(case, account))
    return ()


def of_team(case: Case, can: Collection[Move]) -> tuple[Button, ...]:
    """What those of the team can do towards the parties, and about a request for another look."""
    if case.state == "mediation":
        return mediating(case) if "carry" in can else ()
    if case.state == "appealed":
        return taking(case) if "take" in can else _results(case, can)
    return ()


def mediating(case: Case) -> tuple[Button, ...]:
    """What whoever carries the words can do."""
    carry, stop = button("mediator-carry", "carry", case), button("party-leave", "leave", case)
    return (carry, button("party-offer", "propose", case), stop) if _left(case) else (carry, stop)


def taking(case: Case) -> tuple[Button, ...]:
    """For somebody who has had no part in it: to look at it afresh."""
    return (button("appeal-take", "take", case),)


def deciding(case: Case) -> tuple[Button, ...]:
    """What may come of looking at it afresh."""
    return (*_results(case, ready.results(case)), button("case-recuse", "recuse", case))


def button(action: str, label: str, case: Case, *given: tuple[str, Argument]) -> Button:
    """A button about a case."""
    return Button(id=f"{action}:{case.id}", label=Phrase(f"party-button-{label}", given))


def offers_left(case: Case) -> int:
    """How many more versions of an agreement can be proposed."""
    return max(0, OFFERS - len(case.offers))


def may_say_what_is_new(case: Case, account: AccountId) -> bool:
    """Whether somebody may say, now that it is closed, that something new has come up: once."""
    return case.state == "closed" and ready.reopenable(case) and not ready.requested(case, frozenset({account}))


def _party(case: Case, account: AccountId) -> Iterator[Button]:
    yield from _IN_STATE.get(case.state, _before)(case, account)
    if account == party_roles.asker(case) and case.state in _BEFORE_DECISION and not ready.measured(case):
        yield button("party-withdraw", "withdraw", case)


def _settled(case: Case, account: AccountId) -> Iterator[Button]:
    if account not in case.done:
        yield button("party-done", "done", case)
    yield button("party-breach", "breach", case)


def _decided(case: Case, account: AccountId) -> Iterator[Button]:
    yield button("case-appeal", "appeal", case)
    if account not in case.waived:
        yield button("party-waive", "waive", case)


def _voting(case: Case, account: AccountId) -> Iterator[Button]:
    yield from ballots.challenges(case, account)
    yield button("party-answer", "answer", case)


def _closed(case: Case, account: AccountId) -> Iterator[Button]:
    if may_say_what_is_new(case, account):
        yield button("party-request", "request", case)
    if account not in case.surveys and case.outcome not in ("merged", "withdrawn"):
        yield button("party-survey", "survey", case)


def _before(case: Case, account: AccountId) -> Iterator[Button]:
    """While somebody looks after it, and nobody has decided."""
    if case.invited and case.state == "triage" and not case.refusals - {account}:
        if account not in case.consents:
            yield button("party-consent", "consent", case)
        if account not in case.refusals:
            yield button("party-decline", "decline", case)
    yield button("party-answer", "answer", case)


def _talking(case: Case, account: AccountId) -> Iterator[Button]:
    latest = case.offers[-1] if case.offers else None
    if latest is not None and account not in latest.accepted:
        version = latest.version
        yield Button(
            id=f"party-agree:{case.id}:{version}",
            label=Phrase("party-button-agree", (("version", version),)),
            style="primary",
        )
    if _left(case):
        yield button("party-offer", "counter" if latest else "offer", case)
    yield button("party-answer", "say", case)
    if account not in case.shares:
        yield button("party-share", "share", case)
    yield button("party-leave", "leave", case)
    if case.lapsed:
        if account not in case.done:
            yield button("party-done", "is-settled", case)
        yield button("party-higher", "higher", case)


def _nothing(_case: Case, _account: AccountId) -> Iterator[Button]:
    return iter(())


def _results(case: Case, can: Collection[Move]) -> tuple[Button, ...]:
    return tuple(button(f"appeal-{move}", move, case) for move in _RESULTS if move in can)


def _left(case: Case) -> bool:
    return offers_left(case) > 0


_IN_STATE: Mapping[State, Callable[[Case, AccountId], Iterator[Button]]] = {
    "mediation": _talking,
    "settled": _settled,
    "voting": _voting,
    "decided": _decided,
    "closed": _closed,
    "appealed": _nothing,
    "archived": _nothing,
}
