"""Keeps the computer awake on the bus it finds, says so, and waits to be killed."""

from __future__ import annotations

import sys

from workshop_studio.app.awake import WakepyAwake

awake = WakepyAwake()
awake.hold()
print("held", flush=True)
if sys.argv[1:] == ["release"]:
    sys.stdin.readline()
    awake.release()
    print("released", flush=True)
sys.stdin.readline()
