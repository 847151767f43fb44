from __future__ import annotations

import subprocess
import sys

import pytest

from workshop_studio.storage.workspace_file import open_workspace
from workshop_studio.vault.argon_vault import ArgonVault

SENTENCE = "I was afraid to say that the numbers looked wrong"
WRITER = """
import os, pathlib, signal, sys
from workshop_studio.domain.cohort import Cohort, Participant
from workshop_studio.domain.journal import SealedEntry
from workshop_studio.storage.times import from_text
from workshop_studio.storage.workspace_file import open_workspace
from workshop_studio.vault.argon_vault import ArgonVault
path, sentence, end = sys.argv[1:]
now = from_text("2026-10-06T11:30:00+00:00")
vault = ArgonVault(memory_kib=64, passes=1)
workspace = open_workspace(pathlib.Path(path), create=False)
lockbox, key = vault.make_lockbox("p1", "correct horse")
with workspace.writing() as work:
    work.cohorts.add(Cohort("c1", "Autumn", (Participant("p1", "Zoe Sample"),)))
    work.journals.save_lockbox(lockbox)
    for entry in ("e1", "e2"):
        sealed = vault.seal(key, entry, sentence)
        work.journals.save_entry(SealedEntry(entry, "p1", *sealed, now, now))
    work.commit()
with workspace.writing() as work:
    work.journals.remove_entry("e2")
    work.commit()
if end == "killed":
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
workspace.close()
"""


@pytest.mark.parametrize("end", ["closed", "killed"])
def test_no_file_holds_a_journal_sentence_but_its_writer_can_still_read_it(tmp_path, end):
    path = tmp_path / "a.sqlite"
    open_workspace(path).close()
    writer = subprocess.run(
        [sys.executable, "-c", WRITER, str(path), SENTENCE, end], capture_output=True, check=False
    )
    assert writer.stderr == b""
    on_disk = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    # The name is not sealed: finding it shows that this search looks where the words would be.
    assert b"Zoe Sample" in on_disk
    assert SENTENCE.encode() not in on_disk
    assert b"correct horse" not in on_disk

    workspace = open_workspace(path, create=False)
    with workspace.reading() as work:
        (entry,) = work.journals.entries("p1")
        lockbox = work.journals.lockbox("p1")
    workspace.close()
    vault = ArgonVault()
    key = vault.unlock(lockbox, "correct horse")
    assert vault.open(key, entry.id, entry.nonce, entry.sealed) == SENTENCE
