"""What `imr-desk names --review FILE --left` answers: what is still to be settled in a whole review, by name."""

from __future__ import annotations

from imr_desk.cli.output import Reply
from imr_desk.i18n import tr, trn
from imr_desk.jobs.names_left import Looker, NameLeft, looked_at, names_left
from imr_desk.jobs.words_left import WordLeft, words_left
from imr_desk.session import Session


def left_in(session: Session) -> Reply:
    """Names with their sentences and places, what is worth a look, and the words that nobody has looked at yet.

    Status 1 while a registered or a likely name is in it.
    """
    review, judge, looked = session.review, session.judge, looked_at(session)
    names = names_left(review, judge)
    look = Looker().to_look_at(review, judge, looked)
    words = tuple(each for each in words_left(review, judge, looked) if not each.looked)
    data = {
        "names": [_as_plain(each) for each in names],
        "look": [_as_plain(each) for each in look],
        "words": [_word_as_plain(each) for each in words],
    }
    lines = [line for each in (*names, *look) for line in _lines(each)]
    lines.append(trn("{n} name is still to be settled.", "{n} names are still to be settled.", len(names)))
    lines.append(trn("{n} word may be a name.", "{n} words may be names.", len(look)))
    lines.append(trn("{n} other word has a capital.", "{n} other words have a capital.", len(words)))
    return Reply(data, lines, holds=not names)


def _as_plain(name: NameLeft) -> dict[str, object]:
    places = [
        {"record": place.record_id, "field": place.field, "sentence": place.sentence.words} for place in name.places
    ]
    return {"text": name.words, "kind": name.level, "places": places}


def _word_as_plain(word: WordLeft) -> dict[str, object]:
    return {"text": word.words, "count": word.count, "record": word.record_id, "field": word.field}


def _lines(name: NameLeft) -> list[str]:
    count = trn("{n} place", "{n} places", len(name.places))
    head = tr("{kind}  {words}  {count}").format(kind=name.level, words=name.words, count=count)
    return [head, *(f"    {place.record_id} {place.field}: {place.sentence.words}" for place in name.places)]
