"""A name gives way to a job title, and the sentence stays a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.names.register import StaffRegister, rows_for
from imr_desk.names.replace import Edit, apply, edit_for, replace_names

KEY = bytes(32)
PEOPLE = {"Crown Prosecutor 2": "David Pellbrook", "Associate Prosecutor 1": "Sarah Throllis"}
REGISTER = StaffRegister(KEY, [row for title, name in PEOPLE.items() for row in rows_for(KEY, title, name)])


def replaced(text: str) -> str:
    return replace_names(text, [(one.start, one.end, one.person) for one in REGISTER.find(text)])


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("It was Pellbrook’s note.", "It was Crown Prosecutor 2’s note."),
        ("Throllis’ note was late.", "Associate Prosecutor 1’s note was late."),
        ("Throllis' note was late.", "Associate Prosecutor 1's note was late."),
        ("He said ‘ask Throllis’ and left.", "He said ‘ask Associate Prosecutor 1’ and left."),
        ("Mr Pellbrook said", "Crown Prosecutor 2 said"),
        ("Mr. D. Pellbrook said", "Crown Prosecutor 2 said"),
        ("Detective Sergeant Pellbrook said", "Crown Prosecutor 2 said"),
        ("the mr pellbrook matter", "the Crown Prosecutor 2 matter"),
        ("Crown Prosecutor Pellbrook decided", "Crown Prosecutor 2 decided"),
        ("Senior Crown Prosecutor Pellbrook decided", "Crown Prosecutor 2 decided"),
        ("the Crown Prosecutor, David Pellbrook, decided", "Crown Prosecutor 2 decided"),
        ("Crown Prosecutor 2 (David Pellbrook) decided", "Crown Prosecutor 2 decided"),
        ("Crown Prosecutor 1 and Pellbrook met", "Crown Prosecutor 1 and Crown Prosecutor 2 met"),
        ("mail david.pellbrook@cps.gov.uk today", "mail Crown Prosecutor 2 today"),
        ("mail pellbrookd@cps.gov.uk.", "mail Crown Prosecutor 2."),
        ("David Pellbrook <david.pellbrook@cps.gov.uk> wrote", "Crown Prosecutor 2 wrote"),
        ("mailto:pellbrookd@cps.gov.uk", "Crown Prosecutor 2"),
        ("a Throllis idea, an Pellbrook one", "an Associate Prosecutor 1 idea, a Crown Prosecutor 2 one"),
        ("See DavidPellbrook_notes.docx", "See Crown Prosecutor 2_notes.docx"),
        ("PELLBROOK, David; THROLLIS Sarah", "Crown Prosecutor 2; Associate Prosecutor 1"),
        ("Asked by the officer. Pellbrook left.", "Asked by the officer. Crown Prosecutor 2 left."),
        ("nothing here", "nothing here"),
        ("the crown prosecutor (Pellbrook) decided", "Crown Prosecutor 2 decided"),
        ("told by Sarah (Throllis) that", "told by Associate Prosecutor 1 that"),
        ("told by Sarah (Throllis and others)", "told by Associate Prosecutor 1 (Associate Prosecutor 1 and others)"),
        ("David Pellbrook (Crown Prosecutor 2) told", "Crown Prosecutor 2 told"),
        ("David Pellbrook (Crown Prosecutor 1) told", "Crown Prosecutor 2 (Crown Prosecutor 1) told"),
        ("David Pellbrook, a Crown Prosecutor, told", "Crown Prosecutor 2 told"),
        ("David Pellbrook, crown prosecutor.", "Crown Prosecutor 2."),
        ("David Pellbrook, Crown Prosecutor 21, told", "Crown Prosecutor 2, Crown Prosecutor 21, told"),
        ("David Pellbrook, Crown Prosecutor in Leeds", "Crown Prosecutor 2, Crown Prosecutor in Leeds"),
        (
            "David Pellbrook, Crown Prosecutor, Sarah Throllis, Associate Prosecutor, and others came",
            "Crown Prosecutor 2, Associate Prosecutor 1, and others came",
        ),
        ("She and Mr Pellbrook came", "She and Crown Prosecutor 2 came"),
        ("Mr and Mrs Pellbrook came", "Mr and Mrs Crown Prosecutor 2 came"),
        ("David Pellbrook KC, OBE wrote", "Crown Prosecutor 2 wrote"),
        ("Pellbrook, D. (2014)", "Crown Prosecutor 2 (2014)"),
        ("Seen by Pellbrook, D. Then he left.", "Seen by Crown Prosecutor 2. Then he left."),
    ],
)
def test_replace_of_a_name_keeps_the_grammar(text: str, result: str) -> None:
    assert replaced(text) == result


@pytest.mark.parametrize(
    ("text", "code", "result"),
    [
        ("NAME left.", "mother", "Mother left."),
        ("He left. NAME stayed.", "mother", "He left. Mother stayed."),
        ("He said: “NAME stayed.”", "mother", "He said: “mother stayed.”"),
        ("“NAME stayed.”", "mother", "“Mother stayed.”"),
        ("To do:\n- NAME to reply", "mother", "To do:\n- Mother to reply"),
        ("2) NAME left", "mother", "2) Mother left"),
        ("He left - NAME stayed.", "mother", "He left - mother stayed."),
        ("Some, e.g. NAME, stayed.", "mother", "Some, e.g. mother, stayed."),
        ("Seen,\nNAME stayed", "mother", "Seen,\nMother stayed"),
        ("with NAME’s aunt", "mother", "with mother’s aunt"),
        ("a NAME memo", "HM Inspector 1", "an HM Inspector 1 memo"),
        ("an NAME memo", "UK Visas Officer 1", "a UK Visas Officer 1 memo"),
        ("an NAME memo", "Unit Head 1", "a Unit Head 1 memo"),
        ("A NAME memo", "Adult 1", "An Adult 1 memo"),
        ("a NAME memo", "IO 1", "an IO 1 memo"),
    ],
)
def test_code_takes_the_capital_and_the_article_that_its_place_asks_for(text: str, code: str, result: str) -> None:
    start = text.index("NAME")
    assert replace_names(text, [(start, start + 4, code)]) == result


def test_edit_for_a_name_after_a_paragraph_end_leaves_the_paragraph_before_it() -> None:
    text = "Mr\n\nPellbrook"
    assert edit_for(text, 4, 13, "Child A") == Edit(4, 13, "Child A")


def test_apply_of_edits_in_any_order_gives_one_text() -> None:
    edits = [Edit(4, 5, "Y"), Edit(0, 1, "X")]
    assert apply("a b c", edits) == "X b Y"


@given(st.text(st.characters(exclude_categories=()), max_size=80), st.text(max_size=80))
def test_replace_in_any_string_leaves_no_name_and_the_text_before_it(before: str, after: str) -> None:
    text = f"{before}\n\nPellbrook\n\n{after}"
    result = replaced(text)
    assert "Pellbrook" not in result
    assert "Crown Prosecutor 2" in result
    assert result.startswith(before)
