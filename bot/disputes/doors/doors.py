"""The doors that lead to a case: what somebody asks for becomes its opening, with the evidence of that moment."""

from dataclasses import replace
from typing import cast, get_args

from bot.cases.lines import Evidence, Opening, Quote
from bot.cases.states import Concern, Door
from bot.disputes import who
from bot.events import Asked, Cited, CommandInvoked, FormSubmitted, MenuChosen, ReactionAdded
from bot.facts import Facts
from bot.ids import AccountId, space_of
from bot.settings import Settings

DOORS = frozenset({"report", "dispute", "managers"})
"""The commands and forms that open something."""
_LONGEST = 4000
_AROUND = 20


def is_door(given: object) -> bool:
    """Whether somebody asks for something to be opened."""
    form = isinstance(given, FormSubmitted) and given.form in DOORS
    return form or (isinstance(given, CommandInvoked) and given.command in DOORS)


def name(asked: Asked) -> str:
    """Which door it is."""
    if isinstance(asked, FormSubmitted):
        return asked.form
    return asked.command if isinstance(asked, CommandInvoked) else ""


def opening(asked: Asked) -> Opening:
    """What is written down of a request that opens something; who it is about may turn out to be nobody."""
    match name(asked):
        case "dispute":
            return _dispute(asked)
        case "managers":
            return _talk(asked)
        case _:
            return _report(asked)


def subject(asked: Asked) -> AccountId | None:
    """Whom it is about: who wrote the message, or else who is named and can be here."""
    cited, named = cited_in(asked), AccountId(said(asked).get("account", ""))
    if cited is not None and cited.author is not None:
        return cited.author
    return named if named and space_of(named) == asked.space else None


def evidence(cited: Cited) -> Evidence:
    """The message as it stood, with those around it."""
    return Evidence(
        message=cited.message,
        channel=cited.channel,
        author=cited.author,
        text=cited.text[:_LONGEST],
        edits=tuple(edit[:_LONGEST] for edit in cited.edits),
        files=cited.files,
        around=tuple(
            Quote(message=one.message, author=one.author, at=one.at, text=one.text) for one in cited.around[:_AROUND]
        ),
        readable=cited.readable,
    )


def placed(opening: Opening, settings: Settings, facts: Facts) -> Opening:
    """The same as it is opened in this community: by its profile, and past the team where it is about one of them."""
    seen = opening.evidence
    if seen is not None and seen.author is not None and not seen.roles:
        known = facts.account(seen.author)
        seen = replace(seen, roles=known.roles) if known else seen
    about_team = opening.kind in ("report", "dispute") and any(
        who.on_team(settings, one, facts) for one in (opening.respondent, opening.opener)
    )
    return replace(opening, profile=settings.profile, evidence=seen, private=opening.private or about_team)


def by_reaction(reaction: ReactionAdded, door: str, cited: Cited) -> Opening:
    """What a manager's reaction opens: a report of theirs, or a dispute between others.

    A dispute takes two: where the message answers nobody, it comes before the team as something that nobody reported.
    """
    two = door == "dispute" and cited.author is not None and cited.answers not in (None, cited.author)
    return Opening(
        kind="dispute" if two else "report",
        door="reaction",
        space=reaction.space,
        opener=cited.answers if two else None,
        respondent=cited.author,
        reporter=reaction.account if door == "report" else None,
        channel=cited.channel,
        message=cited.message,
        evidence=evidence(cited),
        locale=reaction.locale if door == "report" else None,
    )


def said(asked: Asked) -> dict[str, str]:
    """What was filled in."""
    if isinstance(asked, FormSubmitted):
        return dict(asked.values)
    return dict(asked.arguments) if isinstance(asked, CommandInvoked) else {}


def cited_in(asked: Asked) -> Cited | None:
    """The message that it was asked about."""
    return asked.cited if isinstance(asked, FormSubmitted | MenuChosen) else None


def _report(asked: Asked) -> Opening:
    given, cited, about = said(asked), cited_in(asked), subject(asked)
    what = given.get("what", "other")
    named = given.get("account", "") if about is None else ""
    words = (named, given.get("reason", ""), given.get("links", ""))
    return Opening(
        kind="report",
        door=_door(asked),
        space=asked.space,
        concern=cast("Concern", what) if what in get_args(Concern) else "other",
        respondent=about,
        reporter=asked.account,
        channel=cited.channel if cited else None,
        message=cited.message if cited else None,
        text="\n".join(part for part in words if part.strip())[:_LONGEST],
        evidence=evidence(cited) if cited else None,
        locale=asked.locale,
    )


def _dispute(asked: Asked) -> Opening:
    given, cited = said(asked), cited_in(asked)
    what = given.get("what", "other")
    return Opening(
        kind="dispute",
        door=_door(asked),
        space=asked.space,
        concern=cast("Concern", what) if what in get_args(Concern) else "other",
        opener=asked.account,
        respondent=_other(asked),
        channel=cited.channel if cited else None,
        message=cited.message if cited else None,
        text=given.get("happened", "")[:_LONGEST],
        wish=given.get("wish", "")[:_LONGEST],
        evidence=evidence(cited) if cited else None,
        locale=asked.locale,
    )


def _talk(asked: Asked) -> Opening:
    return Opening(
        kind="talk",
        door=_door(asked),
        space=asked.space,
        opener=asked.account,
        channel=asked.channel,
        text=said(asked).get("text", "")[:_LONGEST],
        locale=asked.locale,
    )


def _other(asked: Asked) -> AccountId | None:
    """Who wrote the message, unless that is whoever asks: then whoever is named."""
    found = subject(asked)
    if found != asked.account:
        return found
    named = AccountId(said(asked).get("account", ""))
    return named if named and space_of(named) == asked.space else found


def _door(asked: Asked) -> Door:
    return "menu" if cited_in(asked) is not None else "command"
