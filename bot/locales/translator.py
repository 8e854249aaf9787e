"""Finds the words of a message in one language, and never lets missing words stop anything."""

import logging
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

Locale = Literal["en", "fr"]
Address = Literal["tu", "vous"]
"""How French speaks to people; every message may ask for it as `$address`."""

_OF_THE_SHELL = "help.ftl"
"""Read in another way, by `bot.cli.helping`."""
LOCALES: tuple[Locale, ...] = get_args(Locale)
_log = logging.getLogger(__name__)


class Translator:
    """Reads one file of one language when its first message is asked for, and keeps it.

    `policy-removed` stands in `policy.ftl`. Where words or arguments are missing, a strict one raises LookupError;
    any other lets English step in, then the key in brackets.
    """

    def __init__(self, folder: Traversable | None = None, *, strict: bool = False) -> None:
        self._folder = folder or resources.files(__package__ or "bot.locales")
        self._strict = strict
        self._bundles: dict[tuple[Locale, str], FluentBundle] = {}

    def read_all(self) -> None:
        """Read every file now: a tenth of a second each, which nobody shall wait for later."""
        for locale in LOCALES:
            for file in (self._folder / locale).iterdir():
                if file.name.endswith(".ftl") and file.name != _OF_THE_SHELL:
                    self._bundle(locale, file.name.removesuffix(".ftl"))

    def say(self, key: str, arguments: Mapping[str, str | int], locale: Locale, address: Address = "tu") -> str:
        """The words of one message."""
        given = {"address": address, **arguments}
        for language in dict.fromkeys((locale, LOCALES[0])):
            try:
                return self._format(key, given, language)
            except LookupError as error:
                if self._strict:
                    raise
                _log.warning("words are missing: %s", error)
        return f"[{key}]"

    def _format(self, key: str, arguments: Mapping[str, str | int], locale: Locale) -> str:
        bundle = self._bundle(locale, key.partition("-")[0])
        pattern = bundle.get_message(key).value if bundle.has_message(key) else None
        if pattern is None:
            raise LookupError(f'no message "{key}" in {locale}')
        words, errors = bundle.format_pattern(pattern, dict(arguments))
        if errors:
            raise LookupError(f'message "{key}" in {locale}: {"; ".join(map(str, errors))}')
        return str(words)

    def _bundle(self, locale: Locale, name: str) -> "FluentBundle":
        if (locale, name) not in self._bundles:
            self._bundles[locale, name] = _read(self._folder / locale / f"{name}.ftl", locale)
        return self._bundles[locale, name]


def _read(file: Traversable, locale: Locale) -> "FluentBundle":
    from fluent.runtime import FluentBundle, FluentResource  # noqa: PLC0415 - a tenth of a second that few need

    bundle = FluentBundle([locale], use_isolating=False)
    if file.is_file():
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


def default_locale(environ: Mapping[str, str]) -> Locale:
    """The language of whoever sits at the shell."""
    chosen = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    spoken = chosen.lower().replace("-", "_").partition(".")[0].partition("_")[0]
    return next((locale for locale in LOCALES if locale == spoken), LOCALES[0])
