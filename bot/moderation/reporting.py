"""Taking a report in: it goes to people who are not its subject, and never says who made it."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, cast, get_args

from bot import settings as community
from bot.commands import Level
from bot.effects import Effect, SendDirect
from bot.errors import RuleError
from bot.events import Cited, CommandInvoked, FormSubmitted
from bot.facts import AccountFact, FactKey, Facts, IncidentFact, account_key, accounts_of, person_keys
from bot.ids import AccountId, EventId, IncidentId, space_of
from bot.moderation import cards
from bot.records import IncidentOpened
from bot.rooms import Ruling
from bot.settings import Settings
from bot.views import Card, Phrase, Text, Verbatim

Reported = FormSubmitted | CommandInvoked
Concern = Literal["hurt", "spam", "danger", "other"]
_LONGEST = 4000


def is_report(given: object) -> bool:
    """Whether somebody reports something."""
    form = isinstance(given, FormSubmitted) and given.form == "report"
    return form or (isinstance(given, CommandInvoked) and given.command == "report")


def subject(report: Reported) -> AccountId | None:
    """Whom it is about: who wrote the message, or else who is named and can be here."""
    cited, named = _cited(report), AccountId(_said(report).get("account", ""))
    if cited is not None and cited.author is not None:
        return cited.author
    return named if named and space_of(named) == report.space else None


def opened(report: Reported) -> IncidentOpened:
    """What is written down."""
    said, cited, about = _said(report), _cited(report), subject(report)
    what = said.get("what", "other")
    named = said.get("account", "") if about is None else ""
    reason = "\n".join(part for part in (named, said.get("reason", "")) if part.strip())
    return IncidentOpened(
        incident=incident_id(report.id),
        origin="report",
        at=report.at,
        space=report.space,
        account=about,
        channel=cited.channel if cited else None,
        message=cited.message if cited else None,
        text=cited.text if cited else "",
        readable=cited.readable if cited else True,
        reporter=report.account,
        reason=reason[:_LONGEST],
        concern=cast("Concern", what) if what in get_args(Concern) else "other",
    )


def within(incident: IncidentOpened, settings: Settings) -> IncidentOpened:
    """The same, with what its platform cannot do about it."""
    stands = incident.message is not None and "delete_message" in settings.file.lacks(incident.space)
    return replace(incident, beyond=("remove",)) if stands else incident


def incident_id(event: EventId) -> IncidentId:
    """A name that says nothing about who reported."""
    return IncidentId(f"report-{hashlib.blake2b(event.encode('utf-8', 'backslashreplace'), digest_size=8).hexdigest()}")


def around(incident: IncidentOpened, facts: Facts) -> Iterator[FactKey]:
    """Whom it is about, with all of their accounts."""
    if incident.account is None:
        return
    yield from person_keys(incident.account, facts)
    try:
        yield from map(account_key, accounts_of(incident.account, facts))
    except RuleError:
        return


def readers(settings: Settings) -> frozenset[FactKey]:
    """Those who may be people trusted by name with what is not for the team's channel."""
    return frozenset(account_key(AccountId(name)) for name, level in settings.levels.items() if level >= Level.SENIOR)


class Way:
    """Where a report goes: to the team's channel, or past it where it is about one of the team."""

    def __init__(self, incident: IncidentOpened, settings: Settings, facts: Facts) -> None:
        self.incident = incident
        self._settings = settings
        about = facts.account(incident.account) if incident.account else None
        managers = settings.managers.get(incident.space)
        theirs = accounts_of(incident.account, facts) if incident.account else ()
        self.on_team = any(_on_team(one, facts.account(one), settings) for one in theirs)
        self._channel = None if self.on_team else managers
        self._people = () if self._channel else tuple(_confidants(about, incident, settings, facts))

    @property
    def goes_to(self) -> str:
        """Who reads it, as a word that phrases know."""
        if self._channel:
            return "team"
        if self._people:
            return "named"
        return "outside" if self._settings.outside_contact else "nobody"

    def effects(self) -> Iterator[Effect]:
        """The card for whoever handles it."""
        card, address = cards.team_card(IncidentFact(opened=self.incident)), self._settings.address
        if self._channel:
            yield cards.posted(self.incident, self._channel, self._settings)
        for person in self._people:
            locale = community.language(self._settings, person, None)
            space = space_of(person.account)
            yield SendDirect(space=space, account=person.account, card=card, locale=locale, address=address)


def received(report: Reported, way: Way, reporter: AccountFact | None, settings: Settings) -> Ruling:
    """Whoever reports is thanked and told who reads it."""
    incident, body = way.incident, list[Text]()
    if incident.concern == "danger":
        body.append(Phrase("moderation-thanks-danger"))
    body.append(Phrase("moderation-thanks", (("readers", way.goes_to), ("team", "yes" if way.on_team else "no"))))
    if way.goes_to == "outside":
        body.append(Verbatim(settings.outside_contact))
    if way.goes_to in ("team", "named"):
        body.append(Phrase("moderation-thanks-after"))
    if not incident.readable and way.goes_to in ("team", "named"):
        body.append(Phrase("moderation-thanks-unreadable"))
    answer = community.answer(settings, report, reporter, Card(body=tuple(body)))
    return Ruling(rule="moderation/reported", records=(incident,), effects=(answer,))


def _on_team(account: AccountId, known: AccountFact | None, settings: Settings) -> bool:
    return settings.level(known.roles if known else (), account) > Level.MEMBER


def _confidants(
    about: AccountFact | None, incident: IncidentOpened, settings: Settings, facts: Facts
) -> Iterator[AccountFact]:
    for key in sorted(readers(settings)):
        person = facts.account(AccountId(key.key))
        same = person and (person.account == incident.account or (about is not None and person.member == about.member))
        if person is not None and not same and person.left_at is None:
            yield person


def _said(report: Reported) -> dict[str, str]:
    return dict(report.values if isinstance(report, FormSubmitted) else report.arguments)


def _cited(report: Reported) -> Cited | None:
    return report.cited if isinstance(report, FormSubmitted) else None
