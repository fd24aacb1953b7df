"""Made-up passages with made-up people, every name marked: what the tagger learns from, and what it is judged by.

    python packaging/names/passages.py learn 7 1 learn.jsonl
    python packaging/names/passages.py aside 10 2 tests/names/kept_aside.jsonl

Needs Faker (40.54.0 was used), for people of some origins. The two sets share no sentence and no name: which set a name
belongs to is told from its letters.
"""

from __future__ import annotations

import json
import random
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from faker import Faker

from imr_desk.names.normalise import fold

HERE = Path(__file__).parent
_SLOT = re.compile(r"\{([ABC])\.(\w+)\}")
_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr")
_RANKS = ("DC", "PC", "DS", "DI", "Sgt", "PS", "DCI", "Inspector", "Det Con")
_WEIGHTS = {
    "english": 24, "south_asian": 12, "irish": 7, "scottish": 6, "welsh": 6, "polish": 6, "west_european": 8,
    "east_european": 6, "african": 8, "arabic": 6, "turkish": 3, "nordic": 2, "chinese": 3, "east_asian": 2,
    "ambiguous": 10, "place_like": 7,
}  # fmt: skip
_LOCALES = {
    "english": ("en_GB",), "irish": ("en_IE", "ga_IE"), "polish": ("pl_PL",), "south_asian": ("en_IN",),
    "west_european": ("fr_FR", "es_ES", "it_IT", "pt_PT", "de_DE", "nl_NL"), "turkish": ("tr_TR",),
    "east_european": ("ro_RO", "hu_HU", "cs_CZ", "sk_SK", "hr_HR", "lt_LT", "lv_LV", "sl_SI"),
    "nordic": ("sv_SE", "dk_DK", "no_NO", "fi_FI"), "african": ("en_NG", "zu_ZA", "yo_NG"),
}  # fmt: skip
_ASIDE = 3
"""Names whose letters give this remainder of four are kept aside."""


class Person(NamedTuple):
    """Somebody made up."""

    first: str
    last: str
    origin: str


@cache
def _pools() -> dict[str, list[str]]:
    """The sections of people.txt."""
    pools: dict[str, list[str]] = {}
    name = ""
    for line in (HERE / "people.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line[1:-1]
        elif line and not line.startswith("#"):
            pools[name] = line.split("|")
    return pools


@cache
def _faker(locale: str) -> Faker | None:
    """The source of one locale; None where Faker has none."""
    try:
        return Faker(locale)
    except AttributeError:
        return None


def _from_lists(chance: random.Random, origin: str) -> Person:
    """Somebody from people.txt; those with everyday or place names have them as both parts or as one."""
    pools, firsts, lasts = _pools(), f"{origin} first", f"{origin} last"
    if origin in ("ambiguous", "place_like"):
        part = chance.random()
        firsts = firsts if part < 0.75 else "english first"
        lasts = lasts if part < 0.6 or part >= 0.75 else "english last"
    return Person(chance.choice(pools[firsts]), chance.choice(pools[lasts]), origin)


def _anybody(chance: random.Random) -> Person:
    """Somebody, by the weights."""
    origin = chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
    locales = _LOCALES.get(origin, ())
    if not locales or (f"{origin} first" in _pools() and chance.random() < 0.6):
        return _from_lists(chance, origin)
    source = _faker(chance.choice(locales))
    if source is None:
        return _anybody(chance)
    source.seed_instance(chance.randrange(1 << 30))
    return Person(source.first_name().split()[0], source.last_name(), origin)


def _someone(chance: random.Random, aside: bool) -> Person:
    """Somebody whose names belong to the set."""
    while True:
        person = _anybody(chance)
        letters = [_letters(part) for part in person[:2]]
        latin = all(ord(letter) < 0x250 or letter == "’" for part in person[:2] for letter in part)
        if (
            latin
            and letters[0] != letters[1]
            and all((zlib.crc32(each.encode()) % 4 == _ASIDE) == aside for each in letters)
        ):
            return person


def _letters(name: str) -> str:
    return "".join(fold(part) for part in re.findall(r"[^\W\d_]+", name))


def _plain(name: str) -> str:
    """Without accents and blanks, capitals kept, as in file names."""
    return "".join(fold(part).capitalize() for part in re.findall(r"[^\W\d_]+", name))


Form = Callable[[Person, random.Random], tuple[str, str, str]]
"""What stands before the name, the name, and what hangs on to it."""


def _owner(chance: random.Random) -> str:
    return chance.choice(("’s", "'s"))


def _short_form(person: Person) -> str:
    shorts = dict(pair.split() for pair in _pools()["short forms"])
    return shorts.get(person.first, person.first)


def _address(person: Person, chance: random.Random) -> str:
    first, last = _letters(person.first), _letters(person.last)
    return chance.choice((f"{first}.{last}", f"{first[0]}.{last}", f"{first}_{last}", f"{first}{last}"))


def _file(person: Person, chance: random.Random) -> str:
    first, last = _plain(person.first), _plain(person.last)
    return chance.choice((f"{last}_{first[0]}", f"{first}-{last}".lower(), f"{last}_{first}", f"{first}{last}"))


FORMS: dict[str, Form] = {
    "full": lambda p, _: ("", f"{p.first} {p.last}", ""),
    "title": lambda p, c: (f"{c.choice(_TITLES)} ", p.last, ""),
    "hhj": lambda p, c: (c.choice(("HHJ ", "His Honour Judge ", "Mr Justice ")), p.last, ""),
    "profs": lambda p, _: ("Professor ", p.last, ""),
    "docs": lambda p, _: ("Dr ", p.last, ""),
    "rank": lambda p, c: (f"{c.choice(_RANKS)} ", p.last if c.random() < 0.7 else f"{p.first} {p.last}", ""),
    "given": lambda p, _: ("", p.first, ""),
    "nick": lambda p, _: ("", _short_form(p), ""),
    "sur": lambda p, _: ("", p.last, ""),
    "possf": lambda p, c: ("", f"{p.first} {p.last}", _owner(c)),
    "posss": lambda p, c: ("", p.last, _owner(c)),
    "init": lambda p, _: ("", f"{p.first[0]}. {p.last}", ""),
    "suri": lambda p, _: ("", f"{p.last} {p.first[0]}", ""),
    "comma": lambda p, _: ("", f"{p.last}, {p.first}", ""),
    "capscomma": lambda p, _: ("", f"{p.last.upper()}, {p.first}", ""),
    "caps": lambda p, _: ("", p.last.upper(), ""),
    "capsfull": lambda p, _: ("", f"{p.first} {p.last}".upper(), ""),
    "lower": lambda p, _: ("", f"{p.first} {p.last}".lower(), ""),
    "lowerg": lambda p, _: ("", p.first.lower(), ""),
    "email": lambda p, c: ("", _address(p, c), ""),
    "file": lambda p, c: ("", _file(p, c), ""),
    "sig": lambda p, c: ("", c.choice((p.first, f"{p.first} {p.last}", f"{p.first[0]}. {p.last}")), ""),
    # words that people bear, where no person is meant
    "xs": lambda p, _: (p.last, "", ""),
    "xg": lambda _, c: (c.choice(_pools()["ambiguous first"] + _pools()["english first"]), "", ""),
    "xp": lambda _, c: (c.choice(_pools()["place_like first"] + _pools()["place_like last"]), "", ""),
    "xw": lambda _, c: (c.choice(_pools()["ambiguous first"] + _pools()["ambiguous last"]), "", ""),
}


def _passage(frame: str, chance: random.Random, aside: bool) -> dict[str, object]:
    """One passage of a frame, with new people."""
    kind, _, sentence = frame.partition("|")
    sentence = sentence.replace("\\n", "\n").replace("\\t", "\t")
    people: dict[str, Person] = {}
    text, spans, at = "", [], 0
    for slot in _SLOT.finditer(sentence):
        text += sentence[at : slot.start()]
        at = slot.end()
        person = people.setdefault(slot[1], _someone(chance, aside))
        before, name, after = FORMS[slot[2]](person, chance)
        text += before
        if name:
            spans.append(
                {"start": len(text), "end": len(text) + len(name), "category": slot[2], "origin": person.origin}
            )
        text += name + after
    return {"text": text + sentence[at:], "spans": spans, "kind": kind, "frame": frame[:30]}


def passages(which: str, times: int, seed: int) -> Iterator[dict[str, object]]:
    """Each frame of the ``learn`` or ``aside`` set so many times; those without people fewer times."""
    chance, aside = random.Random(seed), which == "aside"  # noqa: S311 (nothing secret)
    frames = (HERE / f"frames_{which}.txt").read_text(encoding="utf-8").splitlines()
    number = 0
    for frame in frames:
        if not frame or frame.startswith("#"):
            continue
        again = times if "{A" in frame else 1 if aside else max(1, times // 2)
        for _ in range(again):
            yield {"id": f"{which[0].upper()}{number:05}", **_passage(frame, chance, aside)}
            number += 1


if __name__ == "__main__":
    lines = (json.dumps(one, ensure_ascii=False) for one in passages(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
    Path(sys.argv[4]).write_text("\n".join(lines) + "\n", encoding="utf-8")
