"""The gate before the rooms: what somebody asks for goes through only if they are trusted with it."""

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.declared import CATALOGUE
from bot.commands import Level, Wish
from bot.effects import ReplyPrivately
from bot.events import Ask
from bot.facts import SETTINGS_KEY, AccountFact, FactKey, Facts, account_key
from bot.ids import AccountId
from bot.rooms import Ruling, Subject
from bot.settings import Overlay, language, trusted
from bot.views import Card, Phrase

Request = Ask | Wish


class Gate:
    """Checks what commands and the catalogue require against what the caller's roles, or their name, give."""

    def __init__(self, overlay: Overlay, catalogue: Catalogue = CATALOGUE) -> None:
        self._overlay = overlay
        self._catalogue = catalogue

    def needs(self, asked: Request) -> frozenset[FactKey]:
        """The caller's fact and what levels there are; the operator at the shell needs neither."""
        caller = _caller(asked)
        return frozenset() if caller is None else frozenset({account_key(caller), SETTINGS_KEY})

    def refusal(self, asked: Request, facts: Facts) -> Ruling | None:
        """None where it may go on; otherwise what the caller is told."""
        caller = _caller(asked)
        if caller is None:
            return None
        known = facts.account(caller)
        required = asked.requires if isinstance(asked, Wish) else self._catalogue.requires(asked)
        if required is None:
            return self._refused(asked, caller, Phrase("road-unknown-ask"), facts)
        if self._level(asked, caller, known, facts) < required:
            return self._refused(asked, caller, Phrase("road-not-allowed", (("level", required.name.lower()),)), facts)
        most = None if isinstance(asked, Wish) else self._catalogue.overlong(asked)
        if most is not None:
            return self._refused(asked, caller, Phrase("road-too-long", (("most", most),)), facts)
        return None

    def stumbled(self, asked: Ask, facts: Facts) -> Ruling:
        """What whoever asked is told where a room could not deal with it: it is not lost, and nothing was done."""
        return self._refused(asked, asked.account, Phrase("road-stumbled"), facts, "road/stumbled")

    def _level(self, asked: Request, caller: AccountId, known: AccountFact | None, facts: Facts) -> Level:
        settings = self._overlay.of(facts)
        if isinstance(asked, Ask):
            return trusted(settings, asked, known)
        return settings.level(known.roles if known else (), caller)

    def _refused(
        self, asked: Request, caller: AccountId, why: Phrase, facts: Facts, rule: str = "road/not-allowed"
    ) -> Ruling:
        settings, hint = self._overlay.of(facts), asked.locale if isinstance(asked, Ask) else None
        told = ReplyPrivately(
            space=asked.space,
            to=asked.id,
            account=caller,
            card=Card(body=(why,)),
            locale=language(settings, facts.account(caller), hint),
            address=settings.address,
        )
        return Ruling(rule=rule, why=(why,), subject=Subject(account=caller), effects=(told,))


def _caller(asked: Request) -> AccountId | None:
    return asked.account if isinstance(asked, Ask) else asked.caller
