"""How a name sounds, roughly, so that ``Husein`` is taken for ``Hussain`` and ``Covalska`` for ``Kowalska``.

The key is ours, made for names of many origins as English ears write them down: vowels and doubles go, letters that
are confused become one.
"""

from __future__ import annotations

import re

SHORTEST_KEY = 3
_STEPS = (
    (re.compile("^mac|^mc"), "mk"),
    (re.compile("ph"), "f"),
    (re.compile("gh(?=t)|(?<=[aiou])gh$"), ""),
    (re.compile("(?:sch|sz|cz|tch|sh|ch)"), "S"),
    (re.compile("ck|kh|q|x"), "k"),
    (re.compile("c(?=[eiy])|z"), "s"),
    (re.compile("c"), "k"),
    (re.compile("[wv]"), "f"),
    (re.compile("dh?|th"), "t"),
    (re.compile("j|dg"), "g"),
)
_SOFT = re.compile("[aeiouyh]+")
_DOUBLE = re.compile(r"(.)\1+")


def sound_keys(word: str) -> tuple[str, ...]:
    """The keys of one folded word, usually one, two where ``ch`` can be spoken as k; none for a word too short."""
    keys = []
    for spelling in {word, word.replace("ch", "k")}:
        key = spelling
        for pattern, sound in _STEPS:
            key = pattern.sub(sound, key)
        start = "a" if key[:1] in "aeiouy" else key[:1] if key[:1] == "h" else ""
        key = start + _SOFT.sub("", _DOUBLE.sub(r"\1", key))
        if len(key) >= SHORTEST_KEY:
            keys.append(key)
    return tuple(sorted(set(keys)))
