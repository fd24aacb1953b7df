"""What is only worth a look: words that may be a name, shown once before an export; and that they were looked at.

That somebody looked is remembered by a hash made from that of a decision about the same words, so that neither tells
the other and no word is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from imr_desk.names import unknown
from imr_desk.names.guard import Guard, Mark
from imr_desk.names.normalise import Reading

_BYTES = 10


def looked_key(guard: Guard, words: str) -> str:
    """The hash under which it is kept that these words were looked at; 20 hexadecimal digits."""
    return blake2b(guard.key_for(words).encode(), digest_size=_BYTES, person=b"imr-desk looked").hexdigest()


def worth_a_look(reading: Reading, codes: Iterable[str], marks: Iterable[Mark]) -> Iterator[tuple[int, int]]:
    """Where words stand that may be a name and are not marked as one, in order; offsets in code points."""
    taken = [(one.start, one.end) for one in marks]
    for one in unknown.find_in(reading, codes, look=True):
        if not any(start < one.end and one.start < end for start, end in taken):
            yield one.start, one.end
