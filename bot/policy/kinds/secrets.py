"""The condition `secrets`: somebody posted what only they should know."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from pydantic import Field

from bot.policy.kind import Bench, Context, Kind, Match, Test
from bot.text import Regex, Span

SecretKind = Literal["tokens", "private keys", "cards", "ibans"]


class _Form(NamedTuple):
    kind: SecretKind
    called: str
    """What evidence says of it."""
    written: str
    case: bool = True


_FORMS = (
    _Form("private keys", "private key", r"-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----"),
    _Form("tokens", "AWS access key", r"\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b"),
    _Form("tokens", "GitHub token", r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b"),
    _Form("tokens", "GitLab token", r"\bgl(?:pat|dt|rt|ptt|cbt|soat)-[A-Za-z0-9_-]{20,}"),
    _Form("tokens", "Slack token", r"\bxox[abeoprs]-[0-9A-Za-z-]{20,}"),
    _Form("tokens", "Slack webhook", r"https://hooks\.slack\.com/(?:services|workflows)/[A-Za-z0-9+/]{40,}"),
    _Form("tokens", "Discord token", r"\b[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,42}"),
    _Form(
        "tokens",
        "Discord webhook",
        r"https://(?:\w+\.)?discord(?:app)?\.com/api/webhooks/[0-9]{15,21}/[A-Za-z0-9_-]{40,}",
    ),
    _Form("tokens", "Telegram bot token", r"\b[0-9]{8,10}:AA[A-Za-z0-9_-]{33}"),
    _Form("tokens", "Google API key", r"\bAIza[A-Za-z0-9_-]{35}"),
    _Form("tokens", "OpenAI or Anthropic key", r"\bsk-(?:ant-|proj-|svcacct-)?[A-Za-z0-9_-]{32,}"),
    _Form("tokens", "Stripe key", r"\b[rs]k_live_[A-Za-z0-9]{20,}\b"),
    _Form("tokens", "npm token", r"\bnpm_[A-Za-z0-9]{36}\b"),
    _Form("tokens", "PyPI token", r"\bpypi-AgE[A-Za-z0-9_-]{50,}"),
    _Form("tokens", "Hugging Face token", r"\bhf_[A-Za-z]{34}\b"),
    _Form("tokens", "SendGrid key", r"\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}"),
    _Form("tokens", "signed token", r"\beyJ[A-Za-z0-9_-]{16,}\.eyJ[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{20,}"),
    _Form(
        "cards",
        "card number",
        r"\b[2-6][0-9]{3}(?:[ -]?[0-9]{4}){2}[ -]?[0-9]{1,7}\b|\b3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}\b",
    ),
    _Form("ibans", "IBAN", r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", case=False),
)
_IBAN_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28,
    "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18,
    "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22,
    "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20,
    "LU": 20, "LV": 21, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18, "NO": 15,
    "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SC": 31, "SE": 24, "SI": 19,
    "SK": 24, "SM": 27, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
}  # fmt: skip
_CARD_LENGTHS = {"3": (15,), "4": (13, 16, 19), "5": (16,), "2": (16,), "6": (16, 17, 18, 19)}


class Secrets(Kind):
    """Found wherever they stand, in code above all; numbers only where their check digits are right."""

    kinds: tuple[SecretKind, ...] = Field(default=("tokens", "private keys", "cards", "ibans"), min_length=1)

    def compile(self, bench: Bench) -> Test:
        """Contribute the forms to the common search, and check what is found."""
        forms = {bench.number(Regex(one.written, one.case, "exact")): one for one in _FORMS if one.kind in self.kinds}

        def evaluate(context: Context) -> Match | None:
            spans: list[Span] = []
            evidence: list[str] = []
            for number in sorted(forms.keys() & context.hits.keys()):
                form = forms[number]
                real = [one for span in context.hits[number] if (one := _real(form, context.reading.text, span))]
                spans += real
                evidence += [f"secrets: {form.called}"] * bool(real)
            return Match(tuple(sorted(set(spans))), tuple(evidence)) if spans else None

        return Test(evaluate, frozenset(forms))


def _real(form: _Form, text: str, span: Span) -> Span | None:
    """The secret itself, where its check digits say that it is one."""
    check = _CHECKS.get(form.kind)
    return span if check is None else check(text, span)


def _card(text: str, span: Span) -> Span | None:
    digits = [char for char in text[span[0] : span[1]] if char.isascii() and char.isdigit()]
    if len(digits) not in _CARD_LENGTHS.get(digits[0], ()) or len({*digits}) < 4 or _glued(text, span):
        return None
    return span if luhn("".join(digits)) else None


def _glued(text: str, span: Span) -> bool:
    """A part of a longer number, of a name or of a path is none."""
    return text[max(0, span[0] - 1) : span[0]] in _GLUE or text[span[1] : span[1] + 1] in _GLUE


_GLUE = frozenset("-_/.:=#+@")


def _iban(text: str, span: Span) -> Span | None:
    """Its country says how long it is; what follows may have been taken for a part of it."""
    start, end = span
    length = _IBAN_LENGTHS.get(text[start : start + 2].upper(), 0)
    taken = 0
    for at in range(start, end):
        taken += not text[at].isspace()
        if length and taken == length:
            whole = at + 1 >= len(text) or not text[at + 1].isalnum()
            return (start, at + 1) if whole and mod97(text[start : at + 1]) else None
    return None


def luhn(digits: str) -> bool:
    """Whether a card number's last digit is the right one (ISO/IEC 7812-1)."""
    doubled = [int(digit) * 2 for digit in digits[-2::-2]]
    return (sum(map(int, digits[-1::-2])) + sum(one - 9 if one > 9 else one for one in doubled)) % 10 == 0


def mod97(iban: str) -> bool:
    """Whether an IBAN's check digits are the right ones (ISO 13616)."""
    bare = "".join(iban.split()).upper()
    if not bare.isascii() or not bare.isalnum():
        return False
    return int("".join(str(int(char, 36)) for char in bare[4:] + bare[:4])) % 97 == 1


_CHECKS: dict[SecretKind, Callable[[str, Span], Span | None]] = {"cards": _card, "ibans": _iban}
