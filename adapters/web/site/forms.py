"""Forms on their way: the catalogue's, and the few that the sandbox has of its own."""

from collections.abc import Mapping
from dataclasses import replace

from adapters.web import limits
from adapters.web.filling import Filling, Lists, form
from adapters.web.ink import Ink
from adapters.web.questions import sees
from adapters.web.site.site import Site
from adapters.web.state import Person
from bot.ids import native
from bot.views import Form, Phrase, Question

NEWCOMER = Form(
    id="web-newcomer",
    title=Phrase("web-newcomer"),
    intro=Phrase("web-newcomer-intro"),
    questions=(
        Question(id="name", label=Phrase("web-newcomer-name"), most=limits.NAME),
        Question(
            id="age",
            label=Phrase("web-newcomer-age"),
            kind="choice",
            choices=(("new", Phrase("web-newcomer-new")), ("old", Phrase("web-newcomer-old"))),
            value="new",
        ),
    ),
    submit=Phrase("web-newcomer-submit"),
)
RENAME = Form(
    id="web-rename",
    title=Phrase("web-rename"),
    questions=(Question(id="name", label=Phrase("web-newcomer-name"), most=limits.NAME),),
    submit=Phrase("web-save"),
)
EDIT = Form(
    id="web-edit",
    title=Phrase("web-edit"),
    questions=(Question(id="text", label=Phrase("web-edit-text"), kind="paragraph", most=limits.TEXT),),
    submit=Phrase("web-save"),
)
OWN = {one.id: one for one in (NEWCOMER, RENAME, EDIT)}
NAMES = ("Camille", "Noor", "Sacha", "Robin", "Ariel", "Imani", "Jo", "Lou", "Mika", "Nilo", "Yael", "Zora")
"""Proposed to whoever has no name at hand."""


def find(site: Site, name: str) -> Form | None:
    """A form by its id."""
    entry = site.catalogue.form(name)
    return OWN.get(name) or (entry.form if entry else None)


def proposed(site: Site) -> str:
    """A name that nobody has."""
    taken = site.directory.by_name
    return next((name for name in NAMES if name.casefold() not in taken), f"Robin {len(taken)}")


def lists(site: Site, person: Person) -> Lists:
    """What somebody can choose from: people who are here, channels that they see, roles that somebody has."""
    people = sorted((one for one in site.state.people.values() if not one.bot), key=lambda one: one.name.casefold())
    rooms = [one for one in site.state.rooms.values() if one.kind == "channel" and sees(person, one)]
    roles = {role for one in people for role in one.roles}
    return Lists(
        accounts=[(one.account, one.name) for one in people],
        channels=[(one.channel, f"#{one.name}") for one in rooms],
        roles=[(role, native(role)) for role in sorted(roles)],
    )


def shown(site: Site, person: Person, ink: Ink, one: Form, filling: Filling) -> str:
    """A form to stand in the dialog."""
    return str(form(one, ink, lists(site, person), filling))


def answers(one: Form, given: Mapping[str, str], choices: Lists, ink: Ink) -> tuple[dict[str, str], dict[str, str]]:
    """What was answered, and what is wrong with it, by question."""
    values = {question.id: given.get(question.id, "").replace("\r\n", "\n").strip() for question in one.questions}
    found = {question.id: _mistake(question, values[question.id], choices, ink) for question in one.questions}
    return values, {name: mistake for name, mistake in found.items() if mistake}


def _mistake(one: Question, value: str, choices: Lists, ink: Ink) -> str | None:
    if not value:
        return ink.ui("wrong-missing") if one.required else None
    if len(value) > one.most:
        return ink.ui("wrong-long", most=one.most, length=len(value))
    known = {known for known, _ in choices.of(one, ink)}
    if one.kind not in ("line", "paragraph") and value not in known:
        return ink.ui("wrong-choice")
    return None


def prefilled(one: Form, values: Mapping[str, str]) -> Form:
    """The form with answers that stand in it from the beginning."""
    return replace(one, questions=tuple(replace(q, value=values.get(q.id, q.value)) for q in one.questions))
