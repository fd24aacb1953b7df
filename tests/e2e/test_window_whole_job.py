"""The whole job through the window, in a process of its own, as the program has one: `window_whole_job.py`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def test_whole_job_by_keys_alone_goes_through_in_a_process_of_its_own() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:randomly", "--override-ini",
         "python_files=window_whole_job.py", str(HERE / "window_whole_job.py")],
        capture_output=True, text=True, cwd=HERE.parents[1], timeout=600, check=False,
    )  # fmt: skip
    # Its last line, not its status: Qt for Python now and then ends a process of pytest after that, when Python itself
    # is gone (in `PyErr_Fetch`, without a thread). One that ends before has no such line.
    last = told.stdout.rstrip().rpartition("\n")[2]
    assert re.fullmatch(r"1 passed in .*", last), told.stdout[-6000:] + told.stderr[-2000:]
