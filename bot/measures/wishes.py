"""What a manager asks for: who, what, for how long and why, understood from a command or a form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.cases.lines import Evidence, Opening, Penalty, PenaltyName
from bot.cases.sanctions import Sanction
from bot.events import Ask, CommandInvoked, FormSubmitted
from bot.ids import AccountId, ChannelId, MessageId, PolicyId, RevisionId, RoleId, SanctionId, digest, space_of
from bot.measures import durations
from bot.records import CaseWanted, ToAnswer
from bot.settings import Settings
from bot.text.criticism import needs_rule
from bot.views import Bilingual, Phrase

COMMANDS: Mapping[str, PenaltyName] = {
    "remind": "remind",
    "warn": "warn",
    "timeout": "timeout",
    "quarantine": "quarantine",
    "exclude": "remove_from_channel",
    "role": "role",
    "kick": "kick",
    "ban": "ban",
}
"""What each command takes upon somebody; each has a form of the same name."""
REMOVE = "measure-remove"
"""The form that is opened from a message's own menu."""
FORMS: Mapping[str, PenaltyName] = {f"measure-{command}": name for command, name in COMMANDS.items()} | {
    REMOVE: "remove"
}
_USUAL: Mapping[PenaltyName, timedelta] = {"timeout": timedelta(hours=1)}
"""How long where nobody says how long; the others have no end then."""
_ENDS = frozenset({"timeout", "quarantine", "remove_from_channel", "role", "ban"})
_LONGEST_REASON = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody of the team wants upon one person."""

    by: AccountId
    at: datetime
    target: AccountId
    penalty: Penalty
    reasons: str
    channel: ChannelId | None = None
    message: MessageId | None = None
    quote: str = ""
    policies: tuple[tuple[PolicyId, RevisionId], ...] = ()
    titles: tuple[Bilingual, ...] = ()

    def proposed(self, name: SanctionId) -> Sanction:
        """As it waits for somebody to agree."""
        return Sanction(
            id=name,
            space=space_of(self.target),
            account=self.target,
            penalty=self.penalty,
            by=self.by,
            at=self.at,
            reasons=self.reasons,
            channel=self.channel,
            message=self.message,
            quote=self.quote,
            policies=self.policies,
            titles=self.titles,
            state="proposed",
        )


def measure(ask: Ask) -> PenaltyName | None:
    """What is asked for; None where it is something else."""
    if isinstance(ask, CommandInvoked):
        return COMMANDS.get(ask.command)
    return FORMS.get(ask.form) if isinstance(ask, FormSubmitted) else None


def target(ask: Ask) -> AccountId | None:
    """Upon whom."""
    if isinstance(ask, FormSubmitted) and ask.cited is not None:
        return ask.cited.author
    said = _said(ask).get("account", "").strip()
    return AccountId(said) if said else None


def understood(ask: Ask, settings: Settings) -> Wish | Phrase:
    """The wish, or what is missing of it, in words for whoever asks."""
    name, upon, said = measure(ask), target(ask), _said(ask)
    if name is None or upon is None:
        return Phrase("measure-nobody")
    length, reasons = _length_and_reasons(said, name)
    if isinstance(length, Phrase):
        return length
    policy, reasons = _rule_and_reasons(said, reasons, settings)
    if not reasons:
        return Phrase("measure-no-reason")
    rule = settings.file.rules.get(policy)
    if policy and rule is None:
        return Phrase("measure-no-such-rule", (("policy", policy),))
    cited = ask.cited if isinstance(ask, FormSubmitted) else None
    if cited and rule is None and needs_rule(cited.text, settings.file.brand):
        return Phrase("proposal-name-the-rule")
    channel = cited.channel if cited else ChannelId(said["channel"]) if said.get("channel") else None
    penalty = Penalty(
        name=name,
        seconds=int(length.total_seconds()) if length else None,
        role=RoleId(said["role"]) if said.get("role") else None,
        channel=channel,
        message=cited.message if cited else None,
    )
    return Wish(
        by=ask.account,
        at=ask.at,
        target=upon,
        penalty=penalty,
        reasons=reasons[:_LONGEST_REASON],
        channel=channel,
        message=penalty.message,
        quote=cited.text if cited else "",
        policies=((policy, rule.revision),) if rule else (),
        titles=(rule.title,) if rule else (),
    )


def wanted(proposed: Sanction, ask: Ask, settings: Settings, second: AccountId | None = None) -> CaseWanted:
    """The case that it becomes, decided as it is opened."""
    opening = Opening(
        kind="measure",
        door="menu" if proposed.message is not None else "command",
        space=proposed.space,
        profile=settings.profile,
        opener=proposed.by,
        respondent=proposed.account,
        channel=proposed.channel,
        message=proposed.message,
        policies=proposed.policies,
        titles=proposed.titles,
        text=proposed.reasons,
        evidence=_evidence(proposed) if proposed.message is not None else None,
    )
    return CaseWanted(
        opening=opening,
        at=ask.at,
        penalties=(proposed.penalty,),
        reasons=proposed.reasons,
        second=second,
        answer=ToAnswer(event=ask.id, space=ask.space, account=ask.account, locale=ask.locale),
    )


def named(ask: Ask) -> SanctionId:
    """The name of what is proposed: the same whenever the request is ruled on again."""
    return SanctionId(f"wish{digest(f'{ask.space} {ask.id}')}")


def _evidence(proposed: Sanction) -> Evidence:
    """The message as whoever chose it saw it."""
    return Evidence(message=proposed.message, channel=proposed.channel, author=proposed.account, text=proposed.quote)


def _said(ask: Ask) -> Mapping[str, str]:
    if isinstance(ask, CommandInvoked):
        return dict(ask.arguments)
    return dict(ask.values) if isinstance(ask, FormSubmitted) else {}


def _length_and_reasons(said: Mapping[str, str], name: PenaltyName) -> tuple[timedelta | Phrase | None, str]:
    """How long, by itself or as the first words of the reason: `/timeout @bob 2 h spam`."""
    reasons, length = said.get("reason", "").strip(), said.get("length", "").strip()
    if name not in _ENDS:
        return None, reasons
    if length:
        found = durations.whole(length)
        return (found or Phrase("measure-no-length", (("said", length),))), reasons
    begun = durations.leading(reasons)
    if begun is None:
        return _USUAL.get(name), reasons
    if begun.length > durations.LONGEST:
        return Phrase("measure-no-length", (("said", reasons[: len(reasons) - len(begun.rest)].strip()),)), reasons
    return begun.length, begun.rest


def _rule_and_reasons(said: Mapping[str, str], reasons: str, settings: Settings) -> tuple[PolicyId, str]:
    """Which rule, by itself or as the first or last word of the reason: `/warn @bob starter/scam-links three times`."""
    named, rules = PolicyId(said.get("policy", "").strip()), settings.file.rules
    if named or not reasons:
        return named, reasons
    first, *after = reasons.split(None, 1)
    if (begun := PolicyId(first.rstrip(":,"))) in rules:
        return begun, "".join(after)
    *before, last = reasons.rsplit(None, 1)
    return (PolicyId(last), "".join(before)) if PolicyId(last) in rules else (named, reasons)
