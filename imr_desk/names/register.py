"""The register: who is registered, found again in any text without the register knowing a single name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from imr_desk.errors import RegisterUnreadableError
from imr_desk.i18n import tr, trn
from imr_desk.names.broken import with_broken
from imr_desk.names.evidence import Evidence, begins_sentence_at, is_place_or_body, weigh
from imr_desk.names.forms import Form
from imr_desk.names.group import Group
from imr_desk.names.hashing import check_value, is_right_key, new_key
from imr_desk.names.joining import join
from imr_desk.names.lists import the_lists
from imr_desk.names.matching import HashRow, Matcher, rows_for
from imr_desk.names.normalise import Reading, Shape, fold, read
from imr_desk.names.pieces import GLUED_ONLY, find_pieces, is_glued
from imr_desk.names.placed import stands_for_person
from imr_desk.names.slips import is_named, is_told_from_place, slips

__all__ = ["Found", "HashRow", "StaffRegister", "check_value", "is_right_key", "new_key", "rows_for"]

_LONGEST_LOCAL_PART = 64


def unreadable_sentence() -> str:
    """What is said where the key of the register is not at hand."""
    return tr(
        "The list of staff names cannot be read here, because its key is kept on another computer. "
        "Nothing is lost, and nothing can be exported until the list is typed again or the key is back."
    )


def incomplete_sentence() -> str:
    """What is said where rows of the register were lost, so that a name may not be known any more."""
    return tr(
        "Part of the list of staff names is missing from this file. "
        "Nothing can be exported until the list is typed again."
    )


def again_sentence(names: int) -> str:
    """What is said while the list is being typed again."""
    return trn(
        "{n} staff name is still to be typed again. Until then nothing can be exported.",
        "{n} staff names are still to be typed again. Until then nothing can be exported.",
        names,
    )


class Found(NamedTuple):
    """A registered name at ``start`` up to ``end`` (code points).

    ``person`` is the id it stands for; empty where the words fit several people, who are then in ``others``.
    ``certain`` is False where a letter differs, or where an everyday word or a place was taken for a name. ``perhaps``
    where two letters differ or only the sound is alike.
    """

    start: int
    end: int
    person: str
    certain: bool
    others: tuple[str, ...] = ()
    perhaps: bool = False


class StaffRegister:
    """Registered people, as keyed hashes; staff, or anybody else whose real name must not leave.

    Where it cannot be read, every question raises ``RegisterUnreadableError``, because 'no name found' would be untrue.
    ``key`` is None where the key is kept on another computer; ``why`` says in a sentence what else is in the way.
    """

    def __init__(self, key: bytes | None, rows: Iterable[HashRow] = (), why: str = "") -> None:
        """Make the rows ready for looking up."""
        self.key = key
        kept = tuple(rows)
        self._matcher = Matcher(key, kept) if key is not None else None
        self.why_unreadable = why or (unreadable_sentence() if key is None and kept else "")
        """Why names cannot be looked up, in a sentence; nothing where they can."""

    @property
    def readable(self) -> bool:
        """Whether names can be looked up: the key and all rows are at hand, or nobody is registered."""
        return not self.why_unreadable

    def _ready(self) -> Matcher | None:
        """The matcher; None where nobody is registered."""
        if self.why_unreadable:
            raise RegisterUnreadableError(self.why_unreadable)
        return self._matcher or None

    def find(self, text: str) -> tuple[Found, ...]:
        """Every registered name in ``text``, in order and without overlap. Raises ``RegisterUnreadableError``."""
        return self.find_in(read(text))

    def find_in(self, reading: Reading) -> tuple[Found, ...]:
        """The same for a text already taken apart."""
        matcher = self._ready()
        if matcher is None:
            return ()
        groups = join(reading, matcher, with_broken(reading, matcher, find_pieces(reading, matcher)))
        found = [_found(reading, group) for group in groups]
        found += [_whose(reading, group, certain=False) for group in slips(reading, matcher, _kept(groups, found))]
        return _without_overlap([one for one in found if one])

    def bears(self, word: str) -> bool:
        """Whether somebody is called this word, letter by letter: as a first name, family name or part of one."""
        matcher = self._ready()
        found = matcher.exact(fold(word)) if matcher is not None else ()
        return any(match.form not in GLUED_ONLY and match.form is not Form.NICKNAME for match in found)

    def who_is(self, name: str) -> str | None:
        """The id of the one person that ``name`` stands for, letter by letter; None for nobody or several people.

        Every word of it has to be theirs: ``Una Pellbrook`` is not Osric Pellbrook.
        """
        matcher = self._ready()
        if matcher is None:
            return None
        reading = read(name)
        exact = [piece for piece in find_pieces(reading, matcher) if not piece.near]
        groups = [group for group in join(reading, matcher, exact) if not any(piece.near for piece in group.pieces)]
        persons = frozenset(person for group in groups for person in group.persons)
        return next(iter(persons)) if len(persons) == 1 and _are_all(reading, groups) else None


def _are_all(reading: Reading, groups: list[Group]) -> bool:
    """Whether nothing of a name is left but titles; an initial has to be the right one."""
    lists = the_lists()
    taken = {place for group in groups for place in range(group.first, group.last)}
    left = [atom.word for place, atom in enumerate(reading.atoms) if place not in taken]
    strange = any(group.strange or (group.initialed and not group.borne_out) for group in groups)
    return not strange and all(word in lists.titles or word in lists.ranks for word in left)


def _found(reading: Reading, group: Group) -> Found | None:
    """A group as a finding, or None where an everyday word has nothing beside it that speaks for a person."""
    certain = group.borne_out or _is_certain(reading, group)
    if not certain and group.weak and not group.initialed and not _speaks_for_person(reading, group):
        return None
    return _whose(reading, group, certain=certain)


def _kept(groups: list[Group], found: list[Found | None]) -> list[Group]:
    """The groups that are findings."""
    return [group for group, one in zip(groups, found, strict=True) if one]


def _whose(reading: Reading, group: Group, *, certain: bool) -> Found:
    """A group as a finding."""
    start, end = reading.atoms[group.first].start, reading.atoms[group.last - 1].end
    start, end = _whole_local_part(reading.text, start, end)
    if reading.text[end : end + 1] == ")" and "(" in reading.text[start:end]:
        end += 1
    persons = tuple(sorted(group.persons))
    perhaps = group.perhaps and not group.borne_out
    if len(persons) == 1:
        return Found(start, end, persons[0], certain and not perhaps, perhaps=perhaps)
    return Found(start, end, "", certain and not perhaps, persons, perhaps)


def _is_certain(reading: Reading, group: Group) -> bool:
    """Whether a group that nothing bears out is the name beyond doubt: by its spelling, or by a title before it."""
    if group.weak or group.near:
        return weigh(reading, group.first, group.last) is Evidence.STRONG
    nickname = all(match.form is Form.NICKNAME for piece in group.pieces for match in piece.matches)
    return not nickname and not is_place_or_body(reading, group.first, group.last)


def _speaks_for_person(reading: Reading, group: Group) -> bool:
    """Whether an everyday word has enough beside it; one that is only close to a name needs more."""
    place = reading, group.first, group.last
    evidence = weigh(*place)
    first = reading.atoms[group.first]
    glued = is_glued(reading.atoms, group.first, group.last)
    if group.last - group.first == 1 and the_lists().is_function(first.word) and not glued:
        apart = first.shape is Shape.TITLE and not begins_sentence_at(*place)
        return evidence >= (Evidence.SOME if apart else Evidence.STRONG)
    if group.everyday:
        return evidence >= Evidence.SPOKEN and is_told_from_place(*place)
    if evidence >= Evidence.SOME:
        return True
    return not group.near and (stands_for_person(*place) or is_named(*place))


def _whole_local_part(text: str, start: int, end: int) -> tuple[int, int]:
    """In an e-mail address a part of the name gives all of it away: everything before the @."""
    stop = end
    while stop < len(text) and stop - end < _LONGEST_LOCAL_PART and _in_local_part(text[stop]):
        stop += 1
    beyond = text.find("@", start, end)
    if beyond >= 0:
        stop = beyond
    if text[stop : stop + 1] != "@" or not text[stop + 1 : stop + 2].isalnum():
        return start, end
    begin = start
    while begin and start - begin < _LONGEST_LOCAL_PART and _in_local_part(text[begin - 1]):
        begin -= 1
    return begin, max(stop, end)


def _in_local_part(letter: str) -> bool:
    """Whether a character may stand before the @ of an address."""
    return letter.isalnum() or letter in "._-+'"


def _without_overlap(found: list[Found]) -> tuple[Found, ...]:
    """Findings in order; two that overlap become one, and keep a person only where both mean the same."""
    kept: list[Found] = []
    for one in sorted(found):
        if kept and one.start < kept[-1].end:
            last = kept.pop()
            people = {last.person, one.person, *last.others, *one.others} - {""}
            same = len(people) == 1
            person = people.pop() if same else ""
            certain, perhaps = last.certain or one.certain, last.perhaps and one.perhaps
            one = Found(last.start, max(last.end, one.end), person, certain, tuple(sorted(people)), perhaps)
        kept.append(one)
    return tuple(kept)


@lru_cache(maxsize=8)
def throwaway_register(names: tuple[str, ...]) -> StaffRegister:
    """A register under a key of its own, for a question that keeps nothing; person ids are the places in ``names``."""
    key = new_key()
    return StaffRegister(key, (row for place, name in enumerate(names) for row in rows_for(key, str(place), name)))
