"""Letters by mail: one conversation with the server that takes them, over a line that nobody else reads."""

import hashlib
import smtplib
import ssl
from contextlib import suppress
from datetime import datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from adapters.outside.letters import Letter
from adapters.outside.options import Mailbox, Smtp
from adapters.outside.words import flat
from bot.errors import Refused, Unavailable
from bot.ids import EffectKey
from bot.views import Phrase

_POLICY = SMTP.clone(cte_type="7bit")
"""Every server takes it."""
_TAKEN = 250
_SECONDS = 30.0
_AGAIN = timedelta(minutes=5)
_LATER = timedelta(minutes=15)


def message(letter: Letter, to: Mailbox, options: Smtp, key: EffectKey, now: datetime) -> EmailMessage:
    """The mail. The same effect gives the same Message-ID, so that a mail that came twice can be told."""
    made = EmailMessage(policy=_POLICY)
    name, sender = parseaddr(options.sender)
    made["From"] = _address(name, sender)
    made["To"] = _address("", to.address)
    made["Subject"] = flat(letter.subject)
    made["Date"] = format_datetime(now)
    made["Message-ID"] = f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{sender.rpartition('@')[2]}>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(letter.text)
    made.add_alternative(letter.html, subtype="html")
    made["Content-Language"] = to.locale
    return made


def _address(name: str, mailbox: str) -> Address:
    local, _, domain = mailbox.rpartition("@")
    return Address(flat(name), local, domain)


def send(mail: EmailMessage, options: Smtp) -> None:
    """Hand it over; waits for the server, so not on the loop. Raises Refused and Unavailable."""
    lost = False
    try:
        server = opened(options)
        try:
            _envelope(server, mail)
            lost = True
            code, said = server.data(mail.as_bytes())
        finally:
            _goodbye(server)
    except (smtplib.SMTPException, OSError) as error:
        raise _translated(error, lost=lost) from error
    if code != _TAKEN:
        raise _answered(code, said)


def _goodbye(server: smtplib.SMTP) -> None:
    """How it parts changes nothing about the letter."""
    with suppress(smtplib.SMTPException, OSError):
        server.docmd("QUIT")
    server.close()


def _envelope(server: smtplib.SMTP, mail: EmailMessage) -> None:
    server.ehlo_or_helo_if_needed()
    sender, to = (parseaddr(str(mail[name]))[1] for name in ("From", "To"))
    for code, said in (server.mail(sender), server.rcpt(to)):
        if code not in (_TAKEN, 251):
            raise _answered(code, said)


def opened(options: Smtp) -> smtplib.SMTP:
    """A conversation with the server, ready for letters. Raises smtplib's errors and the system's, and Refused."""
    safe = ssl.create_default_context()
    if options.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(options.host, options.port, timeout=_SECONDS, context=safe)
    else:
        server = smtplib.SMTP(options.host, options.port, timeout=_SECONDS)
    try:
        if options.security == "starttls":
            server.starttls(context=safe)
        if options.user:
            server.login(options.user, options.password)
    except BaseException:
        server.close()
        raise
    return server


def _answered(code: int, said: bytes) -> Refused | Unavailable:
    words = flat(said.decode("utf-8", "replace"))
    if 400 <= code < 500:
        return Unavailable(f"the mail server says {code} {words}", _AGAIN)
    because = Phrase("outside-refused-mail", (("said", f"{code} {words}"),))
    return Refused(f"the mail server says {code} {words}", because)


def _translated(error: smtplib.SMTPException | OSError, *, lost: bool) -> Refused | Unavailable:
    """What is wrong with the settings is told at once; what was cut off within a letter is not sent blindly again."""
    if lost and not isinstance(error, smtplib.SMTPResponseException):
        return Refused(f"cut off within the letter: {error}", Phrase("outside-refused-lost"))
    match error:
        case smtplib.SMTPAuthenticationError(smtp_code=code) if code >= 500:
            return Refused("the mail server does not take the password", Phrase("outside-refused-password"))
        case smtplib.SMTPNotSupportedError():
            return Refused(f"the mail server cannot: {error}", Phrase("outside-refused-safety"))
        case ssl.SSLCertVerificationError():
            return Refused(f"no certificate to trust: {error.verify_message}", Phrase("outside-refused-safety"))
        case smtplib.SMTPResponseException(smtp_code=code, smtp_error=said):
            return _answered(code, said if isinstance(said, bytes) else said.encode())
        case _:
            return Unavailable(f"the mail server cannot be reached: {error}", _LATER)
