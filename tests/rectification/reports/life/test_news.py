"""What the daily digest says of reports; who is asked how much."""

from datetime import date, timedelta
from typing import Any

import pytest

from rectification.reports.actions.correcting import correct
from rectification.reports.actions.issuing import issue
from rectification.reports.actions.reviewing import review
from rectification.reports.models import Report
from rectification.reports.news import NEWS
from rectification.reports.todos import TODOS
from rectification.supervision.models import Channel
from tests.rectification.reports.made import clerk, drafted, filled, reviewed, staff
from tests.rectification.situations import earned
from tests.rectification.supervision.notices.written import hook
from villages.common import clock
from villages.models import County

DAY = date(2026, 11, 5)
(REPORTS,) = NEWS


@pytest.fixture
def issued(county: County) -> Report:
    by = staff()
    return issue(by=by, report=reviewed(filled(county), by), revision=None, on=DAY)


def _told(channel: Channel, days: int = 0) -> list[str]:
    day = clock.today() + timedelta(days=days)
    return list(REPORTS.lines(channel, day - timedelta(days=1), day))


def _town(code: str) -> Channel:
    return hook(f"http://127.0.0.1:9/{code}", unit_code=code, owner="乡镇")


def test_a_township_hears_once_of_what_is_out(issued: Report) -> None:
    channel = _town("999901001")

    assert _told(channel) == [f"报告签发:{issued.title} 督导〔2026〕1号"]
    assert _told(channel, days=3) == []


def test_a_correction_is_called_one(issued: Report) -> None:
    by = staff()
    earned("999901001202", 100_000)
    draft = correct(by=by, report=issued, why="漏报")
    review(by=by, report=draft, revision=None, reason="x")
    issue(by=by, report=draft, revision=None, on=DAY)

    told = _told(_town("999901001"))

    assert told[-1] == f"报告更正:{issued.title} 督导〔2026〕2号"


def test_drafts_are_no_news(county: County) -> None:
    drafted(filled(county))

    assert _told(_town("999901001")) == []


def test_what_waits_costs_one_query_each(issued: Report, django_assert_num_queries: Any) -> None:
    for user, key in ((clerk(), "report-receipts"), (staff(), "report-drafts")):
        source = next(one for one in TODOS if one.key == key)
        assert user.territory

        with django_assert_num_queries(1):
            list(source.items(user))
