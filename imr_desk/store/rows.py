"""Between records and the rows of their tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from imr_desk.review.catalogue import KINDS, kind_of
from imr_desk.review.fields import Field, FieldType, Kind
from imr_desk.review.known_date import KnownDate, order_of_date
from imr_desk.review.record import Order, Record, RecordId, Value, Values, order_of
from imr_desk.review.values import from_plain, is_empty, to_plain
from imr_desk.store.driver import Cell, Connection
from imr_desk.store.schema import columns_of

Read = Mapping[str, Value]
_JSON = frozenset({FieldType.LINKS, FieldType.LINES, FieldType.ROWS})
_kept_values: Callable[[Values], Read] = Values.__dict__["_values"].__get__
"""The values of a record if they were read; AttributeError where they were not, and nothing is read for it."""
_CELLS_AS_THEY_ARE = frozenset(
    {
        FieldType.LINE,
        FieldType.PROSE,
        FieldType.CHOICE,
        FieldType.DATE,
        FieldType.TIME,
        FieldType.LINK,
        FieldType.NUMBER,
    }
)


def load_all(connection: Connection) -> list[Record]:
    """Every record of the file."""
    return [record for kind in KINDS.values() for record in load_kind(connection, kind)]


def load_kind(connection: Connection, kind: Kind) -> list[Record]:
    """Every record of a kind."""
    make = maker(kind.name)
    return [make(row) for row in connection.rows(f'SELECT {select_list(kind)} FROM "{kind.name}"')]  # noqa: S608


@cache
def select_list(kind: Kind) -> str:
    """The columns of a kind's table in the order that `maker` reads them.

    In square brackets: what stands in quotation marks and is no column, SQLite takes for a text.
    """
    return ", ".join(["id", "position", *(f"[{column}]" for field in kind.fields for column in columns_of(field))])


class StoredRecord(Record):
    """A record as it lies in its row, which is read when somebody first looks into the record.

    So opening a long chronology costs little. Two threads that look at the same time read the same twice. Who asks for
    links or lines alone, as all who count what leads where do, has that one cell read and nothing else.
    """

    __slots__ = ("_reader", "_row")

    def __init__(self, kind: str, row: tuple[Any, ...], order: Order, reader: _Reader) -> None:
        """`values` are not given: `_values` stays unset until it is asked for."""
        self.kind = kind
        self.id = RecordId(row[0])
        self.position = row[1]
        self.order = order
        self._row = row
        self._reader = reader

    def __getattr__(self, name: str) -> Read:
        """Called for `_values` while it is unset, and for what does not exist."""
        if name != "_values":
            raise AttributeError(name)
        self._values = self._reader.values(self._row)
        return self._values

    def lines(self, name: str) -> tuple[str, ...]:
        """As of Values."""
        try:
            _kept_values(self)
        except AttributeError:
            return self._reader.lines(self._row, name)
        return super().lines(name)


@cache
def maker(kind_name: str) -> Callable[[tuple[Any, ...]], Record]:
    """A function from a row of `select_list` to a record. Worked out once a kind: opening is mostly this."""
    kind = kind_of(kind_name)
    reader = _Reader(kind)
    if not kind.dated:
        return lambda row: StoredRecord(kind_name, row, order_of(None, None, row[1], row[0]), reader)
    at, sequence = reader.places[kind.dated], reader.places.get("sequence")

    def make(row: tuple[Any, ...]) -> Record:
        day, time = order_of_date(row[at]) if row[at] is not None else ("", "")
        by_hand = row[sequence] or 0 if sequence is not None else 0
        return StoredRecord(kind_name, row, (day, by_hand, time, row[1], row[0]), reader)

    return make


def _places(kind: Kind) -> dict[str, int]:
    """Where in a row of `select_list` the cells of each field begin."""
    places: dict[str, int] = {}
    at = 2
    for field in kind.fields:
        places[field.name] = at
        at += len(columns_of(field))
    return places


class _Reader:
    """Reads rows of `select_list` of one kind."""

    def __init__(self, kind: Kind) -> None:
        self.places = _places(kind)
        placed = [(self.places[field.name], field) for field in kind.fields]
        self._plain = [(at, field.name) for at, field in placed if field.type in _CELLS_AS_THEY_ARE]
        self._other = [(at, field) for at, field in placed if field.type not in _CELLS_AS_THEY_ARE]
        self._several = {field.name: at for at, field in placed if field.type in (FieldType.LINKS, FieldType.LINES)}

    def values(self, row: tuple[Any, ...]) -> Read:
        """All values of a record."""
        values: dict[str, Value] = {name: row[i] for i, name in self._plain if row[i] is not None}
        for i, field in self._other:
            if row[i] is not None:
                values[field.name] = _from_cells(field, row[i], row[i + 1] if i + 1 < len(row) else None)
        return values

    def lines(self, row: tuple[Any, ...], name: str) -> tuple[str, ...]:
        """The texts of one LINKS or LINES field; none of any other field."""
        at = self._several.get(name)
        return tuple(map(str, json.loads(row[at]))) if at is not None and row[at] is not None else ()


def _from_cells(field: Field, cell: str, beside: str | None) -> Value:
    if field.type is FieldType.YES_NO:
        return bool(cell)
    if field.type is FieldType.KNOWN_DATE:
        return KnownDate(cell, beside or "")
    return from_plain(field, json.loads(cell))


def cells_of(field: Field, value: Value) -> tuple[Cell, ...]:
    """The cells of one field, one for each of its columns."""
    if field.type is FieldType.KNOWN_DATE:
        return (value.edtf, value.words) if isinstance(value, KnownDate) else (None, None)
    if is_empty(value):
        return (None,)
    if field.type in _JSON:
        return (json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":")),)
    if isinstance(value, bool):
        return (int(value),)
    return (value if isinstance(value, int) else str(value),)


def row_of(record: Record) -> tuple[Cell, ...]:
    """The whole row of a record, in the order of `select_list`."""
    cells: list[Cell] = [record.id, record.position]
    for field in kind_of(record.kind).fields:
        cells.extend(cells_of(field, record.get(field.name)))
    return tuple(cells)


@cache
def insert_sql(kind_name: str) -> str:
    """The statement that inserts `row_of` a record."""
    kind = kind_of(kind_name)
    marks = ", ".join("?" * (2 + sum(len(columns_of(field)) for field in kind.fields)))
    return f'INSERT INTO "{kind_name}" ({select_list(kind)}) VALUES ({marks})'  # noqa: S608


def update(connection: Connection, record: Record, values: Mapping[str, Value]) -> None:
    """Write these fields of a record."""
    kind = kind_of(record.kind)
    columns: list[str] = []
    cells: list[Cell] = []
    for name, value in values.items():
        field = kind.field(name)
        columns.extend(f'"{column}" = ?' for column in columns_of(field))
        cells.extend(cells_of(field, value))
    connection.run(f'UPDATE "{kind.name}" SET {", ".join(columns)} WHERE id = ?', [*cells, record.id])  # noqa: S608


def body_of(record: Record) -> str:
    """A record's values as JSON, for the bin and for operations."""
    return json.dumps({name: to_plain(value) for name, value in record.items()}, ensure_ascii=False, sort_keys=True)


def record_from_body(kind_name: str, record_id: str, position: int, body: str) -> Record:
    """A record from `body_of`."""
    kind = kind_of(kind_name)
    values = {name: from_plain(kind.field(name), plain) for name, plain in json.loads(body).items()}
    return Record(kind_name, RecordId(record_id), position, values, kind.dated)
