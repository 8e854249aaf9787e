"""Two members quarrel, and at every step each of them is told what happened, what they can do, and what comes next.

The whole way: talking it through, stopping, a decision by the team or by a circle, another look, an apology.
"""

import json
from collections import defaultdict
from collections.abc import Awaitable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import codec
from bot.cases.sanctions import Sanction
from bot.effects import Effect, ReplyPrivately, SendDirect
from bot.events import MemberJoined
from bot.ids import AccountId, EventId
from bot.storage import audit, tables
from bot.storage.store import Store
from bot.views import Card
from tests.builders import MONDAY, SPACE, message
from tests.flow.governed import Asking
from tests.flow.quarrels import ADA, BOB, MONA, OTTO, OWEN, Town, quarrel, town
from tests.unit.disputes.hearing import VOICES, complete, plain
from tests.unit.moderation.playing import words

pytestmark = pytest.mark.story

DATA = Path("/work/shared/data")
JURORS = tuple(Asking(f"juror{number}") for number in range(8))
OF_TEAM = frozenset(one.account for one in (MONA, OTTO, OWEN))
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LANGUAGES = [("disputes_en.jsonl", "en", "tu"), ("disputes_fr.jsonl", "fr", "tu"), ("disputes_fr.jsonl", "fr", "vous")]


def exchange(name: str) -> tuple[str, str]:
    """What people really wrote to each other: the sharpest words of one, and those of somebody else."""
    file = DATA / name
    if not file.exists():
        pytest.skip(f"{file} is not here")
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            said = [one for one in json.loads(line)["messages"] if len(one["text"]) > 30]
            for one in said:
                other = next((two for two in said if two["author"] != one["author"]), None)
                if other is not None:
                    return one["text"][:800], other["text"][:800]
    raise AssertionError(f"nobody quarrels in {file}")


@dataclass
class Ears:
    """What each person was told since somebody last listened."""

    here: Town
    locale: str
    address: str
    heard: int = 0
    cards: dict[AccountId, list[Card]] = field(default_factory=dict)

    async def listen(self) -> None:
        fresh = await self._fresh()
        self.cards = defaultdict(list)
        for one in fresh:
            if isinstance(one, SendDirect | ReplyPrivately):
                self.cards[one.account].append(one.card)
                if one.account not in OF_TEAM:
                    assert (one.locale, one.address) == (self.locale, self.address)
        theirs = [one for one in fresh if isinstance(one, SendDirect) and one.account not in OF_TEAM]
        plain(list(theirs))
        letters = [one for one in theirs if any("party-foot" in str(text) for text in one.card.body)]
        if letters:
            complete(list(letters))

    async def _fresh(self) -> list[Effect]:
        """By their numbers: what was said of a vote is emptied once votes are counted."""
        async with self.here.store.reading() as connection:
            outbox = tables.outbox
            asked = select(outbox.c.id, outbox.c.payload).where(outbox.c.id > self.heard).order_by(outbox.c.id)
            rows = (await connection.execute(asked)).all()
        self.heard = max([self.heard, *(row.id for row in rows)])
        return [codec.load_effect(row.payload) for row in rows if row.payload]

    def read(self, who: Asking) -> str:
        """All of it, in English, so that what is checked can be read here."""
        return "\n".join(words(card) for card in self.cards[who.account])

    def expect(self, who: Asking, *said: str, buttons: tuple[str, ...] = ()) -> None:
        text = self.read(who)
        for one in said:
            assert one in text, f"{who.account} did not read {one!r} but {text!r}"
        there = {one.id for card in self.cards[who.account] for one in card.buttons}
        assert set(buttons) <= there, f"{who.account} has {there}"

    def silent(self, who: Asking) -> None:
        assert self.cards[who.account] == []


async def listening(ears: Ears, acted: Awaitable[None]) -> None:
    await acted
    await ears.listen()


async def until_they_stop_talking(here: Town, ears: Ears, hurt: str, answer: str) -> None:
    """Ada brings it before the team, both talk it through, and Bob stops."""
    number, at = here.now()
    form = ADA.send(number, "dispute", at, what="hurt", happened=hurt, wish="That it ends.")
    cited = quarrel(text=answer)
    await listening(ears, here.send(replace(form, cited=cited)))
    ears.expect(ADA, "Nothing is decided", "not what you wrote", buttons=("party-withdraw:1",))
    ears.expect(BOB, "Nothing is decided", "Your side counts as much", buttons=("party-answer:1",))
    assert hurt not in ears.read(BOB)

    await listening(ears, here.press(MONA, "case-claim:1"))
    for who in (ADA, BOB):
        ears.expect(who, "looks after it", "you hear how it goes on")
    ears.expect(BOB, "Your side would help")

    await listening(ears, here.fill(BOB, "party-answer", "1", text=answer))
    ears.expect(BOB, "with those who look after it")
    ears.silent(ADA)

    await listening(ears, here.press(MONA, "case-mediate:1"))
    for who in (ADA, BOB):
        ears.expect(who, "never counts against anybody", buttons=("party-consent:1", "party-decline:1"))
    await listening(ears, here.press(ADA, "party-consent:1"))
    ears.expect(ADA, "Until then nobody hears what you said")
    ears.silent(BOB)
    await listening(ears, here.press(BOB, "party-consent:1"))
    for who in (ADA, BOB):
        ears.expect(who, "You both said yes", "stop at any time", buttons=("party-offer:1", "party-leave:1"))
    ears.expect(MONA, "You carry the words", buttons=("mediator-carry:1",))

    await listening(ears, here.fill(MONA, "mediator-carry", "1", to="respondent", text="It made her feel small."))
    ears.expect(BOB, "brings you words", "It made her feel small.")
    await listening(ears, here.fill(ADA, "party-offer", "1", text="We leave each other's questions alone."))
    ears.expect(BOB, "version 1", "We leave each other's questions alone.", buttons=("party-agree:1:1",))

    await listening(ears, here.press(BOB, "party-leave:1"))
    ears.expect(BOB, "never counts against you")
    ears.expect(ADA, "counts against nobody", "What comes next")


async def asks_for_another_look_and_wins(here: Town, ears: Ears, fresh: Asking) -> None:
    """Bob appeals, somebody who had no part in it looks, and it was a mistake."""
    await listening(ears, here.command(BOB, "situation", case="1"))
    ears.expect(BOB, "decided", buttons=("case-appeal:1",))
    await listening(ears, here.fill(BOB, "appeal", "1", text="She wrote the same to me first."))
    ears.expect(BOB, "Until then no reminder counts", "somebody who had no part in it looks afresh")
    ears.expect(ADA, "asked for another look", "You need not do anything")
    assert "She wrote the same" not in ears.read(ADA)

    await listening(ears, here.press(fresh, "appeal-take:1"))
    ears.expect(BOB, "looks at it afresh")
    ears.expect(ADA, "looks at it afresh")
    await listening(ears, here.fill(fresh, "appeal-overturn", "1", text="Both wrote it; it was banter."))
    ears.expect(BOB, "you were right to ask", "our mistake", "We are sorry", "it was banter")
    ears.expect(ADA, "our mistake", "it was banter", buttons=("party-survey:1",))

    case = await here.case()
    assert (case.state, case.outcome) == ("closed", "overturned")
    (sanction,) = await sanctions(here)
    assert (sanction.penalty.name, sanction.state) == ("warn", "overturned")
    await listening(ears, here.fill(BOB, "party-survey", "1", fair="yes", clear="partly"))
    ears.expect(BOB, "sums alone")
    ears.silent(ADA)


async def sanctions(here: Town) -> list[Sanction]:
    async with here.store.reading() as connection:
        found = await connection.scalars(select(tables.sanctions.c.data).order_by(tables.sanctions.c.sanction))
        return [codec.load_sanctions(one)[0] for one in found]


async def nothing_was_changed(store: Store) -> None:
    async with store.reading() as connection:
        assert [flaw async for flaw in audit.flaws(connection, 1, audit.Seen())] == []


@pytest.mark.parametrize(("data", "locale", "address"), LANGUAGES)
async def test_in_a_small_team_each_knows_at_every_step_what_comes_next(
    store: Store, data: str, locale: str, address: str
) -> None:
    hurt, answer = exchange(data)
    async with town(store, locale=locale, address=address) as here:
        ears = Ears(here, locale, address)
        await ears.listen()
        await until_they_stop_talking(here, ears, hurt, answer)
        await listening(ears, here.fill(MONA, "case-decide", "1", measure="warn", text="We do not write like this."))
        ears.expect(ADA, "there is a measure", "We do not write like this.", buttons=("case-appeal:1", "party-waive:1"))
        ears.expect(BOB, "We do not write like this.", buttons=("case-appeal:1",))
        assert ears.read(BOB).count("We do not write like this.") == 1
        (sanction,) = await sanctions(here)
        assert sanction.state == "standing"
        await asks_for_another_look_and_wins(here, ears, OTTO)
    await nothing_was_changed(store)


@pytest.mark.parametrize(("data", "locale", "address"), LANGUAGES[:2])
async def test_where_a_circle_decides_nobody_sees_a_vote_and_everybody_the_result(
    store: Store, data: str, locale: str, address: str
) -> None:
    hurt, answer = exchange(data)
    async with town(store, locale=locale, address=address) as here:
        await here.fill(OWEN, "setup-team", "", profile="large", managers_channel=f"{SPACE}/team")
        await gather(here)
        ears = Ears(here, locale, address)
        await ears.listen()
        await until_they_stop_talking(here, ears, hurt, answer)
        await listening(ears, here.fill(MONA, "case-escalate", "1", text="Too close to call."))
        for who in (ADA, BOB):
            ears.expect(who, "passed on to somebody who had no part in it")
        await listening(ears, here.press(OTTO, "case-empanel:1"))
        circle = (await here.case()).circle
        assert circle is not None
        sitting = [one for one in JURORS if one.account in circle.seated]
        for who in (ADA, BOB):
            ears.expect(who, "A circle decides: 5 members", "nobody sees a count before the end")
        for who in sitting:
            ears.expect(who, "you have been drawn for a circle", buttons=("circle-seat:1", "circle-decline:1"))
        await listening(ears, here.press(sitting[0], "circle-seat:1"))
        ears.expect(sitting[0], hurt, answer, buttons=("ballot:1:measure",))
        assert not [one for one in (ADA, BOB, MONA) if one.account in str(ears.cards[sitting[0].account])]
        for number, who in enumerate(sitting):
            await listening(ears, here.press(who, f"ballot:1:{'nothing' if number == 0 else 'measure'}"))
            ears.expect(who, "only between us")
            assert set(ears.cards) <= {who.account} | OF_TEAM
        await listening(ears, here.wait(73 * HOUR))
        for who in (ADA, BOB, *sitting):
            ears.expect(who, "it is for a measure", "For a measure: 4. No further action: 1.")
        await listening(ears, here.press(OTTO, "case-claim:1"))
        ears.expect(BOB, "decides, and had no part in it so far")
        await listening(ears, here.fill(OTTO, "case-decide", "1", measure="warn", text="The circle was clear."))
        ears.expect(ADA, "there is a measure", "The circle was clear.")
        await asks_for_another_look_and_wins(here, ears, OWEN)
    await nothing_was_changed(store)


async def test_a_circle_is_drawn_and_asked_by_a_bot_that_has_just_begun(store: Store) -> None:
    """Whoever is drawn has asked for nothing and written nothing since."""
    async with town(store) as before:
        await before.fill(OWEN, "setup-team", "", profile="large", managers_channel=f"{SPACE}/team")
        await gather(before)
        await before.dispute(ADA, account=BOB.account)
        await before.press(MONA, "case-claim:1")
        await before.fill(MONA, "case-escalate", "1", text="Too close to call.")
    async with town(store) as here:
        here.numbers, here.seconds = before.numbers, before.seconds
        await here.wait(73 * HOUR)
        circle = (await here.case()).circle
        assert circle is not None
        for who in JURORS:
            assert ("you have been drawn" in await here.told(who)) == (who.account in circle.seated)


async def test_somebody_who_takes_no_direct_messages_is_not_lost(store: Store) -> None:
    async with town(store) as here:
        number, at = here.now()
        closed = Asking("eve")
        await here.send(message("hi", number=70, by="eve", after=at))
        form = ADA.send(number, "dispute", at, what="hurt", happened="He laughs at me.", account=closed.account)
        await here.send(form)
        await here.command(closed, "situation")
        card = await here.answer(closed)
        assert "party-answer:1" in {one.id for one in card.buttons}
        posted = [words(one.card) for one in await here.channel()]
        assert sum("did not reach them" in one for one in posted) == 1, posted
        assert len(posted) == 2, "the case itself, and that a letter did not arrive"


async def gather(here: Town) -> None:
    """Members who have been here for long, write now and then, and let themselves be drawn."""
    for number, who in enumerate(JURORS):
        name = who.account.rpartition("/")[2]
        joined = MemberJoined(
            id=EventId(f"joined:{name}"), space=SPACE, at=MONDAY - 60 * DAY, account=who.account, name=name.title()
        )
        await here.send(joined)
        for time in range(4):
            _, at = here.now()
            await here.send(message("hello", number=1000 + 10 * number + time, by=name, after=at))
        await here.command(who, "circle join")


def test_the_voices_are_those_that_people_have() -> None:
    assert {(locale, address) for _, locale, address in LANGUAGES} == set(VOICES)
