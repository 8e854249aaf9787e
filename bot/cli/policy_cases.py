"""`palabre policy check` and `palabre policy test`: packs read, cases run, and whether there are enough."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from bot.cli import options
from bot.cli.desk import Desk
from bot.cli.errors import complain
from bot.cli.exits import Exit
from bot.cli.screen import clean, marked, quoted

if TYPE_CHECKING:
    from bot.app.checking import Checked, CheckedPack
    from bot.app.mutating import Mutation
    from bot.cli.answers import CaseLine, Check, Mistake, Tested
    from bot.errors import Complaint
    from bot.policy.cases import CaseResult

Mutate = Annotated[bool, typer.Option("--mutate", help="help-policy-mutate")]


def check(context: typer.Context, folders: options.Folders = None, *, as_json: options.Json = False) -> None:
    """Say what is wrong with packs, and which of their cases fail."""
    desk = Desk.of(context)
    checked = _checked(desk, folders)
    if as_json:
        desk.answer(_check_answer(checked))
        raise typer.Exit(Exit.FINE if checked.sound and checked.packs else Exit.ATTENTION)
    for one in checked.packs:
        failed = [result for result in one.results if not result.passed]
        _tell_pack(desk, one)
        for result in failed:
            _tell_failure(desk, one.place, result)
    _end(desk, checked)
    desk.tell("cli-policy-sound", style="green")


def run_cases(
    context: typer.Context, folders: options.Folders = None, *, mutate: Mutate = False, as_json: options.Json = False
) -> None:
    """Show every case; with `--mutate`, leave out each rule in turn and see whether a case notices."""
    desk = Desk.of(context)
    checked = _checked(desk, folders)
    mutations = _mutations(checked) if mutate else {}
    unnoticed = [one for some in mutations.values() for one in some if one.whole and not one.noticed_by]
    if as_json:
        desk.answer(_test_answer(checked, mutations if mutate else None))
        raise typer.Exit(Exit.FINE if checked.sound and checked.packs and not unnoticed else Exit.ATTENTION)
    for one in checked.packs:
        _tell_pack(desk, one)
        for result in one.results:
            tell_case(desk, one.place, result)
        if mutate:
            _tell_mutations(desk, mutations[one.place])
    _end(desk, checked)
    if unnoticed:
        desk.warn("tool-mutate-add", style="bold yellow")
        raise typer.Exit(Exit.ATTENTION)
    desk.tell("cli-policy-sound", style="green")


def _checked(desk: Desk, folders: Sequence[Path] | None) -> "Checked":
    from bot.app import checking  # noqa: PLC0415

    return checking.check(desk.config() if not folders else None, folders or ())


def _mutations(checked: "Checked") -> dict[str, list["Mutation"]]:
    from bot.app import mutating  # noqa: PLC0415

    return {one.place: list(mutating.mutate(one.pack)) for one in checked.packs}


def _end(desk: Desk, checked: "Checked") -> None:
    if checked.complaints:
        complain(desk, checked.complaints)
    if not checked.packs and not checked.complaints:
        desk.warn("cli-policy-none")
        raise typer.Exit(Exit.ATTENTION)
    if not checked.sound:
        raise typer.Exit(Exit.ATTENTION)


def _tell_pack(desk: Desk, one: "CheckedPack") -> None:
    policies, cases = len(one.pack.policies), len(one.results)
    desk.tell("cli-policy-pack", pack=one.pack.id, place=one.place, policies=policies, cases=cases)


def _tell_failure(desk: Desk, place: str, result: "CaseResult") -> None:
    desk.warn("cli-policy-case", style="bold", place=f"{place}/cases.toml", number=result.number)
    desk.err.print(Text("    ").append_text(marked(quoted(result.case.text, most=120), desk.locale)))
    if result.missing:
        desk.warn("cli-policy-missing", policies=", ".join(result.missing))
    if result.unexpected:
        desk.warn("cli-policy-unexpected", policies=", ".join(result.unexpected))
    if result.followed is not None:
        wanted = ", ".join(result.case.follows or ()) or desk.say("tool-test-nothing")
        desk.warn("tool-test-followed", wanted=wanted, followed=", ".join(result.followed))


def tell_case(desk: Desk, place: str, result: "CaseResult") -> None:
    """One line where it holds, more where it does not."""
    if not result.passed:
        _tell_failure(desk, place, result)
        return
    expected = ", ".join(result.case.expect) or desk.say("tool-test-nothing")
    line = Text(f"  ✓ {result.number:>3}  ", style="green").append_text(quoted(result.case.text, most=60))
    desk.out.print(line.append(f"  → {clean(expected)}", "dim"))


def _tell_mutations(desk: Desk, mutations: Sequence["Mutation"]) -> None:
    for one in mutations:
        if one.whole and one.noticed_by:
            cases = ", ".join(map(str, one.noticed_by[:8])) + (", …" if len(one.noticed_by) > 8 else "")
            desk.tell("tool-mutate-noticed", part=one.part, cases=cases)
        elif not one.noticed_by:
            style = "bold yellow" if one.whole else "yellow"
            desk.tell("tool-mutate-unnoticed", style=style, part=one.part)


def case_line(result: "CaseResult") -> "CaseLine":
    """A case as other programs read it."""
    from bot.cli.answers import CaseLine  # noqa: PLC0415

    return CaseLine(
        number=result.number,
        text=result.case.text,
        expect=list(result.case.expect),
        passed=result.passed,
        missing=list(result.missing),
        unexpected=list(result.unexpected),
        followed=None if result.followed is None else list(result.followed),
    )


def mistakes(complaints: Sequence["Complaint"]) -> list["Mistake"]:
    """Complaints as other programs read them."""
    from bot.cli.answers import Mistake  # noqa: PLC0415

    return [Mistake(place=one.place, problem=one.problem, hint=one.hint) for one in complaints]


def _check_answer(checked: "Checked") -> "Check":
    from bot.cli.answers import Check, PackLine  # noqa: PLC0415

    packs = [
        PackLine(
            pack=one.pack.id,
            place=one.place,
            policies=len(one.pack.policies),
            cases=len(one.results),
            failed=[case_line(result) for result in one.results if not result.passed],
        )
        for one in checked.packs
    ]
    return Check(sound=checked.sound, packs=packs, mistakes=mistakes(checked.complaints))


def _test_answer(checked: "Checked", mutations: dict[str, list["Mutation"]] | None) -> "Tested":
    from bot.cli.answers import MutationLine, Tested, TestedPack  # noqa: PLC0415

    packs = [
        TestedPack(
            pack=one.pack.id,
            place=one.place,
            cases=[case_line(result) for result in one.results],
            mutations=None
            if mutations is None
            else [
                MutationLine(part=each.part, whole=each.whole, noticed_by=list(each.noticed_by))
                for each in mutations[one.place]
            ],
        )
        for one in checked.packs
    ]
    return Tested(passed=checked.sound, packs=packs, mistakes=mistakes(checked.complaints))
