import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from bot import config, documents
from bot.config import Community, Settings, copies
from bot.config.secrets import VARIABLES
from bot.errors import Complaints

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
NOTHING: Mapping[str, str] = {}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(home: Path, text: str) -> Path:
    path = home / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def said(path: Path | None, environ: Mapping[str, str] = NOTHING) -> list[str]:
    with pytest.raises(Complaints) as caught:
        config.load(path, environ)
    return [str(one).removeprefix(str(path.parent if path else "")).lstrip("/") for one in caught.value.complaints]


def test_without_any_file_the_defaults_hold(home: Path) -> None:
    loaded = config.load(None, {"HOME": "/root"})
    assert loaded.settings == Settings()
    assert loaded.source is None
    assert loaded.database.get_secret_value() == f"sqlite:///{home}/palabre.db"
    assert loaded.policies == (home / "policies",)


def test_the_file_in_the_current_folder_is_read_unasked(home: Path) -> None:
    write(home, '[logging]\nlevel = "debug"\n')
    assert config.load(None, {}).settings.logging.level == "debug"


def test_a_file_that_was_asked_for_and_is_missing_is_said(home: Path) -> None:
    hint = "copy config.example.toml there, or leave it out to use the defaults"
    assert said(home / "other.toml") == [f"other.toml: there is no such file; {hint}"]
    assert said(None, {"PALABRE_CONFIG": "gone.toml"}) == [
        f"PALABRE_CONFIG: there is no such file as gone.toml; {hint}",
    ]


def test_the_environment_can_say_where_the_file_is(home: Path) -> None:
    (home / "deep").mkdir()
    path = write(home / "deep", '[database]\nurl = "data/p.db"\n')
    loaded = config.load(None, {"PALABRE_CONFIG": "deep/config.toml"})
    assert loaded.source == path.relative_to(home)
    assert loaded.database.get_secret_value() == f"sqlite:///{home}/deep/data/p.db"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("palabre.db", "sqlite:///{home}/palabre.db"),
        ("sqlite:sub/p.db", "sqlite:///{home}/sub/p.db"),
        ("sqlite:///p.db", "sqlite:///{home}/p.db"),
        ("sqlite:/var/p.db", "sqlite:////var/p.db"),
        ("sqlite:////var/p.db", "sqlite:////var/p.db"),
        ("postgresql://host/name", "postgresql://host/name"),
        ("postgresql://user@host:5432/name", "postgresql://user@host:5432/name"),
    ],
)
def test_every_spelling_of_a_database_becomes_one(home: Path, written: str, read: str) -> None:
    path = write(home, f'[database]\nurl = "{written}"\n')
    assert config.load(path, {}).database.get_secret_value() == read.format(home=home)


@pytest.mark.parametrize("url", ["postgresql://u:hunter2@host/db", "postgresql://host/db?password=hunter2"])
def test_a_password_in_the_file_is_refused_and_not_repeated(home: Path, url: str) -> None:
    found = said(write(home, f'[database]\nurl = "{url}"\n'))
    assert found == [
        "config.toml:2: a password does not belong in this file; "
        "take it out and set the whole address as PALABRE_DATABASE_URL in the environment",
    ]


@pytest.mark.parametrize(
    "url", ["", "mysql://host/db", "postgresql:name", "postgresql://", "sqlite:", "hunter2:x", "postgresql://[x/db"]
)
def test_an_address_that_names_no_database_is_refused(home: Path, url: str) -> None:
    assert len(said(write(home, f'[database]\nurl = "{url}"\n'))) == 1
    if url:
        found = said(None, {"PALABRE_DATABASE_URL": url}) if not url.startswith("postgresql://[") else []
        assert not any("hunter2" in one for one in found)


def test_secrets_come_from_the_environment_and_are_never_shown(home: Path) -> None:
    names = ["DATABASE_URL", "DISCORD_TOKEN", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"]
    environ = {f"PALABRE_{name}": "hunter2" for name in names}
    environ["PALABRE_DATABASE_URL"] = "postgresql://me:hunter2@host/db"
    loaded = config.load(None, environ)
    assert loaded.database.get_secret_value() == "postgresql://me:hunter2@host/db"
    assert loaded.secrets.discord_token is not None
    assert loaded.secrets.discord_token.get_secret_value() == "hunter2"
    for shown in (repr(loaded), str(loaded), repr(loaded.secrets), loaded.secrets.model_dump_json()):
        assert "hunter2" not in shown


def test_an_empty_variable_counts_as_none(home: Path) -> None:
    loaded = config.load(None, dict.fromkeys(VARIABLES, ""))
    assert loaded == config.load(None, {})


def test_the_environment_has_the_last_word_on_the_log_level(home: Path) -> None:
    path = write(home, '[logging]\nlevel = "error"\nformat = "json"\n')
    logging = config.load(path, {"PALABRE_LOG_LEVEL": "DEBUG"}).settings.logging
    assert (logging.level, logging.format) == ("debug", "json")


def test_mistakes_of_the_file_and_of_the_environment_are_told_together(home: Path) -> None:
    path = write(home, '[loging]\nlevel = "info"\n[retention]\nactivity_days = 0\n')
    assert said(path, {"PALABRE_DATABASE_URI": "x", "PALABRE_LOG_LEVEL": "inof"}) == [
        'config.toml:1: unknown setting "loging"; did you mean "logging"?',
        "config.toml:4: activity_days is 0; it must be at least 1",
        'PALABRE_DATABASE_URI: unknown variable; did you mean "PALABRE_DATABASE_URL"?',
        'PALABRE_LOG_LEVEL: it must be one of debug, info, warning, error; did you mean "info"?',
    ]


COMMUNITY = """
[communities.tree]
spaces = ["discord:1234", "slack:T024BE7LD"]
locale = "fr"
address = "vous"
time_zone = "Europe/Paris"
managers_channel = { "discord:1234" = "5678", "slack:T024BE7LD" = "slack:T024BE7LD/C1" }

[communities.tree.levels]
"discord:1234/99" = "moderator"

[communities.tree.modes]
"starter.no-scam" = "enforce"
"""


def test_a_community_is_read_with_all_its_parts(home: Path) -> None:
    tree = config.load(write(home, COMMUNITY), {}).settings.communities["tree"]
    assert tree.spaces == ("discord:1234", "slack:T024BE7LD")
    assert (tree.locale, tree.address, tree.time_zone) == ("fr", "vous", "Europe/Paris")
    assert tree.packs == ("starter", "respect")
    assert tree.managers_channel == {"discord:1234": "discord:1234/5678", "slack:T024BE7LD": "slack:T024BE7LD/C1"}
    assert tree.levels == {"discord:1234/99": "moderator"}
    assert tree.modes == {"starter.no-scam": "enforce"}


@pytest.mark.parametrize(
    ("instead_of", "written", "complaint"),
    [
        ("Europe/Paris", "Europe/Pari", '6: "Europe/Pari" is no time zone; did you mean "Europe/Paris"?'),
        ('"fr"', '"de"', '4: locale is "de"; it must be one of en, fr'),
        ('"moderator"', '"operator"', '10: discord:1234/99 is "operator"; it must be one of helper, moderator, senior'),
        ('"discord:1234/99"', '"99"', '10: "99" is no role; write its space and its number, such as "discord:1234'),
        ('"discord:1234/99"', '"discord:77/99"', '10: discord:77 is no space of tree; did you mean "discord:1234"?'),
        ('"enforce"', '"enforced"', '13: starter.no-scam is "enforced"; it must be one of off, shadow, enforce; did'),
        ('"discord:1234", ', '"1234",\n', '3: "1234" is no space; write the platform and its number, such as'),
        ("slack:T024BE7LD/C1", "slack:T1/C1", '7: "slack:T1/C1" is no channel of slack:T024BE7LD; the channel\'s own'),
    ],
)
def test_a_mistake_in_a_community_is_named(home: Path, instead_of: str, written: str, complaint: str) -> None:
    found = said(write(home, COMMUNITY.replace(instead_of, written)))
    assert any(one.startswith(f"config.toml:{complaint}") for one in found), found


def test_a_space_belongs_to_one_community_only(home: Path) -> None:
    path = write(
        home, '[communities.a]\nspaces = ["discord:1"]\n[communities.b]\nspaces = [\n"slack:T", "discord:1"]\n'
    )
    assert said(path) == ['config.toml:5: "discord:1" is already in a; a space belongs to one community only, and once']


def test_a_community_without_a_space_is_none(home: Path) -> None:
    path = write(home, "[communities.a]\nspaces = []\n")
    assert said(path) == ["config.toml:2: spaces is an empty list; it must be filled in"]


def test_a_file_that_is_no_text_is_said(home: Path) -> None:
    path = home / "config.toml"
    path.write_bytes(b"\xff\xfe")
    assert said(path) == ["config.toml:1: this is no text in UTF-8; save it as UTF-8"]


def uncommented() -> str:
    return re.sub(r"(?m)^#(?=\S)", "", EXAMPLE.read_text(encoding="utf-8"))


def test_the_example_loads_as_it_stands_and_changes_nothing(home: Path) -> None:
    assert config.load(EXAMPLE, {}).settings == Settings()


def test_the_example_without_its_comment_signs_shows_the_defaults() -> None:
    settings = documents.read(uncommented(), Settings, "config.example.toml")
    assert settings.model_copy(update={"communities": {}}) == Settings()
    example = settings.communities["example"]
    plain = Community(spaces=example.spaces)
    shown = {name for name, field in Community.model_fields.items() if field.default_factory is None}
    assert example.model_dump(include=shown) == plain.model_dump(include=shown)


def test_the_example_without_its_comment_signs_is_sound(home: Path) -> None:
    assert "example" in config.load(write(home, uncommented()), {}).settings.communities


def fields(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield name
        for inner in (field.annotation, *get_args(field.annotation)):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield from fields(inner)


def test_every_setting_and_every_secret_is_named_in_the_example() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    shown = set(fields(Settings))
    assert {"spaces", "outbox_text_days", "url", "modes"} <= shown
    assert [name for name in shown if not re.search(rf"(?m)^#?(\[.*\b{name}\b.*\]|{name} = )", text)] == []
    assert [name for name in VARIABLES if name not in text] == []


def test_every_setting_in_the_example_is_explained() -> None:
    lines: list[str] = EXAMPLE.read_text(encoding="utf-8").splitlines()
    for before, line in pairwise(lines):
        if re.match(r"#\w+ = ", line):
            assert before.startswith(("# ", "#[communities.")), line


def test_settings_never_change() -> None:
    settings: Any = Settings()
    with pytest.raises(ValueError, match="frozen"):
        settings.policies = ()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('api_url = "http://discord.com/api"', "http:// would send the token for everybody to read; write https://"),
        ('api_url = "discord.com"', 'this is no address; write it like "https://example.org"'),
        ('api_url = "htps://discord.com"', '"htps" is not understood here; did you mean "https"?'),
        ('api_url = "https://me:secret@host/"', "an address here has no name, password, question or place in it"),
        ('api_url = "https://[half"', 'this is no address; write it like "https://example.org"'),
        ('gateway_url = "ws://example.org"', "ws:// would send the token for everybody to read; write wss://"),
        ("shards = { count = 2, ids = [2] }", "count and ids do not fit together"),
        ("shards = { count = 2 }", "count and ids do not fit together"),
        ("catch_up_hours = -1", "it must be at least 0"),
    ],
)
def test_what_is_said_of_discord_must_make_sense(home: Path, line: str, complaint: str) -> None:
    (found,) = said(write(home, f"[discord]\n{line}\n"))
    assert found.startswith("config.toml:2")
    assert complaint in found
    assert "secret" not in found


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "[::1]:8080", "localhost:8080"])
def test_on_this_very_machine_an_open_line_will_do(home: Path, host: str) -> None:
    text = f'[discord]\napi_url = "http://{host}/api/v10/"\ngateway_url = "ws://{host}/gateway"\n'
    discord = config.load(write(home, text), {}).settings.discord
    assert discord.api_url == f"http://{host}/api/v10"
    assert discord.gateway_url == f"ws://{host}/gateway"


def test_reactions_mean_only_what_is_understood(home: Path) -> None:
    text = '[communities.lime]\nspaces = ["discord:1"]\nreactions = { "🚨" = "raport" }\n'
    (found,) = said(write(home, text))
    assert found.startswith("config.toml:3")


# --- the copy of the last good start

YESTERDAY = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
SOUND = '# ours\npolicies = ["mine"]\n[database]\nurl = "data/p.db"\n'
UNSOUND = '[database]\nurl = "data/p.db\n'


def fallen(path: Path | None, environ: Mapping[str, str] = NOTHING) -> config.Config:
    return config.load(path, environ, fall_back=True)


def kept(path: Path, text: str = SOUND, at: datetime = YESTERDAY) -> Path:
    return copies.keep(path, text, at)


def test_mistakes_give_way_to_the_copy_with_its_database_and_folders(home: Path) -> None:
    path = write(home, UNSOUND)
    copy = kept(path)
    loaded = fallen(path)
    assert loaded.held is not None
    assert loaded.held.since == YESTERDAY
    assert [one.place for one in loaded.held.mistakes] == [f"{path}:2"]
    assert loaded.database.get_secret_value() == f"sqlite:///{home}/data/p.db"
    assert loaded.policies == (home / "mine",)
    assert loaded.source == path
    assert copy.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in home.iterdir() if one.name.endswith(".new")] == []
    assert said(path), "whoever does not ask for the copy reads the mistakes"


@pytest.mark.parametrize("text", ["", '[communities.lime]\nspaces = ["discord:1", "discord:1"]\n', "\udce9"])
def test_sound_settings_and_no_others_are_read_without_the_copy(home: Path, text: str) -> None:
    path = home / "config.toml"
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    kept(path)
    assert (fallen(path).held is None) == (not text)


def test_a_file_that_was_asked_for_and_has_gone_gives_way_to_the_copy(home: Path) -> None:
    kept(home / "config.toml")
    assert fallen(None, {"PALABRE_CONFIG": str(home / "config.toml")}).held is not None
    assert fallen(None).settings == Settings(), "where none was asked for, there may be none"


def test_without_a_sound_copy_everything_is_as_it_was(home: Path) -> None:
    path = write(home, UNSOUND)
    for make in (lambda: None, lambda: kept(path, UNSOUND), lambda: copies.latest(path)):
        make()
        with pytest.raises(Complaints) as caught:
            fallen(path)
        assert [str(one) for one in caught.value.complaints] == [f"{home}/{one}" for one in said(path)]
    (home / "config.toml.last-good").write_text(SOUND)
    assert copies.latest(path) is None, "it does not say of when it is"


def test_a_mistake_of_the_environment_stops_all_the_same(home: Path) -> None:
    path = write(home, UNSOUND)
    kept(path)
    with pytest.raises(Complaints) as caught:
        fallen(path, {"PALABRE_DISCORD_TOKN": "secret"})
    assert [one.place for one in caught.value.complaints] == [f"{path}:2", "PALABRE_DISCORD_TOKN"]


def test_the_address_in_the_environment_goes_before_that_of_the_copy(home: Path) -> None:
    path = write(home, UNSOUND)
    kept(path)
    given = {"PALABRE_DATABASE_URL": "postgresql://ada:secret@db/palabre"}
    assert fallen(path, given).database.get_secret_value() == given["PALABRE_DATABASE_URL"]
    assert "ada:secret" not in repr(fallen(path, given))


def test_where_the_files_folder_is_closed_the_copy_is_where_the_program_starts(home: Path) -> None:
    path = write(home, UNSOUND)
    (home / "config.toml.last-good.new").mkdir()
    elsewhere = kept(path)
    assert elsewhere.parent == home
    assert elsewhere.name != "config.toml.last-good"
    other = home / "other" / "config.toml"
    assert copies.latest(other) is None, "each file has its own"
    assert fallen(path).held is not None
    (home / "config.toml.last-good.new").rmdir()
    kept(path, SOUND, YESTERDAY - timedelta(days=1))
    assert fallen(path).held == fallen(path).held
    newest = copies.latest(path)
    assert newest is not None
    assert newest.path == elsewhere, "the newest counts, wherever it is"
