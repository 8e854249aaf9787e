"""Pictures as inline SVG, in the colours of the page around them, each with its figures in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

_WIDTH = 720
_HEIGHT = 190
_GROUND = 156
_TOP = 14
_ROW = 30
_NAME = 250


@dataclass(frozen=True, slots=True)
class Column:
    """One week: what was acted on below, what was on trial above."""

    label: str
    values: tuple[int, int]
    said: str


@dataclass(frozen=True, slots=True)
class Row:
    """One policy."""

    label: str
    value: int
    mode: str
    said: str


def columns(weeks: Sequence[Column], title: str) -> Markup:
    """Stacked columns, one a week."""
    highest = max((sum(week.values) for week in weeks), default=0) or 1
    left, right = 34, 6
    pitch = (_WIDTH - left - right) / max(len(weeks), 1)
    wide = min(pitch * 0.72, 46)
    every = -(-len(weeks) // 12) or 1
    parts = [_grid(highest, left)]
    for index, week in enumerate(weeks):
        x = left + pitch * index + (pitch - wide) / 2
        parts.append(_stack(week, x, wide, highest))
        if index % every == 0:
            middle = f"{x + wide / 2:.1f}"
            text = Markup('<text class="axis" x="{}" y="{}" text-anchor="middle">{}</text>')
            parts.append(text.format(middle, _GROUND + 20, week.label))
    said = "; ".join(week.said for week in weeks)
    return _svg(_WIDTH, _HEIGHT, title, said, parts)


def _grid(highest: int, left: int) -> Markup:
    line = Markup(
        '<line class="grid" x1="{0}" x2="{1}" y1="{2:.1f}" y2="{2:.1f}"/>'
        '<text class="axis" x="{3}" y="{4:.1f}" text-anchor="end">{5}</text>'
    )
    marks = sorted({0, highest // 2, highest}) if highest > 1 else [0, 1]
    heights = ((mark, _GROUND - mark / highest * (_GROUND - _TOP)) for mark in marks)
    return Markup("").join(line.format(left, _WIDTH - 6, y, left - 8, y + 4, mark) for mark, y in heights)


def _stack(week: Column, x: float, wide: float, highest: int) -> Markup:
    bar = Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="2"/>')
    y, drawn = float(_GROUND), Markup("")
    for kind, value in zip(("acts", "trial"), week.values, strict=True):
        height = value / highest * (_GROUND - _TOP)
        y -= height
        drawn += bar.format(kind, x, y, wide, height) if value else Markup("")
    return Markup("<g><title>{}</title>{}</g>").format(week.said, drawn)


def rows(policies: Sequence[Row], title: str) -> Markup:
    """Horizontal bars, one a policy."""
    highest = max((one.value for one in policies), default=0) or 1
    room = _WIDTH - _NAME - 60
    shape = Markup(
        '<g><title>{said}</title><text class="name" x="{end}" y="{text}" text-anchor="end">{label}</text>'
        '<rect class="{mode}" x="{name}" y="{y}" width="{width:.1f}" height="18" rx="3"/>'
        '<text class="figure" x="{after:.1f}" y="{text}">{value}</text></g>'
    )
    parts = []
    for index, one in enumerate(policies):
        width = max(one.value / highest * room, 3)
        parts.append(
            shape.format(
                said=one.said,
                label=one.label if len(one.label) <= 34 else f"{one.label[:33]}…",
                mode="acts" if one.mode == "enforce" else "trial",
                name=_NAME,
                end=_NAME - 12,
                y=index * _ROW + 4,
                text=index * _ROW + 18,
                width=width,
                after=_NAME + width + 8,
                value=one.value,
            )
        )
    said = "; ".join(one.said for one in policies)
    return _svg(_WIDTH, max(len(policies), 1) * _ROW + 4, title, said, parts)


def sparkline(values: Sequence[int], said: str) -> Markup:
    """A small line of columns for a cell of a table."""
    highest = max(values, default=0) or 1
    pitch = min(120 / max(len(values), 1), 12.0)
    bar = Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>')
    parts = [
        bar.format(index * pitch, 22 - height, max(pitch - 1.5, 0.8), height)
        for index, height in enumerate(max(value / highest * 20, 1) for value in values)
    ]
    shape = Markup(
        '<svg class="spark" viewBox="0 0 {0} 24" width="{0}" height="24" role="img" aria-label="{1}">{2}</svg>'
    )
    return shape.format(round(pitch * max(len(values), 1), 1), said, Markup("").join(parts))


def _svg(width: int, height: int, title: str, said: str, parts: Sequence[Markup]) -> Markup:
    shape = Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}"><title>{}</title><desc>{}</desc>{}</svg>')
    return shape.format(width, height, title, title, said, Markup("").join(parts))
