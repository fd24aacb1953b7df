"""How quickly 20,000 rows of a workbook are read: held to calamine by itself, the fastest reader that is kept up."""

from __future__ import annotations

import datetime as dt
import io
import math
import random
import time
from collections.abc import Callable
from functools import lru_cache
from statistics import median

import python_calamine
import xlsxwriter

from imr_desk.intake.reading import read_book
from imr_desk.intake.take import take

MOST_TIMES, MOST_GROWTH = 1.5, 1.1
ROUNDS = 5
WORDS = [
    "the",
    "child",
    "was",
    "seen",
    "at",
    "home",
    "by",
    "a",
    "social",
    "worker",
    "and",
    "mother",
    "said",
    "that",
    "she",
    "had",
    "been",
    "unwell",
    "since",
    "Monday;",
    "£20",
    "–",
    "“no”",
    "police",
    "officer",
    "attended",
    "school",
    "reported",
    "bruise",
    "doctor",
    "referred",
    "family",
    "moved",
    "hearing",
    "adjourned",
    "bail",
    "conditions",
]


@lru_cache
def workbook(rows: int) -> bytes:
    """A chronology of that many rows with real days and some fifty words each."""
    chance = random.Random(1)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Chronology")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, ["Date", "Time", "Source", "Event", "Action taken", "Comments"])
    for at in range(1, rows + 1):
        sheet.write_datetime(at, 0, dt.datetime(2010, 1, 1) + dt.timedelta(days=at // 6), day)
        sheet.write_string(at, 1, f"{at % 24:02d}:{at % 60:02d}")
        sheet.write_string(at, 2, f"File {at % 40}, page {at % 300}")
        sheet.write_string(at, 3, " ".join(chance.choices(WORDS, k=40)))
        sheet.write_string(at, 4, " ".join(chance.choices(WORDS, k=12)))
    book.close()
    return out.getvalue()


def alone(data: bytes) -> int:
    """The file by calamine, as it is."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return len(book.get_sheet_by_index(0).to_python(skip_empty_area=False))


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def test_workbook_is_read_nearly_as_quickly_as_by_calamine_alone() -> None:
    ours: dict[int, float] = {}
    for rows in (2_000, 20_000):
        data = workbook(rows)
        assert alone(data) == len(read_book(data, "x").grids[0].rows) == rows + 1
        pairs = [
            (seconds(lambda data=data: alone(data)), seconds(lambda data=data: read_book(data, "x")))
            for _ in range(ROUNDS)
        ]
        least = median(one for one, _ in pairs)
        ours[rows] = min(mine for _, mine in pairs)
        times = median(mine / one for one, mine in pairs)
        print(f"\n{rows:6} rows: calamine {least * 1000:7.1f} ms, ours {times:4.2f} times", end="")
    print(f"\ngrowth with the rows: to the power of {math.log10(ours[20_000] / ours[2_000]):.2f}")
    assert times <= MOST_TIMES
    assert math.log10(ours[20_000] / ours[2_000]) <= MOST_GROWTH


def test_whole_import_grows_as_the_rows_do() -> None:
    taken = {}
    for rows in (2_000, 20_000):
        data = workbook(rows)
        taken[rows] = min(seconds(lambda data=data: take(data, "x")) for _ in range(5))
        print(f"\n{rows:6} rows: read, understood and compared in {taken[rows] * 1000:7.1f} ms", end="")
        assert len(take(data, "x").entries) == rows
    growth = math.log10(taken[20_000] / taken[2_000])
    print(f"\ngrowth with the rows: to the power of {growth:.2f}")
    assert growth <= MOST_GROWTH
