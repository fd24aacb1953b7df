"""The PDF file itself: numbered objects, most of them packed together, and the table that says where each one is.

Everything but pages' contents and fonts is packed into object streams, since a tagged table has an object for each cell
and packed they take a tenth of the room. The same content gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from typing import NewType

Id = NewType("Id", int)
"""The number of an object."""

_PACK = 200
"""Objects in one object stream: more pack better, and fewer are found sooner."""
_LEVEL = 6
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def ref(number: Id) -> str:
    """A reference to an object."""
    return f"{number} 0 R"


def text_string(words: str) -> str:
    """Any text as a PDF string."""
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


class PdfFile:
    """Takes objects in any order, each once, and gives the bytes of the file at the end."""

    def __init__(self) -> None:
        self._out = io.BytesIO()
        self._out.write(_HEAD)
        self._places: list[tuple[int, int, int] | None] = [(0, 0, 65535)]
        self._pack: list[tuple[Id, bytes]] = []

    def new(self) -> Id:
        """A number for an object that is still to come."""
        self._places.append(None)
        return Id(len(self._places) - 1)

    def put(self, number: Id, words: str) -> None:
        """An object without a stream; ASCII only."""
        self._pack.append((number, words.encode("ascii")))
        if len(self._pack) == _PACK:
            self._flush()

    def add(self, words: str) -> Id:
        """An object that gets its number now."""
        number = self.new()
        self.put(number, words)
        return number

    def stream(self, number: Id, data: bytes, entries: str = "", *, packed: bool = True) -> None:
        """An object with a stream; `entries` are those of its dictionary beside length and filter."""
        body = zlib.compress(data, _LEVEL) if packed else data
        filtered = "/Filter/FlateDecode" if packed else ""
        self._places[number] = (1, self._out.tell(), 0)
        self._out.write(f"{number} 0 obj\n<<{entries}{filtered}/Length {len(body)}>>\nstream\n".encode("ascii"))
        self._out.write(body)
        self._out.write(b"\nendstream\nendobj\n")

    def _flush(self) -> None:
        """Pack the objects that wait."""
        if not self._pack:
            return
        holder = self.new()
        index, bodies, at = [], [], 0
        for place, (number, body) in enumerate(self._pack):
            self._places[number] = (2, holder, place)
            index.append(f"{number} {at}")
            bodies.append(body)
            at += len(body) + 1
        head = (" ".join(index) + "\n").encode("ascii")
        data = head + b"\n".join(bodies)
        self.stream(holder, data, f"/Type/ObjStm/N {len(bodies)}/First {len(head)}")
        self._pack.clear()

    def finish(self, root: Id, info: Id) -> bytes:
        """The whole file. Raises ValueError where an object was promised and never came."""
        self._flush()
        table = self.new()
        self._places[table] = (1, self._out.tell(), 0)
        missing = [at for at, place in enumerate(self._places) if place is None]
        if missing:
            raise ValueError(f"objects without content: {missing[:5]}")
        rows = b"".join(
            place[0].to_bytes(1, "big") + place[1].to_bytes(4, "big") + place[2].to_bytes(2, "big")
            for place in self._places
            if place is not None
        )
        mark = hashlib.sha256(self._out.getbuffer()).hexdigest()[:32].upper()
        start = self._out.tell()
        entries = f"/Type/XRef/Size {len(self._places)}/W[1 4 2]/Root {ref(root)}/Info {ref(info)}/ID[<{mark}><{mark}>]"
        self.stream(table, rows, entries)
        self._out.write(f"startxref\n{start}\n%%EOF\n".encode("ascii"))
        return self._out.getvalue()
