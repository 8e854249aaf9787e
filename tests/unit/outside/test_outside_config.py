"""What is said of people outside must make sense; every mistake is named with its place."""

from pathlib import Path

import pytest

from bot import config
from bot.app.assembly import put_together
from bot.errors import Complaints
from bot.ids import CommunityId
from bot.pipeline.moments import ReplayedMoments
from bot.policy.book import Book

WHO = '{ en = "a", fr = "b" }'
COMMUNITY = '[communities.lime]\nspaces = ["discord:1"]\n'


def said(home: Path, text: str) -> list[str]:
    path = home / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Complaints) as caught:
        config.load(path, {})
    return [str(one).removeprefix(f"{home}/") for one in caught.value.complaints]


def contact(kind: str, address: str, name: str = "jo") -> str:
    return f'{COMMUNITY}[communities.lime.contacts.{name}]\nkind = "{kind}"\naddress = "{address}"\nwho = {WHO}\n'


@pytest.mark.parametrize(
    ("kind", "address", "complaint"),
    [
        ("mail", "jo", '"jo" is no mail address; write it like "someone@example.org"'),
        ("mail", "jo@example.org\\r\\nBcc: eve@example.org", "is no mail address"),
        ("mail", "jo@example.org, eve@example.org", "is no mail address"),
        ("webhook", "http://example.org/", "would send what people wrote for everybody to read; write https://"),
        ("webhook", "htps://example.org/", '"htps" is not understood here; did you mean "https"?'),
        ("webhook", "https://me:secret@example.org/", "an address here has no name, password or place in it"),
        ("webhook", "https://10.0.0.1/", "10.0.0.1 is not reached from the internet"),
        ("webhook", "https://[::ffff:192.168.0.1]/", "is not reached from the internet"),
        ("webhook", "https://exa mple.org/", "this is no address"),
        ("channel", "general", '"general" is no channel; write its space and its number'),
        ("channel", "discord:2/3", '"discord:2/3" is in no space of lime; the bot writes only where it is'),
        ("letter", "x", "kind"),
    ],
)
def test_a_contact_must_be_reachable_as_it_says(tmp_path: Path, kind: str, address: str, complaint: str) -> None:
    (found,) = said(tmp_path, contact(kind, address))
    assert found.startswith("config.toml:")
    assert complaint in found
    assert "secret" not in found


def test_a_contact_has_a_plain_name_and_says_who_it_is(tmp_path: Path) -> None:
    (found,) = said(tmp_path, contact("mail", "jo@example.org", name='"Jo Smith"'))
    assert '"Jo Smith" cannot name a contact' in found
    (found,) = said(tmp_path, contact("mail", "jo@example.org").replace(f"who = {WHO}\n", ""))
    assert 'missing setting "who"' in found


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[outside.smtp]\nhost = "mail.example.org"', 'mail needs a sender; add sender = "Palabre <bot@example.org>"'),
        ('[outside.smtp]\nsender = "Palabre"', "this is no sender of mail"),
        ('[outside.smtp]\nsender = "A <a@b.org>\\nBcc: c@d.org"', "this is no sender of mail"),
        (
            '[outside.smtp]\nhost = "mail.example.org"\nsender = "a@b.org"\nsecurity = "none"',
            "without starttls or tls everybody could read these letters",
        ),
        ('[outside.smtp]\nsecurity = "startls"', 'did you mean "starttls"?'),
        ('[outside.pages]\npublic_url = "http://bot.example.org"', "write https://"),
        ('[outside.pages]\npublic_url = "bot.example.org"', "this is no address"),
        ("[outside.pages]\nport = 70000", "at most 65535"),
    ],
)
def test_what_is_said_of_mail_and_pages_must_make_sense(tmp_path: Path, text: str, complaint: str) -> None:
    (found,) = said(tmp_path, text)
    assert found.startswith("config.toml:")
    assert complaint in found


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("mail", "jo+x@mail.example.org"),
        ("webhook", "https://example.org/take?from=lime"),
        ("webhook", "http://127.0.0.1:8080/"),
        ("webhook", "http://localhost/"),
        ("channel", "discord:1/22"),
    ],
)
def test_what_can_be_reached_is_taken(tmp_path: Path, kind: str, address: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(contact(kind, address), encoding="utf-8")
    settings = config.load(path, {}).settings.communities["lime"]
    assert settings.contacts["jo"].address == address
    made = put_together(CommunityId("lime"), settings, Book.compile([]), ReplayedMoments(), doorways=True)
    overlays = [one._overlay for one in made.rules.rooms._rooms if hasattr(one, "_overlay")]
    (known,) = {id(one): one for one in overlays}.values()
    (jo,) = known.file.contacts
    assert (jo.name, jo.space, jo.who.fr, known.file.doorways) == ("jo", "outside:lime", "b", True)
    assert jo.channel == ("discord:1/22" if kind == "channel" else None)


def test_secrets_come_from_the_environment_and_are_never_shown() -> None:
    environ = {
        "PALABRE_SMTP_USER": "bot",
        "PALABRE_SMTP_PASSWORD": "hush-hush",
        "PALABRE_WEBHOOK_SECRET": "hush-hush",
    }
    loaded = config.load(None, environ)
    assert loaded.secrets.smtp_password is not None
    assert loaded.secrets.smtp_password.get_secret_value() == "hush-hush"
    assert "hush" not in repr(loaded)
