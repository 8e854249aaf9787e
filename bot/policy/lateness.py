"""Late news: what is learned of long after it happened, since the bot was away, is told to managers.

Nobody is punished for it. What is still dangerous goes all the same, where a policy says so (`late = "remove"`).
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.policy.judgement import Hit, Judgement, judged
from bot.policy.kind import MESSAGES, Judged
from bot.policy.then import Then
from bot.policy.verdict import NOTHING, Verdict

LATE = timedelta(minutes=10)
"""What is older is late."""


def timely(judgement: Judgement, event: Judged, now: datetime) -> Judgement:
    """The judgement itself, or what is left of it where its event is late by now; mere marks come to nothing then."""
    if now - event.at <= LATE:
        return judgement
    may_remove = type(event) in MESSAGES and not judgement.owner
    hits = tuple(_told(hit, may_remove=may_remove) for hit in judgement.hits)
    left = judged(hits, judgement.spared, judgement.unknown, owner=judgement.owner)
    return replace(left, late=True, withheld=tuple(_withheld(judgement, left.verdict)))


def _told(hit: Hit, *, may_remove: bool) -> Hit:
    """What a policy in force says late; whatever its mode, it moves no ladder."""
    if hit.mode != "enforce":
        return replace(hit, counters=())
    remove = may_remove and hit.late == "remove" and hit.asks.remove
    alert = bool(set(hit.actions) - {"react"})
    asks = replace(NOTHING, remove=remove, alert=alert, causes=hit.asks.causes)
    return replace(hit, asks=asks, actions=_names(asks), counters=())


def _names(asks: Verdict) -> tuple[str, ...]:
    return tuple(name for name, wanted in (("remove", asks.remove), ("alert", asks.alert)) if wanted)


def _withheld(judgement: Judgement, left: Verdict) -> list[str]:
    """What was asked for and is not done; whoever loses a message is told why, as a reminder would have."""
    asked = {action for hit in judgement.enforced for action in hit.actions}
    done = {"alert", "open_case", *(("remove", "remind") if left.remove else ())}
    return [name for name in Then.model_fields if name in asked - done]
