"""`palabre policy list` and `palabre policy show`: which rules there are, and what one of them says."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from bot.cli import community, options
from bot.cli.desk import Desk
from bot.cli.screen import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.table import Table

    from bot.app.listing import Listed
    from bot.cli.answers import PolicyLine

Wanted = Annotated[str, typer.Argument(help="help-policy-id", metavar="ID", show_default=False)]


def list_policies(
    context: typer.Context,
    *,
    policies: options.Policies = None,
    named: community.Asked = None,
    as_json: options.Json = False,
) -> None:
    """Every policy with its mode; those of the community first."""
    from bot.app import listing  # noqa: PLC0415
    from bot.cli.answers import PolicyList  # noqa: PLC0415

    desk = Desk.of(context)
    name, listed = listing.policies(desk.config(), policies, named)
    if as_json:
        desk.answer(PolicyList(community=name, policies=[_line(one) for one in listed]))
        return
    desk.out.print(_table(desk, listed))
    desk.tell("tool-list-next", style="dim", program=desk.program_here)


def _table(desk: Desk, listed: "Sequence[Listed]") -> "Table":
    from rich.table import Table  # noqa: PLC0415

    from bot.cli.backtested import actions_named  # noqa: PLC0415
    from bot.cli.stats import mode_name  # noqa: PLC0415

    table = Table(*(desk.say(f"tool-column-{heading}") for heading in ("policy", "title", "mode", "actions")))
    table.columns[0].overflow = "fold"
    for one in listed:
        title = clean(one.policy.title.text.say(desk.locale))
        mode = mode_name(desk, one.mode) if one.used else desk.say("tool-list-unused")
        actions = actions_named(desk, list(one.policy.then.actions))
        table.add_row(clean(one.name), title, mode, actions, style="" if one.used else "dim")
    return table


def show(
    context: typer.Context,
    wanted: Wanted,
    *,
    policies: options.Policies = None,
    named: community.Asked = None,
    as_json: options.Json = False,
) -> None:
    """One policy: why it exists, what it looks for, whom it spares, what follows."""
    from bot.app import listing  # noqa: PLC0415
    from bot.cli.answers import PolicyShown  # noqa: PLC0415
    from bot.cli.policy_cases import case_line  # noqa: PLC0415
    from bot.policy import cases  # noqa: PLC0415

    desk = Desk.of(context)
    _, listed = listing.policies(desk.config(), policies, named)
    one = listing.one(listed, wanted)
    results = [each for each in cases.check(one.pack) if one.policy.id in each.case.expect]
    if as_json:
        says = one.policy.model_dump(mode="json", exclude_defaults=True)
        desk.answer(PolicyShown(policy=_line(one), says=says, cases=[case_line(each) for each in results]))
        return
    _tell(desk, one, len(results))


def _line(one: "Listed") -> "PolicyLine":
    from bot.cli.answers import PolicyLine, Words  # noqa: PLC0415

    return PolicyLine(
        policy=one.name,
        pack=one.pack.id,
        place=one.place,
        mode=one.mode,
        used=one.used,
        revision=one.revision.id,
        title=Words.of(one.policy.title.text),
        why=Words.of(one.policy.why.text),
        actions=list(one.policy.then.actions),
    )


def _tell(desk: Desk, one: "Listed", cases: int) -> None:
    from bot.cli.stats import mode_name  # noqa: PLC0415

    policy = one.policy
    title = clean(policy.title.text.say(desk.locale))
    desk.out.print(Text(clean(one.name), style="bold").append(f" · {title}", "not bold"))
    mode = mode_name(desk, one.mode) if one.used else desk.say("tool-list-unused")
    desk.tell("tool-show-where", place=one.place, mode=mode, revision=one.revision.id)
    desk.out.print(Padding(Text(clean(policy.why.text.say(desk.locale)), style="italic"), (1, 0, 1, 2)))
    said = policy.model_dump(mode="json", exclude_defaults=True)
    for key in ("when", "unless", "then", "ladder", "counts", "bots"):
        if key in said:
            desk.tell(f"tool-show-{key}", style="bold")
            for line in _tree(said[key]):
                desk.out.print(Padding(Text(clean(line.lstrip())), (0, 0, 0, 2 + _depth(line))))
    desk.tell("tool-show-cases", cases=cases)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _tree(value: object, depth: int = 0) -> "Iterator[str]":
    """Nested settings, one line each; lists of words on one line."""
    indent = " " * depth
    if isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, dict) or _branches(inner):
                yield f"{indent}{name}"
                yield from _tree(inner, depth + 2)
            else:
                yield f"{indent}{name} = {_written(inner)}"
    elif _branches(value) and isinstance(value, list):
        for inner in value:
            lines = list(_tree(inner, depth + 2))
            yield f"{indent}- {lines[0].lstrip()}"
            yield from lines[1:]
    else:
        yield f"{indent}{_written(value)}"


def _branches(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _written(value: object) -> str:
    from bot.policy.explain import written  # noqa: PLC0415

    return written(value)
