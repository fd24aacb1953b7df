"""Measuring in turn: A B C, A B C, …, each time a fresh process, so that a busy machine slows all of them alike.

Quote the ratios: both sides come from one run. The seconds say as much about the machine as about the program.

The modules are compiled beforehand, as those of an installed program are: the first round fills a cache of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]


def in_turn(cases: Mapping[str, str], rounds: int = 7) -> dict[str, float]:
    """Median wall milliseconds of each piece of Python code, from starting the interpreter to its end.

    Code that prints a line is measured to that line.
    """
    taken: dict[str, list[float]] = {name: [] for name in cases}
    with TemporaryDirectory(prefix="compiled-") as compiled:
        surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": compiled}
        surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
        for _ in range(rounds + 1):  # the first round only fills the caches
            for name, code in cases.items():
                taken[name].append(_once(code, surroundings))
    return {name: median(times[1:]) for name, times in taken.items()}


def _once(code: str, surroundings: Mapping[str, str]) -> float:
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=surroundings, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        seconds = time.perf_counter() - start
    assert process.returncode == 0
    return seconds * 1000


def show(medians: Mapping[str, float], yardstick: str) -> None:
    """Print the medians, and each as a multiple of the yardstick."""
    for name, milliseconds in medians.items():
        print(f"\n{name:46} {milliseconds:8.1f} ms {milliseconds / medians[yardstick]:6.2f}", end="")
    print()
