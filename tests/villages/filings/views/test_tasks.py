"""Which months wait for whom."""

from datetime import date

import pytest
from django.test import Client

from tests import factories
from tests.villages.filings.memory import Memory
from tests.villages.filings.views.steps import ALL, FIRST, MONTH, TOWNSHIP_URL, handed_in, text_of
from villages.accounts.models import User
from villages.common import clock
from villages.common.periods import Month
from villages.filings.actions.reviewing import Objection, send_back
from villages.filings.choices import ReturnReason
from villages.filings.figures.months import open_months
from villages.filings.todos import TODOS
from villages.imports.actions.months import close_month
from villages.imports.models import FilingMonth, Reopening
from villages.models import County

TOWNSHIP = "999901001"
TODAY = date(2026, 11, 3)


def todos_of(user: User) -> list[str]:
    """Titles of what waits for a person."""
    return [one.title for source in TODOS if source.allowed(user) for one in source.items(user)]


def test_a_clerk_sees_the_months_that_are_open_with_one_button_each(
    ledger: Memory, clerk: User, township_client: Client
) -> None:
    handed_in(clerk, (FIRST,))

    page = text_of(township_client.get("/filings/"))

    assert "提交 10 月数据" in page and "提交 11 月数据" in page
    assert "1 / 3" in page and "0 / 3" in page
    assert "已截止,现在首次提交的记为迟报" in page
    assert "999901001-202610-001" in page


def test_the_county_chooses_a_township_and_has_no_button(
    ledger: Memory, county_client: Client
) -> None:
    page = text_of(county_client.get("/filings/2026-10/"))

    assert f'href="{TOWNSHIP_URL}"' in page and "/filings/2026-10/999901101/" in page
    assert "提交 10 月数据" not in page


def test_a_township_comes_straight_to_its_villages(ledger: Memory, township_client: Client) -> None:
    answer = township_client.get("/filings/2026-10/")

    assert (answer.status_code, answer["Location"]) == (302, TOWNSHIP_URL)


@pytest.mark.parametrize("url", ["/filings/2026-13/", "/filings/2027-01/999901001/"])
def test_months_that_do_not_exist_or_have_not_begun_have_no_page(
    ledger: Memory, township_client: Client, url: str
) -> None:
    assert township_client.get(url).status_code == 404


def test_open_months_leave_out_what_was_closed_and_keep_what_was_reopened(
    county: County, django_assert_num_queries: object
) -> None:
    def closed(number: int) -> FilingMonth:
        return FilingMonth.objects.create(
            county_code=county.code, month=number, due_on=date(2026, 1, 25),
            closed_at=clock.instant(),
        )  # fmt: skip

    closed(202610), closed(202609)
    opened = closed(202608)
    Reopening.objects.create(
        filing_month=opened, county_code=county.code, unit_code=TOWNSHIP, reason="漏报",
        ends_on=date(2026, 11, 9),
    )  # fmt: skip
    open_months(county.code, TOWNSHIP, TODAY)  # parameters are read once

    with django_assert_num_queries(1):  # type: ignore[operator]
        mine = open_months(county.code, TOWNSHIP, TODAY)
    others = open_months(county.code, "999901101", TODAY)

    assert [one.month for one in mine] == [Month(2026, 11), Month(2026, 8)]
    assert mine[1].reopened_until == date(2026, 11, 9)
    assert [one.month for one in others] == [Month(2026, 11)]
    assert open_months(county.code, TOWNSHIP, date(2026, 11, 10))[1:] == []


def test_what_came_back_stands_first_with_the_reason(
    ledger: Memory, clerk: User, people: dict[str, User], township_client: Client
) -> None:
    handed_in(clerk)
    send_back(
        month=MONTH, by=people["county_staff"], at=clock.instant(),
        objections=[Objection(ALL[2], "test.visits", ReturnReason.UNIT, "是户还是人?")],
    )  # fmt: skip

    page = text_of(township_client.get(TOWNSHIP_URL))

    assert "单位或位数可能有误:是户还是人?" in page
    assert f"#value:{ALL[2]}:test.visits" in page
    rows = page[page.index("<tbody>") :]
    assert rows.index(ALL[2]) < rows.index(ALL[0])
    assert any("改正县里退回的 2026年10月填报" in one for one in todos_of(clerk))


def test_a_closed_month_is_read_only_and_says_how_to_ask(
    ledger: Memory, people: dict[str, User], township_client: Client, county_client: Client
) -> None:
    close_month(county="999901", month=Month(2026, 9), by=people["county_staff"])
    url = "/filings/2026-09/999901001/"

    page, county = text_of(township_client.get(url)), text_of(county_client.get(url))

    assert "2026年9月已封账,只能查看" in page and "申请重新开放" in page
    assert "提交 9 月数据" not in page
    assert "/months/2026-09/reopen/" in county


def test_todos_name_what_a_township_owes_and_what_the_county_must_look_at(
    ledger: Memory, clerk: User, people: dict[str, User]
) -> None:
    before = todos_of(clerk)
    handed_in(clerk)

    assert before == ["提交 11 月数据", "提交 10 月数据"]
    assert todos_of(clerk) == ["提交 11 月数据"]
    assert todos_of(people["county_staff"]) == ["审核 2026年10月填报"]
    assert todos_of(people["first_secretary"]) == []


def test_the_todo_tells_how_long_it_takes(ledger: Memory, clerk: User) -> None:
    (source,) = [one for one in TODOS if one.key == "filings_owed"]

    first = next(iter(source.items(clerk)))

    # Three inputs of ten seconds in three villages.
    assert first.minutes == 2


def test_a_village_reads_its_own_months(
    ledger: Memory, clerk: User, people: dict[str, User]
) -> None:
    handed_in(clerk)
    client = factories.signed_in(people["village_secretary"])

    panel = client.get(f"/filings/panel/{FIRST}/", headers={"HX-Request": "true"})

    assert "已提交" in text_of(panel) and "未开始" in text_of(panel)
    assert client.get(f"/filings/panel/{ALL[1]}/").status_code == 404
