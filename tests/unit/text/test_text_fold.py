import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from bot.text import BLANK, Reading, fingerprint

_letters = st.sampled_from("abcéÉßœŒ…①ﬁｅЕе\u0301\u0327\u200b\u00ad\ufe0f\ud800İıΣς한\u1161🙂👩‍💻 \n`'’_-")
texts = st.one_of(st.text(), st.text(_letters))


def test_case_and_compatibility_forms_fold_and_accents_stay() -> None:
    assert Reading("ÉCOLE ＡＢＣ ﬁn").folded.text == "école abc fin"


def test_the_second_view_also_drops_accents_disguises_and_invisible_letters() -> None:
    assert Reading("Соnn\u200bаrd cœur l’été").stripped.text == "connard coeur l'ete"


def test_a_plain_text_has_one_view_only() -> None:
    reading = Reading("Hello THERE")
    assert reading.stripped is reading.folded
    assert reading.folded.starts is None


def test_korean_and_japanese_letters_are_not_taken_apart() -> None:
    assert Reading("한국 がぎ").stripped.text == "한국 がぎ"


@given(texts)
@example("e" + "\u0301\u0316" * 3000)
@example("\ud800")
def test_every_folded_character_leads_back_into_the_original(text: str) -> None:
    reading = Reading(text)
    for view in (reading.folded, reading.stripped):
        view.text.encode()
        spans = [view.span(index, index + 1) for index in range(len(view.text))]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert spans == sorted(spans)


@given(texts)
def test_quick_and_slow_folding_agree_on_composed_texts(text: str) -> None:
    # A separator that folds to three characters forces the careful way; the same text around it must not differ.
    composed = unicodedata.normalize("NFC", text)
    quick, careful = Reading(composed), Reading(composed + " …")
    assert careful.folded.text == quick.folded.text + " ..."
    assert careful.stripped.text == quick.stripped.text + " ..."


@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    folded = Reading(text).folded.text
    assert Reading(folded).folded.text == folded
    stripped = Reading(text).stripped.text
    assert Reading(stripped).stripped.text == stripped


def test_a_fingerprint_is_the_same_everywhere_and_fits_a_signed_integer() -> None:
    assert fingerprint("Buy my COURSE") == 7078682711566524046
    assert 0 <= fingerprint("anything") < 2**63


def test_spacing_case_accents_and_disguises_leave_the_fingerprint_alone() -> None:
    assert fingerprint("  Été\n à\u200b vendre") == fingerprint("ete a vendre")
    assert fingerprint("one") != fingerprint("two")
    assert fingerprint(" \n\u200b") == BLANK


def test_letters_pass_for_those_they_look_like() -> None:
    disguised = "𝓈𝒸𝒶𝓂 ⓢⓒⓐⓜ ｓｃａｍ 🅢🅒🅐🅜 🆂🅲🅰🅼 ꜱᴄᴀᴍ ѕсам ᔕᑕᗩᗰ s̷̢c̕a͠m"
    assert set(Reading(disguised).stripped.text.split()) == {"scam"}


def test_marks_are_counted_where_they_are_stacked() -> None:
    assert Reading("plain").stacked == 0
    assert Reading("e\u0301te\u0301").stacked == 1
    assert Reading("z" + "\u0335" * 9 + "algo").stacked == 9
