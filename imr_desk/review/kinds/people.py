"""People: by job title or pseudonym (B04, B06, B07; R-042 to R-050, R-079, R-080, R-183, R-184).

No field here takes the name of a member of staff. The only names in the file are those of subjects, on a page of
their own that no print or export reads (`identity`), and of the two signatories.
"""

from __future__ import annotations

from imr_desk.i18n import mark
from imr_desk.review.declare import (
    Choices,
    asked,
    asked_when,
    choice,
    day,
    kind,
    line,
    lines,
    link,
    private,
    process,
    prose,
    single,
    yes_no,
)

GRADES: Choices = (
    ("Senior Civil Service", mark("Senior Civil Service")),
    ("Grade 6", mark("Grade 6")),
    ("Grade 7", mark("Grade 7")),
    ("below Grade 7", mark("Below Grade 7")),
)
PARTS: Choices = (
    ("author", mark("Author")),
    ("counter_signatory", mark("Counter-signing senior manager")),
    ("panel_member", mark("Panel member or representative")),
)

AUTHOR = single(
    "author",
    mark("Author"),
    1,
    [
        line("job_title", mark("Job title")),
        line("area", mark("Area or unit")),
        choice("grade", mark("Grade"), GRADES),
        prose("experience", mark("Relevant experience")),
        day("nominated_on", mark("Nominated on")),
        *asked("cps", line("decided_by", mark("Chosen by (posts)")), day("decided_on", mark("Chosen on"))),
        prose("unit_exception", mark("Why the author is not of the Professional Standards Unit"), only="ho"),
    ],
)

COUNTER_SIGNATORY = single(
    "counter_signatory",
    mark("Counter-signing senior manager"),
    1,
    [
        line("job_title", mark("Job title")),
        *process(choice("grade", mark("Grade"), GRADES)),
    ],
)

PANEL_MEMBER = single(
    "panel_member",
    mark("Panel member or representative"),
    1,
    process(
        line("job_title", mark("Job title")),
        choice("grade", mark("Grade"), GRADES),
        prose("knows_the_case", mark("Knowledge of the case")),
    ),
)

DECLARATION = kind(
    "declaration",
    mark("Declaration"),
    mark("Declarations of independence"),
    2,
    "DEC",
    [
        choice("part", mark("Made by"), PARTS),
        day("declared_on", mark("Declared on")),
        *asked_when(
            "part",
            ("", "author", "panel_member"),
            prose(
                "no_direct_involvement",
                mark("No direct involvement"),
                mark("With the case, the child or the family: say so in your own words."),
            ),
            prose(
                "no_line_management",
                mark("No line management"),
                mark("Of anyone involved, at any time: say so, or what there was."),
            ),
            prose(
                "no_connection",
                mark("No connection"),
                mark("With the family or anyone else concerned: say so, or what there is."),
            ),
        ),
        prose("conflicts", mark("Conflicts of interest"), mark("‘None’, or what they are.")),
        *process(day("declared_again_on", mark("Declared again on"))),
    ],
    title="part",
)

INDEPENDENCE = single(
    "independence",
    mark("Independence"),
    2,
    process(
        yes_no("same_area", mark("Is the author of the Area that dealt with the case?"), only="cps"),
        prose("note", mark("Note")),
    ),
)

SUBJECT = kind(
    "subject",
    mark("Family member or subject"),
    mark("Subjects and family"),
    1,
    "SUB",
    [
        line("code", mark("Code or pseudonym"), mark("As the panel writes it, for instance Child A or Mother.")),
        line("relationship", mark("Relationship")),
        choice(
            "sex", mark("Sex"), (("female", mark("Female")), ("male", mark("Male")), ("not stated", mark("Not stated")))
        ),
        line("age_at_event", mark("Age at the event")),
        line("ethnicity", mark("Ethnicity")),
        line("first_language", mark("First language")),
        line("religion", mark("Religion or belief")),
        line("disability", mark("Disability")),
        prose("legal_status", mark("Legal status")),
        line("part", mark("Part in events")),
    ],
    title="code",
)

GENOGRAM = single(
    "genogram",
    mark("Genogram"),
    1,
    [
        prose("text", mark("The family in words")),
        *process(link("picture", mark("Picture"), "document")),
        line("picture_sha256", mark("Digest of the picture")),
        prose(
            "picture_description",
            mark("Description of the picture"),
            mark("What it shows, for whoever does not see it. By codes, as in the picture itself."),
        ),
    ],
)

IDENTITY_KEY = single(
    "identity_key",
    mark("Key to identities"),
    1,
    private(
        prose("note", mark("Note")),
        line("staff_key_with", mark("Sealed staff key lodged with (post)")),
        day("staff_key_on", mark("Sealed staff key written on")),
    ),
)

IDENTITY = kind(
    "identity",
    mark("Identity"),
    mark("Key to identities"),
    1,
    "IDN",
    private(
        link("subject", mark("Code"), "subject", "professional"),
        line("real_name", mark("Real name")),
        lines("other_names", mark("Other names")),
        day("date_of_birth", mark("Date of birth")),
        day("date_of_death", mark("Date of death")),
        prose("address", mark("Addresses")),
        lines("numbers", mark("Case and reference numbers")),
    ),
    title="subject",
)

PERSON_QUERY = kind(
    "person_query",
    mark("Query to the board"),
    mark("People asked about"),
    1,
    "PQY",
    process(
        line("code", mark("Code")),
        link("person", mark("Person"), "professional", "subject"),
        day("raised_on", mark("Raised on")),
        prose("question", mark("Question")),
        day("sent_on", mark("Sent to the board on")),
        prose("answer", mark("Answer")),
    ),
    title="code",
)

PROFESSIONAL = kind(
    "professional",
    mark("Person of another agency"),
    mark("People of other agencies"),
    1,
    "PRO",
    [
        line("code", mark("Job title and number")),
        line("post", mark("Post")),
        line("agency", mark("Agency")),
        *process(
            yes_no(
                "on_list",
                mark("On the board\u2019s list of people"),
                mark("Until then, or until the board was asked, a new person stands on the list of queries."),
            )
        ),
    ],
    title="code",
)

STAFF = kind(
    "staff",
    mark("Member of staff"),
    mark("Staff, by job title"),
    5,
    "STF",
    [
        line("code", mark("Job title and number"), mark("For instance Senior Crown Prosecutor 2. Never a name.")),
        line("title", mark("Job title"), mark("The post by itself, without the number.")),
        prose("not_interviewed_reason", mark("Why not interviewed")),
        *process(
            line("unit", mark("Team or office")),
            day("involved_from", mark("Involved from")),
            day("involved_to", mark("Involved to")),
            line("manager_then", mark("Line manager then, by post")),
            line("part", mark("Part in the case")),
        ),
    ],
    title="code",
)

ABBREVIATION = kind(
    "abbreviation",
    mark("Abbreviation"),
    mark("Abbreviations"),
    1,
    "ABB",
    [
        line("term", mark("Term")),
        prose("meaning", mark("Meaning")),
    ],
    title="term",
)

CONTACT = kind(
    "contact",
    mark("Contact"),
    mark("Contacts"),
    1,
    "CON",
    [
        line("role", mark("Post")),
        *process(line("purpose", mark("For")), line("channel", mark("Means"))),
    ],
    title="role",
)

CONTACT_LOG = kind(
    "contact_note",
    mark("Contact made"),
    mark("Log of contacts"),
    2,
    "CTL",
    process(
        day("date", mark("Date")),
        link("contact", mark("With"), "contact"),
        prose("about", mark("About")),
    ),
    title="about",
)

KINDS = (
    AUTHOR,
    COUNTER_SIGNATORY,
    PANEL_MEMBER,
    DECLARATION,
    INDEPENDENCE,
    SUBJECT,
    GENOGRAM,
    IDENTITY_KEY,
    IDENTITY,
    PERSON_QUERY,
    PROFESSIONAL,
    STAFF,
    ABBREVIATION,
    CONTACT,
    CONTACT_LOG,
)
