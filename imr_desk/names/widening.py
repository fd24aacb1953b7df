"""A name that was found in part is marked whole: with its initials, its particles, and all of it in an address."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from imr_desk.names.normalise import Joint, Shape, Word
from imr_desk.names.parts import parts_of
from imr_desk.names.rules import Candidate
from imr_desk.names.view import View

_MOST_INITIALS = 3
_MOST_PARTS = 8
_JOINED = (Joint.GLUE, Joint.CAMEL)


def widened(view: View, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each candidate, and what belongs to it before and after."""
    starts = [word.start for word in view.words]
    for one in found:
        first = bisect_right(starts, one.start) - 1
        last = bisect_right(starts, one.end - 1)
        yield _in_address(view, _whole_words(view, one, first, last), first, last)


def _whole_words(view: View, one: Candidate, first: int, last: int) -> Candidate:
    """With the other names of a word in hyphens, ``annabel-windsor``, and what stands before."""
    words = view.words
    start, end = one.start, one.end
    if words[first].start < start and _are_names(view, words[first], words[first].start, start):
        start = words[first].start
    if end < words[last - 1].end and _are_names(view, words[last - 1], end, words[last - 1].end):
        end = words[last - 1].end
    if start == words[first].start:
        start = words[_begin(view, first)].start
    if end == words[last - 1].end:
        end = _with_initials(view, last)
    return one._replace(start=start, end=end)


def _with_initials(view: View, last: int) -> int:
    """Where a name ends whose last word is before ``last``: after its initials, ``Fowler, S.J``."""
    words, end = view.words, view.words[last - 1].end
    for index in range(last, min(len(words), last + _MOST_INITIALS)):
        word = words[index]
        initial = word.shape is Shape.INITIAL and not word.possessive
        if initial and word.joint is Joint.GLUE and view.text[words[index - 1].end] in "._":
            end = word.end
            continue
        if initial and index == last and word.joint is Joint.COMMA and view.text[word.end : word.end + 1] == ".":
            end = word.end
            continue
        atom = view.reading.atoms[word.first]
        if word.joint is Joint.GLUE and view.text[words[index - 1].end] == "_" and atom.shape is Shape.INITIAL:
            end = atom.end
        break
    return end


def _are_names(view: View, word: Word, start: int, end: int) -> bool:
    """Whether every piece of a word between two places is borne by people and in no list of everyday words."""
    atoms = view.reading.atoms[word.first : word.last]
    pieces = [atom.word for atom in atoms if start <= atom.start and atom.end <= end]
    return bool(pieces) and all(len(piece) > 2 and _is_borne(view, piece) for piece in pieces)


def _is_borne(view: View, piece: str) -> bool:
    return max(parts_of(piece)[:2]) > 1 and piece not in view.lists.common


def _begin(view: View, first: int) -> int:
    """Where a name begins whose word ``first`` was found: at its initials or particles, if it has any."""
    particles = view.lists.beside["particles"]
    at = first
    while at and first - at < _MOST_INITIALS:
        before, joint = view.words[at - 1], view.words[at].joint
        initial = before.shape is Shape.INITIAL and joint in (Joint.DOT, Joint.GLUE)
        particle = before.word in particles and joint in (Joint.SPACE, Joint.APOSTROPHE) and at - 1 > 0
        capital = before.word in particles and joint is Joint.SPACE and before.shape is Shape.TITLE
        if not (initial or particle or capital):
            break
        at -= 1
    return at


def _in_address(view: View, one: Candidate, first: int, last: int) -> Candidate:
    """With the rest of the part of an e-mail address before the @."""
    words, begin, end = view.words, first, last
    while begin and first - begin < _MOST_PARTS and _hangs_on(view, begin):
        begin -= 1
    while end < len(words) and end - last < _MOST_PARTS and _hangs_on(view, end):
        end += 1
    if view.text[words[end - 1].end : words[end - 1].end + 1] != "@":
        return one
    return one._replace(start=min(one.start, words[begin].start), end=max(one.end, words[end - 1].end))


def _hangs_on(view: View, index: int) -> bool:
    """Whether a word is joined to the one before it without a blank, and no @ between them."""
    before, word = view.words[index - 1], view.words[index]
    return word.joint in _JOINED and "@" not in view.text[before.end : word.start]
