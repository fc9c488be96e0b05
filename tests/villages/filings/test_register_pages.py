"""Pages of the register, the meter and what is perhaps asked for nothing."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.villages.filings.memory import HELD, VISITS, Memory, asks
from villages.accounts.models import User
from villages.filings.models import FormLine, ReportForm
from villages.models import County

ENTRY = {
    "number": "青组表〔2026〕2号", "title": "村级季度表", "owner": "县农业农村局",
    "basis": "青农发〔2026〕8号", "begins": "2026-11-03", "ends": "2027-11-30",
}  # fmt: skip


def text_of(answer: Any) -> str:
    assert answer.status_code == 200
    return str(answer.content.decode())


def page_of(form: ReportForm, step: str = "") -> str:
    return f"/filings/forms/{form.uid}/" + (f"?step={step}" if step else "")


def test_the_register_lists_every_form(
    memory: Memory, county: County, township_client: Client
) -> None:
    asks(county.code, VISITS, HELD)

    text = text_of(township_client.get("/filings/forms/"))

    assert "青组表〔2026〕1号" in text
    assert "在用" in text
    assert "登记报表" not in text


@pytest.mark.parametrize("output", ["xlsx", "csv", "print"])
def test_the_register_goes_to_files_and_paper(
    memory: Memory, county: County, county_client: Client, output: str
) -> None:
    asks(county.code, VISITS)

    answer = county_client.get(f"/filings/forms/?format={output}")

    content = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined]
    assert answer.status_code == 200
    assert output == "xlsx" or "县委组织部" in content.decode("utf-8-sig")


def test_a_form_is_registered_and_an_input_added_after_its_cost_was_shown(
    memory: Memory, county: County, county_client: Client
) -> None:
    county_client.post("/filings/forms/new/", ENTRY)
    form = ReportForm.objects.get()
    given = {"key": VISITS.key, "since": "2026-11-03", "reason": "督查要用", "version": "1"}

    seen = text_of(county_client.post(page_of(form, "add"), given))

    assert "+ 1 分钟/月(全县 5 个村)" in seen
    assert not form.lines.exists()

    answer = county_client.post(page_of(form, "add"), {**given, "sure": VISITS.key}, follow=True)

    assert "走访户数" in text_of(answer)
    assert form.lines.get().reason == "督查要用"


def test_a_cost_seen_for_one_input_is_no_consent_to_another(
    memory: Memory, county: County, county_client: Client
) -> None:
    form = asks(county.code, VISITS)
    given = {"key": HELD.key, "since": "2026-11-03", "reason": "要用", "version": "1"}

    text = text_of(county_client.post(page_of(form, "add"), {**given, "sure": "test.rent"}))

    assert "分钟/月" in text
    assert form.lines.count() == 1


def test_an_input_that_another_form_asks_costs_nothing_more(
    memory: Memory, county: County, county_client: Client
) -> None:
    asks(county.code, VISITS)
    county_client.post("/filings/forms/new/", ENTRY)
    form = ReportForm.objects.get(number=ENTRY["number"])
    given = {"key": VISITS.key, "since": "2026-11-03", "reason": "要用", "version": "1"}

    text = text_of(county_client.post(page_of(form, "add"), given))

    assert "不增加负担:“村级月度填报表”已经在问" in text


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"title": "驻村打卡表"}, "国办函〔2026〕12号"),
        ({"ends": "2029-11-30"}, "有效期最长 24 个月"),
        ({"basis": ""}, "有误:"),
    ],
)
def test_a_refused_entry_keeps_what_was_typed(
    county: County, county_client: Client, changed: dict[str, str], words: str
) -> None:
    text = text_of(county_client.post("/filings/forms/new/", ENTRY | changed))

    assert words in text
    assert "县农业农村局" in text
    assert not ReportForm.objects.exists()


@pytest.mark.parametrize(
    ("step", "given", "check"),
    [
        ("renew", {"until": "2028-06-30", "reason": "仍需要"},
         lambda form: form.valid_to == date(2028, 6, 30)),
        ("change", {**ENTRY, "title": "新名称"}, lambda form: form.title == "新名称"),
        ("drop", {"key": VISITS.key, "reason": "不用了"},
         lambda form: not form.lines.filter(input_key=VISITS.key, valid_to=None)),
        ("move", {"key": HELD.key, "up": "on"},
         lambda form: form.lines.get(input_key=HELD.key).position == 0),
    ],
)  # fmt: skip
def test_the_steps_of_a_form(
    memory: Memory, county: County, county_client: Client, step: str, given: Any, check: Any
) -> None:
    form = asks(county.code, VISITS, HELD)
    assert "返回" in text_of(county_client.get(page_of(form, step)))

    answer = county_client.post(page_of(form, step), {**given, "version": "1"})

    form.refresh_from_db()
    assert answer.status_code == 302
    assert check(form)


def test_a_stale_page_is_told(memory: Memory, county: County, county_client: Client) -> None:
    form = asks(county.code, VISITS)
    given = {"until": "2028-06-30", "reason": "仍需要", "version": "7"}

    assert "刚刚被别人改过" in text_of(county_client.post(page_of(form, "renew"), given))


def test_townships_read_forms_and_change_none(
    memory: Memory, county: County, township_client: Client
) -> None:
    form = asks(county.code, VISITS)

    text = text_of(township_client.get(page_of(form)))

    assert "走访户数" in text
    assert "停用" not in text
    assert township_client.get(page_of(form, "add")).status_code == 403
    assert township_client.post(page_of(form, "drop"), {}).status_code == 403
    assert township_client.get("/filings/unused/").status_code == 403


def test_forms_of_another_county_do_not_exist(
    memory: Memory, county: County, other_county: County, county_client: Client
) -> None:
    assert county_client.get(page_of(asks(other_county.code, VISITS))).status_code == 404


def test_a_form_past_its_sunset_says_so(
    memory: Memory, county: County, county_client: Client
) -> None:
    form = asks(county.code, VISITS)
    FormLine.objects.update(valid_from=date(2024, 1, 1))
    ReportForm.objects.update(valid_to=date(2026, 11, 2))

    text = text_of(county_client.get(page_of(form)))

    assert "不再询问任何数据" in text
    assert "?step=add" not in text


@pytest.mark.parametrize("role", ["county_staff", "township_clerk"])
def test_the_meter_is_open_to_townships_too(
    memory: Memory, county: County, people: dict[str, User], client_as: Any, role: str
) -> None:
    asks(county.code, VISITS, HELD)

    text = text_of(client_as(people[role]).get("/filings/burden/"))

    assert "平均每个乡镇" in text
    assert "上限 12 项" in text
    assert "县委组织部" in text
    assert ("可以不再收集的数据" in text) == (role == "county_staff")


def test_without_forms_the_meter_says_so(county: County, county_client: Client) -> None:
    text = text_of(county_client.get("/filings/burden/"))

    assert "现在没有报表在用" in text
    assert "还没有填报" in text


def test_inputs_that_may_go_are_listed_with_advice(
    memory: Memory, county: County, county_client: Client
) -> None:
    asks(county.code, VISITS)

    text = text_of(county_client.get("/filings/unused/"))

    assert "半年没有人填,建议停用。" in text
    assert "没有写明用途" in text


def test_a_county_without_forms_takes_the_usual_one_over(county_client: Client) -> None:
    address = reverse("filings:form_default")
    offered = county_client.get(reverse("filings:forms")).content.decode()
    page = county_client.get(address).content.decode()

    first, second = county_client.post(address), county_client.post(address)

    assert address in offered
    assert "每月询问 12 项" in page
    assert first.url != second.url == reverse("filings:forms")
    assert ReportForm.objects.get().lines.count() == 12
