"""Forms as accessible HTML: every question has its label, and hints and mistakes belong to what they are about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from markupsafe import Markup

from adapters.web.html import posting, tag
from adapters.web.ink import Ink
from bot.views import Form, Question

RADIOS = 5
"""So many choices still stand side by side; more become a list."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What may be chosen where a form asks for somebody or something of this world: value and name."""

    accounts: Sequence[tuple[str, str]] = ()
    channels: Sequence[tuple[str, str]] = ()
    roles: Sequence[tuple[str, str]] = ()

    def of(self, question: Question, ink: Ink) -> Sequence[tuple[str, str]]:
        """What a question leaves to choose from."""
        match question.kind:
            case "account":
                return self.accounts
            case "channel":
                return self.channels
            case "role":
                return self.roles
            case "choice":
                return [(value, ink.line(label)) for value, label in question.choices]
            case "line" | "paragraph":
                return ()
            case _:
                assert_never(question.kind)


@dataclass(frozen=True, slots=True)
class Filling:
    """A form on its way: what it is about, what stands in it so far, and what is wrong with that."""

    hidden: Mapping[str, str]
    values: Mapping[str, str] = field(default_factory=dict)
    mistakes: Mapping[str, str] = field(default_factory=dict)


def form(one: Form, ink: Ink, lists: Lists, filling: Filling) -> Markup:
    """A form of the catalogue, to stand in a dialog."""
    return tag(
        "form",
        tag("h2", ink.words(one.title), id="dialog-title"),
        tag("p", ink.words(one.intro)) if one.intro else None,
        *(tag("input", type="hidden", name=f"_{name}", value=value) for name, value in filling.hidden.items() if value),
        *(_question(question, ink, lists, filling) for question in one.questions),
        tag(
            "div",
            tag("button", ink.ui("cancel"), type="button", class_="button plain", data_close=True),
            tag("button", ink.words(one.submit) if one.submit else ink.ui("submit"), class_="button primary"),
            class_="buttons",
        ),
        class_="form",
        **posting("do/submit"),
    )


def _question(one: Question, ink: Ink, lists: Lists, filling: Filling) -> Markup:
    mistake, known = filling.mistakes.get(one.id), f"q-{one.id}"
    told = " ".join([*([f"{known}-hint"] if one.hint else []), *([f"{known}-wrong"] if mistake else [])]) or None
    value = filling.values.get(one.id, one.value)
    optional = None if one.required else tag("span", ink.ui("optional"), class_="optional")
    notes = (
        tag("p", ink.words(one.hint), id=f"{known}-hint", class_="hint") if one.hint else None,
        tag("p", mistake, id=f"{known}-wrong", class_="wrong") if mistake else None,
    )
    choices = lists.of(one, ink)
    if one.kind == "choice" and len(choices) <= RADIOS:
        boxes = (_radio(one, known, choice, value) for choice in choices)
        legend = tag("legend", ink.words(one.label), " ", optional)
        return tag("fieldset", legend, *notes, *boxes, class_="question", aria_describedby=told)
    control = _control(
        one,
        choices,
        value,
        {"id": known, "name": one.id, "aria_describedby": told, "aria_invalid": "true" if mistake else None},
    )
    return tag("div", tag("label", ink.words(one.label), " ", optional, for_=known), *notes, control, class_="question")


def _radio(one: Question, known: str, choice: tuple[str, str], value: str) -> Markup:
    box = tag(
        "input",
        type="radio",
        name=one.id,
        value=choice[0],
        id=f"{known}-{choice[0]}",
        checked=choice[0] == value,
        required=one.required,
    )
    return tag("label", box, tag("span", choice[1]), class_="choice", for_=f"{known}-{choice[0]}")


def _control(one: Question, choices: Sequence[tuple[str, str]], value: str, named: Mapping[str, str | None]) -> Markup:
    if one.kind == "line":
        return tag(
            "input", type="text", value=value, maxlength=one.most, required=one.required, autocomplete="off", **named
        )
    if one.kind == "paragraph":
        return tag("textarea", "\n", value, rows=4, maxlength=one.most, required=one.required, **named)
    options = (tag("option", name, value=known, selected=known == value) for known, name in choices)
    return tag("select", tag("option", "—", value=""), *options, required=one.required, **named)
