"""Measuring in turn: A B C, A B C, …, each time a fresh process, so that a busy machine slows all of them alike.

Quote the ratios: both sides come from one run. The seconds say as much about the machine as about the program.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]


def in_turn(cases: Mapping[str, str], rounds: int = 7) -> dict[str, float]:
    """Median wall milliseconds of each piece of Python code, from starting the interpreter to its end."""
    taken: dict[str, list[float]] = {name: [] for name in cases}
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for _ in range(rounds + 1):  # the first round only fills the caches
        for name, code in cases.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=surroundings, check=True)
            taken[name].append((time.perf_counter() - start) * 1000)
    return {name: median(times[1:]) for name, times in taken.items()}


def show(medians: Mapping[str, float], yardstick: str) -> None:
    """Print the medians, and each as a multiple of the yardstick."""
    for name, milliseconds in medians.items():
        print(f"\n{name:40} {milliseconds:8.1f} ms {milliseconds / medians[yardstick]:6.2f}", end="")  # noqa: T201
    print()  # noqa: T201
