"""Killed at random moments: the file opens, is sound, and holds every edit that had been reported saved."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from killing import Kills, LostError

QUICK = Counter(
    typing=11, keeping=2, importing=2, taking_in=3, migrating=2, rekeying=1, backing=1, signing=1, exporting=2, window=2
)


def test_killed_at_random_moments_every_edit_reported_saved_is_found_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kills = Kills(tmp_path, seed=25)
    for kind in QUICK.elements():
        kills.once(kind)
    assert kills.kills == QUICK.total()
    assert kills.count["told"] == kills.count["found"] > 0
    with capsys.disabled():
        print(f"\n{kills.said()}")


def test_killed_edit_that_was_told_of_and_never_saved_is_noticed(tmp_path: Path) -> None:
    kills = Kills(tmp_path)
    with pytest.raises(LostError, match=r"told of \d+ lines of history, found \d+"):
        kills.once("lying")
