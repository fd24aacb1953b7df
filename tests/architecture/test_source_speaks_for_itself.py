"""The source names no machine, no registry and no folder of the people who wrote it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from source_tree import ROOT, repository_files

# Written in pieces, so that this file does not hold what it looks for.
HOSTS = ["py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js.org", "proxy.golang" + ".org", "crates" + ".io"]
FOLDERS = ["/wo" + "rk/", "/ro" + "ot/", "/home" + "/[a-z]", "/Us" + "ers/", "/opt" + "/", r"C:\\Us" + "ers"]
OFFENDING = re.compile("|".join([*map(re.escape, HOSTS), *(rf"(?<![\w.}}]){folder}" for folder in FOLDERS)]).encode())
OFFENDING_RELATIVE = re.compile(("\\.\\./sha" + "red").encode())


def offences(content: bytes) -> list[str]:
    found = [*OFFENDING.finditer(content), *OFFENDING_RELATIVE.finditer(content)]
    return [match.group().decode() for match in found]


def test_repository_no_file_names_a_registry_or_a_machine() -> None:
    found = {str(path.relative_to(ROOT)): offences(path.read_bytes()) for path in repository_files()}
    assert {name: words for name, words in found.items() if words} == {}


def test_repository_files_are_really_read() -> None:
    assert ROOT / "constraints.txt" in repository_files()
    assert Path(__file__).resolve() in repository_files()


@pytest.mark.parametrize("text", ["https://" + HOSTS[0] + "/simple", "see ../sha" + "red/notes", "'/ho" + "me/anna/x'"])
def test_repository_offending_line_is_noticed(text: str) -> None:
    assert offences(text.encode())
