"""A small batch in which everything happens once."""

from datetime import date
from typing import Any

from branches.models import DevelopmentCount
from cadres.choices import Post
from rectification.models import Acceptance, CaseWord
from rectification.states import CaseStatus
from tests.cadres.teams import complete_team, person
from tests.rectification.situations import case_in
from tests.rectification.work.rows import problem, work
from tests.villages.affairs.factories import petitioned
from villages.common.scope import Scope
from villages.models import Village

LI, HE, ZHOU, FAR, GUO = (
    "999901001200", "999901001201", "999901001202", "999901101200", "999901101201",
)  # fmt: skip
COUNTY = "999901"
ALL, NEAR = Scope.of([COUNTY]), Scope.of(["999901001"])
TODAY = date(2026, 11, 3)
SOLVED = {"status": "solved_unverified", "solved_on": date(2026, 8, 1), "solution": "已确权"}


def developed(code: str, month: int, **counts: int) -> None:
    """What a village filed about recruiting."""
    where = Village.objects.get(code=code)
    DevelopmentCount.objects.create(village=where, county_code=COUNTY, month=month, **counts)


def failed_in(code: str, **given: Any) -> None:
    """A case of a paper ledger that was not accepted."""
    case = case_in(
        code, CaseStatus.IN_PROGRESS, origin="ledger", scheme=None, failed_count=1, **given
    )
    Acceptance.objects.create(
        case=case, village=case.village, county_code=COUNTY, result="failed", from_ledger=True
    )


def batch() -> None:
    """李庄 closed with a full team, 何河 failed, 周桥 did not apply, the other 李庄 waits, 郭集
    was listed by mistake. Of 周桥 nobody filed anything."""
    done, asks = case_in(LI, CaseStatus.CLOSED), case_in(FAR, CaseStatus.ACCEPTANCE_APPLIED)
    failed_in(HE)
    case_in(ZHOU, CaseStatus.IN_PROGRESS)
    wrong = case_in(GUO, CaseStatus.WITHDRAWN)
    complete_team(LI)
    person(LI, Post.RESERVE, name="郑后")
    person(FAR, Post.RESERVE, name="吴备")
    developed(LI, 202512, activists=3, accepted=9)
    developed(LI, 202608, activists=5, accepted=1)
    developed(LI, 202609, activists=6, accepted=2)
    developed(HE, 202609, activists=4, accepted=0)
    developed(GUO, 202609, activists=50, accepted=50)
    for code, month, first in ((LI, 202609, 2), (LI, 202610, 0), (LI, 202512, 7), (FAR, 202610, 0)):
        petitioned(Village.objects.get(code=code), month, first=first, repeat=first // 2)
    problem(done, 1, **SOLVED)
    problem(done, 2, "宅基地", **SOLVED)
    problem(asks, 1)
    problem(wrong, 1, **SOLVED)
    work(done, "大棚", "30", note="村西")
    work(done, "道路", "3.5")
    work(asks, "大棚", "20")
    work(wrong, "大棚", "99")
    CaseWord.objects.create(
        county_code=COUNTY, use="work", name="支部班子组建", unit="个", line="team", position=900
    )
    work(done, "支部班子组建", "1")
