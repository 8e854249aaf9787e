"""What anybody may read: what was decided, when and why, and by which rules proposals are decided."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from bot.commands import Level
from bot.facts import Activation, ActivationsFact, ProposalBrief, ProposalsFact
from bot.lawmaking import acting, cards, criticism, rulebook
from bot.lawmaking.scene import Scene
from bot.proposals import LIVE
from bot.views import Argument, Button, Card, Instant, Locale, Phrase, Text, Verbatim

A_PAGE = 8
_WORDING = 8
"""So many letters of a wording's name tell it from others."""
Arguments = tuple[tuple[str, Argument], ...]


class _Entry(NamedTuple):
    at: datetime
    lines: tuple[Text, ...]


def decisions(scene: Scene, wanted: str) -> Card:
    """One page of what was decided, the latest first; on the first one also what is open."""
    listed = scene.facts.proposals() or ProposalsFact(proposals=())
    live = scene.facts.activations() or ActivationsFact(activations=())
    entries = sorted(_entries(scene, listed.proposals, live.activations), key=lambda one: one.at, reverse=True)
    pages = max(1, -(-len(entries) // A_PAGE))
    page = min(max(int(wanted), 1), pages) if wanted.isdecimal() and len(wanted) < 5 else 1
    shown = entries[(page - 1) * A_PAGE : page * A_PAGE]
    body: list[Text] = [Phrase("proposal-decisions" if entries else "proposal-decisions-none")]
    if not listed.proposals and scene.settings.proposals != "off":
        body.append(Phrase("proposal-decisions-first"))
    if page == 1:
        body += _open(listed.proposals)
    body += [line for one in shown for line in one.lines]
    body.append(_criticism(scene))
    title = Phrase("proposal-decisions-title", (("page", page), ("pages", pages)))
    return Card(title=title, body=tuple(body), buttons=tuple(_turning(page, pages)))


def rules(scene: Scene) -> Card:
    """By which rules proposals are decided, and who may change what about that."""
    who, shown = scene.settings.proposals, rulebook.shown(scene.settings.proposal_rules)
    body: list[Text] = [Phrase("proposal-who", (("who", who),))]
    if who != "off":
        body += [Phrase("proposal-rules", shown), Phrase("proposal-rules-change", shown)]
    return Card(title=Phrase("proposal-rules-title"), body=tuple(body), buttons=tuple(_changing(scene)))


def settled(scene: Scene) -> bool:
    """Whether anything was ever voted on: from then on the rules are members' to change."""
    counter = scene.facts.counter(*acting.VOTED)
    return counter is not None and counter.value > 0


def _changing(scene: Scene) -> Iterator[Button]:
    prefill = rulebook.written(scene.settings.proposal_rules)
    if scene.settings.proposals != "off":
        yield Button(id="proposal-rules", label=Phrase("proposal-button-rules"), prefill=prefill)
    if scene.level >= Level.OWNER:
        who = (("who", scene.settings.proposals),)
        yield Button(id="proposal-who", label=Phrase("proposal-button-who"), prefill=who)
        if not settled(scene):
            yield Button(id="proposal-first-rules", label=Phrase("proposal-button-first-rules"), prefill=prefill)


def _open(proposals: Sequence[ProposalBrief]) -> Iterator[Text]:
    for one in proposals:
        if one.state in LIVE:
            due: Argument = Instant(one.due_at) if one.due_at else ""
            yield Phrase("proposal-decisions-open", (*_named(one), ("state", one.state), ("instant", due)))


def _entries(scene: Scene, proposals: Sequence[ProposalBrief], activations: Sequence[Activation]) -> Iterator[_Entry]:
    for one in proposals:
        if one.state not in LIVE:
            yield _Entry(one.since, tuple(_told(one)))
    alone = [one for one in activations if not one.author.startswith("proposal:")]
    for (at, author, mode), found in groupby(sorted(alone, key=_switched), key=_switched):
        given = (("mode", mode), ("author", author), ("instant", Instant(at)))
        yield _Entry(at, (_activated(list(found), scene.settings.locale, given),))


def _switched(one: Activation) -> tuple[datetime, str, str]:
    return one.at, one.author, one.mode


def _activated(together: Sequence[Activation], locale: Locale, given: Arguments) -> Phrase:
    """One rule with its wording; or all that were switched in one go, by their titles."""
    if len(together) > 1:
        titles = ", ".join(sorted(one.title.say(locale) for one in together))
        return Phrase("proposal-decisions-together", (*given, ("number", len(together)), ("titles", titles)))
    (one,) = together
    named = (("title", one.title.say(locale)), ("policy", one.policy), ("revision", one.revision[:_WORDING]))
    return Phrase("proposal-decisions-activated", (*named, *given))


def _told(one: ProposalBrief) -> Iterator[Text]:
    given = (*_named(one), ("state", one.state), ("instant", Instant(one.since)))
    sums = (("yes", one.votes_for), ("no", one.votes_against), ("abstained", one.abstained))
    counted = "yes" if one.votes_for or one.votes_against or one.abstained else "no"
    yield Phrase("proposal-decisions-line", (*given, *sums, ("electors", one.electors), ("counted", counted)))
    if one.revision:
        yield Phrase(
            "proposal-decisions-revision", (("policy", str(one.policy)), ("revision", one.revision[:_WORDING]))
        )
    if one.state == "adopted" and one.backtest is not None and one.backtest.read:
        yield cards.backtest(one.backtest, one.kind)
    if one.why:
        yield Verbatim(one.why)


def _named(one: ProposalBrief) -> Arguments:
    return ("number", one.proposal), ("kind", one.kind), ("title", one.title), ("mode", one.mode)


def _criticism(scene: Scene) -> Phrase:
    removed, without = (scene.facts.counter(*one) for one in (criticism.REMOVED, criticism.WITHOUT_RULE))
    numbers = (("removed", removed.value if removed else 0), ("without", without.value if without else 0))
    return Phrase("proposal-decisions-criticism", numbers)


def _turning(page: int, pages: int) -> Iterator[Button]:
    if page > 1:
        yield Button(id=f"decisions-page:{page - 1}", label=Phrase("proposal-button-newer"))
    if page < pages:
        yield Button(id=f"decisions-page:{page + 1}", label=Phrase("proposal-button-older"))
