"""Voices and meetings of the matrix."""

from collections.abc import Mapping
from datetime import date

from rectification.supervision.models import GroupMeeting, Voice
from villages.models import Village

DAY = date(2026, 10, 14)


def voice_keys(villages: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """A problem in each village, a complaint about the nearest, a meeting in each county."""
    rows = {place: Village.objects.get(code=code) for place, code in villages.items()}
    found = {place: _voice(row, f"9{n:02d}") for n, (place, row) in enumerate(rows.items())}
    found["complaint"] = _voice(rows["near"], "999", kind="complaint", on=date(2025, 10, 1))
    counties = {"home": villages["near"][:6], "abroad": villages["abroad"][:6]}
    meetings = {place: _meeting(code) for place, code in counties.items()}
    return {"voice": found, "group_meeting": meetings}


def _voice(village: Village, number: str, kind: str = "problem", on: date = DAY) -> str:
    row = Voice.objects.create(
        county_code=village.county_code, number=f"{village.county_code}-2025-{number}", kind=kind,
        channel="public", village=village, township_code=village.code[:9], text="机井坏了。",
        received_on=on, status_since=on,
    )  # fmt: skip
    return str(row.uid)


def _meeting(code: str) -> str:
    row = GroupMeeting.objects.create(county_code=code, group="领导小组会议", held_on=DAY)
    return str(row.uid)
