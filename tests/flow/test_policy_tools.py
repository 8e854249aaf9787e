"""The tools of whoever writes policies, as they are called from a shell."""

import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.app.backtest import Findings
from bot.cli.json_reference import page
from bot.events import MemberJoined
from bot.ids import AccountId, EventId, PolicyId, RevisionId, SpaceId
from bot.records import PolicyHit
from bot.rooms import Moment
from bot.storage.batch import Ruled
from bot.views import Locale
from tests.flow.shells import Called, Shell

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "tilleul"
SHIPPED = ROOT / "policies" / "starter"

PACK = """id = "mine"
title = { en = "Mine", fr = "À moi" }

[[policies]]
id = "pumps"
title = { en = "Pumps", fr = "Pompes" }
why = { en = "They cost money.", fr = "Elles coûtent de l'argent." }
when = { words = { any = ["pump group", "moon*"] }, links = {} }
unless = { level = "helper" }
then = { remind = true }
mode = "enforce"

[[policies]]
id = "crowd"
title = { en = "Crowd", fr = "Foule" }
why = { en = "It disturbs.", fr = "Cela dérange." }
when = { any = [{ mentions = { at_least = 5 } }, { words = { any = ["everybody"] } }] }
then = { remove = true }
"""
CASES = """[[case]]
text = "pump group https://t.example"
expect = ["pumps"]

[[case]]
text = "hi"
mentions = 5
expect = ["crowd"]
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "packs" / "mine"
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    (folder / "cases.toml").write_text(CASES, encoding="utf-8")
    return folder


def answered(told: Called) -> dict[str, Any]:
    """The answer, where standard output holds one and nothing else."""
    found = json.loads(told.out)
    assert isinstance(found, dict)
    return found


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def outcomes(explanation: dict[str, Any]) -> dict[str, str]:
    return {one["policy"]: one["outcome"] for one in explanation["policies"]}


# --- explain


def test_explain_says_why_a_policy_matches_and_why_the_others_do_not(shell: Shell, mine: Path) -> None:
    told = shell("policy", "explain", "a PUMP group: https://t.example", "--policies", "packs")
    assert told.code == 0
    assert "What would follow: tell the author why" in told.words
    assert "mine/pumps · Pumps · matches" in told.words
    assert "They cost money." in told.words
    assert "[PUMP group]" in told.words
    assert "“https://t.example”" in told.words
    assert "mine/crowd · Crowd · does not match ✗ at least one of these: ✗ mentions" in told.words
    assert "✗ words any = ['everybody']".replace("'", '"') in told.words


def test_explain_speaks_french(shell: Shell, mine: Path) -> None:
    told = shell("policy", "explain", "pump group https://t.example", "--policies", "packs", locale="fr")
    assert "Elles coûtent de l'argent." in told.words
    assert "mine/crowd · Foule · ne reconnaît rien" in told.words
    assert "au moins une de ces conditions" in told.words


def test_explain_answers_with_every_condition_its_figures_and_its_places(shell: Shell, mine: Path) -> None:
    text = "pump group https://t.example"
    told = answered(shell("policy", "explain", text, "--mentions", "2", "--policies", "packs", "--json"))
    assert told["schema"] == "palabre.explanation/1"
    assert (told["actions"], told["causes"]) == (["remind"], ["mine/pumps"])
    pumps, crowd = (
        next(one for one in told["policies"] if one["policy"] == name) for name in ("mine/pumps", "mine/crowd")
    )
    assert [text[span["start"] : span["end"]] for span in pumps["spans"]] == ["pump group", "https://t.example"]
    assert [one["state"] for one in pumps["conditions"]] == ["held", "held"]
    assert crowd["outcome"] == "silent"
    mentions, words = crowd["conditions"][0]["parts"]
    assert (mentions["name"], mentions["state"], words["state"]) == ("mentions", "not", "not")
    assert mentions["found"] == "2"


def test_explain_tells_spared_and_on_trial_from_acting(shell: Shell, mine: Path) -> None:
    spared = ("policy", "explain", "pump group https://t.example", "--author-level", "helper", "--policies", "packs")
    assert outcomes(answered(shell(*spared, "--json")))["mine/pumps"] == "spared"
    assert "spared: the team trusts the author" in shell(*spared).words
    trial = answered(
        shell("policy", "explain", "hi everybody", "--policies", "packs", "--policy", "mine/crowd", "--json")
    )
    assert outcomes(trial) == {"mine/crowd": "trial"}
    assert trial["actions"] == []


def test_explain_reads_from_standard_input(shell: Shell, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (mine.parent / "text").write_text("hi everybody\n")
    with (mine.parent / "text").open() as text:
        monkeypatch.setattr("sys.stdin", text)
        told = answered(shell("policy", "explain", "--policies", "packs", "--json"))
    assert told["text"] == "hi everybody"


def test_a_policy_nobody_has_is_answered_with_the_nearest(shell: Shell, mine: Path) -> None:
    told = shell("policy", "explain", "hi", "--policies", "packs", "--policy", "mine/pump")
    assert (told.code, told.out) == (3, "")
    assert 'did you mean "mine/pumps"?' in told.words


def test_a_length_of_time_that_is_none_is_refused_with_the_next_step(shell: Shell) -> None:
    told = shell("policy", "explain", "hi", "--member-for", "long")
    assert told.code == 3
    assert '--member-for: "long" is no length of time' in told.words


# --- backtest


def test_a_backtest_counts_what_a_replay_of_the_same_export_counts(shell: Shell) -> None:
    backtest = answered(shell("policy", "backtest", str(EXAMPLE), "--json"))
    replay = answered(shell("replay", str(EXAMPLE), "--json"))
    counted = {(one["policy"], one["mode"]): one["number"] for one in replay["hits"]}
    for one in backtest["policies"]:
        assert one["matched"] == counted.get((one["policy"], one["mode"]), 0)
        assert one["spared"] == counted.get((one["policy"], "spared"), 0)
        assert sum(one["weeks"]) == one["matched"]
    for same in ("messages", "people", "bots", "effects", "since", "until"):
        assert backtest[same] == replay[same]
    assert sum(week["messages"] for week in backtest["weeks"]) == backtest["messages"]


def test_those_who_join_are_counted_and_shown_by_their_names() -> None:
    at, space = datetime(2026, 3, 2, tzinfo=UTC), SpaceId("web:here")
    eve = AccountId("web:here/eve")
    joined = MemberJoined(id=EventId("joined"), space=space, at=at, account=eve, name="Palabre Team")
    hit = PolicyHit(
        policy=PolicyId("mine/names"),
        revision=RevisionId("r"),
        mode="enforce",
        account=eve,
        channel=None,
        message=None,
        actions=("alert",),
        spans=(),
    )
    findings = Findings()
    findings.watch([Ruled(1, joined, Moment(at, 0), records=[hit])])
    tally = findings.tallies[hit.policy]
    assert (tally.matched, tally.people, findings.hit) == (1, {eve}, {eve})
    assert [(one.line.text, one.line.channel) for one in tally.samples] == [("Palabre Team", "")]


def test_a_dry_run_leaves_the_folder_and_the_database_as_they_were(shell: Shell, mine: Path, tmp_path: Path) -> None:
    assert shell("replay", str(EXAMPLE)).code == 0
    before = files(tmp_path)
    for command in (
        ("backtest", str(EXAMPLE), "--policies", "packs", "--on"),
        ("diff", "packs", str(SHIPPED.parent), str(EXAMPLE)),
        ("explain", "pump group https://t.example"),
        ("test", "packs", "--mutate"),
        ("list",),
    ):
        assert shell("policy", *command).code in (0, 1)
    assert files(tmp_path) == before


def test_a_backtest_that_has_nothing_to_stand_on_makes_no_file(shell: Shell, tmp_path: Path) -> None:
    assert shell("policy", "backtest", str(EXAMPLE)).code == 0
    assert shell("policy", "backtest", "nowhere.zip").code == 4
    assert list(tmp_path.iterdir()) == []


def test_a_backtest_tells_people_rates_and_examples(shell: Shell) -> None:
    told = shell("policy", "backtest", str(EXAMPLE))
    for words in ("292 messages from 23 people", "per 1,000", "starter/scam-links", "free nitro", "A dry run"):
        assert words in told.words


def test_one_policy_can_be_tried_as_if_it_were_on(shell: Shell) -> None:
    told = answered(shell("policy", "backtest", str(EXAMPLE), "--policy", "starter/everyone", "--on", "--json"))
    assert [(one["policy"], one["mode"], one["matched"]) for one in told["policies"]] == [
        ("starter/everyone", "enforce", 1)
    ]
    assert told["effects"] == {"send_direct": 1}


@pytest.mark.parametrize("locale", ["en", "fr"])
def test_the_report_stands_alone_and_escapes_what_members_write(shell: Shell, tmp_path: Path, locale: Locale) -> None:
    export = tmp_path / "export"
    (export / "general").mkdir(parents=True)
    nasty = "<script>alert(1)</script>"
    (export / "users.json").write_text(json.dumps([{"id": "U1", "name": "eve", "profile": {"display_name": nasty}}]))
    (export / "channels.json").write_text(json.dumps([{"id": "C1", "name": "general"}]))
    said = {"type": "message", "user": "U1", "ts": "1772436889.000100", "text": f"free nitro {nasty} https://a.example"}
    (export / "general" / "2026-03-02.json").write_text(json.dumps([said]))
    told = shell("policy", "backtest", "export", "--html", "report.html", locale=locale)
    assert told.code == 0
    report = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<script" not in report
    assert "&lt;script&gt;" in report
    assert "<mark>free nitro</mark>" in report
    assert f'<html lang="{locale}">' in report
    assert re.search(r"(src|href)=|url\(|@import|http-equiv", report) is None
    assert all("aria-label=" in picture for picture in re.findall(r"<svg[^>]*>", report))
    assert "prefers-color-scheme: dark" in report
    assert "[" not in re.sub(r"<style>.*?</style>", "", report, flags=re.DOTALL).replace("[]", "")


def test_a_report_that_cannot_be_written_is_said(shell: Shell) -> None:
    told = shell("policy", "backtest", str(EXAMPLE), "--html", "nowhere/report.html")
    assert told.code == 3
    assert "nowhere/report.html: this cannot be written" in told.words


def test_words_of_members_neither_break_json_nor_steer_the_terminal(shell: Shell, tmp_path: Path) -> None:
    export = tmp_path / "export"
    (export / "general").mkdir(parents=True)
    (export / "users.json").write_text(json.dumps([{"id": "U1", "name": "eve"}]))
    (export / "channels.json").write_text(json.dumps([{"id": "C1", "name": "general"}]))
    text = "free nitro \u202e\ud83d\x1b[31m https://a.example"
    said = {"type": "message", "user": "U1", "ts": "1772436889.000100", "text": text}
    (export / "general" / "2026-03-02.json").write_text(json.dumps([said]))
    told = shell("policy", "backtest", "export", "--json")
    assert not set("\u202e\ud83d\x1b") & set(told.out)
    assert answered(told)["samples"][0]["text"] == text.replace("\ud83d", "\ufffd")


# --- labelled messages


def test_labelled_messages_give_precision_recall_and_the_errors(shell: Shell, mine: Path) -> None:
    rows = (
        ("join my pump group https://a.example", "scam", "en"),
        ("to the moon https://a.example", "scam", "en"),
        ("a quiet scam", "scam", "fr"),
        ("moonlight over https://photos.example", "ok", "en"),
        ("good morning", "ok", "fr"),
    )
    lines = [json.dumps({"text": text, "label": label, "lang": lang, "more": 1}) for text, label, lang in rows]
    (mine.parent / "rows.jsonl").write_text("\n".join(lines))
    asked = ("policy", "backtest", "packs/rows.jsonl", "--policies", "packs", "--policy", "mine/pumps")
    told = answered(shell(*asked, "--json"))
    assert told["labels"] == ["scam"]
    assert [(one["lang"], one["precision"], one["recall"]) for one in told["languages"]] == [
        ("*", 2 / 3, 2 / 3),
        ("en", 2 / 3, 1.0),
        ("fr", None, 0.0),
    ]
    assert [(one["line"], one["policies"]) for one in told["errors"]] == [(4, ["mine/pumps"]), (3, [])]
    said = shell(*asked).words
    assert "line 4, en, ok: matched by mine/pumps" in said
    assert "line 3, fr, scam: missed" in said


def test_a_labelled_file_with_a_wrong_line_is_refused(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "a", "label": "ok"}\n{"text": "b"}\n')
    told = shell("policy", "backtest", "rows.jsonl")
    assert told.code == 4
    assert "rows.jsonl:2: this is no labelled message (label: Field required)" in told.words


# --- diff


def test_a_diff_of_a_pack_with_itself_is_empty(shell: Shell) -> None:
    told = answered(shell("policy", "diff", str(SHIPPED), str(SHIPPED), str(EXAMPLE), "--json"))
    assert (told["messages"], told["changed"], told["kinds"]) == (292, 0, [])


def test_a_diff_shows_what_would_be_judged_otherwise(shell: Shell, mine: Path, tmp_path: Path) -> None:
    (mine / "pack.toml").write_text(PACK.replace("moon*", "free nitro"), encoding="utf-8")
    other = tmp_path / "other" / "mine"
    shutil.copytree(mine, other)
    wording = (mine / "pack.toml").read_text(encoding="utf-8").replace('mode = "enforce"', 'mode = "shadow"')
    (other / "pack.toml").write_text(wording, encoding="utf-8")
    asked = ("policy", "backtest", str(EXAMPLE), "--policies", "packs", "--policy", "mine/pumps", "--json")
    acted = answered(shell(*asked))["acted"]
    told = answered(shell("policy", "diff", "packs", "other", str(EXAMPLE), "--json"))
    assert told["changed"] == acted > 0
    assert [(kind["before"]["mode"], kind["after"]["mode"]) for kind in told["kinds"]] == [("enforce", "shadow")]
    said = shell("policy", "diff", str(mine / "pack.toml"), str(other / "pack.toml"), str(EXAMPLE)).words
    assert f"{acted} of 292 messages would be judged otherwise." in said


# --- check and test


def test_every_case_is_shown_and_a_rule_that_no_case_would_miss_is_named(shell: Shell, mine: Path) -> None:
    assert "✓ 1 pump group https://t.example → pumps" in shell("policy", "test", "packs").words
    told = shell("policy", "test", "packs", "--mutate")
    assert told.code == 0
    assert "without mine/pumps, these cases fail: 1" in told.words
    assert "without mine/crowd when.any.1, every case still holds" in told.words
    (mine / "cases.toml").write_text(CASES.partition("\n\n")[0], encoding="utf-8")
    told = shell("policy", "test", "packs", "--mutate")
    assert told.code == 1
    assert "without mine/crowd, every case still holds" in told.words


def test_check_and_test_answer_for_programs_with_the_same_number(shell: Shell, mine: Path) -> None:
    checked, tested = (
        shell("policy", "check", "packs", "--json"),
        shell("policy", "test", "packs", "--mutate", "--json"),
    )
    assert (checked.code, tested.code) == (0, 0)
    assert answered(checked)["packs"][0]["cases"] == 2
    parts = {one["part"]: one["noticed_by"] for one in answered(tested)["packs"][0]["mutations"]}
    assert parts["mine/pumps"] == [1]
    assert parts["mine/pumps unless.level"] == []
    (mine / "pack.toml").write_text(PACK.replace("remind =", "remynd ="), encoding="utf-8")
    broken = shell("policy", "check", "packs", "--json")
    assert broken.code == 1
    assert 'did you mean "remind"?' in answered(broken)["mistakes"][0]["hint"]


# --- list and show


def test_policies_are_listed_and_shown(shell: Shell, mine: Path) -> None:
    listed = answered(shell("policy", "list", "--policies", "packs", "--json"))["policies"]
    assert {one["policy"]: one["used"] for one in listed if one["pack"] == "mine"} == {
        "mine/pumps": True,
        "mine/crowd": True,
    }
    assert "mine/pumps" in shell("policy", "list", "--policies", "packs").words
    shown = shell("policy", "show", "pumps", "--policies", "packs", locale="fr").words
    for words in (
        "mine/pumps · Pompes",
        "Elles coûtent de l'argent.",
        'any = ["pump group", "moon*"]',
        "Un cas l'attend.",
    ):
        assert words in shown
    assert answered(shell("policy", "show", "mine/crowd", "--policies", "packs", "--json"))["says"]["then"] == {
        "remove": True
    }
    assert shell("policy", "show", "nobody").code == 3


# --- new

NEW = (
    "policy", "new", "--policies", "packs", "--pack", "ours", "--id", "pumps",
    "--title-en", "Pump groups", "--title-fr", "Groupes de pump", "--why-en", "They cost money.",
    "--why-fr", "Ils coûtent de l'argent.", "--words", "pump group, pump signal*", "--with-link", "--then", "remind",
    "--again", "3/30d: remove, timeout=1h", "--spare-level", "helper", "--spare-after", "30d",
    "--match", "join my pump group https://a.example", "--match", "pump signals: https://a.example",
    "--leave", "my bike pump broke", "--leave", "a pump group took my money",
)  # fmt: skip


def test_a_new_policy_is_written_on_trial_with_its_cases_and_its_next_step(shell: Shell, tmp_path: Path) -> None:
    told = shell(*NEW)
    assert told.code == 0
    assert "policy backtest EXPORT --policy ours/pumps --policies packs" in told.words
    assert shell("policy", "check", "packs").code == 0
    shown = answered(shell("policy", "show", "ours/pumps", "--policies", "packs", "--json"))
    assert shown["policy"]["mode"] == "shadow"
    assert shown["says"]["unless"] == {"level": "helper", "member_for": "30d"}
    assert shown["says"]["ladder"] == [{"at": 3, "within": "30d", "then": {"remove": True, "timeout": "1h"}}]
    assert len(shown["cases"]) == 2


def test_a_new_policy_joins_a_pack_and_never_overwrites(shell: Shell, tmp_path: Path) -> None:
    assert shell(*NEW).code == 0
    before = files(tmp_path)
    again = shell(*NEW)
    assert again.code == 3
    assert 'a policy "pumps" stands above already' in again.words
    assert files(tmp_path) == before
    other = [*NEW[:6], "--id", "second", *NEW[8:]]
    changed = [one.replace("pump", "airdrop") for one in other]
    assert answered(shell(*changed, "--json"))["written"]
    after = files(tmp_path)
    assert all(after[name].startswith(text.rstrip()) for name, text in before.items())
    assert shell("policy", "check", "packs").code == 0


def test_examples_that_the_policy_gets_wrong_write_nothing(shell: Shell, tmp_path: Path) -> None:
    told = shell(*NEW, "--leave", "another pump group: https://b.example")
    assert told.code == 1
    assert "nothing was written" in told.words
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("answers", "locale"),
    [(("mentions", "5"), "en"), (("rate", "4/10s"), "fr"), (("links", "*"), "fr")],
)
def test_what_is_not_given_is_asked(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: tuple[str, ...], locale: Locale
) -> None:
    texts = ("https://a.example", "see https://b.example", "hello", "a.b") if answers[0] == "links" else ()
    said = (
        "Our rules",
        "Été !",
        "Title",
        "Titre",
        "Why.",
        "Pourquoi.",
        *answers,
        "what?=",
        "remind",
        "-",
        "helper",
        "-",
    )
    said = tuple(one for one in said if one != "what?=") + texts
    (tmp_path / "said").write_text("\n".join(said) + "\n", encoding="utf-8")
    with (tmp_path / "said").open(encoding="utf-8") as typed:
        monkeypatch.setattr("sys.stdin", typed)
        told = shell("policy", "new", "--policies", "packs", "--json", locale=locale)
    assert told.code == 0
    found = answered(told)
    assert (found["policy"], found["written"]) == ("our-rules/ete", True)
    assert [case["passed"] for case in found["cases"]] == [True] * 4


def test_nothing_is_asked_where_nobody_is_there(shell: Shell, tmp_path: Path) -> None:
    told = shell("policy", "new", "--policies", "packs", "--no-input")
    assert told.code == 2
    assert "this is needed: --id" in told.words
    assert list(tmp_path.iterdir()) == []


# --- for other programs


def test_every_command_answers_in_json_and_in_nothing_else(shell: Shell, tmp_path: Path) -> None:
    schemas = [
        answered(shell(*command, "--json"))["schema"]
        for command in (("replay", str(EXAMPLE)), ("stats",), ("doctor",), ("policy", "list"), ("policy", "check"))
    ]
    assert schemas == [
        "palabre.replay/1",
        "palabre.stats/1",
        "palabre.doctor/1",
        "palabre.policies/1",
        "palabre.check/1",
    ]


def test_the_page_about_json_is_what_the_shapes_say() -> None:
    written = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    assert written == page(), "run: python -m bot.cli.json_reference > docs/json.md"
