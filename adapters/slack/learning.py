"""Looks up what nobody has told yet: who asks, and what a card names before it is dressed."""

from collections.abc import Iterable, Iterator

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.directory import Directory, Team, person
from adapters.slack.payloads import Odd, record
from adapters.slack.refusals import ERRORS, code
from adapters.slack.words import Words, elsewhere
from bot.ids import SpaceId, native
from bot.views import Card, Form, Holders, Passage, Person, Phrase, Place, Reference, Text

_log = structlog.get_logger("adapters.slack")


def native_team(space: SpaceId) -> str:
    """Slack's own id of a workspace."""
    return space.partition(":")[2]


class Learning:
    """Fills the directory where it has gaps; what is not told is shown by its id."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def team(self, space: SpaceId) -> Team:
        """What is known of a workspace."""
        return self._directory.team(native_team(space))

    def home(self, space: SpaceId) -> SpaceId:
        """The workspace that is meant: another one that is met in a shared channel is not ours."""
        known = self._directory.teams
        return space if native_team(space) in known or len(known) != 1 else next(iter(known.values())).space

    async def meet(self, client: AsyncWebClient, space: SpaceId, user: str) -> None:
        """Know somebody, with their language. Raises what slack_sdk raises, and Odd."""
        team = self.team(space)
        known = team.people.get(user)
        if known is None or known.locale is None:
            answer = await client.users_info(user=user, include_locale=True)
            team.know(user, person(record(dict(answer.data), "user"), team.native))  # type: ignore[arg-type]

    async def taught(self, words: Words, client: AsyncWebClient, space: SpaceId, shown: Card | Form) -> Words:
        """Words that know everything that this names."""
        known: dict[Reference, str] = {}
        for one in dict.fromkeys(one for one in references(shown) if not elsewhere(one)):
            try:
                if said := await self._found(client, space, one):
                    known[one] = said
            except (*ERRORS, Odd) as error:
                _log.info("a name could not be looked up", space=space, error=type(error).__name__, code=code(error))
        return words.knowing(known)

    async def _found(self, client: AsyncWebClient, space: SpaceId, one: Reference) -> str | None:
        team = self.team(space)
        match one:
            case Person(account):
                if native(account) not in team.people:
                    await self.meet(client, space, native(account))
                return team.people[native(account)].name
            case Place(channel):
                if native(channel) not in team.places:
                    answer = await client.conversations_info(channel=native(channel))
                    team.set_place(record(dict(answer.data), "channel"))  # type: ignore[arg-type]
                return team.places[native(channel)].name
            case Holders(role):
                handle = team.handles.get(native(role))
                return f"@{handle}" if handle else None
            case Passage():
                return await permalink(client, one)
            case _:
                return None


async def permalink(client: AsyncWebClient, one: Passage) -> str | None:
    """Where a message is found; it also tells the thread that it stands in. Raises what slack_sdk raises."""
    answer = await client.chat_getPermalink(channel=native(one.channel), message_ts=native(one.message))
    found = answer.get("permalink")
    return found if isinstance(found, str) else None


def references(shown: Card | Form) -> Iterator[Reference]:
    """All that a card or a form names."""
    for text in texts(shown):
        if isinstance(text, Phrase):
            yield from (one for _, one in text.arguments if not isinstance(one, str | int))


def texts(shown: Card | Form) -> Iterable[Text]:
    """Every text of a card or a form."""
    if isinstance(shown, Card):
        fields = (text for one in shown.fields for text in (one.label, one.value))
        return (*((shown.title,) if shown.title else ()), *shown.body, *fields, *(one.label for one in shown.buttons))
    asked = (text for one in shown.questions for text in (one.label, one.hint, *(label for _, label in one.choices)))
    return (one for one in (shown.title, shown.intro, shown.submit, *asked) if one is not None)
