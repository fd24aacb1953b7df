"""Processes that open the same review at the same instant never both write."""

from __future__ import annotations

import multiprocessing
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.context import SpawnProcess
from multiprocessing.queues import Queue
from pathlib import Path

from race_for_one_file import PATIENCE, race, take_turns

from imr_desk.session import Session

PASSPHRASE = "four plain words here"
RACERS, ROUNDS, TURNS = 4, 25, 300


@contextmanager
def racers(work: Callable[..., None], *given: object) -> Iterator[tuple[Queue[tuple[int, str]], list[SpawnProcess]]]:
    """Processes that begin at one barrier, and what they tell; none is left running."""
    system = multiprocessing.get_context("spawn")
    barrier, told = system.Barrier(RACERS), system.Queue()
    running = [system.Process(target=work, args=(*given, barrier, told)) for _ in range(RACERS)]
    for each in running:
        each.start()
    try:
        yield told, running
        for each in running:
            each.join(PATIENCE)
    finally:
        for each in running:
            each.kill()
            each.join(PATIENCE)
        told.close()


def test_of_processes_that_open_a_review_at_the_same_instant_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "review.imr"
    Session.create(path, PASSPHRASE).close()
    key = Session.derive_key(path, PASSPHRASE)
    outcomes = defaultdict(list)
    with racers(race, path, key, ROUNDS) as (told, running):
        for _ in range(RACERS * ROUNDS):
            number, outcome = told.get(timeout=PATIENCE)
            outcomes[number].append(outcome)

    assert [each.exitcode for each in running] == [0] * RACERS
    assert [sorted(each) for each in outcomes.values()] == [["kept out"] * (RACERS - 1) + ["wrote"]] * ROUNDS
    session = Session.open(path, PASSPHRASE, read_only=True)
    assert len([line for line in session.past() if line.operation == "set_fields"]) == ROUNDS
    assert session.file.integrity_faults() == ()
    session.close()
    assert [each.name for each in tmp_path.iterdir()] == ["review.imr"]


def test_lock_is_had_by_one_process_at_a_time_though_its_file_comes_and_goes(tmp_path: Path) -> None:
    path = tmp_path / "review.imr"
    with racers(take_turns, path, TURNS) as (told, running):
        outcomes = [told.get(timeout=2 * PATIENCE) for _ in running]
    assert outcomes == [(TURNS, "alone")] * RACERS
    assert list(tmp_path.iterdir()) == []
