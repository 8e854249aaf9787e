"""How fast are texts matched? `python -m benchmarks.matching`

Developers' chat where there is some, each message seen once in every run, on one core. Next to ours stands what
other bots do, rebuilt in a few lines: one case-insensitive `re` alternation between word boundaries, and a loop over
the rules. Words are invented, but as long and as rare as real ones; one in ten stands in the chat. Judging is timed by
the processor's clock, since one message takes less than the pauses that a busy machine makes.
"""

import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from adapters.exports import open_export
from benchmarks.measuring import REAL, ROOT, Run, corpus, in_turns, main, table
from bot.app import packs
from bot.commands import Level
from bot.events import MessagePosted
from bot.policy.book import Book
from bot.policy.load import load_pack
from bot.policy.pack import Pack
from bot.text import Pattern, Reading, Regex, Scanner

FEW = 500
POLICIES = ROOT / "policies"
_SYLLABLES = (
    "ba",
    "be",
    "bo",
    "ca",
    "co",
    "da",
    "de",
    "di",
    "fa",
    "fi",
    "go",
    "ka",
    "ke",
    "la",
    "li",
    "mo",
    "na",
    "pe",
    "ri",
)


def messages() -> tuple[list[MessagePosted], str]:
    export, name = corpus()
    return [event for event in open_export(export).events() if isinstance(event, MessagePosted)], name


def invented(count: int, texts: Iterable[str]) -> list[str]:
    chance = random.Random(7)  # noqa: S311
    words: dict[str, None] = {}
    while len(words) < count:
        words["".join(chance.choices(_SYLLABLES, k=chance.randint(3, 5)))] = None
    said = Counter(word for text in texts for word in re.findall(r"[a-z]{4,12}", text.lower()))
    rare = sorted(word for word, times in said.items() if times == 1)
    taken = chance.sample(rare, min(count // 10, len(rare), 2000))
    return [*words][len(taken) :] + taken


def each(texts: Sequence[str], look: Callable[[str], object]) -> Run:
    async def run(folder: Path) -> float:
        start = time.perf_counter()
        for text in texts:
            look(text)
        return len(texts) / (time.perf_counter() - start)

    return run


def by_scanner(texts: Sequence[str], scanner: Scanner) -> Run:
    return each(texts, lambda text: scanner.scan(Reading(text)))


def by_alternation(texts: Sequence[str], words: Sequence[str]) -> Run:
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    return each(texts[:FEW], pattern.search)


async def words(texts: Sequence[str], name: str) -> None:
    for count in (10, 1_000, 50_000):
        sought = invented(count, texts)
        start = time.perf_counter()
        evasive = Scanner([Pattern(word) for word in sought])
        compiled = time.perf_counter() - start
        runs = {
            "re alternation with \\b, not folded": by_alternation(texts[:50] if count > 1_000 else texts, sought),
            "ours, folded": by_scanner(texts, Scanner([Pattern(word, folding="folded") for word in sought])),
            "ours, evasive": by_scanner(texts, evasive),
        }
        title = f"{count:,} words ({compiled:.2f} s to compile): {name}"
        table(title, "messages/s", await in_turns(runs), "re alternation with \\b, not folded")


async def rules(texts: Sequence[str], name: str) -> None:
    """A hundred rules: ten words each, half of them two regexes or one, as communities really write them."""
    sought = invented(1_000, texts)
    written = [rf"\b{first}\w*\s+(?:{second}|{third})" for first, second, third in _triples(sought, 120)]
    written += [rf"(?:{first}|{second}).{{0,30}}{third}s?\b" for first, second, third in _triples(sought[::-1], 30)]
    scanner = Scanner([*(Pattern(word) for word in sought), *(Regex(one) for one in written)])
    loop = [
        re.compile(rf"\b(?:{'|'.join(map(re.escape, sought[10 * rule : 10 * rule + 10]))})\b", re.IGNORECASE)
        for rule in range(100)
    ] + [re.compile(one, re.IGNORECASE) for one in written]

    def by_loop(text: str) -> object:
        return [one for one in loop if one.search(text)]

    runs = {"a loop over the rules, not folded": each(texts[:FEW], by_loop), "ours": by_scanner(texts, scanner)}
    title = f"100 rules, 1,000 words and 150 regexes: {name}"
    table(title, "messages/s", await in_turns(runs), "a loop over the rules, not folded")


def _triples(sought: Sequence[str], count: int) -> list[tuple[str, str, str]]:
    return [(sought[index], sought[index + 1], sought[index + 2]) for index in range(count)]


def _shipped() -> list[Pack]:
    return list(packs.load((POLICIES,), tuple(sorted(folder.parent.name for folder in POLICIES.glob("*/pack.toml")))))


def _listed() -> Pack:
    rows = (REAL / "lists" / "scam_domains.tsv").read_text(encoding="utf-8").splitlines()[1:]
    hosts = (row.partition("\t")[0] for row in rows)
    domains = "\n".join(host for host in hosts if re.fullmatch(r"[\w-]+(\.[\w-]+)+", host))
    policy = _policy("list", '{ links = { domains_from = "d.txt" } }')
    return load_pack({"pack.toml": _pack("lists", [policy]), "cases.toml": "", "d.txt": domains}, "lists")


def _many(texts: Sequence[str]) -> Pack:
    sought = invented(10_000, texts)
    policies = [
        _policy(f"p{number}", f"{{ words = {{ any = {sought[10 * number : 10 * number + 10]!r} }} }}")
        for number in range(1_000)
    ]
    return load_pack({"pack.toml": _pack("many", policies), "cases.toml": ""}, "many")


def _pack(name: str, policies: Sequence[str]) -> str:
    return f'id = "{name}"\ntitle = {{ en = "A", fr = "A" }}\n' + "".join(policies)


def _policy(name: str, when: str) -> str:
    texts = '{ en = "A.", fr = "A." }'
    head = f'[[policies]]\nid = "{name}"\ntitle = {texts}\nwhy = {texts}\n'
    return head + f'when = {when}\nthen = {{ remind = true }}\nmode = "enforce"\n'


def judged(events: Sequence[MessagePosted], book: Book, slow: list[float]) -> Run:
    async def run(folder: Path) -> float:
        taken = []
        start = time.thread_time()
        for event in events:
            before = time.thread_time()
            book.judge(event, None, None, Level.MEMBER)
            taken.append(time.thread_time() - before)
        total = time.thread_time() - start
        taken.sort()
        slow.append(taken[len(taken) * 99 // 100] * 1e6)
        return len(events) / total

    return run


async def everything(events: Sequence[MessagePosted], name: str) -> None:
    shipped = _shipped() + ([_listed()] if REAL.exists() else [])
    few, many = Book.compile(shipped), Book.compile([*shipped, _many([event.text for event in events])])
    slowest: dict[str, list[float]] = {
        "all that is shipped, and 19,000 domains": [],
        "and 1,000 word policies more": [],
    }
    runs = {how: judged(events, book, slow) for (how, slow), book in zip(slowest.items(), (few, many), strict=True)}
    table(f"Judging: {name}", "messages/s", await in_turns(runs), next(iter(runs)))
    p99 = {f"p99, {how}": _handed(slow) for how, slow in slowest.items()}
    table("One message in a hundred takes longer than", "µs", await in_turns(p99), next(iter(p99)))


def _handed(values: list[float]) -> Run:
    left = iter(values)

    async def run(folder: Path) -> float:
        return next(left)

    return run


async def traps() -> None:
    """What takes backtracking engines years, on 100,000 characters; milliseconds."""
    text = "a" * 100_000 + "!"
    runs: dict[str, Run] = {}
    for written in (r"(a+)+$", r"(a|aa)+$", r"([a-zA-Z]+)*x", r"(.*a){20}b", r"(x+x+)+y", r"(\w+\s?)+@"):
        scanner = Scanner([Regex(written)])
        runs[written] = _milliseconds(scanner, text)
    table("One trap on one message of 100,000 characters", "ms", await in_turns(runs), r"(a+)+$")


def _milliseconds(scanner: Scanner, text: str) -> Run:
    async def run(folder: Path) -> float:
        start = time.perf_counter()
        scanner.scan(Reading(text))
        return (time.perf_counter() - start) * 1e3

    return run


async def question() -> None:
    events, name = messages()
    texts = [event.text for event in events]
    await words(texts, name)
    await rules(texts, name)
    await everything(events, name)
    await traps()


if __name__ == "__main__":
    main(question)
