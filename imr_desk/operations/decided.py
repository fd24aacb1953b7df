"""What was decided to be no person, found again in the review: only hashes of it are kept (R-183)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from imr_desk.names.guard import Decision, Guard
from imr_desk.names.sentences import sentence_round
from imr_desk.operations.general import Batch
from imr_desk.operations.names import Decide
from imr_desk.review.free_text import all_texts
from imr_desk.review.review import Review


class Decided(NamedTuple):
    """Words that would be marked, were it not decided that they are no person.

    `key` is that of the decision. `sentence` is empty where they are none anywhere; else that in which they are none.
    `place` is the (kind, id, field) where they stand first, `places` how many there are.
    """

    words: str
    key: str
    sentence: str
    place: tuple[str, str, str]
    places: int = 1

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"Decided({self.key})"


def decided(review: Review, guard: Guard, decisions: Mapping[str, str]) -> tuple[Decided, ...]:
    """Each decision that lifts a mark somewhere in the review, by its words; `decisions` as the session gives them.

    Pure; reads the whole review. Raises RegisterUnreadableError.
    """
    undecided = guard.without_decisions()
    found: dict[str, Decided] = {}
    for text in all_texts(review):
        for mark in undecided.marks(text.text):
            key, here = mark.key, False
            if decisions.get(key) != Decision.NOT_A_PERSON:
                key, here = guard.key_here(text.text, mark.start, mark.end), True
            if mark.certain or decisions.get(key) not in (Decision.NOT_A_PERSON, Decision.NOT_HERE):
                continue
            if key in found:
                found[key] = found[key]._replace(places=found[key].places + 1)
                continue
            words = text.text[mark.start : mark.end]
            sentence = sentence_round(text.text, mark.start, mark.end).words if here else ""
            found[key] = Decided(words, key, sentence, (text.record.kind, str(text.record.id), text.field))
    return tuple(sorted(found.values(), key=lambda one: (one.words.casefold(), one.sentence)))


def not_in_review(found: tuple[Decided, ...], decisions: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of decisions that words are no person which lift no mark in the review now."""
    known = {one.key for one in found}
    ours = (Decision.NOT_A_PERSON, Decision.NOT_HERE)
    return tuple(sorted(key for key, said in decisions.items() if said in ours and key not in known))


def take_back(keys: tuple[str, ...]) -> Batch:
    """Hold these for possible names again; one step of undo."""
    return Batch(tuple(Decide(key, "") for key in keys))
