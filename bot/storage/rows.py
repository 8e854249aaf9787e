"""From what was ruled to rows: pure, table by table."""

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot import codec
from bot.effects import handles, lane
from bot.events import EffectDelivered, EffectRefused, HomeOpened
from bot.ids import platform_of
from bot.ports import Arrival
from bot.records import AccountForgotten, AccountMet, CaseLogged, PolicyHit
from bot.rooms import Subject
from bot.storage import chain
from bot.storage.batch import Enqueued, Home, Ruled

RowValues = dict[str, Any]
_NOBODY = Subject()
_LOGGING = (CaseLogged, AccountForgotten, AccountMet)
"""What adds to the logs of cases, takes somebody out of them, or brings somebody back."""


def events(home: Home, batch: Iterable[Ruled]) -> list[RowValues]:
    """Every arrival, without its text."""
    return [
        {
            "partition": home.partition,
            "seq": one.seq,
            "space": home.spaces[one.arrival.space],
            "event_id": one.arrival.id,
            "kind": one.arrival.kind,
            "at": one.arrival.at,
            "ruled_at": one.moment.now,
            "seed": one.moment.seed,
            **_whose(one.arrival),
        }
        for one in batch
    ]


def _whose(arrival: Arrival) -> RowValues:
    """Who did it, where and to what; what became of our own wishes is nobody's activity, nor is a look at a page."""
    nobodys = isinstance(arrival, EffectRefused | HomeOpened)
    return {name: None if nobodys else getattr(arrival, name, None) for name in ("account", "channel", "message")}


def rulings(
    home: Home, batch: Iterable[Ruled], anchors: Mapping[int, str]
) -> tuple[list[RowValues], list[RowValues], str]:
    """What was ruled with a reason: the chained rows, their erasable details, and the hash of the last one.

    What an arrival added to the logs of cases is anchored in the first ruling that did so, whether it has a reason or
    not; `anchors` are by the number of the arrival.
    """
    links: list[RowValues] = []
    details: list[RowValues] = []
    previous, number = home.chain, home.ruling
    for one in batch:
        anchor = anchors.get(one.seq)
        answering = None if anchor is None else _answering(one)
        for place, (room, ruling) in enumerate(one.rulings):
            logs = place == answering
            if not ruling.why and not logs:
                continue
            number += 1
            subject = ruling.subject or _NOBODY
            detail = chain.Details(
                salt=secrets.token_hex(16),
                account=subject.account,
                channel=subject.channel,
                message=subject.message,
                why=codec.dump_texts(ruling.why),
                evidence=json.dumps(subject.evidence),
            )
            hashed = chain.details_hash(detail)
            link = chain.link(previous, number, one.seq, room, ruling.rule, hashed, log=anchor if logs else None)
            previous = link.hash
            links.append({"partition": home.partition, **link._asdict()})
            if ruling.why:
                details.append({"partition": home.partition, "number": number, "seq": one.seq, **detail._asdict()})
    return links, details, previous


def _answering(one: Ruled) -> int | None:
    """Which of the rulings of an arrival answers for what it added to the logs of cases."""
    for kinds in _LOGGING:
        for place, (_, ruling) in enumerate(one.rulings):
            if any(isinstance(record, kinds) for record in ruling.records):
                return place
    return None


def policy_hits(home: Home, batch: Iterable[Ruled]) -> list[RowValues]:
    """Each policy that matched, by number of the arrival and without naming anybody."""
    return [
        {
            "partition": home.partition,
            "seq": one.seq,
            "policy": record.policy,
            "revision": record.revision,
            "mode": record.mode,
            "actions": json.dumps(record.actions),
            "spans": json.dumps(record.spans),
        }
        for one in batch
        for record in one.records
        if isinstance(record, PolicyHit)
    ]


def outbox(home: Home, batch: Iterable[Ruled]) -> list[RowValues]:
    """Each effect, in the order in which it was wanted."""
    return [_outbox_row(home, one, enqueued) for one in batch for enqueued in one.effects]


def _outbox_row(home: Home, one: Ruled, enqueued: Enqueued) -> RowValues:
    effect, receipt = enqueued.effect, enqueued.receipt
    settled = receipt is not None or enqueued.refusal is not None
    return {
        "partition": home.partition,
        "seq": one.seq,
        "key": enqueued.key,
        "platform": platform_of(effect.space),
        "lane": lane(effect),
        "kind": effect.kind,
        "account": enqueued.account,
        "payload": codec.dump_effect(effect),
        "idempotent": effect.idempotent,
        "binds": effect.binds.name if effect.binds else None,
        "uses": json.dumps([handle.name for handle in handles(effect)]),
        "state": "done" if receipt else "refused" if enqueued.refusal else "pending",
        "attempts": 0,
        "not_before": None,
        "expires_at": effect.expires_at,
        "made": receipt.made if receipt else None,
        "simulated": bool(receipt and receipt.simulated),
        "reason": enqueued.refusal.reason if enqueued.refusal else None,
        "settled_at": one.moment.now if settled else None,
        "reported": settled,
    }


def handles_bound(home: Home, batch: Iterable[Ruled]) -> list[RowValues]:
    """What effects have brought into being under a handle's name."""
    return [
        {"partition": home.partition, "handle": one.arrival.binds, "made": one.arrival.made}
        for one in batch
        if isinstance(one.arrival, EffectDelivered) and one.arrival.binds and one.arrival.made
    ]


def quarantine(home: Home, batch: Iterable[Ruled]) -> list[RowValues]:
    """What rooms stumbled over."""
    return [
        {
            "partition": home.partition,
            "space": one.arrival.space,
            "event_id": one.arrival.id,
            "account": getattr(one.arrival, "account", None),
            "room": stumble.room,
            "payload": codec.dump_arrival(one.arrival),
            "seed": one.moment.seed,
            "error": stumble.error,
            "at": one.moment.now,
            "released_at": None,
        }
        for one in batch
        for stumble in one.stumbles
    ]


def records_of(batch: Sequence[Ruled], kind: type) -> Iterator[tuple[int, Any]]:
    """Every record of a kind, with the number of its arrival."""
    return ((one.seq, record) for one in batch for record in one.records if isinstance(record, kind))
