"""Kills processes that work on review files at random moments, and looks at what they leave.

    kills = Kills(folder, seed=1)
    kills.once("typing")
    print(kills.said())

A file lives through several kills of its kind, so that what one leaves behind is there at the next.
"""

from __future__ import annotations

import json
import multiprocessing as mp
import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from killed_work import begin, dumped, put_back

from imr_desk.clock import stamp, system_clock
from imr_desk.errors import ImrDeskError, WrongPassphraseError
from imr_desk.export.formats import form_for
from imr_desk.sample import cps_records
from imr_desk.session import Session
from imr_desk.store.backups import backups_in, folder_of
from imr_desk.store.key import FileKey
from imr_desk.store.review_file import ReviewFile

TO_BEGIN_S = 60
"""How long a process may take to begin, at most; a busy machine is slow."""
LIVES = 8
"""How many kills a file lives through."""
ONE_LIFE = frozenset({"importing", "signing", "migrating", "lying"})
"""Work that can be begun once only on a file."""
MOMENTS: Mapping[str, tuple[int, float]] = {
    "typing": (12, 0.03),
    "keeping": (4, 0.1),
    "importing": (0, 0.4),
    "taking_in": (5, 0.1),
    "migrating": (0, 0.3),
    "signing": (2, 0.15),
    "exporting": (12, 0.02),
    "rekeying": (1, 0.3),
    "backing": (3, 0.3),
    "window": (4, 0.1),
    "lying": (1, 0.05),
}
"""When a process is killed: after so many edits told of, at most, and so many seconds more, at most."""
PATIENCE_S = 5
"""How long it is waited for those edits."""
START = "forkserver" if "forkserver" in mp.get_all_start_methods() else "spawn"
WARM = ["killed_work", "imr_desk.session", "imr_desk.operations.names"]
WARM += [f"imr_desk.jobs.{each}" for each in ("sign", "export", "importing")]
WARM_WINDOW = ["PySide6.QtTest", "ui.app", "ui.open_review"]


class LostError(AssertionError):
    """Something is not as it has to be after a kill."""


@dataclass
class Held:
    """A file under test: what has to be in it, as of the last edit that was told of."""

    path: Path
    key: bytes
    line: int = 0
    records: dict[str, str | None] = field(default_factory=dict)
    lives: int = LIVES


@dataclass
class Kills:
    """A series of kills. The same seed gives the same work; the moment of a kill is never quite the same."""

    folder: Path
    seed: int = 1
    start: str = START
    count: Counter[str] = field(default_factory=Counter)
    """Kills of each kind of work, and under "told", "found", "journals" and "more" what came of them."""

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self._context: Any = mp.get_context(self.start)
        if self.start == "forkserver":
            self._context.set_forkserver_preload([*WARM, *WARM_WINDOW])
        self._files: dict[str, Held] = {}
        self._sample: tuple[bytes, bytes] | None = None
        self._whole: dict[str, tuple[str, ...]] = {}

    # ---- one kill
    def once(self, kind: str) -> None:
        """Let a process work, kill it, and look at the file. LostError says what is not as it has to be."""
        held = self._file(kind)
        seed = self._chance.randrange(2**32)
        mine, theirs = self._context.Pipe(duplex=False)
        arguments = (kind, held.path, held.key, seed, theirs, surroundings(held.path.parent))
        process = self._context.Process(target=begin, args=arguments)
        process.start()
        theirs.close()
        try:
            told = self._listen(
                mine, self._chance.randint(0, MOMENTS[kind][0]), self._chance.uniform(0, MOMENTS[kind][1])
            )
            process.kill()
            process.join()
            told += _rest(mine)
        finally:
            process.kill()
            process.join()
            mine.close()
        by_itself = os.name != "nt" and (process.exitcode or 0) > 0  # on Windows a kill looks like that too
        if not told or told[0]["what"] != "began" or by_itself:
            raise LostError(f"{kind} (seed {self.seed}/{seed}) ended by itself: {process.exitcode}")
        self.count[kind] += 1
        try:
            self._look(kind, held, told)
        except LostError as lost:
            raise LostError(f"{kind}, kill {self.kills}, seed {self.seed}/{seed}: {lost}") from lost

    def _listen(self, pipe: Connection, edits: int, seconds: float) -> list[dict[str, Any]]:
        """What is told until so many edits and so many seconds after it began."""
        told: list[dict[str, Any]] = []
        until = time.monotonic() + TO_BEGIN_S
        while (left := until - time.monotonic()) > 0 and pipe.poll(left):
            try:
                told.append(json.loads(pipe.recv_bytes()))
            except EOFError:
                break
            if len(told) == 1:
                until = time.monotonic() + PATIENCE_S
            if len(told) == edits + 1:
                until = time.monotonic() + seconds
        return told

    # ---- what is left
    def _look(self, kind: str, held: Held, told: list[dict[str, Any]]) -> None:
        """Hold the file to what was told of it."""
        self.count["journals"] += held.path.with_name(f"{held.path.name}-journal").exists()
        edits = [each for each in told if each["what"] == "saved"]
        self.count["told"] += len(edits)
        self._try_keys(held, [bytes.fromhex(each["key"]) for each in told if "key" in each])
        if kind == "migrating":
            self.count["migrated"] += put_back(held.path, held.key)
        session = self._opened(held)
        try:
            _sound(session)
            self._hold_to(held, edits, session)
        finally:
            session.close()
        self._look_at_backups(held, [each["name"] for each in told if each["what"] == "backup"])
        self._look_at_exports(held.path.parent / "out", [e["name"] for e in told if e["what"] == "exported"])
        others = [each.name for each in held.path.parent.iterdir() if each.is_file() and each != held.path]
        if others:
            raise LostError(f"beside the file there is {others}")

    def _opened(self, held: Held) -> Session:
        try:
            return Session.open(held.path, raw_key=held.key)
        except ImrDeskError as error:
            raise LostError(f"the file does not open: {error.sentence}") from error

    def _try_keys(self, held: Held, told: list[bytes]) -> None:
        """After a change of the key the file opens under the one that was told of last, or under the one before."""
        keys = list(dict.fromkeys([held.key, *told]))[-2:]
        self._chance.shuffle(keys)
        for key in keys if told else ():
            try:
                Session.open(held.path, raw_key=key).close()
            except WrongPassphraseError:
                continue
            held.key = key
            return
        if told:
            raise LostError("neither the key of before nor the new one opens the file")

    def _look_at_backups(self, held: Held, told: list[str]) -> None:
        """What has the name of a backup is a whole review; the one that was told of last is there."""
        found = backups_in(folder_of(held.path))
        if told and told[-1] not in {each.path.name for each in found}:
            raise LostError("a backup that was told of is not there")
        for each in found[:2] if told else ():
            copy = Session.open(each.path, raw_key=held.key, read_only=True)
            _sound(copy)
            copy.close()
        self.count["backups"] += len(told)

    def _hold_to(self, held: Held, edits: list[dict[str, Any]], session: Session) -> None:
        """Every edit told of is there; at most one more, that was on disk before it could be told of."""
        for each in edits:
            held.records |= each["records"]
            held.line = each["line"]
        newest = session.past(most=1)
        last = newest[0].number if newest else 0
        if last not in (held.line, held.line + 1):
            raise LostError(f"told of {held.line} lines of history, found {last}")
        untold = {record_id for _, record_id in newest[0].records} if last == held.line + 1 else set()
        self.count["more"] += last == held.line + 1
        now: dict[str, str | None] = {record.id: dumped(record) for record in session.review}
        if untold and newest[0].operation.rpartition(" ")[2] in ("import", "take_back", "put_back"):
            _all_of_it(held.records, now, len(untold) + newest[0].more)
        elif not (untold and newest[0].more):
            _same(held.records, now, untold)
        self.count["found"] += len(edits)
        gone: dict[str, str | None] = dict.fromkeys(held.records.keys() - now.keys())
        held.line, held.records = last, now | gone
        for record in session.review.all("document"):
            if _digest(session.read_document(record.id)) != record.text("sha256"):
                raise LostError(f"the bytes of {record.id} are not what was kept")

    def _look_at_exports(self, folder: Path, told: list[str]) -> None:
        """What has the name of an export is whole, and what was told of is there."""
        there = {each.name: each for each in folder.iterdir() if not each.name.startswith(".")} if told else {}
        if missing := set(told) - set(there):
            raise LostError(f"exports that were told of are not there: {sorted(missing)}")
        for each in there.values():
            self.count["whole"] += 1
            said = tuple(form_for(each).read(each.read_bytes()).lines)
            if said != self._whole.setdefault(each.suffix, said):
                raise LostError(f"{each.name} is not whole")
        self.count["exports"] += len(told)

    # ---- files
    def _file(self, kind: str) -> Held:
        """The file of a kind of work; a fresh one where its lives are over, or it can be worked on only once."""
        held = self._files.get(kind)
        if held is None or held.lives == 0 or kind in ONE_LIFE:
            if held is not None:
                shutil.rmtree(held.path.parent)
            held = self._files[kind] = self._fresh(kind)
        held.lives -= 1
        return held

    def _fresh(self, kind: str) -> Held:
        folder = self.folder / f"{kind}-{self.kills}"
        folder.mkdir(parents=True)
        path = folder / "review.imr"
        if kind == "importing":
            key = FileKey(os.urandom(32), os.urandom(16))
            ReviewFile.create(path, key, stamp(system_clock)).close()
            raw = key.raw
        else:
            content, raw = self._sample = self._sample or _sample_in(self.folder)
            path.write_bytes(content)
        held = Held(path, raw)
        session = Session.open(path, raw_key=raw)
        newest = session.past(most=1)
        held.line = newest[0].number if newest else 0
        held.records = {record.id: dumped(record) for record in session.review}
        session.close()
        return held

    @property
    def kills(self) -> int:
        """How many so far."""
        return sum(self._kinds().values())

    def _kinds(self) -> Counter[str]:
        return Counter({kind: n for kind, n in self.count.items() if kind in MOMENTS})

    def said(self) -> str:
        """What came of it, in a few lines."""
        count, kinds = self.count, self._kinds()
        of_each = ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items()))
        return (
            f"{self.kills} kills ({of_each}), seed {self.seed}, {self.start}.\n"
            f"{count['told']} edits were reported saved, {count['found']} of them were found again; "
            f"{count['more']} more were on disk before they could be reported.\n"
            f"{count['journals']} times a journal was left behind and rolled back; "
            f"{count['exports']} exports and {count['backups']} backups were reported, "
            "and each file of such a name was whole.\n"
        )


def _sample_in(folder: Path) -> tuple[bytes, bytes]:
    """The sample review as the bytes of a file, and its raw key."""
    from imr_desk.operations.load import Load

    path, key = folder / "sample.imr", FileKey(os.urandom(32), os.urandom(16))
    session = Session(ReviewFile.create(path, key, stamp(system_clock)))
    session.run(Load(cps_records()))
    session.close()
    content = path.read_bytes()
    path.unlink()
    return content, key.raw


def surroundings(folder: Path) -> dict[str, str]:
    """Where a process keeps its settings, and that it has no screen."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    names = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    own = {**dict.fromkeys((*names, "XDG_STATE_HOME", "XDG_RUNTIME_DIR"), str(home)), "QT_QPA_PLATFORM": "offscreen"}
    return own | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


def _rest(pipe: Connection) -> list[dict[str, Any]]:
    """What was told before the kill and not read yet; a message that was cut short was not told."""
    told = []
    try:
        while True:
            told.append(json.loads(pipe.recv_bytes()))
    except (EOFError, ConnectionError):
        return told


def _sound(session: Session) -> None:
    """The file holds together: cipher, structure, foreign keys, history, signatures."""
    connection = session.file.connection
    for question, well in (
        ("PRAGMA cipher_integrity_check", []),
        ("PRAGMA foreign_key_check", []),
        ("PRAGMA integrity_check", [("ok",)]),
    ):
        if connection.rows(question) != well:
            raise LostError(f"{question} says {connection.rows(question)[:3]}")
    if faults := session.file.integrity_faults():
        raise LostError(" ".join(faults))


def _same(wanted: Mapping[str, str | None], found: Mapping[str, str | None], but: set[str]) -> None:
    for record_id in (wanted.keys() | found.keys()) - but:
        if wanted.get(record_id) != found.get(record_id):
            raise LostError(f"{record_id} holds {found.get(record_id)!r} and not {wanted.get(record_id)!r}")


def _all_of_it(before: Mapping[str, str | None], now: Mapping[str, str | None], records: int) -> None:
    """An edit of many records that was not told of is there as a whole."""
    changed = sum(before.get(record_id) != now.get(record_id) for record_id in before.keys() | now.keys())
    if changed != records:
        raise LostError(f"{changed} records are others than before, and the history says {records}")


def _digest(content: bytes) -> str:
    import hashlib

    return hashlib.sha256(content).hexdigest()
