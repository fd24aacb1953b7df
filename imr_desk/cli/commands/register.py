"""`imr-desk register FILE STAFF`: let the name of a member of staff be recognised from now on (R-183, R-184).

The name comes from a prompt or from standard input, never from the command line: those words stay in histories.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from imr_desk.cli.opened import add_json, add_passphrase, asked, at_a_keyboard, review_of, standard_input
from imr_desk.cli.output import Reply
from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session


def declare(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its arguments."""
    parser = words.add_parser(
        "register", help=tr("register a staff name: name in, job title out; the name itself is not kept")
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("staff", help=tr("reference (STF-04) or job title with its number (Crown Prosecutor 2)"))
    add_passphrase(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Reply:
    """Register one name, read from a prompt or from standard input."""
    with review_of(arguments, arguments.file, read_only=False) as session:
        staff_id = _staff(session, arguments.staff)
        session.run(RegisterName(staff_id, _name()))
        code = session.review[staff_id].text("code")
    data = {"file": str(arguments.file), "staff": staff_id, "code": code}
    return Reply(data, [tr("Registered for {code}. The name itself was not kept.").format(code=code)])


def _staff(session: Session, words: str) -> str:
    for staff in session.review.all("staff"):
        if words in (staff.id, staff.text("code")):
            return str(staff.id)
    raise BadInputError(tr("No member of staff has that reference or job title: ‘{words}’.").format(words=words))


def _name() -> str:
    if at_a_keyboard():
        return asked(tr("Name (not shown): "))
    try:
        return standard_input().decode("utf-8-sig").partition("\n")[0].strip()
    except UnicodeDecodeError as error:  # half a name would be registered, and the whole one never found
        raise BadInputError(tr("The name is not in UTF-8. Nothing was registered.")) from error
