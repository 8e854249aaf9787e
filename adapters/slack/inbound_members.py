"""Who comes, goes and changes, and who looks at their page: Slack's events in, ours out. Pure."""

from collections.abc import Iterable

from adapters.slack import directory
from adapters.slack.directory import Team
from adapters.slack.frame import Here
from adapters.slack.payloads import Json, ident, idents, inner, maybe, record
from bot.events import (
    ChannelCreated,
    Event,
    HomeOpened,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MemberRolesChanged,
)
from bot.ids import account_id, channel_id


def came(here: Here, event: Json) -> MemberJoined | ChannelCreated | None:
    """Somebody entered a channel; where it was us, the channel is one that we see from now on. Raises Odd."""
    team, frame, user, channel = here.team, here.frame, ident(event, "user"), ident(event, "channel")
    if user == team.me:
        place = team.places.get(channel)
        return _entered(here, channel, place.name) if place and place.name else None
    known, inviter = team.people.get(user), maybe(event, "inviter")
    return MemberJoined(
        id=frame.named("joined"),
        space=team.space,
        at=frame.at,
        account=account_id(team.space, user),
        name=(known.name or None) if known else None,
        channel=channel_id(team.space, channel),
        invited_by=account_id(team.space, inviter) if inviter else None,
        by_bot=known is not None and known.bot,
    )


def _entered(here: Here, channel: str, name: str) -> ChannelCreated:
    return ChannelCreated(
        id=here.frame.named("channel-entered"),
        space=here.team.space,
        at=here.frame.at,
        channel=channel_id(here.team.space, channel),
        name=name,
    )


def went(here: Here, event: Json) -> MemberLeft | None:
    """Somebody is out of a channel, of their own will or not; None where it was us. Raises Odd."""
    team, frame, user = here.team, here.frame, ident(event, "user")
    if user == team.me:
        return None
    return MemberLeft(
        id=frame.named("left"),
        space=team.space,
        at=frame.at,
        account=account_id(team.space, user),
        channel=channel_id(team.space, ident(event, "channel")),
    )


def joined(here: Here, event: Json) -> MemberJoined | None:
    """Somebody is new in the workspace. Raises Odd."""
    user = record(event, "user")
    native, person = ident(user, "id"), directory.person(user, here.team.native)
    return None if native == here.team.me else _member(here, native, person)


def _member(here: Here, native: str, person: directory.Person) -> MemberJoined:
    return MemberJoined(
        id=here.frame.named("joined"),
        space=here.team.space,
        at=here.frame.at,
        account=account_id(here.team.space, native),
        name=person.name or None,
        by_bot=person.bot,
    )


def changed(here: Here, event: Json) -> tuple[Event, ...]:
    """Somebody left, came back, or has another name or title than before as far as that is known. Raises Odd."""
    user = record(event, "user")
    native, person = ident(user, "id"), directory.person(user, here.team.native)
    before = here.team.people.get(native)
    if native == here.team.me or not here.team.news(native, here.frame.at):
        return ()
    if person.gone:
        told = before is not None and before.gone and here.team.heard_of(native)
        return () if told else (_left(here, native),)
    if before is not None and before.gone:
        return (_member(here, native, person),) if here.frame.at > here.team.filled else ()
    return tuple(_differing(here, native, before, person))


def _left(here: Here, native: str) -> MemberLeft:
    account = account_id(here.team.space, native)
    return MemberLeft(id=here.frame.named("left"), space=here.team.space, at=here.frame.at, account=account)


def _differing(here: Here, native: str, before: directory.Person | None, person: directory.Person) -> Iterable[Event]:
    team, frame, account = here.team, here.frame, account_id(here.team.space, native)
    if person.name and (before is None or before.name != person.name):
        named = frame.named("renamed")
        yield MemberRenamed(id=named, space=team.space, at=frame.at, account=account, name=person.name)
    if not person.stranger and (before is None or before.titles != person.titles):
        roles = team.roles(native, person) or ()
        yield MemberRolesChanged(id=frame.named("roles"), space=team.space, at=frame.at, account=account, roles=roles)


def regrouped(here: Here, event: Json) -> tuple[Event, ...]:
    """People were put into a user group or taken out of it. Raises Odd."""
    group, at = ident(event, "subteam_id"), here.frame.at
    added, removed = idents(event, "added_users"), idents(event, "removed_users")
    news = {one for one in (*added, *removed) if here.team.news(f"{group}/{one}", at)}
    return tuple(_dressed(here, group, [one for one in added if one in news], [one for one in removed if one in news]))


def group_told(here: Here, event: Json) -> tuple[Event, ...]:
    """A user group is new, or as this says: whoever is in it now and was not, or the other way round. Raises Odd."""
    subteam = record(event, "subteam")
    group, members = ident(subteam, "id"), directory.members_of(subteam)
    before = here.team.members.get(group, frozenset())
    if members is None or not here.team.news(group, here.frame.at):
        return ()
    return tuple(_dressed(here, group, sorted(members - before), sorted(before - members)))


def unknown(team: Team, event: Json) -> tuple[str, ...]:
    """Whom a change of a user group is about, without those who are known. Raises Odd."""
    group = inner(event, "subteam")
    return team.unknown((*idents(event, "added_users"), *idents(event, "removed_users"), *idents(group, "users")))


def _dressed(here: Here, group: str, added: Iterable[str], removed: Iterable[str]) -> Iterable[Event]:
    team, frame = here.team, here.frame
    changes = [*((native, True) for native in added), *((native, False) for native in removed)]
    for part, (native, wears) in enumerate(changes):
        groups = team.groups_of(native) | {group} if wears else team.groups_of(native) - {group}
        roles = team.roles(native, groups=groups)
        if roles is not None and native != team.me:
            account = account_id(team.space, native)
            named = frame.named("roles", part)
            yield MemberRolesChanged(id=named, space=team.space, at=frame.at, account=account, roles=roles)


def home_opened(here: Here, event: Json) -> HomeOpened | None:
    """Somebody looks at the page that is theirs; None where they look at what was written there. Raises Odd."""
    if event.get("tab") != "home":
        return None
    team, frame, user = here.team, here.frame, ident(event, "user")
    known = team.people.get(user)
    return HomeOpened(
        id=frame.named("home"),
        space=team.space,
        at=frame.at,
        account=account_id(team.space, user),
        channel=None,
        name=(known.name or None) if known else None,
        roles=team.roles(user),
        locale=known.locale if known else None,
    )


def note_person(here: Here, event: Json) -> None:
    """Remember somebody as they are now. Raises Odd."""
    user = record(event, "user")
    native, person = ident(user, "id"), directory.person(user, here.team.native)
    if here.team.heard(native, here.frame.at):
        here.team.know(native, person)


def note_group(here: Here, event: Json) -> None:
    """Remember a user group as it is now. Raises Odd."""
    group = record(event, "subteam")
    if here.team.heard(ident(group, "id"), here.frame.at):
        here.team.set_group(group)


def note_members(here: Here, event: Json) -> None:
    """Remember who is in a user group now. Raises Odd."""
    team, at, group = here.team, here.frame.at, ident(event, "subteam_id")
    added, removed = idents(event, "added_users"), idents(event, "removed_users")
    fresh = {one for one in (*added, *removed) if team.heard(f"{group}/{one}", at)}
    before = team.members.get(group, frozenset())
    team.members[group] = (before | (fresh & set(added))) - (fresh & set(removed))
    team.heard(group, at)
