"""`palabre policy diff`: two sets of packs over one export, and what would be judged otherwise."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from bot.cli import community, options
from bot.cli.desk import Desk
from bot.cli.progress import bar
from bot.cli.screen import clean

if TYPE_CHECKING:
    from bot.app.differences import Answer, Change, Compared
    from bot.cli.answers import AnswerShape, ChangeLine, Difference

First = Annotated[Path, typer.Argument(help="help-diff-first", metavar="A", show_default=False)]
Second = Annotated[Path, typer.Argument(help="help-diff-second", metavar="B", show_default=False)]


def diff(  # noqa: PLR0913 - each is an option of its own
    context: typer.Context,
    first: First,
    second: Second,
    export: options.Export,
    *,
    named: community.Asked = None,
    space: options.Space = None,
    samples: options.Samples = 3,
    as_json: options.Json = False,
) -> None:
    """Run the export past both, and show what changes."""
    from bot.app import differences  # noqa: PLC0415

    desk = Desk.of(context)
    with bar(desk) as progress:
        wanted = differences.Comparison(
            first=first, second=second, export=export, community=named, space=space, progress=progress
        )
        done = desk.run(differences.compare(desk.config(), wanted))
    answer = _answer(done, str(first), str(second), samples)
    if as_json:
        desk.answer(answer)
    else:
        _tell(desk, answer, done.first.settings.time_zone)


def _answer(done: "Compared", first: str, second: str, samples: int) -> "Difference":
    from bot.cli.answers import ChangeKind, Difference  # noqa: PLC0415

    return Difference(
        export=done.first.name,
        first=first,
        second=second,
        messages=done.messages,
        changed=len(done.changes),
        kinds=[
            ChangeKind(number=number, before=_shape(before), after=_shape(after))
            for (before, after), number in done.kinds.most_common()
        ],
        samples=[_change(done, one) for one in _some(done.changes, samples)],
    )


def _some(changes: "tuple[Change, ...]", most: int) -> "list[Change]":
    """At most so many of each kind."""
    seen: Counter[tuple[Answer, Answer]] = Counter()
    kept = []
    for one in changes:
        seen[one.before, one.after] += 1
        if seen[one.before, one.after] <= most:
            kept.append(one)
    return kept


def _change(done: "Compared", one: "Change") -> "ChangeLine":
    from bot.cli import shown  # noqa: PLC0415
    from bot.cli.answers import ChangeLine  # noqa: PLC0415

    return ChangeLine(
        at=one.line.at,
        channel=shown.channel_name(one.line, done.first.channels),
        author=shown.author(one.line),
        text=one.line.text,
        spans=shown.spans(one.spans),
        before=_shape(one.before),
        after=_shape(one.after),
    )


def _shape(one: "Answer") -> "AnswerShape":
    from bot.cli.answers import AnswerShape  # noqa: PLC0415

    return AnswerShape(mode=one.mode, policies=list(one.policies), actions=list(one.actions))


def _tell(desk: Desk, told: "Difference", zone: str) -> None:
    from rich.table import Table  # noqa: PLC0415

    from bot.cli import shown  # noqa: PLC0415

    desk.tell("tool-diff-title", style="bold", first=told.first, second=told.second, name=told.export)
    desk.tell("tool-diff-changed", changed=told.changed, messages=told.messages)
    if not told.changed:
        return
    table = Table(*(desk.say(f"tool-column-{heading}") for heading in ("number", "before", "after")))
    table.columns[0].justify = "right"
    for kind in told.kinds:
        table.add_row(shown.number(desk, kind.number), _said(desk, kind.before), _said(desk, kind.after))
    desk.out.print(table)
    for one in told.samples:
        desk.out.print()
        shown.tell_message(desk, one, zone)
        desk.out.print(Text("  ").append(_said(desk, one.before)).append(" → ", "bold").append(_said(desk, one.after)))


def _said(desk: Desk, one: "AnswerShape") -> str:
    from bot.cli.backtested import actions_named  # noqa: PLC0415
    from bot.cli.stats import mode_name  # noqa: PLC0415

    if not one.mode:
        return desk.say("tool-diff-nothing")
    actions = f": {actions_named(desk, one.actions)}" if one.actions else ""
    return f"{', '.join(map(clean, one.policies))} ({mode_name(desk, one.mode)}{actions})"
