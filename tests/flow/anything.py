"""A community in which anybody asks for anything: whatever the catalogue offers, with whatever answers.

What comes next is drawn by a seed, and mostly from what the bot itself has shown so far: buttons of its cards, in whose
hands they are or not, and the numbers of what there is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from bot.app.pulse import outage
from bot.catalogue.declared import CATALOGUE
from bot.commands import ForgetAccount, HoldAccount, LinkAccounts, ReadSealed, ReleaseAccount, UnlinkAccount
from bot.effects import Effect
from bot.errors import Refused
from bot.events import (
    ActionTaken,
    ButtonPressed,
    Cited,
    CommandInvoked,
    DoorUsed,
    FormSubmitted,
    HomeOpened,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MemberRolesChanged,
    MenuChosen,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    Nearby,
    ReactionAdded,
    ReactionRemoved,
    Ticked,
)
from bot.ids import (
    AccountId,
    CaseId,
    ChannelId,
    EventId,
    RoleId,
    SpaceId,
    account_id,
    channel_id,
    message_id,
    own_space,
    role_id,
)
from bot.ports import Arrival, Receipt, delivered, refused
from bot.storage.batch import Ruled
from bot.views import Button, Card
from tests.builders import MONDAY
from tests.flow.roads import COMMUNITY

DISCORD, SLACK = SpaceId("discord:1"), SpaceId("slack:T024BE7LD")
LEVELS = ("helper", "moderator", "senior", "owner")
OWN = own_space(COMMUNITY)
ODD = (
    "",
    " ",
    "\n",
    "0",
    "-1",
    "#1",
    " 1 ",
    "²",
    "٣",
    "1_000",
    "1e9",
    "9" * 30,
    "9" * 5000,
    "nan",
    "\x00",
    "\ud800",
    "\u202eabc",
    "{}",
    "[1",
    "<@1>",
    "<!channel>",
    "@everyone",
    "*_`~>|" * 40,
    "word " * 900,
    "🪲" * 2100,
    "discord:1",
    "discord:1/",
    "discord:1/nobody",
    "nowhere:9/9",
    "/",
    ":",
    "a:b:c",
    "9999-12-31",
    "0001-01-01",
    "2026-02-30",
    "2026-03-29 02:30",
    "99999999d",
    "-3d",
    "0h",
    "3d",
    "1h",
    "2w",
    "for 3 days he shouts",
    "monday",
    "mon-fri",
    "24:00",
    "09:00",
    "2026-Q1",
    "2026-Q9",
    "small",
    "small",
)
SAID = (
    "hello",
    "my cat",
    "a cat and a cat",
    "the dog",
    "wombat",
    "nobody wants you here",
    "https://example.org/free-nitro",
    "hello " * 40,
)
LONG = timedelta(days=40)
ONWARD = frozenset(
    {
        *("case-claim", "case-mediate", "case-decide", "case-escalate", "case-empanel", "case-appeal", "case-refer"),
        *("party-consent", "party-offer", "party-agree", "party-share", "party-done", "party-breach", "party-answer"),
        *("mediator-carry", "circle-seat", "circle-challenge", "ballot", "measure-confirm", "measure-second"),
        "case-agree",
        *("appeal-take", "appeal-uphold", "appeal-soften", "appeal-overturn", "appeal-remit", "case-assign"),
        *("proposal-vote", "proposal-open", "proposal-adopt", "proposal-again", "raid-hold", "raid-undo", "raid-slow"),
    }
)
"""What a situation goes on by."""


def native(space: SpaceId, number: int) -> str:
    return str(1000 + number) if space == DISCORD else f"U{1000 + number}"


PEOPLE: tuple[tuple[AccountId, tuple[RoleId, ...]], ...] = tuple(
    (
        account_id(space, native(space, number)),
        (role_id(space, LEVELS[number // 2]),) if number < 2 * len(LEVELS) else (),
    )
    for space in (DISCORD, SLACK)
    for number in range(18)
)
TEAM = {space: channel_id(space, "500") for space in (DISCORD, SLACK)}
CHANNELS = {space: (channel_id(space, "501"), channel_id(space, "502")) for space in (DISCORD, SLACK)}
Draw = Callable[[], Sequence[Arrival]]


@dataclass
class Anything:
    """Draws what comes next."""

    random: Random
    now: datetime = MONDAY
    count: int = 0
    shown: list[tuple[AccountId | None, Button]] = field(default_factory=list)
    """Buttons of cards, with who has them in their hands; None: the team."""
    effects: list[Effect] = field(default_factory=list)
    pending: list[tuple[Any, Effect]] = field(default_factory=list)
    said: list[MessagePosted] = field(default_factory=list)
    roles: dict[AccountId, tuple[RoleId, ...]] = field(default_factory=lambda: dict(PEOPLE))

    def watch(self, batch: Sequence[Ruled]) -> None:
        """See what the bot wants."""
        for ruled in batch:
            for one in ruled.effects:
                self.effects.append(one.effect)
                self.pending.append((one.key, one.effect))
                card = getattr(one.effect, "card", None)
                if isinstance(card, Card):
                    said = getattr(one.effect, "account", None)
                    whose = said if said in self.roles else None
                    self.shown.extend((whose, button) for button in card.buttons)

    def begin(self) -> list[Arrival]:
        """Everybody came long ago and has said something since."""
        found: list[Arrival] = []
        for account, roles in PEOPLE:
            self.now = MONDAY - LONG
            found.append(MemberJoined(**self._at(space(account)), account=account, name=account.rpartition("/")[2]))
            found.append(MemberRolesChanged(**self._at(space(account)), account=account, roles=roles))
        self.now = MONDAY - timedelta(days=1)
        for account, _ in PEOPLE:
            found.append(self._message(account, "hello"))
        self.now = MONDAY
        boss = PEOPLE[7][0]
        profile = self.random.choice(("small", "large", "large"))
        team = {"managers_channel": TEAM[DISCORD], "profile": profile, "outside_contact": ""}
        found.append(FormSubmitted(**self._by(boss), form="setup-team", values=tuple(team.items())))
        if self.random.random() < 0.5:
            hours = {"days": "mon-fri", "opens": "09:00", "closes": "18:00", "off": ""}
            found.append(FormSubmitted(**self._by(boss), form="setup-hours", values=tuple(hours.items())))
        for account, _ in PEOPLE:
            found.append(CommandInvoked(**self._by(account), command="circle join"))
        return found

    def next(self) -> Sequence[Arrival]:
        """The next that happens."""
        self.now += self._pause()
        draws: tuple[tuple[int, Draw], ...] = (
            (40, self.go_on),
            (15, self.press_shown),
            (10, self.ask_command),
            (6, self.send_form),
            (4, self.press_any),
            (4, self.choose_menu),
            (3, self.quarrel),
            (8, self.speak),
            (4, self.react),
            (4, self.by_hand),
            (4, self.come_and_go),
            (12, self.answer_effects),
            (3, self.use_door),
            (2, self.of_the_operator),
            (4, self.let_time_pass),
            (1, self.go_down),
        )
        (draw,) = self.random.choices([draw for _, draw in draws], [weight for weight, _ in draws])
        return draw()

    def press_shown(self) -> Sequence[Arrival]:
        """A button that the bot has shown, mostly a recent one, mostly by whoever has it."""
        if not self.shown:
            return self.speak()
        recent = self.shown[-40:] if self.random.random() < 0.7 else self.shown
        whose, button = self.random.choice(recent)
        who = whose if whose and self.random.random() < 0.9 else self._someone(team=whose is None)
        return [self._pressed(who, button.id)]

    def go_on(self) -> Sequence[Arrival]:
        """What is going on goes on, by whoever has it in their hands."""
        onward = [one for one in self.shown[-300:] if one[1].id.partition(":")[0] in ONWARD]
        if not onward:
            return self.speak()
        whose, button = self.random.choice(onward[-25:])
        return [self._pressed(whose or self._someone(team=True), button.id)]

    def press_any(self) -> Sequence[Arrival]:
        """A button that nobody need have shown."""
        action = self.random.choice(CATALOGUE.actions)
        return [self._pressed(self._someone(), f"{action.id}:{self._number()}{self.random.choice(('', ':', ':2'))}")]

    def ask_command(self) -> Sequence[Arrival]:
        """A command, with whatever it is told."""
        command = self.random.choice(CATALOGUE.commands)
        if command.id == "privacy forget" and self.random.random() < 0.8:
            return self.speak()
        told = tuple(
            (one.id, self._value(one.kind, [value for value, _ in one.choices]))
            for one in command.parameters
            if one.required or self.random.random() < 0.5
        )
        if self.random.random() < 0.05:
            told = told[:-1]
        who = self._someone(team=command.level > 0 and self.random.random() < 0.8)
        return [CommandInvoked(**self._by(who), command=command.id, arguments=told)]

    def send_form(self) -> Sequence[Arrival]:
        """A form, about whatever."""
        entry = self.random.choice([one for one in CATALOGUE.forms if one.id != "privacy-forget"])
        who = self._someone(team=entry.level > 0 and self.random.random() < 0.8)
        return [self._form(who, entry.id, self._number())]

    def quarrel(self) -> Sequence[Arrival]:
        """Somebody asks for help, as most people would."""
        who = self._someone()
        about = self.random.choice([one for one, _ in PEOPLE if space(one) == space(who)])
        form = self.random.choice(("report", "dispute", "dispute", "managers"))
        sent = self._form(who, form, "")
        values = {**dict(sent.values), "account": about}
        cited = self._cited(space(who)) if self.random.random() < 0.5 else None
        return [replace(sent, values=tuple(values.items()), cited=cited)]

    def choose_menu(self) -> Sequence[Arrival]:
        """From the menu of a message, with or without its form."""
        menu = self.random.choice(CATALOGUE.menus)
        who = self._someone(team=menu.level > 0)
        cited = self._cited(space(who))
        if menu.form and self.random.random() < 0.8:
            return [replace(self._form(who, menu.form, ""), cited=cited)]
        return [MenuChosen(**self._by(who), menu=menu.id, cited=cited)]

    def speak(self) -> Sequence[Arrival]:
        """Messages, and what becomes of them."""
        who = self._someone()
        if self.random.random() < 0.15:
            return [self._message(account, "hello") for account, _ in PEOPLE]
        if self.said and self.random.random() < 0.2:
            old = self.random.choice(self.said[-20:])
            if self.random.random() < 0.5:
                return [
                    MessageEdited(
                        **self._at(old.space),
                        message=old.message,
                        channel=old.channel,
                        account=old.account,
                        text=self.random.choice(SAID),
                    )
                ]
            return [
                MessageDeleted(
                    **self._at(old.space),
                    message=old.message,
                    channel=old.channel,
                    account=self.random.choice((old.account, None)),
                    by=self.random.choice((None, self._someone(team=True))),
                )
            ]
        words = [self.random.choice((*SAID, *ODD)) for _ in range(self.random.choice((1, 1, 1, 5)))]
        return [self._message(who, text) for text in words]

    def react(self) -> Sequence[Arrival]:
        """An emoji on a message, a door or not; with its words or without."""
        who = self._someone(team=self.random.random() < 0.7)
        cited = self._cited(space(who))
        emoji = self.random.choice(("🚨", "⚖️", "👀", "✅", "❌", "🪲"))
        if self.random.random() < 0.2:
            return [
                ReactionRemoved(
                    **self._at(space(who)), message=cited.message, channel=cited.channel, account=who, emoji=emoji
                )
            ]
        return [
            ReactionAdded(
                **self._at(space(who)),
                message=cited.message,
                channel=cited.channel,
                account=who,
                emoji=emoji,
                roles=self.random.choice((self.roles[who], None)),
                cited=self.random.choice((cited, cited, cited, None)),
            )
        ]

    def by_hand(self) -> Sequence[Arrival]:
        """Somebody does by themselves on the platform what the bot could have done."""
        who, upon = self._someone(team=True), self._someone()
        actions = ("remove", "timeout", "lift_timeout", "kick", "ban", "unban", "add_role", "remove_role", "lock")
        return [
            ActionTaken(
                **self._at(space(who)),
                action=self.random.choice(actions),  # type: ignore[arg-type]
                account=self.random.choice((upon, upon, None)),
                by=self.random.choice((who, who, None)),
                by_bot=self.random.random() < 0.2,
                channel=self.random.choice((*CHANNELS[space(who)], None)),
                number=self.random.choice((1, 1, 7)),
                until=self.random.choice((None, self.now + timedelta(hours=1), self.now - timedelta(hours=1))),
                role=self.random.choice((None, role_id(space(who), "poets"))),
                reason=self.random.choice(ODD),
                text=self.random.choice(ODD),
            )
        ]

    def come_and_go(self) -> Sequence[Arrival]:
        """People join, leave, change their names and their roles; sometimes a crowd of them."""
        who = self._someone()
        given = self._at(space(who))
        drawn = self.random.random()
        if drawn < 0.15:
            crowd = [account_id(DISCORD, str(9000 + self.count + number)) for number in range(30)]
            return [MemberJoined(**self._at(DISCORD), account=one, name="x") for one in crowd]
        if drawn < 0.4:
            return [MemberJoined(**given, account=who, name=self.random.choice(ODD))]
        if drawn < 0.6:
            return [MemberLeft(**given, account=who)]
        if drawn < 0.8:
            return [MemberRenamed(**given, account=who, name=self.random.choice(ODD))]
        if drawn < 0.9:
            return [HomeOpened(**self._by(who))]
        levels = (*[role_id(space(who), name) for name in LEVELS], None)
        chosen = self.random.choice(levels)
        self.roles[who] = () if chosen is None else (chosen,)
        return [MemberRolesChanged(**given, account=who, roles=self.roles[who])]

    def answer_effects(self) -> Sequence[Arrival]:
        """The platform did some of what it was asked, or refused, or says nothing."""
        some, self.pending = self.pending[:8], self.pending[8:]
        found: list[Arrival] = []
        for key, effect in some:
            drawn = self.random.random()
            if drawn < 0.75:
                found.append(delivered(key, effect, Receipt(made=self._made(effect)), OWN, self.now))
            elif drawn < 0.95:
                found.append(refused(key, effect, Refused("the platform says no"), OWN, self.now))
        return found

    def use_door(self) -> Sequence[Arrival]:
        """Somebody writes on a page of the bot's own."""
        return [
            DoorUsed(
                **self._at(SpaceId(f"outside:{COMMUNITY}")),
                purpose=self.random.choice(("appeal", "answer")),
                case=CaseId(self._number()),
                whose=self.random.choice((self._someone(), self._someone(), None)),
                number=self.random.choice((0, 1, 2, 3, 4, 5, 6, 7, 8, 99)),
                text=self.random.choice(ODD),
                choice=self.random.choice(("", "upheld", "softened", "overturned", "none", "²")),
            )
        ]

    def of_the_operator(self) -> Sequence[Arrival]:
        """What only the shell can ask for."""
        one, other, given = self._someone(), self._someone(), {**self._at(OWN), "caller": None}
        return [
            self.random.choice(
                (
                    ForgetAccount(**given, account=one),
                    HoldAccount(**given, account=one, reason="a court asks"),
                    ReleaseAccount(**given, account=one),
                    LinkAccounts(**given, account=one, to=other),
                    UnlinkAccount(**given, account=one),
                    ReadSealed(**given, case=CaseId(self._number())),
                )
            )
        ]

    def let_time_pass(self) -> Sequence[Arrival]:
        """Nothing but time, from an hour to half a year; now and then a clock that was put back."""
        hours = self.random.choice((1, 5, 25, 25, 49, 73, 24 * 8, 24 * 15, 24 * 181, -1))
        self.now += timedelta(hours=hours)
        return [Ticked(**self._at(OWN))]

    def go_down(self) -> Sequence[Arrival]:
        """Nobody was at work for a while."""
        since = self.now
        self.now += timedelta(hours=self.random.choice((1, 30, 72)))
        return [outage(COMMUNITY, since, self.now), Ticked(**self._at(OWN))]

    def _pause(self) -> timedelta:
        return timedelta(seconds=self.random.choice((1, 1, 1, 20, 400, 4000)))

    def _pressed(self, who: AccountId, button: str) -> Arrival:
        action = CATALOGUE.action(button)
        if action and action.form and self.random.random() < 0.9:
            return self._form(who, action.form, button.partition(":")[2])
        return ButtonPressed(**self._by(who), button=button, message=message_id(TEAM[space(who)], "1"))

    def _form(self, who: AccountId, form: str, about: str) -> FormSubmitted:
        entry = CATALOGUE.form(form)
        assert entry is not None
        values = [
            (one.id, self._value(one.kind, [value for value, _ in one.choices])[: one.most])
            for one in entry.form.questions
            if one.required or self.random.random() < 0.6
        ]
        return FormSubmitted(**self._by(who), form=form, values=tuple(values), about=about)

    def _value(self, kind: str, choices: Sequence[str]) -> str:
        if self.random.random() < 0.12:
            return self.random.choice(ODD)
        if choices:
            return self.random.choice(choices)
        said = ("It hurts.", "for 3 days he shouts", "They were rude.\nTwice.", "cat, dog")
        known = {
            "account": [self._someone()],
            "channel": CHANNELS[DISCORD],
            "role": [role_id(DISCORD, name) for name in (*LEVELS, "poets")],
            "policy": ("ours/cats", "ours/dogs", "chat/x", "nothing"),
            "text": said,
            "paragraph": said,
        }
        return self.random.choice(known.get(kind, (self._number(), "3d", "1h", "2026-04-01", "ours/cats", "5")))

    def _number(self) -> str:
        if self.random.random() < 0.1:
            return self.random.choice(ODD)
        known = [button.id.partition(":")[2] for _, button in self.shown[-60:] if ":" in button.id]
        if known and self.random.random() < 0.5:
            return self.random.choice(known)
        return str(self.random.randint(1, 12))

    def _someone(self, *, team: bool | None = None) -> AccountId:
        if team:
            return self.random.choice([account for account, roles in self.roles.items() if roles] or [PEOPLE[7][0]])
        return self.random.choice(PEOPLE)[0]

    def _message(self, who: AccountId, text: str) -> MessagePosted:
        given = self._at(space(who))
        channel = self.random.choice(CHANNELS[space(who)])
        said = MessagePosted(
            **given,
            message=message_id(channel, str(self.count)),
            channel=channel,
            account=who,
            text=text,
            roles=self.roles[who],
        )
        self.said.append(said)
        return said

    def _cited(self, where: SpaceId) -> Cited:
        there = [one for one in self.said[-30:] if one.space == where]
        if not there or self.random.random() < 0.2:
            channel = TEAM[where]
            ids = tuple(button.id for whose, button in self.shown[-6:] if whose is None)
            return Cited(message=message_id(channel, "1"), channel=channel, author=None, text="", buttons=ids)
        one = self.random.choice(there)
        around = tuple(Nearby(message=x.message, author=x.account, at=x.at, text=x.text) for x in there[:10])
        return Cited(
            message=one.message,
            channel=one.channel,
            author=self.random.choice((one.account, one.account, None)),
            text=one.text,
            readable=self.random.random() < 0.9,
            answers=self.random.choice((None, self._someone())),
            around=around,
            files=(("a.png", "ab12"),),
        )

    def _made(self, effect: Effect) -> str | None:
        channel = getattr(effect, "channel", None)
        return f"{channel}/made{self.count}" if isinstance(channel, str) else f"{effect.space}/made/{self.count}"

    def _at(self, where: SpaceId) -> dict[str, Any]:
        self.count += 1
        return {"id": EventId(f"any:{self.count}"), "space": where, "at": self.now}

    def _by(self, who: AccountId) -> dict[str, Any]:
        where: ChannelId | None = self.random.choice((*CHANNELS[space(who)], TEAM[space(who)], None))
        locale = self.random.choice(("en", "fr", None))
        return {**self._at(space(who)), "account": who, "channel": where, "roles": self.roles[who], "locale": locale}


def space(account: AccountId) -> SpaceId:
    return SpaceId(account.partition("/")[0])
