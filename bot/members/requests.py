"""What is asked about accounts: forget one, keep one for the law, join two of one person or part them again."""

import hashlib

from bot.commands import ForgetAccount, HoldAccount, LinkAccounts, ReleaseAccount, UnlinkAccount
from bot.facts import AccountFact, FactKey, Facts, account_key
from bot.ids import AccountId, MemberId
from bot.records import AccountForgotten, AccountMoved, HoldChanged
from bot.rooms import Moment, Ruling, Subject
from bot.views import Phrase, Verbatim

Request = ForgetAccount | HoldAccount | ReleaseAccount | LinkAccounts | UnlinkAccount


def needs(request: Request) -> frozenset[FactKey]:
    """The accounts that it is about."""
    other = (account_key(request.to),) if isinstance(request, LinkAccounts) else ()
    return frozenset((account_key(request.account), *other))


def answer(request: Request, facts: Facts, at: Moment) -> Ruling:
    """What follows, and what the person who asked is told."""
    known = facts.account(request.account)
    if known is None:
        return Ruling(rule="members/unknown", why=(Phrase("privacy-unknown"),))
    if isinstance(request, ForgetAccount):
        return _forget(request, known)
    if isinstance(request, LinkAccounts):
        return _link(request, known, facts.account(request.to), at)
    if isinstance(request, UnlinkAccount):
        moved = _moved(known, new_member(request.account, at), at)
        return _said("members/unlinked", Phrase("members-unlinked"), request.account, moved)
    return _hold(request, at)


def new_member(account: AccountId, at: Moment) -> MemberId:
    """A person that nobody else is; the seed keeps somebody who comes back from being taken for their earlier self."""
    digest = hashlib.sha256(f"{account} {at.seed}".encode("utf-8", "backslashreplace"))
    return MemberId(f"member:{digest.hexdigest()[:20]}")


def _forget(request: ForgetAccount, known: AccountFact) -> Ruling:
    if known.held:
        return _said("members/held", Phrase("privacy-held"), request.account)
    forgotten = forgetting(known)
    return Ruling(rule="members/forgotten", why=(Phrase("privacy-forgotten"),), records=(forgotten,))


def forgetting(known: AccountFact) -> AccountForgotten:
    """Somebody who was met is forgotten, wherever they are or were one of several accounts."""
    return AccountForgotten(account=known.account, member=known.member, former=tuple(one for one, _ in known.was))


def _moved(known: AccountFact, member: MemberId, at: Moment) -> AccountMoved:
    return AccountMoved(account=known.account, member=member, previous=known.member, at=at.now)


def _link(request: LinkAccounts, known: AccountFact, other: AccountFact | None, at: Moment) -> Ruling:
    if other is None:
        return Ruling(rule="members/unknown", why=(Phrase("privacy-unknown"),))
    if other.member == known.member:
        return _said("members/linked-already", Phrase("members-linked-already"), request.account)
    moved = _moved(known, other.member, at)
    return _said("members/linked", Phrase("members-linked"), request.account, moved)


def _hold(request: HoldAccount | ReleaseAccount, at: Moment) -> Ruling:
    held = isinstance(request, HoldAccount)
    changed = HoldChanged(account=request.account, at=at.now, held=held)
    subject = Subject(account=request.account)
    if isinstance(request, HoldAccount):
        why = (Phrase("privacy-hold-placed"), Verbatim(request.reason))
        return Ruling(rule="members/hold-placed", why=why, subject=subject, records=(changed,))
    why_not = (Phrase("privacy-hold-released"),)
    return Ruling(rule="members/hold-released", why=why_not, subject=subject, records=(changed,))


def _said(rule: str, phrase: Phrase, account: AccountId, moved: AccountMoved | None = None) -> Ruling:
    return Ruling(rule=rule, why=(phrase,), subject=Subject(account=account), records=(moved,) if moved else ())
