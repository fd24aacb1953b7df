"""What a notice says aloud: two sentences, and not one that runs into the other."""

from __future__ import annotations

import pytest

from ui.widgets import notice
from ui.widgets.notice import Notice


@pytest.mark.parametrize(
    ("what", "more", "words"),
    [
        ("Written: A 1.docx", "It was read back.", "Written: A 1.docx. It was read back."),
        ("Not saved.", "The disk is full.", "Not saved. The disk is full."),
        ("Who is it?", " ", "Who is it?"),
    ],
)
def test_notice_is_said_in_sentences(
    qapp: object, monkeypatch: pytest.MonkeyPatch, what: str, more: str, words: str
) -> None:
    said: list[str] = []
    monkeypatch.setattr(notice, "announce", lambda _widget, text, **_kinds: said.append(text))
    made = Notice("good", what, more)
    made.speak()
    assert said == [words]
    made.deleteLater()
