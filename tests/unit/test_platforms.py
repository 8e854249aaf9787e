"""Which communities a process takes on, where a very big bot is spread over several."""

from pathlib import Path

import pytest

from bot.app import inviting, platforms
from bot.app.assembly import awaiting
from bot.app.clock import SystemClock
from bot.config import load
from bot.errors import Complaints
from bot.pipeline.moments import LiveMoments

TOKEN = "MTIzNDU2.x.y"


def configured(tmp_path: Path, ids: str) -> list[str]:
    guilds = {name: number << 22 for name, number in (("even", 2), ("odd", 5))}
    text = f"[discord.shards]\ncount = 2\nids = {ids}\n"
    for name, guild in guilds.items():
        text += f'[communities.{name}]\nspaces = ["discord:{guild}"]\n'
    text += '[communities.talkers]\nspaces = ["slack:T1"]\n'
    path = tmp_path / "config.toml"
    path.write_text(text)
    config = load(path, {})
    return [one.community for one in platforms.ours(config, awaiting(config, LiveMoments(SystemClock())))]


@pytest.mark.parametrize(
    ("ids", "ours"), [("[0]", ["even", "talkers"]), ("[1]", ["odd"]), ("[0, 1]", ["even", "odd", "talkers"])]
)
def test_each_community_is_on_one_process(tmp_path: Path, ids: str, ours: list[str]) -> None:
    assert configured(tmp_path, ids) == ours


def test_a_community_cannot_be_torn_between_processes(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    spaces = f'["discord:{2 << 22}", "discord:{5 << 22}"]'
    path.write_text(f"[discord.shards]\ncount = 2\nids = [0]\n[communities.torn]\nspaces = {spaces}\n")
    config = load(path, {})
    with pytest.raises(Complaints, match="torn are on connections of more than one process"):
        list(platforms.ours(config, awaiting(config, LiveMoments(SystemClock()))))


def test_the_invitation_asks_for_what_policies_and_managers_need_and_nothing_more(tmp_path: Path) -> None:
    config = load(None, {"PALABRE_DISCORD_TOKEN": TOKEN})
    address = inviting.discord(config, None)
    assert address is not None
    assert "client_id=123456&scope=bot+applications.commands&permissions=" in address
    permissions = int(address.rpartition("=")[2])
    manage_messages, moderate_members, kick, ban = 1 << 13, 1 << 40, 1 << 1, 1 << 2
    administrator, mention_everyone = 1 << 3, 1 << 17
    for needed in (manage_messages, moderate_members, kick, ban):
        assert permissions & needed
    assert not permissions & (administrator | mention_everyone)


@pytest.mark.parametrize("token", ["", "nonsense", "ÿÿÿ.x.y", "YWJj.x.y"])
def test_a_token_that_names_no_application_is_no_reason_to_fall_over(token: str) -> None:
    assert inviting.discord(load(None, {"PALABRE_DISCORD_TOKEN": token}), None) is None
