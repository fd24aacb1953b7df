"""Rows are read off the pages of an SQLite file as SQLite itself reads them, whatever they hold."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from imr_desk.store import btree
from imr_desk.store.driver import Cell, Connection
from imr_desk.store.key import FileKey, new_salt
from imr_desk.store.sound_pages import SoundPages

words = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)))
cells = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    words,
    st.binary(),
    st.integers(3000, 30_000).map(lambda n: b"x" * n),
)


@settings(max_examples=25)
@given(st.lists(st.tuples(cells, cells, cells), max_size=40))
def test_rows_on_all_pages_are_those_that_sqlite_gives(rows: list[tuple[Cell, Cell, Cell]]) -> None:
    key = FileKey(bytes(32), new_salt())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plain.imr"
        path.touch()
        with closing(Connection(path, key.literal())) as connection:
            connection.run("CREATE TABLE t (a, b, c)")
            connection.run_many("INSERT INTO t VALUES (?, ?, ?)", rows)
            root = connection.row("SELECT rootpage FROM sqlite_schema WHERE name = 't'")
            there = connection.rows("SELECT rowid, a, b, c FROM t ORDER BY rowid")
        assert root is not None
        with SoundPages(path, key) as pages:
            found = sorted(_rows_under(pages, int(root[0])), key=lambda row: row.number)
    assert [(row.number, *row.cells, *(None,) * (3 - len(row.cells))) for row in found] == there
    assert not any(row.cut for row in found)


def _rows_under(pages: SoundPages, number: int) -> list[btree.Row]:
    page = pages(number)
    assert page is not None
    own = list(btree.rows_in(page, number, pages))
    return own + [row for child in btree.children(page, number) for row in _rows_under(pages, child)]


@given(st.binary(max_size=200), st.integers(0, 50))
def test_numbers_out_of_any_bytes_end(data: bytes, at: int) -> None:
    value, after = btree.varint(data, at)
    assert at < after <= at + 9
    assert -(2**63) <= value < 2**63
