from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.events import MessageEdited, MessagePosted
from bot.facts import AccountFact, ActivityFact, Utterance
from bot.ids import AccountId, ChannelId, EventId, MemberId, MessageId, RoleId, SpaceId
from bot.policy.load import load_pack
from bot.policy.pack import Pack
from bot.text import fingerprint

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SPACE = SpaceId("web:here")
GENERAL = ChannelId("web:here/general")
OTHER = ChannelId("web:here/other")
SAM = AccountId("web:here/sam")


def policy(
    when: str,
    *,
    name: str = "one",
    then: str = "{ remind = true }",
    unless: str = "{}",
    mode: str = "enforce",
    bots: bool = False,
) -> str:
    return f"""
[[policies]]
id = "{name}"
title = {{ en = "Title of {name}", fr = "Titre de {name}" }}
why = {{ en = "Because of {name}.", fr = "À cause de {name}." }}
when = {when}
unless = {unless}
then = {then}
mode = "{mode}"
bots = {str(bots).lower()}
"""


def pack(*policies: str, name: str = "tests", cases: str = "", **lists: str) -> Pack:
    head = f'id = "{name}"\ntitle = {{ en = "Tests", fr = "Essais" }}\n'
    files = {"pack.toml": head + "".join(policies), "cases.toml": cases}
    return load_pack(files | {f"{file}.txt": text for file, text in lists.items()}, f"policies/{name}")


def posted(
    text: str,
    *,
    at: datetime = NOW,
    channel: ChannelId = GENERAL,
    mentions: Sequence[str] = (),
    everyone: bool = False,
    by_bot: bool = False,
    roles: tuple[RoleId, ...] | None = None,
) -> MessagePosted:
    return MessagePosted(
        id=EventId("event"),
        space=SPACE,
        at=at,
        message=MessageId(f"{channel}/1"),
        channel=channel,
        account=SAM,
        text=text,
        roles=roles,
        mentions=tuple(AccountId(f"web:here/{name}") for name in mentions),
        mentions_everyone=everyone,
        by_bot=by_bot,
    )


def edited(text: str, *, account: AccountId | None = SAM) -> MessageEdited:
    return MessageEdited(
        id=EventId("edit"),
        space=SPACE,
        at=NOW,
        message=MessageId(f"{GENERAL}/1"),
        channel=GENERAL,
        account=account,
        text=text,
    )


def account(*, bot: bool = False, days: int = 0, roles: tuple[RoleId, ...] = ()) -> AccountFact:
    met = NOW - timedelta(days=days)
    return AccountFact(account=SAM, member=MemberId("sam"), met_at=met, bot=bot, roles=roles)


def activity(*said: tuple[float, str] | tuple[float, str, ChannelId]) -> ActivityFact:
    """Messages as (seconds before now, text[, channel]), in order of arrival."""
    recent = tuple(
        Utterance(NOW - timedelta(seconds=one[0]), one[2] if len(one) == 3 else GENERAL, fingerprint(one[1]))
        for one in said
    )
    return ActivityFact(account=SAM, messages=len(recent), recent=recent)
