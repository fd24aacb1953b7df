"""A signed statement from outside: read whole or refused, never half understood."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.signing.keys import Signer
from imr_desk.signing.statement import (
    Signed,
    Statement,
    matching_words,
    signed_from_plain,
    statement_from_plain,
    statement_from_text,
)

STATEMENT = Statement(
    role="author",
    part="report",
    name="Alma Quill",
    job_title="Deputy Chief Crown Prosecutor",
    signed_at="2014-12-03T14:32:00+00:00",
    version=1,
    content_digest="0" * 64,
    word_digest="1" * 64,
    template="T1",
    pack="imr-1",
    program="IMR Desk 0",
    history_head="2" * 64,
    computer="ab",
)
SIGNER = Signer.new()
SIGNED = Signed(STATEMENT, SIGNER.public_hex, SIGNER.sign(STATEMENT.to_bytes()))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["\ud800", "2014-12-03", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def test_signature_travels_and_comes_back_the_same() -> None:
    assert signed_from_plain(json.loads(json.dumps(SIGNED.to_plain()))) == SIGNED
    assert statement_from_text(STATEMENT.to_bytes().decode()) == STATEMENT
    assert SIGNED.holds


@pytest.mark.parametrize(
    "wrong",
    [
        {"signed_at": "some day"},
        {"signed_at": ""},
        {"version": True},
        {"version": "1"},
        {"version": 10**30},
        {"name": "\ud800"},
        {"name": None},
        {"format": "imr-desk signature 2"},
        {"more": "x"},
    ],
)
def test_statement_of_another_form_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (each of its kinds will do)
        statement_from_plain({**STATEMENT.to_plain(), **wrong})


@given(st.sampled_from(["public_key", "signature", "statement", *STATEMENT.to_plain()]), JSON)
def test_whatever_stands_in_a_signature_it_is_read_or_refused(where: str, value: object) -> None:
    plain: dict[str, Any] = json.loads(json.dumps(SIGNED.to_plain()))
    (plain if where in plain else plain["statement"])[where] = value
    try:
        signed = signed_from_plain(plain)
    except ValueError:
        return
    assert signed.holds == (signed == SIGNED)
    assert len(f"{signed.key_words} {matching_words(signed)}".split()) == 12
