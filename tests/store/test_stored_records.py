"""A record read from its row when it is first looked into is the same as one read at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from imr_desk.operations.general import Insert
from imr_desk.review.catalogue import kind_of
from imr_desk.review.dates import parse_known
from imr_desk.review.record import Record
from imr_desk.session import Session
from imr_desk.store import rows
from imr_desk.store.rows import StoredRecord

PASSPHRASE = "four plain words here"
VALUES = {
    "date": parse_known("about 4 May 2013"),
    "sequence": 2,
    "event": "A call.",
    "significant": True,
    "staff": ("STF-01",),
    "sources": ({"record": "", "place": "p. 3"},),
}


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Record, Record]:
    """An entry as the edit left it in memory, and as it is read from the file."""
    session = Session.create(tmp_path / "r.imr", PASSPHRASE)
    session.run(Insert("staff", "STF-01", {"code": "Crown Prosecutor 1"}))
    session.run(Insert("entry", "CE-001", VALUES))
    made = session.review["CE-001"]
    session.close()
    again = Session.open(tmp_path / "r.imr", PASSPHRASE, read_only=True)
    read = again.review["CE-001"]
    again.close()
    return made, read


def test_stored_record_is_equal_to_the_one_that_was_made_also_after_the_file_is_closed(
    pair: tuple[Record, Record],
) -> None:
    made, read = pair
    assert isinstance(read, StoredRecord)
    assert (read.order, read.position, read.id, read.kind) == (made.order, made.position, made.id, made.kind)
    assert read == made
    assert made == read
    assert dict(read) == dict(made)
    assert hash(read) == hash(made)


def test_stored_record_row_is_read_once(pair: tuple[Record, Record]) -> None:
    _, read = pair
    assert read["sources"] is read["sources"]


def test_stored_record_asked_for_links_alone_reads_nothing_else(
    pair: tuple[Record, Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, read = pair
    asked: list[str] = []
    real = rows._from_cells
    monkeypatch.setattr(rows, "_from_cells", lambda field, *cells: asked.append(field.name) or real(field, *cells))
    assert (read.links("staff"), read.links("questions")) == (("STF-01",), ())
    assert asked == []
    assert read.text("event") == "A call."
    assert "sources" in asked


def test_stored_record_has_the_same_links_before_it_is_read_as_after(pair: tuple[Record, Record]) -> None:
    made, read = pair
    names = [field.name for field in kind_of("entry").fields]
    before = {name: read.lines(name) for name in names}
    assert before == {name: made.lines(name) for name in names}
    assert dict(read) == dict(made)
    assert {name: read.lines(name) for name in names} == before


def test_stored_record_other_names_are_not_there(pair: tuple[Record, Record]) -> None:
    _, read = pair
    assert not hasattr(read, "nothing of that name")


@pytest.mark.parametrize("words", ["4 May 2013", "4 May 2013, 16:15", "about May 2013", "2013", "unknown"])
def test_stored_record_sorts_as_the_date_says(words: str, tmp_path: Path) -> None:
    known = parse_known(words)
    session = Session.create(tmp_path / "r.imr", PASSPHRASE)
    session.run(Insert("entry", "CE-001", {"date": known}))
    session.close()
    again = Session.open(tmp_path / "r.imr", PASSPHRASE, read_only=True)
    read = again.review["CE-001"]
    again.close()
    eager = Record("entry", read.id, read.position, dict(read), dated=kind_of("entry").dated)
    assert read.order == eager.order
    assert read.order[0] == (known.earliest.isoformat() if known.earliest else "")
