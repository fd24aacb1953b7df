"""Clues of words joined without a blank, in hyphens or in small letters: user names, file names, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import Joint, Shape
from imr_desk.names.parts import parts_of
from imr_desk.names.view import Kind, View

_COARSE = "01122333"
_CITED = re.compile(r"\s?[\[(](?:19|20)\d\d[\])]")
_CITED_WITHIN = 10
_MOST_PIECES = 4
_MANY_BEAR = 3
_TWO = 2


@lru_cache(maxsize=1 << 15)
def borne(word: str) -> str:
    """How many bear a word as first name and surname, each as a digit, and how well the dictionary knows it."""
    if len(word) == 1:
        return "1"
    lists = the_lists()
    first, last, _ = parts_of(word)
    known = "c" if word in lists.common else "r" if word in lists.ordinary else "n"
    known = "p" if word in lists.places else "t" if word in lists.times else known
    return _COARSE[first] + _COARSE[last] + known


@lru_cache(maxsize=1 << 15)
def _piece(word: str) -> str:
    """A piece of a compound: ``t`` a time, ``x`` a prefix, ``1`` a letter, ``w`` a word, ``b`` one that is borne."""
    lists = the_lists()
    if len(word) == 1:
        return "1"
    if word in lists.times:
        return "t"
    if word in lists.beside["prefixes"]:
        return "x"
    first, last, _ = parts_of(word)
    if word in lists.places:
        return "p"
    if word in lists.ordinary:
        return "b" if max(first, last) >= _MANY_BEAR else "w"
    return "n" if max(first, last) else "u"


def is_cited(view: View, index: int) -> bool:
    """Whether a year in brackets follows, as after the name of a case: ``Harwood [2011]``."""
    end = view.words[index].end
    return bool(_CITED.match(view.text, end, end + _CITED_WITHIN))


def glued(view: View, index: int, cited: bool) -> list[str]:
    """The clues of what is joined to a word, or stands beside it in small letters."""
    words, clues = view.words, []
    word = words[index]
    small = word.shape is Shape.LOWER
    if word.last - word.first > 1:
        atoms = view.reading.atoms[word.first : word.last][:_MOST_PIECES]
        clues.append(f"cp{word.shape:d}" + "".join(_piece(atom.word) for atom in atoms))
    if cited:
        before = words[index - 1].word if index else ""
        clues.append(f"cited{'v' if before == 'v' else ''}")
    if index and (word.joint is Joint.GLUE or (small and word.joint is Joint.SPACE)):
        clues += _beside(view, index, index - 1, "<")
    if index + 1 < len(words):
        right = words[index + 1]
        if right.joint is Joint.GLUE or (right.joint is Joint.SPACE and (small or right.shape is Shape.LOWER)):
            clues += _beside(view, index, index + 1, ">")
        if right.joint is Joint.SPACE and right.shape is Shape.CAPS and len(right.word) == _TWO:
            clues.append(f"two>{borne(word.word)}{word.shape:d}")
    if view.text[word.end : word.end + 1].isdigit():
        clues.append(f"G#{borne(word.word)}{word.shape:d}")
    return clues


def _beside(view: View, index: int, other: int, side: str) -> Iterator[str]:
    """The clues of a neighbour: joined by which mark, or a blank, and how many bear both."""
    word, near = view.words[index], view.words[other]
    if view.words[max(index, other)].joint is Joint.GLUE:
        mark = view.text[word.start - 1 : word.start] if side == "<" else view.text[word.end : word.end + 1]
        yield f"G{side}{mark}"
        yield f"G{side}{mark}{borne(near.word)}{borne(word.word)}"
        yield f"G{side}{mark}{borne(near.word)[-1]}{word.shape:d}"
    elif view.kinds[other] is Kind.PLAIN and near.word not in view.lists.classes:
        yield f"sm{side}{borne(near.word)}{borne(word.word)}{word.shape:d}"
        yield f"sm{side}{borne(near.word)[:2]}{word.shape:d}"
