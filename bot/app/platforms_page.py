"""`docs/platforms.md`, made from what adapters can do: python -m bot.app.platforms_page > docs/platforms.md."""

import sys
from collections.abc import Iterable, Iterator, Mapping

from adapters.discord import adapter as discord
from adapters.discord import limits as discord_limits
from adapters.slack import limits as slack_limits
from adapters.slack import outbound as slack
from adapters.slack.options import Options, Socket
from adapters.slack.spelling import aliases
from adapters.web import adapter as web
from adapters.web import limits as web_limits
from bot import fingerprints
from bot.catalogue.declared import CATALOGUE
from bot.commands import Level

_HEAD = """# What Palabre can do on each platform

For whoever looks after a community and wonders what the bot will do there. The rules are the same everywhere; where a
platform cannot do what a rule asks for, less is done, people are told so, and nothing is pretended. On Slack an app
takes down only what it wrote itself: an administrator can lend it a token of theirs (`PALABRE_SLACK_USER_TOKEN`), and
with that it takes down what others wrote too.

This page is made from the code (`python -m bot.app.platforms_page > docs/platforms.md`); a test compares them.
"""
_MIB = 1024 * 1024
_APP = Options(way=Socket(""))
PLATFORMS: Mapping[str, frozenset[str]] = {
    "Sandbox": web.EVERY_KIND,
    "Discord": discord.DiscordAdapter.capabilities.effects,
    "Slack": slack.kinds(_APP),
    "Slack with an administrator's token": slack.kinds(Options(way=_APP.way, user_token="lent")),  # noqa: S106 - no secret
}
"""What each platform can carry out, by the name that the page gives it."""
EFFECTS: Mapping[str, str] = {
    "post_card": "write in a channel",
    "reply_card": "answer a message, in its thread",
    "reply_privately": "answer so that only the person sees it",
    "send_direct": "write to somebody directly",
    "edit_card": "reword what it wrote",
    "upload_file": "share a file of its own",
    "react": "mark a message with a reaction",
    "create_private_thread": "open a conversation between somebody and the team",
    "show_home": "show everybody a page of their own",
    "delete_message": "take a message down",
    "hide_reaction": "hide a manager's 🚨, 👀, ✅ or ❌ once it was read",
    "time_out_member": "keep somebody from writing for a while",
    "lift_timeout": "let them write again",
    "quarantine_member": "leave somebody only the channel where they reach the team",
    "release_member": "let them out again",
    "remove_from_channel": "take somebody out of one channel",
    "kick_member": "put somebody out, who may come back",
    "ban_member": "put somebody out for good",
    "unban_member": "let them come back",
    "add_role": "give somebody a role",
    "remove_role": "take a role from somebody",
    "set_slowmode": "slow a channel down",
    "lock_channel": "close a channel or a thread",
    "pause_invites": "let nobody new in for a while",
    "pause_direct_messages": "stop direct messages between strangers for a while",
    "join_channel": "step into a channel by itself",
    "hash_files": "keep a hash of what is in the files of a reported message",
}
"""Every kind of effect in plain words, in the order of the page."""
BEYOND = frozenset({"tell_outside"})
"""What no chat platform does, so that this page is silent about it: it goes out by mail or by a signed call."""
_INSTEAD: Mapping[str, str] = {
    "delete_message": "no: its author is asked to, in private, and the team reads where it stands",
    "hide_reaction": "no: it stays, and a report can be taken back with it within a minute",
    "time_out_member": "no: the author hears why, and the team is told, so that somebody acts by hand",
    "quarantine_member": "no: the author hears why, and the team is told, so that somebody acts by hand",
}
_UNLESS_LENT = "only where the app is lent `files:read`; else what the files are called, and how big"
_NEEDLESS: Mapping[tuple[str, str], str] = {
    ("Sandbox", "show_home"): "no: `/help` and `/privacy show` say it",
    ("Discord", "show_home"): "no: `/help` and `/privacy show` say it",
    ("Sandbox", "join_channel"): "not needed: it sees every channel",
    ("Discord", "join_channel"): "not needed: it sees what its role sees",
    ("Slack", "hash_files"): _UNLESS_LENT,
    ("Slack with an administrator's token", "hash_files"): _UNLESS_LENT,
}
EVENTS: Mapping[str, str] = {
    "message_posted": "somebody wrote",
    "message_edited": "a message was reworded",
    "message_deleted": "a message was taken down",
    "reaction_added": "somebody reacted",
    "reaction_removed": "a reaction was taken back",
    "member_joined": "somebody came",
    "member_left": "somebody left",
    "member_renamed": "somebody has another name",
    "member_roles_changed": "somebody has other roles (on Slack: user groups, owner, admin)",
    "channel_created": "there is a new channel",
    "thread_created": "there is a new thread",
    "action_taken": "a manager, another bot or a rule of the platform's own did something",
    "home_opened": "somebody looks at the page of their own",
    "space_joined": "the bot was let in",
    "space_left": "the bot was put out",
}
"""What a platform may tell by itself, in plain words; requests (commands, buttons, forms) are told by all."""
_MESSAGES = frozenset({"message_posted", "message_edited", "message_deleted", "reaction_added", "reaction_removed"})
_PEOPLE = frozenset({"member_joined", "member_left", "member_renamed", "member_roles_changed"})
_SPACES = frozenset({"channel_created", "space_joined", "space_left"})
TELLS: Mapping[str, frozenset[str]] = {
    "Sandbox": _MESSAGES | _PEOPLE | {"thread_created"},
    "Discord": _MESSAGES | _PEOPLE | _SPACES | {"thread_created", "action_taken"},
    "Slack": _MESSAGES | _PEOPLE | _SPACES | {"home_opened"},
}
"""What each platform tells."""
_LOOKS: tuple[tuple[str, str, str, str], ...] = (
    (
        "commands",
        "typed in the box below the chat, with suggestions",
        "slash commands with suggestions; those for managers are hidden from everybody else",
        "after one word, `/palabre help`; {alone} by themselves. In threads, where Slack has no slash commands, "
        "`@Palabre help`. Everybody sees all of them; whoever may not use one is told so",
    ),
    ("entries of a message's menu", "⋯ beside the message", "*Apps* in its menu", "*More message shortcuts*"),
    ("buttons", "below the card", "below the card", "below the card"),
    ("forms", "a dialog", "a dialog", "a dialog; those for everybody also stand in the shortcuts menu"),
    (
        "private answers",
        "where one asked; seen by nobody else",
        "where one asked, for fifteen minutes; then by direct message",
        "where one asked, for half an hour; then by direct message. The answer to a form stands in its dialog",
    ),
    (
        "the page of one's own",
        "none: `/help` and `/privacy show`",
        "none: `/help` and `/privacy show`",
        "*Home*, where the bot is opened: what is open about one, the rules, one's data",
    ),
    (
        "a word with the team",
        "a private conversation",
        "a private thread",
        "a group conversation; a private channel for more than {together} people",
    ),
    (
        "who is an owner",
        "the role *owner*",
        "whoever owns the server; who manages it is a senior",
        "owners of the workspace; admins are seniors",
    ),
)
_LIMITS = """## Limits worth knowing

- **Discord** keeps somebody from writing for {timeout} days at most, lets nobody new in for {pause} hours at most, and
  slows a channel down to one message in {slow} hours at most. Nobody acts on the server's owner, nor on a role at or
  above the bot's own.
- A form has at most {parts} parts on Discord. What somebody writes into one may be {discord} characters long there, and
  {slack} on Slack.
- **Slack** shows the bot only channels that it is in. An owner has it step into public ones, by `/setup` or where a new
  channel is announced; into private ones somebody invites it.
- Slack does not say when an account was made. What is certain counts: whoever was first seen a month ago has had the
  account for a month at least. It cannot be told there that an account is new.
- Slack and the sandbox do not tell the bot what managers do by hand; Discord does, by its audit log, and the team reads
  it.
- A button of a private answer stays there once it was pressed, on every platform; pressing it again changes nothing.
- Of a message that is brought before the team at most {files} files are read once for their hashes, of {each} MiB each
  and {all} MiB together at most; nothing of them is kept. On **Slack** that takes the scope `files:read`, which opens
  every file in every conversation that the app is in, to whoever holds its token. So the manifest asks for it only
  where the operator sets `reads_files = true` below `[slack]` and installs the app again.
- In the sandbox a message is at most {web} characters long, and anybody can be everybody: it is for trying things.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_effects(), *_told(), *_looks(), _limits()])


def _effects() -> Iterator[str]:
    yield from ("## What it can do", "", _row(["", *PLATFORMS]), _rule(len(PLATFORMS)))
    for kind, said in EFFECTS.items():
        yield _row([said, *(_can(name, kind) for name in PLATFORMS)])
    yield ""


def _can(platform: str, kind: str) -> str:
    if kind in PLATFORMS[platform]:
        return "yes"
    return _NEEDLESS.get((platform, kind)) or _INSTEAD.get(kind) or "no"


def _told() -> Iterator[str]:
    yield from ("## What it hears of", "", _row(["", *TELLS]), _rule(len(TELLS)))
    for kind, said in EVENTS.items():
        yield _row([said, *("yes" if kind in told else "no" for told in TELLS.values())])
    yield ""


def _looks() -> Iterator[str]:
    own = [name for name, entry in aliases(CATALOGUE) if entry.level == Level.MEMBER]
    alone = " and ".join(f"`{name}`" for name in own)
    yield from ("## How it looks", "", _row(["", *TELLS]), _rule(len(TELLS)))
    for row in _LOOKS:
        yield _row([one.format(alone=alone, together=slack_limits.TOGETHER_AT_MOST) for one in row])
    yield ""


def _limits() -> str:
    return _LIMITS.format(
        timeout=discord_limits.TIMEOUT.days,
        pause=int(discord_limits.PAUSE.total_seconds() // 3600),
        slow=discord_limits.SLOWMODE // 3600,
        parts=discord_limits.MODAL_PARTS,
        discord=f"{discord_limits.ANSWER:,}",
        slack=f"{slack_limits.ANSWER:,}",
        web=f"{web_limits.TEXT:,}",
        files=fingerprints.MOST_FILES,
        each=fingerprints.MOST_BYTES // _MIB,
        all=fingerprints.MOST_IN_ALL // _MIB,
    )


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _rule(columns: int) -> str:
    return "|" + "---|" * (columns + 1)


if __name__ == "__main__":
    sys.stdout.write(page())
