"""Identifying detail is found in many spellings, prose is left alone, and it takes time in proportion to the length."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.names import find_identifiers
from imr_desk.names.identifier_numbers import is_iban, is_nhs, is_pnc
from imr_desk.names.identifiers import KINDS, kind_in_words

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)
PASSAGES = Path(__file__).with_name("identifying_passages.txt").read_text(encoding="utf-8").splitlines()
REPEATED = (
    "0", "12 ", "Aa ", "@", "a@", "born on ", "dob ", "1 Aa ", "Flat 1, ", "lives at ", "ref ", "tel 1", "0123 ", "+4 ",
    " dot ", " at ", "A-", "1/", "Senior Crown ", "Prosecutor at Ab ", "a@b.", "School ", "Aa School of ", "CAD 1 of ",
    "dates of birth 1/1/2000 ", "\n", "1\n", "A, ", "Address\t1 ", "dob|1/1/90|\n", "Ab (Cd, ", "55/1, ", " ", "(",
    "\u00ad",
)  # fmt: skip


def _passages() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Kind, passage, and the details in it."""
    for line in PASSAGES:
        kind, _, said = line.partition(" | ")
        if not line.startswith("#"):
            said = said.replace("\\n", "\n")
            details = tuple(piece.partition("]]")[0] for piece in said.split("[[")[1:])
            yield kind, said.replace("[[", "").replace("]]", ""), details


WITH = [each for each in _passages() if each[0] != "-"]
WITHOUT = [said for kind, said, _ in _passages() if kind == "-"]


@pytest.mark.parametrize(("kind", "said", "details"), WITH)
def test_find_identifiers_in_a_passage_with_details_covers_each(kind: str, said: str, details: tuple[str, ...]) -> None:
    found = [said[one.start : one.end] for one in find_identifiers(said) if one.kind == kind]
    for detail in details:
        assert any(detail in each for each in found), (detail, find_identifiers(said))


@pytest.mark.parametrize(("kind", "said", "details"), WITH)
def test_find_identifiers_in_a_passage_with_details_marks_nothing_else(
    kind: str, said: str, details: tuple[str, ...]
) -> None:
    bare = [said[one.start : one.end] for one in find_identifiers(said)]
    left = [each for each in bare if not any(detail in each for detail in details)]
    assert not left or kind in ("telephone", "postcode", "address"), left


@pytest.mark.parametrize("said", WITHOUT)
def test_find_identifiers_in_plain_prose_marks_nothing(said: str) -> None:
    assert find_identifiers(said) == []


@pytest.mark.parametrize(
    ("said", "detail"),
    [
        ("NHS\u00a0number\u00a0943\u00a0476\u00a05919", "943\u00a0476\u00a05919"),
        ("ring 07700\u2011900\u2011123", "07700\u2011900\u2011123"),
        ("ring 0770\u00ad0900\u200b123 now", "0770\u00ad0900\u200b123"),
        ("LS\u00ad6 2AB", "LS\u00ad6 2AB"),
        ("born on \uff11\uff12/\uff10\uff13/2009", "\uff11\uff12/\uff10\uff13/2009"),
        ("\U0001f642 DOB 12/03/2009", "12/03/2009"),
    ],
)  # fmt: skip
def test_find_identifiers_in_strange_signs_gives_places_in_the_text_as_written(said: str, detail: str) -> None:
    assert [said[one.start : one.end] for one in find_identifiers(said)] == [detail]


@given(ANY_TEXT)
def test_find_identifiers_in_any_text_gives_places_in_order_without_overlap(said: str) -> None:
    last = 0
    for one in find_identifiers(said):
        assert last <= one.start < one.end <= len(said)
        assert one.kind in KINDS
        last = one.end


@given(st.integers(0, 999_999_999), st.sampled_from(["{}{}{}", "{} {} {}", "{}-{}-{}"]))
def test_is_nhs_with_the_digit_worked_out_holds_and_with_any_other_does_not(nine: int, spelling: str) -> None:
    digits = f"{nine:09d}"
    check = (11 - sum(int(each) * (10 - place) for place, each in enumerate(digits)) % 11) % 11
    for last in range(10):
        number = spelling.format(digits[:3], digits[3:6], f"{digits[6:]}{last}")
        same = len({*digits, str(last)}) == 1
        assert is_nhs(number) is (last == check and not same)


def test_check_letters_of_known_examples_hold() -> None:
    assert is_pnc("2014/0000001" + "ZABCDEFGHJKLMNPQRTUVWXY"[140000001 % 23])
    assert is_iban("GB82 WEST 1234 5698 7654 32")
    assert not is_iban("GB82 WEST 1234 5698 7654 33")


@given(st.integers(0, 999), st.integers(100, 999), st.sampled_from(["{} {}", "{}{}", "{}-{}", "{}.{}"]))
def test_find_identifiers_in_any_mobile_number_reserved_for_fiction_finds_it(a: int, b: int, form: str) -> None:
    number = f"07700 {form.format('900', f'{a:03d}')}"
    said = f"She gave {number} on {b % 28 + 1} March 2014."
    assert [said[one.start : one.end] for one in find_identifiers(said)] == [number]


@pytest.mark.parametrize("repeated", REPEATED)
def test_find_identifiers_in_a_long_repeated_text_is_linear(repeated: str) -> None:
    def seconds(length: int) -> float:
        text = (repeated * (length // len(repeated) + 1))[:length]
        start = time.process_time()
        find_identifiers(text)
        return time.process_time() - start

    seconds(100)
    assert min(seconds(16_000) for _ in range(3)) < 12 * max(seconds(4_000), 0.01)


def test_a_job_title_with_a_place_that_stands_twice_picks_nobody_out() -> None:
    once = "The Senior Crown Prosecutor at Northmarch decided."
    assert [one.kind for one in find_identifiers(once)] == ["job title"]
    assert find_identifiers(f"{once} Later the Senior Crown Prosecutor at Northmarch wrote.") == []


@pytest.mark.parametrize("kind", KINDS)
def test_kind_in_words_of_every_kind_is_said(kind: str) -> None:
    assert kind_in_words(kind)[0].isupper()
