"""The chrome of the site as templates: everything that is put into them is escaped."""

from datetime import date, datetime
from functools import cache
from importlib import resources
from urllib.parse import quote
from zoneinfo import ZoneInfo

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from adapters.web import limits, render
from adapters.web.ink import Ink
from adapters.web.text import clean
from bot.ids import native
from bot.locales import formats

_FOLDER = resources.files("adapters.web") / "templates"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: (_FOLDER / name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        avatar=render.avatar, badge=render.badge, limits=limits, native=native, clean=clean, path=_path
    )
    return environment


def _path(name: str) -> str:
    return quote(name, safe="")


def fragment(template: str, ink: Ink, **parts: object) -> str:
    """A part of a page, in one language."""

    def day_time(at: datetime) -> str:
        return formats.day_time(at, ink.locale, ink.zone)

    def clock_time(at: datetime) -> str:
        return f"{at.astimezone(ZoneInfo(ink.zone)):%H:%M}"

    def short_day(day: date) -> str:
        return formats.short_day(day, ink.locale)

    words = {"ui": ink.ui, "ink": ink, "day_time": day_time, "clock_time": clock_time, "short_day": short_day}
    return _environment().get_template(template).render(**words, **parts).strip()


def markup(html: str) -> Markup:
    """What a template made, on its way into another."""
    return Markup(html)  # noqa: S704 - templates escape what is put into them
