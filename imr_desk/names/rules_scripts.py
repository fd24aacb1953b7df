"""Words in alphabets without capitals: no list knows them, and in an English review they are often names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.names.rules import LOOK, Candidate
from imr_desk.names.view import View

# Hebrew to Georgian; Hangul, Ethiopic and on to Balinese; Chinese, Japanese, Yi; more of India, Africa and Korea; forms
# of Chinese, Hebrew and Arabic letters; narrow letters of Japan and Korea; further Chinese letters.
_LETTER = (
    "[\u0590-\u1c7f\u2d30-\u2ddf\u2e80-\u2fff\u3005-\u3007\u3021-\u9fff\ua000-\ua63f\ua800-\uabff"
    "\uac00-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\uff66-\uffdc\U00010800-\U0001107f\U00020000-\U0003ffff]"
)
_RUN = re.compile(rf"{_LETTER}+(?:[ \u00a0\u00b7\u30fb\u200c\u200d-]{{1,2}}{_LETTER}+)*")
OTHER_ALPHABET = "other alphabet"


def other_scripts(view: View) -> Iterator[Candidate]:
    """``刘秀英``, ``عمران چودھری``: somebody who can read them has to look."""
    text = view.text
    if text.isascii():
        return
    for run in _RUN.finditer(text):
        if any(letter.isalpha() for letter in run[0]):
            yield Candidate(run.start(), run.end(), OTHER_ALPHABET, LOOK)
