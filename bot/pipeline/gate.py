"""The gate before the rooms: a command goes through only if its caller is trusted with it."""

from bot.commands import Level, Wish
from bot.effects import ReplyPrivately
from bot.facts import Authority, FactKey, Facts, account_key
from bot.rooms import Ruling, Subject
from bot.views import Card, Locale, Phrase


class Gate:
    """Checks `requires` against the caller's roles."""

    def __init__(self, authority: Authority, locale: Locale = "en") -> None:
        self._authority = authority
        self._locale = locale

    def needs(self, command: Wish) -> frozenset[FactKey]:
        """The caller's fact; the operator at the shell has none."""
        return frozenset() if command.caller is None else frozenset({account_key(command.caller)})

    def refusal(self, command: Wish, facts: Facts) -> Ruling | None:
        """None where the command may go on; otherwise what the caller is told."""
        if command.caller is None:
            return None
        known = facts.account(command.caller)
        level = self._authority.level(known.roles) if known else Level.MEMBER
        if level >= command.requires:
            return None
        why = Phrase("road-not-allowed", (("level", command.requires.name.lower()),))
        told = ReplyPrivately(
            space=command.space, to=command.id, account=command.caller, card=Card(body=(why,)), locale=self._locale
        )
        return Ruling(rule="road/not-allowed", why=(why,), subject=Subject(account=command.caller), effects=(told,))
