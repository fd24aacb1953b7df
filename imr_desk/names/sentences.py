"""The sentence a name stands in, to be read beside it."""

from __future__ import annotations

import re
from typing import NamedTuple

MOST = 260
"""Letters that are shown at the most; a longer sentence is cut on both sides of the name."""
_END = re.compile(r"[.?!][’”'\")\]]*[^\S\n]+(?=[^\W\da-z_]|[‘“'\"(\[])")
_SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sgt|Insp|Supt|St|No|Nos|vs?|cf|e\.g|i\.e|para|paras|p|pp))\Z"
)
_MORE = "…"


class Sentence(NamedTuple):
    """The words, and where the name begins and ends in them."""

    words: str
    start: int
    end: int

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"Sentence({len(self.words)} letters)"

    @property
    def name(self) -> str:
        """The name within the sentence."""
        return self.words[self.start : self.end]

    def with_name(self, words: str) -> str:
        """The sentence with other words in the place of the name."""
        return self.words[: self.start] + words + self.words[self.end :]


def sentence_round(text: str, start: int, end: int) -> Sentence:
    """The sentence that holds ``text[start:end]``, on one line; cut with an ellipsis where it is very long."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    first, last = max(first, start - 4 * MOST), min(last, end + 4 * MOST)
    for found in _END.finditer(text, first, last):
        if _SHORT.search(text, max(first, found.start() - 8), found.start()):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.end()
            break
    return _fitted(text, first, last, start, end)


def _fitted(text: str, first: int, last: int, start: int, end: int) -> Sentence:
    """The stretch on one line, cut at blanks to what can be shown."""
    room = max(MOST - (end - start), 0)
    before = min(start - first, max(room // 2, room - (last - end)))
    after = min(last - end, room - before)
    begin, stop = start - before, end + after
    lead, tail = text[begin:start], text[end:stop]
    if begin > first:
        lead = _MORE + (lead.partition(" ")[2] or lead)
    if stop < last:
        tail = (tail.rpartition(" ")[0] or tail) + _MORE
    lead, name, tail = (" ".join(part.split()) if part.strip() else "" for part in (lead, text[start:end], tail))
    gap_before = " " if lead and text[start - 1 : start].isspace() else ""
    gap_after = " " if tail and text[end : end + 1].isspace() else ""
    at = len(lead) + len(gap_before)
    return Sentence(lead + gap_before + name + gap_after + tail, at, at + len(name))
