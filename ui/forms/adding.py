"""Adding a record from the field that links to it: somebody who writes ‘Decision by’ need not leave to add the post.

Only kinds that a few words can begin; the rest of the record is written on its own page. What holds a name, or looks
like one, is never offered as a job title or code (R-183).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from imr_desk.i18n import tr
from imr_desk.review.catalogue import kind_of
from imr_desk.review.codes import PEOPLE, first_values, next_code
from imr_desk.review.stages import stage_name
from ui.widgets.editors.findable import Adding
from ui.widgets.names.stretches import stretches
from ui.widgets.names.watch import watch

if TYPE_CHECKING:
    from ui.forms.host import FormHost

BEGUN_BY = {"case": "code", "record": "description", "policy": "title", "contact": "role"}
"""Kinds, beside people, that a few words can begin, and the field these go into."""
LONGEST = 80
"""How many letters a title may have that is given in passing."""


def adding_for(host: FormHost, kinds: tuple[str, ...], added: Callable[[], None]) -> Adding | None:
    """How a record of these kinds is added in passing; None where it is not. `added` is called before it is linked."""
    if len(kinds) != 1 or kinds[0] not in (*PEOPLE, *BEGUN_BY):
        return None
    kind = kinds[0]

    def offer(typed: str) -> str:
        words = _words(host, kind, typed)
        if not words or (host.sealed and kind_of(kind).sealed):
            return ""
        return tr("Add ‘{what}’ to ‘{list}’").format(what=words, list=tr(kind_of(kind).plural))

    def add(typed: str) -> str:
        words = _words(host, kind, typed)
        values = first_values(kind, words) if kind in PEOPLE else {BEGUN_BY[kind]: words}
        record_id = host.add(kind, values) if words else ""
        if record_id:
            added()
        return record_id

    return Adding(offer, add)


def none_yet(kinds: tuple[str, ...]) -> str:
    """Where records of these kinds are added, for a field that has none to choose from."""
    kind = kind_of(kinds[0])
    places = {"list": tr(kind.plural), "stage": stage_name(kind.stage)}
    return tr("None yet. ‘{list}’ stands on the page ‘{stage}’.").format(**places)


def _words(host: FormHost, kind: str, typed: str) -> str:
    """What the record would be called; "" for what may be a name, or cannot be told yet to be none."""
    words = " ".join(typed.split()).rstrip(".,;:")
    if not words or len(words) > LONGEST or watch().book is None:
        return ""
    if any(watch().marks_in(each) for each in stretches(words)):
        return ""
    return next_code(host.review, kind, words) if kind in PEOPLE else words
