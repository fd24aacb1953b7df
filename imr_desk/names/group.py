"""Pieces of a text that are taken together as one name."""

from __future__ import annotations

from dataclasses import dataclass

from imr_desk.names.normalise import Atom
from imr_desk.names.pieces import Piece


@dataclass
class Group:
    """Pieces taken together: atoms ``first`` up to ``last``, who it can be, whether two parts bear each other out."""

    first: int
    last: int
    pieces: list[Piece]
    persons: frozenset[str]
    borne_out: bool = False
    initialed: bool = False
    """Whether an initial stands before it that may be anybody's."""
    strange: bool = False
    """Whether a letter beside it was taken in that is no initial of these persons, as far as is known."""

    @property
    def weak(self) -> bool:
        """Whether nothing in the group proves anything by itself."""
        return not self.borne_out and all(piece.weak for piece in self.pieces)

    @property
    def everyday(self) -> bool:
        """Whether it is only an everyday word one letter from a name."""
        return not self.borne_out and all(piece.everyday for piece in self.pieces)

    @property
    def near(self) -> bool:
        """Whether every piece has a letter wrong."""
        return all(piece.near for piece in self.pieces)

    @property
    def perhaps(self) -> bool:
        """Whether every piece has two letters wrong or only sounds alike."""
        return all(piece.perhaps for piece in self.pieces)

    def word(self, atoms: list[Atom]) -> str:
        """The letters of the group."""
        return "".join(atom.word for atom in atoms[self.first : self.last])
