"""Everything that people can ask for, entry by entry; the words stand in `bot/locales/*/catalogue.ftl`."""

from bot.catalogue import cases, insights, lawmaking, measures, outside, parties, team
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.entries import ActionEntry, CommandEntry, FormEntry, MenuEntry, Parameter
from bot.commands import Level
from bot.views import Bilingual, Form, Phrase, Question

_LANGUAGES = (("en", Phrase("catalogue-english")), ("fr", Phrase("catalogue-french")))

COMMANDS = (
    CommandEntry(
        id="help",
        name=Bilingual("help", "aide"),
        help=Phrase("catalogue-help"),
        parameters=(Parameter(id="command", label=Phrase("catalogue-help-command"), kind="text", required=False),),
    ),
    CommandEntry(id="policy list", name=Bilingual("policy list", "règles liste"), help=Phrase("catalogue-policy-list")),
    CommandEntry(
        id="policy show",
        name=Bilingual("policy show", "règles voir"),
        help=Phrase("catalogue-policy-show"),
        parameters=(Parameter(id="policy", label=Phrase("catalogue-policy-id"), kind="policy"),),
    ),
    CommandEntry(
        id="policy explain",
        name=Bilingual("policy explain", "règles expliquer"),
        help=Phrase("catalogue-policy-explain"),
        level=Level.HELPER,
        parameters=(Parameter(id="text", label=Phrase("catalogue-policy-text"), kind="text"),),
    ),
    CommandEntry(
        id="policy new",
        name=Bilingual("policy new", "règles nouvelle"),
        help=Phrase("catalogue-policy-new"),
        level=Level.SENIOR,
        form="policy-new",
    ),
    CommandEntry(
        id="privacy show", name=Bilingual("privacy show", "données voir"), help=Phrase("catalogue-privacy-show")
    ),
    CommandEntry(
        id="privacy export",
        name=Bilingual("privacy export", "données exporter"),
        help=Phrase("catalogue-privacy-export"),
    ),
    CommandEntry(
        id="privacy forget",
        name=Bilingual("privacy forget", "données oublier"),
        help=Phrase("catalogue-privacy-forget"),
        form="privacy-forget",
    ),
    CommandEntry(
        id="language",
        name=Bilingual("language", "langue"),
        help=Phrase("catalogue-language"),
        parameters=(
            Parameter(
                id="language",
                label=Phrase("catalogue-language-which"),
                kind="choice",
                choices=(*_LANGUAGES, ("auto", Phrase("catalogue-language-auto"))),
            ),
        ),
    ),
    CommandEntry(
        id="link",
        name=Bilingual("link", "relier"),
        help=Phrase("catalogue-link"),
        parameters=(Parameter(id="code", label=Phrase("catalogue-link-code"), required=False),),
    ),
    CommandEntry(id="unlink", name=Bilingual("unlink", "délier"), help=Phrase("catalogue-unlink")),
    CommandEntry(id="setup", name=Bilingual("setup", "installer"), help=Phrase("catalogue-setup"), level=Level.OWNER),
    CommandEntry(
        id="settings", name=Bilingual("settings", "réglages"), help=Phrase("catalogue-settings"), level=Level.SENIOR
    ),
    CommandEntry(
        id="pause",
        name=Bilingual("pause", "suspendre"),
        help=Phrase("catalogue-pause"),
        level=Level.MODERATOR,
        parameters=(Parameter(id="policy", label=Phrase("catalogue-pause-what"), kind="policy", required=False),),
    ),
    CommandEntry(
        id="resume",
        name=Bilingual("resume", "reprendre"),
        help=Phrase("catalogue-resume"),
        level=Level.MODERATOR,
        parameters=(Parameter(id="policy", label=Phrase("catalogue-pause-what"), kind="policy", required=False),),
    ),
)

MENUS = (MenuEntry(id="explain", label=Phrase("catalogue-menu-explain")),)

ACTIONS = (
    ActionEntry(id="incident-right", level=Level.MODERATOR),
    ActionEntry(id="incident-undo", level=Level.MODERATOR),
    ActionEntry(id="incident-talk", level=Level.HELPER),
    ActionEntry(id="incident-ask"),
    ActionEntry(id="policy-enforce", level=Level.SENIOR),
    ActionEntry(id="policy-shadow", level=Level.SENIOR),
    ActionEntry(id="policy-off", level=Level.SENIOR),
    ActionEntry(id="resume", level=Level.MODERATOR),
    ActionEntry(id="setup-voice", level=Level.OWNER, form="setup-voice"),
    ActionEntry(id="setup-team", level=Level.OWNER, form="setup-team"),
    ActionEntry(id="setup-person", level=Level.OWNER, form="setup-person"),
    ActionEntry(id="setup-channel", level=Level.OWNER, form="setup-channel"),
    ActionEntry(id="setup-watch", level=Level.OWNER, form="setup-watch"),
    ActionEntry(id="watch", level=Level.OWNER),
    ActionEntry(id="setup-begin", level=Level.OWNER, form="setup-begin"),
    ActionEntry(id="announcement-post", level=Level.OWNER),
    ActionEntry(id="home-policies", command="policy list"),
    ActionEntry(id="home-privacy", command="privacy show"),
    ActionEntry(id="home-export", command="privacy export"),
    ActionEntry(id="home-language", command="language"),
    ActionEntry(id="home-report", form="report"),
    ActionEntry(id="home-forget", form="privacy-forget"),
)

POLICY_NEW = Form(
    id="policy-new",
    title=Phrase("catalogue-form-policy"),
    intro=Phrase("catalogue-form-policy-intro"),
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
            choices=(
                ("alert", Phrase("catalogue-form-policy-alert")),
                ("remind", Phrase("catalogue-form-policy-remind")),
                ("remove", Phrase("catalogue-form-policy-remove")),
            ),
        ),
        Question(id="why_en", label=Phrase("catalogue-form-policy-why-en"), most=300, required=False),
        Question(id="why_fr", label=Phrase("catalogue-form-policy-why-fr"), most=300, required=False),
    ),
    submit=Phrase("catalogue-form-policy-submit"),
)

FORGET = Form(
    id="privacy-forget",
    title=Phrase("catalogue-form-forget"),
    intro=Phrase("catalogue-form-forget-intro"),
    questions=(
        Question(
            id="sure",
            label=Phrase("catalogue-form-forget-sure"),
            kind="choice",
            choices=(("no", Phrase("catalogue-form-forget-no")), ("yes", Phrase("catalogue-form-forget-yes"))),
        ),
    ),
    submit=Phrase("catalogue-form-forget-submit"),
)

SETUP_VOICE = Form(
    id="setup-voice",
    title=Phrase("catalogue-form-voice"),
    questions=(
        Question(id="locale", label=Phrase("catalogue-form-voice-locale"), kind="choice", choices=_LANGUAGES),
        Question(
            id="address",
            label=Phrase("catalogue-form-voice-address"),
            kind="choice",
            choices=(("tu", Phrase("catalogue-form-voice-tu")), ("vous", Phrase("catalogue-form-voice-vous"))),
        ),
    ),
)

SETUP_TEAM = Form(
    id="setup-team",
    title=Phrase("catalogue-form-team"),
    intro=Phrase("catalogue-form-team-intro"),
    questions=(
        Question(id="managers_channel", label=Phrase("catalogue-form-team-channel"), kind="channel"),
        Question(
            id="profile",
            label=Phrase("catalogue-form-team-profile"),
            kind="choice",
            choices=(("small", Phrase("catalogue-form-team-small")), ("large", Phrase("catalogue-form-team-large"))),
        ),
        Question(
            id="outside_contact",
            label=Phrase("catalogue-form-team-outside"),
            hint=Phrase("catalogue-form-team-outside-hint"),
            most=200,
            required=False,
        ),
    ),
)

SETUP_PERSON = Form(
    id="setup-person",
    title=Phrase("catalogue-form-person"),
    intro=Phrase("catalogue-form-person-intro"),
    questions=(
        Question(id="role", label=Phrase("catalogue-form-person-role"), kind="role", required=False),
        Question(id="account", label=Phrase("catalogue-form-person-account"), kind="account", required=False),
        Question(
            id="level",
            label=Phrase("catalogue-form-person-level"),
            kind="choice",
            choices=tuple(
                (level.name.lower(), Phrase("catalogue-level", (("level", level.name.lower()),)))
                for level in (Level.HELPER, Level.MODERATOR, Level.SENIOR, Level.OWNER, Level.MEMBER)
            ),
        ),
    ),
)

SETUP_CHANNEL = Form(
    id="setup-channel",
    title=Phrase("catalogue-form-channel"),
    intro=Phrase("catalogue-form-channel-intro"),
    questions=(
        Question(id="channel", label=Phrase("catalogue-form-channel-which"), kind="channel"),
        Question(
            id="locale",
            label=Phrase("catalogue-form-channel-locale"),
            kind="choice",
            choices=(*_LANGUAGES, ("usual", Phrase("catalogue-form-channel-usual"))),
        ),
    ),
)

SETUP_WATCH = Form(
    id="setup-watch",
    title=Phrase("catalogue-form-watch"),
    intro=Phrase("catalogue-form-watch-intro"),
    questions=(Question(id="channel", label=Phrase("catalogue-form-watch-channel"), kind="channel"),),
)

SETUP_BEGIN = Form(
    id="setup-begin",
    title=Phrase("catalogue-form-begin"),
    intro=Phrase("catalogue-form-begin-intro"),
    questions=(
        Question(
            id="stage",
            label=Phrase("catalogue-form-begin-stage"),
            kind="choice",
            choices=(
                ("observing", Phrase("catalogue-form-begin-observing")),
                ("acting", Phrase("catalogue-form-begin-acting")),
            ),
        ),
        Question(id="announcements", label=Phrase("catalogue-form-begin-channel"), kind="channel", required=False),
    ),
    submit=Phrase("catalogue-form-begin-submit"),
)

FORMS = (
    FormEntry(form=POLICY_NEW, level=Level.SENIOR),
    FormEntry(form=FORGET),
    FormEntry(form=SETUP_VOICE, level=Level.OWNER),
    FormEntry(form=SETUP_TEAM, level=Level.OWNER),
    FormEntry(form=SETUP_PERSON, level=Level.OWNER),
    FormEntry(form=SETUP_CHANNEL, level=Level.OWNER),
    FormEntry(form=SETUP_WATCH, level=Level.OWNER),
    FormEntry(form=SETUP_BEGIN, level=Level.OWNER),
)

_SUBJECTS = (cases, parties, measures, outside, lawmaking, team, insights)

CATALOGUE = Catalogue(
    (*COMMANDS, *(entry for subject in _SUBJECTS for entry in subject.COMMANDS)),
    (*MENUS, *(entry for subject in _SUBJECTS for entry in subject.MENUS)),
    (*ACTIONS, *(entry for subject in _SUBJECTS for entry in subject.ACTIONS)),
    (*FORMS, *(entry for subject in _SUBJECTS for entry in subject.FORMS)),
)
