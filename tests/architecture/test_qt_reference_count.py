"""The installed PySide6 keeps the reference count of None.

Some wheels take None for immortal, which it is only from Python 3.12 on: every call that returns None drops one
reference, and after a few thousand of them the interpreter aborts. Hence the pin; hence this test for whoever moves it.
"""

from __future__ import annotations

import subprocess
import sys

CALLS = 400
COUNT = """
import sys
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication(["count"])
label = QLabel("a")
before = sys.getrefcount(None)
for _ in range(int(sys.argv[1])):
    label.setText("a")
    label.resize(40, 20)
print(sys.getrefcount(None) - before)
"""


def test_pyside_calls_that_return_none_keep_its_reference_count() -> None:
    result = subprocess.run(
        [sys.executable, "-c", COUNT, str(CALLS)], capture_output=True, text=True, check=False, timeout=60
    )
    assert result.returncode == 0, result.stderr
    assert int(result.stdout) > -CALLS / 2
