"""At least 500 kills at random moments, within 20 minutes: `make soak`."""

from __future__ import annotations

import itertools
import os
import time
from collections import Counter
from pathlib import Path

from killing import Kills

WANTED = int(os.environ.get("IMR_DESK_KILLS", "500"))
"""How many kills there are to be."""
SECONDS = 20 * 60
"""After so long it ends, however many there were."""
ROUND = Counter(
    typing=16, keeping=7, importing=5, taking_in=8, migrating=4, rekeying=5, backing=4, signing=4, exporting=5, window=8
)
SEED = int(os.environ.get("IMR_DESK_SEED", "500"))


def test_killed_five_hundred_times_every_edit_reported_saved_is_found_again(tmp_path: Path) -> None:
    kills, other = Kills(tmp_path, SEED), Kills(tmp_path / "spawned", SEED, "spawn")
    until = time.monotonic() + SECONDS
    for turn, kind in enumerate(itertools.cycle(ROUND.elements())):
        if kills.kills + other.kills >= WANTED or time.monotonic() > until:
            break
        # As on a system without `fork`, now and then: each process is begun from nothing.
        (other if turn % 25 == 24 and kind != "window" else kills).once(kind)
        if turn % 50 == 49:
            print(f"{turn + 1} kills", flush=True)
    for each in (kills, other):
        print(f"\n{each.said()}")
        assert each.count["told"] == each.count["found"]
    assert kills.kills + other.kills >= WANTED
