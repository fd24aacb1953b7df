"""The guard at the door: text that comes from elsewhere has its registered names replaced before it is kept (R-183)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from imr_desk.errors import RegisterUnreadableError
from imr_desk.names.guard import REGISTERED, Guard
from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import read, squeeze
from imr_desk.names.register import StaffRegister, new_key, rows_for
from imr_desk.names.replace import replace_names


class Admitted(NamedTuple):
    """A text as it may be kept; ``replaced`` registered names gave way to codes, ``open`` names are to be settled."""

    text: str
    replaced: int = 0
    open: int = 0

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"Admitted({self.replaced} replaced, {self.open} open)"


class Door:
    """Lets texts in and counts. ``code`` gives the job title or pseudonym of a person's id, "" for none."""

    def __init__(self, guard: Guard, code: Callable[[str], str]) -> None:
        """Begin with nothing let in."""
        self._guard, self._code = guard, code
        self.replaced = self.open = 0

    def admit(self, text: str, *, count_open: bool = True) -> Admitted:
        """A text with a code in the place of every name that is registered for one person beyond doubt.

        What several people may be called, what is only close to a name, and what nobody registered stays: it is marked
        where it then stands, and no export lets it pass. So does everything where the register cannot be read. To count
        what is open takes twice as long.
        """
        try:
            marks = self._guard.marks(text) if count_open else self._guard.registered_in(text)
        except RegisterUnreadableError:
            return Admitted(text)
        sure = [(mark, self._code(mark.person)) for mark in marks if mark.kind == REGISTERED and mark.certain]
        names = [(mark.start, mark.end, code) for mark, code in sure if code]
        return Admitted(replace_names(text, names) if names else text, len(names), len(marks) - len(names))

    def new(self, text: str) -> str:
        """The text as it may be kept; what was done is counted."""
        admitted = self.admit(text)
        self.replaced += admitted.replaced
        self.open += admitted.open
        return admitted.text


def is_name_itself(code: str, name: str) -> bool:
    """Whether a code that is to stand for a name holds it, in any of its forms: then it hides nothing.

    An everyday word or a rank that is also part of the name says nothing: ‘Police Constable 2’ for Peter Constable.
    """
    if squeeze(code) == squeeze(name):
        return True
    key, lists = new_key(), the_lists()
    everyday = lists.ordinary | lists.titles | lists.ranks
    found = StaffRegister(key, rows_for(key, "", name)).find(code)
    words = (word.word for one in found if one.certain for word in read(code[one.start : one.end]).words)
    return any(len(word) > 1 and word not in everyday for word in words)
