"""What the pages look like: plain HTML that works without scripts, in which words never become anything but words."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

from markupsafe import Markup

from adapters.outside.tokens import Pass
from adapters.outside.words import Words, lines, visible
from bot.locales import formats
from bot.ports import Standing

STYLE = (resources.files(__package__ or "adapters.outside") / "style.css").read_text(encoding="utf-8")
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
"""Nothing is loaded from anywhere, and the form goes back to where it came from."""
LONGEST = 4000
"""Characters that somebody may write."""
_PAGE = Markup(
    '<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">'
    "<title>{title}</title><style>{style}</style></head>\n"
    '<body><main><p class="sign"><span aria-hidden="true"></span>{sign}</p>\n<h1>{title}</h1>\n{body}\n</main>\n'
    "<footer>{foot}</footer></body></html>\n"
)
_PARAGRAPH = Markup("<p>{}</p>")
_WORD = Markup('<p>{} <strong class="word">{}</strong></p>')
_WRONG = Markup('<p class="wrong" role="alert" id="wrong">{}</p>')
_QUOTATION = Markup("<blockquote>{}</blockquote>")
_FORM = Markup(
    '<form method="post" accept-charset="utf-8"><input type="hidden" name="form" value="{form}">'
    '{choices}<label for="text">{label}</label><textarea id="text" name="text" required maxlength="{most}" '
    'aria-describedby="hint{described}" dir="auto">\n{text}</textarea><p class="hint" id="hint">{hint}</p>'
    '<button type="submit">{send}</button></form>'
)
_CHOICES = Markup("<fieldset><legend>{legend}</legend>{each}</fieldset>")
_CHOICE = Markup(
    '<div class="choice"><input type="radio" name="choice" id="{id}" value="{id}"{checked}>'
    '<label for="{id}">{said}</label></div>'
)
WORDS = "words"
"""The choice of whoever chooses none."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What somebody sent already and could not be taken: `wrong` says why."""

    text: str = ""
    choice: str = ""
    wrong: str = ""


def writing(given: Pass, words: Words, form: str, choices: Sequence[str] = (), begun: Begun = Begun()) -> str:
    """Where somebody writes, and chooses where there is a choice."""
    kind = given.door.purpose
    until = formats.date_time(given.door.until, words.locale, "UTC")
    body = Markup("\n").join(
        [
            *([_WRONG.format(words.ui(f"page-{begun.wrong}", most=LONGEST))] if begun.wrong else []),
            _PARAGRAPH.format(words.ui("page-intro", kind=kind, community=community(given), case=given.door.case)),
            _PARAGRAPH.format(words.ui("page-promise", kind=kind)),
            _FORM.format(
                form=form,
                label=words.ui("page-label", kind=kind),
                most=LONGEST,
                choices=_choices(choices, begun.choice, words),
                described=" wrong" if begun.wrong else "",
                text=visible(begun.text),
                hint=words.ui("page-hint", until=f"{until} UTC"),
                send=words.ui("page-send", kind=kind),
            ),
        ]
    )
    return _page(words.ui("page-title", kind=kind), body, words)


def _choices(choices: Sequence[str], chosen: str, words: Words) -> Markup:
    if not choices:
        return Markup("")
    offered = (*choices, WORDS)
    each = (
        _CHOICE.format(
            id=one,
            checked=Markup(" checked") if one == (chosen if chosen in choices else WORDS) else "",
            said=words.ui("page-choice-one", choice=one),
        )
        for one in offered
    )
    return _CHOICES.format(
        legend=words.ui("page-choice", about="decision" if "uphold" in choices else "case"), each=Markup("").join(each)
    )


def written(given: Pass, words: Words, standing: Standing) -> str:
    """Somebody wrote there, or nobody can (any more): how it stands."""
    kind = given.door.purpose
    said = "used" if standing.used else "closed"
    body = [_PARAGRAPH.format(words.ui(f"page-{said}", kind=kind))]
    if kind == "appeal":
        body.append(_WORD.format(words.ui("page-stands"), words.ui("page-word", word=standing.word)))
        body.append(_PARAGRAPH.format(words.ui("page-result", result=standing.result or _meanwhile(standing))))
        if standing.reasons:
            body.append(_QUOTATION.format(lines(visible(standing.reasons))))
    return _page(words.ui(f"page-{said}-title", kind=kind), Markup("\n").join(body), words)


def _meanwhile(standing: Standing) -> str:
    return "waiting" if standing.used and standing.word != "finished" else "none"


def nothing(words: Words, why: str) -> str:
    """There is nothing behind this address, or not now."""
    return _page(words.ui("page-nothing", why=why), _PARAGRAPH.format(words.ui("page-nothing-step", why=why)), words)


def community(given: Pass) -> str:
    """What it is called in the settings."""
    return given.space.partition(":")[2]


def _page(title: str, body: Markup, words: Words) -> str:
    style = Markup(STYLE)  # noqa: S704 - a file of ours; the policy allows these very characters and no others
    sign, foot = words.ui("page-sign"), words.ui("page-foot")
    return str(_PAGE.format(lang=words.locale, title=title, style=style, sign=sign, body=body, foot=foot))
