"""After an edit only what it touched is read again, and what is marked is what reading all of it would mark."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ui.widgets.names.stretches import WHOLE, Stretch, kept, stretches

WORDS = st.lists(
    st.sampled_from(["Rosie ", "rang. ", "it\n", "\n", "was", "evidence ", "!\u2019 ", "x" * 90]), max_size=12
)
TEXTS = st.lists(
    st.sampled_from(["The note was read. ", "abc\n", "\n\n", "word ", "y" * 250, "He rang? "]), max_size=220
)


def read_again(text: str, before: str) -> tuple[list[Stretch], int]:
    """The stretches of a text, as far as possible from those before; and how many had to be read."""
    old = list(stretches(before))
    same = kept(text, [(each.start, each.start + len(each.text)) for each in old], before)
    made = old[: same.first]
    for count, each in enumerate(stretches(text, same.begin)):
        if each.start in same.ends:
            rest = old[same.ends[each.start] :]
            return made + [one._replace(start=one.start + same.by) for one in rest], count
        made.append(each)
    return made, len(made) - same.first


@given(TEXTS, WORDS, st.integers(0, 20_000), st.integers(0, 900))
@settings(max_examples=150, deadline=None)
def test_stretches_after_an_edit_are_those_of_the_whole_text(
    parts: list[str], typed: list[str], at: int, gone: int
) -> None:
    before = "".join(parts)
    at = at % (len(before) + 1)
    text = before[:at] + "".join(typed) + before[at + gone :]
    assert read_again(text, before)[0] == list(stretches(text))


def test_a_letter_in_a_text_of_50_000_words_has_a_few_stretches_read() -> None:
    paragraph = "The officer wrote that the file was sent on that day and came back later. " * 6
    for before in ("\n".join([paragraph] * 600), paragraph * 600):
        for at in (0, len(before) // 2, len(before)):
            text = f"{before[:at]}x{before[at:]}"
            made, count = read_again(text, before)
            assert count <= 8
            assert len(made) > len(text) // WHOLE
