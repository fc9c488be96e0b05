"""What a batch achieved: every number is the sum of its rows, and nothing is unknown and zero."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rectification.figures.effects import Effects, effects
from rectification.states import CaseStatus
from rectification.wording.effects import paragraph, sentences
from tests.rectification.effects.situations import (
    ALL,
    COUNTY,
    FAR,
    HE,
    LI,
    NEAR,
    TODAY,
    ZHOU,
    batch,
    developed,
)
from tests.rectification.situations import case_in
from villages.common.figures import Missing
from villages.common.scope import Scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def small(county: Any) -> Effects:
    batch()
    return effects(ALL, COUNTY, 2026, TODAY)


def told(found: Effects) -> dict[str, Any]:
    """Values by key; kinds by their name."""
    return {one.name or one.key: one.figure.value for one in found.all}


def test_the_figures_of_a_batch(small: Effects) -> None:
    assert told(small) == {
        "listed": 4, "applied": 3, "passed": 1, "failed": 1, "pending": 1, "not-applied": 1,
        "branch-complete": 1, "committee-complete": 1, "both-complete": 1,
        "activists": 10, "recruits": 3, "recruiting-villages": 1, "reserve": 2,
        "土地": 1, "宅基地": 1,
        "大棚": 50, "道路": Decimal("3.5"), "支部班子组建": 1,
        "petitions": 3,
    }  # fmt: skip


def test_every_figure_is_the_sum_of_its_rows(small: Effects) -> None:
    for one in small.all:
        assert sum(row.value for row in one.read().rows) == one.figure.value, one.key


def test_every_listed_village_has_one_fate(small: Effects) -> None:
    values = told(small)

    parts = ("passed", "failed", "pending", "not-applied")
    assert sum(values[one] for one in parts) == values["listed"]


def test_silent_villages_are_gaps_and_not_zeros(small: Effects) -> None:
    gaps = {one.key: one.figure.missing for one in small.all if one.figure.missing}

    assert gaps["activists"] == (ZHOU, FAR)
    assert gaps["petitions"] == (HE, ZHOU)
    assert gaps["both-complete"] == (HE, ZHOU)
    assert gaps["reserve"] == (HE, ZHOU)
    petitions = small.get("petitions")
    assert petitions
    reasons = {one.place.code: one.reason for one in petitions.read().left_out}
    assert reasons == {HE: "没有登记", ZHOU: "没有登记", FAR: "没有信访(已登记 1 个月)"}


def test_what_is_left_out_says_why(small: Effects) -> None:
    both, land = small.get("both-complete"), next(x for x in small.all if x.name == "土地")

    assert both
    reasons = {one.place.code: one.reason for one in both.read().left_out}
    assert "缺党组织书记" in reasons[FAR]
    assert reasons[HE] == "没有村干部台账"
    assert [one.reason for one in land.read().left_out] == ["土地纠纷第1件(未解决)"]
    assert (land.figure.value, land.figure.denominator) == (1, 2)


def test_a_township_has_its_own_part(county: Any) -> None:
    batch()

    values = told(effects(NEAR, COUNTY, 2026, TODAY))

    assert (values["listed"], values["pending"], values["大棚"]) == (3, 0, 30)
    assert (values["reserve"], values["petitions"]) == (1, 3)
    assert told(effects(Scope(), COUNTY, 2026, TODAY))["listed"] == 0


def test_a_batch_of_the_past_ends_with_its_year(county: Any) -> None:
    case_in(LI, CaseStatus.WITHDRAWN)
    days = {"listed_year": 2025, "screened_on": date(2025, 1, 8), "proposed_on": None}
    case_in(LI, CaseStatus.CLOSED, **days)
    developed(LI, 202512, accepted=4)
    developed(LI, 202601, accepted=1)

    found = effects(ALL, COUNTY, 2025, TODAY)

    assert found.on == date(2025, 12, 31)
    assert (told(found)["listed"], told(found)["recruits"]) == (1, 4)


def test_an_empty_batch_has_no_case_and_no_groups(county: Any) -> None:
    found = effects(ALL, COUNTY, 2026, TODAY)

    assert {one.figure.value for one in found.all} == {0}
    assert found.groups == []
    assert paragraph(found) == ""


def test_a_fixed_number_of_queries(county: Any) -> None:
    case_in(LI, CaseStatus.IN_PROGRESS)
    effects(ALL, COUNTY, 2026, TODAY)  # the county's numbers are read once
    few = _queries()
    batch_of_more()

    assert _queries() == few <= 15


def batch_of_more() -> None:
    for code in (HE, ZHOU, FAR):
        case_in(code, CaseStatus.IN_PROGRESS)
        developed(code, 202609, activists=1)


def _queries() -> int:
    with CaptureQueriesContext(connection) as seen:
        effects(ALL, COUNTY, 2026, TODAY)
    return len(seen)


def test_sentences_say_what_the_figures_say(small: Effects) -> None:
    assert paragraph(small) == (
        "2026年排查确定后进村4个，申请验收3个，验收合格1个，验收不合格1个，等待结论1个，没有申请1个。"
        "截至2026年11月3日，党组织班子健全的村1个，村委会班子健全的村1个，两个班子都健全的村1个"
        "（另有2个村没有登记，未计入）。整顿中支部班子组建1个。"
        "有入党积极分子10名，当年在1个村发展党员3名（另有2个村没有登记，未计入），"
        "有后备干部2名（另有2个村没有登记，未计入）。"
        "解决问题：土地1个、宅基地1个。"
        "办实事：大棚50座、道路3.5公里。"
        "当年发生信访3件（另有2个村没有登记，未计入）。"
    )
    assert sentences(small)[0].figure_codes[:2] == (
        "cases.effects.listed", "cases.acceptance.applied"
    )  # fmt: skip


def test_nothing_is_said_of_what_nobody_filed(county: Any) -> None:
    case_in(LI, CaseStatus.IN_PROGRESS)

    found = effects(ALL, COUNTY, 2026, TODAY)

    assert paragraph(found) == "2026年排查确定后进村1个，没有申请1个。"
    assert told(found)["petitions"] == Missing.NOT_FILED
