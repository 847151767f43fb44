from __future__ import annotations

import pytest

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.vault.argon_vault import ArgonVault

FAST = {"memory_kib": 64, "passes": 1}


def test_what_was_sealed_opens_with_the_right_passphrase():
    vault = ArgonVault(**FAST)
    lockbox, key = vault.make_lockbox("p1", "correct horse")
    nonce, sealed = vault.seal(key, "e1", "Zoë was late ≤ 5 min")
    again = vault.unlock(lockbox, "correct horse")
    assert vault.open(again, "e1", nonce, sealed) == "Zoë was late ≤ 5 min"


def test_a_wrong_passphrase_opens_nothing():
    vault = ArgonVault(**FAST)
    lockbox, _ = vault.make_lockbox("p1", "correct horse")
    assert vault.unlock(lockbox, "correct house") is None


@pytest.mark.parametrize("way", ["changed", "moved", "stranger"])
def test_a_changed_or_moved_entry_does_not_open(way):
    vault = ArgonVault(**FAST)
    _, key = vault.make_lockbox("p1", "correct horse")
    _, other = vault.make_lockbox("p2", "correct horse")
    nonce, sealed = vault.seal(key, "e1", "text")
    changed = bytes([sealed[0] ^ 1]) + sealed[1:] if way == "changed" else sealed
    with pytest.raises(RuleBroken) as refused:
        vault.open(
            other if way == "stranger" else key, "e2" if way == "moved" else "e1", nonce, changed
        )
    assert refused.value.code == "entry-damaged"


def test_letters_typed_composed_or_decomposed_are_the_same_passphrase():
    vault = ArgonVault(**FAST)
    lockbox, _ = vault.make_lockbox("p1", "Zo\u00eb rides")
    assert vault.unlock(lockbox, "Zoe\u0308 rides") is not None


def test_keys_do_not_show_their_secret():
    _, key = ArgonVault(**FAST).make_lockbox("p1", "correct horse")
    assert key.secret.hex() not in repr(key)
    assert str(key.secret) not in repr(key)


def test_the_facilitators_passphrase_matches_only_itself_at_full_cost():
    vault = ArgonVault()
    mark = vault.fingerprint("open the station")
    assert vault.matches(mark, "open the station")
    assert not vault.matches(mark, "open the stations")
    assert not vault.matches("not a fingerprint", "open the station")
