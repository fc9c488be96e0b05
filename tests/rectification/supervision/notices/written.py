"""Notices in known states, on days of October and November 2026."""

from datetime import date, datetime
from typing import Any

from cadres.sealing import seal
from rectification.supervision.actions.notices import Addressed, draft_notice, publish
from rectification.supervision.models import Channel, Notice
from rectification.supervision.rules.signatures import as_secret
from rectification.supervision.sending.addresses import shown_address
from tests.rectification.supervision.situations import COUNTY, EAST, WILLOW, Cast, at
from villages.models import Township, Village

OUT = date(2026, 11, 2)
TEXT = "## 时间\n\n- 十一月二十五日前报送\n\n<script>alert(1)</script>"


def towns(*codes: str) -> list[Township]:
    """Townships by code, in order."""
    return list(Township.objects.filter(code__in=codes).order_by("code"))


def drafted(cast: Cast, *, by: Any = None, villages: Any = (), **more: Any) -> Notice:
    """A notice of the county to both townships and 县水利局, which asks for receipts."""
    units = more.pop("units", None) or Addressed(
        townships=() if villages else towns(EAST, WILLOW),
        departments=() if villages else [cast.department], villages=villages,
    )  # fmt: skip
    head = {
        "kind": "notice", "title": "关于报送时间的通知", "reach": "staff", "needs_receipt": True,
        "urgent_by": "", "valid_from": OUT, "valid_to": None, **more,
    }  # fmt: skip
    return draft_notice(by=by or cast.author, text=TEXT, units=units, **head)


def out(cast: Cast, *, moment: datetime | None = None, **more: Any) -> Notice:
    """The same, published on the second of November at nine."""
    row = drafted(cast, **more)
    return publish(row, by=more.get("by") or cast.author, on=OUT, at=moment or at(OUT))


def village(code: str) -> Village:
    """A village by its code."""
    return Village.objects.get(code=code)


def hook(address: str, **more: Any) -> Channel:
    """A webhook of 东关街道."""
    given = {
        "county_code": COUNTY, "unit_code": EAST, "owner": "东关街道", "kind": "webhook",
        "address": shown_address(address), "address_sealed": seal(address),
        "secret_sealed": seal(as_secret(b"k" * 24)), **more,
    }  # fmt: skip
    return Channel.objects.create(**given)
