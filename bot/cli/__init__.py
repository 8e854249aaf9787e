"""The shell: `palabre` and its commands. What is slow to load is loaded by the command that needs it."""

from bot.cli.program import main

__all__ = ["main"]
