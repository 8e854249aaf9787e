"""The vocabularies: closed, frozen, and the same after a journey through a database."""

import dataclasses
import json
from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import codec, records
from bot.effects import Effect, Handle, HashFiles, PostCard, TellOutside, bound, handles, lane
from bot.events import EffectRefused, Event
from bot.ports import Arrival
from bot.views import Bilingual, Phrase, Text, Verbatim

st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
arrivals = st.one_of(*(st.from_type(kind) for kind in get_args(Arrival)))
effects = st.one_of(*(st.from_type(kind) for kind in get_args(Effect)))
relaxed = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@relaxed
@given(arrivals)
def test_an_arrival_comes_back_as_it_was(arrival: Arrival) -> None:
    text = codec.dump_arrival(arrival)
    assert text.isascii()
    assert codec.load_arrival(text) == arrival


@relaxed
@given(effects)
def test_an_effect_comes_back_as_it_was(effect: Effect) -> None:
    text = codec.dump_effect(effect)
    assert text.isascii()
    assert codec.load_effect(text) == effect


@given(st.lists(st.one_of(*(st.from_type(kind) for kind in get_args(Text)))).map(tuple))
def test_texts_come_back_as_they_were(texts: tuple[Text, ...]) -> None:
    assert codec.load_texts(codec.dump_texts(texts)) == texts


def test_nul_and_half_surrogates_survive_as_ascii() -> None:
    texts = (Verbatim("a\0b\ud800c"),)
    assert codec.load_texts(codec.dump_texts(texts)) == texts


@pytest.mark.parametrize("kind", [*get_args(Event), *get_args(Effect), *get_args(records.Record)])
def test_every_word_is_frozen_and_slotted(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(kind)


def test_no_two_words_share_a_kind() -> None:
    for vocabulary in (Arrival, Effect):
        kinds = [_kind(one) for one in get_args(vocabulary)]
        assert len(set(kinds)) == len(kinds)


def _kind(word: type) -> object:
    return next(field.default for field in dataclasses.fields(word) if field.name == "kind")


@given(effects)
def test_a_lane_is_a_thread_a_channel_a_person_or_a_contact(effect: Effect) -> None:
    target = getattr(effect, "channel", None) or getattr(effect, "account", None) or effect.space
    name = f"handle:{target.name}" if isinstance(target, Handle) else target
    name = f"{effect.space}/{effect.contact}" if isinstance(effect, TellOutside) else name
    name = f"{effect.space}/files" if isinstance(effect, HashFiles) else name
    assert lane(effect) == name


@given(effects)
def test_binding_leaves_no_handle_and_changes_nothing_else(effect: Effect) -> None:
    made = {handle.name: f"id of {handle.name}" for handle in handles(effect)}
    done = bound(effect, made)
    assert handles(done) == ()
    changed = {"channel", "message"}
    kept = [field.name for field in dataclasses.fields(effect) if field.name not in changed]
    assert [getattr(done, name) for name in kept] == [getattr(effect, name) for name in kept]


def test_what_is_no_arrival_is_refused() -> None:
    with pytest.raises(ValueError, match="kind"):
        codec.load_arrival(json.dumps({"kind": "message_imagined"}))


def test_what_was_stored_before_a_word_had_all_its_fields_is_still_read() -> None:
    effect = {"kind": "delete_message", "space": "web:here", "channel": "web:here/c", "message": "web:here/c/1"}
    loaded = codec.load_effect(json.dumps(effect))
    assert (loaded.kind, loaded.note) == ("delete_message", "")
    refusal = {"kind": "effect_refused", "id": "refused:k", "space": "palabre:here", "at": "2027-03-01T09:00:00+00:00"}
    heard = codec.load_arrival(json.dumps({**refusal, "effect": "k", "reason": "no"}))
    assert isinstance(heard, EffectRefused)
    assert (heard.wanted, heard.account, heard.channel, heard.because) == ("", None, None, None)


def test_an_incident_of_before_is_still_read() -> None:
    stored = {"incident": "i1", "origin": "policy", "at": "2027-03-01T09:00:00+00:00", "space": "web:here"}
    loaded = codec.load_incident({**stored, "account": None, "measures": [{"name": "remove"}]})
    assert (loaded.readable, loaded.learned_at) == (True, None)
    assert (loaded.measures[0].number, loaded.measures[0].role) == (1, None)


@relaxed
@given(st.from_type(records.IncidentOpened))
def test_an_incident_comes_back_as_it_was(opened: records.IncidentOpened) -> None:
    assert codec.load_incident(codec.dump_incident(opened)) == opened


def test_bilingual_words_are_said_in_one_language() -> None:
    assert (Bilingual("yes", "oui").say("en"), Bilingual("yes", "oui").say("fr")) == ("yes", "oui")
    assert Phrase("key") == Phrase("key", ())
    assert PostCard.idempotent is False
