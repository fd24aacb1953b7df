"""The names that stand in what was typed for one person: ``Harriet Pell-Hart (née Vane)``, ``PELL Harriet``."""

from __future__ import annotations

import re

from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import Shape, Word, read

_SAYS_OTHER = r"née|nee|né|formerly|previously|alias|a\.?k\.?a\.?|(?:also )?known as|now"
_MARKED = re.compile(rf"[\s,;]+(?:{_SAYS_OTHER})(?=[\s:]+)[\s:]+", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\A(?P<main>[^()\[\]]*[^\W\d_][^()\[\]]*)[(\[](?P<other>[^()\[\]]+)[)\]][\s.,;]*\Z")
_BEGINS = re.compile(rf"\A\s*(?:{_SAYS_OTHER})[\s:]+", re.IGNORECASE)
_SHORTEST = 3


def names_typed(text: str) -> tuple[str, ...]:
    """Each name that the person bears, given name first where that is told by capitals; never empty.

    Another name, in brackets or after ‘née’, ‘formerly’, ‘alias’ and the like, is one of its own: as a family name and
    as a first name where it is one word. What is no name (‘retired’, ‘CPS’) is left out.
    """
    bracketed = _IN_BRACKETS.match(text)
    if bracketed:
        main, others = bracketed["main"], [bracketed["other"]]
    else:
        main, *others = _MARKED.split(text)
    names = [_turned(main)]
    for other in others:
        names += _in_full(main, _BEGINS.sub("", other))
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip())) or (text,)


def _in_full(main: str, other: str) -> list[str]:
    """Another name with what it leaves out of the main one."""
    words, known = read(other).words, read(main).words
    if not words or not all(_may_be_name(word) for word in words):
        return []
    if len(words) > 1 or not known:
        return [_turned(other)]
    turned = read(_turned(main))
    if len(turned.words) < 2:
        return [other]
    first, last = turned.words[0], turned.words[-1]
    return [f"{turned.text[first.start : first.end]} {other}", f"{other} {turned.text[last.start : last.end]}"]


def _may_be_name(word: Word) -> bool:
    """Whether a word beside the name can be one too: not ‘retired’, ‘CPS’ or ‘JP’."""
    if word.shape is Shape.LOWER:
        return word.word not in the_lists().ordinary and len(word.word) >= _SHORTEST
    return word.shape is not Shape.CAPS or len(word.word) > _SHORTEST


def _turned(name: str) -> str:
    """``PELL-HART Harriet`` with the given name first: capitals before small letters are a family name."""
    titles = the_lists().titles | the_lists().ranks
    words = read(name).words
    while len(words) > 1 and words[0].word in titles:
        words = words[1:]
    if "," in name or len(words) < 2:
        return name
    in_capitals = [word.shape is Shape.CAPS and len(word.word) > 1 for word in words]
    if not in_capitals[0] or in_capitals[-1]:
        return name
    given = words[in_capitals.index(False)].start
    if any(in_capitals[in_capitals.index(False) :]):
        return name
    return f"{name[given:].strip()} {name[words[0].start : given].strip()}"
