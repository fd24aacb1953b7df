"""Which everyday words of what goes out somebody wrote in the review, and which are the program's own.

‘Draft’ stands at the head of every draft, ‘Version’ and ‘Report’ in headings. Where a member of staff is called so,
only the words that somebody wrote can be decided about; the program's own would stop every export for good.
"""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.names.guard import Guard
from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import read
from imr_desk.names.scan import CELL_END, Hit
from imr_desk.review.free_text import all_texts
from imr_desk.review.review import Review

Neighbours = frozenset[tuple[str, str]]
_ALONE = ("alone", "")
_OF_PROGRAM = frozenset({("signature", "declares"), ("quality_item", "text")})
"""What is kept in the review and nobody typed: what a signature declares, what the checklist asks."""


class WordsWritten:
    """Tells it from the words beside each: in the review the same stand side by side, spelt the same, and are marked.

    A cell of a report may say more than one field, ‘Prosecutor 1: Case to the unit’, so that a word reads like a name
    there and nowhere in the review. Nobody could decide about it, and what was decided in the review holds.
    """

    def __init__(self, review: Review, guard: Guard) -> None:
        """Nothing is read yet."""
        self._review, self._guard = review, guard
        self._words: frozenset[str] | None = None
        self._pairs: dict[str, Neighbours] = {}

    def holds(self, hit: Hit, texts: list[str]) -> bool:
        """Whether somebody wrote the words of a hit; `texts` are the parts of its place, one of which it stands in.

        Any other word than an everyday one is taken for one that was, and so is one that is not found again.
        """
        found = [word.word for word in read(hit.words).words]
        if not found or not all(word in the_lists().ordinary for word in found):
            return True
        if self._words is None:
            self._words = frozenset(word.word for text in _typed(self._review) for word in read(text).words)
        if not self._words.issuperset(found):
            return False
        around = [_cell_at(text, hit) for text in texts if text[hit.start : hit.end] == hit.words]
        said = [hit.words[word.start : word.end] for word in read(hit.words).words]
        return not around or any(self._are_beside(cell, word) for cell in around for word in said)

    def _are_beside(self, cell: str, word: str) -> bool:
        """Whether a word stands in a cell with the same word beside it as somewhere in the review, or there alone."""
        known = self._of(word)
        return _ALONE in known or not known.isdisjoint(_neighbours(cell, word))

    def _of(self, word: str) -> Neighbours:
        """What stands before and after a word wherever the guard marks it in the review."""
        if word not in self._pairs:
            texts = (text for text in _typed(self._review) if word in text)
            self._pairs[word] = frozenset(pair for text in texts for pair in self._marked_in(text, word))
        return self._pairs[word]

    def _marked_in(self, text: str, word: str) -> Iterator[tuple[str, str]]:
        """What stands before and after a word in a text and in the line of it, where it is marked."""
        for mark in self._guard.marks(text):
            if word in text[mark.start : mark.end]:
                yield from _neighbours(text, word, (mark.start, mark.end))
                begin = text.rfind("\n", 0, mark.start) + 1
                end = text.find("\n", mark.end)
                line = text[begin : end if end >= 0 else len(text)]
                yield from _neighbours(line, word, (mark.start - begin, mark.end - begin))


def _typed(review: Review) -> Iterator[str]:
    """Every text of a review, without what the program writes into it."""
    yield from (each.text for each in all_texts(review) if (each.record.kind, each.field) not in _OF_PROGRAM)


def only_words_of(hit: Hit, texts: list[str], words: frozenset[str]) -> bool:
    """Whether the cell in which a hit stands says nothing but these words, dates and numbers."""
    around = [_cell_at(text, hit) for text in texts if text[hit.start : hit.end] == hit.words]
    known = words | the_lists().times
    return bool(around) and all(word.word in known for cell in around for word in read(cell).words)


def _cell_at(text: str, hit: Hit) -> str:
    """The cell in which a hit stands; of a text that is no row the whole."""
    start = text.rfind(CELL_END, 0, hit.start) + 1
    end = text.find(CELL_END, hit.end)
    return text[start : end if end >= 0 else len(text)]


def _neighbours(line: str, word: str, within: tuple[int, int] | None = None) -> Neighbours:
    """The words before and after each place of a word, as it is spelt, in a line; or that it stands there alone.

    Of places `within` a stretch of the line alone, where one is given.
    """
    begin, stop = within or (0, len(line))
    found = read(line).words
    words = [each.word for each in found]
    pairs: set[tuple[str, str]] = set()
    for at, each in enumerate(found):
        if line[each.start : each.end] == word and begin <= each.start and each.end <= stop:
            pairs.update(("before", other) for other in words[max(at - 1, 0) : at])
            pairs.update(("after", other) for other in words[at + 1 : at + 2])
            pairs.update((_ALONE,) if len(words) == 1 else ())
    return frozenset(pairs)
