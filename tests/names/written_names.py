"""Made-up people, and every way in which their names are written: the forms that the register promises to know."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

PEOPLE = (
    "Wilhelmina Quenby-Thrupp",
    "Osric Pellbrook",
    "Łucja Dąbrowszczak",
    "Séamus Ó Flannabhra",
    "Fatima al-Jabrine",
    "Tibor MacThrostle",
    "Maeve D'Ombrey",
    "Ludo van der Quill",
    "Anne-Lise Morvenna",
    "Thi Hanh Nguyenlow",
    "Ngozi Okonbale",
    "Gurdip Kaur Dhalimore",
    "Jörg Großweil",
    "Rhian ap Gwyndaf",
    "Zbyszko Szczepanowicz",
    "Ida Fex",
    "Amy Kaye",
    "Bo Xu",
)
EVERYDAY = (
    "Ray King",
    "April Wells",
    "Grace Marsh",
    "Mark Lane",
    "Will Young",
    "Rose Banks",
    "Dean Bell",
    "Hope Field",
    "Penny Cook",
    "Chelsea Lincoln",
    "Austin Bolton",
    "Robin Day",
    "Guy Fox",
)
"""Names of everyday words and places; these are promised whole, and alone where something speaks for a person."""
_DOMAINS = ("cps.gov.uk", "homeoffice.gov.uk", "police.uk")
_PLAIN = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss"})
_PARTICLES = ("al", "ap", "van", "der", "ó")


class Written(NamedTuple):
    """A name as it stands in a text: what is before it in the same word, the name to be covered, what is behind it."""

    form: str
    name: str
    before: str = ""
    after: str = ""


def plain(words: str) -> str:
    """The words without accents."""
    apart = unicodedata.normalize("NFKD", words)
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_PLAIN)


def parts(name: str) -> tuple[str, str, str]:
    """First name, middle names and family name."""
    words = name.split()
    begin = next((at for at in range(1, len(words) - 1) if words[at].lower() in _PARTICLES), len(words) - 1)
    return words[0], " ".join(words[1:begin]), " ".join(words[begin:])


def letters(words: str) -> str:
    """The words as an address has them."""
    return "".join(c for c in plain(words).lower() if c.isalpha())


def slip(rng: random.Random, word: str, kind: str) -> str:
    """The word with one letter wrong: left out, put in, struck twice, another, or two changed over."""
    at = rng.choice([place for place, letter in enumerate(word) if letter.isalpha()])
    other = rng.choice([c for c in "abcdefghijklmnopqrstuvwxyz" if c != plain(word[at]).lower()])
    other = other.upper() if word[at].isupper() else other
    if kind == "left out":
        return word[:at] + word[at + 1 :]
    if kind == "put in":
        return word[: at + 1] + other.lower() + word[at + 1 :]
    if kind == "twice":
        return word[: at + 1] + word[at].lower() + word[at + 1 :]
    if kind == "another":
        return word[:at] + other + word[at + 1 :]
    at = min(at, len(word) - 2)
    pair = word[at + 1] + word[at] if at else word[1].upper() + word[0].lower()
    return word[:at] + pair + word[at + 2 :]


SLIPS = ("left out", "put in", "twice", "another", "changed over")


def whole(name: str) -> Iterator[Written]:
    """The ways to write all of a name."""
    first, middle, family = parts(name)
    ways = {
        "as registered": name,
        "reversed": f"{family}, {first}",
        "reversed without comma": f"{family} {first}",
        "family name in capitals": f"{family.upper()} {first}",
        "capitals": name.upper(),
        "small letters": name.lower(),
        "initial": f"{first[0]}. {family}",
        "initial without stop": f"{first[0]} {family}",
        "initial after": f"{family}, {first[0]}",
        "initial in the middle": f"{first} Q. {family}",
        "without accents": plain(name),
        "accents apart": unicodedata.normalize("NFD", name),
        "no-break space": name.replace(" ", "\u00a0"),
        "narrow space": name.replace(" ", "\u202f"),
        "line end": name.replace(" ", "\n", 1),
        "line end of Windows": name.replace(" ", "\r\n", 1),
        "soft hyphen": name[:2] + "\u00ad" + name[2:],
        "zero width": name[:-2] + "\u200b" + name[-2:],
        "joiner": name[:3] + "\u2060" + name[3:],
    }
    if middle:
        ways |= {"two initials": f"{first[0]}.{middle[0]}. {family}", "initials": f"{first[0]}{middle[0]} {family}"}
    if "-" in name or "'" in name:
        ways["no hyphen"] = name.replace("-", "").replace("'", "")
        ways["other hyphen"] = name.replace("-", "\u2011").replace("'", "\u2019")
        ways["blank for hyphen"] = name.replace("-", " ")
    yield from (Written(form, words) for form, words in ways.items())
    yield Written("possessive", name, after="\u2019s")


def joined(name: str) -> Iterator[Written]:
    """A name in e-mail addresses and names of files."""
    first, _, family = parts(name)
    given, last = letters(first), letters(family)
    locals_ = (f"{given}.{last}", f"{last}.{given}", f"{given[0]}{last}", f"{given[0]}.{last}", f"{given}_{last}")
    others = (given + last, f"{last}{given[0]}", f"{given}.{last}7", f"{given.title()}.{last.title()}")
    for place, local in enumerate((*locals_, *others)):
        yield Written("e-mail", local, after="@" + _DOMAINS[place % 3])
    spelt = name.translate(str.maketrans({"ö": "oe", "ß": "ss"}))
    yield Written("e-mail", ".".join(letters(each) for each in (parts(spelt)[0], parts(spelt)[2])), after="@police.uk")
    big, title = last.title(), given.title()
    yield Written("file", f"{title}{big}", after="_notes.docx")
    yield Written("file", f"{title}_{big}", after=".docx")
    yield Written("file", f"{big}{title}", before="MG3-", after="-2.doc")
    yield Written("file", f"{given}-{last}", after="-mg3.pdf")
    yield Written("file", f"{title}{big}", before="20130502", after=".docx")
    yield Written("folder", f"{title} {big}", before="C:\\Cases\\", after="\\log.txt")


def alone(name: str) -> Iterator[Written]:
    """One part of a name alone."""
    first, _, family = parts(name)
    yield from (Written("alone", words) for words in (first, family))
    yield from (Written("alone, possessive", words, after="'s") for words in (first, family))
    yield from (Written("after a title", family, before=f"{title} ") for title in ("Mr", "Ms", "DC"))
    if len(family) > 4:
        yield Written("small letters", family.lower())
        yield Written("across a line", family[: len(family) // 2] + "-\n" + family[len(family) // 2 :])


def slipped(rng: random.Random, name: str) -> Iterator[Written]:
    """A name with one letter wrong, whole and, where it is long enough, a part alone."""
    first, middle, family = parts(name)
    for kind in SLIPS:
        wrong = slip(rng, family, kind) if len(family) > 2 else family
        yield Written(kind, " ".join(filter(None, (first, middle, wrong))))
        yield Written(kind, f"{wrong}, {first}")
        if len(family) > 5:
            yield Written(kind, wrong)
            yield Written(kind, slip(rng, letters(family), kind), before=f"{letters(first)}.", after="@police.uk")
            yield Written(kind, slip(rng, letters(first + family), kind).lower(), after="@police.uk")
        if len(first) > 2:
            yield Written(kind, f"{slip(rng, first, kind)} {family}")
