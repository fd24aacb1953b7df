"""`imr-desk names [--review FILE] [--jsonl] [TEXTFILE]`: names found in text.

With `--review FILE --left`: what is still to be settled in that review itself.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from imr_desk.cli.names_in_file import document_in, in_document
from imr_desk.cli.opened import add_json, add_passphrase, review_of, standard_input
from imr_desk.cli.output import Reply
from imr_desk.errors import BadInputError
from imr_desk.i18n import tr, trn
from imr_desk.names.guard import Guard, Mark
from imr_desk.names.register import StaffRegister, new_key

Look = Callable[[str], tuple[Mark, ...]]
_SIGN_OF_LINE_END = re.compile(r"(?<!\\)((?:\\\\)*)\\[nrt]")
_STANDARD_INPUT = Path("-")


def declare(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its arguments."""
    parser = words.add_parser("names", help=tr("names found in text (file or standard input)"))
    parser.add_argument(
        "textfile",
        type=Path,
        nargs="?",
        metavar="TEXTFILE",
        help=tr("a text in UTF-8, or a Word file, PDF or spreadsheet; without it, standard input"),
    )
    parser.add_argument("--review", type=Path, metavar="FILE", help=tr("use the register and the codes of this review"))
    parser.add_argument(
        "--jsonl",
        action="store_true",
        help=tr("one {form} a line in, one {answer} a line out").format(
            form='{"id","text"}', answer='{"id","spans":[{"start","end","kind","text"}]}'
        ),
    )
    parser.add_argument(
        "--left", action="store_true", help=tr("what is still to be settled in the review itself, by name")
    )
    add_passphrase(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Reply:
    """Status 1 where a name was found."""
    if arguments.left:
        return _left(arguments)
    document = document_in(arguments.textfile)
    text = "" if document is not None else _text(arguments.textfile)

    def answer(guard: Guard) -> Reply:
        if document is not None:
            return in_document(arguments, document, guard)
        return _answer(arguments, text, guard.marks)

    if arguments.review is None:
        return answer(Guard(StaffRegister(new_key(), ()), {}, frozenset()))
    with review_of(arguments, arguments.review) as session:
        return answer(session.judge.guard)


def _left(arguments: argparse.Namespace) -> Reply:
    if arguments.review is None or arguments.textfile is not None or arguments.jsonl:
        raise BadInputError(tr("--left reads a review and no other text. Give --review FILE --left."))
    from imr_desk.cli.names_left import left_in

    with review_of(arguments, arguments.review) as session:
        return left_in(session)


def _text(path: Path | None) -> str:
    try:
        data = standard_input() if path is None or path == _STANDARD_INPUT else path.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise BadInputError(tr("‘{name}’ cannot be read.").format(name=path)) from error
    except UnicodeDecodeError as error:
        raise BadInputError(tr("The text is not in UTF-8. Save it as UTF-8 and try again.")) from error


def _answer(arguments: argparse.Namespace, text: str, look: Look) -> Reply:
    if arguments.jsonl:
        each = [{"id": id_, "spans": _spans(words, look)} for id_, words in _records(text)]
        found = any(one["spans"] for one in each)
        return Reply(each, [_one_line(one) for one in each], holds=not found)
    spans = _spans(text, lambda words: look(_with_line_ends(words)))
    lines = [f"{span['start']}-{span['end']}  {span['kind']}  {_on_one_line(str(span['text']))}" for span in spans]
    lines.append(trn("{n} name found.", "{n} names found.", len(spans)))
    return Reply({"spans": spans}, lines, holds=not spans)


def _with_line_ends(text: str) -> str:
    """A JSON document with line ends, and a blank for its length, where it has the signs for one."""
    if text.lstrip()[:1] not in ("{", "["):
        return text
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return text
    return _SIGN_OF_LINE_END.sub(r"\1\n ", text)


def _records(text: str) -> Iterator[tuple[object, str]]:
    """The id, whatever it is, and the text of every line."""
    for number, line in enumerate(text.split("\n"), 1):  # U+2028 and the like may stand inside a text of JSON
        if line.strip():
            try:
                record = json.loads(line)
                id_, words = record["id"], record["text"]
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise _other_form(number) from error
            if not isinstance(words, str):
                raise _other_form(number)
            yield id_, words


def _other_form(number: int) -> BadInputError:
    return BadInputError(tr("Line {n} is not of the form {form}.").format(n=number, form='{"id","text"}'))


def _one_line(answer: dict[str, object]) -> str:
    """An answer as one line of JSON; half of a surrogate pair, which is no text, is written as its escape."""
    line = json.dumps(answer, ensure_ascii=False)
    return line if line.isprintable() else json.dumps(answer)


def _on_one_line(words: str) -> str:
    """A name that stands across the end of a line is told on one."""
    return " ".join(words.split())


def _spans(text: str, look: Look) -> list[dict[str, object]]:
    return [
        {"start": mark.start, "end": mark.end, "kind": mark.kind, "text": text[mark.start : mark.end]}
        for mark in look(text)
    ]
