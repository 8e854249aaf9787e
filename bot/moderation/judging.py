"""What follows when somebody presses a button on an incident: nobody judges what is about themselves."""

from collections.abc import Callable, Mapping

from bot.effects import CreatePrivateThread, Handle, PostCard
from bot.events import ButtonPressed
from bot.facts import IncidentFact
from bot.ids import digest
from bot.moderation import cards, drafting, moves, talks, undoing
from bot.moderation.scene import Scene, done_by
from bot.rooms import Ruling
from bot.views import Bilingual, Card, Passage, Person, Phrase, Place, Text, Verbatim

_THREAD = Bilingual("A word with the team", "Un mot avec l'équipe")


def judged(scene: Scene) -> Ruling:
    """The answer to a press, whatever it does."""
    asks = scene.press.action == "incident-ask"
    if asks and not scene.by_subject:
        return scene.ruling("not-theirs", scene.answer(_said("moderation-ask-not-theirs")))
    if not asks and scene.by_subject:
        return scene.ruling("conflict", scene.answer(_said("moderation-conflict")))
    state = moves.move(scene.press.action, scene.fact)
    if state is None:
        return _nothing_more(scene)
    return _DOING[state](scene)


def apology(scene: Scene) -> Card:
    """What the author reads when it was a mistake, with their own words to post again."""
    opened = scene.opened
    asked = "yes" if scene.fact.state == "asked" else "no"
    body: list[Text] = [
        Phrase("moderation-apology", (("asked", asked), ("person", Person(scene.press.account)))),
        cards.about("moderation-apology-about", opened) if opened.channel else Phrase("moderation-apology-account"),
        Phrase("moderation-apology-erased"),
    ]
    if opened.text and _may_be_gone(scene.fact):
        words = "moderation-apology-asked" if "remove" in opened.beyond else "moderation-apology-text"
        body += [Phrase(words), Verbatim(opened.text)]
    return Card(body=tuple(body), tone="good")


def _nothing_more(scene: Scene) -> Ruling:
    """Somebody was faster, or it was pressed before."""
    if scene.press.action == "incident-ask":
        return scene.ruling(
            "asked-already", scene.answer(Card(body=(done_by("moderation-asked-already", scene.fact),)))
        )
    told = scene.answer(Card(body=(done_by("moderation-settled", scene.fact),)))
    return scene.ruling("settled-already", told, *scene.on_card(cards.team_card(scene.fact)))


def _confirmed(scene: Scene) -> Ruling:
    heard = scene.to_author(_outcome(scene)) if scene.fact.state == "asked" and not scene.in_case else ()
    return scene.ruling(
        "confirmed",
        *heard,
        *scene.on_cards(cards.team_card(scene.after("confirmed"))),
        scene.answer(_said("moderation-confirmed")),
        records=(scene.moved("confirmed"),),
    )


def _undone(scene: Scene) -> Ruling:
    counted = scene.opened.taken_back() if scene.author else ()
    told = scene.to_author(apology(scene))
    return scene.ruling(
        "undone",
        *undoing.lifted(scene.opened, scene.others, scene.at.now),
        *told,
        *scene.on_cards(cards.team_card(scene.after("undone"))),
        scene.answer(_drafted(scene, apologised=bool(told))),
        records=(scene.moved("undone"), *counted),
    )


def _talking(scene: Scene) -> Ruling:
    opened, where = scene.opened, scene.opened.channel or scene.managers
    if opened.account is None or not scene.author_is_here or where is None:
        return scene.ruling("nobody-to-talk-to", scene.answer(_said("moderation-talk-nobody")))
    thread = Handle(f"incident-{opened.incident}/talk-{short(scene.press)}")
    people = (opened.account, scene.press.account)
    name = _THREAD.say(scene.authors_locale)
    return scene.ruling(
        "talking",
        CreatePrivateThread(
            space=opened.space,
            channel=where,
            name=name,
            members=people,
            binds=thread,
            note=talks.note(scene.fact),
        ),
        PostCard(
            space=opened.space,
            channel=thread,
            card=_opening(scene),
            locale=scene.authors_locale,
            address=scene.settings.address,
            mentions=(opened.account,),
        ),
        *scene.on_cards(cards.team_card(scene.after("talking"))),
        scene.answer(_said("moderation-talking")),
        records=(scene.moved("talking"),),
    )


def _asked(scene: Scene) -> Ruling:
    heard = "moderation-asked" if scene.managers else "moderation-asked-nowhere"
    after = scene.after("asked")
    return scene.ruling(
        "asked",
        *scene.to_team(cards.asked_card(after, scene.settings)),
        *scene.on_first_card(cards.passed_on(after)),
        scene.answer(_said(heard)),
        records=(scene.moved("asked"),),
    )


def short(press: ButtonPressed) -> str:
    """Tells what one press brings into being from what another does."""
    return digest(press.id, 5)


def _outcome(scene: Scene) -> Card:
    body: list[Text] = [Phrase("moderation-outcome-stays", (("person", Person(scene.press.account)),))]
    if scene.settings.outside_contact:
        body += [Phrase("moderation-outcome-outside"), Verbatim(scene.settings.outside_contact)]
    return Card(body=tuple(body))


def _may_be_gone(fact: IncidentFact) -> bool:
    """Taken down by the bot, or by the author who was asked to."""
    return fact.opened.origin == "report" or any(one.name in ("remove", "ask") for one in fact.opened.measures)


def _drafted(scene: Scene, *, apologised: bool) -> Card:
    undone = Phrase("moderation-undone", (("told", "yes" if apologised else "no"),))
    draft = drafting.case_file(scene.opened)
    if draft is None:
        return Card(body=(undone,))
    where: list[Text] = []
    for pack in drafting.packs(scene.opened):
        where += [Phrase("moderation-undone-case"), Verbatim(f"policies/{pack}/cases.toml")]
    return Card(body=(undone, *where), files=(draft,))


def _opening(scene: Scene) -> Card:
    opened = scene.opened
    given = (("author", Person(opened.account or scene.press.account)), ("person", Person(scene.press.account)))
    body: list[Text] = [Phrase("moderation-talk-opening", given)]
    if opened.channel is not None and opened.message is not None:
        passage = Passage(opened.channel, opened.message)
        body.append(Phrase("moderation-talk-about", (("place", Place(opened.channel)), ("passage", passage))))
    body += opened.why
    return Card(body=(*body, Phrase("moderation-talk-invitation")))


def _said(key: str) -> Card:
    return Card(body=(Phrase(key),))


_DOING: Mapping[str, Callable[[Scene], Ruling]] = {
    "confirmed": _confirmed,
    "undone": _undone,
    "talking": _talking,
    "asked": _asked,
}
