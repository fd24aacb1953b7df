"""Dates of birth: a date that the words beside it call one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.names.identifier_text import BLANK, MAYBE, Identifier

KIND = "date of birth"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?:\b\.?|(?=[0-9]))"
)
_YEAR = r"(?:(?:19|20)[0-9]{2}|'?[0-9]{2})(?![0-9])"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_ORDINAL = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:ten|eleven|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)th|twelfth|twentieth|thirtieth"
)
DATE = "|".join(
    (
        rf"\b(?:the )?(?:{_ORDINAL})(?: day)?(?: of)? {_MONTH}(?:,?{BLANK}{_YEAR})?",
        rf"(?<![0-9])(?:19|20)[0-9]{{2}}[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY}(?![0-9])",
        rf"(?<![0-9]){_DAY}[-/.][0-9]{{1,2}}[-/.]{_YEAR}",
        rf"(?<![0-9]){_DAY} [01]?[0-9] (?:19|20)?[0-9]{{2}}(?![0-9])",
        r"(?<![0-9])[0-3][0-9][01][0-9](?:19|20)[0-9]{2}(?![0-9])",
        rf"(?<![0-9]){_DAY}{MAYBE}(?:st|nd|rd|th)?(?:{BLANK}of|{BLANK}day{BLANK}of)?[-/., ]{{0,2}}{MAYBE}{_MONTH}"
        rf"(?:[-/., ]{{0,2}}{MAYBE}{_YEAR})?",
        rf"\b{_MONTH}{BLANK}{_DAY}(?:st|nd|rd|th)?(?![0-9])(?:,?{BLANK}{_YEAR})?",
        rf"\b{_MONTH},?(?:{BLANK}of)?{BLANK}(?:19|20)[0-9]{{2}}(?![0-9])",
        r"\b(?:Christmas (?:Day|Eve)|Boxing Day|New Year's (?:Day|Eve)|St (?:David|Patrick|Andrew|George)'s Day"
        r"|Easter (?:Sunday|Monday)|Hallowe'?en|Bonfire Night)"
        rf"(?:,?{BLANK}(?:in{BLANK})?(?:19|20)[0-9]{{2}}(?![0-9]))?",
    )
)
_CALLED = (
    r"\b(?:d\.? ?o\.? ?b(?:(?:'?s)?\b\.?|(?=[0-9]))|dates?[ -]of[ -]birth\b|birth ?-?dates?\b"
    r"|birthda(?:y|ys|te)\b|birthday's\b"
    r"|(?:was|were|been|being|child|baby|infant|son|daughter|girl|boy|twins?|sibling|and|is|,|\(|-)\s{0,2}born\b"
    r"|\bborn(?= on | in | at | [0-9]|:)|\bb\.(?=\s?[0-9])"
    r"|\b(?:he|she|they|who|child|mother|father|child [a-z]|adult [a-z0-9]) "
    r"(?:was|is|were|would be|will be|became|reached)"
    r" (?:[1-9][0-9]?|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)(?: years (?:old|of age))?"
    r"(?= on [0-9]{1,2}(?:st|nd|rd|th)? [JFMASOND])"
    r"|turn(?:ed|s|ing)?\s(?:[0-9]{1,2}|[a-z]{2,10}teen|twenty|thirty|forty|fifty|sixty)(?=,? (?:on|in)\b)"
    r"|year of birth\b|(?:gave|giving|gives) birth\b"
    r"|(?:baby|babies|twins?|triplets|child(?: [a-z0-9])?|infant|son|daughter|boy|girl)(?:,[^,.\n]{1,30},)?"
    r" (?:was|were) (?:safely )?delivered\b)"
)
_HINT = re.compile(
    r"bir|born|deliv|d\W{0,2}o\W{0,2}b|turn|\bb\.|(?:was|is|were|be|became|reached) (?:[0-9]|[a-z]+teen)", re.IGNORECASE
)
_BEFORE = re.compile(_CALLED, re.IGNORECASE)
_GAP = re.compile(
    rf"(?:[^.;!?\n0-9]|\.(?=\S)|\?(?=\s{{1,2}}(?:A(?:nswer)?[:.]|[0-9]))|\n(?!\n)|[0-9]{{1,2}}[:.][0-9]{{2}}(?=\s?(?:am|pm|on|hours|hrs|,))){{0,60}}?({DATE})",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"({DATE})[\s,:-]{{0,3}}[(\[]?(?:(?:is|was|being|as|for|given as|recorded as|to be|on|for) )?"
    r"(?:(?:his|her|their|the|a|Child [A-Z0-9]'s|Adult [A-Z0-9]'s) )?(?:(?:own|true|real|false|claimed|new|second) )?"
    r"(?:d\.? ?o\.? ?b\b|dates?[ -]of[ -]birth|birth ?date|birthday)",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"(?:[^.;!?\n0-9]|;|\n(?!\n)){{0,30}}?({DATE})", re.IGNORECASE)
_ONLY_YEAR = re.compile(
    rf"\b(?:born(?:{BLANK}(?:in|around|about|circa))?|year{BLANK}of{BLANK}birth(?:{BLANK}(?:is|was))?)[\s:=-]{{1,3}}"
    r"(?:(?:around|about|circa|c\.)\s)?((?:(?:0?[1-9]|1[0-2])[/.-])?(?:19|20)[0-9]{2})(?![0-9/-])",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:that|he|she|they|it|who|which|when|had|has|but|because|after|before|while|until|since|referred|seen|told|said"
    r"|moved|discharged|review|plan|case|report)\b",
    re.IGNORECASE,
)
"""A birth is said in few words; with one of these the date is that of something else."""
_ASIDE = re.compile(r",[^,.]{2,30},|\([^()]{2,40}\)")
_SPOKEN = re.compile(r"d\.? ?o\.? ?b.*|(?!g[ai]v).*birth.*", re.IGNORECASE)
_PLURAL = re.compile(r"dates|birthdays|d\.? ?o\.? ?b'?s|were|twins", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:recorded|registered|checked|wrote|e-?mailed|asked|confirmed|given|seen|changed|corrected|entered|sent"
    r"|updated|amended|known|requested|provided|shared|added|found|wrong)\b.{0,40}\bon(?: the| [a-z]+day)?\s?\Z",
    re.IGNORECASE,
)
_ALSO = re.compile(
    rf"(?:[\s,;/]{{1,3}}(?:and|or|not|nor|but|also|as|then|later)?){{1,4}}\s?({DATE})"
    rf"|(?:[,;]?\s(?:on|in|by|at|according to|per|from)\s[\w' -]{{1,30}}?)?[,;]?\s(?:and|or|but)\s({DATE})"
    r"(?=\s(?:on|in|by|at|according to|per|from)\s(?:[A-Z]|an|the|his|her|one)\w*)",
    re.IGNORECASE,
)
_SIBLING = re.compile(
    rf"(?:,? and|;|,| but){BLANK}(?:(?:the|his|her|their|a){BLANK})?"
    rf"(?:(?:[a-z]+{BLANK}){{0,2}}(?:boy|girl|brother|sister|twin"
    rf"|second|third|other|younger|elder|eldest|youngest|son|daughter|child|baby)|Child{BLANK}[A-Z0-9])(?:,?{BLANK}(?:was|born"
    rf"|were|one))*{BLANK}(?:on{BLANK}|in{BLANK})?({DATE})",
    re.IGNORECASE,
)
"""Born on 3 May 2008, and the girl on 4 June 2010."""
_MOST = 12


def find(text: str) -> Iterator[Identifier]:
    """Every date that is called one of birth."""
    if not _HINT.search(text):
        return
    for cue in _BEFORE.finditer(text):
        yield from _dates_after(text, cue)
    for found in _AFTER.finditer(text):
        yield Identifier(found.start(1), found.end(1), KIND)
    for found in _ONLY_YEAR.finditer(text):
        yield Identifier(found.start(1), found.end(1), KIND, sure=False)


def _dates_after(text: str, cue: re.Match[str]) -> Iterator[Identifier]:
    """The date after the words that call it one; after a plural, those that follow it too."""
    found = _GAP.match(text, cue.end())
    if found is None:
        return
    spoken = _SPOKEN.fullmatch(cue[0]) is not None
    if spoken and _DONE.search(text, cue.end(), found.start(1)):
        return
    if not spoken and _ELSEWHERE.search(_ASIDE.sub(" ", text[cue.end() : found.start(1)])):
        return
    more = _NEXT if _PLURAL.search(cue[0]) else _ALSO if spoken else _SIBLING
    for _ in range(_MOST):
        group = found.lastindex or 1
        yield Identifier(found.start(group), found.end(group), KIND)
        following = more.match(text, found.end(group))
        if following is None:
            return
        found = following
