"""What the repository holds, read from disk: the tests of the architecture keep no lists of their own."""

from __future__ import annotations

import ast
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("imr_desk", "ui", "resources")
NEVER_OURS = {".venv", ".git", "out", "build", "dist", "__pycache__", "node_modules"}


def python_files(*folders: str) -> list[Path]:
    """Every Python file under these folders of the repository, in order."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py") if _is_ours(path))


def repository_files() -> list[Path]:
    """Every file that is, or would be, under version control; where git is not at hand, every file that looks ours."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        command = [git, "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
        paths = [ROOT / name for name in listed.split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if _is_ours(path)]
    return sorted(path for path in paths if path.is_file())


def _is_ours(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return not any(part in NEVER_OURS or part.endswith(("_cache", ".egg-info")) for part in parts)


def syntax_tree(path: Path) -> ast.Module:
    """The file as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported_modules(path: Path) -> Iterator[str]:
    """Full names of the modules that a file imports, anywhere in it; `from a import b` gives `a` and `a.b`."""
    for node in ast.walk(syntax_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def project() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
