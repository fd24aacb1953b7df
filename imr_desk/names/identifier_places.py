"""Addresses and postcodes of the United Kingdom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.names.identifier_houses import house_before, lines_before
from imr_desk.names.identifier_text import ANY_DIGIT, Identifier
from imr_desk.names.identifier_words import either

_OUT = rf"(?:{either('postcode areas')})(?:[0-9]{{1,2}}|[0-9][A-HJKMNP-Y])"
_POSTCODE = re.compile(
    rf"(?<![\w/-])((?:{_OUT}|GIR)[ \t]{{0,3}}\n?[ \t]{{0,3}}[0-9][ABD-HJLNP-UW-Z]{{2}})(?![\w]|[/-]\w)"
)
_SMALL = re.compile(
    rf"(?<![\w/.-])({_OUT} ?[0-9](?!st\b|nd\b|rd\b|th\b)[abd-hjlnp-uw-z]{{2}})(?![\w]|[/-]\w)", re.IGNORECASE
)
_DASHED = re.compile(rf"\bpost ?code(?:\s(?:is|was))?[:\s]{{1,2}}({_OUT}[-/.][0-9][A-Z]{{2}})(?!\w)", re.IGNORECASE)
_PART = re.compile(rf"\b[Pp]ost ?[Cc]ode(?:s| area| district)?(?: is| was|:| of)? ((?:{_OUT}))(?![\w-])")
_OTHER = re.compile(
    r"(?<![\w/.-])([A-Z]{1,2}(?:[0-9]{1,2}|[0-9][A-HJKMNP-Y])"
    r" [0-9](?!ST|ND|RD|TH|[MCK][GLM]|[AP]M|[KMG]B|DI|Y[OR]|HR)[A-Z]{2})(?![\w]|[/-]\w)"
)
"""What has the form of a postcode and is none there is, by a slip: of no area, or with a letter that none ends with."""
_BFPO = re.compile(r"\b(BFPO ?[0-9]{1,4})\b")

_PLAIN = either("plain streets")
_TYPES = f"{either('streets')}|{_PLAIN.upper()}"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_CAP = r"[A-Z][\w'.]*"
_WORD = r"[A-Z][A-Za-z'.\u00c0-\u017f]*(?![\w])"
_NAME = rf"(?:{_CAP}|of|the|de|la|le|and|upon|on|in|&)"
_NUMBER = r"(?:No\.? ?|number |Number |no\.? ?)?[1-9][0-9]{0,3}[A-Za-z]?(?: ?[-/&] ?[0-9]{1,4}[A-Za-z]?)?"
_ROOMS = r"(?:Flat|Apartment|Apt\.?|Maisonette|Bedsit|Caravan|Pitch|Plot|Unit|Room|Suite|Studio|Block|Floor)"
_INNER = (
    rf"(?:(?:{_ROOMS}|flat|apartment)(?: No\.?| number)? ?[A-Z]?[0-9]{{0,4}}[A-Za-z]?"
    r"|(?:Ground|First|Second|Third|Fourth|Top|Basement) [Ff]loor(?: [Ff]lat)?)"
)
_PAUSE = r"(?:,[ \t]{0,2}\n?[ \t]{0,3}|[ \t]{0,2}\n[ \t]{0,3}|[ \t])"
_BLOCK = r"(?:House|Court|Lodge|Tower|Mansions|Heights|Buildings|Point)"
_NUMBERED = re.compile(
    rf"(?<![\w./\u00a3$:-])((?:{_INNER}{_PAUSE})?{_NUMBER}{_PAUSE}"
    rf"(?:(?:[A-Z][\w']*[ -]){{1,3}}{_BLOCK}{_PAUSE}(?:{_NUMBER}{_PAUSE})?)?"
    rf"(?:(?:{_NAME}[ -]){{1,4}}(?:{_TYPES})\b\.?|The [A-Z][\w']+(?: [A-Z][\w']+)?))"
)
_FLAT = re.compile(
    rf"(?<![\w./-])((?:Flat|Apartment|Apt\.?|Maisonette|Bedsit|Caravan|Pitch|Plot) [A-Z]?[0-9]{{0,4}}[A-Za-z]?{_PAUSE}"
    rf"(?:{_NUMBER}{_PAUSE})?(?:{_CAP}[ -]){{0,3}}[A-Z][\w']*)"
)
_HOUSE = re.compile(
    r"(?<![\w./-])((?:\"[A-Z][\w' ]{2,25}\"|The [A-Z][\w']+(?=,)|(?:The |[A-Z][\w']*[ -]){1,3}"
    r"(?:House|Cottage|Farm|Lodge|Barn|Vicarage|Rectory|Manor|Villa|Bungalow"
    rf"|Farmhouse|Mill|Grange|Court|Tower|Point|Heights|Caravan Park)),?{_PAUSE}(?:{_CAP}[ -]){{1,3}}(?:{_PLAIN})\b\.?)"
)
_BEFORE = re.compile(
    rf"(?<![\w./\u00a3$:-])((?:{_INNER}{_PAUSE})?{_NUMBER}{_PAUSE}(?:{either('before streets')})"
    rf"(?:[ -](?:(?:y|yr|Y|Yr|'r|ar|Ar)(?:[ -]|(?<='r) ))?{_WORD}){{1,3}})"
)
"""In Wales what kind of street it is stands before its name: Heol y Parc."""
_SIDED = re.compile(
    rf"(?<![\w./\u00a3$:-])({_NUMBER} (?:Broadway|Esplanade|Promenade|Strand|Parade|Embankment|Causeway|Quayside)"
    r"(?: (?:North|South|East|West))?)(?!\w)"
)
_SMALL_ROAD = re.compile(
    rf"(?<![\w./\u00a3-])({_NUMBER} (?:[a-z']{{3,20}} ){{1,2}}(?:street|road|rd|avenue|ave|lane|crescent|terrace"
    r"|gardens|grove|mews|drive|close))\b"
)
_CUED = re.compile(
    r"\b(?:(?:Address|ADDRESS|Addr?|Home|Residence)(?=\.?[ \t]?[:-])\.?|Lives"
    r"|liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|stay(?:s|ed|ing)?|address(?:es)?|hous(?:ed|ing)|moved|home"
    r"|accommodated|relocated|visit(?:s|ed|ing)?|property|premises|dispersed|tenancy|bailed|placed|evicted|flat|house)\b"
    r"(?:[ ,:-]{1,2}(?:permanently|alone|together|currently|then|was|is|were|to|at|in|on|of|with|his|her|their|an?|the"
    r"|mother|father|family|home|flat|house|property|registered|last|known|given|as|temporary|bail|hostel)\b){0,6}"
    rf"[ ,:\n-]{{1,3}}((?:{_INNER}{_PAUSE})?(?:(?:{_CAP} ){{0,2}}{_CAP}, )?"
    rf"(?:{_NUMBER},? )?(?:{_CAP}[ -]){{1,3}}(?:{_PLAIN})\b"
    rf"|(?:{_INNER}{_PAUSE})?{_NUMBER}[ ,]{{1,2}}[A-Z][\w']{{2,}}(?: [A-Z][\w']+){{0,2}}"
    rf"|{_INNER}, ?[A-Z][\w' ]{{2,30}})"
)
_IN_STREET = re.compile(
    r"\b(?:in|on|at|to|from|into|along|near|outside|of|off) ((?!High |Main )(?:The )?(?:[A-Z][a-z'.]{2,}[ -]){1,2}"
    r"(?:Street|Road|Avenue|Lane|Close|Crescent|Gardens|Grove|Terrace|Mews))(?![\w-]| [A-Z]|'s)"
)
"""A street alone, without a number."""
_BOX = re.compile(r"\b((?:P\.? ?O\.?|PO) Box [0-9]{1,6})\b", re.IGNORECASE)
_LINK = r"upon|on|in|le|the|under|by|of"
_TAIL = re.compile(
    r"(?:,[ \t]{0,2}\n?|[ \t]{0,2}\n)[ \t]{0,3}"
    r"(?!(?:On|In|At|The|He|She|They|It|We|This|That|A|An|When|Child|Mother|Father)\b)"
    rf"((?:{_WORD}|{_LINK})(?:[ -](?:{_WORD}|{_LINK})){{0,3}})(?=[,.;:)\n ]|\Z)"
)
_LED = re.compile(rf"\b(?:{either('leads a number')})\.?\s\Z", re.IGNORECASE)
_BODIES = re.compile(
    r"\b(?:Crown|Family|High|County|Youth|Supreme|Magistrates'?|Coroner'?s'?|Sessions|Appeal|Criminal|Juvenile|Central"
    rf"|District|Children'?s|Care|Royal|Divisional) Courts?\b|\b(?:Green|White) Paper|\b(?:{_MONTHS}|{_DAYS})\b"
    r"|\b(?:Home Office|Parliament|CPS|UKBA|Gate Review|Act|Working Together|Youth|Crown Prosecut\w+|Senior|Executive"
    r"|Best Practice|Minutes?|Hours?|Days?|Weeks?|Months?|Years?|Reviews?|Officers?|Cases?"
    r"|Visits?|Meetings?|Ministers?)\b"
)
_STREET_END = re.compile(r" (?:Street|Road|Avenue|Lane|Crescent|Gardens|Grove|Terrace|Mews|Market Place)\Z")
"""So surely a street that ‘for’ or ‘over’ before the number changes nothing."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\b")
_KNOWN_STREETS = re.compile(r"\b(?:Downing|Coronation|Fleet|Wall|Sesame|Petty|Marsham|Horseferry) (?:Street|Road)")


def find(text: str) -> Iterator[Identifier]:
    """Every address and postcode in ``text``."""
    if not ANY_DIGIT.search(text):
        yield from _addresses(text, (_HOUSE, _CUED, _IN_STREET))
        return
    for pattern, sure in (
        (_POSTCODE, True),
        (_BFPO, True),
        (_SMALL, True),
        (_DASHED, True),
        (_PART, False),
        (_OTHER, False),
    ):
        for found in pattern.finditer(text):
            yield Identifier(found.start(1), found.end(1), "postcode", sure)
            lines = lines_before(text, found.start(1)) if pattern in (_POSTCODE, _OTHER) else None
            if lines is not None:
                yield Identifier(*lines, "address")
    yield from _addresses(text, (_NUMBERED, _BEFORE, _SIDED, _FLAT, _HOUSE, _CUED, _BOX, _SMALL_ROAD, _IN_STREET))


def _addresses(text: str, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Identifier]:
    """The addresses that these find, with the towns that follow them."""
    for pattern in patterns:
        for found in pattern.finditer(text):
            if _is_address(text, found, cued=pattern in (_CUED, _IN_STREET)):
                start = house_before(text, found.start(1))
                yield Identifier(start, _with_town(text, found.end(1)), "address", pattern not in (_CUED, _IN_STREET))


def _is_address(text: str, found: re.Match[str], *, cued: bool) -> bool:
    """Whether it is none of the many things that read alike: a section, a court, a year, a count."""
    words = found[1]
    if _BODIES.search(words.title() if words.isupper() else words) or _KNOWN_STREETS.search(words):
        return False
    if cued or not words[0].isdigit():
        return True
    if _YEAR.match(words):
        return False
    return _STREET_END.search(words) is not None or not _LED.search(text, max(0, found.start(1) - 20), found.start(1))


def _with_town(text: str, end: int) -> int:
    """Where an address ends with the district, town and county that follow it, parted by commas or lines."""
    for _ in range(4):
        tail = _TAIL.match(text, end)
        if tail is None:
            return end
        end = tail.end(1)
    return end
