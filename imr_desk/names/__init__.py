"""Names never leave: the register of staff names, the guard over all text, and the scan of what goes out.

The three functions here are the plain way in. The lists they need are read at the first call, so that importing this
package costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from imr_desk.names.identifier_text import Identifier
from imr_desk.names.span import Span

__all__ = ["Identifier", "Span", "find_identifiers", "find_names", "find_registered"]


def find_names(text: str) -> list[Span]:
    """What looks like a person's name in ``text``, by structure and short lists; nothing needs to be registered."""
    from imr_desk.names import unknown

    return [Span(hit.start, hit.end, hit.reason, hit.level) for hit in unknown.find(text)]


def find_registered(text: str, names: Iterable[str]) -> list[Span]:
    """Where ``text`` holds one of ``names`` in any of the promised forms: reversed, with initials, one letter wrong.

    The names are turned into a register of keyed hashes first, exactly as the program keeps them.
    """
    from imr_desk.names.register import throwaway_register

    found = throwaway_register(tuple(names)).find(text)
    return [Span(f.start, f.end, "registered", "name" if f.certain else "look") for f in found]


def find_identifiers(text: str) -> list[Identifier]:
    """Where ``text`` holds other detail that picks a person out (R-185): (start, end, kind, sure), in order.

    Dates of birth, addresses, numbers and references, schools, a job title used once with a place. Offsets are code
    points; the kinds are the keys of ``identifiers.KINDS``.
    """
    from imr_desk.names import identifiers

    return identifiers.find(text)
