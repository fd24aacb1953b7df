"""A registered name is found in what is packed inside a file, and in what nothing in the file leads to any more."""

from __future__ import annotations

import base64
import gzip
import io
import zipfile
from collections.abc import Callable

import pytest
from docx_tools import added
from hypothesis import given
from hypothesis import strategies as st
from planted import NAME, refusal
from test_planted_in_word import PLAIN, with_file, zipped

from imr_desk.export.reading.everything import everything_in

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x01"


def in_base64(words: str) -> str:
    return base64.b64encode(words.encode()).decode()


def rich(words: str) -> bytes:
    return rb"{\rtf1\ansi Seen by " + b"".join(b"\\'%02x" % ord(letter) for letter in words) + rb"\par}"


def unlisted(words: str) -> bytes:
    """A package that still holds a part which its list of parts no longer names."""
    with io.BytesIO() as whole:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("word/old.xml", f"<a>{words}</a>")
            package.filelist.clear()
            package.NameToInfo.clear()
            with zipfile.ZipFile(io.BytesIO(PLAIN)) as plain:
                for name in plain.namelist():
                    package.writestr(name, plain.read(name))
        return whole.getvalue()


PACKED: dict[str, Callable[[str], bytes]] = {
    "package inside an object": lambda w: with_file(
        "word/embeddings/oleObject1.bin", OLE + zipped("word/document.xml", f"<a>{w}</a>".encode()) + b"\0\0"
    ),
    "packed picture of letters": lambda w: with_file(
        "word/media/image1.emz", gzip.compress(b"\x01\0\0\0" + w.encode("utf-16-le"))
    ),
    "letters of Europe in two bytes": lambda w: with_file("word/x.bin", OLE + w.replace("g", "ğ").encode("utf-16-le")),
    "base64 in data": lambda w: added(PLAIN, "customXml/item1.xml", f"<a>{in_base64(f'Seen by {w}')}</a>"),
    "base64 of a file in data": lambda w: added(
        PLAIN, "customXml/item1.xml",
        f"<a>{base64.encodebytes(zipped('word/a.xml', f'<a>{w}</a>'.encode())).decode()}</a>",
    ),
    "digits in data": lambda w: added(PLAIN, "customXml/item1.xml", f"<a>{w.encode().hex()}</a>"),
    "packages in packages": lambda w: with_file(
        "word/embeddings/a.zip", zipped("b.zip", zipped("c.zip", zipped("d.txt", w.encode())))
    ),
    "page of the web in base64": lambda w: with_file(
        "word/afchunk.mht", f"Content-Transfer-Encoding: base64\r\n\r\n{in_base64(f'<p>Seen by {w}</p>')}".encode()
    ),
    "page of the web, quoted": lambda w: with_file(
        "word/afchunk.mht", f"X: quoted-printable\r\n\r\n<p>{w[:9]}=\r\n<b>{w[9:]}</b></p>".encode()
    ),
    "rich text by numbers": lambda w: with_file("word/afchunk.rtf", rich(w)),
    "form of markup": lambda w: added(PLAIN, "customXml/item1.xml", f"<a xmlns='urn:{w.replace(' ', '')}'/>"),
    "sign of a form of markup": lambda w: added(
        PLAIN, "customXml/item1.xml", f"<{w.split()[-1]}:a xmlns:{w.split()[-1]}='urn:x'/>"
    ),
    "link with escapes": lambda w: added(
        PLAIN, "customXml/item1.xml", f"<a b='http://x/{''.join(f'%{ord(letter):02X}' for letter in w)}'/>"
    ),
    "part that is no longer listed": unlisted,
    "before the package": lambda w: w.encode() + b"\n" + PLAIN,
    "after the package": lambda w: PLAIN + w.encode(),
}  # fmt: skip


@pytest.mark.parametrize("plant", PACKED)
def test_gate_with_a_name_packed_inside_a_word_file_refuses(plant: str) -> None:
    sentence = refusal(PACKED[plant](NAME), ".docx")
    assert "Nothing was written" in sentence
    assert "argr" not in sentence


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\x1f\x8b\x08", b"{\\rtf", b"%PDF-", OLE]))
def test_everything_in_any_bytes_never_fails(data: bytes, head: bytes) -> None:
    assert all(isinstance(words, str) for _, words in everything_in(head + data))
