"""What stands in one company with a word: the capitals beside it, and the other items of a list, left and right.

``Harwood & Pell Solicitors`` ends in the name of a firm; ``calls came from Leeds, York and Kent`` begins after *from*
and holds places. A person stands in other company.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from imr_desk.names.lists import known_words, the_lists
from imr_desk.names.normalise import Joint
from imr_desk.names.parts import parts_of
from imr_desk.names.view import Kind, View

_FARTHEST = 4
"""So many words on each side belong to one company at the most."""
_ITEMS = 3
_LINKS = ("and", "or")
_LITTLE = frozenset("abpqrcnzd")
_HEADS = (("firms", "F"), ("roads", "R"), ("law_heads", "L"), ("heads", "H"), ("organisations", "O"))
_MANY_BEAR, _SOME_BEAR = 3, 2
NOTHING = ""


class Facts(NamedTuple):
    """What the company says.

    The head at the end of the capitals, how far off it is, and how many capitals stand before the word; the head of the
    last item of the list; the sorts of the items left and right; the word before the whole; whether a place, a first
    name that is nothing else, or a firm or thing that is no name, is among the items.
    """

    head: str
    to_head: int
    before: int
    list_head: str
    left: str
    right: str
    preposition: str
    places: bool
    first_names: bool
    known: bool


ALONE = Facts(NOTHING, 0, 0, NOTHING, NOTHING, NOTHING, NOTHING, False, False, False)


@cache
def _heads() -> dict[str, str]:
    """The words that say what capitals before them name, each with a letter; the first section that has one counts."""
    beside = the_lists().beside
    found: dict[str, str] = {}
    for section, letter in _HEADS:
        for word in sorted(beside[section]):
            found.setdefault(word, letter)
    return found


@lru_cache(maxsize=1 << 15)
def sort_of(word: str, kind: Kind) -> str:
    """What sort of word it is, as a letter.

    ``k`` a firm, a system or a case that is hardly a name; ``c`` a country, ``p`` a place that hardly anybody bears,
    ``q`` one that people bear; ``f`` a first name, ``n`` another name in no dictionary, ``u`` an unknown word; ``b`` an
    everyday word that people bear, ``w`` one that they do not; ``t`` a time, ``a`` an abbreviation, ``i`` an initial,
    ``r`` an office, ``h`` a head of a body or a road.
    """
    lists = the_lists()
    first, last, _ = parts_of(word)
    if kind is Kind.INITIAL or kind is Kind.SHORT:
        return "i" if kind is Kind.INITIAL else "a"
    if word in lists.times:
        return "t"
    if word in lists.roles or word in lists.titles or word in lists.ranks:
        return "r"
    if word in _heads():
        return "h"
    if word in lists.beside["countries"]:
        return "c"
    if word in known_words():
        return "k"
    if word in lists.places:
        return "q" if max(first, last) >= _MANY_BEAR else "p"
    if word in lists.ordinary:
        return "b" if max(first, last) >= _MANY_BEAR else "w"
    if first >= _MANY_BEAR or word in lists.first_names:
        return "f"
    return "n" if max(first, last) >= _SOME_BEAR else "u"


class Company:
    """Finds the company of the words of one text; no more than a few words on each side are looked at."""

    def __init__(self, view: View) -> None:
        """Nothing is looked at yet."""
        self._view, self._words, self._kinds = view, view.words, view.kinds
        self._last = -1, ALONE

    def of(self, index: int) -> Facts:
        """The company of a word with a capital; the last that was asked about is remembered."""
        if self._last[0] != index:
            self._last = index, self._found(index)
        return self._last[1]

    def _found(self, index: int) -> Facts:
        if self._kinds[index] is Kind.PLAIN:
            return ALONE
        first, last = self._left_end(index), self._right_end(index)
        head = _heads().get(self._words[last].word, NOTHING) if last > index else NOTHING
        lefts, begin = self._items_left(first)
        rights, list_head = self._items_right(last)
        sorts = [*lefts, *rights]
        return Facts(
            head,
            last - index if head else 0,
            min(index - first, 2),
            list_head,
            lefts[0] if lefts else NOTHING,
            rights[0] if rights else NOTHING,
            self._preposition(begin),
            "c" in sorts or "p" in sorts,
            "f" in sorts,
            "k" in sorts,
        )

    def _sort(self, index: int) -> str:
        return sort_of(self._words[index].word, self._kinds[index])

    def _left_end(self, index: int) -> int:
        """The first of the capitals that the word stands among; little words at the beginning do not count."""
        first, words, kinds, classes = index, self._words, self._kinds, self._view.lists.classes
        while first and index - first < _FARTHEST and words[first].joint is Joint.SPACE:
            before = first - 1
            if kinds[before] is Kind.PLAIN or classes.get(words[before].word, "") in _LITTLE:
                break
            first = before
        return first

    def _right_end(self, index: int) -> int:
        """The last of the capitals that the word stands among."""
        last, words, kinds = index, self._words, self._kinds
        while last + 1 < len(words) and last - index < _FARTHEST:
            if words[last + 1].joint is not Joint.SPACE or kinds[last + 1] is Kind.PLAIN:
                break
            last += 1
        return last

    def _items_left(self, first: int) -> tuple[list[str], int]:
        """The sorts of the last words of the items before, nearest first, and where the list begins."""
        found: list[str] = []
        while len(found) < _ITEMS:
            last = self._item_before(first)
            if last < 0:
                break
            found.append(self._sort(last))
            first = self._left_end(last)
        return found, first

    def _item_before(self, first: int) -> int:
        """The last word of the item before the one that begins at ``first``; -1 for none."""
        words, kinds = self._words, self._kinds
        joint = words[first].joint
        if first and joint is Joint.COMMA:
            last = first - 1
        elif first > 1 and joint is Joint.SPACE and words[first - 1].word in _LINKS:
            last = first - 2
            if words[first - 1].joint not in (Joint.SPACE, Joint.COMMA):
                return -1
        elif first and joint is Joint.OTHER and self._is_ampersand(first):
            last = first - 1
        else:
            return -1
        return -1 if kinds[last] is Kind.PLAIN else last

    def _items_right(self, last: int) -> tuple[list[str], str]:
        """The sorts of the first words of the items after, nearest first, and the head at the end of the list."""
        found: list[str] = []
        head = NOTHING
        while len(found) < _ITEMS:
            first = self._item_after(last)
            if not first:
                break
            found.append(self._sort(first))
            last = self._right_end(first)
            head = _heads().get(self._words[last].word, NOTHING)
        return found, head

    def _item_after(self, last: int) -> int:
        """The first word of the item after the one that ends with ``last``; 0 for none."""
        words, kinds, first = self._words, self._kinds, last + 1
        if first >= len(words):
            return 0
        joint = words[first].joint
        if joint is Joint.SPACE and words[first].word in _LINKS and first + 1 < len(words):
            first += 1
            if words[first].joint is not Joint.SPACE:
                return 0
        elif joint is not Joint.COMMA and not (joint is Joint.OTHER and self._is_ampersand(first)):
            return 0
        return 0 if kinds[first] is Kind.PLAIN else first

    def _is_ampersand(self, index: int) -> bool:
        """Whether nothing but an ampersand stands before a word."""
        return self._view.text[self._words[index - 1].end : self._words[index].start].strip() == "&"

    def _preposition(self, begin: int) -> str:
        """The word before the list, or what begins there instead."""
        joint = self._words[begin].joint
        if not begin or joint not in (Joint.SPACE, Joint.LINE):
            return f"{joint:d}"
        return self._words[begin - 1].word


def company_clues(facts: Facts, sort: str, spot: str) -> list[str]:
    """The clues of the company of a word of that sort; ``spot`` as in `word_clues.alone`."""
    shape = spot[0]
    clues = [f"y{sort}{spot}", f"yZ{facts.preposition}{sort}"]
    if facts.head:
        clues += (f"yE{facts.head}{facts.to_head}{shape}", f"yE{facts.head}{facts.to_head}{sort}{facts.before}")
    if facts.list_head:
        clues += (f"yX{facts.list_head}{shape}", f"yX{facts.list_head}{sort}")
    if facts.left:
        clues += (f"y<{facts.left}{sort}{shape}", f"yZl{facts.preposition}")
    if facts.right:
        clues.append(f"y>{facts.right}{sort}{shape}")
    if facts.left or facts.right:
        clues.append(f"y={facts.left}{facts.right}{sort}")
    if facts.places:
        clues += ("yP", f"yP{sort}")
    if facts.first_names:
        clues += ("yF", f"yF{sort}")
    if facts.known:
        clues += ("yK", f"yK{sort}")
    return clues
