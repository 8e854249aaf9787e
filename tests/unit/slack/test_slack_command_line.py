import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.command_line import CommandLine, Mistake, Opens, Use
from adapters.slack.directory import Person, Place, Team
from adapters.slack.spelling import Spelling
from adapters.slack.words import Words
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.declared import CATALOGUE
from bot.catalogue.entries import CommandEntry, Parameter
from bot.ids import SpaceId
from bot.locales import Translator
from bot.views import Bilingual, Phrase

HERE = SpaceId("slack:T1")
WORDS = Words(Translator(strict=True)).spelt_by(Spelling.of(CATALOGUE))


def team() -> Team:
    made = Team("T1", HERE, me="UBOT")
    for native, name in (("U1", "Ada Lovelace"), ("U2", "Ada"), ("U3", "Zoë"), ("U4", "Sam"), ("U5", "Sam")):
        made.know(native, Person(name))
    made.places["C1"] = Place("général")
    return made


READER = CommandLine(CATALOGUE, team(), WORDS)
FRENCH = CommandLine(CATALOGUE, team(), WORDS.into("fr"))


@pytest.mark.parametrize(
    ("line", "command", "arguments"),
    [
        ("", "help", ()),
        ("HELP", "help", ()),
        ("/help", "help", ()),
        ("aide !", "help", (("command", "!"),)),
        ("regles voir no-scam", "policy show", (("policy", "no-scam"),)),
        ("Règles  Voir  no-scam", "policy show", (("policy", "no-scam"),)),
        ("langue français", "language", (("language", "fr"),)),
        ("language FRENCH", "language", (("language", "fr"),)),
        ("report <@U9|x y> he said &lt;no&gt;", "report", (("account", "slack:T1/U9"), ("reason", "he said <no>"))),
        ("report @Ada Lovelace is rude", "report", (("account", "slack:T1/U1"), ("reason", "is rude"))),
        ("report ada was rude", "report", (("account", "slack:T1/U2"), ("reason", "was rude"))),
        ("report zoe <@U2> knows", "report", (("account", "slack:T1/U3"), ("reason", "@Ada knows"))),
        ("policy explain see <http://x.y|x.y>", "policy explain", (("text", "see http://x.y"),)),
        ("away 3 days <@U3>", "away", (("until", "3 days"), ("deputy", "slack:T1/U3"))),
        ("absence 2 semaines @Ada Lovelace", "away", (("until", "2 semaines"), ("deputy", "slack:T1/U1"))),
        ("away 2027-03-05", "away", (("until", "2027-03-05"),)),
        ("policy explain two\nlines", "policy explain", (("text", "two\nlines"),)),
    ],
)
def test_lines_are_understood(line: str, command: str, arguments: tuple[tuple[str, str], ...]) -> None:
    assert READER.read(line) == Use(CATALOGUE.command(command), arguments)  # type: ignore[arg-type]


def test_a_form_opens_where_something_is_missing() -> None:
    found = READER.read("report @Zoë")
    assert isinstance(found, Opens)
    assert (found.form, found.given) == ("report", (("account", "slack:T1/U3"),))
    assert isinstance(READER.read("policy new"), Opens)
    alone = READER.read("away <@U3>")
    assert isinstance(alone, Opens)
    assert (alone.form, alone.given) == ("away", (("deputy", "slack:T1/U3"),))


def test_whoever_reads_french_is_told_in_french() -> None:
    with pytest.raises(Mistake) as mistake:
        FRENCH.read("règles voir")
    assert "/palabre règles voir [la règle]" in mistake.value.said
    assert mistake.value.wanted is not None
    assert mistake.value.wanted.kind == "policy"


def test_two_of_one_name_have_to_be_told_apart() -> None:
    with pytest.raises(Mistake) as mistake:
        READER.read("report @Sam x")
    assert "Several people" in mistake.value.said


def test_channels_are_given_by_the_list_or_by_name() -> None:
    asked = CommandEntry(
        id="watch",
        name=Bilingual("watch", "surveiller"),
        help=Phrase("catalogue-help"),
        parameters=(Parameter(id="channel", label=Phrase("catalogue-help"), kind="channel"),),
    )
    reader = CommandLine(Catalogue((asked,), (), (), ()), team(), WORDS)
    for typed in ("watch <#C1|general>", "surveiller #general", "watch Général"):
        assert reader.read(typed) == Use(asked, (("channel", "slack:T1/C1"),))
    with pytest.raises(Mistake, match="no channel called #nowhere"):
        reader.read("watch #nowhere")


@given(st.text(max_size=200))
def test_whatever_is_typed_is_understood_or_explained(line: str) -> None:
    try:
        said = READER.read(line).command.id
    except Mistake as mistake:
        said = mistake.said
    assert said


@pytest.mark.parametrize("said", ["é" * 40_000, "é " * 20_000, "@" + "Ada" * 13_000, "<" * 40_000, "< " * 20_000])
def test_nobody_is_kept_waiting_by_as_much_as_slack_takes(said: str) -> None:
    many = team()
    for number in range(2_000):
        many.know(f"U1{number}", Person(f"Prénom Nom {number}"))
    begun = time.process_time()
    with contextlib.suppress(Mistake):
        CommandLine(CATALOGUE, many, WORDS).read(f"report {said}")
    assert time.process_time() - begun < 1.0


@pytest.mark.parametrize("said", ["Adam was rude", "Adamantly rude", "@Adalbert was rude", "Sami"])
def test_nobody_is_taken_for_whoever_has_a_shorter_name(said: str) -> None:
    with pytest.raises(Mistake):
        READER.read(f"report {said}")
