"""In which forms a name stands in a passage, and what stands in a passage besides names."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from imr_desk.names.lists import shared_words, the_lists
from imr_desk.names.normalise import fold
from imr_desk.names.parts import parts_of

HERE = Path(__file__).parent
LISTS = HERE.parents[1] / "resources" / "names"
_TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr")
_RANKS = ("DC", "PC", "DS", "DI", "Sgt", "PS", "DCI", "Inspector", "Det Con", "Sergeant", "Supt", "WPC")
_GRADES = (
    "SCP",
    "DCP",
    "CCP",
    "CP",
    "DCCP",
    "ACP",
    "SDCP",
    "HOPO",
    "CIO",
    "HEO",
    "SEO",
    "EO",
    "AO",
    "OIC",
    "SIO",
    "FTTJ",
)
_MEASURES = (
    "Gold",
    "Silver",
    "Bronze",
    "Red",
    "Amber",
    "Green",
    "Blue",
    "Alpha",
    "Bravo",
    "Delta",
    "Team A",
    "Platinum",
)
_ODD_BLANKS = ("\u00a0", "  ", "\u2009", "\u202f", " \u200b")
_ODD_LETTERS = ("\u00ad", "\u200b", "\u200d", "\u2060")
_SMALL_WORDS = ("of", "and", "the", "in", "for", "on", "to", "a")
_BORNE = 3
_DERIVED = 0.08
_PREFIXES = ("pre", "re", "non", "mis", "over", "under", "cyber", "multi", "inter", "co", "tele", "bio", "micro", "up")
_SUFFIXES = ("isation", "ology", "ics", "wise", "ness", "ism", "ments", "ings", "ers", "less", "ability", "metrics")
_BEFORE_FIRST = ("Md", "Md", "Md.", "Mohd", "Syed", "Sheikh", "Abdul", "Haji")
_VOWELS, _ONE_VOWEL, _IN_USE = "AEIOU", 0.3, 0.65


class Person(NamedTuple):
    """Somebody made up."""

    first: str
    last: str
    origin: str


Form = Callable[[Person, random.Random], tuple[str, str, str]]
"""What stands before the name, the name, and what hangs on to it."""


@cache
def pools() -> dict[str, list[str]]:
    """The sections of people.txt."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in (HERE / "people.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line[1:-1]
        elif line and not line.startswith("#"):
            found[name] = line.split("|")
    return found


@cache
def dictionary(which: str) -> list[str]:
    """Everyday words (``any``), those that many people bear (``first``, ``last``), and places that people bear."""
    lists = the_lists()
    words = sorted(lists.places - lists.peoples if which.startswith("place") else lists.common)
    part = which.rpartition(" ")[2]
    if part != "any":
        words = [word for word in words if getattr(parts_of(word), part) >= _BORNE]
    return [word.capitalize() for word in words if len(word) > 2]


@cache
def _written() -> list[str]:
    """The words of the program's own guide and guidance, as often as they are written there."""
    root = HERE.parents[1]
    paths = [root / "docs" / "user-guide.md", *sorted((root / "resources" / "guidance").glob("*.toml"))]
    common = the_lists().common
    words = (word for path in paths for word in re.findall(r"[a-z]{3,}", path.read_text(encoding="utf-8").lower()))
    return [word.capitalize() for word in words if word in common]


def _any_word(chance: random.Random) -> str:
    word = chance.choice(_written() if chance.random() < 0.6 else dictionary("any"))
    return word if chance.random() > _DERIVED else _derived(word.lower(), chance)


def _derived(word: str, chance: random.Random) -> str:
    """A word that no dictionary has, made as new words are: ``Precharge``, ``Filewise``, ``Cyberletter``."""
    if chance.random() < 0.5:
        return f"{chance.choice(_PREFIXES)}{word}".capitalize()
    return f"{word}{chance.choice(_SUFFIXES)}".capitalize()


@cache
def phrases(name: str) -> list[str]:
    """Phrases of the allow-list, written as one writes them."""
    lines = (LISTS / f"phrases_{name}.txt").read_text(encoding="utf-8").splitlines()
    found = [phrase.strip() for line in lines if not line.startswith("#") for phrase in line.split(";")]
    return [" ".join(w if w in _SMALL_WORDS else w[:1].upper() + w[1:] for w in each.split()) for each in found if each]


def letters(name: str) -> str:
    """A name in small letters a-z, nothing between its parts."""
    return "".join(fold(part) for part in re.findall(r"[^\W\d_]+", name))


def _plain(name: str) -> str:
    """Without accents and blanks, capitals kept, as in file names."""
    return "".join(fold(part).capitalize() for part in re.findall(r"[^\W\d_]+", name))


def _owner(chance: random.Random) -> str:
    return chance.choice(("’s", "'s"))


def _short_form(person: Person, chance: random.Random) -> str:
    shorts = dict(pair.split() for pair in pools()["short forms"])
    if person.first in shorts:
        return shorts[person.first]
    return person.first[: chance.choice((3, 4))] if chance.random() < 0.5 and len(person.first) > 5 else person.first


def _address(person: Person, chance: random.Random) -> str:
    first, last = letters(person.first), letters(person.last)
    made = (f"{first}.{last}", f"{first[0]}.{last}", f"{first}_{last}", f"{first}{last}", f"{first}.{last[0]}.{last}")
    made = (
        *made,
        f"{first}.{last}{chance.randrange(1, 30)}",
        f"{first[0]}{last}",
        f"{first}-{last}",
        f"{last}.{first}",
    )
    name = chance.choice(made)
    return ".".join(part.capitalize() for part in name.split(".")) if chance.random() < 0.15 else name


def _file(person: Person, chance: random.Random) -> str:
    first, last = _plain(person.first), _plain(person.last)
    made = (f"{last}_{first[0]}", f"{first}-{last}".lower(), f"{last}_{first}", f"{first}{last}", f"{first}_{last}")
    made = (*made, f"{first[0]}{last}", f"{last}{first[0]}", f"{first[0]}_{last}", f"{first}_{last}".lower(), last)
    return chance.choice(made)


def _plural(name: str) -> str:
    """All who bear a name: ``Moyos``, ``Joneses``."""
    return name + ("es" if name[-1] in "sxz" or name.endswith(("ch", "sh")) else "s")


def _user(person: Person, chance: random.Random) -> str:
    first, last = letters(person.first), letters(person.last)
    number = chance.choice(("", "", "", str(chance.randrange(1, 100))))
    made = (f"{first[0]}{last}", f"{last}{first[0]}", f"{first}.{last}", f"{first}_{last}", f"{first[0]}.{last}")
    made = (*made, f"{first}{last[0]}", f"{first}{last}", f"{last}.{first}", f"{last}_{first[0]}")
    name = chance.choice(made)
    return (name.upper() if chance.random() < 0.1 else name) + number


def _initials(person: Person, chance: random.Random) -> str:
    one, two = person.first[0], chance.choice("ABCDEFGHJKLMNPRSTW")
    made = (f"{one}.{two}. {person.last}", f"{one} {two} {person.last}", f"{one}. {two}. {person.last}")
    return chance.choice((*made, f"{one}{two} {person.last}", f"{one}.{two}.{person.last}"))


def _middle(chance: random.Random) -> str:
    return chance.choice(pools()["english first"] + pools()["irish first"] + pools()["south_asian first"])


def _odd(person: Person, chance: random.Random) -> str:
    """First name and surname with marks, blanks or accents that a reader hardly sees."""
    name = f"{person.first} {person.last}"
    way = chance.randrange(4)
    if way == 0:
        return name.replace(" ", chance.choice(_ODD_BLANKS), 1)
    if way == 1:
        return unicodedata.normalize("NFD", name)
    place = chance.randrange(2, len(name) - 1)
    if not (name[place - 1].isalpha() and name[place].isalpha()):
        return name.replace(" ", "\u00a0")
    return name[:place] + chance.choice(_ODD_LETTERS) + name[place:]


def _typo(name: str, chance: random.Random) -> str:
    """A name with one letter too many, too few, changed or swapped with its neighbour."""
    if len(name) < 5:
        return name
    place = chance.randrange(1, len(name) - 1)
    way = chance.randrange(4)
    if way == 0:
        return name[:place] + name[place + 1 :]
    if way == 1:
        return name[:place] + name[place] + name[place:]
    if way == 2:
        return name[:place] + chance.choice("aeilnorst") + name[place + 1 :]
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def _broken(person: Person, chance: random.Random) -> str:
    """A name across the end of a line, now and then with a hyphen within it."""
    name = f"{person.first}\n{person.last}"
    if chance.random() < 0.2 and len(person.last) > 6 and person.last.isalpha():
        name = f"{person.first} {person.last[:3]}-\n{person.last[3:]}"
    return name


FORMS: dict[str, Form] = {
    "full": lambda p, _: ("", f"{p.first} {p.last}", ""),
    "midfull": lambda p, c: ("", f"{p.first} {_middle(c)} {p.last}", ""),
    "fullinit": lambda p, c: ("", f"{p.first} {c.choice('ABCDEFGHJKLMPRSTW')}{c.choice(('. ', ' '))}{p.last}", ""),
    "title": lambda p, c: (f"{c.choice(_TITLES)}{c.choice((' ', ' ', ' ', '. '))}", p.last, ""),
    "titlef": lambda p, c: (f"{c.choice(_TITLES)} ", f"{p.first} {p.last}", ""),
    "hhj": lambda p, c: (c.choice(("HHJ ", "His Honour Judge ", "Mr Justice ", "Judge ")), p.last, ""),
    "profs": lambda p, _: ("Professor ", p.last, ""),
    "docs": lambda p, _: ("Dr ", p.last, ""),
    "rank": lambda p, c: (f"{c.choice(_RANKS)} ", p.last if c.random() < 0.7 else f"{p.first} {p.last}", ""),
    "rankf": lambda p, c: (f"{c.choice(_RANKS)} ", f"{p.first} {p.last}", ""),
    "given": lambda p, _: ("", p.first, ""),
    "possg": lambda p, c: ("", p.first, _owner(c)),
    "possl": lambda p, c: ("", p.first.lower(), c.choice(("'s", "s", "’s"))),
    "nick": lambda p, c: ("", _short_form(p, c), ""),
    "sur": lambda p, _: ("", p.last, ""),
    "possf": lambda p, c: ("", f"{p.first} {p.last}", _owner(c)),
    "posss": lambda p, c: ("", p.last, _owner(c)),
    "init": lambda p, c: ("", f"{p.first[0]}{c.choice(('. ', '. ', ' ', '.'))}{p.last}", ""),
    "inits": lambda p, c: ("", _initials(p, c), ""),
    "init1": lambda p, _: ("", f"{p.first[0]}. {p.last}", ""),
    "suri": lambda p, c: ("", f"{p.last} {p.first[0]}{c.choice(('', '', c.choice('ABCEJMRST')))}", ""),
    "suridot": lambda p, c: ("", f"{p.last}, {p.first[0]}{c.choice(('.', '.', '', '.J.'))}", ""),
    "comma": lambda p, _: ("", f"{p.last}, {p.first}", ""),
    "capscomma": lambda p, _: ("", f"{p.last.upper()}, {p.first}", ""),
    "capsgiven": lambda p, c: (
        "",
        f"{p.last.upper()} {p.first}" if c.random() < 0.7 else f"{p.first} {p.last.upper()}",
        "",
    ),
    "caps": lambda p, _: ("", p.last.upper(), ""),
    "capsg": lambda p, _: ("", p.first.upper(), ""),
    "capsfull": lambda p, _: ("", f"{p.first} {p.last}".upper(), ""),
    "plural": lambda p, _: ("", _plural(p.last), ""),
    "mdfull": lambda p, c: ("", f"{c.choice(_BEFORE_FIRST)} {p.first} {p.last}", ""),
    "letters": lambda p, c: ("", c.choice(("-", "-", " - ", ".")).join(letters(p.first).capitalize()[:9]), ""),
    "capsi": lambda p, _: (f"{p.first[0]}{p.last[0]}".upper(), "", ""),
    "lower": lambda p, _: ("", f"{p.first} {p.last}".lower(), ""),
    "lowerg": lambda p, _: ("", p.first.lower(), ""),
    "lowers": lambda p, _: ("", p.last.lower(), ""),
    "email": lambda p, c: ("", _address(p, c), ""),
    "user": lambda p, c: ("", _user(p, c), ""),
    "file": lambda p, c: ("", _file(p, c), ""),
    "sig": lambda p, c: ("", c.choice((p.first, f"{p.first} {p.last}", f"{p.first[0]}. {p.last}")), ""),
    "odd": lambda p, c: ("", _odd(p, c), ""),
    "typo": lambda p, c: ("", f"{p.first} {_typo(p.last, c)}", ""),
    "typos": lambda p, c: ("", _typo(p.last, c), ""),
    "brk": lambda p, c: ("", _broken(p, c), ""),
    # words that people bear, where no person is meant
    "xs": lambda p, _: (p.last, "", ""),
    "xg": lambda _, c: (c.choice(pools()["ambiguous first"] + pools()["english first"]), "", ""),
    "xp": lambda _, c: (_place(c), "", ""),
    "xpl": lambda _, c: (_place(c).lower(), "", ""),
    "xpcaps": lambda _, c: (_place(c).upper(), "", ""),
    "xw": lambda _, c: (_word(c), "", ""),
    "xt": lambda _, c: (_any_word(c), "", ""),
    "xl": lambda _, c: (_any_word(c).lower(), "", ""),
    "xcaps": lambda _, c: (_any_word(c).upper(), "", ""),
    "xi": lambda _, c: (c.choice("ABCDEFGHJKLMNPQRSTUVWXYZ"), "", ""),
}


def _place(chance: random.Random) -> str:
    part = chance.random()
    if part < 0.25:
        return chance.choice(pools()["place_like first"] + pools()["place_like last"])
    if part < 0.55:
        return chance.choice(pools()["towns"])
    return chance.choice(dictionary("place last") if part < 0.75 else dictionary("place any"))


def _word(chance: random.Random) -> str:
    if chance.random() < 0.5:
        return chance.choice(pools()["ambiguous first"] + pools()["ambiguous last"])
    return chance.choice(dictionary(chance.choice(("first", "last"))))


def _date(chance: random.Random) -> str:
    day, month, year = chance.randrange(1, 29), chance.randrange(1, 13), chance.randrange(2003, 2018)
    name = pools()["month"][month - 1]
    made = (
        f"{day:02}/{month:02}/{year}",
        f"{day} {name} {year}",
        f"{day}.{month}.{year % 100:02}",
        f"{day} {name[:3]}",
    )
    return chance.choice((*made, f"{year}-{month:02}-{day:02}"))


def _abbreviation(chance: random.Random) -> str:
    """One in use, or three to five letters of which hardly any is a vowel."""
    if chance.random() < _IN_USE:
        return chance.choice(pools()["acronyms"])
    made = "".join(chance.choice("BCDFGHJKLMNPQRSTVW") for _ in range(chance.randrange(3, 6)))
    place = chance.randrange(len(made))
    return made[:place] + chance.choice(_VOWELS) + made[place + 1 :] if chance.random() < _ONE_VOWEL else made


def _known(chance: random.Random) -> str:
    """A firm, a system, a case: one that people are called too as often as not."""
    if chance.random() < 0.5:
        return chance.choice(shared_by_all())
    found = chance.choice(phrases("known"))
    return found if "&" not in found else found.replace("&", chance.choice(("&", "and")))


@cache
def shared_by_all() -> list[str]:
    """What firms, systems and cases are called and people too: one word, or a first name and a surname."""
    return [word.capitalize() for word in sorted(shared_words())] + phrases("shared")


FILLERS: dict[str, Callable[[random.Random], str]] = {
    "jargon": lambda c: c.choice(pools()["jargon"]),
    "ljargon": lambda c: c.choice(pools()["jargon"]).lower(),
    "jargoncaps": lambda c: c.choice(pools()["jargon"]).upper(),
    "acro": lambda c: c.choice(pools()["acronyms"]),
    "abbr": _abbreviation,
    "drug": lambda c: c.choice(pools()["medicines"]),
    "welsh": lambda c: c.choice(pools()["welsh places"]),
    "abroad": lambda c: c.choice(pools()["abroad"]),
    "feast": lambda c: c.choice(pools()["feasts"]),
    "label": lambda c: c.choice(pools()["label"]),
    "verb": lambda c: c.choice(pools()["verb names"]),
    "lverb": lambda c: c.choice(pools()["verb names"]).lower(),
    "noun": lambda c: c.choice(pools()["noun names"]),
    "after": lambda c: c.choice(pools()["after verbs"]),
    "begin": lambda c: c.choice(pools()["beginnings"]),
    "did": lambda c: c.choice(pools()["did"]),
    "does": lambda c: c.choice(pools()["does"]),
    "who": lambda c: c.choice(pools()["anybody"]),
    "was": lambda c: c.choice(pools()["was"]),
    "body": lambda c: c.choice(pools()["bodies"]),
    "head": lambda c: c.choice(pools()["heads"]),
    "road": lambda c: c.choice(pools()["roads"]),
    "x": lambda c: _any_word(c),
    "l": lambda c: _any_word(c).lower(),
    "date": _date,
    "town": lambda c: _place(c),
    "org": lambda c: c.choice(phrases("bodies")),
    "law": lambda c: c.choice(phrases("law")),
    "thing": lambda c: c.choice(phrases("things")),
    "building": lambda c: c.choice(phrases("buildings")),
    "known": _known,
    "grade": lambda c: c.choice(_GRADES),
    "measure": lambda c: c.choice(_MEASURES),
    "work": lambda c: c.choice(pools()["work"]),
    "county": lambda c: c.choice(pools()["county"]),
    "country": lambda c: c.choice(pools()["country"]),
    "month": lambda c: c.choice(pools()["month"]),
    "people": lambda c: c.choice(sorted(the_lists().peoples)).capitalize(),
}
