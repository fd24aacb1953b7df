"""Registered names that are spelt out, drawn out, written with signs or run into other words. Made-up names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imr_desk.names.register import throwaway_register

REGISTER = throwaway_register(("Tamsin Quellbrook", "Osric Hall", "Mark Bell"))


def found_in(text: str) -> list[str]:
    return [text[one.start : one.end] for one in REGISTER.find(text)]


@pytest.mark.parametrize(
    "written",
    [
        "Q, U, E, L, L, B, R, O, O, K",
        "Q,U,E,L,L,B,R,O,O,K",
        "Q:U:E:L:L:B:R:O:O:K",
        "q; u; e; l; l; b; r; o; o; k",
        "Q•U•E•L•L•B•R•O•O•K",
        "Q\n\nU\n\nE\n\nL\n\nL\n\nB\n\nR\n\nO\n\nO\n\nK",
        "Q\n2. U\n3. E\n4. L\n5. L\n6. B\n7. R\n8. O\n9. O\n10. K",
        "Q, U, E, L, L, B, R, O, O and K",
        "Qu el lb ro ok",
        "Que-llb-roo-k",
        "Quell…brook",
        "Quell\n\nbrook",
        "Quellbroooook",
        "QQuueellllbbrrooookk",
        "Que||br00k",
        "Quellbr0ok",
        "T@m$!n",
        "H@ll",
        "M4rk",
        "thankyoutamsinquellbrooktoday",
        "mark dot bell",
    ],
)
def test_registered_name_that_is_spelt_out_is_found(written: str) -> None:
    assert written in found_in(f"It was settled by {written} in June.")


@pytest.mark.parametrize("word", ["QUELLBROOKreport.json", "QUELLBROOKReport", "QUELLBROOKs2014.docx"])
def test_registered_name_in_capitals_run_into_a_word_is_found(word: str) -> None:
    (found,) = REGISTER.find(f"See {word} there.")
    assert found.person


@pytest.mark.parametrize(
    "text",
    [
        "Options A, B, C, D, E and F were read; 1. A\n2. B\n3. C\n4. D",
        "He is to be at it if we do so as it is on.",
        "The price was £4.50 (or $6) + VAT: see 4a, 5b and B3ll0w!",
        "It was soooo late… but all was well.\n\nThe end.",
        "thankyoueverybodyforcomingtoday",
    ],
)
def test_text_that_spells_out_something_else_holds_no_name(text: str) -> None:
    assert found_in(text) == []


@settings(max_examples=60)
@given(st.text(st.sampled_from("Qquelbrok,.:; \n…!|$@01234()+-"), max_size=80))
def test_any_text_of_such_signs_is_read_without_fault_and_in_order(text: str) -> None:
    last = 0
    for one in REGISTER.find(text):
        assert last <= one.start < one.end <= len(text)
        last = one.end


@pytest.mark.parametrize(
    "written",
    [
        "\u202ekoorblleP\u202c",
        "koorblleP",
        "".join(chr(0xE0000 + ord(letter)) for letter in "Osric Pellbrook"),
        "Pell,brook",
        "Pe/ll/br/ook",
        "Pe\u00b7ll\u00b7br\u00b7ook",
        "Pell\u2022brook",
        "Pellb=\nrook",
        "askpellbrooknow",
        "Pellbrookianism",
    ],
)
def test_a_name_turned_round_unseen_or_torn_by_single_marks_is_found(written: str) -> None:
    assert throwaway_register(("Osric Pellbrook",)).find(f"Seen {written} today.")
