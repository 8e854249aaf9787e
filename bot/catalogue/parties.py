"""What those between whom something is can do about it, and those who are asked to decide."""

from bot.catalogue.entries import ActionEntry, CommandEntry, FormEntry, MenuEntry, Parameter
from bot.commands import Level
from bot.views import Bilingual, Form, Phrase, Question

_MOST = 1500
"""What somebody writes is read as a whole within one message, whoever reads it."""

COMMANDS: tuple[CommandEntry, ...] = (
    CommandEntry(
        id="situation",
        name=Bilingual("situation", "situation"),
        help=Phrase("catalogue-situation"),
        parameters=(Parameter(id="case", label=Phrase("catalogue-situation-number"), required=False),),
    ),
    CommandEntry(
        id="circle join", name=Bilingual("circle join", "cercle rejoindre"), help=Phrase("catalogue-circle-join")
    ),
    CommandEntry(
        id="circle leave", name=Bilingual("circle leave", "cercle quitter"), help=Phrase("catalogue-circle-leave")
    ),
    CommandEntry(id="circle how", name=Bilingual("circle how", "cercle comment"), help=Phrase("catalogue-circle-how")),
)
MENUS: tuple[MenuEntry, ...] = ()

ACTIONS: tuple[ActionEntry, ...] = (
    ActionEntry(id="situation"),
    ActionEntry(id="circle-join", command="circle join"),
    ActionEntry(id="circle-leave", command="circle leave"),
    ActionEntry(id="party-consent"),
    ActionEntry(id="party-decline"),
    ActionEntry(id="party-offer", form="party-offer"),
    ActionEntry(id="party-agree"),
    ActionEntry(id="party-leave"),
    ActionEntry(id="party-share"),
    ActionEntry(id="party-answer", form="party-answer"),
    ActionEntry(id="party-done"),
    ActionEntry(id="party-breach", form="party-breach"),
    ActionEntry(id="party-higher", form="party-higher"),
    ActionEntry(id="case-appeal", form="appeal"),
    ActionEntry(id="party-waive", form="party-waive"),
    ActionEntry(id="party-withdraw", form="party-withdraw"),
    ActionEntry(id="party-survey", form="party-survey"),
    ActionEntry(id="party-request", form="party-request"),
    ActionEntry(id="mediator-carry", level=Level.HELPER, form="mediator-carry"),
    ActionEntry(id="circle-seat"),
    ActionEntry(id="circle-decline"),
    ActionEntry(id="circle-challenge"),
    ActionEntry(id="ballot"),
    ActionEntry(id="ballot-retract"),
    ActionEntry(id="appeal-take", level=Level.MODERATOR),
    ActionEntry(id="appeal-uphold", level=Level.MODERATOR, form="appeal-uphold"),
    ActionEntry(id="appeal-soften", level=Level.MODERATOR, form="appeal-soften"),
    ActionEntry(id="appeal-overturn", level=Level.MODERATOR, form="appeal-overturn"),
    ActionEntry(id="appeal-remit", level=Level.MODERATOR, form="appeal-remit"),
    ActionEntry(id="case-recuse", level=Level.HELPER),
)


def _words(form: str, question: str = "text", hint: str | None = None) -> Question:
    """Room for somebody's own words."""
    return Question(
        id="text",
        label=Phrase(f"catalogue-form-{form}-{question}"),
        kind="paragraph",
        hint=Phrase(hint) if hint else None,
        most=_MOST,
    )


def _form(id: str, name: str, *questions: Question) -> Form:  # noqa: A002 - what forms call it
    return Form(
        id=id,
        title=Phrase(f"catalogue-form-{name}"),
        intro=Phrase(f"catalogue-form-{name}-intro"),
        questions=questions,
        submit=Phrase("catalogue-form-send"),
    )


def _sure(name: str) -> Question:
    """Whether somebody means what cannot be taken back."""
    return Question(
        id="sure",
        label=Phrase(f"catalogue-form-{name}-sure"),
        kind="choice",
        choices=(("no", Phrase("catalogue-form-sure-no")), ("yes", Phrase(f"catalogue-form-{name}-yes"))),
    )


def _how_it_was(id: str) -> Question:  # noqa: A002 - what questions call it
    return Question(
        id=id,
        label=Phrase(f"catalogue-form-survey-{id}"),
        kind="choice",
        choices=tuple((one, Phrase(f"catalogue-form-survey-{one}")) for one in ("yes", "partly", "no")),
    )


OFFER = _form("party-offer", "offer", _words("offer", hint="catalogue-form-offer-hint"))
ANSWER = _form("party-answer", "answer", _words("answer"))
BREACH = _form("party-breach", "breach", _words("breach"))
HIGHER = _form("party-higher", "higher", _words("higher"))
APPEAL = _form("appeal", "appeal", _words("appeal", hint="catalogue-form-appeal-hint"))
WAIVE = _form("party-waive", "waive", _sure("waive"))
WITHDRAW = _form("party-withdraw", "withdraw", _sure("withdraw"))
SURVEY = _form("party-survey", "survey", _how_it_was("fair"), _how_it_was("clear"))
REQUEST = _form("party-request", "request", _words("request"))
CARRY = _form(
    "mediator-carry",
    "carry",
    Question(
        id="to",
        label=Phrase("catalogue-form-carry-to"),
        kind="choice",
        choices=(
            ("opener", Phrase("catalogue-form-carry-opener")),
            ("respondent", Phrase("catalogue-form-carry-respondent")),
        ),
    ),
    _words("carry"),
)
UPHOLD = _form("appeal-uphold", "uphold", _words("afresh", "reasons"))
SOFTEN = _form(
    "appeal-soften",
    "soften",
    Question(
        id="what",
        label=Phrase("catalogue-form-soften-what"),
        kind="choice",
        choices=tuple(
            (one, Phrase("catalogue-form-soften-left", (("what", one),)))
            for one in ("remind", "warn", "timeout-1h", "timeout-1d", "timeout-3d", "timeout-7d", "ban-30d")
        ),
    ),
    _words("afresh", "reasons"),
)
OVERTURN = _form("appeal-overturn", "overturn", _words("afresh", "reasons"))
REMIT = _form("appeal-remit", "remit", _words("afresh", "reasons"))

FORMS: tuple[FormEntry, ...] = (
    *(FormEntry(form=one) for one in (OFFER, ANSWER, BREACH, HIGHER, APPEAL, WAIVE, WITHDRAW, SURVEY, REQUEST)),
    FormEntry(form=CARRY, level=Level.HELPER),
    *(FormEntry(form=one, level=Level.MODERATOR) for one in (UPHOLD, SOFTEN, OVERTURN, REMIT)),
)
