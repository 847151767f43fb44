from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.ports.vault import JournalKey
from workshop_studio.vault.argon_vault import ArgonVault

VAULT = ArgonVault(memory_kib=64, passes=1)
LOCKBOX, KEY = VAULT.make_lockbox("p1", "correct horse")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(text=TEXTS, entry_id=st.uuids().map(lambda one: one.hex))
def test_every_text_comes_back(text, entry_id):
    nonce, sealed = VAULT.seal(KEY, entry_id, text)
    assert VAULT.open(KEY, entry_id, nonce, sealed) == text


@given(bit=st.integers(min_value=0))
def test_no_bit_of_an_entry_can_change_unnoticed(bit):
    nonce, sealed = VAULT.seal(KEY, "e1", "The numbers looked wrong")
    whole = bytearray(nonce + sealed)
    place = bit % (8 * len(whole))
    whole[place // 8] ^= 1 << place % 8
    with pytest.raises(RuleBroken) as refused:
        VAULT.open(KEY, "e1", bytes(whole[: len(nonce)]), bytes(whole[len(nonce) :]))
    assert refused.value.code == "entry-damaged"


@settings(max_examples=25)
@given(bit=st.integers(min_value=0))
def test_no_bit_of_a_wrapped_key_can_change_unnoticed(bit):
    whole = bytearray(LOCKBOX.wrapped_key)
    place = bit % (8 * len(whole))
    whole[place // 8] ^= 1 << place % 8
    assert VAULT.unlock(replace(LOCKBOX, wrapped_key=bytes(whole)), "correct horse") is None


def test_a_lockbox_given_to_somebody_else_does_not_open():
    assert VAULT.unlock(replace(LOCKBOX, participant_id="p2"), "correct horse") is None


def test_the_same_text_is_never_sealed_the_same_way_twice():
    assert VAULT.seal(KEY, "e1", "text") != VAULT.seal(KEY, "e1", "text")


def test_a_seal_fits_no_other_person_even_with_the_same_secret():
    nonce, sealed = VAULT.seal(KEY, "e1", "text")
    with pytest.raises(RuleBroken) as refused:
        VAULT.open(JournalKey("p2", KEY.secret), "e1", nonce, sealed)
    assert refused.value.code == "entry-damaged"


def test_a_lockbox_keeps_the_cost_it_was_made_with():
    dearer = ArgonVault(memory_kib=128, passes=2)
    assert (LOCKBOX.memory_kib, LOCKBOX.passes, LOCKBOX.lanes) == (64, 1, 1)
    assert dearer.unlock(LOCKBOX, "correct horse") == KEY


def test_a_journal_is_locked_at_the_full_cost_unless_told_otherwise():
    vault = ArgonVault()
    lockbox, key = vault.make_lockbox("p1", "correct horse")
    assert (lockbox.memory_kib, lockbox.passes, lockbox.lanes) == (65536, 3, 1)
    assert len(key.secret) == 32
    assert vault.unlock(lockbox, "correct horse") == key


def test_wide_and_narrow_letters_are_the_same_passphrase():
    lockbox, key = VAULT.make_lockbox("p1", "\uff43orrect horse")
    assert VAULT.unlock(lockbox, "correct horse") == key


def test_a_key_from_the_given_source_of_chance_is_used_once_each():
    drawn = iter(range(1, 100))
    lockbox, key = ArgonVault(
        memory_kib=64, passes=1, random=lambda size: bytes([next(drawn)]) * size
    ).make_lockbox("p1", "correct horse")
    assert (lockbox.salt, key.secret) == (b"\x01" * 16, b"\x02" * 32)
    assert lockbox.wrapped_key[:12] == b"\x03" * 12
