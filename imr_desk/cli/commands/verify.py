"""`imr-desk verify EXPORTED [--review FILE]`: whether a Word file says what was signed."""

from __future__ import annotations

import argparse
from pathlib import Path

from imr_desk.cli.opened import add_json, add_passphrase, review_of
from imr_desk.cli.output import Reply
from imr_desk.i18n import tr, trn
from imr_desk.jobs.verify import Answer, Verdict, verify

SHOWN = 20


def declare(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its arguments."""
    parser = words.add_parser("verify", help=tr("whether an exported file says what was signed"))
    parser.add_argument("exported", type=Path)
    parser.add_argument("--review", type=Path, help=tr("compare with this review and say where it differs"))
    add_passphrase(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Reply:
    """Status 0 for the first two answers, 1 for ‘differs’."""
    if arguments.review is None:
        verdict = verify(arguments.exported)
    else:
        with review_of(arguments, arguments.review) as session:
            verdict = verify(arguments.exported, session)
    return Reply(_plain(arguments.exported, verdict), _lines(verdict), holds=verdict.answer is not Answer.DIFFERS)


def _plain(path: Path, verdict: Verdict) -> dict[str, object]:
    return {
        "file": str(path),
        "answer": str(verdict.answer),
        "sentence": verdict.sentence,
        "grounds": list(verdict.grounds),
        "key_words": list(verdict.key_words),
        "unsealed": list(verdict.unsealed),
        "differences": [
            {"block": each.block, "where": each.where, "expected": each.expected, "found": each.found}
            for each in verdict.differences
        ],
    }


def _lines(verdict: Verdict) -> list[str]:
    lines = [verdict.sentence, *verdict.grounds]
    for each in verdict.differences[:SHOWN]:
        lines.append(each.where)
        lines.append(tr("  signed: {words}").format(words=each.expected or "–"))
        lines.append(tr("  found:  {words}").format(words=each.found or "–"))
    if len(verdict.differences) > SHOWN:
        lines.append(tr("and {n} more.").format(n=len(verdict.differences) - SHOWN))
    return [*lines, _unsealed(len(verdict.unsealed))] if verdict.unsealed else lines


def _unsealed(count: int) -> str:
    return trn(
        "{n} line of the file stands where no signature covers it.",
        "{n} lines of the file stand where no signature covers them: version, date and status, document control, "
        "contents, signature page, the panel’s box. --json lists them.",
        count,
    )
