"""The core is imported where Qt and the window cannot be: this sees what the import contracts cannot, names as text."""

from __future__ import annotations

import subprocess
import sys

import pytest
from source_tree import ROOT, python_files

BLOCK = """
import importlib, pkgutil, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "ui"}:
            raise ImportError(f"{name} is not for the core")

sys.meta_path.insert(0, Blocked())
"""
IMPORT_ALL = """
import imr_desk
names = [found.name for found in pkgutil.walk_packages(imr_desk.__path__, "imr_desk.", onerror=lambda name: None)]
for name in names:
    if not name.endswith(".__main__"):
        importlib.import_module(name)
print(len(names))
"""


def run_blocked(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", BLOCK + code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_core_qt_and_window_blocked_every_module_imports() -> None:
    result = run_blocked(IMPORT_ALL)
    assert result.returncode == 0, result.stderr
    below_the_root = [path for path in python_files("imr_desk") if path != ROOT / "imr_desk" / "__init__.py"]
    assert int(result.stdout) == len(below_the_root)


@pytest.mark.parametrize("name", ["PySide6.QtCore", "shiboken6", "ui"])
def test_core_block_itself_really_blocks(name: str) -> None:
    result = run_blocked(f"importlib.import_module({name!r})")
    assert result.returncode == 1
    assert "is not for the core" in result.stderr
