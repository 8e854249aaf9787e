"""What Palabre says, in every language that it speaks; the first word of a message's key names its file."""

from bot.locales.translator import LOCALES, Address, Locale, Translator, default_locale

__all__ = ["LOCALES", "Address", "Locale", "Translator", "default_locale"]
