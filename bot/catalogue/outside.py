"""What is asked of somebody outside the team."""

from bot.catalogue.entries import ActionEntry, CommandEntry, FormEntry, MenuEntry, Parameter
from bot.commands import Level
from bot.views import Bilingual, Form, Phrase, Question

_RESULTS = tuple(
    (one, Phrase("catalogue-outside-result", (("result", one),)))
    for one in ("words", "uphold", "overturn", "nothing", "measure")
)

COMMANDS: tuple[CommandEntry, ...] = (
    CommandEntry(
        id="case answer",
        name=Bilingual("case answer", "dossier réponse"),
        help=Phrase("catalogue-outside-answer"),
        level=Level.MODERATOR,
        parameters=(
            Parameter(id="case", label=Phrase("catalogue-outside-case")),
            Parameter(id="result", label=Phrase("catalogue-outside-said"), kind="choice", choices=_RESULTS),
            Parameter(id="text", label=Phrase("catalogue-outside-text"), kind="text"),
        ),
    ),
)
MENUS: tuple[MenuEntry, ...] = ()
ACTIONS: tuple[ActionEntry, ...] = (
    ActionEntry(id="case-refer", level=Level.MODERATOR, form="case-refer"),
    ActionEntry(id="case-outside-answer", level=Level.MODERATOR, form="case-outside-answer"),
)
REFER = Form(
    id="case-refer",
    title=Phrase("catalogue-form-refer"),
    intro=Phrase("catalogue-form-refer-intro"),
    questions=(
        Question(id="text", label=Phrase("catalogue-form-refer-text"), kind="paragraph", most=1500),
        Question(
            id="contact",
            label=Phrase("catalogue-form-refer-contact"),
            hint=Phrase("catalogue-form-refer-contact-hint"),
            required=False,
            most=31,
        ),
    ),
    submit=Phrase("catalogue-form-refer-submit"),
)
ANSWER = Form(
    id="case-outside-answer",
    title=Phrase("catalogue-form-outside"),
    intro=Phrase("catalogue-form-outside-intro"),
    questions=(
        Question(id="text", label=Phrase("catalogue-form-outside-text"), kind="paragraph", most=3000),
        Question(
            id="result",
            label=Phrase("catalogue-form-outside-result"),
            kind="choice",
            required=False,
            choices=_RESULTS,
        ),
    ),
    submit=Phrase("catalogue-form-outside-submit"),
)
FORMS: tuple[FormEntry, ...] = tuple(FormEntry(form=one, level=Level.MODERATOR) for one in (REFER, ANSWER))
