"""Cases when villages are merged."""

import re
from datetime import date
from typing import Any

import pytest

from rectification import followers
from rectification.followers import FOLLOWERS
from rectification.models import ProblemItem, RectificationCase
from rectification.states import CaseStatus
from tests.rectification.situations import case_in, with_plan
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.divisions.mapchange import Follow, MapChange, MapVerb
from villages.models import Village

pytestmark = pytest.mark.django_db
LI, HE = "999901001200", "999901001201"
[CASES] = FOLLOWERS
MERGE = MapChange(
    verb=MapVerb.MERGE, county_code="999901", effective_on=date(2026, 11, 1), basis="县政府批复",
    follows=(Follow(LI, HE, "merge"),),
)  # fmt: skip


def test_an_open_case_goes_along_with_its_file(people: Any) -> None:
    case = with_plan(case_in(LI, CaseStatus.IN_PROGRESS))

    assert CASES.count([LI]) == 1
    assert CASES.move(MERGE, people[Role.COUNTY_STAFF]) == 1

    case.refresh_from_db()
    assert case.village.code == HE
    assert ProblemItem.objects.get(case=case).village.code == HE
    last = case.events.last()
    assert (last.step, last.village.code) == ("moved", HE)


def test_relapsed_and_withdrawn_cases_stay_history(people: Any) -> None:
    case_in(LI, CaseStatus.WITHDRAWN)

    assert CASES.move(MERGE, people[Role.COUNTY_STAFF]) == 0
    assert RectificationCase.objects.get().village.code == LI


def test_two_open_cases_must_be_settled_by_people_first(people: Any) -> None:
    case_in(LI, CaseStatus.IN_PROGRESS)
    case_in(HE, CaseStatus.SCREENING)

    with pytest.raises(DomainError, match="合并后一个村只能有一个") as refused:
        CASES.move(MERGE, people[Role.COUNTY_STAFF])
    assert refused.value.code == "merge_open_cases"


@pytest.mark.parametrize(
    ("mine", "other", "ways"),
    [
        ("in_progress", "screening", ("办理“误列撤销”", "办理“排查后不上报”")),
        ("joint_review", "proposed", ("办理“不予认定”", "先“退回重新排查”再“排查后不上报”")),
    ],
)
def test_the_refusal_names_both_and_the_way_out_of_each(
    people: Any, mine: str, other: str, ways: tuple[str, str]
) -> None:
    one, two = case_in(LI, CaseStatus(mine)), case_in(HE, CaseStatus(other))

    with pytest.raises(DomainError) as refused:
        CASES.move(MERGE, people[Role.COUNTY_STAFF])

    for case, way in zip((one, two), ways, strict=True):
        assert f"{case}({case.get_status_display()})" in refused.value.message
        assert f"{case}{way}" in refused.value.hint


def test_a_case_opened_during_the_merge_is_told_like_one_before(
    people: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_in(LI, CaseStatus.IN_PROGRESS)
    case_in(HE, CaseStatus.SCREENING)
    look, looks = followers._refuse_two, []

    def first_look_sees_nothing(*args: Any) -> None:
        looks.append(args)
        if len(looks) > 1:
            look(*args)

    monkeypatch.setattr(followers, "_refuse_two", first_look_sees_nothing)

    with pytest.raises(DomainError) as refused:
        CASES.move(MERGE, people[Role.COUNTY_STAFF])
    assert refused.value.code == "merge_open_cases"


def test_the_wizard_says_it_and_changes_nothing(people: Any, client_as: Any) -> None:
    client = client_as(people[Role.COUNTY_STAFF])
    case_in(LI, CaseStatus.IN_PROGRESS)
    case_in(HE, CaseStatus.SCREENING)
    asked = {
        "units": [LI, HE], "into": HE, "name": "和村", "effective_on": "2026-10-01",
        "basis": "青政发〔2026〕8号",
    }  # fmt: skip
    preview = client.post("/changes/merge/", asked | {"step": "preview"}).content.decode()
    digest = re.findall(r'name="digest" value="([^"]+)"', preview)

    answer = client.post("/changes/merge/", asked | {"step": "confirm", "digest": digest[0]})

    assert "合并后一个村只能有一个整顿" in answer.content.decode()
    assert "请先了结其中一个" in answer.content.decode()
    assert Village.objects.get(code=LI).valid_to is None


def test_a_closed_case_goes_along_beside_an_open_one(people: Any) -> None:
    case_in(LI, CaseStatus.CLOSED)
    case_in(HE, CaseStatus.IN_PROGRESS)

    assert CASES.move(MERGE, people[Role.COUNTY_STAFF]) == 1
