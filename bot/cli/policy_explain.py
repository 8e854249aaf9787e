"""`palabre policy explain`: why each policy says what it says of a message, and why the others say nothing."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.padding import Padding
from rich.text import Text

from bot.cli import community, options
from bot.cli.desk import Desk
from bot.cli.exits import Exit
from bot.cli.screen import clean, marked, quoted

if TYPE_CHECKING:
    from bot.app.explaining import Told
    from bot.cli.answers import Condition, ExplainedPolicy, Explanation
    from bot.policy.explain import Explained, Step

LevelName = Literal["member", "helper", "moderator", "senior", "owner"]
_MARKS = {"held": ("✓", "green"), "not": ("✗", "dim"), "unknown": ("?", "yellow")}
_ORDER = ("acts", "trial", "spared", "unknown", "silent", "bot", "elsewhere")
_COMBINED = ("all", "any", "none")

Message = Annotated[str | None, typer.Argument(help="help-explain-text", metavar="[TEXT]", show_default=False)]
AuthorLevel = Annotated[LevelName, typer.Option("--author-level", help="help-explain-level", metavar="LEVEL")]
Channel = Annotated[str, typer.Option("--channel", help="help-explain-channel", metavar="NAME")]
Mentions = Annotated[int, typer.Option("--mentions", help="help-explain-mentions", min=0, max=1000, metavar="N")]
Everyone = Annotated[bool, typer.Option("--everyone", help="help-explain-everyone")]
MemberFor = Annotated[str | None, typer.Option("--member-for", help="help-explain-member-for", metavar="LENGTH")]
AccountAge = Annotated[str | None, typer.Option("--account-age", help="help-explain-account-age", metavar="LENGTH")]
Name = Annotated[str | None, typer.Option("--name", help="help-explain-name", metavar="NAME")]
Attachments = Annotated[list[str] | None, typer.Option("--attachment", help="help-explain-attachment", metavar="NAME")]
Roles = Annotated[list[str] | None, typer.Option("--role", help="help-explain-role", metavar="NAME")]
Event = Annotated[Literal["post", "edit", "join", "rename"], typer.Option("--event", help="help-explain-event")]
TimesBefore = Annotated[int, typer.Option("--times-before", help="help-explain-times", min=0, max=50, metavar="N")]
ByBot = Annotated[bool, typer.Option("--bot", help="help-explain-bot")]


def explain(  # noqa: PLR0913 - each is an option of its own
    context: typer.Context,
    text: Message = None,
    *,
    level: AuthorLevel = "member",
    channel: Channel = "general",
    mentions: Mentions = 0,
    everyone: Everyone = False,
    member_for: MemberFor = None,
    account_age: AccountAge = None,
    name: Name = None,
    attachments: Attachments = None,
    roles: Roles = None,
    event: Event = "post",
    times_before: TimesBefore = 0,
    bot: ByBot = False,
    only: options.Only = None,
    policies: options.Policies = None,
    named: community.Asked = None,
    as_json: options.Json = False,
) -> None:
    """Ask every policy; the text comes from the argument or from standard input."""
    from bot.app import explaining  # noqa: PLC0415
    from bot.app.trying import Choice  # noqa: PLC0415
    from bot.ids import PolicyId  # noqa: PLC0415
    from bot.policy.case import Case  # noqa: PLC0415

    desk = Desk.of(context)
    case = Case.model_construct(
        text=_read(desk) if text == "-" or (text is None and event in ("post", "edit")) else text or "",
        expect=(),
        event=event,
        channel=channel.removeprefix("#"),
        mentions=mentions,
        everyone=everyone,
        attachments=tuple(attachments or ()),
        author_level=level,
        name=name,
        roles=tuple(roles) if roles else None,
        bot=bot,
        member_for=explaining.length("--member-for", member_for),
        account_age=explaining.length("--account-age", account_age),
        times_before=times_before,
    )
    choice = Choice(folder=policies, only=tuple(map(PolicyId, only or ())))
    answer = _answer(explaining.tell(desk.config(), case, choice, named))
    if as_json:
        desk.answer(answer)
    else:
        _tell(desk, answer, whole=bool(only))


def _read(desk: Desk) -> str:
    if sys.stdin.isatty():
        desk.warn("tool-explain-nothing", program=desk.program_here)
        raise typer.Exit(Exit.USAGE)
    return sys.stdin.read().rstrip("\n")


def _answer(told: "Told") -> "Explanation":
    from bot.cli.answers import Explanation  # noqa: PLC0415

    judged = told.judgement
    asked = dict.fromkeys(action for hit in judged.enforced for action in hit.actions)
    return Explanation(
        text=told.case.text,
        actions=[action for action in asked if action not in judged.withheld],
        withheld=list(judged.withheld),
        causes=list(judged.verdict.policies),
        policies=[_policy(told, one) for one in told.policies],
        off=list(told.off),
    )


def _policy(told: "Told", one: "Explained") -> "ExplainedPolicy":
    from bot.cli.answers import ExplainedPolicy, Words  # noqa: PLC0415
    from bot.cli.shown import spans  # noqa: PLC0415

    page, judged = one.page, told.judgement
    hit = next((hit for hit in (*judged.hits, *judged.spared) if hit.policy == page.id), None)
    return ExplainedPolicy(
        policy=page.id,
        revision=page.revision,
        mode=page.mode,
        title=Words.of(page.policy.title.text),
        why=Words.of(page.policy.why.text),
        outcome=one.ending,
        actions=list(hit.actions if hit else page.policy.then.actions),
        time=hit.time if hit else 1,
        spared_by=list(one.spared_by),
        spans=spans(one.match.spans if one.match else ()),
        conditions=[_condition(step) for step in one.steps],
    )


def _condition(step: "Step") -> "Condition":
    from bot.cli.answers import Condition  # noqa: PLC0415
    from bot.cli.shown import spans  # noqa: PLC0415

    return Condition(
        name=step.name,
        state=step.state,
        wanted=step.wanted,
        found=step.found,
        missing=list(step.missing),
        spans=spans(step.spans),
        evidence=list(step.evidence),
        parts=[_condition(part) for part in step.parts],
    )


def _tell(desk: Desk, told: "Explanation", *, whole: bool) -> None:
    from bot.cli.backtested import actions_named  # noqa: PLC0415

    places = [(span.start, span.end) for one in told.policies for span in one.spans]
    desk.out.print(marked(quoted(told.text, places, most=1000, marks=desk.plain), desk.locale))
    desk.out.print()
    if told.actions:
        desk.tell("tool-explain-together", style="bold", actions=actions_named(desk, told.actions))
    else:
        desk.tell("tool-explain-nothing-follows", style="bold")
    if told.withheld:
        desk.tell("tool-explain-withheld", actions=actions_named(desk, told.withheld))
    for one in sorted(told.policies, key=lambda one: _ORDER.index(one.outcome)):
        desk.out.print()
        _tell_policy(desk, told.text, one, whole=whole)
    if told.off:
        desk.out.print()
        desk.tell("tool-explain-off", policies=", ".join(told.off))


def _tell_policy(desk: Desk, text: str, one: "ExplainedPolicy", *, whole: bool) -> None:
    from bot.cli.backtested import actions_named  # noqa: PLC0415

    title = one.title.fr if desk.locale == "fr" else one.title.en
    style = {"acts": "bold red", "trial": "bold yellow", "spared": "bold cyan"}.get(one.outcome, "bold")
    outcome = desk.say("tool-outcome", outcome=one.outcome, actions=actions_named(desk, one.actions))
    desk.out.print(Text(clean(one.policy), style=style).append(f" · {clean(title)} · ", "not bold").append(outcome))
    for reason in one.spared_by:
        desk.out.print(Padding(Text(desk.say("tool-spared", reason=reason), style="cyan"), (0, 0, 0, 2)))
    if one.outcome in ("acts", "trial"):
        why = one.why.fr if desk.locale == "fr" else one.why.en
        desk.out.print(Padding(Text(clean(why), style="italic"), (0, 0, 0, 2)))
    if one.time > 1:
        desk.out.print(Padding(Text(desk.say("tool-explain-time", time=one.time)), (0, 0, 0, 2)))
    if one.outcome in ("bot", "elsewhere"):
        return
    conditions = one.conditions
    if not whole:
        conditions = _decisive(conditions) if one.outcome == "silent" else [_held(each) for each in conditions]
    for condition in conditions:
        _tell_condition(desk, text, condition, 2)


def _held(condition: "Condition") -> "Condition":
    """Of several of which one is enough, those that hold."""
    parts = [_held(part) for part in condition.parts]
    if condition.name == "any" and condition.state == "held":
        parts = [part for part in parts if part.state == "held"]
    return condition.model_copy(update={"parts": parts})


def _decisive(conditions: "list[Condition]") -> "list[Condition]":
    """Of what did not hold, as much as it takes to see why: one missing condition is enough."""
    failed = next((one for one in conditions if one.state == "not"), None)
    if failed is None:
        return conditions
    if failed.name == "none":
        held = [part for part in failed.parts if part.state == "held"]
        return [failed.model_copy(update={"parts": held})]
    if failed.name == "all":
        return _decisive(failed.parts)
    return [failed.model_copy(update={"parts": [inner for part in failed.parts for inner in _decisive([part])]})]


def _tell_condition(desk: Desk, text: str, one: "Condition", depth: int) -> None:
    mark, style = _MARKS[one.state]
    line = Text(f"{mark} ", style=style)
    if one.name in _COMBINED:
        line.append(desk.say("tool-combined", name=one.name), style)
    else:
        line.append(one.name, "bold" if one.state == "held" else style).append(f" {clean(one.wanted)}", "dim")
        line.append(_decided(desk, text, one))
    desk.out.print(Padding(line, (0, 0, 0, depth)))
    for part in one.parts:
        _tell_condition(desk, text, part, depth + 4)


def _decided(desk: Desk, text: str, one: "Condition") -> Text:
    """The words or figures by which it held or did not."""
    said = Text()
    for span in one.spans[:4]:
        said.append(" → ").append_text(marked(Text(clean(text[span.start : span.end]), "bold"), desk.locale))
    if one.evidence and not one.spans:
        said.append(f" → {', '.join(map(clean, one.evidence))}")
    if one.found:
        said.append(" " + desk.say("tool-found", found=one.found))
    if one.missing:
        said.append(
            " "
            + desk.say(
                "tool-missing",
                missing=", ".join(
                    desk.say("tool-unknown", what=what.replace(" ", "-"), plain=what) for what in one.missing
                ),
            )
        )
    return said
