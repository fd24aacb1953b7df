"""Every row of a damaged review file that stands on a sound page, told to its table.

Where the tree above a page is sound the tree tells whose rows they are. A page that lost its tree is known by its rows:
by the form of the reference they begin with, and by the types of their cells, which the tables hold to (STRICT).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from imr_desk.review.catalogue import KINDS
from imr_desk.store import btree
from imr_desk.store.driver import Cell, Connection
from imr_desk.store.sound_pages import SoundPages

REFERENCE = re.compile(r"([A-Z]+)-[0-9A-Za-z.]+")
PASSED_OVER = ("sys_search", "sqlite_", "sys_undo", "sys_holder")
"""Tables that are made anew, or that mean nothing in another file; by the beginnings of their names."""
_SCHEMA_ROOT = 1
_BIN_INDEX = "sqlite_autoindex_sys_bin_1"
_TYPES = {"TEXT": str, "INTEGER": int, "BLOB": bytes}
_KINDS_OF_PREFIX = {kind.prefix: kind.name for kind in KINDS.values() if not kind.single}


@dataclass(frozen=True)
class Shape:
    """A table: its columns, their types, and which of them are never empty.

    `numbered` is the place of the column that stands for the number of the row, `key` that of the one by which a row
    is known; -1 for none.
    """

    name: str
    columns: tuple[str, ...]
    types: tuple[type, ...]
    needed: tuple[bool, ...]
    numbered: int
    key: int

    def whole(self, row: btree.Row) -> tuple[Cell, ...]:
        """The cells of all columns: empty where they are lost, the number of the row in its place."""
        cells = [*row.cells, *(None,) * (len(self.columns) - len(row.cells))]
        if self.numbered >= 0:
            cells[self.numbered] = row.number
        return tuple(cells)

    def fits(self, row: btree.Row, *, shorter: bool = False) -> bool:
        """Whether a row could be of this table, by the types of its cells; `shorter`: columns may have come since."""
        if len(row.cells) > len(self.columns):
            return False
        if len(row.cells) < len(self.columns) and not (row.cut or shorter):
            return False
        return all(self._fits(place, cell) for place, cell in enumerate(row.cells))

    def _fits(self, place: int, cell: Cell) -> bool:
        if place == self.numbered or cell is None:
            return cell is None and not (self.needed[place] and place != self.numbered)
        return isinstance(cell, self.types[place])


@dataclass
class Found:
    """What was found: rows by table, the best first where one is there twice; references that an index names.

    `in_bin` are those that the index over the bin names.
    """

    rows: dict[str, list[btree.Row]] = field(default_factory=lambda: defaultdict(list))
    named: set[str] = field(default_factory=set)
    in_bin: set[str] = field(default_factory=set)
    pages: int = 0
    damaged: list[int] = field(default_factory=list)


def shapes_of(connection: Connection) -> Mapping[str, Shape]:
    """The tables of a sound review file of today that are salvaged."""
    names = connection.rows("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name")
    return {name: _shape(connection, name) for (name,) in names if not name.startswith(PASSED_OVER)}


def _shape(connection: Connection, name: str) -> Shape:
    info = connection.rows('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (name,))
    found = connection.row("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?", (name,))
    has_numbers = not (found and found[0])
    numbered = next((i for i, each in enumerate(info) if has_numbers and each[3] and each[1] == "INTEGER"), -1)
    return Shape(
        name,
        tuple(str(each[0]) for each in info),
        tuple(_TYPES[str(each[1])] for each in info),
        tuple(bool(each[2] or each[3]) for each in info),
        numbered,
        next((i for i, each in enumerate(info) if each[3]), -1),
    )


def rows_found(pages: SoundPages, shapes: Mapping[str, Shape]) -> Found:
    """All rows that can be read, and what else tells of records."""
    found = Found(pages=max(pages.count, _pages_once(pages)))
    found.damaged.extend(range(pages.count + 1, found.pages + 1))
    owners = _owners(pages)
    loose: list[tuple[bool, btree.Row]] = []
    for number in range(1, pages.count + 1):
        page = pages(number)
        if page is None:
            found.damaged.append(number)
            continue
        in_index = btree.kind_of_page(page, number) in (btree.INDEX_LEAF, btree.INDEX_INTERIOR)
        for row in btree.rows_in(page, number, pages):
            owner = owners.get(number)
            if owner is None:
                loose.append((in_index, row))
            elif owner in shapes:
                found.rows[owner].append(row)
            named = found.in_bin if owner == _BIN_INDEX else found.named
            _note_reference(row, named, in_index=in_index, owner=owner)
    for in_index, row in loose:
        if owner := told_by_content(row, shapes, in_index=in_index):
            found.rows[owner].append(row)
    return found


def _pages_once(pages: SoundPages) -> int:
    """How many pages the file had when it was written, as its first page says; 0 where that is lost."""
    first = pages(1)
    return int.from_bytes(first[28:32], "big") if first is not None else 0


def _owners(pages: SoundPages) -> dict[int, str]:
    """The table or index of each page that a sound tree leads to, from the root of each that the schema names."""
    owners = dict.fromkeys(_tree(pages, _SCHEMA_ROOT), "sqlite_schema")
    for cells in list(_schema_rows(pages, owners)):
        name, root = str(cells[1]), cells[3]
        if isinstance(root, int) and root > _SCHEMA_ROOT:
            owners.update(dict.fromkeys(_tree(pages, root), name))
    return owners


def pages_of(pages: SoundPages, name: str) -> tuple[int, ...]:
    """The pages of one table or index, as far as sound trees lead to them."""
    return tuple(number for number, owner in _owners(pages).items() if owner == name)


def _schema_rows(pages: SoundPages, owners: Mapping[int, str]) -> Iterator[tuple[Cell, ...]]:
    """What the schema says, also on its pages whose tree is lost."""
    for number in range(1, pages.count + 1):
        page = pages(number)
        if page is None or btree.kind_of_page(page, number) != btree.TABLE_LEAF:
            continue
        for row in btree.rows_in(page, number, pages):
            if not _is_of_schema(row):
                break
            yield row.cells


def _is_of_schema(row: btree.Row) -> bool:
    return (
        len(row.cells) >= 4 and row.cells[0] in ("table", "index", "trigger", "view") and isinstance(row.cells[3], int)
    )


def _tree(pages: SoundPages, root: int) -> Iterator[int]:
    """The pages of a tree as far as it is sound."""
    waiting, seen = [root], set[int]()
    while waiting:
        number = waiting.pop()
        page = pages(number)
        if number in seen or page is None:
            continue
        seen.add(number)
        yield number
        waiting.extend(btree.children(page, number))


def told_by_content(row: btree.Row, shapes: Mapping[str, Shape], *, in_index: bool) -> str:
    """The one table that a row without a tree can be of; nothing where there is none, or more than one."""
    first = row.cells[0] if row.cells else None
    if isinstance(first, str) and not in_index:
        kind = kind_of_reference(first)
        if kind in shapes and shapes[kind].fits(row, shorter=True):
            return kind
    if isinstance(first, bytes) and in_index:
        return ""  # an index over the register
    fitting = [name for name, shape in shapes.items() if name not in KINDS and shape.fits(row)]
    fitting = [name for name in fitting if _may_be(name, row, in_index=in_index)]
    return fitting[0] if len(fitting) == 1 else ""


_IN_INDEX = frozenset({"sys_fact", "sys_counter", "sys_decision"})
"""Tables without numbers of rows: SQLite keeps them as it keeps an index."""


def _may_be(name: str, row: btree.Row, *, in_index: bool) -> bool:
    if (name in _IN_INDEX) != in_index:
        return False
    if name == "sys_counter":  # else it is an index over references
        return str(row.cells[0]).isupper() and "-" not in str(row.cells[0])
    if name == "sys_register_key":
        return row.number == 1 and isinstance(row.cells[1], bytes) and len(row.cells[1]) == 32
    return True


def kind_of_reference(reference: str) -> str:
    """The kind of the record that is called so; nothing where no record is."""
    if reference in KINDS and KINDS[reference].single:
        return reference
    found = REFERENCE.fullmatch(reference)
    return _KINDS_OF_PREFIX.get(found[1], "") if found else ""


def _note_reference(row: btree.Row, named: set[str], *, in_index: bool, owner: str | None) -> None:
    """Keep the reference that a row names which is no record: of an index over records, or of what can be found."""
    if len(row.cells) != 2 or owner in _IN_INDEX:
        return
    first, second = row.cells
    if in_index:
        reference = first if isinstance(second, int) else None
    else:
        # In the list of what can be found it is all of the second cell, in the words that can be found the first line.
        reference = second.partition("\n")[0] if first is None and isinstance(second, str) else None
    if isinstance(reference, str) and kind_of_reference(reference):
        named.add(reference)
