"""What the heading of a column means, in the many wordings that agencies use.

`fits` gives each field that a heading can stand for, and how well: 10 says just that, 1 hardly. The wordings are those
of the column sets C0 to C7 and of the forms that police, health, education, social care and others send.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

FIELDS = ("date", "end_date", "time", "end_time", "learned_on", "source", "event", "people", "action", "comment")
"""Fields of an entry that a column can fill. `page` goes with the source, `year`, `month` and `edtf` with the date."""
PAGE, YEAR, MONTH, EDTF = "page", "year", "month", "edtf"
STOREY = "\v"
"""Stands between the words of a heading that spans several columns and those of the heading under it."""

_EXACT: Mapping[str, str] = {
    "date": "date|dates|day|when|date of event|event date|date of contact|contact date|date time|date and time|"
    "date of incident|incident date|date or period|date of significant event|dated|"
    "date occurred|occurred|occurred on|date of occurrence|when did it happen|datetime|timestamp|"
    "date period|dates period|date range|date s|date of visit|visit date|date of hearing|hearing date|date seen|"
    "date of attendance|attendance date|date of action|date of activity|activity date|event date time|"
    "date day|day date|day and date|date of episode|date of appointment|appointment date|"
    "date time of event|date and time of event|date time of contact|date and time of contact|"
    "date time of incident|date and time of incident|event dates|dyddiad|dyddiad y digwyddiad|"
    "dyddiad cyswllt|month year|month and year",
    "end_date": "end date|date to|to date|date ended|ended|finish date|event end date|end|to|date end|until|ended on",
    "time": "time|times|time of event|start time|time of contact|time of incident|hour|hours|hrs|hr|time 24 hr|"
    "time 24hr|time hrs|time if known|event time|time of day|clock time|time of entry|at|amser|time started|from time",
    "end_time": "end time|time to|finish time|time ended|to time",
    "learned_on": "learned on|date learned|date learned of|date agency learned|date agency became aware|date known|"
    "date became known|date made aware|date became aware|date aware|known to agency on|date known to agency|"
    "date agency aware|date notified to agency|when known|when learned|date information received|made aware on|"
    "when agency became aware|date first known|date known to us|date learnt|learnt on|date came to notice|"
    "date came to attention|date agency was informed|date agency informed|when the agency knew|became known on|"
    "when did the agency know|date disclosed to agency|date of knowledge|date reported to agency|aware from",
    "source": "source|sources|record document|document record|where is this recorded|where is it recorded|doc ref|"
    "doc reference|document ref|location of record|where held|records reviewed|record reviewed|"
    "source of information|source of evidence|information source|source document|"
    "source of data|evidence source|source and page|source file and page|source system or file|source record|"
    "where recorded|source reference|source ref|document|documents|document reference|source of entry|record|"
    "evidence|data source|record source|source of info|source material|origin of information|source agency|"
    "file|file reference|document source|reference document|record system|system|records source|"
    "where from|recorded in|taken from|agency source|source and reference|provenance|ffynhonnell",
    "event": "event|events|contact intervention|intervention contact|clinical note|clinical entry|free text|log text|"
    "entry text|file note|file notes|diary entry|journal entry|daily record|case recording|case record|"
    "presenting complaint|complaint|reason for attendance|reason for contact|reason for referral|"
    "reason for call|nature of incident|nature of call|nature of contact|"
    "event or contact|significant event|significant events|significant contact|key event|"
    "key events|description|description of event|event description|details|detail|details of event|event details|"
    "what happened|summary|summary of event|event summary|narrative|incident|incident details|details of incident|"
    "description of incident|contact details of event|details of contact|nature of contact and details|"
    "significant event or contact|significant event contact|event contact|contact or event|summary of contact|"
    "information|entry|content|text|synopsis|occurrence|case note|case notes|log entry|chronology|contact|contacts|"
    "event incident|event incident contact|significant information|relevant information|what|description of contact|"
    "significant incident|episode|concern|nature of concern|presenting problem|consultation|clinical notes|"
    "summary of events|details of significant event|event information|digwyddiad|happening|account|"
    "brief details|brief description|brief summary|full details|details of event contact|outline of event|"
    "activity|summary of incident|facts|fact|record of event|"
    "beth ddigwyddodd|disgrifiad|manylion|cyswllt|event details and description|progress note|progress notes",
    "people": "people|who|staff|staff member|staff involved|staff job title|professional|professionals|"
    "professional involved|professionals involved|person involved|persons involved|people involved|"
    "by whom|who was involved|who involved|officer|officers|officer in case|worker|practitioner|practitioners|"
    "pwy|swyddog|gweithiwr|involved|present|persons present|people present|attendees|attended by|by|"
    "agency and staff|staff and agency|"
    "practitioner job title|job title|role|name and role|named professional|professional role|seen by|clinician|"
    "those present|personnel|"
    "lead professional|who was present|who was there|contact with|staff present|professional job title|"
    "officer dealing|oic|responsible officer|member of staff|key worker|social worker|actor|involving|"
    "individuals involved|agency staff|worker role|hcp|consulter|case holder|caseholder|"
    "call taker|operator|call handler|agent|"
    "person s involved|pobl|done by",
    "action": "action|actions|action taken|actions taken|action and outcome|action outcome|outcome|outcomes|"
    "outcome action|response|agency response|result|what was done|action or outcome|action taken and outcome|"
    "action taken outcome|actions and outcomes|response action|action taken by agency|action response|"
    "response or action|response to event|follow up|follow up action|disposal|service response|intervention|"
    "interventions|actions outcome|actions outcomes|action decision|decision action|decisions and actions|"
    "actions decisions|decision and action|decision or action|outcome of contact|outcome and action|"
    "response or outcome|response outcome|action taken or decision made|action taken to lessen adverse impact|"
    "action required|next step|next steps|disposition|treatment advice|"
    "advice treatment|treatment and advice|plan|outcome response|management|gweithredu|"
    "camau|camau a gymerwyd|canlyniad|ymateb|steps taken|professional response",
    "comment": "comment|comments|author s comment|author comment|author comments|author s comments|remarks|remark|"
    "comment or analysis|comments analysis|comment analysis|analysis|analysis and comment|analysis comment|"
    "observations|observation|imr author comment|imr author s comment|imr author comments|imr author s comments|"
    "commentary|reflection|reflections|additional comments|other comments|general comments|reviewer comment|"
    "reviewer s comment|reviewer comments|notes|additional information|additional notes|notes and comments|"
    "comments and analysis|sylwadau|comment by author|further comments|comments by author|any comments|"
    "dadansoddiad|sylw|note|misc|miscellaneous|rationale|query|queries|appraisal|critique",
    PAGE: "page|pages|page no|page number|page ref|page reference|pg|page or place|place|page s|page nos|para|"
    "paragraph",
    YEAR: "year|yr|calendar year|blwyddyn",
    MONTH: "month|mth|mis",
    EDTF: "edtf|date edtf|edtf date",
}  # fmt: skip

_LIKE: tuple[tuple[str, str, int], ...] = (
    (
        "learned_on",
        r"\b(?:aware|learn(?:ed|t)|made known|became known|known to|came to (?:light|notice)|"
        r"brought to (?:\w+ ){0,2}(?:attention|notice))\b",
        8,
    ),
    ("end_date", r"^(?:end|finish|to)\b.*\bdate\b|\bdate\b.*\b(?:end(?:ed)?|to|finish(?:ed)?|until)$", 7),
    ("date", r"^(?:start|from|begin)\w*\b.*\bdate\b|\bdate\b.*\b(?:from|start(?:ed)?|began)$|^from$|^start$", 9),
    ("date", r"\bdates?\b.*\b(?:event|contact|incident|time|occurr\w+|visit|hearing|seen|significant)\b", 7),
    ("date", r"\b(?:event|contact|incident|visit|hearing|occurr\w+|actual)\b.*\bdates?\b", 6),
    ("date", r"^(?:entry|log|note) date$|^date of (?:entry|log|note)$", 4),
    ("date", r"^dates?\b(?! of (?:entry|log|note)$)", 5),
    ("date", r"\bdates?$|\bwhen\b|^period$", 3),
    ("date", r"^(?:date )?(?:opened|started|attended|admitted|arrived|arrival|admission|referred)\b", 4),
    ("end_date", r"^(?:date )?(?:closed|ended|discharged?|completed)\b", 4),
    ("end_time", r"\b(?:end|finish)\w*\b.*\btime\b|\btime\b.*\b(?:end(?:ed)?|to|finish(?:ed)?)$", 7),
    ("time", r"^times?\b|\btime$", 6),
    ("source", r"\bsources?\b", 8),
    ("source", r"\b(?:document|file|record|evidence|exhibit|system)s?\b.*\b(?:ref\w*|name|no|number|used)\b", 4),
    ("source", r"^(?:agency|organisation|organization|service|agencies|reporting agency)\b", 3),
    ("action", r"^(?:key )?decisions?\b", 8),
    (
        "people",
        r"^(?!decision|action|outcome|source).*\b(?:who|whom|staff|professionals?|practitioners?|attendees|officers?|"
        r"attended by|persons?|people|clinicians?|workers?|participants?|individuals?|involved)\b",
        6,
    ),
    ("people", r"\b(?:names?|roles?|job titles?|present|post|position|rank|author)\b", 3),
    ("people", r"\b(?:raised|reported|recorded|completed|entered|seen|attended|written|created|logged) by\b", 5),
    ("people", r"\b(?:handler|adviser|advisor|advocate|solicitor|assessor|supervisor|coordinator|co ordinator|"
     r"reporter|informant|originator|fca|cpn|dsl|iro|amhp|hv|sw|ssw|sio|yot officer)$", 3),
    ("people", r"\b(?:prosecutor|lawyer|case ?worker|nurse|doctor|midwife|teacher|therapist|crew|user|username|"
     r"consultant|paramedic|registrar|psychiatrist|psychologist|counsellor|pharmacist|key ?worker|tutor)\b", 3),
    ("people", r"^subject$", 2),
    ("people", r"^(?:signed|initials|manager|offender manager|om|health visitor|social worker)$", 3),
    ("action", r"\b(?:actions?|outcomes?|responses?|results?|follow up|interventions?)\b", 6),
    ("action", r"^(?!basis|grounds?\b|reasons?\b).*\b(?:decisions?|disposal|plans?|next steps|conclusion|"
     r"resolution)\b", 4),
    ("comment", r"\b(?:comments?|analysis|remarks?|observations?|reflections?|commentary|learning)\b", 6),
    ("comment", r"\bnotes?$", 4),
    ("comment", r"\bnotes?\b", 2),
    ("event", r"\b(?:events?|incidents?|descriptions?|details?|summary|narrative|what happened|contacts?|occurrence|"
              r"complaints?|advice|"
              r"episodes?|synopsis|circumstances|account|information|precis)\b", 6),
    ("event", r"\b(?:entry|entries|content|activity|concerns?|issues?|allegations?|text|log|notes?|record)\b", 2),
)  # fmt: skip
_PLAINLY: tuple[tuple[str, str, int], ...] = (
    ("end_date", r"^dates? (?:and )?times? (?:to|end\w*|until|finish\w*)$|^(?:end|to) dates? (?:and )?times?$", 8),
    ("date", r"^times? (?:and )?dates?\b", 9),
    ("date", r"^dates? (?:and )?(?:times? (?:and )?)?(?:source|ref\w*|place|location|time)\b", 9),
    ("date", r"^(?!last|modified|updated|created|entered|record)(?:\w+ )?time ?stamp$", 8),
    ("end_date", r"^(?:occurr\w+|event|contact|incident|offence|episode|committed) (?:to|until|ended|finished)$", 8),
    ("date", r"^(?:occurr\w+|offence|committed) (?:from|between|start\w*)$", 9),
    ("date", r"^(?:event|contact|incident|episode) (?:start\w*|began|from)$|\b(?:made|happened|took place) on$", 8),
    ("source", r"^(?:records?|information|evidence|documents?|files?) (?:held|kept|stored|found) (?:in|on|at|by)$", 8),
    ("source", r"^where\b.*\bevidenced?\b|^how (?:do|did) (?:we|you|they) know\b|^how (?:is|was) it known$", 8),
    ("source", r"^where\b.*\b(?:record\w*|found|held|kept|from|stored|noted|stated|filed|documented)\b", 9),
    ("source", r"^(?:files?|documents?|records?|bundles?|exhibits?)\b.*\b(?:pages?|paras?|paragraphs?|folios?)\b", 8),
    ("source", r"^(?:found|noted|held|stored|documented|filed|located|stated) (?:in|on|at)$|^origin$", 8),
    ("source", r"^location (?:in|within) (?:the )?\w*\s?(?:records?|files?|notes|documents?|systems?)$", 8),
    ("source", r"^(?:originating|supporting|primary|underlying|original|relevant) (?:documents?|records?)\b", 6),
    ("source", r"^(?:database|data base|exhibits?|folder|bundle|bundle (?:page|reference))$", 8),
    ("source", r"^location of (?:the )?(?:information|records?|evidence|documents?)\b", 8),
    ("source", r"^evidenced? (?:by|in|from|for|base|ref\w*|used|pages?|documents?|files?)\b|^evidenced$", 7),
    ("source", r"\b(?:obtained|extracted|taken|gathered|drawn|sourced|information) from$|^where\b.*\bcome from$", 8),
    ("source", r"^ref\w*\b.*\b(?:records?|sources?|documents?|evidence|files?|pages?)\b", 7),
    ("source", r"\b(?:records?|documents?|case files?|files?) (?:ref\w*|titles?|names?|types?|pages?)$", 5),
    ("source", r"^(?:names?|types?|kinds?|titles?) of (?:the )?(?:records?|documents?|files?|sources?|systems?)\b", 6),
    ("source", r"^(?:it|computer|recording|case|records?|information) systems?$|^systems? (?:files?|used)\b", 6),
    ("source", r"\brecords? (?:consulted|checked|viewed|seen|used|read|examined)$|^database\b", 7),
    ("source", r"\b(?:original|paper|electronic|written) (?:or )?(?:electronic )?records?$", 6),
    ("action", r"^(?:what|how)\b.*\b(?:respond\w*|responses?|decided|offered|actions?|next|as a result)\b", 9),
    ("action", r"^what\b.*\b(?:was|is|been|we|you|they|staff) (?:did|do|done)\b", 9),
    ("action", r"^what (?:was|were|is|has been) (?:then )?(?:agreed|arranged|planned|advised|put in place)\b", 9),
    ("action", r"^what did .*\b(?:do|offer|decide|agree)\b", 9),
    ("action", r"^(?:advice|support|services?|help|referrals?) (?:\w+ )?(?:given|provided|offered|made|treatment)$", 7),
    ("action", r"^(?:treatments?(?: given| provided)?|sanctions?|then what)$|^orders? made\b", 6),
    ("comment", r"\b(?:other|additional|further) (?:\w+ )?(?:information|info|details|points|matters)$", 7),
    ("comment", r"\b(?:quality|appraisal|critique|evaluation) of practice\b|\bmissed opportunit|\bgood practice\b", 6),
    ("comment", r"\bauthor s? ?(?:views?|opinions?|notes?|thoughts?|assessment|reflections?)$", 8),
    (
        "comment",
        r"^(?!.*\b(?:events?|details?|contacts?|incidents?|happened|description|outcomes?|actions?|responses?|decisions?|"
        r"summary|information|date|time)\b).+ (?:comments?|analysis|commentary|remarks)$",
        8,
    ),
    ("event", r"^(?:concerns?|issues?|allegations?|disclosures?|incidents?) (?:raised|reported|noted|made)$", 8),
    ("event", r"^(?:information|details?|facts?|what)\b.*\bknown (?:to|by)\b(?!.*\bdates?\b)", 8),
    ("event", r"^(?:reasons?|purpose) (?:for|of) (?:the )?(?:admission|attendance|visit|appointment|stay)\b", 8),
    ("event", r"^what (?:\w+ )?(?:occurred|took place|happen(?:ed|s)?|(?:was|is|we) know[ns]?)\b", 8),
    ("event", r"^(?!date|staff|professional)(?:\w+ ){0,3}involvement$", 6),
    ("event", r"^(?!comment|analysis|action|outcome|decision|response)(?:\w+ )+text$", 8),
    ("event", r"^(?:body|text|contents?) of (?:the )?(?:notes?|entry|record|message)|\bnotes? text$", 8),
    ("event", r"^(?:consultation|contact|visit|session|nursing|ward) notes?$", 8),
    ("event", r"^(?:discussion|conversation|message|report|story|history|history examination)$", 5),
    ("people", r"^(?!.*\b(?:due|when|complete|required|needed|dates?|time) by$)(?:\w+ ){1,3}by$|^present\b", 7),
    ("people", r"^(?:\w+ )?(?:profession|discipline)$|^(?:assigned|allocated) to$|^(?:staff|officer) grade$", 7),
    ("people", r"^(?:decision maker|designation|lead|lead (?:officer|worker|agency worker))s?$", 7),
    ("people", r"^(?:recorder|spoken? to|spoke to|concerning)$", 7),
    ("people", r"^(?:family members?|subjects|concerns|individuals?)\b(?!.*\bseen\b)", 5),
)  # fmt: skip
"""Wordings that say so plainly: looked at first, and nothing else of the heading speaks against them."""
_PLAIN = tuple((field, re.compile(pattern), score) for field, pattern, score in _PLAINLY)
_LIKES = tuple((field, re.compile(pattern), score) for field, pattern, score in _LIKE)
_NOT_AN_EVENT = re.compile(
    r"\b(?:birth|dob|age|ages|printed|updated|modified|uploaded|due|ref(?:erence)?|no|number|id|urn|type|types|"
    r"category|method|mode|status|address|phone|telephone|postcode|location|venue|seen|yes|y n|impact|risk|expected|"
    r"learning|code|priority|level|legal|gender|sex|ethnicity|basis|wishes|feelings|views|capacity|consent|considered)\b"
)
_LATE = re.compile(
    r"\b(?:recorded|entered|logged|created|input|inputted|record(?:ing)?|received|reported|typed|written)\b"
)
_OF_THE_EVENT = re.compile(r"\b(?:event|incident|contact|occurr\w+|happen\w*|visit|hearing|attendance)\b")
"""A date that says of what it is goes before one that does not."""
_SHORT = {
    "dt": "date", "dtm": "date time", "tm": "time", "desc": "description", "descr": "description", "src": "source",
    "txt": "text", "cmt": "comment", "cmts": "comments", "evt": "event", "dets": "details",
}  # fmt: skip
_RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
"""Where a word begins in a heading such as ‘EventDate’, as databases write them."""
_BARE = re.compile(r"[^\w]+")


_AGENCY = re.compile(
    r"\b(?:police|constabulary|health|nhs|gp|surgery|hospital|trust|ambulance|midwifery|education|schools?|nursery|college|"
    r"social care|social services|children s services|cafcass|cps|probation|housing|council|yot|youth offending|camhs|"
    r"fire|voluntary|immigration|home office|border force|ukvi|mental health|courts?|prison)\b"
)

_ABOUT_AN_AGENCY = re.compile(r"\b(?:asked|repl\w+|told|on|ref\w*|no|number|contacted|informed|notified|called)\b")


def is_agency(heading: str) -> bool:
    """Whether a heading is no more than the name of an agency: where chronologies stand side by side."""
    words = bare(heading)
    return len(words.split()) <= 4 and bool(_AGENCY.search(words)) and not _ABOUT_AN_AGENCY.search(words)


def bare(heading: str) -> str:
    """A heading as it is compared: small letters, words only."""
    return " ".join(_BARE.sub(" ", heading.casefold().replace("_", " ").replace("’s", "s")).split())


def _in_full(words: str) -> str:
    """The words with what systems shorten written out."""
    return " ".join(_SHORT.get(word, word) for word in words.split())


def _spelled(heading: str) -> str:
    return bare(re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading.replace("’", "'").replace("'s", " s")))


_KNOWN: Mapping[str, str] = {
    wording: field for field, wordings in _EXACT.items() for wording in wordings.split("|") if wording
}


@lru_cache(maxsize=4096)
def fits(heading: str) -> Mapping[str, int]:
    """What this heading can stand for, by field, 1 to 11; nothing where it says none of them."""
    heading = _RUN_TOGETHER.sub(" ", heading)
    whole, short = bare(heading), _spelled(heading)
    if not whole or len(whole) > 90 or not any(letter.isalpha() for letter in whole):
        return {}
    whole, short = _in_full(whole), _in_full(short)
    exact = _KNOWN.get(whole) or _KNOWN.get(short)
    if exact == "date" and _OF_THE_EVENT.search(whole):
        return {exact: 11}
    if exact:
        return {exact: 11 if "edtf" in whole.split() else 10}
    if STOREY in heading and (under := fits(heading.rpartition(STOREY)[2])):
        return under
    return _likenesses(short or whole)


def _likenesses(words: str) -> dict[str, int]:
    """What words that are no known wording are like."""
    plainly = next(((field, score) for field, pattern, score in _PLAIN if pattern.search(words)), None)
    if plainly:
        return {plainly[0]: plainly[1]}
    found: dict[str, int] = {}
    other = bool(_NOT_AN_EVENT.search(words))
    for field, pattern, score in _LIKES:
        if pattern.search(words):
            less = _lessened(field, words, score, other)
            if less > found.get(field, 0):
                found[field] = less
    if len(words.split()) > 7:
        found = {field: max(1, score - 2) for field, score in found.items()}
    return found


def _lessened(field: str, words: str, score: int, other: bool) -> int:
    """A likeness that other words of the heading speak against."""
    if field in ("date", "end_date", "time"):
        if re.search(r"\b(?:birth|dob|due|review|print\w*|updated|modified)\b", words):
            return 0
        return max(1, score - 4) if _LATE.search(words) else score
    if field == "action" and re.search(r"\b(?:owners?|leads?|deadline|status|due|completed?|rag)\b", words):
        return 0
    if field in ("event", "action", "people", "comment") and re.search(r"\b(?:dates?|times?)\b", words):
        return 0
    if other and field in ("event", "people", "source", "comment") and not re.search(r"\bby$", words):
        return 1 if score > 4 and not re.search(r"\b(?:birth|dob|age)\b", words) else 0
    return score
