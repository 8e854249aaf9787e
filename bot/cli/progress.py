"""A bar on standard error while an export is read; nothing of it ever reaches standard output."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.cli.desk import Desk


@contextmanager
def bar(desk: Desk) -> Iterator[Callable[[int, int], None]]:
    """Takes how much is read, of how much; of 0 where nobody knows."""
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=desk.err, transient=True, disable=not desk.err.is_terminal) as progress:
        task = progress.add_task(desk.say("cli-replay-reading"), total=None)

        def tell(read: int, size: int) -> None:
            progress.update(task, completed=read, total=size or None)

        yield tell
