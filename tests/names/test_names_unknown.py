"""Likely names that nobody registered: found by structure; job titles, pseudonyms and bodies are left alone."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.names import find_names, unknown


def found(text: str, codes: tuple[str, ...] = ()) -> list[str]:
    return [text[one.start : one.end] for one in unknown.find(text, codes)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Throstlewick rang.", ["Throstlewick"]),
        ("Ms Steel could not have known.", ["Steel"]),
        ("DC STEEL briefs the group.", ["STEEL"]),
        ("Dr Maria de la Thrupp gave evidence.", ["Maria de la Thrupp"]),
        ("Mr. Throstlewick’s note", ["Throstlewick"]),
        ("Presenting Officer Throstlewick sought more time.", ["Throstlewick"]),
        ("a conference with counsel, Tomasz Quenbyski, on 8 November", ["Tomasz Quenbyski"]),
        ("Action: N. Throstle to book the room.", ["N. Throstle"]),
        ("S.P. Ó Flannabhra signed.", ["S.P. Ó Flannabhra"]),
        ("Note by Throstle, A. runs to four lines.", ["Throstle, A"]),
        ("File note by Throstle L dated", ["Throstle L"]),
        ("To: Throstle, Nadeem", ["Throstle, Nadeem"]),
        ("THROSTLE Chloé off duty", ["THROSTLE Chloé"]),
        ("cc osric.throstle-wick@cps.gov.uk; d.throstle@police.uk", ["osric.throstle-wick", "d.throstle"]),
        ("from miles_judge@judiciary.uk", ["miles_judge"]),
        ("upload_claire-throstle_2019.zip", ["claire-throstle"]),
        ("Throstle_R_MG5_final.doc", ["Throstle_R"]),
        ("See ClaireThrostle-MG11.pdf", ["ClaireThrostle"]),
        ("Many thanks\nKofi Throstle\nDistrict Crown Prosecutor", ["Kofi Throstle"]),
        ("Yours sincerely,\nFiona Throstle", ["Fiona Throstle"]),
        ("From: Łukasz Throstle\nSent: Tuesday\nTo: Team mailbox", ["Łukasz Throstle"]),
        ("R v Throstle: skeleton argument", ["Throstle"]),
        ("Megan\nThrostle came.", ["Megan\nThrostle"]),
        ("then Lily Green said so", ["Lily Green"]),
        ("We asked Throstle whether it was so.", ["Throstle"]),
        ("Throstle’s recollection was different.", ["Throstle"]),
        ("phoned david - engaged", ["david"]),
        ("ask sarah throstle for the old one", ["sarah throstle"]),
        ("THROSTLE: Not to my knowledge.", ["THROSTLE"]),
        ("the case of your son Jordan.", ["Jordan"]),
    ],
)
def test_find_of_a_name_by_its_structure_marks_the_name_alone(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Crown Prosecutor 2 asked District Crown Prosecutor 1 and Police Officer 3.",
        "Senior Crown Prosecutor 2, CPS Northmarch, spoke to Associate Prosecutor 1.",
        "Child K and Sibling 1 lived with Mother, Adult 1 and Maternal Grandmother.",
        "Mr A and Ms B are content. GP1 saw Child F.",
        "Thornmere Safeguarding Children Board commissioned it under Working Together to Safeguard Children.",
        "It was heard in Crown Court 1 under Area Instruction 7 in May, June and August 2012.",
        "Northmarch Police charged Adult 1 on Monday 3 March; CPS Direct had advised.",
        "The Serious Case Review sat on Saturdays and Wednesdays. LES-2 and EA-1 follow.",
        "Send to victims.unit@cps.gov.uk; copy to records@police.uk.",
        "Domestic Abuse Act 2021; Bail Act 1976; the Children Act and the Code for Crown Prosecutors.",
        "The Howard League, William Hill, Tesco and Addenbrooke’s were asked about Alzheimer’s.",
        "Claire’s Law was not invoked.",
        "PC to attend; DS to brief; Dr to report.",
        "Mark down the price, bill the client, hope for the best. Will the policy hold? May be.",
        "FULL FILE REQUIRED BY NOON. NO EXTENSIONS.",
        "Produced from HMP Bedford; held at Harrow Crown Court, King Street, Wellington Road.",
        "English, Polish and Punjabi speakers from Cardiff, Rochdale and Kenya.",
        "Don’t. It’s late. They’d gone. Self-defence was raised.",
        "MG16 and MG19 outstanding; URN 12CD7654321; see MARAC and MAPPA minutes.",
    ],
)
def test_find_of_titles_pseudonyms_places_and_bodies_marks_nothing(text: str) -> None:
    assert found(text) == []


def test_find_of_a_known_code_leaves_a_chosen_first_name_alone() -> None:
    assert found("Rachel said that Megan knew.", ("Rachel",)) == ["Megan"]


def test_find_of_a_phrase_with_a_title_before_it_marks_the_person() -> None:
    assert found("Mr William Hill was asked.") == ["William Hill"]


@pytest.mark.parametrize("text", ["June, could you look at the list?", "Grace, thanks for the disc."])
def test_find_of_a_month_or_word_of_whom_something_is_asked_marks_somebody(text: str) -> None:
    assert found(text) == [text.partition(",")[0]]
    assert found("In June, could you look at the list?") == []


def test_find_gives_reason_and_level() -> None:
    (sure,) = unknown.find("Mr Throstlewick rang.")
    assert (sure.reason, sure.level) == ("title", "name")
    assert not unknown.find("Hope remains.")
    (unsure,) = unknown.find("Hope remains.", look=True)
    assert unsure.level == "look"


def test_find_names_gives_spans_that_begin_with_start_and_end() -> None:
    assert [tuple(span)[:2] for span in find_names("Mr Throstlewick rang.")] == [(3, 15)]


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_find_in_any_string_gives_places_inside_it_without_overlap(text: str) -> None:
    last = 0
    for one in unknown.find("Mr Throstle " + text + " x@y.z From: Sarah Throstle"):
        assert last <= one.start < one.end <= len(text) + 40
        last = one.end


@pytest.mark.parametrize(
    "piece", ["From: Throstle; ", "a@b ", "A. ", "O'", "de la ", "tesco Smith ", "aB", "\ud800x ", "שלום "]
)
def test_find_in_200_000_characters_of_anything_ends(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    assert all(one.end <= len(text) for one in unknown.find(text))


def test_import_of_the_package_reads_no_list() -> None:
    code = "import sys, imr_desk.names; sys.exit('imr_desk.names.lists' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
