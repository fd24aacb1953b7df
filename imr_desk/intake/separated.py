"""Lists in which a sign keeps the cells apart: commas, semicolons, tabs, in any encoding that offices use."""

from __future__ import annotations

import codecs
import csv
import io
import math
import re
import threading
from collections.abc import Mapping, Sequence
from typing import Any

from charset_normalizer import from_bytes

from imr_desk.i18n import tr
from imr_desk.intake import refusals
from imr_desk.intake.fixed_width import rows_by_place
from imr_desk.intake.grid import MOST_COLUMNS, MOST_ROWS, Book, Grid
from imr_desk.intake.prose import MARK, prose_in, prose_said
from imr_desk.intake.refusals import refused
from imr_desk.review.values import LONGEST_TEXT

SIGNS = (",", ";", "\t", "|", "^", "~", "¦")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OFFICE = ("cp1252", "mac_roman", "cp850", "iso8859_14")
"""What offices here write where they do not write Unicode, the likeliest first."""
_EXAMPLE = 65_536
_LIKE = 0.75
"""Share of the rows of a list that have the same number of cells; in prose a comma stands here and there."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TELLING = frozenset("‘’“”–—…£€°½¼•éèêëöüáóçâîôûŵŷŴŶ")
"""What offices write beyond ASCII; read in a wrong encoding these become others."""
_NOTHING = frozenset(("NULL", "(null)", "\\N"))
_GUARDED = re.compile(r"=\"|\bNULL\b|\(null\)|\\N")
_limit = threading.Lock()
Way = Mapping[str, Any]
_USUAL: Way = {}
_SPACED: Way = {"skipinitialspace": True}
_ESCAPED: Way = {"escapechar": "\\", "doublequote": False}
_SINGLE: Way = {"quotechar": "'"}
_PLAIN: Way = {"quoting": csv.QUOTE_NONE}
"""How quotation marks are used: as Excel does, after blanks, with a stroke before those inside, single ones, not."""


def read_separated(data: bytes, name: str) -> Book:
    """A list as one grid without a name. BadInputError for what is no text, no list, or far too long."""
    text, said = decoded(data, name)
    book = read_text(text, name)
    return Book(book.grids, "separated", (*((said,) if said else ()), *book.notes))


def read_text(text: str, name: str) -> Book:
    """As `read_separated`, of text that is read already: what stands on the clipboard, say."""
    if rows := rows_by_place(text):
        return Book((Grid("", rows),), "pasted", (tr("Columns were told by the places at which they begin."),))
    sign, text = sign_of(text)
    way, rows = _best(text, sign, name)
    notes: tuple[str, ...] = ()
    if way is _PLAIN:
        notes = (tr("A mark of quotation is not closed, so all of them were taken as they stand."),)
    elif way is _USUAL and text.count('"') % 2:
        notes = (tr("It ends within a cell in quotation marks, so it may have been cut short."),)
    if not _is_list(rows) and (prose := prose_in(text)):
        return Book((prose,), "pasted", (prose_said(),))
    return Book((Grid("", rows),), "pasted", notes)


def _is_list(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows have the same cells, more than one."""
    widths = [len(row) for row in rows if any(map(str.strip, row))]
    usual = max(set(widths), key=widths.count, default=0)
    marks = sum(len(row) == 2 and bool(MARK.fullmatch(f"{row[0].strip()} ")) for row in rows)
    return usual > 1 and marks * 2 < len(widths) and widths.count(usual) >= _LIKE * len(widths)


def _best(text: str, sign: str, name: str) -> tuple[Way, list[list[str]]]:
    """The rows, with the use of quotation marks that makes most of them equally wide; the usual one before others."""
    ways = [_USUAL]
    if re.search(re.escape(sign) + ' +"', text):
        ways.append(_SPACED)
    if '\\"' in text:
        ways.append(_ESCAPED)
    if '"' not in text and re.match(f"'[^'\n]*'{re.escape(sign)}", text):
        ways.append(_SINGLE)
    if text.count('"') % 2:
        ways.append(_PLAIN)
    read = [(way, _rows(text, sign, name, way)) for way in ways]
    return read[0] if len(read) == 1 else max(read, key=lambda each: _regular(each[1]))


def _regular(rows: Sequence[Sequence[str]]) -> int:
    """How many rows are as wide as most."""
    widths = [len(row) for row in rows if any(map(str.strip, row))]
    return max(map(widths.count, set(widths)), default=0)


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """The text, and what has to be said of how it was read: nothing where that is certain."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name), ""
    if wide := _wide(data):
        return _strictly(data, wide, name), ""
    if b"\x00" in data:
        raise refused(refusals.BINARY, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        encoding = _guess(data)
        text = data.decode(encoding, "replace")
        said = tr("The file does not say how its letters are written; they were read as {encoding}. Look at £ and ’.")
        return _is_text(text, name), said.format(encoding=encoding)
    return _is_text(text, name), ""


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return _is_text(data.decode(encoding).lstrip("\ufeff"), name)
    except UnicodeDecodeError as error:
        raise refused(refusals.DAMAGED, name) from error


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every second byte of Latin text is nothing."""
    start = data[:2000]
    if len(data) % 2 == 0 and start:
        even, odd = start[::2].count(0) * 2 / len(start), start[1::2].count(0) * 2 / len(start)
        if odd > 0.6 and even < 0.1:
            return "utf-16-le"
        if even > 0.6 and odd < 0.1:
            return "utf-16-be"
    return ""


def _guess(data: bytes) -> str:
    """The likeliest encoding of text in one byte a letter."""
    high = bytes(byte for byte in data[:2_000_000] if byte >= 0x80)

    def oddity(encoding: str) -> float:
        text = high.decode(encoding, "replace")
        return sum(letter not in _TELLING for letter in text) / max(1, len(text))

    best = min(_OFFICE, key=oddity)
    if oddity(best) <= 0.5:
        return best
    found = from_bytes(data[:_EXAMPLE]).best()
    return found.encoding if found is not None else best


def _is_text(text: str, name: str) -> str:
    """The text, if it is one: hardly any control characters."""
    if not text.strip():
        raise refused(refusals.EMPTY, name)
    example = text[:_EXAMPLE]
    if len(_CONTROLS.findall(example)) > len(example) / 200:
        raise refused(refusals.BINARY, name)
    return text


def sign_of(text: str) -> tuple[str, str]:
    """The sign between the cells, and the text without a line that names it (`sep=;`, as Excel writes it)."""
    named = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    if named:
        return named[1], text[named.end() :]
    example = text[:_EXAMPLE]
    scores = {sign: _score(example, sign) for sign in SIGNS}
    best = max(scores, key=lambda sign: scores[sign])
    return (best if scores[best] > 0 else ","), text


def _score(example: str, sign: str) -> float:
    """How well a sign cuts a text into rows of one width, more columns and more rows being better."""
    if sign not in example:
        return 0
    try:
        rows = [row for row in csv.reader(io.StringIO(example, newline=""), delimiter=sign) if any(map(str.strip, row))]
    except csv.Error:
        return 0
    rows = rows[:-1] if len(example) == _EXAMPLE and len(rows) > 1 else rows
    widths = [len(row) for row in rows]
    if not widths:
        return 0
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    wide = [width for width in widths if width > 1]
    if usual == 1 and len(wide) < 2:
        return 0
    if usual == 1:
        usual = max(set(wide), key=lambda width: (wide.count(width), width))
    return widths.count(usual) / len(widths) * math.sqrt(min(usual, 8))


def _rows(text: str, sign: str, name: str, way: Way) -> list[list[str]]:
    if text.count("\n") > MOST_ROWS * 20:
        raise refused(refusals.TOO_MANY_ROWS, name)
    rows: list[list[str]] = []
    with _limit:
        before = csv.field_size_limit(LONGEST_TEXT)
        try:
            lines = io.StringIO(text, newline="")
            for row in csv.reader(lines, delimiter=sign, **way):
                rows.append(row)
                if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
                    raise refused(refusals.TOO_MANY_ROWS, name)
        except csv.Error as error:
            raise refused(refusals.DAMAGED, name) from error
        finally:
            csv.field_size_limit(before)
    return [[_unguarded(cell) for cell in row] for row in rows] if _GUARDED.search(text) else rows


def _unguarded(cell: str) -> str:
    """A text as it was before a system guarded it against being taken for a number by Excel: ="0915".

    What databases write where there is nothing (NULL) is nothing.
    """
    if cell in _NOTHING:
        return ""
    return cell[2:-1] if len(cell) > 3 and cell.startswith('="') and cell.endswith('"') else cell
