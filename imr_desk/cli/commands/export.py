"""`imr-desk export FILE TO [--draft]`: the report as .docx or .pdf, its chronology as .xlsx, .csv or .json."""

from __future__ import annotations

import argparse
from pathlib import Path

from imr_desk.cli.opened import add_json, add_passphrase, review_of
from imr_desk.cli.output import Reply
from imr_desk.errors import BadInputError
from imr_desk.export.extracts import choices
from imr_desk.i18n import tr, trn
from imr_desk.jobs.board_form import export_form
from imr_desk.jobs.export import Exported, details_in_words, export
from imr_desk.jobs.names_left import Looker, looked_at
from imr_desk.session import Session


def declare(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its arguments."""
    parser = words.add_parser(
        "export", help=tr("write the report as a Word file or a PDF, or its chronology as .xlsx, .csv or .json")
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("to", type=Path)
    parser.add_argument(
        "--template",
        metavar="ID|FORM",
        help=tr(
            "another template than that of the review: {ids}; T7-… are shapes of the chronology as one plain table "
            "(T7-merge for merging tools, T7-edtf with dates in EDTF, T7-data all fields), sheets are the separate "
            "sheets, INT-… is the record of that one interview; or a panel’s own blank form for the chronology, a "
            ".docx or .xlsx file"
        ).format(ids=", ".join(choices())),
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="HEADING=FIELD",
        help=tr("what fills a column of a panel’s own form, where it is not told from the heading; may be repeated"),
    )
    parser.add_argument(
        "--despite-names",
        action="store_true",
        help=tr(
            "what looks like a name in a panel’s own form is no member of staff and stays; a registered name never does"
        ),
    )
    parser.add_argument("--draft", action="store_true", help=tr("a draft: needs no signature, marked on every page"))
    add_passphrase(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Reply:
    """Export; status 1 where a signature is missing or a name would go out, and then nothing is written."""
    with review_of(arguments, arguments.file) as session:
        done = _done(session, arguments)
        look = Looker().to_look_at(session.review, session.judge, looked_at(session))
    doubtful = sum(name.printed for name in look)
    data = {
        "file": str(done.path),
        "final": done.final,
        "rows": done.rows,
        "bytes": done.size,
        "details": done.details,
        "may_be_names": doubtful,
        "seconds": {step: round(seconds, 4) for step, seconds in done.seconds.items()},
    }
    kind = tr("Report written") if done.final else tr("Draft written")
    lines = [
        f"{kind}: {done.path}",
        tr("No registered name is in it. It was read back and says what the review says."),
    ]
    lines.extend(filter(None, (details_in_words(done.details),)))
    if doubtful:
        lines.append(
            trn(
                "{n} word in the review may be a name. ‘imr-desk names --review FILE --left’ shows it.",
                "{n} words in the review may be names. ‘imr-desk names --review FILE --left’ shows them.",
                doubtful,
            )
        )
    return Reply(data, lines)


def _done(session: Session, arguments: argparse.Namespace) -> Exported:
    """The report, a shape of its chronology, or a panel’s own form filled in."""
    named = arguments.template or ""
    if Path(named).suffix.casefold() not in (".docx", ".xlsx"):
        for option, given in (("--column", arguments.column), ("--despite-names", arguments.despite_names)):
            if given:
                said = tr("{option} goes with a panel’s own form: --template FORM.docx or FORM.xlsx.")
                raise BadInputError(said.format(option=option))
        return export(session, arguments.to, draft=arguments.draft, template=arguments.template)
    return export_form(
        session,
        Path(named),
        arguments.to,
        draft=arguments.draft,
        chosen=_chosen(arguments.column),
        despite_names=arguments.despite_names,
    )


def _chosen(pairs: list[str]) -> dict[str, str]:
    for pair in pairs:
        if "=" not in pair:
            raise BadInputError(tr('--column takes HEADING=FIELD, for instance --column "What happened=event".'))
    return dict(pair.rsplit("=", 1) for pair in pairs)
