"""What people ask about themselves: the language they want, what is kept of them, and to be forgotten."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bot import settings as community
from bot.effects import Effect, ReplyPrivately
from bot.events import Ask, CommandInvoked, FormSubmitted
from bot.facts import SETTINGS_KEY, AccountFact, FactKey, Facts, KeptFact, account_key, kept_key
from bot.members import circles, requests
from bot.records import AccountForgotten, LanguageChosen
from bot.rooms import Ruling
from bot.settings import KeptDays, Settings
from bot.views import Card, Document, Field, Locale, Phrase

_KEPT = frozenset({"privacy show", "privacy export"})
_CHOICES: Mapping[str, Locale | None] = {"en": "en", "fr": "fr", "auto": None}


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks what, and what holds where they ask."""

    ask: Ask
    known: AccountFact | None
    settings: Settings
    kept_days: KeptDays

    def answer(self, card: Card) -> ReplyPrivately:
        """Only they see it."""
        return community.answer(self.settings, self.ask, self.known, card)

    def said(self, rule: str, *phrases: Phrase) -> Ruling:
        """A few words, and nothing more."""
        return Ruling(rule=f"members/{rule}", effects=(self.answer(Card(body=phrases)),))


def is_personal(ask: Ask) -> bool:
    """Whether it is answered here."""
    forgets = isinstance(ask, FormSubmitted) and ask.form == "privacy-forget"
    return is_choice(ask) or _asks_what_is_kept(ask) or forgets or circles.is_question(ask)


def is_choice(ask: Ask) -> bool:
    """Whether somebody chooses something to be remembered: a language, or to be drawn for circles."""
    return (isinstance(ask, CommandInvoked) and ask.command == "language") or circles.is_choice(ask)


def needs(ask: Ask) -> frozenset[FactKey]:
    """Who asks and what was set; all that is kept of them only where they ask for that."""
    kept = (kept_key(ask.account),) if _asks_what_is_kept(ask) else ()
    return frozenset((SETTINGS_KEY, account_key(ask.account), *kept))


def choose(asker: Asker) -> Ruling:
    """What they chose holds from now on; a language begins with the answer."""
    ask, known = asker.ask, asker.known
    if circles.is_choice(ask):
        chosen, card = circles.chosen(ask, willing=known is not None and known.willing)
        return Ruling(rule="members/circle", records=chosen, effects=(asker.answer(card),))
    wanted = dict(ask.arguments).get("language", "") if isinstance(ask, CommandInvoked) else ""
    if wanted not in _CHOICES:
        return asker.said("language-unknown", Phrase("members-language-unknown"))
    locale = _CHOICES[wanted]
    spoken = locale or community.language(asker.settings, None, ask.locale, ask.channel)
    card = Card(body=(Phrase("members-language-chosen" if locale else "members-language-auto"),))
    told: Effect = replace(asker.answer(card), locale=spoken)
    same = locale == (known.locale if known else None)
    records = () if same else (LanguageChosen(account=ask.account, locale=locale),)
    return Ruling(rule="members/language", records=records, effects=(told,))


def answer(asker: Asker, facts: Facts) -> Ruling:
    """What is kept, shown or handed over; or all of it erased."""
    ask = asker.ask
    if isinstance(ask, FormSubmitted):
        return _forget(asker, dict(ask.values).get("sure", ""))
    if circles.is_question(ask):
        willing = asker.known is not None and asker.known.willing
        return Ruling(rule="members/circle", effects=(asker.answer(circles.how(asker.settings, willing=willing)),))
    kept = facts.kept(ask.account)
    if kept is None or not any(kept.counts.values()):
        return asker.said("kept-nothing", Phrase("members-kept-nothing"))
    if isinstance(ask, CommandInvoked) and ask.command == "privacy export":
        return Ruling(rule="members/exported", effects=(asker.answer(_export(asker, kept)),))
    return Ruling(rule="members/shown", effects=(asker.answer(_show(asker, kept)),))


def _asks_what_is_kept(ask: Ask) -> bool:
    return isinstance(ask, CommandInvoked) and ask.command in _KEPT


def _show(asker: Asker, kept: KeptFact) -> Card:
    days = asker.kept_days
    lengths = (("activity", days.activity), ("evidence", days.evidence), ("own", days.outbox_text))
    return Card(
        title=Phrase("members-kept-title"),
        body=(Phrase("members-kept-intro"), Phrase("members-kept-days", lengths), *_ways(kept)),
        fields=tuple(_fields(kept)),
    )


def _ways(kept: KeptFact) -> Iterator[Phrase]:
    """What can be done with it, and where more of it stands."""
    yield Phrase("members-kept-how")
    if kept.counts.get("cases"):
        yield Phrase("members-kept-situations")


def _fields(kept: KeptFact) -> Iterator[Field]:
    for subject, number in sorted(kept.counts.items()):
        if number:
            label = Phrase("members-kept-subject", (("subject", subject),))
            yield Field(label=label, value=Phrase("members-kept-number", (("number", number),)))


def _export(asker: Asker, kept: KeptFact) -> Card:
    name = asker.ask.name or (asker.known.name if asker.known else None) or ""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40]
    file = Document(name=f"palabre-{plain or 'export'}.json", media_type="application/json", content=kept.export)
    return Card(body=(Phrase("members-exported"),), files=(file,))


def _forget(asker: Asker, sure: str) -> Ruling:
    if sure != "yes":
        return asker.said("not-forgotten", Phrase("members-forget-not"))
    if asker.known is not None and asker.known.held:
        return asker.said("held", Phrase("members-forget-held"))
    unmet = AccountForgotten(account=asker.ask.account, member=None)
    forgotten = requests.forgetting(asker.known) if asker.known is not None else unmet
    told = asker.answer(Card(body=(Phrase("members-forgotten"),)))
    return Ruling(rule="members/forgotten", records=(forgotten,), effects=(told,))
