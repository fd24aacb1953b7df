"""What holds for every test: no screen, no network, none of the person's own settings, the same examples each time."""

from __future__ import annotations

import hashlib
import math
import os
import socket
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from patient import PatientBot

from imr_desk import stretch
from imr_desk.names import unknown
from imr_desk.names.normalise import Reading

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from imr_desk.session import Session

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples on every run. To look for new ones: pytest --hypothesis-profile=explore
settings.register_profile("repeatable", deadline=None, derandomize=True, database=None, print_blob=True)
settings.register_profile("explore", deadline=None, database=None, max_examples=1000)
settings.load_profile("repeatable")

LOCAL_HOSTS = {"localhost", "127.0.0.1", "::1"}
FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/data",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_STATE_HOME": "home/state",
    "XDG_RUNTIME_DIR": "home/runtime",
}
MAKING_A_KEY = stretch._argon2id
READING_NAMES = unknown.find_in
FORGOTTEN = ("IMR_DESK_PASSPHRASE", "DBUS_SESSION_BUS_ADDRESS", "XDG_CONFIG_DIRS", "XDG_DATA_DIRS")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a screen Qt says of windows with a least size that it cannot pass it on; nothing is wrong."""
    for item in items:
        if "qtbot" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """With `-n auto`, a quarter more processes than processors: a fifth of the time each waits for timers and disks."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return math.ceil(cores * 1.25)


class NetworkUsedError(AssertionError):
    """A test, or the program in it, tried to reach another computer."""


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """The bot of pytest-qt, which waits as long as a busy machine takes."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, keys and caches go to a folder of this test; the system's keyring is out of reach."""
    base = tmp_path_factory.mktemp("person")
    for variable, folder in FOLDERS.items():
        path = base / folder
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(path))
    for variable in FORGOTTEN:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reaching another computer is an error, and so is asking for its address."""
    connect, lookup = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: tuple[str, int] | str) -> None:
        if self.family != getattr(socket, "AF_UNIX", None) and address[0] not in LOCAL_HOSTS:
            raise NetworkUsedError(f"connection to {address!r}")
        connect(self, address)

    def guarded_lookup(host: str | bytes | None, *rest: object, **named: object) -> object:
        if host not in LOCAL_HOSTS:
            raise NetworkUsedError(f"address of {host!r}")
        return lookup(host, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_lookup)


@pytest.fixture(scope="session", autouse=True)
def _each_key_once() -> Iterator[None]:
    """In one process each passphrase is made into a key once for each salt, by Argon2id as it is; then it is known.

    Only a sum of the passphrase is kept. `no_key_known` is for tests of the making itself.
    """
    made: dict[tuple[bytes, bytes], bytes] = {}

    def known(words: bytearray, salt: bytes) -> bytes:
        asked = hashlib.sha256(words).digest(), salt
        if asked not in made:
            made[asked] = MAKING_A_KEY(words, salt)
        return made[asked]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretch, "_argon2id", known)
        yield


@pytest.fixture
def no_key_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every key is made anew, as slowly as for a person."""
    monkeypatch.setattr(stretch, "_argon2id", MAKING_A_KEY)


@pytest.fixture(scope="session")
def _texts_read() -> dict[object, object]:
    """What was found in each text, in this process."""
    return {}


@pytest.fixture(autouse=True)
def _each_text_read_once(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, _texts_read: dict[object, object]
) -> None:
    """The samples are opened hundreds of times; their texts are read for names once. Where names are tested, each time.

    What is found follows from the text and the codes alone.
    """
    if request.path.parent.name == "names":
        return

    def known(reading: Reading, known_codes: Iterable[str] = (), *, look: bool = False) -> object:
        codes = tuple(known_codes)
        asked = reading.text, codes, look
        if asked not in _texts_read:
            _texts_read[asked] = READING_NAMES(reading, codes, look=look)
        return _texts_read[asked]

    monkeypatch.setattr(unknown, "find_in", known)


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """After a test no thread of its own runs, no window stands open and no timer ticks."""
    before = set(threading.enumerate())
    yield
    left = [f"thread {thread.name}" for thread in set(threading.enumerate()) - before if not _belongs_to_qt(thread)]
    if "PySide6.QtWidgets" in sys.modules:
        left += _left_in_qt()
    assert left == []


def _belongs_to_qt(thread: threading.Thread) -> bool:
    """Python lists a thread of Qt's pools that ever ran Python; whether it has work is asked of the pool."""
    return type(thread).__name__ == "_DummyThread"


def _left_in_qt() -> list[str]:
    """Windows that can be seen, timers that tick, and work in the pool of the program."""
    import shiboken6
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    if QApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    wrappers = shiboken6.getAllValidWrappers()
    windows = [each for each in wrappers if isinstance(each, QWidget) and each.isWindow() and each.isVisible()]
    timers = [each for each in wrappers if isinstance(each, QTimer) and each.isActive()]
    busy = QThreadPool.globalInstance().activeThreadCount()
    return [f"window {type(each).__name__}" for each in windows] + [
        *(f"timer of {type(each.parent()).__name__}" for each in timers),
        *(["work in the thread pool"] if busy else []),
    ]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A copy of the sample review, open."""
    from sample_session import open_sample

    opened = open_sample(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def repository() -> Path:
    """The folder that holds pyproject.toml."""
    return Path(__file__).resolve().parents[1]
