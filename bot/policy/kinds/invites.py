"""The condition `invites`: the message asks people to come elsewhere."""

from typing import Annotated, Literal

from pydantic import AfterValidator, StrictBool, StringConstraints

from bot.policy.kind import Bench, Context, Kind, Match, Test
from bot.text import Link

InviteKind = Literal["discord", "telegram", "whatsapp", "slack", "signal", "matrix", "guilded", "messenger", "skype"]
_LEADING = frozenset({"invite", "server", "join", "t", "i", "j", "channel", "shareDM"})
"""Parts of an address that stand before what tells one invitation from another."""


def code(link: str) -> str:
    """What tells an invitation from others: `abcdef` in `https://discord.gg/abcdef?event=1`."""
    parts = [part for part in link.partition("?")[0].partition("#")[0].split("/") if part]
    return next((part for part in parts if part not in _LEADING), "")


def _own(written: str) -> str:
    address = written.partition("://")[2] or written
    return code(address.partition("/")[2]) if "/" in address else address


Own = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_own)]


class Invites(Kind):
    """By the forms of the addresses that invite; nothing is asked of any platform."""

    kinds: tuple[InviteKind, ...] = ()
    """Empty: any of them."""
    allow: tuple[Own, ...] = ()
    """The community's own invitations: whole links, or what stands last in them."""
    in_code: StrictBool = False

    def compile(self, bench: Bench) -> Test:  # noqa: ARG002
        """Look at every link, also at those that were broken for readers to mend."""
        kinds, allowed = frozenset(self.kinds), frozenset(self.allow)

        def counts(link: Link) -> bool:
            kind = link.invite
            return kind is not None and (not kinds or kind in kinds) and code(_tail(link)) not in allowed

        def evaluate(context: Context) -> Match | None:
            reading = context.reading
            found = [
                link
                for link in (*reading.links, *reading.hidden_links)
                if counts(link) and (self.in_code or not reading.in_code(link.span))
            ]
            if not found:
                return None
            evidence = dict.fromkeys(f"invites: {link.invite}" for link in found)
            return Match(tuple(sorted({link.span for link in found})), tuple(evidence))

        return Test(evaluate, cost=2)


def _tail(link: Link) -> str:
    """Matrix puts its invitation behind a `#`."""
    return link.path.replace("/#/", "/", 1) if link.invite == "matrix" else link.path
