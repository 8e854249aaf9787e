"""Which language a text is in: asked of lingua, where the extra `language` is installed."""

from functools import lru_cache
from typing import Any

lingua: Any
try:
    import lingua
except ModuleNotFoundError:
    lingua = None

_CODES = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko",
    "nl", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh",
)  # fmt: skip
_CERTAIN = 0.25
"""By so much the likeliest language must lead before the next one."""
_LONGEST = 1000
"""Characters that are looked at; more of them change nothing."""


def available() -> bool:
    """Whether languages can be told on this machine."""
    return lingua is not None


def known() -> frozenset[str]:
    """The languages that are told apart, as two letters each (ISO 639-1)."""
    return frozenset(_CODES)


def tell(text: str) -> str | None:
    """The language of a text; None where two are about as likely, or where nothing can be told here."""
    if lingua is None:
        return None
    told = _detector().detect_language_of(text[:_LONGEST])
    return None if told is None else str(told.iso_code_639_1.name).lower()


@lru_cache(maxsize=1)
def _detector() -> Any:
    """Built when first asked for; reads its models into memory one by one as texts come."""
    codes = [getattr(lingua.IsoCode639_1, code.upper()) for code in _CODES]
    builder = lingua.LanguageDetectorBuilder.from_iso_codes_639_1(*codes)
    return builder.with_minimum_relative_distance(_CERTAIN).with_low_accuracy_mode().build()
