"""What a PDF of ours never holds, and what could show a reader something else than the words that are read back.

It is a list of what the program writes: whatever stands on a page beside that is told, by its name in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from imr_desk.i18n import tr

_TEXT = ("BT", "ET", "Tf", "Td", "TL", "T*", "Tj", "TJ", "'", '"', "BDC", "BMC", "EMC")
OPERATORS = frozenset({*_TEXT, "w", "S", "m", "l", "G", "g", "re", "f", "rg", "RG", "q", "Q"})
"""Words in a font, lines and filled boxes. Nothing clips, hides, stretches or turns. Pictures are looked at apart."""
_ELEMENT = frozenset({"/Type", "/S", "/P", "/K", "/Pg", "/A", "/T", "/ID"})
_PAGE = frozenset({"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/StructParents", "/Tabs", "/Annots"})
_LINK = frozenset({"/Type", "/Subtype", "/Rect", "/Border", "/F", "/Dest", "/Contents", "/StructParent", "/P"})
_CATALOGUE = frozenset(
    {
        "/Type",
        "/Pages",
        "/Lang",
        "/MarkInfo",
        "/StructTreeRoot",
        "/ViewerPreferences",
        "/Metadata",
        "/OutputIntents",
        "/Outlines",
        "/PageMode",
        "/PageLayout",
        "/Version",
    }
)
_BOXES = frozenset({"/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"})


def told(name: str) -> str:
    """The words for something that does not belong into the file."""
    return tr("Something that IMR Desk does not write: {name}").format(name=name.lstrip("/"))


def strange_in_catalogue(root: DictionaryObject) -> Iterator[str]:
    """Actions on opening, scripts, forms, layers, files inside the file."""
    for name in sorted(root.keys() - _CATALOGUE):
        yield told(name)


def strange_on_page(page: PageObject) -> Iterator[str]:
    """A cut or turned page, actions, notes, fields, and links that show something or lead out of the file."""
    for name in sorted(page.keys() - _PAGE):
        same_box = name in _BOXES and list(page[name]) == list(page.mediabox)  # type: ignore[call-overload]
        if not same_box and not (name == "/Rotate" and int(str(page[name])) == 0):
            yield told(name)
    held = page.get("/Annots")
    notes = held.get_object() if isinstance(held, IndirectObject) else held
    for each in notes if isinstance(notes, ArrayObject) else ():
        note = each.get_object()
        if isinstance(note, DictionaryObject) and note.get("/Subtype") == "/Link":
            for name in sorted(note.keys() - _LINK):
                yield told(name)


def strange_in_element(element: Mapping[str, object]) -> Iterator[str]:
    """Words that an element says in the place of those that are shown."""
    described = {"/Alt"} if element.get("/S") == "/Figure" else set()
    for name in sorted(element.keys() - _ELEMENT - described):
        yield told(name)
