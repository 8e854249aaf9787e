import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.web import changes
from adapters.web.directory import Directory
from adapters.web.filling import Filling, Lists, form
from adapters.web.ink import Ink
from adapters.web.render import Look, card, initials, message
from adapters.web.state import Shown
from adapters.web.text import inline, marked, plain, rich
from bot.catalogue.declared import CATALOGUE
from bot.effects import EVERY_KIND
from bot.ids import MessageId
from bot.locales import Locale, Translator
from bot.views import Bilingual, Button, Card, Document, Field, Instant, Passage, Person, Phrase, Place, Verbatim
from tests.unit.web.worlds import ADA, BOB, GENERAL, MO, THEN, as_, ink, peopled, sited, written

OURS = frozenset({"a", "bdi", "blockquote", "br", "code", "mark", "p", "pre", "span", "strong"})


@pytest.mark.parametrize("kind", sorted(EVERY_KIND))
@pytest.mark.parametrize("locale", ["en", "fr"])
def test_whatever_the_bot_can_do_has_words_beside_the_chat(kind: str, locale: Locale) -> None:
    assert Translator(strict=True).say(f"web-effect-{kind}", {"who": "Ada", "where": "general"}, locale)


@pytest.fixture
def english(tmp_path: Path) -> Ink:
    return ink(peopled(tmp_path))


class Tags(HTMLParser):
    """Every tag and every address that a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("hello\nthere", '<p dir="auto">hello<br>there</p>'),
        ("one\n\ntwo", '<p dir="auto">one</p><p dir="auto">two</p>'),
        ("<script>alert(1)</script>", '<p dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;</p>'),
        ("*bold* and **bold**", '<p dir="auto"><strong>bold</strong> and <strong>bold</strong></p>'),
        ("2 * 3 * 4", '<p dir="auto">2 * 3 * 4</p>'),
        ("`*code* @Ada`", '<p dir="auto"><code>*code* @Ada</code></p>'),
        ("```\na < b\n```", "<pre><code>a &lt; b</code></pre>"),
        ("> said\n> so\nno", '<blockquote dir="auto">said<br>so</blockquote><p dir="auto">no</p>'),
        ("hi @bob ross!", '<p dir="auto">hi <span class="chip">@<bdi>bob ross</bdi></span>!</p>'),
        ("see #general", '<p dir="auto">see <a class="chip" href="general">#<bdi>general</bdi></a></p>'),
        ("tea :herb: :nope:", '<p dir="auto">tea 🌿 :nope:</p>'),
        ("a\x00b\x07", '<p dir="auto">a\ufffdb\ufffd</p>'),
        ("a\u202eb", '<p dir="auto">a<span class="sign" title="U+202E">⇄</span>b</p>'),
        ("   ", ""),
    ],
)
def test_messages_are_shown_as_they_were_meant(english: Ink, written: str, shown: str) -> None:
    assert rich(written, english.directory) == shown


def test_links_are_links_only_where_they_lead_to_the_web(english: Ink) -> None:
    shown = rich("see (https://a.example/x?a=1&b=2).", english.directory)
    assert 'href="https://a.example/x?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow"' in shown
    assert shown.endswith("</a>).</p>")
    for harmful in ("javascript:alert(1)", "data:text/html,x", "[x](javascript:alert(1))", "vbscript:x", "//x.example"):
        assert "href" not in rich(harmful, english.directory)


def test_a_link_cannot_break_out_of_its_tag(english: Ink) -> None:
    shown = Tags(rich('https://x.example/"onmouseover="alert(1) https://y.example/\u202e', english.directory))
    assert {name for name, _ in shown.attributes} <= {"href", "target", "rel", "dir", "class", "title"}


NASTY = st.text(
    alphabet=st.one_of(st.sampled_from("<>&\"'`*_@#:/>\n \ue000\ue001\u202e\x00\ud800"), st.characters()), max_size=80
)


@settings(max_examples=200)
@given(text=NASTY)
def test_no_text_ever_yields_a_tag_that_is_not_ours(text: str) -> None:
    directory = Directory(
        {ADA: "Ada"},
        {GENERAL: "general"},
        {"ada": ADA},
        {"general": GENERAL},
        re.compile("@(?P<person>Ada)|#(?P<channel>general)|(?P<all>@all)"),
    )
    for shown in (rich(text, directory), plain(text), marked(text, ((1, 3), (2, 9))), inline(text, directory)):
        seen = Tags(shown)
        assert seen.tags <= OURS
        assert all(
            (value or "").startswith(("http://", "https://", "general"))
            for name, value in seen.attributes
            if name == "href" and value
        )
        assert not any(name.startswith("on") for name, _ in seen.attributes)
        shown.encode("utf-8")


@settings(max_examples=100)
@given(text=NASTY)
def test_nobody_can_write_a_reference_that_is_not_there(text: str) -> None:
    english = Ink(Translator(strict=True), Directory({}, {}, {}, {}, re.compile("(?!)")), "UTC", "en")
    for words in (Bilingual(text, text), Verbatim(text), Phrase("web-because", (("reason", text),))):
        shown = english.words(words)
        assert Tags(shown).tags <= OURS - {"a"}
        shown.encode("utf-8")


def test_references_are_shown_by_name_as_links_and_as_times(english: Ink) -> None:
    passage = Passage(GENERAL, MessageId(f"{GENERAL}/1.5"))
    for reference, shown in (
        (Person(BOB), '<span class="chip">@<bdi>Bob Ross</bdi></span>'),
        (Place(GENERAL), '<a class="chip" href="general"><bdi>#general</bdi></a>'),
        (passage, '<a class="chip" href="general?at=1.5#m-1-5">a message in #general</a>'),
        (Instant(THEN), '<time datetime="2026-03-02T09:00:00+00:00">2 March 2026 at 09:00</time>'),
    ):
        said = english.words(Phrase("web-cannot-timed-out", (("until", reference),)))
        assert said == f"You can read along, and write again from {shown}."


def test_a_card_is_told_in_its_own_language(english: Ink) -> None:
    shown = Shown(
        Card(
            title=Bilingual("Hi", "Bonjour <b>"),
            body=(Bilingual("x", "Voici *ton* texte."), Verbatim("free <nitro>\nnow", ((5, 12),))),
            fields=(Field(label=Bilingual("By", "Par"), value=Phrase("web-bot")),),
            buttons=(Button(id="incident-ask:1", label=Bilingual("Ask", "Demander"), style="primary"),),
            files=(Document(name="trail.txt", media_type="text/plain", content="x"),),
            tone="notice",
        ),
        "fr",
        "tu",
    )
    html = card(shown, MessageId(f"{GENERAL}/7.7"), english)
    assert html == (
        '<div class="card tone-notice" lang="fr"><h2 class="title">Bonjour &lt;b&gt;</h2>'
        "<p>Voici <strong>ton</strong> texte.</p>"
        '<blockquote class="verbatim" dir="auto">free <mark>&lt;nitro&gt;</mark><br>now</blockquote>'
        "<dl><div><dt>Par</dt><dd>bot</dd></div></dl>"
        '<ul class="files"><li><a href="document?message=web%3Atilleul%2Fgeneral%2F7.7&amp;file=0" class="file"'
        ' download="trail.txt"><bdi>trail.txt</bdi></a></li></ul>'
        '<form class="buttons" hx-post="do/press" hx-target="#dialog" method="post" action="do/press">'
        '<input type="hidden" name="message" value="web:tilleul/general/7.7">'
        '<button name="button" value="incident-ask:1" class="button primary">Demander</button></form></div>'
    )


def test_every_question_of_every_form_has_a_label_and_its_hint_belongs_to_it(english: Ink) -> None:
    lists = Lists(accounts=[(ADA, "Ada")], channels=[(GENERAL, "#general")], roles=[("r", "r")])
    for entry in CATALOGUE.forms:
        html = form(entry.form, english, lists, Filling({"form": entry.id}))
        shown = Tags(html)
        known = {value for name, value in shown.attributes if name == "id"}
        told = [value for name, value in shown.attributes if name in ("for", "aria-describedby") and value]
        assert {one for value in told for one in value.split()} <= known
        assert html.count('class="question"') == len(entry.form.questions)


def test_a_form_says_what_is_wrong_and_keeps_what_was_answered(english: Ink) -> None:
    entry = CATALOGUE.form("policy-new")
    assert entry is not None
    html = form(entry.form, english, Lists(), Filling({}, {"words": "a\nb"}, {"title": "Please fill this in."}))
    assert '<p id="q-title-wrong" class="wrong">Please fill this in.</p>' in html
    assert 'aria-describedby="q-title-wrong"' in html
    assert ">\na\nb</textarea>" in html


def test_people_are_shown_by_their_initials() -> None:
    assert [initials(name) for name in ("Ada", "Bob Ross", "jean-luc p", "🌿", "", "  ")] == [
        "A",
        "BR",
        "JL",
        "🌿",
        "?",
        "?",
    ]


def test_a_message_shows_who_wrote_it_what_people_make_of_it_and_whether_it_was_reworded(tmp_path: Path) -> None:
    site = sited(tmp_path)
    named = written(site, "hello", by=MO)
    as_(site, MO).edit(named, "hello all")
    as_(site, ADA).react(named, "👍")
    one, english = site.state.messages[named], site.ink("en")
    html = message(one, site.state.people[MO], english, Look(first=True, mine=frozenset({"👍"})))
    assert '<bdi class="name">Mo</bdi><span class="badge badge-moderator">moderator</span>' in html
    assert '<span class="edited">(edited)</span>' in html
    assert 'aria-pressed="true" aria-label="👍, one reaction"' in html
    assert "ada" not in html


def test_what_only_one_person_sees_says_so(tmp_path: Path) -> None:
    site = sited(tmp_path)
    whisper = changes.Carded(
        at=THEN,
        message=MessageId(f"{GENERAL}/9.9"),
        channel=GENERAL,
        card=Card(body=(Bilingual("psst", "psst"),)),
        locale="en",
        only_for=ADA,
    )
    site.world.commit(whisper)
    html = message(
        site.state.messages[whisper.message], site.state.people[site.state.bot], site.ink("en"), Look(first=True)
    )
    assert "Only visible to you" in html
    assert ">Dismiss</button>" in html
    assert 'class="more"' not in html


def test_a_card_that_calls_somebody_names_them_first(tmp_path: Path) -> None:
    site = sited(tmp_path)
    called = changes.Carded(
        at=THEN,
        message=MessageId(f"{GENERAL}/9.9"),
        channel=GENERAL,
        card=Card(body=(Bilingual("Please look", ""),)),
        locale="en",
        mentions=(ADA,),
    )
    site.world.commit(called)
    html = message(
        site.state.messages[called.message], site.state.people[site.state.bot], site.ink("en"), Look(first=True)
    )
    assert html.index("@<bdi>Ada</bdi>") < html.index("Please look")


def test_a_deleted_message_with_answers_leaves_a_trace_and_not_its_words(tmp_path: Path) -> None:
    site = sited(tmp_path)
    named = written(site, "secret")
    as_(site, BOB, thread=named).post("answer")
    as_(site, ADA).delete(named)
    html = message(site.state.messages[named], site.state.people[ADA], site.ink("en"), Look(first=True))
    assert "This message was deleted." in html
    assert "One reply" in html
    assert "secret" not in html
