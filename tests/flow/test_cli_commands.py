"""The commands of the shell, as an operator calls them."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from bot.views import Locale
from tests.flow.shells import Shell, everything

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "tilleul"
SHIPPED = ROOT / "policies" / "starter"


@pytest.fixture(scope="session")
def replayed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("replayed") / "palabre.db"


@pytest.fixture
def replayed(shell: Shell, replayed_once: Path, tmp_path: Path) -> Path:
    """A database with the sample community in it, beside the test."""
    database = tmp_path / "palabre.db"
    if replayed_once.exists():
        shutil.copy(replayed_once, database)
    else:
        assert shell("replay", str(EXAMPLE)).code == 0
        shutil.copy(database, replayed_once)
    return database


# --- replay


def test_a_replay_tells_what_was_seen_said_and_would_have_been_done(shell: Shell) -> None:
    told = shell("replay", str(EXAMPLE))
    assert told.code == 0
    for words in (
        'tilleul was replayed as the community "tilleul"',
        "From 2 March 2026 to 22 March 2026 (UTC):",
        "292 messages from 23 people in 5 channels, 520 reactions, and one bot that was not judged.",
        "starter/scam-links",
        "#idees-ideas · Basile",
        "[connard]",
        "6 × private message with the reason",
        "no events for us: channel_topic (3)",
        "All of it is in palabre.db",
        "stats --community tilleul",
    ):
        assert words in told.words


def test_a_second_replay_changes_nothing_and_says_so(shell: Shell, replayed: Path) -> None:
    before = everything(replayed)
    told = shell("replay", str(EXAMPLE), locale="fr")
    assert told.code == 0
    assert "les 833 événements étaient déjà connus" in told.words
    assert everything(replayed) == before


def test_a_replay_can_use_a_folder_of_policies(shell: Shell, tmp_path: Path) -> None:
    shutil.copytree(SHIPPED.parent, tmp_path / "mine")
    for pack in (tmp_path / "mine").glob("*/pack.toml"):
        text = pack.read_text(encoding="utf-8")
        pack.write_text(text.replace('mode = "enforce"', 'mode = "shadow"'), encoding="utf-8")
    told = shell("replay", str(EXAMPLE), "--policies", "mine")
    assert told.code == 0
    assert "on trial" in told.words
    assert "would have been done" not in told.words
    assert shell("replay", str(EXAMPLE), "--policies", "nowhere").code == 3


def test_what_is_no_export_is_said_with_the_next_step(shell: Shell, tmp_path: Path) -> None:
    told = shell("replay", "nowhere.zip")
    assert (told.code, told.out) == (4, "")
    assert "nowhere.zip: there is no such file or folder → Check the path" in told.words
    with zipfile.ZipFile(tmp_path / "odd.zip", "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert shell("replay", "odd.zip").code == 4


def test_words_in_an_export_neither_format_nor_steer_the_terminal(shell: Shell, tmp_path: Path) -> None:
    export = tmp_path / "export"
    (export / "general").mkdir(parents=True)
    profile = {"display_name": "Eve[/bold]\x1b[31m"}
    (export / "users.json").write_text(json.dumps([{"id": "U1", "name": "eve", "profile": profile}]))
    (export / "channels.json").write_text(json.dumps([{"id": "C1", "name": "general"}]))
    said = {"type": "message", "user": "U1", "ts": "1772436889.000100", "text": "\x1b]0;x\x07 you idiot [red]!"}
    (export / "general" / "2026-03-02.json").write_text(json.dumps([said]))
    told = shell("replay", "export")
    assert told.code == 0
    assert "Eve[/bold]" in told.out
    assert "[red]!" in told.out
    assert "\x1b" not in told.out


def test_a_replay_that_is_interrupted_keeps_what_it_did_and_says_how_to_go_on(shell: Shell, tmp_path: Path) -> None:
    export = tmp_path / "export"
    (export / "general").mkdir(parents=True)
    (export / "users.json").write_text(json.dumps([{"id": "U1", "name": "ada"}]))
    (export / "channels.json").write_text(json.dumps([{"id": "C1", "name": "general"}]))
    said = [{"type": "message", "user": "U1", "ts": f"{1772436889 + n}.000100", "text": f"{n}"} for n in range(100_000)]
    (export / "general" / "2026-03-02.json").write_text(json.dumps(said))
    asked = [sys.executable, "-c", "from bot.cli import main; main()", "replay", "export"]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ) as running:
        while running.poll() is None and _events(tmp_path / "palabre.db") == 0:
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert (running.returncode, out) == (130, "")
    assert "run the same command again and it goes on" in " ".join(err.split())
    assert "Traceback" not in err
    assert 0 < _events(tmp_path / "palabre.db") < 100_000


def _events(database: Path) -> int:
    if not database.exists():
        return 0
    try:
        with closing(sqlite3.connect(database)) as connection:
            return int(connection.execute("SELECT count(*) FROM events").fetchone()[0])
    except sqlite3.OperationalError:  # its tables are being made
        return 0


# --- settings


def test_settings_are_written_once_and_never_over_others(shell: Shell, tmp_path: Path) -> None:
    first, second = shell("init"), shell("init")
    assert (first.code, second.code) == (0, 1)
    assert "Written: config.toml" in first.out
    assert "was left as it is" in second.words
    assert (tmp_path / "config.toml").read_text() == (ROOT / "config.example.toml").read_text()
    assert shell("init", "nowhere/at/all.toml").code == 3


def test_an_app_that_slack_could_not_reach_is_not_described(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[slack]\nmode = "http"\n')
    told = shell("init", "slack")
    assert told.code == 3
    assert "slack.http.public_url" in told.words
    assert not (tmp_path / "slack-manifest.json").exists()
    (tmp_path / "config.toml").write_text(
        '[slack]\nmode = "http"\nhttp.public_url = "https://tree.example/bots/"\nhttp.path = "/slack"\n'
    )
    assert shell("init", "slack").code == 0
    asked = json.loads((tmp_path / "slack-manifest.json").read_text())
    assert asked["settings"]["event_subscriptions"]["request_url"] == "https://tree.example/bots/slack"


def test_whoever_lets_others_install_the_app_reads_where(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.toml").write_text('[slack]\nmode = "http"\nhttp.public_url = "https://tree.example/bots/"\n')
    monkeypatch.setenv("PALABRE_SLACK_CLIENT_ID", "1.2")
    told = shell("init", "slack")
    assert told.code == 0
    assert "https://tree.example/bots/slack/install" in told.out
    assert "BOT_TOKEN" not in told.out


def test_the_token_of_one_workspace_and_many_that_install_it_exclude_each_other(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.toml").write_text(
        '[slack]\nmode = "http"\nhttp.public_url = "https://tree.example"\n[communities.tree]\nspaces = ["slack:T1"]\n'
    )
    for name in ("CLIENT_ID", "CLIENT_SECRET", "SIGNING_SECRET", "BOT_TOKEN"):
        monkeypatch.setenv(f"PALABRE_SLACK_{name}", "1.2")
    monkeypatch.setenv("PALABRE_VAULT_KEY", "A" * 43 + "=")
    told = shell("run")
    assert told.code == 3
    assert "none that installs the bot is entered" in told.words


@pytest.mark.parametrize(("locale", "words"), [("en", "One thing needs your"), ("fr", "Un point à regarder")])
def test_a_misspelt_setting_shows_its_line_and_the_nearest_word(
    shell: Shell, tmp_path: Path, locale: Locale, words: str
) -> None:
    (tmp_path / "bad.toml").write_text("[retention]\nactivty_days = 3\n")
    told = shell("--config", "bad.toml", "stats", locale=locale)
    assert told.code == 3
    assert words in told.err
    assert 'bad.toml:2: unknown setting "activty_days"' in told.err
    assert 'did you mean "activity_days"?' in told.err


def test_a_misspelt_command_or_option_is_answered_with_the_nearest(shell: Shell) -> None:
    told = shell("stat")
    assert told.code == 2
    assert "stats" in told.err


# --- policies


def test_the_shipped_policies_are_sound(shell: Shell) -> None:
    told = shell("policy", "check")
    assert told.code == 0
    assert "every case holds" in told.out


def test_a_failing_case_and_a_mistake_are_shown_with_their_places(shell: Shell, tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "failing")
    with (tmp_path / "failing" / "cases.toml").open("a", encoding="utf-8") as cases:
        cases.write('\n[[case]]\ntext = "a perfectly nice day"\nexpect = ["spam"]\n')
    shutil.copytree(SHIPPED, tmp_path / "mistaken")
    pack = tmp_path / "mistaken" / "pack.toml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("remind =", "remynd ="), encoding="utf-8")
    told = shell("policy", "check", "failing", "mistaken")
    assert told.code == 1
    assert "failing/cases.toml, case" in told.err
    assert "should have matched, and did not: starter/spam" in told.words
    assert "mistaken/pack.toml:" in told.err
    assert 'did you mean "remind"?' in told.err


def test_a_folder_that_is_not_there_is_a_mistake(shell: Shell) -> None:
    told = shell("policy", "check", "nowhere")
    assert told.code == 1
    assert "there is no such folder" in told.words


# --- the database


def test_health_and_doctor_say_yes_where_all_is_well(shell: Shell, replayed: Path) -> None:
    assert shell("health").out == "healthy\n"
    told = shell("doctor")
    assert told.code == 0
    assert "All is well." in told.out
    assert "their chain is whole" in told.words


def test_looking_for_a_database_makes_none(shell: Shell, tmp_path: Path) -> None:
    assert [shell(*words).code for words in (("health",), ("stats",), ("doctor",))] == [1, 5, 0]
    assert list(tmp_path.iterdir()) == []


def test_doctor_sees_what_was_changed_by_hand(shell: Shell, replayed: Path) -> None:
    with sqlite3.connect(replayed) as connection:
        connection.execute("""UPDATE ruling_details SET why = '[]' WHERE number = 2""")
    told = shell("doctor")
    assert told.code == 1
    assert "chain of rulings is broken: the details of ruling 2 were changed" in told.words
    assert "One thing needs your attention." in told.words


def test_doctor_sees_what_was_set_aside_and_retrying_settles_it(shell: Shell, replayed: Path) -> None:
    payload = json.dumps(
        {"kind": "member_left", "id": "left:1", "space": "slack:T0TILLEUL", "at": "2026-03-23T08:00:00Z"}
        | {"account": "slack:T0TILLEUL/U0LUCA0001", "channel": None}
    )
    with sqlite3.connect(replayed) as connection:
        connection.execute(
            "INSERT INTO quarantine (partition, space, event_id, room, payload, seed, error, at)"
            " VALUES (1, 'slack:T0TILLEUL', 'left:1', 'members', ?, 7, 'KeyError: x', '2026-03-23 08:00:00.000000')",
            (payload,),
        )
    told = shell("doctor")
    assert told.code == 1
    assert "number 1 was set aside" in told.words
    assert "quarantine retry 1" in told.words
    assert shell("quarantine", "retry", "1").words == "I tried number 1 once more, and it worked."
    assert shell("doctor").code == 0
    again = shell("quarantine", "retry", "1", locale="fr")
    assert (again.code, again.words) == (1, "Rien n'est mis de côté sous le numéro 1.")


def test_the_database_is_made_brought_up_to_date_and_copied(shell: Shell, tmp_path: Path) -> None:
    assert "palabre.db is ready" in shell("db", "upgrade").words
    assert "palabre.db is up to date" in shell("db", "upgrade").words
    assert len(list(tmp_path.iterdir())) == 1
    told = shell("db", "backup")
    assert told.code == 0
    assert len(list(tmp_path.glob("palabre-*.backup.db"))) == 1


def test_what_is_no_database_is_said_in_one_line(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "palabre.db").write_text("a shopping list, not a database, " * 50)
    told = shell("stats")
    assert told.code == 5
    assert "is damaged, or is no database" in told.words
    assert "Traceback" not in told.err
    assert shell("health").code == 1
    assert shell("doctor").code == 1


def test_a_database_of_a_newer_version_is_left_alone(shell: Shell, replayed: Path, tmp_path: Path) -> None:
    with sqlite3.connect(replayed) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    told = shell("db", "upgrade")
    assert told.code == 5
    assert "was made by a newer version of Palabre (revision 9999)" in told.words
    assert shell("doctor").code == 1
    assert not list(tmp_path.glob("*.backup.db"))


def test_counts_come_with_what_they_cover(shell: Shell, replayed: Path) -> None:
    told = shell("stats")
    assert told.code == 0
    for words in ("tilleul: first counts", "Messages", "292", "2 March 2026 – 22 March 2026", "respect/insults (acts)"):
        assert words in told.words
    assert "C'est" not in told.out
    assert "tilleul : premiers chiffres" in shell("stats", locale="fr").words


def test_with_several_communities_one_must_be_named(shell: Shell, replayed: Path) -> None:
    assert shell("replay", str(EXAMPLE), "--community", "other", "--space", "slack:T0OTHER").code == 0
    told = shell("stats")
    assert told.code == 2
    assert "Name one with --community: other, tilleul." in told.words
    assert shell("stats", "--community", "other").code == 0
    assert shell("stats", "--community", "nobody").code == 2


# --- privacy


def test_everything_about_a_person_is_handed_over_as_json(shell: Shell, replayed: Path, tmp_path: Path) -> None:
    told = shell("privacy", "export", "@basile")
    found = json.loads(told.out)
    assert found["accounts"][0]["name"] == "Basile"
    assert shell("privacy", "export", "U0BASILE01", "--output", "basile.json").code == 0
    assert json.loads((tmp_path / "basile.json").read_text(encoding="utf-8")) == found


def test_forgetting_somebody_leaves_no_text_and_no_name_in_any_table(shell: Shell, replayed: Path) -> None:
    named = ("Gérald", "U0GERALD01")
    before = str(everything(replayed))
    assert all(name in before for name in named)
    assert "hey guys free nitro" in before
    told = shell("privacy", "forget", "@Gérald", "--yes")
    assert told.code == 0
    assert "is erased. Sums stay, without a name." in told.words
    left = {
        table: [row for row in rows if any(name in row for name in named)]
        for table, rows in everything(replayed).items()
    }
    assert {table: rows for table, rows in left.items() if rows} == {}
    assert "hey guys free nitro" not in str(everything(replayed))
    assert shell("doctor").code == 0
    assert "23" in shell("stats").words


def test_nobody_is_forgotten_without_being_asked_for_twice(shell: Shell, replayed: Path) -> None:
    before = everything(replayed)
    assert shell("privacy", "forget", "@Basile").code == 1  # nobody answers here
    assert everything(replayed) == before


def test_a_hold_keeps_an_account_until_it_is_released(shell: Shell, replayed: Path) -> None:
    assert shell("privacy", "hold", "Basile", "--reason", "a letter from the judge").code == 0
    kept = shell("privacy", "forget", "Basile", "--yes")
    assert kept.code == 1
    assert "The law asks us to keep" in kept.words
    assert shell("privacy", "release", "Basile").code == 0
    assert shell("privacy", "forget", "Basile", "--yes", locale="fr").code == 0
    gone = shell("privacy", "forget", "Basile", "--yes")
    assert gone.code == 1
    assert 'Nobody here is "Basile"' in gone.words


def test_a_name_that_two_people_share_is_answered_with_both(shell: Shell, replayed: Path) -> None:
    with sqlite3.connect(replayed) as connection:
        connection.execute("UPDATE accounts SET name = 'Basile' WHERE account LIKE '%U0RORY0001'")
    told = shell("privacy", "export", "Basile")
    assert told.code == 2
    assert "slack:T0TILLEUL/U0BASILE01" in told.err
    assert "slack:T0TILLEUL/U0RORY0001" in told.err
    assert shell("privacy", "export", "slack:T0TILLEUL/U0RORY0001").code == 0
