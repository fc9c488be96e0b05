"""Contests of the matrix: a finished one in each county, with a village of both townships."""

from collections.abc import Mapping
from datetime import date

from rectification.supervision.models import Contest, ContestEntry
from villages.models import Village


def contest_keys(villages: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The contest at home holds the villages near and far, the one abroad its own."""
    home = _contest(villages["near"], villages["far"])
    return {"contest": {"home": home, "abroad": _contest(villages["abroad"])}}


def _contest(*codes: str) -> str:
    day = date(2026, 10, 20)
    made = Contest.objects.create(
        county_code=codes[0][:6], title="三季度擂台比武", period="2026Q3", held_on=day,
        finished_on=day,
    )  # fmt: skip
    for code in codes:
        ContestEntry.objects.create(
            county_code=made.county_code, contest=made, village=Village.objects.get(code=code),
            group="一组",
        )  # fmt: skip
    return str(made.uid)
