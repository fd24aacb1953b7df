"""Puts the user guide where the program shows it (F1). To be run after docs/user-guide.md was changed.

.venv/bin/python packaging/copy_guide.py
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GUIDE, SHOWN = ROOT / "docs" / "user-guide.md", ROOT / "resources" / "help" / "user-guide.md"


def copy() -> None:
    """Copy it as it is."""
    SHOWN.parent.mkdir(exist_ok=True)
    SHOWN.write_bytes(GUIDE.read_bytes())


if __name__ == "__main__":
    copy()
