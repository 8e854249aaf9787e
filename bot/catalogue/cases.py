"""Cases as the team works on them, and the doors that lead there."""

from bot.catalogue.entries import ActionEntry, CommandEntry, FormEntry, MenuEntry, Parameter
from bot.commands import Level
from bot.views import Bilingual, Form, Phrase, Question, Text

_CASE = Parameter(id="case", label=Phrase("catalogue-case-number"))
_TEXT = Parameter(id="text", label=Phrase("catalogue-case-text"), kind="text")
_WHY = Parameter(id="text", label=Phrase("catalogue-case-why"), kind="text", required=False)

MEASURES = (
    "nothing",
    "remind",
    "warn",
    "timeout-1h",
    "timeout-1d",
    "timeout-7d",
    "quarantine",
    "channel",
    "kick",
    "ban-30d",
    "ban",
)
"""What can be chosen where something is decided; `nothing` leaves it at the words, or at the message."""
HOURS = (12, 24, 72)
"""For how long something can hold before anything is decided."""
RESTRAINTS = ("no_contact", "timeout", "quarantine")
"""What can hold meanwhile; `no_contact` asks the two to leave each other alone."""

COMMANDS: tuple[CommandEntry, ...] = (
    CommandEntry(
        id="report",
        name=Bilingual("report", "signaler"),
        help=Phrase("catalogue-report"),
        parameters=(
            Parameter(id="account", label=Phrase("catalogue-report-account"), kind="account"),
            Parameter(id="reason", label=Phrase("catalogue-report-reason"), kind="text"),
        ),
        form="report",
    ),
    CommandEntry(
        id="dispute",
        name=Bilingual("dispute", "conflit"),
        help=Phrase("catalogue-dispute"),
        parameters=(
            Parameter(id="account", label=Phrase("catalogue-dispute-account"), kind="account"),
            Parameter(id="happened", label=Phrase("catalogue-dispute-happened"), kind="text"),
        ),
        form="dispute",
    ),
    CommandEntry(
        id="managers",
        name=Bilingual("managers", "contact"),
        help=Phrase("catalogue-managers"),
        parameters=(Parameter(id="text", label=Phrase("catalogue-managers-text"), kind="text"),),
        form="managers",
    ),
    CommandEntry(
        id="case list",
        name=Bilingual("case list", "dossier liste"),
        help=Phrase("catalogue-case-list"),
        level=Level.HELPER,
        parameters=(
            Parameter(
                id="which",
                label=Phrase("catalogue-case-which"),
                kind="choice",
                required=False,
                choices=tuple((one, Phrase("catalogue-case-which-one", (("which", one),))) for one in ("all", "mine")),
            ),
        ),
    ),
    CommandEntry(
        id="case show",
        name=Bilingual("case show", "dossier voir"),
        help=Phrase("catalogue-case-show"),
        level=Level.HELPER,
        parameters=(_CASE,),
    ),
    CommandEntry(
        id="case claim",
        name=Bilingual("case claim", "dossier prendre"),
        help=Phrase("catalogue-case-claim"),
        level=Level.HELPER,
        parameters=(_CASE,),
    ),
    CommandEntry(
        id="case note",
        name=Bilingual("case note", "dossier noter"),
        help=Phrase("catalogue-case-note"),
        level=Level.HELPER,
        parameters=(_CASE, _TEXT),
    ),
    CommandEntry(
        id="case ask",
        name=Bilingual("case ask", "dossier demander"),
        help=Phrase("catalogue-case-ask"),
        level=Level.HELPER,
        parameters=(_CASE, _TEXT),
    ),
    CommandEntry(
        id="case assign",
        name=Bilingual("case assign", "dossier confier"),
        help=Phrase("catalogue-case-assign"),
        level=Level.MODERATOR,
        parameters=(_CASE, Parameter(id="account", label=Phrase("catalogue-case-whom"), kind="account")),
    ),
    CommandEntry(
        id="case close",
        name=Bilingual("case close", "dossier clore"),
        help=Phrase("catalogue-case-close"),
        level=Level.MODERATOR,
        parameters=(_CASE, _WHY),
    ),
    CommandEntry(
        id="case escalate",
        name=Bilingual("case escalate", "dossier transmettre"),
        help=Phrase("catalogue-case-escalate"),
        level=Level.HELPER,
        parameters=(_CASE, _WHY),
    ),
    CommandEntry(
        id="case merge",
        name=Bilingual("case merge", "dossier joindre"),
        help=Phrase("catalogue-case-merge"),
        level=Level.MODERATOR,
        parameters=(_CASE, Parameter(id="into", label=Phrase("catalogue-case-into"))),
    ),
    CommandEntry(
        id="case link",
        name=Bilingual("case link", "dossier relier"),
        help=Phrase("catalogue-case-link"),
        level=Level.HELPER,
        parameters=(_CASE, Parameter(id="to", label=Phrase("catalogue-case-to"))),
    ),
    CommandEntry(
        id="case reopen",
        name=Bilingual("case reopen", "dossier rouvrir"),
        help=Phrase("catalogue-case-reopen"),
        level=Level.MODERATOR,
        parameters=(_CASE, Parameter(id="text", label=Phrase("catalogue-case-new"), kind="text")),
    ),
    CommandEntry(
        id="case export",
        name=Bilingual("case export", "dossier exporter"),
        help=Phrase("catalogue-case-export"),
        level=Level.OWNER,
        parameters=(_CASE,),
    ),
    CommandEntry(
        id="history",
        name=Bilingual("history", "historique"),
        help=Phrase("catalogue-history"),
        level=Level.HELPER,
        parameters=(Parameter(id="account", label=Phrase("catalogue-history-whom"), kind="account"),),
    ),
)

MENUS: tuple[MenuEntry, ...] = (
    MenuEntry(id="report", label=Phrase("catalogue-menu-report"), form="report"),
    MenuEntry(id="dispute", label=Phrase("catalogue-menu-dispute"), form="dispute"),
)

ACTIONS: tuple[ActionEntry, ...] = (
    ActionEntry(id="case-claim", level=Level.HELPER),
    ActionEntry(id="case-release", level=Level.HELPER),
    ActionEntry(id="case-show", level=Level.HELPER),
    ActionEntry(id="case-evidence", level=Level.HELPER),
    ActionEntry(id="case-settle", level=Level.MODERATOR),
    ActionEntry(id="case-note", level=Level.HELPER, form="case-note"),
    ActionEntry(id="case-ask", level=Level.HELPER, form="case-ask"),
    ActionEntry(id="case-mediate", level=Level.MODERATOR),
    ActionEntry(id="case-decide", level=Level.MODERATOR, form="case-decide"),
    ActionEntry(id="case-dismiss", level=Level.MODERATOR, form="case-dismiss"),
    ActionEntry(id="case-agree", level=Level.SENIOR),
    ActionEntry(id="case-object", level=Level.MODERATOR),
    ActionEntry(id="case-escalate", level=Level.HELPER, form="case-escalate"),
    ActionEntry(id="case-assign", level=Level.MODERATOR, form="case-assign"),
    ActionEntry(id="case-merge", level=Level.MODERATOR, form="case-merge"),
    ActionEntry(id="case-restrain", level=Level.MODERATOR, form="case-restrain"),
    ActionEntry(id="case-lift", level=Level.MODERATOR),
    ActionEntry(id="case-empanel", level=Level.MODERATOR),
    ActionEntry(id="case-reopen", level=Level.MODERATOR, form="case-reopen"),
    ActionEntry(id="case-refuse", level=Level.MODERATOR, form="case-refuse"),
    ActionEntry(id="report-take", level=Level.HELPER),
    ActionEntry(id="report-remove", level=Level.MODERATOR),
    ActionEntry(id="report-ask", level=Level.MODERATOR),
    ActionEntry(id="report-close", level=Level.HELPER),
)


def _concerns(*names: str) -> tuple[tuple[str, Text], ...]:
    return tuple((name, Phrase("catalogue-concern", (("concern", name),))) for name in names)


def _words(name: str, *, required: bool = True, hint: bool = False) -> Question:
    """Room for somebody's own words."""
    return Question(
        id="text",
        label=Phrase(f"catalogue-form-{name}-text"),
        kind="paragraph",
        hint=Phrase(f"catalogue-form-{name}-hint") if hint else None,
        required=required,
        most=1500,
    )


def _form(name: str, *questions: Question) -> Form:
    return Form(
        id=f"case-{name}",
        title=Phrase(f"catalogue-form-{name}"),
        intro=Phrase(f"catalogue-form-{name}-intro"),
        questions=questions,
        submit=Phrase("catalogue-form-case-submit"),
    )


REPORT = Form(
    id="report",
    title=Phrase("catalogue-form-report"),
    intro=Phrase("catalogue-form-report-intro"),
    questions=(
        Question(
            id="what",
            label=Phrase("catalogue-form-report-what"),
            kind="choice",
            choices=_concerns("hurt", "spam", "danger", "harassment", "threat", "sexual", "minor", "other"),
        ),
        Question(id="account", label=Phrase("catalogue-form-report-account"), kind="account", required=False),
        Question(
            id="reason",
            label=Phrase("catalogue-form-report-reason"),
            kind="paragraph",
            hint=Phrase("catalogue-form-report-hint"),
            required=False,
        ),
        Question(
            id="links",
            label=Phrase("catalogue-form-report-links"),
            hint=Phrase("catalogue-form-report-links-hint"),
            required=False,
            most=500,
        ),
    ),
    submit=Phrase("catalogue-form-report-submit"),
)
DISPUTE = Form(
    id="dispute",
    title=Phrase("catalogue-form-dispute"),
    intro=Phrase("catalogue-form-dispute-intro"),
    questions=(
        Question(id="account", label=Phrase("catalogue-form-dispute-account"), kind="account", required=False),
        Question(
            id="what",
            label=Phrase("catalogue-form-dispute-what"),
            kind="choice",
            choices=_concerns("hurt", "harassment", "threat", "sexual", "minor", "danger", "other"),
        ),
        Question(id="happened", label=Phrase("catalogue-form-dispute-happened"), kind="paragraph", most=1500),
        Question(id="wish", label=Phrase("catalogue-form-dispute-wish"), kind="paragraph", required=False, most=1000),
    ),
    submit=Phrase("catalogue-form-dispute-submit"),
)
MANAGERS = Form(
    id="managers",
    title=Phrase("catalogue-form-managers"),
    intro=Phrase("catalogue-form-managers-intro"),
    questions=(_words("managers", hint=True),),
    submit=Phrase("catalogue-form-managers-submit"),
)
NOTE = _form("note", _words("note"))
ASK = _form("ask", _words("ask"))
DISMISS = _form("dismiss", _words("dismiss", required=False))
ESCALATE = _form("escalate", _words("escalate", required=False))
ASSIGN = _form("assign", Question(id="account", label=Phrase("catalogue-form-assign-account"), kind="account"))
REOPEN = _form("reopen", _words("reopen"))
REFUSE = _form("refuse", _words("refuse"))
MERGE = _form("merge", Question(id="into", label=Phrase("catalogue-form-merge-into"), most=20))
DECIDE = _form(
    "decide",
    Question(
        id="measure",
        label=Phrase("catalogue-form-decide-measure"),
        kind="choice",
        choices=tuple((one, Phrase("catalogue-measure", (("measure", one),))) for one in MEASURES),
    ),
    Question(
        id="message",
        label=Phrase("catalogue-form-decide-message"),
        kind="choice",
        required=False,
        choices=tuple(
            (one, Phrase("catalogue-form-decide-message-one", (("message", one),))) for one in ("stays", "goes")
        ),
    ),
    Question(
        id="policy",
        label=Phrase("catalogue-form-decide-policy"),
        hint=Phrase("catalogue-form-decide-policy-hint"),
        required=False,
        most=100,
    ),
    _words("decide", hint=True),
)
RESTRAIN = _form(
    "restrain",
    Question(
        id="what",
        label=Phrase("catalogue-form-restrain-what"),
        kind="choice",
        choices=tuple((one, Phrase("catalogue-restraint", (("what", one),))) for one in RESTRAINTS),
    ),
    Question(
        id="hours",
        label=Phrase("catalogue-form-restrain-hours"),
        kind="choice",
        choices=tuple((str(one), Phrase("catalogue-hours", (("hours", one),))) for one in HOURS),
    ),
    _words("restrain"),
)

FORMS: tuple[FormEntry, ...] = (
    *(FormEntry(form=one) for one in (REPORT, DISPUTE, MANAGERS)),
    *(FormEntry(form=one, level=Level.HELPER) for one in (NOTE, ASK, ESCALATE)),
    *(FormEntry(form=one, level=Level.MODERATOR) for one in (DECIDE, DISMISS, MERGE, ASSIGN, RESTRAIN, REOPEN, REFUSE)),
)
