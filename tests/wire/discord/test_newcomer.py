"""The checklist of the README, followed to the letter, with the loopback server in Discord's place."""

import asyncio
import base64
import os
import re
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.wire.discord.server import LoopbackDiscord
from tests.wire.discord.server.interactions import Answer
from tests.wire.discord.server.world import Channel, Guild, Member, Message
from tests.wire.discord.wiring import only_what_is_documented

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
PROGRAM = ".venv/bin/palabre "
SCAM = "Free nitro for everyone, claim it here: https://free-nitro.example/claim"


class Machine:
    """A folder with a shell, on which Palabre is installed."""

    def __init__(self, home: Path, token: str) -> None:
        self._home = home
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PALABRE_")}
        self._environ = {**kept, "PALABRE_DISCORD_TOKEN": token, "LC_ALL": "C.UTF-8", "COLUMNS": "200"}
        self._environ["PYTHONPATH"] = str(Path(__file__).parents[3])

    async def does(self, command: str) -> tuple[int | None, str]:
        """A command of the README, and what it prints."""
        process = await self.starts(command)
        told, _ = await process.communicate()
        return process.returncode, told.decode()

    async def starts(self, command: str) -> asyncio.subprocess.Process:
        assert f"`{command}`" in README or f"\n{command}" in README, "the checklist says something else"
        arguments = command.removeprefix(PROGRAM).split()
        pipe = asyncio.subprocess.PIPE
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            cwd=self._home,
            env=self._environ,
            stdout=pipe,
            stderr=asyncio.subprocess.STDOUT,
        )

    @asynccontextmanager
    async def runs(self) -> AsyncIterator[None]:
        process = await self.starts(f"{PROGRAM}run")
        try:
            yield
        finally:
            with suppress(ProcessLookupError):
                process.terminate()
            told, _ = await process.communicate()
        assert process.returncode == 0, told.decode()
        assert "Traceback" not in told.decode()


def with_a_token(server: LoopbackDiscord) -> str:
    """A token as Discord makes them: it begins with the application's id."""
    number = base64.urlsafe_b64encode(str(server.world.application.id).encode()).decode().rstrip("=")
    server.world.application.token = f"{number}.GaBcDe.of-nobody"
    return server.world.application.token


def titles(message: Message) -> list[str]:
    return [str(one.get("title", "")) for one in message.embeds]


def buttons(message: Message) -> list[str]:
    return [one["label"] for row in message.components for one in row["components"]]


async def chosen(server: LoopbackDiscord, who: Member, card: Answer, action: str, values: Mapping[str, Any]) -> Answer:
    """A button that opens a form, and the form filled in."""
    assert card.message is not None
    button = next(one for one in card.buttons() if one.startswith(action))
    asked = await server.press(who, card.message, button).answer()
    assert asked.modal is not None
    return await server.submit(who, asked.modal, dict(values)).answer()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


async def test_the_checklist_ends_with_a_scam_gone_its_author_told_and_the_team_too(home: Path) -> None:
    async with LoopbackDiscord(identify_window=0.1) as server:
        guild = server.add_guild("The palaver tree", with_bot=False)
        server.add_channel(guild, "team")
        odile, stranger = server.owner(guild), server.add_member(guild, "stranger")
        (home / "config.toml").write_text(f'[discord]\napi_url = "{server.api_url}"\n')
        machine = Machine(home, with_a_token(server))

        code, told = await machine.does(f"{PROGRAM}init discord")
        assert (code, "Message Content Intent" in told) == (0, True)
        permissions = re.search(r"client_id=(\d+)&scope=bot\+applications.commands&permissions=(\d+)", told)
        assert permissions is not None
        code, told = await machine.does(f"{PROGRAM}doctor")
        assert (code, "Nobody has invited the bot to a server yet" in told) == (1, True)
        server.invite_bot(guild, int(permissions[2]))
        code, told = await machine.does(f"{PROGRAM}doctor")
        assert code == 0, told

        async with machine.runs():
            await server.connected()
            await server.wait_for(lambda: bool(server.by_bot(server.dm(odile))))
            assert titles(server.by_bot(server.dm(odile))[0]) == ["Thank you for having me"]
            await _set_up(server, guild, odile)
            scam = server.post(stranger, server.channel(guild, "general"), SCAM)
            await _noticed(server, guild, stranger, scam)
        code, told = await machine.does(f"{PROGRAM}doctor")
        assert code == 0, told
        assert "their chain is whole" in told
        assert server.pings == []
        assert server.late == 0
        only_what_is_documented(server)


async def _set_up(server: LoopbackDiscord, guild: Guild, odile: Member) -> None:
    """/setup: the team's channel, then to act at once."""
    general = server.channel(guild, "general")
    await server.wait_for(lambda: bool(server.world.commands))
    card = await server.use_command(odile, general, "setup").answer()
    assert card.ephemeral
    team = server.channel(guild, "team")
    card = await chosen(server, odile, card, "setup-team", {"managers_channel": [team], "profile": ["small"]})
    card = await chosen(server, odile, card, "setup-begin", {"stage": ["acting"]})
    await server.wait_for(lambda: bool(server.by_bot(team)))


async def _noticed(server: LoopbackDiscord, guild: Guild, stranger: Member, scam: Message) -> None:
    """The message is gone, its author knows why and can ask a person, and the team sees all of it."""
    team: Channel = server.channel(guild, "team")
    await server.wait_for(lambda: scam.id not in server.channel(guild, "general").messages)
    await server.wait_for(lambda: bool(server.by_bot(server.dm(stranger))))
    (statement,) = server.by_bot(server.dm(stranger))
    assert "free-nitro.example" in str(statement.embeds)
    assert buttons(statement) == ["Ask a person"]
    await server.wait_for(lambda: any("A message was taken down" in titles(one) for one in server.by_bot(team)))
    card = next(one for one in server.by_bot(team) if "A message was taken down" in titles(one))
    assert buttons(card) == ["That was right", "Wrong: undo it", "Talk to them"]
    asked = statement.components[0]["components"][0]["custom_id"]
    answer = await server.press(stranger.user, statement, asked).answer()
    assert answer.ephemeral or answer.kind in {"update", "defer_update"}
    await server.wait_for(
        lambda: any("Somebody asks a person to look again" in titles(one) for one in server.by_bot(team))
    )
