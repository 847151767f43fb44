from __future__ import annotations

from dataclasses import replace

import pytest

from workshop_studio.domain.errors import RuleBroken
from workshop_studio.vault.argon_vault import ArgonVault

VAULT = ArgonVault(memory_kib=64, passes=1)


@pytest.mark.parametrize(("nonce_bytes", "sealed_bytes"), [(0, 20), (5, 20), (12, 0), (12, 15)])
def test_a_cut_entry_is_named_as_damaged(nonce_bytes, sealed_bytes):
    _, key = VAULT.make_lockbox("p1", "correct horse")
    nonce, sealed = VAULT.seal(key, "e1", "text")
    with pytest.raises(RuleBroken) as refused:
        VAULT.open(key, "e1", nonce[:nonce_bytes], sealed[:sealed_bytes])
    assert refused.value.code == "entry-damaged"


@pytest.mark.parametrize("change", [{"wrapped_key": b""}, {"salt": b""}, {"memory_kib": 0}])
def test_a_damaged_lockbox_opens_for_nobody(change):
    lockbox, _ = VAULT.make_lockbox("p1", "correct horse")
    assert VAULT.unlock(replace(lockbox, **change), "correct horse") is None
