"""What a replay tells at its end: what was seen, what the policies said of it, and where it all is."""

from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bot.app import shell
from bot.app.decisions import Decision, Samples
from bot.app.replay import Replayed
from bot.cli import answers, shown
from bot.cli.desk import Desk
from bot.cli.screen import clean, marked, quoted
from bot.cli.stats import effect_name, mode_name
from bot.config import Config
from bot.locales import formats

_DECISIONS = 6
_ODDITIES = 12


def answer(done: Replayed, samples: Samples) -> answers.ReplayAnswer:
    """The same for other programs."""
    return answers.ReplayAnswer(
        export=done.name,
        community=done.community,
        since=done.since,
        until=done.until,
        events=done.handed,
        new=done.new,
        messages=samples.messages,
        people=len(samples.people),
        bots=len(samples.bots),
        channels=len(samples.channels),
        reactions=samples.reactions,
        policies=dict(done.policies),
        hits=[answers.PolicyCount(policy=one, mode=mode, number=n) for (one, mode), n in sorted(done.hits.items())],
        effects=dict(done.effects),
        samples=[shown.sample(one, done.channels) for one in samples.best(len(samples.kept))],
        stumbles=done.stumbles,
        oddities=dict(done.oddities),
        ignored=dict(done.ignored),
    )


async def tell(desk: Desk, config: Config, done: Replayed, samples: Samples) -> None:
    """Print the summary."""
    zone = shell.settings_of(config, done.community).time_zone
    desk.out.print(Text(desk.say("cli-replay-done", name=done.name, community=done.community), style="bold"))
    if done.new:
        _seen(desk, done, samples, zone)
        _policies(desk, done)
        _decisions(desk, done, samples, zone)
        _effects(desk, done)
    _known(desk, done)
    _oddities(desk, done)
    _end(desk, config, done)


def _seen(desk: Desk, done: Replayed, samples: Samples, zone: str) -> None:
    if done.since is not None and done.until is not None:
        since, until = (formats.date(moment, desk.locale, zone) for moment in (done.since, done.until))
        desk.tell("cli-replay-window", since=since, until=until, zone=zone)
    desk.tell(
        "cli-replay-seen",
        messages=samples.messages,
        people=len(samples.people),
        bots=len(samples.bots),
        channels=len(samples.channels),
        reactions=samples.reactions,
    )


def _policies(desk: Desk, done: Replayed) -> None:
    _chapter(desk, "cli-replay-policies")
    headings = ("cli-replay-policy", "cli-replay-mode", "cli-replay-times", "cli-replay-spared")
    table = Table(*(desk.say(heading) for heading in headings))
    for column in table.columns[2:]:
        column.justify = "right"
    for policy, mode in sorted(done.policies.items(), key=lambda one: (-done.hits[one], one[0])):
        numbers = (formats.number(done.hits[policy, which], desk.locale) for which in (mode, "spared"))
        table.add_row(clean(policy), mode_name(desk, mode), *numbers)
    desk.out.print(table)
    if not done.hits:
        desk.tell("cli-replay-silent")


def _decisions(desk: Desk, done: Replayed, samples: Samples, zone: str) -> None:
    if not samples.kept:
        return
    _chapter(desk, "cli-replay-samples")
    for decision in samples.best(_DECISIONS):
        _decision(desk, done, decision, zone)


def _decision(desk: Desk, done: Replayed, decision: Decision, zone: str) -> None:
    line = decision.line
    channel = done.channels.get(line.channel, line.channel.rpartition("/")[2])
    name = clean(line.name or line.account.rpartition("/")[2])
    where = f" · #{clean(channel)} · " if channel else " · "
    head = Text(formats.date_time(line.at, desk.locale, zone)).append(where).append(name, "bold")
    desk.out.print(head)
    said = quoted(line.text, decision.spans, most=140, marks=desk.plain)
    desk.out.print(Padding(marked(said, desk.locale), (0, 0, 0, 4)))
    policies = f"{', '.join(decision.policies)} ({mode_name(desk, decision.mode)})"
    why = " ".join(desk.word(text) for text in decision.why)
    desk.out.print(Padding(Text(policies, style="bold").append(f" {why}", "not bold"), (0, 0, 0, 2)))


def _effects(desk: Desk, done: Replayed) -> None:
    if not done.effects:
        return
    _chapter(desk, "cli-replay-effects")
    for kind, number in done.effects.most_common():
        desk.out.print(Text(f"  {formats.number(number, desk.locale)} × {effect_name(desk, kind)}"))


def _known(desk: Desk, done: Replayed) -> None:
    if not done.new:
        desk.tell("cli-replay-nothing-new", known=done.known)
    elif done.known:
        desk.tell("cli-replay-known", known=done.known)


def _oddities(desk: Desk, done: Replayed) -> None:
    if done.oddities:
        _chapter(desk, "cli-replay-oddities")
        for what, number in done.oddities.most_common(_ODDITIES):
            desk.out.print(Text(f"  {formats.number(number, desk.locale)} × {clean(what)}"))
        if len(done.oddities) > _ODDITIES:
            desk.tell("cli-replay-more", number=len(done.oddities) - _ODDITIES)
    if done.ignored:
        what = ", ".join(f"{clean(kind)} ({number})" for kind, number in done.ignored.most_common(_ODDITIES))
        desk.out.print()
        desk.tell("cli-replay-ignored", number=done.ignored.total(), what=what)
    if done.stumbles:
        desk.tell("cli-replay-stumbles", style="bold yellow", number=done.stumbles, program=desk.program_here)


def _end(desk: Desk, config: Config, done: Replayed) -> None:
    _chapter(desk, "cli-replay-where")
    days = config.settings.retention.outbox_text_days
    desk.tell("cli-replay-database", place=shell.database_shown(config), days=days)
    for command, key in (
        ("stats", "cli-next-stats"),
        ("doctor", "cli-next-doctor"),
        ("init", "cli-next-init"),
        ("policy new", "cli-next-policy"),
    ):
        if command == "init" and config.source is not None:
            continue
        which = f" --community {done.community}" if command == "stats" else ""
        program = desk.program if command == "init" else desk.program_here
        desk.tell(key)
        desk.out.print(Text(f"    {program} {command}{which}", style="bold green"), soft_wrap=True)


def _chapter(desk: Desk, key: str) -> None:
    desk.out.print()
    desk.out.print(Rule(Text(desk.say(key), style="bold"), align="left", style="dim"))
