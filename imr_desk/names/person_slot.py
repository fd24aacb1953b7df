"""Whether a place in a sentence is one where a person is named, whatever the word there looks like.

``reviewed by law on the Monday``, ``left a message for May``, ``TAN HAD NO ACCESS``: a registered name that is an
everyday word tells nothing by its letters when it is written small, at the beginning of a sentence or among capitals.
What people do, what is done to people and what only people own tells it.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from functools import cache

from imr_desk.names.lists import the_lists
from imr_desk.names.sides import Sides

_BEGINS = (".", ",", "(", ":")
_ENDS = (".", ",", "(", ":")
_MOST_ADVERBS = 2
_ADVERBS = frozenset(
    ("then", "also", "later", "never", "still", "again", "now", "already", "only", "soon", "just", "always", "often",
     "even", "not", "t", "since", "ever", "twice", "once", "almost", "both")
)  # fmt: skip
_VERBS_IN_LY = frozenset(("reply", "apply", "comply", "rely", "supply", "imply", "multiply", "fly"))
_MIGHT = frozenset(
    ("had", "has", "did", "does", "will", "would", "could", "should", "can", "cannot", "must", "may", "might", "didn",
     "doesn", "hadn", "hasn", "couldn", "wouldn", "shouldn")
)  # fmt: skip
_WAS = frozenset(("was", "is", "wasn", "isn"))
_ARTICLES = frozenset(("the", "a", "an", "our", "one", "his", "her", "their", "my", "not", "no", "another", "this"))
_ON = frozenset(("leave", "holiday", "annual", "sick", "duty", "maternity", "secondment", "charge", "call", "training"))
_WHY = (".", "why", "when", "how", "where", "what", "and", "but", "nor", "only", "point", "stage", "time", "never")
_LEVERS = frozenset(("unlike", "besides", "except", "v", "versus"))
_ASIDE = frozenset(("now", "then", "retired", "on", "her", "his", "since", "formerly", "also", "who", "acting", "not"))
_CERTAIN_OWNS = frozenset(("tray", "desk", "inbox", "behalf", "caseload", "opinion", "recollection", "attention"))
_MOST_BETWEEN = 4
_BEFORE_ANYBODY = ("with", "by", "from", "about", "between", "against", "without", "like", "than", "to", "for", "of")
_LEADS = ("with", "by", "from", "against", "without", "like", "beside", "alongside")
_SEEN = frozenset(("shows", "showed", "saw", "recalls", "recalled", "remembers", "remembered", "records", "recorded"))
_OFFICES = frozenset(
    (
        "oic",
        "sio",
        "dio",
        "flo",
        "hopo",
        "idva",
        "isva",
        "trainee",
        "pupil",
        "locum",
        "newcomer",
        "colleague",
        "graduate",
    )
)
_SUPPOSEDLY = ("probably", "possibly", "perhaps", "presumably", "apparently", "namely", "maybe")
_GIVES = ("handed", "showed")
_CALLED = ("names", "named", "listed", "identified", "identifies", "lists", "gives")
_DOING = frozenset(
    ("opening", "reading", "asking", "telling", "saying", "sending", "ringing", "writing", "signing", "visiting",
     "attending", "logging", "speaking", "talking", "checking", "reviewing")
)  # fmt: skip
_SELF = ("himself", "herself", "family")
_VERBS = frozenset("vbd")
"""Classes of words: what was done, forms of to be and to have, helping verbs."""


@cache
def _posts() -> frozenset[str]:
    """What people are in the case, also those that are no title."""
    return the_lists().roles | _OFFICES


class Slot(enum.IntEnum):
    """How much a place says for a person."""

    NONE = 0
    LIKELY = 1
    SURE = 2


def slot_of(sides: Sides) -> Slot:
    """What the place between these sides says."""
    if sides.joined or sides.right[0] == "#":
        return Slot.NONE
    lists = the_lists().slots
    return max(rule(sides, lists) for rule in (_acts, _met, _seen, _named, _owns, _asked, _beside_role))


def is_surely_named(sides: Sides) -> bool:
    """Whether the place names a person so plainly that even an everyday word one letter from a name is one there."""
    if sides.joined or sides.right[0] == "#":
        return False
    lists = the_lists().slots
    if sides.left[0] == "." and sides.right[0] in lists["personal"]:
        return True
    return max(rule(sides, lists) for rule in (_met, _seen, _named, _owns, _asked, _beside_role)) is Slot.SURE


Lists = Mapping[str, frozenset[str]]


def _acts(sides: Sides, lists: Lists) -> Slot:
    """Whether somebody does something: ``Olive then rang``, ``when law came back``, ``Bell to follow up``."""
    left, right = sides
    if left[0] not in _BEGINS and left[0] != "#" and left[0] not in lists["onward"]:
        return Slot.NONE
    verb, *rest = _without_adverbs(right) or ["."]
    if verb == right[0] and _ends_there(verb, rest, lists):
        return Slot.NONE
    if verb in lists["does"]:
        return Slot.NONE if rest[:1] == ["by"] else Slot.SURE
    if left[0] == "#":
        return Slot.NONE
    if verb in _MIGHT:
        return _might(verb, rest, lists)
    if verb in _WAS:
        return _was(rest, lists)
    if verb == "to":
        task = left[0] in (".", "(") and rest and rest[0] in lists["do"] and rest[:2] != ["follow", "."]
        return Slot.LIKELY if task else Slot.NONE
    if verb == "and":
        return Slot.LIKELY if not _posts().isdisjoint(rest[:3]) else Slot.NONE
    if verb in lists["says"]:
        return Slot.SURE
    return Slot.LIKELY if _does_something(verb, rest, lists) else Slot.NONE


def _does_something(verb: str, rest: list[str], lists: Lists) -> bool:
    """Whether it is a verb that a person can go with, or a note on how they are: ``Bell late``, ``Bell on leave``."""
    if len(verb) > _MOST_BETWEEN and verb.endswith("ed"):
        return rest[:1] != ["by"]
    if verb in lists["been"]:
        return not rest or rest[0] in _ENDS
    if verb in ("on", "off", "in", "at"):
        return bool(rest) and rest[0] in _ON
    return the_lists().classes.get(verb) == "v" or verb in lists["does_now"]


def _ends_there(verb: str, rest: list[str], lists: Lists) -> bool:
    """Whether a sentence of two words, ``Bail refused``, may say what was done to a thing."""
    past = verb in lists["does"] or verb.endswith("ed") or the_lists().classes.get(verb) == "v"
    return past and rest[:1] in (["."], ["("], []) and verb not in lists["alone"]


def _without_adverbs(words: list[str]) -> list[str]:
    """The words without the adverbs they begin with."""
    at = 0
    while at < min(_MOST_ADVERBS, len(words)) and (words[at] in _ADVERBS or _ends_as_adverb(words[at])):
        at += 1
    return words[at:]


def _ends_as_adverb(word: str) -> bool:
    return word[-2:] == "ly" and word not in _VERBS_IN_LY


def _might(verb: str, rest: list[str], lists: Lists) -> Slot:
    """What follows ``had``, ``did`` and ``would``."""
    if rest[:1] == ["no"]:
        return Slot.SURE if rest[1:2] and rest[1] in lists["shown"] else Slot.LIKELY
    after = _without_adverbs(rest)
    if after[:1] == ["have"]:
        after = _without_adverbs(after[1:])
    if after[:1] in (["been"], ["be"]):
        return min(_was(after[1:], lists), Slot.SURE)
    if not after:
        return Slot.NONE
    if verb == "did" and after[0] in _ARTICLES:
        return Slot.SURE
    if after[0] in lists["does"] or (verb not in ("had", "has") and after[0] in lists["do"]):
        return Slot.SURE
    return Slot.LIKELY


def _was(rest: list[str], lists: Lists) -> Slot:
    """What follows ``was`` and ``is``."""
    after = _without_adverbs(rest)
    if not after:
        return Slot.NONE
    if after[0] in lists["been"] and after[1:2] != ["by"]:
        return Slot.SURE
    if after[0] in ("on", "off", "in") and after[1:2] and after[1] in _ON:
        return Slot.SURE
    if after[0] in _ARTICLES and not _posts().isdisjoint(after[1:6]):
        return Slot.SURE
    return Slot.LIKELY


def _is_bare(left: list[str], lists: Lists) -> bool:
    """Whether a noun may begin after it without an article, and so a name."""
    before = left[0]
    if before in _BEGINS or before in lists["onward"] or before in _BEFORE_ANYBODY:
        return True
    if before in lists["told"] or before in lists["does"] or before.endswith("ed"):
        return True
    return the_lists().classes.get(before) in _VERBS


def _is_over(right: list[str], lists: Lists) -> bool:
    """Whether what follows is no noun to which the word belongs: ``told law`` but ``told court staff``."""
    after = right[0]
    if after in _ENDS or after in lists["closers"] or after in lists["says"] or after.endswith(("ly", "ed")):
        return True
    return the_lists().classes.get(after) in _VERBS


def _met(sides: Sides, lists: Lists) -> Slot:
    """Whether something is done to or by somebody: ``asked law about it``, ``a note for Tan``, ``read by May``."""
    if not _is_over(sides.right, lists):
        return Slot.NONE
    word, before = sides.left[0], sides.before(_MOST_BETWEEN)
    if word in lists["told"]:
        return Slot.SURE if before[:1] != ["be"] else Slot.LIKELY
    if word in ("to", "with") and not lists["spoken" if word == "to" else "with"].isdisjoint(before):
        return Slot.SURE
    if word in ("from", "for") and not lists["came"].isdisjoint(before[:3]):
        return Slot.SURE
    if word == "by":
        return max(_done_by(before, lists), Slot.LIKELY)
    if word in _LEADS or (word == "about" and not lists["concerns"].isdisjoint(before[:3])):
        return Slot.LIKELY
    if word == "of" and before and before[0] in lists["owns"]:
        return Slot.SURE if before[0] in _CERTAIN_OWNS else Slot.LIKELY
    if word == "per" and (before[:1] == ["as"] or sides.left[1:2] in ([], ["."], ["("])):
        return Slot.SURE
    return Slot.LIKELY if word in lists["does"] else Slot.NONE


def _seen(sides: Sides, _: Lists) -> Slot:
    """Whether somebody is pointed out: ``the log shows May opening the file``, ``it was May who``."""
    left, right = sides
    if right[0] == "who" and left[0] in _WAS and left[1:2] == ["it"]:
        return Slot.SURE
    if left[0] in _SUPPOSEDLY and left[1:2] == [","] and right[0] == ",":
        return Slot.LIKELY
    called = (left[0] in _CALLED and right[0] == "as") or (left[0] in _GIVES and right[0] in _ARTICLES)
    return Slot.LIKELY if called or (left[0] in _SEEN and right[0] in _DOING) else Slot.NONE


def _done_by(before: list[str], lists: Lists) -> Slot:
    """What stands before ``by``."""
    if not before:
        return Slot.NONE
    if before[0] in lists["done_by"]:
        return Slot.SURE
    return Slot.LIKELY if before[0] in lists["made_by"] or before[0][-2:] == "ed" else Slot.NONE


def _named(sides: Sides, lists: Lists) -> Slot:
    """Whether it stands in a field or is addressed: ``Author: law``, ``thanks law``."""
    left, right = sides
    if left[0] == ":":
        over = right[0] in _ENDS or right[0] in ("and", "or", "to")
        return Slot.SURE if over and left[1:2] and left[1] in lists["labels"] else Slot.NONE
    if left[0] == "(" and left[1:2] and left[1] in _posts() and right[0] in (".", "("):
        return Slot.LIKELY
    if left[0] in _LEVERS or right[0] == "v":
        return Slot.LIKELY if _is_over(right, lists) or right[0] == "v" else Slot.NONE
    if left[0] in (".", "(") and right[0] in (":", ".", "("):
        return Slot.LIKELY
    if left[0] in lists["hailed"] and left[1:2] and not left[1][0].isalpha():
        return Slot.SURE if right[0] in _ENDS else Slot.LIKELY if _is_over(right, lists) else Slot.NONE
    return Slot.NONE


def _owns(sides: Sides, lists: Lists) -> Slot:
    """Whether something is theirs that only people have: ``law's desk``."""
    left, right = sides
    if right[0] != "'s" or not right[1:] or right[1] not in lists["possessions"]:
        return Slot.NONE
    return Slot.SURE if _is_bare(left, lists) or left[0] in ("in", "on", "at", "into", "see", "read") else Slot.NONE


def _asked(sides: Sides, lists: Lists) -> Slot:
    """Whether a question is about somebody: ``Why was law not told``."""
    left, right = sides
    if left[0] not in _MIGHT | _WAS or not left[1:] or left[1] not in _WHY:
        return Slot.NONE
    after = (_without_adverbs(right) or ["."])[0]
    told = after in lists["been"] or after in lists["do"] or after in lists["does"]
    return Slot.SURE if told and right[0] not in _ENDS else Slot.NONE


def _beside_role(sides: Sides, lists: Lists) -> Slot:
    """Whether an office beside it is theirs: ``law, the reviewing lawyer,``, ``the caseworker, law, sent``."""
    left, right = sides
    roles = _posts()
    if left[0] == "," and left[1:2] and left[1] in roles and right[0] == ",":
        return Slot.SURE
    bare = _is_bare(left, lists)
    if right[0] in _SELF and bare:
        return Slot.LIKELY if right[0] == "family" else Slot.SURE
    if right[0] == "," and bare and right[1:2]:
        if right[1] in ("who", "whose", "whom"):
            return Slot.SURE
        here = right[2 : next((at for at, word in enumerate(right) if at > 1 and word in _ENDS), len(right))]
        if right[1] in _ARTICLES | _ASIDE and not roles.isdisjoint(here):
            return Slot.SURE
        called = right[1] in lists["called"] and left[0] in (".", "(")
        return Slot.LIKELY if called or (right[1] in _ASIDE and left[0] in _BEGINS) else Slot.NONE
    if right[0] == "(" and right[1:2] and (right[1] in _ASIDE or not roles.isdisjoint(right[1:4])):
        return Slot.LIKELY if bare or left[0] == ":" else Slot.NONE
    paired = left[0] in ("and", "or") and left[1:2] and left[1] in roles
    return Slot.LIKELY if paired and _is_over(right, lists) else Slot.NONE
