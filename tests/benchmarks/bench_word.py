"""How quickly a table becomes a Word file: held to joining the same markup as one string and packing it, in one run."""

from __future__ import annotations

import io
import math
import re
import tracemalloc
import zipfile
from collections.abc import Sequence
from statistics import median

from bench_pdf import report_of, rows, seconds

from imr_desk.export.report import Row
from imr_desk.export.word.writer import write_word

DOCUMENT = "word/document.xml"
MOST_TIMES = {2_000: 1.5, 20_000: 1.1}
MOST_GROWTH, MOST_MIB = 1.05, 16
ROUNDS = {2_000: 9, 20_000: 5}
ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
CELL = (
    '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>'
    '<w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p></w:tc>'
)


def escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class StringAndZip:
    """The lower bound: what stands round the rows is there already, the rows are one string, which is packed."""

    def __init__(self, whole: str) -> None:
        widths = re.findall(r'<w:gridCol w:w="(\d+)"/>', whole)
        self._row = ROW.format(cells="".join(CELL.format(width=width) for width in widths))
        self._before, rest = whole.split(first_of_rows(self._row), 1)
        self._after = rest[rest.rindex("</w:tbl>") :]

    def text(self, table: Sequence[Row]) -> str:
        return "".join([self._before, *(self._row % tuple(map(escaped, row.cells)) for row in table), self._after])

    def write(self, table: Sequence[Row]) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
            package.writestr(DOCUMENT, self.text(table).encode())
        return out.getvalue()


def first_of_rows(row: str) -> str:
    """What the first row begins with, up to its first words."""
    return row[: row.index("%s")] + "CE-0<"


def document(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(DOCUMENT).decode()


def test_table_is_written_nearly_as_quickly_as_its_markup_is_joined_and_packed() -> None:
    taken: dict[int, float] = {}
    for count, most in MOST_TIMES.items():
        table = rows(count)
        report = report_of(table)
        whole = document(write_word(report))
        bound = StringAndZip(whole)
        assert bound.text(table).removeprefix(bound._before) in whole  # the same rows, letter by letter
        pairs = [
            (
                seconds(lambda table=table, bound=bound: bound.write(table)),
                seconds(lambda report=report: write_word(report)),
            )
            for _ in range(ROUNDS[count])
        ]
        least, ours = (median(each) for each in zip(*pairs, strict=True))
        taken[count] = min(mine for _, mine in pairs)
        times = median(mine / one for one, mine in pairs)
        print(f"\n{count:6} rows: string and zip {least:6.3f} s, Word file {ours:6.3f} s, {times:4.2f} times", end="")
        assert times <= most
    growth = math.log10(taken[20_000] / taken[2_000])
    print(f"\ngrowth with the rows: to the power of {growth:.2f}")
    assert growth <= MOST_GROWTH


def test_table_of_20_000_rows_takes_little_memory_beside_what_it_is_made_of() -> None:
    report = report_of(rows(20_000))
    tracemalloc.start()
    try:
        size = len(write_word(report))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    print(f"\n20,000 rows: at most {peak / 2**20:.1f} MiB while a file of {size / 2**20:.1f} MiB is written")
    assert peak <= MOST_MIB * 2**20
