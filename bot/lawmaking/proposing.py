"""Somebody proposes something: it is read, its cases run, and from then on it is talked over and tried."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import settings as community
from bot.errors import Complaint, Complaints
from bot.events import FormSubmitted
from bot.facts import PROPOSALS
from bot.ids import ChannelId, PolicyId, ProposalId, SpaceId
from bot.lawmaking import cards, course, rulebook
from bot.lawmaking.scene import Scene
from bot.proposals import LIVE, Mode, Proposal, ProposalKind, Tried
from bot.records import Counted, ProposalMoved, Record, TimerArmed
from bot.rooms import Ruling
from bot.views import Button, Card, Field, Phrase, Text, Verbatim

MOST_AT_ONCE = 2
"""So many proposals of one person may be open."""
LOOKED_BACK = timedelta(days=30)
"""How far a look at what a policy did goes back."""
_QUESTIONS = ("title", "words", "then", "why", "spare")
_PROBLEMS = frozenset({"title", "words", "many", "why", "then", "spare", "brand"})
_MODES: Mapping[str, Mode] = {"off": "off", "shadow": "shadow", "enforce": "enforce"}
_ON_TRIAL = re.compile(rf"{community.IN_CHAT}/proposal-\d+(-trial)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody proposes, before it is a proposal."""

    kind: ProposalKind
    title: str
    why: str
    content: str = ""
    policy: PolicyId | None = None
    mode: Mode = "enforce"
    tried: Tried | None = None


def policy(scene: Scene, form: FormSubmitted) -> Ruling:
    """A new policy, or other words for one that was written in chat; a refused one is handed back as it was typed."""
    answers = dict(form.values)
    try:
        draft = scene.desk.draft(answers)
    except Complaints as error:
        return scene.said("not-read", _handed_back(answers, error.complaints))
    kind: ProposalKind = "change" if community.policy_key(draft.name) in scene.settings.values else "new"
    wish = Wish(
        kind=kind,
        title=answers["title"].strip(),
        why=answers["why"].strip(),
        content=draft.content,
        policy=community.policy_id(draft.name),
        mode=draft.mode,
    )
    return _open(scene, wish)


def mode(scene: Scene, answers: Mapping[str, str]) -> Ruling:
    """How far a policy goes, with what it did lately."""
    wanted, chosen, why = PolicyId(answers.get("policy", "")), _MODES.get(answers.get("mode", "")), answers.get("why")
    known = None if _ON_TRIAL.fullmatch(wanted) else scene.desk.known(wanted)
    if known is None:
        return scene.refused(Phrase("proposal-no-such-rule", (("policy", wanted),)))
    if chosen is None or not why or not why.strip():
        return scene.refused(Phrase("proposal-incomplete"))
    if chosen == known.mode:
        return scene.refused(Phrase("proposal-already", (("policy", wanted), ("mode", chosen))))
    since = looked_back(scene)
    found = scene.facts.tried(wanted, since)
    tried = Tried(since=since, until=scene.at.now, matched=found.matched, people=found.people) if found else None
    title = known.title.say(scene.settings.locale)
    return _open(scene, Wish(kind="mode", title=title, why=why.strip(), policy=wanted, mode=chosen, tried=tried))


def rules(scene: Scene, form: FormSubmitted) -> Ruling:
    """How proposals themselves are decided from now on."""
    answers = dict(form.values)
    try:
        wanted = rulebook.read(answers)
    except rulebook.Wrong as wrong:
        return scene.refused(Phrase("proposal-wrong-rules", (("what", str(wrong)),)))
    why = answers.get("why", "").strip()
    if not why:
        return scene.refused(Phrase("proposal-incomplete"))
    if wanted == scene.settings.proposal_rules:
        return scene.refused(Phrase("proposal-rules-already"))
    return _open(scene, Wish(kind="rules", title="", why=why, content=wanted.text))


def looked_back(scene: Scene) -> datetime:
    """From when on what a policy did is looked at."""
    return (scene.asked.at if scene.asked else scene.at.now) - LOOKED_BACK


def _open(scene: Scene, wish: Wish) -> Ruling:
    if scene.settings.proposals == "off":
        return scene.refused(Phrase("proposal-off"))
    listed = scene.facts.proposals()
    mine = [one for one in (listed.proposals if listed else ()) if one.state in LIVE and one.by in scene.accounts]
    if len(mine) >= MOST_AT_ONCE:
        return scene.refused(Phrase("proposal-enough", (("most", MOST_AT_ONCE),)))
    places = _places(scene)
    if not places:
        return scene.refused(Phrase("proposal-nowhere"))
    return _opened(scene, _proposal(scene, wish, places))


def _proposal(scene: Scene, wish: Wish, places: tuple[tuple[SpaceId, ChannelId], ...]) -> Proposal:
    counter = scene.facts.counter(*PROPOSALS)
    number, now = (counter.value if counter else 0) + 1, scene.at.now
    begun = Proposal(
        id=ProposalId(str(number)),
        space=places[0][0],
        kind=wish.kind,
        title=wish.title,
        body=wish.why,
        content=wish.content,
        policy=wish.policy,
        mode=wish.mode,
        by=scene.by,
        opened_at=now,
        since=now,
        rules=scene.settings.proposal_rules,
        voted=wish.kind == "rules" or scene.settings.proposals == "members",
        cards=places,
        trial=_trial(scene, number) if wish.kind in ("new", "change") else "",
        tried=wish.tried,
        changes=(scene.change("discussion"),),
    )
    return replace(begun, due_at=course.ends(begun, scene.settings))


def _opened(scene: Scene, proposal: Proposal) -> Ruling:
    records: list[Record] = [
        ProposalMoved(proposal=proposal),
        Counted(counter=PROPOSALS[0], of=PROPOSALS[1], by=1, at=scene.at.now),
    ]
    if proposal.trial:
        tried = scene.desk.renamed(proposal.content, proposal.trial)
        records.append(scene.set(community.policy_key(proposal.trial), tried, scene.by))
    if proposal.due_at is not None:
        records.append(TimerArmed(timer=course.timer(proposal), due_at=proposal.due_at))
    told = Phrase("proposal-opened", (("kind", proposal.kind), ("voted", "yes" if proposal.voted else "no")))
    posted = scene.posted(proposal, cards.public(scene, proposal), cards.talk(proposal))
    return scene.ruling("opened", proposal, records, (*posted, scene.answer(cards.short(proposal, told))))


def _places(scene: Scene) -> tuple[tuple[SpaceId, ChannelId], ...]:
    """Where everybody is told things: in every space; here, for want of such a channel, where it was asked."""
    asked, settings = scene.asked, scene.settings
    if asked is None:
        return ()
    here = settings.announcements.get(asked.space)
    if here is None and asked.channel != settings.managers.get(asked.space):
        here = asked.channel
    if here is None:
        return ()
    others = ((space, there) for space, there in settings.announcements.items() if space != asked.space)
    return ((asked.space, here), *others)


def _trial(scene: Scene, number: int) -> str:
    name = f"proposal-{number}"
    while community.policy_key(name) in scene.settings.values:
        name += "-trial"
    return name


def _handed_back(answers: Mapping[str, str], complaints: tuple[Complaint, ...]) -> Card:
    typed = tuple((name, answers[name]) for name in _QUESTIONS if answers.get(name))
    fields = (
        Field(label=Phrase("proposal-typed", (("question", name),)), value=Verbatim(value))
        for name, value in typed
        if name != "then"
    )
    again = Button(id="proposal-again", label=Phrase("proposal-button-again"), style="primary", prefill=typed)
    body = (Phrase("proposal-not-read"), *map(_problem, complaints))
    return Card(body=body, fields=tuple(fields), buttons=(again,), tone="alert")


def _problem(complaint: Complaint) -> Text:
    if complaint.place in _PROBLEMS:
        return Phrase("proposal-problem", (("place", complaint.place),))
    return Verbatim(str(complaint))
