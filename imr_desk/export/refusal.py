"""What is to be written holds a name: it is refused, and said where, and never which; a sentence may end in a log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Protocol

from imr_desk.errors import NameFoundError
from imr_desk.export.formats import Form
from imr_desk.export.frame_words import without_page_numbers
from imr_desk.export.readback import ReadBack
from imr_desk.export.report import Report
from imr_desk.export.settled import settled
from imr_desk.i18n import mark, tr, trn
from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import read
from imr_desk.names.replace import Edit

FILE_NAME = "file name"
LOOK = "look"
"""The level of a hit that is close to a name, and an everyday word."""
Parts = Iterable[tuple[str, str]]

_PLACES: Mapping[str, str] = {
    FILE_NAME: mark("the name of the file"),
    "header": mark("the head or foot of the pages"),
    "footer": mark("the head or foot of the pages"),
    "footnotes": mark("the footnotes"),
    "endnotes": mark("the endnotes"),
    "comments": mark("the comments"),
    "notes": mark("the notes on the pages"),
    "properties": mark("the properties of the file"),
    "custom data": mark("the data kept beside the text"),
    "links": mark("the links"),
    "styles": mark("the names of styles"),
    "settings": mark("the settings of the file"),
    "package": mark("the names of the parts of the file"),
    "picture": mark("what is kept inside a picture"),
    "description of a picture": mark("the description of a picture"),
    "attachment": mark("a file inside the file"),
    "outline": mark("the bookmarks"),
    "bookmarks": mark("the bookmarks"),
    "names inside the file": mark("the bookmarks"),
    "form": mark("a field to be filled in"),
    "script": mark("a script"),
    "pages": mark("the pages, outside the report"),
    "body": mark("the text"),
    "body chronology": mark("the rows of the chronology"),
    "unseen": mark("the text, where it is not seen"),
    "seal": mark("the signatures"),
    "other parts": mark("a part of the file that is not seen"),
}
"""Where something stands in a file, as a person would say it; the body is told by its chapters."""


class ScanReport(Protocol):
    """What the scan for names found: registered names, and likely names that nobody has decided about."""

    @property
    def registered(self) -> Sequence[object]:
        """Names of staff that are on the register."""

    @property
    def unknown(self) -> Sequence[object]:
        """Likely names that are still to be settled."""


Scan = Callable[[Parts], ScanReport]
"""Takes place and text of everything that is to be written."""


def refuse_names(
    scan: Scan,
    name: str,
    found: ReadBack,
    form: Form,
    report: Report,
    *,
    final: bool,
    told: Callable[[Parts], Parts] = iter,
) -> None:
    """Raise NameFoundError where a registered name stands in any part, or an unknown one in a final export.

    `name` is that of the file. `found.beneath` is what a reader of the file never meets: there only registered names
    are looked for. A word that is in every file of this form, such as the name of a style, is none of the review.
    `told` is shown the parts on their way to the scan.
    """
    registered, unknown = names_in(scan, name, found, partial(without_words, form, report), told=told)
    if registered:
        said = _with_places(_registered(len(registered)), registered, report)
        raise NameFoundError(f"{said} {_everyday()}" if any(map(_is_everyday, registered)) else said)
    if final and unknown:
        said = trn(
            "{n} word that looks like a name is still to be settled. Nothing was written.",
            "{n} words that look like names are still to be settled. Nothing was written.",
            len(unknown),
        )
        raise NameFoundError(_with_places(said, unknown, report))


def names_in(
    scan: Scan,
    name: str,
    found: ReadBack,
    always: Callable[[], frozenset[str]],
    *,
    told: Callable[[Parts], Parts] = iter,
) -> tuple[list[object], Sequence[object]]:
    """The registered names in a file that was read, and the unknown ones that a reader of it would meet.

    `always` gives the words that every such file holds; it is asked only where a registered name was found.
    """
    parts = ((FILE_NAME, name), *((place, without_page_numbers(place, text)) for place, text in found.parts))
    hidden = scan(found.beneath).registered
    seen = scan(told(parts))
    if not hidden and not seen.registered:
        return [], seen.unknown
    words = always()
    hidden = scan(each for each in found.beneath if each[1] not in words).registered
    shown = scan(each for each in parts if each[1] not in words or each[0].startswith("body")).registered
    return [*shown, *hidden], seen.unknown


def _registered(count: int) -> str:
    return trn(
        "A registered name stands in what was to be written, in {n} place. Nothing was written.",
        "Registered names stand in what was to be written, in {n} places. Nothing was written.",
        count,
    )


def _is_everyday(hit: object) -> bool:
    """Whether what was found may be no more than an everyday word."""
    words = read(str(getattr(hit, "words", ""))).words
    near = getattr(hit, "level", "") == LOOK and getattr(hit, "place", "") != FILE_NAME
    return near and bool(words) and all(each.word in the_lists().ordinary for each in words)


def _everyday() -> str:
    return tr(
        "It may be an everyday word there and no name: ‘Names to settle’ in the window shows each place, and there you "
        "say so."
    )


def refuse_file_name(scan: Scan, name: str, *, final: bool) -> None:
    """The same for the name of a file alone."""
    seen = scan([(FILE_NAME, name)])
    if seen.registered:
        raise NameFoundError(
            tr("A registered name stands in the name of the file. Nothing was written. Choose another name.")
        )
    if final and seen.unknown:
        raise NameFoundError(
            tr("A word in the name of the file looks like a name. Nothing was written. Choose another name.")
        )


def place_in_words(place: str, headings: Mapping[str, str]) -> str:
    """Where something stands: the chapter, by its heading in quotation marks, or the part of the file."""
    if heading := headings.get(place):
        return tr("‘{chapter}’").format(chapter=heading)
    if place in _PLACES:
        return tr(_PLACES[place])
    return "" if not place or place.startswith("body") else tr(_PLACES["other parts"])


class _Blank:
    """Leaves a full stop of every text, so that what refers to it still leads there."""

    def edits(self, text: str) -> Sequence[Edit]:
        return (Edit(0, len(text), "."),) if text else ()

    def settle(self, text: str) -> str:
        return "." if text else ""

    def everywhere(self) -> _Blank:
        return self


def without_words(form: Form, report: Report) -> frozenset[str]:
    """All that a file of this form and shape holds when the report says nothing."""
    found = form.read(form.write(settled(report, _Blank()), None))
    return frozenset(text for _, text in (*found.parts, *found.beneath))


def _with_places(said: str, hits: Sequence[object], report: Report) -> str:
    """The sentence, and after it the places in which something was found, where the scan says so."""
    headings = {f"body {block.id}": block.heading for block in report.blocks}
    named = ", ".join(places_in_words(hits, headings))
    return f"{said} {tr('Look at {chapters}.').format(chapters=named)}" if named else said


def places_in_words(hits: Iterable[object], headings: Mapping[str, str]) -> tuple[str, ...]:
    """The places in which something was found, each once, where that is known."""
    places = (place_in_words(str(getattr(hit, "place", "")), headings) for hit in hits)
    return tuple(dict.fromkeys(each for each in places if each))
