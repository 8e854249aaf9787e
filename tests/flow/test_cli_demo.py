"""The story of the demonstration: pleasant to read, and true."""

import tomllib
from pathlib import Path

import pytest

from bot.app import demo
from bot.app.decisions import Decision
from tests.flow.shells import Shell, everything

EXAMPLE = Path(__file__).parents[2] / "examples" / "tilleul"


@pytest.fixture
async def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> demo.Story:
    monkeypatch.chdir(tmp_path)
    return await demo.live_through("en")


def test_the_demonstration_asks_nothing_and_tells_who_what_and_why(shell: Shell, tmp_path: Path) -> None:
    told = shell("demo", "--story")
    assert told.code == 0
    assert told.err == ""
    for words in (
        "292 messages from 23 people in 5 channels, 520 reactions",
        "Thursday 5 March, 10:30 · #idees-ideas · Basile",
        "[connard]",
        "Here we may disagree strongly without insulting anyone.",
        "the message taken down",
        "Of her 15 messages, none was touched.",
        "The chain has just been checked, and it is whole",
        "--config palabre-demo/config.toml stats",
    ):
        assert words in told.words
    rulings = len(everything(tmp_path / "palabre-demo" / "palabre.db")["rulings"])
    assert f"{rulings} rulings" in told.words


def test_the_story_is_the_same_every_time_and_fits_a_screen_of_80_columns(shell: Shell) -> None:
    first, second = shell("demo", "--story"), shell("demo", "--story")
    assert first == second
    narrow = [
        line for line in first.out.splitlines() if not line.startswith("    ")
    ]  # but commands, to be copied whole
    assert max(map(len, narrow)) <= 80
    assert "\x1b" not in first.out


def test_the_story_is_told_in_french(shell: Shell) -> None:
    told = shell("demo", "--story", locale="fr")
    assert "Trois semaines sous le tilleul" in told.out
    assert "Ici, on peut ne pas être d'accord du tout" in told.words
    assert "aucun n'a été touché" in told.words


def test_every_decision_in_the_database_is_in_the_story(shell: Shell, tmp_path: Path) -> None:
    told = shell("demo", "--story").words
    rulings = everything(tmp_path / "palabre-demo" / "palabre.db")["rulings"]
    again = 2  # the same scam in two more channels is told in one line
    assert told.count("●") + told.count("○") + again == len(rulings)


async def test_what_is_quoted_and_pointed_at_really_stands_in_the_sample(story: demo.Story) -> None:
    highlights = story.highlights
    remarks = (*highlights.scene, *highlights.critic, *highlights.innocent)
    assert [one.message for one in remarks if one.message not in story.lines] == []
    assert [one.part for one in remarks if one.part not in story.lines[one.message].text] == []
    assert [one for wait in highlights.wait for one in (wait.question, wait.answer) if one not in story.lines] == []
    assert all(story.acted_on(one.message) is not None for one in highlights.scene)
    with (EXAMPLE / "highlights.toml").open("rb") as file:
        assert tomllib.load(file)


async def test_the_critic_is_never_touched(story: demo.Story) -> None:
    critics = {story.lines[one.message].account for one in story.highlights.critic}
    assert len(critics) == 1
    assert [one for one in story.decided if one.line.account in critics] == []


async def test_every_word_that_was_told_to_somebody_names_its_policy(story: demo.Story) -> None:
    def sound(decision: Decision) -> bool:
        return bool(decision.why and decision.policies and all(name in story.titles for name in decision.policies))

    assert story.decided
    assert all(map(sound, story.decided))


def test_settings_and_variables_of_the_operators_own_are_left_out_of_it(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.toml").write_text("this is no toml", encoding="utf-8")
    monkeypatch.setenv("PALABRE_DATABASE_URL", "postgresql://nowhere/nothing")
    assert shell("demo", "--story").code == 0
    assert (tmp_path / "palabre-demo" / "palabre.db").is_file()


def test_a_folder_that_cannot_be_used_is_said_and_not_emptied(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "palabre-demo").write_text("mine", encoding="utf-8")
    told = shell("demo", "--story")
    assert told.code == 4
    assert "go to another one" in told.words
    assert (tmp_path / "palabre-demo").read_text(encoding="utf-8") == "mine"
