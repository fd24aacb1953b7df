"""Loaded by every Python process of a watched run: notes who asks for the internet, and for which addresses.

An audit hook sees what Python itself does; what a library in C does shows in the namespace without an interface.
"""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

REPORT = Path(os.environ["IMR_DESK_WATCHED"])
INTERNET = {socket.AF_INET, socket.AF_INET6}
ALWAYS = {
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "urllib.Request",
    "http.client.connect",
    "ftplib.connect",
    "smtplib.connect",
    "poplib.connect",
    "imaplib.open",
    "telnetlib.Telnet.open",
}


def note(line: str) -> None:
    """Add a line to the report; each is written whole, whichever process writes."""
    with REPORT.open("a", encoding="utf-8") as report:
        report.write(f"{line}\n")


def watch(event: str, given: tuple[object, ...]) -> None:
    """The hook. A socket of this machine alone (AF_UNIX) is how a program speaks to its desktop."""
    if (event == "socket.__new__" and given[1] in INTERNET) or (
        event in ("socket.connect", "socket.bind", "socket.sendto") and isinstance(given[1], tuple)
    ):
        note(f"{event} {given[1]}")
    elif event in ALWAYS:
        note(event)


note("watching " + ",".join(name for _, name in socket.if_nameindex()))
sys.addaudithook(watch)
