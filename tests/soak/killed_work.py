"""What a process does until it is killed: one kind of work after another on one review file, each edit told of.

An edit is told of on a pipe only after the program had called it saved. Every edit leaves one line in the history, so
the number of the last line says exactly how far the file had come.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from imr_desk.operations.base import Operation
from imr_desk.operations.documents import KeepDocument
from imr_desk.operations.general import Batch, Delete, Insert, Move, SetFields
from imr_desk.operations.load import Load
from imr_desk.review.catalogue import KINDS, fields_of
from imr_desk.review.dates import parse_known
from imr_desk.review.fields import FieldType
from imr_desk.review.record import Record
from imr_desk.review.values import to_plain
from imr_desk.session import Outcome, Session
from imr_desk.store import migrations
from imr_desk.store.driver import Connection as Connected
from imr_desk.store.key import FileKey, salt_of
from imr_desk.store.transaction import RULED, told_to_nobody

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place
    from imr_desk.operations.writing import Written
    from ui.program import Program

TEXT = (FieldType.LINE, FieldType.PROSE)
LEFT_ALONE = frozenset({"review", "author", "counter_signatory"})
"""Kinds whose fields decide what applies elsewhere; typing at random there would only be refused."""
ROWS = 400
"""Rows of a chronology that is taken in."""
WORDS = ("the", "officer", "noted", "risk", "called", "records", "shared", "asked", "later", "why", "plan", "child")


@dataclass
class Work:
    """A review file, where to tell of edits, and chance."""

    path: Path
    key: bytes
    out: Connection
    chance: random.Random = field(repr=False)

    def open(self) -> Session:
        """The review, opened as the window opens it."""
        return Session.open(self.path, raw_key=self.key)

    def tell(self, what: str, **more: object) -> None:
        """Tell the other side of something."""
        self.out.send_bytes(json.dumps({"what": what, **more}).encode())

    def saved(self, session: Session, outcome: Outcome) -> None:
        """Tell of an edit that was just said to be saved."""
        self.saved_records(session, outcome.changes.records)

    def saved_records(self, session: Session, records: Iterable[tuple[str, str]]) -> None:
        """The same by the records it changed."""
        review = session.review
        now = {record_id: dumped(review.get(record_id)) for _, record_id in records}
        self.tell("saved", line=session.past(most=1)[0].number, records=now)

    def words(self, most: int = 40) -> str:
        """Something somebody might write."""
        return " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, most))).capitalize() + "."


def dumped(record: Record | None) -> str | None:
    """A record as text that is the same only if everything in it is; None for one that is not there."""
    if record is None:
        return None
    values = {name: to_plain(value) for name, value in sorted(record.items())}
    return json.dumps([record.kind, record.position, values], sort_keys=True, ensure_ascii=False)


# ---- typing
def typing(work: Work) -> None:
    """Edits as the window makes them: text field by field, several commits to a visit, and all that lists can do."""
    session = work.open()
    work.tell("began")
    while True:
        choice = work.chance.random()
        if choice < 0.7:
            _visit(work, session)
        elif choice < 0.8:
            _turned(work, session)
        else:
            work.saved(session, session.run(_list_edit(work, session)))


def _visit(work: Work, session: Session) -> None:
    """Write in one field, with a commit at each pause."""
    record = work.chance.choice(_writable(session))
    name = work.chance.choice([name for name, each in fields_of(record.kind).items() if each.type is FieldType.PROSE])
    visit, text = os.urandom(8).hex(), record.text(name)
    for _ in range(work.chance.randint(1, 5)):
        text = f"{text} {work.words()}".strip()[-4000:]
        work.saved(session, session.run(SetFields(record.kind, record.id, {name: text}), visit=visit))


def _turned(work: Work, session: Session) -> None:
    outcome = session.undo() if work.chance.random() < 0.6 else session.redo()
    if outcome is not None:
        work.saved(session, outcome)


def _list_edit(work: Work, session: Session) -> Operation:
    """A new entry, one less, or one elsewhere."""
    entries = session.review.all("entry")
    choice = work.chance.random()
    if choice < 0.5 or len(entries) < 3:
        first, second = session.new_ids("entry", 2)
        made = [
            Insert("entry", each, {"date": parse_known("4 May 2013"), "event": work.words()})
            for each in (first, second)
        ]
        return made[0] if work.chance.random() < 0.7 else Batch(tuple(made))
    entry = work.chance.choice(entries)
    if choice < 0.8:
        return Delete("entry", entry.id)
    return Move("entry", entry.id, work.chance.choice(["", *(each.id for each in entries if each is not entry)]))


def _writable(session: Session) -> list[Record]:
    """Records with text that anybody may write."""
    kinds = [
        kind.name
        for kind in KINDS.values()
        if kind.name not in RULED
        and kind.name not in LEFT_ALONE
        and any(each.type is FieldType.PROSE for each in kind.fields)
    ]
    return [record for kind in kinds for record in session.review.all(kind)]


# ---- more at a time
def keeping(work: Work) -> None:
    """Keep documents of two thousand to two million bytes, and take some out again."""
    session = work.open()
    work.tell("began")
    while True:
        content = work.chance.randbytes(work.chance.choice((2_000, 60_000, 700_000, 2_000_000)))
        made = KeepDocument(session.new_id("document"), work.words(4), "application/pdf", content)
        work.saved(session, session.run(made))
        if work.chance.random() < 0.3:
            work.saved(session, session.run(Delete("document", session.review.all("document")[0].id)))


def importing(work: Work) -> None:
    """Fill a new review with 400 entries in one transaction."""
    from imr_desk.sample import cps_records, grown

    session = work.open()
    records = grown(cps_records(), 400)
    work.tell("began")
    work.saved(session, session.run(Load(records)))
    work.tell("done")


def taking_in(work: Work) -> None:
    """Take 400 rows in from a file as the window does, take that back and do it again, over and over."""
    from imr_desk.jobs.importing import operation_for, plan, read

    folder = work.path.parent / "sent"
    folder.mkdir(exist_ok=True)
    source = folder / f"{os.getpid()}.csv"
    rows = (f"{at % 28 + 1}/5/2013,{at % 24}:15,File {at % 9},{work.words(12)}" for at in range(ROWS))
    source.write_text("\n".join(["Date,Time,Source,Event", *rows]), encoding="utf-8")
    session = work.open()
    entries = plan(read(source, session.review).entries, session.judge.guard, session.review).entries
    work.tell("began")
    while (operation := operation_for(session, entries)) is not None:
        _taken_over(work, session, session.stand_aside(operation))
        for back in (True, False, True):
            _taken_over(work, session, session.turn_aside(told_to_nobody, back=back))


def _taken_over(work: Work, session: Session, make: Callable[[], Written]) -> None:
    outcome = session.take_over(make())
    if outcome is not None:
        work.saved(session, outcome)


def migrating(work: Work) -> None:
    """Bring the tables up to date, by a step that touches every entry."""
    connection = _connected(work.path, work.key)
    work.tell("began")
    migrations.upgrade(connection, lambda: None, (_step,), migrations.VERSION + 1)
    work.tell("done")


def _step(connection: Connected) -> None:
    connection.run("CREATE TABLE moved (id TEXT PRIMARY KEY, words TEXT) STRICT")
    for (record_id,) in connection.rows("SELECT id FROM entry"):
        connection.run("INSERT INTO moved SELECT id, event FROM entry WHERE id = ?", (record_id,))
        connection.run("UPDATE entry SET position = -position - 1 WHERE id = ?", (record_id,))


def _connected(path: Path, key: bytes) -> Connected:
    connection = Connected(path, FileKey(key, salt_of(path)).literal())
    connection.settle()
    return connection


def put_back(path: Path, key: bytes) -> bool:
    """Whether the step was made: all of it or nothing, or this fails. A file that was brought up is set back."""
    connection = _connected(path, key)
    made = migrations.version_of(connection) > migrations.VERSION
    entries = connection.rows("SELECT id FROM entry")
    moved = connection.rows("SELECT id FROM moved") if made else entries
    touched = connection.rows("SELECT id FROM entry WHERE position < 0")
    if sorted(moved) != sorted(entries) or len(touched) != (len(entries) if made else 0):
        raise AssertionError("half of a migration was made")
    if made:
        connection.run("DROP TABLE moved")
        connection.run("UPDATE entry SET position = -position - 1")
        connection.run(f"PRAGMA user_version = {migrations.VERSION}")
    connection.close()
    return made


def rekeying(work: Work) -> None:
    """Encrypt the file under one new key after another; each is told of before it is tried."""
    from imr_desk.clock import stamp, system_clock
    from imr_desk.store.rekey import rekey

    key = FileKey(work.key, salt_of(work.path))
    work.tell("began")
    while True:
        new = FileKey(work.chance.randbytes(32), key.salt)
        work.tell("trying", key=new.raw.hex())
        rekey(work.path, key, new, stamp(system_clock))
        session = Session.open(work.path, raw_key=new.raw)
        line = session.past(most=1)[0].number
        session.close()
        work.tell("saved", line=line, records={}, key=new.raw.hex())
        key = new


def backing(work: Work) -> None:
    """Edit, and make a backup after each edit."""
    from imr_desk.store.backups import folder_of, make_backup

    session = work.open()
    key = FileKey(work.key, salt_of(work.path))
    work.tell("began")
    while True:
        _visit(work, session)
        made = make_backup(work.path, key, folder_of(work.path), session.clock())
        work.tell("backup", name=made.path.name)


def lying(work: Work) -> None:
    """Tell of an edit that is on no disk: what has to be noticed."""
    session = work.open()
    work.tell("began")
    line = session.past(most=1)[0].number
    work.tell("saved", line=line + 2, records={})
    session.close()
    work.tell("done")


def signing(work: Work) -> None:
    """Sign as the author and as the manager, reopen, and sign again; what takes long of it is done before."""
    import datetime as dt

    from sample_session import AUTHOR, MANAGER, PASSPHRASE, Clock

    from imr_desk.jobs.sign import SigningTask, ready_to_sign, sign_ready
    from imr_desk.operations.sealing import Reopen

    session = Session.open(work.path, raw_key=work.key, clock=Clock())
    keys = work.path.parent / "keys"
    keys.mkdir(exist_ok=True)
    ended = session.subscribe(lambda changes: work.saved_records(session, changes.records))
    for role, person, title in (AUTHOR, MANAGER):
        ready = ready_to_sign(SigningTask.of(session, role), person, title, PASSPHRASE, keys)
        if role == AUTHOR[0]:
            work.tell("began")
        sign_ready(session, person, title, ready)
    session.run(Reopen("question", work.words(), "Independent overview author", dt.date(2015, 1, 14)))
    ended()
    work.tell("done")


def exporting(work: Work) -> None:
    """Export a draft in each form, then write the same again and again, over what is there and beside it."""
    from imr_desk.export.gate import write_out
    from imr_desk.jobs.export import export

    session = work.open()
    folder = work.path.parent / "out"
    folder.mkdir(exist_ok=True)
    work.tell("began")
    ending = work.chance.choice((".docx", ".csv", ".pdf"))
    first = folder / f"whole{ending}"
    export(session, first, draft=True)
    work.tell("exported", name=first.name)
    while True:
        target = folder / f"{work.chance.randint(1, 6)}{ending}"
        write_out(target, first.read_bytes())
        work.tell("exported", name=target.name)


# ---- the window
def window(work: Work) -> None:
    """Type at the keyboard of the real window, and leave one field for another."""
    from PySide6.QtCore import QTimer

    from imr_desk.guidance.facts import Place
    from ui.app import application
    from ui.program import Program

    app = application()
    program = Program(app)
    program.open_session(work.open(), 1)
    opened = program.review
    if opened is None:
        raise RuntimeError("no review was opened")
    session, changed = opened.session(), list[tuple[str, str]]()
    session.subscribe(lambda changes: changed.extend(changes.records))

    def saved() -> None:
        work.saved_records(session, changed)
        changed.clear()

    opened.bridge.saved.connect(saved)
    places = [Place(kind, record, name, "") for kind, record, name in IN_THE_WINDOW]
    writer = _Writer(work, program, places)
    QTimer.singleShot(0, writer.begin)
    app.exec()


IN_THE_WINDOW = (
    ("entry", "CE-003", "comment"),
    ("ownership", "ownership", "owner"),
    ("entry", "CE-005", "event"),
    ("independence", "independence", "note"),
    ("findings", "findings", "conclusion"),
    ("entry", "CE-004", "comment"),
)


class _Writer:
    """Presses keys, a few each time round the event loop."""

    def __init__(self, work: Work, program: Program, places: list[Place]) -> None:
        from PySide6.QtCore import QTimer

        self._work, self._program, self._places = work, program, places
        self._left: list[str] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._press)

    def begin(self) -> None:
        """Tell, and go on until the end."""
        self._work.tell("began")
        self._timer.start(0)

    def _press(self) -> None:
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        opened = self._program.review
        if not self._left and opened is not None:
            opened.pages.go_to(self._work.chance.choice(self._places))
            self._left = list(self._work.words(5))
        box = QApplication.focusWidget()
        if box is not None:
            QTest.keyClicks(box, "".join(self._left[:8]))
        del self._left[:8]


MORE_AT_A_TIME = (keeping, importing, taking_in, migrating, signing, exporting, rekeying, backing)
KINDS_OF_WORK: Mapping[str, Callable[[Work], None]] = {
    each.__name__: each for each in (typing, *MORE_AT_A_TIME, window, lying)
}


def begin(name: str, path: Path, key: bytes, seed: int, out: Connection, surroundings: Mapping[str, str]) -> None:
    """What a process runs: work of one kind until it is killed, or done."""
    os.environ.update(surroundings)
    KINDS_OF_WORK[name](Work(path, key, out, random.Random(seed)))
