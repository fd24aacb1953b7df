"""How quickly a table becomes a tagged PDF: held to a writer that only breaks lines and deflates, in the same run."""

from __future__ import annotations

import math
import random
import time
import zlib
from collections.abc import Callable, Sequence
from datetime import date
from statistics import median

from imr_desk.export.pdf import write_pdf
from imr_desk.export.report import Block, Column, Report, Row, Table

WORDS = tuple(
    [
        "the",
        "officer",
        "rang",
        "and",
        "was",
        "told",
        "that",
        "no",
        "note",
        "had",
        "been",
        "made",
        "of",
        "the",
        "visit",
        "because",
        "the",
        "form",
        "did",
        "not",
        "ask",
        "for",
        "one",
        "and",
        "nobody",
        "was",
        "named",
        "who",
        "would",
        "have",
        "to",
        "read",
        "it",
        "before",
        "the",
        "hearing",
        "in",
        "the",
        "morning",
        "although",
        "a",
        "reminder",
        "was",
        "sent",
    ]
)
HEADS = ("Ref", "Date", "Source", "Agency", "Event", "Comment")
WEIGHTS = (1.0, 2.0, 2.0, 1.5, 8.0, 3.5)
SIZE, LEADING, WIDTH, HEIGHT, MARGIN = 8.0, 10.0, 841.9, 595.3, 36.0
MOST_TIMES, MOST_GROWTH = 9.0, 1.1
ROUNDS = 5


def rows(count: int) -> list[Row]:
    chance = random.Random(count)
    return [
        Row(
            (
                f"CE-{at}",
                f"{at % 28 + 1:02}/{at % 12 + 1:02}/2016",
                f"REC-{at % 9}, p. {at % 70}",
                "Police",
                " ".join(chance.choices(WORDS, k=chance.randint(24, 66))),
                " ".join(chance.choices(WORDS, k=chance.randint(4, 12))),
            )
        )
        for at in range(count)
    ]


def report_of(table: Sequence[Row]) -> Report:
    columns = tuple(Column(head, weight) for head, weight in zip(HEADS, WEIGHTS, strict=True))
    chronology = Table("Chronology", "Events in order.", columns, table, anchor="t-chronology")  # as the report has it
    block = Block("B15", "Chronology", parts=(chronology,), landscape=True)
    return Report(
        title="Title",
        subject="Subject",
        agency="Crown Prosecution Service",
        marking="OFFICIAL",
        version=1,
        date=date(2020, 1, 2),
        blocks=(block,),
    )


def lines_and_deflate(table: Sequence[Row]) -> bytes:
    """The lower bound: lines from cached widths, the operators as text, packed page by page. No tags, no font."""
    room = WIDTH - 2 * MARGIN
    widths = [room * weight / sum(WEIGHTS) for weight in WEIGHTS]
    lefts = [MARGIN + sum(widths[:at]) for at in range(len(widths))]
    cached: dict[str, float] = {}
    pages, page, y = [], [], HEIGHT - MARGIN
    for row in table:
        cells = [_broken(text, width - 6, cached) for text, width in zip(row.cells, widths, strict=True)]
        height = 4 + LEADING * max(map(len, cells))
        if y - height < MARGIN:
            pages.append(zlib.compress("".join(page).encode("cp1252"), 6))
            page, y = [], HEIGHT - MARGIN
        for left, lines in zip(lefts, cells, strict=True):
            page.append(f"BT /F1 {SIZE:g} Tf {LEADING:g} TL {left + 3:.1f} {y - 2 - SIZE:.1f} Td ")
            page.extend(f"({line}) Tj T* " for line in lines)
            page.append("ET\n")
        y -= height
        page.append(f"{MARGIN} {y:.1f} m {WIDTH - MARGIN} {y:.1f} l S\n")
    return b"".join([*pages, zlib.compress("".join(page).encode("cp1252"), 6)])


def _broken(text: str, room: float, cached: dict[str, float]) -> list[str]:
    lines, line, wide = [], [], 0.0
    for word in text.split():
        width = cached.setdefault(word, len(word) * SIZE * 0.5)
        if line and wide + 2.2 + width > room:
            lines.append(" ".join(line))
            line, wide = [], 0.0
        line.append(word)
        wide += width + 2.2
    return [*lines, " ".join(line)]


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def test_tagged_table_takes_few_times_as_long_as_breaking_its_lines() -> None:
    taken: dict[int, float] = {}
    for count in (2_000, 20_000):
        table = rows(count)
        report = report_of(table)
        pairs = [
            (seconds(lambda table=table: lines_and_deflate(table)), seconds(lambda report=report: write_pdf(report)))
            for _ in range(ROUNDS if count == 2_000 else 2)
        ]
        bound, ours = (median(each) for each in zip(*pairs, strict=True))
        taken[count] = ours
        times = median(mine / least for least, mine in pairs)
        print(
            f"\n{count:6} rows: lines and deflate {bound:6.3f} s, tagged PDF {ours:6.3f} s, {times:4.2f} times", end=""
        )
        assert times <= MOST_TIMES
    growth = math.log10(taken[20_000] / taken[2_000])
    print(f"\ngrowth with the rows: to the power of {growth:.2f}")
    assert growth <= MOST_GROWTH
