"""One canonical form, one digest: every sealed field counts, no process field does."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.review.catalogue import KINDS
from imr_desk.review.fields import Field, FieldType, Kind
from imr_desk.review.known_date import KnownDate
from imr_desk.review.record import Record, RecordId, Value, Values
from imr_desk.review.review import Review
from imr_desk.signing.canonical import canonical, content_digest, content_of

NONCE = "5a" * 32
TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
ALL_FIELDS = [(kind, field) for kind in KINDS.values() for field in kind.fields]


def sample_value(field: Field) -> Value:
    """A value that the type of the field can hold."""
    by_type: dict[FieldType, Value] = {
        FieldType.YES_NO: True,
        FieldType.NUMBER: 7,
        FieldType.KNOWN_DATE: KnownDate("2013-05~", "about May 2013"),
        FieldType.LINKS: ("SUB-01",),
        FieldType.LINES: ("words",),
        FieldType.DATE: "2013-05-04",
        FieldType.TIME: "16:15",
    }
    if field.type is FieldType.ROWS:
        return (Values({field.columns[0].name: sample_value(field.columns[0])}),)
    return by_type.get(field.type, field.choices[0][0] if field.choices else "words")


def review_with(kind: Kind, values: dict[str, Value]) -> Review:
    return Review.of(
        [Record(kind.name, RecordId(kind.name if kind.single else f"{kind.prefix}-01"), 1, values, kind.dated)]
    )


@given(st.dictionaries(TEXTS, PLAIN, max_size=5))
def test_canonical_form_reads_back_as_the_same_and_is_stable(plain: dict[str, object]) -> None:
    first = canonical(plain)  # type: ignore[arg-type]
    assert json.loads(first) == plain
    shuffled = dict(reversed(plain.items()))
    assert canonical(shuffled) == first  # type: ignore[arg-type]


@given(st.dictionaries(TEXTS, TEXTS, max_size=6))
def test_keys_stand_in_the_order_of_their_utf16_units(plain: dict[str, str]) -> None:
    keys = [key for key, _ in json.loads(canonical(plain), object_pairs_hook=list)]  # type: ignore[arg-type]
    assert keys == sorted(plain, key=lambda key: key.encode("utf-16-be"))


@pytest.mark.parametrize(("kind", "field"), ALL_FIELDS, ids=lambda each: each.name)
def test_field_counts_in_the_digest_if_and_only_if_it_is_sealed(kind: Kind, field: Field) -> None:
    with_it = content_digest(review_with(kind, {field.name: sample_value(field)}), NONCE)
    without = content_digest(review_with(kind, {}), NONCE)
    version = (kind.name, field.name) == ("review", "version")
    assert (with_it != without) == (field.sealed or version)


def test_private_fields_never_stand_in_the_canonical_form() -> None:
    marker = "Xyzzyname"
    review = review_with(KINDS["identity"], {"real_name": marker, "address": marker})
    assert marker not in json.dumps(content_of(review, NONCE))


def test_digest_depends_on_the_nonce_so_that_a_guess_cannot_be_tested() -> None:
    review = Review.of([])
    assert content_digest(review, NONCE) != content_digest(review, "00" * 32)


def test_order_of_records_counts() -> None:
    lessons = [Record("lesson", RecordId(f"LES-{n}"), n, {"text": "same"}) for n in (1, 2)]
    turned = [Record("lesson", RecordId(f"LES-{n}"), 3 - n, {"text": "same"}) for n in (1, 2)]
    assert content_digest(Review.of(lessons), NONCE) != content_digest(Review.of(turned), NONCE)
