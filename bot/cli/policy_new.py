"""`palabre policy new`: asks a few questions and writes a policy with its cases, on trial."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from rich.text import Text

from bot.cli import options
from bot.cli.desk import Desk
from bot.cli.exits import Exit
from bot.cli.screen import clean

if TYPE_CHECKING:
    from bot.app.drafting import Drafted
    from bot.cli.answers import Written

Value = TypeVar("Value")
_KINDS = ("words", "links", "rate", "mentions")
_LEVELS = ("helper", "moderator", "senior", "owner")

Pack = Annotated[str | None, typer.Option("--pack", help="help-new-pack", metavar="NAME")]
Id = Annotated[str | None, typer.Option("--id", help="help-new-id", metavar="NAME")]
TitleEn = Annotated[str | None, typer.Option("--title-en", help="help-new-title-en", metavar="TEXT")]
TitleFr = Annotated[str | None, typer.Option("--title-fr", help="help-new-title-fr", metavar="TEXT")]
WhyEn = Annotated[str | None, typer.Option("--why-en", help="help-new-why-en", metavar="TEXT")]
WhyFr = Annotated[str | None, typer.Option("--why-fr", help="help-new-why-fr", metavar="TEXT")]
Words = Annotated[str | None, typer.Option("--words", help="help-new-words", metavar="WORD,...")]
Links = Annotated[str | None, typer.Option("--links", help="help-new-links", metavar="DOMAIN,...")]
WithLink = Annotated[bool, typer.Option("--with-link", help="help-new-with-link")]
Rate = Annotated[str | None, typer.Option("--rate", help="help-new-rate", metavar="N/LENGTH")]
Mentions = Annotated[int | None, typer.Option("--mentions", help="help-new-mentions", min=1, metavar="N")]
Then = Annotated[str | None, typer.Option("--then", help="help-new-then", metavar="ACTION,...")]
Again = Annotated[str | None, typer.Option("--again", help="help-new-again", metavar="N/LENGTH:ACTION,...")]
SpareLevel = Annotated[str | None, typer.Option("--spare-level", help="help-new-spare-level", metavar="LEVEL")]
SpareAfter = Annotated[str | None, typer.Option("--spare-after", help="help-new-spare-after", metavar="LENGTH")]
Matching = Annotated[list[str] | None, typer.Option("--match", help="help-new-match", metavar="TEXT")]
Others = Annotated[list[str] | None, typer.Option("--leave", help="help-new-leave", metavar="TEXT")]
NoInput = Annotated[bool, typer.Option("--no-input", help="help-new-no-input")]


def new(  # noqa: PLR0913 - each is an option of its own
    context: typer.Context,
    *,
    policies: Annotated[Path | None, typer.Option("--policies", help="help-new-policies", metavar="DIR")] = None,
    pack: Pack = None,
    name: Id = None,
    title_en: TitleEn = None,
    title_fr: TitleFr = None,
    why_en: WhyEn = None,
    why_fr: WhyFr = None,
    words: Words = None,
    links: Links = None,
    with_link: WithLink = False,
    rate: Rate = None,
    mentions: Mentions = None,
    then: Then = None,
    again: Again = None,
    spare_level: SpareLevel = None,
    spare_after: SpareAfter = None,
    matching: Matching = None,
    others: Others = None,
    no_input: NoInput = False,
    as_json: options.Json = False,
) -> None:
    """Ask for what was not given, check all of it, and only then write."""
    from bot.app import drafting  # noqa: PLC0415

    desk = Desk.of(context)
    home = policies.absolute() if policies is not None else desk.config().policies[0]
    ask = _Asker(desk, silent=no_input)
    pack = ask("pack", pack, usual="ours", read=_slug)
    name = ask("id", name, read=_slug)
    title = ask("title-en", title_en), ask("title-fr", title_fr)
    why = ask("why-en", why_en), ask("why-fr", why_fr)
    given = {"words": words, "links": links, "rate": rate, "mentions": mentions}
    when, examples = _when(ask, given, with_link=with_link)
    measures, ladder = _then(ask, then, again)
    unless = _unless(ask, spare_level, spare_after)
    yes, no = examples or _examples(ask, matching or [], others or [])
    draft = drafting.Draft(
        pack=pack,
        id=name,
        title=title,
        why=why,
        when=when,
        then=measures,
        ladder=ladder,
        unless=unless,
        matching=yes,
        others=no,
    )
    drafted = drafting.draft(home, draft)
    if drafted.sound:
        drafting.write(drafted)
    if as_json:
        desk.answer(_answer(draft.name, drafted))
    else:
        _tell(desk, draft.name, home, drafted)
    raise typer.Exit(Exit.FINE if drafted.sound else Exit.ATTENTION)


class _Asker:
    """Takes what was given as an option, else asks; questions go to standard error."""

    def __init__(self, desk: Desk, *, silent: bool) -> None:
        self._desk = desk
        self._silent = silent

    def __call__(
        self, key: str, given: Any = None, *, usual: str | None = None, read: Callable[[str], Any] = str.strip
    ) -> Any:
        """Ask until the answer can be read. Raises UsageError where nothing may be asked."""
        process = self._process(read)
        if given is not None:
            return process(str(given))
        if self._silent:
            if usual is None:
                option = _OPTIONS.get(key, f"--{key}")
                raise typer.BadParameter(self._desk.say("tool-new-missing", option=option))
            return process(usual)
        return typer.prompt(self._desk.say(f"tool-new-{key}"), default=usual, value_proc=process, err=True)

    def _process(self, read: Callable[[str], Value]) -> Callable[[str], Value]:
        """What cannot be read is refused, and asked again where somebody can be asked."""

        def process(answer: str) -> Value:
            try:
                value = read(answer)
            except ValueError:
                value = None
            if value is None or value == "":
                raise typer.BadParameter(self._desk.say("tool-new-unreadable", answer=answer))
            return value

        return process

    def sure(self, key: str) -> bool:
        """Ask for yes or no; no, where nothing may be asked."""
        return not self._silent and typer.confirm(self._desk.say(f"tool-new-{key}"), default=False, err=True)


_OPTIONS = {
    "match-first": "--match",
    "match-second": "--match",
    "leave-first": "--leave",
    "leave-second": "--leave",
    "kind": "--words, --links, --rate, --mentions",
}
"""Where a question has not the name of its option."""


def _slug(answer: str) -> str:
    import re  # noqa: PLC0415
    import unicodedata  # noqa: PLC0415

    plain = unicodedata.normalize("NFKD", answer).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def _list(answer: str) -> list[str]:
    found = [one.strip() for one in answer.split(",") if one.strip()]
    if not found:
        raise ValueError
    return found


Examples = tuple[tuple[dict[str, Any], ...], tuple[dict[str, Any], ...]]


def _when(ask: _Asker, given: dict[str, Any], *, with_link: bool) -> tuple[dict[str, Any], Examples | None]:
    """What to look for, and the cases where they follow from a number."""
    kind = next((name for name in _KINDS if given[name] is not None), None) or ask("kind", usual="words", read=_kind)
    if kind == "words":
        words = ask("words", given["words"], read=_list)
        linked = with_link or (given["words"] is None and ask.sure("with-link"))
        return {"words": {"any": words}} | ({"links": {}} if linked else {}), None
    if kind == "links":
        domains = ask("links", given["links"], usual="*", read=_list)
        return {"links": {"domains": domains} if domains != ["*"] else {}}, None
    if kind == "mentions":
        least = ask("mentions", given["mentions"], usual="8", read=int)
        return {"mentions": {"at_least": least}}, _mentioning(least)
    more_than, within = ask("rate", given["rate"], usual="9/10s", read=_times)
    return {"rate": {"more_than": more_than, "within": within}}, _repeating(more_than)


def _kind(answer: str) -> str:
    if answer.strip() not in _KINDS:
        raise ValueError
    return answer.strip()


def _times(answer: str) -> tuple[int, str]:
    number, _, length = answer.partition("/")
    if not length.strip():
        raise ValueError
    return int(number), length.strip()


def _mentioning(least: int) -> Examples:
    def case(number: int) -> dict[str, Any]:
        return {"text": "hello there", "mentions": number}

    return (case(least), case(least + 3)), (case(least - 1), case(0))


def _repeating(more_than: int) -> Examples:
    def case(text: str, number: int) -> dict[str, Any]:
        return {"text": text, "before": [{"text": f"earlier {n}", "seconds_ago": 0} for n in range(number)]}

    too_many = case("one more", more_than), case("again", more_than + 2)
    return too_many, (case("not yet", more_than - 1), case("first", 0))


def _then(ask: _Asker, then: str | None, again: str | None) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    measures = ask("then", then, usual="remind", read=_measures)
    wanted = ask("again", again, usual="-", read=_again)
    return measures, wanted


def _measures(answer: str) -> dict[str, Any]:
    """`remind, timeout=10m` as a table."""
    made: dict[str, Any] = {}
    for one in _list(answer):
        name, equals, value = one.partition("=")
        made[name.strip()] = value.strip() if equals else True
    return made


def _again(answer: str) -> list[dict[str, Any]]:
    """`3/30d: timeout=1h` as one step of a ladder; a dash for none."""
    if answer.strip() in ("", "-"):
        return []
    steps = []
    for one in answer.split(";"):
        often, _, measures = one.partition(":")
        at, within = _times(often)
        steps.append({"at": at, "within": within, "then": _measures(measures)})
    return steps


def _unless(ask: _Asker, level: str | None, after: str | None) -> dict[str, Any]:
    chosen = ask("spare-level", level, usual="helper")
    length = ask("spare-after", after, usual="-")
    spared = {"level": chosen} if chosen in _LEVELS else {}
    return spared | ({"member_for": length} if length not in ("", "-") else {})


def _examples(ask: _Asker, matching: list[str], others: list[str]) -> Examples:
    yes = matching or [ask("match-first"), ask("match-second")]
    no = others or [ask("leave-first"), ask("leave-second")]
    return tuple({"text": one} for one in yes), tuple({"text": one} for one in no)


def _answer(name: str, drafted: "Drafted") -> "Written":
    from bot.app import packs  # noqa: PLC0415
    from bot.cli.answers import Written  # noqa: PLC0415
    from bot.cli.policy_cases import case_line  # noqa: PLC0415

    return Written(
        policy=name,
        files=[packs.shown(file) for file in drafted.files],
        written=drafted.sound,
        cases=[case_line(one) for one in drafted.results],
    )


def _tell(desk: Desk, name: str, home: Path, drafted: "Drafted") -> None:
    from bot.app import packs  # noqa: PLC0415
    from bot.cli.policy_cases import tell_case  # noqa: PLC0415

    for one in drafted.results:
        tell_case(desk, packs.shown(drafted.folder), one)
    if not drafted.sound:
        desk.warn("tool-new-unsound", style="bold yellow")
        return
    for file in drafted.files:
        desk.tell("tool-new-written", path=packs.shown(file))
    where = clean(packs.shown(home))
    pack, line = drafted.pack.id, 'mode = "enforce"'
    said = desk.say("tool-new-next", program=desk.program_here, policy=name, pack=pack, where=where, line=line)
    desk.out.print(Text(said), soft_wrap=True)
