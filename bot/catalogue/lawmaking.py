"""Policies made together."""

from bot.catalogue.entries import ActionEntry, CommandEntry, FormEntry, MenuEntry, Parameter
from bot.commands import Level
from bot.views import Bilingual, Form, Phrase, Question

_MODES = tuple((mode, Phrase("catalogue-proposal-mode", (("mode", mode),))) for mode in ("enforce", "shadow", "off"))
_THEN = ("alert", "remind", "remove", "trial-alert", "trial-remind", "trial-remove")
_WHY = Question(id="why", label=Phrase("catalogue-proposal-why"), kind="paragraph", most=600)
_REASON = Question(
    id="why", label=Phrase("catalogue-proposal-reason"), kind="paragraph", hint=Phrase("catalogue-proposal-read-by-all")
)

COMMANDS: tuple[CommandEntry, ...] = (
    CommandEntry(
        id="policy propose",
        name=Bilingual("policy propose", "règles proposer"),
        help=Phrase("catalogue-policy-propose"),
        form="proposal-new",
    ),
    CommandEntry(
        id="policy propose-mode",
        name=Bilingual("policy propose-mode", "règles proposer-mode"),
        help=Phrase("catalogue-policy-propose-mode"),
        parameters=(
            Parameter(id="policy", label=Phrase("catalogue-policy-id"), kind="policy"),
            Parameter(id="mode", label=Phrase("catalogue-proposal-how-far"), kind="choice", choices=_MODES),
            Parameter(id="why", label=Phrase("catalogue-proposal-why"), kind="text"),
        ),
        form="proposal-mode",
    ),
    CommandEntry(
        id="policy rules", name=Bilingual("policy rules", "règles décider"), help=Phrase("catalogue-policy-rules")
    ),
    CommandEntry(
        id="decisions",
        name=Bilingual("decisions", "décisions"),
        help=Phrase("catalogue-decisions"),
        parameters=(Parameter(id="page", label=Phrase("catalogue-decisions-page"), required=False),),
    ),
)
MENUS: tuple[MenuEntry, ...] = ()
ACTIONS: tuple[ActionEntry, ...] = (
    ActionEntry(id="proposal-show"),
    ActionEntry(id="proposal-vote"),
    ActionEntry(id="proposal-withdraw"),
    ActionEntry(id="proposal-again", form="proposal-new"),
    ActionEntry(id="proposal-rules", form="proposal-rules"),
    ActionEntry(id="proposal-open", level=Level.SENIOR),
    ActionEntry(id="proposal-adopt", level=Level.SENIOR, form="proposal-adopt"),
    ActionEntry(id="proposal-reject", level=Level.SENIOR, form="proposal-reject"),
    ActionEntry(id="proposal-veto", level=Level.SENIOR, form="proposal-veto"),
    ActionEntry(id="proposal-who", level=Level.OWNER, form="proposal-who"),
    ActionEntry(id="proposal-first-rules", level=Level.OWNER, form="proposal-first-rules"),
    ActionEntry(id="decisions-page", command="decisions"),
)

NEW = Form(
    id="proposal-new",
    title=Phrase("catalogue-form-proposal"),
    intro=Phrase("catalogue-form-proposal-intro"),
    questions=(
        Question(id="title", label=Phrase("catalogue-form-policy-title"), most=60),
        Question(
            id="words",
            label=Phrase("catalogue-form-policy-words"),
            kind="paragraph",
            hint=Phrase("catalogue-form-policy-words-hint"),
        ),
        Question(
            id="then",
            label=Phrase("catalogue-form-policy-then"),
            kind="choice",
            choices=tuple((then, Phrase("catalogue-proposal-then", (("then", then),))) for then in _THEN),
        ),
        Question(
            id="why",
            label=Phrase("catalogue-proposal-why"),
            kind="paragraph",
            hint=Phrase("catalogue-proposal-why-hint"),
            most=300,
        ),
        Question(
            id="spare",
            label=Phrase("catalogue-proposal-spare"),
            kind="paragraph",
            hint=Phrase("catalogue-proposal-spare-hint"),
            required=False,
        ),
    ),
    submit=Phrase("catalogue-form-proposal-submit"),
)
MODE = Form(
    id="proposal-mode",
    title=Phrase("catalogue-form-proposal-mode"),
    questions=(
        Question(id="policy", label=Phrase("catalogue-policy-id"), hint=Phrase("catalogue-proposal-policy-hint")),
        Question(id="mode", label=Phrase("catalogue-proposal-how-far"), kind="choice", choices=_MODES),
        _WHY,
    ),
    submit=Phrase("catalogue-form-proposal-submit"),
)
_NUMBERS = (
    Question(id="days", label=Phrase("catalogue-proposal-days"), hint=Phrase("catalogue-proposal-days-hint"), most=30),
    Question(
        id="percents",
        label=Phrase("catalogue-proposal-percents"),
        hint=Phrase("catalogue-proposal-percents-hint"),
        most=30,
    ),
)
RULES = Form(
    id="proposal-rules",
    title=Phrase("catalogue-form-proposal-rules"),
    questions=(*_NUMBERS, _WHY),
    submit=Phrase("catalogue-form-proposal-submit"),
)
FIRST_RULES = Form(id="proposal-first-rules", title=Phrase("catalogue-form-proposal-rules"), questions=_NUMBERS)
WHO = Form(
    id="proposal-who",
    title=Phrase("catalogue-form-proposal-who"),
    questions=(
        Question(
            id="who",
            label=Phrase("catalogue-proposal-who"),
            kind="choice",
            choices=tuple(
                (who, Phrase("catalogue-proposal-who-choice", (("who", who),)))
                for who in ("off", "managers", "members")
            ),
        ),
    ),
)


def _reasoned(form: str) -> Form:
    return Form(id=form, title=Phrase("catalogue-form-proposal-reason", (("form", form),)), questions=(_REASON,))


FORMS: tuple[FormEntry, ...] = (
    FormEntry(form=NEW),
    FormEntry(form=MODE),
    FormEntry(form=RULES),
    FormEntry(form=FIRST_RULES, level=Level.OWNER),
    FormEntry(form=WHO, level=Level.OWNER),
    FormEntry(form=_reasoned("proposal-adopt"), level=Level.SENIOR),
    FormEntry(form=_reasoned("proposal-reject"), level=Level.SENIOR),
    FormEntry(form=_reasoned("proposal-veto"), level=Level.SENIOR),
)
