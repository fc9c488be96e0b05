"""A draft from its form to its paper: units, matters, a case, a chase."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rectification.states import CaseStatus
from rectification.supervision.models import OrderItem, OrderUnit, SupervisionOrder
from rectification.supervision.states import UnitStatus
from tests.factories import signed_in
from tests.rectification.situations import case_in, with_plan
from tests.rectification.supervision.situations import (
    EAST,
    FAR,
    HE,
    LI,
    WILLOW,
    Cast,
    draft,
    issued,
    only,
    order_in,
    part_in,
)
from villages.accounts.models import User

pytestmark = pytest.mark.django_db
SAID = {
    "kind": "supervise", "urgency": "plain", "subject": "机井维修", "requirement": "修好。",
}  # fmt: skip


def at(name: str, order: SupervisionOrder) -> str:
    return reverse(f"supervision:{name}", args=[order.uid])


def text(answer: Any) -> str:
    return str(answer.content.decode())


def line(key: str, **given: str) -> dict[str, str]:
    """What the page of units sends of one ticked unit."""
    values = {"chosen": "on", "role": "lead", "due_on": "", "person": "", **given}
    return {f"{key}-{name}": value for name, value in values.items()}


@pytest.fixture
def desk(cast: Cast) -> Client:
    """The author, signed in."""
    return signed_in(cast.author)


def test_a_draft_by_hand_goes_on_to_its_units(desk: Client) -> None:
    answer = desk.post(reverse("supervision:new"), SAID)

    order = SupervisionOrder.objects.get()
    assert answer["Location"] == at("units", order)
    assert (order.from_code, order.origin) == ("999901", "hand")


def test_what_is_missing_is_said_at_its_field(desk: Client) -> None:
    answer = desk.post(reverse("supervision:new"), {**SAID, "requirement": ""})

    assert answer.status_code == 200
    assert "办理要求" in text(answer)
    assert not SupervisionOrder.objects.exists()


def test_a_case_fills_in_village_township_and_matter(cast: Cast, desk: Client) -> None:
    case = with_plan(case_in(LI, CaseStatus.IN_PROGRESS))
    url = f"{reverse('supervision:new')}?case={case.uid}"

    form = text(desk.get(url))
    assert "书记空缺五个月" in form
    assert url in text(desk.get(case.get_absolute_url()))
    answer = desk.post(url, SAID)

    order = SupervisionOrder.objects.get()
    assert answer["Location"] == at("order", order)
    assert (order.origin, order.origin_uid) == ("case", case.uid)
    item = OrderItem.objects.get()
    assert (item.village, item.case, item.unit.unit_code) == (case.village, case, EAST)
    assert "2026-09-30" in item.data


def test_a_township_asks_a_department_about_its_case(cast: Cast) -> None:
    case = case_in(LI, CaseStatus.IN_PROGRESS)
    url = f"{reverse('supervision:new')}?case={case.uid}"

    answer = signed_in(cast.clerk).post(url, SAID)

    order = SupervisionOrder.objects.get()
    assert answer["Location"] == at("units", order)
    assert order.from_code == EAST
    body = text(signed_in(cast.clerk).get(at("units", order)))
    assert "县水利局" in body
    assert "柳林镇" not in body


def test_a_foreign_case_starts_nothing(cast: Cast) -> None:
    case = case_in(FAR, CaseStatus.IN_PROGRESS)

    answer = signed_in(cast.clerk).get(f"{reverse('supervision:new')}?case={case.uid}")

    assert answer.status_code == 404


def test_the_button_of_a_case_is_for_those_who_draft(cast: Cast, people: dict[str, User]) -> None:
    case = case_in(LI, CaseStatus.IN_PROGRESS)
    url = f"{reverse('supervision:new')}?case={case.uid}"

    for name in ("county_leader", "village_secretary"):
        assert url not in text(signed_in(people[name]).get(case.get_absolute_url()))


def test_units_are_chosen_with_role_day_and_person(cast: Cast, desk: Client) -> None:
    order = draft(cast, townships=(WILLOW,))
    data = line(EAST, person="王书记", due_on="2026-12-01") | line(cast.department.uid, role="help")

    answer = desk.post(at("units", order), data)

    assert answer["Location"] == at("items", order)
    found = {one.unit_name: one for one in OrderUnit.objects.all()}
    assert set(found) == {"东关街道", "县水利局"}
    east = found["东关街道"]
    assert (east.role, east.person, east.due_on) == ("lead", "王书记", date(2026, 12, 1))
    assert found["县水利局"].role == "help"
    assert not OrderItem.objects.exists()


def test_the_choice_says_what_a_unit_already_owes(cast: Cast, desk: Client) -> None:
    issued(cast)
    order = draft(cast, townships=(WILLOW,))

    body = text(desk.get(at("units", order)))

    row = body[body.index("东关街道</span>") :]
    numbers = [part.split("<")[0] for part in row.split('as-cards__value">')[1:5]]
    # One paper to answer, not late yet; the month of the business date is November.
    assert numbers == ["1", "0", "0", "0"]


def test_a_bad_day_is_said_and_nothing_changes(cast: Cast, desk: Client) -> None:
    order = draft(cast)

    answer = desk.post(at("units", order), line(EAST, due_on="明天"))

    assert "东关街道" in text(answer)
    assert "error-summary" in text(answer)
    assert only(order).due_on is None


def test_a_matter_is_added_to_several_units_and_taken_off(cast: Cast, desk: Client) -> None:
    order = draft(cast, townships=(EAST, WILLOW))
    OrderItem.objects.all().delete()
    parts = [one.uid for one in OrderUnit.objects.all()]

    desk.post(at("items", order), {"units": parts, "text": "清理水渠", "data": "2 公里"})
    assert OrderItem.objects.filter(text="清理水渠").count() == 2

    gone = OrderItem.objects.filter(unit__unit_code=EAST).get()
    desk.post(at("items", order), {"remove": gone.uid})
    assert OrderItem.objects.get().unit.unit_code == WILLOW


def test_a_matter_about_a_foreign_village_is_refused(cast: Cast, desk: Client) -> None:
    order = draft(cast)

    answer = desk.post(
        at("items", order), {"units": [only(order).uid], "text": "清理水渠", "village": FAR}
    )

    assert "不属于东关街道" in text(answer)
    assert OrderItem.objects.count() == 1


def test_what_is_out_takes_no_more_units_and_matters(cast: Cast, desk: Client) -> None:
    order = issued(cast)

    assert "承办单位不能再改" in text(desk.get(at("units", order)))
    assert "添加事项" not in text(desk.get(at("items", order)))
    answer = desk.post(at("items", order), {"units": [only(order).uid], "text": "再加"})
    assert "不能改动" in text(answer)


@pytest.mark.parametrize("name", ["units", "items"])
def test_others_do_not_touch_a_draft(cast: Cast, name: str) -> None:
    order = draft(cast)

    assert signed_in(cast.clerk).get(at(name, order)).status_code == 404
    assert signed_in(cast.seat).get(at(name, order)).status_code == 403


def test_overdue_parts_become_one_draft(cast: Cast, desk: Client, monkeypatch: Any) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-10")
    order = issued(cast, townships=(EAST, WILLOW))
    url = reverse("supervision:chase")

    body = text(desk.get(url))
    assert "手上待反馈 1 件,逾期 1 件;本月已收到 0 张" in body
    answer = desk.post(url, {"parts": [one.uid for one in order.units.all()]})

    made = SupervisionOrder.objects.get(origin="chase")
    assert answer["Location"] == at("order", made)
    assert {one.unit_name for one in made.units.all()} == {"东关街道", "柳林镇"}


def test_a_chase_of_nothing_says_so(cast: Cast, desk: Client, monkeypatch: Any) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-10")
    issued(cast)

    answer = desk.post(reverse("supervision:chase"), {})

    assert "请勾选要催办的单子" in text(answer)


def test_an_overdue_part_climbs_by_a_button(cast: Cast, desk: Client, monkeypatch: Any) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2026-11-10")
    part = only(issued(cast))
    url = reverse("ledgers:order-units_do_escalate", args=[part.uid])
    assert url in text(desk.get(at("order", part.order)))

    desk.post(url, {"on": "2026-11-10", "row_version": part.version})

    made = SupervisionOrder.objects.get(origin="ladder")
    body = text(desk.get(at("order", part.order)))
    assert at("order", made) in body
    assert url not in body


def test_figures_open_their_rows(cast: Cast, desk: Client) -> None:
    part_in(UnitStatus.RETURNED, cast)
    body = text(desk.get(reverse("supervision:figures")))

    urls = [
        piece.split('"')[0].replace("&amp;", "&")
        for piece in body.split('href="')[1:]
        if piece.startswith("/ledgers/order") and "=" in piece.split('"')[0]
    ]
    # Three lights, the kind, two of the reason, two of the house.
    assert len(urls) == 8
    rows = {"short_notice": 0, "light=red": 0, "light=green": 0, "light=yellow": 2}
    for url in urls:
        answer = desk.get(url)
        assert answer.status_code == 200
        count = next((rows[word] for word in rows if word in url), 1)
        assert (f"{count} 条" in text(answer)) is bool(count), url


def test_who_answers_for_a_department_is_appointed(cast: Cast, desk: Client) -> None:
    data = {
        "department": cast.empty.uid, "user": cast.seat.uid, "valid_from": "2026-11-01",
    }  # fmt: skip
    url = reverse("supervision:seats")

    assert desk.post(url, data).status_code == 302
    assert "此人已是该部门的经办人" in text(desk.post(url, data))


def test_the_lists_are_installed_once(people: dict[str, User], county_client: Client) -> None:
    url = reverse("supervision:install")
    assert url in text(county_client.get(reverse("supervision:hub")))

    county_client.post(url)

    assert url not in text(county_client.get(reverse("supervision:hub")))


def test_no_page_costs_more_with_more_units(
    cast: Cast, desk: Client, django_assert_max_num_queries: Any
) -> None:
    order = order_in("issued", cast, townships=(EAST, WILLOW), departments=[cast.department])
    more = issued(cast)

    with django_assert_max_num_queries(40) as first:
        desk.get(at("order", more))
    with django_assert_max_num_queries(40) as second:
        desk.get(at("order", order))

    assert len(first) == len(second)


def test_villages_of_two_matters_are_told_apart(cast: Cast, desk: Client) -> None:
    order = draft(cast)
    desk.post(at("items", order), {"units": [only(order).uid], "text": "清理水渠", "village": HE})

    assert "何河村" in text(desk.get(at("order", order)))
