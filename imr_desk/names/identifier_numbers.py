"""Numbers given to one person or one case: by their form where it is like nothing else, else by what they are called.

Forms: NHS number (10 digits, modulus 11), national insurance number (two letters, six digits, A to D), PNC number
(year, serial, check letter, modulus 23), CRO number, URN of a case (force, division, serial, year), driving licence
number (16 signs), registrations of vehicles (since 2001, and the two older series), IBAN (modulus 97).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from imr_desk.names.identifier_text import ANY_DIGIT, BLANK, MAYBE, Identifier, may_hold_numbers

_S = rf"(?:{MAYBE}-{MAYBE}|{BLANK})?"
_HEAD, _END = r"(?<![\w/.-])", r"(?![\w]|[/-]\w|\.\d)"
_FILLER = (
    r"\)?(?:[\s(,]{1,2}(?:reference|ref|number|numbers|no|nos|id|identifier|identity|code|card|holder|permit|is|was|the"
    r"|a|his|her|their|of|under|as|with|and|bearing|person|new|old|full|quoted|given|allocated|recorded|held|serial"
    r"|records?|file|files)\b\.?){0,5}[\s:#=(\[\"'-]{0,4}"
)
_PNC_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"
_NHS_LENGTH = 10


class _Form(NamedTuple):
    """What a number looks like (its first group), what it is, and what must hold of it besides."""

    pattern: re.Pattern[str]
    kind: str
    holds: Callable[[str], bool] | None = None
    sure: bool = True


def _digits(words: str) -> str:
    """The digits alone."""
    return "".join(letter for letter in words if letter.isdigit())


def is_nhs(words: str) -> bool:
    """Whether ten digits end in their check digit: 11 less the remainder of the sum weighted 10 to 2; 11 is 0."""
    digits = _digits(words)
    if len(digits) != _NHS_LENGTH or len(set(digits)) == 1:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[-1])


def is_pnc(words: str) -> bool:
    """Whether a PNC number ends in its check letter: of the year's two digits and seven digits, modulus 23."""
    year, _, rest = words.partition("/")
    serial, letter = rest[:-1], rest[-1:].upper()
    return _PNC_LETTERS[int(f"{year[-2:]}{int(serial):07d}") % 23] == letter


def is_iban(words: str) -> bool:
    """Whether an IBAN leaves 1 when divided by 97."""
    signs = "".join(words.split()).upper()
    turned = signs[4:] + signs[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _is_plausible_pnc(words: str) -> bool:
    """The right letter, or so many digits that it is hardly anything else."""
    bare = words.replace(" ", "")
    return len(bare) >= 9 or (len(bare) >= 6 and is_pnc(bare))


def _has_luhn(words: str) -> bool:
    """Whether the digits are those of a payment card."""
    total = 0
    for place, digit in enumerate(reversed(_digits(words))):
        value = int(digit) * (1 + place % 2)
        total += value - 9 * (value > 9)
    return total % 10 == 0


_ORDINARY_TAIL = re.compile(
    "ALL|AND|APR|AUG|BST|CPS|DEC|FEB|FOR|GMT|HAS|HRS|ITS|JAN|JUL|JUN|MAR|MAY|NEW|NOT|NOV|OCT|OLD|PER|SEP|THE|WAS"
)


_SMALL_PLATE = re.compile("[a-z]{2}[0-9]{2}[ -]?[a-z]{3}")


def _is_plate(words: str) -> bool:
    """Whether the letters of a registration are not a word or a month."""
    return _ORDINARY_TAIL.fullmatch(words.upper()[-3:]) is None


_BODY_OF_LETTERS = re.compile(
    "CID|PNC|CRO|URN|NHS|CPS|IMR|MG[A-Z]|ACT|ART|SEC|PAR|RULE|REF|TAB|FIG|APP|ANN|MIN|DAY|CAD|LOG|DCI|DCC|JAN|FEB|MAR"
    "|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|THE|AND|FOR|HRS|VOL|NUM|CRM|CPR|FPR|ECH|BSB|SRA|UKBA|HMP|YOI|HMI|LSC|SCR|DHR"
)


def _is_old_plate(words: str) -> bool:
    """Whether the letters before a number and a letter are none of an office, a form or a law."""
    return _BODY_OF_LETTERS.fullmatch(words[:3]) is None


def _is_called_plate(words: str) -> bool:
    """The same beside a word such as car: in small letters only in the form since 2001, else ‘in 2013’ would be one."""
    return (words[0].isupper() or _SMALL_PLATE.fullmatch(words) is not None) and _is_plate(words)


def _form(pattern: str, kind: str, holds: Callable[[str], bool] | None = None, *, sure: bool = True) -> _Form:
    return _Form(re.compile(f"{_HEAD}({pattern}){_END}"), kind, holds, sure)


_FORMS = (
    _form(rf"[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{4}}", "nhs", is_nhs),
    _form(
        rf"(?i:(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PQR-TW-Z][A-CEGHJ-NPQR-TW-Z]){_S}[0-9]{{2}}{_S}[0-9]{{2}}{_S}[0-9]{{2}}"
        rf"{_S}[A-Da-d]",
        "national insurance",
    ),
    _form(r"(?:(?:19|20)[0-9]{2}|[0-9]{2}) ?/ ?[0-9]{1,7}[A-HJ-NP-RT-Za-hj-np-rt-z]", "pnc", _is_plausible_pnc),
    _form(r"(?:SF ?[0-9]{2} ?/ ?[0-9]{1,6}|[0-9]{4,6} ?/ ?[0-9]{2}) ?[A-HJ-NP-RT-Z]", "cro"),
    _form(
        r"[0-9]{2}(?:[ /]?(?=[A-Z0-9]{0,1}[A-Z])[A-Z0-9]{2})[ /]?[0-9]{5}[ /]?[0-9]{2}", "urn"
    ),
    _form(
        r"[A-Z][A-Z9]{4}[ -]?[0-9][0156][0-9](?:0[1-9]|[12][0-9]|3[01])[0-9][ -]?[A-Z9]{2}[ -]?[A-Z0-9][A-Z]{2}"
        r"(?: ?[0-9]{2})?",
        "driving licence",
    ),
    _form(r"(?!IQ)[A-HJ-PR-Y][A-HJ-PR-Y](?:0[2-9]|[1-3][0-9]|5[1-9]|[67][0-9]|8[0-4])[ -]?[A-HJ-PR-Z]{3}", "vehicle",
          _is_plate),
    _form(r"[A-HJ-NP-TV-Y][0-9]{3}[ -]?[A-HJ-PR-Y]{3}", "vehicle", _is_plate, sure=False),
    _form(r"[A-HJ-PR-Y]{3} [0-9]{3}[A-HJ-NPR-TV-Y]", "vehicle", _is_old_plate, sure=False),
    _form(r"[TASU](?:19|20)[0-9]{2}[ ]?[0-9]{4}", "reference"),
    _form(r"GWF ?[0-9]{9}", "home office"),
    _form(r"[A-Z][0-9]{7,8}(?: ?/ ?[0-9]{1,3})?", "home office"),
    _form(r"(?:[A-Z]{3}|TN[0-9]|[A-Z]{2}[0-9])/[0-9]{5,8}(?:/[0-9]{1,4})?", "home office"),
    _form(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{4}(?:/[0-9]{2})?", "home office"),
    _form(r"(?:PA|HU|IA|AA|DA|EA|DC|RP|LP|UI|OA|VA|TH|HX|IM)/[0-9]{5}/(?:19|20)[0-9]{2}", "reference"),
    _form(r"(?:UI|JR|CO|AC|CA|C[0-9])[-/][0-9]{4}[-/][0-9]{4,6}(?:/[A-Z0-9]{1,4})?", "reference"),
    _form(r"(?:CO|AC|JR|C[0-9])/[0-9]{1,5}/(?:19|20)[0-9]{2}", "reference"),
    _form(
        r"(?:AC|KB|QB|CL|BL|PT|FD|TCC|HQ|HT|CA|CR|UT|FL|PR)-(?:19|20)[0-9]{2}-(?:[A-Z]{3}-)?[0-9]{4,6}", "reference"
    ),
    _form(r"[A-Z]{2}[0-9]{2}[A-Z][0-9]{5}", "reference"),
    _form(r"(?:19|20)[0-9]{2}/?[0-9]{5}/? ?[A-D][1-5]", "reference"),
    _form(r"[0-9]{2}/?(?=[0-9A-Z]{0,3}[A-Z])[0-9A-Z]{4}/?[0-9]{2}/?[0-9]{5,12}[A-Z]", "reference"),
    _form(r"[A-Z]{2,5}[/-](?:19|20)?[0-9]{2}[/-](?!(?:19|20)[0-9]{2}\b)[0-9]{4,8}", "reference", sure=False),
    _form(r"[0-9]{11,20}", "reference", sure=False),
    _form(r"[A-Z]{2}[0-9]{2} ?(?:[A-Z0-9]{4} ?){3,7}[A-Z0-9]{0,3}", "bank", is_iban),
    _form(r"[0-9]{2}-[0-9]{2}-[0-9]{2}[ ,;/]{1,3}[0-9]{8}", "bank"),
    _form(r"[3-6][0-9]{3}(?:[ -]?[0-9]{4}){3}", "bank", _has_luhn),
)  # fmt: skip


_YEAR = re.compile("(?:19|20)[0-9]{2}")


def _called(words: str, value: str, kind: str, holds: Callable[[str], bool] | None = None) -> _Form:
    pattern = rf"\b(?:{words})\b\.?{_FILLER}({value})(?![\w])"
    return _Form(re.compile(pattern, re.IGNORECASE), kind, holds)


def _has_weight(words: str) -> bool:
    """Whether it is no year, date, number of a paragraph or code of the program, and long enough to be a reference."""
    digits = len(_digits(words))
    if _YEAR.fullmatch(_digits(words)):
        return False
    if re.fullmatch(r"(?:19|20)[0-9]{2}(?:[-/](?:[0-9]{2}|(?:19|20)[0-9]{2}))?|[0-9.]*\.[0-9]+", words):
        return False
    if re.fullmatch(r"[A-Za-z]{1,4}-[0-9]{1,4}|[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:[0-9]{2}|[0-9]{4})", words):
        return False
    return digits >= 4 or (digits >= 3 and len(words) > digits + 1)


_VALUE = (
    r"(?:(?-i:[A-Z]{1,6}) |[A-Z]{1,6}[/.-]?){0,3}[0-9][A-Z0-9]{0,11}"
    r"(?:[/-][A-Z0-9]{1,10}|[ .](?=[A-Z]{0,4}[0-9])[A-Z0-9]{2,10}){0,4}"
)
_CALLED = (
    _called("NHS|CHI", rf"[0-9]{{3}}{_S}[0-9]{{3}}{_S}[0-9]{{4}}|[0-9]{{6}}{_S}[0-9]{{4}}", "nhs"),
    _called(
        r"national insurance|NI(?:NO)?|N\.I\.", rf"[A-Z]{{2}}{_S}(?:[0-9]{{2}}{_S}){{3}}[A-D]?", "national insurance"
    ),
    _called("PNC(?: ?ID)?|PNCID", r"(?:(?:19|20)[0-9]{2}|[0-9]{2}) ?/ ?[0-9]{1,13}(?: ?(?-i:[A-Z])\b)?", "pnc"),
    _called(
        "CRO|criminal records? office", r"(?:SF ?[0-9]{2} ?/ ?[0-9]{1,6}|[0-9]{1,6} ?/ ?[0-9]{2,6}) ?[A-Z]?", "cro"
    ),
    _called(
        "URN|unique reference(?: number)?", r"[0-9]{2}[ /]?[A-Z0-9]{2}[ /]?[0-9]{3,7}(?:[ /]?[0-9]{2})?", "urn"
    ),
    _called("CID|person id|GCID|Atlas", r"[0-9]{5,10}|[0-9]{1,3}(?: [0-9]{3}){2}", "cid"),
    _called(
        "home office|H\\.?O\\.?|HO ref|port ref(?:erence)?|GWF|UAN|BRP|asylum|ARC"
        "|ASU|NASS|visa|(?:CAS|COS)(?!-)|immigration"
        "|passport office|landing card",
        r"(?=[A-Z0-9/ -]{0,12}[0-9]{4})(?-i:[A-Z]{0,4})[0-9]?[ /-]?[0-9]{4,12}(?:[/-][A-Z0-9]{1,6}){0,3}",
        "home office", _has_weight,
    ),
    _called(
        r"passports?|travel document|residence permit|national identity|(?:identity|ID|biometric)(?= card)|permit",
        r"[A-Z]{0,3} ?[0-9]{6,9}(?:[A-Z]{3}|[A-Z])?", "passport",
    ),
    _called(
        "driving licence|driver'?s? licence|driver number|licence",
        r"[A-Z9]{5} ?[0-9]{6} ?[A-Z9]{2} ?[0-9A-Z]{0,5}", "driving licence",
    ),
    _called(
        r"registration|reg(?:istered)?|VRM|VRN|index|number ?plates?|plate|vehicle|car|van|motorcycle|lorry|taxi",
        r"[A-Z]{2}[0-9]{2}[ -]?[A-Z]{3}|[A-Z][0-9]{1,3}[ -]?[A-Z]{3}|[A-Z]{3}[ -]?[0-9]{1,3}[A-Z]|[A-Z]{1,3} ?[0-9]{4}",
        "vehicle", _is_called_plate,
    ),
    _called("CAS|COS", r"(?=(?:[A-Z]*[0-9]){4})[A-Z0-9]{10,16}", "home office"),
    _called(r"sort code", r"[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}", "bank"),
    _called(r"bank account|account|a/c", r"[0-9]{8}", "bank"),
)  # fmt: skip
_GENERAL = (
    _called(
        r"(?:crime|case|custody|incident|log|CAD|CRIS|Niche|intelligence|intel|court|appeal|claim|indictment|hospital"
        r"|patient|MRN|prison|prisoner|NOMIS|offender|probation|OASys|Delius|pupil|UPN|student|ULN|payroll|staff"
        r"|warrant|collar|badge|shoulder|council tax|tenancy|rent|benefit|CRN|URN|UTR|tax|policy|complaint|referral"
        r"|MARAC|Liquidlogic|Mosaic|LCS|ICS|PARIS|RiO|SystmOne|EMIS|CMS|WMS|Holmes|exhibit"
        r"|ASN|arrest summons|IMEI|IMSI|crime report|seal|Athena|occurrence|investigation"
        r"|Crimestoppers|tribunal|detention|DNA|barcode|your|our|my|file)",
        _VALUE, "reference", _has_weight,
    ),
    _called(
        r"(?:ref(?:erence)?s?)\b\.?(?:\s?(?:number|no|id)\b\.?)?\s?[:#=-]?"
        r"|(?:case|file|record) (?:number|no)|(?:registration|serial|membership|identity|ID) number",
        _VALUE, "reference", _has_weight,
    ),
    _called("numbers?|no|id", r"(?-i:[A-Z]{1,5})[/-]?[0-9]{5,10}(?-i:[A-Z]?)", "reference"),
    _called(
        r"(?-i:(?!SI|EU|EC|HC|HL|UN|MG|IS|ISBN|ISSN|ISO|BS|CM|CP|GDPR|ICD)[A-Z]{2,7}) (?:number|no|ref|reference|id)",
        _VALUE, "reference", _has_weight,
    ),
    _called("(?-i:ID)(?: number| no)?", "[0-9]{5,10}", "reference"),
    _called("prison(?:er)?|NOMIS|HMP|inmate", r"[A-Z][0-9]{4}[A-Z]{2}", "reference"),
    _called(r"UPN|unique pupil", r"[A-Z][0-9]{11}[0-9A-Z]", "reference"),
)  # fmt: skip
"""What is only known by a word that a hundred other numbers have too: every other reading comes first."""
_CAD = re.compile(
    rf"\b(?:CAD|log|incident|serial|occurrence|crime)(?:\s(?:number|no|ref|reference)\b\.?)?[\s:#]{{1,2}}"
    rf"([0-9]{{1,6}}{BLANK}?(?:of|/){BLANK}?(?:the{BLANK})?[0-9]{{1,2}}(?:st|nd|rd|th)?[ /.-]?"
    r"(?:[0-9]{1,2}|[A-Za-z]{3,9})[ /.-]?(?:[0-9]{4}|[0-9]{2}))(?!\w)",
    re.IGNORECASE,
)


_COLLAR = re.compile(
    r"(?<![\w-])(?:(?:T/|A/|T|W)?(?:PC|DC|PS|DS|PCSO|Sgt|CSO)s? |(?:[Cc]onstable|[Ss]ergeant|[Oo]fficer) (?=[0-9]{4}))"
    r"((?!(?:19|20)[0-9]{2}\b)[0-9]{3,6}[A-Z]{0,2})(?![\w/-]| (?:hrs|hours|of)\b)"
)
_AND = re.compile(
    r"\s?(?:,|;|/|&|\band\b|\bor\b|\n)(?:\s?(?:and|or|&)\b)?\s{0,2}(?:no\.? ?)?([A-Za-z0-9][\w/.-]{2,30})(?![\w/])"
)
_MOST = 12
_VAGUE = re.compile(r"(?:my|our|your|staff|student|rent|tax|benefit|detention)\b", re.IGNORECASE)
_MARKED = re.compile(r"\b(?:no|nos|numbers?|ref|reference|id|account)\b|[:#]", re.IGNORECASE)
_UNITS = re.compile(
    r"\s(?:pounds|euros|pence|days?|hours?|hrs|weeks?|months?|years?|minutes|pages?|words|people|persons|cases|files|calls"
    r"|times|miles|metres|places|officers|staff|records|entries|items|of them)\b",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Identifier]:
    """Every number of a known form in ``text``."""
    if not may_hold_numbers(text):
        if ANY_DIGIT.search(text):
            yield from _logged(text)
        return
    for form in (*_CALLED, *_FORMS, *_GENERAL):
        for found in form.pattern.finditer(text):
            if (form.holds is None or form.holds(found[1])) and not (form in _GENERAL and _is_count(text, found)):
                yield Identifier(found.start(1), found.end(1), form.kind, form.sure)
                yield from _more(text, found, form.kind)
    for found in _COLLAR.finditer(text):
        yield Identifier(found.start(1), found.end(1), "reference", sure=False)
        yield from _more(text, found, "reference")
    yield from _logged(text)


def _is_count(text: str, found: re.Match[str]) -> bool:
    """Whether it counts something, and is no number of anything: ‘detention 1245 days’, ‘my 1500’."""
    if not found[1].isdigit():
        return False
    vague = _VAGUE.match(found[0]) is not None and _MARKED.search(text, found.start(), found.start(1)) is None
    return vague or _UNITS.match(text, found.end(1)) is not None


def _more(text: str, first: re.Match[str], kind: str) -> Iterator[Identifier]:
    """What stands in a row with a number and is made as it is: ‘references 55/1/18, 55/2/18 and 55/3/18’."""
    made, end = _shape(first[1]), first.end(1)
    for _ in range(_MOST):
        found = _AND.match(text, end)
        if not made or found is None or _shape(found[1].rstrip(".")) != made:
            return
        end = found.start(1) + len(found[1].rstrip("."))
        yield Identifier(found.start(1), end, kind, sure=False)


def _shape(words: str) -> str:
    """How it is made: a 9 for each run of digits, an A for each of letters, and the signs between them."""
    return re.sub("[A-Za-z]+", "A", re.sub("[0-9]+", "9", words)) if _has_weight(words) else ""


def _logged(text: str) -> Iterator[Identifier]:
    """Numbers of a log that are said with their day: ‘CAD 1234 of 12 March 2014’."""
    for found in _CAD.finditer(text):
        yield Identifier(found.start(1), found.end(1), "reference")
