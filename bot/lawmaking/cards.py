"""How a proposal is shown: to everybody, to one person who wants all of it, and to managers who have to act."""

import json
import math
from collections.abc import Iterator
from datetime import timedelta

from bot.commands import Level
from bot.lawmaking import rulebook, voting
from bot.lawmaking.scene import Scene
from bot.proposals import Backtest, Proposal, ProposalKind, Rules, Tried
from bot.views import Argument, Button, Card, Field, Instant, Person, Phrase, Text, Verbatim

FEW = 5
"""Fewer people than these are not numbered where everybody reads it."""
_MOST_WORDS = 40
Arguments = tuple[tuple[str, Argument], ...]


def public(scene: Scene, proposal: Proposal) -> Card:
    """What everybody reads; sums only once voting is over."""
    return Card(
        title=titled(proposal),
        body=(_author(proposal), *([Verbatim(proposal.body)] if proposal.body else [])),
        fields=tuple(_fields(scene, proposal)),
        buttons=tuple(_public_buttons(proposal)),
        tone="notice" if proposal.live else "good" if proposal.state == "adopted" else "plain",
    )


def talk(proposal: Proposal) -> Card:
    """The first words below a card."""
    return Card(body=(Phrase("proposal-talk", (("kind", proposal.kind),)),))


def whole(scene: Scene, proposal: Proposal) -> Card:
    """Everything about it, for whoever asks: what it looks for, by which rules it is decided, what they may do."""
    shown = public(scene, proposal)
    rules = Field(label=Phrase("proposal-field-rules"), value=Phrase("proposal-rules", rulebook.shown(proposal.rules)))
    fields = (*shown.fields, *_words(proposal), rules, *_own_vote(scene, proposal))
    return Card(title=shown.title, body=shown.body, fields=fields, buttons=tuple(_own_buttons(scene, proposal)))


def to_decide(scene: Scene, proposal: Proposal, opening: Phrase) -> Card:
    """For managers, when it is their turn."""
    shown = public(scene, proposal)
    return Card(
        title=shown.title,
        body=(opening, *shown.body),
        fields=shown.fields,
        buttons=tuple(_managers_buttons(proposal)),
        tone="alert",
    )


def short(proposal: Proposal, said: Text) -> Card:
    """A word to somebody about one proposal, with a way to all of it."""
    return Card(title=titled(proposal), body=(said,), buttons=(_show(proposal),))


def titled(proposal: Proposal) -> Phrase:
    """What it is called."""
    named: Arguments = (("kind", proposal.kind), ("title", proposal.title), ("number", proposal.id))
    return Phrase("proposal-title", named)


def standing(scene: Scene, proposal: Proposal) -> Phrase:
    """Where it stands, until when, and how it ended."""
    last = proposal.changes[-1]
    due: Argument = Instant(proposal.due_at) if proposal.due_at else ""
    if proposal.live:
        return Phrase(
            "proposal-standing", (("state", proposal.state), ("instant", due), ("electors", proposal.electors))
        )
    who = "law" if last.by is None else "person"
    ended: Arguments = (("state", proposal.state), ("who", who), ("instant", Instant(last.at)), *scene.manager(last.by))
    return Phrase("proposal-ended", ended)


def tried(found: Tried, proposal: Proposal) -> Phrase:
    """What it would have done, or did, in a while."""
    people = "none" if not found.people else "few" if found.people < FEW else "many"
    given: Arguments = (
        ("kind", "mode" if proposal.kind == "mode" else "trial"),
        ("since", Instant(found.since)),
        ("until", Instant(found.until)),
        ("matched", found.matched),
        ("amount", people),
        ("people", found.people),
    )
    return Phrase("proposal-tried", given)


def backtest(found: Backtest | None, kind: ProposalKind) -> Phrase:
    """What it would have done with the past, for everybody: few are no number, and no way to one."""
    if found is None:
        return Phrase("proposal-backtest-awaited")
    if not found.read:
        return Phrase("proposal-backtest-none", (("kind", "mode" if kind == "mode" else "trial"),))
    return Phrase("proposal-backtest", (*looked_back(found), ("amount", _amount(found))))


def looked_back(found: Backtest) -> Arguments:
    """How far back, and the numbers."""
    days = max(1, math.ceil((found.until - found.since) / timedelta(days=1)))
    return ("days", days), ("read", found.read), ("matched", found.matched), ("people", found.people)


def sums(proposal: Proposal) -> Phrase:
    """What the votes came to."""
    given = (
        ("yes", proposal.votes_for),
        ("no", proposal.votes_against),
        ("abstained", proposal.abstained),
        ("electors", proposal.electors),
    )
    return Phrase("proposal-sums", given)


def was_voted(proposal: Proposal) -> bool:
    """Whether votes were counted."""
    return bool(proposal.votes_for or proposal.votes_against or proposal.abstained)


def _author(proposal: Proposal) -> Phrase:
    if proposal.by is None:
        return Phrase("proposal-by-nobody")
    return Phrase("proposal-by", (("person", Person(proposal.by)),))


def _fields(scene: Scene, proposal: Proposal) -> Iterator[Field]:
    yield Field(label=Phrase("proposal-field-effect"), value=_effect(proposal))
    yield Field(label=Phrase("proposal-field-standing"), value=standing(scene, proposal))
    yield from _backtested(proposal)
    if proposal.tried is not None:
        label = Phrase("proposal-field-tried", (("kind", "mode" if proposal.kind == "mode" else "trial"),))
        yield Field(label=label, value=tried(proposal.tried, proposal))
    elif proposal.trial and proposal.state == "discussion":
        label = Phrase("proposal-field-tried", (("kind", "trial"),))
        yield Field(label=label, value=Phrase("proposal-on-trial"))
    if was_voted(proposal):
        yield Field(label=Phrase("proposal-field-sums"), value=sums(proposal))
    if proposal.why:
        yield Field(label=Phrase("proposal-field-why"), value=Verbatim(proposal.why))


def _backtested(proposal: Proposal) -> Iterator[Field]:
    """That no past could be read matters as long as something follows from it."""
    found, talking = proposal.backtest, proposal.state == "discussion"
    if (found is not None and (found.read or talking)) or proposal.wants_backtest:
        yield Field(label=Phrase("proposal-field-backtest"), value=backtest(found, proposal.kind))


def _amount(found: Backtest) -> str:
    if not found.matched:
        return "none"
    return "few" if found.matched < FEW else "few_people" if found.people < FEW else "many"


def _effect(proposal: Proposal) -> Phrase:
    if proposal.kind == "rules":
        return Phrase("proposal-rules", rulebook.shown(Rules.read(proposal.content)))
    if proposal.kind == "mode":
        return Phrase("proposal-effect-mode", (("mode", proposal.mode), ("policy", str(proposal.policy))))
    policy = json.loads(proposal.content)["policy"]
    then = next(name for name in ("remove", "remind", "alert") if policy["then"].get(name))
    return Phrase("proposal-effect", (("then", then), ("words", len(_sought(policy))), ("mode", proposal.mode)))


def _words(proposal: Proposal) -> Iterator[Field]:
    """What it looks for and what it must leave alone: for whoever wants to know, not for everybody's eyes."""
    if proposal.kind not in ("new", "change"):
        return
    kept = json.loads(proposal.content)
    sought = _sought(kept["policy"])
    spared = [case["text"] for case in kept["cases"] if not case["expect"]]
    for label, lines in ((Phrase("proposal-field-words"), sought), (Phrase("proposal-field-spared"), spared)):
        if lines:
            more = ["…"] if len(lines) > _MOST_WORDS else []
            yield Field(label=label, value=Verbatim("\n".join([*lines[:_MOST_WORDS], *more])))


def _sought(policy: dict[str, dict[str, dict[str, list[str]]]]) -> list[str]:
    return policy["when"]["words"]["any"]


def _own_vote(scene: Scene, proposal: Proposal) -> Iterator[Field]:
    if proposal.state == "voting":
        vote = voting.voted(proposal, scene.accounts)
        seated = any(set(person) & set(scene.accounts) for person in proposal.electorate)
        said = vote or ("open" if seated else "none")
        yield Field(label=Phrase("proposal-field-vote"), value=Phrase("proposal-own-vote", (("vote", said),)))


def _show(proposal: Proposal) -> Button:
    return Button(id=f"proposal-show:{proposal.id}", label=Phrase("proposal-button-show"))


def _public_buttons(proposal: Proposal) -> Iterator[Button]:
    if proposal.state == "voting":
        for vote in ("for", "against", "abstain"):
            label = Phrase("proposal-button-vote", (("vote", vote),))
            yield Button(id=f"proposal-vote:{proposal.id}:{vote}", label=label)
    yield _show(proposal)


def _managers_buttons(proposal: Proposal) -> Iterator[Button]:
    if proposal.state == "deciding":
        adopt = Phrase("proposal-button-adopt")
        yield Button(id=f"proposal-adopt:{proposal.id}", label=adopt, style="primary")
        yield Button(id=f"proposal-open:{proposal.id}", label=Phrase("proposal-button-open"))
        yield Button(id=f"proposal-reject:{proposal.id}", label=Phrase("proposal-button-reject"))
    if proposal.state == "cooling":
        yield Button(id=f"proposal-veto:{proposal.id}", label=Phrase("proposal-button-veto"), style="danger")


def _own_buttons(scene: Scene, proposal: Proposal) -> Iterator[Button]:
    if proposal.state == "voting":
        yield from (one for one in _public_buttons(proposal) if one.id.startswith("proposal-vote:"))
    if proposal.by in scene.accounts and proposal.state in ("discussion", "deciding", "voting"):
        yield Button(id=f"proposal-withdraw:{proposal.id}", label=Phrase("proposal-button-withdraw"))
    if scene.level >= Level.SENIOR:
        yield from _managers_buttons(proposal)
