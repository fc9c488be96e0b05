"""Two people open a case of one village at once: the later one is told in words.

What each looked up before the other had saved is stood for by looks that see nothing; the
database's own constraint then decides.
"""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from rectification.actions import one_open, opening
from rectification.actions.following import relapse
from rectification.models import CaseSituation, RectificationCase
from rectification.states import CaseStatus
from tests.rectification.situations import case_in, scheme, standard
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.ledgers import actions as writing
from villages.models import Village

pytestmark = pytest.mark.django_db
LI, ON = "999901001200", date(2026, 11, 2)


@pytest.fixture
def staff(people: Any) -> Any:
    return people[Role.COUNTY_STAFF]


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first look at open cases comes before the other person has saved."""
    look, looks = one_open.refuse_second, []

    def later(*args: Any) -> None:
        looks.append(args)
        if len(looks) > 1:
            look(*args)

    monkeypatch.setattr(one_open, "refuse_second", later)


def refused(act: Any, *args: Any, **more: Any) -> DomainError:
    with pytest.raises(DomainError) as error:
        act(*args, **more)
    assert error.value.code == "case_open"
    return error.value


@pytest.mark.parametrize("name", ["open_screening", "list_directly"])
def test_the_later_of_two_is_told_who_was_first(name: str, staff: Any, blind: None) -> None:
    scheme("999901")
    first = case_in(LI, CaseStatus.PLANNING)
    more = {"facts": "书记空缺"} if name == "open_screening" else {"document_no": "1号"}

    said = refused(
        getattr(opening, name), first.village, by=staff, on=ON, year=2026, case_class="weak_lax",
        **more,
    )  # fmt: skip

    assert first.number in said.message
    assert "制定方案" in said.message
    assert RectificationCase.objects.count() == 1


def test_a_relapse_beside_a_new_case_is_told(staff: Any, blind: None) -> None:
    closed = case_in(LI, CaseStatus.CLOSED, listed_year=2025)
    case_in(LI, CaseStatus.SCREENING)

    said = refused(relapse, closed, by=staff, on=ON, reason="散了", document_no="1号")

    assert "请先办结或撤销它" in said.hint
    closed.refresh_from_db()
    assert closed.status == CaseStatus.CLOSED


def test_the_page_of_the_screening_tells_it(
    staff: Any, client_as: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the page and the button somebody else was quicker."""
    standard("999901")
    case_in(LI, CaseStatus.SCREENING)
    url = reverse("cases:screening_open", args=[2026, LI])
    form = {"on": "2026-11-02", "case_class": "weak_lax", "items": ["WL01"], "facts": "书记空缺"}

    answer = client_as(staff).post(url, form)

    assert answer.status_code == 200
    assert "已有没有办结的整顿 2026-001(排查摸底)" in answer.content.decode()


def test_the_form_of_the_ledger_tells_it(
    staff: Any, client_as: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_in(LI, CaseStatus.SCREENING)
    # Neither look finds the other one's row.
    monkeypatch.setattr(writing, "twin_fault", lambda _ledger, _row: None)
    form = {
        "village": LI, "listed_year": "2026", "case_class": "weak_lax", "facts": "书记空缺",
        "screened_on": "2026-11-02",
    }  # fmt: skip

    answer = client_as(staff).post(reverse("ledgers:cases_new"), form)

    assert answer.status_code == 200
    assert "刚有人登记了同样的整顿" in answer.content.decode()
    assert RectificationCase.objects.count() == 1


def test_a_row_of_the_file_written_twice_at_once_is_told(
    staff: Any, client_as: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = standard("999901").items.get(code="WL01")
    case = case_in(LI, CaseStatus.SCREENING)
    mine = {"case": case, "village": case.village, "county_code": case.county_code}
    CaseSituation.objects.create(**mine, item=item, facts="先登记的")
    monkeypatch.setattr(writing, "twin_fault", lambda _ledger, _row: None)

    answer = client_as(staff).post(
        reverse("ledgers:case-situations_new"),
        {"village": LI, "case": case.uid, "item": item.uid, "facts": "后登记的"},
    )

    assert answer.status_code == 200
    assert "刚有人登记了同样的认定情形" in answer.content.decode()
    assert "后登记的" in answer.content.decode()


def test_a_sheet_that_meets_a_new_case_is_refused_whole(staff: Any) -> None:
    case_in(LI, CaseStatus.SCREENING)
    twin = RectificationCase(
        village=Village.objects.get(code=LI), county_code="999901", number="2026-077",
        listed_year=2026, case_class="weak_lax", status_since=ON, screened_on=ON, facts="重复",
    )  # fmt: skip

    with pytest.raises(DomainError) as error, one_open.many_open():
        RectificationCase.objects.bulk_create([twin])

    assert error.value.code == "case_open"
    assert RectificationCase.objects.count() == 1
