"""A registered name with something between its letters is found in every part that a file holds."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable

import pytest
from planted import NAME, refusal, the_scan
from test_planted_in_word import PLAIN, W, added, run, with_file

from imr_desk.export.reading.everything import everything_in

DATA = "customXml/item1.xml"


def within(markup: str) -> bytes:
    return f"<w:document {W}><w:body>{markup}</w:body></w:document>".encode()


def paragraphs(*texts: str) -> bytes:
    return within("".join(f"<w:p>{run(each)}</w:p>" for each in texts))


APART: dict[str, Callable[[str], bytes]] = {
    "nothing that is seen": lambda w: paragraphs("\u200b".join(w)),
    "hyphens that are not seen": lambda w: paragraphs("\u00ad".join(w)),
    "blanks": lambda w: paragraphs(" ".join(w.upper())),
    "full stops": lambda w: paragraphs(".".join(w.split()[-1])),
    "a line through each letter": lambda w: paragraphs("".join(f"{letter}\u0335" for letter in w)),
    "rings round the letters": lambda w: paragraphs(
        "".join(chr(0x24D0 + ord(each) - 97) if each.isalpha() else " " for each in w.lower())
    ),
    "a cell for each letter": lambda w: paragraphs("Officer", *w.split()[-1], "at 10.15"),
    "the end of a paragraph": lambda w: paragraphs(f"Send it to {w.split()[-1][:4]}-", f"{w.split()[-1][4:]} at once."),
    "tags of the web": lambda w: f"<html><body>{''.join(f'<b>{each}</b>' for each in w)}</body></html>".encode(),
    "no paragraph": lambda w: f"<c:x xmlns:c='urn:c'><c:t>{w}</c:t></c:x>".encode(),
    "signs for each letter, twice": lambda w: f"<a>{''.join(f'&amp;#{ord(each)};' for each in w)}</a>".encode(),
    "three bytes more for each letter": lambda w: b"\x01\x02" + w.encode("utf-32-le"),
    "bzip2": lambda w: bz2.compress(w.encode()),
    "xz": lambda w: lzma.compress((w * 40).encode()),
    "zlib": lambda w: zlib.compress(f"<a>{w}</a>".encode()),
    "a PDF that is damaged": lambda w: (
        b"%PDF-1.4\n4 0 obj<</Filter/FlateDecode>>stream\n"
        + zlib.compress(f"BT ({w}) Tj ET".encode())
        + b"\nendstream endobj\n%%EOF"
    ),
}


@pytest.mark.parametrize("between", APART)
def test_scan_of_everything_with_something_between_the_letters_of_a_name_finds_it(between: str) -> None:
    assert the_scan(NAME)(everything_in(APART[between](NAME))).registered


@pytest.mark.parametrize("between", ["nothing that is seen", "bzip2", "no paragraph"])
def test_gate_with_a_name_taken_apart_in_a_file_inside_refuses_and_says_so(between: str) -> None:
    assert "a file inside the file" in refusal(with_file("word/embeddings/a.bin", APART[between](NAME)), ".docx")


def test_gate_with_numbers_and_single_letters_lets_it_pass() -> None:
    assert refusal(added(PLAIN, DATA, "<a><b>1</b><b>x</b><c>§ 4</c></a>"), ".docx", NAME) == ""
