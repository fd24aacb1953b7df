"""The stock of phrases from which further chronology entries are put together. Sample data, so in English only.

`{staff}`, `{other}`, `{subject}` and `{child}` stand for codes of the review at hand. Every phrase is true of nobody.
"""

from __future__ import annotations

WITH_STAFF = (
    "{staff} rang {other} to ask what was known of {subject} and whether anything had changed since the last note.",
    "{staff} opened a message from {other} about {subject} and put it with the papers the same day.",
    "{staff} read the file again and noted that nothing on it said who was looking after {child} in the daytime.",
    "{other} rang the office to say that {subject} had missed an appointment, and {staff} took the call.",
    "{staff} wrote to {other} to ask for the papers that had been promised and gave a date for the reply.",
    "{subject} telephoned and was put through to {staff}, who wrote down what was said in the caller's own words.",
    "{staff} met {other} for half an hour to go through what was still missing and who would ask for it.",
    "A reminder set some weeks before fell due, and {staff} looked to see whether {other} had answered.",
    "{staff} was asked by a manager for a short account of the matter and wrote one in four paragraphs.",
    "{staff} passed the papers to a colleague at the end of the day with a note of what {subject} had asked for.",
    "{other} sent a form that mentioned {child} in passing, on its third page; {staff} marked the line in the margin.",
    "{staff} entered a new address for {subject} after a telephone call, without a paper to show where it came from.",
    "At the weekly meeting {staff} raised the matter of {subject} and was asked to report back within ten days.",
    "{staff} found two records for {subject} under slightly different spellings and asked for them to be joined.",
    "{staff} tried twice to reach {other} by telephone and left a message with somebody in the same office.",
    "A letter for {subject} came back unopened, and {staff} asked {other} whether the address was still right.",
)
WITH_STAFF_CPS = (
    "{staff} reviewed the case before the hearing and noted what the court would need to be told about {subject}.",
    "{staff} dealt with a short hearing, told the court what was known of {subject}, and wrote up the result that day.",
    "{other} sent a further statement by {subject}; {staff} read it and asked for the one that belonged with it.",
    "{staff} asked {other} for a view on bail, and in particular on where {child} was living and with whom.",
    "{staff} wrote to the defence to answer a question about the papers served and sent a copy to {other}.",
)
WITH_STAFF_HO = (
    "{subject} reported as asked; {staff} saw {child} at the counter and wrote down that both seemed well.",
    "{staff} looked at the claim again after a letter from {other} on behalf of {subject}.",
    "{other} asked {staff} whether support for {subject} would go on after a change of address.",
    "{staff} sent a form back to {subject} because the part about {child} had not been filled in.",
    "{staff} made a note that {subject} had asked for an interpreter and that none could be had that day.",
)
WITHOUT_STAFF = (
    "{other} wrote to say that {subject} had been seen at home and that no one else was there at the time.",
    "A form from {other} came with the morning post; it gives two dates for the same visit to {subject}.",
    "{subject} rang the general number and left a message that is on the log in a single line.",
    "{other} told a colleague of a worry about {child}, and a copy of the note came to the office later.",
    "The council's record of this date mentions {subject} and {child} together for the first time.",
    "A note in another file, made by {other}, says that {subject} had moved in with a friend.",
    "{other} visited as arranged, found nobody in, and left a card with the number of the office.",
    "The log shows a message about {subject} that was opened late in the day and passed on the next.",
)
MIDDLES = (
    "{subject} was said to be tired but well, and to be glad of the call.",
    "No one could say who had been with {child} on the days in between.",
    "The note gives the time, the number that was rung, and the words that were used.",
    "It was the third such message in a month, and the first that anyone had answered in writing.",
    "There had been a change of worker since the last contact, and the new one had not yet read the papers.",
    "{child} was not mentioned, and the form had no place to do so.",
    "{child} was said to be staying with family until the end of the week.",
    "A copy was promised by return and came nine days later.",
    "The caller gave no number and asked for no reply.",
    "What had been agreed in the spring was no longer being done, though nobody had said so.",
    "The reply, when it came, answered a different question.",
    "{subject} asked what would happen next and was told that a letter would follow.",
    "The two accounts do not agree about the day, and the earlier one has been used here.",
    "An interpreter was offered and was not wanted.",
    "Everyone at the meeting had understood something different by the same word.",
    "The system showed the task as finished, because a reply of some kind had been recorded.",
    "A neighbour had spoken of raised voices, without saying when.",
    "The school had been told of the change, and the clinic had not.",
    "There is a gap in the page numbers here, and the missing sheet has not been found.",
    "The conversation was short, polite, and settled nothing.",
)
ENDS = (
    "",
    "",
    "",
    "",
    "The note was made the same afternoon and runs to half a page.",
    "Nothing further was asked, and the matter was put away until the next date.",
    "It is the only record of what was said.",
    "The paper has a date stamp and no signature.",
    "The line was read again only for this review.",
    "A task was set for a fortnight ahead.",
    "The same words are found in two other places on the file.",
    "No copy was sent outside the office.",
    "A manager saw the page two days later.",
    "Whoever wrote it had taken trouble over it.",
)
DECISIONS = (
    ("Ask again before going further", "The reply did not cover what had been asked."),
    ("Wait until the end of the week", "A report had been promised."),
    ("Tell a manager the same day", "Guidance on children in the household"),
    ("Take no further step", "Nothing new in what was said"),
    ("Put the matter on the next agenda", "Several teams had a part in it."),
    ("Write rather than ring", "The last two calls had gone unanswered."),
    ("Pass the information to children's social care", "A child in the household"),
    ("Keep to the earlier decision", "The new information did not alter the reasons."),
    ("Close the task", "A reply had been received."),
    ("Ask for the paper file", "The electronic record was incomplete."),
    ("Check the address with another agency", "Two addresses on the same record"),
    ("Leave it with the usual officer", "Knowledge of the family"),
)
OUTCOMES = (
    "Answered within the week.",
    "No reply is on the file.",
    "Done the next day and noted.",
    "Passed on by telephone; no note of the call was made.",
    "Task set and met.",
    "Task set; it closed by itself a month later.",
    "The papers came in two parts.",
    "None needed.",
    "Put before the manager at the next meeting.",
    "The address was put right a fortnight later.",
    "A copy went to the police and one to the council.",
    "Reply received; it raised nothing new.",
    "Left for the return of a colleague.",
    "The message was found in the shared mailbox two days later.",
)
COMMENTS = (
    "",
    "",
    "",
    "",
    "",
    "Careful work, done under pressure of time.",
    "A question that was worth asking and was asked late.",
    "The child is not mentioned.",
    "The note is clear about what was seen and what was only heard.",
    "What the writer meant can be told only from the next page.",
    "The usual practice at the time.",
    "More than the policy then asked for.",
    "Nobody had the task of looking for a reply.",
    "The date is that of the stamp, not of the letter.",
    "Of small weight by itself; it is one of several of its kind.",
)
CHILD_CONSIDERED = (
    "Not asked.",
    "Named as present; nothing more.",
    "Seen and spoken to.",
    "A standard paragraph only.",
    "Asked about, and the answer written down.",
    "The reason for the call.",
)
LEARNED_HOW = (
    "papers supplied by the police",
    "reading of the mailbox archive",
    "answer of the council to a question of the author",
    "comparison of the two files",
    "record of another agency, seen at the panel",
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
