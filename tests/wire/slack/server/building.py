"""Puts workspaces, people and channels there without telling the app, as if they had always been."""

from collections.abc import Iterable

from tests.wire.slack.server.installing import install
from tests.wire.slack.server.world import (
    App,
    Channel,
    Installation,
    Role,
    Team,
    Token,
    User,
    UserGroup,
    World,
)

# What a manifest of a moderation bot asks for.
WANTED = """
app_mentions:read channels:history channels:join channels:manage channels:read chat:write chat:write.customize
chat:write.public commands emoji:read files:read files:write groups:history groups:read groups:write im:history
im:read im:write mpim:history mpim:read mpim:write pins:read pins:write reactions:read reactions:write team:read
usergroups:read users.profile:read users:read users:read.email
"""
SCOPES = frozenset(WANTED.split())


class Building:
    """Everything that a test sets up before it begins."""

    world: World
    team: Team

    def add_team(self, name: str, *, enterprise: bool = False, installed: bool = False) -> Team:
        """A workspace with an owner and #general."""
        world = self.world
        made = Team(world.id("T"), name, name.lower().replace(" ", "-"))
        made.enterprise_id = world.id("E") if enterprise else None
        world.teams[made.id] = made
        owner = self.add_user(f"{made.domain}-owner", team=made, role="owner")
        general = self.add_channel("general", owner, team=made, bot=False)
        general.general = True
        if installed:
            self.installed(made)
        return made

    def installed(self, team: Team, scopes: Iterable[str] | None = None) -> Installation:
        """The app in a workspace, with everything that it asks for."""
        wanted = self.world.app.scopes if scopes is None else set(scopes)
        return install(self.world, team, set(wanted), self.owner(team))

    def owner(self, team: Team | None = None) -> User:
        """The first owner of a workspace."""
        people = (self.team if team is None else team).users.values()
        return next(one for one in people if one.role == "owner")

    def general(self, team: Team | None = None) -> Channel:
        """#general."""
        wanted = (self.team if team is None else team).id
        return next(one for one in self.world.channels.values() if one.general and one.team_id == wanted)

    def channel(self, name: str, team: Team | None = None) -> Channel:
        """A channel by its name."""
        wanted = (self.team if team is None else team).id
        return next(one for one in self.world.channels.values() if one.name == name and one.team_id == wanted)

    def add_user(
        self,
        name: str,
        *,
        team: Team | None = None,
        role: Role = "member",
        real_name: str = "",
        tz: str = "Europe/Paris",
        locale: str = "en-US",
    ) -> User:
        """Somebody who is in a workspace, and in #general unless a guest."""
        where = self.team if team is None else team
        made = User(self.world.id("U"), where.id, name, real_name or name.title(), role)
        made.email, made.tz, made.locale = f"{name}@example.org", tz, locale
        self.world.users[made.id] = where.users[made.id] = made
        if role not in {"guest", "single"}:
            for channel in self.world.channels.values():
                if channel.general and channel.team_id == where.id:
                    channel.members[made.id] = self.world.now()
        return made

    def crowd(self, count: int, *, team: Team | None = None, channel: Channel | None = None) -> list[User]:
        """Many people at once."""
        found = [self.add_user(f"member-{number}", team=team) for number in range(count)]
        if channel is not None:
            channel.members |= dict.fromkeys((one.id for one in found), self.world.now())
        return found

    def add_channel(
        self, name: str, *members: User, team: Team | None = None, private: bool = False, bot: bool = True
    ) -> Channel:
        """A channel, with the bot in it unless `bot` is false."""
        where = self.team if team is None else team
        creator = members[0] if members else self.owner(where)
        made = Channel(
            self.world.id("C"), where.id, "private" if private else "public", name, creator.id, int(self.world.now())
        )
        made.teams = {where.id} | {one.team_id for one in members}
        made.members = dict.fromkeys((one.id for one in members), self.world.now())
        if bot and where.id in self.world.installations:
            made.members[self.world.installations[where.id].user_id] = self.world.now()
        self.world.channels[made.id] = made
        return made

    def share(self, channel: Channel, team: Team, *members: User) -> None:
        """Slack Connect: a channel belongs to another workspace as well."""
        channel.teams.add(team.id)
        channel.members |= dict.fromkeys((one.id for one in members), self.world.now())

    def add_group(self, handle: str, *users: User, team: Team | None = None) -> UserGroup:
        """A user group."""
        where = self.team if team is None else team
        now = int(self.world.now())
        made = UserGroup(self.world.id("S"), where.id, handle.title(), handle, [one.id for one in users], now, now)
        where.groups[made.id] = made
        return made

    def user_token(self, user: User, *scopes: str) -> Token:
        """A user token, as an admin would give it to the app."""
        return self.world.token("user", user.team_id, user.id, set(scopes))


def application(world: World, *, scopes: Iterable[str], subscribed: Iterable[str], commands: Iterable[str]) -> App:
    """The app under test."""
    app = App(
        world.id("A"),
        "Palabre",
        "1234567890.0987654321",
        "client-secret-of-nobody",
        "signing-secret-of-nobody",
        "verification-token",
        "xapp-1-loopback-of-nobody",
        set(scopes),
        set(subscribed),
        set(commands),
    )
    world.app = app
    world.token("app", "", "", {"connections:write"}, app.app_token)
    return app
