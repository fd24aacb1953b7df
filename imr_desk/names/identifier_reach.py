"""How a person is reached: telephone numbers, e-mail addresses, accounts on the internet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.names.identifier_text import MAYBE, Identifier, may_hold_numbers

_LOCAL = r"[^\W_][\w.!#$%&'*+/=?^`{|}~-]{0,63}"
_EMAIL = re.compile(
    rf"(?<![\w.!#$%&*+/=?^`{{|}}~@-])[\"']?({_LOCAL}(?<![.'])@(?:[^\W_][\w-]{{0,62}}\.){{1,6}}[^\W\d_][\w-]{{1,23}})",
)
_SPOKEN = re.compile(
    r"(?<![\w.-])([a-z0-9](?:[a-z0-9_-]|(?: dot |\.)(?=[a-z0-9])){0,60}?"
    r"(?: at | ?[(\[] ?at ?[)\]] ?| ?@ ?)"
    r"[a-z0-9-]{1,40}(?:(?: dot | ?[(\[] ?dot ?[)\]] ?|\.| \. )[a-z0-9-]{2,20}){0,3}?"
    r"(?: dot | ?[(\[] ?dot ?[)\]] ?|\.| \. )(?:co(?: dot |\.| ?[(\[] ?dot ?[)\]] ?)uk|com|org|net|uk|ie|eu|info))"
    r"(?![\w-])",
    re.IGNORECASE,
)
_SPELT = re.compile(r" dot |[(\[] ?(?:dot|at) ?[)\]]| ?@ ", re.IGNORECASE)
_SEP = rf"(?:{MAYBE}[-./]{MAYBE}|[ \t]{{1,2}}|\r?\n)?"
_HOME = re.compile(
    rf"(?<![\w/.,\u00a3$+-])(?<!\u00a3 )(\(?0[1-35789][0-9]{{1,4}}\)?(?:{_SEP}[0-9]){{5,8}}"
    r"|0[1-9](?:\.[0-9]{2,4}){3,4})"
    r"(?![0-9\w]|[/-][0-9]|\.[0-9])"
)
_ABROAD = re.compile(
    rf"(?<![\w+/-])((?:\+|00{MAYBE})[1-9][0-9]{{0,2}}(?:{_SEP}\(0\))?(?:{_SEP}\(?[0-9]\)?){{6,13}}"
    rf"|44[ -]?7[0-9]{{3}}[ -]?[0-9]{{6}})(?![0-9\w])"
)
_CALLED = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mob(?:ile)?|handset|sim(?: card)?"
    r"|landline|fax|pager|bleep|ext(?:ension|n)?|cell|whats ?app|call(?:ed|er)?"
    r"|rang|ring|dial(?:led)?|text(?:ed)?|switchboard|hotline|contact)\b\.?"
    r"(?:\s(?:ending\s[0-9]{2,4}|number|numbers|no|nos|line|on|is|was|at|her|him|them|me|us|ending|in|the|office|emergency|home|work"
    r"|direct|duty)\b\.?){0,4}\s?[:#=-]?\s?"
    rf"(\(?[0-9]\)?(?:{_SEP}[0-9]){{3,14}})(?![0-9\w]|[/:][0-9]|\.[0-9]|%)",
    re.IGNORECASE,
)
_YEARLIKE = re.compile(r"(?:19|20)[0-9]{2}\Z|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}\Z|[0-9]{1,2} ?[.:] ?[0-9]{2}\Z")
_EXTENSION = re.compile(r"[ ,;(]{0,3}(?:x|ext(?:ension|n)?\.?)[ :.]{0,2}([0-9]{2,6})(?![0-9\w])", re.IGNORECASE)
_TIME, _HOURS = re.compile("(?:[01][0-9]|2[0-3])[0-5][0-9]"), re.compile(r"\s?(?:hours?|hrs|h)\b")
_HELPLINE = re.compile(r"(?<![\w/.,\u00a3$-])(0800 ?1111|116[ -]?[0-9]{3}|0845[ -]?46[ -]?47)(?![0-9\w]|[/:.-][0-9])")
_ONLINE = re.compile(
    r"\b(?:facebook|instagram|insta|snapchat|tik ?tok|twitter|telegram|kik|youtube|linkedin|xbox|psn|"
    r"play ?station|roblox|reddit|skype|whats ?app|onlyfans|tinder|grindr|viber|bluesky"
    r"|(?:(?-i:X)|signal|steam|snap|threads|discord)(?= (?:account|name|user|handle|profile|id|tag|gamertag)|[:,]? @))"
    r"(?:\s(?:account|accounts|name|username|user ?name|handle|profile|id|page|tag|gamertag|user|under|as|in|the|of"
    r"|called|is|was)){0,5}[\s:,=-]{1,3}[\"']?(@[\w.-]{2,40}|[\w.-]{0,38}(?:[0-9_]|[a-z]\.[a-z])[\w.-]{0,38}[\w])",
    re.IGNORECASE,
)
_USERNAME = re.compile(
    r"\b(?:user ?name|screen ?name|gamer ?tag|log ?in(?: name| id)?|handle|nickname online|online name)"
    r"(?:\s(?:is|was|of|on|the|her|his|their)){0,3}[\s:,=-]{1,3}[\"']?(@?[\w.-]{3,40})",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"(?<![\w@.-])((?:https?://)?(?:[\w-]{1,20}\.)?(?:facebook|fb|instagram|twitter|x|tiktok|snapchat|linkedin|youtube|"
    r"t|reddit|onlyfans|threads|discord)\.(?:com|net|me|gg|be)/[\w@.?=&%/+-]{2,80})",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"[0-9.:/,-]+(?:st|nd|rd|th|am|pm|mg|ml|kg|cm|mm|km|hrs?|mins?|secs?|gb|mb|[a-z]|s)?", re.IGNORECASE
)
"""A count, a time or a measure, and no name of an account: ‘on Facebook 12 times’, ‘the 3rd’."""
_HANDLE = re.compile(r"(?<![\w@./+-])(@[A-Za-z][\w.]{1,28}[\w])(?![\w@])")
_IP = re.compile(
    r"\bIP(?: address(?:es)?)?(?:\s(?:of|is|was)){0,2}[\s:=-]{0,3}((?:[0-9]{1,3}\.){3}[0-9]{1,3})(?![0-9]|\.[0-9])"
)
_HINT = re.compile(r"[0-9@_]| dot |[(\[] ?(?:at|dot)\b|\.(?:com|net|me|gg|be)/", re.IGNORECASE)
_FROM, _TO = 10, 11


def find(text: str) -> Iterator[Identifier]:
    """Every telephone number, e-mail address and account in ``text``."""
    if not _HINT.search(text):
        return
    yield from _emails(text)
    if may_hold_numbers(text):
        yield from _telephones(text)
    for pattern in (_ONLINE, _USERNAME, _PROFILE, _HANDLE, _IP):
        for found in pattern.finditer(text):
            end = found.start(1) + len(found[1].rstrip(".?&-"))
            if pattern in (_ONLINE, _USERNAME) and _MEASURE.fullmatch(text, found.start(1), end):
                continue
            if any(letter.isdigit() or letter in "@_./" for letter in text[found.start(1) : end]):
                yield Identifier(found.start(1), end, "online", sure=False)


def _emails(text: str) -> Iterator[Identifier]:
    """Addresses as they are written, and as they are spelt out so that no program finds them."""
    for found in _EMAIL.finditer(text) if "@" in text else ():
        yield Identifier(found.start(1), found.end(1), "email")
    for found in _SPOKEN.finditer(text) if _SPELT.search(text) else ():
        if _SPELT.search(found[1]):
            yield Identifier(found.start(1), found.end(1), "email")


def _telephones(text: str) -> Iterator[Identifier]:
    """Numbers at home and abroad by their form; shorter ones, and those that are wrong, by the words before them."""
    for found in _HOME.finditer(text):
        digits = sum(letter.isdigit() for letter in found[1])
        if _FROM <= digits <= _TO and not _YEARLIKE.match(found[1]):
            yield Identifier(found.start(1), found.end(1), "telephone")
            further = _EXTENSION.match(text, found.end(1))
            if further is not None:
                yield Identifier(further.start(1), further.end(1), "telephone")
    for pattern in (_ABROAD, _HELPLINE):
        for found in pattern.finditer(text):
            yield Identifier(found.start(1), found.end(1), "telephone")
    for found in _CALLED.finditer(text):
        if not _YEARLIKE.match(found[1]) and not _is_time(text, found):
            yield Identifier(found.start(1), found.end(1), "telephone", sure=False)


def _is_time(text: str, found: re.Match[str]) -> bool:
    """Whether four digits are the time of a call: ‘rang at 1430’, ‘called 0215 hours’."""
    if _TIME.fullmatch(found[1]) is None:
        return False
    return _HOURS.match(text, found.end(1)) is not None or re.search(r"\bat\s", found[0]) is not None
