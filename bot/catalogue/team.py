"""The team's own day."""

from bot.catalogue.entries import ActionEntry, CommandEntry, FormEntry, MenuEntry, Parameter
from bot.commands import Level
from bot.views import Bilingual, Form, Phrase, Question

COMMANDS: tuple[CommandEntry, ...] = (
    CommandEntry(id="queue", name=Bilingual("queue", "file"), help=Phrase("catalogue-queue"), level=Level.HELPER),
    CommandEntry(
        id="handover",
        name=Bilingual("handover", "relais"),
        help=Phrase("catalogue-handover"),
        level=Level.HELPER,
    ),
    CommandEntry(id="why", name=Bilingual("why", "pourquoi"), help=Phrase("catalogue-why")),
    CommandEntry(
        id="away",
        name=Bilingual("away", "absence"),
        help=Phrase("catalogue-away"),
        level=Level.HELPER,
        parameters=(
            Parameter(id="until", label=Phrase("catalogue-away-until"), kind="text"),
            Parameter(id="deputy", label=Phrase("catalogue-away-deputy"), kind="account", required=False),
        ),
        form="away",
    ),
    CommandEntry(id="back", name=Bilingual("back", "retour"), help=Phrase("catalogue-back"), level=Level.HELPER),
    CommandEntry(
        id="oncall", name=Bilingual("oncall", "astreinte"), help=Phrase("catalogue-oncall"), level=Level.HELPER
    ),
)
MENUS: tuple[MenuEntry, ...] = ()
ACTIONS: tuple[ActionEntry, ...] = (
    ActionEntry(id="team-queue", level=Level.HELPER, command="queue"),
    ActionEntry(id="oncall-set", level=Level.SENIOR, form="oncall"),
    ActionEntry(id="raid-take", level=Level.HELPER),
    ActionEntry(id="raid-hold", level=Level.MODERATOR),
    ActionEntry(id="raid-hold-sure", level=Level.MODERATOR),
    ActionEntry(id="raid-invites", level=Level.MODERATOR),
    ActionEntry(id="raid-invites-sure", level=Level.MODERATOR),
    ActionEntry(id="raid-slow", level=Level.MODERATOR, form="raid-slow"),
    ActionEntry(id="raid-undo", level=Level.MODERATOR),
    ActionEntry(id="raid-undo-sure", level=Level.MODERATOR),
    ActionEntry(id="setup-hours", level=Level.OWNER, form="setup-hours"),
    ActionEntry(id="setup-fairness", level=Level.OWNER, form="setup-fairness"),
)

_YES_NO = (("yes", Phrase("catalogue-form-yes")), ("no", Phrase("catalogue-form-no")))

AWAY = Form(
    id="away",
    title=Phrase("catalogue-form-away"),
    intro=Phrase("catalogue-form-away-intro"),
    questions=(
        Question(
            id="until", label=Phrase("catalogue-form-away-until"), hint=Phrase("catalogue-form-away-hint"), most=40
        ),
        Question(id="deputy", label=Phrase("catalogue-form-away-deputy"), kind="account", required=False),
    ),
)

ON_CALL = Form(
    id="oncall",
    title=Phrase("catalogue-form-oncall"),
    intro=Phrase("catalogue-form-oncall-intro"),
    questions=tuple(
        Question(
            id=place,
            label=Phrase("catalogue-form-oncall-place", (("number", number),)),
            kind="account",
            required=False,
        )
        for number, place in enumerate(("first", "second", "third", "fourth", "fifth"), 1)
    ),
)

RAID_SLOW = Form(
    id="raid-slow",
    title=Phrase("catalogue-form-slow"),
    intro=Phrase("catalogue-form-slow-intro"),
    questions=(
        Question(id="channel", label=Phrase("catalogue-form-slow-channel"), kind="channel"),
        Question(
            id="pace",
            label=Phrase("catalogue-form-slow-pace"),
            kind="choice",
            choices=tuple(
                (pace, Phrase("catalogue-form-slow-how", (("pace", pace),))) for pace in ("ten", "minute", "five")
            ),
        ),
    ),
)

SETUP_HOURS = Form(
    id="setup-hours",
    title=Phrase("catalogue-form-hours"),
    intro=Phrase("catalogue-form-hours-intro"),
    questions=(
        Question(
            id="days",
            label=Phrase("catalogue-form-hours-days"),
            hint=Phrase("catalogue-form-hours-days-hint"),
            most=100,
            required=False,
        ),
        Question(
            id="opens",
            label=Phrase("catalogue-form-hours-opens"),
            hint=Phrase("catalogue-form-hours-opens-hint"),
            most=10,
            required=False,
        ),
        Question(
            id="closes",
            label=Phrase("catalogue-form-hours-closes"),
            hint=Phrase("catalogue-form-hours-opens-hint"),
            most=10,
            required=False,
        ),
        Question(
            id="off",
            label=Phrase("catalogue-form-hours-off"),
            kind="paragraph",
            hint=Phrase("catalogue-form-hours-off-hint"),
            required=False,
        ),
    ),
)

SETUP_FAIRNESS = Form(
    id="setup-fairness",
    title=Phrase("catalogue-form-fairness"),
    intro=Phrase("catalogue-form-fairness-intro"),
    questions=(
        Question(
            id="days",
            label=Phrase("catalogue-form-fairness-days"),
            hint=Phrase("catalogue-form-fairness-days-hint"),
            most=4,
        ),
        Question(
            id="help",
            label=Phrase("catalogue-form-fairness-help"),
            kind="paragraph",
            hint=Phrase("catalogue-form-fairness-help-hint"),
            required=False,
        ),
        Question(id="two", label=Phrase("catalogue-form-fairness-two"), kind="choice", choices=_YES_NO),
        Question(id="named", label=Phrase("catalogue-form-fairness-named"), kind="choice", choices=_YES_NO),
    ),
)

FORMS: tuple[FormEntry, ...] = (
    FormEntry(form=AWAY, level=Level.HELPER),
    FormEntry(form=ON_CALL, level=Level.SENIOR),
    FormEntry(form=RAID_SLOW, level=Level.MODERATOR),
    FormEntry(form=SETUP_HOURS, level=Level.OWNER),
    FormEntry(form=SETUP_FAIRNESS, level=Level.OWNER),
)
