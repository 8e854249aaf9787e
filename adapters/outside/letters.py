"""A card as a letter: its subject, its text, and the same in HTML without anything that would tell who reads it."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup, escape

from adapters.outside.words import Words, doorway, flat, visible
from bot.views import Card, Field, Text, Verbatim

_SUBJECT = 150
_PAGE = Markup(
    '<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>\n'
    '<body style="margin:0;padding:24px 12px;background:#f6f9ed;color:#1e281a;'
    "font:16px/1.55 -apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif\">\n"
    '<div style="max-width:36rem;margin:0 auto;padding:28px;background:#ffffff;border:1px solid #dce4ca;'
    'border-radius:14px">\n<h1 style="margin:0 0 18px;font-size:21px;line-height:1.3;font-weight:650">{title}</h1>\n'
    "{body}\n</div></body></html>\n"
)
_PARAGRAPH = Markup('<p style="margin:0 0 14px">{}</p>')
_QUOTATION = Markup('<blockquote style="margin:0 0 16px;padding:10px 16px;background:#f6f9ed;'
                    'border-left:3px solid #b9c7a0;overflow-wrap:anywhere">{}</blockquote>')  # fmt: skip
_LABEL = Markup('<p style="margin:0 0 4px;font-weight:650">{}</p>')


@dataclass(frozen=True, slots=True)
class Letter:
    """Ready to be sent."""

    subject: str
    text: str
    html: str
    answer_url: str | None
    answer_until: datetime | None


def letter(card: Card, words: Words) -> Letter:
    """A card in one language; files and buttons are nothing that a letter could carry."""
    subject = flat(words.plain(card.title))[:_SUBJECT] if card.title else "Palabre"
    door = doorway(card)
    parts = [*(_plain(one, words) for one in card.body), *(_plain_field(one, words) for one in card.fields)]
    shown = [*(_html(one, words) for one in card.body), *(_html_field(one, words) for one in card.fields)]
    return Letter(
        subject=subject,
        text="\n\n".join(parts) + "\n",
        html=str(_PAGE.format(lang=words.locale, title=escape(subject), body=Markup("\n").join(shown))),
        answer_url=door.url if door else None,
        answer_until=door.until if door else None,
    )


def _plain(text: Text, words: Words) -> str:
    if isinstance(text, Verbatim):
        return "\n".join(f"> {line}" for line in visible(text.text).split("\n"))
    return words.plain(text)


def _plain_field(field: Field, words: Words) -> str:
    return f"{words.plain(field.label)}\n{_plain(field.value, words)}"


def _html(text: Text, words: Words) -> Markup:
    return (_QUOTATION if isinstance(text, Verbatim) else _PARAGRAPH).format(words.html(text))


def _html_field(field: Field, words: Words) -> Markup:
    return _LABEL.format(words.html(field.label)) + _html(field.value, words)
