"""What the entries of the menus do. An entry without a handler here, or in the window itself, is not shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from imr_desk.i18n import tr
from ui import inserting
from ui.theme import ThemeChoice

if TYPE_CHECKING:
    from ui.actions import Handler
    from ui.program import Program

THEMES = {
    "view.theme_system": ThemeChoice.SYSTEM,
    "view.theme_light": ThemeChoice.LIGHT,
    "view.theme_dark": ThemeChoice.DARK,
    "view.theme_contrast": ThemeChoice.HIGH_CONTRAST,
}


def handlers(program: Program) -> dict[str, Handler]:
    """The entries that concern the program and the review that is open."""
    keeper = program.theme
    return {
        "file.new": program.begin_review,
        "file.open": program.open_another,
        "file.save": program.save_now,
        "file.backup": program.backing_up.back_up_now,
        "file.restore": program.backing_up.show_page,
        "file.import": partial(show_intake, program),
        "file.export": partial(at_sign_off, program, "begin_export"),
        "file.passphrase": program.recovering.change,
        "file.recovery": program.recovering.show,
        "file.keyring": program.recovering.keys.begin,
        "file.close": program.close_review,
        "file.lock_after": program.leaving.choose_minutes,
        "file.quit": program.window.close,
        "view.larger": keeper.larger,
        "view.smaller": keeper.smaller,
        "view.text_as_it_was": keeper.as_it_was,
        "edit.find": partial(find, program, again=False),
        "edit.find_again": partial(find, program, again=True),
        "view.veil": program.veiling.begin,
        "file.print": partial(show_print, program),
        "view.recent": partial(switch_recent, program),
        "insert.entry": program.new_entry,
        "insert.from_above": partial(inserting.from_above, program),
        "insert.today": partial(inserting.today, program),
        "insert.earlier": partial(inserting.move, program, -1),
        "insert.later": partial(inserting.move, program, 1),
        "insert.evidence": program.link_evidence,
        **inserting.in_chronology(program),
        "sign.sign": partial(at_sign_off, program, "go_to_signing"),
        "sign.verify": partial(at_sign_off, program, "choose_file"),
        "review.next_missing": partial(program.step_missing, 1),
        "review.last_missing": partial(program.step_missing, -1),
        "review.next_name": partial(program.step_name, 1),
        "review.last_name": partial(program.step_name, -1),
        "review.replace_name": program.replace_name,
        "review.names_left": partial(show_names_left, program),
        "review.details": partial(show_details, program),
        "review.names": program.show_names,
        "review.identities": program.show_identities,
        "review.period": partial(show_period, program),
        "review.chronology": partial(show_chronology_check, program),
        "review.history": partial(show_past, program, "history"),
        "review.bin": partial(show_past, program, "bin"),
        "help.page": partial(show_help, program),
        "help.about": partial(about, program),
        **{action: partial(choose_theme, program, action) for action in THEMES},
    }


def choose_theme(program: Program, action: str) -> None:
    """Put a theme on and mark it in the menu."""
    program.theme.choose(THEMES[action])
    program.kept.keep_look(program.theme)  # also where it looks the same: ‘Light’ is more than the system’s light
    show_theme(program)


def show_theme(program: Program) -> None:
    """Mark the theme that is chosen."""
    chosen = next(action for action, choice in THEMES.items() if choice is program.theme.choice)
    if program.window.actions_shown is not None:
        program.window.actions_shown.choose(tuple(THEMES), chosen)


def switch_recent(program: Program) -> None:
    """Keep a list of recent reviews, or none any more; what is open now stands in a list that begins."""
    program.kept.keep_recent(not program.kept.now.keep_recent)
    if program.path is not None:
        program.kept.opened(program.path)
    show_recent(program)


def show_recent(program: Program) -> None:
    """Mark whether the list is kept."""
    if program.window.actions_shown is not None:
        program.window.actions_shown.mark("view.recent", program.kept.now.keep_recent)


def find(program: Program, *, again: bool) -> None:
    """Find on the page in sight, or go on to the next place."""
    if program.review is not None:
        finding = program.review.finding
        (finding.again if again else finding.begin)()


def at_sign_off(program: Program, do: Literal["begin_export", "go_to_signing", "choose_file"]) -> None:
    """Go to the sign-off, and begin there what the entry of the menu says."""
    if program.review is not None:
        getattr(program.review.sign_off(), do)()


def show_print(program: Program) -> None:
    """Show what would be printed."""
    if program.review is not None:
        program.review.printing.show()


def show_names_left(program: Program) -> None:
    """Show every name that is still to be settled."""
    if program.review is not None:
        program.review.names_left.show()


def show_details(program: Program) -> None:
    """Show what else in the report could pick a person out."""
    if program.review is not None:
        from ui.details import Details

        Details.of(program, program.review).show()


def show_intake(program: Program) -> None:
    """Show the page on which entries are taken in from a file."""
    if program.review is not None and not program.review.session().read_only:
        from ui.taking_in import TakingIn

        TakingIn.of(program, program.review).show()


def show_past(program: Program, which: str) -> None:
    """Show the history or the bin."""
    if program.review is not None:
        past = program.review.past
        (past.show_history if which == "history" else past.show_bin)()


def show_period(program: Program) -> None:
    """Show the picture of the whole chronology."""
    if program.review is not None:
        program.review.seeing.show()


def show_chronology_check(program: Program) -> None:
    """Show what is worth a second look in the chronology."""
    if program.review is not None:
        program.review.checking.show()


def show_help(program: Program) -> None:
    """Show the guide for the page in sight."""
    if program.review is not None:
        program.review.helping.begin()


def about(program: Program) -> None:
    """Say what this program is, once it is known which keyring this computer has."""
    from imr_desk.jobs.kept_key import keyring_name

    program.tasks.run(keyring_name, partial(_tell_about, program))


def _tell_about(program: Program, keyring: object) -> None:
    from imr_desk import __version__
    from ui.ask import Answer, Question

    body = tr(
        "Version {version}. It writes Individual Management Reviews and sends nothing anywhere. "
        "Free software under the MIT licence; Qt is used under the LGPL, the font Inter under the SIL Open Font "
        "License, the icons of Lucide under the ISC licence. {keyring}"
    ).format(version=__version__, keyring=_keyring_words(str(keyring)))
    program.ask.question(Question(tr("IMR Desk"), body, (Answer("close", tr("Close")),), "close"))


def _keyring_words(name: str) -> str:
    if not name:
        return tr("This computer has no keyring that is safe, so keys are not kept in one.")
    return tr("Keys are kept, where you ask for it, in {keyring}.").format(keyring=name)
