"""Reading a Word file back: the words that a signature covers, the seal, and every text for the scan for names.

Works on our own files also after Word or LibreOffice has saved them: blocks are known by the bookmark on their heading,
paragraphs that the digest leaves out by the name of their style.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from imr_desk.export import seal
from imr_desk.export.reading.everything import everything_in
from imr_desk.export.reading.everything_packed import decoded
from imr_desk.export.reading.package import Package
from imr_desk.export.reading.parts import custom_properties, notes, other_parts
from imr_desk.export.reading.styles import read_styles
from imr_desk.export.reading.walk import walk
from imr_desk.export.words import Line, fold
from imr_desk.names.scan import CELL_END


@dataclass(frozen=True)
class ReadBack:
    """What was read.

    ``lines`` are those that ``words.lines`` gives for the same report. ``unsealed`` is the rest of the body's text:
    what no digest covers, so whoever verifies can show it. ``blocks`` are the ids of the blocks in the order in which
    they begin, and whether the digest counts them. ``parts`` are place and text of everything in the file; the body's
    places are ``body B05``. ``beneath`` are place and text of whatever else the file holds, each once: attributes,
    names of parts, what a change took away; of little use to a reader, but a name may hide there.
    """

    lines: tuple[Line, ...]
    seal: dict[str, Any] | None
    parts: tuple[tuple[str, str], ...]
    unsealed: tuple[Line, ...] = ()
    blocks: tuple[tuple[str, bool], ...] = ()
    beneath: tuple[tuple[str, str], ...] = ()
    paged: bool = True
    """Whether it has pages, with the marking at their head and foot; a list has none."""


def read_word(data: bytes) -> ReadBack:
    """Read a .docx; accepted insertions count, deletions do not.

    Raises BadInputError, with a plain sentence, for anything that is not a sound Word file of reasonable size.
    """
    with Package(data) as package:
        styles = read_styles(package)
        custom = custom_properties(package)
        parts = list(other_parts(package, styles, custom))
        lines: list[Line] = []
        unsealed: list[Line] = []
        blocks: list[tuple[str, bool]] = []
        with package.open(package.main) as stream:
            for piece in walk(stream, styles, package.pictures()):
                if piece.counted:
                    _add(lines, piece.block, piece.texts, empty=piece.is_row)
                else:
                    _add(unsealed, piece.block, piece.texts)
                if piece.begins:
                    blocks.append(piece.begins)
                if piece.raw.strip():
                    parts.append((f"body {piece.block}".strip(), piece.raw))
        for kind, text in notes(package, styles):
            _add(lines, kind, (text,))
        found = seal.from_properties(custom)
    sealed = [value for name, value in custom.items() if found and seal.is_piece(name)]
    beneath = not_among(everything_in(data), parts, sealed)
    return ReadBack(tuple(lines), found, tuple(parts), tuple(unsealed), tuple(blocks), beneath)


def not_among(
    everything: Iterable[tuple[str, str]], parts: Iterable[tuple[str, str]], sealed: Iterable[str] = ()
) -> tuple[tuple[str, str], ...]:
    """What of `everything` is neither one of the `parts`, a cell or line of one, nor a piece of the seal."""
    known = set(sealed)
    packed = (content for piece in sealed for content in decoded(piece))
    known.update(words.strip() for content in packed for _, words in everything_in(content))
    for _, text in parts:
        for cell in text.split(CELL_END):
            known.update((cell.strip(), *(line.strip() for line in cell.splitlines())))
    return tuple((place, text) for place, text in everything if text.strip() not in known)


def open_part(found: ReadBack) -> ReadBack:
    """What was read of a file that no signature covers: its open lines as those that are compared."""
    return replace(found, lines=tuple(line for line in found.unsealed if line.text), unsealed=())


def _add(lines: list[Line], block: str, texts: Iterable[str], *, empty: bool = False) -> None:
    """Add the texts as lines, those without words only where they are to count."""
    lines.extend(Line(block, words) for text in texts if (words := fold(text)) or empty)
