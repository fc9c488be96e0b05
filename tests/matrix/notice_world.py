"""Notices and channels of the matrix."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from rectification.supervision.models import Channel, Notice, NoticeVersion

DAY = date(2025, 10, 14)


def notice_keys(
    people: Mapping[str, Any], counties: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """A draft of each county, a mail address of a clerk and of somebody in the other county."""
    drafts = {place: _draft(code) for place, code in counties.items()}
    owners = {"own": people["township_clerk"], "abroad": people["stranger"]}
    return {
        "notice_draft": drafts,
        "notice_version": {place: _version(uid) for place, uid in drafts.items()},
        "channel": {place: _channel(user) for place, user in owners.items()},
    }


def _draft(code: str) -> str:
    row = Notice.objects.create(
        county_code=code, from_code=code, from_name="县委组织部", title="矩阵的通知", valid_from=DAY
    )
    return str(row.uid)


def _version(notice: str) -> str:
    row = Notice.objects.get(uid=notice)
    made = NoticeVersion.objects.create(
        county_code=row.county_code, notice=row, number=1, text="矩阵的正文"
    )
    return str(made.uid)


def _channel(user: Any) -> str:
    row = Channel.objects.create(
        county_code=user.home_code[:6], user=user, owner=user.name, kind="mail",
        address="nobody@example.com",
    )  # fmt: skip
    return str(row.uid)
