"""The seal as text properties."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.export.seal import from_properties, to_properties, words_of

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(st.text(), _JSON, min_size=1, max_size=4))
def test_seal_of_any_json_comes_back(seal: dict[str, object]) -> None:
    properties = to_properties(seal)
    assert from_properties({"Other": "x", **properties}) == json.loads(json.dumps(seal))
    assert all(len(value) <= 255 and value == value.strip() and value.isascii() for value in properties.values())


def test_seal_of_many_pieces_is_put_together_in_order() -> None:
    seal = {"text": "x" * 30_000}
    properties = to_properties(seal)
    assert len(properties) > 100
    assert from_properties(dict(reversed(properties.items()))) == seal


@pytest.mark.parametrize("value", ["", "not base64!", "bnVsbA==", "WzFd", "/w=="])
def test_seal_that_cannot_be_read_is_none(value: str) -> None:
    assert from_properties({"IMR Desk seal 001": value}) is None


def test_seal_with_a_piece_missing_is_none() -> None:
    properties = to_properties({"text": "x" * 1000})
    properties.pop("IMR Desk seal 002")
    assert from_properties(properties) is None


def test_words_of_a_seal_leave_out_digests_and_keys() -> None:
    seal = {"words": "a" * 64, "signatures": [{"name": "Robin Example", "key": "q" * 44, "at": 3}]}
    assert list(words_of(seal)) == ["Robin Example"]
