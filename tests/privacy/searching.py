"""Looks for what was planted in everything that a process wrote: names of files, bytes, text in two-byte letters."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import planting

LARGEST = 60_000_000
_MIDDLE = planting.LETTERS
_ONE = rf"{planting.FIRST}[a-z]{{{_MIDDLE}}}{planting.LAST}".encode()
_WIDE = b"".join(rb"\0?" + letter for letter in (b"z", b"y", b"x")) + (
    rb"(?:\0?[a-z]){%d}" % _MIDDLE + b"".join(rb"\0?" + bytes([letter]) for letter in planting.LAST.encode())
)
ANY = re.compile(_ONE + b"|" + _WIDE, re.IGNORECASE)


def planted_in(data: bytes) -> set[str]:
    """The planted strings in some bytes, whatever their capitals, as UTF-8 or as UTF-16."""
    return {match.group().replace(b"\0", b"").decode().casefold() for match in ANY.finditer(data)}


def everything(*folders: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of everything in some folders; the names of folders too."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = str(path.relative_to(folder))
            small = path.is_file() and not path.is_symlink() and path.stat().st_size < LARGEST
            yield name, path.read_bytes() if small else b""


def found_in(*folders: Path) -> dict[str, set[str]]:
    """What was found in which file, its name included; nothing where all is well."""
    found = {name: planted_in(name.encode()) | planted_in(data) for name, data in everything(*folders)}
    return {name: words for name, words in found.items() if words}


def newer_elsewhere(since: float, *skipped: Path) -> Iterator[Path]:
    """Files in the shared folders for temporary things that were written since a moment, but for those of tests."""
    for shared in (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm")):  # noqa: S108 - looked into, never written to
        if shared.is_dir():
            yield from _newer(shared, since, skipped)


def _newer(folder: Path, since: float, skipped: tuple[Path, ...]) -> Iterator[Path]:
    for path in folder.iterdir():
        try:
            if path.is_symlink() or path in skipped or path.name.startswith("pytest-"):
                continue
            if path.is_dir():
                yield from _newer(path, since, skipped)
            elif path.is_file() and since <= path.stat().st_mtime and path.stat().st_size < LARGEST:
                yield path
        except (FileNotFoundError, PermissionError):  # somebody else's, or gone meanwhile
            continue


def words_of_members(data: bytes) -> set[str]:
    """What was planted in the members of a zip archive, such as a Word file, and in their names."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        found = [planted_in(name.encode()) | planted_in(archive.read(name)) for name in archive.namelist()]
        return set().union(*found, planted_in(archive.comment))
