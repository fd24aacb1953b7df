"""Where names stand that are now settled, and the texts as they are once a code stands for each of them (R-183)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from imr_desk.names.guard import UNKNOWN, Guard, Mark
from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import Shape, read, squeeze
from imr_desk.names.register import StaffRegister, new_key, rows_for
from imr_desk.names.replace import replace_names

_LINES = re.compile(r"[^\n]*\n*")
_SENTENCE_END = re.compile(r"[.!?\u2026]['\u2019\u201d\")\]]*\s+|\n\s*")
_BEGINNING = 3
_MOST_WORDS = 8
"""Words of a name that is looked for literally."""
_ABBREVIATED = 5
"""Letters before a full stop that may be an initial, a title or a rank."""
_AROUND = 400
"""Letters that a sentence shown to a person has at most before a name, and after it."""


class Settled(NamedTuple):
    """``words`` stand for ``person``, the id of a record, in whose place ``code`` is to stand.

    ``whole`` False: in every form of the name; True: these words only, however they are capitalised or accented.
    Without words: wherever the guard knows the person for certain.
    """

    words: str
    person: str
    code: str
    whole: bool = False

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"Settled({self.person})"


class Stands(NamedTuple):
    """A settled name at ``start`` up to ``end`` (code points), and by what it is to be replaced.

    ``longer``, where it stands within another likely name (‘Petra Wetherspindle’ for ‘Wetherspindle’), who may be
    somebody else: the letters of that name.
    """

    start: int
    end: int
    code: str
    person: str
    longer: str = ""

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"Stands({self.start}, {self.end}, {self.person})"


class Resolver:
    """Finds settled names in texts, and replaces them. One for one deed: it holds the names.

    ``guard`` is that of the review before the names are registered: where it knows somebody else by the same words,
    they are left as they are.
    """

    def __init__(self, guard: Guard, settled: Iterable[Settled]) -> None:
        """Make the names ready for looking up. Raises RegisterUnreadableError where the register cannot be read."""
        self._guard = guard.without_decisions()
        self._guard.marks("")
        self._settled = tuple(settled)
        self._exact = {squeeze(each.words): each for each in self._settled}
        self._exact.pop("", None)
        key = new_key()
        rows = (
            row
            for at, each in enumerate(self._settled)
            if each.words and not each.whole
            for row in rows_for(key, str(at), each.words)
        )
        self._register = StaffRegister(key, rows)
        self._literal = {words: each for words, each in self._exact.items() if not _is_everyday(each.words)}
        self._known_by_guard = {each.person: each for each in self._settled if not each.words}
        self._beginnings = tuple({words[:_BEGINNING] for words in self._exact})
        self._memo: dict[str, tuple[Stands, ...]] = {}
        self._left: set[str] = set()
        self.left = 0
        """How many longer names `new` left as they are."""

    def find(self, text: str) -> tuple[Stands, ...]:
        """Every settled name in a text, in order and without overlap."""
        found: list[Stands] = []
        for start, end in _pieces(text):
            here = self._in_piece(text[start:end])
            found += [each._replace(start=each.start + start, end=each.end + start) for each in here]
        return tuple(found)

    def new(self, text: str) -> str:
        """The text as it is to stand. A name within a longer one is left to the person's eye."""
        found = self.find(text)
        longer = [each.longer for each in found if each.longer]
        self._left.update(longer)
        self.left += len(longer)
        return replaced(text, [each for each in found if not each.longer])

    def new_past(self, text: str) -> str:
        """A text from the past, which nobody reads again before it is used: what was left by `new` alone is left.

        The beginning of a name in which typing stopped goes with the name before it: ‘Jolyon Wether’.
        """
        found = [each for each in self.find(text) if not each.longer or each.longer not in self._left]
        if found and self._is_begun(text[found[-1].end :]):
            found[-1] = found[-1]._replace(end=len(text))
        return replaced(text, found)

    def _is_begun(self, rest: str) -> bool:
        """Whether what follows a name up to the end of a text is the beginning of another part of one."""
        begun = squeeze(rest)
        parts = (squeeze(part) for each in self._settled for part in each.words.split())
        typed = len(begun) > (1 if rest.strip()[:1].isupper() else _BEGINNING)
        return typed and len(rest.split()) == 1 and any(part.startswith(begun) for part in parts)

    def _in_piece(self, text: str) -> tuple[Stands, ...]:
        known = self._memo.get(text)
        if known is None:
            known = self._memo[text] = tuple(self._look(text))
        return known

    def _look(self, text: str) -> Iterator[Stands]:
        """The settled names of one piece, without those that stand for somebody else too."""
        found = self._by_name(text)
        marks: tuple[Mark, ...] = ()
        if found or self._may_hold_words(text):
            marks = self._guard.marks(text)
        elif self._known_by_guard:
            marks = self._guard.registered_in(text)
        for mark in marks:
            settled = self._of_mark(text, mark)
            if settled is not None and not any(start < mark.end and mark.start < end for start, end, _ in found):
                found.append((mark.start, mark.end, settled))
        rest = _without(text, found)
        for start, end, settled in sorted(found, key=lambda each: each[:2]):
            over = [one for one in marks if one.start < end and start < one.end]
            as_long = [mark for mark in over if mark.certain and mark.end - mark.start >= end - start]
            if not any(_is_somebody_else(mark, settled.person) for mark in as_long):
                beside = [one for one in marks if _is_beside(text, one, start, end)]
                longer = _longer(text, rest, (start, end), (*over, *beside), settled.person)
                yield Stands(start, end, settled.code, settled.person, longer)

    def _by_name(self, text: str) -> list[tuple[int, int, Settled]]:
        """Where the names stand in one of their forms for certain, or in the words as they were pointed at."""
        found: list[tuple[int, int, Settled]] = []
        for one in self._register.find(text):
            settled = self._exact.get(squeeze(text[one.start : one.end]))
            if settled is None and one.person and one.certain:
                settled = self._settled[int(one.person)]
            if settled is not None:
                found.append((one.start, one.end, settled))
        taken = [(start, end) for start, end, _ in found]
        for start, end, settled in self._literally(text):
            if not any(first < end and start < last for first, last in taken):
                found.append((start, end, settled))
        return found

    def _literally(self, text: str) -> Iterator[tuple[int, int, Settled]]:
        """The words as they were pointed at, capitalised, wherever they stand; not where they are everyday words."""
        if not self._may_hold_words(text):
            return
        words = read(text).words
        for first, word in enumerate(words):
            letters = ""
            for last in range(first, min(first + _MOST_WORDS, len(words))):
                letters += words[last].word
                settled = self._literal.get(letters)
                if settled is not None and word.shape is not Shape.LOWER:
                    yield word.start, words[last].end, settled

    def _of_mark(self, text: str, mark: Mark) -> Settled | None:
        """Who a mark of the guard stands for: by the words that were pointed at, or as the guard knows them."""
        exact = self._exact.get(squeeze(text[mark.start : mark.end]))
        return exact or (self._known_by_guard.get(mark.person) if mark.certain else None)

    def _may_hold_words(self, text: str) -> bool:
        """Whether the words themselves can stand in a text; letters with accents are not looked at here."""
        if not text.isascii():
            return True
        folded = text.lower()
        return any(begin in folded for begin in self._beginnings)


def replaced(text: str, found: Iterable[Stands]) -> str:
    """The text with a code in the place of each name, and the grammar of the sentence kept."""
    names = [(each.start, each.end, each.code) for each in found]
    return replace_names(text, names) if names else text


def _is_somebody_else(mark: Mark, person: str) -> bool:
    """Whether a mark can be of another person, whose name is registered."""
    return bool({mark.person, *mark.others} - {"", person})


def _is_beside(text: str, mark: Mark, start: int, end: int) -> bool:
    """Whether a mark stands a blank before or after a place: then both are one name."""
    return text[mark.end : start] in (" ", "\u00a0") or text[end : mark.start] in (" ", "\u00a0")


def _without(text: str, found: Iterable[tuple[int, int, Settled]]) -> str:
    """The text with blanks where settled names stand, so that one of them is no part of another."""
    for start, end, _ in found:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _longer(text: str, rest: str, place: tuple[int, int], marks: Iterable[Mark], person: str) -> str:
    """The letters of the name that reaches beyond a place with another name; "" where none does.

    ``rest`` is the text without the settled names in it.
    """
    start, end = place
    for mark in marks:
        others = rest[mark.start : start], rest[end : max(mark.end, end)]
        other = mark.kind == UNKNOWN or (mark.certain and _is_somebody_else(mark, person))
        if other and any(map(_holds_name, others)):
            return squeeze(text[min(start, mark.start) : max(end, mark.end)])
    return ""


def _holds_name(words: str) -> bool:
    """Whether words beside a name are part of one: no title, no rank, nothing in small letters, no everyday word."""
    lists = the_lists()
    given = lists.first_names | lists.word_first_names
    return any(
        word.shape is not Shape.LOWER
        and word.word not in lists.titles | lists.ranks
        and (word.word in given or word.word not in lists.ordinary)
        for word in read(words).words
    )


def _is_everyday(words: str) -> bool:
    """Whether a name is one word that is an everyday word, a place or a month too."""
    lists = the_lists()
    return squeeze(words) in lists.ordinary | lists.places | lists.times


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence or line begins and ends in which a place stands; what is very long is cut between words."""
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    begin = low
    for stop in _SENTENCE_END.finditer(text, low, start):
        begin = stop.end()
    if begin == low and low:
        begin = next((at + 1 for at in range(low, start) if text[at].isspace()), start)
    after = _SENTENCE_END.search(text, end, high)
    if after is not None:
        return begin, after.start() + len(after[0].rstrip())
    if high < len(text):
        high = next((at for at in range(high, end, -1) if text[at - 1].isspace()), high)
    return begin, high


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Parts of a text that no name reaches over: lines, where the line before ends like a sentence."""
    start = 0
    for line in _LINES.finditer(text):
        if line[0] and (line.end() == len(text) or line[0].endswith("\n\n") or _ends_sentence(line[0].rstrip())):
            yield start, line.end()
            start = line.end()


def _ends_sentence(line: str) -> bool:
    """Whether a line ends in a sentence, and not in an initial or an abbreviation: ‘J.’, ‘Insp.’."""
    if line[-1:] == ".":
        return len(line.rsplit(None, 1)[-1]) > _ABBREVIATED + 1
    return line[-1:] in ("!", "?", ":", ";")
