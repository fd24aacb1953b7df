"""`imr-desk info FILE` and `imr-desk integrity FILE`: what is in a review, and whether the file is sound."""

from __future__ import annotations

import argparse
from pathlib import Path

from imr_desk.cli.opened import add_json, add_passphrase, review_of
from imr_desk.cli.output import Reply
from imr_desk.i18n import tr
from imr_desk.review.catalogue import KINDS
from imr_desk.review.review import Review
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY, is_final, is_sealed, signature_in_force
from imr_desk.review.stages import stage_name


def declare(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Arguments of info."""
    _declare(words, "info", tr("what is in a review: counts, version, signatures"))


def declare_integrity(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Arguments of integrity."""
    _declare(words, "integrity", tr("whether the review file is sound"))


def _declare(words: argparse._SubParsersAction[argparse.ArgumentParser], word: str, help_text: str) -> None:
    parser = words.add_parser(word, help=help_text)
    parser.add_argument("file", type=Path)
    add_passphrase(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Reply:
    """Counts by kind, version, state, and who signed as what."""
    with review_of(arguments, arguments.file) as session:
        review = session.review
        head, open_on = session.file.history_head, session.file.who_writes()
    counts = {kind.name: len(review.all(kind.name)) for kind in KINDS.values() if not kind.single}
    about = review.one("review")
    signatures = [_signature(review, role) for role in (AUTHOR, COUNTER_SIGNATORY) if signature_in_force(review, role)]
    data = {
        "file": str(arguments.file),
        "kind_of_review": about.text("review_type"),
        "agency": about.text("agency"),
        "template": about.text("template"),
        "version": about.number("version") or 1,
        "state": _state(review),
        "stage": _stage(review),
        "counts": counts,
        "signatures": signatures,
        "history_head": head,
        "open": open_on,
    }
    lines = [
        f"{about.text('review_type')}, {about.text('agency')}, {about.text('template')}",
        tr("Version {version}: {state}. Stage: {stage}.").format(
            version=data["version"], state=_state_in_words(review), stage=data["stage"]
        ),
        *(f"{tr(KINDS[name].plural)}: {count}" for name, count in counts.items() if count),
        *(
            tr("Signed: {role}, {title}, {at}").format(role=s["role"], title=s["job_title"], at=s["signed_at"])
            for s in signatures
        ),
        *((open_on,) if open_on else ()),
    ]
    return Reply(data, lines)


def _signature(review: Review, role: str) -> dict[str, object]:
    signature = signature_in_force(review, role)
    assert signature is not None  # noqa: S101 (asked just before)
    return {name: signature.text(name) for name in ("role", "job_title", "route", "signed_at")}


def _state(review: Review) -> str:
    return "counter-signed" if is_final(review) else "signed" if is_sealed(review) else "draft"


def _state_in_words(review: Review) -> str:
    return {
        "draft": tr("draft"),
        "signed": tr("signed by the author"),
        "counter-signed": tr("signed and counter-signed"),
    }[_state(review)]


def _stage(review: Review) -> str:
    """The furthest stage that holds anything."""
    furthest = max(
        (kind.stage for kind in KINDS.values() if not kind.single and review.all(kind.name)),
        default=1,
    )
    return stage_name(furthest)


def run_integrity(arguments: argparse.Namespace) -> Reply:
    """Every page, the tables, the links and the history."""
    with review_of(arguments, arguments.file) as session:
        faults = list(session.file.integrity_faults())
    lines = faults or [tr("The review file is sound: every page, every link and the history hold.")]
    return Reply({"file": str(arguments.file), "sound": not faults, "faults": faults}, lines, holds=not faults)
