"""The Home Office sample, stage 3: records secured and examined, policies in force, searches made."""

from __future__ import annotations

from imr_desk.sample.making import Maker

KEEPER = "Records manager, Professional Standards Unit"


def add(maker: Maker) -> None:
    """The statement on securing, six records of which one is destroyed, two policies and the searches."""
    maker.put(
        "records_statement",
        told_on="2014-08-20",
        secured_on="2014-08-21",
        text="The unit was told on 20 August 2014 and records were secured the next day. Access on CID was restricted "
        "to two posts, the paper file was called in, and the mailbox of the reporting centre was copied. Paper and "
        "electronic records were looked for in every business area named.",
    )
    _records(maker)
    _policies(maker)
    for system, result in (
        ("CID", "One record, for Mother with Child M as dependant; one for Father."),
        ("Border Force arrivals", "One arrival, of Mother and Father together, in 2010."),
    ):
        maker.put(
            "search_made", system=system, searched_on="2014-08-21", terms="Mother, Father, Child M", result=result
        )


def _records(maker: Maker) -> None:
    maker.put("case", "CASE-A", code="Claim 1", what="Mother's claim for asylum, with Child M", began="2013-04-15",
              ended="2013-12-12", outcome="Refused; appeal dismissed", related_case=False)  # fmt: skip
    maker.put("case", "CASE-B", code="Support 1", what="Support of Mother and Child M", began="2013-04-22",
              ended="2014-03-03", outcome="Ended when the address was found empty", related_case=False)  # fmt: skip
    rows = (
        ("CID record of Mother and Child M", "electronic", "CID", "April 2013 to July 2014", "CASE-A"),
        ("Paper file of the claim", "paper", "file store", "April 2013 to December 2013", "CASE-A"),
        ("Record of arrival", "electronic", "Border Force arrivals", "March 2010", ""),
        ("Support file with notices of the provider", "electronic", "support system", "April 2013 to March 2014",
         "CASE-B"),
        ("Mailbox and log of the reporting centre", "paper and electronic", "reporting centre",
         "September 2013 to July 2014", ""),
    )  # fmt: skip
    for number, (description, medium, system, period, case) in enumerate(rows, 1):
        maker.put(
            "record",
            f"REC-{number:02d}",
            description=description,
            medium=medium,
            system=system,
            period=period,
            case=case,
            held_by=KEEPER,
            secured_on="2014-08-21",
            access_restricted=True,
            status="held",
            examined_on=f"2014-09-{14 + number}",
            owner="Home Office",
            do_not_quote=False,
        )
    maker.put(
        "record",
        "REC-06",
        description="Log of the support helpline",
        medium="electronic",
        system="helpline of a contractor",
        period="June 2013",
        case="CASE-B",
        status="destroyed",
        owner="Home Office",
        note="Status explains why there is no date of securing.",
        gone_when={"edtf": "2014-06~", "words": "about June 2014"},
        gone_why="routine destruction after twelve months, under the contract",
        police_asked_on="2014-09-16",
        police_reply="18 September 2014: nothing held",
        effect="What Mother said in June 2013 is known only from the summary on the support file.",
    )


def _policies(maker: Maker) -> None:
    maker.put("policy", "POL-1", title="Every Child Matters: Change for Children, guidance under section 55",
              body="Home Office and Department for Education")  # fmt: skip
    maker.put(
        "policy_version",
        "POL-1a",
        policy="POL-1",
        version="November 2009",
        in_force_from="2009-11-02",
        used_in=["Q-1", "Q-2", "KD-1", "KD-2"],
        point="Have regard to the welfare of children in the country in each decision; refer concerns at once",
    )
    maker.put("policy", "POL-2", title="Instruction on families who leave supported addresses",
              body="UK Visas and Immigration, northern region")  # fmt: skip
    maker.put(
        "policy_version",
        "POL-2a",
        policy="POL-2",
        version="version 1",
        in_force_from="2012-10-01",
        used_in=["Q-1", "KD-1"],
        point="End support fourteen days after the provider reports an address empty. Silent on children.",
    )
