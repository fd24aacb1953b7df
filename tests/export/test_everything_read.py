"""Whatever a file holds is read, whatever it is: nothing fails, and no word of markup is lost. Made-up names."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.export.reading.everything import everything_in

NAME = "Hargreaves"


def words(data: bytes) -> str:
    return "\n".join(text for _, text in everything_in(data))


@pytest.mark.parametrize(
    "data",
    [
        b"<a>Hargreaves</a>",
        b"<a>Harg&#114;eaves</a>",
        b"<a b='Harg&#x72;eaves'/>",
        b"<a b = \"Hargreaves\">t</a>",
        b"<a b='x>Hargreaves'/>",
        b"<a><!-- Hargreaves --></a>",
        b"<a><![CDATA[Hargreaves]]></a>",
        b"<?x Hargreaves?><a/>",
        b"<Hargreaves/>",
        b"<a>x<b>Hargreaves</a>",
        b"<a>x</a> Hargreaves",
        b"<p><r>Harg</r><r>reaves</r></p>",
        b"<p>Harg<del>zz</del>reaves</p>",
        "<a>Hargreaves</a>".encode("utf-16"),
        "<?xml version='1.0' encoding='utf-16'?><a>Hargreaves</a>".encode("utf-16-be"),
        "<?xml version='1.0' encoding='iso-8859-1'?><a>\u00e9 Hargreaves</a>".encode("latin-1"),
        b"\xef\xbb\xbf<a>Hargreaves</a>",
        json.dumps({"a": [{"Hargreaves": 1}]}).encode(),
        b'["Harg\\u0072eaves"]',
        b"{not json Hargreaves",
        b"\x00\x01Hargreaves\xff\xfe",
        "\u0001Hargreaves".encode("utf-16-le"),
        b"PK\x03\x04 no package Hargreaves",
        b"\x89PNG\r\n\x1a\n no picture Hargreaves",
        b"\xff\xd8 no picture Hargreaves",
        b"GIF89a Hargreaves",
    ],
)  # fmt: skip
def test_everything_in_a_file_is_read(data: bytes) -> None:
    assert NAME in words(data)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"<", b"PK", b"{", b"[", b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"<?xml"]),
)
def test_everything_in_any_bytes_is_read_without_a_fault(data: bytes, head: bytes) -> None:
    for place, text in everything_in(head + data):
        assert place
        assert text


@given(st.text("<>/!?'\"= ab:&;-[]", max_size=60), st.text("<>/!?'\"= ab:&;-[]", max_size=60))
def test_everything_in_any_markup_keeps_a_word_between(before: str, after: str) -> None:
    assert NAME in words(f"<{before} {NAME} {after}".encode())
