import random
from datetime import UTC, datetime

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.discord.limits import size
from adapters.discord.render import Dressed, dressed
from adapters.discord.words import Words
from bot.errors import Refused
from bot.ids import AccountId, ChannelId, MessageId, RoleId
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
from tests.wire.discord.server import limits

SPACE = "discord:1"
ADA, GENERAL, MODS = AccountId(f"{SPACE}/7"), ChannelId(f"{SPACE}/8"), RoleId(f"{SPACE}/9")
THEN = datetime(2027, 3, 3, 18, 5, tzinfo=UTC)
PASSAGE = Passage(GENERAL, MessageId(f"{GENERAL}/10"))
ENGLISH = Words(Translator(strict=True))
FRENCH = ENGLISH.into("fr")

any_words = (
    st.text(max_size=300)
    | st.text("ab \n*_`>#@<:\\", max_size=6000)
    | st.builds(lambda n: "word " * n, st.integers(0, 2500))
)
spans = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=3).map(tuple)
texts: st.SearchStrategy[Text] = (
    st.builds(Verbatim, any_words, spans)
    | st.builds(Bilingual, any_words, any_words)
    | st.builds(lambda words: Phrase("moderation-talk-about", (("passage", words),)), any_words)
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
    files=st.lists(documents, max_size=12).map(tuple),
    tone=st.sampled_from(["plain", "notice", "alert", "good"]),
)


def accepted(one: Dressed) -> None:
    """Raises where Discord would refuse it."""
    view = one.view()
    payload = {"embeds": [one.embed.to_dict()], "components": view.to_components() if view else []}
    limits.message(payload, [len(content) for _, content in one.files], flags=0)


def shown(text: Text, words: Words = ENGLISH) -> str:
    return dressed(Card(body=(text,)), words).embed.description or ""


@settings(max_examples=60)
@given(cards, st.sampled_from(["en", "fr"]), st.none() | st.just(1234567890123456789))
def test_whatever_a_card_holds_discord_takes_it(card: Card, locale: str, guild: int | None) -> None:
    one = dressed(card, FRENCH if locale == "fr" else ENGLISH, guild)
    accepted(one)
    assert size(one.embed.description or "") <= 4096
    assert len(one.embed) <= 6000


@settings(max_examples=40)
@given(cards)
def test_nothing_is_lost_that_does_not_fit(card: Card) -> None:
    one = dressed(card, ENGLISH)
    if any(len(field.value.text) > 1100 for field in card.fields if isinstance(field.value, Verbatim)):
        assert any(name.endswith((".txt", ".zip")) for name, _ in one.files)


def test_a_reference_is_written_as_discord_shows_it_to_each_reader() -> None:
    given: dict[str, Reference] = {"person": Person(ADA), "place": Place(GENERAL), "passage": PASSAGE}
    said = shown(Phrase("moderation-card-person-place-passage", tuple(given.items())))
    assert said == "<@7>: <#8> · [the message](https://discord.com/channels/1/8/10)", "also where the message is gone"
    assert shown(Phrase("discord-refused-role", (("role", Holders(MODS)),))).startswith("I cannot find the role <@&9>")
    assert shown(Phrase("web-cannot-timed-out", (("until", Instant(THEN)),))).endswith("<t:1804097100:f>.")


def test_what_is_on_another_platform_is_told_in_words() -> None:
    channel = ChannelId("slack:T1/C22")
    there = (Place(channel), Passage(channel, MessageId("slack:T1/C22/3.4")), Person(AccountId("slack:T1/U4")))
    assert [ENGLISH.reference(one) for one in there] == ["a channel (C22)", "the message", "a member (U4)"]


def test_roles_that_discord_has_no_name_for_are_told_in_words() -> None:
    owner = Phrase("discord-refused-role", (("role", Holders(RoleId(f"{SPACE}/owner"))),))
    assert "the owner and the administrators" in shown(owner)


def test_a_title_has_no_references_but_names() -> None:
    known = {Place(GENERAL): "#general"}
    words = ENGLISH.naming(lambda one: known.get(one) if isinstance(one, Place) else None)
    card = Card(
        title=Phrase("moderation-card-person-place", (("person", Person(ADA)), ("place", Place(GENERAL)))), body=()
    )
    assert dressed(card, words).embed.title == "a member (7) in #general"


def test_words_within_a_sentence_of_ours_stay_words() -> None:
    said = shown(Phrase("web-command-unknown", (("typed", "**/x** <@&1> [a](https://b) `c` \ue0000\ue001"),)))
    assert said.startswith(r"There is no command \*\*/x\*\* \<\@&1\> \[a\](https\://b) \`c\` ")
    assert "\ue000" not in said


def test_words_choose_a_variant_all_the_same() -> None:
    assert shown(Phrase("moderation-did", (("measure", "pause_invites"),))) == "Nobody new can come in for a while."


def test_managers_may_emphasise_but_neither_link_nor_mention() -> None:
    assert shown(Bilingual("Be **kind**, see `/help`, not [x](https://y) or @here", "")) == (
        r"Be **kind**, see `/help`, not \[x\](https\://y) or \@here"
    )


def test_both_languages_and_both_ways_to_address_people_are_spoken() -> None:
    phrase = Phrase("members-kept-nothing")
    assert shown(phrase) == "I keep nothing about you."
    assert shown(phrase, FRENCH) == "Je ne garde rien sur toi."
    assert shown(phrase, ENGLISH.into("fr", "vous")) == "Je ne garde rien sur vous."


def test_what_somebody_wrote_is_quoted_marked_and_attached_where_it_is_too_long() -> None:
    one = dressed(Card(body=(Verbatim("bad **word**\nand more", ((0, 3),)),)), ENGLISH)
    assert one.embed.description == "> **__bad__** \\*\\*word\\*\\*\n> and more"
    assert one.files == ()
    long = "é" * 5000
    one = dressed(Card(body=(Bilingual("Here it is:", ""), Verbatim(long))), ENGLISH)
    assert (one.embed.description or "").endswith("…")
    ((name, content),) = one.files
    assert name == "in-full.txt"
    assert content.decode() == f"Here it is:\n\n{long}\n"


def test_a_document_comes_as_a_file() -> None:
    one = dressed(
        Card(body=(), files=(Document(name="a/b.toml", media_type="text/plain", content="x = '\ud800'"),)), ENGLISH
    )
    assert one.files == (("a-b.toml", "x = '�'".encode()),)
    assert one.embed.description == "—"


def test_files_too_big_together_are_packed_and_refused_where_even_that_is_too_much() -> None:
    big = Document(name="a.json", media_type="application/json", content="x" * (11 * 1024 * 1024))
    ((name, content),) = dressed(Card(body=(), files=(big,)), ENGLISH).files
    assert name == "in-full.zip"
    assert len(content) < 100_000
    noise = random.Random(1).randbytes(12 * 1024 * 1024).decode("latin-1")
    worse = Document(name="b", media_type="text/plain", content=noise)
    with pytest.raises(Refused) as refused:
        dressed(Card(body=(), files=(worse,)), ENGLISH)
    assert refused.value.because == Phrase("discord-refused-file")


async def test_buttons_say_the_server_only_outside_of_it_and_are_not_kept() -> None:
    card = Card(
        body=(),
        buttons=(
            Button(id="incident-ask:i1", label=Bilingual("Ask", "")),
            Button(id="incident-undo:i1", label=Bilingual("Undo", ""), style="danger"),
            Button(id="incident-undo:i1", label=Bilingual("Twice", "")),
        ),
    )
    one, direct = dressed(card, ENGLISH), dressed(card, ENGLISH, 42)
    assert [button.custom_id for button in one.buttons] == ["incident-ask:i1", "incident-undo:i1"]
    assert [button.custom_id for button in direct.buttons] == ["42~incident-ask:i1", "42~incident-undo:i1"]
    assert [button.style for button in one.buttons] == [discord.ButtonStyle.secondary, discord.ButtonStyle.danger]
    view = one.view()
    assert view is not None
    assert view.is_finished()


def test_a_tone_is_a_colour() -> None:
    colours = {
        tone: dressed(Card(body=(), tone=tone), ENGLISH).embed.colour for tone in ("plain", "notice", "alert", "good")
    }
    assert len(set(colours.values())) == 4


def test_many_fields_are_cut_and_the_rest_is_attached() -> None:
    fields = tuple(Field(label=Bilingual(f"Rule {n}", ""), value=Bilingual("why " * 60, "")) for n in range(40))
    one = dressed(Card(body=(Bilingual("All rules", ""),), fields=fields), ENGLISH)
    accepted(one)
    assert one.embed.description == "All rules"
    assert b"Rule 39" in one.files[0][1]
