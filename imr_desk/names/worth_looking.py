"""Which words of a text the tagger is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from imr_desk.names.lines import Lines
from imr_desk.names.lists import the_lists
from imr_desk.names.never_names import domain_of, is_everyday_file, is_of_a_date
from imr_desk.names.normalise import Joint, Shape
from imr_desk.names.parts import parts_of
from imr_desk.names.view import CLOSE, CONTRACTED, Kind, View
from imr_desk.names.word_clues import class_of, run_together

_LONGEST = 40
"""Letters; nobody's name is longer."""
_SMALL_BEARERS, _MANY_BEAR, _SHORTEST = 2, 3, 3
_BORNE, _WORD_NAME, _ASK = "b", "w", "a"
_NEVER_NAMES = "abpqrcnz"
"""Classes of little words, see ``word_classes.txt``."""
_CONTRACTING, _TWO = "abdrcnk", 2
"""Classes of words that others hang on to: ``don't``, ``they're``, ``that's``."""
_CODE = re.compile(r"(?=[a-f]*\d)[0-9a-f]{8,}", re.IGNORECASE)
_CODE_LENGTH, _SHORT_CODE = 64, 4


def worth_looking(view: View, lines: Lines) -> Iterator[int]:
    """All words with a capital; in small letters those that are in no dictionary and that somebody bears.

    An everyday word in small letters is looked at where something speaks for a name.
    """
    names_end = -2
    for index, kind in enumerate(view.kinds):
        word = view.words[index]
        if kind is Kind.PLAIN and not _may_be_small_name(view, lines, index, names_end == index - 1):
            continue
        if len(word.word) > _LONGEST or _is_code(view, index) or _is_people(view, index) or _is_contracted(view, index):
            continue
        if is_of_a_date(view, index) or is_everyday_file(view, index) or domain_of(view, index) == "public":
            continue
        if kind is Kind.PLAIN and (word.word not in view.lists.ordinary or parts_of(word.word).first >= _MANY_BEAR):
            names_end = index
        yield index


def _may_be_small_name(view: View, lines: Lines, index: int, after_name: bool) -> bool:
    """Whether a word in small letters is in no dictionary, or many people bear it and it stands where names do."""
    word = view.words[index]
    if word.last - word.first > 1:
        return len(word.word) >= _SHORTEST and _may_be_small_compound(view, index)
    how = _small(word.word)
    if not how or how == _BORNE:
        return bool(how)
    if how[0] == _WORD_NAME and view.after(index) in view.lists.beside["verbs_after"]:
        return True
    return how != _WORD_NAME and _stands_like_name(view, lines, index, after_name)


@lru_cache(maxsize=1 << 15)
def _small(word: str) -> str:
    """What a word in small letters may be: nothing, borne and in no dictionary, else what has to be asked further."""
    lists = the_lists()
    if len(word) < _SHORTEST or class_of(word) in _NEVER_NAMES:
        return ""
    first, last, _ = parts_of(word)
    if word not in lists.ordinary:
        return _BORNE if (max(first, last) > 0 or run_together(word)) and word not in lists.times else _ASK
    return _WORD_NAME * (word in lists.word_first_names) + _ASK * (max(first, last) >= _MANY_BEAR)


def _may_be_small_compound(view: View, index: int) -> bool:
    """Whether somebody bears a part of ``annabel-windsor``; not of ``didn't``, nor of ``part-time`` in a sentence."""
    word, atoms = view.words[index], view.reading.atoms
    if atoms[word.last - 1].joint is Joint.APOSTROPHE and atoms[word.last - 1].word in CONTRACTED:
        return False
    parts = [atom.word for atom in atoms[word.first : word.last]]
    if all(part in view.lists.ordinary for part in parts) and not _is_glued(view, index):
        return False
    return any(max(parts_of(part)[:2]) >= _SMALL_BEARERS for part in parts)


def _stands_like_name(view: View, lines: Lines, index: int, after_name: bool) -> bool:
    """Whether a word comes after a name, a verb such as *phoned* or *from*, is glued, or begins a line of notes."""
    if after_name or _is_glued(view, index):
        return True
    word, beside = view.words[index], view.lists.beside
    if not index or word.joint not in CLOSE:
        return lines.is_small(index)
    before = view.words[index - 1].word
    if before in beside["verbs_before"] or before in beside["before"] or before in view.lists.address:
        return True
    return before in beside["small_before"] and lines.is_small(index)


def _is_glued(view: View, index: int) -> bool:
    """Whether the word stands in an address, a user name or a file name."""
    after = index + 1 < len(view) and view.words[index + 1].joint is Joint.GLUE
    return after or view.words[index].joint is Joint.GLUE


def _is_code(view: View, index: int) -> bool:
    """Whether a word is written as programs write theirs: ``fontTable``, or letters within ``e385e07184d98aeb``."""
    word, text = view.words[index], view.text
    if word.shape is Shape.CAPS and len(word.word) <= _SHORT_CODE and view.number_follows(index):
        return True
    if word.last - word.first > 1:
        atoms = view.reading.atoms[word.first : word.last]
        humps = atoms[0].shape is Shape.LOWER and atoms[1].joint is Joint.CAMEL
        if humps and any(atom.word in view.lists.common for atom in atoms):
            return True
    before = word.start > 0 and text[word.start - 1].isdigit()
    if not before and not text[word.end : word.end + 1].isdigit():
        return False
    near = max(0, word.start - _CODE_LENGTH)
    return any(
        found.start() + near <= word.start and word.end <= found.end() + near
        for found in _CODE.finditer(text[near : word.end + _CODE_LENGTH])
    )


def _is_contracted(view: View, index: int) -> bool:
    """Whether it is ``didn't``, ``I'm`` or ``that'll``; not ``Jan'd``: any name can be drawn together so."""
    word = view.words[index]
    if word.last - word.first < _TWO:
        return False
    atoms = view.reading.atoms[word.first : word.last]
    if atoms[-1].joint is not Joint.APOSTROPHE or atoms[-1].word not in CONTRACTED:
        return False
    return len(atoms) == _TWO and (class_of(atoms[0].word) in _CONTRACTING or len(atoms[0].word) == 1)


def _is_people(view: View, index: int) -> bool:
    """Whether a word names a language, a people or a relative, no capital beside it; not in ``Ann English``."""
    word = view.words[index]
    if word.word not in view.lists.peoples and word.word not in view.lists.beside["relatives"]:
        return False
    if index > 0 and word.joint in CLOSE and view.kinds[index - 1] is not Kind.PLAIN:
        return False
    after = index + 1 < len(view) and view.words[index + 1].joint in CLOSE
    return not (after and view.kinds[index + 1] is not Kind.PLAIN)
