"""Build the source archive and the wheel into dist/, and look into both: an install must be whole.

Run by `make package`. The build is not isolated: it uses the pinned setuptools of .venv and fetches nothing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
ALSO_IN_THE_SOURCE = {"LICENSE", "README.md", "Makefile", "constraints.txt", "packaging/set_up.sh", "tests/conftest.py"}


def expected_in_both() -> set[str]:
    """Paths of every module of the listed packages and of every file of resources/."""
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    modules = {path for package in packages for path in (ROOT / package.replace(".", "/")).glob("*.py")}
    data = {path for path in (ROOT / "resources").rglob("*") if path.is_file() and path.suffix != ".pyc"}
    return {path.relative_to(ROOT).as_posix() for path in modules | data}


def in_wheel(path: Path) -> set[str]:
    """Paths in a wheel."""
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def in_source_archive(path: Path) -> set[str]:
    """Paths in a source archive, without the folder that all of them lie in."""
    with tarfile.open(path) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def complain(archive: Path, missing: set[str]) -> int:
    """Say what an archive lacks; returns how many files that is."""
    for name in sorted(missing):
        print(f"{archive.name} lacks {name}", file=sys.stderr)
    return len(missing)


def main() -> int:
    """Build and check; 0 if both archives are whole, else 1."""
    for old in (DIST, ROOT / "build"):
        shutil.rmtree(old, ignore_errors=True)
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(DIST), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    if built.returncode:
        print(built.stdout, built.stderr, sep="\n", file=sys.stderr)
        return 1
    (wheel,), (source,) = DIST.glob("*.whl"), DIST.glob("*.tar.gz")
    expected = expected_in_both()
    lacking = complain(wheel, expected - in_wheel(wheel))
    lacking += complain(source, (expected | ALSO_IN_THE_SOURCE) - in_source_archive(source))
    if lacking:
        return 1
    for archive in (source, wheel):
        print(f"dist/{archive.name}: {archive.stat().st_size / 1e6:.1f} MB, all {len(expected)} files of the program")
    return 0


if __name__ == "__main__":
    sys.exit(main())
