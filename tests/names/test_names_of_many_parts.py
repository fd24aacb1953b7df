"""Every part of a registered name is covered with it; what stands beside an everyday word is not taken for a part."""

from __future__ import annotations

import pytest

from imr_desk.names import find_registered

REGISTER = (
    "Lorcan St. Aldhelm",
    "Zhen Yao Quang",
    "Idris Abd al-Qasbarin",
    "Alasdair Corrimony",
    "Mei-Lin Ouyabo",
    "Constance Ravelby",
    "Tirion Jenkinsop",
    "T. K. Wraxholme",
    "Vera Zhangley",
    "Sam Field",
    "Tilda Mark",
    "May Bishop",
    "Hope Sunny",
    "Shona O'Treall-Tatworth",
    "Tom Quillow",
    "Ada Cross",
    "Dan Bell",
)


def left_open(text: str, name: str) -> str:
    """The letters of a name in a text that nothing covers."""
    covered = {at for span in find_registered(text, REGISTER) for at in range(span.start, span.end)}
    start = text.index(name)
    return "".join(text[at] for at in range(start, start + len(name)) if text[at].isalnum() and at not in covered)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The note was signed by Lorcan St. Aldhelm.", "Lorcan St. Aldhelm"),
        ("We asked l. st. aldhelm and Mr St. Aldhlem.", "st. aldhelm"),
        ("We asked L. St. Aldhlem.", "L. St. Aldhlem"),
        ("Saved as zhenyao.quang.docx", "zhenyao.quang"),
        ("From: quang_zhenyao", "quang_zhenyao"),
        ("It was Zhen Yao Q. who rang.", "Zhen Yao Q"),
        ("cc Abd al Qasbarin", "Abd al Qasbarin"),
        ("Reply from m.ouyabo@met.example.org", "m.ouyabo"),
        ("Spoke to c Ravelby and m Bishop.", "c Ravelby"),
        ("Spoke to c Ravelby and m Bishop.", "m Bishop"),
        ("The list read ravelby, c. and more", "ravelby, c"),
        ("See tk.wraxholme.msg", "tk.wraxholme"),
        ("It was Connie Ravelby.", "Connie Ravelby"),
        ("The interview with V. hangley was short.", "V. hangley"),
        ("The log shows Sunny opening the file.", "Sunny"),
        ("It was bishop who rang.", "bishop"),
        ("An e-mail to bishop went unanswered.", "bishop"),
        ("Drafted by O'Trealll-Tatworth.", "O'Trealll-Tatworth"),
        ("The list has ttom on it.", "ttom"),
        ("across@post.example.org bounced", "across"),
        ("Bell, a trainee, sat in.", "Bell"),
        ("We relied on what Field wrote.", "Field"),
    ],
)
def test_all_of_a_name_is_covered(text: str, name: str) -> None:
    assert not left_open(text, name)


@pytest.mark.parametrize(
    "text",
    [
        "The witness's field of view was narrow.",
        "They didn't mark the sheet.",
        "Dr on call: none.",
        "Nobody saw a field or a mark of any kind.",
        "The ABE and the MacPhail report were read.",
    ],
)
def test_what_is_no_part_of_a_name_raises_no_alarm(text: str) -> None:
    assert [text[span.start : span.end] for span in find_registered(text, REGISTER)] == []


@pytest.mark.parametrize(
    "text", ["Mr He rang.", "I asked He about it.", "From y.he@post.example.org", "Ask Do, T. now."]
)
def test_a_family_name_that_is_a_little_word_is_known_by_what_stands_beside_it(text: str) -> None:
    assert find_registered(text, ("Yan He", "Thuy Do", "Soo Min An"))


@pytest.mark.parametrize(
    "text", ["He said that he was told.", "They do. We asked how to do so.", "Each was an SCR; an SIO led."]
)
def test_a_little_word_is_not_the_family_name_it_may_be(text: str) -> None:
    assert list(find_registered(text, ("Yan He", "Thuy Do", "Min An", "Kin To", "Lai So"))) == []
