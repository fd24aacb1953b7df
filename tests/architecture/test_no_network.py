"""The program never touches the network: nothing in it imports what could."""

from __future__ import annotations

from pathlib import Path

import pytest
from source_tree import ROOT, imported_modules, python_files

NETWORK = {
    *("asyncio", "ftplib", "http", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket", "socketserver"),
    *("ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets"),
}


def reaches_out(path: Path) -> set[str]:
    """The modules for networks that a file imports."""
    named = set(imported_modules(path))
    return {module for module in NETWORK if any(name == module or name.startswith(f"{module}.") for name in named)}


def test_program_imports_nothing_that_reaches_a_network() -> None:
    found = {str(path.relative_to(ROOT)): reaches_out(path) for path in python_files("imr_desk", "ui", "resources")}
    assert {name: modules for name, modules in found.items() if modules} == {}


@pytest.mark.parametrize(
    "line", ["import socket", "from urllib import request", "from http.client import HTTPResponse"]
)
def test_network_import_is_noticed(tmp_path: Path, line: str) -> None:
    path = tmp_path / "offender.py"
    path.write_text(f"def late():\n    {line}\n", encoding="utf-8")
    assert reaches_out(path)
