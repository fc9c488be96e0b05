"""Task lists: written, given to many, published, ticked, copied; and the meetings behind them."""

import json
from datetime import date
from typing import Any

import pytest

from rectification.supervision.actions.task_lists import copy_on, give, publish
from rectification.supervision.actions.ticking import tick, untick
from rectification.supervision.figures.task_sums import (
    completion,
    current,
    periods,
    task_rows,
)
from rectification.supervision.models import (
    GroupMeeting,
    ListTask,
    OrderUnit,
    SupervisionOrder,
    TaskList,
)
from rectification.supervision.waiting.tasks import TODOS
from tests.factories import UserFactory, signed_in
from tests.rectification.supervision.situations import COUNTY, EAST, TODAY, WILLOW, Cast
from tests.rectification.supervision.tasks.written import (
    LAST,
    PUBLISHED,
    SOON,
    given_list,
    task_list,
    task_of,
)
from tests.villages.rest.conftest import program_of
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.ledgers.actions import perform, write_row
from villages.ledgers.declaring import ledgers
from villages.ledgers.forms.building import VERSION
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
TEXT = "二十一个村已全部完成。"


def test_one_task_to_all_townships_at_once(cast: Cast) -> None:
    row = task_list()

    perform(ledgers()["task-lists"], ledgers()["task-lists"].verb("give"), row=row, version=1,
            by=cast.author, text="公开村务", due_on=SOON, townships="全部", departments="县水利局",
            field="law", person="")  # fmt: skip

    tasks = ListTask.objects.filter(list=row).order_by("seq")
    assert [(one.seq, one.unit_code, one.unit_name) for one in tasks] == [
        (1, EAST, "东关街道"), (2, WILLOW, "柳林镇"), (3, "", "县水利局"),
    ]  # fmt: skip


def test_what_is_not_published_is_the_countys(cast: Cast) -> None:
    row = given_list(cast)
    TaskList.objects.update(published_on=None)

    assert not TaskList.objects.visible_to(cast.clerk).exists()
    assert not ListTask.objects.visible_to(cast.clerk).exists()
    assert not ListTask.objects.visible_to(cast.seat).exists()
    assert ListTask.objects.visible_to(cast.author).count() == 6
    with pytest.raises(DomainError):
        tick(task_of(row, "东关街道", "公开村务"), by=cast.clerk, on=TODAY, text=TEXT)


def test_a_unit_sees_its_own_tasks(cast: Cast, people: Any) -> None:
    row = given_list(cast)

    assert {one.unit_name for one in ListTask.objects.visible_to(cast.clerk)} == {"东关街道"}
    assert [one.text for one in ListTask.objects.visible_to(cast.seat)] == ["水渠清淤"]
    assert not ListTask.objects.visible_to(people[Role.VILLAGE_SECRETARY]).exists()
    for user in (cast.clerk, cast.stranger, cast.seat):
        assert list(TaskList.objects.visible_to(user)) == [row]
    foreign = task_of(row, "柳林镇", "公开村务")
    assert signed_in(cast.clerk).get(f"/ledgers/list-tasks/{foreign.uid}/").status_code == 404


def test_publishing_needs_a_task_and_happens_once(cast: Cast) -> None:
    row = task_list()
    with pytest.raises(DomainError, match="还没有任务"):
        publish(row, by=cast.author, on=PUBLISHED)

    row = given_list(cast, title="另一张")
    with pytest.raises(DomainError, match="已经下发"):
        publish(row, by=cast.author, on=PUBLISHED)


def test_giving_to_nobody_is_refused(cast: Cast) -> None:
    with pytest.raises(DomainError, match="至少选择一个"):
        give(task_list(), by=cast.author, text="公开村务", due_on=SOON)


# Who ticks whose task, written by hand.
OWNERS = {
    ("东关街道", "公开村务"): {"clerk", "secretary", "api"},
    ("县水利局", "水渠清淤"): {"seat"},
    ("县委组织部", "汇总通报"): {"author", "checker"},
}


@pytest.mark.parametrize(("unit", "text"), OWNERS)
def test_a_task_is_ticked_by_its_owner_alone(cast: Cast, unit: str, text: str) -> None:
    row = given_list(cast)
    done = set()
    for name in ("author", "checker", "leader", "clerk", "secretary", "stranger", "seat", "api"):
        task, by = task_of(row, unit, text), getattr(cast, name)
        try:
            tick(task, by=by, on=TODAY, text=TEXT)
        except DomainError as error:
            assert error.code == "task_side"
            continue
        done.add(name)
        untick(task, by=by, on=TODAY)

    assert done == OWNERS[unit, text]


def test_a_tick_has_words_and_a_day(cast: Cast) -> None:
    task = task_of(given_list(cast), "东关街道", "公开村务")

    tick(task, by=cast.clerk, on=TODAY, text=TEXT)

    task.refresh_from_db()
    assert (task.done_on, task.done_by, task.done_text) == (TODAY, cast.clerk.name, TEXT)
    with pytest.raises(DomainError, match="已经完成"):
        tick(task, by=cast.secretary, on=TODAY, text=TEXT)


def test_untick_is_for_the_same_person_the_same_day(cast: Cast) -> None:
    task = task_of(given_list(cast), "东关街道", "公开村务")
    # A colleague of the same name is not the same person.
    twin = UserFactory(role=Role.TOWNSHIP_CLERK, home_code=EAST, name=cast.clerk.name)
    tick(task, by=cast.clerk, on=TODAY, text=TEXT)

    for by, on in ((cast.secretary, TODAY), (twin, TODAY), (cast.clerk, date(2026, 11, 4))):
        with pytest.raises(DomainError, match="本人当天"):
            untick(task, by=by, on=on)
    untick(task, by=cast.clerk, on=TODAY)

    task.refresh_from_db()
    assert (task.done_on, task.done_by, task.done_text, task.ticker) == (None, "", "", None)


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 4)])
def test_no_tick_before_the_list_or_ahead_of_today(cast: Cast, day: date) -> None:
    task = task_of(given_list(cast), "东关街道", "公开村务")

    with pytest.raises(DomainError):
        tick(task, by=cast.clerk, on=day, text=TEXT)


def test_copied_to_the_next_period(cast: Cast) -> None:
    row = given_list(cast)
    tick(task_of(row, "东关街道", "公开村务"), by=cast.clerk, on=TODAY, text=TEXT)

    copy = copy_on(row, by=cast.author)

    assert (copy.title, copy.from_on, copy.to_on, copy.published_on) == (
        row.title, date(2026, 12, 1), date(2026, 12, 31), None,
    )  # fmt: skip
    old = ListTask.objects.filter(list=row).order_by("seq")
    new = ListTask.objects.filter(list=copy).order_by("seq")
    assert [(one.text, one.unit_name, one.field) for one in new] == [
        (one.text, one.unit_name, one.field) for one in old
    ]
    assert {one.due_on.isoformat() for one in new} == {"2026-12-05", "2026-12-02", "2026-12-31"}
    assert not any(one.done_on for one in new)
    with pytest.raises(DomainError, match="已经登记"):
        copy_on(row, by=cast.author)


def _sums(cast: Cast, user: Any = None) -> dict[str, list[tuple[Any, ...]]]:
    who = user or cast.author
    period = current(periods(who, COUNTY), TODAY)
    assert period is not None
    found = completion(task_rows(who, COUNTY, period), TODAY)
    names = ("label", "total", "done", "open", "late")
    return {
        part: [tuple(getattr(one, name) for name in names) for one in getattr(found, part)]
        for part in ("units", "fields", "lists")
    }


def test_completion_by_unit_field_and_list(cast: Cast) -> None:
    row = given_list(cast)
    tick(task_of(row, "东关街道", "公开村务"), by=cast.clerk, on=TODAY, text=TEXT)
    # Neither a list of another rhythm nor one that is not published counts.
    task_list(rhythm="week"), given_list(cast, title="未下发", rhythm="year")
    TaskList.objects.filter(title="未下发").update(published_on=None)

    assert _sums(cast) == {
        "units": [("东关街道", 2, 1, 1, 0), ("柳林镇", 2, 0, 1, 1), ("县水利局", 1, 0, 1, 0),
                  ("县委组织部", 1, 0, 1, 0)],
        "fields": [("政治引领", 3, 0, 3, 0), ("法治保障", 2, 1, 0, 1), ("没有分类", 1, 0, 1, 0)],
        "lists": [("组织建设重点任务", 6, 1, 4, 1)],
    }  # fmt: skip
    assert _sums(cast, cast.clerk)["units"] == [("东关街道", 2, 1, 1, 0)]


def test_every_number_opens_as_many_rows(cast: Cast) -> None:
    row = given_list(cast)
    tick(task_of(row, "东关街道", "公开村务"), by=cast.clerk, on=TODAY, text=TEXT)
    copy_on(row, by=cast.author)
    client = signed_in(cast.author)
    page = client.get("/orders/tasks/")

    lines = [
        page.context["total"],
        *(one for _label, rows in page.context["tables"] for one in rows),
    ]
    assert len(lines) == 1 + 4 + 3 + 1
    for line in lines:
        for number, url in line["cells"]:
            text = b"".join(client.get(f"{url}&format=csv")).decode("utf-8-sig")
            assert sum("组织建设重点任务" in one for one in text.splitlines()) == number, url


def test_the_period_is_chosen_and_the_shortest_comes_first(cast: Cast) -> None:
    given_list(cast, title="全年", rhythm="year", from_on=date(2026, 1, 1),
               to_on=date(2026, 12, 31))  # fmt: skip
    given_list(cast)
    client = signed_in(cast.author)

    assert client.get("/orders/tasks/").context["period"].key == "month:2026-11-01"
    chosen = client.get("/orders/tasks/?period=year:2026-01-01")
    assert chosen.context["period"].rhythm == "year"
    assert client.get("/orders/tasks/?period=nonsense").status_code == 200


def test_programs_read_the_same(cast: Cast) -> None:
    given_list(cast)
    client = program_of(cast.api)

    found = json.loads(client.get("task-figures/").content)

    assert found["period"] == "month:2026-11-01"
    total = next(one for one in found["results"] if one["by"] == "total")
    assert (total["total"], total["late"], total["share"]) == (6, 2, "0.00")
    none = json.loads(client.get("task-figures/?period=week:2026-11-02").content)
    assert (none["period"], none["results"]) == (None, [])


def test_due_tasks_wait_for_their_owner(cast: Cast) -> None:
    given_list(cast)

    titles = {
        name: [one.title for one in TODOS[0].items(getattr(cast, name))]
        for name in ("clerk", "seat", "author", "leader")
    }

    # Those of the end of the month are still far.
    assert titles == {
        "clerk": ["完成清单任务:公开村务", "完成清单任务:星级评定初评"], "seat": [], "author": [],
        "leader": [],
    }  # fmt: skip
    url = next(iter(TODOS[0].items(cast.clerk))).url
    client = signed_in(cast.clerk)
    assert client.get(url).status_code == 200
    client.post(url, {VERSION: "1", "on": "2026-11-03", "text": TEXT})
    assert len(list(TODOS[0].items(cast.clerk))) == 1


def test_a_task_has_one_unit_of_the_county(cast: Cast) -> None:
    ledger, row = ledgers()["list-tasks"], task_list()
    values = {"list": row, "text": "公开村务", "due_on": SOON}

    made = write_row(ledger, values={**values, "unit_code": EAST}, by=cast.author)
    own = write_row(ledger, values=values, by=cast.author)

    assert (made.seq, made.unit_name) == (1, "东关街道")
    assert (own.seq, own.unit_name) == (2, "中共青原县委组织部")
    for wrong in ({"unit_code": "999902001"}, {"unit_code": EAST, "department": cast.department}):
        with pytest.raises(DomainError):
            write_row(ledger, values={**values, **wrong}, by=cast.author)
    with pytest.raises(DomainError):
        write_row(ledger, values=values, by=cast.clerk)


def _meeting(**more: Any) -> GroupMeeting:
    return GroupMeeting.objects.create(
        county_code=COUNTY, group="领导小组第四次会议", held_on=date(2026, 10, 28),
        minutes="月底前完成初评。", **more,
    )  # fmt: skip


def test_a_meeting_shows_what_it_gave(cast: Cast) -> None:
    meeting = _meeting()
    given_list(cast, meeting=meeting)
    ledger = ledgers()["group-meetings"]

    perform(ledger, ledger.verb("draft-order"), row=meeting, version=1, by=cast.author, on=TODAY,
            kind="supervise", subject="完成星级评定初评", requirement="月底前完成。",
            townships="全部", departments="", due_on=LAST)  # fmt: skip

    order = SupervisionOrder.objects.get()
    assert (order.origin, order.origin_uid, order.status) == ("meeting", meeting.uid, "draft")
    assert "领导小组第四次会议" in order.basis
    assert OrderUnit.objects.filter(order=order).count() == 2
    page = signed_in(cast.author).get(f"/orders/meetings/{meeting.uid}/").content.decode()
    assert [word for word in ("月底前完成初评", "完成 0/6", "完成星级评定初评", "起草督办单")
            if word not in page] == []  # fmt: skip


def test_meetings_are_the_countys(cast: Cast) -> None:
    meeting = _meeting()

    assert signed_in(cast.clerk).get(f"/orders/meetings/{meeting.uid}/").status_code == 403
    assert signed_in(cast.stranger).get("/ledgers/group-meetings/").status_code == 403
    assert signed_in(cast.leader).get(f"/orders/meetings/{meeting.uid}/").status_code == 200


def test_a_page_costs_the_same_however_many_tasks_there_are(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    given_list(cast)
    client = signed_in(cast.author)
    client.get("/orders/tasks/")
    with django_assert_max_num_queries(10):
        client.get("/orders/tasks/")

    given_list(cast, title="第二张")
    with django_assert_max_num_queries(10):
        client.get("/orders/tasks/")


def test_acts_stand_in_the_trail(cast: Cast) -> None:
    row = given_list(cast)
    task = task_of(row, "东关街道", "公开村务")
    tick(task, by=cast.clerk, on=TODAY, text=TEXT)

    said = set(AuditEntry.objects.filter(county_code=COUNTY).values_list("action", flat=True))
    assert {"tasklist.given", "tasklist.published", "task.ticked"} <= said
    assert AuditEntry.objects.get(action="task.ticked").township_code == EAST
