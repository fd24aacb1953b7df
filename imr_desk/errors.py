"""What can go wrong that a person can act on. Each error is one plain sentence and, if there is one, the next step.

Anything else that is raised is a fault of ours: it is caught in three places only (the exception hook of the window,
the task runner and the command line), reported without content, and never shown as a traceback.
"""

from __future__ import annotations


class ImrDeskError(Exception):
    """A sentence for the person at the keyboard: what happened, what is safe, what to do."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence; it is already in the reader's language."""
        super().__init__(sentence)
        self.sentence = sentence


class BadInputError(ImrDeskError):
    """What was typed or handed in cannot be used as it is; nothing was changed."""


class BadDateError(BadInputError):
    """A date that does not exist, or that cannot be read as one; `suggestions` are dates it may have been meant for."""

    def __init__(self, sentence: str, suggestions: tuple[str, ...] = ()) -> None:
        """Keep the sentence and what may have been meant, each as it could be typed."""
        super().__init__(sentence)
        self.suggestions = suggestions


class SealedError(ImrDeskError):
    """The report part is signed and so read-only."""


class GateShutError(ImrDeskError):
    """A signature or statement is held by checks that are not satisfied yet."""


class NameFoundError(ImrDeskError):
    """A registered name, or an unresolved unknown one, stands in what was to be written."""


class RegisterUnreadableError(ImrDeskError):
    """The key of the staff register is not at hand, so nothing may be exported."""


class FileProblemError(ImrDeskError):
    """The review file cannot be opened, read or written."""


class WrongPassphraseError(FileProblemError):
    """The passphrase does not open the file."""


class DamagedFileError(FileProblemError):
    """The passphrase was right and the file is damaged."""


class NotAReviewError(FileProblemError):
    """The file is something else."""


class OtherTablesError(FileProblemError):
    """A table or column that this program needs is not in the file."""


class FileTooNewError(FileProblemError):
    """The file was last saved by a newer program."""


class SaveFailedError(FileProblemError):
    """A change could not be put on disk; nothing of it was written."""


class BusyError(SaveFailedError):
    """Another thread makes a long edit of the same review just now; a moment later this one goes."""


class HeldError(FileProblemError):
    """Another program has the review open for writing; it can be opened for reading only.

    `who` has it, in a sentence. `may_be_taken`: nothing shows that the other program still runs, so the person may take
    the review over.
    """

    def __init__(self, who: str, advice: str, *, may_be_taken: bool = False) -> None:
        """Keep who has it, and what can be done, in a sentence each."""
        super().__init__(f"{who} {advice}")
        self.who, self.may_be_taken = who, may_be_taken


class OpenForReadingError(FileProblemError):
    """The review was opened for reading only, so no edit is taken."""


class ReadOnlyPlaceError(FileProblemError):
    """Where the file lies nothing can be written, or nothing keeps two programs apart; it can be read."""


class BackupFailedError(FileProblemError):
    """A copy could not be made, or not be proved; nothing of it is left behind, and the review is as it was."""


class ChangedMeanwhileError(BackupFailedError):
    """The review was edited all the time while a backup was made; a moment later it goes."""


class ExportError(ImrDeskError):
    """An export could not be written; no part of it is left behind."""


class KeyProblemError(ImrDeskError):
    """A signing key cannot be read, or belongs to somebody else."""


class StoppedError(ImrDeskError):
    """The person stopped a long job before anything was written."""
