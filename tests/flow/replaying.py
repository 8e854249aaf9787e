"""A replay in a process of its own, to be killed: prints a line for every batch that is committed."""

import asyncio
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.app.replay import Replay, replay
from bot.config.load import load
from bot.storage.batch import Ruled


def _say(batch: Sequence[Ruled]) -> None:
    sys.stdout.write(f"{batch[-1].seq}\n")
    sys.stdout.flush()


def main(export: str, chunk: int) -> None:
    config = load(None, os.environ)
    asyncio.run(replay(config, Replay(export=Path(export), chunk=chunk, batch=chunk, watch=_say)))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
