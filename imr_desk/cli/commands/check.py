"""`imr-desk check FILE [--gate G2 | --chronology]`: the readiness checks, or what is worth a second look."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from imr_desk.cli.opened import add_json, add_passphrase, review_of
from imr_desk.cli.output import Reply
from imr_desk.guidance.facts import Result
from imr_desk.guidance.gates import GATES, holding, next_gate
from imr_desk.i18n import tr, trn
from imr_desk.review.chronology_faults import faults, uncited
from imr_desk.review.review import Review


def declare(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its arguments."""
    parser = words.add_parser("check", help=tr("what the guidance asks for, and whether it is there"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--gate", choices=tuple(GATES), help=tr("only the checks of this gate"))
    parser.add_argument(
        "--chronology",
        action="store_true",
        help=tr("the chronology instead: no source, outside the period, gaps, order within a day, cited nowhere"),
    )
    add_passphrase(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Reply:
    """All checks, or those of one gate; the status is that of the gate named, else of the next one."""
    with review_of(arguments, arguments.file) as session:
        review = session.review
        if arguments.chronology:
            return _of_chronology(arguments.file, review)
        results = session.results()
    gate = arguments.gate or next_gate(review, results)
    shown = [each for each in results if arguments.gate is None or each.requirement in GATES[gate].requirements]
    shut = holding(results, gate)
    data = {"file": str(arguments.file), "gate": gate, "open": not shut, "checks": [_plain(result) for result in shown]}
    lines = [line for result in shown for line in _lines(result)]
    lines.append(_gate_line(gate, len(shut)))
    return Reply(data, lines, holds=not shut)


def _of_chronology(path: Path, review: Review) -> Reply:
    """Status 1 where there is something to look at; what is cited nowhere is only listed."""
    found = [fault for fault in faults(review) if fault.pressing]
    alone = [entry.id for entry in uncited(review)]
    lines = [f"{fault.about}  {fault.words}" for fault in found]
    lines.append(trn("{n} thing to look at.", "{n} things to look at.", len(found)))
    if alone:
        lines.append(trn("{n} entry is cited nowhere yet.", "{n} entries are cited nowhere yet.", len(alone)))
    data = {"file": str(path), "chronology": [asdict(fault) for fault in found], "uncited": alone}
    return Reply(data, lines, holds=not found)


def _gate_line(gate: str, count: int) -> str:
    title = tr(GATES[gate].title)
    if not count:
        return tr("{gate} ({title}): open.").format(gate=gate, title=title)
    return tr("{gate} ({title}): held by {n}.").format(gate=gate, title=title, n=count)


def _state(result: Result) -> str:
    if not result.applies:
        return "does not apply"
    if result.satisfied:
        return "satisfied"
    if result.exempted_reason:
        return "exempted"
    return "to look at" if result.to_look_at else "missing"


def _plain(result: Result) -> dict[str, object]:
    return {
        "requirement": result.requirement,
        "state": _state(result),
        "satisfied": result.satisfied,
        "applies": result.applies,
        "exempted_reason": result.exempted_reason,
        "places": [
            {"kind": place.kind, "id": place.record_id, "field": place.field, "words": place.words}
            for place in result.places
        ],
    }


def _lines(result: Result) -> list[str]:
    words = {
        "does not apply": tr("does not apply"),
        "satisfied": tr("there"),
        "exempted": tr("does not apply, because: {reason}").format(reason=result.exempted_reason),
        "missing": tr("missing"),
        "to look at": tr("to look at"),
    }
    lines = [f"{result.requirement}  {words[_state(result)]}"]
    if _state(result) in ("missing", "to look at"):
        lines.extend(f"       {place.words} [{place.record_id or place.kind}]" for place in result.places[:10])
    return lines
