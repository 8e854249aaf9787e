"""Letters on their way: by mail over a safe line, by signed calls, and what is said where they do not go."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.outside.adapter import OutsideAdapter
from adapters.outside.options import Hook, Mailbox, Options, Reached, Smtp
from bot.effects import DeleteMessage, TellOutside
from bot.errors import Refused, Unavailable
from bot.ids import CaseId, EffectKey, SpaceId, message_id
from bot.ports import Standing
from bot.views import Card, Doorway, Instant, Phrase, Verbatim
from tests.builders import CHANNEL, MONDAY, SPACE
from tests.fakes import FakeClock
from tests.wire.outside.servers import Post, Program, certificate

LIME = SpaceId("outside:lime")
KEY = EffectKey("effect-1")
DOOR = Doorway(purpose="answer", case=CaseId("4"), until=MONDAY, number=2, url="https://bot.example/answer/abc")
BODY = (Phrase("outside-letter-door", (("instant", Instant(MONDAY)), ("door", DOOR))), Verbatim("Non ?\n.\nOui."))
CARD = Card(title=Phrase("outside-letter-title", (("case", "4"), ("community", "lime"))), body=BODY)
LETTER = TellOutside(space=LIME, contact="jo", card=CARD, locale="fr", case=CaseId("4"))


class Nobody:
    """No page leads anywhere."""

    async def standing(self, space: SpaceId, door: Doorway) -> Standing | None:
        return None


def adapter(reached: Reached, **more: Any) -> OutsideAdapter:
    options = Options(contacts={LIME: {"jo": reached}}, webhook_secret="shared", **more)
    return OutsideAdapter(options, Nobody(), FakeClock())


def smtp(post: Post, **more: Any) -> Smtp:
    return Smtp(**{"host": "127.0.0.1", "port": post.port, "sender": "Palabre <bot@example.org>", **more})


def by_mail(post: Post, **more: Any) -> OutsideAdapter:
    return adapter(Mailbox(address="jo@example.org", locale="fr"), smtp=smtp(post, **more))


@pytest.fixture
async def safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Post]:
    """A server that offers a safe line, which this machine trusts."""
    public, context = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(public))
    async with Post(tls=context, login=("bot", "hush")).open() as post:
        yield post


async def refusal(there: OutsideAdapter, effect: TellOutside = LETTER) -> Refused:
    with pytest.raises(Refused) as caught:
        await there.apply(effect, key=KEY)
    return caught.value


async def delay(there: OutsideAdapter) -> timedelta:
    with pytest.raises(Unavailable) as caught:
        await there.apply(LETTER, key=KEY)
    return caught.value.retry_after


async def test_a_mail_goes_over_a_safe_line_and_says_what_the_card_says(safe: Post) -> None:
    await by_mail(safe, user="bot", password="hush").apply(LETTER, key=KEY)
    (mail,) = safe.letters
    assert safe.safe == [True]
    assert mail["Subject"] == "Une situation vous est confiée (lime, n°\u202f4)"
    text = mail.get_body(("plain",))
    assert text is not None
    assert DOOR.url in text.get_content()
    assert "> Non ?\r\n> .\r\n> Oui." in text.get_content()
    assert {"mail FROM:<bot@example.org>", "rcpt TO:<jo@example.org>"} <= set(safe.heard)


async def test_a_line_can_be_safe_from_its_first_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    public, context = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(public))
    async with Post(tls=context).open(at_once=True) as post:
        await by_mail(post, security="tls").apply(LETTER, key=KEY)
        assert post.safe == [True]


async def test_on_this_very_machine_a_plain_line_will_do() -> None:
    async with Post().open() as post:
        await by_mail(post, security="none").apply(LETTER, key=KEY)
        assert len(post.letters) == 1


async def test_without_a_safe_line_no_word_and_no_password_is_sent() -> None:
    async with Post(login=("bot", "hush")).open() as post:
        error = await refusal(by_mail(post, user="bot", password="hush"))
        assert error.because == Phrase("outside-refused-safety")
        assert not [one for one in post.heard if one.upper().startswith(("AUTH", "MAIL"))]


async def test_a_certificate_that_nobody_vouches_for_is_no_safe_line(tmp_path: Path) -> None:
    _, context = certificate(tmp_path)
    async with Post(tls=context).open() as post:
        assert (await refusal(by_mail(post))).because == Phrase("outside-refused-safety")
        assert post.letters == []


async def test_a_wrong_password_is_told_to_the_managers(safe: Post) -> None:
    error = await refusal(by_mail(safe, user="bot", password="wrong"))
    assert error.because == Phrase("outside-refused-password")
    assert "wrong" not in error.reason


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "."])
async def test_what_the_server_will_never_take_is_refused_in_its_words(step: str) -> None:
    async with Post(answers={step: b"550 no such mailbox"}).open() as post:
        error = await refusal(by_mail(post, security="none"))
        assert error.because == Phrase("outside-refused-mail", (("said", "550 no such mailbox"),))
        assert post.letters == []


@pytest.mark.parametrize("step", ["EHLO", "MAIL", "RCPT", "DATA", "."])
async def test_what_it_cannot_take_now_is_tried_again(step: str) -> None:
    answers = {step: b"451 later", **({"HELO": b"451 later"} if step == "EHLO" else {})}
    async with Post(answers=answers).open() as post:
        assert await delay(by_mail(post, security="none")) >= timedelta(minutes=5)


async def test_where_no_server_is_it_is_tried_again() -> None:
    async with Post().open() as post:
        pass
    assert await delay(by_mail(post, security="none")) >= timedelta(minutes=5)


async def test_a_line_that_breaks_within_the_letter_is_not_tried_blindly() -> None:
    async with Post(answers={".": b""}).open() as post:
        assert (await refusal(by_mail(post, security="none"))).because == Phrase("outside-refused-lost")


async def test_how_the_server_parts_changes_nothing() -> None:
    for goodbye in (b"421 in a hurry", b""):
        async with Post(answers={"QUIT": goodbye}).open() as post:
            await by_mail(post, security="none").apply(LETTER, key=KEY)
            assert len(post.letters) == 1


async def test_nobody_knows_whether_a_mail_went_out_before_a_crash() -> None:
    with pytest.raises(Refused, match="nobody can be asked"):
        await by_mail(Post()).recall(LETTER, key=KEY)


async def test_a_call_says_what_a_letter_would_and_is_signed() -> None:
    async with Program("shared", FakeClock().now).open() as program:
        there = adapter(Hook(url=program.url))
        await there.apply(LETTER, key=KEY)
        (taken,) = program.taken
        assert (taken["contact"], taken["community"], taken["case"], taken["locale"]) == ("jo", "lime", "4", "fr")
        assert (taken["answer_url"], taken["answer_until"]) == (DOOR.url, MONDAY.isoformat())
        assert "Une situation" in str(taken["title"])
        assert await there.recall(LETTER, key=KEY) is None, "it may come again"
        await there.apply(LETTER, key=KEY)
        assert len(program.taken) == 1


async def test_whoever_knows_another_secret_or_lives_in_another_hour_takes_nothing() -> None:
    late = FakeClock(MONDAY + timedelta(minutes=6))
    for program in (Program("other", FakeClock().now), Program("shared", late.now)):
        async with program.open():
            error = await refusal(adapter(Hook(url=program.url)))
            assert error.because == Phrase("outside-refused-call", (("status", "401"),))
            assert (program.taken, program.refused) == ([], 1)


@pytest.mark.parametrize(
    ("status", "head", "after"),
    [(500, {}, 300), (503, {"Retry-After": "60"}, 60), (429, {"Retry-After": "999999"}, 3600), (408, {}, 300)],
)
async def test_a_program_that_is_busy_is_called_again(status: int, head: dict[str, str], after: int) -> None:
    async with Program("shared", FakeClock().now, status=status, head=head).open() as program:
        assert await delay(adapter(Hook(url=program.url))) == timedelta(seconds=after)


@pytest.mark.parametrize("status", [301, 302, 307, 308, 400, 404])
async def test_nobody_is_sent_on_to_anywhere_else(status: int) -> None:
    async with Program("shared", FakeClock().now).open() as second:
        head = {"Location": second.url}
        async with Program("shared", FakeClock().now, status=status, head=head).open() as program:
            await refusal(adapter(Hook(url=program.url)))
        assert (second.taken, second.refused) == ([], 0)


async def test_where_no_program_is_it_is_called_again() -> None:
    program = Program("shared", FakeClock().now)
    async with program.open():
        pass
    assert await delay(adapter(Hook(url=program.url))) == timedelta(minutes=5)


@pytest.mark.parametrize(
    "url",
    [
        "https://10.0.0.1/",
        "https://[::ffff:127.0.0.1]/",
        "http://93.184.216.34/",
        "https://169.254.169.254/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://１６９.254.169.254/",
    ],
)
async def test_no_call_goes_into_a_network_that_is_not_everybodys(url: str) -> None:
    assert (await refusal(adapter(Hook(url=url)))).because == Phrase("outside-refused-network")


async def test_whoever_is_not_in_the_settings_is_not_written_to() -> None:
    stranger = TellOutside(space=LIME, contact="eve", card=CARD, locale="en")
    assert (await refusal(adapter(Hook(url="https://x")), stranger)).because == Phrase("outside-refused-unknown")
    with pytest.raises(Refused, match="nobody outside can do this"):
        await adapter(Hook(url="https://x")).apply(
            DeleteMessage(space=SPACE, channel=CHANNEL, message=message_id(CHANNEL, "1")), key=KEY
        )
