"""How a name sounds, roughly, so that ``Husein`` is taken for ``Hussain`` and ``Covalska`` for ``Kowalska``.

The keys are ours, made for names of many origins as English ears write them down: letters that are confused become
one, doubles go. A name has two sorts of key: its consonants alone, where there are enough of them to tell it from
others, and its consonants with its vowels in three classes, which serves short names (``Rhys``, ``Reece``).
"""

from __future__ import annotations

import re

SHORTEST_KEY = 3
_MANY = 4
_SHORTEST_WORD = 4
_SAME = (
    (re.compile("^ma?c+(?=.)"), "mk"),
    (re.compile("^kn"), "n"),
    (re.compile("^wr"), "r"),
    (re.compile("^(?:wh|rh)"), lambda found: found[0][0]),
    (re.compile("ph"), "f"),
    (re.compile("(?<=[aeiou])gh"), ""),
    (re.compile("x"), "ks"),
    (re.compile("(?:shch|szcz|sch|sz|cz|tch|sh|ch)"), "S"),
    (re.compile("ck|kh|qu?"), "k"),
    (re.compile("c(?=[eiy])|z"), "s"),
    (re.compile("c"), "k"),
    (re.compile("[wv]"), "f"),
    (re.compile("dh?|th"), "t"),
    (re.compile("dg|j"), "g"),
)
_OTHERWISE = (
    (re.compile("ch"), "k"),
    (re.compile("(?<=[aeo])w"), "u"),
    (re.compile("ough$"), "of"),
    (re.compile("g(?=[eiy])"), "j"),
)
"""What can be spoken in two ways; ``g`` before ``e`` stays as it is where nothing is said for the other."""
_SOFT = re.compile("[aeiouyh]+")
_DOUBLE = re.compile(r"(.)\1+")
_MUTE_END = re.compile("(?<=[^aeiouy])e$")


def _spellings(word: str) -> list[str]:
    """The word as it can be spoken, each way written plainly."""
    ways = [word]
    for pattern, sound in _OTHERWISE:
        other = pattern.sub(sound, word)
        if other != word:
            ways += [pattern.sub(sound, way) for way in ways]
    return ways


def _vowel(group: re.Match[str]) -> str:
    """The class of a group of vowels: as in ``see``, ``so`` or ``far``; nothing for a mute h."""
    letters = group[0].replace("h", "")
    if not letters:
        return "h" if group.start() == 0 else ""
    if letters == "ae":
        return "A"
    start = "h" if group[0][0] == "h" and group.start() == 0 else ""
    if any(letter in "iy" for letter in letters):
        return start + "I"
    if any(letter in "ou" for letter in letters):
        return start + "U"
    return start + ("I" if "e" in letters else "A")


def sound_keys(word: str) -> tuple[str, ...]:
    """The keys of one folded word, usually two; none for a word too short to be told by its sound."""
    keys = set()
    for spelling in _spellings(word):
        said = spelling
        for pattern, sound in _SAME:
            said = pattern.sub(sound, said)
        said = _DOUBLE.sub(r"\1", said)
        start = "a" if said[:1] in "aeiouy" else said[:1] if said[:1] == "h" else ""
        bare = start + _SOFT.sub("", said)
        if len(bare) >= SHORTEST_KEY:
            keys.add(bare.lower() if len(bare) >= _MANY else bare)
        full = _DOUBLE.sub(r"\1", _SOFT.sub(_vowel, _MUTE_END.sub("", said)))
        if len(full) >= SHORTEST_KEY and len(word) >= _SHORTEST_WORD:
            keys.add("\x02" + full)
    return tuple(sorted(keys))
