"""One line of a pasted list: what parts its cells, and which of them are people, job titles or addresses."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence

from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import fold

_BULLET = re.compile(
    r"^\s*(?:[\u2022\u2023\u25aa\u25cf\u25e6\u2610-\u2612\u2713\u2714\uf0b7\u00b7*\u2013\u2014-]\s+|\(?\d{1,3}[.):]\s+|\(?[a-z]\)\s+)"
)
_MAIL_HEAD = re.compile(r"^\s*(?:to|cc|bcc|from|attendees|required|optional)\s*:\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"<?\s*([\w.+'-]+)@[\w-]+(?:\.[\w-]+)+\s*>?")
_BRACKETS = re.compile(r"^(.*?\S)\s*[(\[]([^)\]]*)[)\]]\s*$")
_DASH = re.compile(r"\s+[-\u2013\u2014|/]\s+|\s*(?:[-=]>|[=\u2192]|\.{3,}|\u2026+)\s*")
_AFTER_MAIL = re.compile(r"(?:(?<=>)|[\w.+'-]+@[\w.-]+\w)\s*[;,]\s*")
_AFTER_BRACKET = re.compile(r"(?<=[)\]])\s*(?:[;,]\s*(?:and\s+)?|and\s+)")
_INNER = re.compile(r"\s*\(([^()]*)\)")
_SPACED = re.compile(r"(?<=\S) {2,}(?=\S)")
_BLANKS = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u3000]+")
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))
_BETWEEN = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+")
_RULE = re.compile(r"[-:=_+ ]*")
_ABBREVIATED = frozenset(
    ("ao", "eo", "heo", "seo", "io", "cio", "bfo", "scp", "dcp", "cp", "dc", "pc", "ds", "di", "dci")
)
"""Grades and ranks as they are abbreviated in lists of staff."""
_POSTS = frozenset(
    ("trainee", "pupil", "administrator", "analyst", "typist", "apprentice", "lead", "reader", "auditor", "inspector")
)
"""Offices beside those of the lists, which in a text are rather everyday words."""
Person = tuple[str, str]
"""A name, and the job title beside it; "" for either that is not there."""


# ---- the cells of a line
def entries_of(line: str) -> Iterator[str]:
    """The parts of a line that stand each for itself: the addresses of a mail, else all of it."""
    line = _MAIL_HEAD.sub("", line.translate(_UNSEEN))
    parts = _AFTER_MAIL if line.count("@") > 1 or ">" in line else _AFTER_BRACKET if line.count(")") > 1 else None
    begin = 0
    for found in parts.finditer(line) if parts and "\t" not in line else ():
        yield line[begin : found.end()].removesuffix("and ").rstrip(" ;,")
        begin = found.end()
    yield line[begin:]


def by_commas(line: str) -> list[str]:
    """The cells of a line of a table that is written with commas."""
    return [_plain(cell) for cell in next(csv.reader([line]), [])]


def cells_of(line: str) -> list[str]:
    """The parts of a line: by tabs, else by semicolons or bars, else by quotation marks, gaps, a dash, brackets."""
    line = _BULLET.sub("", line) if "\t" not in line else line
    for mark in ("\t", ";", "|"):
        if mark in line.strip(f" {mark}"):
            inner = line.strip(" ").strip(mark) if mark == "|" else line
            return [_plain(cell) for cell in inner.split(mark)]
    line = line.strip(" \t;|")
    quoted = _quoted(line)
    if quoted:
        return quoted
    found = _BRACKETS.match(line)
    if found and "," in found[1] and not _holds_post(found[2]):  # ‘Ida Fexmere, Crown Prosecutor (retired)’
        line = found[1]
    elif found and not _ADDRESS.search(found[2]):
        return [_plain(found[1]), _plain(found[2])]
    parts = _SPACED.split(line) if "," not in line else [line]
    if len(parts) == 1:
        parts = _DASH.split(line, maxsplit=1)
    if len(parts) == 1 and ": " in line:
        parts = line.split(": ", maxsplit=1)
    return [_plain(part) for part in parts]


def _quoted(line: str) -> list[str]:
    """The cells of a line that are in quotation marks, as tables are written with commas; () for any other."""
    if '"' not in line or _ADDRESS.search(line):
        return []
    try:
        cells = next(csv.reader([line], strict=True, skipinitialspace=True), [])
    except csv.Error:  # no such line
        return []
    return [_plain(cell) for cell in cells] if len(cells) > 1 else []


def _plain(cell: str) -> str:
    """A cell without quotation marks, and with single blanks."""
    cell = _BLANKS.sub(" ", cell).strip(' \t"\u201c\u201d,*').strip()
    return cell if "@" in cell else _INNER.sub(_kept_in_brackets, cell).strip()


def _kept_in_brackets(found: re.Match[str]) -> str:
    """What stands in brackets beside a name, if it is one too: ``(née Thornbury)``, but not ``(ext 5521)``."""
    words = [fold(word) for word in found[1].split()]
    lists, last = the_lists(), found[1].split()[-1:]
    known = any(word in lists.places or not word.isalpha() for word in words) or found[1].isupper()
    name = bool(last) and last[0][:1].isupper() and not known and words[-1] not in lists.common
    return found[0] if name or _holds_post(found[1]) else ""


def is_rule(cells: Sequence[str]) -> bool:
    """Whether a line is drawn under headings."""
    return all(_RULE.fullmatch(cell) for cell in cells) and any("--" in cell or "==" in cell for cell in cells)


# ---- whose cells they are
def people_in(cells: Sequence[str]) -> list[Person]:
    """The people in the cells of a line without headings: a job title is known by its words."""
    cells = [cell for cell in cells if cell]
    said = [cell for cell in cells if not _is_number(cell)] or cells
    if len(said) == 1:
        return _from_commas(said[0])
    found = _one_after_another(said)
    if found:
        return found
    titles = [cell for cell in said if is_job_title(cell)]
    rest = [cell for cell in said if cell not in titles]
    if not rest and len(titles) > 1:  # somebody has the name of a post
        rest, titles = titles[:1], titles[1:]
    title = titles[0] if titles else ""
    names = [without_address(cell) for cell in rest if not is_address(cell)]
    if not names:
        return [(without_address(rest[0]) if rest else "", title)]
    if all(" " not in name for name in names):
        return [(" ".join(names[:2]), title)]
    many = _several(names[0])
    return [(name, plain_title(title)) for name in many] if many else [(names[0], title)]


def _one_after_another(cells: Sequence[str]) -> list[Person]:
    """Several people beside each other, each perhaps with a job title after the name; [] where it is one person."""
    begin = [at for at, cell in enumerate(cells) if _is_person(cell)]
    if all(" " in cell and _can_only_be_name(cell) for cell in cells):
        begin = list(range(len(cells)))
    if len(begin) < 2:
        return []
    found: list[Person] = []
    for at, cell in enumerate(cells):
        if at in begin and _has_title(cell):
            found += _from_commas(cell)
        elif at in begin or not (is_job_title(cell) or is_address(cell)):
            after = cells[at + 1] if at + 1 < len(cells) and at + 1 not in begin else ""
            found.append((without_address(cell), after if is_job_title(after) else ""))
    return found


def _from_commas(words: str) -> list[Person]:
    """The people of one cell: what follows a comma is a first name, a job title, one more person, or none of these."""
    words = without_address(words)
    many = _several(words)
    if many:
        return [(name, "") for name in many]
    before, comma, after = words.partition(",")
    if not comma:
        return [(words, "")]
    after, second, rest = (part.strip() for part in after.partition(","))
    if is_job_title(after):
        return [(before.strip(), f"{after}, {rest}" if second else after)]
    if is_job_title(before) and " " in before and " " in after:  # ‘Unit Head, Ida Fexmere’
        return [(after, before)]
    if " " in before.strip() and " " in after:  # ‘Ida Fexmere, CPS London’
        return [(before.strip(), rest if is_job_title(rest) else "")]
    return [(f"{before.strip()}, {after}", rest if is_job_title(rest) else "")]


def _several(words: str) -> list[str]:
    """The names of an enumeration, ‘Ida Fexmere, Osric Pellbrook and Una Thrupp’; [] for anything else."""
    parts = [part for part in _BETWEEN.split(words) if part]
    if len(parts) < 2 or any(" " not in part or is_job_title(part) for part in parts):
        return []
    named = sum(map(begins_like_person, parts)) > 1
    return parts if named or (len(parts) > 2 and all(map(_can_only_be_name, parts))) else []


def _can_only_be_name(words: str) -> bool:
    """Whether all words are written like names, and none is an everyday word or an abbreviation."""
    lists = the_lists()
    known = lists.ordinary | lists.places | lists.roles
    return all(word.istitle() and fold(word) not in known for word in words.split())


def _has_title(cell: str) -> bool:
    """Whether it is a name with a job title after a comma."""
    before, _, after = cell.partition(",")
    return " " in before and is_job_title(after) and not is_job_title(before)


def _is_person(cell: str) -> bool:
    """Whether a cell by itself is somebody's name: ``Ida Fexmere``, ``Fexmere, Ida``, ``Ida <ida@police.uk>``."""
    if _has_title(cell):
        return True
    if is_address(cell) or is_job_title(cell):
        return False
    if _ADDRESS.search(cell):
        return True
    before, comma, after = (part.strip() for part in cell.partition(","))
    if comma:
        return bool(after) and not is_job_title(after) and (" " not in before or " " not in after)
    return " " in before and begins_like_person(before)


def begins_like_person(words: str) -> bool:
    """Whether the first word is a first name, an initial or what stands before a surname."""
    first = fold(words.split()[0].rstrip("."))
    lists = the_lists()
    known = first in lists.first_names or first in lists.word_first_names
    return known or first in lists.titles or first in lists.ranks or len(first) == 1


def is_job_title(words: str) -> bool:
    """Whether words are those of a post: ``Senior Crown Prosecutor 2``, ``HEO``; ``Ida Clerk`` is a person."""
    lists = the_lists()
    folded = _folded(words)
    if len(folded) > 1 and folded[0] in lists.first_names and folded[0] not in lists.ordinary:
        return False
    numbered = words.strip()[-1:].isdigit() and " " in words.strip()
    return numbered or _holds_post(words)


def _holds_post(words: str) -> bool:
    lists = the_lists()
    known = lists.roles | lists.grades | _POSTS
    return any(word in known or word.rstrip("s") in known or word in _ABBREVIATED for word in _folded(words))


def _folded(words: str) -> list[str]:
    return [fold(word) for word in re.split(r"[\s/&:,-]+", words) if word]


def plain_title(words: str) -> str:
    """A job title that stands over the names of those who have it: ‘Crown Prosecutors:’ without colon and plural."""
    words = words.rstrip(" :")
    return words[:-1] if words.endswith("s") and not _is_post(words) and _is_post(words[:-1]) else words


def names_a_post(words: str) -> bool:
    """Whether words are a job title that ends with the post: ‘Crown Prosecutors’, not ‘Magistrates’ court team’."""
    return is_job_title(words) and _is_post(plain_title(words))


def _is_post(words: str) -> bool:
    last = fold(words.split()[-1]) if words.split() else ""
    return last in the_lists().roles or last in _POSTS or last in _ABBREVIATED


# ---- addresses and numbers
def is_address(cell: str) -> bool:
    """Whether a cell is a mail address and nothing else."""
    return bool(_ADDRESS.fullmatch(cell))


def _is_number(cell: str) -> bool:
    return not any(map(str.isalpha, cell))


def without_address(words: str) -> str:
    """The words without a mail address; the name in the address where nothing else is there."""
    found = _ADDRESS.search(words)
    if not found:
        return words
    rest = (words[: found.start()] + words[found.end() :]).strip(" \"'\u201c\u201d\u2018\u2019<>,")
    return _BRACKETS.sub(r"\1", rest) if rest else _from_local(found[1])


def _from_local(local: str) -> str:
    """``anna.kowalska`` as a name."""
    return " ".join(part.capitalize() for part in re.split(r"[._+-]+|\d+", local) if len(part) > 1)
