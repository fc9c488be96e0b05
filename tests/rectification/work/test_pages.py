"""Letters, works, load, measures, models, and the visit of a first secretary."""

import re
from datetime import date

import pytest

from rectification.actions.models import mark_model
from rectification.models import CaseVisit, WorkDone
from rectification.states import CaseStatus
from tests.factories import signed_in
from tests.rectification.situations import case_in, with_plan
from tests.rectification.work.rows import FAR, LI, at_work, word, work
from villages.accounts.choices import Role


def text(answer) -> str:
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_letter_names_goal_deadline_tasks_and_holders(county_client) -> None:
    case = with_plan(at_work())

    said = text(county_client.get(f"/cases/letters/{case.uid}/"))

    for words in ("配齐班子,开好组织生活。", "2026年9月30日", "选派书记", "钱多", "李责"):
        assert words in said
    listed = text(county_client.get("/cases/letters/"))
    assert listed.count("登记签订") == 3
    assert f"/cases/letters/{case.uid}/" in listed


def test_each_sum_of_works_opens_its_rows(county_client) -> None:
    near, far = at_work(LI), at_work(FAR)
    work(near, "大棚", "30")
    work(near, "大棚", "28", note="村西")
    work(far, "大棚", "20", note="外乡镇的")
    work(case_in("999901001201", CaseStatus.WITHDRAWN), "大棚", "99", note="误列村的")

    page = text(county_client.get("/cases/works/?year=2026"))
    assert re.search(r">78<", page)
    links = re.findall(r'href="(/cases/works/rows/[^"]*)">58<', page)
    assert links
    rows = text(county_client.get(links[0].replace("&amp;", "&"))).partition("<main")[2]
    assert "村西" in rows
    assert "外乡镇的" not in rows
    assert "误列村的" not in text(county_client.get("/cases/works/rows/?year=2026"))
    villages = text(county_client.get(f"/cases/works/?year=2026&township={LI[:9]}"))
    assert re.search(r">58<", villages)
    assert not re.search(r">78<", villages)


def test_a_township_sums_its_own(township_client) -> None:
    work(at_work(LI), "大棚", "30")
    work(at_work(FAR), "大棚", "20")

    page = text(township_client.get("/cases/works/"))
    assert re.search(r">30<", page)
    assert not re.search(r">50<", page)


def test_who_is_missing_and_who_carries(county_client) -> None:
    with_plan(at_work(LI))
    at_work(FAR)

    page = text(county_client.get("/cases/load/"))
    assert "县级领导联村、乡镇班子包村、第一书记驻村、机关单位结对" in page
    assert "示例局" in page


def test_models_and_measures(county_client, people) -> None:
    case = case_in(LI, CaseStatus.CLOSED)
    mark_model(case, by=people[Role.COUNTY_STAFF], story="一户一图,公开丈量。")

    assert "一户一图" in text(county_client.get("/cases/models/"))
    page = text(county_client.get("/cases/measures/"))
    assert "还没有可以参考的做法" in page
    assert text(county_client.get("/cases/measures/?kind=unknown"))


def visit(**given: str) -> dict[str, str]:
    return {"visitor": "孙明", "on": "2026-10-15", "days": "0.5", "done": "商量机井选址",
            "solved": "1", **given}  # fmt: skip


def test_a_first_secretary_logs_a_visit_with_its_works(people) -> None:
    user = people[Role.FIRST_SECRETARY]
    case = at_work(user.home_code)
    client, kind = signed_in(user), word(case, "work", "道路")

    page = text(client.get("/cases/visits/new/"))
    assert f'value="{case.uid}" selected' in page
    sent = visit(case=case.uid, kind_1=kind.uid, quantity_1="1.5", note_1="村东")
    assert client.post("/cases/visits/new/", sent).status_code == 302

    made, done = CaseVisit.objects.get(), WorkDone.objects.get()
    assert (made.visitor, made.on, str(made.days)) == ("孙明", date(2026, 10, 15), "0.5")
    assert (done.visit, done.done_on, str(done.quantity)) == (made, made.on, "1.50")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"on": "2026-11-04"}, "不能晚于今天"),
        ({"quantity_1": "3"}, "请选择种类"),
        ({"done": ""}, "必填"),
    ],
)
def test_nothing_is_written_where_something_is_wrong(people, given, said) -> None:
    user = people[Role.FIRST_SECRETARY]
    case = at_work(user.home_code)

    page = text(signed_in(user).post("/cases/visits/new/", visit(case=case.uid, **given)))

    assert said in page
    assert not CaseVisit.objects.exists()


def test_a_foreign_case_cannot_be_visited(people) -> None:
    at_work(LI)
    foreign = at_work(FAR)

    page = text(
        signed_in(people[Role.FIRST_SECRETARY]).post("/cases/visits/new/", visit(case=foreign.uid))
    )

    assert "有误" in page
    assert not CaseVisit.objects.exists()


def test_measures_by_program(county_client) -> None:
    answer = county_client.get("/api/v1/case-measures/")

    assert answer.status_code == 200
    assert answer.json()["months"] == 12
    assert answer.json()["results"] == []
    assert county_client.get("/api/v1/case-measures/?kind=x").status_code == 400
