"""What a labelled file tells of the policies: precision, recall, and the errors one by one."""

from pathlib import Path

from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from bot.app.labelled import Mistake, Scored
from bot.cli import answers, shown
from bot.cli.desk import Desk
from bot.cli.screen import clean, marked, quoted
from bot.cli.stats import mode_name


def answer(file: Path, scored: Scored, errors: int) -> answers.Score:
    """All of it, as other programs read it."""
    return answers.Score(
        file=str(file),
        rows=scored.rows.total(),
        labels=sorted(scored.wanted),
        languages=[_language(scored, lang) for lang in (None, *scored.languages)],
        by_label=_labels(scored),
        policies=_policies(scored),
        wrong=len(scored.wrong),
        missed=len(scored.missed),
        errors=[_error(one) for one in (*scored.wrong, *scored.missed)[:errors]],
    )


def _language(scored: Scored, lang: str | None) -> answers.LanguageScore:
    rows = sum(number for (of, _), number in scored.rows.items() if lang in (None, of))
    return answers.LanguageScore(
        lang=lang or "*", rows=rows, precision=scored.precision(lang), recall=scored.recall(lang)
    )


def _labels(scored: Scored) -> list[answers.LabelScore]:
    return [
        answers.LabelScore(
            lang=lang,
            label=label,
            wanted=label in scored.wanted,
            rows=rows,
            matched=scored.matched[lang, label],
            recall=scored.matched[lang, label] / rows,
        )
        for (lang, label), rows in sorted(scored.rows.items())
    ]


def _policies(scored: Scored) -> list[answers.PolicyScore]:
    lines = []
    for policy, mode in scored.policies.items():
        labels: dict[str, int] = {}
        for (name, _, label), number in sorted(scored.by_policy.items()):
            if name == policy:
                labels[label] = labels.get(label, 0) + number
        lines.append(
            answers.PolicyScore(
                policy=policy,
                mode=mode,
                matched=sum(labels.values()),
                precision=scored.precision(policy=policy),
                recall=scored.recall(policy=policy),
                labels=labels,
            )
        )
    return sorted(lines, key=lambda line: (-line.matched, line.policy))


def _error(one: Mistake) -> answers.LabelledError:
    return answers.LabelledError(
        line=one.number,
        lang=one.row.lang,
        label=one.row.label,
        text=one.row.text,
        policies=[hit.policy for hit in one.hits],
        spans=shown.spans(tuple(sorted({span for hit in one.hits for span in hit.spans}))),
    )


def tell(desk: Desk, told: answers.Score) -> None:
    """Print it for people."""
    desk.tell("tool-score-title", style="bold", file=told.file, rows=told.rows)
    desk.tell("tool-score-labels", labels=", ".join(told.labels))
    desk.out.print(_languages(desk, told))
    desk.out.print(_by_label(desk, told))
    desk.out.print(_by_policy(desk, told))
    desk.tell("tool-score-errors", wrong=told.wrong, missed=told.missed, listed=len(told.errors))
    if told.errors:
        desk.out.print(Rule(style="dim"))
    for one in told.errors:
        key = "tool-score-wrong" if one.policies else "tool-score-missed"
        said = desk.say(key, line=one.line, label=one.label, lang=one.lang, policies=", ".join(one.policies))
        desk.out.print(Text(said, style="bold"))
        text = quoted(one.text, [(span.start, span.end) for span in one.spans], most=160, marks=desk.plain)
        desk.out.print(Padding(marked(text, desk.locale), (0, 0, 0, 4)))


def _languages(desk: Desk, told: answers.Score) -> Table:
    table = _empty(desk, ("lang", "rows", "precision", "recall"))
    for one in told.languages:
        name = desk.say("tool-score-all") if one.lang == "*" else clean(one.lang)
        shares = (shown.share(desk, share) for share in (one.precision, one.recall))
        table.add_row(name, shown.number(desk, one.rows), *shares)
    return table


def _by_label(desk: Desk, told: answers.Score) -> Table:
    table = _empty(desk, ("label", "rows", "matched", "share"))
    for one in told.by_label:
        style = "" if one.wanted else "dim"
        name = f"{clean(one.lang)} · {clean(one.label)}"
        numbers = (shown.number(desk, one.rows), shown.number(desk, one.matched), shown.share(desk, one.recall))
        table.add_row(name, *numbers, style=style)
    return table


def _by_policy(desk: Desk, told: answers.Score) -> Table:
    table = _empty(desk, ("policy", "mode", "matched", "precision"))
    for one in told.policies:
        if one.matched:
            numbers = (shown.number(desk, one.matched), shown.share(desk, one.precision))
            table.add_row(clean(one.policy), mode_name(desk, one.mode), *numbers)
    return table


def _empty(desk: Desk, headings: tuple[str, ...]) -> Table:
    table = Table(*(desk.say(f"tool-column-{heading}") for heading in headings))
    for column in table.columns[1:]:
        column.justify = "right"
    return table
