"""The desk of policies: people ask what the rules are, why something was decided, and managers write new ones."""

from collections.abc import Sequence

from bot.catalogue.declared import CATALOGUE
from bot.commands import Level
from bot.effects import PostCard
from bot.errors import Complaints
from bot.events import Ask, ButtonPressed, CommandInvoked, Due, FormSubmitted, MenuChosen
from bot.facts import SETTINGS_KEY, FactKey, Facts, account_key, counter_key, decisions_key
from bot.ids import PolicyId
from bot.policy import leaflets, trial, written
from bot.policy.book import Book
from bot.records import Record, SettingChanged
from bot.rooms import Input, Moment, Ruling, Subject
from bot.settings import Overlay, Settings, answer, language, policy_id, policy_key, trusted
from bot.views import Card, Phrase

_NOTHING: frozenset[FactKey] = frozenset()


class PolicyDesk:
    """Answers by the same book that judges."""

    name = "policies"
    hears: frozenset[type] = frozenset({CommandInvoked, MenuChosen, FormSubmitted, ButtonPressed, Due})
    keeps: frozenset[type] = frozenset()

    def __init__(self, book: Book, overlay: Overlay) -> None:
        self._book = book
        self._overlay = overlay

    def needs(self, given: Input, facts: Facts) -> frozenset[FactKey]:  # noqa: ARG002
        """Who asks; what was decided, where that is the question; what would have been done, once a day."""
        if isinstance(given, Due) and given.timer == trial.TIMER:
            counters = (counter_key(trial.counter(page.id), trial.EVERYBODY) for page in self._book.pages)
            return frozenset((SETTINGS_KEY, *counters))
        if not isinstance(given, Ask) or not _mine(given):
            return _NOTHING
        decisions = {decisions_key(given.cited.message)} if isinstance(given, MenuChosen) else _NOTHING
        return frozenset((SETTINGS_KEY, account_key(given.account), *decisions))

    def rule(self, given: Input, facts: Facts, at: Moment) -> Sequence[Ruling]:
        """An answer that only the person who asks sees."""
        if isinstance(given, Due):
            return (self._observed(facts, at),) if given.timer == trial.TIMER else ()
        if not isinstance(given, Ask) or not _mine(given):
            return ()
        settings, known = self._overlay.of(facts), facts.account(given.account)
        records: tuple[Record, ...] = ()
        if isinstance(given, FormSubmitted):
            card, records = self._written(given, settings, at)
        elif isinstance(given, MenuChosen):
            card = self._decided(given, facts, settings)
        else:
            card = self._told(given, facts, settings)
        effects = (answer(settings, given, known, card),)
        return (
            Ruling(
                rule=f"policies/{_mine(given)}",
                why=card.body[:1] if records else (),
                subject=Subject(account=given.account),
                records=records,
                effects=effects,
            ),
        )

    def touches(self, record: Record) -> frozenset[FactKey]:  # noqa: ARG002
        """Nothing: this room keeps no facts."""
        return _NOTHING

    def fold(self, facts: Facts, record: Record) -> None:
        """Nothing: this room keeps no facts."""

    def _told(self, given: Ask, facts: Facts, settings: Settings) -> Card:
        asked = dict(given.arguments) if isinstance(given, CommandInvoked) else {}
        locale = language(settings, facts.account(given.account), given.locale, given.channel)
        level = trusted(settings, given, facts.account(given.account))
        if _mine(given) == "policy show":
            return leaflets.one(self._book, PolicyId(asked.get("policy", "")), settings, locale, level)
        if _mine(given) == "policy explain":
            return leaflets.explained(self._book, asked.get("text", ""), locale)
        return leaflets.every(self._book, settings, locale)

    def _decided(self, given: MenuChosen, facts: Facts, settings: Settings) -> Card:
        """To whoever wrote it and to the team: others' decisions are not for everybody."""
        theirs = given.cited.author == given.account
        if not theirs and trusted(settings, given, facts.account(given.account)) < Level.HELPER:
            return Card(body=(Phrase("policy-decided-others"),))
        return leaflets.decided(facts.decisions(given.cited.message), given.cited, theirs=theirs)

    def _written(self, given: FormSubmitted, settings: Settings, at: Moment) -> tuple[Card, tuple[Record, ...]]:
        try:
            name, kept = written.draft(dict(given.values))
        except Complaints as error:
            return leaflets.not_written(error.complaints), ()
        if policy_key(name) in settings.values:
            return Card(body=(Phrase("policy-written-twice", (("name", name),)),), tone="alert"), ()
        changed = SettingChanged(key=policy_key(name), value=kept, by=given.account, at=at.now)
        return leaflets.written(policy_id(name)), (changed,)

    def _observed(self, facts: Facts, at: Moment) -> Ruling:
        settings = self._overlay.of(facts)
        card = trial.summary(self._book, facts, settings, at.now)
        told = tuple(
            PostCard(
                space=space,
                channel=channel,
                card=card,
                locale=settings.spoken_in(channel),
                address=settings.address,
                expires_at=at.now + trial.DAY,
            )
            for space, channel in settings.managers.items()
        )
        return Ruling(rule="policies/observed", why=card.body, effects=told)


def _mine(given: Ask) -> str:
    """What is asked for, where this desk is asked."""
    typed = CATALOGUE.spelled_out(given)
    if isinstance(typed, CommandInvoked) and typed.command in {"policy list", "policy show", "policy explain"}:
        return typed.command
    if isinstance(given, MenuChosen) and given.menu == "explain":
        return "explain"
    return "policy new" if isinstance(given, FormSubmitted) and given.form == "policy-new" else ""
