"""The one seam for questions and for choosing files. Pages ask through it; nothing else opens a dialog.

A question is only for what cannot wait or cannot be undone. The safe answer is the default, has the focus, and is what
Esc gives; a destructive answer is never the default and never filled.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True)
class Answer:
    """One button: what it gives back, and its words, a verb and its object."""

    id: str
    words: str
    destructive: bool = False


@dataclass(frozen=True)
class Question:
    """What has happened or will happen (`title`), what is kept (`body`), and the answers.

    `safe` is the id of the one that loses nothing.
    """

    title: str
    body: str
    answers: tuple[Answer, ...]
    safe: str

    def __post_init__(self) -> None:
        """Refuse a question that could do harm by itself: a fault of ours, not of the reader."""
        ids = {answer.id: answer for answer in self.answers}
        if self.safe not in ids or ids[self.safe].destructive:
            raise ValueError("the safe answer must be one of the answers, and not a destructive one")


@dataclass(frozen=True)
class FileKind:
    """A kind of file to choose: its name in words, and the endings with their dot."""

    name: str
    endings: tuple[str, ...]


class Ask(Protocol):
    """Whoever can put questions to the person at the keyboard."""

    def question(self, question: Question) -> str:
        """The id of the answer given; the safe one where the question was closed without one."""

    def secret(self, title: str, body: str, label: str) -> str | None:
        """A passphrase or code typed in; None where the person would rather not."""

    def open_file(self, title: str, kinds: tuple[FileKind, ...], folder: Path | None = None) -> Path | None:
        """An existing file; None where none was chosen."""

    def save_file(self, title: str, kinds: tuple[FileKind, ...], suggested: Path) -> Path | None:
        """Where to write a file; the question about one that is there has been asked. None where none was chosen."""

    def folder(self, title: str, start: Path | None = None) -> Path | None:
        """A folder; None where none was chosen."""

    def printer(self, title: str, pages: int) -> QPrinter | None:
        """A printer, set to the pages wanted of so many; None where the person would rather not print."""

    def dismiss(self) -> None:
        """Close whatever is being asked, with the safe answer: the review is about to lock."""
