"""Every block of every template, as the samples fill it, in plain text: what `golden/` holds, a file a block.

Run this module to write the files anew after a wanted change of words; then read what changed before committing it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from imr_desk.export.build import build_report
from imr_desk.export.extracts import build_sheets, build_table
from imr_desk.export.numbers import Numbers, number
from imr_desk.export.report import Block, Figure, Heading, Paragraph, Report, Run, SignatureLine, Table
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.sample.cps import cps_records
from imr_desk.sample.genogram import with_genogram
from imr_desk.sample.home_office import ho_records

FOLDER = Path(__file__).with_name("golden")
DAY = dt.date(2014, 12, 8)
NOTHING_FOUND = "The searches of 12 March 2014 found no contact of the agency with anyone concerned."


def reports() -> Iterator[tuple[str, Report]]:
    """The name of each set of files, and the report it is made of."""
    cps, ho = (Review.of(with_genogram(each, key)[0]) for each, key in ((cps_records(), "cps"), (ho_records(), "ho")))
    none = Review.of(_with_statement(record) for record in cps_records())
    for name, review, template in (("T1", cps, "T1"), ("T2", ho, "T2"), ("T7", cps, "T7"), ("T8", none, "T8")):
        yield name, build_report(review, template_id=template, draft=True, today=DAY)
    yield "T1-sheets", build_sheets(cps, template_id="T1", draft=True, today=DAY)
    yield "T2-sheets", build_sheets(ho, template_id="T2", draft=True, today=DAY)
    yield "T1-table", build_table(cps, draft=True, today=DAY)
    yield "T2-table", build_table(ho, draft=True, today=DAY)


def _with_statement(record: Record) -> Record:
    if record.kind != "records_statement":
        return record
    values = {name: record[name] for name in record}
    return Record(record.kind, record.id, record.position, values | {"no_involvement": NOTHING_FOUND})


def golden() -> dict[str, str]:
    """The content of each file, by its name."""
    made: dict[str, str] = {}
    for name, report in reports():
        numbers = number(report)
        for at, block in enumerate(report.blocks):
            made[f"{name}-{block.id}.txt"] = "\n".join(_block(block, at, numbers)) + "\n"
    return made


def _block(block: Block, at: int, numbers: Numbers) -> Iterator[str]:
    shape = [
        block.numbering,
        *(word for word in ("sealed", "landscape", "separate", "new_page") if getattr(block, word)),
    ]
    yield f"# {numbers.blocks[at]} {block.heading}".replace("#  ", "# ") + f"  ({', '.join(shape)})"
    for position, part in block.printed():
        yield ""
        shown = numbers.parts.get((at, position), "")
        if isinstance(part, Heading):
            yield f"{'#' * part.level} {part.text}"
        elif isinstance(part, Paragraph):
            yield _paragraph(part, shown, numbers)
        elif isinstance(part, Figure):
            yield f"{shown}: {part.caption}"
            yield f"  {part.said}"
        elif isinstance(part, Table):
            yield from _table(part, shown)
        else:
            yield from (_signature(line) for line in part)


def _paragraph(part: Paragraph, shown: str, numbers: Numbers) -> str:
    words = "".join(_run(run, numbers) for run in part.runs)
    open_ = "" if part.sealed else " (open)"
    return f"{part.kind}{open_} {shown}".rstrip() + f": {words}"


def _run(run: Run, numbers: Numbers) -> str:
    if run.target:
        return f"[{numbers.target(run.target).shown or run.text}]({run.target})"
    return f"**{run.text}**" if run.strong else run.text


def _table(part: Table, shown: str) -> Iterator[str]:
    yield f"{shown}: {part.caption}"
    yield f"  ({part.description})"
    yield "  " + " | ".join(column.heading for column in part.columns)
    for row in part.rows:
        yield "  " + " | ".join(cell.replace("\n", " / ") for cell in row.cells)
    if part.note:
        yield f"  {part.note}"


def _signature(line: SignatureLine) -> str:
    return f"{line.role}: {line.name or '…'}, {line.job_title}, {line.signed_on or '…'}, {line.route or '…'}"


def main() -> None:
    """Write the files anew."""
    FOLDER.mkdir(exist_ok=True)
    wanted = golden()
    for old in FOLDER.glob("*.txt"):
        if old.name not in wanted:
            old.unlink()
    for name, words in wanted.items():
        (FOLDER / name).write_text(words, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
