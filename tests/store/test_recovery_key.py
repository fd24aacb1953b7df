"""The recovery key: copied as it stands it gives the key back; a slip is noticed, and the group it is in is named."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imr_desk.store.key import FileKey
from imr_desk.store.recovery import (
    ALPHABET,
    GROUPS,
    HIGHEST_SHEET,
    LETTERS,
    MistypedError,
    RecoveryKey,
    check_value,
    read,
)

KEYS = st.builds(FileKey, st.binary(min_size=32, max_size=32), st.binary(min_size=16, max_size=16))
RECOVERY_KEYS = st.builds(RecoveryKey, KEYS, st.integers(1, HIGHEST_SHEET))
ONE = RecoveryKey(FileKey(bytes(range(32)), bytes(range(100, 116))), 1)
FROZEN = (
    "01005 0G40D R40M1 30E2R 0918R 5GR3D 8E1WH 81246 GK2GQ AHC55 "
    "RR343 D1P7C 0X3RQ FP8S1 B6CXD M6JTX KBDH1 PPWVY VGE5F S77P0"
)
FROZEN_CHECK = "B4X6"


@given(RECOVERY_KEYS)
def test_a_recovery_key_as_written_is_read_back(recovery: RecoveryKey) -> None:
    groups = recovery.groups()
    assert len(groups) == GROUPS
    assert all(re.fullmatch(f"[{ALPHABET}]{{{LETTERS}}}", group) for group in groups)
    assert read(" ".join(groups)) == recovery


@given(RECOVERY_KEYS, st.sampled_from(["", " ", "-", "\n", " – ", "\u00a0"]), st.booleans())
def test_a_recovery_key_in_any_dress_is_read(recovery: RecoveryKey, between: str, small: bool) -> None:
    text = between.join(recovery.groups()).replace("0", "O").replace("1", "l")
    assert read(f" {text.lower() if small else text}\n") == recovery
    assert read(text.replace("l", "I")) == recovery


@given(RECOVERY_KEYS)
def test_a_recovery_key_typed_with_the_numbers_before_its_lines_is_read(recovery: RecoveryKey) -> None:
    groups = recovery.groups()
    lines = [f"{at + 1} – {' '.join(groups[at : at + 4])}" for at in range(0, GROUPS, 4)]
    assert read("\n".join(lines)) == recovery


@given(RECOVERY_KEYS, st.integers(0, GROUPS * LETTERS - 1), st.sampled_from(ALPHABET + "U*é"), st.booleans())
def test_any_single_wrong_character_is_noticed_and_its_group_named(
    recovery: RecoveryKey, at: int, letter: str, apart: bool
) -> None:
    letters = "".join(recovery.groups())
    assume(letters[at] != letter)
    wrong = letters[:at] + letter + letters[at + 1 :]
    with pytest.raises(MistypedError) as refused:
        read(_set_apart(wrong) if apart else wrong)
    assert refused.value.groups == (at // LETTERS + 1,)
    assert refused.value.sentence == f"Group {at // LETTERS + 1} was mistyped."


@given(RECOVERY_KEYS, st.integers(0, GROUPS * LETTERS - 2))
def test_any_two_neighbours_exchanged_are_noticed_and_located(recovery: RecoveryKey, at: int) -> None:
    letters = "".join(recovery.groups())
    assume(letters[at] != letters[at + 1])
    wrong = letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
    with pytest.raises(MistypedError) as refused:
        read(wrong)
    assert refused.value.groups == tuple(sorted({at // LETTERS + 1, (at + 1) // LETTERS + 1}))


@given(RECOVERY_KEYS, st.integers(0, GROUPS - 1), st.integers(0, GROUPS - 1))
def test_any_two_groups_exchanged_are_noticed_and_both_named(recovery: RecoveryKey, one: int, other: int) -> None:
    groups = list(recovery.groups())
    assume(one != other)
    groups[one], groups[other] = groups[other], groups[one]
    with pytest.raises(MistypedError) as refused:
        read(" ".join(groups))
    assert refused.value.groups == tuple(sorted({one + 1, other + 1}))


@given(RECOVERY_KEYS, st.integers(0, GROUPS * LETTERS - 1), st.booleans())
def test_a_character_left_out_is_noticed_in_its_group_where_groups_are_set_apart(
    recovery: RecoveryKey, at: int, apart: bool
) -> None:
    groups = list(recovery.groups())
    place, letter = divmod(at, LETTERS)
    groups[place] = groups[place][:letter] + groups[place][letter + 1 :]
    with pytest.raises(MistypedError) as refused:
        read((" " if apart else "").join(groups))
    if apart:
        assert refused.value.groups == (place + 1,)
    else:
        assert "99 were typed" in refused.value.sentence


@given(st.text(max_size=150))
def test_any_other_text_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(MistypedError) as refused:
        read(text)
    assert refused.value.sentence.endswith(".")


def test_groups_that_hold_alone_but_not_together_are_refused() -> None:
    """Groups of two sheets mixed up each hold at their place."""
    other = RecoveryKey(FileKey(bytes(reversed(range(32))), bytes(16)), 3)
    noticed = [each for place in range(GROUPS) if (each := _refusal_of(_mixed(ONE, other, place))) is not None]
    assert len(noticed) >= GROUPS - 2  # six bits let one in 64 pass; then the file itself says no
    assert all(each.groups == () and "together" in each.sentence for each in noticed)


def _mixed(one: RecoveryKey, other: RecoveryKey, place: int) -> str:
    return " ".join([*one.groups()[:place], other.groups()[place], *one.groups()[place + 1 :]])


def _refusal_of(text: str) -> MistypedError | None:
    try:
        read(text)
    except MistypedError as error:
        return error
    return None


def test_nothing_typed_asks_for_the_groups() -> None:
    with pytest.raises(MistypedError, match="20 groups of 5 characters"):
        read(" \n ")


def test_the_written_form_stays_what_it_is() -> None:
    """Sheets are kept for years: what was printed by one version is read by every later one."""
    assert " ".join(ONE.groups()) == FROZEN
    assert check_value(ONE.key, 1) == FROZEN_CHECK


def test_check_values_differ_by_sheet_and_by_key() -> None:
    other = FileKey(bytes(32), ONE.key.salt)
    assert len({check_value(ONE.key, 1), check_value(ONE.key, 2), check_value(other, 1)}) == 3


def test_a_number_no_sheet_has_is_refused() -> None:
    for number in (0, HIGHEST_SHEET + 1):
        with pytest.raises(ValueError, match="1 to 1023"):
            RecoveryKey(ONE.key, number).groups()


def test_a_recovery_key_does_not_show_itself() -> None:
    assert ONE.key.raw.hex() not in repr(ONE)
    assert repr(ONE.key.raw) not in repr(ONE)


def _set_apart(letters: str) -> str:
    return " ".join(letters[at : at + LETTERS] for at in range(0, len(letters), LETTERS))
