"""Schools, and job titles that pick out one person because they stand once beside a place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from imr_desk.names.identifier_text import Identifier
from imr_desk.names.identifier_words import either, words
from imr_desk.names.lists import the_lists

_BODY = (
    r"(?:School|Academy|College|Nursery|Sixth Form(?: College| Centre)?|Pre-?[Ss]chool|Playgroup|Kindergarten"
    r"|PRU|Pupil Referral Unit|Primary|Infants'?|Juniors?|Children's Centre|Montessori|UTC)"
    r"(?: for (?:Girls|Boys)| of (?:Further Education|Higher Education|Technology|Art))?"
)
_PROPER = r"(?:St\.? |Saint |Our Lady |Sir |Dame |King |Queen |Bishop |Archbishop |The )?[A-Z](?:[\w'-]|\.(?=\w))*"
_SCHOOL = re.compile(
    rf"(?<![\w'-])({_PROPER}(?: (?:[A-Z](?:[\w'-]|\.(?=\w))*|of|the|in|&|and(?! College))){{0,3}}?"
    rf"(?: (?:{either('schools')})){{0,5}} {_BODY})(?![\w-])"
)
_SMALL = re.compile(
    rf"(?<![\w'-])({_PROPER}(?: [A-Z](?:[\w'-]|\.(?=\w))*){{0,2}}(?: (?:primary|secondary|high|infants?|junior|grammar"
    r"|nursery|comprehensive|special|community|boarding|prep))?"
    r" (?:school|academy|nursery|pre-?school|playgroup|sixth form))"
    r"(?![\w-])"
)
_ATTENDS = re.compile(
    r"\b(?:attend(?:s|ed|ing)?|pupil|student|enrolled|excluded|studie[sd]|studying|teacher|head|started|educated|went"
    r"|goes|expelled|admitted|moved|transferred|registered|roll|[Yy]ear [0-9]{1,2})\b"
    r"(?: (?:at|to|from|of|on|roll|the|school|in|year|[0-9]{1,2}|a|is|was)){0,5}? "
    r"((?:(?:St\.? )?[A-Z][\w'-]+ ){1,3}(?:High|Grammar|Primary|Comprehensive|Comp|Infants?|Juniors?|College|Secondary"
    r"|Prep)|St\.? [A-Z][\w'-]+|the University of [A-Z][a-z]+(?: [A-Z][a-z]+)?"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)? University)(?![\w-])"
)
_WELSH = re.compile(
    r"(?<![\w'-])(Ysgol(?: (?:yr?|[A-Z][\w'-]+)){1,5}"
    r"|Meithrinfa(?: [A-Z][\w'-]+){1,3}|Coleg(?: [A-Z][\w'-]+){1,3})(?![\w-])"
)
_IN_YEAR = re.compile(
    r"(?<![\w'-])((?:St\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2} "
    r"(?:High|Grammar|Primary|Comprehensive|Comp|Infants?|Juniors?|Secondary|Prep|Academy))"
    r"(?=(?:,| in| as a) (?:[Yy]ear|class|form|pupil|reception))"
)
_AT_SCHOOL = re.compile(
    r"\b(?:at|from|leave|left|joined|join) ((?:St\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2} "
    r"(?:Grammar|Comprehensive|Comp|Infants'?|Juniors?|Primary|Secondary|Prep|Primary and Nursery))"
    r"(?![\w-]| [A-Z]| Care\b)"
)
_CALLED_SO = re.compile(
    r"\b(?:nursery|school|college|pre-?school|playgroup|childminder)(?:, | called | named |, called )"
    r"((?!Adult|Child|Mother|Father|Sibling|Police|Social|Health|Ms|Mrs|Mr|Miss|Ofsted|Family|Victim)"
    r"[A-Z][a-z'-]+(?: (?:[A-Z][a-z'-]+|and|of)){0,3})(?=[,.;)]|\Z)"
)
"""Her nursery, Tiny Steps, closed."""
_NO_NAME = frozenset(words("no school"))
_BODIES = re.compile(
    r"\b(?:Sunday|Medical|Law|Business|Drama|Staff|Bar|Judicial|Defence|Royal) (?:School|College|Academy)"
    r"|Royal College|College of (?:Policing|Arms|Surgeons|Physicians|Nursing|Emergency|Social)|Inns? of Court"
    r"|School (?:of|for) (?:Government|Law|Social)|National (?:College|School|Police|Crime)|London School of"
    r"|Police Staff College|Civil Service College"
)
_JOINED = re.compile(r"\b(?:the|an?|in|of|and|&|his|her|their) (?i:school|academy|college|nursery|pre-?school)\Z")
"""What stands before the last word is no name: Head Teacher of the School."""
_CODE = re.compile(r"(?:School|Academy|College|Nursery)s? (?:[0-9]{1,2}|[A-Z])(?!\w)|(?:Area|Hospital) [0-9A-Z]\b")

_JOINT = (
    r",? (?:based |working |stationed |then |who (?:was|is) based )?"
    r"(?:at|in|for|from|of|covering|with responsibility for) "
)
_POST = re.compile(
    rf"(?<![\w-])((?i:(?:(?:{either('grades')}) ){{0,3}}(?:(?:{either('branches')}) ){{0,2}}(?:{either('posts')})"
    r"|head of (?:the )?(?:[a-z'-]{3,20} ){1,4}(?:unit|team|service|department|office|section|branch|division))"
    rf"{_JOINT}(?:the )?(?:(?:CPS|HMP|HMYOI|HM Prison|IRC|RAF|St\.?|Port of|Borough of|City of|County of) )?"
    r"[A-Z][a-z][\w'-]+(?: (?:[A-Z][\w'-]+|upon|on|of|and|le|under|in)(?=[ ,.;:)]|\Z)){0,3})"
)
_ROLE = rf"(?:(?:{either('grades')}) ){{0,3}}(?:(?:{either('branches')}) ){{0,3}}(?:{either('posts')})"
_BESIDE = re.compile(
    rf"(?<![\w-])((?i:{_ROLE})(?: ?\((?P<inside>(?:CPS |HMP )?[A-Z][a-z][\w'-]*(?: [A-Z][a-z][\w'-]*){{0,2}})\)"
    r"|, (?:CPS |HMP |Port of |City of )?(?P<after>[A-Z][a-z][\w'-]*)(?=[,.;:)\n]|\Z)))"
)
"""Senior Crown Prosecutor (Northmarch); the caseworker, Grimsby, rang."""
_PARTED = re.compile(r"(?<![A-Za-z'-])([A-Za-z'-]{2,30})(?: ?\(|, )[A-Z]")
_BASED = re.compile(rf"(?<![\w-])((?P<there>[A-Z][a-z]+)(?:-based | )(?i:(?!police)(?:{_ROLE})))(?![\w-])")
"""The Dartford-based caseworker; the Leeds prosecutor."""
_AT = re.compile(_JOINT)
_HINT = re.compile(rf"(?<![A-Za-z'-])([A-Za-z'-]{{2,30}}){_JOINT}(?:the )?[A-Z]")
_UNITS = ["unit", "team", "service", "department", "office", "section", "branch", "division"]
_LAST_WORDS = frozenset(
    form.casefold()
    for post in (*words("posts"), *_UNITS)
    for form in (post.split(" ")[-1].replace("?", ""), post.split(" ")[-1].replace("s?", ""), "teacher", "headteacher")
)
"""How a post can end: a quick look for these spares the long one."""
_NO_PLACE = re.compile(rf"(?:the )?(?:{either('no place')})\b")
_WIDE = frozenset({"england", "wales", "scotland", "ireland", "britain", "uk", "europe", "reading"})
_BOARD = re.compile(
    r"\b(?:Board|Council|Trust|Partnership|Committee|Panel|Group|Ltd|Limited|plc|University|Services|Directorate)\b"
)
_LOOSE_END = re.compile(r"(?: (?:upon|on|of|and|le|under|in))+\Z")


def find(text: str) -> Iterator[Identifier]:
    """Every school that is named, and every job title that stands in ``text`` once with a place."""
    for pattern in (_SCHOOL, _SMALL, _ATTENDS, _WELSH, _IN_YEAR, _AT_SCHOOL, _CALLED_SO):
        for found in pattern.finditer(text):
            begin = _name_begins(found[1])
            numbered = _CODE.match(text, found.end(1) - _last(found[1]))
            if begin is not None and not _JOINED.search(found[1]) and numbered is None and not _is_body(text, found):
                yield Identifier(
                    found.start(1) + begin, found.end(1), "school", pattern not in (_ATTENDS, _AT_SCHOOL, _CALLED_SO)
                )
    yield from _posts(text)


def _is_body(text: str, found: re.Match[str]) -> bool:
    """Whether it belongs to the name of a body that is no school, such as a Royal College."""
    return any(
        body.start() < found.end(1)
        for body in _BODIES.finditer(text, max(0, found.start(1) - 20), found.end(1) + 15)
        if body.end() > found.start(1)
    )


def _last(said: str) -> int:
    """How long the last word is."""
    return len(said) - said.rfind(" ") - 1


def _name_begins(said: str) -> int | None:
    """Where the name of a school begins, after what stands before it by chance; None where nothing is a name."""
    at = 0
    for word in said.split(" ")[:-1]:
        bare = word.casefold().strip(".,'").removesuffix("'s")
        if said[at:].startswith("Our Lady"):
            return at
        if bare not in _NO_NAME and not bare.isdigit() and len(bare) > 1:
            return at
        at += len(word) + 1
    return None


def _posts(text: str) -> Iterator[Identifier]:
    """Titles with a place; one that stands several times, wherever it is, does not pick anybody out by itself."""
    found = [(each, _beside(each)) for each in _BASED.finditer(text)]
    if any(hint[1].casefold() in _LAST_WORDS for hint in _PARTED.finditer(text)):
        found += [(each, _beside(each)) for each in _BESIDE.finditer(text)]
    if any(hint[1].casefold() in _LAST_WORDS for hint in _HINT.finditer(text)):
        found += [(each, _parts(each[1])) for each in _POST.finditer(text)]
    often = Counter(parts for _, parts in found if parts)
    for each, parts in found:
        if parts and often[parts] == 1:
            end = each.start(1) + len(_LOOSE_END.sub("", each[1]))
            yield Identifier(each.start(1), end, "job title", sure=False)


def title_alone(said: str) -> str:
    """A job title that was found with a place, without it: ‘the Leeds lawyer’, ‘lawyer at Leeds’, ‘lawyer (Leeds)’."""
    beside = _BESIDE.fullmatch(said)
    if beside is not None:
        return said[: min(beside.start("inside") % len(said), beside.start("after") % len(said))].rstrip(" (,")
    based = _BASED.fullmatch(said)
    if based is not None:
        return said[based.end("there") :].removeprefix("-based").lstrip()
    joints = tuple(_AT.finditer(said))
    return said[: joints[-1].start()] if joints else said


def _beside(found: re.Match[str]) -> tuple[str, str] | None:
    """Title and place of one that has its place in brackets, after a comma or before it; None where it is no place."""
    named = found.groupdict()
    place = next((said for said in named.values() if said), "")
    if _NO_PLACE.match(place) or _BOARD.search(place):
        return None
    said = tuple(word.casefold() for word in place.split(" "))
    if not any(map(_is_town, said)) and (
        any(map(_is_word, said)) or not (named.get("inside") or f"{place}-based" in found[1])
    ):
        return None
    return found[1].replace(place, "").casefold(), place.casefold()


def _is_town(word: str) -> bool:
    return word in the_lists().places and word not in the_lists().peoples and word not in _WIDE


def _is_word(word: str) -> bool:
    """Whether it is an ordinary word, or a country or people."""
    return word in the_lists().ordinary or word in the_lists().peoples or word in _WIDE


def _parts(said: str) -> tuple[str, str] | None:
    """Title and place in small letters; None where what follows is no place."""
    joints = tuple(_AT.finditer(said))
    joint = joints[-1] if joints else None  # of ‘Head of the Crown Court Unit at Lowmarsh’ the second
    if joint is None or _NO_PLACE.match(said, joint.end()) or _BOARD.search(said, joint.end()):
        return None
    return said[: joint.start()].casefold(), _LOOSE_END.sub("", said[joint.end() :]).casefold()
