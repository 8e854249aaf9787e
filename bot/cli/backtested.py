"""What a backtest tells: counts, one line for each policy, and examples."""

from rich import box
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bot.app.backtest import Backtested, Tally
from bot.cli import answers, shown
from bot.cli.desk import Desk
from bot.cli.screen import clean
from bot.cli.stats import mode_name
from bot.ids import PolicyId
from bot.locales import formats
from bot.policy.pack import Pack
from bot.views import Bilingual

_NAME_WIDTH = 24


def titles(packs: tuple[Pack, ...]) -> dict[PolicyId, Bilingual]:
    """What every policy of some packs is called."""
    return {pack.name(policy): policy.title.text for pack in packs for policy in pack.policies}


def answer(done: Backtested, named: dict[PolicyId, Bilingual]) -> answers.Backtest:
    """All of it, as other programs and the report read it."""
    findings, replayed = done.findings, done.replayed
    messages, acted, trial = map(done.by_week, (findings.spoke_at, findings.acted_at, findings.tried_at))
    return answers.Backtest(
        export=replayed.name,
        community=replayed.community,
        time_zone=replayed.settings.time_zone,
        since=replayed.since,
        until=replayed.until,
        messages=findings.messages,
        people=len(findings.people),
        bots=len(findings.bots),
        acted=findings.decided["enforce"],
        acted_per_thousand=_rate(findings.decided["enforce"], findings.messages),
        trial=findings.decided["shadow"],
        spared=findings.decided["spared"],
        people_hit=len(findings.hit),
        trusted_hit=len(done.trusted),
        trusted_share=len(done.trusted) / len(findings.hit) if findings.hit else None,
        policies=_policies(done, named),
        effects=dict(replayed.effects.most_common()),
        weeks=[
            answers.Week(start=start, messages=said, acted=did, trial=would)
            for start, said, did, would in zip(done.weeks, messages, acted, trial, strict=True)
        ],
        samples=_samples(done),
        stumbles=replayed.stumbles,
    )


def _policies(done: Backtested, named: dict[PolicyId, Bilingual]) -> list[answers.PolicyTally]:
    lines = []
    for policy, mode in done.replayed.policies.items():
        tally = done.findings.tallies.get(policy, Tally())
        lines.append(
            answers.PolicyTally(
                policy=policy,
                title=answers.Words.of(named.get(policy, Bilingual(policy, policy))),
                mode=mode,
                matched=tally.matched,
                per_thousand=_rate(tally.matched, done.findings.messages),
                spared=tally.hits["spared"],
                people=len(tally.people),
                actions=dict(tally.actions.most_common()),
                weeks=list(done.by_week(tally.at)),
            )
        )
    return sorted(lines, key=lambda line: (-line.matched, -line.spared, line.policy))


def _samples(done: Backtested) -> list[answers.Sample]:
    kept = {id(one): one for tally in done.findings.tallies.values() for one in tally.samples}
    return [shown.sample(one, done.replayed.channels) for one in sorted(kept.values(), key=lambda one: one.line.at)]


def _rate(part: int, whole: int) -> float:
    return round(part * 1000 / whole, 3) if whole else 0.0


def tell(desk: Desk, told: answers.Backtest) -> None:
    """Print it for people."""
    desk.tell("tool-backtest-title", style="bold", name=told.export, community=told.community)
    if told.since is not None and told.until is not None:
        since, until = (formats.date(moment, desk.locale, told.time_zone) for moment in (told.since, told.until))
        desk.tell("cli-replay-window", since=since, until=until, zone=told.time_zone)
    _tell_counts(desk, told)
    _chapter(desk, "cli-replay-policies")
    if any(map(_busy, told.policies)):
        desk.out.print(_table(desk, told))
    quiet = [one.policy for one in told.policies if not _busy(one)]
    if quiet:
        desk.tell("tool-backtest-quiet", number=len(quiet), policies=", ".join(quiet))
    if told.samples:
        _chapter(desk, "cli-replay-samples")
    for one in told.samples:
        shown.tell_message(desk, one, told.time_zone)
        _tell_decision(desk, one)
    if told.stumbles:
        desk.tell("cli-replay-stumbles", style="bold yellow", number=told.stumbles, program=desk.program_here)
    desk.out.print()
    desk.tell("tool-backtest-dry", style="dim")


def _tell_counts(desk: Desk, told: answers.Backtest) -> None:
    desk.tell("tool-backtest-seen", messages=told.messages, people=told.people, bots=told.bots)
    rate = shown.number(desk, told.acted_per_thousand)
    desk.tell("tool-backtest-acted", acted=told.acted, rate=rate)
    desk.tell("tool-backtest-others", trial=told.trial, spared=told.spared)
    share = shown.share(desk, told.trusted_share)
    desk.tell("tool-backtest-people", people=told.people_hit, trusted=told.trusted_hit, share=share)


def _busy(one: answers.PolicyTally) -> bool:
    return bool(one.matched or one.spared)


def _table(desk: Desk, told: answers.Backtest) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in ("policy", "mode", "matched", "rate", "people", "spared", "weeks"):
        table.add_column(desk.say(f"tool-column-{heading}"), no_wrap=heading == "weeks", overflow="fold")
    table.columns[0].min_width = _NAME_WIDTH
    for column in table.columns[2:6]:
        column.justify = "right"
    for one in (one for one in told.policies if _busy(one)):
        figures = (one.matched, one.per_thousand, one.people, one.spared)
        numbers = (shown.number(desk, figure) for figure in figures)
        line = shown.sparkline(one.weeks) if one.matched else ""
        table.add_row(clean(one.policy), mode_name(desk, one.mode), *numbers, line)
    return table


def _tell_decision(desk: Desk, one: answers.Sample) -> None:
    said = Text(f"{', '.join(map(clean, one.policies))} ({mode_name(desk, one.mode)})", style="bold")
    if one.actions:
        said.append(f" → {actions_named(desk, one.actions)}", "not bold")
    if one.evidence:
        said.append(f" · {', '.join(map(clean, one.evidence))}", "not bold dim")
    desk.out.print(Padding(said, (0, 0, 0, 2)))


def actions_named(desk: Desk, actions: list[str]) -> str:
    """What follows, in words."""
    return ", ".join(desk.say("tool-action", action=action) for action in actions)


def _chapter(desk: Desk, key: str) -> None:
    desk.out.print()
    desk.out.print(Rule(Text(desk.say(key), style="bold"), align="left", style="dim"))
