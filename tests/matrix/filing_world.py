"""Receipts and forms of the matrix."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from villages.common import clock
from villages.filings.choices import Channel
from villages.filings.models import Filing, FilingReceipt, ReportForm
from villages.models import Village


def filing_keys(people: Mapping[str, Any], townships: Mapping[str, str]) -> dict[str, Any]:
    """A receipt and a village's draft in every township, a form in every county."""
    return {
        "receipt": {
            place: _receipt(code, people["county_staff"]) for place, code in townships.items()
        },
        "filing": {place: _draft(f"{code}200") for place, code in townships.items()},
        "form": {"home": _form("999901"), "abroad": _form("999902")},
    }


def _receipt(township: str, by: Any) -> str:
    row = FilingReceipt.objects.create(
        number=f"{township}-202610-001", county_code=township[:6], township_code=township,
        month=202610, villages=1, channel=Channel.GRID, key=township, digest="0" * 64,
        submitted_by=by, submitted_at=clock.instant(),
    )  # fmt: skip
    return str(row.uid)


def _draft(village: str) -> str:
    """Of a month that no page of the matrix is about."""
    found = Village.objects.get(code=village)
    row = Filing.objects.create(village=found, county_code=found.county_code, month=202601)
    return str(row.uid)


def _form(county: str) -> str:
    row = ReportForm.objects.create(
        county_code=county, number="组表〔2026〕1号", title="月度填报表", owner="县委组织部",
        basis="组发〔2026〕2号", valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31),
    )  # fmt: skip
    return str(row.uid)
