"""Where an address begins: the house, hostel, prison or flat before the number and street, or before the postcode."""

from __future__ import annotations

import re

_BUILDING = (
    r"(?:House|Court|Lodge|Towers?|Mansions?|Heights|Buildings?|Point|Hostel|Hotel|Hall|Halls|Offices?|Cottages?|Farm"
    r"|Farmhouse|Barn|Mill|Villas?|Grange|Manor|Centre|Chambers|Surgery|Station|Church|Mosque|Refuge|Place|View|Quay"
    r"|Wharf|Rectory|Vicarage|Bungalow|Lofts?|Apartments|Flats|Residences?|Rooms?|Home|Nook|Rise|Prison)"
)
_ROOM = r"(?:Flat|Apartment|Apt\.?|Maisonette|Room|Rm\.?|Unit|Suite|Studio|Plot|Pitch|Bedsit|Block|Floor|Fl\.?)"
_BEFORE = re.compile(
    rf"(?<![\w/.-])((?:{_ROOM} ?[A-Z]?[0-9]{{0,4}}[A-Za-z]?|[0-9]{{1,2}}/[0-9]{{1,2}}"
    rf"|(?:(?:The )?(?:[A-Z][\w'-]*[ -]){{1,3}}{_BUILDING}|(?:HMP|HMYOI|YOI|IRC|HM Prison)(?: [A-Z][\w'-]+){{1,3}}))"
    r"[ \t]?(?:,[ \t]{0,2}\n?|\n)[ \t]{0,3})\Z"
)
_FIRST = re.compile(
    r"(?:On|In|At|From|To|Of|The|His|Her|When|Before|After|Outside|Near|Address|Yesterday|And) (?=[A-Z])"
)
_MOST = 3
_LOOK = 60

_JOIN = re.compile(r"[ \t]{0,3}(?:,[ \t]{0,3}\n?|\n)[ \t]{0,3}\Z|[ \t]{1,3}\Z")
_PART = re.compile(
    r"(?:\A|(?<=[\n,:;(|\t])|(?<=\bat)|(?<=\bof)|(?<=\bto)|(?<=\bin)|(?<=\bfrom)|(?<=\bis)|(?<=\bwas)|(?<=c/o)|(?<= -))"
    r"[ \t]{0,3}((?:No\.? |no\.? )?(?:[A-Z][\w'/&-]*\.?|[0-9][\w/-]{0,7}|upon|on|le|the|under|by|of|y|de)"
    r"(?: (?:[A-Z][\w'/&-]*|St\.|[0-9][\w/-]{0,7}|upon|on|le|the|under|by|of|y|de)){0,5})\Z"
)
_PARTS = 6
_FAR = 80
_POSTCODE = re.compile(r"(?i:\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b)")
_NO_PART = re.compile(
    r"(?:DOB|Date|Tel|Phone|Mobile|Name|Status|Postcode|Post|Code|Subject|Mother|Father|Child|Adult|Sibling|Email|URN"
    r"|PNC|Ref|The|On|In|At|He|She|They|It|We|This|That|Police|Officers?)\b(?! [A-Z][\w']* (?:Road|Street|Lane|House))"
)


def house_before(text: str, start: int) -> int:
    """Where the address that begins at ``start`` begins with its house, flat, hostel or prison before it."""
    for _ in range(_MOST):
        found = _BEFORE.search(text[max(0, start - _LOOK) : start])
        if found is None:
            return start
        said = _FIRST.match(found[1])
        start -= len(found[1]) - (said.end() if said else 0)
        if said:
            return start
    return start


def lines_before(text: str, postcode: int) -> tuple[int, int] | None:
    """From where to where the lines of an address before a postcode go; None where no more than a town stands there."""
    begin, end, parts = postcode, postcode, 0
    for _ in range(_PARTS):
        low = max(0, begin - _FAR)
        joint = _JOIN.search(text, low, begin)
        if joint is None:
            break
        found = _PART.search(text[low : joint.start()])
        if found is None or (low and not found.start()) or _NO_PART.match(found[1]) or _POSTCODE.search(found[1]):
            break
        begin, parts = joint.start() - len(found[1]), parts + 1
        if parts == 1:
            end = joint.start()
        if text[begin - 1 : begin].isspace() and not re.search(r"[,\n][ \t]{0,3}\Z", text[max(0, begin - 5) : begin]):
            break
    said = text[begin:end]
    return (begin, end) if parts > 1 or (parts and any(sign.isdigit() for sign in said)) else None
