"""What a sentence asks of the words that take the place of a name: article, ending, capital, what goes with it."""

from __future__ import annotations

import re
from functools import lru_cache

_NUMBER = re.compile(r"\s+(\d+)\Z")
_LONE_APOSTROPHE = re.compile(r"['\u2019](?=[^\S\n]+\w)")
_OPENING = re.compile(r"(?<!\w)['\u2018](?=\w)")
_CLOSING = re.compile(r"(?<=[\w.,;?!])['\u2019](?!\w)")
_ARTICLE = re.compile(r"\b([Aa])n?(\s+)\Z")
_SENTENCE_BEGINS = re.compile(r"(?:\A|\n|[.!?\u2026]['\u2019\u201d\")\]]*\s|\u2022)\s*[\"\u201c\u2018'(\[]*\Z")
_POINT_BEGINS = re.compile(
    r"(?:\A|\n)[^\S\n]*(?:[-*\u2013\u2014\u25aa]|\(?(?:[0-9]{1,2}|[a-z])[.)])[^\S\n]+[\"\u201c\u2018'(\[]*\Z"
)
_GOES_ON_AFTER = re.compile(
    r"\b(?:e\.?g|i\.e|cf|viz|vs|approx|incl|esp|attn)\.\s+[\"\u201c\u2018'(\[]*\Z", re.IGNORECASE
)
_HONOURS = re.compile(r"(?:,?[^\S\n](?:KC|QC|OBE|MBE|CBE|KBE|DBE|QPM|KPM|JP|DL|CB|PhD|LLB|LLM)\b)+")
_INITIAL = re.compile(r"(?<![^\W_])[A-Z]\Z")
_GOES_ON = re.compile(r"\.(?=[^\S\n]*[(,;:a-z0-9&])")
_SAID_AS_A_VOWEL = frozenset("AEFHILMNORSX")
_SAID_AS_YOU = ("uni", "use", "usu", "eu", "ur", "one", "once")


def with_capital(text: str, begin: int, words: str) -> str:
    """The words with a capital where they begin a sentence or a point of a list: ‘mother’ becomes ‘Mother’."""
    near = max(0, begin - 12)
    begins = _SENTENCE_BEGINS.search(text, near, begin) or _POINT_BEGINS.search(text, near, begin)
    if words[:1].islower() and begins and not _GOES_ON_AFTER.search(text, near, begin):
        return words[:1].upper() + words[1:]
    return words


def possessive(text: str, start: int, end: int) -> tuple[int, str]:
    """The end of the name and the ending of the title: ``Hollis’ note`` needs ``’s``, a closing quotation mark not."""
    if text[end - 1 : end].lower() != "s" or not _LONE_APOSTROPHE.match(text, end):
        return end, ""
    paragraph = text[max(text.rfind("\n", 0, start), start - 2000, 0) : start]
    quoted = len(_OPENING.findall(paragraph)) > len(_CLOSING.findall(paragraph))
    return (end, "") if quoted else (end + 1, text[end] + "s")


def article(text: str, begin: int, title: str) -> tuple[int, str]:
    """Where the article before a place begins, and as the title needs it, with its blank; (begin, "") for none."""
    found = _ARTICLE.search(text, max(0, begin - 8), begin)
    if not found or not title:
        return begin, ""
    return found.start(), found[1] + ("n" if _is_said_with_a_vowel(title) else "") + found[2]


def _is_said_with_a_vowel(title: str) -> bool:
    """Whether ‘an’ stands before it: an HM Inspector, an Adult, a UK official, a Unit Head."""
    first = title.split()[0]
    if first.isupper() and len(first) < 5:
        return first[0] in _SAID_AS_A_VOWEL
    return first[0].lower() in "aeiou" and not first.lower().startswith(_SAID_AS_YOU)


def without_number(title: str) -> str:
    """The job title of a code, ‘Crown Prosecutor’ of ‘Crown Prosecutor 2’."""
    return _NUMBER.sub("", title)


def end_with_what_belongs(text: str, start: int, end: int, title: str) -> int:
    """The end of a name with honours, the full stop of an initial, and the job title that is said again after it."""
    honours = _HONOURS.match(text, end)
    end = honours.end() if honours else end
    if _INITIAL.search(text, start, end) and text[end : end + 1] == "." and _GOES_ON.match(text, end):
        end += 1
    again = _said_again(title).match(text, end)
    return again.end() if again else end


@lru_cache(maxsize=256)
def _said_again(title: str) -> re.Pattern[str]:
    """The job title after a name: in brackets, between commas or before the sentence ends, or with a blank before it.

    It may lack its number; with another number it is somebody else.
    """
    bare, number = without_number(title), _NUMBER.search(title)
    words = r"[^\S\n]+".join(map(re.escape, bare.split()))
    said = rf"(?:the[^\S\n]+|an?[^\S\n]+)?{words}" + (rf"(?:[^\S\n]+{number[1]})?" if number else "")
    stop = r"(?![^\S\n]*\d)(?!\w)"
    goes_on = r"(?-i:[^\S\n]+(?!and\b|or\b)[a-z])"  # a list of people keeps its commas
    ended = r"(?=[,.;:!?)\n]|\Z)"
    return re.compile(
        rf"[^\S\n]*\({said}{stop}\)"
        rf"|,[^\S\n]+{said}{stop}(?:,(?={goes_on})|{ended})"
        rf"|[^\S\n]+{words}{stop}{ended}",
        re.IGNORECASE,
    )
