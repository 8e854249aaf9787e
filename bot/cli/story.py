"""How the story of the demonstration is told: narration from `story.ftl`, everything else from what was ruled."""

from collections.abc import Iterable, Iterator, Sequence

from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from bot.app.decisions import Decision, Line
from bot.app.demo import TIME_ZONE, Story
from bot.cli.desk import Desk
from bot.cli.screen import clean, marked, quoted
from bot.effects import DeleteMessage, TimeOutMember
from bot.locales import formats

_SHORT, _LONG = 110, 160
_MARKS = {"enforce": ("● ", "red"), "shadow": ("○ ", "yellow"), "spared": ("○ ", "cyan")}


def tell(desk: Desk, story: Story) -> None:
    """Print the whole story."""
    _open(desk, story)
    groups = list(_grouped(story.decided))
    _chapter(desk, "story-decided")
    told: set[str] = set()
    for group in groups:
        if group[0].mode == "enforce":
            _decision(desk, story, group, told)
    _chapter(desk, "story-idle")
    for group in groups:
        if group[0].mode != "enforce":
            _decision(desk, story, group, told)
    _chapter(desk, "story-left")
    _innocents(desk, story)
    _critic(desk, story)
    _waits(desk, story)
    _chapter(desk, "story-kept")
    _kept(desk, story)
    _chapter(desk, "story-next")
    _next(desk, story)


def _open(desk: Desk, story: Story) -> None:
    desk.out.print()
    desk.tell("story-title", style="bold")
    _say(desk, desk.word(story.highlights.opening.text))
    window = story.window
    if window is None:
        return
    since, until = (formats.date(moment, desk.locale, TIME_ZONE) for moment in window)
    seen = {
        "messages": story.seen.messages,
        "people": len(story.seen.people),
        "channels": len(story.seen.channels),
        "reactions": story.seen.reactions,
    }
    _say(desk, desk.say("story-seen", since=since, until=until, **seen))


def _grouped(decided: Sequence[Decision]) -> Iterator[list[Decision]]:
    """Decisions in a row about the same words of the same person are told together."""
    group: list[Decision] = []
    for one in decided:
        if group and (one.line.text, one.line.account) == (group[-1].line.text, group[-1].line.account):
            group.append(one)
            continue
        if group:
            yield group
        group = [one]
    if group:
        yield group


def _decision(desk: Desk, story: Story, group: Sequence[Decision], told: set[str]) -> None:
    """One decision, and what came of it; a reason that was `told` before is not told again."""
    one = group[0]
    desk.out.print(_headed(desk, story, one.line, before=_MARKS[one.mode]))
    _quote(desk, one.line, one.spans)
    titles = ", ".join(desk.word(story.titles[policy]) for policy in one.policies if policy in story.titles)
    why = " ".join(desk.word(text) for text in one.why)
    if one.mode == "enforce":
        why = desk.say("story-why-same") if why in told else desk.say("story-why", why=why)
        told.add(" ".join(desk.word(text) for text in one.why))
    _say(desk, Text(titles, style="bold").append(f" · {why}", "not bold"), indent=2)
    if one.mode == "enforce":
        _say(desk, Text(desk.say("story-did", what=", ".join(_done(desk, one))), style="green"), indent=2)
    _again(desk, story, group)
    _remark(desk, story, one)


def _again(desk: Desk, story: Story, group: Sequence[Decision]) -> None:
    if len(group) > 1:
        duration = formats.duration(group[-1].line.at - group[0].line.at, desk.locale)
        channels = formats.enumeration([f"#{story.channel(one.line.channel)}" for one in group[1:]], desk.locale)
        said = desk.say("story-again", times=len(group) - 1, duration=duration, channels=channels)
        _say(desk, said, indent=2)


def _remark(desk: Desk, story: Story, one: Decision) -> None:
    """What the storyteller adds, and the truth where the decision was a mistake."""
    remark = story.remark(one)
    said = Text(style="italic")
    if one.mode == "enforce" and any(_is(one.line, named.message) for named in story.highlights.innocent):
        said.append(desk.say("story-mistake") + " ", "bold")
    if remark is not None:
        said.append(desk.word(remark))
    if said:
        _say(desk, said, indent=2)
    desk.out.print()


def _done(desk: Desk, one: Decision) -> Iterator[str]:
    for effect in one.effects:
        minutes = round((effect.until - one.line.at).total_seconds() / 60) if isinstance(effect, TimeOutMember) else 0
        plain = effect.kind.replace("_", " ")
        yield desk.say("story-done", kind=effect.kind, name=_name(one.line), minutes=minutes, plain=plain)
    if not any(isinstance(effect, DeleteMessage) for effect in one.effects):
        yield desk.say("story-done-stays")


def _innocents(desk: Desk, story: Story) -> None:
    _say(desk, desk.say("story-innocent"))
    for remark in story.highlights.innocent:
        line = story.lines.get(remark.message)
        if line is None:
            continue
        if _enforced(story, remark.message):
            continue
        _brief(desk, line, remark.quote(line), Text(desk.word(remark.text), style="italic"))


def _critic(desk: Desk, story: Story) -> None:
    known = [one for one in story.highlights.critic if one.message in story.lines]
    if not known:
        return
    account = story.lines[known[0].message].account
    name = _name(story.lines[known[0].message])
    _say(desk, desk.say("story-critic", name=name))
    for remark in known:
        line = story.lines[remark.message]
        said = Text(desk.word(remark.text), style="italic")
        if _enforced(story, remark.message):
            said.append(f" {desk.say('story-critic-acted')}", "bold yellow")
        _brief(desk, line, remark.quote(line), said)
    messages = sum(line.account == account for line in story.lines.values())
    touched = sum(one.line.account == account and one.mode == "enforce" for one in story.decided)
    _say(desk, desk.say("story-critic-why", messages=messages, touched=touched))


def _waits(desk: Desk, story: Story) -> None:
    """The newcomer's question, and the same question two weeks later."""
    told = []
    for key, wait in zip(("story-wait", "story-wait-again"), story.highlights.wait, strict=False):
        question, answer = story.lines.get(wait.question), story.lines.get(wait.answer)
        if question is None or answer is None:
            return
        long = formats.duration(answer.at - question.at, desk.locale)
        told.append(desk.say(key, who=_name(question), helper=_name(answer), long=long))
    if told:
        _chapter(desk, "story-notyet")
        _say(desk, " ".join(told))


def _kept(desk: Desk, story: Story) -> None:
    _say(desk, desk.say("story-database", place=story.database, days=story.kept_days))
    if story.chain:
        said = desk.say("story-chain-broken", rulings=story.rulings, problem=story.chain[0])
        _say(desk, Text(said, style="bold red"))
    else:
        _say(desk, desk.say("story-chain", rulings=story.rulings))


def _next(desk: Desk, story: Story) -> None:
    here = f"{desk.program} --config {story.settings}"
    someone = _name(story.decided[0].line) if story.decided else "NAME"
    for command, key in (
        (f"{here} stats", "story-next-stats"),
        (f"{here} doctor", "story-next-doctor"),
        (f"{here} privacy export {someone}", "story-next-privacy"),
        (f"{desk.program} policy check", "story-next-policies"),
        (f"{desk.program} replay EXPORT.zip", "story-next-replay"),
    ):
        _say(desk, desk.say(key))
        desk.out.print(Text(f"    {command}", style="bold green"), soft_wrap=True)


def _enforced(story: Story, message: str) -> bool:
    acted = story.acted_on(message)
    return acted is not None and acted.mode == "enforce"


def _is(line: Line, message: str) -> bool:
    return line.message.endswith(f"/{message}")


def _headed(desk: Desk, story: Story, line: Line, before: tuple[str, str]) -> Text:
    head = Text().append(*before).append(_when(desk, line))
    return head.append(f" · #{clean(story.channel(line.channel))} · ").append(_name(line), "bold")


def _brief(desk: Desk, line: Line, words: str, remark: Text) -> None:
    """A line and a remark, in as little room as they need."""
    said = Text("· ").append(f"{_name(line)} ", "bold").append_text(marked(quoted(words, most=_SHORT), desk.locale))
    desk.out.print(Padding(said.append(" ").append_text(remark), (0, 0, 0, 2)))


def _name(line: Line) -> str:
    return clean(line.name or line.account.rpartition("/")[2])


def _when(desk: Desk, line: Line) -> str:
    return formats.day_time(line.at, desk.locale, TIME_ZONE)


def _quote(desk: Desk, line: Line, spans: Iterable[tuple[int, int]] = (), most: int = _LONG) -> None:
    said = quoted(line.text, spans, most=most, marks=desk.plain)
    desk.out.print(Padding(marked(said, desk.locale), (0, 0, 0, 4)))


def _chapter(desk: Desk, key: str) -> None:
    if key not in ("story-idle", "story-left"):  # a decision ends with an empty line of its own
        desk.out.print()
    desk.out.print(Rule(Text(desk.say(key), style="bold"), align="left", style="dim"))


def _say(desk: Desk, said: str | Text, indent: int = 0) -> None:
    desk.out.print(Padding(said if isinstance(said, Text) else Text(said), (0, 0, 0, indent)))
