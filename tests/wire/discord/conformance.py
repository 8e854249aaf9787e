"""What the bot uses of Discord, as a page: `python -m tests.wire.discord.conformance > docs/discord.md`

The sections are those that the loopback server follows; the tables of permissions and intents are the adapter's own.
"""

import sys
from collections.abc import Iterator

from adapters.discord import permissions
from adapters.discord.inbound import Inbound
from tests.wire.discord.server.server import conformance

ROUTES = """
GET /users/@me · POST /users/@me/channels · GET /users/@me/guilds · GET /oauth2/applications/@me · GET /gateway/bot
GET /applications/{application}/commands · PUT /applications/{application}/commands
POST /interactions/{interaction}/{token}/callback · POST /webhooks/{application}/{token}
PATCH /webhooks/{application}/{token}/messages/@original · DELETE /webhooks/{application}/{token}/messages/@original
GET /guilds/{guild} · GET /guilds/{guild}/channels · GET /guilds/{guild}/members/{user}
GET /guilds/{guild}/threads/active · GET /guilds/{guild}/auto-moderation/rules
PATCH /guilds/{guild}/members/{user} · DELETE /guilds/{guild}/members/{user}
PUT /guilds/{guild}/members/{user}/roles/{role} · DELETE /guilds/{guild}/members/{user}/roles/{role}
PUT /guilds/{guild}/bans/{user} · DELETE /guilds/{guild}/bans/{user} · PUT /guilds/{guild}/incident-actions
GET /channels/{channel} · PATCH /channels/{channel} · PUT /channels/{channel}/permissions/{overwrite}
GET /channels/{channel}/messages · POST /channels/{channel}/messages
GET /channels/{channel}/messages/{message} · PATCH /channels/{channel}/messages/{message}
DELETE /channels/{channel}/messages/{message} · POST /channels/{channel}/threads
POST /channels/{channel}/messages/{message}/threads
PUT /channels/{channel}/messages/{message}/reactions/{emoji}/@me
DELETE /channels/{channel}/messages/{message}/reactions/{emoji}/{user}
PUT /channels/{channel}/thread-members/{user}
"""
USED = frozenset(route for line in ROUTES.strip().splitlines() for route in line.split(" · "))
"""Every request that the bot makes; a test that sees it make another one fails."""

INTRODUCTION = """\
# What Palabre uses of Discord

For whoever wants to know what the bot asks for, and for whoever changes it. Every request and every event
stands here with the section of [Discord's documentation](https://discord.com/developers/docs) that it follows;
tests that speak Discord's protocol fail where the bot asks for anything else. This page is made from the code:
`python -m tests.wire.discord.conformance > docs/discord.md`.

## What stays as Discord has it

- Without the *Message Content Intent* Discord sends empty messages. The bot then still answers commands and
  menus; rules see nothing, and a report by reaction says that it holds no words.
- Reactions that are taken away come without the person's roles, old messages without their author. Nothing is
  guessed.
- An answer that only one person sees exists only in answer to a command, a menu, a button or a form, for
  fifteen minutes. After that, and to reactions, the bot answers by direct message.
- Whoever is timed out cannot use commands. The button below the message that told them why works all the same.
- Nobody can do anything to a server's owner, nor time out an administrator, nor act on a role at or above their
  own.
- A timeout lasts 28 days at most, a pause of invitations a day, a slow mode six hours.
- After an absence the bot reads what was written meanwhile, a day back by default and a thousand messages of a
  channel at most. What it learns of more than ten minutes late is reported and never punished; only traps still
  go.
- A policy that is proposed is tried on what was written in the 30 days before: a page a second, in channels that
  the bot can read and not in threads. Without the *Message Content Intent* no past can be read. Nothing of it is
  kept but numbers.
- A message is sent with a nonce that Discord enforces for some minutes; beyond them the bot looks into the
  channel before it sends again after a crash, and asks a person where it cannot tell.
- Commands are global, so that servers see changes at once; they are sent only where they differ from what
  Discord has.
"""


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join((INTRODUCTION, *_effects(), *_events(), *_requests(), *_dispatches()))


def _effects() -> Iterator[str]:
    yield "## Permissions"
    yield ""
    yield "The invitation asks for those that the policies in use need, and for these always: "
    yield ", ".join(f"`{one}`" for one in (*permissions.ALWAYS, "view_audit_log")) + "."
    yield from ("", "| effect | permissions | looked at |", "|---|---|---|")
    for kind, needs in sorted(permissions.EFFECTS.items()):
        names = ", ".join(f"`{one}`" for one in needs.permissions) or "none"
        yield f"| `{kind}` | {names} | {'in each channel' if needs.scope == 'channel' else 'in the server'} |"
    yield ""


def _events() -> Iterator[str]:
    yield "## Intents"
    yield from (
        "",
        "Two have to be ticked for the application: " + ", ".join(f"`{one}`" for one in permissions.PRIVILEGED) + ".",
    )
    yield from ("", "| what the bot hears of | intents |", "|---|---|")
    for kind, intents in permissions.EVENTS.items():
        yield f"| `{kind}` | {', '.join(f'`{one}`' for one in intents)} |"
    yield ""


def _requests() -> Iterator[str]:
    sections = {name: section for kind, name, section in conformance() if kind == "route"}
    yield from ("## Requests", "", "| request | section |", "|---|---|")
    for route in sorted(USED, key=lambda one: (one.partition(" ")[2], one)):
        yield f"| `{route}` | {sections[route]} |"
    yield ""


def _dispatches() -> Iterator[str]:
    sections = {name: section for kind, name, section in conformance() if kind == "event"}
    yield from ("## Events of the gateway", "", "| event | section |", "|---|---|")
    for name in sorted({*Inbound().listens_to, "INTERACTION_CREATE"}):
        yield f"| `{name}` | {sections[name]} |"
    yield ""


if __name__ == "__main__":
    sys.stdout.write(page())
