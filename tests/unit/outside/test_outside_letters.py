"""Letters: the same words as text and as HTML, of which nothing breaks out, not even into a header."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from adapters.outside import calling, mailing
from adapters.outside.letters import Letter, letter
from adapters.outside.options import Mailbox, Smtp
from adapters.outside.words import Words
from bot.effects import TellOutside
from bot.ids import CaseId, EffectKey, SpaceId
from bot.locales import Translator
from bot.views import Bilingual, Card, Doorway, Field, Instant, Person, Phrase, Verbatim
from tests.builders import MONDAY, someone

NASTY = '<script>alert("1")</script>\r\nBcc: eve@example.org\n\n.\nhttps://evil.example <b>&amp;\u202e\x00\ud800'
DOOR = Doorway(purpose="answer", case=CaseId("4"), until=MONDAY, number=2, url="https://bot.example/answer/abc")
SMTP = Smtp(host="127.0.0.1", port=25, sender="Palabre <bot@example.org>", security="none")
KEY = EffectKey("effect-1")


def written(*body: object, title: object = None, fields: tuple[Field, ...] = (), locale: str = "en") -> Letter:
    card = Card(title=title, body=body, fields=fields)  # type: ignore[arg-type]
    return letter(card, Words(Translator(strict=True), locale))  # type: ignore[arg-type]


def mail(given: Letter, to: str = "jo@example.org") -> EmailMessage:
    made = mailing.message(given, Mailbox(address=to), SMTP, KEY, MONDAY)
    read = message_from_bytes(made.as_bytes(), policy=policy.default)
    assert isinstance(read, EmailMessage)
    return read


def text_of(read: EmailMessage, kind: str) -> str:
    part = read.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_somebodys_words_stay_words() -> None:
    made = written(Verbatim(NASTY), Phrase("outside-team-asked", (("who", NASTY), ("instant", Instant(MONDAY)))))
    assert "<script" not in made.html
    assert "<b>" not in made.html
    assert "&lt;script&gt;" in made.html
    assert 'href="https://evil' not in made.html
    assert not any(sign in made.html + made.text for sign in "\u202e\x00\r\ud800")


def test_what_is_quoted_looks_quoted_in_every_line() -> None:
    made = written(Bilingual("Ours.", "À nous."), Verbatim("one\ntwo"))
    assert made.text == "Ours.\n\n> one\n> two\n"
    assert "one<br>two</blockquote>" in made.html


def test_the_way_to_the_page_opens_and_nothing_else_does() -> None:
    made = written(Phrase("outside-letter-door", (("instant", Instant(MONDAY)), ("door", DOOR))))
    assert made.html.count("<a ") == 1
    assert f'<a href="{DOOR.url}">{DOOR.url}</a>' in made.html
    assert DOOR.url in made.text
    assert (made.answer_url, made.answer_until) == (DOOR.url, MONDAY)


def test_nothing_in_a_letter_tells_who_reads_it() -> None:
    made = written(Phrase("outside-letter-door", (("instant", Instant(MONDAY)), ("door", DOOR))), Verbatim(NASTY))
    assert not any(one in made.html for one in ("<img", "<link", "url(", "<script", "src="))


def test_a_subject_is_one_line_whatever_stands_in_it() -> None:
    read = mail(written(Verbatim("x"), title=Verbatim("Hello\r\nBcc: eve@example.org\r\n\r\nwords")))
    assert read["Bcc"] is None
    assert read["Subject"] == "Hello Bcc: eve@example.org words"


def test_a_mail_has_both_texts_and_says_that_a_program_sent_it() -> None:
    read = mail(written(Verbatim("À bientôt « là-bas » €"), title=Verbatim("Été")), to="jo+x@example.org")
    assert read["From"] == "Palabre <bot@example.org>"
    assert read["To"] == "jo+x@example.org"
    assert (read["Auto-Submitted"], read["Content-Language"]) == ("auto-generated", "en")
    assert "À bientôt « là-bas » €" in text_of(read, "plain")
    assert "À bientôt « là-bas » €" in text_of(read, "html")
    assert read["Date"].datetime == MONDAY


def test_the_same_letter_has_the_same_name_in_every_mail() -> None:
    one, other = mail(written(Verbatim("x"))), mail(written(Verbatim("x")))
    assert one["Message-ID"] == other["Message-ID"]
    again = mailing.message(written(Verbatim("x")), Mailbox(address="jo@example.org"), SMTP, EffectKey("2"), MONDAY)
    assert again["Message-ID"] != one["Message-ID"]


def test_every_line_of_a_mail_is_plain_enough_for_every_server() -> None:
    raw = mailing.message(
        written(Verbatim("é" * 3000)), Mailbox(address="jo@example.org"), SMTP, KEY, MONDAY
    ).as_bytes()
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 998


def test_fields_come_after_the_words_with_their_labels() -> None:
    field = Field(label=Phrase("outside-field-about"), value=Phrase("outside-concern", (("concern", "threat"),)))
    assert written(Bilingual("a", "b"), fields=(field,), locale="fr").text == "b\n\nDe quoi il s'agit\nDes menaces\n"


def test_moments_say_which_clock_they_are_told_by() -> None:
    assert "2 March 2026 at 09:00 UTC" in written(Phrase("outside-letter-by", (("instant", Instant(MONDAY)),))).text


def test_a_person_is_shown_as_the_id_that_they_have() -> None:
    assert someone("ada") in written(Phrase("outside-team-noted", (("person", Person(someone("ada"))),))).text


@pytest.mark.parametrize("secret", ["one", "other"])
def test_a_call_is_signed_over_its_moment_and_its_body(secret: str) -> None:
    effect = TellOutside(space=SpaceId("outside:lime"), contact="jo", card=Card(body=()), locale="en", case=CaseId("4"))
    content = calling.body(
        effect, written(Phrase("outside-letter-door", (("instant", Instant(MONDAY)), ("door", DOOR))))
    )
    head = calling.headers(content, secret, KEY, MONDAY)
    other = calling.headers(content, secret + "!", KEY, MONDAY)
    assert head[calling.SIGNATURE].startswith("v1=")
    assert head[calling.SIGNATURE] != other[calling.SIGNATURE]
    assert head[calling.KEY] == other[calling.KEY]
    assert calling.headers(content + b" ", secret, KEY, MONDAY)[calling.SIGNATURE] != head[calling.SIGNATURE]
