"""What speaks for and against a word being part of a name, as short clues that the tagger weighs.

A clue is a short string: the kind of list it comes from, then what was found there. Which clues count for how much was
learnt from made-up passages; a clue that was never met weighs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from imr_desk.names.about import About, about_clues
from imr_desk.names.company import Company, company_clues, sort_of
from imr_desk.names.glued import glued, is_cited
from imr_desk.names.lines import Lines
from imr_desk.names.normalise import Joint, Shape, Word
from imr_desk.names.view import CLOSE, Kind, View
from imr_desk.names.word_clues import COARSE, ENDING, Own, alone, borne_by_all, class_of, own, sections, shared
from imr_desk.names.worth_looking import worth_looking

_NEXT_TO = (*CLOSE, Joint.COMMA, Joint.COLON, Joint.DOT)
_INSIDE = (*CLOSE, Joint.COMMA, Joint.GLUE)
_PARALLEL = ("and", "or", "to", "then")
_WINDOW = 2
"""So many words on each side have a say."""


class Clues:
    """The clues of each word of a text. ``ruled`` says which words a rule has marked, and which rule."""

    def __init__(self, view: View, ruled: Mapping[int, str]) -> None:
        """Look at the text as a whole once."""
        self.view, self._ruled, self._words = view, ruled, view.words
        self._lines, self._company = Lines(view), Company(view)
        self._about = About(view)
        self._seen = [
            (word.word, word.shape, word.joint, word.possessive, kind)
            for word, kind in zip(view.words, view.kinds, strict=True)
        ]
        self._own: dict[int, Own] = {}
        self._small = {word.word for word in view.words if word.shape is Shape.LOWER}
        self._certain = {view.words[index].word for index in ruled}

    def own(self, index: int) -> Own:
        """What a word is by itself."""
        found = self._own.get(index)
        if found is None:
            found = self._own[index] = own(self.view, index)
        return found

    def candidates(self) -> Iterator[int]:
        """The words worth a look, in order."""
        return worth_looking(self.view, self._lines)

    def of(self, index: int) -> list[str]:
        """The clues of one word."""
        return [*self.near(index), *self.elsewhere(index)]

    def near(self, index: int) -> list[str]:
        """The clues of one word from itself and what stands around it."""
        word, it = self._words[index], self.own(index)
        spot = f"{int(word.shape)}{'i' if word.joint in _INSIDE else 'b'}"
        clues = alone(word, self.view.kinds[index], it, spot)
        clues += self._on_line(index, it, spot)
        clues += self._left(index, it, spot[0])
        clues += self._right(index, it, spot)
        clues += self._marked(index, it)
        clues += self._around(index, it, spot[0])
        clues += self._shared(index, it, spot)
        sort = sort_of(word.word, self.view.kinds[index])
        clues += company_clues(self._company.of(index), sort, spot)
        clues += about_clues(self._about.of(index), sort, spot[0])
        clues += glued(self.view, index, is_cited(self.view, index))
        return clues

    def sight(self, index: int) -> tuple[object, ...]:
        """All that the clues near a word are made of: where it is the same, so are they."""
        word, text = self._words[index], self.view.text
        first, last = max(0, index - _WINDOW), index + _WINDOW + 1
        marks = (self._ruled.get(index), index - 1 in self._ruled, index + 1 in self._ruled)
        flags = (index - first, self._lines.label(index))
        before, after = text[max(0, word.start - 2) : word.start], text[word.end : word.end + 3]
        digits = (before.strip()[-1:].isdigit(), after.lstrip(" ")[:1].isdigit(), word.last - word.first)
        pieces = [atom.word for atom in self.view.reading.atoms[word.first : word.last]] if digits[2] > 1 else ()
        far = (self._company.of(index), self._about.of(index), is_cited(self.view, index), *pieces)
        return (self._lines.kind(index), far, before[-1:], after[:1], digits, marks, flags, *self._seen[first:last])

    def _on_line(self, index: int, it: Own, spot: str) -> list[str]:
        """Clues of the line and its label."""
        line, known = self._lines.kind(index), it.dictionary
        clues = [
            f"i{line}",
            f"is{line}{spot}",
            f"iD{line}{known}",
            f"iDFL{line}{known[0]}{COARSE[it.parts.first]}{COARSE[it.parts.last]}",
        ]
        label = self._lines.label(index)
        if label:
            clues += (f"la{label}", f"laD{label}{known[0]}{spot[0]}")
        return clues

    def _class(self, index: int, step: int) -> str:
        """The class of the word ``step`` words further, through blanks only; what stops there else."""
        place = index + step
        if not 0 <= place < len(self._words):
            return "$"
        joint = self._words[max(index, place)].joint
        if joint not in CLOSE:
            return f"j{joint:d}"
        if self.view.kinds[place] is not Kind.PLAIN:
            return "N" + self.own(place).short[:3]
        return class_of(self._words[place].word)

    def _around(self, index: int, it: Own, shape: str) -> list[str]:
        """Clues of the kinds of words on both sides."""
        known = it.dictionary
        left, right = self._class(index, -1), self._class(index, 1)
        further = self._class(index + 1, 1) if len(right) == 1 and right != "$" else "-"
        earlier = self._class(index - 1, -1) if len(left) == 1 and left != "$" else "-"
        return [
            f"c<{left}{shape}",
            f"c>{right}{shape}",
            f"c<{left}D{known}",
            f"c>{right}D{known}",
            f"c<>{left}_{right}{shape}",
            f"c<>{left}_{right}D{known[0]}",
            f"c>>{right}_{further}{known[0]}{shape}",
            f"c<<{earlier}_{left}{known[0]}{shape}",
        ]

    def _left(self, index: int, it: Own, shape: str) -> list[str]:
        """Clues of what stands before the word."""
        word = self._words[index]
        gap = self.view.text[max(0, word.start - 2) : word.start]
        clues = [f"g{gap[-1:]}{shape}"]
        if gap.strip()[-1:].isdigit():
            clues.append("g#")
        if not index:
            clues.append("j-")
            return clues
        left, short, known = self._words[index - 1], self.own(index - 1).short, it.dictionary
        clues += (f"j{word.joint:d}", f"l{word.joint:d}{short}")
        if word.joint not in _NEXT_TO:
            return clues
        clues += (f"lw{left.word}", f"lwD{left.word}{known}")
        if left.possessive:
            clues.append("lposs")
        if left.word == "the" and known[0] == "n" and word.word[-1] == "s":
            clues.append(f"V{borne_by_all(word.word)}{shape}")
        for name in sections(left.word):
            clues += (f"l@{name}", f"l@{name}{known}{shape}")
        if self.view.kinds[index - 1] is not Kind.PLAIN:
            clues.append(f"lc{short}{it.short}")
        if index > 1 and left.joint in CLOSE:
            before, beside = self._words[index - 2].word, self.own(index - 2).short
            clues += (f"ll{before}", f"ll@{beside}", f"llw{before}_{left.word}")
            if left.word in _PARALLEL:
                clues.append(f"p<{beside}{it.short}")
        return clues

    def _right(self, index: int, it: Own, spot: str) -> list[str]:
        """Clues of what stands after the word."""
        word = self._words[index]
        after = self.view.text[word.end : word.end + 3]
        clues = [f"h{after[:1]}{spot[0]}"]
        if after.lstrip(" ")[:1].isdigit():
            clues.append("h#")
        if index + 1 == len(self._words):
            clues.append("r-")
            return clues
        right, short = self._words[index + 1], self.own(index + 1).short
        clues.append(f"r{right.joint:d}{short}")
        if right.joint is Joint.COMMA:
            clues.append(f"rw{right.joint:d}{right.word}")
        elif right.joint in CLOSE:
            clues += self._right_beside(index, it, spot, right)
        return clues

    def _right_beside(self, index: int, it: Own, spot: str, right: Word) -> list[str]:
        """Clues of a word that follows after no more than a blank."""
        known = it.dictionary
        clues = [f"rw{right.joint:d}{right.word}", f"rwD{right.word}{known}"]
        if self._words[index].possessive:
            clues += (f"rp{class_of(right.word)}{known}", f"rpw{right.word}")
        if self._words[index].joint in CLOSE:
            clues.append(f"lr{self._words[index - 1].word}_{right.word}")
        mark = ("'" if self._words[index].possessive else "") + (
            "l" if self.view.kinds[index + 1] is Kind.PLAIN else ""
        )
        for name in sections(right.word):
            clues += (f"r{mark}@{name}", f"r{mark}@{name}{known}{spot}")
        if self.view.kinds[index + 1] is Kind.PLAIN:
            clues.append(f"re{right.word[-ENDING + 1 :]}{known}{spot}")
        else:
            clues.append(f"rc{it.short}{self.own(index + 1).short}")
        if index + 2 < len(self._words) and self._words[index + 2].joint is Joint.SPACE:
            following = self._words[index + 2].word
            clues += (f"rr{following}", f"rrw{right.word}_{following}")
            if right.word in _PARALLEL:
                clues.append(f"p>{it.short}{self.own(index + 2).short}")
        return clues

    def _marked(self, index: int, it: Own) -> list[str]:
        """Clues from what the rules marked here and next to it."""
        word, clues = self._words[index], []
        reason = self._ruled.get(index)
        if reason:
            clues += [f"u{reason}", f"u{reason}{it.dictionary}"]
        if index - 1 in self._ruled and word.joint in CLOSE:
            clues.append("ul")
        if index + 1 in self._ruled and self._words[index + 1].joint in CLOSE:
            clues.append("ur")
        return clues

    def _shared(self, index: int, it: Own, spot: str) -> list[str]:
        """Clues of what is called so too: a firm, a system, a case."""
        how = shared(self.view, index)
        if not how:
            return []
        left = self._words[index - 1].word if index and self._words[index].joint in CLOSE else ""
        return [f"K{how}", f"K{how}{spot}", f"K{how}{it.dictionary}", f"Kl{how}{left}"]

    def elsewhere(self, index: int) -> list[str]:
        """Clues from the rest of the text."""
        word, clues = self._words[index], []
        if word.word in self._certain and not self._ruled.get(index):
            clues.append("sure")
        if word.word in self._small and word.shape is not Shape.LOWER:
            clues.append("small")
        return clues
