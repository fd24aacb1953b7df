"""`imr-desk recovery FILE`, `imr-desk recover FILE` and `imr-desk passphrase FILE`: never locked out."""

from __future__ import annotations

import argparse
from pathlib import Path

from imr_desk.cli.opened import add_json, add_passphrase, asked, at_a_keyboard, passphrase, read_file, read_secret
from imr_desk.cli.output import Reply
from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.jobs import recovery
from imr_desk.session import Session

Words = argparse._SubParsersAction
GROUPS_A_LINE = 4


def declare(words: Words[argparse.ArgumentParser]) -> None:
    """Arguments of recovery."""
    parser = words.add_parser("recovery", help=tr("the recovery key of a review, to be kept in another place"))
    parser.add_argument("file", type=Path)
    add_passphrase(parser)
    add_json(parser)


def declare_recover(words: Words[argparse.ArgumentParser]) -> None:
    """Arguments of recover."""
    parser = words.add_parser("recover", help=tr("a new passphrase for a review, by its recovery key"))
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "--recovery-key-file", type=Path, metavar="KEY", help=tr("file with the groups of the recovery key")
    )
    _add_new(parser)
    parser.add_argument(
        "--take-over", action="store_true", help=tr("also where the review may still be open on another computer")
    )
    add_json(parser)


def declare_passphrase(words: Words[argparse.ArgumentParser]) -> None:
    """Arguments of passphrase."""
    parser = words.add_parser("passphrase", help=tr("another passphrase for a review, and with it a new recovery key"))
    parser.add_argument("file", type=Path)
    add_passphrase(parser)
    _add_new(parser)
    add_json(parser)


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--new-passphrase-file", type=Path, metavar="NEW", help=tr("file with the new passphrase on its first line")
    )


def run(arguments: argparse.Namespace) -> Reply:
    """Show the sheet in force."""
    sheet = recovery.sheet_for(arguments.file, passphrase(arguments))
    return Reply({"file": str(arguments.file), **_data(sheet)}, _lines(sheet))


def run_recover(arguments: argparse.Namespace) -> Reply:
    """Set a new passphrase by the recovery key."""
    key = recovery.read(_typed_key(arguments))
    new = _new_passphrase(arguments)
    return _changed(arguments, recovery.recover(arguments.file, key, new, take_over=arguments.take_over))


def run_passphrase(arguments: argparse.Namespace) -> Reply:
    """Change the passphrase."""
    raw = Session.derive_key(arguments.file, passphrase(arguments))
    return _changed(arguments, recovery.change_passphrase(arguments.file, raw, _new_passphrase(arguments)))


def _changed(arguments: argparse.Namespace, changed: recovery.Changed) -> Reply:
    data = {"file": str(arguments.file), "backup": str(changed.backup), **_data(changed.sheet)}
    lines = [
        tr("The passphrase was changed. Backups made before still open with the one from before."),
        tr("The backup made just before: {path}").format(path=changed.backup),
        tr("The recovery key was replaced. This is the new one:"),
        *_lines(changed.sheet),
    ]
    return Reply(data, lines)


def _data(sheet: recovery.RecoverySheet) -> dict[str, object]:
    return {
        "recovery_key": " ".join(sheet.groups),
        "sheet": sheet.number,
        "check_value": sheet.check,
        "made_at": sheet.made_at,
    }


def _lines(sheet: recovery.RecoverySheet) -> list[str]:
    rows = [sheet.groups[at : at + GROUPS_A_LINE] for at in range(0, len(sheet.groups), GROUPS_A_LINE)]
    return [
        tr("Sheet {n}, check value {check}, since {day}.").format(n=sheet.number, check=sheet.check, day=sheet.since),
        "",
        *("  ".join(row) for row in rows),
        "",
        tr("Whoever has this key opens the review. Keep it in another place than the file and the passphrase."),
    ]


def _typed_key(arguments: argparse.Namespace) -> str:
    """From --recovery-key-file, else a prompt."""
    if arguments.recovery_key_file is not None:
        return read_file(arguments.recovery_key_file, tr("The file ‘{name}’ with the recovery key cannot be read."))
    if not at_a_keyboard():
        raise BadInputError(tr("The recovery key is needed. Give --recovery-key-file KEY."))
    return asked(tr("Recovery key (all groups in one line): "))


def _new_passphrase(arguments: argparse.Namespace) -> str:
    """From --new-passphrase-file, else a prompt, typed twice."""
    if arguments.new_passphrase_file is not None:
        return read_secret(arguments.new_passphrase_file)
    if not at_a_keyboard():
        raise BadInputError(tr("A new passphrase is needed. Give --new-passphrase-file NEW."))
    words = asked(tr("New passphrase: "))
    if asked(tr("The same again: ")) != words:
        raise BadInputError(tr("The two are not the same, so nothing was changed."))
    return words
