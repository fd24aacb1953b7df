"""`imr-desk sign FILE` and `imr-desk countersign FILE`: the two signatures."""

from __future__ import annotations

import argparse
from pathlib import Path

from imr_desk.cli.opened import add_json, add_passphrase, passphrase, read_secret
from imr_desk.cli.output import Reply
from imr_desk.i18n import tr
from imr_desk.jobs.chronology import check_off, sign_off
from imr_desk.jobs.sign import sign
from imr_desk.operations.sealing import signed_of
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY
from imr_desk.session import Session
from imr_desk.signing.statement import matching_words


def declare(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Arguments of sign."""
    _declare(words, "sign", AUTHOR, tr("the author’s signature"))


def declare_countersign(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Arguments of countersign."""
    _declare(words, "countersign", COUNTER_SIGNATORY, tr("the senior manager’s counter-signature"))


def _declare(words: argparse._SubParsersAction[argparse.ArgumentParser], word: str, role: str, help_text: str) -> None:
    parser = words.add_parser(word, help=help_text)
    parser.add_argument("file", type=Path)
    parser.add_argument("--name", required=True)
    parser.add_argument("--job-title", required=True)
    parser.add_argument(
        "--key-passphrase-file",
        type=Path,
        metavar="FILE",
        help=tr("passphrase of the signing key; else that of the review"),
    )
    parser.add_argument(
        "--part",
        choices=("report", "chronology"),
        default="report",
        help=tr(
            "the chronology by itself, which is sent earlier: checked by its author, then signed off by the manager"
        ),
    )
    parser.set_defaults(role=role)
    add_passphrase(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Reply:
    """Sign; status 1 where a gate holds the signature."""
    words = passphrase(arguments)
    key_words = read_secret(arguments.key_passphrase_file) if arguments.key_passphrase_file else words
    session = Session.open(arguments.file, words)
    try:
        if arguments.part == "chronology":
            return _chronology(arguments, session)
        signature = sign(session, arguments.role, arguments.name, arguments.job_title, key_words)
    finally:
        session.close()
    signed = signed_of(signature)
    data = {
        "file": str(arguments.file),
        "role": arguments.role,
        "version": signed.statement.version,
        "signed_at": signed.statement.signed_at,
        "content_digest": signed.statement.content_digest,
        "word_digest": signed.statement.word_digest,
        "key_words": signed.key_words,
        "matching_words": matching_words(signed),
    }
    lines = [
        tr("Signed: version {version}, {at} by this computer’s clock.").format(
            version=signed.statement.version, at=signed.statement.signed_at
        ),
        tr("Matching words: {words}").format(words=matching_words(signed)),
    ]
    return Reply(data, lines)


def _chronology(arguments: argparse.Namespace, session: Session) -> Reply:
    """The author checks a version of the chronology, the senior manager signs it off; posts are kept, and no name."""
    done = check_off if arguments.role == AUTHOR else sign_off
    record = done(session, arguments.name, arguments.job_title)
    version = record.number("version")
    data = {
        "file": str(arguments.file),
        "role": arguments.role,
        "part": "chronology",
        "version": version,
        "checked_on": record.text("internal_check_on"),
        "checked_by": record.text("checked_by"),
        "signed_off_on": record.text("signed_off_on"),
        "signed_off_by": record.text("signed_off_by"),
        "entries": len(record.lines("marks")),
    }
    if arguments.role == AUTHOR:
        said = tr("Checked: version {version} of the chronology. The senior manager signs it off.")
    else:
        said = tr("Signed off: version {version} of the chronology. It goes out as final until it is changed.")
    return Reply(data, [said.format(version=version)])
