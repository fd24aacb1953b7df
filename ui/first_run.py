"""What `make run` does: the sample review in `out/`, and the program on it.

Where there is no display it says so and does the same job without a window: sample, checks, both signatures, Word file,
verification; telling what it did at each step.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from imr_desk.errors import ImrDeskError
from imr_desk.i18n import tr
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.sample.write import write_sample

OUT = Path("out")
SIGNATORIES = (
    ("author", "Alma Quill", "Deputy Chief Crown Prosecutor, CPS Lowmarsh and Vale"),
    ("counter_signatory", "Bruno Vance", "Chief Crown Prosecutor, CPS Northmarch"),
)
"""The two fictional people who sign the sample."""


def main() -> int:
    """Set the sample out and open it; the exit status."""
    try:
        OUT.mkdir(exist_ok=True)
        review = OUT / "sample.imr"
        if has_display():
            if not review.exists():
                _make(review)
            _say(
                tr("Opening the program on {file}. Its passphrase: {words}").format(
                    file=review, words=SAMPLE_PASSPHRASE
                )
            )
            from ui.command import open_window

            return open_window(review)
        _say(tr("There is no display here, so the same job is done without a window."))
        return without_window(review)
    except ImrDeskError as error:
        sys.stderr.write(error.sentence + "\n")
        return 2


def has_display() -> bool:
    """Whether a window can be shown."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def without_window(review: Path) -> int:
    """The main job from end to end on the sample."""
    from imr_desk.guidance.gates import GATES, holding
    from imr_desk.i18n import trn
    from imr_desk.jobs.export import export
    from imr_desk.jobs.sign import sign
    from imr_desk.jobs.verify import Answer, verify
    from imr_desk.session import Session

    _set_aside(review)
    _make(review)
    session = Session.open(review, SAMPLE_PASSPHRASE)
    try:
        draft = export(session, OUT / "sample-draft.docx", draft=True)
        _say(tr("3. A draft was exported: {file}").format(file=draft.path))
        for number, (role, person, title) in enumerate(SIGNATORIES, 4):
            results = session.results()
            gate = "G2" if role == "author" else "G3"
            shut = holding(results, gate)
            _say(
                tr("{n}. Checked: {title}: {state}").format(
                    n=number,
                    title=tr(GATES[gate].title),
                    state=trn("held by {n} check", "held by {n} checks", len(shut))
                    if shut
                    else tr("nothing is missing"),
                )
            )
            sign(session, role, person, title, SAMPLE_PASSPHRASE, OUT / "sample-signing-keys")
            _say(tr("   Signed as {title}.").format(title=title))
        answers = []
        for number, name in ((6, "sample.docx"), (8, "sample.pdf")):
            final = export(session, OUT / name, draft=False)
            _say(tr("{n}. The signed report was exported: {file}").format(n=number, file=final.path))
            verdict = verify(final.path, session)
            _say(tr("{n}. The file was verified: {answer}").format(n=number + 1, answer=verdict.sentence))
            answers.append(verdict.answer)
        return 0 if set(answers) == {Answer.MATCHES} else 1
    finally:
        session.close()


def _make(review: Path) -> None:
    counts = write_sample(review, SAMPLE_PASSPHRASE)
    _say(
        tr("1. The sample review was written: {file} ({n} chronology entries).").format(file=review, n=counts["entry"])
    )
    _say(tr("2. It is encrypted. Its passphrase: {words}").format(words=SAMPLE_PASSPHRASE))


def _set_aside(review: Path) -> None:
    """A sample of an earlier run is kept under another name: somebody may have worked in it."""
    if review.exists():
        kept = review.with_name(f"sample-kept-{time.strftime('%Y%m%d-%H%M%S')}.imr")
        review.rename(kept)
        _say(tr("The sample of an earlier run was kept as {file}.").format(file=kept))


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
