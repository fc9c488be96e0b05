"""A county keeps heads of its reports as dated rows."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from rectification.reports.heads import head_of
from rectification.reports.models import ReportHead
from villages.models import County

API = "/api/v1/report-heads/"
SAID = {
    "kind": "monthly", "valid_from": "2026-11-01", "organ": "中共青原县委组织部",
    "mark": "青组督", "recipients": "各乡镇党委组织办", "copies": "", "consent": "",
}  # fmt: skip


def _send(client: Client, **other: Any) -> Any:
    return client.post(API, {**SAID, **other}, content_type="application/json")


def test_a_head_holds_from_its_day_on(county: County, county_client: Client) -> None:
    made = _send(county_client)

    assert made.status_code == 201, made.json()
    before, after = (head_of(county, "monthly", date(2026, 11, day)) for day in (1, 2))
    assert (before.mark, after.mark) == ("青组督", "青组督")
    assert head_of(county, "monthly", date(2026, 10, 31)).mark == "督导"
    assert head_of(county, "quarterly", date(2026, 11, 2)).mark == "督导"


@pytest.mark.parametrize("other", [{"kind": "weekly"}, {"mark": ""}, {"recipients": ""}])
def test_a_head_that_is_not_whole_is_refused(county_client: Client, other: Any) -> None:
    assert _send(county_client, **other).status_code == 400
    assert not ReportHead.objects.exists()


def test_townships_keep_no_heads(township_client: Client) -> None:
    assert _send(township_client).status_code == 403
