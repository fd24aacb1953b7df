"""What a word says by itself, whatever stands around it: the lists of names, the dictionary, how it is written."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from imr_desk.names.lists import shared_names, shared_words, the_lists
from imr_desk.names.normalise import Joint, Word
from imr_desk.names.parts import Parts, parts_of
from imr_desk.names.view import Kind, View

COARSE = (0, 1, 1, 2, 2, 3, 3, 3)
"""How the seven steps of a list are put together where two lists are looked at side by side."""
ENDING = 3
_LONG_WORD, _SHORT_WORD, _MANY_ATOMS = 9, 5, 4
_SHORTEST_NAME, _LONGEST_TOGETHER, _MANY_BEAR = 3, 24, 3
_NO_CLASS = "x"
_ENDINGS = (
    *(("ed", "E"), ("ing", "G"), ("ly", "Y"), ("tion", "T"), ("ment", "T"), ("ness", "T"), ("ity", "T"), ("s", "S")),
)


class Own(NamedTuple):
    """What a word is by itself: what the lists of names say, its class in the dictionary, and both in short."""

    parts: Parts
    dictionary: str
    short: str


@lru_cache(maxsize=1 << 15)
def dictionary(word: str) -> str:
    """``c`` everyday, ``r`` rarer, ``n`` in no dictionary, ``t`` a time; then what else it can be."""
    lists = the_lists()
    known = "c" if word in lists.common else "r" if word in lists.ordinary else "n"
    marks = (
        ("T", lists.titles),
        ("T", lists.ranks),
        ("R", lists.roles),
        ("H", lists.beside["heads"]),
        ("O", lists.beside["organisations"]),
        ("P", lists.peoples),
        ("L", () if word in lists.peoples else lists.places),
    )
    letters = dict.fromkeys(letter for letter, words in marks if word in words)
    return ("t" if word in lists.times else known) + "".join(letters)


@lru_cache(maxsize=1 << 15)
def class_of(word: str) -> str:
    """What kind of word an everyday word is, as a letter; by its ending where no list has it."""
    found = the_lists().classes.get(word)
    if found:
        return found
    for ending, letter in _ENDINGS:
        if word.endswith(ending):
            return letter
    return _NO_CLASS


@cache
def _sections_of_words() -> dict[str, tuple[str, ...]]:
    """Every word of the list of evidence with the sections that hold it, in the order of the list."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in the_lists().beside.items():
        for word in words:
            found[word] = (*found.get(word, ()), name)
    return found


def sections(word: str) -> tuple[str, ...]:
    """The sections of the list of evidence that hold a word."""
    return _sections_of_words().get(word, ())


@lru_cache(maxsize=1 << 15)
def _own(word: str, kind: Kind) -> Own:
    return _put_together(parts_of(word), word, kind)


@lru_cache(maxsize=1 << 15)
def run_together(word: str) -> str:
    """Whether a word is a name with an initial, or two names, as in user names: ``jsmith``, ``smithj``, ``annsmith``.

    ``i`` initial first, ``j`` initial last, ``b`` both names, as far as many people bear them; empty for other words.
    """
    if len(word) < _SHORT_WORD or len(word) > _LONGEST_TOGETHER or max(parts_of(word)[:2]) > 1:
        return ""
    if len(word) >= 2 * _SHORTEST_NAME:
        for place in range(_SHORTEST_NAME, len(word) - _SHORTEST_NAME + 1):
            if parts_of(word[:place]).first >= _MANY_BEAR and parts_of(word[place:]).last >= _MANY_BEAR:
                return "b"
    if parts_of(word[1:]).last >= _MANY_BEAR:
        return "i"
    return "j" if max(parts_of(word[:-1])[:2]) >= _MANY_BEAR else ""


def borne_by_all(word: str) -> int:
    """How many bear the surname of which a word may be the plural: ``Moyos``, ``Joneses``."""
    stems = [word[:-1]] + ([word[:-2]] if word.endswith("es") else [])
    return max(COARSE[parts_of(stem).last] for stem in stems)


def _put_together(parts: Parts, word: str, kind: Kind) -> Own:
    known = dictionary(word)
    short = f".{known}" if kind is Kind.PLAIN else f"{kind:d}{COARSE[parts.first]}{COARSE[parts.last]}{known}"
    return Own(parts, known, short)


def own(view: View, index: int) -> Own:
    """What a word is by itself; one with hyphens or humps is the most that the lists say of any part."""
    word, kind = view.words[index], view.kinds[index]
    if word.last - word.first == 1:
        return _own(word.word, kind)
    found = [parts_of(word.word), *(parts_of(atom.word) for atom in view.reading.atoms[word.first : word.last])]
    return _put_together(Parts(*map(max, zip(*found, strict=True))), word.word, kind)


def alone(word: Word, kind: Kind, own: Own, spot: str) -> list[str]:
    """The clues of the word itself. ``spot``: its shape, and whether it stands within a sentence."""
    (first, last, place), known, _ = own
    shape, some_first, some_last = spot[0], COARSE[first], COARSE[last]
    length = len(word.word)
    clues = [
        "1",
        f"k{kind:d}",
        f"s{spot}",
        f"F{first}",
        f"L{last}",
        f"P{place}",
        f"D{known}",
        f"FD{first}{known}",
        f"LD{last}{known}",
        f"FL{some_first}{some_last}{shape}",
        f"ks{kind:d}{spot}",
        f"DFL{known}{some_first}{some_last}{spot}",
        f"PD{place}{known}{some_last}",
        f"n{min(length, _LONG_WORD)}",
        f"o{int(word.possessive)}",
        f"a{min(word.last - word.first, _MANY_ATOMS)}",
        f"nD{min(length, _SHORT_WORD)}{known}{shape}",
    ]
    if known[0] == "n":
        clues += (
            f"J{run_together(word.word)}{shape}",
            f"E{word.word[-ENDING:]}{shape}",
            f"E{word.word[-ENDING + 1 :]}{shape}",
            f"B{word.word[:ENDING]}{shape}",
        )
    else:
        clues += (f"w{word.word}", f"e{word.word[-ENDING:]}", f"ws{word.word}{spot}")
    kind_of_word = class_of(word.word)
    if kind_of_word != _NO_CLASS:
        clues += (f"C{kind_of_word}{spot}", f"C{kind_of_word}{known}")
    for name in sections(word.word):
        clues += (f"S{name}{shape}", f"S{name}{spot}")
    return clues


def shared(view: View, index: int) -> str:
    """Whether a firm, a system or a case is called so too: ``w`` by this word, ``p`` by it and the one beside it."""
    words = view.words
    for first in (index - 1, index):
        if first < 0 or first + 1 == len(words) or words[first].word not in _firsts():
            continue
        if words[first + 1].joint is Joint.SPACE and (words[first].word, words[first + 1].word) in shared_names():
            return "p"
    return "w" if words[index].word in shared_words() else ""


@cache
def _firsts() -> frozenset[str]:
    return frozenset(pair[0] for pair in shared_names())
