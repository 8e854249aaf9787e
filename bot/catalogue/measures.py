"""Measures that managers take upon people."""

from bot.catalogue.entries import ActionEntry, CommandEntry, FormEntry, MenuEntry, Parameter
from bot.commands import Level
from bot.views import Bilingual, Form, Phrase, Question

_WHOM = Parameter(id="account", label=Phrase("catalogue-measure-whom"), kind="account")
_WHY = Parameter(id="reason", label=Phrase("catalogue-measure-why"), kind="text")
_WHY_AND_HOW_LONG = Parameter(id="reason", label=Phrase("catalogue-measure-why-length"), kind="text")
_LENGTH = Parameter(id="length", label=Phrase("catalogue-measure-length"), required=False)
_RULE = Parameter(id="policy", label=Phrase("catalogue-measure-rule"), kind="policy", required=False)
_PLACE = Parameter(id="channel", label=Phrase("catalogue-measure-place"), kind="channel")

_ASK_WHOM = Question(id="account", label=Phrase("catalogue-form-measure-whom"), kind="account")
_ASK_WHY = Question(
    id="reason",
    label=Phrase("catalogue-form-measure-why"),
    kind="paragraph",
    hint=Phrase("catalogue-form-measure-why-hint"),
    most=2000,
)
_ASK_LENGTH = Question(
    id="length",
    label=Phrase("catalogue-form-measure-length"),
    hint=Phrase("catalogue-form-measure-length-hint"),
    most=40,
    required=False,
)
_ASK_RULE = Question(
    id="policy",
    label=Phrase("catalogue-form-measure-rule"),
    hint=Phrase("catalogue-form-measure-rule-hint"),
    most=121,
    required=False,
)
_ASK_PLACE = Question(id="channel", label=Phrase("catalogue-form-measure-place"), kind="channel")
_ASK_ROLE = Question(id="role", label=Phrase("catalogue-form-measure-role"), kind="role")

COMMANDS: tuple[CommandEntry, ...] = (
    CommandEntry(
        id="remind",
        name=Bilingual("remind", "rappeler"),
        help=Phrase("catalogue-remind"),
        level=Level.HELPER,
        parameters=(_WHOM, _WHY, _RULE),
        form="measure-remind",
    ),
    CommandEntry(
        id="warn",
        name=Bilingual("warn", "avertir"),
        help=Phrase("catalogue-warn"),
        level=Level.MODERATOR,
        parameters=(_WHOM, _WHY, _RULE),
        form="measure-warn",
    ),
    CommandEntry(
        id="timeout",
        name=Bilingual("timeout", "silence"),
        help=Phrase("catalogue-timeout"),
        level=Level.MODERATOR,
        parameters=(_WHOM, _WHY_AND_HOW_LONG, _LENGTH, _RULE),
        form="measure-timeout",
    ),
    CommandEntry(
        id="quarantine",
        name=Bilingual("quarantine", "quarantaine"),
        help=Phrase("catalogue-quarantine"),
        level=Level.MODERATOR,
        parameters=(_WHOM, _WHY_AND_HOW_LONG, _LENGTH, _RULE),
        form="measure-quarantine",
    ),
    CommandEntry(
        id="exclude",
        name=Bilingual("exclude", "écarter"),
        help=Phrase("catalogue-exclude"),
        level=Level.MODERATOR,
        parameters=(_WHOM, _PLACE, _WHY_AND_HOW_LONG, _LENGTH, _RULE),
        form="measure-exclude",
    ),
    CommandEntry(
        id="role",
        name=Bilingual("role", "rôle"),
        help=Phrase("catalogue-role"),
        level=Level.MODERATOR,
        form="measure-role",
    ),
    CommandEntry(
        id="kick",
        name=Bilingual("kick", "exclure"),
        help=Phrase("catalogue-kick"),
        level=Level.SENIOR,
        parameters=(_WHOM, _WHY, _RULE),
        form="measure-kick",
    ),
    CommandEntry(
        id="ban",
        name=Bilingual("ban", "bannir"),
        help=Phrase("catalogue-ban"),
        level=Level.SENIOR,
        parameters=(_WHOM, _WHY_AND_HOW_LONG, _LENGTH, _RULE),
        form="measure-ban",
    ),
    CommandEntry(
        id="lift",
        name=Bilingual("lift", "lever"),
        help=Phrase("catalogue-lift"),
        level=Level.MODERATOR,
        parameters=(_WHOM, _WHY),
    ),
    CommandEntry(
        id="ladder",
        name=Bilingual("ladder", "échelle"),
        help=Phrase("catalogue-ladder"),
        level=Level.HELPER,
        parameters=(Parameter(id="account", label=Phrase("catalogue-ladder-whom"), kind="account", required=False),),
    ),
)

MENUS: tuple[MenuEntry, ...] = (
    MenuEntry(id="measure-remove", label=Phrase("catalogue-menu-remove"), level=Level.MODERATOR, form="measure-remove"),
)

ACTIONS: tuple[ActionEntry, ...] = (
    ActionEntry(id="measure-confirm", level=Level.HELPER),
    ActionEntry(id="measure-cancel", level=Level.HELPER),
    ActionEntry(id="measure-second", level=Level.SENIOR),
    ActionEntry(id="measure-explain", level=Level.HELPER, form="measure-explain"),
    ActionEntry(id="measure-ladder", level=Level.SENIOR, form="measure-ladder"),
    ActionEntry(id="sanction-lift", level=Level.MODERATOR, form="measure-lift"),
)


def _form(name: str, title: str, *questions: Question, level: Level) -> FormEntry:
    """One that takes a measure: whom, what else it takes, why, and about which rule."""
    form = Form(
        id=f"measure-{name}",
        title=Phrase(title),
        questions=(*questions, _ASK_WHY, _ASK_RULE),
        submit=Phrase("catalogue-form-measure-submit"),
    )
    return FormEntry(form=form, level=level)


FORMS: tuple[FormEntry, ...] = (
    _form("remind", "catalogue-form-remind", _ASK_WHOM, level=Level.HELPER),
    _form("warn", "catalogue-form-warn", _ASK_WHOM, level=Level.MODERATOR),
    _form("timeout", "catalogue-form-timeout", _ASK_WHOM, _ASK_LENGTH, level=Level.MODERATOR),
    _form("quarantine", "catalogue-form-quarantine", _ASK_WHOM, _ASK_LENGTH, level=Level.MODERATOR),
    _form("exclude", "catalogue-form-exclude", _ASK_WHOM, _ASK_PLACE, _ASK_LENGTH, level=Level.MODERATOR),
    _form("role", "catalogue-form-role", _ASK_WHOM, _ASK_ROLE, _ASK_LENGTH, level=Level.MODERATOR),
    _form("kick", "catalogue-form-kick", _ASK_WHOM, level=Level.SENIOR),
    _form("ban", "catalogue-form-ban", _ASK_WHOM, _ASK_LENGTH, level=Level.SENIOR),
    _form("remove", "catalogue-form-remove", level=Level.MODERATOR),
    FormEntry(
        form=Form(
            id="measure-explain",
            title=Phrase("catalogue-form-explain"),
            questions=(_ASK_WHY,),
            submit=Phrase("catalogue-form-explain-submit"),
        ),
        level=Level.HELPER,
    ),
    FormEntry(
        form=Form(
            id="measure-lift",
            title=Phrase("catalogue-form-lift"),
            questions=(_ASK_WHY,),
            submit=Phrase("catalogue-form-lift-submit"),
        ),
        level=Level.MODERATOR,
    ),
    FormEntry(
        form=Form(
            id="measure-ladder",
            title=Phrase("catalogue-form-ladder"),
            intro=Phrase("catalogue-form-ladder-intro"),
            questions=(
                Question(
                    id="steps",
                    label=Phrase("catalogue-form-ladder-steps"),
                    kind="paragraph",
                    hint=Phrase("catalogue-form-ladder-hint"),
                    most=400,
                ),
            ),
        ),
        level=Level.SENIOR,
    ),
)
