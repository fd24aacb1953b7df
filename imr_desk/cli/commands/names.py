"""`imr-desk names [--review FILE] [--jsonl] [TEXTFILE]`: names found in text."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from imr_desk.cli.opened import add_json, add_passphrase, review_of, standard_input
from imr_desk.cli.output import Reply
from imr_desk.errors import BadInputError
from imr_desk.i18n import tr, trn
from imr_desk.names.guard import Guard, Mark
from imr_desk.names.register import StaffRegister, new_key

Look = Callable[[str], tuple[Mark, ...]]


def declare(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its arguments."""
    parser = words.add_parser("names", help=tr("names found in text (file or standard input)"))
    parser.add_argument("textfile", type=Path, nargs="?")
    parser.add_argument("--review", type=Path, help=tr("use the register and the codes of this review"))
    parser.add_argument("--jsonl", action="store_true", help=tr("one JSON object a line, in and out"))
    add_passphrase(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Reply:
    """Status 1 where a name was found."""
    text = _text(arguments.textfile)
    if arguments.review is None:
        return _answer(arguments, text, Guard(StaffRegister(new_key(), ()), {}, frozenset()).marks)
    with review_of(arguments, arguments.review) as session:
        return _answer(arguments, text, session.judge.guard.marks)


def _text(path: Path | None) -> str:
    try:
        data = standard_input() if path is None else path.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise BadInputError(tr("‘{name}’ cannot be read.").format(name=path)) from error
    except UnicodeDecodeError as error:
        raise BadInputError(tr("The text is not in UTF-8. Save it as UTF-8 and try again.")) from error


def _answer(arguments: argparse.Namespace, text: str, look: Look) -> Reply:
    if arguments.jsonl:
        each = [{"id": record["id"], "spans": _spans(record["text"], look)} for record in _records(text)]
        found = any(one["spans"] for one in each)
        return Reply(each, [json.dumps(one, ensure_ascii=False) for one in each], holds=not found)
    spans = _spans(text, look)
    lines = [f"{span['start']}-{span['end']}  {span['kind']}  {span['text']}" for span in spans]
    lines.append(trn("{n} name found.", "{n} names found.", len(spans)))
    return Reply({"spans": spans}, lines, holds=not spans)


def _records(text: str) -> Iterator[dict[str, str]]:
    for number, line in enumerate(text.split("\n"), 1):  # U+2028 and the like may stand inside a text of JSON
        if line.strip():
            try:
                record = json.loads(line)
                yield {"id": record["id"], "text": str(record["text"])}
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise BadInputError(
                    tr("Line {n} is not of the form {form}.").format(n=number, form='{"id","text"}')
                ) from error


def _spans(text: str, look: Look) -> list[dict[str, object]]:
    return [
        {"start": mark.start, "end": mark.end, "kind": mark.kind, "text": text[mark.start : mark.end]}
        for mark in look(text)
    ]
