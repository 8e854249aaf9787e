"""Many incidents of one kind, as in a raid: one card that counts, in place of a card for each.

Where policies do no more than tell the team of somebody who came or took another name, the first one has a card. Once
they are as many as in a raid, a case of that kind is wanted, one for as long as it goes on. Of messages the first few
have cards of their own, so that each is looked at; of a flood, the last of these cards counts the others. The incidents
stay, and each author can still ask a person.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot import settings as community
from bot.cases.lines import Opening
from bot.effects import EditCard, PostCard
from bot.errors import RuleError
from bot.facts import CounterFact, FactKey, Facts, IncidentFact, account_key, counter_key, incident_key, loaded
from bot.ids import ChannelId, IncidentId, digest
from bot.moderation import cards
from bot.moderation.scene import card_handle
from bot.records import CaseWanted, Counted, IncidentOpened, Record
from bot.rooms import Moment, Ruling, Subject
from bot.settings import Settings
from bot.views import Card, Phrase, Text

_ONE_CARD_FOR = timedelta(minutes=10)
_OF_MESSAGES = 5
"""So many messages have cards of their own within that time."""
_RAID = 4
"""So many after the first, within the time of one card, are a raid."""
_OVER_AFTER = timedelta(minutes=30)
"""A raid is over once nobody came for so long."""
_TOLD_EVERY = timedelta(minutes=1)
_NAMED = 8
"""So many are named on the card; each of the first ones rewords it, later ones whenever their number doubled."""


def is_one(opened: IncidentOpened) -> bool:
    """Whether it is about a message, or about somebody where nothing was done but telling the team."""
    return opened.origin == "policy" and (opened.message is not None or _only_told(opened))


def needs(opened: IncidentOpened, facts: Facts) -> Iterator[FactKey]:
    """How many there were, how many the team knows about and, once these are known, those that the card names."""
    alike, told = _alike(opened), _told(opened)
    yield counter_key(alike, opened.space)
    yield counter_key(told, opened.space)
    if _only_told(opened):
        yield counter_key(_raid(opened), opened.space)
    try:
        counted, last = facts.counter(alike, opened.space), facts.counter(told, opened.space)
    except RuleError:
        return
    if last is None or not _rewords(_number(counted, last)):
        return
    for incident in (*_first(last), *_latest(counted, last)):
        yield incident_key(incident)
        yield from _account(incident, facts)


def shown(opened: IncidentOpened, channel: ChannelId, settings: Settings, facts: Facts, at: Moment) -> Ruling:
    """A card, or a line on the one that was posted lately."""
    counted, last = facts.counter(_alike(opened), opened.space), facts.counter(_told(opened), opened.space)
    number = _number(counted, last)
    one = Counted(counter=_alike(opened), of=opened.space, by=1, at=at.now, about=opened.incident)
    fresh = _lately(last, at.now) >= _cards(opened)
    records = (one, *(_wanted(opened, number if fresh else 0, settings, facts, at) if _only_told(opened) else ()))
    ruling = Ruling(rule="moderation/shown", subject=Subject(account=opened.account), records=records)
    if fresh:
        again = _reworded(opened, channel, settings, facts) if _rewords(number) else ()
        return replace(ruling, effects=tuple(again))
    told = Counted(counter=_told(opened), of=opened.space, by=number, at=at.now, about=opened.incident)
    posted = cards.posted(opened, channel, settings)
    since = _and_more(posted, number - 1, last)
    return replace(ruling, records=(*records, told), effects=(since,))


def _wanted(opened: IncidentOpened, number: int, settings: Settings, facts: Facts, at: Moment) -> Iterator[Record]:
    """A case, once it is a raid; later ones join it, at most one a minute."""
    raid = facts.counter(_raid(opened), opened.space)
    if raid is None or not raid.recent or at.now - raid.moved_at >= _OVER_AFTER:
        if number < _RAID:
            return
        first = opened.incident
        yield Counted(counter=_raid(opened), of=opened.space, by=1, at=at.now, about=first)
    else:
        if at.now - raid.moved_at < _TOLD_EVERY:
            return
        first = IncidentId(raid.recent[-1].about)
        yield Counted(counter=_raid(opened), of=opened.space, by=1, at=at.now)
    raided = Opening(
        kind="raid",
        door="policy",
        space=opened.space,
        profile=settings.profile,
        incident=first,
        titles=opened.titles,
    )
    yield CaseWanted(opening=raided, at=at.now)


def _and_more(posted: PostCard, more: int, last: CounterFact | None) -> PostCard:
    """What came after the last card and may not stand on it."""
    if last is None or not more:
        return posted
    said = Phrase("moderation-crowd-since", (("number", more),))
    return replace(posted, card=_with(posted.card, said))


def _reworded(opened: IncidentOpened, channel: ChannelId, settings: Settings, facts: Facts) -> Iterator[EditCard]:
    """The first card as it stands, and who came since; nobody is named whom the bot has forgotten."""
    counted, last = facts.counter(_alike(opened), opened.space), facts.counter(_told(opened), opened.space)
    for incident in _first(last):
        first = _known(incident, facts)
        if first is None:
            return
        also = [fact.opened for one in _latest(counted, last) if (fact := _known(one, facts))]
        people = {one.account: one for one in (*also, opened)}
        lines: list[Text] = [Phrase("moderation-crowd", (("number", _number(counted, last)),))]
        lines += [cards.about("moderation-crowd-also", one) for one in [*people.values()][-_NAMED:]]
        yield community.reworded(
            settings, opened.space, channel, card_handle(first.opened), _with(cards.team_card(first), *lines)
        )


def _only_told(opened: IncidentOpened) -> bool:
    """Whether it is about somebody of whom the team was told, and nothing more."""
    return opened.message is None and {one.name for one in opened.measures} == {"alert"}


def _cards(opened: IncidentOpened) -> int:
    """How many have cards of their own within the time of one."""
    return 1 if opened.message is None else _OF_MESSAGES


def _lately(last: CounterFact | None, now: datetime) -> int:
    """How many cards there were within the time of one."""
    return sum(move.at > now - _ONE_CARD_FOR for move in last.recent) if last is not None else 0


def _with(card: Card, *lines: Text) -> Card:
    return replace(card, body=(*card.body, *lines))


def _known(incident: IncidentId, facts: Facts) -> IncidentFact | None:
    fact = facts.incident(incident)
    account = fact.opened.account if fact else None
    return fact if account is not None and facts.account(account) is not None else None


def _account(incident: IncidentId, facts: Facts) -> Iterator[FactKey]:
    fact = loaded(facts.incident, incident)
    if fact is not None and fact.opened.account is not None:
        yield account_key(fact.opened.account)


def _first(last: CounterFact | None) -> Iterator[IncidentId]:
    """The incident whose card was posted last."""
    if last is not None and last.recent:
        yield IncidentId(last.recent[-1].about)


def _latest(counted: CounterFact | None, last: CounterFact | None) -> list[IncidentId]:
    """Those since then that were counted already, as many as are named."""
    if counted is None or last is None:
        return []
    since = counted.value - last.value
    moves = counted.recent[-min(since, _NAMED - 1) :] if since else ()
    return [IncidentId(move.about) for move in moves]


def _number(counted: CounterFact | None, last: CounterFact | None) -> int:
    """How many there are with this one that the team does not know from a card of its own."""
    return (counted.value if counted else 0) - (last.value if last else 0) + 1


def _rewords(number: int) -> bool:
    return number <= _NAMED or number & (number - 1) == 0


def _alike(opened: IncidentOpened) -> str:
    return f"alike:{_kind(opened)}"


def _told(opened: IncidentOpened) -> str:
    """How many of them were counted when the last card was posted; it moved then, for the sake of that card."""
    return f"alike-told:{_kind(opened)}"


def _raid(opened: IncidentOpened) -> str:
    """Its latest named move is the incident with which the raid began; it moves at most once a minute."""
    return f"raid:{_kind(opened)}"


def _kind(opened: IncidentOpened) -> str:
    about = () if opened.message is None else ("messages",)
    return digest("\n".join((*opened.policies, *about)))
