"""After the lock: what Python still holds of windows that are gone is emptied.

Qt deletes a page with all that stands on it. What Python knew of each part may stay for the life of the process, where
a connection still holds it, and with it the words that the part had shown.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import isValid

from imr_desk.names.forgetting import forget_words
from imr_desk.quiet import overwrite_free_places, overwrite_what_is_freed
from ui.ending import sweep


def forget_the_gone() -> None:
    """Let go of everything that deleted objects of Qt held, and of the words that were remembered from the review.

    Then the places where they stood in memory are overwritten, as far as system and Python allow (docs/security.md).
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    sweep()
    gc.unfreeze()  # a worker may have ended since the review was closed, and what is frozen would not be told of
    gone = [each for each in gc.get_objects() if issubclass(type(each), QObject) and not isValid(each)]
    for each in gone:
        vars(each).clear()
    forget_words()
    del gone
    gc.collect()
    overwrite_free_places()
    overwrite_what_is_freed(on=False)
