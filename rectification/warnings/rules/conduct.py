"""W13 and W14: how people came into their posts, and how they behave in them."""

from rectification.warnings.rules.declaring import (
    Category,
    Examples,
    Finding,
    Level,
    Parameters,
    Threshold,
    rule,
)
from rectification.warnings.rules.measures import Bad, Measure
from rectification.warnings.rules.village import VillageFacts


def _reviewing(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    if facts.unreviewed is None:
        return ()
    return (
        Measure(
            "未经联审任职天数", "天", facts.unreviewed_days, Bad.REACHED,
            values["yellow_days"] + 1, values["red_days"],
        ),
        Measure(
            "联审不通过仍在任", "人", facts.review_rejected, Bad.REACHED, None,
            values["red_rejected"],
        ),
    )  # fmt: skip


@rule(
    "W13",
    "未经联审任职",
    Category.CADRES,
    basis="新任村“两委”职务应当先经县级联审,有不合格情形的不得任职。",
    thresholds={
        "yellow_days": Threshold(15, "任职后超过此天数仍无有效联审结论为黄色", "天"),
        "red_days": Threshold(30, "任职后达到此天数仍无有效联审结论为红色", "天"),
        "red_rejected": Threshold(1, "联审不通过仍在任达到此数为红色", "人"),
    },
    examples=Examples(
        red=VillageFacts(10, unreviewed=1, unreviewed_days=30),
        yellow=VillageFacts(10, unreviewed=1, unreviewed_days=16),
        green=VillageFacts(10, unreviewed=1, unreviewed_days=15),
        unknown=VillageFacts(10),
    ),
    source="cadres.JointReview.result,cadres.PostTenure.started_on",
    ledgers=("joint-reviews", "tenures"),
    measuring=_reviewing,
)
def unreviewed_in_post(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Days in office without a valid conclusion; a rejection does not wait. Nothing is found
    where the county does not demand a review."""
    if facts.unreviewed is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    if facts.review_rejected >= values["red_rejected"]:
        return Finding(Level.RED, {"why": "rejected", "people": facts.review_rejected})
    late: dict[str, int | str] = {
        "why": "late",
        "people": facts.unreviewed,
        "days": facts.unreviewed_days,
    }
    if facts.unreviewed and facts.unreviewed_days >= values["red_days"]:
        return Finding(Level.RED, {**late, "limit": values["red_days"]})
    if facts.unreviewed_days > values["yellow_days"]:
        return Finding(Level.YELLOW, {**late, "limit": values["yellow_days"]})
    if facts.review_undated:
        return Finding(Level.UNKNOWN, {"why": "no_start", "people": facts.review_undated})
    return None


def _sanctions(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    if facts.sanctioned is None:
        return ()
    people = Measure(
        "近期受处置村干部", "人", facts.sanctioned, Bad.REACHED, values["yellow_people"],
        values["red_people"],
    )  # fmt: skip
    secretary = int(facts.secretary_sanctioned or facts.secretary_on_file)
    return people, Measure("书记受处置或在处置程序中", "人", secretary, Bad.REACHED, None, 1)


@rule(
    "W14",
    "村干部违纪违法",
    Category.CADRES,
    basis="村干部受处理处分的列入软弱涣散排查情形,书记被立案或者受处置的从严。",
    thresholds={
        "yellow_people": Threshold(1, "近期受处置村干部达到此数为黄色", "人"),
        "red_people": Threshold(2, "近期受处置村干部达到此数为红色", "人"),
    },
    examples=Examples(
        red=VillageFacts(10, sanctioned=2),
        yellow=VillageFacts(10, sanctioned=1),
        green=VillageFacts(10, sanctioned=0),
        unknown=VillageFacts(10),
    ),
    source="cadres.Disposition.decided_on",
    ledgers=("dispositions",),
    measuring=_sanctions,
)
def cadres_sanctioned(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Cadres sanctioned in the county's last months (`cadres.sanction_months`), and the secretary
    by name of the post."""
    if facts.sanctioned is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    people = {"people": facts.sanctioned}
    if facts.secretary_sanctioned or facts.secretary_on_file:
        why = "secretary" if facts.secretary_sanctioned else "secretary_on_file"
        return Finding(Level.RED, {"why": why, **people})
    for level, key in ((Level.RED, "red_people"), (Level.YELLOW, "yellow_people")):
        if facts.sanctioned >= values[key]:
            return Finding(level, {"why": "people", **people, "limit": values[key]})
    return None


RULES = (unreviewed_in_post, cadres_sanctioned)
