"""What `factories` makes whole reviews of: kind -> id -> values. As little as every check and template asks for."""

from __future__ import annotations

from typing import Any

Part = dict[str, dict[str, dict[str, Any]]]

PROCESSES = (
    "criminal proceedings",
    "coroner",
    "complaint",
    "disciplinary",
    "domestic homicide review",
    "police complaints body",
    "serious incident (health)",
    "internal review",
    "adult review",
    "mental-health homicide review",
)

_SET_UP: Part = {
    "review": {
        "review": {
            "version": 1,
            "review_type": "Serious Case Review",
            "review_form": "Full review",
            "nation": "England",
            "subject_kind": "child",
            "subject": "SUB-01",
            "template_source": "First panel meeting, 2 April 2024",
            "protective_marking": "OFFICIAL-SENSITIVE",
        }
    },
    "board": {"board": {"name": "Example Safeguarding Board", "reference": "EX-1"}},
    "decision": {"decision": {"limb": "death", "decided_on": "2024-03-01"}},
    "opening": {
        "opening": {
            "introduction": "Why the review was held.",
            "purpose": "To learn lessons, within the agency and between agencies.",
            "what_it_is_not": "It does not apportion blame.",
            "methodology": "Records were read and staff interviewed.",
        }
    },
    "ownership": {
        "ownership": {
            "owner": "Commissioning manager",
            "qa_route": "Checklist",
            "final_text_agreed_by": "Commissioning manager",
            "answered_on": "2024-03-20",
        }
    },
    "period": {"period": {"start": "2021-01-01", "cut_off": "2024-02-01"}},
    "start_event": {
        "start_event": {"chosen": "Decision", "date": "2024-03-01", "six_months_end": "2024-09-01", "why": "As agreed"}
    },
    "deadline": {
        "TT-01": {"event": "Chronology", "marks": "chronology due", "due": "2024-05-01", "firmness": "firm"},
        "TT-02": {"event": "Report", "marks": "imr due", "due": "2024-08-01", "firmness": "firm"},
    },
    "question": {
        "Q-1": {"number": 1, "text": "Was risk recognised in time?", "from_whom": "The board"},
        "Q-2": {"number": 2, "text": "Was information shared?", "from_whom": "The board"},
    },
    "subject": {"SUB-01": {"code": "Child A", "relationship": "Subject"}},
    "staff": {
        "STF-01": {"code": "Case Officer 1", "title": "Case Officer", "manager_then": "Team Leader 1"},
        "STF-02": {"code": "Team Leader 1", "title": "Team Leader", "not_interviewed_reason": "Left the service."},
    },
    "professional": {"PRO-01": {"code": "Police Officer 1", "post": "Officer in the case", "agency": "Police"}},
    "abbreviation": {"ABB-01": {"term": "SIO", "meaning": "Senior investigating officer"}},
    "declaration": {
        "DEC-01": {
            "part": "author",
            "declared_on": "2024-03-15",
            "no_direct_involvement": "I had no part in the case.",
            "no_line_management": "I managed nobody involved.",
            "conflicts": "None",
        }
    },
    "parallel_process": {
        f"PAR-{at:02d}": {"process": process, "status": "none", "checked_on": "2024-03-21"}
        for at, process in enumerate(PROCESSES, 1)
    },
}

_EVIDENCE: Part = {
    "records_statement": {"records_statement": {"told_on": "2024-03-02", "secured_on": "2024-03-03"}},
    "record": {
        "REC-01": {
            "description": "Case file",
            "medium": "electronic",
            "status": "held",
            "secured_on": "2024-03-03",
            "examined_on": "2024-04-10",
        },
        "REC-02": {
            "description": "Paper file of 2015",
            "medium": "paper",
            "status": "destroyed",
            "police_asked_on": "2024-03-10",
            "police_reply": "A copy of one page is held.",
        },
    },
    "policy": {"POL-01": {"title": "Policy on risk", "body": "The agency"}},
    "entry": {
        "CE-001": {
            "date": "4 May 2023",
            "event": "Case Officer 1 took a call from Police Officer 1.",
            "sources": [{"record": "REC-01", "place": "p. 3"}],
        },
        "CE-002": {"date": "about July 2023", "event": "A visit was planned.", "sources": [{"record": "REC-01"}]},
        "CE-003": {"date": "3 August 2023", "event": "The visit was made.", "sources": [{"record": "REC-01"}]},
    },
    "chronology_sign_off": {
        "CSO-01": {"stage": "As sent", "signed_off_on": "2024-05-01", "signed_off_by": "Commissioning manager"}
    },
    "interview": {
        "INT-01": {
            "staff": "STF-01",
            "status": "held",
            "held_on": "2024-05-10",
            "purpose_explained": True,
            "potential_witness": "no",
            "witness_answered_on": "2024-05-02",
            "record": "What was said.",
            "shared_on": "2024-05-14",
            "consents": [{"process": "Inquest", "consent": True, "date": "2024-05-14"}],
        },
        "INT-02": {"staff": "STF-02", "status": "not held", "reason": "Left the service and could not be found."},
    },
}

_FINDINGS: Part = {
    "context": {"context": {"role_of_agency": "What the agency does.", "workload": "High."}},
    "summary": {"SUM-01": {"text": "The agency was told of a risk.", "refs": ["CE-001"]}},
    "section": {"SEC-01": {"question": "Q-1", "heading": "Risk"}, "SEC-02": {"question": "Q-2", "heading": "Sharing"}},
    "paragraph": {
        "AN-01": {"section": "SEC-01", "part": "finding", "text": "It was recognised late.", "refs": ["CE-002"]},
        "AN-02": {"section": "SEC-02", "part": "finding", "text": "It was shared the same day.", "refs": ["CE-001"]},
    },
    "key_decision": {"KD-01": {"number": 1, "decision": "Not to visit in May", "why": "No car was free."}},
    "findings": {"findings": {"resources_overall": "A shortfall was found in May.", "voice": "The child was heard."}},
    "equality": {"EQ-01": {"characteristic": "Age", "relevant": True}},
    "good_practice": {"GP-01": {"what": "The call was noted at once.", "evidence": ["CE-001"]}},
    "accuracy": {
        "accuracy": {"text": "I have checked it.", "declared_on": "2024-07-01", "unsourced_reviewed_on": "2024-06-30"}
    },
    "lesson": {
        "LES-01": {"text": "Visits need a car.", "recommendation": "RCM-01", "evidence": ["KD-01"]},
        "LES-02": {"text": "Notes at once.", "reason_for_none": "It is done already."},
    },
    "early_action": {"EA-01": {"lesson": "LES-02", "action": "Notes are made at once.", "started": "2024-04-01"}},
    "recommendation": {
        "RCM-01": {
            "number": 1,
            "lesson": "LES-01",
            "text": "Keep one car free.",
            "specific": "One car",
            "measurable": "Visits made in a day",
            "achievable": "By the office manager",
            "relevant": "LES-01",
            "time_bound": "2024-12-31",
        }
    },
    "action": {
        "ACT-01": {
            "recommendation": "RCM-01",
            "action": "Set one car aside.",
            "expected_change": "Visits are made in a day.",
            "owner": "Office manager",
            "due": "2024-12-31",
        }
    },
    "quality_checklist": {
        "quality_checklist": {"completed_by": "Commissioning manager", "completed_on": "2024-07-10", "version": 1}
    },
    "quality_item": {
        "QA-01": {"item": "Q-01", "decided_by": "auto", "answer": "yes"},
        "QA-02": {"item": "Q-05", "decided_by": "ask", "answer": "yes", "comment": "Seen."},
    },
}

READY: dict[str, Part] = {
    "both": _SET_UP | _EVIDENCE | _FINDINGS,
    "cps": {
        "review": {"review": {"agency": "cps", "template": "T1"}},
        "author": {"author": {"job_title": "Deputy Chief Crown Prosecutor", "area": "CPS Elsewhere"}},
        "notification": {
            "NOT-01": {
                "recipient": "coo",
                "to_role": "Chief Operating Officer",
                "date": "2024-03-04",
                "by_role": "Chief Crown Prosecutor",
                "what": "The request and the letter",
            }
        },
        "clearance": {
            "CLR-01": {
                "what": "commitment",
                "who": "Director of Public Prosecutions",
                "about": ["RCM-01"],
                "status": "cleared",
                "cleared_on": "2024-07-01",
            },
            "CLR-02": {
                "what": "commitment",
                "who": "Operations Directorate",
                "about": ["RCM-01"],
                "status": "cleared",
                "cleared_on": "2024-07-01",
            },
            "CLR-03": {
                "what": "final draft",
                "who": "Chief Operating Officer",
                "status": "cleared",
                "cleared_on": "2024-07-05",
                "version": 1,
            },
        },
        "disclosure_item": {
            "DIS-01": {"date": "2024-05-10", "description": "Record of an interview", "relevant": "no"}
        },
    },
    "ho": {
        "review": {"review": {"agency": "ho", "template": "T2"}},
        "author": {"author": {"job_title": "Senior Investigator", "area": "Professional Standards Unit"}},
        "notification": {
            f"NOT-{at:02d}": {
                "recipient": recipient,
                "to_role": f"Recipient {at}",
                "date": "2024-03-02",
                "channel": "secure e-mail",
                "subject": "Serious Case Review: Child A",
            }
            for at, recipient in enumerate(("scs_line_manager", "scs_childrens_lead", "psu", "occ"), 1)
        },
        "business_area": {
            "BA-01": {
                "name": "Casework",
                "referred_to_in": "both",
                "consulted_on": "2024-06-01",
                "system_reference": "CID 1",
            }
        },
    },
}

SIGNED: Part = {
    "signature": {
        "SIG-01": {
            "role": "author",
            "part": "report",
            "name": "Example Author",
            "job_title": "Author",
            "signed_at": "2024-07-12T10:00:00+00:00",
            "version": 1,
            "public_key": "aa",
        },
        "SIG-02": {
            "role": "counter_signatory",
            "part": "report",
            "name": "Example Manager",
            "job_title": "Commissioning manager",
            "signed_at": "2024-07-15T10:00:00+00:00",
            "version": 1,
            "public_key": "bb",
        },
    }
}

CLOSED: dict[str, Part] = {
    "both": {
        "afterwards": {
            "afterwards": {
                "presented_on": "2024-07-20",
                "presented_version": 1,
                "presented_channel": "secure e-mail",
                "presented_subject": "Serious Case Review: Child A: report",
                "overview_completed_on": "2024-10-01",
            }
        },
        "debrief": {
            "DBR-01": {"staff": "STF-01", "first_held": "2024-08-01"},
            "DBR-02": {"staff": "STF-02", "reason": "Left the service."},
        },
    },
    "cps": {},
    "ho": {
        "afterwards": {"afterwards": {"lessons_learned_team_sent_on": "2024-07-20"}},
        "business_area": {
            "BA-01": {"told_of_board_recommendations_on": "2024-10-10", "plan_system_reference": "CID 2"}
        },
    },
}
