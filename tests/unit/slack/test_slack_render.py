import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack.buttons import buttons_of
from adapters.slack.limits import size
from adapters.slack.render import Dressed, dressed, file_name, weight
from adapters.slack.spelling import Spelling
from adapters.slack.words import Words
from bot.catalogue.declared import CATALOGUE
from bot.errors import Refused
from bot.ids import AccountId, ChannelId, MessageId, RoleId, SpaceId
from bot.locales import Translator
from bot.views import (
    Bilingual,
    Button,
    Card,
    Document,
    Field,
    Holders,
    Instant,
    Passage,
    Person,
    Phrase,
    Place,
    Reference,
    Text,
    Verbatim,
)
from tests.wire.slack.server import blocks as slack
from tests.wire.slack.server.mentions import ESCAPES

SPACE = SpaceId("slack:T024BE7LD")
ADA, GENERAL, MODS = AccountId(f"{SPACE}/U7"), ChannelId(f"{SPACE}/C8"), RoleId(f"{SPACE}/S9")
THEN = datetime(2027, 3, 3, 18, 5, tzinfo=UTC)
PASSAGE = Passage(GENERAL, MessageId(f"{GENERAL}/1405894322.002768"))
ENGLISH = Words(Translator(strict=True)).spelt_by(Spelling.of(CATALOGUE))
FRENCH = ENGLISH.into("fr")

any_words = (
    st.text(max_size=300)
    | st.text("ab \n*_`~>#@<!&|:\\", max_size=6000)
    | st.builds(lambda n: "word " * n, st.integers(0, 2500))
    | st.sampled_from(
        ["<!channel>", "<@U7>", "<!subteam^S9>", "@here", "<https://evil.example|bank.example>", "\u202eabc"]
    )
)
spans = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=3).map(tuple)
references = st.sampled_from([Person(ADA), Holders(MODS), Place(GENERAL), PASSAGE, Instant(THEN)])
texts: st.SearchStrategy[Text] = (
    st.builds(Verbatim, any_words, spans)
    | st.builds(Bilingual, any_words, any_words)
    | st.builds(lambda words: Phrase("moderation-talk-about", (("passage", words),)), any_words | references)
)
buttons = st.builds(
    Button,
    id=st.from_regex(r"[a-z-]{1,20}(:[a-z0-9-]{1,60})?", fullmatch=True),
    label=texts,
    style=st.sampled_from(["plain", "primary", "danger"]),
    prefill=st.lists(st.tuples(st.sampled_from(["a", "b"]), any_words), max_size=2).map(tuple),
)
documents = st.builds(Document, name=any_words, media_type=st.just("text/plain"), content=any_words)
cards = st.builds(
    Card,
    body=st.lists(texts, max_size=6).map(tuple),
    title=st.none() | texts,
    fields=st.lists(st.builds(Field, label=texts, value=texts), max_size=30).map(tuple),
    buttons=st.lists(buttons, max_size=30).map(tuple),
    files=st.lists(documents, max_size=5).map(tuple),
    tone=st.sampled_from(["plain", "notice", "alert", "good"]),
)


def accepted(one: Dressed) -> None:
    """Raises where Slack would refuse it, as a message, as a dialog or as a page."""
    blocks = json.loads(json.dumps(list(one.blocks)))
    slack.message(blocks)
    slack.view(one.home(), frozenset({"home"}))
    slack.view(one.modal("Close"))
    assert 0 < size(one.text) <= 4000
    for part in parts(one):
        assert part.get("text") != "", "Slack takes no empty words"


def parts(one: Dressed) -> Iterator[dict[str, Any]]:
    for block in one.blocks:
        for section in block["elements"] if block["type"] == "rich_text" else ():
            yield from section["elements"]


def shown(text: Text, words: Words = ENGLISH) -> list[dict[str, Any]]:
    return list(parts(dressed(Card(body=(text,)), words, SPACE)))


def read(one: Dressed) -> str:
    return "".join(str(part.get("text") or part.get("fallback") or "") for part in parts(one))


@settings(max_examples=150)
@given(cards)
def test_slack_takes_every_card_whatever_stands_in_it(card: Card) -> None:
    one = dressed(card, ENGLISH, SPACE)
    accepted(one)
    assert len(list(buttons_of(one.blocks))) <= 25


@settings(max_examples=100)
@given(cards)
def test_nothing_that_anybody_wrote_pings_anybody(card: Card) -> None:
    one = dressed(card, ENGLISH, SPACE)
    assert {part["type"] for part in parts(one)} <= {"text", "link", "channel", "date"}
    assert ESCAPES.search(one.text) is None
    assert "<" not in one.text
    passage = "https://slack.com/app_redirect?team=T024BE7LD&channel=C8"
    for part in parts(one):
        assert part["type"] != "link" or part["url"] == passage or "text" not in part, "an address hides behind words"


@settings(max_examples=100)
@given(any_words)
def test_peoples_own_words_stay_words(said: str) -> None:
    for part in shown(Verbatim(said)):
        assert part["type"] == "text"
        assert not any(sign in part["text"] for sign in "\u202e\u200b\u2066")


def test_nothing_empty_is_sent() -> None:
    one = dressed(Card(body=()), ENGLISH, SPACE)
    accepted(one)
    assert (read(one), one.text) == ("—", "—")
    accepted(dressed(Card(body=(Verbatim(" \n"),), title=Verbatim("")), ENGLISH, SPACE))


def test_words_of_others_are_quoted_with_places_marked() -> None:
    one = dressed(Card(body=(Verbatim("\nbuy *now* here\n", ((5, 10),)),)), ENGLISH, SPACE)
    ((quote,),) = ([*block["elements"]] for block in one.blocks)
    assert quote["type"] == "rich_text_quote"
    assert [(part["text"], part.get("style")) for part in quote["elements"]] == [
        ("buy ", None),
        ("*now*", {"bold": True, "code": True}),
        (" here", None),
    ]


def test_our_own_words_are_formatted_and_those_within_them_are_not() -> None:
    bold, code, link = shown(Bilingual("**now** `code` https://example.org/why.", ""))[0:5:2]
    assert bold == {"type": "text", "text": "now", "style": {"bold": True}}
    assert code == {"type": "text", "text": "code", "style": {"code": True}}
    assert link == {"type": "link", "url": "https://example.org/why"}
    inside = shown(Phrase("moderation-talk-about", (("passage", "**x** https://evil.example <@U7>"),)))
    assert [part["type"] for part in inside] == ["text", "text"]
    assert inside[1]["text"] == "**x** https://evil.example <@U7>"


@pytest.mark.parametrize(
    ("one", "element"),
    [
        (Person(ADA), {"type": "text", "text": "@Ada"}),
        (Place(GENERAL), {"type": "channel", "channel_id": "C8"}),
        (Holders(MODS), {"type": "text", "text": "@mods"}),
        (Holders(RoleId(f"{SPACE}/admin")), {"type": "text", "text": "the administrators of the workspace"}),
        (PASSAGE, {"type": "link", "url": "https://x.slack.com/archives/C8/p1", "text": "the message"}),
        (
            Instant(THEN),
            {
                "type": "date",
                "timestamp": int(THEN.timestamp()),
                "format": "{date_short}, {time}",
                "fallback": "3 March 2027 at 18:05 UTC",
            },
        ),
    ],
)
def test_references_are_written_as_slack_writes_them(one: Reference, element: dict[str, Any]) -> None:
    known = {Person(ADA): "Ada", Holders(MODS): "@mods", PASSAGE: "https://x.slack.com/archives/C8/p1"}
    assert ENGLISH.knowing(known).reference(one) == element  # type: ignore[arg-type]


def test_what_is_on_another_platform_is_told_in_words() -> None:
    channel = ChannelId("discord:1/22")
    there = (Place(channel), Passage(channel, MessageId("discord:1/22/333")), Person(AccountId("discord:1/4444")))
    assert [ENGLISH.reference(one) for one in there] == [
        {"type": "text", "text": said} for said in ("a channel (22)", "the message", "a member (4444)")
    ]


def test_what_is_not_known_is_shown_by_its_id() -> None:
    said = [ENGLISH.spelt(one) for one in (Person(ADA), Place(GENERAL), Holders(MODS), PASSAGE)]
    assert said == [
        "a member (U7)",
        "a channel (C8)",
        "S9",
        "https://slack.com/app_redirect?team=T024BE7LD&channel=C8",
    ]


def test_only_whom_it_should_tell_is_told() -> None:
    named = Phrase("slack-refused-nobody-person", (("person", Person(ADA)),))
    words = ENGLISH.pinging(frozenset({ADA, AccountId(f"{SPACE}/U8")}))
    one = dressed(Card(body=(named,)), words, SPACE)
    assert sorted(part["user_id"] for part in parts(one) if part["type"] == "user") == ["U7", "U8"]
    accepted(one)


def test_a_tone_is_a_sign_before_the_title_and_in_notifications() -> None:
    one = dressed(Card(title=Bilingual("Look", "Regarde"), body=(), tone="alert"), FRENCH, SPACE)
    assert one.blocks[0]["text"]["text"] == "🔴 Regarde"
    assert one.text == "🔴 Regarde"


def test_few_short_fields_stand_in_one_paragraph() -> None:
    fields = (
        Field(label=Bilingual("Who", "Qui"), value=Verbatim("Ada")),
        Field(label=Bilingual("When", "Quand"), value=Verbatim("now")),
    )
    assert read(dressed(Card(body=(), fields=fields), ENGLISH, SPACE)) == "Who: Ada\nWhen: now"
    assert read(dressed(Card(body=(), fields=fields), FRENCH, SPACE)) == "Qui\u202f: Ada\nQuand\u202f: now"
    long = (*fields, Field(label=Bilingual("Why", ""), value=Verbatim("because " * 20)))
    assert len(dressed(Card(body=(), fields=long), ENGLISH, SPACE).blocks) == 3


def test_what_does_not_fit_is_cut_at_a_word_and_comes_in_full_as_a_file() -> None:
    said = "lovely 👩‍👩‍👧‍👧 " * 1000
    one = dressed(Card(body=(Verbatim(said),)), ENGLISH, SPACE)
    assert read(one).endswith(("lovely…", "👩‍👩‍👧‍👧…"))
    ((name, content),) = one.files
    assert name == "in-full.txt"
    assert said.strip() in content.decode()
    assert not dressed(Card(body=(Verbatim("short…"),)), ENGLISH, SPACE).files


def test_many_blocks_stay_within_what_slack_takes() -> None:
    body = tuple(Verbatim(f"line {number}") for number in range(80))
    fields = tuple(Field(label=Verbatim(f"{number}?"), value=Verbatim("x")) for number in range(40))
    one = dressed(Card(title=Verbatim("t"), body=body, fields=fields), ENGLISH, SPACE)
    accepted(one)
    assert len(one.blocks) <= 50
    assert one.files


def test_buttons_say_their_workspace_and_come_once() -> None:
    twice = tuple(Button(id="resume:x", label=Bilingual(f"Go :{number}:x:", "")) for number in range(2))
    (block,) = dressed(Card(body=(), buttons=twice), ENGLISH, SPACE).blocks
    assert block["elements"] == [
        {
            "type": "button",
            "action_id": "resume:x",
            "text": {"type": "plain_text", "text": "Go ∶0∶x:", "emoji": True},
            "value": "T024BE7LD~resume:x",
        }
    ]


def test_files_that_are_too_big_are_refused() -> None:
    big = Document(name="x", media_type="text/plain", content="x" * (50 * 1024 * 1024 + 1))
    with pytest.raises(Refused):
        dressed(Card(body=(), files=(big,)), ENGLISH, SPACE)
    assert file_name("../a\\b\u202e\n") == "..-a-b⇄"


def test_everything_counts_towards_what_slack_takes() -> None:
    assert weight({"type": "text", "elements": ["ab", ("c", 5)]}) == 7
