"""The whole job, by command and by window, in a network namespace that has no interface: nothing asks for the internet.

Every end-to-end test runs once more in a process of its own. A hook in each of its Python processes notes every socket
of the internet and every address looked up; where the system lets a test have a namespace, there is no network either.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
JOBS = "tests/e2e"
PYTEST = ("-m", "pytest", "-q", "-n", "0")
ASKS = """
import socket
try:
    socket.create_connection(("192.0.2.1", 80), timeout=0.01)
except OSError as error:
    print(type(error).__name__, error.errno)
"""


@dataclass(frozen=True)
class Watched:
    """How a watched run went: whether in a namespace, its exit status and words, and what the hook noted."""

    alone: bool
    status: int
    said: str
    noted: list[str]


def _namespace() -> list[str]:
    """The words that put a command into a namespace without a network; none where the system refuses."""
    unshare = shutil.which("unshare")
    words = [unshare, "--map-root-user", "--net", "--"] if unshare is not None else []
    tried = subprocess.run([*words, "true"], capture_output=True, check=False) if words else None
    return words if tried is not None and tried.returncode == 0 else []


def _watched(folder: Path, *words: str) -> Watched:
    report, namespace = folder / "noted.txt", _namespace()
    surroundings = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(HERE / "watching"), str(ROOT))),
        "IMR_DESK_WATCHED": str(report),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [*namespace, sys.executable, *words],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
        timeout=1200,
    )
    return Watched(bool(namespace), done.returncode, done.stdout + done.stderr, report.read_text().splitlines())


@pytest.fixture(scope="module")
def jobs(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """All end-to-end tests, watched; what waited in vain, on a computer busy with other tests, is asked again."""
    folder = tmp_path_factory.mktemp("watched")
    first = _watched(folder, *PYTEST, JOBS)
    again = sorted(set(re.findall(r"^(?:FAILED|ERROR) ([^:\s]+)", first.said, re.MULTILINE)))
    return _watched(folder, *PYTEST, *again) if again else first


def test_watch_sees_a_program_that_does_ask(tmp_path: Path) -> None:
    watched = _watched(tmp_path, "-c", ASKS)
    assert "socket.connect ('192.0.2.1', 80)" in watched.noted
    if watched.alone:
        assert "OSError 101" in watched.said, "there is no network to be reached in the namespace"


def test_no_job_opens_a_socket_of_the_internet_or_looks_up_an_address(jobs: Watched) -> None:
    assert jobs.status == 0, jobs.said[-4000:]
    assert {line for line in jobs.noted if not line.startswith("watching")} == set()
    assert sum(line.startswith("watching") for line in jobs.noted) > 1, "processes begun by the tests are watched too"


def test_every_job_is_done_where_there_is_no_network_at_all(jobs: Watched) -> None:
    if not jobs.alone:
        pytest.skip("this system lets no test have a network namespace of its own")
    assert jobs.status == 0, jobs.said[-4000:]
    assert {line for line in jobs.noted if line.startswith("watching")} == {"watching lo"}
