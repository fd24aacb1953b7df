"""Made-up passages with made-up people, every name marked: what the tagger learns from, and what it is judged by.

    python packaging/names/passages.py learn 7 1 learn.jsonl
    python packaging/names/passages.py aside_2 6 2 tests/names/kept_aside_2.jsonl

Needs Faker (40.54.0 was used), for people of some origins. The sets share no sentence and no name: which set a name
belongs to is told from its letters.
"""

from __future__ import annotations

import json
import random
import re
import sys
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from faker import Faker
from people_forms import FILLERS, FORMS, HERE, Person, dictionary, letters, pools, shared_by_all

from imr_desk.names.lists import the_lists

_SLOT = re.compile(r"\{(?:([ABC])\.)?(\w+)\}")
_WEIGHTS = {
    "english": 24, "south_asian": 12, "irish": 7, "scottish": 6, "welsh": 6, "polish": 6, "west_european": 8,
    "east_european": 6, "african": 8, "arabic": 6, "turkish": 3, "nordic": 2, "chinese": 3, "east_asian": 2,
    "ambiguous": 18, "place_like": 12,
}  # fmt: skip
_LOCALES = {
    "english": ("en_GB",), "irish": ("en_IE", "ga_IE"), "polish": ("pl_PL",), "south_asian": ("en_IN",),
    "west_european": ("fr_FR", "es_ES", "it_IT", "pt_PT", "de_DE", "nl_NL"), "turkish": ("tr_TR",),
    "east_european": ("ro_RO", "hu_HU", "cs_CZ", "sk_SK", "hr_HR", "lt_LT", "lv_LV", "sl_SI"),
    "nordic": ("sv_SE", "dk_DK", "no_NO", "fi_FI"), "african": ("en_NG", "zu_ZA", "yo_NG"),
}  # fmt: skip
_MISREAD, _MISREAD_LETTERS = 0.03, 0.06
_MISTAKEN = {
    "t": "l",
    "i": "l",
    "l": "i",
    "e": "c",
    "c": "e",
    "h": "b",
    "n": "u",
    "f": "t",
    "d": "a",
    "o": "0",
    "g": "q",
}
_ASIDE = 3
"""Names whose letters give this remainder of four are kept aside."""
_FROM_DICTIONARY = 0.45
_HEADS_AS_NAMES = 0.15
"""The share of everyday surnames that are what a body, a road or a building is called by: ``Mark Law``."""
_CALLED_AS_A_FIRM = 0.15
_CHANGED = 0.12
_SWAPPED = 0.2
"""How often somebody is called in another way than the sentence says: by the first name, the surname, or both."""
_CALLED, _CALLED_OWNER = ("given", "sur", "full"), ("possg", "posss", "possf")
_TOGETHER = 0.15
"""How often two sentences stand together."""
_SMALL_REGISTERS = ("note", "email", "chronology", "interview")


@cache
def _faker(locale: str) -> Faker | None:
    """The source of one locale; None where Faker has none."""
    try:
        return Faker(locale)
    except AttributeError:
        return None


def _from_lists(chance: random.Random, origin: str) -> Person:
    """Somebody from people.txt; those with everyday or place names have them as both parts or as one."""
    found = pools()
    if origin not in ("ambiguous", "place_like"):
        return Person(chance.choice(found[f"{origin} first"]), chance.choice(found[f"{origin} last"]), origin)
    if origin == "ambiguous" and chance.random() < _CALLED_AS_A_FIRM:
        return _called_as_a_firm(chance, found)
    part = chance.random()
    first = found[f"{origin if part < 0.75 else 'english'} first"]
    last = found[f"{origin if part < 0.6 or part >= 0.75 else 'english'} last"]
    prefix = "place " if origin == "place_like" else ""
    if part < 0.75 and chance.random() < _FROM_DICTIONARY:
        first = dictionary(f"{prefix}first")
    if (part < 0.6 or part >= 0.75) and chance.random() < _FROM_DICTIONARY:
        last = dictionary(f"{prefix}last")
    if origin == "ambiguous" and chance.random() < _HEADS_AS_NAMES:
        last = found["head last"]
    return Person(chance.choice(first), chance.choice(last), origin)


def _called_as_a_firm(chance: random.Random, found: dict[str, list[str]]) -> Person:
    """Somebody who is called as a firm, a system or a case is."""
    name = chance.choice(shared_by_all()).split()
    return Person(name[0] if len(name) > 1 else chance.choice(found["english first"]), name[-1], "ambiguous")


def _anybody(chance: random.Random) -> Person:
    """Somebody, by the weights."""
    origin = chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
    locales = _LOCALES.get(origin, ())
    if not locales or (f"{origin} first" in pools() and chance.random() < 0.6):
        return _from_lists(chance, origin)
    source = _faker(chance.choice(locales))
    if source is None:
        return _anybody(chance)
    source.seed_instance(chance.randrange(1 << 30))
    return Person(source.first_name().split()[0], source.last_name(), origin)


@cache
def _is_open(name: str) -> bool:
    """Whether a name is an everyday word or a place: those are few, so that both sets may have them."""
    lists = the_lists()
    return name in lists.ordinary or name in lists.places or name in lists.times


def _belongs(name: str, aside: bool) -> bool:
    """Whether a name belongs to the set."""
    kept = zlib.crc32(name.encode()) % 4 == _ASIDE
    return kept if aside else not kept or _is_open(name)


def _someone(chance: random.Random, aside: bool) -> Person:
    """Somebody whose names belong to the set."""
    while True:
        person = _anybody(chance)
        parts = [letters(part) for part in person[:2]]
        latin = all(ord(letter) < 0x250 or letter == "’" for part in person[:2] for letter in part)
        if latin and all(parts) and parts[0] != parts[1] and all(_belongs(each, aside) for each in parts):
            return person


def _filled(sentence: str, chance: random.Random, aside: bool) -> tuple[str, list[dict[str, object]]]:
    """The sentence with everything in its places, and where the names are."""
    people: dict[str, Person] = {}
    text, at = "", 0
    spans: list[dict[str, object]] = []
    for slot in _SLOT.finditer(sentence):
        text += sentence[at : slot.start()]
        at = slot.end()
        if not slot[1]:
            text += FILLERS[slot[2]](chance)
            continue
        person = people.setdefault(slot[1], _someone(chance, aside))
        form = slot[2] if aside else _swapped(slot[2], chance)
        before, name, after = FORMS[form](person, chance)
        text += before
        if name:
            spans.append({"start": len(text), "end": len(text) + len(name), "category": form, "origin": person.origin})
        text += name + after
    return text + sentence[at:], spans


def _swapped(form: str, chance: random.Random) -> str:
    """Now and then another form of those that stand in the same places."""
    for forms in (_CALLED, _CALLED_OWNER):
        if form in forms and chance.random() < _SWAPPED:
            return chance.choice(forms)
    return form


def _changed(text: str, kind: str, chance: random.Random) -> str:
    """Now and then the same length of text in another hand: all capitals, all small, or wrapped to short lines."""
    part = chance.random()
    if part < _CHANGED / 3:
        changed = text.upper()
    elif part < 2 * _CHANGED / 3 and kind.removeprefix("neg_") in _SMALL_REGISTERS:
        changed = text.lower()
    elif part > 1 - _CHANGED / 3 and len(text) > 60:
        blank = text.find(" ", chance.randrange(20, 60))
        changed = text if blank < 0 else f"{text[:blank]}\n{text[blank + 1 :]}"
    else:
        changed = text
    return changed if len(changed) == len(text) else text


def _misread(text: str, spans: list[dict[str, object]], chance: random.Random) -> str:
    """The text as a machine reads it off a poor copy: here and there a wrong letter, names left alone."""
    named = {place for span in spans for place in range(span["start"], span["end"])}  # type: ignore[call-overload]
    letters_read = list(text)
    for place, letter in enumerate(text):
        if letter in _MISTAKEN and place not in named and chance.random() < _MISREAD_LETTERS:
            letters_read[place] = _MISTAKEN[letter]
    return "".join(letters_read)


def _passage(frame: str, chance: random.Random, which: str) -> dict[str, object]:
    """One passage of a frame, with new people."""
    kind, _, sentence = frame.partition("|")
    sentence = sentence.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")
    text, spans = _filled(sentence, chance, which.startswith("aside"))
    if which == "learn":
        text = _changed(text, kind, chance)
        if chance.random() < _MISREAD:
            text = _misread(text, spans, chance)
    return {"text": text, "spans": spans, "kind": kind, "frame": frame}


def _joined(one: dict[str, object], other: dict[str, object]) -> dict[str, object]:
    """Two passages as one; what ends with a full stop goes on in the same line."""
    text = str(one["text"])
    text += " " if text.endswith(".") else "\n"
    spans = list(one["spans"])  # type: ignore[call-overload]
    for span in other["spans"]:  # type: ignore[attr-defined]
        spans.append({**span, "start": span["start"] + len(text), "end": span["end"] + len(text)})
    return {**one, "text": text + str(other["text"]), "spans": spans}


def frames(which: str) -> list[str]:
    """The sentences of a set; those to learn from stand in several files."""
    paths = sorted(HERE.glob("frames_learn*.txt")) if which == "learn" else [HERE / f"frames_{which}.txt"]
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def passages(which: str, times: int, seed: int) -> Iterator[dict[str, object]]:
    """Each frame of a set so many times; those without people fewer times, those that never vary once or twice."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    number = 0
    every = frames(which)
    for frame in every:
        varies = "{" in frame
        again = times if "{A" in frame or varies else 1 if which != "learn" else max(1, times // 2)
        for _ in range(again):
            one = _passage(frame, chance, which)
            if which == "learn" and chance.random() < _TOGETHER:
                one = _joined(one, _passage(chance.choice(every), chance, which))
            yield {"id": f"{which[0].upper()}{number:05}", **one}
            number += 1


if __name__ == "__main__":
    lines = (json.dumps(one, ensure_ascii=False) for one in passages(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
    Path(sys.argv[4]).write_text("\n".join(lines) + "\n", encoding="utf-8")
