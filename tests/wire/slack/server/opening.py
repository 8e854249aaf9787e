"""Direct conversations: opened by the app or by people, resumed where they exist."""

from tests.wire.slack.server.calls import Call
from tests.wire.slack.server.errors import SlackError
from tests.wire.slack.server.world import Channel, Kind, User, World


def between(world: World, people: list[User]) -> tuple[Channel, bool]:
    """The conversation between some people, and whether it was there already."""
    kind: Kind = "im" if len(people) == 2 else "mpim"
    ids = [one.id for one in people]
    found = world.conversation(kind, ids)
    if found is not None:
        return found, True
    name = "" if kind == "im" else "mpdm-" + "--".join(one.name for one in people) + "-1"
    made = Channel(world.id("D" if kind == "im" else "C"), people[0].team_id, kind, name, ids[0], int(world.now()))
    made.teams = {one.team_id for one in people}
    made.members = dict.fromkeys(ids, world.now())
    world.channels[made.id] = made
    return made, False


def direct(call: Call, ids: list[str]) -> Channel:
    """The conversation between the caller and some people, if they may be written to."""
    people = [call.person(one) for one in ids]
    for one in people:
        if one.id == call.user.id:
            raise SlackError("cannot_dm_self" if call.user.bot else "user_not_found")
        if one.deleted:
            raise SlackError("user_disabled")
        if one.bot and call.user.bot:
            raise SlackError("cannot_dm_bot")
    return between(call.world, [call.user, *people])[0]
